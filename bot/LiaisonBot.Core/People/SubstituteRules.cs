using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>Why somebody does not stand in for somebody else.</summary>
public enum SubstituteRefusal
{
    /// <summary>Neither one's own duty, nor of the own counties, and not of the office.</summary>
    NotAllowed,

    /// <summary>No such person, or one who may not be known.</summary>
    NotFound,
    Oneself,

    /// <summary>For oneself one names somebody of the same team, office or county.</summary>
    NotOfSameUnit,
    DaysMissing,
    EndsBefore,
    InPast,

    /// <summary>More than <see cref="SubstituteRules.MostDays"/>.</summary>
    TooLong,

    /// <summary>Whoever is stood in for has no duty on these days.</summary>
    NothingToStandInFor,
    TooManyGrants,

    /// <summary>Nobody stands in for them: it ended, or somebody was quicker.</summary>
    NobodyStandsIn,
}

/// <summary>
/// Who may stand in for whom (代办, AB角): pure. The substitute gets the duties of whoever is away, on the days alone,
/// and acts in their name.
/// </summary>
public static class SubstituteRules
{
    /// <summary>Calendar days of one stand-in.</summary>
    public const int MostDays = 366;

    /// <summary>How many days ahead it may begin.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>The duties of a person that somebody may give into other hands.</summary>
    public static IReadOnlyList<Grant> Duties(Person by, Person represented) =>
        [.. represented.Entered.Where(g => g.For is null
            && (by.Id == represented.Id || DirectoryService.MayGrant(by, g)))];

    /// <summary>Whether somebody may name a substitute for a person at all.</summary>
    public static bool MayName(Person by, Person represented) => Duties(by, represented).Count > 0;

    /// <summary>Whether somebody is of the team, office or county that a duty is in.</summary>
    public static bool IsOfSameUnit(Grant duty, Person other) => other.Entered.Any(own => own.For is null && duty.Role switch
    {
        Role.TeamLeader or Role.TeamMember =>
            own.Role is Role.TeamLeader or Role.TeamMember && own.Team == duty.Team && own.Area.City == duty.Area.City,
        Role.Office or Role.CityOffice or Role.CountyOfficer or Role.SupervisionOffice or Role.Department =>
            own.Role == duty.Role && own.Area == duty.Area,
    });

    /// <summary>Those who may stand in for a person when somebody names them.</summary>
    public static IEnumerable<Person> Candidates(Person by, Person represented, LiaisonDirectory directory) =>
        directory.People.Where(p => p.Id != represented.Id && MayStandIn(by, represented, p));

    private static bool MayStandIn(Person by, Person represented, Person substitute)
    {
        var duties = Duties(by, represented);
        return by.Id == represented.Id
            ? duties.Any(duty => IsOfSameUnit(duty, substitute))
            : by.Has(Role.Office)
                ? substitute.Entered.Count > 0
                : duties.Any(duty => substitute.Entered.Any(own => own is { For: null, Role: Role.CityOffice or Role.CountyOfficer }
                    && own.Area.City == duty.Area.City));
    }

    /// <summary>The duties that the substitute gets, with their days; or why not.</summary>
    public static (SubstituteRefusal? Refusal, IReadOnlyList<Grant> Grants) Decide(
        Person by,
        Person? represented,
        Person? substitute,
        LocalDate? from,
        LocalDate? to,
        LocalDate today)
    {
        if (represented is null || substitute is null)
        {
            return Refused(SubstituteRefusal.NotFound);
        }

        if (represented.Id == substitute.Id)
        {
            return Refused(SubstituteRefusal.Oneself);
        }

        if (!MayName(by, represented))
        {
            return Refused(SubstituteRefusal.NotAllowed);
        }

        if (WrongDays(from, to, today) is { } wrong)
        {
            return Refused(wrong);
        }

        if (!MayStandIn(by, represented, substitute))
        {
            return Refused(SubstituteRefusal.NotOfSameUnit);
        }

        List<Grant> grants = [];
        foreach (var duty in Duties(by, represented))
        {
            var stand = duty with { From = from, To = to, For = represented.Id };
            if (duty.Overlaps(stand) && (by.Id != represented.Id || IsOfSameUnit(duty, substitute)))
            {
                grants.Add(stand);
            }
        }

        if (grants.Count == 0)
        {
            return Refused(SubstituteRefusal.NothingToStandInFor);
        }

        var kept = substitute.Entered.Count(g => !g.HasEnded(today));
        return kept + grants.Count > Person.MaxGrants ? Refused(SubstituteRefusal.TooManyGrants) : (null, grants);
    }

    private static SubstituteRefusal? WrongDays(LocalDate? from, LocalDate? to, LocalDate today) => (from, to) switch
    {
        (null, _) or (_, null) => SubstituteRefusal.DaysMissing,
        ({ } first, { } last) when last < first => SubstituteRefusal.EndsBefore,
        ({ } first, _) when first < today => SubstituteRefusal.InPast,
        ({ } first, { } last) when Period.DaysBetween(first, last) >= MostDays
            || Period.DaysBetween(today, first) > MostDaysAhead => SubstituteRefusal.TooLong,
        _ => null,
    };

    private static (SubstituteRefusal?, IReadOnlyList<Grant>) Refused(SubstituteRefusal refusal) => (refusal, []);
}
