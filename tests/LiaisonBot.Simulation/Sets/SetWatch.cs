using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation.Judging;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Simulation.Sets;

/// <summary>
/// Holds sets of findings, their steps, plans, checks, topics and self-checks against docs/rules.md. It reads rows and what
/// is sent; what it compares with is worked out here from the history, in another way than the product does.
/// </summary>
internal sealed class SetWatch(Witness witness, MemoryTableStore store)
{
    private const int TopicPlaces = 3;
    private const int TopicCities = 2;
    private const int TopicMonths = 12;

    private readonly HashSet<(string To, string Set)> toldOfSet = [];
    private readonly Dictionary<string, (Instant At, Dictionary<long, string?> Due)> approved = new(StringComparer.Ordinal);
    private readonly HashSet<(string Set, long Finding, Instant Approved)> applied = [];
    private readonly Dictionary<string, string> madeBy = new(StringComparer.Ordinal);
    private readonly Dictionary<(string To, string Topic), HashSet<string>> toldOfTopic = [];
    private readonly HashSet<string> messages = new(StringComparer.Ordinal);

    public void Committed(IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        var command = batch.Where(one => one.Change.Key.StartsWith(RowKeys.Matters.Commands, StringComparison.Ordinal))
            .Select(one => one.Change.Key[RowKeys.Matters.Commands.Length..])
            .FirstOrDefault();
        foreach (var (change, before) in batch)
        {
            if (Witness.Written(change) is not { } row)
            {
                continue;
            }

            switch (RowKeys.KindOf(row.Key))
            {
                case RowKeys.Matters.Matter when before is null && (row.Text("Set") ?? row.Text("StepOf")) is not null:
                    IsSignedForWithItsSet(row);
                    StepIsDueInTime(row);
                    break;
                case RowKeys.Matters.Matter when before is not null && row.Text("Step") == "plan":
                    PlanIsApproved(before, row);
                    break;
                case RowKeys.Matters.History when before is null:
                    Entered(row, command, batch);
                    break;
                case RowKeys.Matters.Outbox or RowKeys.Matters.Digest when before is null && messages.Add(row.Text("Id")!):
                    Told(row, command);
                    break;
                case RowKeys.Matters.FindingChecks when before is null:
                    SampleCanBeDrawnAgain(row);
                    break;
            }
        }
    }

    /// <summary>What goes out at once of a set is what a person did, or the one message of the whole.</summary>
    public void Sent(Letter letter)
    {
        if (letter.IsDigest)
        {
            return;
        }

        foreach (var notice in letter.Notices)
        {
            if (notice.Reminders is not null
                && SetOf(notice.Subject.Text) is { } set
                && !witness.IsUrgent(notice.Subject))
            {
                witness.Violate(Check.ASetPushesNothingByItself, $"a reminder of {notice.Subject} of {set} to {letter.To.Id}");
            }
        }
    }

    /// <summary>At any moment.</summary>
    /// <param name="rows">Of one city, of sets.</param>
    /// <param name="matters">Of the same city.</param>
    public void Look(IEnumerable<Row> rows, IEnumerable<Row> matters)
    {
        var ofSets = rows.ToLookup(row => RowKeys.KindOf(row.Key), StringComparer.Ordinal);
        var findings = matters.Where(row => row.Number("Finding") is not null)
            .ToLookup(row => row.Text("Set")!, StringComparer.Ordinal);
        foreach (var set in ofSets[RowKeys.Matters.Sets])
        {
            var number = set.Text("Number")!;
            foreach (var twice in findings[number].GroupBy(row => row.Number("Finding")).Where(same => same.Count() > 1))
            {
                witness.Violate(
                    Check.AFindingHasOneMatter,
                    $"finding {twice.Key} of {number}: {string.Join(' ', twice.Select(row => row.Text("Number")))}");
            }

            CountsAreThoseOfTheHistory(set, ofSets, findings[number]);
        }
    }

