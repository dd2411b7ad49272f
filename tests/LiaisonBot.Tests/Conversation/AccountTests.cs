using LiaisonBot.Conversation.Features.Help;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Accounts and people: one person is one, however entered; an account made again gets in when the office says so, and
/// nobody by taking over a name.
/// </summary>
public sealed class AccountTests : IAsyncLifetime
{
    private const string Name = "qiaoxi@hebei.example";
    private const string Old = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string New = "bbbbbbbb-0000-4000-8000-000000000002";
    private static readonly AreaCode Qiaoxi = AreaCode.Parse("130104");

    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task AccountMadeAgain_IsAskedOfTheOffice_AndWorksAfterOnePress()
    {
        var old = await Bound();
        await chats.Office.Open();
        var again = Account(New);
        await chats.Office.Assign("桥西区", "排查燃气隐患");

        Assert.Equal(ShellTexts.StrangerWaits.Chinese, (await again.Say("我的事项")).Text);
        Assert.Equal(ShellTexts.StrangerWaits.Chinese, (await again.Say("我的事项")).Text);
        var question = Assert.Single(chats.Office.Received);
        Assert.Contains("桥西区联络员", question.Text, StringComparison.Ordinal);
        Assert.Contains("排查", (await old.Say("我的事项")).Text, StringComparison.Ordinal);

        Assert.StartsWith("已确认", (await chats.Office.PressOn(question, "是同一个人，确认")).Text, StringComparison.Ordinal);

        Assert.NotEqual(HelpTexts.Help.Chinese, (await old.Say("我的事项")).Text);
        Assert.DoesNotContain("排查", old.Last.Text, StringComparison.Ordinal);
        Assert.Contains("排查", (await again.Say("我的事项")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitingMessages_GoToTheNewChat_AndNoneToTheOld()
    {
        var old = await Bound();
        var again = Account(New);
        await again.Say("你好");
        await PressQuestion("是同一个人，确认");
        await chats.Office.Assign("桥西区", "排查燃气隐患");
        await chats.Deliver();
        Assert.Empty(old.Received);

        await again.Say("帮助");
        await chats.Services.Dispatcher.DeliverWaitingAsync(await Person(), default);

        Assert.Empty(old.Received);
        Assert.Contains("排查燃气隐患", Assert.Single(again.Received).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoTookOverAName_GetsNothing_AndTheOwnerKeepsTheirAccount()
    {
        var old = await Bound();
        chats.NameInTeams(old, "other@hebei.example");
        var attacker = Account(New);
        await attacker.Say("我的事项");
        await PressQuestion("不是，不予认可");

        Assert.Equal(ShellTexts.Stranger.Chinese, (await attacker.Say("我的事项")).Text);
        Assert.DoesNotContain("登记", (await old.Say("我是谁")).Text, StringComparison.Ordinal);
        // The name is free: it can be entered for whoever has it now, who is somebody else.
        await Enter(Name, "新来的人", "县级联络员", "长安区");
        Assert.Contains("新来的人", (await attacker.Say("我是谁")).Text, StringComparison.Ordinal);
        Assert.Contains("桥西", (await old.Say("我是谁")).Text, StringComparison.Ordinal);
        Assert.Equal(
            2,
            (await Directory()).People.Count(p => p.Id.StartsWith("upn:" + Name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("refuse")]
    [InlineData("unbind")]
    public async Task NobodyButTheOffice_DecidesOnAccounts(string what)
    {
        await Bound();
        var attacker = Account(New);
        await attacker.Say("x");
        var person = await Person();
        foreach (var user in chats.Everyone.Skip(1).Append(attacker))
        {
            var (verb, data) = what switch
            {
                "confirm" =>
                    ("confirmAccount",
                        new System.Text.Json.Nodes.JsonObject { ["person"] = person.Id, ["account"] = New }),
                "refuse" => ("refuseAccount", new() { ["person"] = person.Id, ["account"] = New }),
                _ => ("unbindAccount", new() { ["person"] = person.Id }),
            };
            await user.Send(verb, data);
        }

        Assert.Equal((Old, New), ((await Person()).ObjectId, (await Person()).Claim?.Account));
    }

    [Fact]
    public async Task Confirm_OfAnAccountThatDoesNotWait_ChangesNothing()
    {
        await Bound();
        var office = (await Directory()).ById(DemoOffice)!;
        Assert.Equal(
            DirectoryRefusal.NotFound,
            await chats.Services.Accounts.ConfirmAsync(office, "upn:" + Name, New, default));
        await Account(New).Say("x");
        Assert.Equal(
            DirectoryRefusal.NotFound,
            await chats.Services.Accounts
                .ConfirmAsync(office, "upn:" + Name, "cccccccc-0000-4000-8000-000000000003", default));
        Assert.Equal(Old, (await Person()).ObjectId);
    }

    [Fact]
    public async Task EnteringTheNameAgain_SaysThatTheOldAccountStays_AndOffersToLetItGo()
    {
        var old = await Bound();
        var seen = await Enter(Name, "桥西区联络员", "县级联络员", "桥西区");
        Assert.DoesNotContain("已登记桥西区联络员", seen.Text, StringComparison.Ordinal);
        Assert.Contains("没有改动", seen.Text, StringComparison.Ordinal);

        await chats.Office.Press("解除原账号");

        Assert.Equal(
            ShellTexts.Stranger.Chinese,
            (await Account("cccccccc-0000-4000-8000-000000000003", "other@hebei.example").Say("我是谁")).Text);
        Assert.Contains("桥西", (await Account(New).Say("我是谁")).Text, StringComparison.Ordinal);
        Assert.Equal(ShellTexts.StrangerWaits.Chinese, (await old.Say("我是谁")).Text);
    }

    [Fact]
    public async Task EnteringTheNameAgain_WhileANewAccountWaits_AsksWhoseItIs()
    {
        await Bound();
        await Account(New).Say("x");
        foreach (var identity in new[] { Name, New, New.ToUpperInvariant() })
            Assert.Contains(
                "有账号等待确认",
                (await Enter(identity, "桥西区联络员", "县级联络员", "桥西区")).Text,
                StringComparison.Ordinal);
        Assert.Single((await Directory()).Holding(Role.CountyOfficer, Qiaoxi));
    }

    [Fact]
    public async Task DirectoryAndDeliveries_NameWhatWaits_ForTheOfficeAlone()
    {
        await Bound();
        await Account(New).Say("x");
        Assert.Contains("有账号等待确认", (await chats.Office.Say("通讯录")).Text, StringComparison.Ordinal);
        Assert.Contains("1个账号等待确认", (await chats.Office.Say("投递情况")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("所有消息都已送达", chats.Office.Last.Text, StringComparison.Ordinal);
        foreach (var user in new[] { chats.City, chats.Leader, chats.Changan })
            Assert.DoesNotContain("有账号等待确认", (await user.Say("通讯录 石家庄市")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KnownByObjectId_EnteredAgainByName_IsOnePerson()
    {
        chats.NameInTeams(chats.Changan, "ChangAn@Hebei.example");
        await chats.Changan.Say("帮助");
        await Enter("changan@hebei.example", "长安区联络员", "县级联络员", "正定县");

        var person = (await Directory()).ByObjectId(chats.Changan.ObjectId)!;
        Assert.Equal(2, person.Grants.Count);
        Assert.DoesNotContain((await Directory()).People, p => p.ObjectId is null);
    }

    [Theory]
    [InlineData("changan@hebei.example")]
    [InlineData("CHANGAN@HEBEI.EXAMPLE")]
    [InlineData("ｃｈａｎｇａｎ＠ｈｅｂｅｉ．ｅｘａｍｐｌｅ")]
    [InlineData("changan_hebei.example#EXT#@office.onmicrosoft.com")]
    public async Task EnteredByObjectIdAndByName_BeforeTheFirstMessage_IsOnePersonFromIt(string inTeams)
    {
        await Enter("changan@hebei.example", "某人", "县级联络员", "桥西区");
        await chats.Office.Assign("桥西区", "排查燃气隐患");
        await chats.Services.Dispatcher.DeliverAsync(AreaCode.Parse("1301"), default);
        chats.NameInTeams(chats.Changan, inTeams);

        Assert.Contains("排查燃气隐患", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
        await chats.Services.Dispatcher
            .DeliverWaitingAsync((await Directory()).ByObjectId(chats.Changan.ObjectId)!, default);

        Assert.Contains("排查燃气隐患", Assert.Single(chats.Changan.Received).Text, StringComparison.Ordinal);
        Assert.Single(
            (await Directory()).Holding(Role.CountyOfficer, Qiaoxi),
            p => p.ObjectId == chats.Changan.ObjectId);
        Assert.False((await Directory()).HasUnbound);
    }

    [Fact]
    public async Task KnownByName_EnteredAgainByObjectId_IsOnePerson()
    {
        await Bound();
        await Enter(Old, "桥西区联络员", "县级联络员", "长安区");
        Assert.Equal(2, (await Person()).Grants.Count);
        Assert.Null((await Directory()).ById(Old));
    }

    [Fact]
    public async Task NameThatChanges_OfOneAccount_StaysThePerson_AndIsKnownByTheNewName()
    {
        var old = await Bound();
        chats.NameInTeams(old, "renamed@hebei.example");
        await Enter("renamed@hebei.example", "某人", "县级联络员", "长安区");
        chats.Clock.AdvanceHours(13);
        await old.Say("帮助");

        var person = await Person();
        Assert.Equal(("renamed@hebei.example", 2), (person.SignInName, person.Grants.Count));
    }

    [Fact]
    public async Task CityOffice_ThatEntersItsOwnColleagueByName_MakesNobodyBoth_UntilTheOfficeSaysSo()
    {
        await chats.City.Say("添加人员");
        await chats.City.Press(
            "提交",
            ("登录名", "cityoffice@hebei.example"),
            ("姓名", "小张"),
            ("角色", "县级联络员"),
            ("责任地区", "长安区"));
        chats.NameInTeams(chats.City, "cityoffice@hebei.example");
        await chats.Office.Open();
        chats.Clock.AdvanceHours(13);
        await chats.City.Say("我是谁");

        Assert.DoesNotContain("长安区", chats.City.Last.Text, StringComparison.Ordinal);
        Assert.Equal(
            [Role.CityOffice],
            (await Directory()).ByObjectId(chats.City.ObjectId)!.Grants.Select(g => g.Role));
        Assert.Contains("石家庄市联络办", Assert.Single(chats.Office.Received).Text, StringComparison.Ordinal);

        await chats.Office.PressOn(chats.Office.Received[0], "不是，不予认可");
        Assert.Equal(2, (await Directory()).Holding(Role.CountyOfficer, AreaCode.Parse("130102")).Count() + 1);
        Assert.DoesNotContain((await Directory()).People, p => p.Name == "小张");
    }

    [Fact]
    public async Task Removed_AndEnteredAgainUnderTheName_IsNotSentToTheOldAccountsChat()
    {
        var old = await Bound();
        Assert.Null(await chats.Services.People
            .RemoveGrantAsync(
                (await Directory()).ById(DemoOffice)!,
                "upn:" + Name,
                new(Role.CountyOfficer, Qiaoxi),
                default));
        await Enter(Name, "桥西区联络员", "县级联络员", "桥西区");

        await chats.Office.Say("通讯录 石家庄市桥西区");
        Assert.Contains("尚未打开对话", chats.Office.Last.Text, StringComparison.Ordinal);
        await chats.Office.Assign("桥西区", "排查燃气隐患");
        await chats.Deliver();
        Assert.Empty(old.Received);
    }

    [Fact]
    public async Task Account_ThatWaits_IsToldOfOnceADay()
    {
        await Bound();
        await chats.Office.Open();
        var again = Account(New);
        for (var i = 0; i < 5; i++) await again.Say("在吗");
        Assert.Single(chats.Office.Received);
        chats.Clock.AdvanceHours(25);
        await again.Say("在吗");
        Assert.Equal(2, chats.Office.Received.Count);
    }

    [Fact]
    public async Task Stranger_WhoseNameIsNobodys_LeavesNoTrace()
    {
        await Bound();
        Assert.Equal(ShellTexts.Stranger.Chinese, (await Account(New, "nobody@hebei.example").Say("我的事项")).Text);
        Assert.Empty((await Directory()).Claimed);
    }

    private static string DemoOffice => "00000000-0000-4000-8000-000000000001";

    private Task<LiaisonDirectory> Directory() => chats.Services.Directory.ReadAsync(default);

    private async Task<Person> Person() => (await Directory()).ById("upn:" + Name)!;

    private User Account(string objectId, string name = Name)
    {
        var user = chats.Join(objectId, "某人");
        chats.NameInTeams(user, name);
        return user;
    }

    /// <summary>The officer of 桥西区, entered by name, who has written once.</summary>
    private async Task<User> Bound()
    {
        await Enter(Name, "桥西区联络员", "县级联络员", "桥西区");
        var user = Account(Old);
        await user.Say("帮助");
        return user;
    }

    private async Task<Seen> Enter(string identity, string name, string role, string area)
    {
        await chats.Office.Say("添加人员");
        return await chats.Office.Press("提交", ("登录名", identity), ("姓名", name), ("角色", role), ("责任地区", area));
    }

    private async Task PressQuestion(string button)
    {
        await chats.Office.Say("通讯录");
        await chats.Office.Press(button);
    }
}
