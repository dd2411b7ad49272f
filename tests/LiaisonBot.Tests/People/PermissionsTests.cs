using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using static LiaisonBot.Core.People.Right;
using static LiaisonBot.Core.People.Role;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.People;

/// <summary>
/// The whole table of design §6, written out once more by hand: for each role and right the situations in which it is
/// given. All situations are about team 1 in 石家庄 (1301) and 长安区 (130102); the people are those of <see cref="Cast"/>.
/// </summary>
[Trait("Kind", "Pure")]
public class PermissionsTests
{
    private static readonly Dictionary<string, Subject> Situations = new(StringComparer.Ordinal)
    {
        ["own county"] = new(Changan, Changan, 1),
        ["own city"] = new(Shijiazhuang, Shijiazhuang, 1),
        ["child"] = new(Changan, Changan, 1, IsChild: true),
        ["neighbour"] = new(Zhengding, Zhengding, 1),
        ["other city"] = new(Tangshan, Tangshan, 3),
        ["other city's county"] = new(Lunan, Lunan, 3),
        ["other city's child"] = new(Lunan, Lunan, 3, IsChild: true),
        ["other team"] = new(Changan, Changan, 2),
        ["other team's child"] = new(Changan, Changan, 2, IsChild: true),
        ["of the office"] = new(Changan, Changan),
        ["of audit's campaign"] = new(Changan, Changan, Lead: AuditOffice),
        ["of audit's campaign, passed on"] = new(Changan, Changan, IsChild: true, Lead: AuditOffice),
        ["of another's campaign"] = new(Zhengding, Zhengding, Lead: PetitionOffice),
        ["referred to audit"] = new(Changan, AuditOffice, 1),
        ["city's, referred to audit"] = new(Shijiazhuang, AuditOffice, 1),
        ["referred elsewhere"] = new(Changan, PetitionOffice, 1),
        ["assigned to audit"] = new(AuditOffice, AuditOffice),
        ["docket asked"] = new(Changan, Changan, 1, DocketAsked: true),
        ["docketed"] = new(Changan, Changan, 1, DocketAsked: true, Docketed: true),
        ["other city's, docketed"] = new(Lunan, Lunan, 3, DocketAsked: true, Docketed: true),
        ["docketed child"] = new(Changan, Changan, 1, IsChild: true, DocketAsked: true, Docketed: true),
        ["docketed, referred to audit"] = new(Changan, AuditOffice, 1, DocketAsked: true, Docketed: true),
    };

    private static readonly Subject[] InTheCity =
        [.. Situations.Where(s =>
            !s.Key.StartsWith("other city", StringComparison.Ordinal) && s.Key != "assigned to audit")
            .Select(s => s.Value)];

    private static readonly Subject[] DocketAskedOrDone = Of(
        "docket asked",
        "docketed",
        "other city's, docketed",
        "docketed child",
        "docketed, referred to audit");
    private static readonly Subject[] DocketedOnly = Of(
        "docketed",
        "other city's, docketed",
        "docketed child",
        "docketed, referred to audit");

    private static readonly Subject[] OfTheTeam = Of(
        "own county",
        "own city",
        "neighbour",
        "referred to audit",
        "city's, referred to audit",
        "referred elsewhere",
        "docket asked",
        "docketed",
        "docketed, referred to audit");

    private static readonly Subject[] OfTheTeamAndPassedOn = [.. OfTheTeam, .. Of("child", "docketed child")];

    private static readonly Subject[] HeldByAudit = Of(
        "referred to audit",
        "city's, referred to audit",
        "assigned to audit",
        "docketed, referred to audit");

    private static readonly Subject[] OfAuditsCampaign = Of("of audit's campaign", "of audit's campaign, passed on");

