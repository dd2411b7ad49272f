namespace LiaisonBot.Conversation.Features.Import;

public static class ImportTexts
{
    public static readonly Text AssignedToMany = new(
        "已交办{0}处，各有编号。",
        "Assigned to {0} places, each with its own number.",
        "Assigned to 1 place.");
    public static readonly Text Import = new("导入", "Import");
    public static readonly Text HelpImportWhat = new("用表格一次登记多人、交办多项", "enter many people or matters from a table");
    public static readonly Text ImportTableTitle = new("从表格导入", "Import from a table");
    public static readonly Text ImportTableHow = new(
        "下载模板填好后，把 .xlsx 或 .csv 文件发到这里；也可以在 Excel 里选中（连同表头）复制，粘贴到下面。全部检查无误、经您确认后才会写入。",
        "Fill in a template and send the .xlsx or .csv file here, or copy the cells in Excel (with the headings) and paste them below. Nothing is saved until everything has been checked and you have confirmed.");
    public static readonly Text ImportOnlyDesktop = new(
        "手机上发不了文件的，请用电脑版，或者粘贴。",
        "If your phone cannot send files, use the desktop client, or paste.");
    public static readonly Text FieldRows = new("从 Excel 粘贴（含表头）", "Paste from Excel (with the headings)");
    public static readonly Text FieldRowsHint = new(
        "事项名称  责任地区  目标任务  办理时限 ……",
        "Title  Place  What must be achieved  Due date …");
    public static readonly Text CheckRows = new("检查", "Check");
    public static readonly Text ImportRowsNotAllowed = new(
        "导入人员或事项，需要有管理人员或交办的权限。",
        "To import, you need the right to manage people or to assign matters.");
    public static readonly Text ImportNoPeople = new(
        "您没有管理人员的权限，不能导入人员。",
        "You are not allowed to manage people, so you cannot import them.");
    public static readonly Text ImportNoMatters = new(
        "您没有交办的权限，不能导入事项。",
        "You are not allowed to assign, so you cannot import matters.");
    public static readonly Text FileNotFetched = new(
        "没能取到这个文件，什么都没有写入。请再发一次，或打开“导入”把内容粘贴进来。",
        "The file could not be downloaded, and nothing was saved. Please send it again, or say “import” and paste its rows.");
    public static readonly Text FileTooLarge = new(
        "文件太大了（最多{0}MB）。请只留要导入的那张表，或分几个文件。",
        "The file is too large (at most {0} MB). Please keep only the table to import, or send several files.");
    public static readonly Text FileOldExcel = new(
        "这是旧格式（.xls）或加了密码的文件。请在 Excel 里另存为不带密码的 .xlsx 再发。",
        "This is an old .xls file or a file with a password. Please save it in Excel as .xlsx without a password and send it again.");
    public static readonly Text FileUnknown = new(
        "只认 .xlsx 和 .csv 表格。请用模板填写，或打开“导入”把内容粘贴进来。",
        "Only .xlsx and .csv tables can be read. Please use a template, or say “import” and paste the rows.");
    public static readonly Text FileDamaged = new(
        "这个文件打不开，可能已损坏。请在 Excel 里打开、另存一次再发。",
        "This file cannot be opened; it may be damaged. Please open it in Excel, save it again and send it once more.");
    public static readonly Text FileBusy = new(
        "正在读别人发来的文件，这个还没有读。请过一分钟再发一次。",
        "Other people's files are being read, so this one has not been read yet. Please send it again in a minute.");
    public static readonly Text TextUnclear = new(
        "第{0}行的引号看不出从哪一格到哪一格，什么都没有写入：{1}。请改好这一行的引号，或发送 .xlsx 文件。",
        "In row {0} it is not clear which cells the quotation marks belong to, and nothing was saved: {1}. Please correct the quotation marks, or send an .xlsx file.");
    public static readonly Text SheetUnread = new("没有读：{0}", "Not read: {0}");
    public static readonly Text SheetWrongTitle = new(
        "有{0}处要改，什么都没有写入",
        "{0} corrections are needed; nothing was saved",
        "1 correction is needed; nothing was saved");
    public static readonly Text SheetWrongHow = new(
        "改好后重新发送文件，或重新粘贴。",
        "Please correct them and send the file again, or paste again.");
    public static readonly Text SheetWrongMore = new(
        "另有{0}处没有列出，改好上面的再检查一次就会看到。",
        "{0} more are not listed; they appear when those above are corrected and checked again.");
    public static readonly Text JobCheckMatters = new(
        "检查无误：{0}项待交办",
        "Checked, no errors: {0} matters to assign",
        "Checked, no errors: 1 matter to assign");
    public static readonly Text JobCheckPeople = new(
        "检查无误：{0}条待登记",
        "Checked, no errors: {0} entries to register",
        "Checked, no errors: 1 entry to register");
    public static readonly Text JobCheckPlaces = new("地区", "Places");
    public static readonly Text JobCheckDue = new("时限", "Due");
    public static readonly Text JobCheckRange = new("{0}至{1}", "{0} to {1}");
    public static readonly Text JobCheckRoles = new("角色", "Roles");
    public static readonly Text JobCheckFirst = new("前{0}行", "The first {0} rows");
    public static readonly Text JobCountOf = new("{0}（{1}）", "{0} ({1})");
    public static readonly Text JobBefore = new(
        "同样的内容您在 {0} 已经导入过。再导入会再交办一遍。",
        "You already imported the same content at {0}. Importing it again assigns everything once more.");
    public static readonly Text JobTwoTeams = new(
        "{0}现在在别的组任职，导入后两职并存。原来的要结束，请在表里写原任期的结束日期，或说“把{1}调到第…组”",
        "{0}: in another team now, and in both after the import. To end the old role, give its last day in the table, or say “move {1} to team …”");
    public static readonly Text JobBeforePeople = new(
        "同样的内容您在 {0} 已经导入过。",
        "You already imported the same content at {0}.");
    public static readonly Text JobStart = new("确认导入{0}行", "Import all ({0})");
    public static readonly Text JobStop = new("停止", "Stop");
    public static readonly Text JobContinue = new("继续", "Continue");
    public static readonly Text JobRunningPlans = new("正在拟定", "Drafting");
    public static readonly Text JobDonePlans = new("已拟定{0}个市的年度安排", "Drafted the year of {0} cities", "Drafted the year of 1 city");
    public static readonly Text JobRunningAssign = new("正在交办", "Assigning");
    public static readonly Text JobRunningPeople = new("正在登记人员", "Registering people");
    public static readonly Text JobProgress = new("已完成 {0} / 共 {1}", "{0} of {1} done");
    public static readonly Text JobGoesOn = new(
        "可以离开这个对话，会继续进行；这条消息会自动更新。",
        "You can leave this chat: the work continues, and this message is updated.");
    public static readonly Text JobStopping = new(
        "正在停止，已经开始的几项会先办完。",
        "Stopping; the few that are under way will be finished first.");
    public static readonly Text JobStopped = new(
        "已停止：办了{0}项，剩下{1}项没有办。已办的保留。",
        "Stopped: {0} are done and are kept; {1} are not done.");
    public static readonly Text JobGivenUp = new(
        "办了{0}项；停止后没有继续，剩下{1}项已取消。",
        "{0} are done. The work was stopped and not continued, so the remaining {1} were cancelled.");
    public static readonly Text JobDoneMatters = new(
        "已交办{0}项，各有编号。",
        "{0} matters were assigned, each with its own number.",
        "1 matter was assigned.");
    public static readonly Text JobDonePeople = new(
        "已登记{0}条。",
        "{0} entries were registered.",
        "1 entry was registered.");
    public static readonly Text JobUntold = new(
        "每项最多通知{0}人，共有{1}条通知没有发出。",
        "Each matter tells {0} people at most. Messages that were not sent: {1}");
    public static readonly Text JobRefused = new("有{0}项没有办成：", "Not done ({0}):");
    public static readonly Text JobRow = new("第{0}行", "Row {0}");
    public static readonly Text JobChanged = new(
        "检查之后情况有变化，什么都没有写入：",
        "Something has changed since the check, and nothing was saved:");
    public static readonly Text JobNotFound = new(
        "这次导入已经过期或不存在，什么都没有写入。请重新发送文件。",
        "This import has expired or does not exist, and nothing was saved. Please send the file again.");
}
