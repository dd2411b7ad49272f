using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

[Trait("Kind", "Pure")]
public class AssignmentTests
{
    private readonly Play play = new();

    [Fact]
    public void Assign_WithEverything_MakesAMatterThatNamesWhoWhatAndByWhen()
    {
        var matter = play[play.Assign(
            Leader,
            new(" 整改方案 ", Changan, "区委办公室", "上报\n整改方案", new DueSpan.On(new(2026, 11, 30)), Urgency.Urgent, "反馈意见第3条"))];

        Assert.Equal("2026-1301-1", matter.Number.ToString());
        Assert.Equal(MatterState.Assigned, matter.State);
        Assert.Equal("整改方案", matter.Title);
        Assert.Equal("区委办公室", matter.Responsible);
        Assert.Equal("上报\n整改方案", matter.Target);
        Assert.Equal(new LocalDate(2026, 11, 30), matter.Due);
        Assert.Equal(Urgency.Urgent, matter.Urgency);
        Assert.Equal("反馈意见第3条", matter.Basis);
        Assert.Equal(
            (1, Leader.Id, Leader.Name, Morning),
            (matter.Team, matter.AssignedBy, matter.AssignedByName, matter.AssignedAt));
    }

    [Fact]
    public void Assign_ByTheOffice_IsOfNoTeam() => Assert.Null(play[play.Assign(Office, Draft(Changan))].Team);

    [Fact]
    public void Assign_OfNothing_NamesEveryFieldThatIsMissing() =>
        Assert.Equal(
            "Missing title, Missing responsible, Missing target, Missing area, Missing due",
            play.Refusal(Leader, new MatterDraft(null, null, "  ", "\n", null)));

    [Theory]
    [InlineData("title", MatterLimits.Title)]
    [InlineData("responsible", MatterLimits.Responsible)]
    [InlineData("target", MatterLimits.Target)]
    [InlineData("basis", MatterLimits.Basis)]
    public void Assign_ATextAtItsLimit_IsTakenAndOneMoreIsRefused(string field, int limit)
    {
        MatterDraft With(string text) => field switch
        {
            "title" => Draft(Changan) with { Title = text },
            "responsible" => Draft(Changan) with { Responsible = text },
            "target" => Draft(Changan) with { Target = text },
            _ => Draft(Changan) with { Basis = text },
        };

        play.Assign(Leader, With(new('字', limit)));
        var refused = Assert.IsType<Decision.Refused>(play.Decide(Leader, With(new('字', limit + 1))));
        Assert.Equal([new Refusal(RefusalReason.TooLong, field, limit)], refused.Refusals);
    }

    [Theory]
    [InlineData("13", "UnknownArea area")] // a province is not responsible for a matter
    [InlineData("1300", "UnknownArea area")] // a pseudo-city is no place
    [InlineData("130199", "UnknownArea area")]
    [InlineData("1101", "UnknownArea area")] // another province
    [InlineData("1301U009", "UnknownArea area")]
    [InlineData("1302", "NotAllowed area")]
    [InlineData("130202", "NotAllowed area")]
    [InlineData("1300U001", "NotAllowed area")]
    public void Assign_ByALeader_StaysInTheTeamsCity(string area, string refusal) =>
        Assert.Equal(refusal, play.Refusal(Leader, Draft(AreaCode.Parse(area))));

    [Theory]
    [InlineData("1301")]
    [InlineData("130102")]
    public void Assign_ByALeader_ReachesTheCityAndItsCounties(string area) =>
        Assert.Equal(MatterState.Assigned, play[play.Assign(Leader, Draft(AreaCode.Parse(area)))].State);

    [Fact]
    public void Assign_InADirectMunicipality_RefusesTheHeadingAndTakesTheDistrict()
    {
        var beijing = AreaCode.Parse("11");
        var office = Someone("beijing", Role.Office, beijing);
        var there = new Play(new LiaisonDirectory(beijing, [office], [], [], []));

        Assert.Equal("UnknownArea area", there.Refusal(office, Draft(AreaCode.Parse("1101"))));
        Assert.Equal("1101-1", there.Assign(office, Draft(AreaCode.Parse("110101"))).Short);
    }

