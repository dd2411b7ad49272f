using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Simulation.Plans;

/// <summary>
/// Holds what is told of visits and of the year's plan against docs/rules.md, read from the rows alone, and what counts as
/// covered against the visits that ended, counted cell by cell.
/// </summary>
internal sealed class PlanWatch(Witness witness, AreaCode province)
{
    private static readonly string[] Covering = ["Inspection", "Patrol", "ReturnVisit", "Special"];

    // A few days at a year's end are no residency of it.
    private const int DaysOfALife = 40;

    // From these days on it is urgent: as the profile that is shipped says.
    private static readonly AnnualDate NotApprovedBy = new(2, 1);
    private static readonly AnnualDate SecondHalfBy = new(10, 15);

    private readonly AreaBook areas = AreaBook.Load(province, []);
    private readonly Dictionary<string, (string? Last, int Times)> stood = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> told = new(StringComparer.Ordinal);
    private readonly HashSet<string> alerts = new(StringComparer.Ordinal);
    private readonly HashSet<(string To, string Number, string What)> alerted = [];
    private HashSet<(string City, string What)> urgentYesterday = [];
    private HashSet<string> ledYesterday = [];

    public void Committed(IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        foreach (var (change, before) in batch)
        {
            if (before is not null || Witness.Written(change) is not { } row)
            {
                continue;
            }

            switch (row.Key[0])
            {
                case 'I' when row.Key.Contains("arrival-", StringComparison.Ordinal):
                    if (batch.FirstOrDefault(one => one.Before is null && one.Change.Key[0] == 'M').Change is { } made)
                    {
                        TheInspectedAreTold(row.Key[2..], Witness.Written(made)!);
                    }

                    break;
                case 'G' when row.Text("Number")!.StartsWith("plan:", StringComparison.Ordinal)
                    && row.Text("Number")!.EndsWith("-year", StringComparison.Ordinal)
                    && row.Text("Act") is not ("Unreached" or "Moved"):
                    // What waits passes from one person to the next under its own id.
                    if (alerts.Add(row.Text("Id")!)
                        && !alerted.Add((row.Text("To")!, row.Text("Number")!, row.Text("Act")!)))
                    {
                        witness.Violate(
                            Check.WhatIsUrgentOfAPlanIsToldOnce,
                            $"{row.Text("Act")} of {row.Text("Number")} to {row.Text("To")}");
                    }

                    break;
            }
        }
    }

    /// <summary>How often there was something new to tell of a visit: that it is announced, other days or another group,
    /// that it was called off.</summary>
    public void VisitChanged(Row visit)
    {
        if (visit.Text("Arrival") is not { } arrival || visit.Text("State") is not ("Announced" or "Cancelled"))
        {
            return;
        }

        var (last, times) = stood.GetValueOrDefault(arrival);
        var now = visit.Text("State") == "Cancelled"
            ? "off"
            : $"{visit.Text("From")}/{visit.Text("To")}/{visit.Number("Group")}";
        stood[arrival] = (now, last == now ? times : times + 1);
    }

    /// <summary>At the start of a day, of people's own clock.</summary>
    /// <param name="wasCalm">Nothing went wrong the day before.</param>
    public void DayBegins(LocalDate today, bool wasCalm)
    {
        // On New Year's Day it is still the plan of the old year.
        var yesterday = today.PlusDays(-1);
        var (urgent, led) = (Urgent(today).ToHashSet(), Led(yesterday));
        foreach (var (city, what) in wasCalm ? urgent.Intersect(urgentYesterday) : [])
        {
            bool IsKnown(string place) => alerted.Any(one =>
                one.What == what && one.Number == $"plan:{yesterday.Year:0000}-{place}-year");
            if (!IsKnown(province.City.Value))
            {
                witness.Violate(Check.WhatIsUrgentOfAPlanIsToldOnce, $"{what} of {city} on {yesterday}: the office was not told");
            }

            if (led.Contains(city) && ledYesterday.Contains(city) && !IsKnown(city))
            {
                witness.Violate(Check.WhatIsUrgentOfAPlanIsToldOnce, $"{what} of {city} on {yesterday}: its leader was not told");
            }
        }

        (urgentYesterday, ledYesterday) = (urgent, led);
        if (today.DayOfWeek == IsoDayOfWeek.Monday)
        {
            CoverageIsWhatEnded(today);
        }
    }

    /// <summary>By what stands in the store, whatever the product made of it.</summary>
    private void TheInspectedAreTold(string command, Row matter)
    {
        var number = matter.Text("Number")!;
        var visit = Visits().FirstOrDefault(row => row.Text("Arrival") is { } arrival && IsOf(command, arrival));
        if (!witness.IsDayChanging
            && (visit is null
                || visit.Text("Area") != matter.Text("Area")
                || visit.Text("State") is not ("Announced" or "Cancelled")
                || DateOf(visit, "AnnouncedOn") > witness.Day))
        {
            witness.Violate(
                Check.NobodyHearsOfAVisitBeforeItsDay,
                $"{number} in {matter.Text("Area")} on {witness.Day}: {(visit is null ? "no visit" : StoredState.Words(visit))}");
        }

        if (visit?.Text("Arrival") is { } of
            && (told[of] = told.GetValueOrDefault(of) + 1) > stood.GetValueOrDefault(of).Times)
        {
            witness.Violate(
                Check.AVisitIsToldOfOnce,
                $"{number}: the {told[of]}. matter of {of}, which had {stood.GetValueOrDefault(of).Times} things to tell");
        }
    }

