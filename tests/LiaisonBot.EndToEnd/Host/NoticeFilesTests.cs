using LiaisonBot.Core.Storage;
using LiaisonBot.Host;

namespace LiaisonBot.EndToEnd.Host;

public sealed class NoticeFilesTests : IDisposable
{
    private readonly TemporaryFolder data = new();

    [Fact]
    public void Read_AFolderWithoutNotices_HasNone() => Assert.Empty(NoticeFiles.Read(data.Path));

    [Fact]
    public void Read_ANoticeInItsOwnWords_IsThatYears()
    {
        Write("2027.txt", "元旦：1月1日放假。\n劳动节：5月1日放假。\n国庆节：10月1日（周五）至7日（周四）放假调休，共7天。");

        var (name, notice) = Assert.Single(NoticeFiles.Read(data.Path));

        Assert.Equal(("calendar/2027.txt", 2027, 9), (name, notice.Year, notice.Holidays.Count));
    }

    [Fact]
    public void Read_ANoticeWithOneThatAmendsIt_IsTheYearAsItThenStands()
    {
        const string year = "元旦：1月1日放假。\n春节：2月5日至11日放假。\n劳动节：5月1日放假。\n国庆节：10月1日放假。\n";
        Write("2027.txt", year + "国务院办公厅关于延长2027年春节假期的通知\n春节假期延长至2月13日。");

        var (_, notice) = Assert.Single(NoticeFiles.Read(data.Path));

        Assert.Equal((12, "国务院办公厅关于延长2027年春节假期的通知"), (notice.Holidays.Count, Assert.Single(notice.Amendments)));
    }

    [Fact]
    public void Read_OnlyOneThatAmends_StandsOnTheYearThatComesWithTheProgram()
    {
        Write("2026.txt", "关于2026年国庆节放假安排的补充通知\n增加10月8日（周四）放假1天。");

        Assert.Contains(new(2026, 10, 8), Assert.Single(NoticeFiles.Read(data.Path)).Notice.Holidays.Keys);
    }

    [Theory]
    [InlineData("2028.txt", "关于延长2028年春节假期的通知\n春节假期延长至2月13日。", "NothingToAmend")]
    [InlineData("next.txt", "元旦：1月1日放假。", "2027.txt")]
    [InlineData("2027.txt", "元旦：1月1日放假。\n劳动节：5月1日（周日）放假。", "line 2: OtherWeekday")]
    public void Read_AWrongNotice_IsRefusedWithFileLineAndReason(string file, string text, string mentions)
    {
        Write(file, text);

        var refused = Assert.Throws<StoreUnavailableException>(() => NoticeFiles.Read(data.Path));

        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Contains(mentions, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => data.Dispose();

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(data.Path, NoticeFiles.Folder));
        File.WriteAllText(Path.Combine(data.Path, NoticeFiles.Folder, name), text);
    }
}
