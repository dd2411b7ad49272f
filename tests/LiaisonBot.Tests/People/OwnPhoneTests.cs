using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests.People;

/// <summary>我的电话: everybody keeps their own phone in the directory right, by a sentence or a form.</summary>
public sealed class OwnPhoneTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("我的电话换成13900001111", "13900001111")]
    [InlineData("我的电话是0311-88886666", "0311-88886666")]
    [InlineData("我的手机号改成 139 0000 1111", "139 0000 1111")]
    [InlineData("把我的电话改为13900001111吧", "13900001111")]
    [InlineData("我换号了，新号码是13900001111", "13900001111")]
    [InlineData("我的电话：１３９００００１１１１", "13900001111")]
    [InlineData("我手机号换了，现在是13900001111。", "13900001111")]
    [InlineData("My number is 0311-88886666", "0311-88886666")]
    [InlineData("my phone has changed to 13900001111", "13900001111")]
    [InlineData("change my phone to 13900001111 please", "13900001111")]
    public async Task SaidPlainly_IsChanged_AndShownToOthers(string said, string phone)
    {
        var seen = await chats.Changan.Say(said);
        Assert.Matches("您的电话已改为|Your phone is now", seen.Text);
        Assert.Equal(phone, await Phone());
        chats.ForgetDirectory();
        Assert.Contains(phone, (await chats.Leader.Say("长安区联络员电话多少")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我的电话换成13900001111了吗")]
    [InlineData("我的电话不要改成13900001111")]
    [InlineData("我的电话是多少")]
    [InlineData("如果我的电话换成13900001111")]
    [InlineData("我的电话打不通")]
    [InlineData("is my phone 13900001111?")]
    public async Task QuestionDenialOrAnythingElse_ChangesNothing(string said)
    {
        await chats.Changan.Say(said);
        Assert.Null(await Phone());
    }

    [Fact]
    public async Task Form_ShowsWhatStands_AndSaysWhatIsWrong()
    {
        await chats.Changan.Say("我的电话换成13900001111");
        chats.ForgetDirectory();
        var form = await chats.Changan.Say("我的电话");
        Assert.Equal("13900001111", form.Input("phone").Value);
        Assert.Contains("电话", (await chats.Changan.Press("提交", ("phone", "打办公室"))).ErrorAt("phone"), StringComparison.Ordinal);
        Assert.Contains(
            "由13900001111改为0311-88886666",
            (await chats.Changan.Press("提交", ("phone", "0311-88886666"))).Text,
            StringComparison.Ordinal);
        chats.ForgetDirectory();
        await chats.Changan.Say("我是谁");
        await chats.Changan.Press("我的电话");
        await chats.Changan.Press("提交", ("phone", ""));
        Assert.Null(await Phone());
    }

    [Fact]
    public async Task NumberAmongOtherWords_FillsTheForm()
    {
        var form = await chats.Changan.Say("我的电话换成13900001111，办公室的还是老号");
        Assert.Equal("13900001111", form.Input("phone").Value);
        Assert.Null(await Phone());
    }

    private async Task<string?> Phone()
    {
        chats.ForgetDirectory();
        return (await chats.Services.Directory.ReadAsync(default)).ByObjectId(chats.Changan.ObjectId)!.Phone;
    }
}
