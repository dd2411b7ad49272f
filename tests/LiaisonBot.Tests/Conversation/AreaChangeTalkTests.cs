using LiaisonBot.Core.Areas;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Changes of the division, by what the office says and presses; and places that nothing is called.</summary>
public sealed class AreaChangeTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Rename_InOneLine_TakesEffectOnItsDayAndTheOldNameIsStillUnderstood()
    {
        var form = await chats.Office.Say("区划调整 正定县 撤县设区为 正定区 2026年11月26日");
        Assert.Equal(("Rename", "130123", "正定区", "2026-11-26", "撤县设区"), (
            form.Input("areaKind").Value, form.Input("areaPlace").Value, form.Input("areaName").Value, form.Input("areaOn").Value, form.Input("areaWhat").Value));
        var done = await chats.Office.Press("提交");
        Assert.StartsWith("已登记：石家庄市正定县更名为正定区", done.Text, StringComparison.Ordinal);
        Assert.Contains("未到生效日", done.Text, StringComparison.Ordinal);
        Assert.Contains("截至 2026-03-25", done.Text, StringComparison.Ordinal);
        Assert.Contains("石家庄市正定县", (await chats.Office.Say("通讯录 正定县")).Text, StringComparison.Ordinal);

        await chats.Remind(new(2026, 11, 26));

        Assert.StartsWith("石家庄市正定区", Title(await chats.Office.Say("通讯录 正定县")), StringComparison.Ordinal);
        var assign = await chats.Leader.Say("交办 正定县 12月20日前 上报方案");
        Assert.Equal("130123", assign.Input("area").Value);
        Assert.Contains("“正定县”现为石家庄市正定区（撤县设区）", assign.Text, StringComparison.Ordinal);
        Assert.Contains("已生效", (await chats.Changan.Say("区划调整")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_TakesOverPeopleAndOpenMattersAndKeepsTheirNumbers()
    {
        var number = await chats.Leader.Assign("长安区");
        await chats.Deliver();
        await chats.Office.Say("区划调整 长安区 并入 正定县 2026年11月25日 合并设区");
        Assert.StartsWith("已登记：石家庄市长安区并入石家庄市正定县", (await chats.Office.Press("提交")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("签收", (await chats.Zhengding.Say(number)).Titles);

        await chats.Remind(new(2026, 11, 25));

        var card = await chats.Zhengding.Say(number);
        Assert.Contains("签收", card.Titles);
        Assert.Contains("石家庄市长安区（现正定县）", card.Text, StringComparison.Ordinal);
        Assert.Contains("签收", (await chats.Changan.Say(number)).Titles);
        Assert.Contains(number, (await chats.Zhengding.Say("我的事项")).Text, StringComparison.Ordinal);
        Assert.Contains("石家庄市长安区（现正定县）\n[石家庄市长安区（现正定县）]\n1\n", (await chats.City.Say("台账 正定县")).Text, StringComparison.Ordinal);
        Assert.Single(
            (await chats.City.Say("通讯录 正定县")).Text.Split('\n'),
            line => line.StartsWith("长安区联络员", StringComparison.Ordinal));
        Assert.Equal("130123", (await chats.Leader.Say("交办 长安区 12月20日前 上报方案")).Input("area").Value);
    }

    [Fact]
    public async Task Merge_AndThenTheRemovalOfSomebodyWhoCameWithIt_TakesTheirRightsAway()
    {
        var number = await chats.Leader.Assign("长安区");
        await chats.Office.Say("区划调整 长安区 并入 正定县 2026年11月24日 合并设区");
        await chats.Office.Press("提交");
        await chats.Office.Send(
            "removePerson",
            new() { ["person"] = "00000000-0000-4000-8000-000000000031", ["grant"] = "CountyOfficer:130123" });

        Assert.StartsWith("已移除", chats.Office.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("签收", (await chats.Changan.Say(number)).Titles);
        Assert.DoesNotContain("长安区联络员", (await chats.Office.Say("通讯录 正定县")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_BeforeItsDay_IsTakenBack()
    {
        await chats.Office.Say("区划调整 井陉矿区 并入 井陉县 2027年1月1日 合并");
        await chats.Office.Press("提交");
        Assert.StartsWith("已撤销登记：石家庄市井陉矿区并入石家庄市井陉县", (await chats.Office.Press("撤销登记")).Text, StringComparison.Ordinal);
        Assert.Contains("还没有登记区划调整", chats.Office.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ByAnyoneButTheOffice_IsRefused()
    {
        foreach (var user in chats.Everyone.Where(u => u != chats.Office))
        {
            Assert.DoesNotContain("登记调整", (await user.Say("区划调整")).Titles);
            Assert.StartsWith("只有省委巡视办", (await user.Say("区划调整 正定县 更名为 正定区 2027年1月1日")).Text, StringComparison.Ordinal);
            foreach (var verb in new[] { "areaForm", "registerArea", "takeBackArea" })
                Assert.StartsWith(
                    "只有省委巡视办",
                    (await user.Send(verb, new()
                    {
                        ["areaKind"] = "Rename",
                        ["areaPlace"] = "130123",
                        ["areaName"] = "正定区",
                        ["areaOn"] = "2027-01-01",
                        ["areaWhat"] = "撤县设区"
                    })).Text,
                    StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("区划调整 新设 石家庄市 滹沱县 2026年11月24日 国函〔2026〕1号", "石家庄市新设滹沱县")]
    [InlineData("区划调整 石家庄市 新设 滹沱县 2026-11-24 分设", "石家庄市新设滹沱县")]
    [InlineData("区划调整 新乐市 划归 保定市 2026年11月24日起 国函〔2026〕1号", "石家庄市新乐市划归保定市")]
    [InlineData("区划调整 将正定县更名为正定区，2026年11月24日，撤县设区", "石家庄市正定县更名为正定区")]
    [InlineData("区划调整 正定县 撤县设市 正定市 2026年11月24日", "石家庄市正定县更名为正定市")]
    public async Task Line_OfAChange_IsUnderstood(string line, string registered)
    {
        await chats.Office.Say(line);
        Assert.StartsWith("已登记：" + registered, (await chats.Office.Press("提交")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("areaPlace", "", "请选择本省的县（市、区）", "areaPlace")]
    [InlineData("areaName", "正定", "请填写以县、区、市、旗结尾的名称", "areaName")]
    [InlineData("areaName", "长安区", "这个市已有同名的县（市、区）", "areaName")]
    [InlineData("areaOn", "2099-01-01", "请填写日期", "areaOn")]
    public async Task Form_WithAFault_IsRefusedBesideTheInput(string field, string value, string why, string at)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["areaKind"] = nameof(AreaChangeKind.Rename),
            ["areaPlace"] = "130123",
            ["areaName"] = "正定区",
            ["areaOn"] = "2027-01-01",
            ["areaWhat"] = "撤县设区",
            [field] = value,
        };
        var form = await chats.Office.Send(
            "registerArea",
            [.. data.Select(d => new KeyValuePair<string, System.Text.Json.Nodes.JsonNode?>(d.Key, d.Value))]);

        Assert.StartsWith(why, form.ErrorAt(at), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddUnit_WithTheNameOfACounty_LeadsToRegisteringIt()
    {
        var asked = await chats.Office.Say("添加单位 石家庄市滹沱县");
        Assert.Contains("“滹沱县”像是县（市、区）的名称", asked.Text, StringComparison.Ordinal);
        var form = await chats.Office.Press("登记为县（市、区）");
        Assert.Equal(
            ("Add", "滹沱县", "1301"),
            (form.Input("areaKind").Value, form.Input("areaName").Value, form.Input("areaInto").Value));

        await chats.Office.PressOn(asked, "仍作为单位添加");
        Assert.Contains("已添加单位滹沱县", chats.Office.Last.Text, StringComparison.Ordinal);
        Assert.Equal("高新区", (await chats.Office.Say("添加单位 石家庄高新区")).Input("unitName").Value);
    }

    /// <summary>A place that is not found is never the one around it.</summary>
    [Theory]
    [InlineData("交办 石家庄市和康县 12月20日前 上报方案", "石家庄市和康县")]
    [InlineData("交办 石家庄和康县 12月20日前 上报方案", "石家庄和康县")]
    [InlineData("交办 石家庄市 和康县 12月20日前 上报方案", "石家庄市 和康县")]
    [InlineData("交办 石家庄市高新区12月20日前上报方案", "石家庄市高新区")]
    [InlineData("交办 河北省和康县 12月20日前 上报方案", "河北省和康县")]
    [InlineData("交办 长安区、石家庄市和康县 12月20日前 上报方案", "石家庄市和康县")]
    [InlineData("交办 石家庄市滹沱新区的整改 12月20日前", "石家庄市滹沱新区")]
    public async Task Assign_ToAPlaceThatIsNot_AsksAndTakesNothingAroundIt(string line, string unknown)
    {
        var form = await chats.Office.Say(line);

        Assert.Contains($"没有认出：{unknown}", form.Text, StringComparison.Ordinal);
        Assert.NotEqual("1301", form.Inputs.FirstOrDefault(i => i.Id == "area")?.Value);
    }

    [Theory]
    [InlineData("交办 石家庄市 12月20日前 市区道路排查", "1301")]
    [InlineData("交办 石家庄市辖区排查 12月20日前", "1301")]
    [InlineData("交办 石家庄市 12月20日前 全市社区排查", "1301")]
    [InlineData("交办 石家庄市 排查辖区小区 12月20日前", "1301")]
    [InlineData("交办 石家庄市长安区 12月20日前 上报方案", "130102")]
    [InlineData("交办 石家庄市 长安区 12月20日前 上报方案", "130102")]
    public async Task Assign_ToAPlaceWithWordsBehindIt_IsThatPlace(string line, string area) =>
        Assert.Equal(area, (await chats.Office.Say(line)).Input("area").Value);

    [Theory]
    [InlineData("驻市 石家庄市和康县 第1组 1月5日至12月31日")]
    [InlineData("巡视 石家庄市 和康县 第1组 12月1日至5日")]
    public async Task Visit_OfAPlaceThatIsNot_IsNotOfTheCity(string line) =>
        Assert.Equal("", (await chats.Office.Say(line)).Input("area").Value ?? "");

    [Theory]
    [InlineData("台账 石家庄市和康县")]
    [InlineData("通讯录 石家庄市和康县")]
    [InlineData("驻市安排 石家庄和康县")]
    [InlineData("负担 石家庄市和康县")]
    public async Task List_OfAPlaceThatIsNot_SaysSo(string line) =>
        Assert.Contains("没有找到", (await chats.Office.Say(line)).Text, StringComparison.Ordinal);

    private static string Title(Seen seen) => seen.Text.Split('\n')[0];
}
