using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using LiaisonBot.Host;
using NodaTime;

namespace LiaisonBot.Tests.Visits;

/// <summary>The numbers of a year's plan: taken whole, or refused with the line and the reason.</summary>
[Trait("Kind", "Pure")]
public sealed class PlanProfileFileTests
{
    private const string Good =
        """
        version 2
        term | 2022 5 | 换届
        rest-years | 1 | 轮换
        groups | 2 3 | 小组
        city-inspections | 1 2 | 届内
        city-inspection-days | 31 | 一个半月
        inspections | 5 6 | 每组
        inspection-days | 21 | 一个月
        half-year-days | 5 | 五天
        first-half | patrol | 巡查
        second-half | return-visit | 回访
        covered-by | inspection patrol | 覆盖
        no-team-by | 01-15 | 日期
        not-approved-by | 02-01 | 日期
        first-half-by | 04-15 | 日期
        second-half-by | 10-15 | 日期
        """;

    [Fact]
    public void BuiltIn_HasTheNumbersOfTheDocument_EachWithItsBasis()
    {
        var profile = PlanProfile.BuiltIn;
        Assert.Equal((2, 3), (profile.Groups.Fewest, profile.Groups.Most));
        Assert.Equal((5, 6), (profile.Inspections.Fewest, profile.Inspections.Most));
        Assert.Equal((1, 2), (profile.CityInspections.Fewest, profile.CityInspections.Most));
        Assert.Equal((21, 31, 5), (profile.InspectionDays, profile.CityInspectionDays, profile.HalfYearDays));
        Assert.Equal(new AnnualDate(10, 15), profile.SecondHalfBy);
        Assert.Equal(Enum.GetValues<PlanNumber>(), profile.Lines.Select(l => l.What).Order());
        Assert.All(profile.Lines, l => Assert.Contains("请按", l.Basis, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_AsAPersonTypesIt_IsUnderstood()
    {
        var text = "# 本省标准\r\n\r\n" + Good.Replace("\n", "\r\n", StringComparison.Ordinal)
            .Replace("groups | 2 3 |", "  groups\t|\t1   2 |", StringComparison.Ordinal);
        Assert.True(PlanProfileFile.TryParse(text, out var profile, out var error), error?.ToString());
        Assert.Equal((2, 1, 2), (profile.Version, profile.Groups.Fewest, profile.Groups.Most));
        Assert.Equal([VisitKind.Inspection, VisitKind.Patrol], profile.CoveredBy.Order());
        Assert.Equal("届内", profile.BasisOf(PlanNumber.CityInspections));
    }

    [Theory]
    [InlineData("rest-years | 1 |", "rest-years | -1 |", "line 3: '-1' is not a number from 0 to 10")]
    [InlineData("inspection-days | 21 |", "inspection-days | -21 |", "line 8: '-21' is not a number from 1 to 120")]
    [InlineData("half-year-days | 5 |", "half-year-days | 0 |", "line 9: '0' is not a number from 1 to 120")]
    [InlineData("half-year-days | 5 |", "half-year-days | five |", "line 9: 'five' is not a number from 1 to 120")]
    [InlineData("inspections | 5 6 | 每组", "inspections | 5 6 |", "line 7: inspections needs its basis")]
    [InlineData("inspections | 5 6 | 每组", "inspections | 5 6", "line 7: a line has 3 columns (what, number, basis), not 2")]
    [InlineData("inspections | 5 6 |", "inspections | 6 5 |", "line 7: the fewest are more than the most")]
    [InlineData("inspections | 5 6 |", "inspections | 6 |", "line 7: inspections takes two numbers, the fewest and the most")]
    [InlineData("groups | 2 3 |", "groups | 2 4 |", "line 4: '4' is not a number from 1 to 3")]
    [InlineData("groups | 2 3 |", "groups | 0 3 |", "line 4: '0' is not a number from 1 to 3")]
    [InlineData("first-half | patrol |", "first-half | banquet |",
        "line 10: 'banquet' is no kind of visit to a county; there are inspection, patrol, return-visit, special")]
    [InlineData("second-half | return-visit |", "second-half | residency |",
        "line 11: 'residency' is no kind of visit to a county; there are inspection, patrol, return-visit, special")]
    [InlineData("covered-by | inspection patrol |", "covered-by | inspection city-inspection |",
        "line 12: 'city-inspection' is no kind of visit to a county; there are inspection, patrol, return-visit, special")]
    [InlineData("covered-by | inspection patrol |", "covered-by | patrol patrol |", "line 12: a kind of visit stands twice")]
    [InlineData("covered-by | inspection patrol |", "covered-by | |", "line 12: covered-by takes at least one kind of visit")]
    [InlineData("first-half | patrol |", "first-half | patrol special |", "line 10: first-half takes one kind of visit")]
    [InlineData("term | 2022 5 |", "term | 1022 5 |", "line 2: '1022' is not a year from 2000 to 2099")]
    [InlineData("term | 2022 5 |", "term | 2022 -5 |", "line 2: '-5' is not a number of years from 1 to 10")]
    [InlineData("term | 2022 5 |", "term | 2022 |", "line 2: term takes its first year and its number of years")]
    [InlineData("no-team-by | 01-15 |", "no-team-by | 02-30 |", "line 13: no-team-by takes one day of the year such as 10-15")]
    [InlineData("second-half-by | 10-15 |", "second-half-by | 05-15 |", "line 16: second-half-by is a day from July to December")]
    [InlineData("first-half-by | 04-15 |", "first-half-by | 07-01 |", "line 15: first-half-by is a day from January to June")]
    [InlineData("groups | 2 3 | 小组", "teams | 2 3 | 小组", "line 4: 'teams' is nothing that a plan goes by;")]
    [InlineData("groups | 2 3 | 小组", "rest-years | 2 | 轮换", "line 4: rest-years stands twice")]
    [InlineData("groups | 2 3 | 小组", "", "no line says groups")]
    [InlineData("version 2", "version -2", "line 1: '-2' is not a version from 1 to 9999")]
    [InlineData("version 2", "", "no line names the version")]
    [InlineData("version 2", "version 2\nversion 3", "line 2: version stands twice")]
    [InlineData("version 2", "version 2\nhello", "line 2: 'hello' is neither a version nor a line")]
    public void Parse_WithAFault_IsRefusedWithItsLineAndReason(string right, string wrong, string reason)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        Assert.False(PlanProfileFile.TryParse(Good.Replace(right, wrong, StringComparison.Ordinal), out _, out var error));
        Assert.StartsWith(reason, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OfAFolder_TheNewestCounts_AndAWrongOneIsRefusedWithItsLine()
    {
        var folder = Directory.CreateTempSubdirectory("liaison-profiles");
        try
        {
            Assert.Same(PlanProfile.BuiltIn, PlanProfiles.Read(folder.FullName));
            var file = Path.Combine(folder.CreateSubdirectory(PlanProfiles.Folder).FullName, "rounds.txt");
            File.WriteAllText(file, Good);
            Assert.Equal(2, PlanProfiles.Read(folder.FullName).Version);
            File.WriteAllText(file, Good.Replace("version 2", "version 1", StringComparison.Ordinal));
            Assert.Contains("there is a profile of version 1 already", Refused(), StringComparison.Ordinal);
            File.WriteAllText(file, Good.Replace("half-year-days | 5", "half-year-days | -5", StringComparison.Ordinal));
            Assert.Contains($"{file} is refused: line 9: '-5' is not a number", Refused(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Refused() => Assert.Throws<StoreUnavailableException>(() => PlanProfiles.Read(folder.FullName)).Message;
    }

    [Theory]
    [InlineData(2021, 2017, 2021)]
    [InlineData(2022, 2022, 2026)]
    [InlineData(2026, 2022, 2026)]
    [InlineData(2027, 2027, 2031)]
    [InlineData(2000, 1997, 2001)]
    public void TermOf_AYear_IsItsTerm(int year, int first, int last) =>
        Assert.Equal((first, last), PlanProfile.BuiltIn.TermOf(year));
}
