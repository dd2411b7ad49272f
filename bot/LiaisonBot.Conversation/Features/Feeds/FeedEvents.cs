using System.Diagnostics;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.Visits;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Feeds;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Feeds;

/// <summary>
/// The days of a person's calendar. What is one line in a list is one entry of a day: the findings of a set, the counties of
/// a matter. Where somebody sees a whole province, the matters that are not theirs are one entry for each city and day.
/// </summary>
/// <param name="titleOf">Of a dated step of a set, by its name.</param>
internal sealed class FeedEvents(
    Person person,
    FeedContents contents,
    bool withTitles,
    Func<FindingSet, string, string> titleOf,
    Localizer localizer)
{
    /// <summary>Entries of one calendar; of more, those nearest to today.</summary>
    public const int Most = 1500;

    /// <summary>A visit of more calendar days than this is shown by its first and its last day.</summary>
    public const int LongVisit = 62;

    /// <summary>From which versions count: each minute after it is another one.</summary>
    private static readonly Instant Start = Instant.FromUtc(2024, 1, 1, 0, 0);

    public CalendarFile Made()
    {
        List<CalendarEntry> all = [.. Dues(), .. Steps(), .. SelfChecks(), .. Visits(), .. DaysOffAndWorked()];
        var note = localizer.Say(FeedTexts.FileNote);
        return new(
            localizer.Say(FeedTexts.FileName),
            all.Count > Most ? note + " " + localizer.Say(FeedTexts.FileCut, Most) : note,
            [
                .. all.OrderBy(one => Math.Abs(Period.DaysBetween(contents.Today, one.First)))
                    .ThenBy(one => one.Id, StringComparer.Ordinal)
                    .Take(Most)
                    .OrderBy(one => one.First)
                    .ThenBy(one => one.Id, StringComparer.Ordinal),
            ]);
    }

    private IEnumerable<CalendarEntry> Dues()
    {
        var sets = contents.Sets.ToDictionary(set => set.Number);
        return contents.Matters.DistinctBy(entry => entry.Number)
            .GroupBy(entry => (LineOf(entry, sets), entry.Due))
            .Select(group => Due(group.Key.Item1, group.Key.Due, [.. group], sets));
    }

    /// <summary>What is one entry, on one day.</summary>
    private Line LineOf(ListEntry entry, Dictionary<MatterNumber, FindingSet> sets)
    {
        if (IsFarOff(entry))
        {
            return new Line.OfCity(entry.Number.City);
        }

        return entry is { Set: { } set, FindingIndex: not null } && sets.ContainsKey(set)
            ? new Line.OfSet(set)
            : ListLines.Folds(person, entry.Number.Root)
            ? new Line.Whole(entry.Number.Root)
            : new Line.Whole(entry.Number);
    }

    /// <summary>Only the office sees it, since it sees everything: nobody of the office has to do it.</summary>
    private bool IsFarOff(ListEntry entry) =>
        person.Has(Role.Office)
        && !person.Grants.Any(grant => grant.Area == entry.Holder)
        && !entry.IsFollowedBy(person)
        && entry is not { Set: not null, FindingIndex: null };

    private CalendarEntry Due(
        Line line,
        LocalDate due,
        IReadOnlyList<ListEntry> entries,
        Dictionary<MatterNumber, FindingSet> sets)
    {
        var open = entries.Where(entry => entry.IsOpen).ToList();
        var isOff = open.Count == 0;
        var shown = isOff ? entries : open;
        var title = line switch
        {
            Line.OfCity city => localizer.Say(
                FeedTexts.DueOfCity,
                shown.CountOnce(_ => true),
                localizer.Place(city.City)),
            Line.OfSet set => localizer.Say(
                FeedTexts.DueFindings,
                shown.Count,
                localizer.Place(sets[set.Number].Area)),
            Line.Whole whole => Whole(whole.Number, shown, sets),
            _ => throw new UnreachableException(),
        };
        if (shown.Any(entry => entry.DueProvisional))
        {
            title += localizer.Say(Texts.ProvisionalMark);
        }

        var isWithdrawn = isOff && entries.All(entry => entry.State == MatterState.Withdrawn);
        var changed = entries.Max(entry => entry.LastAt) ?? Start;
        var hasOwn = line is Line.Whole { Number: var number } && entries.Any(entry => entry.Number == number);
        return new(
            IdOf(line, due, hasOwn),
            due,
            due,
            isOff ? localizer.Say(isWithdrawn ? FeedTexts.CalledOff : FeedTexts.Done, title) : title,
            string.Join('\n', Notes(shown)),
            changed,
            hasOwn ? Version(changed) : 0,
            isOff);
    }

    private string Whole(
        MatterNumber number,
        IReadOnlyList<ListEntry> shown,
        Dictionary<MatterNumber, FindingSet> sets)
    {
        var parts = shown.Count(entry => entry.Number != number);
        if (shown.FirstOrDefault(entry => entry.Number == number) is not { } own)
        {
            return localizer.Say(
                FeedTexts.DueParts,
                parts,
                localizer.Short(number),
                shown.Select(entry => entry.Area).Distinct().Count() == 1
                    ? localizer.Place(shown[0].Area)
                    : localizer.Place(number.City));
        }

        if (own is { Set: { } of, FindingIndex: null }
            && sets.TryGetValue(of, out var set)
            && set.Steps.FirstOrDefault(step => step.Matter == number) is { } step)
        {
            return localizer.Say(FeedTexts.DueStep, localizer.Place(own.Area), titleOf(set, step.Name));
        }

        var what = withTitles ? $"{localizer.Short(number)} {Plain(own.Title)}" : localizer.Short(number);
        return parts == 0
            ? localizer.Say(FeedTexts.Due, what, localizer.Place(own.Area))
            : localizer.Say(FeedTexts.DueWithParts, parts, what, localizer.Place(own.Area));
    }

    /// <summary>Numbers and where they stand; titles only where the person switched them on.</summary>
    private IEnumerable<string> Notes(IReadOnlyList<ListEntry> entries)
    {
        const int most = 40;
        foreach (var entry in entries.OrderBy(entry => entry.Number).Take(most))
        {
            var number = localizer.Number(entry.Number);
            var state = localizer.StateName(entry.State);
            yield return withTitles
                ? $"{number} {Plain(entry.Title)} · {localizer.Place(entry.Area)} · {state}"
                : $"{number} · {localizer.Place(entry.Area)} · {state}";
        }

        if (entries.Count > most)
        {
            yield return "…";
        }
    }

    /// <summary>The steps of teams, of which there is no matter: for those who may see the set and are of no place.</summary>
    private IEnumerable<CalendarEntry> Steps() =>
        from set in contents.Sets
        where person.Has(Role.Office) || person.Grants.Any(grant => grant.Team is not null && grant.Team == set.Team)
        from step in set.TeamSteps
        where FeedContents.IsShown(step.Due, step.Due, contents.Today)
        select new CalendarEntry(
            $"set-{set.Number.Key}-{step.Name}",
            step.Due,
            step.Due,
            localizer.Say(FeedTexts.DueStep, localizer.Place(set.Area), titleOf(set, step.Name)),
            "",
            BeijingTime.At(step.From, LocalTime.Midnight));

    /// <summary>Those of one's own places; what is to be looked for stands there only where titles are switched on.</summary>
    private IEnumerable<CalendarEntry> SelfChecks()
    {
        foreach (var check in contents.SelfChecks)
        {
            var place = localizer.Place(check.Place);
            var isAnswered = check.State != SelfCheckState.Asked;
            var title = withTitles
                ? localizer.Say(FeedTexts.DueSelfCheckOf, place, Plain(check.Campaign?.Title ?? check.Problem))
                : localizer.Say(FeedTexts.DueSelfCheck, place);
            var changed = check.AnsweredAt ?? check.AskedAt;
            yield return new(
                $"selfcheck-{check.Number.Key}",
                check.Due,
                check.Due,
                isAnswered ? localizer.Say(FeedTexts.Answered, title) : title,
                "",
                changed,
                Version(changed),
                isAnswered);
        }
    }

    private IEnumerable<CalendarEntry> Visits()
    {
        foreach (var visit in contents.Visits)
        {
            var title = $"{localizer.Place(visit.Area)} {VisitCards.What(visit, localizer)}";
            var changed = FeedContents.ChangedAt(visit);
            var isOff = !visit.IsStanding;
            var days = localizer.Say(VisitTexts.VisitDays, localizer.FullDay(visit.From), localizer.FullDay(visit.To));
            CalendarEntry On(string mark, LocalDate first, LocalDate last, string named) => new(
                $"visit-{Hash(visit.Key)}{mark}",
                first,
                last,
                isOff ? localizer.Say(FeedTexts.CalledOff, named) : named,
                days,
                changed,
                Version(changed),
                isOff);
            if (Period.DaysBetween(visit.From, visit.To) < LongVisit)
            {
                yield return On("", visit.From, visit.To, title);
                continue;
            }

            foreach (var (mark, day, words) in new[]
            {
                ("-begins", visit.From, FeedTexts.Begins),
                ("-ends", visit.To, FeedTexts.Ends),
            })
            {
                if (FeedContents.IsShown(day, day, contents.Today))
                {
                    yield return On(mark, day, day, localizer.Say(words, title));
                }
            }
        }
    }

    /// <summary>Days off, and Saturdays and Sundays that are worked in exchange, of the years whose notice is known.</summary>
    private IEnumerable<CalendarEntry> DaysOffAndWorked()
    {
        foreach (var year in localizer.Calendar.Years.Order())
        {
            var notice = localizer.Calendar.NoticeOf(year)!;
            var known = BeijingTime.At(new(year, 1, 1), LocalTime.Midnight);
            foreach (var (day, name) in notice.Workdays.Where(day => IsShown(day.Key)))
            {
                yield return new(
                    $"worked-{Columns(day)}",
                    day,
                    day,
                    localizer.Say(FeedTexts.Worked, name),
                    "",
                    known);
            }

            foreach (var run in Runs(notice.Holidays.Where(day => IsShown(day.Key))))
            {
                yield return new(
                    $"off-{Columns(run.First)}",
                    run.First,
                    run.Last,
                    localizer.Say(FeedTexts.DayOff, run.Name),
                    "",
                    known);
            }
        }

        bool IsShown(LocalDate day) => FeedContents.IsShown(day, day, contents.Today);
        static string Columns(LocalDate day) => Core.Storage.Columns.Date(day);
    }

    private static IEnumerable<(string Name, LocalDate First, LocalDate Last)> Runs(
        IEnumerable<KeyValuePair<LocalDate, string>> days)
    {
        (string Name, LocalDate First, LocalDate Last)? run = null;
        foreach (var (day, name) in days.OrderBy(day => day.Key))
        {
            if (run is { } before && before.Name == name && before.Last.PlusDays(1) == day)
            {
                run = before with { Last = day };
                continue;
            }

            if (run is { } ended)
            {
                yield return ended;
            }

            run = (name, day, day);
        }

        if (run is { } last)
        {
            yield return last;
        }
    }

    /// <summary>A matter keeps its id when its day moves; what is gathered of a day is of that day.</summary>
    private static string IdOf(Line line, LocalDate due, bool hasOwn) => line switch
    {
        Line.OfCity city => $"city-{city.City.Value}-{Core.Storage.Columns.Date(due)}",
        Line.OfSet set => $"set-{set.Number.Key}-{Core.Storage.Columns.Date(due)}",
        Line.Whole whole when hasOwn => $"matter-{whole.Number.Key}",
        Line.Whole whole => $"matter-{whole.Number.Key}-{Core.Storage.Columns.Date(due)}",
        _ => throw new UnreachableException(),
    };

    private static int Version(Instant changed) => (int)Math.Max(0, (changed - Start).TotalMinutes);

    /// <summary>The key says what the visit was entered as, before anybody knew of it.</summary>
    private static string Hash(string key) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)))[..16];

    private static string Plain(string text) => string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c)));

    private abstract record Line
    {
        public sealed record OfCity(AreaCode City) : Line;

        public sealed record OfSet(MatterNumber Number) : Line;

        public sealed record Whole(MatterNumber Number) : Line;
    }
}
