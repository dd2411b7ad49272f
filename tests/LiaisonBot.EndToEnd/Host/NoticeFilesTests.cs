using LiaisonBot.Core.Storage;
using LiaisonBot.EndToEnd.Driving;
using LiaisonBot.Hosting;

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

    [Theory]
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
