using System.Net;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.People;

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

    /// <summary>
    /// Shows the bot's token to the service of a chat that has a picture. It is asked for no address but one of that
    /// service, and not for where that may lead to. Nothing is shown when null.
    /// </summary>
    public Func<ChatAddress, HttpRequestMessage, CancellationToken, Task>? Authorize { get; init; }

    public async Task<FileAnswer> FetchAsync(SentFile file, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(FetchTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        return await TryAsync(
            async () =>
            {
                using var response = await SendAsync(file, either.Token);
                return response is null ? new FileAnswer.NotFetched() : await ContentAsync(response, either.Token);
            },
            cancellationToken);
    }

    public Task<FileAnswer> OpenAsync(SentFile file, CancellationToken cancellationToken) => TryAsync(
        async () =>
        {
            var response = await SendAsync(file, cancellationToken);
            if (response is null)
            {
                return new FileAnswer.NotFetched();
            }

            if (response.Content.Headers.ContentLength > EvidenceLimits.FileBytes)
            {
                response.Dispose();
                return new FileAnswer.TooLarge();
            }

            return new FileAnswer.Opened(new ResponseStream(
                await response.Content.ReadAsStreamAsync(cancellationToken),
                response));
        },
        cancellationToken);

    /// <summary>Null when it leads where files are not fetched from, or is not given out there.</summary>
    private async Task<HttpResponseMessage?> SendAsync(SentFile file, CancellationToken cancellationToken)
    {
        var address = file.Address;
        for (var i = 0; i <= Redirects; i++)
        {
            var isOfChat = i == 0 && file.Chat is not null && IsOf(file.Chat, address);
            if (!address.IsAbsoluteUri || !(isOfChat || isAllowed(address)))
            {
                return null;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (isOfChat && Authorize is { } authorize)
            {
                await authorize(file.Chat!, request, cancellationToken);
            }

            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            var location = response.Headers.Location;
            var isElsewhere = response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found
                or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
            response.Dispose();
            if (!isElsewhere || location is null)
            {
                return null;
            }

            address = new(address, location);
        }

        return null;
    }

    /// <summary>
    /// The address that a token vouched for when the activity came, and nothing that only begins like it.
    /// </summary>
    private static bool IsOf(ChatAddress chat, Uri address) =>
        Uri.TryCreate(chat.ServiceUrl, UriKind.Absolute, out var service)
        && address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && service.GetLeftPart(UriPartial.Authority) == address.GetLeftPart(UriPartial.Authority)
        && address.AbsolutePath.StartsWith(service.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal)
        && address.AbsolutePath.Contains("/v3/attachments/", StringComparison.Ordinal);

    private static async Task<FileAnswer> TryAsync(Func<Task<FileAnswer>> fetch, CancellationToken cancellationToken)
    {
        try
        {
            return await fetch();
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

    /// <summary>Ends the answer with its content.</summary>
    private sealed class ResponseStream(Stream content, HttpResponseMessage response) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            content.ReadAsync(buffer, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => content.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                content.Dispose();
                response.Dispose();
            }

            base.Dispose(disposing);
        }
    }
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
