using LiaisonBot.Core;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sealed;

/// <summary>Sealed records under faults of the store, and who sees them.</summary>
public sealed class SealedServiceTests : IAsyncLifetime
{
    private static readonly Person Officer = Of("officer", new Grant(Role.TeamMember, Shijiazhuang, 1) { Post = Post.Petitions });

    /// <summary>Whose records the leader of the team does not see.</summary>
    private static readonly Person Keeper2 = Of("keeper-2", new Grant(Role.Office, Hebei) { Post = Post.OnlineClues });

    private World world = null!;
    private readonly MemorySealingKeys keys = new();

    private LiaisonServices services = null!;

    public async ValueTask InitializeAsync()
    {
        world = await World.Open(Officer, Keeper, Keeper2);
        services = world.Process(new FakeChat(), keys);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData(SubmitFault.Unavailable)]
    [InlineData(SubmitFault.Conflict)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    public async Task ALookThatCannotBeNoted_ShowsNothing(SubmitFault fault)
    {
        var record = await RegisterAsync("a");
        world.Faulty.OnSubmit(fault);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => services.Sealed.OpenAsync(Officer, record.Number, "look", default));
        Assert.NotNull(await services.Sealed.OpenAsync(Officer, record.Number, "look", default));
        world.Clock.AdvanceMinutes(1);
        var looks = await services.Sealed.LooksAsync(Leader, record.Number, "looks", default);
        Assert.Equal([SealedLookAt.Looks, SealedLookAt.Text], looks!.Select(l => l.What));
    }

