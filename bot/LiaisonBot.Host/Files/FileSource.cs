using System.Net;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Sheets;

namespace LiaisonBot.Host.Files;

/// <summary>
/// Fetches a file that a person sent: without any credential, and only from where it may be. The address came in a
/// message, so that it might as well lead into the host's own network.
/// </summary>
/// <param name="handler">Follows no redirect by itself.</param>
/// <param name="isAllowed">Whether files are fetched from an address; asked of each redirect too.</param>
public sealed class FileSource(
    HttpMessageHandler handler,
    Func<Uri, bool> isAllowed,
    TimeProvider time) : IFileSource, IDisposable
{
    /// <summary>After this it counts as not having come.</summary>
    private static readonly TimeSpan FetchTime = TimeSpan.FromSeconds(20);

    private const int Redirects = 3;

    private readonly HttpClient http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<FileAnswer> FetchAsync(SentFile file, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(FetchTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var address = file.Address;
            for (var i = 0; i <= Redirects; i++)
            {
                if (!address.IsAbsoluteUri || !isAllowed(address))
                {
                    return new FileAnswer.NotFetched();
                }

                using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if (response is { StatusCode: HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect, Headers.Location: { } location })
                {
                    address = new(address, location);
                    continue;
                }

                return response.IsSuccessStatusCode
                    ? await ContentAsync(response, either.Token)
                    : new FileAnswer.NotFetched();
            }

            return new FileAnswer.NotFetched();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UriFormatException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new FileAnswer.NotFetched();
        }
    }

    private static async Task<FileAnswer> ContentAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > SheetLimits.FileBytes)
        {
            return new FileAnswer.TooLarge();
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > SheetLimits.FileBytes)
            {
                return new FileAnswer.TooLarge();
            }

            content.Write(buffer, 0, read);
        }

        return new FileAnswer.Fetched(content.GetBuffer().AsMemory(0, (int)content.Length));
    }

    public void Dispose() => http.Dispose();
}

/// <summary>
/// Where Teams puts the files that people send to a bot: the person's OneDrive, which is a site of SharePoint.
/// </summary>
public static class SharePoint
{
    // One for each cloud. Where Teams does not let bots have files (21Vianet, GCC High, DoD) nothing comes, and people
    // paste.
    private static readonly string[] Domains = [".sharepoint.com", ".sharepoint.us", ".sharepoint.cn"];

    public static bool Holds(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0
        && Array.Exists(Domains, domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
}
