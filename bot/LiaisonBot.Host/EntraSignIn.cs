using System.Text.Json;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Host.SignIn;

namespace LiaisonBot.Host;

/// <summary>
/// Signs people in by Entra: with a browser by the code flow, in Teams by the token that Teams has. What was wrong with a
/// token is not said to whoever reads the page.
/// </summary>
/// <param name="secret">Gives 64 letters and digits of chance, each time others.</param>
public sealed class EntraSignIn(CodeFlow flow, PersonTokens tokens, Func<string> secret) : ISignIn
{
    /// <summary>
    /// Of the request that a browser was sent to Entra with. Lax: coming back from Entra is a visit from elsewhere.
    /// </summary>
    private const string Cookie = "__Host-liaison-signin";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>Bytes of what Teams' page sends: a token, the page that was asked for, and their braces.</summary>
    private const int MaxBody = 32 * 1024;

    public async Task<SignInStep> TakeAsync(HttpContext http, string step) => (http.Request.Method, step) switch
    {
        // Entra's page stands in no frame; Teams' frame is the one in which ours stands.
        ("GET", "") when http.Request.Headers["Sec-Fetch-Dest"] == "iframe" => new SignInStep.AskTeams(),
        ("GET", "") => Start(http),
        ("GET", "callback") => await CallbackAsync(http),
        ("GET", "teams") => new SignInStep.AskTeams(),
        ("POST", "teams") => await TeamsAsync(http),
        _ => new SignInStep.Nothing(),
    };

    private SignInStep.Answered Start(HttpContext http)
    {
        var request = SignInRequest.New(http.Request.Query["to"].ToString(), secret);
        Keep(http, request.Written);
        http.Response.Redirect(flow.Address(request).ToString());
        return new();
    }

    /// <summary>Entra's answer, brought by the browser.</summary>
    private async Task<SignInStep> CallbackAsync(HttpContext http)
    {
        var request = SignInRequest.Read(http.Request.Cookies[Cookie]);
        Keep(http, null);
        if (request is null || !PersonTokens.Same(http.Request.Query["state"].ToString(), request.State))
        {
            return new SignInStep.Refused(StatusCodes.Status400BadRequest, SignInTexts.Over);
        }

        // The person went back, or may not use the app: Entra has told them.
        if (http.Request.Query["code"] is not [{ Length: > 0 } code])
        {
            return new SignInStep.Refused(StatusCodes.Status401Unauthorized, SignInTexts.Refused);
        }

        return await flow.FinishAsync(code, request, http.RequestAborted) switch
        {
            TokenOwner.Known known => new SignInStep.Known(known.ObjectId.ToString(), To: request.To),
            TokenOwner.Refused => new SignInStep.Refused(StatusCodes.Status401Unauthorized, SignInTexts.Refused),
            TokenOwner.NotNow => new SignInStep.Refused(StatusCodes.Status503ServiceUnavailable, SignInTexts.NotNow),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no outcome."),
        };
    }

    /// <summary>
    /// <c>{"token":"…","to":"…"}</c> of the page that Teams opened. JSON alone: no form of another page can send that.
    /// </summary>
    private async Task<SignInStep> TeamsAsync(HttpContext http)
    {
        var (token, to) = ActivityReader.IsJson(http.Request.ContentType)
            && await IncomingActivity.ReadBodyAsync(http.Request, MaxBody, http.RequestAborted) is { } body
                ? Read(body)
                : default;
        if (token is null)
        {
            await http.RefuseAsync(StatusCodes.Status400BadRequest, "a JSON object with a token is needed");
            return new SignInStep.Answered();
        }

        switch (await tokens.OfTeamsAsync(token, http.RequestAborted))
        {
            case TokenOwner.Known known:
                return new SignInStep.Known(known.ObjectId.ToString(), InTeams: true, To: to);
            case TokenOwner.Refused refused:
                await http.RefuseAsync(StatusCodes.Status401Unauthorized, refused.Why);
                break;
            case TokenOwner.NotNow:
                await http.RefuseAsync(StatusCodes.Status503ServiceUnavailable, "Entra cannot be reached");
                break;
        }

        return new SignInStep.Answered();
    }

    private static (string? Token, string? To) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return (Text(json.RootElement, "token"), Text(json.RootElement, "to"));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static void Keep(HttpContext http, string? request) =>
        http.Response.Cookies.Append(Cookie, request ?? "", new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = request is null ? TimeSpan.Zero : Lasts,
            Path = "/",
            SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
            Secure = true,
        });
}
