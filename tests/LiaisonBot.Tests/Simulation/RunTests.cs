using LiaisonBot.Simulation;

namespace LiaisonBot.Tests.Simulation;

public class RunTests
{
    private static readonly Options Small = new() { HasSize = true, Days = 30, Matters = 25, Cities = 2, Counties = 3 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_WhateverGoesWrong_KeepsEveryPromise(int seed)
    {
        var result = new Run(seed, Small, null).Play();

        Assert.True(result.Violations.Count == 0, $"{string.Join('\n', result.Violations)}\n{Small.Replay(seed)}");
        Assert.True(result is { Answers: > 10, Sends: > 10 }, "Little happened: the checks had nothing to look at.");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(21)]
    public void Run_WithSetsOfFindings_KeepsEveryPromise(int seed)
    {
        var size = Small with { Sets = 3 };

        var result = new Run(seed, size, null).Play();

        Assert.True(result.Violations.Count == 0, $"{string.Join('\n', result.Violations)}\n{size.Replay(seed)}");
    }

    [Theory]
    [InlineData(102)]
    [InlineData(113)]
    public void Run_OfTheSizeThatItsSeedDraws_KeepsEveryPromise(int seed)
    {
        var size = new Options().Of(seed);

        var result = new Run(seed, size, null).Play();

        Assert.True(result.Violations.Count == 0, $"{string.Join('\n', result.Violations)}\n{size.Replay(seed)}");
    }

    [Theory]
    [InlineData(30004)] // a clock that was set back, and that somebody cannot be reached found out twice at the same moment
    public void Run_OfASeedThatOnceFailed_KeepsEveryPromise(int seed) =>
        Assert.Empty(new Run(seed, new(), null).Play().Violations);

    [Fact]
    public void Run_SameSeed_PlaysTheSame()
    {
        var (first, second) = (new Run(5, Small, null).Play(), new Run(5, Small, null).Play());

        Assert.Equal(first with { Violations = [] }, second with { Violations = [] });
        Assert.Equal(first.Violations, second.Violations);
    }

    [Fact]
    public void Checks_EachHasADefectThatItNotices() =>
        Assert.Empty(Enum.GetValues<Check>()
            .Except(Defect.All.Select(defect => defect.By))
            .Select(check => check.ToString())
            .Except(Mutation.All.Select(mutation => mutation.By)));
}
