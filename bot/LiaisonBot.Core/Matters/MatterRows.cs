using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>What a list shows of a matter, in a row of its own: a list is one range read.</summary>
/// <param name="ListedFor">The area or department whose list this is.</param>
/// <param name="EndedOn">Beijing date on which it was closed or withdrawn.</param>
/// <param name="LastBy">Person id of who took the last step, at <paramref name="LastAt"/>.</param>
public sealed record ListEntry(
    AreaCode ListedFor,
    MatterNumber Number,
    string Title,
    AreaCode Area,
    AreaCode Holder,
    string Responsible,
    LocalDate Due,
    bool DueProvisional,
    MatterState State,
    Urgency Urgency,
    Supervision Supervision,
    int? Team,
    bool ExtensionAsked,
    int Children,
    int ChildrenClosed,
    LocalDate? EndedOn,
    string? LastBy = null,
    Instant? LastAt = null)
{
    /// <summary>Whoever has to sign for it declined it, and waits for the answer.</summary>
    public bool Declined { get; init; }

    /// <summary>A question of whoever has to do it waits for its answer.</summary>
    public bool HolderAsks { get; init; }

    /// <summary>A question to them waits.</summary>
    public bool ReviewerAsks { get; init; }

    /// <summary>An exemption from disclosure (免于公开) was asked for, and the office has not answered.</summary>
    public bool ExemptionAsked { get; init; }

    /// <summary>Person ids of those who are told of its progress, a line each; null for nobody.</summary>
    public string? Followers { get; init; }

    /// <summary>The set that it is a finding or a dated step of; null of any other matter.</summary>
    public MatterNumber? Set { get; init; }

    /// <summary>Of a finding its place in the set, from 1; null of a step.</summary>
    public int? FindingIndex { get; init; }

    public Track Track { get; init; }

    /// <summary>责任部门 of a finding.</summary>
    public string? Department { get; init; }

    /// <inheritdoc cref="Matter.Lead"/>
    public AreaCode? Lead { get; init; }

    /// <summary>Of a finding: it was returned at least once.</summary>
    public bool Returned { get; init; }

    /// <summary>Of a finding: <see cref="Matter.DueDecided"/>.</summary>
    public bool DueDecided { get; init; }

    public bool IsFollowedBy(People.Person person) => Followers?.Split('\n').Contains(person.Id) == true;

    public bool IsOpen => State is not (MatterState.Closed or MatterState.Withdrawn);

    public bool IsOverdue(LocalDate today) => Matter.IsWorkedOn(State) && today > Due;

    /// <summary>Due then, and still to be handed in.</summary>
    public bool IsDueIn(LocalDate from, LocalDate to) => Matter.IsWorkedOn(State) && Due >= from && Due <= to;

    public People.Subject Subject =>
        Matter.SubjectOf(Number, Area, Holder, Team, Supervision, Lead);

    /// <summary>A question waits for a person, or for somebody beside them, to answer it.</summary>
    public bool WaitsForAnswerOf(People.Person person) =>
        IsOpen
            && ((HolderAsks && Sides.SpeaksFor(person, Side.Reviewer, Subject))
                || (ReviewerAsks && Sides.SpeaksFor(person, Side.Holder, Subject)));

    /// <summary>A question of the side for which the person speaks waits.</summary>
    public bool HasQuestionOf(People.Person person) =>
        IsOpen
            && ((HolderAsks && Sides.SpeaksFor(person, Side.Holder, Subject))
                || (ReviewerAsks && Sides.SpeaksFor(person, Side.Reviewer, Subject)));

    /// <summary>
    /// The entry as it is there for a person: without the count of children that do not exist for them.
    /// </summary>
    public ListEntry SeenBy(People.Person person) =>
        Children > 0 && !HistoryEntry.MaySeeChildrenIn(Area, Team, person)
            ? this with { Children = 0, ChildrenClosed = 0 }
            : this;
}

