using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Host.Entra;

/// <summary>What a token came to.</summary>
public abstract record EntraToken
{
    /// <summary>It is of Entra, of our tenant, for us and in its time. What it allows is not looked at yet.</summary>
    public sealed record Good(JsonWebToken Token) : EntraToken
    {
        /// <summary>A claim that is one text; null when there is none, or something else.</summary>
        public string? Text(string claim) =>
            Token.TryGetPayloadValue<object>(claim, out var value) ? value as string : null;

        public Guid? Id(string claim) => Guid.TryParse(Text(claim), out var id) ? id : null;

        public IEnumerable<string> Texts(string claim) =>
            Token.Claims.Where(one => one.Type == claim).Select(one => one.Value);
    }

    /// <summary>It is none, not for us, or not of Entra.</summary>
    /// <param name="Why">In a sentence, without anything of the token.</param>
    public sealed record Bad(string Why) : EntraToken;
}

/// <summary>
/// Checks a token of Entra: signed with a key of the tenant, of this tenant, for this audience, in its time. Versions 1
/// and 2 are good. Tokens of the Bot Framework and of other tenants are not.
/// </summary>
/// <param name="audiences">What stands for us in <c>aud</c>: the id of a registration, its address
/// (<c>api://…</c>).</param>
/// <param name="tenant">GUID in lower case.</param>
public sealed class EntraTokens(
    EntraCloud cloud,
    string tenant,
    IReadOnlyList<string> audiences,
    EntraKeys keys,
    TimeProvider time)
{
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
    public async Task<EntraToken> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (Read(token) is not { } read)
        {
            return new EntraToken.Bad("This is no token of Entra.");
        }

        // Before anything is asked of the network.
        if (read.Alg != SecurityAlgorithms.RsaSha256)
        {
            return new EntraToken.Bad("The token is not signed as Entra signs (RS256).");
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
        if (!result.IsValid)
        {
            return new EntraToken.Bad(Why(result.Exception));
        }

        var good = new EntraToken.Good(read);
        return tenant.Equals(good.Text("tid"), StringComparison.OrdinalIgnoreCase)
            ? good
            : new EntraToken.Bad("The token is of another tenant.");
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

    private static string Why(Exception? e) => e switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException =>
            "The token is over, not yet good, or names no end.",
        SecurityTokenInvalidAudienceException => "The token is for something else than this.",
        SecurityTokenInvalidIssuerException => "The token is not of Entra for this tenant.",
        _ => "The token is not signed with a key of Entra for this tenant.",
    };
}
