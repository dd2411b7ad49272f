using LiaisonBot.Host.Entra;

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
/// Checks an access token for reading by <c>/api</c>, which needs the permission <see cref="Permission"/>. ID tokens
/// are none.
/// </summary>
public sealed class ApiTokens(EntraTokens tokens)
{
    /// <summary>An application role for programs, a scope for people who are signed in to one.</summary>
    public const string Permission = "Matters.Read";

    /// <inheritdoc cref="EntraTokens.Authority"/>
    public string Authority => tokens.Authority;

    /// <inheritdoc cref="EntraTokens.ReadAsync"/>
    public async Task<TokenCheck> CheckAsync(string token, CancellationToken cancellationToken) =>
        await tokens.ReadAsync(token, cancellationToken) switch
        {
            EntraToken.Good good => Permitted(good),
            EntraToken.Bad bad => new TokenCheck.Bad(bad.Why),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no outcome."),
        };

    private static TokenCheck Permitted(EntraToken.Good token)
    {
        // Version 1 calls it appid. An ID token, which is for the program that shows its person something, has neither.
        if (token.Id("oid") is not { } objectId || (token.Id("azp") ?? token.Id("appid")) is not { } appId)
        {
            return new TokenCheck.Bad("The token does not say whose it is: an access token is needed.");
        }

        if (token.Text("scp") is { } scopes)
        {
            return scopes.Split(' ').Contains(Permission)
                ? new TokenCheck.Good(new ApiReader.Account(objectId, appId))
                : new TokenCheck.NotEnough($"The token has no scope {Permission}.");
        }

        // Only in a token that is of no person is the subject the object itself; people's roles stand in ID tokens too.
        if (token.Text("sub") != token.Text("oid") || token.Text("idtyp") is not (null or "app"))
        {
            return new TokenCheck.Bad("The token is neither of an application nor for reading as a person.");
        }

        return token.Texts("roles").Contains(Permission)
            ? new TokenCheck.Good(new ApiReader.Application(appId, objectId))
            : new TokenCheck.NotEnough($"The token has no application role {Permission}.");
    }
}
