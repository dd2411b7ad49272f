using CsCheck;
using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sets;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sets;

/// <summary>How far a set is: right at every moment, and no matter of it waits for another.</summary>
public class SetCountsTests
{
    private const int Steps = 25;

    [Fact]
    public async Task Counts_AfterEachStepOfWhateverIsDone_AreThoseOfTheHistory() =>
        await Gen.Select(Gen.Int[0, 11], Gen.Int[0, 9], Gen.Int[0, 40]).Array[Steps].SampleAsync(
            async steps =>
            {
                await using var world = await World.Open();
                var services = world.Process(new FakeChat());
                var opened = Assert.IsType<SetResult.Done>(
                    await services.Sets.OpenAsync("open", Leader, Draft(world), default));
                var number = opened.Set.Number;
                var closed = 0;
                for (var i = 0; i < steps.Length; i++)
                {
                    var (what, which, days) = steps[i];
                    world.Clock.Advance(Duration.FromHours(days));
                    var view = (await services.Sets.FindAsync(Leader, number, default))!;
                    var finding = view.Findings[which % view.Findings.Count];
                    if (what == 0)
                    {
                        await services.Sets.AddAsync($"add-{i}", Leader, number, new($"补充的问题{i}"), "补充反馈", default);
                    }
                    else
                    {
                        await world.Try(what < 4 ? Zhengdings : what == 11 ? Office : Leader, view.Matters[finding.Index].Number, Command(what, world));
                    }

                    view = (await services.Sets.FindAsync(Leader, number, default))!;
                    var counted = SetProgress.Of(view, world.Today);
                    var (counts, nextDue) = await Replayed(world, view);
                    Assert.Equal(counts, counted.Counts.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
                    Assert.Equal(nextDue, counted.NextDue);
                    Assert.Equal(view.Set.Count, counted.Counts.Values.Sum());
                    closed += counted.Done;
                }

                return closed >= 0;
            },
            iter: 40,
            threads: 1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // it ends: the set has to look whether it goes on
    public async Task TwoMattersOfOneSet_AtTheSameMoment_DoNotWaitForEachOther(bool ends)
    {
        await using var world = await World.Open();
        var view = await Opened(world);
        var (one, other) = (view.Matters[1].Number, view.Matters[3].Number);
        if (ends)
        {
            await world.Do(Zhengdings, one, new MatterCommand.HandIn("已整改"));
            await world.Do(Zhengdings, other, new MatterCommand.HandIn("已整改"));
        }

        var (actor, command) = ends
            ? (Leader, (MatterCommand)new MatterCommand.Close("同意"))
            : (Zhengdings, new MatterCommand.HandIn("已整改"));
        CommandResult? meanwhile = null;
        var between = new BetweenStore(world.Store, async () => meanwhile = await world.Try(actor, other, command));
        var services = new LiaisonServices(between, Hebei, world.Clock, PolicyBook.BuiltIn, "one", _ => new FakeChat(), _ => { });

        var result = await services.Matters.DoAsync("one", actor, one, command, default);

        Assert.IsType<CommandResult.Done>(meanwhile);
        Assert.IsType<CommandResult.Done>(result);
        Assert.Equal(1, between.OfTheStep);
        var counts = SetProgress.Of((await services.Sets.FindAsync(Leader, view.Set.Number, default))!, world.Today);
        Assert.Equal(2, counts.Of(ends ? FindingStanding.Closed : FindingStanding.InReview));
    }

    private static MatterCommand Command(int what, World world) => what switch
    {
        1 or 2 => new MatterCommand.HandIn("已整改"),
        3 => new MatterCommand.RequestExtension("还需时日", world.Today.PlusDays(40)),
        4 or 5 or 6 => new MatterCommand.Close("同意"),
        7 => new MatterCommand.Return("请补充", world.Today.PlusDays(3)),
        8 => new MatterCommand.GrantExtension(null, null),
        9 => new MatterCommand.Withdraw("并入其他问题"),
        10 => new MatterCommand.Undo(null),
        _ => new MatterCommand.Reopen(new DueSpan.On(world.Today.PlusDays(5)), "反弹"),
    };

    /// <summary>From the history of each matter alone.</summary>
    private static async Task<(IEnumerable<(FindingStanding, int)> Counts, LocalDate? NextDue)> Replayed(World world, SetView view)
    {
        List<(FindingStanding Standing, LocalDate Due)> each = [];
        foreach (var finding in view.Findings)
        {
            var state = MatterState.InProgress;
            var due = default(LocalDate);
            foreach (var entry in await world.History(view.Matters[finding.Index].Number))
            {
                state = (entry.Act, entry.Note) switch
                {
                    (Act.HandIn, _) => MatterState.HandedIn,
                    (Act.Close, _) => MatterState.Closed,
                    (Act.Withdraw, _) => MatterState.Withdrawn,
                    (Act.Undo, nameof(Act.Close)) => MatterState.HandedIn,
                    (Act.Undo, nameof(Act.HandIn)) or (Act.Return, _) or (Act.Reopen, _) => MatterState.InProgress,
                    _ => state,
                };
                due = entry.Act is Act.Assign or Act.Return or Act.Reopen or Act.GrantExtension ? entry.Due ?? due : due;
            }

            each.Add((
                state switch
                {
                    MatterState.Closed => finding.Track == Track.LongTerm ? FindingStanding.Standing : FindingStanding.Closed,
                    MatterState.HandedIn => FindingStanding.InReview,
                    MatterState.Withdrawn => FindingStanding.TakenOut,
                    MatterState.Assigned or MatterState.InProgress =>
                        due < world.Today ? FindingStanding.Overdue : FindingStanding.Working,
                },
                due));
        }

        return (
            each.CountBy(one => one.Standing).OrderBy(one => one.Key).Select(one => (one.Key, one.Value)),
            each.Where(one => one.Standing is FindingStanding.Working or FindingStanding.Overdue).Min(one => (LocalDate?)one.Due));
    }

    private static SetDraft Draft(World world) => SetServiceTests.Draft(world, 1) with
    {
        Findings =
        [
            new("问题一", Due: world.Today.PlusDays(2)),
            new("问题二", Track: Track.LongTerm),
            new("问题三", Track: Track.Immediate),
            new("问题四", Due: world.Today.PlusDays(10)),
        ],
    };

    private static async Task<SetView> Opened(World world)
    {
        var services = world.Process(new FakeChat());
        var done = Assert.IsType<SetResult.Done>(await services.Sets.OpenAsync("open", Leader, Draft(world), default));
        return (await services.Sets.FindAsync(Leader, done.Set.Number, default))!;
    }
}
