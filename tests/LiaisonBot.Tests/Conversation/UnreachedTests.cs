using LiaisonBot.Core.Messaging;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Who cannot be reached: the level above hears of it once, in its digest.</summary>
public sealed class UnreachedTests : IAsyncLifetime
{
    private static readonly SendAnswer Blocked = new SendAnswer.Answered(403, Code: "ConversationBlockedByUser");

    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Deliver();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task CountyOfficer_IsToldOfToTheCity_Once_HoweverManyMessagesWait()
    {
        chats.AnswerPushes(to => to == chats.Changan ? Blocked : SendAnswer.Taken);
        await chats.Leader.Assign("长安区", "甲", "2027-02-15");
        await chats.Leader.Assign("长安区", "乙", "2027-02-15");
        await chats.Deliver();

        await chats.Remind(Chats.Today.PlusDays(1));
        Assert.Equal(1, Told(chats.City));
        await chats.Remind(Chats.Today.PlusDays(2));
        await chats.Remind(Chats.Today.PlusDays(3));
        Assert.Equal(1, Told(chats.City));
        Assert.All(
            [chats.Office, chats.Tangshan, chats.Zhengding, chats.Leader],
            other => Assert.Equal(0, Told(other)));
    }

    [Fact]
    public async Task CityOffice_IsToldOfToTheProvincialOffice()
    {
        chats.AnswerPushes(to => to == chats.City ? Blocked : SendAnswer.Taken);
        await chats.Leader.Assign("长安区", "甲", "2027-02-15");
        await chats.Deliver();
        await chats.Remind(Chats.Today.PlusDays(1));
        Assert.Contains(chats.Office.Received, m => m.Text.Contains("石家庄市联络办收不到消息", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Digest_ThatDoesNotArrive_TellsTheCityToo()
    {
        await chats.Leader.Assign("长安区", "甲", "2027-02-15");
        await chats.Deliver();
        chats.AnswerPushes(to => to == chats.Changan ? Blocked : SendAnswer.Taken);
        await chats.Remind(Chats.Today.PlusDays(1));
        await chats.Remind(Chats.Today.PlusDays(2));
        Assert.Equal(1, Told(chats.City));
    }

    [Fact]
    public async Task WhoIsBackBeforeTheDigest_IsNotToldOf()
    {
        chats.AnswerPushes(to => to == chats.Changan ? Blocked : SendAnswer.Taken);
        await chats.Leader.Assign("长安区", "甲", "2027-02-15");
        await chats.Deliver();
        chats.AnswerPushes(_ => SendAnswer.Taken);
        await chats.Changan.Say("我的事项");
        await chats.Remind(Chats.Today.PlusDays(1));
        Assert.Equal(0, Told(chats.City));
    }

    private static int Told(User user) =>
        user.Received.Count(m => m.Text.Contains("长安区联络员收不到消息", StringComparison.Ordinal));
}