/// <summary>
/// The rows of a matter in its city's partition (design §4), and back. Table <see cref="Table"/>; the partition is the
/// city's code. <c>M|number</c> the matter, <c>E|number|sequence</c> its history, <c>A|o|area|due|number</c> its
/// entries in lists of open matters, <c>A|c|area|days down from the end|number</c> those of ended ones (newest first),
/// in their area's list and in their city's, <c>S|year</c> the last number given out, <c>R|time|number</c> the next
/// reminder of a matter; beside them the rows of commands (<see cref="CommandRows"/>). The state stands before the area
/// in list keys, so that one range read gives all that is open in a city with its counties.
/// </summary>
public static class MatterRows
{
    public const string Table = RowKeys.Matters.Table;

    /// <summary>
    /// Prefix of the entries in all lists of open matters: of places, of departments, of the supervision office.
    /// </summary>
    internal const string OpenLists = RowKeys.Matters.OpenLists;

    /// <summary>Rows that a new matter takes beside its history and notices.</summary>
    public const int RowsPerMatter = 3;

    private static readonly int ListKindLength = RowKeys.Matters.OpenLists.Length;

    private static readonly LocalDate LastDay = new(9999, 12, 31);

    public static string MatterKey(MatterNumber number) => RowKeys.Matters.Matter + number.Key;

    public static string SequenceKey(int year) => Sequence.Key(year);

    /// <summary>The years in which a city gave out this number to a matter.</summary>
    /// <param name="given">The rows with the last numbers given out, of every kind.</param>
    internal static IEnumerable<int> YearsWith(int sequence, IEnumerable<Row> given) =>
        from row in given
        let year = row.Key[RowKeys.Matters.Sequences.Length..]
        where year.Length == 4 && (row.Number("Last") ?? 0) >= sequence
        select int.Parse(year, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the key is of a row with the last number given out.</summary>
    public static bool IsSequence(string key) => key.StartsWith(RowKeys.Matters.Sequences, StringComparison.Ordinal);

    /// <summary>Of all history rows of one matter; its children's do not begin so.</summary>
    public static string EntryPrefix(MatterNumber number) => $"{RowKeys.Matters.History}{number.Key}|";

    public static string EntryKey(MatterNumber number, int sequence) => $"{EntryPrefix(number)}{sequence:0000}";

    /// <summary>The matter's next reminder, in the order of time (UTC, to the second).</summary>
    public static string ReminderKey(Instant at, MatterNumber number) => ReminderRows.Key(at, number);

    public static Row ReminderRow(Instant at, MatterNumber number) => ReminderRows.ToRow(at, number);

    /// <summary>The matter of its own row, of a plan or of a list entry, by the end of the key.</summary>
    internal static MatterNumber NumberOf(Row row) => MatterNumber.Parse(row.Key[(row.Key.LastIndexOf('|') + 1)..]);

    /// <summary>
    /// That a matter changed since it was shown in rooms. Written in the batch of each step, over the one before: many
    /// steps make one update.
    /// </summary>
    /// <param name="at">Of the step.</param>
    public static Row ChangedRow(MatterNumber number, Instant at) =>
        new(
            RowKeys.Matters.RoomChanges + number.Key,
            new Dictionary<string, object>(StringComparer.Ordinal) { ["Number"] = number.Key, ["At"] = at });

    /// <summary>
    /// That the cards in people's chats may be old. Written in the batch of each step, over the one before: many steps
    /// make one update.
    /// </summary>
    /// <param name="at">Of the step.</param>
    public static Row ChatChangeRow(MatterNumber number, Instant at) =>
        new(
            RowKeys.Matters.ChatChanges + number.Root.Key,
            new Dictionary<string, object>(StringComparer.Ordinal) { ["Number"] = number.Root.Key, ["At"] = at });

    /// <summary>Columns that no card shows.</summary>
    private static readonly HashSet<string> NotShown = new(StringComparer.Ordinal)
    {
        "NextReminder", "RemindedThrough", "Passed", "Recent", "LastEntry", "LastChild", "PolicyVersion",
    };

    /// <summary>As <see cref="MatterTree.Shown"/>.</summary>
    internal static string ShownOf(MatterTree tree)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in ToRow(tree.Matter).Columns.Where(c => !NotShown.Contains(c.Key)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}={value}\n");
        }

