using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Cards;

/// <summary>The working calendar of a year, and how a notice is imported.</summary>
internal static class CalendarCards
{
    public const string Year = "year";
    public const string Notice = "notice";

    /// <summary>Days that differ from what is in force, shown one by one; a notice has fewer.</summary>
    private const int DifferencesShown = 60;

    /// <summary>The notice in force, who made it known, and what is provisional.</summary>
    public static Json Show(int year, Person viewer, Buttons buttons, string? news = null)
    {
        var phrases = buttons.Phrases;
        List<Json?> body =
        [
            Card.News(news, phrases),
            Card.Title(phrases.Say(Texts.HolidaysTitle, year)),
        ];
        if (phrases.Calendar.NoticeOf(year) is { } notice)
        {
            body.AddRange(Days(notice, phrases));
            body.Add(Card.Line(phrases.Say(Texts.HolidaysOther), subtle: true, size: "Small"));
            if (notice.Source is { } source)
            {
                body.Add(Card.Line(phrases.Say(Texts.Labelled, phrases.Say(Texts.Source), source), subtle: true, size: "Small"));
            }

            body.AddRange(notice.Amendments.Select(a => Card.Line(phrases.Say(Texts.AmendedBy, a), subtle: true, size: "Small", spacing: "None")));
            body.Add(Card.Line(MadeKnown(year, phrases), subtle: true, size: "Small", spacing: "None"));
        }
        else
        {
            body.Add(Card.Box(Card.Warning, [Card.Line(phrases.Say(Texts.HolidaysProvisional, year))]));
        }

        List<Json> actions = [];
        if (MayImport(viewer))
        {
            actions.Add(buttons.To("calendar.import", ("what", Phrases.Invariant(year))));
        }

        foreach (var other in new[] { year - 1, year + 1 }.Where(y => y is >= YearNotice.FirstYear and <= YearNotice.LastYear))
        {
            var title = phrases.Say(Texts.Year, other);
            actions.Add(buttons.Execute(title, "calendar.show", [("year", Phrases.Invariant(other))]));
        }

        return Card.Of(phrases, [.. body, .. Card.Actions(actions)]);
    }

