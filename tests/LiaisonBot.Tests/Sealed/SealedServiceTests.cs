using LiaisonBot.Core;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sealed;

/// <summary>Sealed records under faults of the store, and who sees them.</summary>
public sealed class SealedServiceTests : IAsyncLifetime
{
    private static readonly Person Officer = Of("officer", new Grant(Role.TeamMember, Shijiazhuang, 1) { Post = Post.Petitions });

    private World world = null!;
    private LiaisonServices services = null!;

    public async ValueTask InitializeAsync()
    {
        world = await World.Open(Officer);
        services = new(
            world.Faulty,
            Hebei,
            world.Clock,
            PolicyBook.BuiltIn,
            "process",
            _ => new FakeChat(),
            _ => { },
            sealedParts: new(new SealedTable(world.Faulty), new MemorySealingKeys()));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task ALookThatCannotBeNoted_ShowsNothing()
    {
        var record = await RegisterAsync("a");
        world.Faulty.OnSubmit(SubmitFault.Unavailable);
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
        Assert.Equal([Leader.Id], (await MessagesAsync()).Select(m => m.To));
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

    private async Task<SealedRecord> RegisterAsync(string id, SealedKind kind = SealedKind.Petition) => Assert.IsType<SealedResult.Done>(
        await services.Sealed.RegisterAsync(
            id,
            Officer,
            new(
                kind,
                SealedChannel.Phone,
                Changan,
                new(2026, 11, 23),
                SealedAbout.Leadership,
                true,
                new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Reference] = "档号" },
                null),
            default)).Record;

    private async Task<IReadOnlyList<OutboxMessage>> MessagesAsync() =>
    [
        .. (await world.Store.ReadPrefixAsync("matters", "1300", OutboxRows.Outbox, 100, default)).Select(OutboxRows.ToMessage),
    ];
}