        foreach (var child in tree.Children)
        {
            text.Append(CultureInfo.InvariantCulture, $"{child.Number.Key} {child.State} {Columns.Date(child.Due)}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(..16));
    }

    /// <summary>Names the files of a matter, so that their bytes are kept: a row for each.</summary>
    internal static IEnumerable<Row> EvidenceRows(Matter matter) =>
        matter.Evidence.Where(item => item.IsFile).Select(item => new Row(
            $"{RowKeys.Matters.Evidence}{item.Id}|{matter.Number.Key}",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["Number"] = matter.Number.Key }));

    /// <summary>Prefix of the list of one area, or with a city's code of the city and everything in it.</summary>
    public static string ListPrefix(bool open, AreaCode area) =>
        (open ? OpenLists : RowKeys.Matters.EndedLists) + area.Value;

    public static Row ToRow(Matter m)
    {
        var columns = new Dictionary<string, object>(Columns.Many, StringComparer.Ordinal)
        {
            ["Number"] = m.Number.Key,
            ["Title"] = m.Title,
            ["Area"] = m.Area.Value,
            ["Responsible"] = m.Responsible,
            ["Target"] = m.Target,
            ["Due"] = Columns.Date(m.Due),
            ["DueProvisional"] = m.DueProvisional,
            ["DueSpan"] = DueSpans.Write(m.DueSpan),
            ["DueFrom"] = Columns.Date(m.DueFrom),
            ["Urgency"] = m.Urgency.ToString(),
            ["AssignedBy"] = m.AssignedBy,
            ["AssignedByName"] = m.AssignedByName,
            ["AssignedAt"] = m.AssignedAt,
            ["PolicyVersion"] = (long)m.PolicyVersion,
            ["WithHolderSince"] = m.WithHolderSince,
            ["DueSetAt"] = m.DueSetAt,
            ["State"] = m.State.ToString(),
            ["Supervision"] = m.Supervision.ToString(),
            ["Children"] = (long)m.Children,
            ["ChildrenClosed"] = (long)m.ChildrenClosed,
            ["LastChild"] = (long)m.LastChild,
            ["LastEntry"] = (long)m.LastEntry,
        };
        columns.Set("Basis", m.Basis);
        columns.Set("FromRule", m.FromRule?.Number.Key);
        columns.Set("RuleDate", m.FromRule is { } rule ? Columns.Date(rule.Date) : null);
        if (m.DueDecided)
        {
            columns["DueDecided"] = true;
        }

        SetFinding(columns, m.Finding);
        columns.Set("Origin", m.Origin?.Key);
        columns.Set("Step", m.SetStep?.Name);
        columns.Set("StepOf", m.SetStep?.Set.Key);
        columns.Set("StepRemind", m.SetStep?.Remind);
        columns.Set("StepDiscloses", m.SetStep?.Discloses == true ? "1" : null);
        columns.Set("PassOnNote", m.PassOnNote);
        columns.Set("Team", (long?)m.Team);
        columns.Set("Lead", m.Lead?.Value);
        columns.Set("ReferredTo", m.ReferredTo?.Value);
        columns.Set("OnLedgerSince", m.OnLedgerSince);
        columns.Set("SignedAt", m.SignedAt);
        columns.Set("RemindedThrough", m.RemindedThrough);
        columns.Set("NextReminder", m.NextReminder);
        columns.Set(
            "Passed",
            m.Passed.Count == 0
                ? null
                : string.Join(
                    ';',
                    m.Passed.Select(p =>
                        string.Create(CultureInfo.InvariantCulture, $"{p.Rule} {p.Day} {p.Since.ToUnixTimeTicks()}"))));
        columns.Set("Progress", m.Progress);
        columns.Set("ProgressAt", m.ProgressAt);
        SetExtension(columns, "Extension", m.Extension);
        columns.Set("DeclinedReason", m.Declined?.Reason);
        columns.Set("DeclinedAt", m.Declined?.At);
        columns.Set("DeclinedBy", m.Declined?.By);
        columns.Set("InsistedAt", m.InsistedAt);
        SetQuestion(columns, "HolderAsks", m.HolderAsks);
        SetQuestion(columns, "ReviewerAsks", m.ReviewerAsks);
        columns.Set("ExemptionAskedAt", m.ExemptionAskedAt);
        columns.Set("Followers", Joined(m.Followers));
        columns.Set("Result", m.Result);
        columns.Set("HandedInBy", m.HandedInBy);
        columns.Set("HandedInFor", m.HandedInFor);
        columns.Set("HandedInAt", m.HandedInAt);
        columns.Set("EndedAt", m.EndedAt);
        columns.Set("WithdrawnBecause", m.WithdrawnBecause);
        if (m.LastStep is { } last)
        {
            Set(columns, last);
        }

        columns.Set("Recent", m.Recent.Count == 0 ? null : RecentStep.Write(m.Recent));
        for (var i = 0; i < m.Requirements.Count; i++)
        {
            columns[RequirementColumn(i)] = m.Requirements[i];
        }

        columns.Set("Evidence", EvidenceItem.WriteAll(m.Evidence));
        return new(MatterKey(m.Number), columns);
    }

