using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>A year that is said by itself is that of the days, wherever it stands in the line.</summary>
[Trait("Kind", "Pure")]
public sealed class VisitLineTests
{
    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    private static readonly AreaBook Hebei = AreaBook.Load(AreaCode.Parse("13"), []);

    [Theory]
    [InlineData("正定县 第1组 3月2日至3月31日", "2027-03-02", "2027-03-31")]
    [InlineData("正定县 第1组 12月20日至24日", "2026-12-20", "2026-12-24")]
    [InlineData("正定县 第1组 明年12月20日至24日", "2027-12-20", "2027-12-24")]
    [InlineData("明年 正定县 第1组 12月20日至24日", "2027-12-20", "2027-12-24")]
    [InlineData("正定县 第1组 后年3月2日到3月31日", "2028-03-02", "2028-03-31")]
    [InlineData("正定县 第1组 今年3月2日至3月31日", "2026-03-02", "2026-03-31")]
    [InlineData("正定县 第1组 2027年度 12月20日至24日", "2027-12-20", "2027-12-24")]
    [InlineData("正定县 第1组 2027年12月20日至24日", "2027-12-20", "2027-12-24")]
    [InlineData("正定县 第1组 2026年12月20日至2027年1月8日", "2026-12-20", "2027-01-08")]
    [InlineData("正定县 第1组 明年3月2日起30天", "2027-03-02", "2027-03-31")]
    [InlineData("正定县 第1组 到明年6月30日", "2026-11-24", "2027-06-30")]
    [InlineData("Zhengding team 1 March 2 to March 31 next year", "2027-03-02", "2027-03-31")]
    [InlineData("Zhengding team 1 December 20 to December 24 next year", "2027-12-20", "2027-12-24")]
    [InlineData("next year Zhengding team 1 from 20 December to 24 December", "2027-12-20", "2027-12-24")]
    [InlineData("Zhengding team 1, 20 to 24 December 2027", "2027-12-20", "2027-12-24")]
    [InlineData("Zhengding team 1 December 20 to December 24 this year", "2026-12-20", "2026-12-24")]
    public void Days_OfAYearThatIsSaidByItself_AreInIt(string line, string from, string to)
    {
        var read = VisitLine.Read(line, Hebei, Tuesday);
        Assert.Equal(
            (Columns.Date(from), Columns.Date(to), 1),
            (read.From!.Value, read.To!.Value, read.Team!.Value));
        Assert.DoesNotContain(
            read.Rest,
            word => word.Contains('年') || word.Contains("year", StringComparison.Ordinal) || word.Any(char.IsAsciiDigit));
    }

    [Theory]
    [InlineData("保定市 第4组 明年3月", "2027-03-01", "2027-03-31")]
    [InlineData("保定市 第4组 3月至5月", "2027-03-01", "2027-05-31")]
    [InlineData("保定市 第4组 12月到2月", "2026-12-01", "2027-02-28")]
    [InlineData("保定市 第4组 2028年2月", "2028-02-01", "2028-02-29")]
    [InlineData("保定市 第4组 明年3月起", "2027-03-01", null)]
    [InlineData("保定市 第4组 明年3月份开始", "2027-03-01", null)]
    [InlineData("Baoding team 4 in March next year", "2027-03-01", "2027-03-31")]
    [InlineData("Baoding team 4 March to May", "2027-03-01", "2027-05-31")]
    [InlineData("Baoding team 4 from March next year", "2027-03-01", null)]
    [InlineData("保定市 第4组 3月2日起30天", "2027-03-02", "2027-03-31")]
    [InlineData("Baoding team 4 from 2 May to 20 May 2027", "2027-05-02", "2027-05-20")]
    public void Months_WithoutADay_AreWhole(string line, string from, string? to)
    {
        var read = VisitLine.Read(line, Hebei, Tuesday);
        Assert.Equal(
            (Columns.Date(from), to is null ? null : (LocalDate?)Columns.Date(to), 4),
            (read.From!.Value, read.To, read.Team!.Value));
        Assert.Empty(read.Rest);
    }

    [Fact]
    public void ANumberOfAnApproval_IsNoYear() =>
        Assert.Equal(new(2026, 12, 20), VisitLine.Read("正定县 第1组 12月20日至24日 冀巡发〔2027〕3号", Hebei, Tuesday).From);
}
