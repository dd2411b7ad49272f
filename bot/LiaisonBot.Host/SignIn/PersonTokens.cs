using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Host.Entra;

namespace LiaisonBot.Host.SignIn;

/// <summary>Whose a token is; or why that is not known.</summary>
public abstract record TokenOwner
{
    /// <param name="ObjectId">Of the account in the tenant. Names in a token are not looked at: they change hands.</param>
    public sealed record Known(Guid ObjectId) : TokenOwner;

    /// <param name="Why">In a sentence, without anything of a token.</param>
    public sealed record Refused(string Why) : TokenOwner;

    /// <summary>Entra cannot be reached, or does not take our word for who we are. It may go later.</summary>
    public sealed record NotNow : TokenOwner;
}

/// <summary>Reads of tokens for the tab whose they are.</summary>
/// <param name="tokens">For the audiences of the tab's registration.</param>
/// <param name="appId">Of that registration, in lower case.</param>
public sealed class PersonTokens(EntraTokens tokens, string appId)
{
    /// <summary>What Teams asks for in a person's name: that the tab may know them. It allows nothing else.</summary>
    public const string Scope = "access_as_user";

    /// <summary>An access token that Teams got for the tab (single sign-on).</summary>
    public Task<TokenOwner> OfTeamsAsync(string token, CancellationToken cancellationToken) =>
        ReadAsync(
            token,
            good => good.Text("scp")?.Split(' ').Contains(Scope) == true
                && (good.Id("azp") ?? good.Id("appid")) is not null
                    ? null
                    : $"The token has no scope {Scope}.",
            cancellationToken);

    /// <summary>An ID token that Entra gave for a code.</summary>
    /// <param name="nonce">What the browser was sent to Entra with.</param>
    public Task<TokenOwner> OfEntraAsync(string token, string nonce, CancellationToken cancellationToken) =>
        ReadAsync(
            token,
            good => !appId.Equals(good.Text("aud"), StringComparison.OrdinalIgnoreCase) || good.Text("scp") is not null
                ? "The token is no ID token for this app."
                : Same(good.Text("nonce") ?? "", nonce) ? null : "The token is the answer to another request.",
            cancellationToken);

    internal static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private async Task<TokenOwner> ReadAsync(
        string token,
        Func<EntraToken.Good, string?> wrong,
        CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.ReadAsync(token, cancellationToken) switch
            {
                EntraToken.Good good when wrong(good) is { } why => new TokenOwner.Refused(why),
                // A program has one too, and is nobody.
                EntraToken.Good good when good.Id("oid") is { } id && good.Text("idtyp") is not "app" =>
                    new TokenOwner.Known(id),
                EntraToken.Good => new TokenOwner.Refused("The token does not say whose it is."),
                EntraToken.Bad bad => new TokenOwner.Refused(bad.Why),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is no outcome."),
            };
        }
        catch (HttpRequestException)
        {
            return new TokenOwner.NotNow();
        }
    }
}
