using System.Text.Json.Nodes;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Cards;

/// <summary>A matter as it stands, with what this person may do with it now.</summary>
internal static class MatterCard
{
    private const int RequirementsShown = 3;

    private const int ChildrenShown = 40;

    /// <param name="news">What was just done, or why nothing was.</param>
    public static JsonObject Of(Family family, Person person, Buttons buttons, string? news = null, string newsColor = Card.Good)
    {
        var phrases = buttons.Phrases;
        List<JsonObject?> body =
        [
            news is null ? null : Card.Box(newsColor, [Card.Line(news, bold: true)]),
            .. Head(family.Matter, phrases),
            Card.Box("emphasis", [Card.Columns([("stretch", When(family.Matter, phrases)), ("stretch", Who(family, person, phrases))])]),
            .. Work(family, person, phrases),
            .. Facts(family, person, phrases),
            .. Children(family, person, buttons),
            .. Card.Actions(Steps(family, person, buttons)),
            .. Card.Actions(Ways(family, person, buttons)),
        ];
        return Card.Of(phrases.Tag, body);
    }

    /// <summary>Names a matter where others read along: whoever may see it opens it in their own chat.</summary>
    public static JsonObject Reference(MatterNumber number, Phrases phrases) =>
        Card.Of(phrases.Tag, [Card.Line(phrases.Number(number), bold: true), Card.Line(phrases.Say(Texts.ReferenceHow, number.Short), subtle: true, size: "Small")]);

    /// <summary>The toast: what happened, and to which matter.</summary>
    public static string Summary(Matter matter, string news, Phrases phrases) =>
        Phrases.Clip(phrases.Say(Texts.MatterSummary, news, matter.Title.ReplaceLineEndings(" "), phrases.Number(matter.Number)), 200);

    private static IEnumerable<JsonObject> Head(Matter matter, Phrases phrases)
    {
        var (word, color) = phrases.State(matter.State);
        var runs = new List<JsonObject> { Card.Run(word, bold: true, color: color) };
        if (matter.Urgency == Urgency.Urgent) runs.Add(Card.Run("  ·  " + phrases.Say(Texts.Urgent), bold: true, color: Card.Attention));
        if (phrases.Supervision(matter.Supervision) is { } supervision) runs.Add(Card.Run("  ·  " + supervision, bold: true, color: Card.Attention));
        yield return Card.Runs(runs);
        foreach (var line in Card.Typed(matter.Title, bold: true, size: "Large")) yield return line;
        yield return Card.Line(phrases.Number(matter.Number), subtle: true, size: "Small", spacing: "None");
    }

    /// <summary>The due date and how much time is left; when the matter came to its end, once it has.</summary>
    private static IEnumerable<JsonObject> When(Matter matter, Phrases phrases)
    {
        yield return Card.Line(phrases.Say(Texts.FieldDue), subtle: true, size: "Small");
        yield return Card.Line(phrases.Due(matter.Due, matter.DueProvisional), bold: true, spacing: "None");
        if (matter.State is MatterState.Assigned or MatterState.InProgress)
        {
            var (left, color) = phrases.TimeLeft(matter.Due, matter.State);
            yield return Card.Line(left, color, bold: true, size: "Small", spacing: "None");
        }

        if (matter.DueProvisional) yield return Card.Line(phrases.Say(Texts.Provisional, matter.Due.Year), subtle: true, size: "Small", spacing: "None");
    }

    /// <summary>Who has to take the next step, and which.</summary>
    private static IEnumerable<JsonObject> Who(Family family, Person person, Phrases phrases)
    {
        var matter = family.Matter;
        if (!matter.IsOpen)
        {
            yield return Card.Line(phrases.State(matter.State).Word, subtle: true, size: "Small");
            if (matter.EndedAt is { } ended) yield return Card.Line(Phrases.Moment(ended), bold: true, spacing: "None");
            yield break;
        }

        var (who, what, act) = matter.State switch
        {
            MatterState.Assigned => (phrases.Place(matter.Holder), Texts.NextSign, Act.Sign),
            MatterState.InProgress => (phrases.Place(matter.Holder), Texts.NextWork, Act.ReportProgress),
            _ => (phrases.Names([.. Recipients.Reviewers(matter, phrases.Directory)]), Texts.NextReview, Act.Close),
        };
        var step = new List<JsonObject> { Card.Run(phrases.Say(what), size: "Small") };
        if (MatterRules.Possible(family, person, phrases.Now).Contains(act))
            step.Add(Card.Run("  ·  " + phrases.Say(Texts.WaitsForYou), bold: true, color: Card.Accent, size: "Small"));
        yield return Card.Line(phrases.Say(Texts.NextBy), subtle: true, size: "Small");
        yield return Card.Line(who, bold: true, spacing: "None");
        yield return Card.Runs(step, "None");
    }

