using System.Globalization;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation.Handovers;

/// <summary>
/// Holds what is written while teams change places against docs/rules.md, read from the rows alone: nothing of it is asked
/// of the product's rules.
/// </summary>
internal sealed class HandoverWatch(Witness witness)
{
    // After its day, and once a week.
    private const int ToldAgain = 7;

    private static readonly string[] Decisions =
        ["Correct", "Insist", "ChangeDue", "Close", "Return", "GrantExtension", "RefuseExtension", "Withdraw"];

    private readonly Dictionary<(string City, long Team), LocalDate> officeToldOn = [];
    private readonly Dictionary<(string City, long Team), LocalDate> openedOn = [];
    private readonly HashSet<(string Number, string Handover)> passed = [];
    private HashSet<(string City, long Team)> unledYesterday = [];

    public void Committed(string city, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        foreach (var (change, before) in batch)
        {
            if (Witness.Written(change) is not { } row)
            {
                continue;
            }

            switch (row.Key[0])
            {
                case 'G' or 'O' when before is null && row.Text("Act") == "IsNear":
                    if (witness.Judge.Roll.IsOfOffice(row.Text("To")!) && TeamOf(row.Text("Number")!) is { } team)
                    {
                        officeToldOn[(city, team)] = witness.Day;
                    }

                    break;
                case 'P':
                    Changed(city, before, row);
                    break;
                case 'M' when before is not null && before.Number("Team") != row.Number("Team"):
                    Passed(city, before, row, batch);
                    break;
                case 'E' when row.Text("Act") == "HandOver":
                    if (!batch.Any(one => one.Change.Key == RowKeys.Matters.Matter + row.Text("Number")
                        && one.Before?.Number("Team") != Witness.Written(one.Change)?.Number("Team")))
                    {
                        witness.Violate(Check.AMatterPassesOnce, $"{row.Text("Number")} passed, and stays where it was");
                    }

                    break;
            }
        }
    }

    /// <summary>Whoever decides has a role there on that day.</summary>
    public void Entered(Row entry)
    {
        var actor = entry.Text("Actor")!;
        if (Decisions.Contains(entry.Text("Act"), StringComparer.Ordinal)
            && !witness.IsDayChanging
            && witness.Judge.Roll.HasEnded(actor, witness.Day, entry.Text("Number")!.Split('-')[1]))
        {
            witness.Violate(
                Check.NobodyDecidesAfterTheirDays,
                $"{entry.Text("Act")} {entry.Text("Number")} by {actor}");
        }
    }

    /// <summary>
    /// Reminders and digests go to who has a role. That a handover waits for their signature, leaders are told also after
    /// their days: they may still sign.
    /// </summary>
    public void Sent(IReadOnlyList<OutboxMessage> notices, string to, bool isDigest)
    {
        if (!witness.IsDayChanging
            && notices.Any(n => (isDigest || n.Reminders is not null) && n.Subject.Kind != "handover")
            && witness.Judge.Roll.HasEnded(to, witness.Day))
        {
            witness.Violate(Check.NothingIsRemindedToWhoLeft, $"{notices[0].Id} to {to}");
        }
    }

    /// <summary>
    /// At the start of a day: who was without a leader the whole day before, while everything worked, is known to the
    /// office.
    /// </summary>
    /// <param name="wasCalm">Nothing went wrong the day before.</param>
    public void DayBegins(LocalDate today, bool wasCalm)
    {
        var unled = new HashSet<(string City, long Team)>();
        foreach (var city in witness.Cities)
        {
            var confirmed = witness.HandoversOf(city)
                .Where(row => row.Text("State") == "Confirmed")
                .Select(row => row.Number("From"))
                .ToHashSet();
            unled.UnionWith(witness.OpenMattersOf(city)
                .Select(row => row.Number("Team"))
                .OfType<long>()
                .Distinct()
                .Where(team => !confirmed.Contains(team) && !witness.Judge.Roll.IsLed(team, city, today))
                .Select(team => (city, team)));
        }

        foreach (var of in wasCalm ? unled.Intersect(unledYesterday) : [])
        {
            var known = LocalDate.Max(
                officeToldOn.GetValueOrDefault(of, LocalDate.MinIsoValue),
                openedOn.GetValueOrDefault(of, LocalDate.MinIsoValue));
            if (known < today.PlusDays(-1 - ToldAgain))
            {
                witness.Violate(
                    Check.NoTeamIsLeftWithoutALeader,
                    $"team {of.Team} in {of.City} on {today.PlusDays(-1)}: the office was told on {known}");
            }
        }

        unledYesterday = unled;
    }

    private void Changed(string city, Row? before, Row after)
    {
        var team = after.Number("From")!.Value;
        // Of one whose day has come the office hears again after a week, counted from the day.
        if (after.Text("State") == "Open"
            && before?.Text("State") != "Open"
            && Columns.Date(after.Text("On")!) <= witness.Day)
        {
            openedOn[(city, team)] = witness.Day;
        }

        if (after.Text("State") != "Done" || before?.Text("State") == "Done")
        {
            return;
        }

        // What is assigned at the very moment by who still leads the team passes with a later one.
        foreach (var left in witness.OpenMattersOf(city).Where(row => row.Number("Team") == team))
        {
            var number = left.Text("Number")!;
            if (witness.Now - witness.ChangedAt(SubjectKey.Parse(number)) > Duration.FromMinutes(10))
            {
                witness.Violate(Check.AMatterPassesOnce, $"{number} was left behind by {after.Key}");
            }
        }
    }

    private void Passed(string city, Row before, Row after, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        var number = after.Text("Number")!;
        var (from, to) = (before.Number("Team"), after.Number("Team"));
        var note = string.Create(CultureInfo.InvariantCulture, $"{from}→{to}");
        var entries = batch.Count(one => one.Change is Change.Insert { Row: var row }
            && row.Key[0] == 'E'
            && row.Text("Act") == "HandOver"
            && row.Text("Number") == number
            && row.Text("Note") == note);
        var handover = witness.HandoversOf(city).FirstOrDefault(row => row.Text("State") == "Confirmed"
            && row.Number("From") == from
            && row.Number("To") == to
            && Columns.Date(row.Text("On")!) <= witness.Day);
        if (entries != 1 || handover is null || !passed.Add((number, handover.Key)))
        {
            witness.Violate(
                Check.AMatterPassesOnce,
                $"{number} from team {from} to {to}: {entries} entries, by {handover?.Key ?? "no handover"}");
        }
    }

    /// <param name="key"><c>handover:2027-1301-0101-01</c>.</param>
    private static long? TeamOf(string key) => key.Split('-') is [_, _, _, var team]
        ? long.Parse(team, CultureInfo.InvariantCulture)
        : null;
}
