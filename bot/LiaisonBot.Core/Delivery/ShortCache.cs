using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// Looks at subjects just before people are told of them: once for all who are told at the same moment. What is older
/// than <see cref="Lasts"/> is read again, so that nobody is reminded of what has been closed.
/// </summary>
internal sealed class ShortCache(Subjects subjects, IClock clock)
{
    public static readonly Duration Lasts = Duration.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly Dictionary<SubjectKey, (Instant At, Task<ISubject?> Reading)> reads = [];

    /// <summary>Null when there is no such subject or the person may not see it.</summary>
    public async Task<ISubject?> FindAsync(Person person, SubjectKey key, CancellationToken cancellationToken)
    {
        Task<ISubject?> reading;
        lock (gate)
        {
            var now = clock.GetCurrentInstant();
            // A clock that was set back reads again.
            if (!reads.TryGetValue(key, out var last)
                || last.Reading.IsFaulted
                || last.At > now
                || now - last.At >= Lasts)
                reads[key] = last = (now, subjects.ReadAsync(key, cancellationToken));
            reading = last.Reading;
        }

        return await reading is { } subject && subject.MaySee(person)
            ? subject.SeenBy(person)
            : null;
    }
}
