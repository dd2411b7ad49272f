using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace LiaisonBot.Core.Calendar;

/// <summary>
/// What a notice changes of a year that another one made: days that are then off, worked, or again what their weekday
/// makes them. To amend twice with the same is to amend once.
/// </summary>
public sealed class NoticeAmendment
{
    private const string Mark = "# amends: ";

    private readonly SortedDictionary<LocalDate, (HolidayNotice.Kind? Kind, string Name)> days;

    internal NoticeAmendment(
        int year,
        string source,
        string issuer,
        IEnumerable<KeyValuePair<LocalDate, (HolidayNotice.Kind? Kind, string Name)>> days)
    {
        (Year, Source, Issuer) = (year, source, issuer);
        this.days = new(days.ToDictionary());
    }

    public int Year { get; }

    /// <summary>The notice's title; empty when the text has none.</summary>
    public string Source { get; }

    public string Issuer { get; }

    /// <summary>Whether a text is one as <see cref="ToText"/> writes it.</summary>
    public static bool IsText(string text) => text.StartsWith(Mark, StringComparison.Ordinal);

    public static bool TryParse(
        int year,
        string text,
        [NotNullWhen(true)] out NoticeAmendment? amendment,
        [NotNullWhen(false)] out NoticeError? error)
    {
        amendment = null;
        var source = "";
        var read = new SortedDictionary<LocalDate, (HolidayNotice.Kind? Kind, string Name)>();
        error = HolidayNotice.FirstFault(text, (number, line) =>
        {
            if (number == 1 && IsText(line))
            {
                source = line[Mark.Length..].Trim();
            }

            return ReadLine(number, line, read);
        });
        if (error is not null)
        {
            return false;
        }

        amendment = new(
            year,
            source,
            source.Contains("关于", StringComparison.Ordinal)
                ? source[..source.IndexOf("关于", StringComparison.Ordinal)]
                : "",
            read);
        return true;
    }

    private static NoticeError? ReadLine(
        int number,
        string line,
        SortedDictionary<LocalDate, (HolidayNotice.Kind? Kind, string Name)> read)
    {
        if (HolidayNotice.TryLine(number, line, out var range) is { } fault)
        {
            return fault;
        }

        for (var day = range.From; range.Name is not null && day <= range.To; day = day.PlusDays(1))
        {
            if (!read.TryAdd(day, (range.Kind, range.Name)))
            {
                return new(number, NoticeFault.DateTwice, NoticeWords.Iso(day));
            }
        }

        return null;
    }

    /// <summary>
    /// Whether it is known to be later than all notices that changed the year before; false when it is earlier than one
    /// of them, null when what is written of them does not say. What is imported last stands, whichever is later.
    /// </summary>
    public bool? IsLaterThan(HolidayNotice before)
    {
        var order = before.Amendments.Where(source => source != Source)
            .Select(source => NoticeOrder.IsLater(Source, source))
            .ToList();
        return order.Contains(false) ? false : order.Contains(null) ? null : true;
    }

    /// <summary>The year as it then stands.</summary>
    public NoticeError? On(HolidayNotice before, out HolidayNotice? after)
    {
        after = null;
        if (HolidayNotice.TryAmend(
            before,
            Source,
            days.Select(d => (d.Key, d.Value.Kind, d.Value.Name)),
            out var amended) is { } error)
        {
            return error;
        }

        after = amended;
        return null;
    }

    /// <summary>This and then another one of the same year.</summary>
    internal NoticeAmendment Then(NoticeAmendment later)
    {
        var all = days.ToDictionary();
        foreach (var (day, change) in later.days)
        {
            all[day] = change;
        }

        return new(
            Year,
            later.Source.Length == 0 ? Source : later.Source,
            later.Issuer.Length == 0 ? Issuer : later.Issuer,
            all);
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public string ToText() => string.Join('\n', days.Select(d =>
        $"{NoticeWords.Iso(d.Key)},{d.Value.Kind switch { HolidayNotice.Kind.Off => "off", HolidayNotice.Kind.Work => "work", _ => "usual" }},{d.Value.Name}").Prepend(Mark + Source));
}
