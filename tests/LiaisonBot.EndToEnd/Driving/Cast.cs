using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>
/// People of one test, entered by the office in the chat like anybody else and removed at its end: their chats are the
/// test's own, whoever else talks to the same bot meanwhile.
/// </summary>
public sealed partial class Cast(BotUnderTest bot) : IAsyncDisposable
{
    private readonly List<(string Name, string Area)> entered = [];
    private readonly string team = (2 + bot.Next() % 98).ToString(CultureInfo.InvariantCulture);

    /// <summary>In the titles of this test, so that it finds its own matters.</summary>
    public string Key { get; } = $"{bot.Run}x{bot.Next()}";

    /// <summary>The provincial office of the demo, in a chat of this test.</summary>
    public Client Office { get; } = bot.Person("01");

    /// <summary>The leader of a team that only this test has.</summary>
    public Task<Client> Leader(string city, bool opens = true) => Enter("巡视组组长", city, team, opens);

    public Task<Client> City(string city, bool opens = true) => Enter("市级联络机构", city, "", opens);

    public Task<Client> Officer(string county, bool opens = true) => Enter("县级联络员", county, "", opens);

    /// <summary>Enters someone whom the bot has not heard of, and lets them open their chat.</summary>
    private async Task<Client> Enter(string role, string area, string team, bool opens)
    {
        var client = bot.Stranger();
        await Enter(client.ObjectId, NameOf(client), role, area, team);
        if (opens) await client.Open();
        return client;
    }

    /// <summary>Fills in and sends the form 添加人员.</summary>
    public async Task Enter(string identity, string name, string role, string area, string team = "")
    {
        await Office.Say("添加人员");
        var answer = await Office.Press(
            "提交",
            ("登录名或对象ID", identity),
            ("姓名或岗位名称", name),
            ("角色", role),
            ("责任地区", area),
            ("巡视组序号", team));
        Assert.Contains($"已登记{name}：{role}", Client.TextOf(answer), StringComparison.Ordinal);
        entered.Add((name, area));
    }

    /// <summary>The name under which the cast enters a person.</summary>
    public static string NameOf(Client client) => "测试" + client.ObjectId[^6..] + client.ObjectId[..4];

    /// <summary>Finds the person in the directory and takes the role away, by buttons.</summary>
    public async Task Remove(string name, string area)
    {
        await Office.Say($"通讯录 {area}");
        while (!Office.CardText.Contains(name, StringComparison.Ordinal)) await Office.Press("下一页");
        await Office.PressNear(name, "移除");
        Assert.Contains(name, Office.CardText, StringComparison.Ordinal);
        await Office.Press("移除");
        Assert.Contains($"已移除{name}", Office.CardText, StringComparison.Ordinal);
        entered.Remove((name, area));
    }

    /// <summary>Assigns a matter by the form, and gives its number.</summary>
    public static async Task<string> Assign(
        Client by,
        string area,
        string title,
        string due,
        params (string Input, string Value)[] more)
    {
        await by.Say("交办");
        (string Input, string Value)[] usual = [
            ("事项名称", title),
            ("责任地区", area),
            ("责任主体", area),
            ("目标任务", "目标：" + title),
            ("办理时限", due)
        ];
        await by.Press("交办", [.. usual.ExceptBy(more.Select(input => input.Input), input => input.Input), .. more]);
        Assert.Contains("已交办", by.CardText, StringComparison.Ordinal);
        return by.Number;
    }

    /// <summary>The acts of a matter's history, oldest first, as its card shows them.</summary>
    public static async Task<IReadOnlyList<string>> History(Client by, string number)
    {
        await by.Say($"事项 {number}");
        await by.Press("办理记录");
        var newestFirst = new List<string>();
        while (true)
        {
            newestFirst.AddRange(Entries(by.Card!));
            if (!CardReader.Buttons(by.Card!).Contains("更早的记录")) break;
            await by.Press("更早的记录");
        }
        newestFirst.Reverse();
        return newestFirst;
    }

    // An entry's first line is its act and who took it, two spaces apart; its moment stands in the next.
    private static IEnumerable<string> Entries(JsonObject card)
    {
        var lines = CardReader.Lines(card);
        for (var i = 1; i < lines.Count; i++)
            if (Moment().IsMatch(lines[i]))
                yield return lines[i - 1].Split("  ")[0].Split('（', '→')[0].Trim();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (name, area) in entered.ToList()) await Remove(name, area);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Moment();
}