    public static Matter ToMatter(Row row)
    {
        var requirements = new List<string>();
        while (row.Text(RequirementColumn(requirements.Count)) is { } requirement)
        {
            requirements.Add(requirement);
        }

        return new()
        {
            Number = MatterNumber.Parse(row.Required("Number")),
            Title = row.Required("Title"),
            Area = AreaCode.Parse(row.Required("Area")),
            Responsible = row.Required("Responsible"),
            Target = row.Required("Target"),
            Due = Columns.Date(row.Required("Due")),
            DueProvisional = row.Flag("DueProvisional"),
            DueSpan = DueSpans.Read(row.Required("DueSpan")),
            DueFrom = Columns.Date(row.Required("DueFrom")),
            Urgency = Enum.Parse<Urgency>(row.Required("Urgency")),
            Basis = row.Text("Basis"),
            FromRule = row.Text("FromRule") is { } rule
                ? new(MatterNumber.Parse(rule), Columns.Date(row.Required("RuleDate")))
                : null,
            Finding = ToFinding(row),
            Origin = row.Text("Origin") is { } origin ? MatterNumber.Parse(origin) : null,
            SetStep = row.Text("Step") is { } step ? new(MatterNumber.Parse(row.Required("StepOf")), step)
            {
                Remind = row.Text("StepRemind"),
                Discloses = row.Text("StepDiscloses") is not null,
            } : null,
            PassOnNote = row.Text("PassOnNote"),
            Team = (int?)row.Number("Team"),
            Lead = row.Text("Lead") is { } lead ? AreaCode.Parse(lead) : null,
            AssignedBy = row.Required("AssignedBy"),
            AssignedByName = row.Required("AssignedByName"),
            AssignedAt = row.Time("AssignedAt") ?? default,
            PolicyVersion = (int)(row.Number("PolicyVersion") ?? 1),
            RemindedThrough = row.Time("RemindedThrough"),
            NextReminder = row.Time("NextReminder"),
            Passed = [.. row.Text("Passed")?.Split(';').Select(ToPassed) ?? []],
            WithHolderSince = row.Time("WithHolderSince") ?? default,
            DueSetAt = row.Time("DueSetAt") ?? default,
            DueDecided = row.Flag("DueDecided"),
            State = Enum.Parse<MatterState>(row.Required("State")),
            Supervision = Enum.Parse<Supervision>(row.Required("Supervision")),
            ReferredTo = row.Text("ReferredTo") is { } department ? AreaCode.Parse(department) : null,
            OnLedgerSince = row.Time("OnLedgerSince"),
            SignedAt = row.Time("SignedAt"),
            Progress = row.Text("Progress"),
            ProgressAt = row.Time("ProgressAt"),
            Extension = ToExtension(row, "Extension"),
            Declined = row.Text("DeclinedReason") is { } declined
                ? new(declined, row.Time("DeclinedAt") ?? default, row.Required("DeclinedBy"))
                : null,
            InsistedAt = row.Time("InsistedAt"),
            HolderAsks = ToQuestion(row, "HolderAsks"),
            ReviewerAsks = ToQuestion(row, "ReviewerAsks"),
            ExemptionAskedAt = row.Time("ExemptionAskedAt"),
            Followers = row.Text("Followers")?.Split('\n') ?? [],
            Requirements = requirements,
            Result = row.Text("Result"),
            HandedInBy = row.Text("HandedInBy"),
            HandedInFor = row.Text("HandedInFor"),
            HandedInAt = row.Time("HandedInAt"),
            EndedAt = row.Time("EndedAt"),
            WithdrawnBecause = row.Text("WithdrawnBecause"),
            Children = (int)(row.Number("Children") ?? 0),
            ChildrenClosed = (int)(row.Number("ChildrenClosed") ?? 0),
            LastChild = (int)(row.Number("LastChild") ?? 0),
            LastEntry = (int)(row.Number("LastEntry") ?? 0),
            LastStep = ToLastStep(row),
            Recent = RecentStep.Read(row.Text("Recent")),
            Evidence = EvidenceItem.ReadAll(row.Text("Evidence")),
        };
    }

