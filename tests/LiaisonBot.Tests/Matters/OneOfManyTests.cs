using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests.Matters;

/// <summary>Of many matters that are assigned at once the city office hears in one digest; those who have to do them at once.</summary>
public sealed class OneOfManyTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Deliver();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task AllCounties_TellTheCityOfficeOnce()
    {
        var before = (City: chats.City.Received.Count, County: chats.Changan.Received.Count);
        await chats.Leader.Say("交办 全市各县 12月20日前 报送年度工作总结");
        await chats.Leader.Press("交办");
        await chats.Services.JobRunner.ResumeAsync(default);
        await chats.Deliver();
        Assert.Equal(before.City, chats.City.Received.Count);
        Assert.Equal(before.County + 1, chats.Changan.Received.Count);

        await chats.Remind(Chats.Today.PlusDays(1));
        Assert.Equal(before.City + 1, chats.City.Received.Count);
        var digest = chats.City.Received[^1].Text;
        Assert.StartsWith("今日提醒（", digest, StringComparison.Ordinal);
        Assert.Contains("省委第一巡视组组长 新交办", digest, StringComparison.Ordinal);
        Assert.Contains("那里还没有登记接收人", digest, StringComparison.Ordinal);
    }

    /// <summary>What was withdrawn meanwhile is no news.</summary>
    [Fact]
    public async Task WhatHasEndedBeforeTheDigest_IsNotTold()
    {
        await chats.Leader.Say("交办 全市各县 12月20日前 报送年度工作总结");
        await chats.Leader.Press("交办");
        await chats.Services.JobRunner.ResumeAsync(default);
        var before = chats.City.Received.Count;
        foreach (var row in await chats.Store.ReadRangeAsync(
            RowKeys.Matters.Table,
            "1301",
            RowKeys.Matters.Matter,
            KeyRange.After(RowKeys.Matters.Matter),
            100,
            default))
        {
            await chats.Leader.Do(MatterRows.ToMatter(row).Number.Short, "撤回", ("原因", "不再需要"));
        }

        await chats.Remind(Chats.Today.PlusDays(1));
        Assert.DoesNotContain(
            chats.City.Received.Skip(before),
            seen => seen.Text.Contains("新交办", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("长安区、正定县、藁城区", "", 3)]
    [InlineData("长安区、正定县、藁城区、裕华区", " 加急", 4)]
    public async Task AFew_AndUrgentOnes_AreToldAtOnce(string places, string urgent, int told)
    {
        var before = chats.City.Received.Count;
        await chats.Leader.Say($"交办 {places} 12月20日前 报送总结{urgent}");
        await chats.Leader.Press("交办");
        await chats.Services.JobRunner.ResumeAsync(default);
        await chats.Deliver();
        Assert.Equal(before + told, chats.City.Received.Count);
    }
}
