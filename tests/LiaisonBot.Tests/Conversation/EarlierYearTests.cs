using LiaisonBot.Core.Calendar;

namespace LiaisonBot.Tests.Conversation;

/// <summary>A number without its year: this year's, or the newest that the person may see.</summary>
public sealed class EarlierYearTests : IAsyncLifetime
{
    private Chats chats = null!;

    /// <summary>Two matters of two years ago, one of last year, none of this year.</summary>
    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        chats.Clock.Reset(BeijingTime.At(new(2024, 11, 25), new(9, 0)));
        await chats.Office.Assign("正定县", "前年的台账", "2024-12-10");
        await chats.Office.Assign("长安区", "前年的方案", "2024-12-10");
        chats.Clock.Reset(BeijingTime.At(new(2025, 11, 24), new(9, 0)));
        await chats.Office.Assign("长安区", "去年的总结", "2025-12-10");
        chats.Clock.Reset(BeijingTime.At(new(2026, 11, 24), new(9, 0)));
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("1301-2", "前年的方案")]
    [InlineData("2", "前年的方案")]
    [InlineData("1301-2到哪一步了", "前年的方案")]
    [InlineData("1301-1", "去年的总结")]
    [InlineData("打印 1301-2", "前年的方案")]
    public async Task Number_WithoutItsYear_FindsTheNewest(string said, string title) =>
        Assert.Contains(title, (await chats.Changan.Say(said)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task NewerOne_ThatThePersonMayNotSee_IsPassedOver()
    {
        Assert.Contains("前年的台账", (await chats.Zhengding.Say("1301-1")).Text, StringComparison.Ordinal);
        Assert.StartsWith("没有找到事项 1301-2。", (await chats.Zhengding.Say("1301-2")).Text, StringComparison.Ordinal);
        Assert.StartsWith("没有找到事项 1301-3。", (await chats.Changan.Say("1301-3")).Text, StringComparison.Ordinal);
    }

    /// <summary>Each year begins with 1 again: in a list the number of another year has its year.</summary>
    [Fact]
    public async Task List_TellsTheYearsApart()
    {
        await chats.Office.Assign("长安区", "今年的要点", "2026-12-10");
        var list = (await chats.Changan.Say("我的事项")).Text;
        foreach (var number in new[] { "2024-1301-2  ", "2025-1301-1  ", "\n1301-1  " })
        {
            Assert.Contains(number, list.Replace("· ", "\n", StringComparison.Ordinal).Replace("\n ", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Step_IsTakenOnTheNewestToo()
    {
        var seen = await chats.Changan.Say("签收 1301-2");
        Assert.StartsWith("已签收", seen.Text, StringComparison.Ordinal);
        Assert.Contains("2024", seen.Text, StringComparison.Ordinal);
        Assert.Contains("办理中", (await chats.Changan.Say("2024-1301-2")).Text, StringComparison.Ordinal);
    }
}
