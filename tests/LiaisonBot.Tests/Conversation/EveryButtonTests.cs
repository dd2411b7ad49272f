using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Calendar;
using NodaTime.Text;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Every button that a person sees works for that person: pressed one by one, on every card that they can reach, from a
/// state with matters of every kind.
/// </summary>
public sealed partial class EveryButtonTests
{
    /// <summary>Presses after the command or message that a path begins with.</summary>
    private const int Depth = 8;

    private static readonly string[] Commands = [
        "帮助",
        "我的事项",
        "交办",
        "查询 1",
        "台账",
        "负担 石家庄市",
        "通讯录",
        "我是谁",
        "设置",
        "提醒设置",
        "添加人员",
        "添加单位",
        "导入",
        "导出",
        "节假日",
        "驻市安排",
        "交办 长安区 10个工作日 上报方案",
        "台账 桥西区",
        "说点什么"
    ];

    /// <summary>What an answer must not say.</summary>
    private static readonly (string Name, Regex Chinese, Regex English)[] Refusals =
    [
        .. AllTexts.All
            .Where(f => f.Name.StartsWith("Refused", StringComparison.Ordinal)
                || f.Name is nameof(MatterTexts.StaleButton) or nameof(ShellTexts.UnknownButton) or nameof(Texts.NotUnderstood) or nameof(MatterTexts.NoSuchMatter) or nameof(Texts.NoSuchPlace)
                    or nameof(MatterTexts.WhichMatter) or nameof(MatterTexts.FindWhat) or nameof(Texts.StoreBusy) or nameof(Texts.SomethingBroke) or nameof(Texts.NotHere) or nameof(MatterTexts.NothingToChoose)
                    or nameof(Texts.DirectoryNotAllowed) or nameof(Texts.DirectoryNotFound) or nameof(Texts.DirectoryLastOfOffice) or nameof(Texts.DirectoryRoleDoesNotFit))
            .Select(t => (t.Name, Pattern(t.Text.Chinese), Pattern(t.Text.English))),
    ];

    private readonly RewindableStore store = new();
    private readonly HashSet<string> pressed = new(StringComparer.Ordinal);
    private readonly List<string> wrong = [];
    private Chats chats = null!;

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task EveryButton_OnEveryCardOfEachOfTheTenPeople_Works(string locale)
    {
        chats = await Chats.Open(store, locale);
        await chats.Everything();
        await chats.Deliver();
        foreach (var user in chats.Everyone)
        {
            // Messages were written when all this was so: what they offer holds.
            var messages = user.Received.ToList();
            foreach (var message in messages) await Explore(user, message, "message", Depth);
            foreach (var command in Commands)
            {
                var seen = await user.Say(command);
                await Explore(user, seen, command, Depth);
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Take(20)));
        Assert.True(pressed.Count > 500, $"Only {pressed.Count} buttons were pressed.");
    }

    private async Task Explore(User user, Seen seen, string path, int depth)
    {
        if (depth == 0) return;
        foreach (var button in seen.Buttons)
        {
            // A button is known by what it carries; what stands in the inputs is filled in anew each time.
            var data = (JsonObject)button.Data.DeepClone();
            data.Remove("card");
            if (!pressed.Add($"{user.Name} {button.Verb} {data.ToJsonString()}")) continue;
            var before = store.Rows;
            var step = $"{path} → {button.Title}";
            var next = await user.Send(button, seen, [.. seen.Inputs.Select(i => (i.Id, Sensible(i, seen, user)))]);
            Check(user, next, step);
            await Explore(user, next, step, depth - 1);
            store.Rows = before;
            chats.ForgetDirectory();
        }
    }

    private void Check(User user, Seen seen, string path)
    {
        var refusal = Array.Find(Refusals, r => (user.Locale == "en-US" ? r.English : r.Chinese).IsMatch(seen.Text));
        if (seen.Card is null) wrong.Add($"{user.Name}: {path}: no card but {seen.Text}");
        else if (refusal.Name is not null) wrong.Add($"{user.Name}: {path}: {refusal.Name} in\n{seen.Text}");
    }

