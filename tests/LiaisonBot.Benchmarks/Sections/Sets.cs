using System.Diagnostics;
using LiaisonBot.Benchmarks.Worlds;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>A set of 200 findings made, filled back and approved; and the list of a thousand sets.</summary>
internal static class Sets
{
    private const int Others = 1000;

    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        using var folder = WorkFolder.Make(bench.Options.Work);
        await using var store = SqliteTableStore.Open(folder.Store);
        var clock = new FakeClock(Sweeping.NextWorkingMorning(Bench.Clock.GetCurrentInstant()));
        var today = BeijingTime.Today(clock.GetCurrentInstant());
        var counting = new CountingStore(store);
        foreach (var some in Hebei.DirectoryRows(today, chats: false).Chunk(StoreLimits.BatchChanges))
        {
            await store.SubmitAsync(
                DirectoryRows.Table,
                Hebei.Code.Value,
                [.. some.Select(row => new Change.Insert(row))],
                default);
        }

        var services = new LiaisonServices(counting, Hebei.Code, clock, PolicyBook.BuiltIn, "benchmark", _ => new TakingChat(), _ => { });
        var county = Hebei.Counties[0];
        var (made, filled, approved) = (new Sample(), new Sample(), new Sample());
        for (var round = 0; round < (bench.Quick ? 1 : 5); round++)
        {
            var watch = Stopwatch.GetTimestamp();
            var opened = (SetResult.Done)await services.Sets.OpenAsync($"set{round}", Hebei.Office, Draft(county, today, 200, $"{round}"), default);
            await services.Sets.WakeAsync(opened.Set.Number, default);
            made.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);

            var officer = Hebei.OfficerOf(county);
            var plan = (await services.Sets.PlanAsync(officer, opened.Set.Number, default))!;
            var fill = new PlanFill("逐项制定措施，明确时限", "副县长", "自然资源局", today.PlusDays(60));
            watch = Stopwatch.GetTimestamp();
            var written = await services.Sets.FillAsync(
                $"fill{round}",
                officer,
                opened.Set.Number,
                plan.Matter.Number,
                [.. plan.Rows.Select(row => new PlanSheetRow(
                    row.Index,
                    row.Index,
                    PlanSheetRules.KeyOf(opened.Set.Number, row.Index, row.Fill),
                    row.Problem,
                    fill))],
                keepOthers: true,
                default);
            if (written is not PlanResult.Done)
            {
                throw new InvalidOperationException($"The plan was not written: {written}");
            }

            filled.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            foreach (var command in new MatterCommand[] { new MatterCommand.Sign(), new MatterCommand.HandIn("方案") })
            {
                await services.Matters.DoAsync($"{command.Act}{round}", officer, plan.Matter.Number, command, default);
            }

            watch = Stopwatch.GetTimestamp();
            await services.Matters.DoAsync($"close{round}", Hebei.Office, plan.Matter.Number, new MatterCommand.Close(), default);
            approved.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            bench.Say($"round {round + 1}: made in {made.Median:0} ms, filled in {filled.Median:0} ms, approved in {approved.Median:0} ms");
        }

        var sets = bench.Quick ? Others / 10 : Others;
        for (var i = 0; i < sets; i++)
        {
            await services.Sets.OpenAsync($"other{i}", Hebei.Office, Draft(Hebei.Counties[i % Hebei.Counties.Count], today, 3, $"other{i}"), default);
        }

        var (listed, trips) = (new Sample(), 0L);
        for (var i = 0; i < (bench.Quick ? 3 : 20); i++)
        {
            var before = counting.RoundTrips;
            var watch = Stopwatch.GetTimestamp();
            _ = await services.Sets.ListAsync(Hebei.Office, Hebei.Code, default);
            listed.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            trips = counting.RoundTrips - before;
        }

        return
        [
            new("a set of 200 findings: made, with its 200 matters", $"{made.Words("0")} ms", "below 20,000 ms", made.Median < 20_000),
            new("the same: its plan filled back in one sheet", $"{filled.Words("0")} ms", "below 1,000 ms", filled.Median < 1_000),
            new("the same: approved, with the dates of 200 matters", $"{approved.Words("0")} ms", "below 20,000 ms", approved.Median < 20_000),
            new($"the list of {Options.Words(sets)} sets of the province", $"{listed.Words("0")} ms, {trips} round trips", "below 500 ms", listed.Median < 500),
        ];
    }

    private static SetDraft Draft(AreaCode place, LocalDate today, int findings, string name) => new(
        place,
        today.PlusDays(-3),
        [.. Enumerable.Range(1, findings).Select(i => new FindingDraft($"{name}的问题{i}，违规占用耕地，整改不到位", $"整改目标{i}"))]);
}
