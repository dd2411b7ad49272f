using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.SelfChecks;

/// <summary>专项整治: a self-check of many places under one name, and what is put right of what they find.</summary>
internal static class CampaignFeature
{
    public const string Which = "campaign";

    private const string What = "what";

    public static readonly Feature Feature = new("campaigns",
        new("campaigns.say", (turn, arguments, cancellationToken) =>
            new CampaignHandler(turn).SayAsync(arguments[What], cancellationToken))
        {
            Name = CampaignTexts.Campaign,
            Also = ["专项治理", "专项行动", "开展专项整治", "campaigns", "run a campaign"],
            Entry = new() { Asks = Unanswered.IsAsked },
            MayBeMisspelt = false,
            Read = line => new("campaigns.say", Arguments.Of((What, line.IsNothing ? "" : line.Rest))),
            Help = new(CampaignTexts.Help, MayRun) { Say = CampaignTexts.HelpSay },
        },
        new("campaigns.list", (turn, _, cancellationToken) => new CampaignHandler(turn).SayAsync("", cancellationToken))
        {
            Also = ["专项整治情况", "专项整治进展", "专项整治进度", "专项整治怎么样", "专项整治办得怎么样", "专项整治有哪些", "campaign progress"],
            MayBeMisspelt = false,
            Read = _ => new("campaigns.list", Arguments.None),
        },
        new("campaigns.ofTopic", (turn, arguments, _) => new CampaignHandler(turn).OfTopicAsync(arguments["topic"])),
        new("campaigns.show", (turn, arguments, cancellationToken) =>
            new CampaignHandler(turn).ShowAsync(arguments[Which], null, cancellationToken)),
        new("campaigns.table", (turn, arguments, cancellationToken) =>
            new CampaignHandler(turn).TableAsync(arguments[Which], cancellationToken)));

    internal static bool MayRun(Person person) => person.Has(Role.Office) || person.Has(Role.Department);
}
