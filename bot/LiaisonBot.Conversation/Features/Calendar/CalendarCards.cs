using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Calendar;

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
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(CalendarTexts.HolidaysTitle, year)),
        ];
        if (localizer.Calendar.NoticeOf(year) is { } notice)
        {
            body.AddRange(Days(notice, localizer));
            body.Add(Card.Line(localizer.Say(CalendarTexts.HolidaysOther), subtle: true, size: "Small"));
            if (notice.Source is { } source)
            {
                body.Add(Card.Line(
                    localizer.Say(Texts.Labelled, localizer.Say(CalendarTexts.Source), source),
                    subtle: true,
                    size: "Small"));
            }

            body.AddRange(notice.Amendments.Select(a =>
                Card.Line(localizer.Say(CalendarTexts.AmendedBy, a), subtle: true, size: "Small", spacing: "None")));
            body.Add(Card.Line(MadeKnown(year, localizer), subtle: true, size: "Small", spacing: "None"));
        }
        else
        {
            body.Add(Card.Box(Card.Warning, [Card.Line(localizer.Say(CalendarTexts.HolidaysProvisional, year))]));
        }

        List<Json> actions = [];
        if (MayImport(viewer))
        {
            actions.Add(buttons.To("calendar.import", ("what", Localizer.Invariant(year))));
        }

        foreach (var other in new[] { year - 1, year + 1 }
            .Where(y => y is >= HolidayNotice.FirstYear and <= HolidayNotice.LastYear))
        {
            var title = localizer.Say(Texts.Year, other);
            actions.Add(buttons.Execute(title, "calendar.show", [("year", Localizer.Invariant(other))]));
        }

        return Card.Of(localizer, [.. body, .. Card.Actions(actions)]);
    }

    public static Json Form(Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        InputForm.Of(CalendarTexts.ImportTitle, buttons.Submit(
            CalendarTexts.ReadNotice,
            "calendar.check"), buttons, typed, errors,
        [
            (new(Year, CalendarTexts.FieldYear, InputKind.Line, Required: false, Limit: 4), []),
            (new(
                    Notice,
                    CalendarTexts.FieldNotice,
                    InputKind.Lines,
                    Limit: NoticeText.Length,
                    Hint: CalendarTexts.FieldNoticeHint),
                []),
        ], note: buttons.Localizer.Say(CalendarTexts.ImportHow));

    /// <summary>What was understood, before it is saved: the year, or what of it is changed.</summary>
    public static Json Check(NoticeReading read, Buttons buttons)
    {
        var (localizer, notice) = (buttons.Localizer, read.Notice);
        var known = localizer.Calendar.NoticeOf(notice.Year);
        var same = known?.SameDays(notice) == true;
        List<Json?> body = [Card.Title(localizer.Say(CalendarTexts.CheckTitle, notice.Year))];
        if (read.Amendment is { } amendment)
        {
            if (amendment.Source.Length > 0)
            {
                body.Add(Card.Line(amendment.Source, bold: true));
            }

            if (!read.IsNational)
            {
                body.Add(Card.Line(
                    localizer.Say(CalendarTexts.CheckIssuer, read.Issuer),
                    color: Card.Warning,
                    size: "Small"));
            }

            // What is imported last stands: whether that is right only people know when the notices do not say.
            if (!same && known is not null && amendment.IsLaterThan(known) is not true and var order)
            {
                var before = string.Join(localizer.Say(Texts.ListComma), known.Amendments);
                body.Add(Card.Line(
                    localizer.Say(order is false ? CalendarTexts.CheckEarlier : CalendarTexts.CheckOrder, before),
                    color: Card.Warning,
                    size: "Small"));
            }

            if (!same)
            {
                body.AddRange(BeforeAndAfter(notice, localizer));
            }
        }
        else
        {
            body.AddRange([.. Days(notice, localizer), .. known is null || same ? [] : Differences(notice, localizer)]);
        }

        body.Add(Card.Box(
            same ? "emphasis" : "accent",
            [Card.Line(localizer.Say(same ? CalendarTexts.CheckSame : CalendarTexts.CheckConfirm), size: "Small")]));
        (string, string)[] data = [
            (Year, Localizer.Invariant(notice.Year)),
            (Notice, read.Amendment?.ToText() ?? notice.ToText())
        ];
        List<Json> actions = [buttons.To(CalendarTexts.EditNotice, "calendar.edit", data), buttons.Cancel()];
        if (!same)
        {
            actions.Insert(0, buttons.Forward(CalendarTexts.ConfirmImport, "calendar.importNow", data));
        }

        return Card.Of(localizer, [.. body, .. Card.Actions(actions)]);
    }

    public static bool MayImport(Person person) =>
        person.Grants.Any(g => Permissions.ReachOf(Right.ManageCalendar, g.Role) != Reach.Nowhere);

    private static IEnumerable<Json> Days(HolidayNotice notice, Localizer localizer) => notice.Ranges().Select(range => Card.Columns(
    [
        ("72px",
            Card.Line(
                range.Off ? range.Name : localizer.Say(CalendarTexts.WorkedDay),
                bold: range.Off,
                color: range.Off ? null : Card.Warning,
                size: "Small")),
        ("stretch", Card.Line(Range(range.From, range.To, notice.Year, localizer), size: "Small")),
    ], separator: true, spacing: "Small"));

    private static string Range(LocalDate from, LocalDate to, int year, Localizer localizer) => from == to
        ? localizer.DayOfWeek(from, year)
        : localizer.Say(
            CalendarTexts.DayRange,
            localizer.DayOfWeek(from, year),
            localizer.DayOfWeek(to, year),
            Period.DaysBetween(from, to) + 1);

    private static IEnumerable<Json> Differences(HolidayNotice notice, Localizer localizer)
    {
        var after = localizer.Calendar.With(notice);
        var days = Different(after, notice.Year, localizer).ToList();
        string Named(bool worked) =>
            string.Join(
                localizer.Say(Texts.ListComma),
                days.Where(d => after.IsWorkingDay(d) == worked)
                    .Take(DifferencesShown)
                    .Select(d => localizer.DayOfWeek(d, notice.Year)));
        yield return Card.Line(localizer.Say(CalendarTexts.CheckDifferent), bold: true);
        if (days.Exists(d => !after.IsWorkingDay(d)))
        {
            yield return Card.Line(
                localizer.Say(CalendarTexts.CheckNowOff, Named(worked: false)),
                size: "Small",
                spacing: "None");
        }

        if (days.Exists(after.IsWorkingDay))
        {
            yield return Card.Line(
                localizer.Say(CalendarTexts.CheckNowWorked, Named(worked: true)),
                size: "Small",
                spacing: "None");
        }
    }

    private static IEnumerable<LocalDate> Different(WorkingCalendar after, int year, Localizer localizer)
    {
        for (var day = new LocalDate(year - 1, 12, 1); day.Year <= year; day = day.PlusDays(1))
            if (Means(after, day) != Means(localizer.Calendar, day))
            {
                yield return day;
            }
    }

    private static (bool Worked, string? Holiday) Means(WorkingCalendar calendar, LocalDate day) =>
        (calendar.IsWorkingDay(day), calendar.NameOf(day));

    /// <summary>Each day that is changed: what it is now, and what it is to be.</summary>
    private static IEnumerable<Json> BeforeAndAfter(HolidayNotice notice, Localizer localizer)
    {
        var after = localizer.Calendar.With(notice);
        string Said((bool Worked, string? Holiday) means) => means switch
        {
            { Worked: true } => localizer.Say(CalendarTexts.DayWorked),
            { Holiday: { } name } => localizer.Say(CalendarTexts.DayOffFor, name),
            _ => localizer.Say(CalendarTexts.DayOff),
        };
        yield return Card.Line(localizer.Say(CalendarTexts.CheckDifferent), bold: true);
        foreach (var day in Different(after, notice.Year, localizer).Take(DifferencesShown))
            yield return Card.Line(
                localizer.Say(
                    CalendarTexts.DayBecomes,
                    localizer.DayOfWeek(day, notice.Year),
                    Said(Means(localizer.Calendar, day)),
                    Said(Means(after, day))),
                size: "Small",
                spacing: "None");
    }

    private static string MadeKnown(
        int year,
        Localizer localizer) => localizer.Directory.Calendar.ImportedOf(year) is [.., var last]
        ? localizer.Say(
            CalendarTexts.HolidaysImported,
            localizer.Named(last.ByName),
            Localizer.Moment(last.At),
            last.Version)
        : localizer.Say(CalendarTexts.HolidaysShipped);
}
