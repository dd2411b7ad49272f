namespace LiaisonBot.Conversation.Features.Calendar;

public static class CalendarTexts
{
    public static readonly Text Holidays = new("节假日", "Holidays");
    public static readonly Text ImportHolidays = new("导入节假日", "Import holidays");
    public static readonly Text HolidaysTitle = new("{0}年放假安排", "Holidays in {0}");
    public static readonly Text HolidaysProvisional = new(
        "{0}年放假安排尚未公布或导入，暂按周一至周五为工作日计算，涉及的日期均为暂定。",
        "The holidays for {0} have not been announced or imported yet. For now, Monday to Friday count as working days, and dates counted this way are provisional.");
    public static readonly Text HolidaysOther = new(
        "其余周一至周五上班，周六、周日休息。",
        "All other weekdays are working days; all other Saturdays and Sundays are off.");
    public static readonly Text HolidaysShipped = new("随程序提供", "Comes with the program");
    public static readonly Text HolidaysImported = new("{0} {1} 导入（第{2}版）", "Imported by {0}, {1} (version {2})");
    public static readonly Text HolidaysWhichYear = new(
        "请写明年份，如：节假日 {2}（{0}至{1}年）",
        "Please say which year, for example: holidays {2} ({0} to {1})");
    public static readonly Text Source = new("来源", "Source");
    public static readonly Text DayRange = new("{0}至{1}，共{2}天", "{0} to {1}, {2} days");
    public static readonly Text WorkedDay = new("上班", "Working day");
    public static readonly Text ImportTitle = new("导入放假安排", "Import a year's holidays");
    public static readonly Text ImportHow = new(
        "把国务院办公厅《关于××××年部分节假日安排的通知》的原文粘贴到下面即可；延长、调整、补充的通知和本省另行规定的假日也可以，只改动写到的日子。保存前会先让您核对。",
        "Paste the full text of the State Council's notice. A notice that extends or changes a holiday, or that sets a holiday for your province, changes only the days it names. You can check what was understood before anything is saved.");
    public static readonly Text FieldYear = new("年份（通知里写明的可不填）", "Year (optional if the text gives it)");
    public static readonly Text FieldNotice = new("通知原文", "Text of the notice");
    public static readonly Text FieldNoticeHint = new(
        "一、元旦：×月×日（周×）至×日（周×）放假调休，共×天。×月×日（周×）上班。……",
        "the notice as it was published, in Chinese");
    public static readonly Text ReadNotice = new("核对", "Check");
    public static readonly Text CheckTitle = new("{0}年放假安排：请核对", "Holidays in {0}: please check");
    public static readonly Text CheckConfirm = new(
        "确认后，按工作日给出的未办结事项时限会重新计算，提醒日期随之调整，并通知责任方和审核方。",
        "Once you confirm, the due dates of open matters that were given in working days are recalculated, their reminders move with them, and the people concerned are told.");
    public static readonly Text AmendedBy = new("后经改动：{0}", "Changed by: {0}");
    public static readonly Text CheckEarlier = new(
        "注意：这份通知早于已导入的：{0}。导入后将以这份为准，改掉后来的规定；如果后来的仍然有效，请不要导入。",
        "Careful: this notice is older than one that was imported before: {0}. If you import it, it replaces what the newer one says. Do not import it if the newer one still holds.");
    public static readonly Text CheckOrder = new(
        "此前已导入：{0}。导入后以这份为准；如果这份更早，请不要导入。",
        "Imported before: {0}. Once imported, this notice comes first. Do not import it if it is the older one.");
    public static readonly Text CheckIssuer = new(
        "由{0}规定，不是国务院的通知。导入后，系统里所有地区都按它计算工作日。",
        "Issued by {0}, not by the State Council. Once imported, it counts for every place in the system.");
    public static readonly Text DayWorked = new("上班", "working day");
    public static readonly Text DayOff = new("休息", "off");
    public static readonly Text DayOffFor = new("休息（{0}）", "off ({0})");
    public static readonly Text DayBecomes = new("{0}：{1} → {2}", "{0}: {1} → {2}");
    public static readonly Text CheckDifferent = new("与现行安排不同的日子", "Days that differ from the current calendar");
    public static readonly Text CheckNowOff = new("改为休息：{0}", "Now off: {0}");
    public static readonly Text CheckNowWorked = new("改为上班：{0}", "Now working days: {0}");
    public static readonly Text CheckSame = new(
        "与现行安排相同，不用导入。",
        "This is the same as the current calendar: there is nothing to import.");
    public static readonly Text ConfirmImport = new("确认导入", "Import");
    public static readonly Text EditNotice = new("修改", "Change");
    public static readonly Text Imported = new(
        "已导入{0}年放假安排。{1}个事项的办理时限改动，{2}个事项的暂定时限确定不变，另有{3}个事项的提醒改期。",
        "The holidays for {0} are now in force. Due dates moved: {1}; provisional dates confirmed: {2}; other matters whose reminders moved: {3}.");
    public static readonly Text ImportedUnfinished = new(
        "已导入{0}年放假安排。事项时限正在后台重新计算，稍后自动完成。",
        "The holidays for {0} are now in force. Due dates are still being recalculated; this will finish shortly.");
    public static readonly Text ImportUnchanged = new(
        "{0}年放假安排与现行的相同，没有改动。",
        "The holidays for {0} are the same as before; nothing was changed.");
    public static readonly Text ImportTooMany = new(
        "{0}年已更正{1}次，不能再改。请联系管理员。",
        "The holidays for {0} have been corrected {1} times and cannot be changed again. Please contact the administrator.");
    public static readonly Text ImportNotAllowed = new(
        "只有省委巡视办可以导入放假安排。发送“节假日”可以查看。",
        "Only the provincial office can import holidays. Say “holidays” to see them.");
    public static readonly Text NoticeOfAPlace = new(
        "这是{0}的通知，只在当地有效；{1}全省共用一份日历，没有导入",
        "This notice is from {0} and holds only there. There is one calendar for all of {1}: it was not imported");
    public static readonly Text NoticeOtherProvince = new(
        "这是{0}的通知，不适用于{1}",
        "This notice is from {0} and does not apply to {1}");
    public static readonly Text HelpHolidays = new("节假日 {0}", "holidays {0}");
    public static readonly Text HelpHolidaysWhat = new(
        "放假调休安排，在卡片上导入、更正",
        "the holidays in force; import a notice from the card");
}
