using System.Reflection;
using System.Text.RegularExpressions;

namespace LiaisonBot.Tests;

/// <summary>Whether a message is understood is decided by the message, and not by how busy the machine is.</summary>
public sealed class RegularExpressionTests
{
    private static IEnumerable<(Type Type, GeneratedRegexAttribute Regex)> All =>
        from type in ProductAssemblies.All.SelectMany(assembly => assembly.GetTypes())
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let regex = method.GetCustomAttribute<GeneratedRegexAttribute>()
        where regex is not null
        select (type, regex);

    [Fact]
    public void NoExpression_GivesUpByTheClock() =>
        Assert.All(
            All,
            one =>
                Assert.True(
                    one.Regex.MatchTimeoutMilliseconds is Timeout.Infinite or 0,
                    $"{one.Type.Name} gives up after {one.Regex.MatchTimeoutMilliseconds} ms: {one.Regex.Pattern}"));

    // Notices on holidays are pasted by the office, at most 8,000 characters at a time.
    [Fact]
    public void NoExpression_OnThePathOfAMessage_Backtracks() =>
        Assert.All(
            All.Where(one => one.Type.Namespace != "LiaisonBot.Core.Calendar"),
            one =>
                Assert.True(
                    one.Regex.Options.HasFlag(RegexOptions.NonBacktracking),
                    $"{one.Type.Name} backtracks: {one.Regex.Pattern}"));

    [Fact]
    public void NoExpression_ThatIsHeld_BacktracksOrGivesUp()
    {
        var held = ProductAssemblies.All.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type))
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(Regex))
            .Select(field => (Regex)field.GetValue(null)!);
        Assert.All(
            held,
            regex =>
                Assert.True(
                    regex.Options.HasFlag(RegexOptions.NonBacktracking)
                        && regex.MatchTimeout == Regex.InfiniteMatchTimeout,
                    regex.ToString()));
    }

    private static bool IsGenerated(Type type) =>
        type.FullName!.StartsWith("System.Text.RegularExpressions.Generated", StringComparison.Ordinal);
}
