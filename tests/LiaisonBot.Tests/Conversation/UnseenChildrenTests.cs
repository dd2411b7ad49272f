using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Sheets;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// What a city passed on does not exist for the supervision office and for departments, although the matter itself
/// does: not on its card, nor in its history, lists, files, digests or answers, in either language.
/// </summary>
public sealed class UnseenChildrenTests : IAsyncLifetime
{
    private static readonly string[] Secrets = [
        "长安",
        "正定",
        "Chang'an",
        "Zhengding",
        "130102",
        "130123",
        "县级办理",
        "Counties:",
        "1/2",
        "0/2",
        "逐户排查",
        "1301-1-1",
        "1301-1-2"
    ];

    private Chats chats = null!;
    private string number = "";

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        number = await chats.Office.Assign("石家庄市", "全市食品安全隐患排查");
        await chats.City.Do(number, "转办", ("转办至", "长安区,正定县"), ("转办要求", "逐户排查"));
        await chats.Changan.Do(number + "-1", "签收");
        await chats.Changan.Do(number + "-1", "报结", ("办理结果", "已排查218户"));
        await chats.City.Do(number + "-1", "办结");
        await chats.Office.Do(number, "挂账督办", ("原因", "进展缓慢"));
        await chats.Office.Do(number, "立项督办", ("原因", "省领导批示"));
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("我的事项")]
    [InlineData("台账")]
    [InlineData("台账 石家庄市")]
    [InlineData("查询 食品")]
    [InlineData("查询 长安区")]
    [InlineData("查询 逐户")]
    [InlineData("{0}")]
    [InlineData("事项 {0}")]
    [InlineData("小结 {0}")]
    [InlineData("{0}-1")]
    [InlineData("催办 {0} 抓紧")]
    [InlineData("mine")]
    [InlineData("matter {0}")]
    [InlineData("summary {0}")]
    [InlineData("ledger")]
    public async Task Supervision_WhateverTheySay_HearsNothingOfTheCounties(string said)
    {
        await chats.Supervision.Do(number, "受理督办");
        foreach (var language in new[] { "中文", "English" })
        {
            await chats.Supervision.Say(language);
            var asked = string.Format(null, said, number);
            var seen = await chats.Supervision.Say(asked);
            Assert.NotEmpty(seen.Text);
            NothingOfTheCounties(seen.Text, asked);
        }
    }

    [Fact]
    public async Task Supervision_History_HasNoPlaceThatItWasPassedOnTo()
    {
        await chats.Supervision.Say(number);
        var history = await chats.Supervision.Press("办理记录");

        Assert.Contains("立项督办", history.Text, StringComparison.Ordinal);
        NothingOfTheCounties(history.Text, "");
        Assert.Contains("长安区", (await Pressed(chats.City, "办理记录")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supervision_CannotHandInYet_AndIsToldWhyWithoutPlaces()
    {
        await chats.Supervision.Do(number, "受理督办");
        var card = await chats.Supervision.Say(number);

        Assert.DoesNotContain("[报结]", card.Text, StringComparison.Ordinal);
        Assert.Contains("下级办结后报结", card.Text, StringComparison.Ordinal);
        NothingOfTheCounties((await chats.Supervision.Say($"报结 {number} 已核实")).Text, "");
    }

    [Fact]
    public async Task Supervision_Export_HasNoCount()
    {
        await chats.Supervision.Do(number, "受理督办");
        var link = (await chats.Supervision.Say("导出")).Links.Single().Segments[^1];
        var file = (await chats.Fetch(link))!;

        var sheet = Assert.IsType<SheetReading.Book>(new SheetFiles().Read(file.Body)).Sheets[0];
        // The heading, the columns, the matter.
        Assert.Equal(3, sheet.Rows.Count);
        NothingOfTheCounties(string.Join('\n', sheet.Rows.Skip(2).SelectMany(r => r.Cells)), "");
    }

    [Fact]
    public async Task Supervision_MessagesAndReminders_HaveNothingOfTheCounties()
    {
        await chats.Supervision.Open();
        await chats.Deliver();
        await chats.Remind(new(2026, 12, 16));
        await chats.Remind(new(2026, 12, 17));

        Assert.NotEmpty(chats.Supervision.Received);
        Assert.All(chats.Supervision.Received, message => NothingOfTheCounties(message.Text + message.Summary, ""));
    }

    [Fact]
    public async Task Department_OfAReferredMatter_HearsNothingOfTheCounties()
    {
        await chats.Zhengding.Do(number + "-2", "签收");
        await chats.Zhengding.Do(number + "-2", "报结", ("办理结果", "已排查"));
        await chats.City.Do(number + "-2", "办结");
        await chats.Office.Do(number, "移交", ("原地区是否知情", "told"), ("移交部门", "省审计厅"), ("原因", "核查资金"));

        foreach (var said in new[] { number, "我的事项", "台账", "查询 食品", $"小结 {number}" })
            NothingOfTheCounties((await chats.Audit.Say(said)).Text, said);
        NothingOfTheCounties((await Pressed(chats.Audit, "办理记录")).Text, "");
    }

    [Fact]
    public async Task Supervision_ADocketedChild_IsThereByItself_AndItsSiblingIsNot()
    {
        await chats.Office.Do(number + "-2", "挂账督办", ("原因", "慢"));
        await chats.Office.Do(number + "-2", "立项督办", ("原因", "慢"));

        Assert.Contains("正定县", (await chats.Supervision.Say(number + "-2")).Text, StringComparison.Ordinal);
        var card = (await chats.Supervision.Say(number)).Text;
        Assert.Contains("正定县", card, StringComparison.Ordinal);
        Assert.DoesNotContain("长安", card, StringComparison.Ordinal);
        Assert.Contains("县级办理：已办结 0 / 共 1", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoSeesThem_SeesThemAll()
    {
        foreach (var user in new[] { chats.Office, chats.Leader, chats.Member, chats.City })
        {
            var card = (await user.Say(number)).Text;
            Assert.Contains("长安", card, StringComparison.Ordinal);
            Assert.Contains("正定", card, StringComparison.Ordinal);
            Assert.Contains("县级办理：已办结 1 / 共 2", card, StringComparison.Ordinal);
            Assert.Contains("县级办理：已办结 1 / 共 2", (await user.Say("我的事项")).Text, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// Of every role alone: the view of a family holds the children that the role may see, counts those, and counts
    /// nothing else.
    /// </summary>
    [Fact]
    public async Task SeenBy_OfEveryRole_CountsWhatTheTableLetsSee()
    {
        var tree = (await chats.Matters.FindAsync(
            (await chats.Services.Directory.ReadAsync(default)).Holding(Role.Office, AreaCode.Parse("13")).First(),
            Number,
            default))!;
        foreach (var person in (await chats.Services.Directory.ReadAsync(default)).People)
        {
            var seen = tree.SeenBy(person);
            Assert.All(seen.Children, child => Assert.True(Permissions.May(person, Right.See, child.Subject)));
            Assert.Equal(seen.Children.Count, seen.Matter.Children);
            Assert.Equal(seen.Children.Count(c => c.State == MatterState.Closed), seen.Matter.ChildrenClosed);
            Assert.Equal(tree.HasOpenChildren, seen.HasOpenChildren);
        }
    }

    private static MatterNumber Number => MatterNumber.TryParse("1301-1", 2026, out var number) ? number : default;

    private async Task<Seen> Pressed(User user, string button)
    {
        await user.Say(number);
        return await user.Press(button);
    }

    private static void NothingOfTheCounties(string text, string said) =>
        Assert.All(
            Secrets.Where(secret => !said.Contains(secret, StringComparison.Ordinal)),
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