    private static readonly Dictionary<(Role, Right), Subject[]> Expected = new()
    {
        [(Role.Office, See)] = All(),
        [(Role.Office, Assign)] = All(),
        [(Role.Office, Review)] = All(),
        [(Role.Office, Reopen)] = All(),
        [(Role.Office, Urge)] = All(),
        [(Role.Office, PutOnLedger)] = All(),
        [(Role.Office, Docket)] = All(),
        [(Role.Office, Refer)] = All(),
        [(Role.Office, AddEvidence)] = All(),
        [(Role.Office, ManagePeople)] = All(),
        [(Role.Office, ManageCalendar)] = All(),
        [(Role.Office, ConfirmHandover)] = All(),
        [(Role.Office, SeePlan)] = All(),
        [(Role.Office, DraftPlan)] = All(),
        [(Role.Office, BindRoom)] = All(),
        [(Role.Office, ManageRecurring)] = All(),

        [(Role.Office, AskSelfCheck)] = All(),
        [(TeamLeader, AskSelfCheck)] = InTheCity,
        [(CityOffice, AskSelfCheck)] = [.. InTheCity.Except(Of("own city", "city's, referred to audit"))],
        [(Role.Office, CheckFindings)] = All(),
        [(TeamLeader, CheckFindings)] = InTheCity,
        [(TeamMember, CheckFindings)] = InTheCity,
        [(Role.Office, ConfirmDisclosure)] = All(),
        [(TeamLeader, ConfirmDisclosure)] = OfTheTeamAndPassedOn,
        [(TeamMember, ConfirmDisclosure)] = OfTheTeamAndPassedOn,
        [(CityOffice, ConfirmDisclosure)] = [.. InTheCity.Except(Of("own city", "city's, referred to audit"))],
        [(Role.Office, ExemptFromDisclosure)] = All(),

        [(TeamLeader, See)] = InTheCity,
        [(TeamLeader, Assign)] = InTheCity,
        [(TeamLeader, BindRoom)] = InTheCity,
        [(TeamLeader, SeePlan)] = OfTheTeamAndPassedOn,
        [(TeamLeader, DraftPlan)] = OfTheTeamAndPassedOn,
        [(TeamMember, SeePlan)] = OfTheTeamAndPassedOn,
        [(TeamLeader, Review)] = OfTheTeam,
        [(TeamLeader, Urge)] = [.. OfTheTeam, .. Of("child", "docketed child")],
        [(TeamLeader, PutOnLedger)] = [.. OfTheTeam, .. Of("child", "docketed child")],
        [(TeamLeader, Refer)] = OfTheTeam,
        [(TeamLeader, ManageRecurring)] = OfTheTeam,
        [(TeamLeader, AddEvidence)] = OfTheTeam,
        [(TeamLeader, Speak)] = OfTheTeamAndPassedOn,
        [(TeamLeader, Follow)] = OfTheTeamAndPassedOn,
        [(TeamMember, Speak)] = OfTheTeamAndPassedOn,
        [(TeamMember, Follow)] = OfTheTeamAndPassedOn,
        [(Role.Office, Speak)] = All(),
        [(Role.Office, Follow)] = All(),
        [(CityOffice, Speak)] = InTheCity,
        [(CityOffice, Follow)] = [.. InTheCity.Except(Of("own city", "city's, referred to audit"))],
        [(CountyOfficer, Speak)] = Of(
            "own county",
            "child",
            "other team",
            "other team's child",
            "of the office",
            "of audit's campaign",
            "of audit's campaign, passed on",
            "docket asked",
            "docketed",
            "docketed child"),
        [(SupervisionOffice, Speak)] = DocketedOnly,
        [(SupervisionOffice, Follow)] = DocketedOnly,
        [(Department, Speak)] = [.. HeldByAudit, .. OfAuditsCampaign],

        [(TeamMember, See)] = InTheCity,

        [(CityOffice, See)] = InTheCity,
        [(CityOffice, BindRoom)] = InTheCity,
        [(CityOffice, PassOn)] = Of("own city"),
        [(CityOffice, Work)] = Of("own city"),
        [(CityOffice, AddEvidence)] = Of("own city", "child", "other team's child", "of audit's campaign, passed on", "docketed child"),
        [(CityOffice, Review)] = Of("child", "other team's child", "of audit's campaign, passed on", "docketed child"),
        [(CityOffice, Urge)] = [.. InTheCity.Except(Of("own city", "city's, referred to audit"))],
        [(CityOffice, ManagePeople)] = [.. InTheCity.Except(Of("own city", "city's, referred to audit"))],

        [(CountyOfficer, See)] = [.. InTheCity.Except(Of("own city", "neighbour", "of another's campaign", "city's, referred to audit"))],
        [(CountyOfficer, Work)] = Of(
            "own county",
            "child",
            "other team",
            "other team's child",
            "of the office",
            "of audit's campaign",
            "of audit's campaign, passed on",
            "docket asked",
            "docketed",
            "docketed child"),
        [(CountyOfficer, AddEvidence)] = Of(
            "own county",
            "child",
            "other team",
            "other team's child",
            "of the office",
            "of audit's campaign",
            "of audit's campaign, passed on",
            "docket asked",
            "docketed",
            "docketed child"),

        [(SupervisionOffice, See)] = DocketAskedOrDone,
        [(SupervisionOffice, Work)] = DocketedOnly,
        [(SupervisionOffice, AddEvidence)] = DocketedOnly,
        [(SupervisionOffice, Urge)] = DocketedOnly,
        [(SupervisionOffice, AcceptDocket)] = DocketAskedOrDone,

        [(Department, See)] = [.. HeldByAudit, .. OfAuditsCampaign],
        [(Department, Work)] = HeldByAudit,
        [(Department, AddEvidence)] = [.. HeldByAudit, .. Of("of audit's campaign")],
        [(Department, Review)] = Of("of audit's campaign"),
        [(Department, Urge)] = Of("of audit's campaign"),
        [(Department, Follow)] = Of("of audit's campaign"),
        [(Department, RunCampaign)] = All(),
        [(Role.Office, RunCampaign)] = All(),
    };

