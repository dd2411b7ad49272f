using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Rooms;

public class RoomServiceTests
{
    private static readonly ChatAddress Thread = new(
        "msteams",
        "https://smba.example/",
        "19:group@thread.tacv2;messageid=17",
        "29:somebody",
        "28:bot",
        "tenant",
        ChatKind.Channel);

    [Fact]
    public async Task Bind_InAThread_BindsTheWholeChannelAtOnce()
    {
        await using var world = await World.Open();

        Assert.Null(await world.Rooms.BindAsync(Leader, Thread, Shijiazhuang, default));

        var people = await world.Directory.ReadAsync(default);
        var room = Assert.Single(people.RoomsOf(Shijiazhuang));
        Assert.Equal(
            new Room(
                Shijiazhuang,
                Thread with { ConversationId = "19:group@thread.tacv2", UserId = "" },
                Leader.Id,
                Morning),
            room);
        Assert.Equal(room, people.RoomOf("19:group@thread.tacv2"));
        Assert.Empty(people.RoomsOf(Tangshan));
    }

    [Fact]
    public async Task Bind_ByWhoeverSeesAllOfTheCityAndAnswersForIt_IsAllowed()
    {
        await using var world = await World.Open();
        foreach (var person in Everyone)
        {
            var may = person == Office || person == Leader || person == OtherLeader || person == City;
            Assert.Equal(
                may ? null : RoomRefusal.NotAllowed,
                await world.Rooms.BindAsync(person, Thread, Shijiazhuang, default));
            Assert.Equal(may ? null : RoomRefusal.NotBound, await world.Rooms.UnbindAsync(person, Thread, default));
        }
    }

    [Fact]
    public async Task Unbind_ByWhoeverMayNotBind_IsRefused()
    {
        await using var world = await World.Open();
        await world.Rooms.BindAsync(City, Thread, Shijiazhuang, default);
        foreach (var person in new[] { Member, OtherCity, County, Supervisors, Audit })
            Assert.Equal(RoomRefusal.NotAllowed, await world.Rooms.UnbindAsync(person, Thread, default));
        Assert.Null(await world.Rooms.UnbindAsync(Leader, Thread, default));
        Assert.Empty((await world.Directory.ReadAsync(default)).Rooms);
    }

    [Fact]
    public async Task Bind_Twice_IsOnce_AndToAnotherCityIsRefused()
    {
        await using var world = await World.Open();
        Assert.Null(await world.Rooms.BindAsync(Office, Thread, Shijiazhuang, default));
        Assert.Null(await world.Rooms.BindAsync(
            Office,
            Thread with { ConversationId = "19:group@thread.tacv2" },
            Shijiazhuang,
            default));
        Assert.Equal(RoomRefusal.BoundElsewhere, await world.Rooms.BindAsync(Office, Thread, Tangshan, default));
        Assert.Single((await world.Directory.ReadAsync(default)).Rooms);
    }

    [Theory]
    [InlineData("13")]
    [InlineData("1300")]
    [InlineData("1390")]
    [InlineData("1399")]
    [InlineData("130102")]
    public async Task Bind_ToWhatIsNoCity_IsRefused(string code)
    {
        await using var world = await World.Open();
        Assert.Equal(RoomRefusal.NotACity, await world.Rooms.BindAsync(Office, Thread, AreaCode.Parse(code), default));
    }

    [Fact]
    public async Task Bind_OfMoreRoomsThanACityMayHave_IsRefused()
    {
        await using var world = await World.Open();
        for (var i = 0;
            i < Room.MostOfACity;
            i++) Assert.Null(await world.Rooms.BindAsync(
                Office,
                Thread with { ConversationId = $"19:{i}" },
                Shijiazhuang,
                default));
        Assert.Equal(RoomRefusal.TooMany, await world.Rooms.BindAsync(Office, Thread, Shijiazhuang, default));
        Assert.Null(await world.Rooms.BindAsync(Office, Thread, Tangshan, default));
    }

    [Fact]
    public async Task Bind_ByTwoAtTheSameMoment_ToTwoCities_GoesToOne()
    {
        await using var world = await World.Open();
        var first = new Room(Tangshan, Thread.OfRoom(), Office.Id, Morning);
        world.Faulty.BeforeSubmit(store =>
            store.SubmitAsync(
                DirectoryRows.Table,
                Hebei.Value,
                [new Core.Storage.Change.Insert(DirectoryRows.ToRow(first))],
                default));

        Assert.Equal(RoomRefusal.BoundElsewhere, await world.Rooms.BindAsync(Office, Thread, Shijiazhuang, default));
    }

    /// <summary>It is looked at again: what was saved is not saved twice, and what was not is saved then.</summary>
    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    public async Task Binding_OfWhichTheStoreDoesNotSay_IsSaidToBeWhatItIs(SubmitFault fault)
    {
        await using var world = await World.Open();
        world.Faulty.OnSubmit(fault);
        Assert.Null(await world.Rooms.BindAsync(Office, Thread, Shijiazhuang, default));
        Assert.Single((await world.Directory.ReadAsync(default)).Rooms);

        world.Faulty.OnSubmit(fault);
        Assert.Null(await world.Rooms.UnbindAsync(Office, Thread, default));
        Assert.Empty((await world.Directory.ReadAsync(default)).Rooms);
    }

    [Fact]
    public async Task Room_ThatTheBotIsSpokenToIn_IsReachableAgain_WhereItIsNow()
    {
        await using var world = await World.Open();
        await world.Rooms.BindAsync(Office, Thread, Shijiazhuang, default);
        await world.Rooms.MarkUnreachableAsync((await world.Directory.ReadAsync(default)).Rooms[0], default);
        Assert.False((await world.Directory.ReadAsync(default)).Rooms[0].Reachable);

        await world.Rooms.RememberAsync(Thread with { ServiceUrl = "https://elsewhere.example/" }, default);
        var batches = world.Faulty.Submits;
        await world.Rooms.RememberAsync(
            Thread with { ServiceUrl = "https://elsewhere.example/", UserId = "29:other" },
            default);
        await world.Rooms.RememberAsync(Thread with { ConversationId = "19:unbound" }, default);

        Assert.Equal(batches, world.Faulty.Submits);
        var room = Assert.Single((await world.Directory.ReadAsync(default)).Rooms);
        Assert.Equal(
            (true, "https://elsewhere.example/", Office.Id),
            (room.Reachable, room.Address.ServiceUrl, room.BoundBy));
    }
}
