using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Sets;

/// <summary>Reads and checks steps written as in <c>steps-1.txt</c>, which explains itself.</summary>
public static class StepFile
{
    /// <summary>UTF-16 units of a name.</summary>
    public const int MaxName = 30;

    /// <summary>Of a title or of what is handed in, in one language.</summary>
    public const int MaxWords = 80;

    /// <summary>Of a basis.</summary>
    public const int MaxBasis = 200;

    /// <summary>Steps of one kind of set.</summary>
    public const int MostOfAKind = 20;

    /// <summary>Working days before a due date.</summary>
    public const int FurthestReminder = 60;

    /// <summary>Days that a step adds to the reminders of the policy.</summary>
    public const int MostReminders = 5;

    private const int NumberColumns = 3;

    private const int StepColumns = 10;

    private const int MaxVersion = 9999;

    private static readonly Lazy<StepPlan> Default = new(ReadDefault);

    /// <summary>What a line of three columns is about.</summary>
    private enum Number
    {
        Concentrated,
        Immediate,
        LongTerm,
        SetEnds,

        // Of sealed records. A file that does not name them leaves them as they are shipped.
        PetitionJudged,
        PetitionDone,
        SlipReceived,
        SlipReply,
        InquiryAsked,
        InquiryReply,
        InquiryDone,
        VisitReported,
        VisitDone,
    }

    /// <summary>The steps that are shipped.</summary>
    public static StepPlan BuiltIn => Default.Value;