    private static void Set(Dictionary<string, object> columns, LastStep last)
    {
        columns["LastAct"] = last.Act.ToString();
        columns["LastBy"] = last.By;
        columns["LastAt"] = last.At;
        columns["LastStep"] = (long)last.Entry;
        if (last.Before is not { } before)
        {
            return;
        }

        columns["Undoable"] = true;
        columns.Set("BeforeText", before.Text);
        columns.Set("BeforeAt", before.At);
        columns.Set("BeforeBy", before.By);
        SetExtension(columns, "BeforeExtension", before.Extension);
    }

    private static LastStep? ToLastStep(Row row) => row.Text("LastAct") is not { } act ? null : new(
        Enum.Parse<Act>(act),
        row.Required("LastBy"),
        row.Time("LastAt") ?? default,
        (int)(row.Number("LastStep") ?? 0),
        row.Flag("Undoable")
            ? new(
                row.Text("BeforeText"),
                row.Time("BeforeAt"),
                row.Text("BeforeBy"),
                ToExtension(row, "BeforeExtension"))
            : null);

    private static void SetExtension(Dictionary<string, object> columns, string prefix, ExtensionRequest? asked)
    {
        if (asked is null)
        {
            return;
        }

        columns[prefix + "Reason"] = asked.Reason;
        columns[prefix + "Until"] = Columns.Date(asked.Until);
        columns[prefix + "AskedAt"] = asked.AskedAt;
        columns[prefix + "AskedBy"] = asked.AskedBy;
        columns.Set(prefix + "AskedFor", asked.AskedFor);
    }

    private static void SetFinding(Dictionary<string, object> columns, Finding? finding)
    {
        if (finding is null)
        {
            return;
        }

        columns["Set"] = finding.Set.Key;
        columns["Finding"] = (long)finding.Index;
        columns["Problem"] = finding.Problem;
        columns["Track"] = finding.Track.ToString();
        columns.Set("Goal", finding.Goal);
        columns.Set("Measures", finding.Measures);
        columns.Set("LeaderPost", finding.LeaderPost);
        columns.Set("Department", finding.Department);
        columns.Set("Topic", finding.Topic);
        columns.Set("Acceptance", finding.Acceptance);
    }

