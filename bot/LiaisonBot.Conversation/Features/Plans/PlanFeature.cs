using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Plans;

/// <summary>年度安排 and 覆盖: the year of visits of a city, drafted, checked and counted.</summary>
internal static partial class PlanFeature
{
    public const string What = "what";
    private const string Typed = "typed";

    private const RegexOptions Fast = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    public static readonly Feature Feature = new("plans",
        new("plan.show", (turn, arguments, cancellationToken) => new PlanHandler(turn).SayAsync(arguments[What], arguments[Typed], cancellationToken))
        {
            Name = PlanTexts.Plan,
            Also = ["安排", "plan", "年度计划", "巡视计划", "年度巡视安排", "plan of the year"],
            MayBeMisspelt = false,
            PlaceFirst = true,
            Entry = new(Offered: "plan.open"),
            Read = Read,
            Help = new(PlanTexts.HelpPlanWhat, VisitRules.MayPlanAny)
            {
                Say = PlanTexts.HelpPlan,
                Filled = localizer => localizer.ExampleYear,
            },
            HelpButton = new(18, PlanService.MaySeeAny) { Made = buttons => buttons.To(PlanTexts.Plan, "plan.open") },
        },
        new("plan.open", (turn, arguments, _) => new PlanHandler(turn).OpenAsync(arguments.Values, arguments.Page)),
        new("plan.form", (turn, arguments, _) => new PlanHandler(turn).FormAsync(arguments.Values)),
        new("plan.draft", (turn, arguments, _) => new PlanHandler(turn).DraftAsync(arguments.Values, arguments.Page)),
        new(
            "plan.save",
            (turn, arguments, cancellationToken) =>
                new PlanHandler(turn).SaveAsync(arguments.Values, cancellationToken)),
        new(
            "plan.saveProvince",
            (turn, arguments, cancellationToken) =>
                new PlanHandler(turn).SaveProvinceAsync(arguments.Values, cancellationToken)),
        new(
            "plan.file",
            (turn, arguments, cancellationToken) =>
                new PlanHandler(turn).FileAsync(arguments.Values, cancellationToken)),
        new("plan.discardForm", (turn, arguments, _) => new DiscardHandler(turn).FormAsync(arguments.Values))
        {
            Name = PlanTexts.Discard,
            Also = ["放弃草案", "删除草案", "撤销草案", "discard the draft", "discard drafts", "drop the draft"],
            MayBeMisspelt = false,
            Entry = new(Offered: "plan.open"),
            Read = line => new("plan.discardForm", Arguments.Of((What, line.Rest))),
            Help = new(PlanTexts.HelpDiscardWhat, VisitRules.MayPlanAny)
            {
                Say = PlanTexts.HelpDiscard,
                Filled = localizer => localizer.ExampleYear,
            },
        },
        new(
            "plan.discard",
            (turn, arguments, cancellationToken) =>
                new DiscardHandler(turn).DiscardAsync(arguments.Values, cancellationToken)),
        new("plan.upgrade", (turn, arguments, _) => new UpgradeHandler(turn).SayAsync(arguments[What]))
        {
            Name = PlanTexts.Upgrade,
            Also = ["升级巡视", "升级为巡视"],
            MayBeMisspelt = false,
            Entry = new(IsFreeText: true),
            Read = line => line.IsNothing ? null : new("plan.upgrade", Arguments.Of((What, line.Rest))),
            Help = new(PlanTexts.HelpUpgradeWhat, VisitRules.MayPlanAny) { Say = PlanTexts.HelpUpgrade },
        },
        new("plan.upgradeForm", (turn, arguments, _) => new UpgradeHandler(turn).FormAsync(arguments.Values)),
        new(
            "plan.upgradeSave",
            (turn, arguments, cancellationToken) =>
                new UpgradeHandler(turn).SaveAsync(arguments.Values, cancellationToken)),
        new("coverage.say", (turn, arguments, _) => new CoverageHandler(turn).SayAsync(arguments[What]))
        {
            Name = PlanTexts.Coverage,
            Also = ["覆盖情况", "全覆盖", "coverage of"],
            Initials = ["fg"],
            MayBeMisspelt = false,
            PlaceFirst = true,
            // 覆盖率多少了 asks in a sentence.
            Read = line => line.IsAttached && line.Rest.StartsWith('率')
                ? null
                : new("coverage.say", Arguments.Of((What, line.Rest))),
            Help = new(PlanTexts.HelpCoverageWhat),
            HelpButton = new(21, PlanService.MaySeeAny),
        },
        new("coverage.show", (turn, arguments, _) => new CoverageHandler(turn).ShowAsync(arguments.Values, arguments.Page)),
        new(
            "coverage.file",
            (turn, arguments, cancellationToken) =>
                new CoverageHandler(turn).FileAsync(arguments.Values, cancellationToken)));

