using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sets;

/// <summary>检查 正定县: the sample, what is found, and what follows from it.</summary>
public class CheckServiceTests
{
    [Fact]
    public async Task Drawn_AllThatWereReturned_AndASampleThatAnybodyCanDrawAgain()
    {
        await using var scene = await Scene.OpenAsync(20, closed: 18, returned: 2);

        var done = Assert.IsType<CheckOutcome.Done>(await scene.Checks.DrawAsync("draw", Leader, Zhengding, 5, default));

        var check = done.Check;
        Assert.Equal((2, 5), (check.Items.Count(i => i.Returned), check.Items.Count(i => !i.Returned)));
        Assert.Equal(16, check.DrawnFrom.Count);
        Assert.Equal(scene.Returned.Order(), check.Items.Where(i => i.Returned).Select(i => i.Matter).Order());
        Assert.Equal(ByHand(check.Seed, check.DrawnFrom, 5), check.Items.Where(i => !i.Returned).Select(i => i.Matter));
        var kept = (await scene.Checks.FindAsync(Leader, check.Number, default))!;
        Assert.Equal(check.DrawnFrom.Order(), kept.DrawnFrom);
        Assert.Equal(check.Items, kept.Items);
        Assert.True(Assert.IsType<CheckOutcome.Done>(
            await scene.Checks.DrawAsync("draw", Leader, Zhengding, 5, default)).Repeated);
    }

