using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests.OfficeReports;

/// <summary>What other programs of the office get of the matters.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task List_AsJson_HasEveryOpenMatterOfTheProvince()
    {
        await chats.Leader.Assign("长安区", "上报整改方案");
        await chats.Office.Assign("路南区", "唐山事项");
        var withdrawn = await chats.Leader.Assign("正定县", "不办了");
        await chats.Leader.Do(withdrawn, "撤回", ("原因", "重复"));

        Assert.Equal(["上报整改方案", "唐山事项"], Titles(await Json()).Order(StringComparer.Ordinal));
        Assert.Equal(["唐山事项"], Titles(await Json(("area", "1302"))));
        Assert.Equal(["不办了"], Titles(await Json(("state", "ended"))));
        Assert.Equal(3, Titles(await Json(("state", "all"))).Count());
        var first = (await Json(("area", "130102")))["matters"]![0]!;
        Assert.Equal(
            ("2026-1301-1", "冀巡交〔2026〕1301-1", "130102", "Assigned"),
            ((string?)first["number"], (string?)first["shown"], (string?)first["area"], (string?)first["state"]));
    }

    [Fact]
    public async Task Matter_AsJsonAndCsv_HasItsHistory()
    {
        var number = await chats.Leader.Assign("长安区", "上报整改方案");
        await chats.Changan.Do(number, "签收");
        var matter = await Json(number);
        Assert.Equal("上报整改方案", (string?)matter["title"]);
        Assert.Equal(["Assign", "Sign"], matter["history"]!.AsArray().Select(h => (string?)h!["act"]));
        Assert.Contains("\"签收\",\"长安区联络员\"", await Text(number, ("format", "csv")), StringComparison.Ordinal);
        Assert.Null(await Report("1301-99"));
    }

    [Fact]
    public async Task WhatWaitsForAnAnswer_IsInTheListAndTheMatter_WithItsReason()
    {
        var declined = await chats.Leader.Assign("长安区", "上报整改方案");
        await chats.Changan.Do(declined, "申请退件", ("退件理由", "应由发改委办理"));
        await chats.Changan.Say($"提问 {declined} 表格用哪张");
        await chats.Leader.Say($"提问 {declined} 附几张图");
        var moved = await chats.Leader.Assign("正定县", "上报台账");
        await chats.Zhengding.Do(moved, "签收");
        await chats.Zhengding.Do(moved, "申请延期", ("延期理由", "材料还在汇总"), ("申请延至", "2027-01-15"));
        var ended = await chats.Leader.Assign("长安区", "不办了");
        await chats.Changan.Say($"提问 {ended} 还办吗");
        await chats.Leader.Do(ended, "撤回", ("原因", "重复"));

        var entry = (await Json(("area", "130102")))["matters"]![0]!;
        Assert.Equal(
            (true, false, true, true),
            ((bool)entry["declined"]!, (bool)entry["extensionAsked"]!, (bool)entry["questionOfHolder"]!, (bool)entry["questionToHolder"]!));
        var matter = await Json(declined);
        Assert.Equal("应由发改委办理", (string?)matter["declined"]!["reason"]);
        Assert.Equal(
            ["Holder 表格用哪张", "Reviewer 附几张图"],
            matter["questions"]!.AsArray().Select(q => $"{q!["from"]} {q["text"]}"));
        var more = (await Json(moved))["extensionAsked"]!;
        Assert.Equal(("2027-01-15", "材料还在汇总"), ((string?)more["until"], (string?)more["reason"]));
        Assert.Contains("\"申请退件，待答复、提问待答复\"", await Text(null, ("format", "csv")), StringComparison.Ordinal);

        var last = await Json(ended);
        Assert.Equal("重复", (string?)last["withdrawnBecause"]);
        Assert.Empty(last["questions"]!.AsArray());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    [InlineData("=HYPERLINK(\"http://127.0.0.1\",\"x\")")]
    public async Task Csv_OfATitleThatExcelWouldCalculate_IsAText(string title)
    {
        await chats.Leader.Assign("长安区", title);
        var line = (await Text(null, ("format", "csv"))).Split("\r\n")[1];
        Assert.Contains(
            $",\"'{title.Replace("\"", "\"\"", StringComparison.Ordinal)}\",",
            line,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_IsUtf8WithItsMark_AndSpeaksTheLanguageAskedFor()
    {
        await chats.Leader.Assign("长安区", "第一项");
        var chinese = (await Report(null, ("format", "csv")))!;
        Assert.True(chinese.Body.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal(("text/csv; charset=utf-8", "matters.csv"), (chinese.MediaType, chinese.FileName));
        Assert.StartsWith("\uFEFF\"编号\",\"事项名称\"", await Text(null, ("format", "csv")), StringComparison.Ordinal);
        Assert.StartsWith(
            "\uFEFF\"Number\",\"Title\"",
            await Text(null, ("format", "csv"), ("lang", "en")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", null, null)]
    [InlineData(null, "area", "长安区")]
    [InlineData(null, "state", "closed")]
    [InlineData(null, "format", "xlsx")]
    [InlineData(null, "lang", "fr")]
    public void Query_ThatIsWrong_IsSaidInOneLine(string? number, string? name, string? value)
    {
        var (query, wrong) = ReportQuery.Read(number, n => n == name ? value : null, 2026);
        Assert.Null(query);
        Assert.NotEmpty(wrong!);
    }

    private static IEnumerable<string> Titles(JsonObject list) =>
        list["matters"]!.AsArray().Select(m => (string)m!["title"]!);

    private Task<JsonObject> Json(params (string Name, string Value)[] parameters) => Json(null, parameters);

    private async Task<JsonObject> Json(string? number, params (string Name, string Value)[] parameters) =>
        (JsonObject)JsonNode.Parse((await Report(number, parameters))!.Body)!;

    private async Task<string> Text(string? number, params (string Name, string Value)[] parameters) =>
        Encoding.UTF8.GetString((await Report(number, parameters))!.Body);

    private Task<OfficeReport?> Report(string? number, params (string Name, string Value)[] parameters) => LiaisonBot.Conversation.OfficeReports.OfficeReport.OfAsync(
        ReportQuery.Read(number, name => parameters.FirstOrDefault(p => p.Name == name).Value, 2026).Query!,
        LiaisonBot.Conversation.OfficeReports.OfficeReport.TheOffice(DemoData.Province),
        chats.Services,
        DemoData.Prefix,
        default);
}
