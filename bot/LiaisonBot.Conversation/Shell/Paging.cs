using LiaisonBot.Conversation.Cards;

namespace LiaisonBot.Conversation.Shell;

/// <summary>Which page of a list this is, and the buttons to the others.</summary>
internal static class Paging
{
    /// <param name="page">From 0.</param>
    /// <param name="command">What asks for the list.</param>
    /// <param name="first">The page of that command on which the list begins: others may show something else
    /// first.</param>
    public static IEnumerable<Json> Of(int page, int pages, ChatCommand.Call command, Buttons buttons, int first = 0)
    {
        if (pages == 1)
        {
            yield break;
        }

        yield return Card.Line(buttons.Localizer.Say(ShellTexts.Page, page + 1, pages), subtle: true, size: "Small");
        var actions = new List<Json>();
        if (page > 1)
        {
            actions.Add(To(ShellTexts.First, 0));
        }

        if (page > 0)
        {
            actions.Add(To(ShellTexts.Previous, page - 1));
        }

        if (page + 1 < pages)
        {
            actions.Add(To(ShellTexts.Next, page + 1));
        }

        if (page + 2 < pages)
        {
            actions.Add(To(ShellTexts.Last, pages - 1));
        }

        foreach (var row in Card.Actions(actions))
        {
            yield return row;
        }

        Json To(Text title, int other) => buttons.To(title, command.OnPage(other + first));
    }
}
