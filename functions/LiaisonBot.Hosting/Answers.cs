using LiaisonBot.Conversation;

namespace LiaisonBot.Hosting;

/// <summary>JSON answers.</summary>
public static class Answers
{
    public static async Task Answer(this HttpContext http, int status, Json body)
    {
        var bytes = body.ToBytes();
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    public static Task Refuse(this HttpContext http, int status, string why) =>
        http.Answer(status, new Json { ["error"] = new Json { ["code"] = status == 400 ? "BadRequest" : "Refused", ["message"] = why } });
}
