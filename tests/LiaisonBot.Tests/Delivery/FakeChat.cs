using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Tests.Delivery;

/// <summary>A chat that remembers what it was given, and answers what a test says.</summary>
internal sealed class FakeChat : IChat
{
    private readonly Lock gate = new();

    /// <summary>What arrived, in order: <c>changan Assign 1301-1</c>.</summary>
    public List<string> Arrived { get; } = [];

    /// <summary>Also those that were not taken.</summary>
    public int Tries { get; private set; }

    public Func<Notice, SendAnswer> Answer { get; set; } = _ => SendAnswer.Taken;

    /// <summary>Happens while a message is on its way.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public async Task<SendAnswer> Send(Notice notice, Person to, ChatAddress address, Family family, CancellationToken stop)
    {
        await Meanwhile();
        var outcome = Answer(notice);
        lock (gate)
        {
            Tries++;
            if (outcome is SendAnswer.Answered { Status: 201 }) Arrived.Add($"{to.Id} {notice.Act} {family.Matter.Number.Short}");
        }

        return outcome;
    }

    /// <summary>Digests that arrived: <c>changan: 1301-1 Unsigned, 1301-2 DueSoon</c>.</summary>
    public List<string> Digests { get; } = [];

    public Func<SendAnswer> AnswerToDigest { get; set; } = () => SendAnswer.Taken;

    public Task<SendAnswer> SendDigest(IReadOnlyList<(Notice Notice, Family Family)> lines, Person to, ChatAddress address, CancellationToken stop)
    {
        var outcome = AnswerToDigest();
        lock (gate)
        {
            Tries++;
            var repeat = lines.All(l => l.Notice.MayBeRepeat) ? " (repeat)" : "";
            if (outcome.MayHaveArrived)
                Digests.Add($"{to.Id}: " + string.Join(", ", lines.Select(l => $"{l.Family.Matter.Number.Short} {(l.Notice.Reminders is { } rules ? string.Join('+', rules) : l.Notice.Act)}")) + repeat);
        }

        return Task.FromResult(outcome);
    }
}
