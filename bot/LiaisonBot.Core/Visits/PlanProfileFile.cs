using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Core.Visits;

/// <summary>Reads and checks a profile written as in <c>plan-profile-1.txt</c>, which explains itself.</summary>
public static class PlanProfileFile
{
    /// <summary>UTF-16 units of a basis.</summary>
    public const int MaxBasis = 200;

    private const int Columns = 3;

    private const int MaxVersion = 9999;

    private const int MostDays = 120;

    private static readonly AnnualDatePattern Day = AnnualDatePattern.CreateWithInvariantCulture("MM-dd");

    /// <summary>How many numbers stand in a line of numbers, and between which they lie.</summary>
    private static readonly Dictionary<PlanNumber, (int Count, int Least, int Most)> Numbers = new()
    {
        [PlanNumber.RestYears] = (1, 0, 10),
        [PlanNumber.Groups] = (2, 1, Visit.MaxGroup),
        [PlanNumber.CityInspections] = (2, 0, 10),
        [PlanNumber.CityInspectionDays] = (1, 1, MostDays),
        [PlanNumber.Inspections] = (2, 0, 20),
        [PlanNumber.InspectionDays] = (1, 1, MostDays),
        [PlanNumber.HalfYearDays] = (1, 1, MostDays),
    };

    /// <summary>What brings a group to a county.</summary>
    private static readonly VisitKind[] CountyKinds =
        [VisitKind.Inspection, VisitKind.Patrol, VisitKind.ReturnVisit, VisitKind.Special];

    private static readonly Lazy<PlanProfile> Default = new(ReadDefault);

    /// <summary>The profile that is shipped.</summary>
    public static PlanProfile BuiltIn => Default.Value;

