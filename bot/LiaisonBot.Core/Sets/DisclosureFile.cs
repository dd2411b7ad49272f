using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Sets;

/// <summary>Reads and checks a rule of disclosure written as in <c>disclosure-1.txt</c>, which explains itself.</summary>
public static class DisclosureFile
{
    /// <summary>Reasons of exemption.</summary>
    public const int MostReasons = 20;

    /// <summary>Words by which a finding is left out, and UTF-16 units of one.</summary>
    public const int MostLeftOut = 100;

    public const int LongestLeftOut = 20;

    private const int ReasonColumns = 3;

    private const int DutyColumns = 7;

    private const int MaxVersion = 9999;

    private static readonly Lazy<DisclosureRule> Default = new(ReadDefault);

    /// <summary>The rule that is shipped.</summary>
    public static DisclosureRule BuiltIn => Default.Value;

    /// <returns>False with the first fault: a file is taken whole or not at all.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out DisclosureRule? rule,
        [NotNullWhen(false)] out PolicyError? error)
    {
        rule = null;
        var draft = new Draft();
        error = TextLines.FirstFault(text, line => ReadLine(line, draft)) ?? Missing(draft);
        if (error is not null)
        {
            return false;
        }

        rule = new(draft.Version!.Value, draft.Duties, draft.Reasons, draft.LeaveOut);
        return true;
    }

    private static PolicyError? Missing(Draft draft) =>
        draft.Version is null ? new(0, "no line names the version")
        : draft.Reasons.Count == 0 ? new(0, "no line gives a reason of exemption")
        : Enum.GetValues<DisclosedWhat>().Where(what => draft.Duties.TrueForAll(duty => duty.What != what)).ToList()
            is [var what, ..] ? new(0, $"no line says to whom a {EnumWords.Written(what)} is made public")
        : null;

    private static string? ReadLine(string line, Draft draft)
    {
        if (!line.Contains('|', StringComparison.Ordinal))
        {
            return ReadWords(Words(line), draft);
        }

        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return cells.Length switch
        {
            ReasonColumns => ReadReason(cells, draft),
            DutyColumns => ReadDuty(cells, draft),
            var count => $"what is made public has {DutyColumns} columns (of, to, ways, level, how long, scope, basis) and a reason "
                + $"{ReasonColumns} (reason, words, basis), not {count}",
        };
    }

    private static string? ReadWords(string[] words, Draft draft)
    {
        switch (words)
        {
            case ["version", var number]:
                if (draft.Version is not null)
                {
                    return "version stands twice";
                }

                draft.Version = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                    && version is >= 1 and <= MaxVersion
                    ? version
                    : null;
                return draft.Version is null ? $"'{Clip(number)}' is not a version from 1 to {MaxVersion}" : null;
            case ["leave-out", _, ..]:
                draft.LeaveOut.AddRange(words[1..]);
                return draft.LeaveOut.Count > MostLeftOut ? $"more than {MostLeftOut} words of leave-out"
                    : Array.Find(words[1..], word => word.Length is < 2 or > LongestLeftOut) is { } wrong
                        ? $"'{Clip(wrong)}' is not a word of 2 to {LongestLeftOut} characters"
                    : null;
            default:
                return $"'{Clip(string.Join(' ', words))}' is neither a version, nor leave-out with its words, nor a line with its columns between |";
        }
    }

    private static string? ReadReason(string[] cells, Draft draft)
    {
        if (StepFile.WrongName(cells[0]) is { } wrongName)
        {
            return wrongName;
        }

        if (draft.Reasons.Exists(reason => reason.Name == cells[0]))
        {
            return $"{cells[0]} stands twice";
        }

        if (draft.Reasons.Count == MostReasons)
        {
            return $"more than {MostReasons} reasons";
        }

        if ((StepFile.WrongWords(cells[1], "the reason", out var words) ?? StepFile.WrongBasis(cells[0], cells[2])) is { } wrong)
        {
            return wrong;
        }

        draft.Reasons.Add(new(cells[0], words, cells[2]));
        return null;
    }

    private static string? ReadDuty(string[] cells, Draft draft)
    {
        if (!EnumWords.TryRead<DisclosedWhat>(cells[0], out var what))
        {
            return $"'{Clip(cells[0])}' is nothing that is made public; there are {EnumWords.All<DisclosedWhat>()}";
        }

        if (!EnumWords.TryRead<DisclosedTo>(cells[1], out var to))
        {
            return $"'{Clip(cells[1])}' is nobody to whom it is made public; there are {EnumWords.All<DisclosedTo>()}";
        }

        if (draft.Duties.Exists(duty => duty.What == what && duty.To == to))
        {
            return $"{cells[0]} to {cells[1]} stands twice";
        }

        var ways = new List<DisclosureWay>();
        foreach (var word in Words(cells[2]))
        {
            if (!EnumWords.TryRead<DisclosureWay>(word, out var way) || ways.Contains(way))
            {
                return $"'{Clip(word)}' is no way, or stands twice; there are {EnumWords.All<DisclosureWay>()}";
            }

            ways.Add(way);
        }

        if (ways.Count == 0)
        {
            return $"{cells[0]} to {cells[1]} needs a way; there are {EnumWords.All<DisclosureWay>()}";
        }

        if (!EnumWords.TryRead<DisclosureLevel>(cells[3], out var level))
        {
            return $"'{Clip(cells[3])}' is no level; there are {EnumWords.All<DisclosureLevel>()}";
        }

        if ((StepFile.WrongTime(cells[4], out var lasts)
            ?? StepFile.WrongWords(cells[5], "the scope", out _)
            ?? StepFile.WrongBasis(cells[0], cells[6])) is { } wrong)
        {
            return wrong;
        }

        StepFile.WrongWords(cells[5], "the scope", out var scope);
        draft.Duties.Add(new(what, to, ways, level, lasts, scope, cells[6]));
        return null;
    }

    private static string[] Words(string text) => text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static string Clip(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static DisclosureRule ReadDefault()
    {
        using var stream = typeof(DisclosureFile).Assembly.GetManifestResourceStream("disclosure-1.txt")!;
        using var reader = new StreamReader(stream);
        return TryParse(reader.ReadToEnd(), out var rule, out var error)
            ? rule
            : throw new InvalidDataException($"disclosure-1.txt: {error}");
    }

    /// <summary>What was read so far.</summary>
    private sealed class Draft
    {
        public int? Version;

        public List<DisclosureDuty> Duties { get; } = [];

        public List<ExemptionReason> Reasons { get; } = [];

        public List<string> LeaveOut { get; } = [];
    }
}