    [Fact]
    public void TheSample_IsEachOneAsOften_WhateverTheSeed()
    {
        List<MatterNumber> from = [.. Enumerable.Range(1, 20).Select(i => new MatterNumber(2026, Shijiazhuang, i))];
        var counts = from.ToDictionary(number => number, _ => 0);
        for (var seed = 0; seed < 4000; seed++)
        {
            var sample = CheckRules.Sample($"seed {seed}", from, 5);
            Assert.Equal(5, sample.Distinct().Count());
            foreach (var number in sample)
            {
                counts[number]++;
            }
        }

        // A fifth of them, 5 of 20, four thousand times: 1,000 each, and 27 is one standard deviation.
        Assert.All(counts.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public async Task NotDone_IsAssignedAgain_OnceAndByWhoMay()
    {
        await using var scene = await Scene.OpenAsync(6, closed: 6, returned: 0);
        var check = Assert.IsType<CheckOutcome.Done>(
            await scene.Checks.DrawAsync("draw", Leader, Zhengding, 3, default)).Check;
        var due = scene.World.Today.PlusDays(20);
        var matter = check.Items[0].Matter;

        Assert.Equal(CheckRefusal.NoteMissing, await Refusal(scene.Checks.SayAsync(Member, check.Number, matter, new(CheckResult.NotDone, " "), default)));
        Assert.IsType<CheckOutcome.Done>(
            await scene.Checks.SayAsync(Member, check.Number, matter, new(CheckResult.NotDone, "只拆了一半"), default));
        Assert.Equal(CheckRefusal.NotYoursToDecide, await Refusal(scene.Checks.FollowUpAsync(Member, check.Number, matter, due, default)));
        Assert.Equal(CheckRefusal.NothingWaits, await Refusal(scene.Checks.LeaveAsync(Leader, check.Number, matter, "算了", default)));
        Assert.Equal(CheckRefusal.DueInPast, await Refusal(scene.Checks.FollowUpAsync(Leader, check.Number, matter, scene.World.Today.PlusDays(-1), default)));

        // The answer is lost after the matter was assigned: the same press again finds it.
        scene.World.Faulty.OnSubmit(SubmitFault.Unavailable, next: 2);
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            scene.Checks.FollowUpAsync(Leader, check.Number, matter, due, default));
        var followed = Assert.IsType<CheckOutcome.Done>(
            await scene.Checks.FollowUpAsync(Leader, check.Number, matter, due, default)).Check.Items[0].FollowedBy!.Value;

        var next = await scene.World.Read(followed);
        Assert.Equal((matter, "只拆了一半", due, MatterState.Assigned), (next.Origin!.Value, next.Target, next.Due, next.State));
        Assert.Equal(9, (await scene.World.Store.ReadPrefixAsync(MatterRows.Table, "1301", RowKeys.Matters.Matter, 99, default)).Count);
        Assert.Equal(CheckRefusal.Decided, await Refusal(scene.Checks.SayAsync(Leader, check.Number, matter, new(CheckResult.True, null), default)));
    }

    /// <summary>What is done again is looked at in place of what was not done, when it is closed; until then neither is.</summary>
    [Fact]
    public async Task WhatFollowed_TakesThePlaceOfItsFinding_InTheNextCheck()
    {
        await using var scene = await Scene.OpenAsync(4, closed: 4, returned: 0);
        var first = Assert.IsType<CheckOutcome.Done>(await scene.Checks.DrawAsync("one", Office, Zhengding, 1, default)).Check;
        var matter = Assert.Single(first.Items).Matter;
        await scene.Checks.SayAsync(Office, first.Number, matter, new(CheckResult.NotDone, "只拆了一半"), default);
        var due = scene.World.Today.PlusDays(20);
        var next = Assert.IsType<CheckOutcome.Done>(
            await scene.Checks.FollowUpAsync(Office, first.Number, matter, due, default)).Check.Items[0].FollowedBy!.Value;

        var second = Assert.IsType<CheckOutcome.Done>(await scene.Checks.DrawAsync("two", Leader, Zhengding, 9, default)).Check;
        Assert.Equal(3, second.Items.Count);
        Assert.DoesNotContain(second.Items, item => item.Matter == matter || item.Matter == next);

        await scene.World.Do(Zhengdings, next, new MatterCommand.Sign());
        await scene.World.Do(Zhengdings, next, new MatterCommand.HandIn("全部拆除"));
        await scene.World.Do(Office, next, new MatterCommand.Close());
        scene.World.Clock.Advance(NodaTime.Duration.FromDays(1));
        var third = Assert.IsType<CheckOutcome.Done>(await scene.Checks.DrawAsync("three", Leader, Zhengding, 9, default)).Check;
        Assert.Equal(4, third.Items.Count);
        Assert.True(Assert.Single(third.Items, item => item.Matter == next).Returned);
        Assert.DoesNotContain(third.Items, item => item.Matter == matter);
    }

    /// <summary>What was returned has to be looked at until a check finds it as reported; what a check finds otherwise, from then on.</summary>
    [Fact]
    public async Task WhatHasToBeChecked_IsSoUntilItIsFoundAsReported()
    {
        await using var scene = await Scene.OpenAsync(12, closed: 12, returned: 2);
        var first = Assert.IsType<CheckOutcome.Done>(await scene.Checks.DrawAsync("one", Leader, Zhengding, 1, default)).Check;
        var (returned, drawn) = (first.Items.Where(i => i.Returned).ToList(), Assert.Single(first.Items, i => !i.Returned).Matter);
        Assert.Equal(2, returned.Count);
        await scene.Checks.SayAsync(Leader, first.Number, returned[0].Matter, new(CheckResult.True, null), default);
        await scene.Checks.SayAsync(Leader, first.Number, returned[1].Matter, new(CheckResult.True, null), default);
        await scene.Checks.SayAsync(Leader, first.Number, drawn, new(CheckResult.Untrue, "台账是补的"), default);
        await scene.Checks.LeaveAsync(Leader, first.Number, drawn, "已核实，材料补齐", default);

        var second = Assert.IsType<CheckOutcome.Done>(await scene.Checks.DrawAsync("two", Leader, Zhengding, 1, default)).Check;
        Assert.Equal([drawn], second.Items.Where(i => i.Returned).Select(i => i.Matter));
        Assert.Equal(11, second.DrawnFrom.Count);
        Assert.Superset(returned.Select(i => i.Matter).ToHashSet(), second.DrawnFrom.ToHashSet());
        await scene.Checks.SayAsync(Leader, second.Number, drawn, new(CheckResult.True, null), default);
        await scene.Checks.SayAsync(Leader, second.Number, second.Items.First(i => !i.Returned).Matter, new(CheckResult.True, null), default);

        // Opened again and closed again, it is as if nobody had looked: it was returned once.
        scene.World.Clock.Advance(NodaTime.Duration.FromDays(1));
        var due = scene.World.Today.PlusDays(20);
        await scene.World.Do(Office, returned[0].Matter, new MatterCommand.Reopen(new LiaisonBot.Core.Calendar.DueSpan.On(due), "又被占用"));
        await scene.World.Do(Zhengdings, returned[0].Matter, new MatterCommand.HandIn("已再次腾退"));
        await scene.World.Do(Leader, returned[0].Matter, new MatterCommand.Close());
        var third = Assert.IsType<CheckOutcome.Done>(await scene.Checks.DrawAsync("three", Leader, Zhengding, 1, default)).Check;
        Assert.Equal([returned[0].Matter], third.Items.Where(i => i.Returned).Select(i => i.Matter));
    }

    /// <summary>One that is drawn when the report is closed looks at the report; half a year later the team is told to look back.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(91, false)]
    [InlineData(92, true)]
    [InlineData(200, true)]
    public async Task ACheck_IsTheLookBack_WhenTheMoreHalfOfItsTimeIsOver(int days, bool isDone)
    {
        await using var scene = await Scene.OpenAsync(3, closed: 3, returned: 0);
        var drawn = Assert.IsType<CheckOutcome.Done>(await scene.Checks.DrawAsync("draw", Leader, Zhengding, 1, default)).Check;
        var set = Assert.Single(await scene.Services.Sets.ListAsync(Leader, Zhengding, default));
        // The report was closed so many days before: 183 days until the look back.
        var closed = drawn.DrawnOn.PlusDays(-days);
        var step = new TeamStep("look-back", closed.PlusDays(183), closed, 0);

        Assert.Equal(isDone, scene.Services.Sets.IsDone(set, step, [drawn]));
    }

    [Fact]
    public async Task WhoMayNot_FindsNone()
    {
        await using var scene = await Scene.OpenAsync(3, closed: 3, returned: 0);
        var check = Assert.IsType<CheckOutcome.Done>(
            await scene.Checks.DrawAsync("draw", Leader, Zhengding, null, default)).Check;
        foreach (var other in new[] { City, County, Zhengdings, Audit })
        {
            Assert.Null(await scene.Checks.FindAsync(other, check.Number, default));
            Assert.Empty(await scene.Checks.OfPlaceAsync(other, Zhengding, default));
            Assert.Equal(CheckRefusal.NotAllowed, await Refusal(scene.Checks.DrawAsync($"no{other.Id}", other, Zhengding, null, default)));
            Assert.IsType<CheckOutcome.NotFound>(
                await scene.Checks.SayAsync(other, check.Number, check.Items[0].Matter, new(CheckResult.True, null), default));
        }

        Assert.Equal(CheckRefusal.AlreadyDrawn, await Refusal(scene.Checks.DrawAsync("again", Leader, Zhengding, null, default)));
        Assert.Equal(CheckRefusal.NothingClosed, await Refusal(scene.Checks.DrawAsync("none", Leader, Changan, null, default)));
        Assert.Equal(CheckRefusal.SizeOutOfRange, await Refusal(scene.Checks.DrawAsync("big", Leader, Zhengding, 51, default)));
    }

    /// <summary>In another way than the product: by the hash as a number, and by taking the least one again and again.</summary>
    private static List<MatterNumber> ByHand(string seed, IEnumerable<MatterNumber> from, int size)
    {
        var left = from.ToDictionary(
            number => new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(seed + "|" + number.Key)), isUnsigned: true, isBigEndian: true));
        List<MatterNumber> drawn = [];
        while (drawn.Count < size)
        {
            var least = left.Keys.Min();
            drawn.Add(left[least]);
            left.Remove(least);
        }

