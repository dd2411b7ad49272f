using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Audit;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Holidays;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Delivery;

/// <summary>A row that cannot be read stops nothing else: of every kind that is read among others.</summary>
public class DamagedRowTests
{
    private readonly FakeChat chat = new();

    public static TheoryData<string, string?> DamageOfAMessage =>
        new()
        {
            { "To", null },
            { "Number", null },
            { "Number", "12" },
            { "Act", "Dance" },
            { "Act", null },
            { "Due", "soon" },
            { "Id", null }
        };

    [Theory]
    [MemberData(nameof(DamageOfAMessage))]
    public async Task Outbox_TheOthersAreSent_AlsoOfTheSamePersonAndOfLaterPages(string column, string? value)
    {
        await using var world = await Open();
        for (var i = 0; i < 3; i++) await world.Assign(Leader, Changan);
        await Damage(
            world,
            (await world.Rows(OutboxRows.Outbox)).First(row => row.Text("To") == County.Id),
            column,
            value);
        var services = Process(world);

        var failed = await Assert.ThrowsAsync<AggregateException>(() =>
            services.Dispatcher.DeliverAsync(Shijiazhuang, default));

        Assert.Equal(
            [
                "changan Assign 1301-2",
                "changan Assign 1301-3",
                "city Assign 1301-1",
                "city Assign 1301-2",
                "city Assign 1301-3"
            ],
            chat.Arrived);
        Assert.IsType<DamagedRowException>(Assert.Single(failed.InnerExceptions));
        Assert.Single(await world.Rows(OutboxRows.Outbox));
    }

    [Theory]
    [MemberData(nameof(DamageOfAMessage))]
    public async Task Outbox_TheHealthAnswers_AndSaysThatSomebodyHasToLook(string column, string? value)
    {
        await using var world = await Open();
        for (var i = 0; i < 2; i++) await world.Assign(Leader, Changan);
        await Damage(world, (await world.Rows(OutboxRows.Outbox))[0], column, value);
        world.Clock.Advance(Duration.FromMinutes(5));

        var health = await Process(world).HealthAsync(default);

        Assert.Equal((4, 1, Duration.FromMinutes(5)), (health.Undelivered, health.Unmended, health.OldestUndelivered));
    }

    [Theory]
    [MemberData(nameof(DamageOfAMessage))]
    public async Task DeadLetters_TheOthersAreShownAndSentAgain(string column, string? value)
    {
        await using var world = await Open();
        var services = Process(world);
        for (var i = 0; i < 2; i++) await world.Assign(Leader, Changan);
        chat.Answer = _ => new SendAnswer.Answered(413);
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        await Damage(world, (await world.Rows(OutboxRows.Poisoned))[0], column, value);

        var overview = await services.Dispatcher.OverviewAsync(default);
        Assert.Equal((3, 1), (overview.Failed.Count, overview.Damaged));

        chat.Answer = _ => SendAnswer.Taken;
        Assert.Equal(3, await services.Dispatcher.SendAgainAsync(Office, null, default));
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        Assert.Equal(3, chat.Arrived.Count);
    }

    [Theory]
    [MemberData(nameof(DamageOfAMessage))]
    public async Task Waiting_TheOthersComeWhenThePersonIsBack_AndOnceADay(string column, string? value)
    {
        await using var world = await World.Open();
        await world.People.RememberAsync(City, Cast.AddressOf(City), Language.Chinese, default);
        var services = Process(world);
        for (var i = 0; i < 3; i++) await world.Assign(Leader, Changan);
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        await Damage(world, (await world.Rows(OutboxRows.Waiting))[0], column, value);
        await world.People.RememberAsync(County, Cast.AddressOf(County), Language.Chinese, default);

        Assert.Equal(1, (await services.Dispatcher.OverviewAsync(default)).Damaged);
        await services.Dispatcher.ResumeWaitingAsync(Shijiazhuang, default);
        await services.Dispatcher.DeliverWaitingAsync(County, default);

        Assert.Equal(
            ["changan Assign 1301-2", "changan Assign 1301-3"],
            chat.Arrived.Where(a => a.StartsWith("changan", StringComparison.Ordinal)));
        Assert.Single(await world.Rows(OutboxRows.Waiting));
    }