    /// <summary>What is to be achieved, what is still required, and the last word on how far it is.</summary>
    private static IEnumerable<JsonObject> Work(Family family, Person person, Phrases phrases)
    {
        var matter = family.Matter;
        IEnumerable<JsonObject> Section(Text label, string? text) => text is null ? [] : Card.Typed(text, label: phrases.Say(label));

        // The result stands for the progress before it, until there is progress again after a return.
        var handedIn = matter.HandedInAt is { } at && !(matter.ProgressAt > at);
        return
        [
            .. Section(Texts.FieldTarget, matter.Target),
            .. Section(Texts.FieldPassOnNote, matter.PassOnNote),
            .. handedIn ? Section(Texts.FieldResult, matter.Result) : Section(Texts.FieldProgress, matter.Progress),
            .. Requirements(matter, phrases),
            .. matter.Extension is { } asked ? [Extension(asked, family, person, phrases)] : Array.Empty<JsonObject>(),
        ];
    }

    private static JsonObject Extension(ExtensionRequest asked, Family family, Person person, Phrases phrases)
    {
        var mine = MatterRules.Possible(family, person, phrases.Now).Contains(Act.RefuseExtension);
        return Card.Box("warning",
        [
            .. Card.Typed(phrases.Say(Texts.ExtensionUntil, phrases.Day(asked.Until), asked.Reason), label: phrases.Say(Texts.Extension)),
            mine ? Card.Line(phrases.Say(Texts.WaitsForYou), Card.Accent, bold: true, size: "Small", spacing: "None") : null,
        ]);
    }

    private static IEnumerable<JsonObject> Requirements(Matter matter, Phrases phrases)
    {
        if (matter.Requirements.Count == 0) yield break;
        var shown = matter.Requirements.Skip(Math.Max(0, matter.Requirements.Count - RequirementsShown)).ToList();
        var items = shown.SelectMany(r => Card.Typed(r, label: phrases.Say(Texts.FieldRequirement))).ToList();
        if (shown.Count < matter.Requirements.Count)
            items.Insert(0, Card.Line(phrases.Say(Texts.EarlierRequirements, matter.Requirements.Count - shown.Count), subtle: true));
        yield return Card.Box(matter.IsOpen ? "attention" : "emphasis", items);
    }

    private static IEnumerable<JsonObject> Facts(Family family, Person person, Phrases phrases)
    {
        var matter = family.Matter;
        yield return Card.Fact(phrases.Say(Texts.FieldArea), phrases.Place(matter.Area));
        yield return Card.Fact(phrases.Say(Texts.FieldResponsible), matter.Responsible);
        if (matter.Basis is { } basis) yield return Card.Fact(phrases.Say(Texts.FieldBasis), basis);
        if (family.Parent is { } parent && Permissions.May(person, Right.See, parent.Subject)) yield return Card.Fact(phrases.Say(Texts.ParentIs), phrases.Number(parent.Number));
        yield return Card.Fact(phrases.Say(Texts.AssignedBy), $"{matter.AssignedByName}  {Phrases.Moment(matter.AssignedAt)}");
    }

    private static IEnumerable<JsonObject> Children(Family family, Person person, Buttons buttons)
    {
        var phrases = buttons.Phrases;
        if (family.Matter.Children == 0) yield break;
        yield return Card.Line(phrases.Say(Texts.ChildrenDone, family.Matter.ChildrenClosed, family.Matter.Children), bold: true);
        foreach (var child in family.Children.Where(c => c.State != MatterState.Withdrawn).Take(ChildrenShown))
        {
            var (word, color) = phrases.State(child.State);
            var runs = new List<JsonObject> { Card.Run(phrases.PlaceIn(child.Area, family.Matter.Area) + "  "), Card.Run(word, color: color) };
            if (child.State is MatterState.Assigned or MatterState.InProgress)
            {
                var (left, leftColor) = phrases.TimeLeft(child.Due, child.State);
                runs.Add(Card.Run("  " + left, color: leftColor));
            }

            yield return Card.Box(null, [Card.Runs(runs)], Permissions.May(person, Right.See, child.Subject) ? buttons.Open(child.Number) : null);
        }
    }

    private static IEnumerable<JsonObject> Steps(Family family, Person person, Buttons buttons) =>
        Forms.Offered(family, person, buttons.Phrases).Select(act =>
            act == Act.Undo ? buttons.Undo(family.Matter.Number, family.Matter.LastStep!)
            : Forms.Of(act).Count == 0 ? buttons.Do(act, family.Matter.Number) : buttons.Form(act, family.Matter.Number));

    /// <summary>Where one can go from here.</summary>
    private static IEnumerable<JsonObject> Ways(Family family, Person person, Buttons buttons)
    {
        yield return buttons.History(family.Matter.Number);
        if (family.Matter.Children > 0) yield return buttons.Say(Texts.Summary, $"{buttons.Phrases.Say(Texts.Summary)} {family.Matter.Number.Key}");
        if (family.Parent is { } parent && Permissions.May(person, Right.See, parent.Subject)) yield return buttons.Open(parent.Number, buttons.Phrases.Say(Texts.OpenParent));
        yield return buttons.Say(Texts.Mine);
    }
}
