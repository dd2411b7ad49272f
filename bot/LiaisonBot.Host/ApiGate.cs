using LiaisonBot.Host.Api;
using Microsoft.Net.Http.Headers;

namespace LiaisonBot.Host;

/// <summary>
/// Who is let in to <c>/api</c>: whoever shows a token of Entra, and at the addresses below <c>/api/keyed</c> whoever
/// shows the function's key, where the settings let it do. Nobody else; without settings nobody at all.
/// </summary>
/// <param name="tokens">Null where no audience is set.</param>
/// <param name="keyAllowed">The Functions host has checked the key before; here is decided whether it does.</param>
public sealed class ApiGate(ApiTokens? tokens, bool keyAllowed)
{
    /// <summary>
    /// In which the Functions host takes a key; it does so in the address too, which stands in logs and histories.
    /// </summary>
    private const string KeyInAddress = "code";

    private const string KeyHeader = "x-functions-key";

    private const string Scheme = "Bearer ";

    /// <summary>Says why not in the response, when the answer is null.</summary>
    /// <param name="keyed">At an address where the Functions host asks for the key.</param>
    public async Task<ApiReader?> AdmitAsync(HttpContext http, bool keyed)
    {
        var refused = await DecideAsync(http, keyed);
        if (refused is Admission.In admitted)
        {
            return admitted.Reader;
        }

        http.Response.Headers.CacheControl = "no-store";
        switch (refused)
        {
            case Admission.Unknown unknown:
                http.Response.Headers[HeaderNames.WWWAuthenticate] = Challenge(
                    unknown.Why,
                    unknown.HasToken ? "invalid_token" : null);
                await http.RefuseAsync(StatusCodes.Status401Unauthorized, unknown.Why);
                break;
            case Admission.NotPermitted not:
                http.Response.Headers[HeaderNames.WWWAuthenticate] = Challenge(not.Why, "insufficient_scope");
                await http.RefuseAsync(StatusCodes.Status403Forbidden, not.Why);
                break;
            case Admission.NotNow later:
                await http.RefuseAsync(StatusCodes.Status503ServiceUnavailable, later.Why);
                break;
        }

        return null;
    }

    private async Task<Admission> DecideAsync(HttpContext http, bool keyed)
    {
        if (http.Request.Query.ContainsKey(KeyInAddress))
        {
            return new Admission.Unknown(
                "A key in the address (?code=) is not taken: addresses stand in logs. Renew that key; it is known now to whoever reads them.",
                false);
        }

        if (keyed)
        {
            return keyAllowed && http.Request.Headers.ContainsKey(KeyHeader)
                ? new Admission.In(new ApiReader.Key())
                : new Admission.Unknown(
                    keyAllowed
                        ? $"The key belongs into the header {KeyHeader}."
                        : "A key does not do here: LIAISON_API_KEY_ALLOWED is not true. Show a token of Entra, without /keyed in the address.",
                    false);
        }

        if (tokens is null)
        {
            return new Admission.Unknown(
                keyAllowed
                    ? "No token does: LIAISON_API_AUDIENCE is not set. The key does, with /api/keyed in place of /api."
                    : "Nobody is let in: LIAISON_API_AUDIENCE is not set.",
                false);
        }

        return http.Request.Headers.Authorization is [{ } header]
            && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await CheckAsync(tokens, header[Scheme.Length..].Trim(), http.RequestAborted)
            : new Admission.Unknown("A token of Entra is needed: Authorization: Bearer ….", false);
    }

    private static async Task<Admission> CheckAsync(
        ApiTokens checker,
        string token,
        CancellationToken cancellationToken)
    {
        try
        {
            return await checker.CheckAsync(token, cancellationToken) switch
            {
                TokenCheck.Good good => new Admission.In(good.Reader),
                TokenCheck.NotEnough not => new Admission.NotPermitted(not.Why),
                TokenCheck.Bad bad => new Admission.Unknown(bad.Why, true),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is no outcome."),
            };
        }
        catch (HttpRequestException)
        {
            return new Admission.NotNow("The keys of Entra cannot be fetched at the moment. Try again later.");
        }
    }

    /// <summary>As RFC 6750 has it. Without a token nothing is said of what is wrong with it.</summary>
    private string Challenge(string why, string? error)
    {
        var parts = new List<string> { "realm=\"liaison\"" };
        if (tokens is not null)
        {
            parts.Add($"authorization_uri=\"{tokens.Authority}\"");
        }

        if (error is not null)
        {
            parts.Add($"error=\"{error}\", error_description=\"{why}\"");
        }

        if (error is "insufficient_scope")
        {
            parts.Add($"scope=\"{ApiTokens.Permission}\"");
        }

        return "Bearer " + string.Join(", ", parts);
    }

    private abstract record Admission
    {
        public sealed record In(ApiReader Reader) : Admission;

        public sealed record Unknown(string Why, bool HasToken) : Admission;

        public sealed record NotPermitted(string Why) : Admission;

        public sealed record NotNow(string Why) : Admission;
    }
}
