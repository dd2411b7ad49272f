using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Calendar;

/// <summary>What was understood of a pasted text: the year as it would then stand, and what of it is changed.</summary>
/// <param name="Notice">The whole year.</param>
/// <param name="Amendment">Null when the text is a year's notice itself: then nothing of an earlier one stays.</param>
/// <param name="Issuer">Who issued the last notice of the text; empty when it does not say.</param>
public sealed record NoticeReading(HolidayNotice Notice, NoticeAmendment? Amendment, string Issuer)
{
    /// <summary>It holds for the whole country.</summary>
    public bool IsNational => Issuer.Length == 0 || Issuer.StartsWith("国务院", StringComparison.Ordinal);
}

/// <summary>
/// Reads notices as people have them: as lines of days (<see cref="HolidayNotice.TryParse"/>), or in the words of
/// whoever issued them, with what stands around them: <c>一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。</c> A notice that
/// amends (延长, 调整, 补充, a holiday of the province) is merged onto the one before it in the text, or the one in force.
/// Days of the week and numbers of days that are named must be right, and every day must be said to be off or worked.
/// </summary>
public static partial class NoticeText
{
    /// <summary>UTF-16 units of a text.</summary>
    public const int Length = 8000;

    /// <param name="year">The year that the notice must be of; null when the text itself says it.</param>
    /// <param name="inForce">The notice of a year that is in force; null for a provisional year.</param>
    public static bool TryRead(
        int? year,
        string text,
        Func<int, HolidayNotice?> inForce,
        [NotNullWhen(true)] out NoticeReading? reading,
        [NotNullWhen(false)] out NoticeError? error)
    {
        reading = null;
        if (text.Length > Length)
        {
            error = new(0, NoticeFault.TextTooLong, Length.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        var half = NoticeYear.InDigits(Folding.Of(text));
        var titles = NoticeTitle.Find(half);
        if (titles.FirstOrDefault(t => t.Year is { } said && year is { } wanted && said != wanted) is { } other)
        {
            error = new(LineOf(half, other.Start), NoticeFault.OtherYearSaid, $"{other.Year}");
            return false;
        }

        if (DayLine().Match(half) is { Success: true } day)
        {
            var of = year ?? int.Parse(day.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            return NoticeAmendment.IsText(text)
                ? TryMerge(
                    of,
                    NoticeAmendment.TryParse(of, text, out var amendment, out error) ? amendment : null,
                    inForce,
                    out reading,
                    ref error)
                : Whole(HolidayNotice.TryParse(of, text, out var notice, out error) ? notice : null, "", out reading);
        }

        var known = year ?? titles.Select(t => t.Year).FirstOrDefault(y => y is not null) ?? NoticeYear.OfBody(half);
        if (known is not { } asked)
        {
            error = new(0, NoticeFault.YearMissing, "");
        }
        else if (asked is < HolidayNotice.FirstYear or > HolidayNotice.LastYear)
        {
            error = new(0, NoticeFault.YearOutOfRange, $"{asked}");
        }
        else
        {
            error = Notices(asked, half, titles, inForce, out reading);
        }

        return error is null && reading is not null;
    }

    /// <summary>Of a text that is a year's notice itself.</summary>
    public static bool TryRead(
        int? year,
        string text,
        [NotNullWhen(true)] out HolidayNotice? notice,
        [NotNullWhen(false)] out NoticeError? error)
    {
        notice = TryRead(year, text, _ => null, out var reading, out error) ? reading.Notice : null;
        return notice is not null;
    }

    /// <summary>One notice after the other: each begins with its title.</summary>
    private static NoticeError? Notices(
        int year,
        string half,
        IReadOnlyList<NoticeTitle> titles,
        Func<int, HolidayNotice?> inForce,
        out NoticeReading? reading)
    {
        reading = null;
        var current = inForce(year);
        // Before the first title, and for a text without one, there is none.
        List<(int Start, NoticeTitle? Title)> begins = titles.Count == 0 || titles[0].Start > 0 ? [(0, null)] : [];
        begins.AddRange(titles.Select(t => (t.Start, (NoticeTitle?)t)));
        for (var i = 0; i < begins.Count; i++)
        {
            var (start, title) = begins[i];
            var part = half[start..(i + 1 < begins.Count ? begins[i + 1].Start : half.Length)];
            // A title that stands twice, and what stands above the first, say nothing of days.
            if (begins.Count > 1
                && !NoticeWords.Sentences(part)
                    .Any(s =>
                        NoticeWords.Decides(s.Text)
                            && NoticeWords.Token().Matches(s.Text).Any(t => t.Groups["day"].Success)))
            {
                continue;
            }

            if (title?.Year is { } said && said != year)
            {
                return new(LineOf(half, start), NoticeFault.OtherYearSaid, $"{said}");
            }

            if (One(year, part, title, current, reading, out var next) is { } fault)
            {
                return fault.Line == 0 ? fault : fault with { Line = fault.Line + LineOf(half, start) - 1 };
            }

            reading = next;
            current = next!.Notice;
        }

        return reading is null ? new(0, NoticeFault.NothingRead, "") : null;
    }

    private static NoticeError? One(
        int year,
        string part,
        NoticeTitle? title,
        HolidayNotice? before,
        NoticeReading? earlier,
        out NoticeReading? reading)
    {
        reading = null;
        if (!(title?.Amends ?? AmendsWithoutTitle(part)))
        {
            var wrong = new WholeNotice(year, part, title).Read(out var notice);
            if (notice is not null)
            {
                reading = new(notice, null, title?.Issuer ?? "");
            }

            return wrong;
        }

        if (before is null)
        {
            return new(0, NoticeFault.NothingToAmend, $"{year}");
        }

        if (new AmendingNotice(before, part, title).Read(out var amendment) is { } fault)
        {
            return fault;
        }

        if (amendment!.On(before, out var after) is { } refused)
        {
            return refused;
        }

        // What amends the notice that stands before it in the same text belongs to it.
        reading = new(
            after!,
            earlier is { Amendment: null } ? null : earlier is null ? amendment : earlier.Amendment!.Then(amendment),
            title?.Issuer ?? "");
        return null;
    }

    /// <summary>
    /// Without a title: words that amend stand in it, or it is about holidays that the State Council's notice has none
    /// of.
    /// </summary>
    private static bool AmendsWithoutTitle(string part)
    {
        var sentences = NoticeWords.Sentences(part)
            .Where(s => NoticeWords.Decides(s.Text) && !NoticeWords.OnlyAsks(s.Text))
            .Select(s => s.Text)
            .ToList();
        if (sentences.Exists(s => Amending().IsMatch(s)))
        {
            return true;
        }

        var holidays = sentences.Select(s =>
            NoticeWords.Item().Match(s) is { Success: true } item
                ? NoticeWords.HolidayOf(item.Groups["name"].Value)
                : NoticeWords.HolidayIn(s))
            .OfType<string>()
            .ToList();
        return holidays.Count > 0 && holidays.TrueForAll(h => !NoticeWords.IsNational(h));
    }

    private static bool Whole(HolidayNotice? notice, string issuer, out NoticeReading? reading)
    {
        reading = notice is null ? null : new(notice, null, issuer);
        return reading is not null;
    }

    private static bool TryMerge(
        int year,
        NoticeAmendment? amendment,
        Func<int, HolidayNotice?> inForce,
        out NoticeReading? reading,
        ref NoticeError? error)
    {
        reading = null;
        if (amendment is null)
        {
            return false;
        }

        if (inForce(year) is not { } before)
        {
            error = new(0, NoticeFault.NothingToAmend, $"{year}");
        }
        else if ((error = amendment.On(before, out var after)) is null)
        {
            reading = new(after!, amendment, amendment.Issuer);
        }

        return reading is not null;
    }

    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    [GeneratedRegex(@"^[ \t]*(?<year>20\d\d)-\d\d-\d\d", RegexOptions.CultureInvariant | RegexOptions.Multiline, Timeout.Infinite)]
    private static partial Regex DayLine();

    [GeneratedRegex("延长|调整[为至到]|改[为在到至]|变更为|顺延|推迟|提前[至到]|移至|取消|不再|增加放假|增放|照常|补充", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Amending();
}
