using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Core.Arrivals;

/// <summary>What is still to be done so that the inspected know of a visit what is so.</summary>
public enum ArrivalWork
{
    None,

    /// <summary>They get the matter of it.</summary>
    Assign,

    /// <summary>They have it, and the days or the group are others by now.</summary>
    Change,

    /// <summary>They have it, and the visit was called off.</summary>
    Withdraw,
}

/// <summary>
/// What the inspected are told once a visit is announced, and asked for before it begins: one ordinary
/// matter. Pure. Its words are stored with it like those that people type, in the language of whoever announced it.
/// </summary>
public static class ArrivalNotice
{
    /// <summary>Due so many working days before the first day.</summary>
    public const int DaysBefore = 10;

    /// <summary>When less time is left than that: so many working days from today, as long as the visit has not begun.</summary>
    public const int DaysAtLeast = 3;

    /// <summary>What is left to do of a visit; nothing for one that has begun, and of earlier versions.</summary>
    /// <param name="today">Beijing date.</param>
    public static ArrivalWork Work(Visit visit, LocalDate today)
    {
        if (visit.Arrival is null)
        {
            return ArrivalWork.None;
        }

        if (visit.State == VisitState.Cancelled)
        {
            return visit.ArrivalTold == Visit.ToldOff || visit.AnnouncedOn > today || visit.To < today
                ? ArrivalWork.None
                : ArrivalWork.Withdraw;
        }

        if (!visit.IsAnnounced(today) || visit.ArrivalTold == Told(visit))
        {
            return ArrivalWork.None;
        }

        return visit.ArrivalTold is null
            ? visit.From > today ? ArrivalWork.Assign : ArrivalWork.None
            : visit.To >= today ? ArrivalWork.Change : ArrivalWork.None;
    }

    /// <summary>What the inspected know of a visit when they were told of it as it is.</summary>
    public static string Told(Visit visit) =>
        string.Create(CultureInfo.InvariantCulture, $"{VisitRules.DaysOf(visit)}/{visit.Group ?? 0}");

    /// <summary>The tenth working day before; when less time is left, the third from today, but before the visit begins.</summary>
    public static LocalDate DueOn(Visit visit, LocalDate today, WorkingCalendar calendar)
    {
        var wanted = calendar.AddWorkingDays(visit.From, -DaysBefore);
        var soonest = calendar.AddWorkingDays(today, DaysAtLeast);
        var last = calendar.AddWorkingDays(visit.From, -1);
        return LocalDate.Max(today, LocalDate.Max(wanted, LocalDate.Min(soonest, last)));
    }

    public static MatterDraft Draft(
        Visit visit,
        LiaisonDirectory people,
        Language language,
        LocalDate today,
        WorkingCalendar calendar,
        bool isOneOfMany)
    {
        var words = language == Language.English ? English : Chinese;
        return new(
            words.Title(visit),
            visit.Area,
            people.Areas.Find(visit.Area)?.Name ?? visit.Area.Value,
            string.Join(
                '\n',
                words.Who(visit),
                words.When(visit),
                words.Contact(Contacts(visit, people)),
                words.Prepare),
            new DueSpan.On(DueOn(visit, today, calendar)),
            Basis: visit.ApprovalNumber)
        {
            IsOneOfMany = isOneOfMany,
        };
    }

    /// <summary>That the visit has other days by now, as a remark or as the reason of another due date.</summary>
    public static string Changed(Visit visit, Language language) =>
        (language == Language.English ? English : Chinese).Changed(visit);

    /// <summary>Why the matter is withdrawn.</summary>
    public static string Off(Visit visit, Language language) =>
        (language == Language.English ? English : Chinese).Off(visit);

    /// <summary>
    /// That a visit was called off for which everything was done already: what is closed is not withdrawn any more.
    /// </summary>
    public static MatterDraft OffDraft(
        Visit visit,
        LiaisonDirectory people,
        Language language,
        LocalDate today,
        WorkingCalendar calendar)
    {
        var words = language == Language.English ? English : Chinese;
        return new(
            words.OffTitle(visit),
            visit.Area,
            people.Areas.Find(visit.Area)?.Name ?? visit.Area.Value,
            words.Off(visit) + words.OffTarget,
            new DueSpan.On(calendar.AddWorkingDays(today, DaysAtLeast)),
            Basis: visit.ApprovalNumber);
    }