    /// <summary>When everything works again and some days have passed.</summary>
    public void LookWhenSettled()
    {
        foreach (var city in witness.Cities)
        {
            var rows = store.Rows(RowKeys.Matters.Table, city).ToLookup(row => RowKeys.KindOf(row.Key), StringComparer.Ordinal);
            var matters = rows[RowKeys.Matters.Matter].ToList();
            foreach (var set in rows[RowKeys.Matters.Sets])
            {
                var number = set.Text("Number")!;
                var made = matters.Where(row => row.Text("Set") == number).Select(row => row.Number("Finding")!.Value);
                if (set.Text("State") != "Open"
                    || !made.Order().SequenceEqual(Enumerable.Range(1, (int)set.Number("Count")!.Value).Select(i => (long)i)))
                {
                    witness.Violate(
                        Check.AFindingHasOneMatter,
                        $"{number} {set.Text("State")}, of {set.Number("Count")}: {string.Join(' ', made.Order())}");
                }

                StepsAreThere(set, matters);
                WhatIsPublicIsSaid(set, rows, matters);
                PlanIsApplied(set, matters);
            }

            foreach (var asked in rows[RowKeys.Matters.SelfCheckAnswers])
            {
                PlanOfASelfCheckIsOneMatter(asked, rows[RowKeys.Matters.Sets]);
            }

            foreach (var check in rows[RowKeys.Matters.FindingChecks])
            {
                WhatFollowsIsThere(check);
            }
        }

        TopicsWereTold();
    }

    private string? SetOf(string number) => witness.Judge.Of(number)?.Set;

    private void IsSignedForWithItsSet(Row matter)
    {
        var isFirst = matter.Text("Step") == "plan";
        if ((matter.Text("State") == "Assigned") != isFirst)
        {
            witness.Violate(
                Check.ASetIsToldAndSignedForOnce,
                $"{matter.Text("Number")} of {matter.Text("Set") ?? matter.Text("StepOf")} begins as {matter.Text("State")}");
        }
    }

    private void Told(Row message, string? command)
    {
        var (number, act, to) = (message.Text("Number")!, message.Text("Act"), message.Text("To")!);
        if (number.StartsWith(TopicSubject.KindName, StringComparison.Ordinal) && act is TopicService.Spread or TopicService.Again)
        {
            TopicIsToldWithSomethingNew(to, message.Text("Note")!);
        }

        if (act != "Assign" || Matter(number) is not { } matter || (matter.Text("Set") ?? matter.Text("StepOf")) is not { } set)
        {
            return;
        }

        if (matter.Number("Finding") is not null
            ? matter.Text("Basis") is null
            : matter.Text("Step") == "plan" && !toldOfSet.Add((to, set)))
        {
            witness.Violate(Check.ASetIsToldAndSignedForOnce, $"{number} of {set} to {to}");
        }

        if (message.Key.StartsWith(RowKeys.Matters.Outbox, StringComparison.Ordinal)
            && matter.Text("Step") is { } step
            && step != "plan")
        {
            witness.Violate(Check.ASetPushesNothingByItself, $"{step} of {set} to {to}, by {command}");
        }
    }

    private void Entered(Row entry, string? command, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        var (number, act) = (entry.Text("Number")!, entry.Text("Act"));
        if (act == "Assign"
            && command is not null
            && (command.StartsWith(SelfCheck.KindName, StringComparison.Ordinal)
                || command.StartsWith(FindingCheck.KindName, StringComparison.Ordinal))
            && !madeBy.TryAdd(command, number))
        {
            witness.Violate(Check.WhatFollowsIsMadeOnce, $"{number} and {madeBy[command]} by {command}");
        }

        var matter = batch.Where(one => one.Change.Key == RowKeys.Matters.Matter + number)
            .Select(one => Witness.Written(one.Change))
            .FirstOrDefault();
        if (act == "ApplyPlan" && matter is not null)
        {
            DateIsThatOfThePlan(entry, matter);
        }

        if (act is "Correct" or "ChangeDue" && command?.StartsWith(FindingSet.KindName, StringComparison.Ordinal) == true)
        {
            StepIsDueInTime(matter!);
        }
    }

    // Steps

    private void StepIsDueInTime(Row matter)
    {
        if (matter.Text("Step") is not { } step
            || witness.IsRecounting
            || Expected(matter.Text("StepOf")!, step) is not { } date)
        {
            return;
        }

        var due = LocalDate.Max(date, witness.Day);
        if (matter.Text("Due") != Iso(due) && !witness.IsDayChanging)
        {
            witness.Violate(Check.AStepComesOnItsDay, $"{matter.Text("Number")} {step}: {matter.Text("Due")} in place of {due}");
        }
    }