    private string Sensible(Input input, Seen seen, User user) => input switch
    {
        { Id: "dueIn" } => "",
        { Id: "identity" } => "new.colleague@example.gov.cn",
        { Id: "name" or "unitName" } => "新同志",
        { Id: "role" } => input.Choices[^1].Value == "Department" ? "CountyOfficer" : input.Choices[^1].Value,
        { Id: "area" } => seen.Inputs.Any(i => i.Id == "identity")
            ? input.Choices.First(c => c.Value.Length == 6).Value
            : input.Choices[0].Value,
        { Id: "areas", Type: "Input.Text" } => input.Value.Length > 0 ? input.Value : "石家庄市长安区",
        { Id: "rhythm" } => input.Value.Length > 0 ? input.Value : "每周五前",
        { Id: "lead" or "times" } => "",
        { Id: "areas" } => $"{input.Choices[0].Value},{input.Choices[^1].Value}",
        { Id: "areas2" or "allAreas" } => "",
        // Of a year's plan: the team that lived elsewhere the year before.
        { Id: "team" } when seen.Inputs.Any(i => i.Id == "groups") => user == chats.Office ? "3" : "1",
        { Id: "year" } when seen.Inputs.Any(i => i.Id == "groups") => input.Choices[^1].Value,
        { Id: "team" } => seen.Inputs.Any(i => i.Id == "kind") ? "2" : "",
        { Id: "kind" } => "Residency",
        { Id: "places" } => "",
        { Id: "giver" } => "1",
        { Id: "sent" } => "200",
        { Id: "returned" } => "180",
        { Id: "valid" } => "170",
        { Id: "rows" } when seen.Inputs.Any(i => i.Id == "valid") => "班子总体评价 满意120 基本满意30 不满意6 不了解4",
        { Id: "taker" } => "2",
        { Id: "notice" } => Calendar.NoticeTextTests.Notice2027,
        { Id: "year" } => "",
        { Id: "rows" } => user != chats.City && user != chats.Tangshan
            ? "事项名称\t责任地区\t目标任务\t办理时限\n整改\t石家庄市长安区\t完成\t10个工作日"
            : $"姓名\t角色\t地区\t登录名\n新同志\t县级联络员\t{(user == chats.Tangshan ? "路南区" : "长安区")}\tnew.colleague@example.gov.cn",
        { Id: "digestTime" } => "09:00",
        { Id: "quietFrom" } => "22:00",
        { Id: "quietTo" } => "07:00",
        { Id: "earliestDigest" or "latestDigest" or "longestQuiet" } => input.Value,
        { Type: "Input.Date", Value.Length: > 0 } => input.Value,
        // A little more time than there is, or than now: a return names a new date.
        { Id: "until" } => LocalDatePattern.Iso.Format(Due(seen).PlusDays(1)),
        // Another day; of what was passed on one that is not after the matter above.
        { Id: "due" } when seen.Text.StartsWith("改期", StringComparison.Ordinal)
            || seen.Text.StartsWith("Change the due date", StringComparison.Ordinal) =>
            LocalDatePattern.Iso.Format(NodaTime.LocalDate.Max(Due(seen), BeijingTime.Today(chats.Clock.GetCurrentInstant()))
                .PlusDays(Child().IsMatch(seen.Text) ? -1 : 1)),
        { Type: "Input.Date" } =>
            LocalDatePattern.Iso.Format(BeijingTime.Today(chats.Clock.GetCurrentInstant()).PlusDays(3)),
        { Type: "Input.ChoiceSet", Value.Length: 0 } => input.Choices[0].Value,
        { Type: "Input.ChoiceSet" } => input.Value,
        // A correction changes something.
        _ =>
            seen.Text.StartsWith("更正", StringComparison.Ordinal)
                || seen.Text.StartsWith("Correct", StringComparison.Ordinal)
                ? "按新的要求办理"
                : "按要求办理",
    };

    [GeneratedRegex(@"〕[0-9]{4}-[0-9]+-[0-9]+ ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Child();

    /// <summary>The due date as it stands on the form: 12月15日 of this year, or 2026-12-15.</summary>
    private static NodaTime.LocalDate Due(Seen form)
    {
        if (form.Text.Split("Due date  ") is [_, var english, ..]) return LocalDatePattern.Iso.Parse(english[..10]).Value;
        var day = form.Text.Split("办理时限  ")[1].Split('日')[0].Split('月');
        return new(2026, int.Parse(day[0]), int.Parse(day[1]));
    }

    private static Regex Pattern(string text) =>
        new(
            Regex.Replace(
                Regex.Escape(text),
                @"\\\{\d}",
                ".+?",
                RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)),
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));
}