    /// <summary>
    /// Who answers questions: the team's own liaison or leader, with the telephone numbers of the directory; the office
    /// where a team has nobody entered.
    /// </summary>
    public static IReadOnlyList<Person> Contacts(Visit visit, LiaisonDirectory people)
    {
        // Who comes is in the team by then, and often not yet on the day when it is announced.
        var day = LocalDate.Max(visit.From, people.Today);
        bool InTeam(Person person, Func<Grant, bool> which) =>
            person.Entered.Any(g => g.For is null && g.CountsOn(day) && g.Team == visit.Team && which(g));
        List<Person> liaison = [.. people.People.Where(p => InTeam(p, g => g.Post == Post.Liaison))];
        List<Person> leaders = [.. people.People.Where(p => InTeam(p, g => g.Role == Role.TeamLeader))];
        return liaison.Count > 0 ? liaison
            : leaders.Count > 0 ? leaders
            : [.. people.Told(Role.Office, people.Province)];
    }

    private sealed record Words(
        Func<Visit, string> Title,
        Func<Visit, string> Who,
        Func<Visit, string> When,
        Func<IReadOnlyList<Person>, string> Contact,
        string Prepare,
        Func<Visit, string> Changed,
        Func<Visit, string> Off,
        Func<Visit, string> OffTitle,
        string OffTarget);

    private static readonly Words Chinese = new(
        v => $"做好{TeamIn(v)}{KindIn(v.Kind)}准备",
        v => $"来访：{TeamIn(v)}{(v.Group is { } group ? Invariant($"第{group}小组") : "")}，{KindIn(v.Kind)}",
        v => $"时间：{DayIn(v.From)}至{DayIn(v.To)}",
        people => $"联系人：{Listed(people, "、")}",
        "请准备：\n1. 确定一名联络员，报姓名、职务、电话\n2. 近期工作情况、上次巡视反馈意见整改情况的书面材料\n3. 班子成员和部门负责人名册\n4. 办公、谈话场所和信访接待点\n准备好后在本事项报结时写明。",
        v => $"{TeamIn(v)}{KindIn(v.Kind)}改为{DayIn(v.From)}至{DayIn(v.To)}{(v.Group is { } group ? Invariant($"，第{group}小组") : "")}",
        v => $"{TeamIn(v)}{DayIn(v.From)}至{DayIn(v.To)}的{KindIn(v.Kind)}已取消{(v.Reason is { } why ? "：" + why : "")}",
        v => $"{TeamIn(v)}{KindIn(v.Kind)}已取消",
        "\n不用再准备，知悉后报结即可。");

    private static readonly Words English = new(
        v => Invariant($"Prepare for the {KindOf(v.Kind)} by team {v.Team}"),
        v => Invariant($"Who comes: team {v.Team}{(v.Group is { } group ? Invariant($", group {group}") : "")}, {KindOf(v.Kind)}"),
        v => $"When: {Columns.Date(v.From)} to {Columns.Date(v.To)}",
        people => $"Contact: {Listed(people, ", ")}",
        "Please prepare:\n1. Name one liaison officer, with post and telephone\n2. Written notes on recent work, and on what became of the findings of the last inspection\n3. A list of the leading group and the heads of departments\n4. Rooms for work and for talks, and a place where petitions are received\nSay what is ready when you hand this in.",
        v => Invariant($"The {KindOf(v.Kind)} by team {v.Team} is now {Columns.Date(v.From)} to {Columns.Date(v.To)}{(v.Group is { } group ? Invariant($", group {group}") : "")}"),
        v => Invariant($"The {KindOf(v.Kind)} by team {v.Team} from {Columns.Date(v.From)} to {Columns.Date(v.To)} is called off{(v.Reason is { } why ? ": " + why : "")}"),
        v => Invariant($"The {KindOf(v.Kind)} by team {v.Team} is called off"),
        "\nNothing more is to be prepared; hand this in to say that you know.");

    private static string Listed(IReadOnlyList<Person> people, string comma) => string.Join(
        comma,
        people.Take(MostContacts).Select(p => p.Phone is { Length: > 0 } phone ? $"{p.Name} {phone}" : p.Name));

    /// <summary>People who are named as contacts.</summary>
    public const int MostContacts = 3;

    private static string TeamIn(Visit visit) => Invariant($"省委第{visit.Team}巡视组");

    private static string DayIn(LocalDate day) => Invariant($"{day.Year}年{day.Month}月{day.Day}日");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string KindIn(VisitKind kind) => kind switch
    {
        VisitKind.Residency => "驻市",
        VisitKind.Inspection => "巡视",
        VisitKind.Patrol => "巡查",
        VisitKind.ReturnVisit => "回访",
        VisitKind.CityInspection => "市本级巡视",
        VisitKind.Special => "专项巡视",
    };

    private static string KindOf(VisitKind kind) => kind switch
    {
        VisitKind.Residency => "residency",
        VisitKind.Inspection => "inspection",
        VisitKind.Patrol => "patrol",
        VisitKind.ReturnVisit => "return visit",
        VisitKind.CityInspection => "inspection of the city",
        VisitKind.Special => "special inspection",
    };
}
