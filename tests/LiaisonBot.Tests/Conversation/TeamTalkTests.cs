using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Conversation;

/// <summary>队伍: who is in a team, recusals in force at once, trainings.</summary>
public sealed class TeamTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Team_ShowsPeopleAndVacancies_ToOfficeAndTeamAlone()
    {
        var seen = await chats.Office.Say("队伍 第1组");
        Assert.Contains("省委第一巡视组组长", seen.Text, StringComparison.Ordinal);
        Assert.Contains("省委第一巡视组成员", seen.Text, StringComparison.Ordinal);
        Assert.Contains("副组长、联络员、信访专员、网信专员", seen.Text, StringComparison.Ordinal);
        Assert.Contains("省委第一巡视组成员", (await chats.Leader.Say("队伍")).Text, StringComparison.Ordinal);
        Assert.Contains("省委第一巡视组组长", (await chats.Member.Say("team 1")).Text, StringComparison.Ordinal);
        foreach (var other in new[] { chats.City, chats.Changan, chats.Audit })
        {
            Assert.DoesNotContain("成员", (await other.Say("队伍 第1组")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("只能查看本组", (await chats.Leader.Say("队伍 第2组")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recusal_TakesTheLeaderOutOfThePlaceAtOnce_AndTheOfficeReviews()
    {
        await chats.Leader.Assign("正定县", "核查项目", "2026-12-15");
        await chats.Leader.Assign("长安区", "上报方案", "2026-12-15");
        await chats.Office.Say("队伍 第1组");
        await chats.Office.Press("单位、小组、回避");
        var wrong = await chats.Office.Press("提交", ("所属单位（可不填）", "省纪委"), ("回避的地区（不写原因，可不填）", "正定县、没这个县"));
        Assert.Contains("没有读懂", wrong.ErrorAt("places"), StringComparison.Ordinal);
        var saved = await chats.Office.Press("提交", ("回避的地区（不写原因，可不填）", "正定县"));
        Assert.Contains("已更新：省委第一巡视组组长", saved.Text, StringComparison.Ordinal);
        Assert.Contains("回避：石家庄市正定县", saved.Text, StringComparison.Ordinal);
        Assert.Contains("单位：省纪委", saved.Text, StringComparison.Ordinal);

        // Who may not see it gets the answer of an unknown number.
        Assert.StartsWith("没有找到事项 1301-1。", (await chats.Leader.Say("1301-1")).Text, StringComparison.Ordinal);
        Assert.StartsWith("没有找到事项 1301-999。", (await chats.Leader.Say("1301-999")).Text, StringComparison.Ordinal);
        Assert.Contains("上报方案", (await chats.Leader.Say("1301-2")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("核查项目", (await chats.Leader.Say("我的事项")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("回避", (await chats.Member.Say("队伍")).Text, StringComparison.Ordinal);
        Assert.Contains("核查项目", (await chats.Office.Say("1301-1")).Text, StringComparison.Ordinal);
        var people = await chats.Services.Directory.ReadAsync(default);
        Assert.Equal(["省委巡视办"], Duties.Reviewers(new Subject(AreaCode.Parse("130123"), AreaCode.Parse("130123"), 1), people).Select(p => p.Name));
        Assert.Equal(["省委第一巡视组组长"], Duties.Reviewers(new Subject(AreaCode.Parse("130102"), AreaCode.Parse("130102"), 1), people).Select(p => p.Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GoingToAnotherTeam_EndsTheOldRoleTheDayBefore_OrKeepsIt_AsTheFormSays(bool keeps)
    {
        var form = await chats.Office.Say("1月1日起把省委第一巡视组成员调到第2组");
        Assert.Equal(
            ("end", "省委第一巡视组成员"),
            (form.Inputs.Single(i => i.Id == "leaves").Value, form.Inputs.Single(i => i.Id == "name").Value));
        Assert.Contains("目前在组内的职务：巡视组成员 石家庄市 第1巡视组", form.Text, StringComparison.Ordinal);
        var saved = await chats.Office.Press("提交", ("area", "1302"), ("leaves", keeps ? "keep" : "end"));

        Assert.Contains("已登记省委第一巡视组成员", saved.Text, StringComparison.Ordinal);
        Assert.Equal(!keeps, saved.Text.Contains("的职务到12月31日结束", StringComparison.Ordinal));
        Assert.Equal(
            [keeps ? "TeamMember:1301:1" : "TeamMember:1301:1?to=2026-12-31", "TeamMember:1302:2?from=2027-01-01"],
            await GrantsOfMember());
    }

    [Fact]
    public async Task AMemberEnteredInAnotherTeam_IsAskedAbout_BeforeAnythingIsSaved()
    {
        await chats.Office.Say("添加人员 省委第一巡视组成员 00000000-0000-4000-8000-000000000012 唐山 第2组 组员");
        var before = await GrantsOfMember();
        // The form of an older card does not ask; it comes back with the question.
        var asked = await chats.Office.Press("提交", ("name", "省委第一巡视组成员"), ("area", "1302"), ("leaves", ""));
        Assert.Contains("请选择原来的职务是结束还是保留", asked.ErrorAt("leaves"), StringComparison.Ordinal);
        Assert.Equal(before, await GrantsOfMember());

        await chats.Office.Press("提交", ("leaves", "end"));
        var today = LiaisonBot.Core.Calendar.BeijingTime.Today(chats.Clock.GetCurrentInstant());
        Assert.Equal(
            [$"TeamMember:1301:1?to={Columns.Date(today.PlusDays(-1))}", $"TeamMember:1302:2?from={Columns.Date(today)}"],
            await GrantsOfMember());
    }

    private async Task<IReadOnlyList<string>> GrantsOfMember()
    {
        chats.Services.Directory.Forget();
        var people = await chats.Services.Directory.ReadAsync(default);
        return [.. people.People.First(p => p.Name == "省委第一巡视组成员").Entered.Select(g => g.ToString()).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task AddingSomebodyToAVisitOfAPlaceOfTheirRecusal_IsRefused()
    {
        await chats.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [
                new Change.Insert(DirectoryRows.ToRow(new Visit(
                    3,
                    AreaCode.Parse("130123"),
                    new(2027, 3, 2),
                    new(2027, 3, 31),
                    VisitKind.Inspection) { Group = 2, State = VisitState.Drafted })),
                new Change.Insert(DirectoryRows.ToRow(
                    Person.WithSignInName("li@contoso.com", "李四", new Grant(Role.TeamMember, AreaCode.Parse("1302"), 4)) with
                    { Recusals = [AreaCode.Parse("130123")] })),
            ],
            default);
        chats.Services.Directory.Forget();
        var office = (await chats.Services.Directory.ReadAsync(default)).People.First(p => p.Has(Role.Office));
        async Task<DirectoryRefusal?> Enter(int? group, int year) => await chats.Services.People.EnterAsync(
            office,
            new("li@contoso.com", "李四", new(Role.TeamMember, AreaCode.Parse("1301"), 3)
            { Group = group, From = new(year, 1, 1), To = new(year, 12, 31) }),
            default);

        Assert.Equal(DirectoryRefusal.Recused, await Enter(2, 2027));
        Assert.Null(await Enter(1, 2027));
        Assert.Null(await Enter(2, 2028));
    }

    [Fact]
    public async Task Training_IsEnteredOnce_WithThoseWhoWereThere_AndStandsInTheTeam()
    {
        var form = await chats.Office.Say("培训 11月20日 党纪学习");
        Assert.Equal("2026-11-20", form.Input("day").Value);
        Assert.Equal("党纪学习", form.Input("subject").Value);
        var nobody = await chats.Office.Press("提交", ("参加人员", ""));
        Assert.Contains("参加人员", nobody.Text, StringComparison.Ordinal);
        Assert.Empty((await chats.Services.Directory.ReadAsync(default)).Trainings);
        var people = (await chats.Services.Directory.ReadAsync(default)).People;
        var leader = people.Single(p => p.Has(Role.TeamLeader));
        await chats.Office.Press("提交", ("参加人员", leader.Id));
        Assert.Contains("已登记培训：11月20日", chats.Office.Last.Text, StringComparison.Ordinal);
        await chats.Office.Say("培训 11月20日 党纪学习");
        await chats.Office.Press("提交", ("参加人员", people.Single(p => p.Has(Role.TeamMember)).Id));
        Assert.Equal(2, Assert.Single((await chats.Services.Directory.ReadAsync(default)).Trainings).Present.Count);
        Assert.Contains("最近培训：11月20日", (await chats.Office.Say("队伍 1组")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("党纪学习", (await chats.City.Say("培训")).Text, StringComparison.Ordinal);
    }
}
