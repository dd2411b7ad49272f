using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Host.Api;

/// <summary>What a token of a request came to: who it is of, or why not.</summary>
public abstract record TokenCheck
{
    public sealed record Good(ApiReader Reader) : TokenCheck;

    /// <summary>It is none, not for us, or not of Entra.</summary>
    /// <param name="Why">In a sentence, without anything of the token.</param>
    public sealed record Bad(string Why) : TokenCheck;

    /// <summary>It is good, and lacks the permission.</summary>
    public sealed record NotEnough(string Why) : TokenCheck;
}

/// <summary>
/// Checks an access token of Entra: signed with a key of the tenant, of this tenant, for this API, in its time, and
/// with the permission <see cref="Permission"/>. Versions 1 and 2 are good. Tokens of the Bot Framework, ID tokens and
/// tokens of other tenants are not.
/// </summary>
/// <param name="audiences">What stands for this API in <c>aud</c>: the id of its registration, its address
/// (<c>api://…</c>).</param>
/// <param name="tenant">GUID in lower case.</param>
public sealed class EntraTokens(
    EntraCloud cloud,
    string tenant,
    IReadOnlyList<string> audiences,
    EntraKeys keys,
    TimeProvider time)
{
    /// <summary>An application role for programs, a scope for people who are signed in to one.</summary>
    public const string Permission = "Matters.Read";

    /// <summary>Clocks may differ by that much.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Characters of a token; one of Entra has some thousands.</summary>
    private const int MaxLength = 16 * 1024;

    private readonly JsonWebTokenHandler handler = new()
    {
        MapInboundClaims = false,
        MaximumTokenSizeInBytes = MaxLength
    };

    /// <summary>Where a program or a person gets one.</summary>
    public string Authority => $"{cloud.SignIn}/{tenant}/oauth2/v2.0/authorize";

    /// <exception cref="HttpRequestException">The keys of Entra cannot be fetched, and none are known yet.</exception>
    public async Task<TokenCheck> CheckAsync(string token, CancellationToken cancellationToken)
    {
        if (Read(token) is not { } read)
        {
            return new TokenCheck.Bad("This is no access token.");
        }

        // Before anything is asked of the network.
        if (read.Alg != SecurityAlgorithms.RsaSha256)
        {
            return new TokenCheck.Bad("The token is not signed as Entra signs (RS256).");
        }

        var result = await handler.ValidateTokenAsync(read, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKeys = await keys.FindAsync(read.Kid, cancellationToken),
            ValidIssuers = cloud.Issuers(tenant),
            ValidAudiences = audiences,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = InItsTime,
            IncludeTokenOnFailedValidation = false,
        });
        return result.IsValid ? Permitted(read) : new TokenCheck.Bad(Why(result.Exception));
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return token.Length <= MaxLength ? handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private bool InItsTime(
        DateTime? notBefore,
        DateTime? expires,
        SecurityToken token,
        TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || now >= start - Skew);
    }

    private TokenCheck Permitted(JsonWebToken token)
    {
        if (!tenant.Equals(Text(token, "tid"), StringComparison.OrdinalIgnoreCase))
        {
            return new TokenCheck.Bad("The token is of another tenant.");
        }

        // Version 1 calls it appid. An ID token, which is for the program that shows its person something, has neither.
        if (Id(token, "oid") is not { } objectId || (Id(token, "azp") ?? Id(token, "appid")) is not { } appId)
        {
            return new TokenCheck.Bad("The token does not say whose it is: an access token is needed.");
        }

        if (Text(token, "scp") is { } scopes)
        {
            return scopes.Split(' ').Contains(Permission)
                ? new TokenCheck.Good(new ApiReader.Account(objectId, appId))
                : new TokenCheck.NotEnough($"The token has no scope {Permission}.");
        }

        // Only in a token that is of no person is the subject the object itself; people's roles stand in ID tokens too.
        if (Text(token, "sub") != Text(token, "oid") || Text(token, "idtyp") is not (null or "app"))
        {
            return new TokenCheck.Bad("The token is neither of an application nor for reading as a person.");
        }

        return Texts(token, "roles").Contains(Permission)
            ? new TokenCheck.Good(new ApiReader.Application(appId, objectId))
            : new TokenCheck.NotEnough($"The token has no application role {Permission}.");
    }

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value) ? value as string : null;

    private static Guid? Id(JsonWebToken token, string claim) =>
        Guid.TryParse(Text(token, claim), out var id) ? id : null;

    private static IEnumerable<string> Texts(JsonWebToken token, string claim) =>
        token.Claims.Where(one => one.Type == claim).Select(one => one.Value);

    private static string Why(Exception? e) => e switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException =>
            "The token is over, not yet good, or names no end.",
        SecurityTokenInvalidAudienceException => "The token is for something else than this API.",
        SecurityTokenInvalidIssuerException => "The token is not of Entra for this tenant.",
        _ => "The token is not signed with a key of Entra for this tenant.",
    };
}
