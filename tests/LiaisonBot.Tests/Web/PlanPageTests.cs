using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Web.Pages;
using NodaTime;

namespace LiaisonBot.Tests.Web;

/// <summary>The year of visits and the coverage on pages: who sees what, and that moving a bar changes nothing by itself.</summary>
public sealed class PlanPageTests
{
    private const string Year = "/tab/plan/1301?year=2027";

    [Fact]
    public async Task Plan_BeforeItIsAnnounced_IsThereForTheOfficeAndItsTeamAlone()
    {
        await using var pages = await Planned();
        var office = await (await pages.SignIn("01")).Get(Year);
        Assert.Contains("class=\"drafted", office.Body, StringComparison.Ordinal);
        var visit = VisitOf(office, "130123");
        Assert.Equal(200, (await (await pages.SignIn("01")).Get("/tab/visit/" + Uri.EscapeDataString(visit))).Status);
        foreach (var key in new[] { "11", "12", "21", "31", "32" })
        {
            var other = await pages.SignIn(key);
            var page = await other.Get(Year);
            Assert.Equal(200, page.Status);
            Assert.DoesNotContain("drafted\" href", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("data-visit", page.Body, StringComparison.Ordinal);
            var hidden = await other.Get("/tab/visit/" + Uri.EscapeDataString(visit));
            var none = await other.Get("/tab/visit/" + Uri.EscapeDataString(visit.Replace("130123", "130129", StringComparison.Ordinal)));
            Assert.Equal((404, 404), (hidden.Status, none.Status));
            Assert.Contains(">0</", (await other.Get("/tab/coverage?year=2027")).Body, StringComparison.Ordinal);
            Assert.DoesNotContain("only=Planned", (await other.Get("/tab/coverage?year=2027")).Body, StringComparison.Ordinal);
        }

        // Another city is no page of theirs, and no reason is given.
        Assert.Equal(404, (await (await pages.SignIn("22")).Get(Year)).Status);
        Assert.Equal(404, (await (await pages.SignIn("41")).Get(Year)).Status);
    }

    [Fact]
    public async Task MovedBar_IsTheFormOfTheChat_AndNothingIsChangedBeforeItIsSent()
    {
        await using var pages = await Planned();
        var office = await pages.SignIn("01");
        var before = await office.Get(Year);
        var visit = VisitOf(before, "130123");
        var form = (await office.Press("visits.changeForm", new() { ["visit"] = visit, ["from"] = "2027-10-11", ["to"] = "2027-11-08" })).Json;
        var text = form.ToJsonString();
        Assert.Contains("2027-10-11", text, StringComparison.Ordinal);
        Assert.Contains("2027-11-08", text, StringComparison.Ordinal);
        Assert.Equal(before.Headers.ETag.ToString(), (await Same(office, before)).Headers.ETag.ToString());

        // Beside the visit to another county of the same group: refused in the words of the chat.
        var clash = await office.Press("visits.change", Sent(visit, "2027-07-14", "2027-08-10"), "a");
        Assert.Contains("该组这段时间在别处", clash.Body, StringComparison.Ordinal);
        Assert.Equal(before.Headers.ETag.ToString(), (await Same(office, before)).Headers.ETag.ToString());

        Assert.Equal(200, (await office.Press("visits.change", Sent(visit, "2027-10-11", "2027-11-08"), "b")).Status);
        Assert.Contains("data-from=\"2027-10-11\" data-to=\"2027-11-08\"", (await office.Get(Year)).Body, StringComparison.Ordinal);

        // Somebody who may not gets the sentence of the chat.
        var leader = await pages.SignIn("11");
        await leader.Press("visits.change", Sent(visit, "2027-10-12", "2027-11-09"), "c");
        Assert.Contains("data-from=\"2027-10-11\"", (await office.Get(Year)).Body, StringComparison.Ordinal);

        static JsonObject Sent(string visit, string from, string to) => new()
        {
            ["visit"] = visit,
            ["kind"] = "Inspection",
            ["team"] = "2",
            ["area"] = "130123",
            ["group"] = "1",
            ["from"] = from,
            ["to"] = to,
        };
    }

    [Fact]
    public async Task Coverage_FiguresOpenTheirLists()
    {
        await using var pages = await Planned();
        var office = await pages.SignIn("01");
        var whole = (await office.Get("/tab/coverage?year=2027")).Body;
        foreach (var (half, only) in new[] { ("1", "Planned"), ("2", "Planned"), ("1", "NotNeeded") })
        {
            var link = Regex.Match(
                whole,
                $"href=\"(?<to>/tab/coverage/1301\\?year=2027&amp;half={half}&amp;only={only})#counties\">(?<count>[0-9]+)<",
                RegexOptions.NonBacktracking);
            var list = await office.Get(link.Groups["to"].Value.Replace("&amp;", "&", StringComparison.Ordinal));
            var rows = list.Body.Split("id=\"counties\"")[1].Split("<tr>").Length - 2;
            Assert.Equal(int.Parse(link.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture), rows);
        }

        Assert.StartsWith("PK", (await office.Get("/tab/coverage/1301?year=2027&as=xlsx")).Body, StringComparison.Ordinal);
        foreach (var odd in new[] { "/tab/coverage/9999", "/tab/coverage/x", "/tab/plan/13", "/tab/plan/%3Cscript%3E", "/tab/visit/x", "/tab/visit" })
        {
            Assert.Equal(404, (await office.Get(odd)).Status);
        }

        Assert.Equal(200, (await office.Get("/tab/plan?year=-5")).Status);
        Assert.Equal(200, (await office.Get("/tab/coverage?year=999999999999&half=9&only=77")).Status);
    }

    [Fact]
    public void Chart_PutsEachDayWhereItIs_AndVisitsThatMeetBelowEachOther()
    {
        Visit Of(string area, int from, int to) => new(1, AreaCode.Parse(area), new LocalDate(2027, 3, from), new(2027, 3, to), VisitKind.Patrol) { Key = area, Group = 1 };
        var row = Assert.Single(PlanChart.Rows(2027, [Of("130102", 1, 5), Of("130104", 3, 9), Of("130105", 8, 12)], []));
        Assert.Equal(2, row.Lanes);
        Assert.Equal([0, 1, 0], row.Bars.Select(bar => bar.Lane));
        // 31 days of January and 28 of February lie before the first of March.
        Assert.Equal([(31 + 28) * 3, (31 + 28 + 2) * 3, (31 + 28 + 7) * 3], row.Bars.Select(bar => bar.X));
        Assert.Equal([5 * 3, 7 * 3, 5 * 3], row.Bars.Select(bar => bar.Width));
        var long_ = new Visit(1, AreaCode.Parse("1301"), new(2026, 12, 1), new(2028, 1, 31), VisitKind.Residency);
        var bar = Assert.Single(Assert.Single(PlanChart.Rows(2027, [long_], [])).Bars);
        Assert.Equal((0, 365 * 3), (bar.X, bar.Width));
    }

    [Fact]
    public async Task Menu_HasNoPageThatIsEmpty()
    {
        await using var pages = await Pages.Open();
        var county = await pages.SignIn("32");
        Assert.DoesNotContain("\"/tab/sets\"", (await county.Get("/tab/mine")).Body, StringComparison.Ordinal);
        Assert.Contains("\"/tab/sets\"", (await (await pages.SignIn("11")).Get("/tab/mine")).Body, StringComparison.Ordinal);
        var check = await pages.Chats.Leader.Say("反馈 正定县 11月20日\n序号\t反馈问题\t完成时限\n1\t会议多\t2026-12-31");
        await pages.Chats.Leader.PressOn(check, "下发1个问题");
        await pages.Chats.Deliver();
        var page = (await county.Get("/tab/mine")).Body;
        Assert.Contains("\"/tab/sets\"", page, StringComparison.Ordinal);
        Assert.Contains("\"/tab/plans\"", page, StringComparison.Ordinal);
    }

    private static async Task<Pages> Planned()
    {
        var pages = await Pages.Open();
        var draft = await pages.Chats.Office.Say("安排 2027 石家庄 第2组 3个小组");
        await pages.Chats.Office.PressOn(draft, "存为草案");
        pages.Forget();
        return pages;
    }

    private static Task<PageAnswer> Same(Browser browser, PageAnswer before) =>
        browser.Get(Year, ("X-Liaison-Card", Regex.Match(before.Body, "data-id=\"(?<id>[0-9a-f]{32})\"", RegexOptions.NonBacktracking).Groups["id"].Value));

    private static string VisitOf(PageAnswer page, string area) =>
        Regex.Match(page.Body, $"data-visit=\"(?<key>[^\"]*{area}[^\"]*)\"", RegexOptions.NonBacktracking).Groups["key"].Value;
}
