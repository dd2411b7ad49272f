using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Features.Feeds;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Feeds;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using LiaisonBot.Local.Demo;
using LiaisonBot.Sheets;

namespace LiaisonBot.Tests.Conversation;

/// <summary>日历: a person's address, and what a calendar program of another make reads there.</summary>
public sealed partial class FeedTests : IAsyncLifetime
{
    private static readonly string Reader = Path.Combine(
        SourceFolder.Root,
        "tests",
        "LiaisonBot.Tests",
        "Conversation",
        "read-ics.mjs");

    /// <summary>Each is two UTF-16 units, and four bytes.</summary>
    private static readonly string Rare = string.Concat(Enumerable.Repeat("𠮷", 30));

    private Chats chats = null!;
    private PersonalFeed feeds = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open(new MemoryTableStore());
        feeds = new(chats.Services, new SheetFiles(), DemoData.Prefix);
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("日历")]
    [InlineData("订阅日历")]
    [InlineData("我的日历")]
    [InlineData("calendar")]
    [InlineData("my calendar")]
    public async Task Word_GivesAnAddressOnce_AndThenHowItStands(string said)
    {
        var card = await chats.Changan.Say(said);
        var address = new Uri(card.Input(FeedCards.AddressName).Value!);
        Assert.Equal("http", address.Scheme);
        Assert.Equal("webcal", Assert.Single(card.Links).Scheme);
        Assert.Equal(address.PathAndQuery, card.Links[0].PathAndQuery);
        Assert.NotNull(await feeds.ReadAsync(Secret(card), default));

        var later = await chats.Changan.Say(said);

        Assert.Empty(later.Inputs);
        Assert.Empty(later.Links);
        Assert.Contains("2026-11-24 09:00", later.Text, StringComparison.Ordinal);
    }

    /// <summary>A question makes no address: it says how it stands, with the button that does.</summary>
    [Theory]
    [InlineData("把我的事项加到手机日历")]
    [InlineData("怎么订阅日历")]
    [InlineData("看看我的日历")]
    [InlineData("日历地址再发我一下")]
    [InlineData("日历 地址")]
    [InlineData("how do I get this in my outlook calendar")]
    public async Task Question_MakesNoAddress(string said)
    {
        var card = await chats.Changan.Say(said);
        Assert.Empty(card.Inputs);
        Assert.Empty(await chats.Store.ReadPrefixAsync(RowKeys.Directory.Table, "13", RowKeys.Directory.Feeds, 10, default));
        await chats.Changan.Press(said[0] == 'h' ? "Make an address" : "生成地址");
        Assert.Single(await chats.Store.ReadPrefixAsync(RowKeys.Directory.Table, "13", RowKeys.Directory.Feeds, 10, default));
    }

    /// <summary>Who wants none gets none, and keeps the address that other calendars of theirs read.</summary>
    [Theory]
    [InlineData("不要日历")]
    [InlineData("我不要日历")]
    [InlineData("不用日历")]
    [InlineData("别给我日历")]
    [InlineData("不要订阅日历")]
    [InlineData("日历不要了")]
    [InlineData("i don't want the calendar")]
    [InlineData("no calendar please")]
    public async Task NoCalendar_MakesNoAddress_AndTakesNoneAway(string said)
    {
        Assert.Contains(said[0] is 'i' or 'n' ? "You have no calendar address" : "还没有日历地址", (await chats.Changan.Say(said)).Text, StringComparison.Ordinal);
        Assert.Empty(await chats.Store.ReadPrefixAsync(RowKeys.Directory.Table, "13", RowKeys.Directory.Feeds, 10, default));

        var secret = Secret(await chats.City.Say("日历"));
        Assert.Contains(said[0] is 'i' or 'n' ? "Stop" : "停用", (await chats.City.Say(said)).Text + string.Join(' ', chats.City.Last.Buttons.Select(button => button.Title)), StringComparison.Ordinal);
        Assert.NotNull(await feeds.ReadAsync(secret, default));
    }

    [Fact]
    public async Task SelfCheck_IsADayOfThePlaceThatIsAsked_UntilAMonthAfterItsAnswer()
    {
        await CheckTalkTests.MakeAsync(chats, "招投标", "串通投标，围标陪标");
        await chats.Leader.Say("举一反三 1301-1 长安区、正定县");
        await chats.Leader.Press("发出");
        await chats.Deliver();
        static bool Asked(Entry one) => one.Id.StartsWith("selfcheck-", StringComparison.Ordinal);
        var card = await chats.Changan.Say("日历");
        var secret = Secret(card);

        var due = (await Read(secret)).Single(Asked);

        Assert.Equal("石家庄市长安区 自查待答复", due.Title);
        Assert.Equal(
            (await chats.Services.SelfChecks.ListAsync(
                (await chats.Services.Directory.ReadAsync(default)).ByObjectId(chats.Changan.ObjectId)!,
                AreaCode.Parse("130102"),
                default)).Single().Round.Due.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            due.First);
        Assert.DoesNotContain("串通", due.Note + due.Title, StringComparison.Ordinal);
        Assert.Single(await Of(chats.Zhengding), Asked);
        // Who asked has nothing to answer.
        Assert.DoesNotContain(await Of(chats.Leader), Asked);
        await chats.Changan.PressOn(card, "显示标题");
        Assert.Contains("串通投标", (await Read(secret)).Single(Asked).Title, StringComparison.Ordinal);

        chats.Wait();
        await chats.Changan.PressOn(chats.Changan.Received[^1], "不存在");
        var off = (await Read(secret)).Single(Asked);
        Assert.Equal((due.Id, "CANCELLED"), (off.Id, off.Status));
        Assert.True(off.Version > due.Version);
        chats.Wait(FeedContents.EndedShown + 1);
        Assert.DoesNotContain(await Read(secret), Asked);
    }

    [Fact]
    public async Task Buttons_CanBeSaid()
    {
        var first = Secret(await chats.Changan.Say("日历"));
        Assert.Contains("显示事项标题", (await chats.Changan.Say("日历 显示标题")).Text, StringComparison.Ordinal);
        Assert.Contains("不显示事项标题", (await chats.Changan.Say("日历 隐藏标题")).Text, StringComparison.Ordinal);
        var second = Secret(await chats.Changan.Say("日历 重置"));
        Assert.NotEqual(first, second);
        Assert.Contains("已停用", (await chats.Changan.Say("日历 停用")).Text, StringComparison.Ordinal);
        Assert.Contains("还没有日历地址", (await chats.Changan.Say("停用日历")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已停用", (await chats.Changan.Say("日历不要停用")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_KeepsTheHashAlone()
    {
        var secret = Secret(await chats.Changan.Say("日历"));
        var rows = await chats.Store.ReadPrefixAsync(RowKeys.Directory.Table, "13", RowKeys.Directory.Feeds, 10, default);

        var row = Assert.Single(rows);
        Assert.DoesNotContain(secret, row.Key, StringComparison.Ordinal);
        Assert.DoesNotContain(row.Columns.Values, value => value.ToString() == secret);
    }

    [Fact]
    public async Task Renewed_TheOldAddressIsDead_Stopped_SoIsTheNewOne()
    {
        var first = Secret(await chats.Changan.Say("日历"));
        var card = await chats.Changan.Press("重置地址");
        Assert.Contains("旧地址已失效", card.Text, StringComparison.Ordinal);
        var second = Secret(card);
        Assert.Null(await feeds.ReadAsync(first, default));
        Assert.NotNull(await feeds.ReadAsync(second, default));

        card = await chats.Changan.Press("停用");

        Assert.Contains("已停用", card.Text, StringComparison.Ordinal);
        Assert.Null(await feeds.ReadAsync(second, default));
        Assert.NotNull(await feeds.ReadAsync(Secret(await chats.Changan.Press("生成地址")), default));
        Assert.Single(await chats.Store.ReadPrefixAsync(RowKeys.Directory.Table, "13", RowKeys.Directory.Feeds, 10, default));
    }

    [Fact]
    public async Task WhoLeft_OrGotAnotherAccount_HasNoFeed_AndItsRowGoes()
    {
        var left = Secret(await chats.Changan.Say("日历"));
        var other = Secret(await chats.Zhengding.Say("日历"));
        await Alter("31", null);
        await Alter("32", person => person with { ObjectId = "00000000-0000-4000-8000-0000000000ff" });

        Assert.Null(await feeds.ReadAsync(left, default));
        Assert.Null(await feeds.ReadAsync(other, default));

        await chats.Services.Feeds.SweepAsync(default);
        Assert.Equal(
            "00000000-0000-4000-8000-000000000032",
            Assert.Single(await chats.Store.ReadPrefixAsync(
                RowKeys.Directory.Table,
                "13",
                RowKeys.Directory.Feeds,
                10,
                default)).Text("Person"));
    }

    [Fact]
    public async Task Matter_IsAWholeFreeDay_WithoutItsTitle_UntilThatIsSwitchedOn()
    {
        var number = await chats.Leader.Assign("长安区", "涉密的标题，甲；乙\\丙", "2026-12-15");
        var card = await chats.Changan.Say("日历");
        var secret = Secret(card);

        var due = (await Read(secret)).Single(Matters);

        Assert.Equal($"{number} 到期 · 石家庄市长安区", due.Title);
        Assert.Equal(("2026-12-15", "2026-12-16", true), (due.First, due.Behind, due.WholeDay));
        Assert.Equal(("TRANSPARENT", "FREE", "CONFIRMED"), (due.Transparency, due.Busy, due.Status));
        Assert.Equal((0, false), (due.Alarms, due.Repeats));
        Assert.DoesNotContain("涉密", due.Note, StringComparison.Ordinal);

        await chats.Changan.PressOn(card, "显示标题");

        var shown = (await Read(secret)).Single(Matters);
        Assert.Equal($"{number} 涉密的标题，甲；乙\\丙 到期 · 石家庄市长安区", shown.Title);
        Assert.Equal(due.Id, shown.Id);
        await chats.Changan.Press("隐藏标题");
        Assert.Equal(due.Title, (await Read(secret)).Single(Matters).Title);
    }

    [Fact]
    public async Task MovedDay_KeepsTheId_AndItsVersionGrows_EndedStaysForAMonth_AndIsGone()
    {
        var number = await chats.Leader.Assign("长安区", due: "2026-12-15");
        var secret = Secret(await chats.Changan.Say("日历"));
        var before = (await Read(secret)).Single(Matters);
        chats.Wait();
        await chats.Leader.Say($"{number} 改到12月22号，县里有换届");
        await chats.Leader.Press("提交");

        var moved = (await Read(secret)).Single(Matters);

        Assert.Equal(before.Id, moved.Id);
        Assert.Equal("2026-12-22", moved.First);
        Assert.True(moved.Version > before.Version);
        Assert.True(string.CompareOrdinal(moved.Changed, before.Changed) > 0);

        chats.Wait();
        await chats.Leader.Do(number, "撤回", ("原因", "另行部署"));
        var off = (await Read(secret)).Single(Matters);
        Assert.Equal(before.Id, off.Id);
        Assert.Equal("CANCELLED", off.Status);
        Assert.StartsWith("已取消：", off.Title, StringComparison.Ordinal);

        chats.Wait(FeedContents.EndedShown);
        Assert.Contains(await Read(secret), Matters);
        chats.Wait();
        Assert.DoesNotContain(await Read(secret), Matters);
    }

    [Fact]
    public async Task Everybody_SeesWhatTheirListsShow_AndNothingElse()
    {
        await chats.Leader.Assign("长安区", "甲", "2026-12-15");
        await chats.Leader.Assign("正定县", "乙", "2026-12-16");
        await chats.Office.Assign("路南区", "丙", "2026-12-16");
        string[] Days(IEnumerable<Entry> of) => [.. of.Where(Matters).Select(one => one.First).Order(StringComparer.Ordinal)];

        Assert.Equal(["2026-12-15"], Days(await Of(chats.Changan)));
        Assert.Equal(["2026-12-15", "2026-12-16"], Days(await Of(chats.City)));
        Assert.Equal(["2026-12-15", "2026-12-16"], Days(await Of(chats.Leader)));
        Assert.Equal(["2026-12-16"], Days(await Of(chats.Lunan)));
        Assert.Empty(Days(await Of(chats.Audit)));
        Assert.Empty(Days(await Of(chats.Supervision)));
        // A whole province is one entry for each city and day.
        var office = (await Of(chats.Office)).Where(one => one.Id.StartsWith("city-", StringComparison.Ordinal));
        Assert.Equal(
            ["唐山市 · 1件到期", "石家庄市 · 1件到期", "石家庄市 · 1件到期"],
            office.Select(one => one.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Counties_OfOneMatterAndDay_AreOneEntryOfTheirCity()
    {
        var number = await chats.Leader.Assign("石家庄市", due: "2026-12-15");
        await chats.City.Do(number, "转办", ("转办至", "长安区,正定县"), ("转办要求", "逐户排查"));

        Assert.Equal(
            $"{number} 到期 · 石家庄市（含县2件）",
            (await Of(chats.City)).Single(Matters).Title);
        Assert.Equal($"{number}-1 到期 · 石家庄市长安区", (await Of(chats.Changan)).Single(Matters).Title);
    }

    [Fact]
    public async Task Set_IsOneEntryADay_AndItsStepsAreNamed()
    {
        var rows = new StringBuilder("序号\t反馈问题\t完成时限\n");
        for (var i = 1; i <= 12; i++) rows.Append(CultureInfo.InvariantCulture, $"{i}\t问题{i}\t2027-3-1\n");
        await chats.Leader.Say($"反馈 正定县 11月20日\n{rows}");
        await chats.Leader.Press("下发12个问题");

        var events = (await Of(chats.Zhengding)).Where(one => one.Title.Contains("整改", StringComparison.Ordinal)).ToList();

        Assert.Contains(events, one => one.Title == "整改 石家庄市正定县 · 12个问题到期" && one.First == "2027-03-01");
        Assert.Contains(events, one => one.Title == "整改 石家庄市正定县 · 报送整改方案" && one.First == "2026-12-20");
        Assert.DoesNotContain(events, one => one.Note.Contains("问题1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Visit_IsShownFromItsAnnouncement_AlsoToTheOffice_AndStaysMarkedWhenItIsCalledOff()
    {
        var visit = new Visit(1, AreaCode.Parse("130123"), new(2026, 12, 1), new(2026, 12, 30), VisitKind.Inspection)
        {
            State = VisitState.Approved,
            Group = 2,
        };
        var users = new[] { chats.Office, chats.Leader, chats.City, chats.Zhengding };
        await Put(visit);
        foreach (var user in users) Assert.DoesNotContain(await Of(user), Inspection);
        await Put(visit with { State = VisitState.Announced, AnnouncedOn = Chats.Today.PlusDays(1) });
        foreach (var user in users) Assert.DoesNotContain(await Of(user), Inspection);

        chats.Wait();
        chats.ForgetDirectory();
        foreach (var user in users)
        {
            var one = (await Of(user)).Single(Inspection);
            Assert.Equal(("2026-12-01", "2026-12-31"), (one.First, one.Behind));
            Assert.Contains("正定县", one.Title, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(await Of(chats.Changan), Inspection);

        chats.Wait();
        await Put(visit with
        {
            State = VisitState.Cancelled,
            AnnouncedOn = Chats.Today.PlusDays(1),
            Steps = VisitStep.WriteAll([new(VisitAct.Cancel, chats.Clock.GetCurrentInstant(), "x", "y", "密因")]),
        });
        var off = (await Of(chats.Zhengding)).Single(Inspection);
        Assert.Equal("CANCELLED", off.Status);
        Assert.DoesNotContain("密因", off.Note + off.Title, StringComparison.Ordinal);

        // Called off before anybody knew of it: it never was.
        await Put(visit with
        {
            State = VisitState.Cancelled,
            AnnouncedOn = Chats.Today.PlusDays(9),
            Steps = VisitStep.WriteAll([new(VisitAct.Cancel, chats.Clock.GetCurrentInstant(), "x", "y", "密因")]),
        });
        foreach (var user in users) Assert.DoesNotContain(await Of(user), Inspection);
    }

    [Fact]
    public async Task Recused_OfATeam_SeesNothingOfThePlace()
    {
        await chats.Leader.Assign("长安区", "甲", "2026-12-15");
        Assert.Single(await Of(chats.Member), Matters);

        await Alter("12", person => person with { Recusals = [AreaCode.Parse("130102")] });

        Assert.DoesNotContain(await Of(chats.Member), Matters);
    }

    /// <summary>国庆节 2026 is off from 1 to 7 October, and 10 October, a Saturday, is worked.</summary>
    [Fact]
    public async Task ExchangedDays_AreThere_AndAMatterMayBeDueOnOne()
    {
        chats.Clock.Reset(LiaisonBot.Core.Calendar.BeijingTime.At(new(2026, 9, 15), new(9, 0)));
        await chats.Leader.Assign("长安区", "甲", "2026-10-10");

        var events = await Of(chats.Changan);

        Assert.Contains(events, one => (one.First, one.Behind, one.Title) == ("2026-10-01", "2026-10-08", "国庆节放假"));
        Assert.Contains(events, one => (one.First, one.Title) == ("2026-10-10", "调休上班（国庆节）"));
        Assert.Equal("2026-10-10", events.Single(Matters).First);
    }

    [Fact]
    public async Task English_IsEnglish()
    {
        await chats.Leader.Assign("长安区", "甲", "2026-12-15");
        await chats.Changan.Say("english");
        var events = await Of(chats.Changan);
        Assert.Equal("1301-1 due · 石家庄市长安区", events.Single(Matters).Title);
    }

    /// <summary>What Outlook, Google and Apple need of a calendar that is subscribed to.</summary>
    [Fact]
    public async Task File_IsOneThatReadersTake()
    {
        foreach (var title in new[] { "长" + new string('标', 80), "𠮷𠮷𠮷" + Rare, "BEGIN:VEVENT\r\nEND:VCALENDAR", "\u202Eabc, d; e\\n" })
            await chats.Leader.Assign("长安区", title, "2026-12-15");
        var card = await chats.Changan.Say("日历");
        await chats.Changan.PressOn(card, "显示标题");
        var file = await Parse(Secret(card));

        Assert.Equal(("2.0", "PUBLISH", "Asia/Shanghai"), (file.Version, file.Method, file.Zone));
        Assert.Equal("交办事项与巡视安排", file.Name);
        Assert.Equal("PT4H", file.Refresh);
        Assert.True(file.Longest <= 75, $"{file.Longest}");
        Assert.Equal(0, file.BareEnds);
        Assert.Equal(4, file.Events.Count(Matters));
        Assert.Equal(file.Events.Count, file.Events.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(file.Events, one => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", one.Stamp));
        Assert.All(file.Events, one => Assert.True(one.WholeDay));
        Assert.Contains(file.Events, one => one.Title.Contains("BEGIN:VEVENT END:VCALENDAR", StringComparison.Ordinal));
        Assert.Contains(file.Events, one => one.Title.Contains(Rare, StringComparison.Ordinal));
        Assert.Equal(
            await feeds.ReadAsync(Secret(card), default),
            await feeds.ReadAsync(Secret(card), default));
    }

    private static bool Matters(Entry one) => one.Id.StartsWith("matter-", StringComparison.Ordinal);

    private static bool Inspection(Entry one) =>
        one.Id.StartsWith("visit-", StringComparison.Ordinal) && one.Title.Contains("巡视 第1", StringComparison.Ordinal);

    private async Task<IReadOnlyList<Entry>> Of(User user)
    {
        var card = await user.Say("日历");
        return await Read(Secret(card.Inputs.Count > 0 ? card : await user.Press("重置地址")));
    }

    private async Task<IReadOnlyList<Entry>> Read(string secret) => (await Parse(secret)).Events;

    private async Task<File> Parse(string secret)
    {
        var path = Path.GetTempFileName();
        try
        {
            await System.IO.File.WriteAllBytesAsync(path, (await feeds.ReadAsync(secret, default))!);
            using var node = Process.Start(new ProcessStartInfo("node", [Reader, path])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = node.StandardError.ReadToEndAsync();
            var output = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            Assert.True(node.ExitCode == 0, await errors);
            return JsonSerializer.Deserialize<File>(output, JsonSerializerOptions.Web)!;
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private static string Secret(Seen card) =>
        KeyInAddress().Match(card.Input(FeedCards.AddressName).Value!).Groups["secret"].Value;

    private async Task Put(Visit visit)
    {
        await chats.Store.SubmitAsync(DirectoryRows.Table, "13", [new Change.Upsert(DirectoryRows.ToRow(visit))], default);
        chats.ForgetDirectory();
    }

    /// <summary>Changes, or takes away, a person of the demo in the store.</summary>
    private async Task Alter(string id, Func<Person, Person>? change)
    {
        var key = DirectoryRows.PersonKey($"00000000-0000-4000-8000-0000000000{id}");
        var row = (await chats.Store.ReadAsync(DirectoryRows.Table, "13", key, default))!;
        await chats.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [change is null ? new Change.Delete(key) : new Change.Upsert(DirectoryRows.ToRow(change(DirectoryRows.ToPerson(row))))],
            default);
        chats.ForgetDirectory();
    }

    [GeneratedRegex(@"\?key=(?<secret>\w+)$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyInAddress();

    private sealed record File(
        string Version,
        string Method,
        string Name,
        string Zone,
        string Refresh,
        int Longest,
        int BareEnds,
        IReadOnlyList<Entry> Events);

    private sealed record Entry(
        string Id,
        string First,
        string Behind,
        bool WholeDay,
        string Title,
        string Note,
        string Status,
        string Transparency,
        string Busy,
        string Stamp,
        string Changed,
        int Version,
        int Alarms,
        bool Repeats);
}
