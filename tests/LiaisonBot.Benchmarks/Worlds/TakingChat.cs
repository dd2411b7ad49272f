using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Benchmarks.Worlds;

/// <summary>A chat that takes every message at once.</summary>
internal sealed class TakingChat : IChat
{
    private int messages;
    private int digests;
    private int lines;

    public int Messages => messages;

    public int Digests => digests;

    /// <summary>Of all digests together.</summary>
    public int Lines => lines;

    public Task<SendAnswer> Send(Notice notice, Person to, ChatAddress address, Family family, CancellationToken stop)
    {
        Interlocked.Increment(ref messages);
        return Task.FromResult(SendAnswer.Taken);
    }

    public Task<SendAnswer> SendDigest(IReadOnlyList<(Notice Notice, Family Family)> lines, Person to, ChatAddress address, CancellationToken stop)
    {
        Interlocked.Increment(ref digests);
        Interlocked.Add(ref this.lines, lines.Count);
        return Task.FromResult(SendAnswer.Taken);
    }
}
