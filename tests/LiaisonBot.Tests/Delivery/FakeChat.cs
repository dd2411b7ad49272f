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

    public Func<Notice, SendOutcome> Answer { get; set; } = _ => SendOutcome.Sent;

    /// <summary>Happens while a message is on its way.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public async Task<SendOutcome> Send(Notice notice, Person to, ChatAddress address, Family family, CancellationToken stop)
    {
        await Meanwhile();
        var outcome = Answer(notice);
        lock (gate)
        {
            Tries++;
            if (outcome == SendOutcome.Sent) Arrived.Add($"{to.Id} {notice.Act} {family.Matter.Number.Short}");
        }

        return outcome;
    }
}
