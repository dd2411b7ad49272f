using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Conversation;

/// <summary>
/// Says things in one language, for one person, on one day: dates, states, places, refusals. Everything that is not a
/// whole card.
/// </summary>
/// <param name="Prefix">Of matter numbers: 冀巡交.</param>
public sealed record Localizer(
    Language Language,
    LiaisonDirectory Directory,
    WorkingCalendar Calendar,
    Instant Now,
    string Prefix)
{
    private static readonly LocalDatePattern IsoDate = LocalDatePattern.Iso;
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm");
    private static readonly LocalDatePattern ChineseDay = LocalDatePattern.CreateWithInvariantCulture("M月d日");
    private static readonly LocalDatePattern ShortDay = LocalDatePattern.CreateWithInvariantCulture("MM-dd");
    private static readonly LocalDatePattern ChineseDayOfYear = LocalDatePattern.CreateWithInvariantCulture("yyyy年M月d日");

    private const int MostPlacesNamed = 30;

    /// <summary>Matters that a refusal names.</summary>
    private const int MostNamed = 8;

    /// <summary>Numbers, or runs of numbers, that are named one by one.</summary>
    private const int MostRuns = 12;

    /// <summary>Files that are named one by one.</summary>
    private const int MostEvidence = 5;

    public LocalDate Today { get; } = BeijingTime.Today(Now);

    /// <summary>The pages beside the chat; null where there are none, and on the pages themselves.</summary>
    public TabLinks? Tab { get; init; }

    /// <summary>Whose words the matters of dated steps have.</summary>
    public StepBook Steps { get; init; } = StepBook.BuiltIn;

    /// <summary>A title or a target: what a dated step gave it in the reader's language, what a person typed as it is.</summary>
    public string Typed(string text) => Steps.Words(text)?.In(Language) ?? text;

    /// <summary>
    /// A working day soon to come, for examples of what to say: an example with a date of its own would grow old.
    /// </summary>
    public string ExampleDay => Day(Calendar.AddWorkingDays(Today, 5));

    /// <summary><see cref="ExampleDay"/> as cells of tables and fields of forms are written: 2026-11-30.</summary>
    public string ExampleDate => IsoDate.Format(Calendar.AddWorkingDays(Today, 5));

    /// <summary>1301-12 of this year, 2024-1301-12 of another: each year begins with 1 again.</summary>
    public string Short(MatterNumber number) => number.Year == Today.Year ? number.Short : number.ToString();

    /// <summary>The year whose holidays are asked about next, for examples.</summary>
    public int ExampleYear => Math.Min(Today.Year + 1, HolidayNotice.LastYear);

    /// <summary>Places by their short path, from codes with commas between; of very many the first.</summary>
    public string Places(string codes)
    {
        var all = codes.Split(',');
        var names = string.Join(
            Say(Texts.ListComma),
            all.Take(MostPlacesNamed).Select(c => AreaCode.TryParse(c, out var code) ? Place(code) : c));
        return all.Length > MostPlacesNamed ? Say(Texts.AndOthers, names) : names;
    }

    /// <summary>Two letters: the clients know no longer tag.</summary>
    public string Tag => Language == Language.Chinese ? "zh" : "en";

    public string Say(Text text) => text.In(Language);

    public string Say(Text text, params object[] values) => text.In(Language, values);

    /// <summary>
    /// A day as people write it: 11月30日, with the year when it is another one; 2026-11-30 in English.
    /// </summary>
    public string Day(LocalDate date) => Day(date, Today.Year);

    /// <param name="year">The year that is understood.</param>
    public string Day(LocalDate date, int year) =>
        Language == Language.English ? IsoDate.Format(date)
        : date.Year == year ? ChineseDay.Format(date)
        : ChineseDayOfYear.Format(date);

    /// <summary>A day on paper, with its year whatever year it is.</summary>
    public string FullDay(LocalDate date) => Day(date, year: 0);

    /// <summary>A due date, marked while the notice of a year that it was counted in is not known.</summary>
    public string Due(LocalDate date, bool provisional) =>
        provisional ? Day(date) + Say(Texts.ProvisionalMark) : Day(date);

    /// <summary>A day with its day of the week: 1月4日（周日）.</summary>
    /// <inheritdoc cref="Day(LocalDate, int)"/>
    public string DayOfWeek(LocalDate date, int year) =>
        Say(Texts.Bracketed, Day(date, year), Say(Weekday(date.DayOfWeek)));

    private static Text Weekday(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => Texts.Monday,
        IsoDayOfWeek.Tuesday => Texts.Tuesday,
        IsoDayOfWeek.Wednesday => Texts.Wednesday,
        IsoDayOfWeek.Thursday => Texts.Thursday,
        IsoDayOfWeek.Friday => Texts.Friday,
        IsoDayOfWeek.Saturday => Texts.Saturday,
        _ => Texts.Sunday,
    };

    public string Years(IEnumerable<int> years) =>
        string.Join(Say(Texts.ListComma), years.Select(y => Say(Texts.Year, y)));

    /// <summary>That a due date was counted again.</summary>
    /// <param name="was">The date before, as it is stored.</param>
    public string Recounted(string? was, LocalDate? due) =>
        was is null || due is not { } now ? Say(Texts.Recounted)
        : Columns.Date(was) == now ? Say(Texts.RecountedSame, Day(now))
        : Say(Texts.RecountedTo, Day(Columns.Date(was)), Day(now));

    /// <summary>That a matter went from one team to the next.</summary>
    /// <param name="teams">As the history keeps it.</param>
    public string HandedOver(string? teams) => HistoryEntry.TeamsIn(teams) is var (from, to)
        ? Say(Texts.HandedOver, Say(Texts.TeamOrdinal, from), Say(Texts.TeamOrdinal, to))
        : Say(Texts.HandOver);

    /// <summary>A word as a title or a button begins: Chinese stays as it is.</summary>
    public static string AtStart(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>The same inside a sentence.</summary>
    public static string Within(string word) => word.Length == 0 ? word : char.ToLowerInvariant(word[0]) + word[1..];

    /// <summary>Beijing time to the minute.</summary>
    public static string Moment(Instant at) => Minute.Format(BeijingTime.ToBeijing(at));

    public static string Hour(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day of a row of days: 11-24. Null for none.</summary>
    public static string? MonthDay(Instant? at) =>
        at is { } moment ? ShortDay.Format(BeijingTime.ToBeijing(moment).Date) : null;

    public string Number(MatterNumber number) => number.Full(Prefix);

    public string Place(AreaCode area) => Directory.Areas.FullName(area);

    /// <summary>A place under the heading of another one that it lies in: its own name says enough.</summary>
    public string PlaceIn(AreaCode area, AreaCode heading) =>
        heading.Level == AreaLevel.City ? Directory.Areas.Find(area)?.Name ?? area.Value : Place(area);

    /// <summary>The first of the names and how many there are; the province when nobody is entered.</summary>
    public string Names(IReadOnlyList<Person> people) => people.Count switch
    {
        0 => Place(Directory.Province),
        1 => people[0].Name,
        _ => Say(Texts.NamesAndMore, people[0].Name, people.Count),
    };

    /// <summary>How much time is left; working days where there are any.</summary>
    public string TimeWords(LocalDate due, MatterState state)
    {
        if (HasNoTimeLeft(state))
        {
            return Day(due);
        }

        var days = Period.DaysBetween(Today, due);
        return days switch
        {
            < 0 => Say(Texts.OverdueDays, -days),
            0 => Say(Texts.DueToday),
            1 => Say(Texts.DueTomorrow),
            _ => Calendar.WorkingDaysBetween(Today, due) switch
            {
                0 => Say(Texts.DueBeforeNextWorkingDay, days),
                var working when Calendar.IsProvisional(Today, due) => Say(Texts.DueInWorkingDaysProvisional, working),
                var working => Say(Texts.DueInWorkingDays, working),
            },
        };
    }

    /// <summary>Nobody has to do anything in time any more.</summary>
    internal static bool HasNoTimeLeft(MatterState state) =>
        state is MatterState.Closed or MatterState.Withdrawn or MatterState.HandedIn;

    public string StateName(MatterState state) => Say(StateText(state));

    public string? Supervision(Supervision supervision) => SupervisionText(supervision) is { } text ? Say(text) : null;

    internal static Text StateText(MatterState state) => state switch
    {
        MatterState.Assigned => Texts.StateAssigned,
        MatterState.InProgress => Texts.StateInProgress,
        MatterState.HandedIn => Texts.StateHandedIn,
        MatterState.Closed => Texts.StateClosed,
        MatterState.Withdrawn => Texts.StateWithdrawn,
    };

    internal static Text? SupervisionText(Supervision supervision) => supervision switch
    {
        Core.Matters.Supervision.Ledger => Texts.SupervisionLedger,
        Core.Matters.Supervision.DocketAsked => Texts.SupervisionAsked,
        Core.Matters.Supervision.Docketed => Texts.SupervisionDocketed,
        Core.Matters.Supervision.None => null,
    };

    public static Text Word(Act act) => act switch
    {
        Act.Assign => Texts.Assign,
        Act.Correct => Texts.Correct,
        Act.ChangeDue => Texts.ChangeDue,
        Act.Decline => Texts.Decline,
        Act.Insist => Texts.Insist,
        Act.Reopen => Texts.Reopen,
        Act.PassOn => Texts.PassOn,
        Act.Sign => Texts.Sign,
        Act.ReportProgress => Texts.ReportProgress,
        Act.HandIn => Texts.HandIn,
        Act.Close => Texts.Close,
        Act.Return => Texts.Return,
        Act.RequestExtension => Texts.RequestExtension,
        Act.GrantExtension => Texts.GrantExtension,
        Act.RefuseExtension => Texts.RefuseExtension,
        Act.Urge => Texts.Urge,
        Act.PutOnLedger => Texts.PutOnLedger,
        Act.Docket => Texts.Docket,
        Act.AcceptDocket => Texts.AcceptDocket,
        Act.Refer => Texts.Refer,
        Act.AddEvidence => Texts.AddEvidence,
        Act.Ask => Texts.Ask,
        Act.Answer => Texts.Answer,
        Act.DropQuestion => Texts.DropQuestion,
        Act.Remark => Texts.Remark,
        Act.Follow => Texts.Follow,
        Act.Unfollow => Texts.Unfollow,
        Act.Undo => Texts.Undo,
        Act.Remind => Texts.RemindedOf,
        Act.HandOver => Texts.HandOver,
        Act.ApplyPlan => Texts.ApplyPlan,
        Act.AnswerExemption => Texts.AnswerExemption,
        Act.Recount => Texts.Recounted,
        Act.Unreached => Texts.Unreached,
        Act.Withdraw => Texts.Withdraw,
        Act.Moved => Texts.Moved,
    };

    /// <summary>What was done, as the history names it.</summary>
    public static Text Entry(Act act) => act switch
    {
        Act.Assign => Texts.AssignEntry,
        Act.Correct => Texts.CorrectEntry,
        Act.ChangeDue => Texts.ChangeDueEntry,
        Act.Decline => Texts.DeclineEntry,
        Act.Insist => Texts.InsistEntry,
        Act.Reopen => Texts.ReopenEntry,
        Act.AddEvidence => Texts.AddEvidenceEntry,
        Act.Ask => Texts.AskEntry,
        Act.Answer => Texts.AnswerEntry,
        Act.DropQuestion => Texts.DropQuestionEntry,
        Act.Remark => Texts.RemarkEntry,
        Act.Undo => Texts.UndoEntry,
        Act.PassOn => Texts.PassOnEntry,
        Act.Sign => Texts.SignEntry,
        Act.ReportProgress => Texts.ReportProgressEntry,
        Act.HandIn => Texts.HandInEntry,
        Act.Close => Texts.CloseEntry,
        Act.Return => Texts.ReturnEntry,
        Act.RequestExtension => Texts.RequestExtensionEntry,
        Act.GrantExtension => Texts.GrantExtensionEntry,
        Act.RefuseExtension => Texts.RefuseExtensionEntry,
        Act.Urge => Texts.UrgeEntry,
        Act.PutOnLedger => Texts.PutOnLedgerEntry,
        Act.Docket => Texts.DocketEntry,
        Act.AcceptDocket => Texts.AcceptDocketEntry,
        Act.Refer => Texts.ReferEntry,
        Act.Withdraw => Texts.WithdrawEntry,
        Act.Follow or Act.Unfollow or Act.HandOver or Act.ApplyPlan or Act.AnswerExemption or Act.Remind or Act.Recount
            or Act.Unreached or Act.Moved => Word(act),
    };

    /// <summary>Bytes as people say them: 1.2 MB.</summary>
    public static string Size(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes + 512) / 1024)} KB");

    /// <summary>Files and links by their names, the first of them when there are many.</summary>
    public string Evidence(IReadOnlyList<EvidenceItem> items)
    {
        var named = string.Join(Say(Texts.ListComma), items.Take(MostEvidence).Select(Evidence));
        return items.Count > MostEvidence ? Say(Texts.EvidenceMore, named, items.Count) : named;
    }

    /// <summary>One file with its size, or one link.</summary>
    public string Evidence(EvidenceItem item) => item.IsFile
        ? Say(Texts.EvidenceNamed, Clip(item.Name, 60), Size(item.Bytes))
        : Say(Texts.FileNamed, Clip(item.Name, 60));

    public string RoleName(Role role) => Say(role switch
    {
        Role.Office => Texts.RoleOffice,
        Role.TeamLeader => Texts.RoleTeamLeader,
        Role.TeamMember => Texts.RoleTeamMember,
        Role.CityOffice => Texts.RoleCityOffice,
        Role.CountyOfficer => Texts.RoleCountyOfficer,
        Role.SupervisionOffice => Texts.RoleSupervisionOffice,
        Role.Department => Texts.RoleDepartment,
    });

    /// <summary>The name of a person by their id; empty for one who is not there any more.</summary>
    public string NameOf(string id) => Directory.ById(id) is { } person ? Named(person.Name) : "";

    /// <summary>
    /// A name as it is shown, or those of a reminder: of somebody whose name was deleted, what they were (已离任的联络员).
    /// </summary>
    public string Named(string name) => name.Contains(HistoryEntry.BetweenNames, StringComparison.Ordinal)
        ? string.Join(Say(Texts.ListComma), name.Split(HistoryEntry.BetweenNames).Select(Named))
        : FormerName.RoleOf(name) is not { } role ? name : Say(role switch
        {
            Role.Office => Texts.FormerOffice,
            Role.TeamLeader => Texts.FormerTeamLeader,
            Role.TeamMember => Texts.FormerTeamMember,
            Role.CityOffice => Texts.FormerCityOffice,
            Role.CountyOfficer => Texts.FormerCountyOfficer,
            Role.SupervisionOffice => Texts.FormerSupervisionOffice,
            Role.Department => Texts.FormerDepartment,
        });

    /// <summary>A role with its place and team: 巡视组组长 石家庄市 第1巡视组.</summary>
    public string GrantName(Grant grant)
    {
        var name = Say(Texts.GrantOf, RoleName(grant.Role), Place(grant.Area));
        if (grant.Team is { } team)
        {
            name = Say(Texts.GrantOf, name, Say(Texts.TeamOrdinal, team));
        }

        if (grant.Post is { } post && !IsSaid(post, grant.Role))
        {
            name = Say(Texts.GrantOf, name, PostName(post));
        }

        if (grant.For is { } represented)
        {
            name = Say(Texts.Bracketed, name, Say(Texts.InNameOf, Directory.ById(represented)?.Name ?? "—"));
        }

        return grant is { From: null, To: null } ? name : Say(Texts.GrantOf, name, DaysOf(grant));
    }

    /// <summary>The role with what it is in the team, and whom they stand in for: 组员 副组长（代李四）.</summary>
    public string RoleOf(Grant grant)
    {
        var name = grant.Post is { } post && !IsSaid(post, grant.Role)
            ? Say(Texts.GrantOf, RoleName(grant.Role), PostName(post))
            : RoleName(grant.Role);
        return grant.For is { } represented
            ? Say(Texts.Bracketed, name, Say(Texts.InNameOf, Directory.ById(represented)?.Name ?? "—"))
            : name;
    }

    /// <summary>组长 of a leader says nothing more.</summary>
    private static bool IsSaid(Post post, Role role) =>
        (post, role) is (Post.Leader, Role.TeamLeader) or (Post.Member, Role.TeamMember) or (Post.Liaison, Role.CountyOfficer);

    /// <summary>From when to when: 2026年12月1日至12月5日.</summary>
    public string DaysOf(Grant grant) => (grant.From, grant.To) switch
    {
        ({ } from, { } to) => from == to ? Day(from) : Say(Texts.DaysFromTo, Day(from), Day(to)),
        ({ } from, null) => Say(Texts.DaysFrom, Day(from)),
        (null, { } to) => Say(Texts.DaysTo, Day(to)),
        (null, null) => Say(Texts.DaysOpen),
    };

    public string PostName(Post post) => Say(post switch
    {
        Post.Leader => Texts.PostLeader,
        Post.DeputyLeader => Texts.PostDeputyLeader,
        Post.Liaison => Texts.PostLiaison,
        Post.Member => Texts.PostMember,
        Post.Petitions => Texts.PostPetitions,
        Post.OnlineClues => Texts.PostOnlineClues,
    });

    /// <summary>职务 and phone of a person; null where neither is known.</summary>
    public string? ContactOf(Person person) => (person.JobTitle, person.Phone) switch
    {
        (null, null) => null,
        ({ } title, null) => title,
        (null, { } phone) => Say(Texts.PhoneIs, phone),
        ({ } title, { } phone) => Say(Texts.GrantOf, title, Say(Texts.PhoneIs, phone)),
    };

    /// <summary>Who did something, and in whose name: 张三（代李四）.</summary>
    public string Named(string name, string? inNameOf) =>
        inNameOf is null ? Named(name) : Say(Texts.Bracketed, Named(name), Say(Texts.InNameOf, Named(inNameOf)));

    public string Why(Refusal r) => r.Reason switch
    {
        RefusalReason.NotAllowed => MayNot(r.Right ?? Right.See),
        RefusalReason.WrongState => Say(Texts.RefusedState, StateName(r.State ?? MatterState.Assigned)),
        RefusalReason.OwnWork => Say(Texts.RefusedOwnWork),
        RefusalReason.Missing => Say(Texts.RefusedMissing),
        RefusalReason.TooLong => Say(Texts.RefusedTooLong, r.Limit ?? 0),
        RefusalReason.UnknownArea => Say(Texts.RefusedUnknownArea),
        RefusalReason.DueInPast => Say(Texts.RefusedDueInPast, Day(r.Date ?? Today)),
        RefusalReason.DueTooFar => Say(Texts.RefusedDueTooFar, r.Limit ?? 0),
        RefusalReason.DueSame => Say(Texts.RefusedDueSame, Day(r.Date ?? Today)),
        RefusalReason.DueBeforeChildren => Say(
            Texts.RefusedDueBeforeChildren,
            string.Join(
                Say(Texts.ListComma),
                (r.Matters ?? []).Take(MostNamed).Select(m =>
                    Say(Texts.Bracketed, $"{Short(m.Number)} {Place(m.Area)}", Day(m.Due)))),
            Day(r.Date ?? Today)),
        RefusalReason.StillCorrectable => Say(Texts.RefusedStillCorrectable, r.Limit ?? 0),
        RefusalReason.DueAfterParent => Say(Texts.RefusedDueAfterParent, Day(r.Date ?? Today)),
        RefusalReason.DueNotLater => Say(Texts.RefusedDueNotLater, Day(r.Date ?? Today)),
        RefusalReason.AlreadyOverdue => Say(Texts.RefusedOverdue, Day(r.Date ?? Today)),
        RefusalReason.ExtensionPending => Say(Texts.RefusedPending, Day(r.Date ?? Today)),
        RefusalReason.NoExtensionPending => Say(Texts.RefusedNoneAsked),
        RefusalReason.ChildrenOpen => Say(Texts.RefusedChildrenOpen),
        RefusalReason.NotBelow => Say(Texts.RefusedNotBelow),
        RefusalReason.AlreadyPassedOn => Say(Texts.RefusedAlreadyPassedOn),
        RefusalReason.IsChild => Say(Texts.RefusedIsChild),
        RefusalReason.SupervisionStep => Say(Texts.RefusedSupervisionStep),
        RefusalReason.TooManyReturns => Say(Texts.RefusedTooManyReturns, r.Limit ?? 0),
        RefusalReason.TooManyChildren => Say(Texts.RefusedTooManyChildren, r.Limit ?? 0),
        RefusalReason.CorrectionOver => Say(Texts.RefusedCorrectionOver, r.Limit ?? 0),
        RefusalReason.NothingToCorrect => Say(Texts.RefusedNothingToCorrect),
        RefusalReason.OtherCity => Say(Texts.RefusedOtherCity),
        RefusalReason.ResponsibleElsewhere => Say(Texts.RefusedResponsibleElsewhere),
        RefusalReason.OfParent => Say(Texts.RefusedOfParent),
        RefusalReason.UndoOver => Say(Texts.RefusedUndoOver, r.Limit ?? 0),
        RefusalReason.StillUndoable => Say(Texts.RefusedStillUndoable, r.Limit ?? 0),
        RefusalReason.ParentGoesOn => Say(Texts.RefusedParentGoesOn, r.Matters is [var above, ..] ? Short(above.Number) : ""),
        RefusalReason.DeclinePending => Say(Texts.RefusedDeclinePending),
        RefusalReason.NoDeclinePending => Say(Texts.RefusedNoDecline),
        RefusalReason.AlreadyInsisted => Say(Texts.RefusedInsisted),
        RefusalReason.NothingToUndo => Say(Texts.RefusedNothingToUndo),
        RefusalReason.RecursTooOften => Say(Texts.RefusedRecursTooOften),
        RefusalReason.NoDateAhead => Say(Texts.RefusedNoDateAhead),
        RefusalReason.LeadTooLong => Say(Texts.RefusedLeadTooLong, r.Limit ?? 0),
        RefusalReason.TimesOutOfRange => Say(Texts.RefusedTimes, r.Limit ?? 0),
        RefusalReason.TooManyPlaces => Say(Texts.RefusedTooManyPlaces, r.Limit ?? 0),
        RefusalReason.RecurringEnded => Say(Texts.RefusedRecurringEnded),
        RefusalReason.NotTheNext => Say(Texts.RefusedNotTheNext),
        RefusalReason.BeingAssigned => Say(Texts.RefusedBeingAssigned),
        RefusalReason.TooMuchEvidence => Say(Texts.RefusedTooMuchEvidence, r.Limit ?? 0),
        RefusalReason.NothingToAdd => Say(Texts.RefusedNothingToAdd),
        RefusalReason.NothingAskedByThem => Say(Texts.RefusedNothingAskedByThem),
        RefusalReason.NothingAsked => Say(Texts.RefusedNothingAsked),
        RefusalReason.QuestionTooLong => Say(Texts.RefusedQuestionTooLong, r.Limit ?? 0),
        RefusalReason.AlreadyFollowed => Say(Texts.RefusedFollowed),
        RefusalReason.NotFollowed => Say(Texts.RefusedNotFollowed),
        RefusalReason.TooManyFollowers => Say(Texts.RefusedTooManyFollowers, r.Limit ?? 0),
        RefusalReason.TooManyEntries => Say(Texts.RefusedTooManyEntries, r.Limit ?? 0),
        RefusalReason.StepLacks => Lacks(r),
        RefusalReason.NotDisclosed => Say(Texts.RefusedNotDisclosed),
        RefusalReason.ExemptionWaits => Say(Texts.RefusedExemptionWaits),
    };

    /// <summary>Rows of a set that are not filled in as they have to be: 第3、7项没有整改措施.</summary>
    private string Lacks(Refusal r)
    {
        var lacks = r.Rows.GroupBy(row => (row.Field, row.Reason)).Select(same =>
        {
            var rows = Listed(same.Select(row => row.Row));
            var reason = same.Key.Reason;
            return reason == RefusalReason.DueInPast ? Say(Texts.RowsDueInPast, rows)
                : reason == RefusalReason.DueTooFar ? Say(Texts.RowsDueTooFar, rows, Day(r.Date ?? Today))
                : Say(
                    reason == RefusalReason.TooLong ? Texts.RowsTooLong : Texts.RowsMissing,
                    rows,
                    ColumnName(same.Key.Field));
        });
        return Say(Texts.RefusedStepLacks, string.Join(Say(Texts.ListSemicolon), lacks));
    }

    /// <summary>Numbers of rows, those that follow each other as from–to; of very many the first.</summary>
    public string Listed(IEnumerable<int> rows)
    {
        var runs = new List<(int From, int To)>();
        foreach (var row in rows.Order())
        {
            if (runs is [.., var last] && last.To >= row - 1)
            {
                runs[^1] = (last.From, row);
            }
            else
            {
                runs.Add((row, row));
            }
        }

        var said = runs.Take(MostRuns).Select(run =>
            run.From == run.To ? Invariant(run.From) : $"{Invariant(run.From)}–{Invariant(run.To)}");
        return string.Join(Say(Texts.ListComma), said) + (runs.Count > MostRuns ? "…" : "");
    }

    /// <summary>The name of a column of the register.</summary>
    public string ColumnName(string field) => Say(field switch
    {
        Fields.Measures => Texts.ColumnMeasures,
        Fields.LeaderPost => Texts.ColumnLeaderPost,
        Fields.Department => Texts.ColumnDepartment,
        _ => Texts.ColumnDue,
    });

    public string Why(DirectoryRefusal refusal) => refusal switch
    {
        DirectoryRefusal.NotAllowed => Say(Texts.DirectoryNotAllowed),
        DirectoryRefusal.NameMissing => Say(Texts.RefusedMissing),
        DirectoryRefusal.NameTooLong => Say(Texts.RefusedTooLong, Person.NameLength),
        DirectoryRefusal.IdentityMissing or DirectoryRefusal.IdentityTooLong => Say(Texts.DirectoryIdentity),
        DirectoryRefusal.UnknownArea => Say(Texts.RefusedUnknownArea),
        DirectoryRefusal.RoleDoesNotFit => Say(Texts.DirectoryRoleDoesNotFit),
        DirectoryRefusal.AccountWaits => Say(Texts.DirectoryAccountWaits),
        DirectoryRefusal.HasOtherRoles => Say(Texts.DirectoryHasOtherRoles),
        DirectoryRefusal.LastOfOffice => Say(Texts.DirectoryLastOfOffice),
        DirectoryRefusal.NotFound => Say(Texts.DirectoryNotFound),
        DirectoryRefusal.JobTitleTooLong => Say(Texts.RefusedTooLong, Person.JobTitleLength),
        DirectoryRefusal.PhoneWrong => Say(Texts.DirectoryPhone, Person.PhoneLength),
        DirectoryRefusal.DaysOutOfOrder => Say(Texts.DirectoryDays),
        DirectoryRefusal.Recused => Say(Texts.DirectoryRecused),
        DirectoryRefusal.HomeUnitTooLong => Say(Texts.RefusedTooLong, Person.HomeUnitLength),
        DirectoryRefusal.TooManyRecusals => Say(Texts.DirectoryTooManyRecusals, Person.MaxRecusals),
        DirectoryRefusal.TrainingIncomplete => Say(Texts.DirectoryTraining, Training.SubjectLength),
        DirectoryRefusal.TooManyGrants or DirectoryRefusal.TooManyPeople or DirectoryRefusal.TooManyUnits
            or DirectoryRefusal.Topics or DirectoryRefusal.DigestLimits or DirectoryRefusal.QuietLimits => Say(Texts.DirectoryTooMany),
    };

    /// <summary>That a right is not theirs, and whose it is.</summary>
    public string MayNot(Right right) => Say(Texts.RefusedNotAllowed, RightName(right), Say(RuleOf(right)));

    public string RightName(Right right) => Say(right switch
    {
        Right.See => Texts.RightSee,
        Right.Assign => Texts.RightAssign,
        Right.PassOn => Texts.RightPassOn,
        Right.Work => Texts.RightWork,
        Right.Review => Texts.RightReview,
        Right.Reopen => Texts.RightReopen,
        Right.Urge => Texts.RightUrge,
        Right.PutOnLedger => Texts.RightPutOnLedger,
        Right.Docket => Texts.RightDocket,
        Right.AcceptDocket => Texts.RightAcceptDocket,
        Right.Refer => Texts.RightRefer,
        Right.ManageRecurring => Texts.RightManageRecurring,
        Right.CheckFindings => Texts.RightCheckFindings,
        Right.ConfirmDisclosure => Texts.RightConfirmDisclosure,
        Right.ExemptFromDisclosure => Texts.RightExemptFromDisclosure,
        Right.AskSelfCheck => Texts.RightAskSelfCheck,
        Right.RunCampaign => Texts.RightRunCampaign,
        Right.AddEvidence => Texts.AddEvidence,
        Right.Speak => Texts.RightSpeak,
        Right.Follow => Texts.RightFollow,
        Right.ManagePeople => Texts.RightManagePeople,
        Right.BindRoom => Texts.RightBindRoom,
        Right.ManageCalendar => Texts.RightManageCalendar,
        Right.SeePlan => Texts.RightSeePlan,
        Right.ConfirmHandover => Texts.RightConfirmHandover,
        Right.DraftPlan => Texts.RightDraftPlan,
    });

    /// <summary>Toasts are cut at 200 characters.</summary>
    public static string Clip(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, CutBefore(text, length - 1)), "…");

    // Never between the two halves of an emoji.
    private static int CutBefore(string text, int length) =>
        char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;

    private static Text RuleOf(Right right) => right switch
    {
        Right.Assign => Texts.RuleAssign,
        Right.PassOn => Texts.RulePassOn,
        Right.Work => Texts.RuleWork,
        Right.Review => Texts.RuleReview,
        Right.ManageRecurring => Texts.RuleManageRecurring,
        Right.CheckFindings => Texts.RuleCheckFindings,
        Right.ConfirmDisclosure => Texts.RuleConfirmDisclosure,
        Right.ExemptFromDisclosure => Texts.RuleExemptFromDisclosure,
        Right.AskSelfCheck => Texts.RuleAskSelfCheck,
        Right.RunCampaign => Texts.RuleRunCampaign,
        Right.Reopen => Texts.RuleReopen,
        Right.Speak => Texts.RuleSpeak,
        Right.Follow => Texts.RuleFollow,
        Right.BindRoom => Texts.RuleBindRoom,
        Right.SeePlan or Right.DraftPlan => Texts.RulePlan,
        Right.See or Right.Urge or Right.PutOnLedger or Right.Docket or Right.AcceptDocket or Right.Refer or Right.AddEvidence
            or Right.ManagePeople or Right.ManageCalendar or Right.ConfirmHandover => Texts.RuleOther,
    };

    /// <summary>A count that is an average: 2.3.</summary>
    internal static string OneDecimal(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    internal static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
