using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;
using NodaTime;

namespace LiaisonBot.Tests.Sentences;

/// <summary>
/// What was shown last is what a sentence without a number speaks of, for a quarter of an hour, also after a restart.
/// </summary>
public sealed class TalkTests
{
    private const string Question = "到哪一步了";

    [Fact]
    public async Task Matter_ThatWasShown_IsSpokenOf_AlsoAfterARestart()
    {
        var store = new RewindableStore();
        await using var before = await Chats.Open(store);
        var number = await before.Leader.Assign("长安区", "梳理问题清单");
        await before.Leader.Say(number);
        await before.Services.Talks.SaveAsync(default);
        await using var after = await Chats.Open(store);
        Assert.Contains("梳理问题清单", (await after.Leader.Say(Question)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matter_ThatWasShownLongAgo_OrToSomebodyElse_IsNotGuessed()
    {
        await using var chats = await Chats.Open();
        await chats.Leader.Assign("长安区", "上报整改方案");
        var number = await chats.Leader.Assign("长安区", "梳理问题清单");
        await chats.Leader.Say(number);
        AssertAskedBack(await chats.Changan.Say(Question));
        chats.Clock.Advance(Duration.FromMinutes(16));
        AssertAskedBack(await chats.Leader.Say(Question));

        static void AssertAskedBack(Seen seen) => Assert.DoesNotContain(seen.Buttons, button => button.Verb == "matter.history");
    }

    [Fact]
    public async Task WhatIsToBeSaved_IsToldOnce_UntilItIsSaved()
    {
        var told = 0;
        var store = new RewindableStore();
        await using var chats = await Chats.Open(store);
        var talks = new TalkService(store, DemoData.Province, Terms.BuiltIn, () => told++);
        var (number, now) = (MatterNumber.Parse("2026-1301-000001"), Chats.Morning);
        talks.Posted(chats.Leader.Address, "1", number, now);
        talks.Posted(chats.Leader.Address, "2", number, now);
        Assert.Equal(1, told);
        await talks.SaveAsync(default);
        talks.Posted(chats.Leader.Address, "3", number, now);
        Assert.Equal(2, told);
        Assert.Equal(number, await talks.ShownInAsync(chats.Leader.Address, "3", default));
        Assert.Null(await talks.ShownInAsync(chats.Changan.Address, "3", default));
    }

    [Fact]
    public async Task Turn_ThatShowsAMatter_WritesNothing_UntilTheRoundSavesIt()
    {
        var store = new RewindableStore();
        await using var chats = await Chats.Open(store);
        var number = await chats.Leader.Assign("长安区", "梳理问题清单");
        await chats.Services.Talks.SaveAsync(default);
        var rows = store.Rows;
        await chats.Leader.Say("我的事项");
        await chats.Leader.Say(number);
        Assert.Same(rows, store.Rows);
        await chats.Services.Talks.SaveAsync(default);
        Assert.NotSame(rows, store.Rows);
    }
}