    private void CoverageIsWhatEnded(LocalDate today)
    {
        var visits = Visits().Where(row => row.Text("State") != "Cancelled" && Covering.Contains(row.Text("Kind"))).ToList();
        bool HasEnded(Row row) => (row.Text("State") ?? "Announced") == "Announced"
            && (row.Text("AnnouncedOn") is null || DateOf(row, "AnnouncedOn") <= today)
            && DateOf(row, "To") < today;
        foreach (var year in visits.Select(row => DateOf(row, "From").Year).Distinct())
        {
            HashSet<(string County, int Half)> Cells(IEnumerable<Row> some) =>
                [.. some.Where(row => row.Text("Area")!.Length == 6 && DateOf(row, "From").Year == year)
                    .Select(row => (row.Text("Area")!, DateOf(row, "From").Month <= 6 ? 1 : 2))];
            var counties = areas.Cities.SelectMany(city => areas.Children(city.Code)).Select(area => area.Code);
            var coverage = Coverage.Of(counties, year, PlanProfile.BuiltIn, witness.Directory.PlannedVisits, today);
            HashSet<(string County, int Half)> Said(params IReadOnlyList<Cover> covers) =>
                [.. coverage.Rows.SelectMany(row => new[] { (row.County.Value, 1, row.First.Cover), (row.County.Value, 2, row.Second.Cover) })
                    .Where(cell => covers.Contains(cell.Cover))
                    .Select(cell => (cell.Value, cell.Item2))];
            var ended = Cells(visits.Where(HasEnded));
            Same(ended, Said(Cover.Done), "done");
            Same(Cells(visits), Said(Cover.Done, Cover.Planned), "done or planned");
            void Same(HashSet<(string, int)> counted, HashSet<(string, int)> said, string what)
            {
                if (!counted.SetEquals(said))
                {
                    witness.Violate(
                        Check.WhatEndedIsCovered,
                        $"{year} {what}: {string.Join(' ', counted.Except(said))} left out, {string.Join(' ', said.Except(counted))} too many");
                }
            }
        }
    }

    /// <summary>Cities in which a team lives that somebody leads.</summary>
    private HashSet<string> Led(LocalDate today) =>
    [
        .. Visits().Where(row => row.Text("Kind") == "Residency"
                && row.Text("State") != "Cancelled"
                && DateOf(row, "From") is var from
                && from.Year == today.Year
                && from.PlusDays(DaysOfALife) <= LocalDate.Min(DateOf(row, "To"), new(from.Year, 12, 31))
                && row.Number("Team") is { } team
                && witness.Judge.Roll.IsLed(team, row.Text("Area")!, today))
            .Select(row => row.Text("Area")!),
    ];

    /// <summary>What is missing in the plan of a city on the day before, and was by then urgent.</summary>
    private IEnumerable<(string City, string What)> Urgent(LocalDate today)
    {
        var (year, before) = (today.PlusDays(-1).Year, today.PlusDays(-1));
        var standing = Visits().Where(row => row.Text("State") is { } state
                && state != "Cancelled"
                && (state != "Announced" || row.Text("ApprovalNumber") is not null)
                && DateOf(row, "From").Year == year)
            .ToLookup(row => row.Text("Area")![..Math.Min(4, row.Text("Area")!.Length)], StringComparer.Ordinal);
        foreach (var city in standing)
        {
            if (before >= NotApprovedBy.InYear(year) && city.Any(row => row.Text("State") is "Drafted" or "Submitted"))
            {
                yield return (city.Key, "NotApproved");
            }

            var visited = Visits().Where(row => row.Text("State") != "Cancelled" && DateOf(row, "From").Year == year)
                .Select(row => row.Text("Area"))
                .ToHashSet();
            if (before >= SecondHalfBy.InYear(year)
                && areas.Children(AreaCode.Parse(city.Key)).Any(county => !visited.Contains(county.Code.Value)))
            {
                yield return (city.Key, "SecondHalf");
            }
        }
    }

    private IEnumerable<Row> Visits() => witness.RowsOfDirectory.Where(row =>
        row.Key.StartsWith(RowKeys.Directory.Visits, StringComparison.Ordinal)
            && row.Key != RowKeys.Directory.VisitsGuard);

    private static bool IsOf(string command, string arrival) =>
        command == KeyPartOf(arrival) || command.StartsWith(KeyPartOf(arrival) + "-", StringComparison.Ordinal);

    private static string KeyPartOf(string id) => KeyPart.Of(id);

    private static LocalDate DateOf(Row row, string column) => Columns.Date(row.Text(column)!);
}
