using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LiaisonBot.Host.SignIn;

/// <summary>
/// A browser that was sent to Entra and has to come back with the answer to this very request. It keeps it itself, in a
/// cookie of its own.
/// </summary>
/// <param name="State">Comes back with the answer.</param>
/// <param name="Nonce">Stands in the token.</param>
/// <param name="Verifier">Proves that the code is redeemed by who asked for it (PKCE, RFC 7636).</param>
/// <param name="To">The page that was asked for. May be anything: it is checked where it is used.</param>
public sealed record SignInRequest(string State, string Nonce, string Verifier, string To)
{
    /// <summary>Of a secret: letters and digits.</summary>
    private const int SecretLength = 64;

    /// <summary>Where Entra sends a browser back to: it stands in the registration.</summary>
    public const string Callback = "/tab/signin/callback";

    /// <summary>Characters of <see cref="To"/>; a longer one is forgotten.</summary>
    private const int MaxTo = 1_000;

    /// <param name="secret">Gives 64 characters of chance, letters and digits, each time others.</param>
    public static SignInRequest New(string to, Func<string> secret) => new(secret(), secret(), secret(), to.Length <= MaxTo ? to : "");

    /// <summary>What Entra is shown of the verifier before it sees it.</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>As it stands in the cookie.</summary>
    public string Written =>
        $"{State}.{Nonce}.{Verifier}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(To))}";

    /// <summary>Null when it is none.</summary>
    public static SignInRequest? Read(string? written)
    {
        if (written?.Split('.') is not [var state, var nonce, var verifier, var to]
            || !new[] { state, nonce, verifier }.All(IsSecret)
            || to.Length > 4 * MaxTo
            || !Base64Url.IsValid(to))
        {
            return null;
        }

        return new(state, nonce, verifier, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(to)));
    }

    private static bool IsSecret(string text) => text.Length == SecretLength && text.All(char.IsAsciiLetterOrDigit);
}