    [Fact]
    public void Assign_ToAProvincialUnit_IsNumberedUnderThePseudoCity() =>
        Assert.Equal("1300-1", play.Assign(Office, Draft(AuditOffice)).Short);

    [Fact]
    public void Assign_ByThoseWhoMayNot_IsRefusedByTheTable()
    {
        foreach (var person in new[] { Member, City, County, Supervisors, Audit })
        {
            var refused = Assert.IsType<Decision.Refused>(play.Decide(person, Draft(Changan)));
            Assert.Equal([new Refusal(RefusalReason.NotAllowed, "area", Right: Right.Assign)], refused.Refusals);
        }
    }

    [Theory]
    [InlineData(-1, "DueInPast due")]
    [InlineData(MatterLimits.DueDaysAhead + 1, "DueTooFar due")]
    public void Assign_DueOutOfReach_IsRefused(int days, string refusal) =>
        Assert.Equal(refusal, play.Refusal(Leader, Draft(Changan, Today.PlusDays(days))));

    [Theory]
    [InlineData(0)]
    [InlineData(MatterLimits.DueDaysAhead)]
    public void Assign_DueAtTheEdge_IsTaken(int days) =>
        Assert.Equal(Today.PlusDays(days), play[play.Assign(Leader, Draft(Changan, Today.PlusDays(days)))].Due);

    [Fact]
    public void Assign_LateInTheEvening_CountsTheDayInBeijing()
    {
        play.Now = Instant.FromUtc(2026, 12, 31, 16, 30);

        Assert.Equal("DueInPast due", play.Refusal(Leader, Draft(Changan, new(2026, 12, 31))));
        Assert.Equal(2027, play.Assign(Leader, Draft(Changan, new(2027, 1, 1))).Year);
    }

    [Fact]
    public void Assign_InWorkingDays_RemembersHowTheDateWasGiven()
    {
        var matter = play[play.Assign(Leader, Draft(Changan) with { Due = new DueSpan.WorkingDays(5) })];

        Assert.Equal((new LocalDate(2026, 11, 30), false), (matter.Due, matter.DueProvisional));
        Assert.Equal((new DueSpan.WorkingDays(5), Today), (matter.DueSpan, matter.DueFrom));
    }

    [Fact]
    public void Assign_InWorkingDaysIntoAYearWithoutNotice_IsProvisional() =>
        Assert.True(play[play.Assign(
            Leader,
            Draft(Changan) with { Due = new DueSpan.WorkingDays(60) })].DueProvisional);

    [Theory]
    [InlineData("😀👨‍👩‍👧‍👦 مرحبا <b>**x**</b>")]
    [InlineData("a\u0000b\u202Ec\u0007")]
    public void Assign_AnyText_IsKeptWhole(string title) =>
        Assert.Equal(title, play[play.Assign(Leader, Draft(Changan, title: title))].Title);

    [Fact]
    public void Assign_HalfASurrogatePair_BecomesTheReplacementCharacter() =>
        Assert.Equal("整改\uFFFD", play[play.Assign(Leader, Draft(Changan, title: "整改\ud83d"))].Title);

    [Fact]
    public void Assign_ACounty_TellsItsOfficersAndTheCity()
    {
        play.Assign(Leader, Draft(Changan));

        Assert.Equal("changan Assign, city Assign", play.ToldWhat());
    }

    [Fact]
    public void Assign_ADepartmentDirectly_TellsTheDepartment()
    {
        play.Assign(Office, Draft(AuditOffice));

        Assert.Equal("audit Assign", play.ToldWhat());
    }

    [Fact]
    public void Assign_ByAnyone_IsTheFirstRowOfTheHistory()
    {
        var number = play.Assign(Leader, Draft(Changan));

        Assert.Equal(
            [new HistoryEntry(
                number,
                1,
                Morning,
                Act.Assign,
                Leader.Id,
                Leader.Name,
                "上报整改方案",
                Today.PlusDays(30),
                Changan)],
            play.History(number));
    }
}
