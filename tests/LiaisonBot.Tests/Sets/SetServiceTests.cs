using LiaisonBot.Core;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sets;

/// <summary>反馈 正定县: the set, and the matters that its findings are.</summary>
public class SetServiceTests
{
    /// <summary>A department sees of a set what was referred to it, the supervision office what is docketed; nobody changes it by that.</summary>
    /// <summary>A label before a colon says nothing in a list; a clause does.</summary>
    [Theory]
    [InlineData("问题1：违规占用耕地12亩。未拆除", "问题1：违规占用耕地12亩")]
    [InlineData("一是：会议多；文件多", "一是：会议多")]
    [InlineData("落实党中央决策部署有差距：对政策研究不深", "落实党中央决策部署有差距")]
    [InlineData("会议多。文件多：未整改", "会议多")]
    public void ATitle_IsTheFirstClause(string problem, string title) => Assert.Equal(title, SetRules.TitleOf(problem));

    [Fact]
    public async Task WhoHasToDoWithSomeFindings_SeesThoseAlone()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = Assert.IsType<SetResult.Done>(await services.Sets.OpenAsync("open", Leader, Draft(world, 3), default)).Set;
        var matters = (await services.Sets.FindAsync(Leader, set.Number, default))!.Matters;
        Assert.Null(await services.Sets.FindAsync(Audit, set.Number, default));
        Assert.Null(await services.Sets.FindAsync(Supervisors, set.Number, default));

        await Do("r", matters[2].Number, new MatterCommand.Refer(AuditOffice, "专项审计"));
        await Do("l", matters[3].Number, new MatterCommand.PutOnLedger("进展缓慢"));
        Assert.IsType<CommandResult.Done>(await services.Matters.DoAsync(
            "d", Office, matters[3].Number, new MatterCommand.Docket("体制机制"), default));
        Assert.Equal([2], await SeenBy(Audit));
        Assert.Equal([3], await SeenBy(Supervisors));
        Assert.Null(await services.Sets.FindAsync(Petitions, set.Number, default));
        Assert.Null(await services.Sets.FindAsync(County, set.Number, default));
        Assert.Equal([1, 2, 3], await SeenBy(Zhengdings));
        Assert.Null(await services.Sets.PlanAsync(Audit, set.Number, default));
        Assert.Null(await services.Disclosures.DraftAsync(Audit, set.Number, DisclosedWhat.Plan, default));
        Assert.IsType<SetResult.NotFound>(await services.Sets.AddAsync("a", Audit, set.Number, new("多一个"), "理由", default));

        async Task<IEnumerable<int>> SeenBy(Person person) =>
            (await services.Sets.FindAsync(person, set.Number, default))!.Findings.Select(f => f.Index);

