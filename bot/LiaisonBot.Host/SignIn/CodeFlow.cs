using System.Net;
using System.Text.Json;
using LiaisonBot.Host.Entra;

namespace LiaisonBot.Host.SignIn;

/// <summary>
/// Signing in with a browser: the code flow of OpenID Connect with PKCE. The registration has no secret; that it is we
/// who redeem a code says a token of the managed identity that the registration trusts.
/// </summary>
/// <param name="appId">Of the tab's registration, in lower case.</param>
/// <param name="home">Where people's browsers reach this host.</param>
/// <param name="assertion">A token of the managed identity for <see cref="EntraCloud.Exchange"/>.</param>
public sealed class CodeFlow(
    EntraCloud cloud,
    string tenant,
    string appId,
    Uri home,
    PersonTokens tokens,
    HttpClient http,
    Func<CancellationToken, Task<string>> assertion,
    ILogger log)
{
    /// <summary>Characters of a code; one of Entra has about a thousand.</summary>
    private const int MaxCode = 4 * 1024;

    /// <summary>Bytes of an answer of Entra.</summary>
    private const int MaxAnswer = 64 * 1024;

    private Uri Callback => new(home, SignInRequest.Callback);

    /// <summary>Where the browser is sent to.</summary>
    public Uri Address(SignInRequest request) =>
        new($"{cloud.SignIn}/{tenant}/oauth2/v2.0/authorize{QueryString.Create(new Dictionary<string, string?>
        {
            ["client_id"] = appId,
            ["response_type"] = "code",
            ["response_mode"] = "query",
            ["redirect_uri"] = Callback.ToString(),
            // Without profile Entra leaves out the object id.
            ["scope"] = "openid profile",
            ["state"] = request.State,
            ["nonce"] = request.Nonce,
            ["code_challenge"] = request.Challenge,
            ["code_challenge_method"] = "S256",
        })}");

    /// <summary>Redeems a code for who the person is. A code is good once, for some minutes.</summary>
    public async Task<TokenOwner> FinishAsync(string code, SignInRequest request, CancellationToken cancellationToken)
    {
        if (code.Length is 0 or > MaxCode)
        {
            return new TokenOwner.Refused("This is no code of Entra.");
        }

        string? token;
        try
        {
            token = await RedeemAsync(code, request, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogError("Entra did not answer a sign-in: {Kind}", e.GetType().Name);
            return new TokenOwner.NotNow();
        }

        return token is null
            ? new TokenOwner.Refused("Entra does not take the code.")
            : await tokens.OfEntraAsync(token, request.Nonce, cancellationToken);
    }

    /// <returns>The ID token; null when the code is over, was used, or is not for this request.</returns>
    private async Task<string?> RedeemAsync(string code, SignInRequest request, CancellationToken cancellationToken)
    {
        using var body = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = appId,
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = Callback.ToString(),
            ["code_verifier"] = request.Verifier,
            ["scope"] = "openid profile",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = await assertion(cancellationToken),
        });
        using var asked = new HttpRequestMessage(HttpMethod.Post, $"{cloud.SignIn}/{tenant}/oauth2/v2.0/token")
        {
            Content = body,
        };
        using var answer = await http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(MaxAnswer, cancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        if (answer.StatusCode == HttpStatusCode.OK && Text(json.RootElement, "id_token") is { } token)
        {
            return token;
        }

        var error = Text(json.RootElement, "error") ?? "";
        if (answer.StatusCode == HttpStatusCode.BadRequest && error == "invalid_grant")
        {
            return null;
        }

        // What it says in words may name somebody: the codes do not.
        log.LogError(
            "Entra refuses to redeem codes: {Status} {Error} {Codes}",
            (int)answer.StatusCode,
            error.Length <= 40 && error.All(c => char.IsAsciiLetter(c) || c == '_') ? error : "",
            Codes(json.RootElement));
        throw new HttpRequestException("Entra refuses to redeem codes.");
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Codes(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("error_codes", out var codes)
        && codes.ValueKind == JsonValueKind.Array
            ? string.Join(' ', codes.EnumerateArray().Take(5).Where(c => c.TryGetInt32(out _)).Select(c => c.GetInt32()))
            : "";
}
