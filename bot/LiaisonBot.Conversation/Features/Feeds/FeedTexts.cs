namespace LiaisonBot.Conversation.Features.Feeds;

public static class FeedTexts
{
    public static readonly Text Calendar = new("日历", "Calendar");
    public static readonly Text HelpWhat = new(
        "把到期日、巡视安排和整改节点订阅到手机或电脑的日历",
        "due dates, visits and steps of rectification in the calendar of your phone or computer");
    public static readonly Text Title = new("日历订阅", "Your calendar");
    public static readonly Text What = new(
        "您看得到的到期日、已公布的巡视安排、整改节点和调休，作为全天日程显示，不占忙闲时间。",
        "Due dates, announced visits, steps of rectification and exchanged working days that you may see, as whole days that leave you free.");
    public static readonly Text Refreshes = new(
        "日历隔几小时才更新一次（Outlook 约3小时，Google 最长一天），只供总览；提醒仍在这里发给您。",
        "Calendars refresh every few hours (Outlook about 3, Google up to a day), so this is an overview; reminders still come here.");
    public static readonly Text Secret = new(
        "这个地址只给您本人，只显示这一次。凡拿到地址的人都能看到您的日历，请勿转发；泄露了请点“{0}”。",
        "This address is for you alone, and is shown this once. Anyone who has it can see your calendar, so do not share it; if it got out, press “{0}”.");
    public static readonly Text FieldAddress = new("订阅地址（全选后复制）", "Address (select all, then copy)");
    public static readonly Text HowTo = new(
        "手机或电脑上点“{0}”；打不开时复制地址，在日历软件里选“通过 URL 订阅”。",
        "Press “{0}” on a phone or computer; if nothing opens, copy the address and choose “subscribe by URL” in your calendar.");
    public static readonly Text Subscribe = new("添加到日历", "Add to calendar");
    public static readonly Text Make = new("生成地址", "Make an address");
    public static readonly Text Renew = new("重置地址", "Renew the address");
    public static readonly Text Stop = new("停用", "Stop");
    public static readonly Text ShowTitles = new("显示标题", "Show titles");
    public static readonly Text HideTitles = new("隐藏标题", "Hide titles");
    public static readonly Text Renewed = new("旧地址已失效，请改用新地址。", "The old address is dead. Please use the new one.");
    public static readonly Text Made = new("地址已生成。", "The address is made.");
    public static readonly Text MadeOn = new("地址生成于{0}", "Address made on {0}");
    public static readonly Text NeverUsed = new("还没有日历读取过。", "No calendar has read it yet.");
    public static readonly Text UsedLast = new("最近一次读取：{0}", "Last read: {0}");
    public static readonly Text NotShownAgain = new(
        "地址不保存，无法再次显示；换设备请点“{0}”，旧地址随即失效。",
        "The address is not kept and cannot be shown again; for another device press “{0}”, and the old one is dead.");
    public static readonly Text None = new("您还没有日历地址。", "You have no calendar address.");
    public static readonly Text Stopped = new(
        "已停用：原地址不再给出任何内容。",
        "Stopped: the address gives nothing any more.");
    public static readonly Text TitlesAreShown = new(
        "日历里显示事项标题。日历会存在 Google、苹果、微软等的服务器上，也可能与他人共享。",
        "Titles of matters are shown. Calendars lie on servers of Google, Apple or Microsoft, and may be shared.");
    public static readonly Text TitlesAreHidden = new(
        "日历里不显示事项标题，只有编号和地区。",
        "Titles of matters are hidden: a calendar shows numbers and places alone.");
    public static readonly Text Nowhere = new(
        "这台主机没有可供日历访问的地址。",
        "This host has no address that a calendar can reach.");

    public static readonly Text FileName = new("交办事项与巡视安排", "Matters and visits");
    public static readonly Text FileNote = new(
        "只供总览，隔几小时更新；提醒在 Teams 里发出。",
        "An overview that is hours old; reminders come in Teams.");
    public static readonly Text FileCut = new("只显示最近的{0}条。", "Only the nearest {0} are shown.");
    public static readonly Text Due = new("{0} 到期 · {1}", "{0} due · {1}");
    public static readonly Text DueWithParts = new(
        "{1} 到期 · {2}（含县{0}件）",
        "{1} due · {2} ({0} in counties)",
        "{1} due · {2} (1 in a county)");
    public static readonly Text DueParts = new("{1} 转办{0}件到期 · {2}", "{1}: {0} parts due · {2}", "{1}: 1 part due · {2}");
    public static readonly Text DueFindings = new(
        "整改 {1} · {0}个问题到期",
        "Rectification {1} · {0} findings due",
        "Rectification {1} · 1 finding due");
    public static readonly Text DueStep = new("整改 {0} · {1}", "Rectification {0} · {1}");
    public static readonly Text DueSelfCheck = new("{0} 自查待答复", "{0} · self-check to answer");
    public static readonly Text DueSelfCheckOf = new("{0} 自查待答复 · {1}", "{0} · self-check to answer · {1}");
    public static readonly Text Answered = new("已答复：{0}", "Answered: {0}");
    public static readonly Text DueOfCity = new("{1} · {0}件到期", "{1} · {0} matters due", "{1} · 1 matter due");
    public static readonly Text Done = new("已办结：{0}", "Done: {0}");
    public static readonly Text CalledOff = new("已取消：{0}", "Called off: {0}");
    public static readonly Text Begins = new("{0}开始", "{0} begins");
    public static readonly Text Ends = new("{0}结束", "{0} ends");
    public static readonly Text DayOff = new("{0}放假", "{0}: day off");
    public static readonly Text Worked = new("调休上班（{0}）", "Working day in exchange ({0})");
}
