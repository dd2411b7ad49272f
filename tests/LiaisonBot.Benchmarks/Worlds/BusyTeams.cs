using LiaisonBot.Conversation;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Simulation;
using NodaTime;

namespace LiaisonBot.Benchmarks.Worlds;

/// <summary>
/// Teams in virtual time: takes what keeps its limits after 80 to 250 ms, and refuses what exceeds them.
/// </summary>
/// <param name="last">Called when as many have arrived as are expected.</param>
internal sealed class BusyTeams(VirtualTime time, Random random, int expected, Action last) : IConnector
{
    private readonly Traffic traffic = new(Traffic.PerConversation, FakeTeams.PerTenant);

    public int Taken { get; private set; }

    public int Refused { get; private set; }

    public Instant First { get; private set; } = Instant.MaxValue;

    public Instant Last { get; private set; } = Instant.MinValue;

    public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(to, message, cancellationToken);

    public async Task<SendAnswer> PostAsync(
        ChatAddress to,
        OutgoingMessage message,
        CancellationToken cancellationToken)
    {
        First = Instant.Min(First, time.Passed);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(40, 125)), time, cancellationToken);
        var tooMuch = traffic.Over(to.ConversationId, time.Passed);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(40, 125)), time, cancellationToken);
        if (tooMuch is { } wait)
        {
            Refused++;
            return new SendAnswer.Answered(429, wait);
        }

        Last = time.Passed;
        if (++Taken == expected) last();
        return SendAnswer.Taken;
    }

    public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);
}