    private static readonly Dictionary<Role, Person> Holders = new()
    {
        [Role.Office] = Cast.Office,
        [TeamLeader] = Leader,
        [TeamMember] = Member,
        [CityOffice] = City,
        [CountyOfficer] = County,
        [SupervisionOffice] = Supervisors,
        [Department] = Audit,
    };

    public static TheoryData<Role, Right> Cells =>
        [.. from role in Enum.GetValues<Role>() from right in Enum.GetValues<Right>() select (role, right)];

    [Theory]
    [MemberData(nameof(Cells))]
    public void May_EveryCellOfTheTable_InEverySituation(Role role, Right right)
    {
        var expected = Expected.GetValueOrDefault((role, right), []);

        Assert.All(Situations, s => Assert.True(
            expected.Contains(s.Value) == Permissions.May(Holders[role], right, s.Value),
            $"{role} {(expected.Contains(s.Value) ? "may" : "may not")} {right}: {s.Key}"));
    }

    [Fact]
    public void May_WhatGivesARightToAct_LetsAlsoSee()
    {
        // To ask a place is no look at what it has.
        foreach (var (role, person) in Holders)
            foreach (var right in Enum.GetValues<Right>().Where(right => right != RunCampaign))
                foreach (var (situation, subject) in Situations)
                    Assert.True(
                        !Permissions.May(person, right, subject) || Permissions.May(person, See, subject),
                        $"{role} {right} {situation}");
    }

    [Fact]
    public void May_SomeoneWithoutARole_NothingAtAll()
    {
        var nobody = Person.WithObjectId("nobody", "无");

        Assert.All(
            Situations.Values,
            s => Assert.All(Enum.GetValues<Right>(), right => Assert.False(Permissions.May(nobody, right, s))));
    }

    [Fact]
    public void Check_SomeoneWithSeveralRoles_NamesTheOneThatGivesTheRight()
    {
        var both = Person.WithObjectId("both", "两职", new(CountyOfficer, Lunan), new(TeamLeader, Shijiazhuang, 1));

        Assert.Equal(TeamLeader, Permissions.Check(both, Assign, Subject.Place(Changan))!.Role);
        Assert.Null(Permissions.Check(both, Assign, Subject.Place(Lunan)));
    }

    [Theory]
    [InlineData(Role.Office, "1301", null)]
    [InlineData(TeamLeader, "13", 1)]
    [InlineData(TeamLeader, "1301", null)]
    [InlineData(TeamLeader, "1301", 100)]
    [InlineData(TeamMember, "130102", 1)]
    [InlineData(CityOffice, "130102", null)]
    [InlineData(CityOffice, "1301", 1)]
    [InlineData(CountyOfficer, "1301", null)]
    [InlineData(SupervisionOffice, "1301", null)]
    [InlineData(Department, "1301U001", null)]
    [InlineData(Department, "13", null)]
    public void IsValid_ARoleAtTheWrongLevel_IsNot(Role role, string area, int? team) =>
        Assert.False(new Grant(role, AreaCode.Parse(area), team).IsValid);

    [Fact]
    public void Parse_OfEveryGrantsText_IsTheGrant() =>
        Assert.All(Everyone.SelectMany(p => p.Grants), g =>
        {
            Assert.True(g.IsValid);
            Assert.Equal(g, Grant.Parse(g.ToString()));
        });

    private static Subject[] All() => [.. Situations.Values];

    private static Subject[] Of(params string[] names) => [.. names.Select(n => Situations[n])];
}
