namespace LiaisonBot.Conversation.Features.Areas;

public static class AreaTexts
{
    public static readonly Text AreaChanges = new("区划调整", "Division changes");
    public static readonly Text AreaChangesTable = new(
        "县级区划名称截至 {0}；此后的调整登记在这里。",
        "Names of county-level places are as of {0}; later changes are registered here.");
    public static readonly Text AreaChangesEmpty = new("还没有登记区划调整。", "No division change is registered.");
    public static readonly Text AreaChangesHow = new(
        "一句话也可以：区划调整 正定县 更名为 正定区 {0} 撤县设区。从生效日起，原来的名称仍然认得；并入、划归的，原来的事项编号和所在市不变，两边的人员都可以办理。",
        "One line will do as well, in Chinese and with the day, such as {0}. The old name is still understood after that day. If a place is merged or moved, its matters keep their numbers and their city, and the people of both places work on them.");
    public static readonly Text AreaChangesNotAllowed = new(
        "只有省委巡视办可以登记区划调整。",
        "Only the provincial office can register division changes.");
    public static readonly Text AreaChangeRegister = new("登记调整", "Register a change");
    public static readonly Text AreaChangeKindAdd = new("新设（含分设）", "New place");
    public static readonly Text AreaChangeKindRename = new("更名（含撤县设区、撤县设市）", "New name");
    public static readonly Text AreaChangeKindMerge = new("并入其他县（市、区）", "Merged into another");
    public static readonly Text AreaChangeKindMove = new("划归其他市", "Moved to another city");
    public static readonly Text AreaChangeAdd = new("{0}新设{1}", "{1} is set up in {0}");
    public static readonly Text AreaChangeRename = new("{0}更名为{1}", "{0} is renamed {1}");
    public static readonly Text AreaChangeMerge = new("{0}并入{1}", "{0} is merged into {1}");
    public static readonly Text AreaChangeMove = new("{0}划归{1}", "{0} is moved to {1}");
    public static readonly Text AreaChangeFrom = new("{0}起", "from {0}");
    public static readonly Text AreaChangeInForce = new("已生效", "in force");
    public static readonly Text AreaChangeAhead = new("未到生效日", "not in force yet");
    public static readonly Text AreaChangeDone = new("已登记：{0}，{1}起生效。", "Registered: {0}, in force from {1}.");
    public static readonly Text AreaChangeTakenBack = new("已撤销登记：{0}", "Registration undone: {0}");
    public static readonly Text AreaChangeTakeBack = new("撤销登记", "Undo registration");
    public static readonly Text FieldAreaKind = new("调整方式", "Kind of change");
    public static readonly Text FieldAreaPlace = new("原县（市、区）（新设不填）", "Current place (empty for a new one)");
    public static readonly Text FieldAreaName = new("新名称（并入不填）", "New name (empty for a merger)");
    public static readonly Text FieldAreaInto = new(
        "并入哪个县（市、区），或新设、划归到哪个市",
        "The place it merges into, or the city it will belong to");
    public static readonly Text FieldAreaOn = new("生效日期", "In force from");
    public static readonly Text FieldAreaWhat = new("说明（如：撤县设区，批复文号）", "Description, and the number of the approval");
    public static readonly Text FieldAreaCode = new("新代码（6位，不知道可不填）", "New code (6 digits, if known)");
    public static readonly Text AreaPlaceMissing = new(
        "请选择本省的县（市、区）",
        "Please choose a county-level place in the province");
    public static readonly Text AreaNameMissing = new(
        "请填写以县、区、市、旗结尾的名称（最多{0}字）",
        "Please give the place's Chinese name (at most {0} characters)");
    public static readonly Text AreaNameTaken = new("这个市已有同名的县（市、区）", "The city already has a place with that name");
    public static readonly Text AreaIntoMissing = new(
        "新设、划归请选市（不能是原来的市），并入请选另一个县（市、区）",
        "For a new or moved place, choose a city (not its own one); for a merger, choose another place");
    public static readonly Text AreaDateMissing = new("请填写日期（最晚为{0}天后）", "Please enter a date, at most {0} days ahead");
    public static readonly Text AreaWhatMissing = new(
        "请填写说明（最多{0}字）",
        "Please add a description (at most {0} characters)");
    public static readonly Text AreaCodeTaken = new(
        "应为该市的6位代码，且没有被使用",
        "It must be six digits that begin with the code of that city and are not in use");
    public static readonly Text AreaKnown = new("这项调整已经登记过了", "This change is already registered");
    public static readonly Text AreaInForce = new(
        "已经生效，不能撤销；请登记一项新的调整",
        "The change is in force and cannot be undone: please register another one");
    public static readonly Text AreaInUse = new(
        "已有人员登记在这个地区，或另有调整以它为准，请先处理",
        "People are registered for the place, or another change depends on it: please deal with those first");
    public static readonly Text AreaNotFound = new(
        "没有这项登记，可能已被撤销",
        "There is no such registration; it may have been undone");
}
