using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Handovers;

/// <summary>交接: team 5 leaves 石家庄 at the end of the year, team 6 comes on the first of January.</summary>
public class HandoverServiceTests
{
    private static readonly LocalDate LastDay = new(2026, 12, 31);
    private static readonly LocalDate FirstDay = new(2027, 1, 1);

    private static readonly Person Old = Person.WithObjectId(
        "old",
        "name of old",
        new Grant(Role.TeamLeader, Shijiazhuang, 5) { To = LastDay },
        new Grant(Role.TeamLeader, Tangshan, 5) { From = FirstDay });

    private static readonly Person New = Person.WithObjectId(
        "new",
        "name of new",
        new Grant(Role.TeamLeader, Tangshan, 6) { To = LastDay },
        new Grant(Role.TeamLeader, Shijiazhuang, 6) { From = FirstDay });

    private static readonly HandoverDraft Draft = new(Shijiazhuang, 5, 6, null);

    [Fact]
    public async Task Confirmed_OnItsDay_EveryOpenMatterIsTheNextTeams_WithItsHistory()
    {
        await using var scene = await Scene.OpenAsync();
        var (open, review, closed) = (await scene.AssignAsync(Changan), await scene.AssignAsync(Zhengding), await scene.AssignAsync(Changan));
        await scene.World.Do(Zhengdings, review, new MatterCommand.Sign());
        await scene.World.Do(Zhengdings, review, new MatterCommand.HandIn("已上报"));
        await scene.World.Do(County, closed, new MatterCommand.Sign());
        await scene.World.Do(County, closed, new MatterCommand.HandIn("已上报"));
        await scene.World.Do(await scene.PersonAsync("old"), closed, new MatterCommand.Close());
        await scene.SignedAndConfirmedAsync();
        Assert.Equal(5, (await scene.World.Read(open)).Team);

        await scene.GoToAsync(FirstDay);

        foreach (var number in new[] { open, review })
        {
            Assert.Equal(6, (await scene.World.Read(number)).Team);
            var entry = (await scene.World.History(number))[^1];
            Assert.Equal((Act.HandOver, (5, 6)), (entry.Act, HistoryEntry.TeamsIn(entry.Note)!.Value));
        }

        Assert.Equal(5, (await scene.World.Read(closed)).Team);
        Assert.Equal((HandoverState.Done, 2), (await scene.ReadAsync() is var done ? (done.State, done.Moved) : default));

        // The next leader closes what the old one assigned; the old one reads what was closed then, and nothing else.
        var (old, next) = (await scene.PersonAsync("old"), await scene.PersonAsync("new"));
        await scene.World.Do(next, review, new MatterCommand.Close());
        Assert.NotNull(await scene.World.Service.FindAsync(old, closed, default));
        Assert.Null(await scene.World.Service.FindAsync(old, open, default));
        Assert.Null(await scene.World.Service.FindAsync(old, review, default));
        Assert.IsType<CommandResult.NotFound>(await scene.World.Try(old, open, new MatterCommand.Urge(null)));
    }

    [Fact]
    public async Task Children_PassWithTheirMatter_AndRecurringMattersGoOnForTheNextLeader()
    {
        await using var scene = await Scene.OpenAsync();
        var parent = await scene.AssignAsync(Shijiazhuang);
        await scene.World.Do(City, parent, new MatterCommand.PassOn([Changan, Zhengding], null, null));
        var rules = scene.Services.Recurring;
        var rule = Assert.IsType<RecurringResult.Done>(await rules.SetUpAsync(
            "rule",
            await scene.PersonAsync("old"),
            new("周报", [Changan], null, "报送周报", new Rhythm.Weekly(1, IsoDayOfWeek.Friday)),
            default)).Rule;
        await scene.SignedAndConfirmedAsync();

        await scene.GoToAsync(FirstDay);

        foreach (var child in new[] { 1, 2 })
        {
            Assert.Equal(6, (await scene.World.Read(parent with { Child = child })).Team);
        }

        var after = await rules.FindAsync(Office, rule.Number, default);
        Assert.Equal((6, "new"), (after!.Team, after.By));
    }

