using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Features;

namespace LiaisonBot.Tests.Conversation;

/// <summary>A button without a title of its own carries the name of its command: there has to be one.</summary>
public sealed partial class ButtonNameTests
{
    [Fact]
    public void EveryCommand_WhoseNameAButtonCarries_HasOne()
    {
        var named = ProductSources.Files
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups["id"].Value))
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(named.Count > 20, "The pattern finds the buttons.");
        Assert.DoesNotContain(named, id => AllFeatures.Registry[id].Name is null);
    }

    [GeneratedRegex("""uttons\.(?:To|Word)\(\s*"(?<id>[a-zA-Z]+\.[a-zA-Z]+)"\s*[,)]""", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
