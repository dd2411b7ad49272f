using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Why somebody was reminded, from the history: of which matters, by which rule, and what comes next. Nothing is urged or set.</summary>
internal sealed partial class SpokenHandler
{
    /// <summary>怎么又催我: what the last reminders of this person were of; of one matter that is named, its own.</summary>
    private async Task<TurnAnswer?> WhyRemindedAsync(CancellationToken cancellationToken)
    {
        // why do I get something at half past eight: the digest, whatever stands in it.
        if (RuleWords.IsOfDigest(frame) && !MatterQuestions.MissedDigest(frame))
        {
            return await OfferAsync(Localizer.Say(RuleTexts.DigestIs, Digest(), Buttons.Word("reminders.settings")), "reminders.settings", "reminders.policy", "matter.mine");
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        if (IsNamed() && await OneAsync(cancellationToken) is { } tree)
        {
            return await WhyRemindedOfAsync(tree, cancellationToken);
        }

        List<ListEntry> open = [.. (await MineAsync(cancellationToken)).Where(e => e.IsOpen).Take(MostCounted)];
        // 夜市的事: words of one title, wherever they stand.
        if (open.FindAll(IsSpokenOf) is [var spokenOf] && await matters.FindFamilyAsync(spokenOf.Number, cancellationToken) is { } named)
        {
            return await WhyRemindedOfAsync(named, cancellationToken);
        }

        List<(ListEntry Entry, List<HistoryEntry> Reminders)> reminded = [];
        foreach (var some in open.Chunk(HistoriesAtATime))
        {
            var histories = await Task.WhenAll(some.Select(e => Services.Matters.HistoryAsync(e.Number, cancellationToken)));
            reminded.AddRange(some.Zip(histories, (entry, history) => (entry, RemindersIn(history, entry.Holder))).Where(pair => pair.Item2.Count > 0));
        }

        // Nothing was reminded of lately: what the rules look at now.
        var last = reminded.Select(pair => DayOf(pair.Reminders[^1])).DefaultIfEmpty().Max();
        List<(ListEntry Entry, string Why)> meant = reminded.Count > 0
            ? [.. reminded.Where(pair => DayOf(pair.Reminders[^1]) == last).Select(pair => (pair.Entry, RulesOn(pair.Reminders, last)))]
            : [.. open.Where(e => IsRemindedOf(e)).Select(e => (e, Localizer.StateName(e.State)))];
        var lead = reminded.Count > 0 ? Localizer.Say(RuleTexts.RemindedLast, meant.Count, Localizer.Day(last))
            : meant.Count > 0 ? Localizer.Say(RuleTexts.RemindedNow, meant.Count)
            : Localizer.Say(RuleTexts.NotRemindedLately);
        var lines = meant.OrderBy(one => one.Entry.Due).Take(MostReminded).Select(one => Localizer.Say(
            RuleTexts.RemindedLine,
            Localizer.Short(one.Entry.Number),
            Localizer.Clip(Localizer.Typed(one.Entry.Title).ReplaceLineEndings(" "), MostShown),
            one.Why,
            Localizer.Day(one.Entry.Due),
            Localizer.TimeWords(one.Entry.Due, one.Entry.State)));
        var sentence = string.Join('\n', lines.Prepend(lead).Append(Localizer.Say(RuleTexts.RemindersEnd, Buttons.Word("reminders.settings"))));
        // it's stuck, behind that: of the only one.
        return meant is [var only] && await matters.FindFamilyAsync(only.Entry.Number, cancellationToken) is { } one
            ? await matters.TellOfAsync(one, sentence)
            : await OfferAsync(sentence, "matter.mine", "reminders.policy", "reminders.settings");
    }

    private const int MostReminded = 6;
    private const int MostRemindersAhead = 3;

    /// <summary>Of one's own: not signed for, overdue, or due within a week.</summary>
    private bool IsRemindedOf(ListEntry entry) =>
        Person.Grants.Any(grant => grant.Area == entry.Holder)
            && entry.State is MatterState.Assigned or MatterState.InProgress
            && (entry.State == MatterState.Assigned || entry.Due <= Localizer.Today.PlusDays(DaysAhead));

    private const int DaysAhead = 7;

    private bool IsSpokenOf(ListEntry entry) =>
        frame.Words.Exists(word => Enumerable.Range(0, Math.Max(0, word.Length - 1)).Any(at => !char.IsAsciiLetter(word[at]) && entry.Title.Contains(word.Substring(at, 2), StringComparison.Ordinal)));

    /// <summary>A matter is named or pointed at.</summary>
    private bool IsNamed() => Meanings.IsOne(frame) || frame.Named.Count > 0;

    /// <summary>先别老催我, 1301-10怎么又出来了: when it was reminded of and why, and when it will be.</summary>
    private async Task<TurnAnswer> WhyRemindedOfAsync(MatterTree tree, CancellationToken cancellationToken)
    {
        var history = await HistoryOfAsync(tree, cancellationToken);
        List<string> lines = [];
        if (history.FindLast(e => e.Act == Act.Urge) is { } urged)
        {
            lines.Add(Taken(urged));
        }

        // 不是报过了么: it was, and came back.
        if (tree.Matter.State == MatterState.InProgress && history.FindLast(e => e.Act == Act.Return) is { } back)
        {
            lines.Add(Joined(history.FindLast(e => e.Act == Act.HandIn) is { } handedIn ? Localizer.Say(RuleTexts.Stop, Taken(handedIn)) : "", Localizer.Say(RuleTexts.CameBack, Taken(back))));
        }

        var reminders = RemindersIn(history, tree.Matter.Holder);
        var number = Localizer.Number(tree.Matter.Number);
        lines.Add(reminders.Count == 0
            ? Localizer.Say(RuleTexts.NeverReminded, number, Localizer.StateName(tree.Matter.State), DueOf(tree))
            : Localizer.Say(
                RuleTexts.RemindedOf,
                number,
                string.Join(
                    Localizer.Say(SpokenTexts.Semicolon),
                    reminders.Select(DayOf).Distinct().TakeLast(MostRemindersAhead).Select(day => $"{Localizer.Day(day)} {RulesOn(reminders, day)}")),
                DueOf(tree)));
        if (tree.Matter.IsOpen)
        {
            var policy = Services.Policies.Of(tree.Matter.PolicyVersion);
            List<string> ahead = [.. Schedule.Planned(tree.Matter, policy, Localizer.Calendar, Localizer.Now, Localizer.Now + Duration.FromDays(MostDaysAhead))
                .Where(one => policy.Rule(one.Rule) is { } rule && Audience.Of(rule, one.Day, tree.Matter.Subject, Localizer.Directory, Localizer.Today).Any(person => person.Id == Person.Id))
                .OrderBy(one => one.At)
                .Select(one => $"{Localizer.Day(one.On)} {Localizer.Reminder(one.Rule).Words}")
                .Take(MostRemindersAhead)];
            lines.Add(ahead.Count == 0 ? Localizer.Say(RuleTexts.NothingAhead) : Localizer.Say(RuleTexts.Ahead, string.Join(Localizer.Say(SpokenTexts.Semicolon), ahead)));
        }

        lines.Add(Localizer.Say(RuleTexts.NotOffAlone, Buttons.Word("reminders.settings")));
        var sentence = string.Join('\n', lines);
        var settings = Buttons.To("reminders.settings");
        return await IsBeforeThemAsync(tree, cancellationToken)
            ? await ShowAsync(
                MatterCard.Summary(tree.Matter, sentence, Localizer),
                Card.Of(
                    Localizer,
                    [
                        Card.Line(sentence),
                        Card.Line($"{Localizer.Short(tree.Matter.Number)}  {Localizer.Typed(tree.Matter.Title).ReplaceLineEndings(" ")}", subtle: true, size: "Small", spacing: "Small"),
                        .. Card.Actions([Buttons.View(tree.Matter.Number), settings, Buttons.To("reminders.policy")]),
                    ]),
                tree.Matter.Number)
            : await matters.ShowMatterAsync(tree, sentence, Card.Default, settings);
    }

    private const int MostDaysAhead = 60;

    /// <summary>What of the history was a reminder to this person.</summary>
    private List<HistoryEntry> RemindersIn(IEnumerable<HistoryEntry> history, Core.Areas.AreaCode holder) =>
        [.. history.Where(e => e.Act == Act.Remind
            && (e.ActorName.Split(HistoryEntry.BetweenNames).Contains(Person.Name) || Person.Grants.Any(grant => grant.Area == holder && Permissions.ReachOf(Right.Work, grant.Role) != Reach.Nowhere)))];

    private static LocalDate DayOf(HistoryEntry entry) => BeijingTime.Today(entry.At);

    private string RulesOn(List<HistoryEntry> reminders, LocalDate day) =>
        string.Join(Localizer.Say(Texts.ListComma), reminders.Where(e => DayOf(e) == day).Select(e => ListCards.Reminder(e, Localizer)).Distinct());
}
