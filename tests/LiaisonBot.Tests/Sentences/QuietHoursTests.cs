using LiaisonBot.Core.Policies;
using LiaisonBot.Tests.Conversation;
using NodaTime;

namespace LiaisonBot.Tests.Sentences;

/// <summary>Whoever asks when they are left in peace is told the hours in force, theirs or the policy's.</summary>
public sealed class QuietHoursTests
{
    private const string Question = "晚上为什么收不到消息";

    [Fact]
    public async Task Hours_OfWhoeverSetNone_AreThoseOfThePolicyInForce()
    {
        var policy = PolicyFile.BuiltIn with { QuietFrom = new LocalTime(19, 30), QuietTo = new LocalTime(7, 15) };
        await using var chats = await Chats.Open(policies: new(policy));
        var text = (await chats.Changan.Say(Question)).Text;
        Assert.Contains("19:30", text, StringComparison.Ordinal);
        Assert.Contains("07:15", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_OfTheShippedPolicy_AreInTheEveningAndAtNight()
    {
        await using var chats = await Chats.Open();
        var text = (await chats.Changan.Say(Question)).Text;
        Assert.Contains("20:00", text, StringComparison.Ordinal);
        Assert.Contains("08:00", text, StringComparison.Ordinal);
    }
}