    private static Finding? ToFinding(Row row) => row.Text("Set") is { } set
        ? new(MatterNumber.Parse(set), (int)(row.Number("Finding") ?? 0), row.Required("Problem"))
        {
            Track = Enum.Parse<Track>(row.Required("Track")),
            Goal = row.Text("Goal"),
            Measures = row.Text("Measures"),
            LeaderPost = row.Text("LeaderPost"),
            Department = row.Text("Department"),
            Topic = row.Text("Topic"),
            Acceptance = row.Text("Acceptance"),
        }
        : null;

    private static string? Joined(IReadOnlyList<string> ids) => ids.Count == 0 ? null : string.Join('\n', ids);

    private static void SetQuestion(Dictionary<string, object> columns, string prefix, Question? question)
    {
        if (question is null)
        {
            return;
        }

        columns[prefix] = question.Text;
        columns[prefix + "At"] = question.At;
        columns.Set(prefix + "By", Joined(question.By));
    }

    private static Question? ToQuestion(Row row, string prefix) => row.Text(prefix) is { } text
        ? new(text, row.Time(prefix + "At") ?? default, row.Text(prefix + "By")?.Split('\n') ?? [])
        : null;

    private static ExtensionRequest? ToExtension(Row row, string prefix) => row.Text(prefix + "Until") is { } until
        ? new(
            row.Required(prefix + "Reason"),
            Columns.Date(until),
            row.Time(prefix + "AskedAt") ?? default,
            row.Required(prefix + "AskedBy"))
        {
            AskedFor = row.Text(prefix + "AskedFor")
        }
        : null;

    /// <summary>
    /// The matter's entries in lists: its area's, its department's, that of the department whose campaign it came of, and
    /// the supervision office's once it is docketed.
    /// Once ended, also in one of its city with all its counties, where the newest stand first. Of a finding also that
    /// of its set, open or ended.
    /// </summary>
    public static IEnumerable<Row> ListRows(Matter m)
    {
        var columns = ListColumns(m);
        return ListKeys(m).Select(key => new Row(key, columns));
    }

    /// <summary>The keys of <see cref="ListRows"/>.</summary>
    internal static IEnumerable<string> ListKeys(Matter m)
    {
        if (m.Finding is { } finding)
        {
            yield return SetEntryKey(finding.Set, finding.Index);
        }

        var order = EndedOn(m) is { } ended
            ? Period.DaysBetween(ended, LastDay).ToString("0000000", CultureInfo.InvariantCulture)
            : Columns.Date(m.Due);
        yield return ListKey(m, m.Area, order);
        if (!m.IsOpen && m.Area != m.Area.City)
        {
            yield return ListKey(m, m.Area.City, order);
        }

        if (m.ReferredTo is { } department)
        {
            yield return ListKey(m, department, order);
        }

        if (m.Lead is { } leading && leading != m.ReferredTo)
        {
            yield return ListKey(m, leading, order);
        }

        if (m.Supervision >= Supervision.DocketAsked)
        {
            yield return ListKey(m, m.Area.Province, order);
        }
    }

    private static string ListKey(Matter m, AreaCode listedFor, string order) =>
        $"{ListPrefix(m.IsOpen, listedFor)}|{order}|{m.Number.Key}";

    private static LocalDate? EndedOn(Matter m) => m.EndedAt is { } at ? BeijingTime.Today(at) : null;

