using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// Looks at matters just before people are told of them: once for all who are told at the same moment. What is older than
/// <see cref="Lasts"/> is read again, so that nobody is reminded of what has been closed.
/// </summary>
internal sealed class ShortCache(MatterService matters, IClock clock)
{
    public static readonly Duration Lasts = Duration.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly Dictionary<MatterNumber, (Instant At, Task<MatterTree?> Reading)> reads = [];

    /// <summary>Null when there is no such matter or the person may not see it.</summary>
    public async Task<MatterTree?> Find(Person person, MatterNumber number, CancellationToken cancellationToken)
    {
        Task<MatterTree?> reading;
        lock (gate)
        {
            var now = clock.GetCurrentInstant();
            // A clock that was set back reads again.
            if (!reads.TryGetValue(number, out var last) || last.Reading.IsFaulted || last.At > now || now - last.At >= Lasts)
                reads[number] = last = (now, matters.Read(number, cancellationToken));
            reading = last.Reading;
        }

        return await reading is { } tree && Permissions.May(person, Right.See, tree.Matter.Subject) ? tree.SeenBy(person) : null;
    }
}
