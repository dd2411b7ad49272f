using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Core.Reminders;

/// <summary>What is wrong with a policy file, and in which line (from 1; 0 for the file as a whole).</summary>
public sealed record PolicyError(int Line, string Reason)
{
    public override string ToString() => Line == 0 ? Reason : string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Reason}");
}

/// <summary>Reads and checks a policy written as in <c>policy-1.txt</c>, which explains itself.</summary>
public static class PolicyFile
{
    /// <summary>Furthest working day from an anchor.</summary>
    public const int MostDays = 60;

    public const int MaxLines = 200;

    private const int Columns = 6;

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly Lazy<ReminderPolicy> Default = new(ReadDefault);

    /// <summary>The policy that is shipped.</summary>
    public static ReminderPolicy BuiltIn => Default.Value;

    public static bool TryParse(string text, [NotNullWhen(true)] out ReminderPolicy? policy, [NotNullWhen(false)] out PolicyError? error)
    {
        policy = null;
        error = null;
        int? version = null;
        LocalTime? digest = null, quietFrom = null, quietTo = null;
        var rules = new List<ReminderRule>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > MaxLines) return Wrong(out error, 0, $"more than {MaxLines} lines");
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string? reason = null;
            if (line.Contains('|', StringComparison.Ordinal)) reason = ReadRule(line, rules);
            else if (words is ["version", var v]) reason = ReadNumber(v, 1, 9999, "a version", ref version);
            else if (words is ["digest", var d]) reason = ReadTime(d, ref digest);
            else if (words is ["quiet", var from, var to]) reason = ReadTime(from, ref quietFrom) ?? ReadTime(to, ref quietTo);
            else reason = $"'{words[0]}' is none of version, digest, quiet or a rule with its columns between |";
            if (reason is not null) return Wrong(out error, number, reason);
        }

        if (version is null) return Wrong(out error, 0, "no line names the version");
        if (digest is null) return Wrong(out error, 0, "no line names the time of the digest");
        if (quietFrom is null || quietTo is null) return Wrong(out error, 0, "no line names the quiet hours");
        if (IsQuiet(digest.Value, quietFrom.Value, quietTo.Value)) return Wrong(out error, 0, "the digest lies in the quiet hours");
        if (rules.Count == 0) return Wrong(out error, 0, "there is no rule");
        policy = new(version.Value, digest.Value, quietFrom.Value, quietTo.Value, rules);
        return true;
    }

    /// <summary>How a name is written in the file: <c>OverdueYellow</c> as <c>overdue-yellow</c>.</summary>
    public static string Written<T>(T name) where T : struct, Enum =>
        string.Concat(name.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private static string? ReadRule(string line, List<ReminderRule> rules)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != Columns) return $"a rule has {Columns} columns (rule, from, after, then, to, missed), not {cells.Length}";
        if (!TryName<ReminderName>(cells[0], out var name)) return $"'{cells[0]}' is no rule; there are {Names<ReminderName>()}";
        if (rules.Exists(r => r.Name == name)) return $"{cells[0]} stands twice";
        if (!TryName<ReminderAnchor>(cells[1], out var from)) return $"'{cells[1]}' is nothing to count from; there are {Names<ReminderAnchor>()}";
        if (from != AnchorOf(name)) return $"{cells[0]} counts from {Written(AnchorOf(name))}";
        var after = new List<int>();
        foreach (var word in cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int? day = null;
            if (ReadNumber(word, -MostDays, MostDays, "a number of working days", ref day) is { } reason) return reason;
            if (after.Count > 0 && day <= after[^1]) return "the days after must ascend";
            after.Add(day!.Value);
        }

        if (after.Count == 0) return "a rule needs at least one day";
        if (from != ReminderAnchor.Due && after[0] < 1) return $"days from {cells[1]} begin with 1";
        if (cells[3] is not ("" or "each")) return $"then is each or nothing, not '{cells[3]}'";
        if (cells[3] == "each" && after[^1] < 1) return "only what is late is repeated: the last day before each must be 1 or more";
        if (ReadAudience(cells[4], out var to) is { } wrong) return wrong;
        if (!TryName<Missed>(cells[5], out var missed)) return $"'{cells[5]}' does not say what becomes of a missed reminder; there are {Names<Missed>()}";
        rules.Add(new(name, from, after, cells[3] == "each", to, missed));
        return null;
    }

    private static string? ReadAudience(string cell, out List<(ReminderAudience, int)> to)
    {
        to = [];
        foreach (var part in cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is not (1 or 3) || !TryName<ReminderAudience>(words[0], out var audience) || (words.Length == 3 && words[1] != "from"))
                return $"'{part}' is nobody to remind; there are {Names<ReminderAudience>()}, each alone or with 'from' and a number of days";
            if (to.Exists(t => t.Item1 == audience)) return $"{words[0]} stands twice";
            int? day = -MostDays;
            if (words.Length == 3)
            {
                day = null;
                if (ReadNumber(words[2], -MostDays, MostDays, "a number of working days", ref day) is { } reason) return reason;
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
        _ => ReminderAnchor.Due,
    };

    private static string? ReadNumber(string text, int least, int most, string what, ref int? number)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) || read < least || read > most)
            return string.Create(CultureInfo.InvariantCulture, $"'{text}' is not {what} from {least} to {most}");
        number = read;
        return null;
    }

    private static string? ReadTime(string text, ref LocalTime? time)
    {
        if (Time.Parse(text) is not { Success: true } read) return $"'{text}' is not a time such as 08:30";
        time = read.Value;
        return null;
    }

    private static bool IsQuiet(LocalTime time, LocalTime from, LocalTime to) => from <= to ? from <= time && time < to : time >= from || time < to;

    private static bool TryName<T>(string written, out T name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Written(value) == written)
            {
                name = value;
                return true;
            }

        name = default;
        return false;
    }

    private static string Names<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Written));

    private static bool Wrong(out PolicyError error, int line, string reason)
    {
        error = new(line, reason);
        return false;
    }

    private static ReminderPolicy ReadDefault()
    {
        using var stream = typeof(PolicyFile).Assembly.GetManifestResourceStream("policy-1.txt")!;
        using var reader = new StreamReader(stream);
        return TryParse(reader.ReadToEnd(), out var policy, out var error) ? policy : throw new InvalidDataException($"policy-1.txt: {error}");
    }
}
