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

    public static readonly Text NoticeLine = new("第{0}行：{1}", "Line {0}: {1}");
    public static readonly Text NoticeYearOutOfRange = new("年份应在{0}至{1}之间", "The year must be between {0} and {1}");
    public static readonly Text NoticeYearMissing = new(
        "没有看出是哪一年，请填写年份",
        "The text does not say which year it is for: please enter the year");
    public static readonly Text NoticeOtherYearSaid = new(
        "通知写的是{0}年，与填写的年份不同",
        "The text is for {0}, not for the year you entered");
    public static readonly Text NoticeTooManyLines = new("太长了，最多{0}行", "Too long: at most {0} lines");
    public static readonly Text NoticeLineTooLong = new(
        "这一行太长了，最多{0}字",
        "This line is too long: at most {0} characters");
    public static readonly Text NoticeNotThreeParts = new(
        "应为“日期,off或work,节日”，如：{0}-10-01..{0}-10-07,off,国庆节",
        "A line gives the days, “off” or “work”, and the name of the holiday, for example: {0}-10-01..{0}-10-07,off,National Day");
    public static readonly Text NoticeNotADate = new("“{0}”不是有效的日期", "“{0}” is not a date");
    public static readonly Text NoticeNotARange = new(
        "“{0}”的结束早于开始，或超过{1}天",
        "“{0}” ends before it begins, or is longer than {1} days");
    public static readonly Text NoticeNotAKind = new("“{0}”应为 off（休）或 work（班）", "“{0}” should be off or work");
    public static readonly Text NoticeNotAName = new(
        "没有写明是哪个节日（最多{0}字），请在这一行前写上，如“元旦：×月×日放假”",
        "The holiday has no name (at most {0} characters): please write it before this line");
    public static readonly Text NoticeOtherYear = new("{0}不在这一年", "{0} is not in that year");
    public static readonly Text NoticeDateTwice = new(
        "{0}写了两次，或既放假又上班",
        "{0} appears twice, or is both off and a working day");
    public static readonly Text NoticeWorkOnWeekday = new(
        "{0}本来就是工作日，不用写上班；请核对年份和日期",
        "{0} is already a working day: please check the year and the date");
    public static readonly Text NoticeHolidayMissing = new(
        "缺少{0}（元旦、劳动节、国庆节都应放假），请粘贴完整的通知；如果是调整或延长的通知，请连标题一起粘贴",
        "{0} is missing: please paste the whole notice. If it changes a holiday, include its title");
    public static readonly Text NoticeOtherWeekday = new(
        "“{0}”的星期与日期不符，请核对年份和日期",
        "“{0}”: the day of the week does not match the date. Please check the year and the date");
    public static readonly Text NoticeOtherCount = new(
        "“{0}”与写明的放假日期天数不符",
        "“{0}” does not match the number of days off listed");
    public static readonly Text NoticeUnclear = new(
        "看不出{0}是放假还是上班",
        "It is not clear whether {0} is a day off or a working day");
    public static readonly Text NoticeNothingToAmend = new(
        "{0}年的放假安排还没有导入，没有可以改动的。请先粘贴国务院办公厅当年的通知（可以连同这份一起粘贴，当年的在前）",
        "The holidays for {0} have not been imported yet, so there is nothing to change. Please paste the State Council's notice for that year first (you can paste both together, that one first)");
    public static readonly Text NoticeNotInForce = new("现行安排里没有“{0}”，无法延长", "There is no “{0}” in that year to extend");
    public static readonly Text NoticeLastDayMissing = new(
        "请写明延长到哪一天，如“延长至×月×日”",
        "Please give the last day of the extended holiday");
    public static readonly Text NoticeNothingRead = new(
        "没有看出放假安排。请粘贴通知原文，如“元旦：×月×日（周×）至×日（周×）放假调休，共×天。×月×日（周×）上班。”",
        "No holidays were found in the text. Please paste the notice as it was published, in Chinese");
}
