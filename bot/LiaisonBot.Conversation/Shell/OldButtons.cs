
namespace LiaisonBot.Conversation.Shell;

/// <summary>
/// Buttons of cards that were made before buttons carried ids: such cards stay in chats for years. They carried a verb,
/// and for most commands the words that one would have typed. Those words are written down here as they were; what they
/// are called since does not matter. Nothing new is added.
/// </summary>
internal sealed class OldButtons
{
    private const string Say = "say";
    private const string Page = "page";
    private const string Text = "text";
    private const string Rest = "rest";

    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["open"] = "matter.open",
        ["view"] = "matter.view",
        ["history"] = "matter.history",
        ["form"] = "matter.form",
        ["do"] = "matter.do",
        ["doAll"] = "matter.doAll",
        ["saveSettings"] = "reminders.saveSettings",
        ["saveLimits"] = "reminders.saveLimits",
        ["addPerson"] = "people.add",
        ["addUnit"] = "people.addUnit",
        ["askRemove"] = "people.askRemove",
        ["removePerson"] = "people.remove",
        ["confirmAccount"] = "people.confirmAccount",
        ["refuseAccount"] = "people.refuseAccount",
        ["unbindAccount"] = "people.unbindAccount",
        ["areaForm"] = "areas.form",
        ["registerArea"] = "areas.register",
        ["takeBackArea"] = "areas.takeBack",
        ["askDeleteData"] = "leaving.askOf",
        ["deleteData"] = "leaving.delete",
        ["sendAgain"] = "delivery.again",
        ["sendAllAgain"] = "delivery.allAgain",
        ["readNotice"] = "calendar.check",
        ["editNotice"] = "calendar.edit",
        ["importNotice"] = "calendar.importNow",
        ["visitForm"] = "visits.form",
        ["addVisit"] = "visits.add",
        ["visitEndForm"] = "visits.endForm",
        ["visitEnd"] = "visits.changeEnd",
        ["askRemoveVisit"] = "visits.askRemove",
        ["removeVisit"] = "visits.remove",
        ["checkRows"] = "import.check",
        ["startJob"] = "import.start",
        ["stopJob"] = "import.stop",
    };

    /// <summary>The words that buttons of the kinds "say" and "page" began with, folded.</summary>
    private static readonly (string Word, string Id)[] Words =
    [
        ("帮助", "help.show"), ("help", "help.show"), ("取消", "help.cancel"), ("cancel", "help.cancel"),
        ("我的事项", "matter.mine"), ("mine", "matter.mine"), ("交办", "matter.assign"), ("assign", "matter.assign"),
        ("小结", "matter.summary"), ("summary", "matter.summary"), ("查询", "matter.find"), ("find", "matter.find"),
        ("查询历史", "matter.findEarlier"),
        ("find earlier", "matter.findEarlier"),
        ("台账", "matter.register"),
        ("ledger", "matter.register"),
        ("更正", "step.correct"), ("correct", "step.correct"), ("转办", "step.passOn"), ("pass on", "step.passOn"),
        ("签收", "step.sign"),
        ("sign for", "step.sign"),
        ("反馈进展", "step.reportProgress"),
        ("report progress", "step.reportProgress"),
        ("报结", "step.handIn"), ("hand in", "step.handIn"), ("办结", "step.close"), ("close", "step.close"),
        ("退回", "step.return"),
        ("return", "step.return"),
        ("申请延期", "step.requestExtension"),
        ("ask for more time", "step.requestExtension"),
        ("批准延期", "step.grantExtension"), ("grant more time", "step.grantExtension"),
        ("不批准", "step.refuseExtension"),
        ("refuse more time", "step.refuseExtension"),
        ("催办", "step.urge"),
        ("urge", "step.urge"),
        ("挂账督办", "step.putOnLedger"),
        ("put on the ledger", "step.putOnLedger"),
        ("立项督办", "step.docket"),
        ("docket", "step.docket"),
        ("受理督办", "step.acceptDocket"),
        ("accept docketing", "step.acceptDocket"),
        ("移交", "step.refer"),
        ("refer", "step.refer"),
        ("撤销", "step.undo"), ("undo", "step.undo"), ("撤回", "step.withdraw"), ("withdraw", "step.withdraw"),
        ("负担", "burden.show"), ("burden", "burden.show"), ("导出", "export.register"), ("export", "export.register"),
        ("导入", "import.form"),
        ("import", "import.form"),
        ("通讯录", "people.directory"),
        ("directory", "people.directory"),
        ("我是谁", "people.whoAmI"),
        ("who am i", "people.whoAmI"),
        ("添加人员", "people.addForm"),
        ("add a person", "people.addForm"),
        ("添加单位", "people.addUnitForm"),
        ("add a unit", "people.addUnitForm"),
        ("设置", "reminders.settings"),
        ("settings", "reminders.settings"),
        ("提醒设置", "reminders.limits"),
        ("reminder settings", "reminders.limits"),
        ("中文", "reminders.speak"),
        ("english", "reminders.speak"),
        ("节假日", "calendar.show"),
        ("holidays", "calendar.show"),
        ("导入节假日", "calendar.import"),
        ("import holidays", "calendar.import"),
        ("驻市安排", "visits.show"),
        ("residencies", "visits.show"),
        ("投递情况", "delivery.show"),
        ("deliveries", "delivery.show"),
        ("区划调整", "areas.changes"),
        ("division changes", "areas.changes"),
        ("删除个人信息", "leaving.ask"),
        ("delete personal data", "leaving.ask"),
        ("保存期限", "leaving.terms"), ("data retention", "leaving.terms"),
    ];

    private readonly CommandParser parser;

    public OldButtons(CommandRegistry registry) =>
        parser = new(registry, [.. Words.Where(word => registry.Find(word.Id) is not null)]);

    /// <summary>
    /// Null when no card ever had such a button, or what it carries is longer than anything that a card carried.
    /// </summary>
    /// <param name="year">Of a number without one.</param>
    public ChatCommand? Read(string verb, IReadOnlyDictionary<string, string> values, int year)
    {
        if (verb is Say or Page)
        {
            return values.GetValueOrDefault(Text) is { Length: <= CommandParser.MaxLength } text
                ? Said(text, verb, values, year)
                : null;
        }

        if (!Verbs.TryGetValue(verb, out var id))
        {
            return null;
        }

        // An assignment was a step like the others.
        var isAssignment = values.GetValueOrDefault("act") == "Assign";
        return new ChatCommand.Call(
            isAssignment && verb == "do" ? "matter.assignNow" : isAssignment && verb == "form" ? "matter.assign" : id,
            new(values));
    }

    private ChatCommand Said(
        string text,
        string verb,
        IReadOnlyDictionary<string, string> values,
        int year) => parser.Read(text, year) switch
        {
            ChatCommand.Call { Id: "matter.assign" } call when values.GetValueOrDefault(Rest) is { Length: > 0 } rest =>
                call.With(Rest, rest),
            ChatCommand.Call call when verb == Page =>
                call.With(Arguments.PageName, values.GetValueOrDefault(Arguments.PageName) ?? ""),
            var command => command,
        };
}