    private void StepsAreThere(Row set, List<Row> matters)
    {
        var number = set.Text("Number")!;
        foreach (var step in new[] { "campaign-report", "plan", "plan-disclosure", "progress", "result-disclosure", "yearly-look" })
        {
            var count = matters.Count(row => row.Text("StepOf") == number && row.Text("Step") == step);
            if (count > 1 || (count == 0 && Expected(number, step) is not null))
            {
                witness.Violate(Check.AStepComesOnItsDay, $"{count} of {step} of {number}");
            }
        }
    }

    /// <summary>By the file of steps, counted by hand; null while the day that it counts from has not come.</summary>
    private LocalDate? Expected(string set, string step) => Set(set)!.Text("CampaignUntil") is { } ends
        ? step == "campaign-report" && Date(ends) < witness.Day ? witness.Judge.Days.Nth(Date(ends), 5) : null
        : ExpectedOfFeedback(set, step);

    private LocalDate? ExpectedOfFeedback(string set, string step) => step switch
    {
        "plan" => Months(FeedbackOn(set), 1),
        "progress" => Months(FeedbackOn(set), 6),
        "plan-disclosure" => ClosedOn(set, "plan") is { } day ? witness.Judge.Days.Nth(day, 15) : null,
        "result-disclosure" => ClosedOn(set, "progress") is { } day ? witness.Judge.Days.Nth(day, 15) : null,
        "yearly-look" => LongTermSince(set) is { } day ? Months(day, 12) : null,
        _ when step.StartsWith("plan-", StringComparison.Ordinal) && long.TryParse(step[5..], out var plan) =>
            AddedToPlan(set, plan) is { } day ? Months(day, 1) : null,
        _ => null,
    };

    private LocalDate? AddedToPlan(string set, long plan) => OfCity(set, RowKeys.Matters.Findings)
        .Where(row => row.Key.StartsWith($"{RowKeys.Matters.Findings}{set}|", StringComparison.Ordinal))
        .SelectMany(row => Enumerable.Range(0, SetRows.FindingsOfARow)
            .Where(i => row.Number($"Plan{i}") == plan)
            .Select(i => row.Text($"AddedOn{i}")))
        .OfType<string>()
        .Min(day => (LocalDate?)Date(day));

    private LocalDate? ClosedOn(string set, string step) => OfCity(set)
        .Where(row => row.Text("StepOf") == set && row.Text("Step") == step)
        .Select(row => witness.Judge.Of(row.Text("Number")!))
        .Where(story => story is { State: "Closed", EndedAt: not null })
        .Select(story => (LocalDate?)Days.Of(story!.EndedAt!.Value))
        .FirstOrDefault();

    private LocalDate? LongTermSince(string set) => OfCity(set)
        .Where(row => row.Text("Set") == set && row.Text("Track") == "LongTerm")
        .Select(row => witness.Judge.Of(row.Text("Number")!))
        .Where(story => story is { State: "Closed", EndedAt: not null })
        .Min(story => (LocalDate?)Days.Of(story!.EndedAt!.Value));

    private LocalDate FeedbackOn(string set) => Date(Set(set)!.Text("FeedbackOn")!);

    private static LocalDate Months(LocalDate from, int months)
    {
        var (year, month) = (from.Year + ((from.Month - 1 + months) / 12), ((from.Month - 1 + months) % 12) + 1);
        var last = new LocalDate(month == 12 ? year + 1 : year, (month % 12) + 1, 1).PlusDays(-1).Day;
        return new(year, month, Math.Min(from.Day, last));
    }

    // What is made public