    [Fact]
    public async Task AStopAnywhereInTheMoving_LosesNothing_AndDoesNothingTwice()
    {
        for (var stop = 0; stop <= 4; stop++)
        {
            await using var scene = await Scene.OpenAsync();
            var numbers = new List<MatterNumber>();
            for (var i = 0; i < 4; i++)
            {
                numbers.Add(await scene.AssignAsync(Changan));
            }

            await scene.SignedAndConfirmedAsync();
            scene.World.Clock.Reset(BeijingTime.At(FirstDay, new(0, 1)));
            var stopping = new LiaisonServices(
                new StoppingStore(scene.World.Store, stop),
                Hebei,
                scene.World.Clock,
                PolicyBook.BuiltIn,
                "stops",
                _ => new FakeChat(),
                _ => { });
            await Assert.ThrowsAsync<StoreUnavailableException>(() =>
                new HandoverKind(stopping.Handovers).WakeAsync(new(Handover.KindName, Scene.Number), default));
            Assert.Equal(HandoverState.Confirmed, (await scene.ReadAsync()).State);
            await scene.Services.Sweep.SweepAsync(Shijiazhuang, default);

            foreach (var number in numbers)
            {
                Assert.Equal(6, (await scene.World.Read(number)).Team);
                Assert.Single(await scene.World.History(number), e => e.Act == Act.HandOver);
            }

            Assert.Equal((HandoverState.Done, 4), ((await scene.ReadAsync()).State, (await scene.ReadAsync()).Moved));
        }
    }

    [Fact]
    public async Task ASetOfFindings_PassesWithItsMatters_AndTheNextLeaderApprovesAndChecks()
    {
        await using var scene = await Scene.OpenAsync();
        var old = await scene.PersonAsync("old");
        var made = Assert.IsType<SetResult.Done>(await scene.Services.Sets.OpenAsync(
            "set",
            old,
            new(Zhengding, scene.World.Today, [new("问题一"), new("问题二")]),
            default));
        await scene.SignedAndConfirmedAsync();
        Assert.Single((await scene.Services.Handovers.ContentsAsync(await scene.ReadAsync(), default)).Sets);

        await scene.GoToAsync(FirstDay);

        var view = (await scene.Services.Sets.FindAsync(await scene.PersonAsync("new"), made.Set.Number, default))!;
        Assert.Equal(6, view.Set.Team);
        Assert.All(view.Matters.Values, entry => Assert.Equal(6, entry.Team));
        Assert.Single(await scene.Services.Sets.EventsAsync(made.Set.Number, default), e => e.Act == SetAct.HandOver);
    }

    [Fact]
    public async Task TwoLeadersAtTheSameMoment_OneWins()
    {
        await using var scene = await Scene.OpenAsync();
        var number = await scene.AssignAsync(Changan);
        await scene.World.Do(County, number, new MatterCommand.Sign());
        await scene.World.Do(County, number, new MatterCommand.HandIn("已上报"));
        await scene.SignedAndConfirmedAsync();
        var old = await scene.PersonAsync("old");
        scene.World.Clock.Reset(BeijingTime.At(FirstDay, new(0, 1)));

        // By the old leader's process it is still the year before: what they knew is up to 30 seconds old.
        await Task.WhenAll(
            scene.World.Try(old, number, new MatterCommand.Close()),
            scene.Services.Sweep.SweepAsync(Shijiazhuang, default));

        var history = await scene.World.History(number);
        var closed = history.Any(e => e.Act == Act.Close);
        Assert.Equal(closed ? 5 : 6, (await scene.World.Read(number)).Team);
        Assert.Equal(closed ? 0 : 1, history.Count(e => e.Act == Act.HandOver));
    }

