using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation.Judging;
using NodaTime;

namespace LiaisonBot.Tests.Simulation;

/// <summary>
/// The judge's reading of docs/rules.md, by examples counted by hand; and that it owes nothing to the product.
/// </summary>
public class JudgeTests
{
    private static readonly string Root = SourceFolder.Root;

    private readonly List<Row> directory =
    [
        Person("office", "Office:13"),
        Person("leader", "TeamLeader:1301:1"),
        Person("member", "TeamMember:1301:1"),
        Person("city", "CityOffice:1301"),
        Person("county", "CountyOfficer:130102"),
        Person("supervision", "SupervisionOffice:13"),
        Person("audit", "Department:1300U001"),
    ];

    private readonly Judge judge;

    public JudgeTests() =>
        judge = new(
            "13",
            () => directory,
            new Dictionary<int, string> { [2026] = "2026-10-01..2026-10-07,off,国庆节\n2026-10-10,work,国庆节\n" });

    [Theory]
    [InlineData("2026-11-24", "Unsigned")] // the first working day after Monday the 23rd
    [InlineData("2026-11-30", "Unsigned", "DueSoon")]
    [InlineData("2026-12-07", "Unsigned", "DueSoon")]
    [InlineData("2026-12-08", "Unsigned", "OverdueYellow")]
    [InlineData("2026-12-10", "Unsigned", "OverdueRed")]
    [InlineData("2026-12-14", "Unsigned", "OverdueRed", "ProposeLedger")]
    public void Owed_LeftAloneAndLookedAtEachMorning_FollowsTheTable(string day, params string[] rules)
    {
        Happens("2026-11-23 10:00", "Assign", due: "2026-12-07", area: "130102");
        var until = Date(day);
        for (var morning = Date("2026-11-23");
            morning < until;
            morning = morning.PlusDays(1)) judge.Set(judge.Reminded(Story, Days.MorningOf(morning)));

        Assert.Equal(rules, judge.Owed(Story, Days.MorningOf(until)).Select(one => one.Rule.Name));
    }

    [Fact]
    public void Next_AfterAnExtension_IsOfTheNewDate()
    {
        Happens("2026-11-23 10:00", "Assign", due: "2026-11-27", area: "130102");
        Happens("2026-11-23 11:00", "Sign");
        Happens("2026-11-23 12:00", "RequestExtension", due: "2026-12-31");
        Happens("2026-11-23 13:00", "GrantExtension", due: "2026-12-31");

        Assert.Equal(At("2026-12-24 08:30"), judge.Next(Story));
    }

    [Theory]
    [InlineData("2026-10-07", "2026-10-08")] // the day after a holiday
    [InlineData("2026-10-09", "2026-10-10")] // a Saturday that is worked
    [InlineData("2026-09-30", "2026-10-08")]
    public void Next_AroundAHoliday_IsTheNextDayThatIsWorked(string assigned, string reminded)
    {
        Happens(assigned + " 10:00", "Assign", due: "2026-12-31", area: "130102");

        Assert.Equal(Days.MorningOf(Date(reminded)), judge.Next(Story));
    }

    [Fact]
    public void Owed_DocketAfterALateLedger_ComesTheNextMorning()
    {
        Happens("2026-11-02 10:00", "Assign", due: "2026-11-06", area: "130102");
        Happens("2026-11-02 11:00", "Sign");
        for (var morning = Date("2026-11-03");
            morning < Date("2026-11-27");
            morning = morning.PlusDays(1)) judge.Set(judge.Reminded(Story, Days.MorningOf(morning)));
        Happens("2026-11-27 08:31", "PutOnLedger");
        judge.Set(judge.Reminded(Story, At("2026-11-27 08:32")));

        Assert.Contains(judge.Owed(Story, At("2026-11-30 08:30")), one => one.Rule.Name == "ProposeDocket");
    }

    [Theory]
    [InlineData("Assign", "office", "county", "city")]
    [InlineData("Return", "office", "county")]
    [InlineData("HandIn", "county", "office")]
    [InlineData("Urge", "city", "county")]
    public void Told_OfAStep_AreThoseOfTheTable(string act, string by, params string[] told)
    {
        Happens("2026-11-23 10:00", "Assign", due: "2026-12-07", area: "130102");

        Assert.Equal(told, judge.Told(act, Story, by, follows: false));
    }

    [Theory]
    [InlineData("leader", "Review", false)] // the office's, not the team's
    [InlineData("city", "Review", false)]
    [InlineData("office", "Review", true)]
    [InlineData("member", "See", true)]
    [InlineData("member", "Urge", false)]
    [InlineData("supervision", "See", false)]
    [InlineData("audit", "Work", false)]
    [InlineData("county", "Work", true)]
    public void May_OfAMatterOfTheOffice_IsTheCellOfTheTable(string person, string right, bool may)
    {
        Happens("2026-11-23 10:00", "Assign", due: "2026-12-07", area: "130102");

        Assert.Equal(may, judge.May(person, right, Story));
    }

    [Fact]
    public void Judge_UsesOfTheProduct_RowsAlone() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(Root, "tests/LiaisonBot.Simulation/Judging"), "*.cs")
                .SelectMany(File.ReadLines),
            line =>
                Assert.True(
                    !line.Contains("LiaisonBot.", StringComparison.Ordinal)
                        || line is "using LiaisonBot.Core.Storage;" or "namespace LiaisonBot.Simulation.Judging;",
                    line));

    [Theory]
    [InlineData("Schedule.")]
    [InlineData("Audience.")]
    [InlineData("Recipients.")]
    [InlineData("Permissions.")]
    [InlineData("QuietHours.")]
    [InlineData("Recount.")]
    public void Simulator_TakesItsExpectations_NotFromTheProductsRules(string rules) =>
        Assert.All(
            Directory.GetFiles(Path.Combine(Root, "tests/LiaisonBot.Simulation"), "*.cs")
                .Where(file => Path.GetFileName(file) != "Mutation.cs"),
            file =>
                Assert.DoesNotContain(
                    " " + rules,
                    File.ReadAllText(file)
                        .Replace("!", " ", StringComparison.Ordinal)
                        .Replace("(", " ", StringComparison.Ordinal),
                    StringComparison.Ordinal));

    private Story Story => judge.Of("2026-1301-000001")!;

    private void Happens(string at, string act, string? due = null, string? area = null)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = "2026-1301-000001",
            ["At"] = At(at),
            ["Act"] = act,
            ["Actor"] = "office"
        };
        if (due is not null) columns["Due"] = due;
        if (area is not null) columns["Area"] = area;
        judge.Read(new(RowKeys.Matters.History + "2026-1301-000001|0001", columns));
    }

    private static Row Person(string id, string grants) =>
        new(
            RowKeys.Directory.People + id,
            new Dictionary<string, object>(StringComparer.Ordinal) { ["Id"] = id, ["Grants"] = grants });

    private static LocalDate Date(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

    private static Instant At(string beijing) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(beijing).Value
            .InUtc()
            .ToInstant() - Duration.FromHours(8);
}