    /// <summary>
    /// A step that is handed in, or closed, has all of it said; what is exempt was asked for, and agreed to by the office.
    /// </summary>
    private void WhatIsPublicIsSaid(Row set, ILookup<string, Row> rows, List<Row> matters)
    {
        var number = set.Text("Number")!;
        var said = rows[RowKeys.Matters.Disclosures].Where(row => row.Key.StartsWith($"{RowKeys.Matters.Disclosures}{number}|", StringComparison.Ordinal)).ToList();
        foreach (var (step, what) in new[] { ("plan-disclosure", "Plan"), ("result-disclosure", "Result") })
        {
            var state = matters.FirstOrDefault(row => row.Text("StepOf") == number && row.Text("Step") == step) is { } matter
                ? witness.Judge.Of(matter.Text("Number")!)?.State
                : null;
            foreach (var to in new[] { "Party", "Public" })
            {
                var stands = said.FirstOrDefault(row => row.Text("What") == what && row.Text("To") == to)?.Text("State");
                if ((state == "Closed" && stands is not ("Registered" or "Exempt"))
                    || (state == "HandedIn" && stands is not ("Registered" or "Exempt" or "ExemptionAsked")))
                {
                    witness.Violate(Check.WhatIsPublicIsSaid, $"{step} of {number} is {state}, and {to} is {stands}");
                }
            }
        }

        var acts = OfCity(number, $"{RowKeys.Matters.SetHistory}{number}|").Select(row => row.Text("Act")).ToList();
        var exempt = said.Where(row => row.Text("State") == "Exempt").ToList();
        if (exempt.Count > acts.Count(act => act == "AskExemption")
            || exempt.Count > acts.Count(act => act == "Exempt")
            || exempt.Exists(row => row.Text("DecidedBy") is null || row.Text("DecidedBy") == row.Text("By")))
        {
            witness.Violate(Check.WhatIsPublicIsSaid, $"{exempt.Count} of {number} are exempt, by {string.Join(' ', acts)}");
        }
    }

    // The plan

    private void PlanIsApproved(Row before, Row after)
    {
        if (before.Text("State") == "Closed" || after.Text("State") != "Closed")
        {
            return;
        }

        var set = after.Text("StepOf")!;
        approved[set] = (
            witness.Judge.Of(after.Text("Number")!)!.EndedAt!.Value,
            OfCity(set, RowKeys.Matters.Findings)
                .Where(row => row.Key.StartsWith($"{RowKeys.Matters.Findings}{set}|", StringComparison.Ordinal))
                .SelectMany(row => Enumerable.Range(0, SetRows.FindingsOfARow)
                    // What was added later than the plan was handed in has a plan of its own.
                    .Where(i => row.Text($"Problem{i}") is not null && row.Number($"Plan{i}") is null)
                    .Select(i => (row.Number("First")!.Value + i, row.Text($"Due{i}"))))
                .ToDictionary());
    }

    private void DateIsThatOfThePlan(Row entry, Row matter)
    {
        var (set, finding) = (matter.Text("Set")!, matter.Number("Finding")!.Value);
        if (!approved.TryGetValue(set, out var plan) || !plan.Due.TryGetValue(finding, out var planned))
        {
            return;
        }

        applied.Add((set, finding, plan.At));
        if (planned is not null && Date(planned) >= witness.Day && matter.Text("Due") != planned && !SomebodyDecidedItsDate(matter))
        {
            witness.Violate(
                Check.ApprovedDatesAreDueDates,
                $"{entry.Text("Number")}, finding {finding} of {set}: {matter.Text("Due")} in place of {planned}");
        }
    }

    private void PlanIsApplied(Row set, List<Row> matters)
    {
        var number = set.Text("Number")!;
        if (!approved.TryGetValue(number, out var plan)
            || ClosedOn(number, "plan") is null
            || matters.First(row => row.Text("StepOf") == number && row.Text("Step") == "plan").Time("EndedAt") != plan.At)
        {
            return;
        }

        foreach (var matter in matters.Where(row => row.Text("Set") == number
            && row.Text("State") is not ("Closed" or "Withdrawn")))
        {
            var finding = matter.Number("Finding")!.Value;
            if (plan.Due.ContainsKey(finding) && !applied.Contains((number, finding, plan.At)) && !WasOpenedAgain(matter, plan.At))
            {
                witness.Violate(Check.ApprovedDatesAreDueDates, $"finding {finding} of {number}: the plan is not on it");
            }
        }
    }

    /// <summary>A date of one's own, which a plan that is approved again leaves (docs/rules.md).</summary>
    private bool SomebodyDecidedItsDate(Row matter) => HistoryOf(matter)
        .Any(row => row.Text("Act") is "GrantExtension" or "ChangeDue" or "Return" or "Reopen" && row.Text("Due") is not null);

