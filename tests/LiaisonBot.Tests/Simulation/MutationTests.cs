using LiaisonBot.Simulation;

namespace LiaisonBot.Tests.Simulation;

/// <summary>
/// The list of mutations does not rot: each can still be made. That each is noticed, the nightly run shows.
/// </summary>
public class MutationTests
{
    public static TheoryData<string> Names => [.. Mutation.All.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mutation_ItsPlace_StandsInTheSourceOnce(string name)
    {
        var mutation = Mutation.All.Single(one => one.Name == name);
        var source = File.ReadAllText(Path.Combine(SourceFolder.Root, mutation.File));

        Assert.Single(mutation.Places(source));
        Assert.NotEqual(mutation.From, mutation.To);
    }

    [Fact]
    public void Mutation_EachIsNoticed_ByACheckOrAClassOfTests() => Assert.All(Mutation.All, mutation => Assert.True(
        mutation.By.StartsWith("tests:", StringComparison.Ordinal)
            ? Array.Exists(typeof(MutationTests).Assembly.GetTypes(), type => type.Name == mutation.By[6..])
            : Enum.TryParse<Check>(mutation.By, out _),
        mutation.Name));

    [Fact]
    public void DefectsAndMutations_AreAtLeastSixtyOfTheirOwnKind_AndNoneStandsTwice()
    {
        var names = Defect.All.Select(defect => defect.Name)
            .Concat(Mutation.All.Select(mutation => mutation.Name))
            .ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.True(Mutation.All.Count >= 60 && names.Count >= 100, $"{names.Count}");
    }
}
