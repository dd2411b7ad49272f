using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LiaisonBot.Core.Text;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Core.Policies;

/// <summary>Reads and checks a policy written as in <c>policy-1.txt</c>, which explains itself.</summary>
public static class PolicyFile
{
    /// <summary>Furthest working day from an anchor.</summary>
    public const int MostDays = 60;

    private const int Columns = 6;

    private const int MaxVersion = 9999;

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly Lazy<ReminderPolicy> Default = new(ReadDefault);

    /// <summary>The policy that is shipped.</summary>
    public static ReminderPolicy BuiltIn => Default.Value;

    /// <returns>False with the first fault: a policy is taken whole or not at all.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out ReminderPolicy? policy,
        [NotNullWhen(false)] out PolicyError? error)
    {
        policy = null;
        var draft = new Draft();
        error = TextLines.FirstFault(text, line => ReadLine(line, draft));
        if (error is not null)
        {
            return false;
        }

        if (draft.Version is not { } version)
        {
            return Wrong(out error, "no line names the version");
        }

        if (draft.Digest is not { } digest)
        {
            return Wrong(out error, "no line names the time of the digest");
        }

        if (draft.QuietFrom is not { } from || draft.QuietTo is not { } to)
        {
            return Wrong(out error, "no line names the quiet hours");
        }

        if (IsQuiet(digest, from, to))
        {
            return Wrong(out error, "the digest lies in the quiet hours");
        }

        if (draft.Rules.Count == 0)
        {
            return Wrong(out error, "there is no rule");
        }

        policy = new(version, digest, from, to, draft.Rules);
        return true;
    }

    private static string? ReadLine(string line, Draft draft)
    {
        if (line.Contains('|', StringComparison.Ordinal))
        {
            return ReadRule(line, draft.Rules);
        }

        var words = Words(line);
        return words switch
        {
            ["version", ..] when draft.Version is not null => "version stands twice",
            ["digest", ..] when draft.Digest is not null => "digest stands twice",
            ["quiet", ..] when draft.QuietTo is not null => "quiet stands twice",
            ["version", var version] => ReadNumber(version, 1, MaxVersion, "a version", ref draft.Version),
            ["digest", var time] => ReadTime(time, ref draft.Digest),
            ["quiet", var from, var to] => ReadTime(from, ref draft.QuietFrom) ?? ReadTime(to, ref draft.QuietTo),
            ["version", ..] => "version takes one number",
            ["digest", ..] => "digest takes one time",
            ["quiet", ..] => "quiet takes two times, from and to",
            _ => $"'{words[0]}' is none of version, digest, quiet or a rule with its columns between |",
        };
    }

    private static string? ReadRule(string line, List<ReminderRule> rules)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != Columns)
        {
            return $"a rule has {Columns} columns (rule, from, after, then, to, missed), not {cells.Length}";
        }

        if (!EnumWords.TryRead<ReminderName>(cells[0], out var name))
        {
            return $"'{cells[0]}' is no rule; there are {EnumWords.All<ReminderName>()}";
        }

        if (rules.Exists(r => r.Name == name))
        {
            return $"{cells[0]} stands twice";
        }

        if (!EnumWords.TryRead<ReminderAnchor>(cells[1], out var from))
        {
            return $"'{cells[1]}' is nothing to count from; there are {EnumWords.All<ReminderAnchor>()}";
        }

        if (from != AnchorOf(name))
        {
            return $"{cells[0]} counts from {EnumWords.Written(AnchorOf(name))}";
        }

        if (ReadDays(cells[2], out var after) is { } wrongDays)
        {
            return wrongDays;
        }

        if (cells[3] is not ("" or "each"))
        {
            return $"then is each or nothing, not '{cells[3]}'";
        }

        var each = cells[3] == "each";
        if (Misplaced(name, after, each) is { } misplaced)
        {
            return misplaced;
        }

        if (ReadAudience(cells[4], out var to) is { } wrongAudience)
        {
            return wrongAudience;
        }

        if (Unreached(after, each, to) is { } unreached)
        {
            return unreached;
        }

        if (!EnumWords.TryRead<Missed>(cells[5], out var missed))
        {
            return $"'{cells[5]}' does not say what becomes of a missed reminder; there are {EnumWords.All<Missed>()}";
        }

        rules.Add(new(name, from, after, each, to, missed));
        return null;
    }

    private static string? ReadDays(string cell, out List<int> after)
    {
        after = [];
        foreach (var word in Words(cell))
        {
            int? day = null;
            if (ReadNumber(word, -MostDays, MostDays, "a number of working days", ref day) is { } reason)
            {
                return reason;
            }

            if (after.Count > 0 && day <= after[^1])
            {
                return "the days after must ascend";
            }

            after.Add(day!.Value);
        }

        return after.Count == 0 ? "a rule needs at least one day" : null;
    }

    // A rule on the wrong side of its anchor would call overdue what is not, or ask to review what was not handed in.
    private static string? Misplaced(ReminderName name, List<int> after, bool each) => name switch
    {
        ReminderName.DueSoon when after[^1] > 0 => $"the days of {EnumWords.Written(name)} end with 0, the due day",
        ReminderName.DueSoon when each => "only what is late is repeated",
        not ReminderName.DueSoon when after[0] < 1 => $"the days of {EnumWords.Written(name)} begin with 1",
        _ => null,
    };

    private static string? Unreached(List<int> after, bool each, List<(ReminderAudience Audience, int FromDay)> to)
    {
        if (to.TrueForAll(t => t.FromDay > after[0]))
        {
            return string.Create(CultureInfo.InvariantCulture, $"nobody is reminded on day {after[0]}");
        }

        var never = to.FindIndex(t => t.FromDay > after[^1] && !each);
        return never < 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{EnumWords.Written(to[never].Audience)} is never reminded: the last day is {after[^1]}");
    }

    private static string? ReadAudience(string cell, out List<(ReminderAudience Audience, int FromDay)> to)
    {
        to = [];
        foreach (var part in cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Words(part);
            if (words.Length is not (1 or 3)
                || !EnumWords.TryRead<ReminderAudience>(words[0], out var audience)
                || (words.Length == 3 && words[1] != "from"))
                return $"'{part}' is nobody to remind; there are {EnumWords.All<ReminderAudience>()}, each alone or with 'from' and a number of days";
            if (to.Exists(t => t.Audience == audience))
            {
                return $"{words[0]} stands twice";
            }

            int? day = -MostDays;
            if (words.Length == 3)
            {
                day = null;
                if (ReadNumber(words[2], -MostDays, MostDays, "a number of working days", ref day) is { } reason)
                {
                    return reason;
                }
            }

            to.Add((audience, day!.Value));
        }

        return to.Count == 0 ? "a rule needs somebody to remind" : null;
    }

    private static ReminderAnchor AnchorOf(ReminderName name) => name switch
    {
        ReminderName.Unsigned => ReminderAnchor.Assigned,
        ReminderName.ReviewWaits => ReminderAnchor.HandedIn,
        ReminderName.ExtensionWaits => ReminderAnchor.Asked,
        ReminderName.DeclineWaits => ReminderAnchor.Declined,
        ReminderName.HolderAsks => ReminderAnchor.HolderAsked,
        ReminderName.ReviewerAsks => ReminderAnchor.ReviewerAsked,
        ReminderName.ExemptionWaits => ReminderAnchor.ExemptionAsked,
        ReminderName.DueSoon or ReminderName.OverdueYellow or ReminderName.OverdueRed
            or ReminderName.ProposeLedger or ReminderName.ProposeDocket => ReminderAnchor.Due,
    };

    private static string? ReadNumber(string text, int least, int most, string what, ref int? number)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
            || read < least
            || read > most)
            return string.Create(CultureInfo.InvariantCulture, $"'{text}' is not {what} from {least} to {most}");
        number = read;
        return null;
    }

    private static string? ReadTime(string text, ref LocalTime? time)
    {
        if (Time.Parse(text) is not { Success: true } read)
        {
            return $"'{text}' is not a time such as 08:30";
        }

        time = read.Value;
        return null;
    }

    private static string[] Words(string text) => text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static bool IsQuiet(LocalTime time, LocalTime from, LocalTime to) =>
        from <= to ? from <= time && time < to : time >= from || time < to;

    private static bool Wrong(out PolicyError error, string reason)
    {
        error = new(0, reason);
        return false;
    }

    private static ReminderPolicy ReadDefault()
    {
        using var stream = typeof(PolicyFile).Assembly.GetManifestResourceStream("policy-1.txt")!;
        using var reader = new StreamReader(stream);
        return TryParse(reader.ReadToEnd(), out var policy, out var error)
            ? policy
            : throw new InvalidDataException($"policy-1.txt: {error}");
    }

    /// <summary>What was read so far.</summary>
    private sealed class Draft
    {
        public int? Version;
        public LocalTime? Digest;
        public LocalTime? QuietFrom;
        public LocalTime? QuietTo;

        public List<ReminderRule> Rules { get; } = [];
    }
}