    private IEnumerable<Row> HistoryOf(Row matter) => store.Rows(RowKeys.Matters.Table, matter.Text("Number")!.Split('-')[1])
        .Where(row => row.Key.StartsWith($"{RowKeys.Matters.History}{matter.Text("Number")}|", StringComparison.Ordinal));

    /// <summary>What had ended when the plan was approved has nothing of it, though it be open now.</summary>
    private bool WasOpenedAgain(Row matter, Instant since) => HistoryOf(matter)
        .Any(row => row.Text("Act") is "Reopen" or "Undo" && row.Time("At") >= since);

    // Counts

    /// <summary>What the product counts from its lists, against the state of each matter as its history tells it.</summary>
    private void CountsAreThoseOfTheHistory(Row set, ILookup<string, Row> rows, IEnumerable<Row> matters)
    {
        var number = set.Text("Number")!;
        bool OfSet(Row row, string prefix) => row.Key.StartsWith($"{prefix}{number}|", StringComparison.Ordinal);
        var view = new SetView(
            SetRows.ToSet(set),
            [.. rows[RowKeys.Matters.Findings].Where(row => OfSet(row, RowKeys.Matters.Findings)).SelectMany(SetRows.ToFindings)],
            rows[RowKeys.Matters.SetLists].Where(row => OfSet(row, RowKeys.Matters.SetLists))
                .Select(MatterRows.ToListEntry)
                .Where(entry => entry.FindingIndex is not null)
                .ToDictionary(entry => entry.FindingIndex!.Value));
        var counted = SetProgress.Of(view, witness.Day).Counts.Where(one => one.Value > 0)
            .ToDictionary(one => one.Key.ToString(), one => one.Value, StringComparer.Ordinal);
        var told = matters.Select(row => Standing(row.Text("Track")!, witness.Judge.Of(row.Text("Number")!)!))
            .CountBy(standing => standing, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        if (set.Number("Count") - told.Values.Sum() is > 0 and var notMade)
        {
            told["NotMade"] = (int)notMade;
        }

        if (counted.Count != told.Count || counted.Any(one => told.GetValueOrDefault(one.Key) != one.Value))
        {
            witness.Violate(
                Check.ASetIsCountedAsItsHistoryTells,
                $"{number}: {Words(counted)} in place of {Words(told)}");
        }
    }

    private static string Words(Dictionary<string, int> counts) => string.Join(
        ' ',
        counts.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"));

    private string Standing(string track, Story story) => story.State switch
    {
        "Withdrawn" => "TakenOut",
        "Closed" => track == "LongTerm" ? "Standing" : "Closed",
        "HandedIn" => "InReview",
        _ => story.Due < witness.Day ? "Overdue" : "Working",
    };

    // Topics

    private void TopicIsToldWithSomethingNew(string to, string topic)
    {
        var places = PlacesOf(topic).ToHashSet(StringComparer.Ordinal);
        if (toldOfTopic.TryGetValue((to, topic), out var known) && places.IsSubsetOf(known))
        {
            witness.Violate(Check.ATopicIsToldOnce, $"{topic} to {to}, with {string.Join(' ', places)} as before");
        }

        toldOfTopic[(to, topic)] = places;
    }

    private void TopicsWereTold()
    {
        var topics = witness.Cities.SelectMany(city => store.Rows(RowKeys.Matters.Table, city))
            .Where(row => row.Key.StartsWith(RowKeys.Matters.Topics, StringComparison.Ordinal))
            .Select(row => row.Text("Topic")!)
            .Distinct(StringComparer.Ordinal);
        foreach (var topic in topics)
        {
            var places = PlacesOf(topic).ToList();
            var spreads = places.Count >= TopicPlaces
                || places.Select(Place.CityOf).Distinct(StringComparer.Ordinal).Count() >= TopicCities;
            if (spreads && !toldOfTopic.Keys.Any(one => one.Topic == topic))
            {
                witness.Violate(Check.ATopicIsToldOnce, $"{topic} in {string.Join(' ', places)}: nobody was told");
            }
        }
    }

    private IEnumerable<string> PlacesOf(string topic) => witness.Cities
        .SelectMany(city => store.Rows(RowKeys.Matters.Table, city))
        .Where(row => row.Key.StartsWith(RowKeys.Matters.Topics, StringComparison.Ordinal)
            && row.Text("Topic") == topic
            && Months(Date(row.Text("FeedbackOn")!), TopicMonths) >= witness.Day)
        .Select(row => row.Text("Area")!)
        .Distinct(StringComparer.Ordinal);

    // Self-checks and checks

    private void PlanOfASelfCheckIsOneMatter(Row asked, IEnumerable<Row> sets)
    {
        if (asked.Text("Campaign") is { } campaign)
        {
            // What was found in a campaign is one set, a finding a line.
            var of = sets.Where(set => set.Text("Campaign") == campaign && set.Text("Area") == asked.Text("Place")).ToList();
            var lines = asked.Text("State") == "Planned" ? asked.Text("Note")!.Split('\n').Length : 0;
            if (of.Count != (lines > 0 ? 1 : 0)
                || of.Any(set => set.Text("Number") != asked.Text("Set") || set.Number("Count") < lines))
            {
                witness.Violate(
                    Check.WhatFollowsIsMadeOnce,
                    $"{asked.Text("Number")} {asked.Text("State")} names {asked.Text("Set")}, of {of.Count} sets");
            }

            return;
        }

        var isPlanned = asked.Text("State") == "Planned";
        var made = madeBy.GetValueOrDefault($"{SelfCheck.KindName}:{asked.Text("Number")}");
        if (asked.Text("Matter") != made || isPlanned != (made is not null))
        {
            witness.Violate(
                Check.WhatFollowsIsMadeOnce,
                $"{asked.Text("Number")} {asked.Text("State")} names {asked.Text("Matter")}, and {made} was made");
        }
    }

    private void WhatFollowsIsThere(Row check)
    {
        var (items, followers) = (check.Text("Matters")!.Split('\n'), check.Text("FollowedBy")!.Split('\n'));
        foreach (var (item, follower) in items.Zip(followers).Where(one => one.Second.Length > 0))
        {
            if (Matter(follower)?.Text("Origin") != item
                || madeBy.GetValueOrDefault($"{FindingCheck.KindName}:{check.Text("Number")}-{item}") != follower)
            {
                witness.Violate(Check.WhatFollowsIsMadeOnce, $"{check.Text("Number")}: {follower} from {item}");
            }
        }
    }

    /// <summary>The closed findings in the order of SHA-256 of seed and number, the first ones.</summary>
    private void SampleCanBeDrawnAgain(Row check)
    {
        var (seed, wanted) = (check.Text("Seed")!, (int)check.Number("Wanted")!.Value);
        var from = (check.Text("DrawnFrom") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':'))
            .SelectMany(parts => parts[1].Split(',').Select(sequence => string.Create(
                CultureInfo.InvariantCulture,
                $"{parts[0]}-{int.Parse(sequence, CultureInfo.InvariantCulture):000000}")))
            .ToList();
        var returned = check.Text("Returned")!.Split('\n');
        var drawn = check.Text("Matters")!.Split('\n').Where((_, i) => returned[i].Length == 0);
        var again = from.OrderBy(number => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{number}"))), StringComparer.Ordinal)
            .Take(wanted);
        if (!drawn.Order(StringComparer.Ordinal).SequenceEqual(again.Order(StringComparer.Ordinal)))
        {
            witness.Violate(Check.ASampleCanBeDrawnAgain, $"{check.Text("Number")}: {string.Join(' ', drawn)}");
        }
    }

    // Rows

    private Row? Matter(string number) => Read(number, RowKeys.Matters.Matter + number);

    private Row? Set(string number) => Read(number, RowKeys.Matters.Sets + number);

    private Row? Read(string number, string key) => number.Split('-') is [_, { Length: 4 } city, ..]
        ? store.ReadAsync(RowKeys.Matters.Table, city, key, CancellationToken.None).Result
        : null;

    private IEnumerable<Row> OfCity(string number, string prefix = RowKeys.Matters.Matter) =>
        store.Rows(RowKeys.Matters.Table, number.Split('-')[1])
            .Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal));

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
