using LiaisonBot.Core.Evidence;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// Fetches the files that people send and hands them on as they come, few at a time in a process: none is in memory,
/// and each takes a part of the network and of the disk.
/// </summary>
/// <param name="time">Counts how long a file may take, and how long somebody waits for a place.</param>
public sealed class SentFiles(IFileSource source, EvidenceService evidence, TimeProvider time) : IDisposable
{
    /// <summary>Files that are on their way at the same time.</summary>
    public const int AtATime = 4;

    /// <summary>One that takes longer counts as not having come.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    /// <summary>The same of one that comes from a person's browser, perhaps over a phone's network.</summary>
    private static readonly TimeSpan LongestFromPage = TimeSpan.FromMinutes(3);

    /// <summary>Whoever waits longer is asked to send again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Places places = new(AtATime, Patience, time);

    /// <param name="unnamed">Stands for a name of which nothing is left.</param>
    /// <exception cref="Core.Storage.StoreUnavailableException">It could not be kept.</exception>
    public Task<Received> ReceiveAsync(SentFile file, string unnamed, CancellationToken cancellationToken) =>
        file.Kept is { } kept
            ? Task.FromResult<Received>(new Received.Kept(kept))
            : places.UseAsync(
                () => FetchAsync(file, unnamed, cancellationToken),
                new Received.Refused(FileFault.Busy),
                cancellationToken);

    /// <summary>The same for a file that comes by itself, from a page.</summary>
    /// <param name="content">Is read once, to its end.</param>
    /// <inheritdoc cref="ReceiveAsync(SentFile, string, CancellationToken)"/>
    public Task<Received> ReceiveAsync(string name, Stream content, string unnamed, CancellationToken cancellationToken) =>
        places.UseAsync(
            async () =>
            {
                using var limit = new CancellationTokenSource(LongestFromPage, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
                try
                {
                    return await evidence.ReceiveAsync(name, unnamed, content, either.Token);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    return new Received.Refused(FileFault.NotFetched);
                }
            },
            new Received.Refused(FileFault.Busy),
            cancellationToken);

    public void Dispose() => places.Dispose();

    private async Task<Received> FetchAsync(SentFile file, string unnamed, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            switch (await source.OpenAsync(file, either.Token))
            {
                case FileAnswer.Opened opened:
                    await using (opened.Content)
                    {
                        return await evidence.ReceiveAsync(file.Name, unnamed, opened.Content, either.Token);
                    }

                case FileAnswer.TooLarge:
                    return new Received.Refused(FileFault.TooLarge);
                default:
                    return new Received.Refused(FileFault.NotFetched);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Received.Refused(FileFault.NotFetched);
        }
    }
}