        return [.. drawn.Order()];
    }

    private static async Task<CheckRefusal> Refusal(Task<CheckOutcome> outcome) =>
        Assert.IsType<CheckOutcome.Refused>(await outcome).Why;

    private sealed class Scene(World world, LiaisonServices services) : IAsyncDisposable
    {
        public World World => world;

        public LiaisonServices Services => services;

        public CheckService Checks => services.Checks;

        public List<MatterNumber> Returned { get; } = [];

        public static async Task<Scene> OpenAsync(int findings, int closed, int returned)
        {
            var world = await World.Open();
            var scene = new Scene(world, world.Process(new FakeChat()));
            var done = Assert.IsType<SetResult.Done>(await world.Process(new FakeChat()).Sets.OpenAsync(
                "open",
                Leader,
                SetServiceTests.Draft(world, findings),
                default));
            var view = (await world.Process(new FakeChat()).Sets.FindAsync(Leader, done.Set.Number, default))!;
            for (var i = 1; i <= closed; i++)
            {
                var number = view.Matters[i].Number;
                await world.Do(Zhengdings, number, new MatterCommand.HandIn("已整改"));
                if (i <= returned)
                {
                    await world.Do(Leader, number, new MatterCommand.Return("再查"));
                    await world.Do(Zhengdings, number, new MatterCommand.HandIn("已整改到位"));
                    scene.Returned.Add(number);
                }

                await world.Do(Leader, number, new MatterCommand.Close());
            }

            return scene;
        }

        public ValueTask DisposeAsync() => world.DisposeAsync();
    }
}
