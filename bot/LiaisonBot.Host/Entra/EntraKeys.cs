using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Host.Entra;

/// <summary>
/// The keys with which a tenant's tokens are signed, as its metadata publishes them. Fetched when first asked for and
/// then once in <see cref="KeptFor"/>; sooner when a token names a key that is not among them, at most once in
/// <see cref="AgainAfter"/>: anybody can name keys. While they cannot be fetched, those that are known are good; with
/// none it is tried once in <see cref="AgainSoon"/>.
/// </summary>
public sealed class EntraKeys(HttpClient http, Uri metadata, TimeProvider time, ILogger log) : IDisposable
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);
    public static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan AgainSoon = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1);
    private ICollection<SecurityKey>? known;
    private HttpRequestException? failed;
    private long asked;

    /// <param name="named">The key that the token names; null when it names none.</param>
    /// <exception cref="HttpRequestException">There are none yet, and they cannot be fetched.</exception>
    public async Task<ICollection<SecurityKey>> FindAsync(string? named, CancellationToken cancellationToken)
    {
        if (Enough(named) is { } keys)
        {
            return keys;
        }

        await one.WaitAsync(cancellationToken);
        try
        {
            if (Enough(named) is { } meanwhile)
            {
                return meanwhile;
            }

            if (known is null && failed is not null && time.GetElapsedTime(asked) < AgainSoon)
            {
                throw failed;
            }

            asked = time.GetTimestamp();
            try
            {
                known = await FetchAsync(cancellationToken);
            }
            catch (HttpRequestException e)
            {
                failed = e;
                log.LogError(
                    "The keys of Entra cannot be fetched, by which those are known who sign in or read /api: {What}",
                    e.Message);
            }

            return known ?? throw failed!;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private ICollection<SecurityKey>? Enough(string? named)
    {
        if (known is null)
        {
            return null;
        }

        var age = time.GetElapsedTime(asked);
        return age < AgainAfter || (age < KeptFor && known.Any(key => key.KeyId == named)) ? known : null;
    }

    private async Task<ICollection<SecurityKey>> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(
                metadata.ToString(),
                new HttpDocumentRetriever(http),
                cancellationToken);
            return configuration.SigningKeys is { Count: > 0 } keys
                ? keys
                : throw new HttpRequestException("The metadata of Entra names no keys.");
        }
        catch (Exception e) when (e is IOException or ArgumentException or JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new HttpRequestException($"The keys of Entra cannot be fetched: {e.GetType().Name}.", e);
        }
    }
}