        async Task Do(string id, MatterNumber number, MatterCommand command) =>
            Assert.IsType<CommandResult.Done>(await services.Matters.DoAsync(id, Leader, number, command, default));
    }

    [Fact]
    public async Task Made_EachFindingIsAMatter_AndNobodyIsToldOfEach()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var outbox = await Rows(world, RowKeys.Matters.Outbox);

        var done = Assert.IsType<SetResult.Done>(
            await services.Sets.OpenAsync("open", Leader, Draft(world, 12), default));

        Assert.Equal(SetState.Open, done.Set.State);
        var view = (await services.Sets.FindAsync(Zhengdings, done.Set.Number, default))!;
        Assert.Equal(Enumerable.Range(1, 12), view.Matters.Keys.Order());
        foreach (var (index, entry) in view.Matters)
        {
            var matter = await world.Read(entry.Number);
            Assert.Equal((MatterState.InProgress, index), (matter.State, matter.Finding!.Index));
            Assert.Equal($"问题{index}，占用耕地", matter.Finding.Problem);
        }

        // Each is told of the set once, by its first step.
        var told = (await Rows(world, RowKeys.Matters.Outbox)).Skip(outbox.Count).Select(row => row.Text("To")).ToList();
        Assert.Equal(told.Distinct(), told);
        Assert.Contains(Zhengdings.Id, told);
        Assert.Null(await services.Sets.FindAsync(County, done.Set.Number, default));
    }

    [Fact]
    public async Task AStopAtAnyMoment_LosesNothingAndDoublesNothing()
    {
        for (var stop = 1; stop <= 6; stop++)
        {
            await using var world = await World.Open();
            var stopping = new LiaisonServices(
                new StoppingStore(world.Store, stop),
                Hebei,
                world.Clock,
                PolicyBook.BuiltIn,
                "stops",
                _ => new FakeChat(),
                _ => { });
            await Assert.ThrowsAsync<StoreUnavailableException>(() =>
                stopping.Sets.OpenAsync("open", Leader, Draft(world, 5), default));
            var services = world.Process(new FakeChat());

            // The sweep goes on alone; the message that comes again finds what is there.
            await services.Sweep.SweepAsync(Shijiazhuang, default);
            var done = Assert.IsType<SetResult.Done>(
                await services.Sets.OpenAsync("open", Leader, Draft(world, 5), default));

            var view = (await services.Sets.FindAsync(Leader, done.Set.Number, default))!;
            Assert.Equal((SetState.Open, 5), (view.Set.State, view.Matters.Count));
            Assert.Equal(7, (await Rows(world, RowKeys.Matters.Matter)).Count);
            Assert.Single(await services.Sets.ListAsync(Leader, Shijiazhuang, default));
            Assert.Equal(
                [SetAct.Make, SetAct.Step, SetAct.Step, SetAct.Open],
                (await services.Sets.EventsAsync(done.Set.Number, default)).Select(e => e.Act));
        }
    }

    [Fact]
    public async Task TheListOfTheSet_ShowsEachMatterAsItStands()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var done = Assert.IsType<SetResult.Done>(
            await services.Sets.OpenAsync("open", Leader, Draft(world, 3), default));
        var before = (await services.Sets.FindAsync(Leader, done.Set.Number, default))!;

        await world.Do(Zhengdings, before.Matters[2].Number, new MatterCommand.HandIn("已拆除"));
        await world.Do(Leader, before.Matters[2].Number, new MatterCommand.Close());

        var after = (await services.Sets.FindAsync(Leader, done.Set.Number, default))!;
        Assert.Equal(
            [MatterState.InProgress, MatterState.Closed, MatterState.InProgress],
            after.Matters.OrderBy(m => m.Key).Select(m => m.Value.State));
    }

    [Fact]
    public async Task TheSameAgain_IsKnown_AndWhatIsWrongIsNamedByRow()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var draft = Draft(world, 3);
        var done = Assert.IsType<SetResult.Done>(await services.Sets.OpenAsync("open", Leader, draft, default));

        var again = Assert.IsType<SetResult.Refused>(await services.Sets.OpenAsync("again", Leader, draft, default));
        var wrong = Assert.IsType<SetResult.Refused>(await services.Sets.OpenAsync(
            "wrong",
            Leader,
            draft with
            {
                Findings =
                [
                    new("问题一"), new(""), new("问题一"), new(new string('长', FindingLimits.Problem + 1)),
                    new("问题五", Due: world.Today.PlusDays(-1)),
                ],
            },
            default));
        var stranger = Assert.IsType<SetResult.Refused>(await services.Sets.OpenAsync("no", County, Draft(world, 2), default));

        Assert.Equal([(SetRefusalReason.AlreadyThere, done.Set.Number)], again.Why.Select(w => (w.Reason, w.Set!.Value)));
        Assert.Equal(
            [
                (SetRefusalReason.Missing, 2), (SetRefusalReason.TooLong, 4), (SetRefusalReason.DueInPast, 5),
                (SetRefusalReason.Twice, 3),
            ],
            wrong.Why.Select(w => (w.Reason, w.Row!.Value)));
        Assert.Equal([SetRefusalReason.NotAllowed], stranger.Why.Select(w => w.Reason));
        Assert.Equal(5, (await Rows(world, RowKeys.Matters.Matter)).Count);
    }

    [Fact]
    public async Task TheLargestSet_IsOneBatch()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var long2000 = new string('长', FindingLimits.Problem - 10);
        List<FindingDraft> findings = [
            .. Enumerable.Range(1, FindingLimits.OfASet).Select(i => new FindingDraft($"问题{i}{long2000}", long2000[..1000])),
        ];

        var submits = world.Faulty.Submits;
        world.Faulty.OnSubmit(SubmitFault.Unavailable, next: 2);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => services.Sets.OpenAsync(
            "open",
            Leader,
            Draft(world, 1) with { Findings = findings },
            default));

        Assert.Equal(2, world.Faulty.Submits - submits);
        var set = Assert.Single(await services.Sets.ListAsync(Leader, Shijiazhuang, default));
        Assert.Equal(
            findings.Select(f => f.Problem),
            (await services.Sets.FindAsync(Leader, set.Number, default))!.Findings.Select(f => f.Problem));
    }

    internal static SetDraft Draft(World world, int findings) => new(
        Zhengding,
        world.Today.PlusDays(-3),
        [.. Enumerable.Range(1, findings).Select(i => new FindingDraft($"问题{i}，占用耕地", $"目标{i}"))]);

    private static Task<IReadOnlyList<Row>> Rows(World world, string prefix) => world.Store.ReadPrefixAsync(
        MatterRows.Table,
        Shijiazhuang.Value,
        prefix,
        1000,
        default);
}
