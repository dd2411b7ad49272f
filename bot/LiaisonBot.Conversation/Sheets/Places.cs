namespace LiaisonBot.Conversation.Sheets;

/// <summary>So many at a time in a process; whoever comes later waits, but not for long.</summary>
/// <param name="patience">How long somebody waits for a place.</param>
internal sealed class Places(int atATime, TimeSpan patience, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim places = new(atATime, atATime);

    /// <summary>What is done in a place; or what is answered when none became free.</summary>
    public async Task<T> UseAsync<T>(Func<Task<T>> work, T busy, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(cancellationToken))
        {
            return busy;
        }

        try
        {
            return await work();
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (places.Wait(0, CancellationToken.None))
        {
            return true;
        }

        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
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
