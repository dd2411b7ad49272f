using LiaisonBot.Core;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.People;

/// <summary>One person follows another: what waits passes, the other is thanked and sees nothing any more.</summary>
public class SuccessionTests
{
    private static readonly PersonEntry Wang =
        new("wang@contoso.com", "王小明", new(Role.CountyOfficer, Changan), "办公室主任", "0311-88886666");

    [Theory]
    [InlineData("office", "changan", null)]
    [InlineData("city", "changan", null)]
    [InlineData("city", "lunan", DirectoryRefusal.NotAllowed)]
    [InlineData("city", "leader", DirectoryRefusal.NotAllowed)]
    [InlineData("city", "city", DirectoryRefusal.NotAllowed)]
    [InlineData("leader", "changan", DirectoryRefusal.NotAllowed)]
    [InlineData("changan", "changan", DirectoryRefusal.NotAllowed)]
    [InlineData("office", "nobody", DirectoryRefusal.NotFound)]
    public async Task Replace_ByTheTableOfRights(string by, string who, DirectoryRefusal? refusal)
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        Assert.Equal(refusal, await services.Successions.ReplaceAsync(Everyone.Single(p => p.Id == by), who, null, Wang, null, default));
    }

    [Fact]
    public async Task Replace_GivesTheDuty_ThanksTheOther_AndTellsBothOnce()
    {
        var chat = new FakeChat();
        await using var world = await World.WithChats(County, City);
        var services = world.Process(chat);
        Assert.Null(await services.Successions.ReplaceAsync(City, "changan", null, Wang, null, default));
        // Pressed twice: there is nobody to be replaced any more.
        Assert.Equal(DirectoryRefusal.NotFound, await services.Successions.ReplaceAsync(City, "changan", null, Wang, null, default));

        var people = await services.Directory.ReadAsync(default);
        var wang = people.BySignInName("wang@contoso.com")!;
        Assert.Equal([wang], people.Holding(Role.CountyOfficer, Changan));
        Assert.Equal(("办公室主任", "0311-88886666"), (wang.JobTitle, wang.Phone));
        Assert.Null(people.ById("changan"));
        Assert.NotNull(people.FormerById("changan"));

        wang = await Opens(services, wang);
        for (var round = 0; round < 4; round++)
        {
            await services.News.DeliverAsync(default);
            world.Clock.Advance(Duration.FromMinutes(1));
        }

        Assert.Equal(["name of changan Thanks", "王小明 TakesOver"], chat.News);
        services.Directory.Forget();
        Assert.Empty((await services.Directory.ReadAsync(default)).News);
    }

    [Fact]
    public async Task Replace_PassesOn_WhatWaits_InTheOutbox_ForTheDigest_AndForAChat()
    {
        var chat = new FakeChat();
        await using var world = await World.WithChats(City);
        var services = world.Process(chat);
        var waiting = await world.Assign(Leader, Changan);
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        Assert.Single(await world.Rows(OutboxRows.WaitingFor("changan")));
        var lying = await world.Assign(Leader, Changan);
        await Gather(world, lying, "changan");

        Assert.Null(await services.Successions.ReplaceAsync(City, "changan", null, Wang, null, default));
        // Sent at once by somebody: nothing of theirs may be dropped.
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        await services.News.DeliverAsync(default);
        var wang = (await services.Directory.ReadAsync(default)).BySignInName("wang@contoso.com")!;
        wang = await Opens(services, wang);
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);

        Assert.Equal(
            [$"{wang.Id} Assign {waiting.Key}", $"{wang.Id} Assign {lying.Key}"],
            chat.Arrived.Where(a => !a.StartsWith("city", StringComparison.Ordinal)).Select(a => a.Replace("  ", " ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(a => Long(a, waiting, lying)));
        Assert.Equal([wang.Id], (await world.Rows(OutboxRows.Digest)).Select(row => row.Text("To")));
        Assert.Empty(await world.Rows(OutboxRows.WaitingFor("changan")));
    }

    /// <summary>A place is not fuller when somebody leaves it as somebody comes.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task Replace_InAPlaceThatIsFull_IsDone(int days)
    {
        await using var world = await World.Open([.. Enumerable.Range(0, LiaisonDirectory.MostOfAPlace - 1)
            .Select(i => Someone($"c{i}", Role.CountyOfficer, Changan))]);
        var services = world.Process(new FakeChat());
        LocalDate? from = days == 0 ? null : world.Today.PlusDays(days);

        Assert.Null(await services.Successions.ReplaceAsync(City, "changan", null, Wang, from, default));

        services.Directory.Forget();
        Assert.NotNull((await services.Directory.ReadAsync(default)).BySignInName("wang@contoso.com"));
    }

    /// <summary>Of a duty that they keep, everything stays theirs.</summary>
    [Fact]
    public async Task Replace_InOneOfTwoDuties_LeavesTheOther()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        await world.People.AddGrantAsync(Office, "two@contoso.com", "两区联络员", new(Role.CountyOfficer, Changan), default);
        await world.People.AddGrantAsync(Office, "two@contoso.com", "两区联络员", new(Role.CountyOfficer, Qiaoxi), default);
        var two = (await services.Directory.ReadAsync(default)).BySignInName("two@contoso.com")!;
        var kept = await world.Assign(Leader, Qiaoxi);
        var given = await world.Assign(Leader, Changan);
        await services.Successions.ReplaceAsync(Office, two.Id, "CountyOfficer:130102", Wang, null, default);
        await services.News.DeliverAsync(default);

        var people = await services.Directory.ReadAsync(default);
        Assert.Equal([new Grant(Role.CountyOfficer, Qiaoxi)], people.ById(two.Id)!.Grants);
        var to = (await world.Rows(RowKeys.Matters.Outbox)).Select(row => $"{row.Text("Number")} {row.Text("To")}").ToList();
        Assert.Contains($"{kept.Key} {two.Id}", to);
        Assert.Contains($"{given.Key} {people.BySignInName("wang@contoso.com")!.Id}", to);
        Assert.DoesNotContain($"{given.Key} {two.Id}", to);
    }

    [Fact]
    public async Task Replace_FromALaterDay_ChangesNothingBefore()
    {
        var chat = new FakeChat();
        await using var world = await World.WithChats(County);
        var services = world.Process(chat);
        var first = Today.PlusDays(3);
        Assert.Null(await services.Successions.ReplaceAsync(City, "changan", null, Wang, first, default));
        await services.News.DeliverAsync(default);
        Assert.Empty(chat.News);
        Assert.Equal("changan", Names((await services.Directory.ReadAsync(default)).Holding(Role.CountyOfficer, Changan)));

        world.Clock.Advance(Duration.FromDays(3));
        await services.News.DeliverAsync(default);
        var people = await services.Directory.ReadAsync(default);
        Assert.Equal("王小明", Assert.Single(people.Holding(Role.CountyOfficer, Changan)).Name);
        Assert.Equal(["name of changan Thanks"], chat.News);
    }

    [Fact]
    public async Task Replace_TakesSubstitutesAndRoomsAlong()
    {
        await using var world = await World.Open(Someone("changan-b", Role.CountyOfficer, Changan));
        var services = world.Process(new FakeChat());
        await services.Substitutes.NameAsync(Office, "changan", "zhengding", Today, Today.PlusDays(9), default);
        await services.Substitutes.NameAsync(Office, "city", "other-city", Today, Today.PlusDays(9), default);
        var room = new ChatAddress("msteams", "https://smba.example/", "19:room", "", "28:bot", null, ChatKind.Channel);
        await services.Rooms.BindAsync(City, room, Shijiazhuang, default);
        await services.Successions.ReplaceAsync(Office, "changan", null, Wang, null, default);
        await services.Successions.ReplaceAsync(Office, "city", null, Wang with { Identity = "li@contoso.com", Name = "李小红" }, null, default);

        var people = await services.Directory.ReadAsync(default);
        Assert.Contains(people.ById("zhengding")!.Grants, g => g.For == "upn:wang@contoso.com");
        Assert.Contains(people.ById("other-city")!.Grants, g => g.For == "upn:li@contoso.com");
        Assert.Equal("upn:li@contoso.com", people.RoomOf("19:room")!.BoundBy);
    }

    [Fact]
    public async Task Announce_TellsOfficeAndCity_Once_AndChangesNothing()
    {
        var chat = new FakeChat();
        await using var world = await World.WithChats(Office, City, OtherCity);
        var services = world.Process(chat);
        await services.Successions.AnnounceAsync(County, "我下月退休", default);
        await services.Successions.AnnounceAsync(County, "我下月退休", default);
        await services.News.DeliverAsync(default);
        Assert.Equal(["name of city Leaves", "name of office Leaves"], chat.News.Order(StringComparer.Ordinal));
        Assert.NotNull((await services.Directory.ReadAsync(default)).ById("changan"));
    }

    [Fact]
    public async Task AskForSubstitute_TellsOfficeAndCity_OnceForTheSameWords_AndChangesNothing()
    {
        var chat = new FakeChat();
        await using var world = await World.WithChats(Office, City, OtherCity);
        var services = world.Process(chat);
        await services.Successions.AskForSubstituteAsync(County, "我下周请假；由李明代我，liming", default);
        await services.Successions.AskForSubstituteAsync(County, "我下周请假；由李明代我，liming", default);
        await services.News.DeliverAsync(default);
        Assert.Equal(["name of city SubstituteWanted", "name of office SubstituteWanted"], chat.News.Order(StringComparer.Ordinal));
        Assert.DoesNotContain((await services.Directory.ReadAsync(default)).People, person => person.Grants.Any(grant => grant.For is not null));
    }

    /// <summary>The batch and its news are one: what a stop leaves is done by whoever comes next.</summary>
    [Fact]
    public async Task News_LeftByAProcessThatStopped_IsToldByAnother()
    {
        var chat = new FakeChat();
        await using var world = await World.WithChats(County);
        await world.Process(new FakeChat()).Successions.ReplaceAsync(Office, "changan", null, Wang, null, default);
        await world.Process(chat).RoundAsync(work => work(), default);
        Assert.Contains("name of changan Thanks", chat.News);
    }

    /// <summary>Writes for the first time.</summary>
    private static async Task<Person> Opens(LiaisonServices services, Person entered)
    {
        await services.People.BindAsync(entered, "6f9619ff-8b86-d011-b42d-00c04fc964ff", default);
        var bound = (await services.Directory.ReadAsync(default)).ById(entered.Id)!;
        await services.People.RememberAsync(bound, AddressOf(bound), Language.Chinese, default);
        return bound;
    }

    private static string Long(string arrived, params MatterNumber[] numbers) => numbers.Aggregate(
        arrived,
        (text, number) => text.EndsWith(' ' + number.Short, StringComparison.Ordinal)
            ? text[..^number.Short.Length] + number.Key
            : text);

    private static Task Gather(World world, MatterNumber number, string to) => world.Store.SubmitAsync(
        MatterRows.Table,
        number.City.Value,
        [new Change.Insert(OutboxRows.ToRow(OutboxRows.Digest, new(
            OutboxMessage.NewId(number, 90, world.Clock.GetCurrentInstant(), 0),
            to,
            number,
            OutboxMessage.Remind,
            "system",
            world.Clock.GetCurrentInstant(),
            null,
            null,
            [LiaisonBot.Core.Policies.ReminderName.Unsigned])))],
        default);
}
