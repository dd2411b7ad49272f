using LiaisonBot.Conversation.Features.Spoken;
using LiaisonBot.Core.People;

namespace LiaisonBot.Tests.Sentences;

/// <summary>What is offered to whoever was not understood: sentences that the bot does answer.</summary>
public sealed class SuggestionTests
{
    private static readonly (string Who, Role Role)[] Cast =
    [
        ("office", Role.Office), ("leader", Role.TeamLeader), ("member", Role.TeamMember), ("city", Role.CityOffice),
        ("changan", Role.CountyOfficer), ("supervision", Role.SupervisionOffice), ("audit", Role.Department),
    ];

    private static readonly string[] NotUnderstood = ["没有听懂", "I did not understand"];

    [Fact]
    public async Task EverySuggestion_IsAnswered_ToWhomItIsOffered_AndDoesNothing()
    {
        var world = await SentenceWorld.Open();
        List<string> wrong = [];
        foreach (var (who, role) in Cast)
        {
            foreach (var typed in Suggestions.Of(role).SelectMany(text => new[] { text.Chinese, text.English }))
            {
                var outcome = await world.Say(new("offered", who, [], typed, ""));
                if (outcome.Steps.Count + outcome.Changed.Count > 0
                    || NotUnderstood.Any(start => outcome.Text.StartsWith(start, StringComparison.Ordinal)))
                {
                    wrong.Add($"{who}: {typed}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("changan", "xyzzy", "my matters")]
    [InlineData("changan", "梧桐雨延期夜半钟", "要延期")]
    [InlineData("leader", "风马牛不相及", "我的事项")]
    public async Task WhatIsNotUnderstood_OffersAtMostThreeSentences_AndHelp(string who, string typed, string offered)
    {
        var seen = (await (await SentenceWorld.Open()).Say(new("offered", who, [], typed, ""))).Seen;
        Assert.Contains(NotUnderstood, start => seen.Text.StartsWith(start, StringComparison.Ordinal));
        Assert.Contains(offered, seen.Titles);
        Assert.Equal(Suggestions.Most + 1, seen.Titles.Count());
    }
}
