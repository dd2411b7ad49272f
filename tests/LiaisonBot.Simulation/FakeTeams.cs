using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>How often chats go wrong: probabilities in [0,1] that add up to at most 1.</summary>
internal sealed record ChatFaults(double TryLater = 0, double Unknown = 0, double Refused = 0)
{
    public static ChatFaults None { get; } = new();
}

/// <summary>The chats of everybody: what arrives there, and what the bot is told of it.</summary>
internal sealed class FakeTeams(Random random, IClock clock, Witness witness) : IChat
{
    private readonly Dictionary<string, Instant> blocked = new(StringComparer.Ordinal);

    public ChatFaults Faults { get; set; } = ChatFaults.None;

    public int Sends { get; private set; }

    public void Block(string person, Instant until) => blocked[person] = until;

    public void UnblockAll() => blocked.Clear();

    public Task<SendAnswer> Send(Notice notice, Person to, ChatAddress address, Family family, CancellationToken stop)
    {
        var outcome = Answer(to);
        witness.Sent(notice, to, outcome);
        return Task.FromResult(outcome);
    }

    public Task<SendAnswer> SendDigest(IReadOnlyList<(Notice Notice, Family Family)> lines, Person to, ChatAddress address, CancellationToken stop)
    {
        var outcome = Answer(to);
        witness.DigestSent([.. lines.Select(line => line.Notice)], to, outcome);
        return Task.FromResult(outcome);
    }

    // An unknown outcome may have arrived or not: neither the bot nor the checks may count on either.
    private SendAnswer Answer(Person to)
    {
        Sends++;
        var drawn = random.NextDouble();
        if (blocked.TryGetValue(to.Id, out var until) && clock.GetCurrentInstant() < until) return new SendAnswer.Answered(403, Code: "ConversationBlockedByUser");
        if ((drawn -= Faults.TryLater) < 0) return new SendAnswer.Answered(503);
        if ((drawn -= Faults.Unknown) < 0) return new SendAnswer.Lost();
        return drawn - Faults.Refused < 0 ? new SendAnswer.Answered(400) : SendAnswer.Taken;
    }
}
