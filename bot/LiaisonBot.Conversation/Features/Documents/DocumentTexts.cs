namespace LiaisonBot.Conversation.Features.Documents;

public static class DocumentTexts
{
    public static readonly Text Print = new("打印", "Print");
    public static readonly Text HelpPrintWhat = new(
        "交办单；还可以说：督办通知单 1301-12，本周周报，本月通报，导出通讯录",
        "the sheet of a matter; also: supervision notice 1301-12, weekly report, monthly report, export directory");
    public static readonly Text HelpPrintSay = new("打印 1301-12", "print 1301-12");
    public static readonly Text PrintWhich = new(
        "请说明打印哪一项，如：打印 1301-12",
        "Please say which matter to print: print 1301-12");
    public static readonly Text PrintOne = new(
        "一次打印一项，没有生成文件。请逐项说：打印 1301-12",
        "One matter is printed at a time, so no file was made. Please say for each: print 1301-12");
    public static readonly Text PrintNotRead = new(
        "没有生成文件：没有听懂“{0}”。可以说：打印 1301-12，本周周报，本月通报，导出通讯录。",
        "No file was made: “{0}” was not understood. You can say: print 1301-12, weekly report, monthly report, export directory.");
    public static readonly Text MatterPaperReady = new("{0} {1}：交办单已生成。", "{0} {1}: the assignment sheet is ready.");
    public static readonly Text SupervisionPaperReady = new(
        "{0} {1}：督办通知单已生成。",
        "{0} {1}: the supervision notice is ready.");
    public static readonly Text NotSupervised = new(
        "{0}没有挂账督办，也没有立项督办，没有督办通知单可打。可以打印交办单。",
        "{0} is not under supervision, so there is no notice. Its assignment sheet can be printed.");
    public static readonly Text PeriodPaperReady = new("{0}已生成（{1}至{2}）。", "{0} is ready ({1} to {2}).");
    public static readonly Text DirectoryReady = new("{0}已生成，共{1}人次。", "{0} is ready: {1} entries.");
    public static readonly Text DocumentNote = new(
        "{0}分钟内有效，只能在一个浏览器中打开。凡拿到链接的人都能抢先打开，请勿转发；打不开请重新说一次。",
        "Works for {0} minutes, and only in the first browser that opens it. Anyone who has the link can be the first, so do not share it. If it no longer opens, ask again.");
    public static readonly Text DownloadWord = new("下载 Word", "Download the Word file");
    public static readonly Text YearReport = new("综合报告", "Comprehensive report");
    public static readonly Text HelpYearWhat = new(
        "一个市一年的巡视综合报告草稿（Word），由登记的数据生成",
        "the draft of a city's comprehensive report of a year (Word), made of what is registered");
    public static readonly Text HelpYearSay = new("综合报告 石家庄 {0}", "comprehensive report Shijiazhuang {0}");
    public static readonly Text YearReady = new(
        "{0}{1}年巡视综合报告草稿已生成。判断和建议部分由巡视组撰写。",
        "The draft of the comprehensive report of {0} for {1} is ready. Judgement and advice are for the team to write.");
    public static readonly Text YearNotAllowed = new(
        "综合报告由省委巡视办和巡视组生成",
        "Comprehensive reports are for the provincial office and the teams");
    public static readonly Text YearNotYours = new(
        "{0}的综合报告由省委巡视办和驻该市的巡视组生成",
        "The comprehensive report of {0} is for the provincial office and the team that lives there");
    public static readonly Text YearWhichCity = new(
        "请说是哪个市，如：综合报告 石家庄 {0}",
        "Please say of which city, for example: comprehensive report Shijiazhuang {0}");
}