    [Fact]
    public async Task StoppedBehindTheRecord_ThoseConcernedAreToldOnce()
    {
        world.Faulty.OnSubmit(SubmitFault.Unavailable, 2);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => RegisterAsync("a", SealedKind.Interference));
        Assert.Empty(await MessagesAsync());
        await services.Sealed.ResumeAsync(default);
        await services.Sealed.ResumeAsync(default);
        await RegisterAsync("a", SealedKind.Interference);
        Assert.Equal([Keeper.Id, Leader.Id], (await MessagesAsync()).Select(m => m.To).Order(StringComparer.Ordinal));
    }

    /// <summary>The clock stands: what is told of both has ids of its own, also where the first is told after the second.</summary>
    [Fact]
    public async Task TwoStepsAtOneMoment_AreBothTold_ToWhomTheyConcern()
    {
        world.Faulty.OnSubmit(SubmitFault.Unavailable, 2);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => RegisterAsync("a", SealedKind.Interference));
        Assert.IsType<SealedResult.Done>(
            await services.Sealed.NameHandlersAsync("n", Leader, "2026-1300-000001", [Member], default));
        Assert.Equal([Member.Id], (await MessagesAsync()).Select(m => m.To));
        await services.Sealed.ResumeAsync(default);
        Assert.Equal(
            [Keeper.Id, Leader.Id, Member.Id],
            (await MessagesAsync()).Select(m => m.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TwoWhoOpenAnIdentityAtOneMoment_AreBothTold()
    {
        var draft = new SealedDraft(
            SealedKind.Petition,
            SealedChannel.Phone,
            Changan,
            world.Today,
            SealedAbout.Leadership,
            false,
            new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Reference] = "档号" },
            new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Name] = "某人" });
        var number = Assert.IsType<SealedResult.Done>(await services.Sealed.RegisterAsync("r", Officer, draft, default)).Record.Number;
        Assert.NotNull(await services.Sealed.IdentifyAsync(Officer, number, "核实", "look-1", default));
        Assert.NotNull(await services.Sealed.IdentifyAsync(Keeper, number, "核实", "look-2", default));
        Assert.Equal(
            [Keeper.Id, Leader.Id, Leader.Id],
            (await MessagesAsync()).Where(m => m.What == SealedService.WasIdentified).Select(m => m.To).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.Conflict)]
    public async Task LostAnswer_RegistersOnce_WithoutAGap(SubmitFault fault)
    {
        world.Faulty.OnSubmit(fault);
        var first = await RegisterAsync("a");
        var again = await RegisterAsync("a");
        var next = await RegisterAsync("b");
        Assert.Equal(["S-1", "S-1", "S-2"], new[] { first, again, next }.Select(r => r.Short));
    }

    [Fact]
    public async Task TheStoreOfEverythingElse_RefusesTheTable()
    {
        var open = new WatchedStore(world.Store, world.Clock, _ => { });
        await Assert.ThrowsAsync<ArgumentException>(() => open.ReadAsync("sealed", "1300", RowKeys.Sealed.Records + "2026-1300-000001", default));
        await Assert.ThrowsAsync<ArgumentException>(() => open.ReadRangeAsync("sealed", "1300", "A", "Z", 10, default));
        await Assert.ThrowsAsync<ArgumentException>(() => open.SubmitAsync("sealed", "1300", [], default));
        await Assert.ThrowsAsync<ArgumentException>(() => new SealedTable(world.Store).ReadAsync("matters", "1300", RowKeys.Matters.Matter + "1", default));
    }

    [Fact]
    public async Task ManyOpenedWithinAnHour_IsToldInTheDigest_ByNumber_AndOnce()
    {
        for (var i = 0; i < SealedLimits.ManyLooks; i++)
        {
            var record = await RegisterAsync($"r{i}");
            Assert.NotNull(await services.Sealed.OpenAsync(Officer, record.Number, $"o{i}", default));
            world.Clock.AdvanceMinutes(5);
        }

        Assert.Equal(0, await services.SealedUpkeep.CheckLooksAsync(default));
        world.Clock.AdvanceDays(1);
        Assert.Equal(1, await services.SealedUpkeep.CheckLooksAsync(default));
        Assert.Equal(0, await services.SealedUpkeep.CheckLooksAsync(default));
        Assert.Equal(
            [(Keeper.Id, SealedService.ManyLooks, "S-10"), (Leader.Id, SealedService.ManyLooks, "S-10")],
            (await DigestAsync()).Select(m => (m.To, m.What, SealedRecord.ShortOf(m.Subject.Number))).Order());
        Assert.All(await DigestAsync(), m => Assert.DoesNotContain(Officer.Name, m.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task FewOpened_OrOverADay_IsNothingUnusual()
    {
        for (var i = 0; i < SealedLimits.ManyLooks; i++)
        {
            var record = await RegisterAsync($"r{i}");
            Assert.NotNull(await services.Sealed.OpenAsync(Officer, record.Number, $"o{i}", default));
            world.Clock.AdvanceMinutes(10);
        }

        world.Clock.AdvanceDays(1);
        Assert.Equal(0, await services.SealedUpkeep.CheckLooksAsync(default));
    }

    [Fact]
    public async Task LookOfSomebodyElse_AfterHandlersChanged_IsToldToTheOthers()
    {
        var record = await RegisterAsync("r");
        await services.Sealed.NameHandlersAsync("n", Leader, record.Number, [Member], default);
        world.Clock.AdvanceMinutes(10);
        // Who works on it, and who changed it, look as they should.
        Assert.NotNull(await services.Sealed.OpenAsync(Member, record.Number, "o1", default));
        Assert.NotNull(await services.Sealed.OpenAsync(Leader, record.Number, "o2", default));
        Assert.NotNull(await services.Sealed.OpenAsync(Keeper, record.Number, "o3", default));
        Assert.Null(await services.Sealed.OpenAsync(Officer, record.Number, "o4", default));
        world.Clock.AdvanceDays(1);
        Assert.Equal(1, await services.SealedUpkeep.CheckLooksAsync(default));
        Assert.Equal(
            [(Leader.Id, SealedService.LookAfterChange)],
            (await DigestAsync()).Select(m => (m.To, m.What)));
    }

    /// <summary>Who worked on it when they looked may keep away afterwards; who is named afterwards did not work on it then.</summary>
    [Fact]
    public async Task Look_IsJudgedByWhoWorkedOnItThen()
    {
        var record = await RegisterAsync("r");
        await services.Sealed.NameHandlersAsync("n", Leader, record.Number, [Member], default);
        world.Clock.AdvanceMinutes(10);
        Assert.NotNull(await services.Sealed.OpenAsync(Member, record.Number, "o1", default));
        await services.Sealed.RecuseAsync("c", Member, record.Number, Member, default);
        world.Clock.AdvanceMinutes(10);
        Assert.NotNull(await services.Sealed.OpenAsync(Keeper, record.Number, "o2", default));
        await services.Sealed.NameHandlersAsync("n2", Leader, record.Number, [Keeper], default);
        world.Clock.AdvanceDays(1);

        Assert.Equal(1, await services.SealedUpkeep.CheckLooksAsync(default));
        Assert.Contains($"-{Keeper.Id}-", Assert.Single(await DigestAsync()).Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyThatWrappedAllAlready_CostsOneRead()
    {
        for (var i = 0; i < 5; i++)
        {
            await RegisterAsync($"r{i}");
        }

        await services.SealedUpkeep.RewrapAsync(default);
        world.Counting.Reset();
        Assert.Equal(0, await services.SealedUpkeep.RewrapAsync(default));
        Assert.Equal((1, 0, 0), (world.Counting.Reads, world.Counting.Ranges, world.Counting.Batches));
    }

    [Fact]
    public async Task KeyThatIsNew_WrapsAll_WhateverGoesWrongInBetween()
    {
        for (var i = 0; i < 5; i++)
        {
            await RegisterAsync($"r{i}");
        }

        keys.Renew();
        world.Faulty.OnSubmit(SubmitFault.Conflict, 2).OnSubmit(SubmitFault.UnknownBeforeCommit, 3);
        await services.SealedUpkeep.RewrapAsync(default);
        var rows = (await world.Store.ReadRangeAsync("sealed", "1300", "", "~", 1000, default)).Where(row => row.Text("Cipher") is not null).ToList();
        Assert.True(rows.Count >= 5);
        Assert.All(rows, row => Assert.Equal("key-2", row.Text("KeyBy")));
    }

    /// <summary>Of somebody whose data are deleted, only who opened a text or an identity stays: for that looks are kept.</summary>
    [Fact]
    public async Task WhoIsDeleted_StandsInNothing_ButInWhatTheyOpened()
    {
        var record = await RegisterAsync("r");
        await services.Sealed.ListAsync(Officer, "list", null, default);
        await services.Sealed.RecuseAsync("out", Leader, (await RegisterAsync("s")).Number, Officer, default);
        await services.Sealed.OpenAsync(Officer, record.Number, "o", default);
        Assert.True(await services.SealedUpkeep.ForgetAsync([Officer.Id], "former-1", "a member", default));
        var rows = await world.Store.ReadRangeAsync("sealed", "1300", "", "~", 1000, default);
        var naming = rows.Where(row => row.Columns.Values.OfType<string>().Any(value =>
            value.Split('\n').Contains(Officer.Id) || value.Contains(Officer.Name, StringComparison.Ordinal))).ToList();
        Assert.Equal("Text", Assert.Single(naming).Text("What"));
        Assert.Equal(["former-1"], (await services.Sealed.FindAsync(Leader, record.Number, default))!.Handlers);
        var opened = await services.Sealed.OpenAsync(Leader, record.Number, "o2", default);
        Assert.Equal(("former-1", "a member"), (opened!.Steps[0].Step.By, opened.Steps[0].Step.Name));
        Assert.Equal("档号", opened.Fields[SealedField.Reference]);
    }

    /// <summary>A link that somebody else has, and that they may not see, is registered like any other.</summary>
    [Fact]
    public async Task ALinkOfOthers_TellsNothing_AndIsKept()
    {
        var first = await RegisterAsync("a", SealedKind.OnlineClue, Keeper2);
        var second = await RegisterAsync("b", SealedKind.OnlineClue, Leader);
        var third = await RegisterAsync("c", SealedKind.OnlineClue, Keeper2);
        Assert.Equal(["S-1", "S-2", "S-1"], new[] { first, second, third }.Select(r => r.Short));
    }

    /// <summary>How long an answer takes tells nothing: as many reads, ranges and batches for what is not theirs as for what is not there.</summary>
    [Fact]
    public async Task NotTheirs_AndNotThere_CostTheSame()
    {
        var record = await RegisterAsync("a");
        var asks = new Dictionary<string, Func<Person, string, string, Task>>(StringComparer.Ordinal)
        {
            ["find"] = (p, n, _) => services.Sealed.FindAsync(p, n, default),
            ["open"] = (p, n, id) => services.Sealed.OpenAsync(p, n, id, default),
            ["identify"] = (p, n, id) => services.Sealed.IdentifyAsync(p, n, "why", id, default),
            ["looks"] = (p, n, id) => services.Sealed.LooksAsync(p, n, id, default),
            ["judge"] = (p, n, id) => services.Sealed.JudgeAsync(id, p, n, SealedDisposal.Keep, "words", default),
            ["link"] = (p, n, id) => services.Sealed.LinkAsync(id, p, n, ["2026-1301-000001"], default),
            ["refer"] = (p, n, id) => services.Sealed.MakeAsync(id, p, n, SealedKind.Slip, [AuditOffice], new Dictionary<string, string>(), default),
            ["answer"] = (p, n, id) => services.Sealed.AnswerAsync(id, p, n, "words", default),
            ["close"] = (p, n, id) => services.Sealed.CloseAsync(id, p, n, default),
            ["time"] = (p, n, id) => services.Sealed.GiveTimeAsync(id, p, n, "words", default),
            ["handlers"] = (p, n, id) => services.Sealed.NameHandlersAsync(id, p, n, [p], default),
            ["recuse"] = (p, n, id) => services.Sealed.RecuseAsync(id, p, n, p, default),
            ["sign"] = (p, n, id) => services.Sealed.SignAsync(id, p, n, default),
            ["receive"] = (p, n, id) => services.Sealed.ReceiveAsync(id, p, n, default),
            ["reply"] = (p, n, id) => services.Sealed.ReplyAsync(id, p, n, "words", default),
        };
        foreach (var (name, ask) in asks)
        {
            foreach (var person in new[] { Office, OtherLeader, Member, City, County, Audit, Supervisors })
            {
                async Task<string> CostAsync(string number)
                {
                    world.Counting.Reset();
                    await ask(person, number, $"{name}-{person.Id}-{number}");
                    return world.Counting.ToString();
                }

                Assert.Equal((name, await CostAsync("2026-1300-000099")), (name, await CostAsync(record.Number)));
            }
        }
    }

    /// <summary>Of a record of team 1 in 长安区, by every kind of person: by the words of docs/rules.md.</summary>
    [Theory]
    [InlineData("handler", true)]
    [InlineData("leader", true)]
    [InlineData("office of petitions", true)]
    [InlineData("office", false)]
    [InlineData("office of online clues", false)]
    [InlineData("member", false)]
    [InlineData("officer of the team", false)]
    [InlineData("leader of another team", false)]
    [InlineData("leader elsewhere", false)]
    [InlineData("substitute of the leader", false)]
    [InlineData("leader who is recused from the place", false)]
    [InlineData("leader who is recused from the record", false)]
    [InlineData("handler who left", false)]
    [InlineData("city", false)]
    [InlineData("county", false)]
    [InlineData("department", false)]
    [InlineData("supervision", false)]
    public void Sees_OnlyWhoHasAPart(string who, bool sees)
    {
        var record = new SealedRecord("2026-1300-000001", SealedKind.Petition, Changan)
        {
            Channel = SealedChannel.Phone,
            ReceivedOn = new(2026, 11, 23),
            Team = 1,
            Handlers = ["handler", "handler who left"],
            Recused = ["leader who is recused from the record"],
        };
        var person = who switch
        {
            "handler" => Of(who, new Grant(Role.TeamMember, Shijiazhuang, 1)),
            "leader" => Leader,
            "office of petitions" => Of(who, new Grant(Role.Office, Hebei) { Post = Post.Petitions }),
            "office" => Office,
            "office of online clues" => Of(who, new Grant(Role.Office, Hebei) { Post = Post.OnlineClues }),
            "member" => Member,
            "officer of the team" => Officer,
            "leader of another team" => OtherLeader,
            "leader elsewhere" => Of(who, new Grant(Role.TeamLeader, Tangshan, 1)),
            "substitute of the leader" => Of(who, new Grant(Role.TeamLeader, Shijiazhuang, 1) { For = Leader.Id }),
            "leader who is recused from the place" => Of(who, new Grant(Role.TeamLeader, Shijiazhuang, 1)) with { Recusals = [Changan] },
            "leader who is recused from the record" => Of(who, new Grant(Role.TeamLeader, Shijiazhuang, 1)),
            "handler who left" => Of(who),
            "city" => City,
            "county" => County,
            "department" => Audit,
            "supervision" => Supervisors,
            _ => throw new ArgumentOutOfRangeException(nameof(who)),
        };
        Assert.Equal(sees, SealedRights.MaySee(person, record));
        Assert.Equal(sees, SealedRights.MayOpen(person, record));
        Assert.Equal(sees, SealedRights.MayIdentify(person, record));
    }

    [Theory]
    [InlineData(SealedState.Registered, false)]
    [InlineData(SealedState.Judged, true)]
    [InlineData(SealedState.Received, true)]
    [InlineData(SealedState.Answered, true)]
    [InlineData(SealedState.Closed, true)]
    public void ASlip_IsSeenByItsReceiver_OnceItIsSigned(SealedState state, bool sees)
    {
        var slip = new SealedRecord("2026-1300-000002", SealedKind.Slip, Changan)
        {
            Channel = SealedChannel.Record,
            ReceivedOn = new(2026, 11, 23),
            Team = 1,
            Receiver = AuditOffice,
            State = state,
        };
        Assert.Equal(sees, SealedRights.MaySee(Audit, slip));
        Assert.False(SealedRights.MaySee(Petitions, slip));
        Assert.False(SealedRights.MayIdentify(Audit, slip));
    }

    private static Person Of(string id, params Grant[] grants) => Person.WithObjectId(id, "name of " + id, grants);

    private async Task<SealedRecord> RegisterAsync(string id, SealedKind kind = SealedKind.Petition, Person? by = null) => Assert.IsType<SealedResult.Done>(
        await services.Sealed.RegisterAsync(
            id,
            by ?? Officer,
            new(
                kind,
                SealedChannel.Phone,
                Changan,
                new(2026, 11, 23),
                SealedAbout.Leadership,
                true,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [kind == SealedKind.OnlineClue ? SealedField.Link : SealedField.Reference] =
                        kind == SealedKind.OnlineClue ? "https://example.com/1" : "档号",
                },
                null),
            default)).Record;

    private Task<IReadOnlyList<OutboxMessage>> MessagesAsync() => MessagesAsync(OutboxRows.Outbox);

    private Task<IReadOnlyList<OutboxMessage>> DigestAsync() => MessagesAsync(OutboxRows.Digest);

    private async Task<IReadOnlyList<OutboxMessage>> MessagesAsync(string prefix) =>
    [
        .. (await world.Store.ReadPrefixAsync("matters", "1300", prefix, 100, default)).Select(OutboxRows.ToMessage),
    ];
}
