using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>One thing broken on purpose around the product, to show that a check catches it.</summary>
internal sealed record Defect(string Name, string What)
{
    public Func<Change, Change?>? Write { get; init; }

    /// <summary>Lets processes read something else than what is stored.</summary>
    public Func<Row, Row>? Read { get; init; }

    public Func<IClock, IClock>? SweepClock { get; init; }

    public Func<IClock, IClock>? DeliveryClock { get; init; }

    public Func<IChat, Province, IChat>? Chat { get; init; }

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("no-reminder-row", "The next reminder is not written.") { Write = change => Is(change, "R|") && change is not Change.Delete ? null : change },
        new("no-list-row", "A matter's entry in a list is not written.") { Write = change => Is(change, "A|") && change is not Change.Delete ? null : change },
        new("no-history", "A report of progress is not written into the history.") { Write = change => change is Change.Insert { Row: var row } && row.Text("Act") == "ReportProgress" && Is(change, "E|") ? null : change },
        new("no-command-row", "A command that was applied is not remembered.") { Write = change => Is(change, "I|") && change is Change.Insert ? null : change },
        new("number-skipped", "Numbers are given out by twos.") { Write = change => Is(change, "S|") ? With(change, "Last", row => row.Number("Last") + 1) : change },
        new("child-not-counted", "A parent does not count its children.") { Write = change => Is(change, "M|") ? With(change, "Children", _ => 0L) : change },
        new("reminder-lost", "A reminder is entered as given and its message is not written.") { Write = change => change is Change.Insert && (Is(change, "G|") || (Is(change, "O|") && change is Change.Insert { Row: var row } && row.Text("Reminders") is not null)) ? null : change },
        new("message-lost", "A message that leaves the outbox arrives nowhere.") { Write = change => (Is(change, "D|") || Is(change, "W|")) && change is Change.Upsert ? null : change },
        new("sweep-clock-stale", "The sweep lives a week behind.") { SweepClock = clock => new Shifted(clock, Duration.FromDays(-7)) },
        new("postman-clock-wrong", "The postman lives eight hours behind, as with UTC for Beijing time.") { DeliveryClock = clock => new Shifted(clock, Duration.FromHours(-8)) },
        new("reads-ended-as-open", "An ended matter is read as open.") { Read = row => Is(row.Key, "M|") && row.Text("State") is "Closed" or "Withdrawn" ? Changed(row, "State", "InProgress") : row },
        new("chat-sends-twice", "A message is sent twice at once.") { Chat = (chat, _) => new Meddling(chat, Twice: true) },
        new("chat-tells-others", "A message goes to somebody else as well.") { Chat = (chat, province) => new Meddling(chat, AlsoTo: province.People[^1]) },
        new("digest-in-parts", "A digest is sent line by line.") { Chat = (chat, _) => new Meddling(chat, InParts: true) },
    ];

    public static Defect Named(string name) =>
        All.FirstOrDefault(defect => defect.Name == name) ?? throw new FormatException($"There is no defect {name}: {string.Join(' ', All.Select(d => d.Name))}.");

    /// <summary>The first seed at which a check notices it, and that check; null when none does.</summary>
    public (string Check, int Seed)? CaughtBy(Options options)
    {
        for (var seed = options.FirstSeed; seed < options.FirstSeed + options.Seeds; seed++)
            if (new Run(seed, options, this).Play().Violations is [var first, ..]) return (first.Check, seed);
        return null;
    }

    private static bool Is(Change change, string prefix) => Is(change.Key, prefix);

    private static bool Is(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal);

    private static Change With(Change change, string column, Func<Row, object?> value) => change switch
    {
        Change.Insert insert => new Change.Insert(Changed(insert.Row, column, value(insert.Row)!)),
        Change.Replace replace => new Change.Replace(Changed(replace.Row, column, value(replace.Row)!), replace.ETag),
        _ => change,
    };

    private static Row Changed(Row row, string column, object value) =>
        row with { Columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal) { [column] = value } };

    private sealed class Shifted(IClock clock, Duration by) : IClock
    {
        public Instant GetCurrentInstant() => clock.GetCurrentInstant() + by;
    }

    private sealed class Meddling(IChat chat, bool Twice = false, Person? AlsoTo = null, bool InParts = false) : IChat
    {
        public async Task<SendAnswer> Send(Notice notice, Person to, ChatAddress address, Family family, CancellationToken stop)
        {
            if (AlsoTo is not null) await chat.Send(notice, AlsoTo, address, family, stop);
            if (Twice) await chat.Send(notice, to, address, family, stop);
            return await chat.Send(notice, to, address, family, stop);
        }

        public async Task<SendAnswer> SendDigest(IReadOnlyList<(Notice Notice, Family Family)> lines, Person to, ChatAddress address, CancellationToken stop)
        {
            if (!InParts) return await chat.SendDigest(lines, to, address, stop);
            var outcome = SendAnswer.Taken;
            foreach (var line in lines) outcome = await chat.SendDigest([line], to, address, stop);
            return outcome;
        }
    }
}
