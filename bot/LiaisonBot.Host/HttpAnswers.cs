using System.Diagnostics;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Diagnostics;

namespace LiaisonBot.Host;

/// <summary>JSON answers.</summary>
public static class HttpAnswers
{
    public static async Task AnswerAsync(this HttpContext http, int status, Json body)
    {
        var bytes = body.ToBytes();
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>
    /// A request that was refused is counted, and leaves no trace: anybody can make as many as they like, and must not
    /// be able to fill what the telemetry takes of a day.
    /// </summary>
    public static void ForgetStranger(this HttpContext http)
    {
        if (http.Response.StatusCode is not (>= 400 and < 500))
        {
            return;
        }

        Telemetry.Strangers.Add(1, new KeyValuePair<string, object?>("status", http.Response.StatusCode));
        for (var activity = Activity.Current; activity is not null; activity = activity.Parent)
        {
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    public static Task RefuseAsync(this HttpContext http, int status, string why) =>
        http.AnswerAsync(
            status,
            new Json
            {
                ["error"] = new Json
                {
                    ["code"] = status == 400 ? "BadRequest" : "Refused",
                    ["message"] = why
                }
            });
}