    private static Dictionary<string, object> ListColumns(Matter m)
    {
        var columns = new Dictionary<string, object>(Columns.Few, StringComparer.Ordinal)
        {
            ["Number"] = m.Number.Key,
            ["Title"] = m.Title,
            ["Area"] = m.Area.Value,
            ["Holder"] = m.Holder.Value,
            ["Responsible"] = m.Responsible,
            ["Due"] = Columns.Date(m.Due),
            ["State"] = m.State.ToString(),
            ["Urgency"] = m.Urgency.ToString(),
            ["Supervision"] = m.Supervision.ToString(),
        };
        if (m.DueProvisional)
        {
            columns["DueProvisional"] = true;
        }

        if (m.Extension is not null)
        {
            columns["ExtensionAsked"] = true;
        }

        if (m.Declined is not null)
        {
            columns["Declined"] = true;
        }

        if (m.Asks(Side.Holder) is not null)
        {
            columns["HolderAsks"] = true;
        }

        if (m.Asks(Side.Reviewer) is not null)
        {
            columns["ReviewerAsks"] = true;
        }

        if (m is { IsOpen: true, ExemptionAskedAt: not null })
        {
            columns["ExemptionAsked"] = true;
        }

        columns.Set("Followers", m.IsOpen ? Joined(m.Followers) : null);
        if (m.Children > 0)
        {
            columns["Children"] = (long)m.Children;
            columns["ChildrenClosed"] = (long)m.ChildrenClosed;
        }

        columns.Set("Team", (long?)m.Team);
        columns.Set("Lead", m.Lead?.Value);
        if ((m.Finding?.Set ?? m.SetStep?.Set) is { } set)
        {
            columns["Set"] = set.Key;
        }

        if (m.Finding is { } finding)
        {
            columns["Finding"] = (long)finding.Index;
            columns["Track"] = finding.Track.ToString();
            columns.Set("Department", finding.Department);
            if (m.Requirements.Count > 0)
            {
                columns["Returned"] = true;
            }

            if (m.DueDecided)
            {
                columns["DueDecided"] = true;
            }
        }

        columns.Set("EndedOn", EndedOn(m) is { } day ? Columns.Date(day) : null);
        columns.Set("LastBy", m.LastStep?.By);
        columns.Set("LastAt", m.LastStep?.At);
        return columns;
    }

    public static ListEntry ToListEntry(Row row) => new(
        AreaCode.Parse(IsSetEntry(row.Key) ? row.Required("Area") : row.Key[ListArea(row.Key)]),
        MatterNumber.Parse(row.Required("Number")),
        row.Required("Title"),
        AreaCode.Parse(row.Required("Area")),
        AreaCode.Parse(row.Required("Holder")),
        row.Required("Responsible"),
        Columns.Date(row.Required("Due")),
        row.Flag("DueProvisional"),
        Enum.Parse<MatterState>(row.Required("State")),
        Enum.Parse<Urgency>(row.Required("Urgency")),
        Enum.Parse<Supervision>(row.Required("Supervision")),
        (int?)row.Number("Team"),
        row.Flag("ExtensionAsked"),
        (int)(row.Number("Children") ?? 0),
        (int)(row.Number("ChildrenClosed") ?? 0),
        row.Text("EndedOn") is { } ended ? Columns.Date(ended) : null,
        row.Text("LastBy"),
        row.Time("LastAt"))
    {
        Declined = row.Flag("Declined"),
        HolderAsks = row.Flag("HolderAsks"),
        ReviewerAsks = row.Flag("ReviewerAsks"),
        ExemptionAsked = row.Flag("ExemptionAsked"),
        Followers = row.Text("Followers"),
        Set = row.Text("Set") is { } set ? MatterNumber.Parse(set) : null,
        FindingIndex = (int?)row.Number("Finding"),
        Track = row.Text("Track") is { } track ? Enum.Parse<Track>(track) : Track.Concentrated,
        Department = row.Text("Department"),
        Lead = row.Text("Lead") is { } lead ? AreaCode.Parse(lead) : null,
        Returned = row.Flag("Returned"),
        DueDecided = row.Flag("DueDecided"),
    };

