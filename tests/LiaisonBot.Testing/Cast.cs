using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Testing;

/// <summary>The places and people that tests are about.</summary>
public static class Cast
{
    public static readonly AreaCode Hebei = AreaCode.Parse("13");
    public static readonly AreaCode Shijiazhuang = AreaCode.Parse("1301");
    public static readonly AreaCode Tangshan = AreaCode.Parse("1302");
    public static readonly AreaCode Changan = AreaCode.Parse("130102");
    public static readonly AreaCode Qiaoxi = AreaCode.Parse("130104");
    public static readonly AreaCode Zhengding = AreaCode.Parse("130123");
    public static readonly AreaCode Lunan = AreaCode.Parse("130202");
    public static readonly AreaCode AuditOffice = AreaCode.Parse("1300U001");
    public static readonly AreaCode PetitionOffice = AreaCode.Parse("1300U002");
    public static readonly AreaCode StatisticsOffice = AreaCode.Parse("1300U003");

    public static readonly Person Office = Someone("office", Role.Office, Hebei);
    public static readonly Person Leader = Someone("leader", Role.TeamLeader, Shijiazhuang, 1);
    public static readonly Person Member = Someone("member", Role.TeamMember, Shijiazhuang, 1);
    public static readonly Person OtherLeader = Someone("other-leader", Role.TeamLeader, Shijiazhuang, 2);
    public static readonly Person City = Someone("city", Role.CityOffice, Shijiazhuang);
    public static readonly Person OtherCity = Someone("other-city", Role.CityOffice, Tangshan);
    public static readonly Person County = Someone("changan", Role.CountyOfficer, Changan);
    public static readonly Person Zhengdings = Someone("zhengding", Role.CountyOfficer, Zhengding);
    public static readonly Person OtherCounty = Someone("lunan", Role.CountyOfficer, Lunan);
    public static readonly Person Supervisors = Someone("supervision", Role.SupervisionOffice, Hebei);
    public static readonly Person Audit = Someone("audit", Role.Department, AuditOffice);
    public static readonly Person Petitions = Someone("petitions", Role.Department, PetitionOffice);
    public static readonly Person Statistics = Someone("statistics", Role.Department, StatisticsOffice);

    /// <summary>Whom the office named for petitions. Not of <see cref="Everyone"/>.</summary>
    public static readonly Person Keeper =
        Person.WithObjectId("keeper", "name of keeper", new Grant(Role.Office, Hebei) { Post = Post.Petitions });

    public static readonly IReadOnlyList<Person> Everyone =
        [
            Office,
            Leader,
            Member,
            OtherLeader,
            City,
            OtherCity,
            County,
            Zhengdings,
            OtherCounty,
            Supervisors,
            Audit,
            Petitions,
            Statistics
        ];

    public static readonly IReadOnlyList<Area> Units = [
        new(AuditOffice, "省审计厅"),
        new(PetitionOffice, "省信访局"),
        new(StatisticsOffice, "省统计局")
    ];

    public static readonly LiaisonDirectory Book = DirectoryOf(Everyone);

    /// <summary>A Monday, ten in the morning in Beijing.</summary>
    public static readonly Instant Morning = BeijingTime.At(new(2026, 11, 23), new(10, 0));

    public static LocalDate Today => BeijingTime.Today(Morning);

    public static LiaisonDirectory DirectoryOf(IReadOnlyList<Person> people) => new(Hebei, people, Units, [], []);

    public static Person Someone(string id, Role role, AreaCode area, int? team = null) =>
        Person.WithObjectId(id, "name of " + id, new Grant(role, area, team));

    public static ChatAddress AddressOf(Person person) =>
        new("msteams", "https://smba.example/", "chat-" + person.Id, "29:" + person.Id, "28:bot", "tenant");

    /// <summary>The same people with one more.</summary>
    public static LiaisonDirectory With(params Person[] more) => DirectoryOf([.. Everyone, .. more]);

    public static string Names(IEnumerable<Person> people) => string.Join(' ', people.Select(p => p.Id));

    public static MatterDraft Draft(AreaCode area, LocalDate? due = null, string title = "整改方案") =>
        new(title, area, "区委办公室", "上报整改方案", new DueSpan.On(due ?? Today.PlusDays(30)));
}
