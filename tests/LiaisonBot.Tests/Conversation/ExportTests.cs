using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Sheets;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// The ledger as a file: exactly what the person may see when they fetch it, by a link that is theirs for a short time.
/// </summary>
public sealed class ExportTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Everything();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Export_HasEveryMatterOfTheLedger_WithItsDate()
    {
        var card = await chats.Office.Say("导出");
        Assert.Matches(@"河北省台账：未办结\d+项，已办结或撤回\d+项", card.Text);

        var file = await Fetch(card);

        Assert.Equal($"河北省 台账 {Columns.Date(BeijingTime.Today(chats.Clock.GetCurrentInstant()))}.xlsx", file.FileName);
        var sheet = Read(file.Body);
        Assert.StartsWith(
            "河北省交办事项台账（未办结，",
            Assert.Single(sheet.Rows[0].Cells, cell => cell.Length > 0),
            StringComparison.Ordinal);
        Assert.Equal(
            [
                "编号",
                "事项名称",
                "责任地区",
                "责任主体",
                "目标任务",
                "状态",
                "交办日期",
                "签收日期",
                "办理时限",
                "逾期",
                "紧急程度",
                "督办",
                "巡视组",
                "进展情况",
                "办理结果",
                "附件",
                "联系人",
                "转办情况",
                "备注",
                "类别"
            ],
            sheet.Rows[1].Cells);
        var open = await chats.Services.Lists.MineAsync(await Person(chats.Office), default);
        Assert.Equal(open.Select(e => e.Number.Full("冀巡交")), sheet.Rows.Skip(2).Select(r => r.At(0)));
        Assert.All(sheet.Rows.Skip(2), r => Assert.Matches(@"^\d{4}-\d\d-\d\d$", r.At(8)));
        foreach (var row in sheet.Rows.Skip(2).Zip(open))
        {
            var matter = (await chats.Services.Matters
                .FindAsync(await Person(chats.Office), row.Second.Number, default))!.Matter;
            Assert.Equal(
                (matter.Target.Trim(), matter.Progress?.Trim() ?? "", matter.Result?.Trim() ?? ""),
                (row.First.At(4), row.First.At(13), row.First.At(14)));
            Assert.Equal(Columns.Date(BeijingTime.Today(matter.AssignedAt)), row.First.At(6));
            Assert.Equal(matter.SignedAt is { } signed ? Columns.Date(BeijingTime.Today(signed)) : "", row.First.At(7));
        }
    }

    [Fact]
    public async Task Export_OfEachPerson_HasWhatTheyMaySeeAndNothingElse()
    {
        foreach (var user in chats.Everyone)
        {
            var seen = (await chats.Services.Lists
                .FindAsync(await Person(user), "", _ => "", farBack: true, default)).Entries;
            var card = await user.Say("导出 河北省");
            if (seen.Count == 0)
            {
                Assert.Empty(card.Links);
                continue;
            }

            var (open, ended) = (Read((await Fetch(card)).Body), Read((await Fetch(card)).Body, "已办结或撤回"));
            Assert.Equal(
                seen.Select(e => e.Number.Full("冀巡交")).Order(StringComparer.Ordinal),
                open.Rows.Skip(2).Concat(ended.Rows.Skip(2)).Select(r => r.At(0)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Export_OfAPlace_IsOfThatPlace()
    {
        var sheet = Read((await Fetch(await chats.Office.Say("导出 长安区"))).Body);

        Assert.NotEmpty(sheet.Rows.Skip(2));
        Assert.All(sheet.Rows.Skip(2), r => Assert.Equal("石家庄市长安区", r.At(2)));
    }

    [Fact]
    public async Task Ledger_HasAButtonForIt()
    {
        await chats.City.Say("台账");
        Assert.Contains("石家庄市台账", (await chats.City.Press("导出")).Text, StringComparison.Ordinal);
        Assert.Single(chats.City.Last.Links);
    }

    [Fact]
    public async Task Link_LeadsToWhatThePersonMaySeeWhenItIsOpened()
    {
        var card = await chats.Changan.Say("导出");
        var office = await Person(chats.Office);
        var changan = await Person(chats.Changan);
        await chats.Services.People
            .AddGrantAsync(
                office,
                changan.ObjectId,
                changan.Name,
                new(Role.CountyOfficer, AreaCode.Parse("130202")),
                default);
        await chats.Services.People.RemoveGrantAsync(office, changan.Id, changan.Grants[0], default);

        // The heading and the columns.
        Assert.Equal(2, Read((await Fetch(card)).Body).Rows.Count);
    }

    [Fact]
    public async Task Link_OfSomeoneWhoWasRemoved_LeadsNowhere()
    {
        var card = await chats.Changan.Say("导出");
        var changan = await Person(chats.Changan);
        await chats.Services.People
            .RemoveGrantAsync(await Person(chats.Office), changan.Id, changan.Grants[0], default);

        Assert.Null(await chats.Downloads.FetchAsync(Token(card), "browser", default));
    }

    [Fact]
    public async Task Link_IsOverAfterTenMinutes_AndSweptAway()
    {
        var card = await chats.Office.Say("导出");
        chats.Clock.Advance(LinkService.Lasts - Duration.FromSeconds(1));
        Assert.NotNull(await chats.Downloads.FetchAsync(Token(card), "browser", default));
        chats.Clock.Advance(Duration.FromSeconds(1));
        Assert.Null(await chats.Downloads.FetchAsync(Token(card), "browser", default));

        await chats.Services.Links.SweepAsync(default);

        chats.Clock.Advance(-Duration.FromMinutes(5));
        Assert.Null(await chats.Downloads.FetchAsync(Token(card), "browser", default));
    }

    [Fact]
    public async Task Link_SaysThatWhoeverHasItMayOpenIt_AndForHowLong()
    {
        var text = (await chats.Office.Say("导出")).Text;
        Assert.DoesNotContain("只供您本人", text, StringComparison.Ordinal);
        Assert.Contains("凡拿到链接的人都能抢先打开", text, StringComparison.Ordinal);
        Assert.Contains("10分钟", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OpensInOneBrowser_AsOftenAsThereIsAClick_AndInNoOther()
    {
        var token = Token(await chats.Office.Say("导出"));
        Assert.NotNull(await chats.Downloads.FetchAsync(token, "browser", default));
        Assert.NotNull(await chats.Downloads.FetchAsync(token, "browser", default));
        Assert.Null(await chats.Downloads.FetchAsync(token, "another", default));
        Assert.NotNull(await chats.Downloads.FetchAsync(token, "browser", default));
    }

    [Fact]
    public async Task Link_OpenedByManyAtOnce_OpensForOne()
    {
        var token = Token(await chats.Office.Say("导出"));
        var files = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(i => chats.Downloads.FetchAsync(token, $"browser{i}", default)));
        Assert.Single(files, file => file is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("token")]
    [InlineData("../matters")]
    [InlineData(RowKeys.Directory.Links + "token1")]
    public async Task Token_ThatWasNeverGiven_LeadsNowhere(string token) =>
        Assert.Null(await chats.Downloads.FetchAsync(token, "browser", default));

    [Fact]
    public async Task Token_IsNotWhatIsStored()
    {
        var card = await chats.Office.Say("导出");
        var rows = await chats.Store.ReadRangeAsync(
            DirectoryRows.Table,
            "13",
            RowKeys.Directory.Links,
            RowKeys.Directory.Links + "~",
            100,
            default);
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain(Token(card), row.Key, StringComparison.Ordinal));
    }

    private async Task<Person> Person(User user) =>
        (await chats.Services.Directory.ReadAsync(default)).ByObjectId(user.ObjectId)!;

    private static string Token(Seen card) => card.Links.Single().Segments[^1];

    private async Task<LiaisonBot.Conversation.OfficeReports.OfficeReport> Fetch(Seen card) =>
        (await chats.Fetch(Token(card)))!;

    /// <summary>The first sheet, or the one of that name.</summary>
    private static Sheet Read(byte[] file, string? name = null) =>
        Assert.IsType<SheetReading.Book>(new SheetFiles().Read(file)).Sheets.First(s => name is null || s.Name == name);
}
