using LiaisonBot.Simulation.Sealed;

namespace LiaisonBot.Tests.Simulation;

/// <summary>Sealed records under everything that goes wrong, in a small world of their own.</summary>
public class SealedRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_WhateverGoesWrong_KeepsEveryPromise(int seed)
    {
        var result = new SealedRun(seed).Play();

        Assert.True(result.Violations.Count == 0, string.Join('\n', result.Violations));
        Assert.True(result is { Records: > 10, Slips: > 1, Looks: > 10, Told: > 20, Killed: > 5 }, $"Little happened: {result}");
    }

    [Fact]
    public void Runs_ReportUnannouncedVisits_CountThem_DestroyRecords_AndFileThem()
    {
        var results = Enumerable.Range(3, 3).Select(seed => new SealedRun(seed).Play()).ToList();
        Assert.All(results, result => Assert.Empty(result.Violations));
        Assert.True(
            results.Sum(one => one.Parts) > 0
                && results.Sum(one => one.Visits) > 0
                && results.Sum(one => one.Counted) > 0
                && results.Sum(one => one.Destroyed) > 0
                && results.Sum(one => one.Filed) > 0,
            string.Join('\n', results));
    }

    public static TheoryData<string> Defects => [.. SealedDefect.All.Select(defect => defect.Name)];

    /// <summary>The longest is noticed at the eleventh seed; most are at the first.</summary>
    [Theory]
    [MemberData(nameof(Defects))]
    public void Checks_SomethingBrokenOnPurpose_NoticeIt(string defect) => Assert.NotNull(SealedDefect.Named(defect).CaughtBy(seeds: 20));

    [Fact]
    public void Checks_EachHasADefectThatItShouldNotice() =>
        Assert.Empty(Enum.GetValues<SealedCheck>().Except(SealedDefect.All.Select(defect => defect.By)));
}
