using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// What was understood of a handover said in one line: <c>石家庄 第1组 → 第3组 1月1日</c>, <c>第3组接手第1组</c>, <c>Shijiazhuang team 1
/// to team 3</c>. Null where nothing was.
/// </summary>
/// <param name="Rest">Words that were not understood.</param>
public sealed partial record HandoverLine(AreaCode? City, int? From, int? To, LocalDate? On, IReadOnlyList<string> Rest)
{
    /// <summary>UTF-16 units in which it is read: the longest such line is far shorter.</summary>
    private const int Looked = 300;

    /// <summary>Between the two teams: the first one takes.</summary>
    private static readonly string[] Takes = ["接手", "接替", "接管", "接收", "接", "takes over", "take over", "from"];

    /// <summary>Words that only join the others.</summary>
    private static readonly string[] Joints =
    [
        "交接给", "移交给", "交给", "移交", "交接", "转给", "给", "到", "至", "把", "由", "从", "向", "和", "与", "的", "请", "起", "开始",
        "接手", "接替", "接管", "接收", "工作", "->", "=>", "→", "-", ">", "from", "to", "takes over", "take over", "hands over",
        "hand over", "on", "as of", "starting", "of", "the", "in", "please", "matters", "work", "over", "hand", "hands", "手上", "手里", "手头", "的事", "事情", "全部", "所有", "都", "我们组", "本组", "谁来接", "来接", "接", ":", "，", ",",
    ];

    public static HandoverLine Read(string typed, AreaBook areas, DatePhrase dates, LocalDate today)
    {
        var text = Folding.Of(typed.Length <= Looked ? typed : typed[..Looked]);
        List<(int Team, int Start, int End)> teams = [];
        for (var at = 0; at < text.Length && teams.Count < 2; at++)
        {
            if (VisitLine.TeamAt(text, at) is var (number, end))
            {
                teams.Add((number, at, end));
                at = end - 1;
            }
        }

        var (from, to) = teams switch
        {
            [var first, var second] when Takes.Any(word =>
                text[first.End..second.Start].Contains(word, StringComparison.Ordinal)
                && !text[first.End..second.Start].Contains("交接", StringComparison.Ordinal)) => (second.Team, (int?)first.Team),
            [var first, var second] => (first.Team, second.Team),
            [var only] when IsTaker(text, only.Start, only.End) => (null, only.Team),
            [var only] => (only.Team, (int?)null),
            _ => ((int?)null, (int?)null),
        };
        foreach (var team in teams)
        {
            text = Without(text, team.Start, team.End);
        }

        LocalDate? on = null;
        if (dates.Find(text) is [var found, ..] && found.Due is DueSpan.On day)
        {
            (on, text) = (day.Date, Without(text, found.Start, found.End));
        }
        else if (DaysLine.Read(text, today) is { From: { } begins } days)
        {
            // 1月1日起, on January 1: no date by which something is due.
            (on, text) = (begins, days.Rest);
        }

        foreach (var joint in Joints.OrderByDescending(word => word.Length))
        {
            text = joint.All(char.IsAsciiLetter) || joint.Contains(' ', StringComparison.Ordinal)
                ? Regex.Replace(text, $@"\b{Regex.Escape(joint)}\b", " ", RegexOptions.NonBacktracking)
                : text.Replace(joint, " ", StringComparison.Ordinal);
        }

        var words = text.Split([' ', '\n', '、', ';', '。', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var area = words.Select(word => areas.Resolve(word, null)).OfType<AreaMatch.One>().FirstOrDefault();
        AreaCode? city = area is null ? null : area.Area.Code.City;
        return new(
            city is { IsProvincial: false, Level: AreaLevel.City } ? city : null,
            from,
            to,
            on,
            [
                .. words.Where(word => areas.Resolve(word, null) is not AreaMatch.One one || one.Area.Code != area?.Area.Code),
                .. typed.Length > Looked ? [typed[Looked..]] : Array.Empty<string>(),
            ]);
    }

    /// <summary>交给第3组, 由第3组接, to team 3: of one team alone, that it takes.</summary>
    private static bool IsTaker(string text, int start, int end) =>
        Words.Before(text, text[..start].TrimEnd().Length, "给", "到", "由", "归", "→", "->", "to") >= 0
            || Words.After(text, Words.Spaces(text, end), "接", "来接", "接手", "接替", "takes over", "take over") > 0;

    public static bool NamesATeam(string typed) => TeamIn(typed) is not null;

    /// <summary>第一巡视组, team 2: the number of the first team that is named; null for none.</summary>
    public static int? TeamIn(string typed)
    {
        var text = Folding.Of(typed);
        for (var at = 0; at < text.Length; at++)
        {
            if (VisitLine.TeamAt(text, at) is var (team, _))
            {
                return team;
            }
        }

        return null;
    }

    /// <summary>Whether a text can be the number of a handover: 2027-1301-0101-01.</summary>
    public static bool IsNumber(string text) => OfNumber().IsMatch(text);

    private static string Without(string text, int start, int end) =>
        text[..start] + new string(' ', end - start) + text[end..];

    [GeneratedRegex("^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex OfNumber();
}
