using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Conversation;

/// <summary>交接 as leaders and office see it: said in one line, signed, confirmed, passed.</summary>
public sealed class HandoverTalkTests : IAsyncLifetime
{
    private const string NextId = "00000000-0000-4000-8000-000000000099";
    private Chats chats = null!;
    private User next = null!;
    private MatterNumber number;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        var people = await chats.Services.Directory.ReadAsync(default);
        var leader = people.People.Single(p => p.Has(Role.TeamLeader)).AsStored();
        await PutAsync(leader with { Grants = [.. leader.Grants.Select(g => g with { To = new(2026, 12, 31) })], Entered = [] });
        await PutAsync(Person.WithObjectId(
            NextId,
            "省委第三巡视组组长",
            new Grant(Role.TeamLeader, AreaCodeOf("1301"), 3) { From = new(2027, 1, 1) },
            new Grant(Role.TeamLeader, AreaCodeOf("1302"), 3) { To = new(2026, 12, 31) }));
        next = chats.Join(NextId, "省委第三巡视组组长");
        await next.Say("你好");
        Assert.True(MatterNumber.TryParse(
            await chats.Leader.Assign("长安区", "上报整改方案", "2027-01-15"),
            2026,
            out number));
        await chats.Deliver();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("交接 石家庄 第1组 → 第3组")]
    [InlineData("石家庄 第一组交接给第三组")]
    [InlineData("交接 第3组接手第1组 石家庄")]
    [InlineData("交接：第1巡视组->第3巡视组，石家庄市，2027年1月1日")]
    [InlineData("hand over Shijiazhuang team 1 to team 3")]
    [InlineData("handover team 3 takes over from team 1 in Shijiazhuang")]
    public async Task SaidInOneLine_OpensTheForm_AndWritesNothing(string said)
    {
        var form = await chats.Office.Say(said);
        Assert.Equal("1301", form.Input("city").Value);
        Assert.Equal(("1", "3"), (form.Input("giver").Value, form.Input("taker").Value));
        Assert.Empty(await chats.Services.Handovers.ListAsync(await OfficeAsync(), AreaCodeOf("13"), default));
    }

    [Theory]
    [InlineData("确认交接")]
    [InlineData("取消交接")]
    public async Task OfTheOnlyOneThatStands_ItsCardIsShown(string said)
    {
        await chats.Office.Say("交接 石家庄 第1组 → 第3组");
        await chats.Office.Press("发起交接");
        var seen = await chats.Office.Say(said);
        Assert.Contains("交出方签字", seen.Text, StringComparison.Ordinal);
        Assert.Contains(said, seen.Titles);
        Assert.Contains("省委巡视办确认  未确认", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("什么时候交接")]
    [InlineData("不要交接 石家庄 第1组 → 第3组")]
    [InlineData("交接 石家庄 第1组 → 第3组 了吗？")]
    public async Task AskedOrDenied_StartsNothing(string said)
    {
        var seen = await chats.Office.Say(said);
        Assert.DoesNotContain(seen.Inputs, input => input.Id == "giver");
        Assert.Empty(await chats.Services.Handovers.ListAsync(await OfficeAsync(), AreaCodeOf("13"), default));
    }

    [Fact]
    public async Task ALeaderWhoseDaysHaveNotBegun_SignsAllTheSame_AndSeesNoMatters()
    {
        const string Id = "00000000-0000-4000-8000-000000000098";
        await chats.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Insert(DirectoryRows.ToRow(Person.WithObjectId(
                Id,
                "第三组组长",
                new Grant(Role.TeamLeader, AreaCodeOf("1301"), 3) { From = new(2027, 1, 1) })))],
            default);
        chats.ForgetDirectory();
        var newcomer = chats.Join(Id, "第三组组长");
        await chats.Leader.Say("交接 石家庄 第1组 → 第3组");
        await chats.Leader.Press("发起交接");

        Assert.Contains("不在有效日期内", (await newcomer.Say("我的事项")).Text, StringComparison.Ordinal);
        Assert.Contains("不在有效日期内", (await newcomer.Say("台账")).Text, StringComparison.Ordinal);
        await newcomer.Say("交接 石家庄 第1组 → 第3组");
        Assert.Contains("已签字", (await newcomer.Press("签字交接")).Text, StringComparison.Ordinal);
        Assert.Contains("不在有效日期内", (await newcomer.Send("matter.mine", [])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedConfirmedAndPassed_TheNextLeaderReviews_AndTheOldOneIsRefused()
    {
        await chats.Office.Say("交接 石家庄 第1组 → 第3组");
        Assert.Contains("已发起交接", (await chats.Office.Press("发起交接")).Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("请核对并签字", chats.Leader.Last.Text, StringComparison.Ordinal);
        Assert.Contains("请核对并签字", next.Last.Text, StringComparison.Ordinal);

        var shown = await next.Press("打开");
        Assert.Contains("1件：待审核0", shown.Text, StringComparison.Ordinal);
        Assert.Contains("上报整改方案", shown.Text, StringComparison.Ordinal);
        await next.Press("签字交接");
        await chats.Leader.Press("打开");
        Assert.Contains("已签字", (await chats.Leader.Press("签字交接")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("签字交接", chats.Leader.Last.Titles);
        await chats.Deliver();
        Assert.Contains("双方已签字，请确认", chats.Office.Last.Text, StringComparison.Ordinal);
        await chats.Office.Press("打开");
        Assert.Contains("已确认，2027", (await chats.Office.Press("确认交接")).Text, StringComparison.Ordinal);

        await chats.Changan.Do(number.ToString(), "签收");
        await chats.Remind(new(2027, 1, 4));
        Assert.Contains("交接完成：石家庄市 第1巡视组 → 第3巡视组，移交1件", next.Last.Text, StringComparison.Ordinal);
        await chats.Changan.Do(number.ToString(), "报结", ("办理结果", "方案已上报"));
        await chats.Deliver();
        Assert.Contains("已办结", (await next.Do(number.ToString(), "办结")).Text, StringComparison.Ordinal);
        Assert.Contains("交接：第1巡视组 → 第3巡视组", (await next.Say($"办理记录 {number}")).Text, StringComparison.Ordinal);
        var old = await chats.Leader.Say(number.ToString());
        Assert.DoesNotContain("办结", old.Titles);
    }

    [Fact]
    public async Task WithoutASignature_TheOfficeSaysWhy()
    {
        await chats.Office.Say("交接 石家庄 第1组 → 第3组");
        await chats.Office.Press("发起交接");
        await chats.Office.Press("确认交接");
        var again = await chats.Office.Press("确认交接", ("交接说明", " "));
        Assert.Equal("还缺签字；没有签字也要确认的，请写明原因", again.ErrorAt("reason"));
        var confirmed = await chats.Office.Press("确认交接", ("交接说明", "原组长已离任"));
        Assert.Contains("已确认，", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("原组长已离任", confirmed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherRoles_HearOfNone()
    {
        await chats.Office.Say("交接 石家庄 第1组 → 第3组");
        await chats.Office.Press("发起交接");
        foreach (var user in new[] { chats.City, chats.Changan, chats.Member, chats.Audit, chats.Supervision })
        {
            foreach (var said in new[] { "交接", "交接 石家庄 第1组 → 第3组", "handover" })
            {
                var seen = await user.Say(said);
                Assert.DoesNotContain("第3巡视组", seen.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("发起交接", seen.Titles);
            }
        }
    }

    private static Core.Areas.AreaCode AreaCodeOf(string code) => Core.Areas.AreaCode.Parse(code);

    private async Task<Person> OfficeAsync() =>
        (await chats.Services.Directory.ReadAsync(default)).People.First(p => p.Has(Role.Office));

    private async Task PutAsync(Person person)
    {
        await chats.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Upsert(DirectoryRows.ToRow(person))],
            default);
        chats.Services.Directory.Forget();
    }
}
