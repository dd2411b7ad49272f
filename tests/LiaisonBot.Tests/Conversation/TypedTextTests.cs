using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Whatever is typed is stored whole and shown as text. How the official renderer shows it is in CardRenderingTests.
/// </summary>
public sealed class TypedTextTests
{
    public static TheoryData<string> Nasty => [.. AllCards.NastyTitles];

    [Theory]
    [MemberData(nameof(Nasty))]
    public async Task Title_WithAnythingInIt_IsStoredWhole(string title)
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("长安区", title);
        var rows = await chats.Store.ReadRangeAsync(
            "matters",
            "1301",
            RowKeys.Matters.Matter,
            RowKeys.Matters.Matter + "~",
            10,
            default);
        Assert.Equal(title, Assert.Single(rows).Text("Title"));
        Assert.Contains(
            title,
            (await chats.Changan.Say(number)).Text.Replace("\u2060", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_OfTheGreatestLength_IsReadInFullOnTheCardAndInTheHistory()
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("长安区");
        await chats.Changan.Do(number, "签收");
        var result = string.Concat(Enumerable.Range(0, 800).Select(i => $"{i:0000}。"))[..4000];
        await chats.Changan.Do(number, "报结", ("办理结果", result));
        await chats.Leader.Say(number);
        Assert.Contains(result, chats.Leader.Last.Text, StringComparison.Ordinal);
        await chats.Leader.Do(number, "退回", ("进一步整改要求", "补充"));
        await chats.Leader.Press("办理记录");
        await chats.Leader.Press("更早的记录");
        Assert.Contains(result, chats.Leader.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_WithLines_KeepsItsLines()
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("长安区");
        await chats.Changan.Do(number, "签收");
        var seen = await chats.Changan.Do(number, "反馈进展", ("进展情况", "一、方案\r\n二、动员\r\n\r\n三、整改"));
        Assert.Contains("一、方案\n二、动员\n \n三、整改", seen.Text, StringComparison.Ordinal);
    }
}