    [Fact]
    public async Task Receipts_AndHistory_ShowTheOthers()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new Sign());
        await Process(world).Dispatcher.DeliverAsync(Shijiazhuang, default);
        await Damage(world, (await world.Rows(RowKeys.Matters.Receipts))[0], "State", "Lost");
        await Damage(world, (await world.Rows(RowKeys.Matters.History))[0], "Act", null);

        Assert.NotEmpty(await Process(world).Dispatcher.ReceiptsAsync(number, default));
        Assert.Equal([Act.Sign], (await world.History(number)).Select(e => e.Act));
    }

    [Fact]
    public async Task AChild_KeepsNobodyFromTheMatterAbove_ButFromItsEnd()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        await world.Do(City, number, new PassOn([Changan, Zhengding], null, null));
        await Damage(world, (await world.Rows(RowKeys.Matters.Matter))[1], "State", "Lost");

        Assert.Single((await world.Service.FindAsync(City, number, default))!.Children);
        // It may be open: nothing is decided by what cannot be read.
        await Assert.ThrowsAnyAsync<Exception>(() => world.Try(City, number, new HandIn("办好了")));
        Assert.Equal(MatterState.InProgress, (await world.Service.FindAsync(City, number, default))!.Matter.State);
    }

    [Fact]
    public async Task ListEntries_OthersAreListed()
    {
        await using var world = await Open();
        for (var i = 0; i < 3; i++) await world.Assign(Leader, Changan);
        await Damage(world, (await world.Rows(RowKeys.Matters.Lists))[0], "State", "Lost");

        Assert.Equal(2, (await world.Lists.MineAsync(County, default)).Count);
        Assert.Equal(2, (await world.Lists.RegisterAsync(Office, Hebei, world.Today, default)).Total.Open);
    }

    [Fact]
    public async Task FollowUps_OthersAreCarriedOut()
    {
        await using var world = await Open();
        await Write(
            world,
            new(
                RowKeys.Matters.FollowUps + "aaa",
                new Dictionary<string, object>(StringComparer.Ordinal) { ["Numbers"] = "soon" }));
        var number = await world.Assign(Leader, Shijiazhuang);
        var places = Book.Areas.Children(Shijiazhuang).Select(a => a.Code).ToList();
        world.Faulty.OnSubmit(SubmitFault.Unavailable, 2);
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            world.Try(City, number, new PassOn(places, null, null)));
        Assert.Equal(2, (await world.Rows(RowKeys.Matters.FollowUps)).Count);

        await Assert.ThrowsAsync<AggregateException>(() => world.Service.ResumeAsync(Shijiazhuang, default));

        Assert.Equal(
            [RowKeys.Matters.FollowUps + "aaa"],
            (await world.Rows(RowKeys.Matters.FollowUps)).Select(row => row.Key));
        Assert.Equal(places.Count, (await world.Service.FindAsync(City, number, default))!.Children.Count);
    }

    [Theory]
    [InlineData("Grants", "CountyOfficer nowhere")]
    [InlineData("Name", null)]
    [InlineData("DigestTime", "soon")]
    public async Task APerson_LocksNobodyOut_AndLosesNoMessage(string column, string? value)
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        var row = (await world.Store.ReadAsync(
            DirectoryRows.Table,
            Hebei.Value,
            DirectoryRows.PersonKey(County.Id),
            default))!;
        await Damage(world, row, column, value, DirectoryRows.Table, Hebei);
        var services = Process(world);

        Assert.NotNull((await services.Directory.ReadAsync(default)).ById(City.Id));
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        Assert.Equal(["city Assign 1301-1"], chat.Arrived);
        Assert.Equal(1, (await services.HealthAsync(default)).Unmended);

        // Mended by hand, they are there again with what waited for them.
        await world.Store.SubmitAsync(DirectoryRows.Table, Hebei.Value, [new Change.Upsert(row)], default);
        services.Directory.Forget();
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        Assert.Equal(["changan Assign 1301-1", "city Assign 1301-1"], chat.Arrived);
        Assert.Equal(number, (await world.Lists.MineAsync(County, default)).Single().Number);
    }

    [Theory]
    [InlineData(RowKeys.Directory.Chats + "x")]
    [InlineData(RowKeys.Directory.Notices + "2027|0001")]
    [InlineData(RowKeys.Directory.Recountings + "2027|0001")]
    [InlineData(RowKeys.Directory.Rooms + "x")]
    [InlineData(RowKeys.Directory.Units + "x")]
    [InlineData(RowKeys.Directory.Visits + "2026-01-01|x|01")]
    [InlineData(RowKeys.Directory.Limits + "reminders")]
    [InlineData(RowKeys.Directory.People + "x")]
    public async Task TheDirectory_IsReadWithoutARowOfAnyKind_AndTheRoundTellsOfIt(string key)
    {
        await using var world = await Open();
        await world.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Upsert(new(key, new Dictionary<string, object>(StringComparer.Ordinal)))],
            default);
        var services = Process(world);
        var told = new List<Exception>();

        Assert.Equal(Everyone.Count, (await services.Directory.ReadAsync(default)).People.Count);
        await services.RoundAsync(Each(told), default);

        Assert.IsType<DamagedRowException>(Assert.Single(told));
        Assert.Equal(1, (await services.HealthAsync(default)).Unmended);
    }

    [Fact]
    public async Task AMatter_KeepsNoOtherFromItsNewDatesAfterANotice()
    {
        await using var world = await Open();
        var draft = Draft(Changan) with { Due = new DueSpan.WorkingDays(45) };
        var first = World.Done(await world.TryAssign(Leader, draft)).Matter.Number;
        var other = World.Done(await world.TryAssign(Leader, draft)).Matter.Number;
        await Damage(world, (await world.Rows(RowKeys.Matters.Matter))[0], "State", "Lost");

        var imported = await world.Holidays.ImportAsync(
            "notice",
            Office,
            Calendar.Day.Notice(2027, "2027-01-02..2027-01-08,off,元旦", "2027-02-05..2027-02-11,off,春节"),
            default);

        Assert.True(Assert.IsType<HolidayImport.Imported>(imported) is { Finished: true, Moved: 1 });
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task AJob_KeepsNoOtherFromItsEnd()
    {
        await using var world = await Open();
        var services = Process(world);
        foreach (var (key, state) in new[]
        {
            (RowKeys.Directory.JobsUnfinished + "aaa", "Lost"),
            (RowKeys.Directory.JobsUnfinished + "zzz", "Running")
        })
            await world.Store.SubmitAsync(
                DirectoryRows.Table,
                Hebei.Value,
                [new Change.Upsert(new(
                    key,
                    new Dictionary<string, object>(StringComparer.Ordinal) { ["State"] = state }))],
                default);
        var job = new Job(
            "job",
            JobKind.Places,
            JobState.Running,
            Office.Id,
            "上报整改方案",
            Language.Chinese,
            0,
            0,
            0,
            [],
            world.Clock.GetCurrentInstant());
        await services.Jobs.WriteAsync(job, [new JobItem.Assignment(1, Draft(Changan))], default);

        var failed = await Assert.ThrowsAsync<AggregateException>(() => services.JobRunner.ResumeAsync(default));

        Assert.Equal(2, failed.InnerExceptions.Count);
        Assert.Equal(JobState.Finished, (await services.Jobs.FindAsync("job", default))!.State);
    }

    [Fact]
    public async Task AnItemOfAJob_StopsTheJobAfterAWhile_AndLeavesItToThePerson()
    {
        await using var world = await Open();
        var services = Process(world);
        var job = new Job(
            "job",
            JobKind.Places,
            JobState.Running,
            Office.Id,
            "上报整改方案",
            Language.Chinese,
            0,
            0,
            0,
            [],
            world.Clock.GetCurrentInstant());
        await services.Jobs.WriteAsync(job, [new JobItem.Assignment(1, Draft(Changan))], default);
        var item = (await world.Store.ReadPrefixAsync(
            JobRows.Table,
            Hebei.Value,
            RowKeys.Directory.JobItems,
            9,
            default)).Single();
        await Damage(world, item, "Urgency", "Very", JobRows.Table, Hebei);

        for (var i = 0; i < JobLimits.Tries + 2; i++)
        {
            try
            {
                await services.JobRunner.ResumeAsync(default);
            }
            catch (AggregateException)
            {
                // Told each time.
            }

            world.Clock.Advance(SendLease.Lasts);
        }

        Assert.Equal(JobState.Stopped, (await services.Jobs.FindAsync("job", default))!.State);
        Assert.Equal(JobState.Stopped, chat.Jobs[^1].State);
    }

    [Fact]
    public async Task ATurnOfADigest_IsBegunAnew_AndKeepsNobodyElseFromTheirs()
    {
        await using var world = await Open();
        var services = Process(world);
        await world.Assign(Leader, Changan);
        world.Clock.Reset(BeijingTime.At(new(2026, 11, 25), new(8, 30)));
        await world.Store.SubmitAsync(
            MatterRows.Table,
            Hebei.City.Value,
            [new Change.Upsert(new(
                RowKeys.Matters.DigestTurns + KeyPart.Of(County.Id),
                new Dictionary<string, object>(StringComparer.Ordinal) { ["Day"] = "soon" }))],
            default);
        await services.Sweep.SweepAsync(Shijiazhuang, default);

        await Assert.ThrowsAsync<AggregateException>(() => services.DigestSender.DeliverAsync(default));

        Assert.Equal(
            ["changan", "city"],
            chat.Digests.Select(d => d[..d.IndexOf(':', StringComparison.Ordinal)]).Order());
        await services.DigestSender.DeliverAsync(default);
        Assert.Equal(2, chat.Digests.Count);
    }

    [Theory]
    [MemberData(nameof(DamageOfAMessage))]
    public async Task Gathered_TheOthersAreInTheDigest_AndTheAuditTellsTheHealth(string column, string? value)
    {
        await using var world = await Open();
        var services = Process(world);
        for (var i = 0; i < 2; i++) await world.Assign(Leader, Changan);
        world.Clock.Reset(BeijingTime.At(new(2026, 11, 25), new(8, 30)));
        await services.Sweep.SweepAsync(Shijiazhuang, default);
        await Damage(
            world,
            (await world.Rows(OutboxRows.Digest)).First(row => row.Text("To") == County.Id),
            column,
            value);

        await Assert.ThrowsAsync<AggregateException>(() => services.DigestSender.DeliverAsync(default));
        await services.Auditor.CheckAsync(Shijiazhuang, default);

        Assert.Contains("changan: 1301-2 Unsigned", chat.Digests);
        Assert.Single(await world.Rows(OutboxRows.Digest));
        Assert.Equal(1, (await services.HealthAsync(default)).Unmended);
    }

    [Theory]
    [InlineData("Number", null)]
    [InlineData("Number", "12")]
    [InlineData("Room", null)]
    public async Task ACardInARoom_KeepsNoOtherRoomAndNoOtherMatterFromTheirs_AndTheOfficeIsTold(
        string column,
        string? value)
    {
        await using var world = await Open();
        var services = Process(world);
        foreach (var room in new[] { "19:a", "19:b" })
            Assert.Null(await world.Rooms.BindAsync(
                City,
                new("msteams", "https://smba.example/", room, "", "28:bot", "tenant", ChatKind.Channel),
                Shijiazhuang,
                default));
        var number = await world.Assign(Leader, Changan);
        await services.RoomCards.DeliverAsync(Shijiazhuang, default);
        await Damage(world, (await world.Rows(RowKeys.Matters.RoomCards))[0], column, value);
        await world.Do(County, number, new Sign());
        await world.Assign(Leader, Changan);
        chat.Shown.Clear();

        var failed = await Assert.ThrowsAsync<AggregateException>(() =>
            services.RoomCards.DeliverAsync(Shijiazhuang, default));

        Assert.IsType<DamagedRowException>(Assert.Single(failed.InnerExceptions));
        Assert.Equal(["m-2 1301-1 InProgress", "new 1301-2 Assigned → m-1", "new 1301-2 Assigned → m-2"], chat.Shown);
        Assert.Equal(1, (await services.RoomCards.FailedAsync(default)).Damaged);
        Assert.Equal(0, await services.RoomCards.ShowAgainAsync(Office, default));
        // It is not up to date as long as it cannot be read.
        Assert.Equal(1, (await services.RoomCards.CountAsync(default)).Matters);
    }

    [Fact]
    public async Task AJob_IsToldOfByTheHealth()
    {
        await using var world = await Open();
        await world.Store.SubmitAsync(
            JobRows.Table,
            Hebei.Value,
            [new Change.Upsert(new(
                RowKeys.Directory.JobsUnfinished + "aaa",
                new Dictionary<string, object>(StringComparer.Ordinal)))],
            default);

        Assert.Equal(1, (await Process(world).HealthAsync(default)).Unmended);
    }

    [Fact]
    public async Task ALink_IsSweptAway()
    {
        await using var world = await Open();
        var services = Process(world);
        await world.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Upsert(new(
                RowKeys.Directory.Links + "aaa",
                new Dictionary<string, object>(StringComparer.Ordinal)))],
            default);

        await services.Links.SweepAsync(default);

        Assert.Empty(await world.Store.ReadPrefixAsync(
            DirectoryRows.Table,
            Hebei.Value,
            RowKeys.Directory.Links,
            9,
            default));
    }

    [Fact]
    public async Task ABacklog_KeepsNeitherTheAuditNorWhatComesOnceADayForMoreThanAnHour()
    {
        await using var world = await Open();
        var (told, found) = (new List<Exception>(), new List<Difference>());
        var judged = new TaskCompletionSource();
        var services = new LiaisonServices(
            world.Faulty,
            Hebei,
            world.Clock,
            PolicyBook.BuiltIn,
            "process",
            _ => chat,
            _ => { })
        {
            Found = difference =>
            {
                found.Add(difference);
                if (found.Count == 3) judged.SetResult();
            },
        };
        await services.RoundAsync(Each(told), default);
        for (var i = 0; i < 3; i++) await world.Assign(Leader, Changan);
        foreach (var plan in await world.Rows(RowKeys.Matters.Reminders)) await world.Store.SubmitAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            [new Change.Delete(plan.Key)],
            default);
        // Each send takes longer than a round lasts: something is left.
        chat.Meanwhile = () =>
        {
            world.Clock.Advance(OutboxDispatcher.LongestRound);
            return Task.CompletedTask;
        };
        chat.Answer = _ => new SendAnswer.Answered(503);
        world.Clock.Advance(Duration.FromHours(2));

        // The first round sends; beside the next one the audit looks at what the first was to give: no send of it ends
        // before that.
        Assert.False(await services.RoundAsync(Each(told), default));
        Assert.Empty(found);
        var sent = 0;
        chat.Meanwhile = async () =>
        {
            sent++;
            await judged.Task.WaitAsync(TimeSpan.FromSeconds(30));
        };
        world.Clock.Advance(RetryRule.LongestWait);
        await services.RoundAsync(Each(told), default);

        Assert.NotEqual(0, sent);
        Assert.Equal(3, found.Count);
        Assert.Empty(told);
    }

    private static Func<Func<Task>, Task> Each(List<Exception> told) => async piece =>
    {
        try
        {
            await piece();
        }
        catch (AggregateException e)
        {
            lock (told) told.AddRange(e.InnerExceptions);
        }
    };

    private static Task<World> Open() => World.WithChats(County, City, Office);

    private LiaisonServices Process(World world) => world.Process(chat);

    private static Task Damage(
        World world,
        Row row,
        string column,
        string? value,
        string table = MatterRows.Table,
        AreaCode? partition = null)
    {
        var columns = row.Columns.Where(c => c.Key != column).ToDictionary();
        if (value is not null) columns[column] = value;
        return world.Store.SubmitAsync(
            table,
            (partition ?? Shijiazhuang).Value,
            [new Change.Upsert(row with { Columns = columns })],
            default);
    }

    private static Task Write(World world, Row row) =>
        world.Store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Upsert(row)], default);
}