    /// <returns>False with the first fault: a profile is taken whole or not at all.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out PlanProfile? profile,
        [NotNullWhen(false)] out PolicyError? error)
    {
        profile = null;
        int? version = null;
        var lines = new List<ProfileLine>();
        error = TextLines.FirstFault(text, line => ReadLine(line, lines, ref version));
        if (error is null && version is null)
        {
            error = new(0, "no line names the version");
        }

        var missing = Enum.GetValues<PlanNumber>()
            .Where(what => what != PlanNumber.SameTopic && !lines.Exists(line => line.What == what))
            .Select(EnumWords.Written)
            .ToList();
        if (error is null && missing.Count > 0)
        {
            error = new(0, $"no line says {string.Join(", ", missing)}");
        }

        if (error is not null)
        {
            return false;
        }

        profile = Make(version!.Value, lines);
        return true;
    }

    private static string? ReadLine(string line, List<ProfileLine> lines, ref int? version)
    {
        if (!line.Contains('|', StringComparison.Ordinal))
        {
            return ReadVersion(Words(line), ref version);
        }

        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != Columns)
        {
            return $"a line has {Columns} columns (what, number, basis), not {cells.Length}";
        }

        if (!EnumWords.TryRead<PlanNumber>(cells[0], out var what))
        {
            return $"'{Clip(cells[0])}' is nothing that a plan goes by; there are {EnumWords.All<PlanNumber>()}";
        }

        if (lines.Exists(other => other.What == what))
        {
            return $"{cells[0]} stands twice";
        }

        var values = Words(cells[1]);
        if (Wrong(what, values) is { } reason)
        {
            return reason;
        }

        if (cells[2].Length == 0)
        {
            return $"{cells[0]} needs its basis";
        }

        if (cells[2].Length > MaxBasis)
        {
            return $"the basis is longer than {MaxBasis} characters";
        }

        lines.Add(new(what, values, cells[2]));
        return null;
    }

    private static string? ReadVersion(string[] words, ref int? version)
    {
        if (words is not ["version", var number])
        {
            return $"'{Clip(string.Join(' ', words))}' is neither a version nor a line with its columns between |";
        }

        if (version is not null)
        {
            return "version stands twice";
        }

        version = Number(number, 1, MaxVersion);
        return version is null ? $"'{Clip(number)}' is not a version from 1 to {MaxVersion}" : null;
    }

    private static string? Wrong(PlanNumber what, string[] values) => what switch
    {
        PlanNumber.Term => WrongTerm(values),
        PlanNumber.FirstHalf or PlanNumber.SecondHalf when values.Length != 1 =>
            $"{EnumWords.Written(what)} takes one kind of visit",
        PlanNumber.CoveredBy when values.Length == 0 => $"{EnumWords.Written(what)} takes at least one kind of visit",
        PlanNumber.CoveredBy when values.Distinct(StringComparer.Ordinal).Count() < values.Length =>
            "a kind of visit stands twice",
        PlanNumber.FirstHalf or PlanNumber.SecondHalf or PlanNumber.CoveredBy =>
            values.Select(WrongKind).FirstOrDefault(reason => reason is not null),
        PlanNumber.NoTeamBy or PlanNumber.NotApprovedBy or PlanNumber.FirstHalfBy or PlanNumber.SecondHalfBy =>
            WrongDay(what, values),
        PlanNumber.SameTopic => values.Length != 3 || values.Any(value => Number(value, 1, 60) is null)
            ? $"{EnumWords.Written(what)} takes three numbers from 1 to 60: counties, cities, months"
            : null,
        PlanNumber.RestYears or PlanNumber.Groups or PlanNumber.CityInspections or PlanNumber.CityInspectionDays
            or PlanNumber.Inspections or PlanNumber.InspectionDays or PlanNumber.HalfYearDays =>
            WrongNumbers(what, values),
    };

    private static string? WrongTerm(string[] values)
    {
        if (values.Length != 2)
        {
            return "term takes its first year and its number of years";
        }

        return Number(values[0], YearPlanner.FirstYear, YearPlanner.LastYear) is null
            ? $"'{Clip(values[0])}' is not a year from {YearPlanner.FirstYear} to {YearPlanner.LastYear}"
            : Number(values[1], 1, 10) is null ? $"'{Clip(values[1])}' is not a number of years from 1 to 10" : null;
    }

    private static string? WrongKind(string value)
    {
        var kinds = string.Join(", ", CountyKinds.Select(EnumWords.Written));
        return EnumWords.TryRead<VisitKind>(value, out var kind) && CountyKinds.Contains(kind)
            ? null
            : $"'{Clip(value)}' is no kind of visit to a county; there are {kinds}";
    }

    private static string? WrongDay(PlanNumber what, string[] values)
    {
        if (values is not [var value] || !Day.Parse(value).TryGetValue(default, out var day))
        {
            return $"{EnumWords.Written(what)} takes one day of the year such as 10-15";
        }

        return (what, day.Month) switch
        {
            (PlanNumber.FirstHalfBy, > 6) => "first-half-by is a day from January to June",
            (PlanNumber.SecondHalfBy, <= 6) => "second-half-by is a day from July to December",
            _ => null,
        };
    }

    private static string? WrongNumbers(PlanNumber what, string[] values)
    {
        var (count, least, most) = Numbers[what];
        if (values.Length != count)
        {
            return count == 1
                ? $"{EnumWords.Written(what)} takes one number"
                : $"{EnumWords.Written(what)} takes two numbers, the fewest and the most";
        }

        if (values.FirstOrDefault(value => Number(value, least, most) is null) is { } wrong)
        {
            return string.Create(CultureInfo.InvariantCulture, $"'{Clip(wrong)}' is not a number from {least} to {most}");
        }

        return count == 2 && Int(values[0]) > Int(values[1]) ? "the fewest are more than the most" : null;
    }

    private static PlanProfile Make(int version, List<ProfileLine> lines)
    {
        IReadOnlyList<string> Of(PlanNumber what) => lines.Single(line => line.What == what).Values;
        int One(PlanNumber what) => Int(Of(what)[0]);
        Bounds Two(PlanNumber what) => new(Int(Of(what)[0]), Int(Of(what)[1]));
        AnnualDate On(PlanNumber what) => Day.Parse(Of(what)[0]).Value;
        return new(version, lines)
        {
            TermStart = One(PlanNumber.Term),
            TermYears = Int(Of(PlanNumber.Term)[1]),
            RestYears = One(PlanNumber.RestYears),
            Groups = Two(PlanNumber.Groups),
            CityInspections = Two(PlanNumber.CityInspections),
            CityInspectionDays = One(PlanNumber.CityInspectionDays),
            Inspections = Two(PlanNumber.Inspections),
            InspectionDays = One(PlanNumber.InspectionDays),
            HalfYearDays = One(PlanNumber.HalfYearDays),
            FirstHalf = Kind(Of(PlanNumber.FirstHalf)[0]),
            SecondHalf = Kind(Of(PlanNumber.SecondHalf)[0]),
            CoveredBy = Of(PlanNumber.CoveredBy).Select(Kind).ToHashSet(),
            NoTeamBy = On(PlanNumber.NoTeamBy),
            NotApprovedBy = On(PlanNumber.NotApprovedBy),
            FirstHalfBy = On(PlanNumber.FirstHalfBy),
            SecondHalfBy = On(PlanNumber.SecondHalfBy),
            SameTopic = lines.Exists(line => line.What == PlanNumber.SameTopic)
                ? new(
                    One(PlanNumber.SameTopic),
                    Int(Of(PlanNumber.SameTopic)[1]),
                    Int(Of(PlanNumber.SameTopic)[2]))
                : TopicNumbers.Default,
        };
    }

    private static VisitKind Kind(string written) =>
        EnumWords.TryRead<VisitKind>(written, out var kind) ? kind : throw new FormatException(written);

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : null;

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Words(string text) => text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static string Clip(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static PlanProfile ReadDefault()
    {
        using var stream = typeof(PlanProfileFile).Assembly.GetManifestResourceStream("plan-profile-1.txt")!;
        using var reader = new StreamReader(stream);
        return TryParse(reader.ReadToEnd(), out var profile, out var error)
            ? profile
            : throw new InvalidDataException($"plan-profile-1.txt: {error}");
    }
}
