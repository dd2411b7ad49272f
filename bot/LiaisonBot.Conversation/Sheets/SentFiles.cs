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

    /// <summary>Whoever waits longer is asked to send again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim places = new(AtATime, AtATime);

    /// <param name="unnamed">Stands for a name of which nothing is left.</param>
    /// <exception cref="Core.Storage.StoreUnavailableException">It could not be kept.</exception>
    public async Task<Received> ReceiveAsync(SentFile file, string unnamed, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(cancellationToken))
        {
            return new Received.Refused(FileFault.Busy);
        }

        try
        {
            return await FetchAsync(file, unnamed, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

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

    private async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (places.Wait(0, CancellationToken.None))
        {
            return true;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await places.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
