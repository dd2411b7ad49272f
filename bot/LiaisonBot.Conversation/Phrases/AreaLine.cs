using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// What was understood of a change of the division said in one line: <c>正定县 更名为 正定区 2027年1月1日 撤县设区</c>. Null where
/// nothing was.
/// </summary>
public sealed partial record AreaLine(
    AreaChangeKind? Kind,
    AreaCode? Place,
    string? Name,
    AreaCode? Into,
    LocalDate? On,
    string? What)
{
    public static AreaLine Read(string typed, AreaBook areas, LocalDate today)
    {
        var text = Folding.Of(typed).Trim();
        LocalDate? on = null;
        if (Day().Match(text) is { Success: true } day)
        {
            on = Date(day, today);
            if (on is not null)
            {
                text = text.Remove(day.Index, day.Length).Insert(day.Index, " ");
            }
        }

        if (Act().Match(text) is not { Success: true } act)
        {
            return new(null, PlaceIn(text, areas), null, null, on, null);
        }

        var kind = act.Groups["add"].Success
            ? AreaChangeKind.Add
            : act.Groups["merge"].Success
            ? AreaChangeKind.Merge
            : act.Groups["move"].Success
            ? AreaChangeKind.Move
            : AreaChangeKind.Rename;
        var (before, after) = (text[..act.Index].Trim(Marks), text[(act.Index + act.Length)..].Trim(Marks));
        var words = after.Split(Marks, StringSplitOptions.RemoveEmptyEntries);
        var what = string.Join('，', words.Skip(1));
        if (act.Groups["what"].Success)
        {
            what = what.Length == 0 ? act.Groups["what"].Value : $"{act.Groups["what"].Value}，{what}";
        }

        var said = words.FirstOrDefault();
        if (kind == AreaChangeKind.Add)
        {
            // 石家庄市 新设 滹沱县, and 新设 石家庄市 滹沱县.
            var city = PlaceIn(before, areas) ?? (words.Length > 1 ? PlaceIn(words[0], areas) : null);
            if (before.Length == 0 && city is not null)
            {
                (said, what) = (words[1], string.Join('，', words.Skip(2)));
            }

            return new(kind, null, said, city, on, Null(what));
        }

        return kind == AreaChangeKind.Rename
            ? new(kind, PlaceIn(before, areas), said, null, on, Null(what))
            : new(kind, PlaceIn(before, areas), null, said is null ? null : PlaceIn(said, areas), on, Null(what));
    }

    private static readonly char[] Marks = [' ', ',', '、', ';', '。', ':', '"', '\n'];

    private static string? Null(string text) => text.Length == 0 ? null : text;

    private static AreaCode? PlaceIn(string text, AreaBook areas)
    {
        var name = text.Trim(Marks);
        if (name.StartsWith('将'))
        {
            name = name[1..];
        }

        return areas.Resolve(name) is AreaMatch.One one ? one.Area.Code : null;
    }

    private static LocalDate? Date(Match day, LocalDate today)
    {
        int Of(string group) =>
            int.Parse(day.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var (year, month) = (day.Groups["year"].Success ? Of("year") : today.Year, Of("month"));
        return month is >= 1 and <= 12
            && Of("day") is >= 1 and var number
            && number <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new(year, month, number)
            : null;
    }

    [GeneratedRegex(@"(?:自|从|于)?(?:(?<year>20\d\d)[-/.年])?(?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号]?(?:起|开始|生效|起生效)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex("(?<add>新设立?|新增|分设|设立)|(?<merge>(?:合并|并)[到入](?:到)?)|(?<move>划[归入到](?:到)?|改由|移交)|(?:(?<what>撤县设区|撤县设市|撤市设区|撤县改区|撤县改市)(?:为|设立)?|更名[为成]?|改名[为成]?|改称|改为|现为)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Act();
}
