using LiaisonBot.Conversation.Features.Delivery;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Storage;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Where a matter would reach nobody, it is said before it goes there and for as long as nobody is entered.
/// </summary>
public sealed class NobodyThereTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("交办 藁城区 12月5日前 上报整改方案")]
    [InlineData("交办 长安区、藁城区 12月5日前 上报整改方案")]
    public async Task Form_SaysSo_WithTheButtonForTheOffice_AndWhomToAskForTheLeader(string said)
    {
        var office = await chats.Office.Say(said);
        Assert.Contains("藁城区还没有登记接收人", office.Text, StringComparison.Ordinal);
        Assert.Contains("[添加人员]", office.Text, StringComparison.Ordinal);
        var leader = await chats.Leader.Say(said);
        Assert.Contains("请联系市级联络机构或省委巡视办登记", leader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[添加人员]", leader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_SaysSo_UntilSomebodyIsEntered()
    {
        var number = await chats.Leader.Assign("藁城区", "上报整改方案");
        Assert.Contains("还没有登记接收人", (await chats.Leader.Say(number)).Text, StringComparison.Ordinal);
        Assert.Contains("[添加人员]", (await chats.City.Say(number)).Text, StringComparison.Ordinal);
        await chats.City.Say("添加人员");
        await chats.City.Press(
            "提交",
            ("登录名", "gaocheng@hebei.example"),
            ("姓名", "藁城区联络员"),
            ("角色", "县级联络员"),
            ("责任地区", "藁城区"));
        Assert.DoesNotContain("还没有登记接收人", (await chats.Leader.Say(number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_OfAMatterThatWasPassedOn_NamesThePlaceThatHasNobody()
    {
        var number = await chats.Office.Assign("石家庄市", "食品安全隐患排查");
        var card = await chats.City.Do(number, "转办", ("转办至", "长安区,藁城区"));
        Assert.Contains("藁城区还没有登记接收人", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PassingOn_SaysSo_OfThePlacesThatWereSaid()
    {
        var number = await chats.Office.Assign("石家庄市", "食品安全隐患排查");
        var form = await chats.City.Say($"转办 {number} 长安区、藁城区");
        Assert.Contains("石家庄市藁城区还没有登记接收人", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TableOfMatters_SaysSo_BeforeItIsConfirmed()
    {
        await chats.Office.Say("导入");
        var check = await chats.Office.Press(
            "检查",
            ("rows", "事项名称\t责任地区\t责任主体\t目标任务\t办理时限\n整改\t藁城区\t区政府\t任务\t2026-12-15\n整改\t长安区\t区政府\t任务\t2026-12-15"));
        Assert.Contains("石家庄市藁城区还没有登记接收人", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_SaySo_WhileAMatterIsOpenThere()
    {
        Assert.DoesNotContain("还没有登记接收人", (await chats.Office.Say("投递情况")).Text, StringComparison.Ordinal);
        await chats.Leader.Assign("藁城区", "上报整改方案");
        await chats.Deliver();
        var overview = await chats.Office.Say("投递情况");
        Assert.Contains("石家庄市藁城区还没有登记接收人", overview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(DeliveryTexts.DeliveriesAllWell.Chinese, overview.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("石家庄")]
    [InlineData("藁城区")]
    [InlineData("")]
    public async Task Directory_SaysSo_ToWhoeverEntersPeople(string place)
    {
        Assert.Contains("还没有登记接收人", (await chats.Office.Say($"通讯录 {place}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有登记接收人", (await chats.Leader.Say($"通讯录 {place}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfficeDigest_NamesThePlacesWithOpenMattersFirst_AndCountsTheRest()
    {
        await chats.Leader.Assign("藁城区", "上报整改方案");
        await chats.Leader.Assign("长安区", "专项治理");
        await chats.Deliver();
        await chats.Remind(new(2026, 12, 18));

        var digest = chats.Office.Received[^1];
        Assert.Contains("上报整改方案", digest.Text, StringComparison.Ordinal);
        Assert.Matches("还没有登记接收人：石家庄市藁城区（有事项待办）、(?:[^、]+、){3}[^、]+等，共[0-9]{3}处", digest.Text);
        Assert.DoesNotContain("还没有登记接收人", chats.Leader.Received[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有登记接收人", chats.City.Received[^1].Text, StringComparison.Ordinal);

        // The place is in the form already.
        var form = await chats.Office.PressOn(digest, "添加人员");
        Assert.Contains(form.Inputs, input => input.Value == "130109");
    }

    [Fact]
    public async Task OfficeDigest_SaysNothing_WhereEverybodyIsEntered_AndDoesNotComeForThisAlone()
    {
        await chats.Office.Open();
        await chats.Remind(new(2026, 11, 25));
        Assert.Empty(chats.Office.Received);

        var number = await chats.Leader.Assign("长安区", "专项治理");
        await EnterEverywhere();
        await chats.Remind(new(2026, 12, 18));
        Assert.Contains(number, chats.Office.Received[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有登记接收人", chats.Office.Received[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfficeDigest_LooksAtEachPlaceOnce_WhoeverOfTheOfficeHasIt()
    {
        await using var file = TempSqliteStore.Open();
        var counting = new CountingStore(file.Store);
        await using var counted = await Chats.Open(counting);
        var places = await counted.Services.EmptyPlaces.ReadAsync(default);
        counting.Reset();

        await counted.Services.EmptyPlaces.ReadAsync(default);
        Assert.Equal(0, counting.RoundTrips);
        counted.Clock.Advance(EmptyPlaces.Lasts);
        counted.ForgetDirectory();
        await counted.Services.EmptyPlaces.ReadAsync(default);
        // One more for the directory.
        Assert.Equal(places.Count + 1, counting.RoundTrips);
    }

    private async Task EnterEverywhere()
    {
        var people = await chats.Services.Directory.ReadAsync(default);
        var grants = (await chats.Services.EmptyPlaces.ReadAsync(default)).Select(place => place.Code).Select(code => new Grant(
            code.IsProvincial ? Role.Department : code.Level == AreaLevel.City ? Role.CityOffice : Role.CountyOfficer,
            code));
        foreach (var some in grants.Chunk(50))
            await chats.Store.SubmitAsync(
                DirectoryRows.Table, people.Province.Value,
                [.. some.Select(grant =>
                    new Change.Insert(DirectoryRows.ToRow(Person.WithSignInName(
                        $"of-{grant.Area}@hebei.example",
                        $"人员{grant.Area}",
                        grant))))],
                default);
        chats.ForgetDirectory();
    }

    [Fact]
    public async Task Place_ThatHasSomebody_IsNotRemarkedOn() =>
        Assert.DoesNotContain(
            "还没有登记接收人",
            (await chats.Office.Say("交办 长安区 12月5日前 上报整改方案")).Text,
            StringComparison.Ordinal);
}
