namespace LiaisonBot.Conversation.Features.Export;

public static class ExportTexts
{
    public static readonly Text ExportNotRead = new(
        "没有导出：没有听懂“{0}”。可以说：导出 长安区，导出 逾期的，导出 长安区 未签收。",
        "Nothing was exported: “{0}” was not understood. You can say: export, export overdue, export unsigned.");
    public static readonly Text ExportEmpty = new(
        "{0}没有符合“{1}”的事项，没有导出。",
        "No matter in {0} matches “{1}”, so nothing was exported.");
    public static readonly Text Export = new("导出", "Export");
    public static readonly Text HelpExportWhat = new("把台账存为 Excel 表格", "the ledger as an Excel file");
    public static readonly Text ExportReady = new("{0}台账：未办结{1}项，已办结或撤回{2}项。", "Ledger of {0}: {1} open, {2} ended.");
    public static readonly Text ListReady = new("已存成 Excel，就是这些事项。", "As an Excel file, with these matters and no others.");
    public static readonly Text ExportParts = new(
        "另有转办件{0}项，单列为行，合计不重复计。",
        " {0} parts passed on have rows of their own; totals count a matter and its parts once.",
        " 1 part passed on has a row of its own; totals count a matter and its parts once.");
    public static readonly Text ExportNote = new(
        "{0}分钟内有效，只能在一个浏览器中打开。凡拿到链接的人都能抢先打开，请勿转发；打不开请重新导出。",
        "Works for {0} minutes, and only in the first browser that opens it. Anyone who has the link can be the first, so do not share it. If it no longer opens, export again.");
    public static readonly Text Download = new("下载 Excel", "Download the Excel file");
    public static readonly Text DownloadNowhere = new("这里不提供文件下载。", "Files cannot be downloaded here.");
}