    [Theory]
    [InlineData(5, 5, "ToItself")]
    [InlineData(5, 9, "DoesNotCome")]
    [InlineData(null, 6, "TeamMissing")]
    [InlineData(5, 100, "TeamMissing")]
    public async Task WhatCannotBe_IsRefused_SayingWhy(int? from, int? to, string why)
    {
        await using var scene = await Scene.OpenAsync();
        var refused = Assert.IsType<HandoverResult.Refused>(await scene.Services.Handovers.OpenAsync(
            "open",
            Office,
            Draft with { From = from, To = to },
            default));
        Assert.Equal(why, refused.Why.ToString());
    }

    [Fact]
    public async Task WhatWasHandedOver_IsNotHandedOverAgain()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.SignedAndConfirmedAsync();
        await scene.GoToAsync(FirstDay);
        foreach (var day in new[] { FirstDay, new(2027, 1, 10), new(2027, 10, 20) })
        {
            var refused = Assert.IsType<HandoverResult.Refused>(
                await scene.Services.Handovers.OpenAsync($"again{day}", Office, Draft with { On = day }, default));
            Assert.Equal(HandoverRefusal.AlreadyDone, refused.Why);
        }
    }

    [Fact]
    public async Task WhatIsOpenAfterAHandover_IsHandedOverToo_AndTheFirstStaysAsItIs()
    {
        await using var scene = await Scene.OpenAsync();
        var before = await scene.AssignAsync(Changan);
        await scene.SignedAndConfirmedAsync();
        await scene.GoToAsync(FirstDay);
        // Reopened for the old team's own closed one, or assigned in the days of the change: again something is open.
        var late = await scene.World.Assign(Leader, Zhengding);
        await scene.World.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Upsert(DirectoryRows.ToRow(Person.WithObjectId(
                "follows",
                "name of follows",
                new Grant(Role.TeamLeader, Shijiazhuang, 5) { To = FirstDay.PlusDays(20) })))],
            default);
        scene.World.Clock.Reset(BeijingTime.At(FirstDay.PlusDays(3), new(9, 0)));
        scene.Services.Directory.Forget();
        var again = await scene.World.Assign(await scene.PersonAsync("follows"), Changan);

        var opened = Assert.IsType<HandoverResult.Done>(await scene.Services.Handovers.OpenAsync(
            "again",
            Office,
            Draft with { On = FirstDay },
            default)).Handover;
        Assert.Equal(FirstDay.PlusDays(1), opened.On);
        await scene.Services.Handovers.ConfirmAsync("yes", Office, opened.Number, "换组期间新交办", default);
        await scene.Services.Sweep.SweepAsync(Shijiazhuang, default);

        Assert.Equal(6, (await scene.World.Read(again)).Team);
        Assert.Equal((HandoverState.Done, 1), (await scene.ReadAsync() is var first ? (first.State, first.Moved) : default));
        Assert.Equal(1, (await scene.Services.Handovers.FindAsync(Office, opened.Number, default))!.Moved);
        Assert.Equal(
            HandoverRefusal.AlreadyDone,
            Assert.IsType<HandoverResult.Refused>(
                await scene.Services.Handovers.OpenAsync("more", Office, Draft with { On = FirstDay }, default)).Why);
        Assert.NotEqual((before, late), (late, again));
    }

    [Theory]
    // The leader's last day is the 31st of December.
    [InlineData("2026-12-15", "2026-12-15")]
    [InlineData("2027-01-01", "2027-01-01")]
    [InlineData("2027-01-20", "2027-01-01")]
    [InlineData("2026-10-01", "2026-11-23")]
    public async Task WithoutADay_TheNextTeamTakesWhenItComes_AndNotLaterThanTheLastLeaderLeaves(string comes, string on)
    {
        await using var scene = await Scene.OpenAsync();
        await scene.World.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Upsert(DirectoryRows.ToRow(
                new Visit(6, Shijiazhuang, Columns.Date(comes), new(2027, 12, 31), VisitKind.Residency)))],
            default);
        scene.Services.Directory.Forget();

        var people = await scene.Services.Directory.ReadAsync(default);
        Assert.Equal(Columns.Date(on), HandoverRules.DayOf(Shijiazhuang, 5, 6, people, new(2026, 11, 23)));
    }

    [Fact]
    public async Task APieceOfTheDailyUpkeepThatFails_ComesAgainTheSameDay_AndTheOthersDoNot()
    {
        await using var world = await World.Open(Old, New);
        var services = world.Process(new FakeChat());
        await world.Assign(Old, Changan);
        world.Clock.Reset(BeijingTime.At(LastDay, new(0, 5)));
        var failed = 0;
        Task<bool> RoundAsync() => services.RoundAsync(
            async work =>
            {
                try
                {
                    await work();
                }
                catch (StoreUnavailableException)
                {
                    failed++;
                }
            },
            default);

        bool IsTold() => world.Rows(RowKeys.Matters.Digest).Result.Any(row => row.Text("Act") == HandoverService.IsNear);
        world.Faulty.RefusesRangesOf = RowKeys.Matters.Handovers;
        await RoundAsync();
        Assert.NotEqual(0, failed);
        Assert.False(IsTold());

        world.Faulty.RefusesRangesOf = null;
        world.Clock.Advance(Duration.FromMinutes(1));
        await RoundAsync();
        Assert.False(IsTold());
        world.Clock.Advance(Duration.FromMinutes(10));
        await RoundAsync();
        Assert.True(IsTold());
    }

    [Fact]
    public async Task Signing_IsForTheTwoLeaders_EachOnce_AndConfirmingForTheOffice()
    {
        await using var scene = await Scene.OpenAsync();
        var handovers = scene.Services.Handovers;
        Assert.IsType<HandoverResult.Done>(await handovers.OpenAsync("open", Office, Draft, default));
        foreach (var other in new[] { County, City, OtherLeader, Member })
        {
            Assert.IsType<HandoverResult.NotFound>(await handovers.SignAsync($"x{other.Id}", other, Scene.Number, default));
            Assert.IsType<HandoverResult.NotFound>(
                await handovers.ConfirmAsync($"y{other.Id}", other, Scene.Number, "没有签字", default));
        }

        var (old, next) = (await scene.PersonAsync("old"), await scene.PersonAsync("new"));
        Assert.Equal(
            HandoverRefusal.SignaturesMissing,
            Assert.IsType<HandoverResult.Refused>(await handovers.ConfirmAsync("early", Office, Scene.Number, " ", default)).Why);
        Assert.Equal(
            HandoverRefusal.NotAllowed,
            Assert.IsType<HandoverResult.Refused>(await handovers.ConfirmAsync("own", old, Scene.Number, "x", default)).Why);
        Assert.Equal("old", Assert.IsType<HandoverResult.Done>(await handovers.SignAsync("s1", old, Scene.Number, default)).Handover.Given?.By);
        Assert.True(Assert.IsType<HandoverResult.Done>(await handovers.SignAsync("s2", old, Scene.Number, default)).Repeated);
        Assert.Equal("new", Assert.IsType<HandoverResult.Done>(await handovers.SignAsync("s3", next, Scene.Number, default)).Handover.Taken?.By);
        Assert.Equal(
            HandoverState.Confirmed,
            Assert.IsType<HandoverResult.Done>(await handovers.ConfirmAsync("c", Office, Scene.Number, null, default)).Handover.State);
        Assert.Equal(
            HandoverRefusal.AlreadyConfirmed,
            Assert.IsType<HandoverResult.Refused>(await handovers.ConfirmAsync("c2", Office, Scene.Number, null, default)).Why);
    }

    [Fact]
    public async Task NobodyFollows_LeadersAndOfficeAreTold_30_10_1_DaysBefore_OnTheDay_AndWeekly()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.AssignAsync(Changan);
        List<string> told = [];
        for (var day = new LocalDate(2026, 11, 24); day <= new LocalDate(2027, 1, 16); day = day.PlusDays(1))
        {
            scene.World.Clock.Reset(BeijingTime.At(day, new(0, 5)));
            await scene.Services.Handovers.CheckAsync(Shijiazhuang, default);
            // Another process, or the same again, tells nobody twice.
            await scene.Services.Handovers.CheckAsync(Shijiazhuang, default);
            var lines = await scene.World.Rows(RowKeys.Matters.Digest);
            told.AddRange(lines.Where(row => row.Text("Act") == HandoverService.IsNear)
                .Select(row => $"{day:MM-dd} {row.Text("To")}"));
            foreach (var line in lines)
            {
                await scene.World.Store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Delete(line.Key)], default);
            }
        }

        // 2 December is 30 days before the first of January, the first day without a leader.
        Assert.Equal(
            [
                "12-02 old", "12-02 office", "12-22 old", "12-22 office", "12-31 old", "12-31 office",
                "01-01 office", "01-08 office", "01-15 office",
            ],
            told);
    }

    [Theory]
    [InlineData(HandoverState.Cancelled)]
    [InlineData(HandoverState.Done)]
    [InlineData(HandoverState.Open)]
    public async Task NobodyLeads_AndAHandoverStandsThereThatDoesNotHelp_TheOfficeIsToldOnTheDay(HandoverState stands)
    {
        await using var scene = await Scene.OpenAsync();
        var (number, handovers) = (await scene.AssignAsync(Changan), scene.Services.Handovers);
        if (stands == HandoverState.Done)
        {
            await scene.World.Do(County, number, new MatterCommand.Sign());
            await scene.World.Do(County, number, new MatterCommand.HandIn("已上报"));
            await scene.World.Do(await scene.PersonAsync("old"), number, new MatterCommand.Close());
            await scene.SignedAndConfirmedAsync();
        }
        else
        {
            // The day of one that is open lies after the first day without a leader.
            LocalDate? on = stands == HandoverState.Open ? FirstDay.PlusDays(40) : null;
            await handovers.OpenAsync("open", Office, Draft with { On = on }, default);
        }

        if (stands == HandoverState.Cancelled)
        {
            await handovers.CancelAsync("no", Office, Scene.Number, "轮换推迟", default);
        }

        await scene.GoToAsync(FirstDay);
        if (stands == HandoverState.Done)
        {
            await scene.World.Do(Office, number, new MatterCommand.Reopen(new DueSpan.WorkingDays(5), "整改不到位"));
        }

        List<string> told = [];
        for (var day = FirstDay; day < FirstDay.PlusDays(3); day = day.PlusDays(1))
        {
            scene.World.Clock.Reset(BeijingTime.At(day, new(0, 5)));
            await handovers.CheckAsync(Shijiazhuang, default);
            told = [.. (await scene.World.Rows(RowKeys.Matters.Digest))
                .Where(row => row.Text("Act") == HandoverService.IsNear)
                .Select(row => row.Text("To")!)];
        }

        Assert.Contains("office", told);
    }

    /// <summary>A handover says of every line that it still holds: this one counts by the person's chat alone.</summary>
    [Theory]
    [InlineData(false, "office: handover:2027-1301-0101-05 Unreached")]
    [InlineData(true, null)]
    public async Task WhoCannotBeReached_IsOneLineOfTheDigest_AndNoneWhenTheyAreBack(bool isBack, string? digest)
    {
        await using var scene = await Scene.OpenAsync();
        await scene.Services.Handovers.OpenAsync("open", Office, Draft, default);
        var (handover, old) = (await scene.ReadAsync(), await scene.PersonAsync("old"));
        foreach (var person in new[] { Office, old })
        {
            await scene.World.People.RememberAsync(person, AddressOf(person), Language.Chinese, default);
        }

        scene.Services.Directory.Forget();
        if (!isBack)
        {
            await scene.World.People.MarkUnreachableAsync(
                (await scene.Services.Directory.ReadAsync(default)).ChatOf("old")!,
                default);
            scene.Services.Directory.Forget();
        }

        var at = scene.World.Clock.GetCurrentInstant();
        await scene.World.Store.SubmitAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            [new Change.Insert(OutboxRows.ToRow(
                OutboxRows.Digest,
                new("00000001", "office", handover.Key, OutboxMessage.Unreached, old.Name, at, old.Id, null)))],
            default);

        await scene.Services.DigestSender.DeliverAsync(default);

        Assert.Equal(digest is null ? [] : [digest], scene.Chat.Digests);
    }

    [Fact]
    public async Task SomebodyFollowsInTheSameTeam_NobodyIsTold()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.AssignAsync(Changan);
        await scene.World.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Upsert(DirectoryRows.ToRow(Person.WithObjectId(
                "next",
                "name of next",
                new Grant(Role.TeamLeader, Shijiazhuang, 5) { From = FirstDay })))],
            default);
        scene.World.Clock.Reset(BeijingTime.At(new(2026, 12, 31), new(0, 5)));
        scene.Services.Directory.Forget();
        await scene.Services.Handovers.CheckAsync(Shijiazhuang, default);
        Assert.Empty(await scene.World.Rows(RowKeys.Matters.Digest));
    }

    [Fact]
    public async Task LateConfirmation_PassesAtOnce_AndCancelledNothingPasses()
    {
        await using var scene = await Scene.OpenAsync();
        var number = await scene.AssignAsync(Changan);
        var handovers = scene.Services.Handovers;
        await handovers.OpenAsync("open", Office, Draft, default);
        await scene.GoToAsync(new(2027, 1, 20));
        Assert.Equal(5, (await scene.World.Read(number)).Team);
        Assert.IsType<HandoverResult.Done>(
            await handovers.ConfirmAsync("late", Office, Scene.Number, "原组长已离任", default));
        await scene.Services.Sweep.SweepAsync(Shijiazhuang, default);
        Assert.Equal(6, (await scene.World.Read(number)).Team);

        await using var other = await Scene.OpenAsync();
        var stays = await other.AssignAsync(Changan);
        await other.SignedAndConfirmedAsync();
        Assert.IsType<HandoverResult.Done>(
            await other.Services.Handovers.CancelAsync("no", Office, Scene.Number, "轮换推迟", default));
        await other.GoToAsync(new(2027, 1, 2));
        Assert.Equal(5, (await other.World.Read(stays)).Team);
    }

    private sealed class Scene(World world, FakeChat chat, LiaisonServices services) : IAsyncDisposable
    {
        public const string Number = "2027-1301-0101-05";

        public World World => world;

        public FakeChat Chat => chat;

        public LiaisonServices Services => services;

        public static async Task<Scene> OpenAsync()
        {
            var (world, chat) = (await World.Open(Old, New), new FakeChat());
            return new(world, chat, world.Process(chat));
        }

        public async Task<Person> PersonAsync(string id) => (await services.Directory.ReadAsync(default)).ById(id)!;

        public async Task<MatterNumber> AssignAsync(Core.Areas.AreaCode area) =>
            await world.Assign(await PersonAsync("old"), area);

        public async Task<Handover> ReadAsync() => (await services.Handovers.FindAsync(Office, Number, default))!;

        public async Task SignedAndConfirmedAsync()
        {
            var handovers = services.Handovers;
            Assert.IsType<HandoverResult.Done>(await handovers.OpenAsync("open", Office, Draft, default));
            Assert.IsType<HandoverResult.Done>(
                await handovers.SignAsync("give", await PersonAsync("old"), Number, default));
            Assert.IsType<HandoverResult.Done>(
                await handovers.SignAsync("take", await PersonAsync("new"), Number, default));
            Assert.IsType<HandoverResult.Done>(await handovers.ConfirmAsync("confirm", Office, Number, null, default));
        }

        public async Task GoToAsync(LocalDate day)
        {
            world.Clock.Reset(BeijingTime.At(day, new(0, 1)));
            await services.Sweep.SweepAsync(Shijiazhuang, default);
        }

        public ValueTask DisposeAsync() => world.DisposeAsync();
    }
}
