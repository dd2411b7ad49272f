namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// A denial or question behind the word of a form: nothing of it is put into a field, and it is said that nothing was
/// done.
/// </summary>
public sealed class FormWordingTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("添加人员 不要添加 张三")]
    [InlineData("添加人员 不要添加张三")]
    [InlineData("添加人员 裕华区 张三 先不加了")]
    [InlineData("添加人员 裕华区 别加李四")]
    [InlineData("添加人员了吗")]
    [InlineData("添加人员 张三加了没有")]
    [InlineData("添加人员 怎么添加")]
    [InlineData("添加人员流程")]
    [InlineData("添加单位 石家庄市 不设高新区")]
    [InlineData("添加单位 暂不添加 高新区")]
    [InlineData("添加单位 石家庄市 高新区能不能加")]
    [InlineData("区划调整 正定县 不更名为 正定区")]
    [InlineData("区划调整了没有")]
    [InlineData("驻市 石家庄 第1组 1月5日至12月31日 不去了")]
    [InlineData("巡视 不要安排 正定县 第1组 1月5日至1月20日")]
    [InlineData("巡视 正定县 第1组 1月5日至1月20日吗")]
    [InlineData("驻市安排 什么时候开始")]
    [InlineData("交办 不要交办给长安区")]
    [InlineData("交办 先不交办长安区 上报方案")]
    [InlineData("add a person don't add zhangsan")]
    public async Task DenialOrQuestion_EntersNothing(string said)
    {
        var seen = await chats.Office.Say(said);
        Assert.Matches("^(什么都没有办理|Nothing was done)", seen.Text);
        Assert.Empty(seen.Inputs);
    }

    [Theory]
    [InlineData("添加人员 裕华区 张三 zhangsan@contoso.com", "name", "张三")]
    [InlineData("添加人员 裕华区 别怀安 bieha@contoso.com", "name", "别怀安")]
    [InlineData("添加人员 裕华区 莫小贝 mo@contoso.com", "name", "莫小贝")]
    [InlineData("添加人员 裕华区 过程远 guo@contoso.com", "name", "过程远")]
    [InlineData("添加人员裕华区张三", "name", "张三")]
    [InlineData("添加单位 石家庄市 不动产登记中心", "unitName", "不动产登记中心")]
    [InlineData("添加单位 石家庄市 未来科技城", "unitName", "未来科技城")]
    [InlineData("添加单位 石家庄市 无线电管理局", "unitName", "无线电管理局")]
    [InlineData("交办 长安区 11月底前 不得擅自调整用途的整改方案", "title", "不得擅自调整用途的整改方案")]
    [InlineData("交办 长安区 11月底前 上报没有按期完成的原因", "title", "上报没有按期完成的原因")]
    public async Task Names_ThatBeginLikeADenial_StayNames(string said, string input, string value)
    {
        var seen = await chats.Office.Say(said);
        var found = seen.Inputs.Where(i => i.Id == input).Select(i => i.Value).ToList();
        Assert.True(
            found is [var one] && one == value,
            $"{seen.Text}: {string.Join(", ", seen.Inputs.Select(i => $"{i.Id}={i.Value}"))}");
    }

    [Theory]
    [InlineData("绑定 不要绑定石家庄")]
    [InlineData("绑定石家庄了吗")]
    [InlineData("绑定 石家庄？")]
    public async Task Room_IsNotBound(string said)
    {
        var room = chats.Channel();
        Assert.StartsWith("什么都没有办理", (await chats.Leader.SayIn(room, said)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("石家庄市", (await chats.Leader.SayIn(room, "绑定")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("解绑？")]
    [InlineData("解除绑定 ?")]
    [InlineData("先不要解绑")]
    public async Task Room_StaysBound(string said)
    {
        var room = chats.Channel();
        await chats.Leader.SayIn(room, "绑定 石家庄");
        await chats.Leader.SayIn(room, said);
        Assert.Contains("石家庄市", (await chats.Leader.SayIn(room, "绑定")).Text, StringComparison.Ordinal);
    }
}
