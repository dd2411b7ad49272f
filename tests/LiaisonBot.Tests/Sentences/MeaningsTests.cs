using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Areas;

namespace LiaisonBot.Tests.Sentences;

/// <summary>How a sentence is read, and that the table of meanings is true to its own examples.</summary>
public sealed class MeaningsTests
{
    private static readonly FrameReader Reader = new(
        AreaBook.Load(AreaCode.Parse("13"), [new(AreaCode.Parse("1300U001"), "省审计厅")]),
        AreaCode.Parse("1301"),
        new(2026, 11, 26));

    [Fact]
    public void Example_OfEveryLine_FitsItsLine()
    {
        var wrong = Meanings.All.Where(meaning => !meaning.Fits(Reader.Read(meaning.Example)))
            .Select(meaning => meaning.Example)
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("长安区没签收的有几个", "长安区", "", "没签收:Unsigned 的:Filler 有:Show 几个:HowMany")]
    [InlineData("除长安区外逾期的", "", "长安区", "逾期:Overdue 的:Filler")]
    [InlineData("1301-3到哪一步了", "", "", "到哪一步:HowGoes 了:Filler")]
    [InlineData("正定縣還有哪些沒簽收", "正定县", "", "还:Filler 有:Show 哪些:Which 没签收:Unsigned")]
    [InlineData("1301-6签收了没有", "", "", "签收了:Sign 没有:YesNo")]
    [InlineData("1301-3没有签收", "", "", "没有签收:Unsigned")]
    public void Sentence_IsReadIntoWhatItNames(string typed, string places, string except, string words)
    {
        var frame = Reader.Read(typed);
        Assert.Equal(places, string.Join('、', frame.Places.Select(p => p.Name)));
        Assert.Equal(except, string.Join('、', frame.Except.Select(p => p.Name)));
        Assert.Equal(words, string.Join(' ', frame.Said.Select(s => $"{frame.Text[s.Start..s.End]}:{s.Idea}")));
    }

    [Theory]
    [InlineData("上个月办结的", "2026-10-01", "2026-10-31", false)]
    [InlineData("这周要交的", "2026-11-23", "2026-11-29", false)]
    [InlineData("下周到期", "2026-11-30", "2026-12-06", false)]
    [InlineData("12月5号前到期的", "2026-11-26", "2026-12-05", true)]
    [InlineData("下个月15号之前", "2026-11-26", "2026-12-15", true)]
    [InlineData("下周五之前到期的", "2026-11-26", "2026-12-04", true)]
    [InlineData("元月5号前", "2026-11-26", "2027-01-05", true)]
    [InlineData("10月份办结了多少", "2026-10-01", "2026-10-31", false)]
    [InlineData("what is due next week", "2026-11-30", "2026-12-06", false)]
    public void Days_ThatAreNamed_AreRead(string typed, string from, string to, bool upTo)
    {
        var days = Reader.Read(typed).Days!;
        Assert.Equal(
            (from, to, upTo),
            (days.From.ToString("yyyy-MM-dd", null), days.To.ToString("yyyy-MM-dd", null), days.UpTo));
    }
}
