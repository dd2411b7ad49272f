using LiaisonBot.Benchmarks.Worlds;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;
using LiaisonBot.Local.Demo;
using LiaisonBot.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// A morning of the whole bot in virtual time: its own rounds, limiter and cards, a store as far away as Table storage,
/// and a Teams that refuses whatever exceeds its limits. Everything is there at once; how long it takes until the last
/// message has arrived is compared with the rate that the limiter allows.
/// </summary>
internal static class Peak
{
    private const int AllowedPerSecond = 30;

    // A working morning, when everybody's digest is due and nobody is left in peace.
    private static readonly Instant Morning = BeijingTime.At(new LocalDate(2026, 11, 24), new(9, 0));

    public static Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        var (people, messages) = bench.Quick ? (5_000, 10_000) : (50_000, 100_000);
        IReadOnlyList<Line> lines =
        [
            Play(bench, $"{Options.Words(3_000)} digests of 5 reminders", Crowd.Of(3_000, 5), OutboxRows.Digest, 3_000),
            Play(
                bench,
                $"{Options.Words(3_006)} messages of {Options.Words(1_002)} matters, 6 to each person",
                Crowd.Of(501, 6),
                OutboxRows.Outbox,
                3_006),
            Play(
                bench,
                $"{Options.Words(messages)} messages to {Options.Words(people)} people",
                Crowd.Of(people, messages / people),
                OutboxRows.Outbox,
                messages),
        ];
        return Task.FromResult(lines);
    }

    private static Line Play(Bench bench, string what, Crowd crowd, string prefix, int expected)
    {
        var time = new VirtualTime(Morning);
        var random = new Random(1);
        var store = new MemoryTableStore();
        crowd.Fill(store, prefix, Morning);
        using var stop = new CancellationTokenSource();
        var teams = new BusyTeams(time, random, expected, stop.Cancel);
        var far = new DistantStore(store, time, random);
        var (latest, trips) = (Duration.Zero, 0L);
        new OneThread(random, time).Run([async () =>
        {
            await using var app = await BotApp.OpenAsync(
                far,
                new(Hebei.Code, DemoData.Prefix, crowd.People[0].Id, "peak"),
                PolicyBook.BuiltIn,
                teams,
                time,
                time,
                NullLoggerFactory.Instance,
                default);
            async Task Look()
            {
                while (true)
                {
                    await Task.Delay(TimeSpan.FromMinutes(1), time, stop.Token);
                    var before = far.RoundTrips;
                    latest = Duration.Max(latest, (await app.HealthAsync(stop.Token)).SweepLag);
                    trips += far.RoundTrips - before;
                }
            }

            try
            {
                await Task.WhenAll(app.RunAsync(stop.Token), Look());
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The last message has arrived.
            }
        }]);
        var each = (double)(far.RoundTrips - trips) / teams.Taken;
        var seconds = (teams.Last - teams.First).TotalSeconds + 1;
        var used = teams.Taken / seconds / AllowedPerSecond;
        bench.Say($"{what}: {seconds:0} s, {used:P1} of the allowed rate, {teams.Refused} refusals, {each:0.0} round trips each, swept at least every {latest.TotalSeconds:0} s");
        return new(
            $"morning peak, {what}: share of the allowed {AllowedPerSecond}/s, and refusals",
            $"{used:P1} in {seconds / 60:0.0} minutes, {teams.Refused} refusals; {each:0.00} round trips to storage each, reminders swept at least every {latest.TotalSeconds:0} s meanwhile",
            "at least 95 %, 0",
            used >= 0.95 && teams.Refused == 0);
    }

    /// <summary>People of the counties, each with open matters of theirs to be told of.</summary>
    private sealed record Crowd(IReadOnlyList<Person> People, int Each)
    {
        public static Crowd Of(int people, int each) => new(
            [
                Hebei.Office,
                .. Enumerable.Range(0, people).Select(i => Hebei.Counties[i % Hebei.Counties.Count] is var county
                    ? Person.WithObjectId(
                        $"person-{i:00000}",
                        Hebei.Areas.Get(county).Name + "联络员",
                        new Grant(Role.CountyOfficer, county)) : null!),
            ],
            each);

        public void Fill(MemoryTableStore store, string prefix, Instant now)
        {
            Submit(
                store,
                DirectoryRows.Table,
                Hebei.Code,
                People.Select(DirectoryRows.ToRow)
                    .Concat(People.Select(p => DirectoryRows.ToRow(new Chat(p.Id, Hebei.ChatOf(p))))));
            var (today, sequence) = (BeijingTime.Today(now), 0);
            foreach (var city in People.Skip(1).GroupBy(p => p.Grants[0].Area.City))
            {
                var rows = new List<Row>();
                foreach (var county in city.GroupBy(p => p.Grants[0].Area))
                    for (var i = 0; i < Each; i++)
                    {
                        var at = now - Duration.FromHours(2);
                        var matter = Archive.Assigned(
                            new(today.Year, city.Key, ++sequence),
                            county.Key,
                            at - Duration.FromDays(30),
                            today.PlusDays(-2)) with
                        { LastEntry = 1, RemindedThrough = now };
                        // As the sweep leaves them that gave these reminders: the audit finds nothing to mend.
                        var next = Schedule.Next(matter, PolicyBook.BuiltIn.InForce, WorkingCalendar.BuiltIn, now)!.At;
                        matter = matter with { NextReminder = next };
                        rows.AddRange([
                            MatterRows.ToRow(matter),
                            .. MatterRows.ListRows(matter),
                            MatterRows.ReminderRow(next, matter.Number)
                        ]);
                        rows.AddRange(county.Select((person, index) => OutboxRows.ToRow(prefix, new OutboxMessage(
                            $"{at.ToUnixTimeMilliseconds():00000000000000}-{matter.Number.Key}-0001-{index:00000}",
                            person.Id,
                            matter.Number,
                            OutboxMessage.Remind,
                            "",
                            at,
                            null,
                            matter.Due,
                            [ReminderName.Unsigned]))));
                    }

                Submit(store, MatterRows.Table, city.Key, rows);
            }
        }

        private static void Submit(MemoryTableStore store, string table, AreaCode partition, IEnumerable<Row> rows)
        {
            foreach (var some in rows.Chunk(StoreLimits.BatchChanges))
                store.SubmitAsync(table, partition.Value, [.. some.Select(row => new Change.Upsert(row))], default)
                    .GetAwaiter()
                    .GetResult();
        }
    }
}
