using LiaisonBot.Core.Leaving;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Leaving;

/// <summary>
/// What is kept of people who left ends with its term, and a deletion comes to its end whatever stops.
/// </summary>
public sealed class LeavingServiceTests
{
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public async Task Chat_GoesWithItsTerm_NotBefore_AndNotOfWhoCameBack()
    {
        await using var world = await World.Open();
        await Chat(world, County);
        await Chat(world, OtherCounty);
        await Leave(world, County);
        await Leave(world, OtherCounty);
        world.Clock.Advance(Terms.BuiltIn.Of(Kept.Chat));
        await Desk(world).SweepAsync(default);
        Assert.NotNull(await Row(world, DirectoryRows.ChatKey(County.Id)));

        await world.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Insert(DirectoryRows.ToRow(OtherCounty))],
            default);
        world.Clock.Advance(Duration.FromSeconds(1));
        await Desk(world).SweepAsync(default);

        Assert.Null(await Row(world, DirectoryRows.ChatKey(County.Id)));
        Assert.NotNull(await Row(world, DirectoryRows.FormerKey(County.Id)));
        // Back again: nothing says that they had left.
        Assert.NotNull(await Row(world, DirectoryRows.ChatKey(OtherCounty.Id)));
        Assert.Null(await Row(world, DirectoryRows.FormerKey(OtherCounty.Id)));
    }

    [Fact]
    public async Task ChatOfWhoLeftUnderAnEarlierVersion_HasItsTermFromTheFirstSweepOn()
    {
        await using var world = await World.Open();
        await Chat(world, County);
        await world.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Delete(DirectoryRows.PersonKey(County.Id))],
            default);
        world.Directory.Forget();
        await Desk(world).SweepAsync(default);
        Assert.NotNull(await Row(world, DirectoryRows.ChatKey(County.Id)));
        world.Clock.Advance(Terms.BuiltIn.Of(Kept.Chat) + Day);
        await Desk(world).SweepAsync(default);
        Assert.Null(await Row(world, DirectoryRows.ChatKey(County.Id)));
    }

    [Fact]
    public async Task WaitingMessages_GoWithTheirTerm_AndTheHistorySaysSo()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await Move(world, County.Id, OutboxRows.WaitingFor(County.Id));
        await Leave(world, County);
        world.Clock.Advance(Terms.BuiltIn.Of(Kept.WaitingMessage));
        Assert.Equal(0, await Desk(world).SweepWaitingAsync(Shijiazhuang, default));
        world.Clock.Advance(Day);

        Assert.Equal(1, await Desk(world).SweepWaitingAsync(Shijiazhuang, default));

        Assert.Empty(await world.Rows(OutboxRows.Waiting));
        var receipt = Assert.Single(await world.Rows(Receipt.Prefix(number)));
        Assert.Equal((nameof(ReceiptState.GivenUp), County.Name), (receipt.Text("State"), receipt.Text("Name")));
    }

    [Fact]
    public async Task WaitingMessages_StayForWhoIsThere_AndForWhoCameBackAMomentAgo()
    {
        await using var world = await World.Open();
        await world.Assign(Leader, Changan);
        await Move(world, County.Id, OutboxRows.WaitingFor(County.Id));
        world.Clock.Advance(Terms.BuiltIn.Of(Kept.WaitingMessage) + Day);
        Assert.Equal(0, await Desk(world).SweepWaitingAsync(Shijiazhuang, default));

        await Leave(world, County);
        world.Clock.Advance(Terms.BuiltIn.Of(Kept.WaitingMessage) + Day);
        // What this process knows of the directory is half a minute old.
        await world.Directory.ReadAsync(default);
        await world.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Insert(DirectoryRows.ToRow(County))],
            default);

        Assert.Equal(0, await Desk(world).SweepWaitingAsync(Shijiazhuang, default));
        Assert.Single(await world.Rows(OutboxRows.Waiting));
    }

    [Fact]
    public async Task Receipts_LoseTheNameWithTheirTerm_AndTheHistoryKeepsIt()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await Move(world, County.Id, OutboxRows.Delivered);
        await world.Do(County, number, new Sign());
        await Leave(world, County);
        var service = Desk(world);
        world.Clock.Advance(Terms.BuiltIn.Of(Kept.ReceiptName));
        await Sweep(world, service);
        Assert.Contains(await Names(world, number), name => name == County.Name);
        world.Clock.Advance(Day);

        await Sweep(world, service);

        Assert.DoesNotContain(await Names(world, number), name => name == County.Name);
        Assert.Contains(await Names(world, number), name => name == FormerName.Of(Role.CountyOfficer));
        Assert.Equal(County.Name, (await world.History(number)).Single(e => e.Act == Act.Sign).ActorName);
        var former = Assert.Single((await world.Directory.ReadAsync(default)).Former);
        Assert.True(former.ReceiptsCleared);
        Assert.Null(former.Clearing);
    }

    [Fact]
    public async Task QuestionAboutAnAccount_GoesWithItsTerm()
    {
        await using var world = await World.Open();
        var claimed = County with
        {
            SignInName = "changan@hebei.example",
            Claim = new("eeeeeeee-0000-4000-8000-000000000001", world.Clock.GetCurrentInstant())
        };
        await world.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Upsert(DirectoryRows.ToRow(claimed))],
            default);
        world.Clock.Advance(Terms.BuiltIn.Of(Kept.AccountQuestion));
        await Desk(world).SweepAsync(default);
        Assert.NotNull((await Row(world, DirectoryRows.PersonKey(County.Id)))!.Text("ClaimedBy"));
        world.Clock.Advance(Day);
        await Desk(world).SweepAsync(default);
        var left = (await Row(world, DirectoryRows.PersonKey(County.Id)))!;
        Assert.Null(left.Text("ClaimedBy"));
        Assert.Equal("changan@hebei.example", left.Text("SignInName"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deletion_KilledAnywhere_ComesToItsEnd(bool atARead)
    {
        // Each time the store is away at another of the calls; then another process goes on.
        for (var call = 1; ; call++)
        {
            await using var world = await World.Open();
            var number = await world.Assign(Leader, Changan);
            await Move(world, County.Id, OutboxRows.Delivered);
            await world.Do(County, number, new Sign());
            var service = Desk(world);
            Assert.Equal(DeletionAnswer.Begun, await service.DeleteAsync(Office, County.Id, "random", default));
            world.Clock.Advance(Duration.FromMinutes(2));
            await world.Directory.ReadAsync(default);
            _ = atARead ? world.Faulty.OnRead(call) : world.Faulty.OnSubmit(SubmitFault.Unavailable, call);
            var isAway = false;
            try
            {
                await service.ResumeAsync(default);
                await service.ResumeAsync(default);
            }
            catch (StoreUnavailableException)
            {
                isAway = true;
            }

            var next = new LeavingService(
                world.Store,
                new(world.Store, Hebei, world.Clock),
                world.Clock,
                Terms.BuiltIn,
                "next");
            world.Clock.Advance(Duration.FromMinutes(5));
            for (var round = 0; round < 4; round++) await next.ResumeAsync(default);
            Assert.Null(await Row(world, DirectoryRows.FormerKey(County.Id)));
            Assert.Empty(await Naming(world, County));
            if (!isAway) break;
            Assert.True(call < 60, "It never ends.");
        }
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    public async Task Deletion_WhenTheStoreDoesNotSay_ComesToItsEnd(SubmitFault fault)
    {
        for (var submit = 1; submit <= 8; submit++)
        {
            await using var world = await World.Open();
            var number = await world.Assign(Leader, Changan);
            await world.Do(County, number, new Sign());
            var service = Desk(world);
            await service.DeleteAsync(Office, County.Id, "random", default);
            world.Clock.Advance(Duration.FromMinutes(2));
            world.Faulty.OnSubmit(fault, submit);
            for (var round = 0; round < 4; round++)
            {
                await service.ResumeAsync(default);
                world.Clock.Advance(Duration.FromMinutes(3));
            }

            Assert.Empty(await Naming(world, County));
        }
    }

    [Fact]
    public async Task Deletion_OfWhoAskedAndFollows_LeavesTheQuestion_AndNobodyWhoFollows()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(City, number, new Ask("需要市里做什么"));
        await world.Do(City, number, new Follow());
        await world.Do(Leader, number, new Follow());
        var service = Desk(world);
        await service.DeleteAsync(Office, City.Id, "random", default);
        world.Clock.Advance(Duration.FromMinutes(2));

        for (var round = 0; round < 3; round++) await service.ResumeAsync(default);

        Assert.Empty(await Naming(world, City));
        var matter = (await world.Service.FindAsync(Leader, number, default))!.Matter;
        Assert.Equal("需要市里做什么", matter.ReviewerAsks!.Text);
        Assert.Equal([Leader.Id], matter.Followers);
    }

    [Fact]
    public async Task Deletion_WhileSomebodyWritesTheSameRow_LosesNeither()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new Sign());
        var service = Desk(world);
        await service.DeleteAsync(Office, County.Id, "random", default);
        world.Clock.Advance(Duration.FromMinutes(2));
        // The claim is the first that it writes; the page of the city comes later.
        world.Faulty.BeforeSubmit(_ => world.Service.DoAsync("urge", Office, number, new Urge("请抓紧"), default), 2);

        for (var round = 0; round < 3; round++) await service.ResumeAsync(default);

        Assert.Empty(await Naming(world, County));
        Assert.Contains(await world.History(number), e => e.Act == Act.Urge);
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Deletion_ReadsNoMoreThanItsPagesInOneRound_AndGoesOn()
    {
        await using var world = await World.Open();
        var entries = Enumerable.Range(0, 35_000)
            .Select(i =>
                new Change.Insert(MatterRows.ToRow(new HistoryEntry(
                    new(2025, Shijiazhuang, 1 + i / 90),
                    2 + i % 90,
                    Morning,
                    Act.ReportProgress,
                    County.Id,
                    County.Name))));
        foreach (var some in entries.Chunk(StoreLimits.BatchChanges)) await world.Store.SubmitAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            some,
            default);
        var service = Desk(world);
        await service.DeleteAsync(Office, County.Id, "random", default);
        world.Clock.Advance(Duration.FromMinutes(2));
        await world.Directory.ReadAsync(default);
        world.Counting.Reset();

        await service.ResumeAsync(default);

        Assert.Equal(LeavingService.PagesAtOnce, world.Counting.Ranges);
        var former = (await world.Directory.ReadAsync(default)).FormerById(County.Id)!;
        Assert.True(former.Clearing!.Found);
        Assert.NotNull(former.Clearing.After);
        for (var round = 0; round < 4; round++) await service.ResumeAsync(default);
        Assert.Empty(await Naming(world, County));
    }

    [Fact]
    public async Task Deletion_CostsNothingWhileThereIsNone()
    {
        await using var world = await World.Open();
        await world.Directory.ReadAsync(default);
        world.Counting.Reset();
        await Desk(world).ResumeAsync(default);
        Assert.Equal(0, world.Counting.RoundTrips);
    }

    [Fact]
    public async Task Deletion_OfTheOffice_KeepsWhoeverDeletes()
    {
        await using var world = await World.Open();
        const string other = "00000000-0000-4000-8000-00000000000f";
        await world.People.AddGrantAsync(Office, other, "乙", new(Role.Office, Hebei), default);
        var second = (await world.Directory.ReadAsync(default)).ById(other)!;
        // Each deletes the other at the same moment.
        DeletionAnswer? back = null;
        world.Faulty.BeforeSubmit(async _ =>
            back = await new LeavingService(
                world.Store,
                new(world.Store, Hebei, world.Clock),
                world.Clock,
                Terms.BuiltIn,
                "other")
                .DeleteAsync(second, Office.Id, "b", default));

        var answer = await Desk(world).DeleteAsync(Office, other, "a", default);

        Assert.Equal(DeletionAnswer.Begun, back);
        Assert.Equal(DeletionAnswer.NotAllowed, answer);
        Assert.NotNull(await Row(world, DirectoryRows.PersonKey(other)));
    }

    [Fact]
    public async Task Deletion_OfWhoCameBackUnderTheSameId_TouchesNothing()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new Sign());
        await Desk(world).DeleteAsync(Office, County.Id, "random", default);
        // Entered by a process that did not know yet.
        await world.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Insert(DirectoryRows.ToRow(County))],
            default);
        world.Clock.Advance(Duration.FromMinutes(2));
        world.Directory.Forget();

        await Sweep(world, Desk(world));

        Assert.Equal(County.Name, (await world.History(number)).Single(e => e.Act == Act.Sign).ActorName);
        // And what was asked for is not forgotten.
        Assert.True((await world.Directory.ReadAsync(default)).FormerById(County.Id)!.IsBeingDeleted);
        Assert.Equal(DeletionAnswer.Begun, await Desk(world).DeleteAsync(Office, County.Id, "random", default));
        world.Clock.Advance(Duration.FromMinutes(2));
        for (var round = 0; round < 3; round++) await Desk(world).ResumeAsync(default);
        Assert.Empty(await Naming(world, County));
    }

    private static LeavingService Desk(World world) =>
        new(world.Faulty, world.Directory, world.Clock, Terms.BuiltIn, "process");

    private static async Task Leave(World world, Person person) =>
        Assert.Null(await world.People.RemoveGrantAsync(Office, person.Id, person.Grants[0], default));

    private static Task Chat(World world, Person person) => world.Store.SubmitAsync(
        DirectoryRows.Table, Hebei.Value,
        [new Change.Insert(DirectoryRows.ToRow(new Chat(
            person.Id,
            new("msteams", "https://smba.example/", "chat-" + person.Id, "user-" + person.Id, "bot", "tenant"),
            Account: person.ObjectId)))],
        default);

    private static Task<Row?> Row(World world, string key) =>
        world.Store.ReadAsync(DirectoryRows.Table, Hebei.Value, key, default);

    /// <summary>What lies in the outbox for a person is put elsewhere, with its receipt.</summary>
    private static async Task Move(World world, string person, string to)
    {
        foreach (var row in (await world.Rows(OutboxRows.Outbox)).Where(r => r.Text("To") == person))
        {
            var message = OutboxRows.ToMessage(row);
            await world.Store.SubmitAsync(
                MatterRows.Table, Shijiazhuang.Value,
                [
                    new Change.Delete(row.Key),
                    new Change.Insert(OutboxRows.ToRow(to, message)),
                    new Change.Upsert(ReceiptOf(message, world))
                ],
                default);
        }
    }

    private static async Task<IReadOnlyList<string>> Names(World world, MatterNumber number) =>
        [.. (await world.Rows(Receipt.Prefix(number))).Select(r => r.Text("Name")!)];

    private static Row ReceiptOf(
        OutboxMessage message,
        World world) => new(Receipt.Prefix(message.Number) + message.Id, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = message.Number.Key,
            ["Message"] = message.Id,
            ["Of"] = message.At,
            ["To"] = message.To,
            ["Name"] = "name of " + message.To,
            ["State"] = nameof(ReceiptState.Waiting),
            ["At"] = world.Clock.GetCurrentInstant(),
        });

    private static async Task Sweep(World world, LeavingService service)
    {
        await service.SweepAsync(default);
        world.Clock.Advance(Duration.FromMinutes(2));
        world.Directory.Forget();
        for (var round = 0; round < 3; round++) await service.ResumeAsync(default);
    }

    private static async Task<IReadOnlyList<string>> Naming(World world, Person person)
    {
        var people = Book;
        var found = new List<string>();
        foreach (var (table, partition) in people.Partitions.Select(p => (MatterRows.Table, p.Value))
            .Append((DirectoryRows.Table, Hebei.Value)))
            foreach (var row in await world.Store.ReadRangeAsync(table, partition, "", "~", 100_000, default))
                if (row.Columns.Values
                    .Any(v =>
                        v is string text && (text == person.Id || text.Contains(person.Name, StringComparison.Ordinal)))
                    || row.Key.Split('|').Contains(person.Id)) found.Add(row.Key);
        return found;
    }
}
