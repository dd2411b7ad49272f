using LiaisonBot.Core.People;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Tables of people as offices keep them: by their own headings, with posts in place of roles.</summary>
public sealed class PostsImportTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("姓名\t职务\t地区\t登录名\t组号\t手机", "王五\t副组长\t石家庄市\twangwu@hebei.example\t1\t13900001111", "TeamMember DeputyLeader 1  13900001111")]
    [InlineData("姓名\t组内职务\t地区\t登录名\t巡视组\t联系方式", "王五\t信访专员\t石家庄市\twangwu@hebei.example\t第一组\t0311-88886666", "TeamMember Petitions 1  0311-88886666")]
    [InlineData("姓名\t岗位\t角色\t地区\t登录名\t电话", "王五\t区委办干事\t县级联络员\t长安区\twangwu@hebei.example\t0311-88886666", "CountyOfficer   区委办干事 0311-88886666")]
    [InlineData("姓名\t职位\t角色\t单位\t邮箱\t手机号码", "王五\t科长\t联络员\t长安区\twangwu@hebei.example\t13900001111", "CountyOfficer   科长 13900001111")]
    [InlineData("岗位\t角色\t地区\t登录名", "长安区值班岗\t县级联络员\t长安区\twangwu@hebei.example", "CountyOfficer    ")]
    [InlineData("姓名\t职务\t地区\t登录名", "王五\t联络员\t石家庄市\twangwu@hebei.example", "CityOffice    ")]
    [InlineData("Name\tPosition\tArea\tE-mail\tTeam\tMobile", "Wang Wu\tDeputy leader\t1301\twangwu@hebei.example\t1\t13900001111", "TeamMember DeputyLeader 1  13900001111")]
    public async Task Posts_AreRead(string head, string row, string entered)
    {
        await chats.Office.Say("导入");
        var check = await chats.Office.Press("检查", ("rows", head + "\n" + row));
        Assert.DoesNotContain("没有使用的列", check.Text, StringComparison.Ordinal);
        await chats.Office.Press("确认导入1行");
        await chats.Services.JobRunner.ResumeAsync(default);
        chats.ForgetDirectory();
        var person = (await chats.Services.Directory.ReadAsync(default)).BySignInName("wangwu@hebei.example");
        Assert.True(person is not null, chats.Office.Last.Text);
        var grant = person.Grants[0];
        Assert.Equal(entered, $"{grant.Role} {grant.Post} {grant.Team} {person.JobTitle} {person.Phone}");
    }

    [Fact]
    public async Task TeamPeople_ComeWithGroupHomeUnitAndRecusals_AndWhatIsUnreadIsNamedAtItsCell()
    {
        const string head = "姓名\t组内职务\t地区\t登录名\t巡视组\t所在小组\t所属单位\t回避地区";
        await chats.Office.Say("导入");
        var wrong = await chats.Office.Press("检查", ("rows", head + "\n王五\t成员\t石家庄市\twangwu@hebei.example\t1\t7\t省财政厅\t正定县、没这个县"));
        Assert.Contains("F2", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("H2", wrong.Text, StringComparison.Ordinal);
        await chats.Office.Say("导入");
        await chats.Office.Press("检查", ("rows", head + "\n王五\t成员\t石家庄市\twangwu@hebei.example\t1\t2\t省财政厅\t正定县、长安区"));
        await chats.Office.Press("确认导入1行");
        await chats.Services.JobRunner.ResumeAsync(default);
        chats.ForgetDirectory();
        var person = (await chats.Services.Directory.ReadAsync(default)).BySignInName("wangwu@hebei.example")!;
        Assert.Equal((2, "省财政厅"), (person.Grants[0].Group, person.HomeUnit));
        Assert.Equal(["130102", "130123"], person.Recusals.Select(place => place.Value).Order(StringComparer.Ordinal));
    }

    /// <summary>A list of the next year's teams: who is in one now would be in two.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("\n省委第一巡视组成员\t成员\t石家庄市\t00000000-0000-4000-8000-000000000012\t1\t\t2026-12-31", false)]
    public async Task WhoWouldBeInTwoTeams_IsNamedBeforeThePress(string ends, bool isNamed)
    {
        await chats.Office.Say("导入");
        var check = await chats.Office.Press(
            "检查",
            ("rows", "姓名\t组内职务\t地区\t登录名\t巡视组\t开始日期\t结束日期"
                + "\n省委第一巡视组成员\t成员\t唐山市\t00000000-0000-4000-8000-000000000012\t2\t2027-01-01\t"
                + ends));

        Assert.Equal(
            isNamed,
            check.Text.Contains("省委第一巡视组成员现在在别的组任职，导入后两职并存", StringComparison.Ordinal));
        Assert.Contains("确认导入", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("姓名\t职务\t地区\t登录名", "王五\t科长\t长安区\twangwu@hebei.example")]
    [InlineData("姓名\t职务\t地区\t登录名", "王五\t联络员\t河北省\twangwu@hebei.example")]
    public async Task PostThatSaysNoRole_IsNamed(string head, string row)
    {
        await chats.Office.Say("导入");
        var check = await chats.Office.Press("检查", ("rows", head + "\n" + row));
        Assert.Contains("B2", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("确认导入1行", check.Titles);
    }

    [Fact]
    public void Duty_OfEveryPost_IsKnown() =>
        Assert.All(Enum.GetValues<Post>(), post =>
            Assert.Contains(
                new[] { "组长", "副组长", "巡视组联络员", "成员", "信访专员", "网信专员" },
                word => LiaisonBot.Conversation.Phrases.CellWords.Duty(word, null) is { } duty
                    && (duty.Post == post || (duty.Post is null && post is Post.Leader or Post.Member))));
}
