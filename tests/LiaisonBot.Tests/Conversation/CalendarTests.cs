using LiaisonBot.Tests.Calendar;

namespace LiaisonBot.Tests.Conversation;

/// <summary>The working calendar and the visits, by what the office says and presses.</summary>
public sealed class CalendarTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Import_OfANoticeThatIsPasted_IsCheckedConfirmedAndToldOfInOneDigest()
    {
        await chats.Leader.Assign("长安区", due: "", more: ("或按天数", "30个工作日"));
        var second = await chats.Leader.Assign("长安区", due: "", more: ("或按天数", "31个工作日"));
        var before = await chats.Changan.Say(second);
        Assert.Contains("2027年1月6日（暂定）", before.Text, StringComparison.Ordinal);

        await chats.Office.Say("导入节假日");
        var check = await chats.Office.Press("核对", ("通知原文", NoticeTextTests.Notice2027));
        Assert.Contains("1月31日（周日）", check.Text, StringComparison.Ordinal);
        Assert.Contains("10月1日（周五）至10月7日（周四），共7天", check.Text, StringComparison.Ordinal);
        Assert.Contains("尚未公布", (await chats.Changan.Say("节假日 2027")).Text, StringComparison.Ordinal);
        var done = await chats.Office.PressOn(check, "确认导入");

        Assert.StartsWith("已导入2027年放假安排。2个事项的办理时限改动", done.Text, StringComparison.Ordinal);
        Assert.Contains("省委巡视办 2026-11-24 09:00 导入（第1版）", done.Text, StringComparison.Ordinal);
        Assert.Contains("2027年1月7日\n", (await chats.Changan.Say(second)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("暂定", chats.Changan.Last.Text, StringComparison.Ordinal);
        await chats.Changan.Press("办理记录");
        Assert.Contains("放假安排公布，办理时限由2027年1月6日改为2027年1月7日", chats.Changan.Last.Text, StringComparison.Ordinal);
        await chats.Changan.Do(second, "签收");
        await chats.Deliver();
        var count = chats.Changan.Received.Count;
        await chats.Remind(Chats.Today.PlusDays(1));

        var digest = Assert.Single(chats.Changan.Received.Skip(count));
        Assert.StartsWith("今日提醒（2项）", digest.Text, StringComparison.Ordinal);
        Assert.Contains("放假安排公布，办理时限由2027年1月5日改为2027年1月6日  ·  尚未签收", digest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TwiceByTheSameButton_IsOnce()
    {
        var check = await chats.Office.Say("导入节假日 " + NoticeTextTests.Notice2027);
        var first = await chats.Office.PressOn(check, "确认导入");
        var again = await chats.Office.PressOn(check, "确认导入");

        Assert.StartsWith("已导入2027年放假安排。", first.Text, StringComparison.Ordinal);
        Assert.Contains("第1版", again.Text, StringComparison.Ordinal);
        Assert.Contains(
            "与现行安排相同，不用导入",
            (await chats.Office.Say("导入节假日 " + NoticeTextTests.Notice2027)).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("确认导入", chats.Office.Last.Titles);
    }

    [Fact]
    public async Task Import_OfACorrection_ShowsWhatDiffers()
    {
        await chats.Office.Say("导入节假日 " + NoticeTextTests.Notice2027);
        await chats.Office.Press("确认导入");

        var check = await chats.Office.Say("导入节假日 " + NoticeTextTests.Notice2027.Replace(
            "2月14日（周日）",
            "2月13日（周六）",
            StringComparison.Ordinal));

        Assert.Contains("改为休息：2月14日（周日）", check.Text, StringComparison.Ordinal);
        Assert.Contains("改为上班：2月13日（周六）", check.Text, StringComparison.Ordinal);
        Assert.Contains("第2版", (await chats.Office.Press("确认导入")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfANoticeThatAmends_ShowsBeforeAndAfterAndCountsAgainOnce()
    {
        const string amends = "国务院办公厅关于延长2027年元旦假期的通知\n延长2027年元旦假期至1月4日（周一），1月5日起正常上班。";
        Assert.Contains(
            "2027年的放假安排还没有导入",
            (await chats.Office.Say("导入节假日 " + amends)).ErrorAt("通知原文"),
            StringComparison.Ordinal);
        await chats.Office.Say("导入节假日 " + NoticeTextTests.Notice2027);
        await chats.Office.Press("确认导入");
        await chats.Leader.Assign("长安区", due: "", more: ("或按天数", "31个工作日"));
        var number = chats.Leader.Last.Text;

        var check = await chats.Office.Say("导入节假日 " + amends);
        Assert.Contains("国务院办公厅关于延长2027年元旦假期的通知", check.Text, StringComparison.Ordinal);
        Assert.Contains("1月4日（周一）：上班 → 休息（元旦）", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1月5日", check.Text, StringComparison.Ordinal);
        var done = await chats.Office.PressOn(check, "确认导入");

        Assert.StartsWith("已导入2027年放假安排。1个事项的办理时限改动", done.Text, StringComparison.Ordinal);
        Assert.Contains("后经改动：国务院办公厅关于延长2027年元旦假期的通知", done.Text, StringComparison.Ordinal);
        Assert.Contains("第2版", (await chats.Office.PressOn(check, "确认导入")).Text, StringComparison.Ordinal);
        Assert.Contains("与现行安排相同，不用导入", (await chats.Office.Say("导入节假日 " + amends)).Text, StringComparison.Ordinal);
        Assert.NotEmpty(number);
    }

    [Fact]
    public async Task Import_OfTwoAmendmentsCheckedAtOnce_KeepsBoth()
    {
        await chats.Office.Say("导入节假日 " + NoticeTextTests.Notice2027);
        await chats.Office.Press("确认导入");
        var first = await chats.Office.Say("导入节假日 关于延长2027年春节假期的通知\n春节假期延长至2月12日。");
        var second = await chats.Office.Say("导入节假日 关于2027年端午节放假安排的补充通知\n增加6月10日（周四）放假1天。");

        await chats.Office.PressOn(first, "确认导入");
        var done = await chats.Office.PressOn(second, "确认导入");

        Assert.Contains("2月5日（周五）至2月12日（周五），共8天", done.Text, StringComparison.Ordinal);
        Assert.Contains("6月9日（周三）至6月10日（周四），共2天", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAProvincesHoliday_IsNamedAsTheirsAndOfAnotherRefused()
    {
        const string text = "人民政府办公厅关于2026年那达慕放假的通知\n12月1日（周二）放假1天。";
        var check = await chats.Office.Say("导入节假日 河北省" + text);
        Assert.Contains("由河北省人民政府办公厅规定，不是国务院的通知", check.Text, StringComparison.Ordinal);
        Assert.Contains("12月1日（周二）：上班 → 休息（那达慕）", check.Text, StringComparison.Ordinal);
        Assert.Contains(
            "后经改动：河北省人民政府办公厅关于2026年那达慕放假的通知",
            (await chats.Office.PressOn(check, "确认导入")).Text,
            StringComparison.Ordinal);

        var other = await chats.Office.Say("导入节假日 内蒙古自治区" + text);
        Assert.Equal("这是内蒙古自治区的通知，不适用于河北省", other.ErrorAt("通知原文"));
        Assert.DoesNotContain("确认导入", other.Titles);
    }

    [Fact]
    public async Task Import_OfATextWithAFault_KeepsItAndSaysWhichLine()
    {
        await chats.Office.Say("导入节假日 2027");
        var form = await chats.Office.Press("核对", ("通知原文", "元旦：1月1日放假。\n春节：2月6日（周日）至12日放假。"));

        Assert.Equal("第2行：“2月6日(周日)至12日”的星期与日期不符，请核对年份和日期", form.ErrorAt("通知原文"));
        Assert.Equal("2027", form.Input("year").Value);
        Assert.StartsWith("元旦", form.Input("notice").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ByAnyoneButTheOffice_IsRefused()
    {
        foreach (var user in chats.Everyone.Where(u => u != chats.Office))
        {
            Assert.StartsWith("只有省委巡视办可以导入", (await user.Say("导入节假日")).Text, StringComparison.Ordinal);
            Assert.StartsWith("2026年放假安排", (await user.Say("节假日")).Text, StringComparison.Ordinal);
            Assert.Contains("国办发明电〔2025〕7号", user.Last.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("导入节假日", user.Last.Titles);
            foreach (var verb in new[] { "importNotice", "readNotice", "editNotice" })
                Assert.StartsWith(
                    "只有省委巡视办可以导入",
                    (await user.Send(verb, new() { ["year"] = "2027", ["notice"] = NoticeTextTests.Notice2027 })).Text,
                    StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Digest_OfTheOffice_SaysThatAYearIsProvisional()
    {
        var number = await chats.Office.Assign("长安区", due: "2026-12-01");
        await chats.Changan.Do(number, "签收");
        await chats.Deliver();
        await chats.Remind(new(2026, 12, 8));

        Assert.Contains("2027年放假安排尚未导入", chats.Office.Received[^1].Text, StringComparison.Ordinal);
        Assert.Contains("导入节假日", chats.Office.Received[^1].Titles);
        Assert.DoesNotContain("放假安排", chats.Changan.Received[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visits_AreEnteredChangedAndRemoved_AndThePhaseFollows()
    {
        Assert.Contains("离开期间", (await chats.Tangshan.Say("我是谁")).Text, StringComparison.Ordinal);
        var form = await chats.Office.Say("驻市 唐山 第二巡视组 11月1日至12月31日");
        Assert.Equal(
            ("Residency", "2", "1302", "2026-11-01", "2026-12-31"),
            (form.Input("kind").Value,
                form.Input("team").Value,
                form.Input("area").Value,
                form.Input("from").Value,
                form.Input("to").Value));
        Assert.StartsWith(
            "已添加：唐山市 驻市 第2巡视组 11月1日至12月31日",
            (await chats.Office.Press("提交")).Text,
            StringComparison.Ordinal);

        Assert.Contains("驻市期间", (await chats.Tangshan.Say("我是谁")).Text, StringComparison.Ordinal);
        Assert.Contains("驻市 第2巡视组  11月1日至12月31日", (await chats.Tangshan.Say("驻市安排")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("移除", chats.Tangshan.Last.Titles);

        await chats.Office.Say("驻市安排 唐山");
        await chats.Office.Press("更改");
        Assert.StartsWith(
            "已更改：唐山市 驻市 第2巡视组 11月1日至11月20日",
            (await chats.Office.Press("提交", ("结束日期", "2026-11-20"))).Text,
            StringComparison.Ordinal);
        Assert.Contains("已结束", chats.Office.Last.Text, StringComparison.Ordinal);
        Assert.Contains("离开期间", (await chats.Tangshan.Say("我是谁")).Text, StringComparison.Ordinal);

        await chats.Office.Say("驻市安排 唐山");
        // A button of an earlier version, which took it away at once.
        await chats.Office.Send("removeVisit", chats.Office.Last.Button("更改").Data);
        Assert.Contains("取消原因", chats.Office.Last.Text + string.Concat(chats.Office.Last.Inputs.Select(i => i.Label)), StringComparison.Ordinal);
        Assert.StartsWith(
            "已取消：唐山市 驻市",
            (await chats.Office.Press("取消安排", ("取消原因", "登记有误"))).Text,
            StringComparison.Ordinal);
        Assert.Contains("没有登记", (await chats.Tangshan.Say("驻市安排")).Text, StringComparison.Ordinal);
        Assert.Contains("已取消", (await chats.Office.Say("驻市安排 唐山")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visit_WithFaults_IsRefusedBesideTheInputs()
    {
        await chats.Office.Say("巡视 正定县 第1组 12月1日至5日");
        Assert.Equal("2026-12-05", chats.Office.Last.Input("to").Value);
        var form = await chats.Office.Press("提交", ("类别", "驻市"));
        Assert.Equal("驻市、市本级巡视选市，巡视、巡查、回访选县（市、区）或单位，专项巡视都可以", form.ErrorAt("area"));
        form = await chats.Office.Press("提交", ("类别", "巡视"), ("结束日期", "2026-11-01"));
        Assert.Equal("结束不能早于开始", form.ErrorAt("to"));
        Assert.StartsWith(
            "已添加，拟定中：",
            (await chats.Office.Press("提交", ("结束日期", "2026-12-05"))).Text,
            StringComparison.Ordinal);
        await chats.Office.Say("巡视 正定县 第1组 12月5日至9日");
        Assert.Contains("已有安排", (await chats.Office.Press("提交")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visits_OfOthers_AreNotShownAndCannotBeForged()
    {
        await chats.Office.Say("驻市安排 石家庄");
        var button = chats.Office.Last.Button("更改");

        Assert.DoesNotContain("第1巡视组", (await chats.Tangshan.Say("驻市安排 石家庄")).Text, StringComparison.Ordinal);
        foreach (var user in chats.Everyone.Where(u => u != chats.Office && u != chats.Leader))
            foreach (var verb in new[] { "removeVisit", "askRemoveVisit", "visitEndForm", "visitEnd" })
                Assert.StartsWith("没有这项安排", (await user.Send(verb, button.Data)).Text, StringComparison.Ordinal);
        foreach (var user in chats.Everyone.Where(u => u != chats.Office && u != chats.Leader))
            Assert.StartsWith("只有省委巡视办", (await user.Say("驻市 石家庄 第1组 1月5日至12月31日")).Text, StringComparison.Ordinal);
    }
}
