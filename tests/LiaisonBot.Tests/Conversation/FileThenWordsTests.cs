using LiaisonBot.Conversation;
using LiaisonBot.Core.Matters;
using LiaisonBot.Tests.Evidence;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// A file and its words in two messages: words that speak of it, or answer where it belongs, take it along; nothing else
/// does, and nothing is lost.
/// </summary>
public sealed class FileThenWordsTests : IAsyncLifetime
{
    private Chats chats = null!;
    private int messages;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        foreach (var title in new[] { "上报整改方案", "上报统计表" })
        {
            await chats.Leader.Assign("长安区", title, "2026-12-20");
        }

        await chats.Changan.Say("签收 1301-1");
        await chats.Changan.Say("签收 1301-2");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("报结 1301-1 方案已印发，见附件")]
    [InlineData("报结 1301-1 已拆除，照片如上")]
    [InlineData("报结 1301-1 已整改，见图")]
    [InlineData("报结 1301-1 扫描件已发")]
    [InlineData("hand in 1301-1 done, see the attachment")]
    [InlineData("hand in 1301-1 the photos are above")]
    public async Task WordsThatSpeakOfIt_TakeItAlong(string words)
    {
        await Send("方案.pdf");
        chats.Clock.Advance(Duration.FromMinutes(2));
        var seen = await chats.Changan.Say(words);

        Assert.Contains("方案.pdf", seen.Text, StringComparison.Ordinal);
        Assert.Equal((MatterState.HandedIn, "方案.pdf"), ((await Matter()).State, (await Matter()).Evidence.Single().Name));
    }

    [Fact]
    public async Task SeveralFiles_SentOneByOne_GoTogether_Once()
    {
        await Send("一.pdf");
        await Send("二.pdf");
        await chats.Changan.Say("反馈进展 1301-1 初稿，见附件");
        Assert.Equal(["一.pdf", "二.pdf"], (await Matter()).Evidence.Select(item => item.Name));

        // They have gone: the next words that speak of a file take none.
        var seen = await chats.Changan.Say("反馈进展 1301-2 台账见附件");
        Assert.Empty((await Matter(2)).Evidence);
        Assert.Contains("附件没有收到", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("反馈进展 1301-1 初稿已完成")]
    [InlineData("反馈进展 1301-1 初稿已完成，没有附件")]
    public async Task StepThatSaysNothingOfIt_IsTakenWithoutIt_AndItIsAskedAbout(string words)
    {
        await Send("方案.pdf");
        var seen = await chats.Changan.Say(words);

        Assert.Equal(("初稿已完成", 0), ((await Matter()).Progress!.Split('，')[0], (await Matter()).Evidence.Count));
        Assert.Contains("“方案.pdf”（1 KB）放到 1301-1，作为：", seen.Text, StringComparison.Ordinal);
        await chats.Changan.Press("补充到“反馈进展”");
        Assert.Equal("方案.pdf", (await Matter()).Evidence.Single().Name);
    }

    [Theory]
    [InlineData("1301-1")]
    [InlineData("报结 1301-1")]
    [InlineData("1301-1 报结")]
    public async Task Answer_ToWhereItBelongs_GoesOnWithIt(string words)
    {
        await Send("方案.pdf");
        await chats.Changan.Say(words);
        if (words == "1301-1")
        {
            await chats.Changan.Press("报结");
        }

        await chats.Changan.Press("提交", ("result", "已印发"));
        Assert.Equal((MatterState.HandedIn, "方案.pdf"), ((await Matter()).State, (await Matter()).Evidence.Single().Name));
    }

    [Theory]
    [InlineData("不要了")]
    [InlineData("发错了")]
    [InlineData("do not keep")]
    public async Task NotWanted_IsSaidInWordsToo(string words)
    {
        await Send("方案.pdf");
        var seen = await chats.Changan.Say(words);
        Assert.Matches("没有保存|Not kept", seen.Text);
        await chats.Changan.Say("反馈进展 1301-1 初稿，见附件");
        Assert.Empty((await Matter()).Evidence);
    }

    [Fact]
    public async Task AfterSomeMinutes_NothingIsGuessed_AndItsCardStillWorks()
    {
        var asked = await Send("方案.pdf");
        chats.Clock.Advance(Duration.FromMinutes(6));
        await chats.Changan.Say("反馈进展 1301-1 初稿，见附件");
        Assert.Empty((await Matter()).Evidence);

        await chats.Changan.PressOn(asked, asked.Titles.First(title => title.StartsWith("1301-1 ", StringComparison.Ordinal)));
        await chats.Changan.Press("补充到“反馈进展”");
        Assert.Equal("方案.pdf", (await Matter()).Evidence.Single().Name);
    }

    [Theory]
    [InlineData("1301-1报结了吗，附件发了")]
    [InlineData("1301-1先别报结，附件还要改")]
    [InlineData("如果附件可以就报结1301-1")]
    public async Task QuestionOrDenial_TakesNoStep_AndTheFileIsNotLost(string words)
    {
        await Send("方案.pdf");
        var seen = await chats.Changan.Say(words);
        Assert.Equal((MatterState.InProgress, 0), ((await Matter()).State, (await Matter()).Evidence.Count));
        Assert.Contains("方案.pdf", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("报结 1301-1 方案已印发，见附件", "报结")]
    [InlineData("反馈进展 1301-1 已拆除，照片随后发", null)]
    public async Task WordsFirst_AndThenTheFile_IsAskedAboutAsOfThatMatter(string words, string? act)
    {
        var said = await chats.Changan.Say(words);
        Assert.Equal(act is not null, said.Text.Contains("附件没有收到", StringComparison.Ordinal));
        chats.Clock.Advance(Duration.FromMinutes(1));
        var asked = await Send("方案.pdf");
        if (act is null)
        {
            Assert.Contains("放到哪一件事项", asked.Text, StringComparison.Ordinal);
            return;
        }

        Assert.Contains("放到 1301-1，作为", asked.Text, StringComparison.Ordinal);
        await chats.Changan.Press($"补充到“{act}”");
        Assert.Equal("方案.pdf", (await Matter()).Evidence.Single().Name);
    }

    /// <summary>What was sent is known to another process, or after a restart.</summary>
    [Fact]
    public async Task AfterARestart_TheFileIsStillKnown()
    {
        await Send("方案.pdf");
        await chats.Services.Talks.SaveAsync(default);
        await using var again = await Chats.Open(chats.Store);
        again.Clock.Reset(chats.Clock.GetCurrentInstant() + Duration.FromMinutes(1));
        var seen = await again.Changan.Say("反馈进展 1301-1 初稿，见附件");
        Assert.Contains("附件已随事项保存：“方案.pdf”", seen.Text, StringComparison.Ordinal);
    }

    /// <summary>A process that is killed has not saved what was spoken of last.</summary>
    [Fact]
    public async Task AfterAKill_TheFileIsStillKnown()
    {
        await Send("方案.pdf");
        await using var again = await Chats.Open(chats.Store);
        again.Clock.Reset(chats.Clock.GetCurrentInstant() + Duration.FromMinutes(1));
        var seen = await again.Changan.Say("反馈进展 1301-1 初稿，见附件");
        Assert.Contains("附件已随事项保存：“方案.pdf”", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterARestart_WhatWentWithAStep_DoesNotGoWithTheNext()
    {
        await Send("方案.pdf");
        chats.Clock.Advance(Duration.FromSeconds(10));
        await chats.Changan.Say("反馈进展 1301-1 初稿，见附件");
        await chats.Services.Talks.SaveAsync(default);
        await using var again = await Chats.Open(chats.Store);
        again.Clock.Reset(chats.Clock.GetCurrentInstant() + Duration.FromMinutes(1));
        var seen = await again.Changan.Say("反馈进展 1301-1 二稿，见附件");
        Assert.Contains("没有收到", seen.Text, StringComparison.Ordinal);
        Assert.Single((await Matter()).Evidence);
    }

    [Fact]
    public async Task AfterAKill_AFileOfBeforeFiveMinutes_IsNotMeant()
    {
        await Send("方案.pdf");
        await using var again = await Chats.Open(chats.Store);
        again.Clock.Reset(chats.Clock.GetCurrentInstant() + Duration.FromMinutes(6));
        var seen = await again.Changan.Say("反馈进展 1301-1 初稿，见附件");
        Assert.Contains("没有收到", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Toast_OfAStepWithAFile_HasOneMark()
    {
        await Send("方案.pdf");
        var seen = await chats.Changan.Say("报结 1301-1 方案已印发，见附件");
        Assert.DoesNotContain("。：", seen.Summary, StringComparison.Ordinal);
        Assert.Contains("（1 KB）：上报整改方案", seen.Summary, StringComparison.Ordinal);
    }

    private async Task<Matter> Matter(int number = 1) =>
        (await chats.Matters.FindAsync(
            (await chats.Services.Directory.ReadAsync(default)).ByObjectId(chats.Office.ObjectId)!,
            MatterNumber.Parse($"2026-1301-00000{number}"),
            default))!.Matter;

    private Task<Seen> Send(string name) => chats.Changan.Take(
        new ChatEvent.Message($"file-{++messages}", chats.Changan.Address, chats.Changan.ObjectId, true, null, "")
        {
            Files = [chats.Upload(name, Sample.Pdf(name))],
        });
}
