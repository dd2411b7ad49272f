using LiaisonBot.Core;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;

namespace LiaisonBot.Benchmarks.Worlds;

/// <summary>A chat that takes every message at once.</summary>
internal sealed class TakingChat : IChats
{
    private int messages;
    private int digests;
    private int lines;

    public int Messages => messages;

    public int Digests => digests;

    /// <summary>Of all digests together.</summary>
    public int Lines => lines;

    public Task<SendAnswer> SendAsync(OutboxMessage message, Person to, ChatAddress address, ISubject subject, CancellationToken cancellationToken) =>
        Take();

    public Task<SendAnswer> SendMovedAsync(OutboxMessage message, Person to, ChatAddress address, CancellationToken cancellationToken) =>
        Take();

    public Task<SendAnswer> SendNewsAsync(PeopleNews news, Person to, ChatAddress address, bool mayBeRepeat, CancellationToken cancellationToken) =>
        Take();

    public Task<SendAnswer> ShowJobAsync(Job job, IReadOnlyList<RefusedItem> refused, Person to, ChatAddress address, CancellationToken cancellationToken) =>
        Take();

    public Task<SendAnswer> UpdateCardAsync(MatterNumber number, MatterTree? matter, Person to, ChatAddress address, string activity, CancellationToken cancellationToken) =>
        Take();

    public Task<SendAnswer> ShowAsync(RoomView view, Room room, string? activity, bool mayBeRepeat, CancellationToken cancellationToken) =>
        Take();

    public Task<SendAnswer> SendDigestAsync(
        IReadOnlyList<(OutboxMessage Message, ISubject Subject)> lines,
        Person to,
        ChatAddress address,
        CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref digests);
        Interlocked.Add(ref this.lines, lines.Count);
        return Task.FromResult(SendAnswer.Taken);
    }

    private Task<SendAnswer> Take()
    {
        Interlocked.Increment(ref messages);
        return Task.FromResult(SendAnswer.Taken);
    }
}