    /// <summary>
    /// 明年保定怎么安排, 明年唐山的安排给第一组: a year, a place and perhaps a team around the word, and nothing else. It shows what
    /// there is, or a draft; nothing is written.
    /// </summary>
    public static ChatCommand.Call? Meant(TurnScope turn, string typed)
    {
        var (areas, today) = (turn.Localizer.Directory.Areas, turn.Localizer.Today);
        var text = Folding.Of(typed);
        if (Discarded().IsMatch(text) && VisitRules.MayPlanAny(turn.Person))
        {
            var what = DiscardedWords().Replace(text, " ");
            var of = PlanLine.Read(what, areas, today);
            // 要不要把草案作废: nothing is asked to be done; the plan as it stands.
            return Denied().IsMatch(text)
                ? new("plan.open", Arguments.Of(
                    (PlanCards.Year, Localizer.Invariant(of.Year ?? today.Year)),
                    (PlanCards.City, of.Area is { Level: not AreaLevel.Province } city ? city.City.Value : "")))
                : new("plan.discardForm", Arguments.Of((What, what)));
        }

        if (!Word().IsMatch(text) || !PlanLine.HasYear(text, today))
        {
            return null;
        }

        var said = Around().Replace(Word().Replace(text, " "), " ");
        foreach (var giving in new[] { "给", "由", "让" })
        {
            said = said.Replace(giving + "第", " 第", StringComparison.Ordinal);
        }

        var line = PlanLine.Read(said, areas, today);
        // 明年的计划做好了吗: of all cities, by those who plan, where it says which plan or is of a year to come.
        if (line is { Rest: [], Area: null, Team: null, Year: { } next }
            && PlanService.MaySeeAny(turn.Person)
            && (next > today.Year || text.Contains("巡视计划", StringComparison.Ordinal)))
        {
            return new("plan.open", Arguments.Of((PlanCards.Year, Localizer.Invariant(next)), (PlanCards.City, "")));
        }

        if (line is not { Rest: [], Area: { } area, Year: { } year })
        {
            return null;
        }

        return line.Team is null && PlanService.MaySeeAny(turn.Person)
            ? new(
                "plan.open",
                Arguments.Of(
                    (PlanCards.Year, Localizer.Invariant(year)),
                    (PlanCards.City, area.Level == AreaLevel.Province ? "" : area.City.Value)))
            : new("plan.show", Arguments.Of((What, said), (Typed, "")));
    }

    [GeneratedRegex(
        "(的|是?怎么|如何|怎样|咋|打算|都)*(巡视|年度)?(安排|计划)(给|由|让|到|是|了|吗|的|好|没|没有|做|出来|定)*|planned|plans|plan",
        Fast)]
    private static partial Regex Word();

    /// <summary>草案作废, 把草案删了, throw away the draft.</summary>
    [GeneratedRegex(
        "草案.{0,4}(作废|废掉|废了|删|不要了|不用了|丢|扔|撤|取消)|(作废|废掉|删掉|删除|丢掉|扔掉|撤掉|放弃).{0,16}草案"
        + "|\\b(throw away|discard|drop|delete|scrap|get rid of)\\b.{0,40}\\bdrafts?\\b",
        Fast)]
    private static partial Regex Discarded();

    [GeneratedRegex(
        "草案|作废|废掉|废了|删掉|删除|删了|删|不要了|不用了|丢掉|扔掉|丢|扔|撤掉|撤了|取消|放弃|重新排|重排|重新拟|重来|把|将|请|的|吧|掉|了|。"
        + "|\\b(throw away|discard|drop|delete|scrap|get rid of|the|drafts?|of|for|please|all|visits?|plan)\\b",
        Fast)]
    private static partial Regex DiscardedWords();

    [GeneratedRegex("别|先不|不要(作废|删|丢|撤)|没说|要不要|是否|是不是|能不能|可以.{0,12}吗|[?？]|吗|如果|要是|\\b(if|should|can|don't|do not|not)\\b", Fast)]
    private static partial Regex Denied();

    /// <summary>What leads to the place or the team, and what asks.</summary>
    [GeneratedRegex(
        "把|[?？]|排一下|排个|排出|排排|拟一下|拟定|拟个|编制|编一下|做一下|做个|定一下|出一下"
        + "|'s\\b|\\b(what|how|is|are|do|we|there|anything|give|to|draft|make|prepare|draw up)\\b", Fast)]
    private static partial Regex Around();

    /// <summary>
    /// 安排 and plan are everyday words: a year makes them a plan, unless more stands there that is none of it.
    /// </summary>
    private static ChatCommand.Call? Read(TypedLine line)
    {
        if (line.Word is not ("安排" or "plan"))
        {
            return new("plan.show", Arguments.Of((What, line.Rest)));
        }

        return PlanLine.HasYear(line.Rest, new(line.Year, 1, 1))
            ? new("plan.show", Arguments.Of((What, line.Rest), (Typed, line.Typed)))
            : null;
    }
}