    /// <returns>False with the first fault: a file is taken whole or not at all.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out StepPlan? plan,
        [NotNullWhen(false)] out PolicyError? error)
    {
        plan = null;
        var draft = new Draft();
        error = TextLines.FirstFault(text, line => ReadLine(line, draft)) ?? Missing(draft);
        if (error is not null)
        {
            return false;
        }

        plan = new(
            draft.Version!.Value,
            draft.Numbers[Number.Concentrated],
            draft.Numbers[Number.Immediate],
            draft.Numbers[Number.LongTerm],
            draft.Numbers[Number.SetEnds],
            draft.Steps)
        {
            PetitionJudged = draft.Numbers.GetValueOrDefault(Number.PetitionJudged, StepPlan.ShippedPetitionJudged),
            PetitionDone = draft.Numbers.GetValueOrDefault(Number.PetitionDone, StepPlan.ShippedPetitionDone),
            SlipReceived = draft.Numbers.GetValueOrDefault(Number.SlipReceived, StepPlan.ShippedSlipReceived),
            SlipReply = draft.Numbers.GetValueOrDefault(Number.SlipReply, StepPlan.ShippedSlipReply),
            InquiryAsked = draft.Numbers.GetValueOrDefault(Number.InquiryAsked, StepPlan.ShippedInquiryAsked),
            InquiryReply = draft.Numbers.GetValueOrDefault(Number.InquiryReply, StepPlan.ShippedInquiryReply),
            InquiryDone = draft.Numbers.GetValueOrDefault(Number.InquiryDone, StepPlan.ShippedInquiryDone),
            VisitReported = draft.Numbers.GetValueOrDefault(Number.VisitReported, StepPlan.ShippedVisitReported),
            VisitDone = draft.Numbers.GetValueOrDefault(Number.VisitDone, StepPlan.ShippedVisitDone),
        };
        return true;
    }

    private static PolicyError? Missing(Draft draft)
    {
        if (draft.Version is null)
        {
            return new(0, "no line names the version");
        }

        var missing = Enum.GetValues<Number>().Where(n => n <= Number.SetEnds && !draft.Numbers.ContainsKey(n)).Select(EnumWords.Written).ToList();
        if (missing.Count > 0)
        {
            return new(0, $"no line says {string.Join(", ", missing)}");
        }

        // A set that no step opens would never come to whom it is for.
        return draft.Steps.Exists(step => step.Of == SetKind.Feedback)
            ? null
            : new(0, $"there is no step of {EnumWords.Written(SetKind.Feedback)}");
    }

    private static string? ReadLine(string line, Draft draft)
    {
        if (!line.Contains('|', StringComparison.Ordinal))
        {
            return ReadVersion(Words(line), draft);
        }

        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return cells.Length switch
        {
            NumberColumns => ReadNumber(cells, draft),
            StepColumns => ReadStep(cells, draft),
            var count => $"a number has {NumberColumns} columns (number, time, basis) and a step {StepColumns} "
                + $"(step, of, from, after, by, does, title, what is handed in, remind, basis), not {count}",
        };
    }

    private static string? ReadVersion(string[] words, Draft draft)
    {
        if (words is not ["version", var number])
        {
            return $"'{Clip(string.Join(' ', words))}' is neither a version nor a line with its columns between |";
        }

        if (draft.Version is not null)
        {
            return "version stands twice";
        }

        draft.Version = Whole(number, 1, MaxVersion);
        return draft.Version is null ? $"'{Clip(number)}' is not a version from 1 to {MaxVersion}" : null;
    }

    private static string? ReadNumber(string[] cells, Draft draft)
    {
        if (!EnumWords.TryRead<Number>(cells[0], out var number))
        {
            return $"'{Clip(cells[0])}' is no number of a set; there are {EnumWords.All<Number>()}";
        }

        if (draft.Numbers.ContainsKey(number))
        {
            return $"{cells[0]} stands twice";
        }

        if (WrongTime(cells[1], out var time) is { } reason)
        {
            return reason;
        }

        draft.Numbers[number] = new(time, cells[2]);
        return WrongBasis(cells[0], cells[2]);
    }

    private static string? ReadStep(string[] cells, Draft draft)
    {
        if (WrongName(cells[0]) is { } wrongName)
        {
            return wrongName;
        }

        if (!EnumWords.TryRead<SetKind>(cells[1], out var kind))
        {
            return $"'{Clip(cells[1])}' is no kind of set; there are {EnumWords.All<SetKind>()}";
        }

        var above = draft.Steps.Where(step => step.Of == kind).ToList();
        if (above.Exists(step => step.Name == cells[0]))
        {
            return $"{cells[0]} stands twice";
        }

        if (above.Count == MostOfAKind)
        {
            return $"more than {MostOfAKind} steps of {cells[1]}";
        }

        if (AnchorIn(cells[2]) is not { } from)
        {
            return $"'{Clip(cells[2])}' is nothing to count from; there are feedback, visit-ended, ends, long-term and '<step> closed'";
        }

        if (from is StepAnchor.Closed closed && !above.Exists(step => step.Name == closed.Step))
        {
            return $"no step '{Clip(closed.Step)}' of this kind of set stands above";
        }

        if (WrongTime(cells[3], out var after) is { } wrongTime)
        {
            return wrongTime;
        }

        if (!EnumWords.TryRead<StepBy>(cells[4], out var by))
        {
            return $"'{Clip(cells[4])}' is nobody who does a step; there are {EnumWords.All<StepBy>()}";
        }

        if (!EnumWords.TryRead<StepWork>(cells[5], out var work))
        {
            return $"'{Clip(cells[5])}' is nothing that a step does; there are {EnumWords.All<StepWork>()}";
        }

        if (Misplaced(cells[0], kind, from, by, work, above) is { } misplaced)
        {
            return misplaced;
        }

        if (WrongWords(cells[6], "the title", out var title) is { } wrongTitle)
        {
            return wrongTitle;
        }

        if (WrongWords(cells[7], "what is handed in", out var handedIn) is { } wrongWords)
        {
            return wrongWords;
        }

        if (WrongReminders(cells[8], out var remind) is { } wrongReminders)
        {
            return wrongReminders;
        }

        if (WrongBasis(cells[0], cells[9]) is { } wrongBasis)
        {
            return wrongBasis;
        }

        draft.Steps.Add(new(cells[0], kind, from, after, by, work, title, handedIn, remind, cells[9]));
        return null;
    }

    internal static string? WrongName(string name) =>
        name.Length is > 0 and <= MaxName
            && char.IsAsciiLetterLower(name[0])
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? null
            : $"'{Clip(name)}' is not a name of small letters, digits and hyphens of at most {MaxName} characters";

    private static StepAnchor? AnchorIn(string cell) => Words(cell) switch
    {
        ["feedback"] => new StepAnchor.Feedback(),
        ["visit-ended"] => new StepAnchor.VisitEnded(),
        ["long-term"] => new StepAnchor.LongTerm(),
        ["ends"] => new StepAnchor.Ends(),
        [var step, "closed"] => new StepAnchor.Closed(step),
        _ => null,
    };

    internal static string? WrongTime(string cell, out StepTime time)
    {
        time = new(1, StepUnit.Months);
        if (Words(cell) is not [var count, var written] || !EnumWords.TryRead<StepUnit>(written, out var unit))
        {
            return $"'{Clip(cell)}' is not a time such as '1 months', '30 days' or '15 working-days'";
        }

        if (Whole(count, 1, StepTime.Most(unit)) is not { } number)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"'{Clip(count)}' is not a number of {written} from 1 to {StepTime.Most(unit)}");
        }

        time = new(number, unit);
        return null;
    }

    // What a step does decides where it can stand: a set opens with what the inspected sign for, a plan is one, and what
    // was not yet handed in cannot be made public.
    private static string? Misplaced(
        string name,
        SetKind kind,
        StepAnchor from,
        StepBy by,
        StepWork work,
        List<DatedStep> above)
    {
        if (kind == SetKind.Campaign)
        {
            // A place found by itself what is in its set: it signs for nothing, and plans nothing of it.
            return from is StepAnchor.Feedback or StepAnchor.Ends or StepAnchor.Closed && work is StepWork.Report or StepWork.Check
                ? null
                : "a step of campaign counts from feedback, ends or '<step> closed', and does report or check";
        }

        if (from is StepAnchor.Ends)
        {
            return "ends is the last day of a campaign, and this is no step of one";
        }

        if (above.Count == 0 && (from is not StepAnchor.Feedback || by != StepBy.Inspected))
        {
            return "the first step of a kind counts from feedback and is done by the inspected, who sign for the set with it";
        }

        if ((work == StepWork.Look) != (from is StepAnchor.LongTerm))
        {
            return "what counts from long-term does look, and nothing else does";
        }

        if (work is not (StepWork.Report or StepWork.Check) && above.Exists(step => step.Work == work))
        {
            return $"there is a step already that does {EnumWords.Written(work)}";
        }

        if (work is StepWork.Plan or StepWork.PlanDisclosure or StepWork.ResultDisclosure or StepWork.Look && by != StepBy.Inspected)
        {
            return $"{EnumWords.Written(work)} is done by the inspected";
        }

        return work == StepWork.PlanDisclosure && !above.Exists(step => step.Work == StepWork.Plan)
            ? $"{name} makes a plan public, and no plan stands above"
            : null;
    }

    internal static string? WrongWords(string cell, string what, out StepWords words)
    {
        words = new("", "");
        var parts = cell.Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
        {
            return $"'{Clip(cell)}' is not {what} in Chinese and in English with / between";
        }

        if (!parts[0].Any(IsHan) || parts[1].Any(IsHan))
        {
            return $"{what} stands in Chinese first, then in English";
        }

        words = new(parts[0], parts[1]);
        return parts.Any(part => part.Length > MaxWords) ? $"{what} is longer than {MaxWords} characters" : null;
    }

    private static string? WrongReminders(string cell, out List<int> days)
    {
        days = [];
        foreach (var word in Words(cell))
        {
            if (Whole(word, 1, FurthestReminder) is not { } day)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{Clip(word)}' is not a number of working days before from 1 to {FurthestReminder}");
            }

            if (days.Count > 0 && day >= days[^1])
            {
                return "the days of remind must descend";
            }

            days.Add(day);
        }

        return days.Count > MostReminders ? $"more than {MostReminders} days of remind" : null;
    }

    internal static string? WrongBasis(string name, string basis) =>
        basis.Length == 0 ? $"{name} needs its basis"
        : basis.Length > MaxBasis ? $"the basis is longer than {MaxBasis} characters"
        : null;

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : null;

    private static string[] Words(string text) => text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static string Clip(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static StepPlan ReadDefault()
    {
        using var stream = typeof(StepFile).Assembly.GetManifestResourceStream("steps-1.txt")!;
        using var reader = new StreamReader(stream);
        return TryParse(reader.ReadToEnd(), out var plan, out var error)
            ? plan
            : throw new InvalidDataException($"steps-1.txt: {error}");
    }

    /// <summary>What was read so far.</summary>
    private sealed class Draft
    {
        public int? Version;

        public Dictionary<Number, StepNumber> Numbers { get; } = [];

        public List<DatedStep> Steps { get; } = [];
    }
}