    public static Json Form(Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        PeopleCards.Form(Texts.ImportTitle, buttons.Submit(Texts.ReadNotice, "calendar.check"), buttons, typed, errors,
        [
            (new(Year, Texts.FieldYear, InputKind.Line, Required: false, Limit: 4), []),
            (new(Notice, Texts.FieldNotice, InputKind.Lines, Limit: NoticeText.Length, Hint: Texts.FieldNoticeHint), []),
        ], note: buttons.Phrases.Say(Texts.ImportHow));

    /// <summary>What was understood, before it is saved: the year, or what of it is changed.</summary>
    public static Json Check(NoticeReading read, Buttons buttons)
    {
        var (phrases, notice) = (buttons.Phrases, read.Notice);
        var known = phrases.Calendar.NoticeOf(notice.Year);
        var same = known?.SameDays(notice) == true;
        List<Json?> body = [Card.Title(phrases.Say(Texts.CheckTitle, notice.Year))];
        if (read.Amendment is { } amendment)
        {
            if (amendment.Source.Length > 0)
            {
                body.Add(Card.Line(amendment.Source, bold: true));
            }

            if (!read.IsNational)
            {
                body.Add(Card.Line(phrases.Say(Texts.CheckIssuer, read.Issuer), color: Card.Warning, size: "Small"));
            }

            if (!same)
            {
                body.AddRange(BeforeAndAfter(notice, phrases));
            }
        }
        else
        {
            body.AddRange([.. Days(notice, phrases), .. known is null || same ? [] : Differences(notice, phrases)]);
        }

        body.Add(Card.Box(same ? "emphasis" : "accent", [Card.Line(phrases.Say(same ? Texts.CheckSame : Texts.CheckConfirm), size: "Small")]));
        (string, string)[] data = [(Year, Phrases.Invariant(notice.Year)), (Notice, read.Amendment?.ToText() ?? notice.ToText())];
        List<Json> actions = [buttons.To(Texts.EditNotice, "calendar.edit", data), buttons.Cancel()];
        if (!same)
        {
            actions.Insert(0, buttons.Forward(Texts.ConfirmImport, "calendar.importNow", data));
        }

        return Card.Of(phrases, [.. body, .. Card.Actions(actions)]);
    }

    public static bool MayImport(Person person) => person.Grants.Any(g => Permissions.ReachOf(Right.ManageCalendar, g.Role) != Reach.Nowhere);

    private static IEnumerable<Json> Days(YearNotice notice, Phrases phrases) => notice.Ranges().Select(range => Card.Columns(
    [
        ("72px", Card.Line(range.Off ? range.Name : phrases.Say(Texts.WorkedDay), bold: range.Off, color: range.Off ? null : Card.Warning, size: "Small")),
        ("stretch", Card.Line(Range(range.From, range.To, notice.Year, phrases), size: "Small")),
    ], separator: true, spacing: "Small"));

    private static string Range(LocalDate from, LocalDate to, int year, Phrases phrases) => from == to
        ? phrases.DayOfWeek(from, year)
        : phrases.Say(Texts.DayRange, phrases.DayOfWeek(from, year), phrases.DayOfWeek(to, year), Period.DaysBetween(from, to) + 1);

    private static IEnumerable<Json> Differences(YearNotice notice, Phrases phrases)
    {
        var after = phrases.Calendar.With(notice);
        var days = Different(after, notice.Year, phrases).ToList();
        string Named(bool worked) => string.Join(phrases.Say(Texts.ListComma), days.Where(d => after.IsWorkingDay(d) == worked).Take(DifferencesShown).Select(d => phrases.DayOfWeek(d, notice.Year)));
        yield return Card.Line(phrases.Say(Texts.CheckDifferent), bold: true);
        if (days.Exists(d => !after.IsWorkingDay(d)))
        {
            yield return Card.Line(phrases.Say(Texts.CheckNowOff, Named(worked: false)), size: "Small", spacing: "None");
        }

        if (days.Exists(after.IsWorkingDay))
        {
            yield return Card.Line(phrases.Say(Texts.CheckNowWorked, Named(worked: true)), size: "Small", spacing: "None");
        }
    }

    private static IEnumerable<LocalDate> Different(WorkingCalendar after, int year, Phrases phrases)
    {
        for (var day = new LocalDate(year - 1, 12, 1); day.Year <= year; day = day.PlusDays(1))
            if (Means(after, day) != Means(phrases.Calendar, day))
            {
                yield return day;
            }
    }

    private static (bool Worked, string? Holiday) Means(WorkingCalendar calendar, LocalDate day) => (calendar.IsWorkingDay(day), calendar.NameOf(day));

    /// <summary>Each day that is changed: what it is now, and what it is to be.</summary>
    private static IEnumerable<Json> BeforeAndAfter(YearNotice notice, Phrases phrases)
    {
        var after = phrases.Calendar.With(notice);
        string Said((bool Worked, string? Holiday) means) => means switch
        {
            { Worked: true } => phrases.Say(Texts.DayWorked),
            { Holiday: { } name } => phrases.Say(Texts.DayOffFor, name),
            _ => phrases.Say(Texts.DayOff),
        };
        yield return Card.Line(phrases.Say(Texts.CheckDifferent), bold: true);
        foreach (var day in Different(after, notice.Year, phrases).Take(DifferencesShown))
            yield return Card.Line(phrases.Say(Texts.DayBecomes, phrases.DayOfWeek(day, notice.Year), Said(Means(phrases.Calendar, day)), Said(Means(after, day))), size: "Small", spacing: "None");
    }

    private static string MadeKnown(int year, Phrases phrases) => phrases.Directory.Calendar.ImportedOf(year) is [.., var last]
        ? phrases.Say(Texts.HolidaysImported, phrases.Named(last.ByName), Phrases.Moment(last.At), last.Version)
        : phrases.Say(Texts.HolidaysShipped);
}
