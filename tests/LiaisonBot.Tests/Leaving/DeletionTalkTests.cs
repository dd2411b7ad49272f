using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features.Leaving;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Calendar;
using LiaisonBot.Tests.Conversation;
using NodaTime;

namespace LiaisonBot.Tests.Leaving;

/// <summary>
/// The office deletes what is kept of a person: who and what is said first, one press does it, no row names them
/// afterwards, and the history is whole.
/// </summary>
public sealed class DeletionTalkTests : IAsyncLifetime
{
    private const string OfficerName = "甲标记员";
    private const string OfficerLogin = "marker.officer@hebei.example";
    private const string OfficerAccount = "cccccccc-0000-4000-8000-0000000000c1";
    private const string OfficeName = "乙标记员";
    private const string OfficeLogin = "marker.office@hebei.example";
    private const string OfficeAccount = "dddddddd-0000-4000-8000-0000000000d1";

    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task AfterDeletion_NoRowNamesThem_AndTheHistoryIsWhole()
    {
        var officer = await Enter(OfficerName, OfficerLogin, OfficerAccount, "县级联络员", "桥西区");
        var office = await Enter(OfficeName, OfficeLogin, OfficeAccount, "省委巡视办", "河北省");
        var number = await office.Assign("桥西区", "排查燃气隐患");
        await officer.Do(number, "签收");
        await officer.Do(number, "反馈进展", ("进展", "已排查三处"));
        await officer.Do(number, "申请延期", ("延期理由", "需要时间"), ("申请延至", "2026-12-20"));
        await chats.Deliver();
        var second = await office.Assign("桥西区", "食品安全整改");
        await officer.Do(second, "签收");
        await officer.Do(second, "报结", ("办理结果", "已整改"));
        await chats.Deliver();
        await office.Say("导入节假日 " + NoticeTextTests.Notice2027);
        await office.Press("确认导入");
        await office.Say("区划调整 正定县 更名为 正定区 2027年1月1日 撤县设区");
        await office.Press("提交");
        await office.SayIn(chats.Channel(), "绑定 石家庄");
        await office.Say("导出");
        await office.SendFile(
            "人员.csv",
            System.Text.Encoding.UTF8
                .GetBytes("姓名或岗位名称,角色,责任地区,登录名或对象ID,巡视组序号\n某人,县级联络员,新华区,someone@hebei.example,\n"));
        // What waits, what was given up, and what tells of them.
        await chats.Remind(Chats.Today.PlusDays(1));
        chats.AnswerPushes(user => user == officer ? new SendAnswer.Answered(403) : SendAnswer.Taken);
        await office.Do(number, "催办");
        await chats.Deliver();
        chats.AnswerPushes(_ => SendAnswer.Taken);
        await chats.Remind(new(2026, 12, 14));
        Assert.NotEmpty(await Naming(OfficerName, OfficerLogin, OfficerAccount));
        var before = await History(second);

        await Delete(OfficerLogin);
        await Delete(OfficeName);

        Assert.Empty(await Naming(OfficerName, OfficerLogin, OfficerAccount, OfficeName, OfficeLogin, OfficeAccount));
        var after = await History(second);
        Assert.Equal(
            before.Select(e => (e.Sequence, e.At, e.Act, e.Note)),
            after.Select(e => (e.Sequence, e.At, e.Act, e.Note)));
        // One person is one, also without a name.
        Assert.Single(after.Where(e => e.Act is Act.Sign or Act.HandIn).Select(e => e.Actor).Distinct());
        Assert.DoesNotContain(
            after.First(e => e.Act == Act.Assign).Actor,
            after.Where(e => e.Act == Act.Sign).Select(e => e.Actor));

        await chats.Office.Say(second);
        var history = await chats.Office.Press("办理记录");
        Assert.Contains("报结  已离任的联络员", history.Text, StringComparison.Ordinal);
        Assert.Contains("  已离任的巡视办人员", history.Text, StringComparison.Ordinal);
        Assert.Contains("已送达：已离任的联络员", history.Text, StringComparison.Ordinal);
        Assert.Contains("交办单位", (await chats.Office.Say(second)).Text, StringComparison.Ordinal);
        Assert.Contains("已离任的巡视办人员", chats.Office.Last.Text, StringComparison.Ordinal);
        await chats.Leader.Say("English");
        await chats.Leader.Say(second);
        var english = (await chats.Leader.Press("History")).Text;
        Assert.Contains("a former liaison officer", english, StringComparison.Ordinal);
        Assert.Contains("a former member of the provincial office", english, StringComparison.Ordinal);

        // The rules go on, and the audit finds nothing amiss.
        Assert.Contains(
            "办结",
            (await chats.Leader.Say(second)).Text.Replace("Close", "办结", StringComparison.Ordinal),
            StringComparison.Ordinal);
        await chats.Remind(new(2026, 12, 21));
        chats.Clock.Advance(Duration.FromMinutes(20));
        Assert.Empty(await chats.Services.Auditor.CheckAsync(AreaCode.Parse("1301"), default));
        Assert.Contains(
            "省委巡视办",
            chats.Office.Last.Text + (await chats.Office.Say("通讯录 河北省")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_ItSaysWhatGoesAndWhatStays_AndDoesNothing()
    {
        await Enter(OfficerName, OfficerLogin, OfficerAccount, "县级联络员", "桥西区");

        var card = await chats.Office.Say("删除个人信息 " + OfficerLogin);

        foreach (var text in new[]
        {
            OfficerName,
            OfficerLogin,
            "此人仍有职务：县级联络员 石家庄市桥西区",
            "将删除：",
            "“已离任的联络员”",
            "将保留：",
            "备份",
            "不能恢复",
            "[删除个人信息]",
            "[取消]"
        })
            Assert.Contains(text, card.Text, StringComparison.Ordinal);
        Assert.NotEmpty(await Naming(OfficerLogin));
        Assert.Contains(OfficerName, (await chats.Office.Say("通讯录 石家庄市桥西区")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("删除个人信息：甲标记员")]
    [InlineData("删除甲标记员的个人信息")]
    [InlineData("清除个人信息 MARKER.officer@hebei.example")]
    [InlineData("注销个人信息 " + OfficerAccount)]
    [InlineData("delete personal data of marker.officer@hebei.example")]
    [InlineData("Erase personal data 甲标记员")]
    public async Task Said_InManyWays_ThePersonIsFound(string said)
    {
        await Enter(OfficerName, OfficerLogin, OfficerAccount, "县级联络员", "桥西区");
        Assert.Contains(OfficerLogin, (await chats.Office.Say(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayNot_WhoIsUnknown_AndOneself_AreToldWhy()
    {
        Assert.Equal(LeavingTexts.DeleteDataOfOffice.Chinese, (await chats.City.Say("删除个人信息 长安区联络员")).Text);
        Assert.Equal("没有“谁也不是”的个人信息：没有登记过，或者已经删除。", (await chats.Office.Say("删除个人信息 谁也不是")).Text);
        Assert.Equal(
            LeavingTexts.DeleteDataOneself.Chinese,
            (await chats.Office.Say("删除个人信息 " + chats.Office.ObjectId)).Text);
        // Nor by a press that was made up.
        var forged = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse($$"""{"person":"{{chats.Office.ObjectId}}"}""")!;
        Assert.Equal(LeavingTexts.DeleteDataOneself.Chinese, (await chats.Office.Send("deleteData", forged)).Text);
        Assert.Equal(LeavingTexts.DeleteDataOfOffice.Chinese, (await chats.City.Send("deleteData", forged)).Text);
        Assert.Equal(LeavingTexts.DeleteDataOfOffice.Chinese, (await chats.Leader.Send("askDeleteData", forged)).Text);
        Assert.Contains("请说“删除个人信息”加登录名或姓名", (await chats.Office.Say("删除个人信息")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Namesakes_AreAskedFor_AndTheOtherKeepsEverything()
    {
        var one = await Enter(OfficerName, OfficerLogin, OfficerAccount, "县级联络员", "桥西区");
        var other = await Enter(OfficerName, "namesake@hebei.example", OfficeAccount, "县级联络员", "桥西区");
        var number = await chats.Office.Assign("桥西区", "排查燃气隐患");
        await one.Do(number, "签收");
        await other.Do(number, "反馈进展", ("进展", "已排查三处"));
        await chats.Deliver();

        var which = await chats.Office.Say("删除个人信息 " + OfficerName);
        Assert.Contains("有2位", which.Text, StringComparison.Ordinal);
        await chats.Office.Say("删除个人信息 " + OfficerLogin);
        await chats.Office.Press("删除个人信息");
        await ResumeAll();

        Assert.Empty(await Naming(OfficerLogin, OfficerAccount));
        Assert.Equal(
            ["former:CountyOfficer", OfficerName],
            (await History(number)).Where(e => e.Act is Act.Sign or Act.ReportProgress).Select(e => e.ActorName));
        var receipts = await chats.Services.Dispatcher.ReceiptsAsync(MatterNumber.Parse("2026-1301-0001"), default);
        Assert.Contains(receipts, r => r.Name == OfficerName);
        Assert.Contains(receipts, r => r.Name == "former:CountyOfficer");
    }

    [Fact]
    public async Task Twice_IsSaidOnce_AndAgainHowFarItIs()
    {
        await Enter(OfficerName, OfficerLogin, OfficerAccount, "县级联络员", "桥西区");
        var card = await chats.Office.Say("删除个人信息 " + OfficerLogin);
        Assert.StartsWith("已开始删除", (await chats.Office.Press("删除个人信息")).Text, StringComparison.Ordinal);
        Assert.StartsWith("正在删除", (await chats.Office.PressOn(card, "删除个人信息")).Text, StringComparison.Ordinal);
        Assert.StartsWith("正在删除", (await chats.Office.Say("删除个人信息 " + OfficerLogin)).Text, StringComparison.Ordinal);
        await ResumeAll();
        Assert.StartsWith("没有“", (await chats.Office.Say("删除个人信息 " + OfficerLogin)).Text, StringComparison.Ordinal);
        Assert.Equal(Texts.DirectoryNotFound.Chinese, (await chats.Office.PressOn(card, "删除个人信息")).Text);
    }

    [Fact]
    public async Task WhoLeftBefore_IsListed_AndDeletedWithoutARole()
    {
        await Enter(OfficerName, OfficerLogin, OfficerAccount, "县级联络员", "桥西区");
        await RemoveRole(OfficerLogin);
        var list = await chats.Office.Say("删除个人信息");
        Assert.Contains(OfficerName, list.Text, StringComparison.Ordinal);
        Assert.Contains("已离任，11月24日起没有职务", list.Text, StringComparison.Ordinal);
        var ask = await chats.Office.Press("删除个人信息");
        Assert.DoesNotContain("此人仍有职务", ask.Text, StringComparison.Ordinal);
        await chats.Office.Press("删除个人信息");
        await ResumeAll();
        Assert.Empty(await Naming(OfficerName, OfficerLogin, OfficerAccount));
    }

    [Fact]
    public async Task WhoIsEnteredAgainMeanwhile_IsSomebodyNew_AndKeepsWhatIsTheirs()
    {
        await Enter(OfficerName, OfficerLogin, OfficerAccount, "县级联络员", "桥西区");
        var first = await chats.Office.Assign("桥西区", "排查燃气隐患");
        await chats.Office.Say("删除个人信息 " + OfficerLogin);
        await chats.Office.Press("删除个人信息");

        var again = await Enter(OfficerName, OfficerLogin, OfficerAccount, "县级联络员", "桥西区");
        await again.Do(first, "签收");
        await ResumeAll();

        Assert.Contains("排查燃气隐患", (await again.Say("我的事项")).Text, StringComparison.Ordinal);
        Assert.Equal(OfficerName, (await History(first)).Single(e => e.Act == Act.Sign).ActorName);
        Assert.Empty((await Directory()).Former);
    }

    [Fact]
    public async Task Terms_AreShownToEverybody()
    {
        foreach (var said in new[] { "保存期限", "隐私" })
        {
            var card = (await chats.Changan.Say(said)).Text;
            Assert.Contains("离任后投递记录中的姓名：365天", card, StringComparison.Ordinal);
            Assert.Contains("个人信息保护法第十九条", card, StringComparison.Ordinal);
        }

        Assert.Contains(
            "after someone left: 365 days",
            (await chats.Changan.Say("data retention")).Text,
            StringComparison.Ordinal);
    }

    private async Task Delete(string who)
    {
        await chats.Office.Say("删除个人信息 " + who);
        Assert.StartsWith("已开始删除", (await chats.Office.Press("删除个人信息")).Text, StringComparison.Ordinal);
        await ResumeAll();
    }

    private async Task ResumeAll()
    {
        chats.Clock.Advance(Duration.FromMinutes(2));
        for (var round = 0; round < 3; round++) await chats.Services.Leaving.ResumeAsync(default);
    }

    private async Task<User> Enter(string name, string login, string account, string role, string place)
    {
        await chats.Office.Say("添加人员");
        await chats.Office.Press("提交", ("登录名", login), ("姓名", name), ("角色", role), ("责任地区", place));
        var user = chats.Everyone.FirstOrDefault(u => u.ObjectId == account) ?? chats.Join(account, name);
        chats.NameInTeams(user, login);
        await user.Open();
        Assert.Contains(name, (await user.Say("我是谁")).Text, StringComparison.Ordinal);
        return user;
    }

    private async Task RemoveRole(string login)
    {
        var people = await Directory();
        var person = people.BySignInName(login)!;
        Assert.Null(await chats.Services.People
            .RemoveGrantAsync(people.ByObjectId(chats.Office.ObjectId)!, person.Id, person.Grants[0], default));
    }

    private async Task<LiaisonDirectory> Directory() => await chats.Services.Directory.ReadAsync(default);

    private Task<IReadOnlyList<HistoryEntry>> History(string number) =>
        chats.Matters.HistoryAsync(MatterNumber.TryParse(number, 2026, out var n) ? n : default, default);

    /// <summary>Every row of every partition that has one of the words in its key or in a column.</summary>
    private async Task<IReadOnlyList<string>> Naming(params string[] words)
    {
        var people = await Directory();
        var places = people.Partitions.Select(p => (MatterRows.Table, p.Value))
            .Append((DirectoryRows.Table, people.Province.Value));
        var found = new List<string>();
        foreach (var (table, partition) in places)
            foreach (var row in await chats.Store.ReadRangeAsync(table, partition, "", "~", 100_000, default))
            {
                var text = row.Key + "\n" + string.Join('\n', row.Columns.Select(c => $"{c.Key}={c.Value}"));
                if (words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)
                    || text.Contains(
                        KeyPart.Of(w),
                        StringComparison.OrdinalIgnoreCase))) found.Add($"{table} {partition} {text}");
            }

        return found;
    }
}