    /// <summary>Prefix of the entries of a set's findings, in their order.</summary>
    public static string SetEntryPrefix(MatterNumber set) => $"{RowKeys.Matters.SetLists}{set.Key}|";

    public static string SetEntryKey(MatterNumber set, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{SetEntryPrefix(set)}{index:0000}");

    internal static bool IsSetEntry(string key) => key.StartsWith(RowKeys.Matters.SetLists, StringComparison.Ordinal);

    /// <summary>The year in which it is due, from the key of an entry in a list of open matters.</summary>
    public static int DueYear(string key) =>
        int.Parse(key.AsSpan(ListArea(key).End.Value + 1, 4), CultureInfo.InvariantCulture);

    /// <summary>Where the area stands in the key of a list entry: after two bars and before the third.</summary>
    private static Range ListArea(string key) => ListKindLength..key.IndexOf('|', ListKindLength);

    /// <summary>The act stands in words too, so that the table can be read without the program.</summary>
    public static Row ToRow(HistoryEntry e)
    {
        var columns = new Dictionary<string, object>(Columns.Few, StringComparer.Ordinal)
        {
            ["Number"] = e.Number.Key,
            ["Sequence"] = (long)e.Sequence,
            ["At"] = e.At,
            ["Act"] = e.Act.ToString(),
            ["Words"] = Words(e.Act, e.ForName is null ? e.ActorName : $"{e.ActorName}（代{e.ForName}）"),
            ["Actor"] = e.Actor,
            ["ActorName"] = e.ActorName,
        };
        columns.Set("Note", e.Note);
        columns.Set("Due", e.Due is { } due ? Columns.Date(due) : null);
        columns.Set("Area", e.Area?.Value);
        columns.Set("Told", e.Told);
        columns.Set("DueBefore", e.DueBefore is { } before ? Columns.Date(before) : null);
        columns.Set("Asked", e.Asked is { } asked ? Columns.Date(asked) : null);
        columns.Set("Evidence", e.Evidence.Count == 0 ? null : string.Join('\n', e.Evidence));
        columns.Set("Side", e.Side?.ToString());
        columns.Set("For", e.For);
        columns.Set("ForName", e.ForName);
        return new(EntryKey(e.Number, e.Sequence), columns);
    }

    /// <summary>Who did what, for whoever reads the table itself.</summary>
    internal static string Words(Act act, string name) =>
        act == Act.Remind ? $"{Acts.Chinese(act)} {name}" : $"{name} {Acts.Chinese(act)}";

    public static HistoryEntry ToHistoryEntry(Row row) => new(
        MatterNumber.Parse(row.Required("Number")),
        (int)(row.Number("Sequence") ?? 0),
        row.Time("At") ?? default,
        Enum.Parse<Act>(row.Required("Act")),
        row.Required("Actor"),
        row.Required("ActorName"),
        row.Text("Note"),
        row.Text("Due") is { } due ? Columns.Date(due) : null,
        row.Text("Area") is { } area ? AreaCode.Parse(area) : null)
    {
        Told = row.Text("Told"),
        DueBefore = row.Text("DueBefore") is { } before ? Columns.Date(before) : null,
        Asked = row.Text("Asked") is { } asked ? Columns.Date(asked) : null,
        Evidence = row.Text("Evidence")?.Split('\n') ?? [],
        Side = row.Text("Side") is { } side ? Enum.Parse<Side>(side) : null,
        For = row.Text("For"),
        ForName = row.Text("ForName"),
    };

    private static RulePassed ToPassed(string text)
    {
        var parts = text.Split(' ');
        return new(
            Enum.Parse<ReminderName>(parts[0]),
            Instant.FromUnixTimeTicks(long.Parse(parts[2], CultureInfo.InvariantCulture)),
            int.Parse(parts[1], CultureInfo.InvariantCulture));
    }


    private static string RequirementColumn(int index) =>
        "Requirement" + (index + 1).ToString("00", CultureInfo.InvariantCulture);
}
