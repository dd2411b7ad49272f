using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;

namespace LiaisonBot.Conversation.Cards;

/// <summary>The morning digest, and the policy behind it.</summary>
internal static class ReminderCards
{
    /// <summary>Matters of one digest that are shown; the rest is counted.</summary>
    private const int LinesShown = 12;

    /// <summary>One line a matter, most urgent first; each opens its matter.</summary>
    /// <param name="provisional">Years without a notice that the office is told of.</param>
    /// <param name="nobody">Places of which the office is told that nobody receives there.</param>
    public static Json Digest(IReadOnlyList<(Notice Notice, Family Family)> lines, Person person, Buttons buttons, IReadOnlyList<int> provisional, IReadOnlyList<EmptyPlace> nobody)
    {
        var phrases = buttons.Phrases;
        var title = Title(lines, phrases);
        if (lines.All(l => l.Notice.MayBeRepeat))
        {
            title += phrases.Say(Texts.MayBeRepeat);
        }

        List<Json?> body = [Card.Title(title)];
        var ordered = lines.GroupBy(l => l.Family.Matter.Number)
            .OrderByDescending(g => g.First().Family.Matter.Urgency).ThenBy(g => g.First().Family.Matter.Due).ThenBy(g => g.Key.Key, StringComparer.Ordinal).ToList();
        body.AddRange(ordered.Take(LinesShown).SelectMany(g => Line([.. g.Select(l => l.Notice)], g.First().Family, person, buttons)));
        if (ordered.Count > LinesShown)
        {
            body.Add(Card.Line(phrases.Say(Texts.DigestMore, ordered.Count - LinesShown), subtle: true));
        }

        if (provisional.Count > 0)
        {
            body.Add(Card.Box("warning", [Card.Line(phrases.Say(Texts.ProvisionalAhead, phrases.Years(provisional)))]));
        }

        if (nobody.Count > 0)
        {
            body.Add(Card.Line(NobodyThere.Digest(nobody, phrases), color: Card.Warning, size: "Small"));
        }

        List<Json> actions = [buttons.To("matter.mine")];
        if (provisional.Count > 0)
        {
            actions.Add(buttons.To("calendar.import"));
        }

        // The first of them is in the form already.
        if (nobody.Count > 0)
        {
            actions.Add(buttons.To("people.addForm", ("what", phrases.Place(nobody[0].Code))));
        }

        body.AddRange(Card.Actions(actions));
        return Card.Of(phrases, body);
    }

    public static string Title(IReadOnlyList<(Notice Notice, Family Family)> lines, Phrases phrases) =>
        phrases.Say(Texts.DigestTitle, lines.DistinctBy(l => l.Family.Matter.Number).Count());

    /// <summary>The line above the card of an urgent matter's reminder.</summary>
    public static string News(Notice notice, Phrases phrases) =>
        string.Join(phrases.Say(Texts.ListComma), notice.Reminders!.Select(r => phrases.Reminder(r).Words));

    public static Json Policy(ReminderPolicy policy, Buttons buttons)
    {
        var phrases = buttons.Phrases;
        List<Json?> body =
        [
            Card.Title(phrases.Say(Texts.PolicyTitle, policy.Version)),
            Card.Line(phrases.Say(Texts.PolicyTimes, Forms.Hour(policy.Digest), Forms.Hour(policy.QuietFrom), Forms.Hour(policy.QuietTo))),
        ];
        foreach (var rule in policy.Rules)
        {
            var (words, color) = phrases.Reminder(rule.Name);
            var to = string.Join(phrases.Say(Texts.ListComma), rule.To.Select(t => t.FromDay > rule.After[0]
                ? phrases.Say(Texts.PolicyFromDay, Audience(t.Audience, phrases), t.FromDay)
                : Audience(t.Audience, phrases)));
            body.Add(Card.Box(null, [Card.Line(words, color: color, bold: true), Card.Line($"{When(rule, phrases)} → {to}", size: "Small", spacing: "None")], separator: true));
        }

        return Card.Of(phrases, [.. body, .. Card.Actions([buttons.To("help.show")])]);
    }

    private static IEnumerable<Json> Line(IReadOnlyList<Notice> notices, Family family, Person person, Buttons buttons)
    {
        var phrases = buttons.Phrases;
        var matter = family.Matter;
        var reminders = notices.SelectMany(n => n.Reminders ?? []).Distinct().ToList();
        List<(string Words, string? Color)> marks =
        [
            .. notices.Where(n => n.Act == Act.Recount).Select(n => (phrases.Recounted(n.Note, n.Due), Card.Accent)),
            .. notices.Where(n => n.Act == Act.Unreached).Select(n => (phrases.Say(Texts.UnreachedLine, phrases.Named(n.ActorName)), Card.Attention)),
            .. reminders.Select(phrases.Reminder),
        ];
        if (matter.State is MatterState.Assigned or MatterState.InProgress)
        {
            marks.Add(phrases.TimeLeft(matter.Due, matter.State));
        }

        if (matter.Urgency == Urgency.Urgent)
        {
            marks.Add((phrases.Say(Texts.Urgent), Card.Attention));
        }

        var possible = MatterRules.Possible(family, person, phrases.Now);
        List<Json> more = [];
        if (reminders.Contains(ReminderName.ProposeLedger) && possible.Contains(Act.PutOnLedger))
        {
            more.Add(buttons.Form(Act.PutOnLedger, matter.Number));
        }

        if (reminders.Contains(ReminderName.ProposeDocket) && possible.Contains(Act.Docket))
        {
            more.Add(buttons.Form(Act.Docket, matter.Number));
        }

        var where = $"{matter.Number.Short}  {phrases.Place(matter.Area)}  {phrases.Due(matter.Due, matter.DueProvisional)}";
        return ListCards.MatterLine(matter.Title, marks, where, waits: false, buttons.Open(matter.Number), more, phrases);
    }

    private static string When(ReminderRule rule, Phrases phrases)
    {
        var anchor = phrases.Say(rule.From switch
        {
            ReminderAnchor.Assigned => Texts.AnchorAssigned,
            ReminderAnchor.Due => Texts.AnchorDue,
            ReminderAnchor.HandedIn => Texts.AnchorHandedIn,
            ReminderAnchor.Asked => Texts.AnchorAsked,
        });
        var days = string.Join(phrases.Say(Texts.ListComma), rule.After.Select(day => day switch
        {
            < 0 => phrases.Say(Texts.PolicyBefore, -day),
            0 => phrases.Say(Texts.PolicyOnTheDay),
            _ => phrases.Say(Texts.PolicyAfter, day),
        }));
        return anchor + days + (rule.ThenEach ? phrases.Say(Texts.PolicyThenEach) : "");
    }

    private static string Audience(ReminderAudience audience, Phrases phrases) => phrases.Say(audience switch
    {
        ReminderAudience.Holder => Texts.AudienceHolder,
        ReminderAudience.Above => Texts.AudienceAbove,
        ReminderAudience.Coordinator => Texts.AudienceCoordinator,
        ReminderAudience.Reviewer => Texts.AudienceReviewer,
        ReminderAudience.Office => Texts.AudienceOffice,
    });
}
