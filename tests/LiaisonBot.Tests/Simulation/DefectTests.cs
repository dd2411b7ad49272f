using LiaisonBot.Simulation;

namespace LiaisonBot.Tests.Simulation;

/// <summary>
/// What is broken on purpose is noticed, each by its own check. The longest tests that there are: one half here and one in
/// <see cref="MoreDefectTests"/>, since classes run beside each other and the tests of one do not.
/// </summary>
public class DefectTests
{
    private static readonly Options Small = new() { HasSize = true, Days = 30, Matters = 25, Cities = 2, Counties = 3 };

    public static TheoryData<string> Defects => Part(0);

    [Theory]
    [MemberData(nameof(Defects))]
    public void Checks_SomethingBrokenOnPurpose_NoticeIt(string defect) => Notice(defect);

    internal static TheoryData<string> Part(int part) =>
        [.. Defect.All.Select(defect => defect.Name).Where((_, index) => index % 2 == part)];

    /// <summary>
    /// Where those that take long were noticed last (<c>--defects --defect NAME</c>): looked at first, and no more than that.
    /// </summary>
    private static readonly Dictionary<string, int> SeenAt = new(StringComparer.Ordinal)
    {
        ["planned-late"] = 4,
        ["occurrence-left-out"] = 3,
        ["finder-forgets"] = 6,
        ["link-for-long"] = 4,
        ["passing-unwritten"] = 6,
        ["week-longer"] = 5,
        ["old-policy"] = 2,
        ["news-kept"] = 3,
        ["city-unswept"] = 3,
        ["arrival-told-anew"] = 8,
        ["parcels-unswept"] = 3,
        ["digest-to-who-left"] = 3,
        ["plan-misread"] = 3,
    };

    internal static void Notice(string defect) =>
        Assert.NotNull(
            (SeenAt.TryGetValue(defect, out var seed) ? Defect.Named(defect).CaughtBy(Small with { FirstSeed = seed, Seeds = 1 }) : null)
                ?? Defect.Named(defect).CaughtBy(Small with { Seeds = 40 }));
}

/// <inheritdoc cref="DefectTests"/>
public class MoreDefectTests
{
    public static TheoryData<string> Defects => DefectTests.Part(1);

    [Theory]
    [MemberData(nameof(Defects))]
    public void Checks_SomethingBrokenOnPurpose_NoticeIt(string defect) => DefectTests.Notice(defect);
}
