using System.Globalization;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Simulation.Judging;

/// <summary>A reminder that has to be given.</summary>
/// <param name="Day">As the table counts it, before urgency halves it.</param>
internal sealed record Owed(Rule Rule, int Day, LocalDate On);

/// <summary>
/// Says from the history alone who has to be told what and when, and from the directory who may do what: docs/rules.md
/// read slowly. It knows rows and nothing of the product; a test holds that.
/// </summary>
/// <param name="directory">The rows of the directory as they stand.</param>
/// <param name="shipped">The notices of holidays that come with the program, by their years.</param>
/// <param name="date">The Beijing date, by which roles with dates count; a day on which all count when null.</param>
internal sealed class Judge(
    string province,
    Func<IReadOnlyList<Row>> directory,
    IReadOnlyDictionary<int, string> shipped,
    Func<LocalDate>? date = null)
{
    private static readonly (LocalTime From, LocalTime To, LocalTime Digest) Hours = (new(
        20,
        0), new(8, 0), new(8, 30));

    private readonly Dictionary<string, Story> stories = new(StringComparer.Ordinal);
    private (LocalDate On, Roll Roll)? roll;
    private Days? days;

    public Roll Roll
    {
        get
        {
            var on = date?.Invoke() ?? default;
            if (roll is not { } known || known.On != on) roll = (on, new(province, directory(), on));
            return roll.Value.Roll;
        }
    }

    public Days Days => days ??= new(Notices());

    /// <summary>The directory, or the calendar in it, has changed.</summary>
    public void Forget() => (roll, days) = (null, null);

    /// <summary>Null for a matter of which nothing was written yet.</summary>
    /// <summary>A recurring matter of the office is as its city.</summary>
    public Story? Of(string number) => number.StartsWith("recurring:", StringComparison.Ordinal)
        ? Story.AtPlace(number.Split('-')[1])
        : stories.GetValueOrDefault(number);

    /// <summary>What a matter was passed on as.</summary>
    public IEnumerable<Story> Below(string number) => Enumerable.Range(1, 99)
        .Select(child => Of(string.Create(CultureInfo.InvariantCulture, $"{number}.{child:00}")))
        .OfType<Story>();

    public void Set(Story story) => stories[story.Number] = story;

    /// <summary>One more entry of a matter's history.</summary>
    /// <param name="matter">As it was written with the entry.</param>
    /// <param name="isPlanned">It is what a place planned in a self-check.</param>
    public void Read(Row entry, Row? matter = null, bool isPlanned = false)
    {
        var number = entry.Text("Number")!;
        var before = stories.GetValueOrDefault(number) ?? new(number);
        var after = before.After(entry);
        if (matter is not null && entry.Text("Act") == "Assign")
        {
            after = after.Begun(matter, isPlanned);
        }

        // A notice that moved the due date: days of it that lie ahead again are given again.
        if (entry.Text("Act") == "Recount" && after.Due != before.Due)
            after = after with
            {
                Passed = after.Passed.ToDictionary(
                    passed => passed.Key,
                    passed => RuleOf(after, passed.Key) is { From: "Due" } rule
                        ? passed.Value with
                        {
                            Day = Math.Min(
                            passed.Value.Day,
                            LastDay(after, rule, entry.Time("At")!.Value))
                        }
                        : passed.Value,
                    StringComparer.Ordinal),
            };
        stories[number] = after;
    }

    public bool May(string person, string right, Story on) => Roll.May(person, right, on);

    public static bool Reminds(string rule, Story story) =>
        RuleBook.Of(story.Policy).Any(one => one.Name == rule) && RuleBook.Holds(rule, story);

    /// <summary>
    /// What has to be given at a moment, when nothing was given since the rules came as far as they have.
    /// </summary>
    public IReadOnlyList<Owed> Owed(Story story, Instant now) =>
    [
        .. RuleBook.Of(story.Policy).Where(rule => RuleBook.Holds(rule.Name, story)).SelectMany(rule =>
        {
            var due = Ahead(story, rule).TakeWhile(one => Days.MorningOf(one.On) <= now).ToList();
            return rule.Missed switch
            {
                "Late" => due,
                "Last" => due.TakeLast(1),
                _ => due.Where(one => one.On == Days.Of(now)),
            };
        }),
    ];

    public IEnumerable<string> Whom(Story story, Owed one, LocalDate today) =>
        Seeing(
            one.Rule.To.Where(to => one.Day >= to.FromDay)
                .SelectMany(to => Roll.Named(to.Who, story, today))
                .Concat(one.Rule.Name == "ReviewWaits" ? Roll.Confirmers(story) : []),
            story);

    /// <summary>What was planned up to now was given, or left out.</summary>
    public Story Reminded(Story story, Instant now)
    {
        var passed = new Dictionary<string, (Instant Since, int Day)>(story.Passed, StringComparer.Ordinal);
        foreach (var rule in RuleBook.Of(story.Policy).Where(rule => RuleBook.Holds(rule.Name, story)))
            passed[rule.Name] = (
                story.From(rule.From).Since,
                Math.Max(PassedDay(story, rule) ?? int.MinValue, LastDay(story, rule, now)));
        return story with { Passed = passed };
    }

    /// <summary>How many days of a rule have gone by: none of them is given twice.</summary>
    public int DaysPassed(Story story, Rule rule) =>
        PassedDay(story, rule) is { } passed ? DaysOf(story, rule).TakeWhile(one => one.Day <= passed).Count() : 0;

    /// <summary>When it has to be reminded of next; null for never.</summary>
    public Instant? Next(Story story)
    {
        var next = RuleBook.Of(story.Policy)
            .Where(rule => RuleBook.Holds(rule.Name, story))
            .SelectMany(rule => Ahead(story, rule).Take(1))
            .ToList();
        return next.Count == 0 ? null : Days.MorningOf(next.Min(one => one.On));
    }

    /// <summary>
    /// Whether an open matter's due date is what was given, counted in working days by the notices as they are known
    /// now; of a recurring matter the working day on its side of the date. What was passed on may be due earlier.
    /// </summary>
    public bool IsDueAsGiven(Row matter)
    {
        const string workingDays = " working days";
        if (Of(matter.Text("Number")!) is not { IsOpen: true } story)
        {
            return true;
        }

        foreach (var (side, direction) in new[] { ("working day by ", -1), ("working day from ", 1) })
        {
            if (matter.Text("DueSpan")?.StartsWith(side, StringComparison.Ordinal) == true)
            {
                var day = LocalDatePattern.Iso.Parse(matter.Text("DueSpan")![side.Length..]).Value;
                return story.Due == (Days.IsWorked(day) ? day : Days.Next(day, direction));
            }
        }

        if (matter.Text("DueSpan")?.EndsWith(workingDays, StringComparison.Ordinal) != true) return true;
        var counted = Days.Nth(
            LocalDatePattern.Iso.Parse(matter.Text("DueFrom")!).Value,
            int.Parse(matter.Text("DueSpan")![..^workingDays.Length], CultureInfo.InvariantCulture));
        return story.Due == counted || (story.WasPassedOn && story.Due < counted);
    }

    /// <summary>Who is told at once of a step.</summary>
    /// <param name="story">As it stands after it.</param>
    /// <param name="follows">It followed from a step of the matter above.</param>
    /// <param name="note">Of the entry: what a step took back.</param>
    public IEnumerable<string> Told(string act, Story story, string actor, bool follows, string? note = null)
    {
        var responsible = Roll.Responsible(story.Holder);
        IEnumerable<string> told = act switch
        {
            "Assign" when story.IsSilent => [],
            "Assign" or "Correct" or "PutOnLedger" => responsible.Concat(Roll.CityOf(story)),
            "PassOn" or "Urge" or "Send" or "Forward" or "AnswerExemption" => responsible,
            "Return" or "GrantExtension" or "RefuseExtension" =>
                responsible.Concat(story.Supervision == "Docketed" ? Roll.SupervisionOffice : []),
            "Insist" => responsible.Concat(Roll.CityOf(story)),
            "ChangeDue" or "Reopen" =>
                responsible
                    .Concat(story.Supervision == "Docketed" ? Roll.SupervisionOffice : [])
                    .Concat(story.WasPassedOn ? Roll.Reviewers(story) : Roll.CityOf(story)),
            "Undo" when note == "Close" =>
                responsible.Concat(story.WasPassedOn ? Roll.Reviewers(story) : Roll.CityOf(story)),
            "Undo" when note == "ReportProgress" => Followers(story),
            "HandIn" => Roll.Reviewers(story).Concat(Roll.Confirmers(story)),
            "Decline" or "RequestExtension" or "Undo" or "Fetch" or "BringBack" => Roll.Reviewers(story),
            "Close" or "Withdraw" =>
                responsible.Concat(follows ? [] : story.WasPassedOn ? Roll.Reviewers(story) : Roll.CityOf(story)),
            "Ask" or "Remark" => SpeaksFor(actor, "Holder", story) ? Roll.Reviewers(story) : responsible,
            "ReportProgress" => Followers(story),
            "AddEvidence" when May(actor, "Work", story) => story.State == "HandedIn" ? Roll.Reviewers(story) : [],
            "AddEvidence" => responsible,
            "Docket" => Roll.SupervisionOffice,
            "AcceptDocket" => responsible.Concat(Roll.CityOf(story)).Concat(Roll.Reviewers(story)),
            "Refer" => responsible.Concat(Roll.Responsible(story.Area)),
            "Recount" => responsible.Concat(story.WasPassedOn ? [] : Roll.Reviewers(story)),
            _ => [],
        };
        return Seeing(told, story).Where(person => person != actor || act == "Recount");
    }

    /// <summary>Those who were asked hear that nothing needs an answer any more, and whoever asked along.</summary>
    public IEnumerable<string> ToldOfDroppedQuestion(Story before, Story after, string side, string actor) =>
        Seeing(
            (side == "Holder" ? Roll.Reviewers(after) : Roll.Responsible(after.Holder)).Concat(before.Questions[side].By),
            after).Where(person => person != actor);

    public bool SpeaksFor(string person, string side, Story on) => Roll.SpeaksFor(person, side, on);

    /// <summary>
    /// An answer goes to the place that asked; of the other side to those who asked and still speak, with all who review
    /// it when one of them does, or when none is left.
    /// </summary>
    public IEnumerable<string> ToldOfAnswer(Story before, Story after, string side, string actor)
    {
        var told = Roll.Responsible(after.Holder);
        if (side == "Reviewer")
        {
            var askers = before.Questions[side].By.Where(person => SpeaksFor(person, side, after)).ToList();
            var reviewers = Roll.Reviewers(after).ToList();
            told = askers.Count == 0 || askers.Intersect(reviewers).Any() ? askers.Concat(reviewers) : askers;
        }

        return Seeing(told, after).Where(person => person != actor);
    }

    /// <summary>Of the matter and of the one above it, as far as they may follow this one.</summary>
    private IEnumerable<string> Followers(Story story) => story.Followers
        .Concat(story.WasPassedOn ? Of(story.Number.Split('.')[0])?.Followers ?? [] : [])
        .Where(person => May(person, "Follow", story));

    /// <summary>Who had to do it before it was moved, and no longer sees it.</summary>
    public IEnumerable<string> ToldThatItMoved(Story before, Story after, string actor) =>
        Roll.Responsible(before.Holder)
            .Where(person => person != actor && !May(person, "See", after))
            .Distinct(StringComparer.Ordinal);

    public bool IsQuiet(string person, Instant now)
    {
        var (time, own) = (Days.TimeOf(now), Roll.Hours.GetValueOrDefault(person));
        var (from, to) = (own.From ?? Hours.From, own.To ?? Hours.To);
        return !Days.IsWorked(Days.Of(now)) || (from <= to ? from <= time && time < to : time >= from || time < to);
    }

    public bool IsDigestTime(string person, Instant now) =>
        !IsQuiet(person, now) && Days.TimeOf(now) >= (Roll.Hours.GetValueOrDefault(person).Digest ?? Hours.Digest);

    private IEnumerable<string> Seeing(IEnumerable<string> people, Story story) =>
        people.Where(person => May(person, "See", story)).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The days of a rule that are still to come, or were missed, in their order. Two that fall on one day are one, the
    /// later.
    /// </summary>
    private IEnumerable<Owed> Ahead(Story story, Rule rule)
    {
        var since = story.From(rule.From).Since;
        var passed = PassedDay(story, rule) ?? int.MinValue;
        Owed? last = null;
        foreach (var (day, on) in DaysOf(story, rule))
        {
            if (day <= passed) continue;
            if (last is not null && last.On != on && Days.MorningOf(last.On) > since) yield return last;
            last = new(rule, day, on);
        }

        if (last is not null && Days.MorningOf(last.On) > since) yield return last;
    }

    private int LastDay(Story story, Rule rule, Instant now) =>
        DaysOf(story, rule)
            .TakeWhile(one => Days.MorningOf(one.On) <= now)
            .Select(one => one.Day)
            .DefaultIfEmpty(RuleBook.DaysOf(rule, story)[0] - 1)
            .Last();

    /// <summary>Each day of a rule with its date; without end when it comes each day.</summary>
    private IEnumerable<(int Day, LocalDate On)> DaysOf(Story story, Rule rule)
    {
        var anchor = story.From(rule.From).Day;
        var (day, on) = (0, anchor);
        foreach (var named in RuleBook.DaysOf(rule, story))
        {
            var half = Math.Sign(named) * (int)Math.Ceiling(Math.Abs(named) / 2.0);
            (day, on) = (named, Days.Nth(anchor, story.IsUrgent ? half : named));
            if (rule.Name == "ProposeDocket"
                && story.OnLedgerSince is { } ledger
                && Days.MorningOf(on) <= ledger) on = MorningAfter(ledger);
            yield return (day, on);
        }

        while (rule.Each) yield return (++day, on = Days.Next(on));
    }

    private LocalDate MorningAfter(Instant at)
    {
        var today = Days.Of(at);
        return Days.IsWorked(today) && Days.MorningOf(today) > at ? today : Days.Next(today);
    }

    private static int? PassedDay(Story story, Rule rule) =>
        story.Passed.TryGetValue(rule.Name, out var passed) && passed.Since == story.From(rule.From).Since
            ? passed.Day
            : null;

    private static Rule? RuleOf(Story story, string name) =>
        RuleBook.Of(story.Policy).FirstOrDefault(rule => rule.Name == name);

    private Dictionary<int, string> Notices()
    {
        var texts = new Dictionary<int, string>(shipped);
        foreach (var notice in directory()
            .Where(row => row.Key.StartsWith(RowKeys.Directory.Notices, StringComparison.Ordinal))
            .OrderBy(row => row.Key, StringComparer.Ordinal))
            texts[(int)notice.Number("Year")!.Value] = notice.Text("Text")!;
        return texts;
    }
}
