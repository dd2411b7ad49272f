using System.Text.Json.Nodes;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Cards;

/// <summary>A matter as it stands, with what this person may do with it now.</summary>
internal static class MatterCard
{
    private const int RequirementsShown = 3;

    /// <summary>UTF-16 units of a long text on the card: with all of them it stays far below the 80 KB of a message.</summary>
    private const int TextShown = 2000;

    private const int ChildrenShown = 40;

    /// <param name="news">What was just done, or why nothing was.</param>
    public static JsonObject Of(Family family, Person person, Buttons buttons, string? news = null, string newsColor = Card.Good)
    {
        var phrases = buttons.Phrases;
        List<JsonObject?> body =
        [
            news is null ? null : Card.Box(newsColor, [Card.Line(news, bold: true)]),
            .. Head(family.Matter, phrases),
            .. Facts(family, phrases),
            .. Sections(family.Matter, phrases),
            .. Children(family, person, buttons),
            .. Card.Actions(Actions(family, person, buttons)),
        ];
        return Card.Of(phrases.Tag, body);
    }

    /// <summary>The toast: what happened, and to which matter.</summary>
    public static string Summary(Matter matter, string news, Phrases phrases) =>
        Phrases.Clip($"{news}：{matter.Title.ReplaceLineEndings(" ")}（{phrases.Number(matter.Number)}）", 200);

    private static IEnumerable<JsonObject> Head(Matter matter, Phrases phrases)
    {
        var (word, color) = phrases.State(matter.State);
        var runs = new List<JsonObject> { Card.Run(word, bold: true, color: color) };
        if (matter.IsOpen && matter.State != MatterState.HandedIn)
        {
            var (left, leftColor) = phrases.TimeLeft(matter.Due, matter.State);
            runs.Add(Card.Run("  ·  " + left, bold: true, color: leftColor));
        }

        if (matter.Urgency == Urgency.Urgent) runs.Add(Card.Run("  ·  " + phrases.Say(Texts.Urgent), bold: true, color: Card.Attention));
        yield return Card.Runs(runs);
        foreach (var line in Card.Typed(matter.Title, bold: true, size: "Large")) yield return line;
        yield return Card.Line(phrases.Number(matter.Number), subtle: true, size: "Small", spacing: "None");
    }

    private static IEnumerable<JsonObject?> Facts(Family family, Phrases phrases)
    {
        var matter = family.Matter;
        var due = phrases.Day(matter.Due);
        if (matter.DueProvisional) due += $"（{phrases.Say(Texts.Provisional, matter.Due.Year)}）";
        yield return Card.Fact(phrases.Say(Texts.FieldDue), due);
        yield return Card.Fact(phrases.Say(Texts.FieldArea), phrases.Place(matter.Area));
        yield return Card.Fact(phrases.Say(Texts.FieldResponsible), matter.Responsible);
        if (matter.ReferredTo is { } department) yield return Card.Fact(phrases.Say(Texts.HeldBy), phrases.Place(department));
        if (phrases.Supervision(matter.Supervision) is { } supervision) yield return Card.Fact(phrases.Say(Texts.Supervised), supervision, Card.Attention);
        if (family.Parent is { } parent) yield return Card.Fact(phrases.Say(Texts.ParentIs), phrases.Number(parent.Number));
        yield return Card.Fact(phrases.Say(Texts.AssignedBy), $"{matter.AssignedByName}  {Phrases.Moment(matter.AssignedAt)}");
        if (matter.Basis is { } basis) yield return Card.Fact(phrases.Say(Texts.FieldBasis), basis);
    }

    private static IEnumerable<JsonObject> Sections(Matter matter, Phrases phrases)
    {
        IEnumerable<JsonObject> Section(Text label, string text) => Card.Typed(Shown(text, phrases), label: phrases.Say(label));

        foreach (var line in Section(Texts.FieldTarget, matter.Target)) yield return line;
        if (matter.PassOnNote is { } asked)
            foreach (var line in Section(Texts.FieldPassOnNote, asked)) yield return line;
        if (matter.Extension is { } extension)
            yield return Card.Box("warning", Card.Typed(
                phrases.Say(Texts.ExtensionUntil, phrases.Day(extension.Until), extension.Reason), label: phrases.Say(Texts.Extension)));
        if (matter.Progress is { } progress)
            foreach (var line in Section(Texts.FieldProgress, progress)) yield return line;
        if (matter.Result is { } result)
            foreach (var line in Section(Texts.FieldResult, result)) yield return line;
        if (matter.Requirements.Count == 0) yield break;

        var shown = matter.Requirements.Skip(Math.Max(0, matter.Requirements.Count - RequirementsShown)).ToList();
        var items = shown.SelectMany(r => Card.Typed(Shown(r, phrases), label: phrases.Say(Texts.FieldRequirement))).ToList();
        if (shown.Count < matter.Requirements.Count)
            items.Insert(0, Card.Line(phrases.Say(Texts.EarlierRequirements, matter.Requirements.Count - shown.Count), subtle: true));
        yield return Card.Box(matter.IsOpen ? "attention" : "emphasis", items);
    }

    private static IEnumerable<JsonObject> Children(Family family, Person person, Buttons buttons)
    {
        var phrases = buttons.Phrases;
        if (family.Matter.Children == 0) yield break;
        yield return Card.Line(phrases.Say(Texts.ChildrenDone, family.Matter.ChildrenClosed, family.Matter.Children), bold: true);
        foreach (var child in family.Children.Where(c => c.State != MatterState.Withdrawn).Take(ChildrenShown))
        {
            var (word, color) = phrases.State(child.State);
            var runs = new List<JsonObject> { Card.Run(phrases.Place(child.Area) + "  "), Card.Run(word, color: color) };
            if (child.State is MatterState.Assigned or MatterState.InProgress)
            {
                var (left, leftColor) = phrases.TimeLeft(child.Due, child.State);
                runs.Add(Card.Run("  " + left, color: leftColor));
            }

            yield return Card.Box(null, [Card.Runs(runs)], Permissions.May(person, Right.See, child.Subject) ? buttons.Open(child.Number) : null);
        }
    }

    private static IEnumerable<JsonObject> Actions(Family family, Person person, Buttons buttons)
    {
        var number = family.Matter.Number;
        foreach (var act in MatterRules.Possible(family, person, buttons.Phrases.Today))
            yield return Forms.Of(act).Count == 0 ? buttons.Do(act, number) : buttons.Form(act, number);
        yield return buttons.History(number);
        if (family.Parent is { } parent && Permissions.May(person, Right.See, parent.Subject)) yield return buttons.Open(parent.Number, buttons.Phrases.Say(Texts.ParentIs));
        yield return buttons.Say(Texts.Mine);
    }

    private static string Shown(string text, Phrases phrases) =>
        text.Length <= TextShown ? text : Phrases.Clip(text, TextShown) + phrases.Say(Texts.Clipped);
}
