using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.People;

/// <summary>Reads and checks terms written as in <c>terms.txt</c>, which explains itself.</summary>
public static class TermsFile
{
    public const int MostDays = 3650;

    /// <summary>UTF-16 units of a basis.</summary>
    public const int MaxBasis = 200;

    /// <summary>Of a sealed record, which is an archive's.</summary>
    private const int MostDaysOfArchive = 36500;

    private const int Columns = 3;

    /// <summary>The audit looks back for so long, and a phone may send the same again.</summary>
    private const int FewestDaysOfWork = 7;

    /// <summary>Days that a file stays at least after its sender was asked where it belongs, so that nothing that is about
    /// to be named is swept.</summary>
    private const int FewestDaysOfUnnamed = 14;

    /// <summary>As long as the answer may be given; well below <see cref="FewestDaysOfUnnamed"/>.</summary>
    private const int MostDaysOfWaiting = 5;

    /// <summary>What files of one's own may leave out.</summary>
    private static readonly Term[] Later =
    [
        new(Kept.WaitingFile, 3, "个人信息保护法第十九条"),
        new(Kept.UnnamedFile, FewestDaysOfUnnamed, "个人信息保护法第四十七条"),
        new(Kept.SealedRecord, MostDays, "十年为示例，请按归档规定核对"),
    ];

    private static readonly Lazy<Terms> Default = new(ReadDefault);

    /// <summary>The terms that are shipped.</summary>
    public static Terms BuiltIn => Default.Value;

    /// <returns>False with the first fault: terms are taken whole or not at all.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out Terms? terms,
        [NotNullWhen(false)] out PolicyError? error)
    {
        terms = null;
        var read = new List<Term>();
        error = TextLines.FirstFault(text, line => Wrong(line, read));
        // Files of earlier versions do not know of evidence, nor of sealed records.
        read.AddRange(Later.Where(later => read.TrueForAll(term => term.What != later.What)));
        var missing = Enum.GetValues<Kept>()
            .Where(what => read.TrueForAll(term => term.What != what))
            .Select(EnumWords.Written)
            .ToList();
        if (error is null && missing.Count > 0)
        {
            error = new(0, $"no line says how long to keep {string.Join(", ", missing)}");
        }

        if (error is not null)
        {
            return false;
        }

        terms = new(read);
        return true;
    }

    private static string? Wrong(string line, List<Term> read)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != Columns)
        {
            return $"a term has {Columns} columns (what, days, basis), not {cells.Length}";
        }

        if (!EnumWords.TryRead(cells[0], out Kept known))
        {
            return $"'{Clip(cells[0])}' is nothing that has a term; there are {EnumWords.All<Kept>()}";
        }

        if (read.Exists(term => term.What == known))
        {
            return $"{cells[0]} stands twice";
        }

        var fewest = known is Kept.DeliveredMessage or Kept.AppliedCommand ? FewestDaysOfWork
            : known == Kept.UnnamedFile ? FewestDaysOfUnnamed
            : 1;
        var most = known == Kept.WaitingFile ? MostDaysOfWaiting
            : known == Kept.SealedRecord ? MostDaysOfArchive
            : MostDays;
        if (!int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            || days < fewest
            || days > most)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"'{Clip(cells[1])}' is not a number of days from {fewest} to {most}");
        if (cells[2].Length == 0)
        {
            return "a term needs its basis";
        }

        if (cells[2].Length > MaxBasis)
        {
            return $"the basis is longer than {MaxBasis} characters";
        }

        read.Add(new(known, days, cells[2]));
        return null;
    }

    private static string Clip(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static Terms ReadDefault()
    {
        using var stream = typeof(TermsFile).Assembly.GetManifestResourceStream("terms.txt")!;
        using var reader = new StreamReader(stream);
        return TryParse(reader.ReadToEnd(), out var terms, out var error)
            ? terms
            : throw new InvalidDataException($"terms.txt: {error}");
    }
}
