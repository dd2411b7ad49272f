using LiaisonBot.Conversation.Cards;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Shell;

/// <summary>The two ways to answer a turn.</summary>
internal static class Answers
{
    /// <summary>UTF-16 units of what a toast says.</summary>
    private const int SummaryLength = 200;

    /// <param name="about">The one matter that the card shows.</param>
    /// <param name="form">The form that the card is.</param>
    public static Task<TurnAnswer> ShowAsync(string summary, Json card, MatterNumber? about = null, OpenForm? form = null) =>
        Task.FromResult(TurnAnswer.Of(
            OutgoingMessage.OfCard(Localizer.Clip(summary, SummaryLength), card) with { About = about, Form = form }));

    /// <summary>A button that leads nowhere any more, or that no card ever had.</summary>
    public static Task<TurnAnswer> UnknownButtonAsync(TurnScope turn) =>
        TellAsync(turn.Localizer.Say(ShellTexts.UnknownButton, turn.Buttons.Word("matter.mine")));

    public static Task<TurnAnswer> TellAsync(string text) =>
        Task.FromResult(TurnAnswer.Of(OutgoingMessage.OfText(text)));

    /// <summary>Says something more in the same message: on a card above everything, under a text.</summary>
    public static TurnAnswer With(this TurnAnswer answer, string note)
    {
        if (answer.Messages.Count == 0)
        {
            return TurnAnswer.Of(OutgoingMessage.OfText(note));
        }

        var last = answer.Messages[^1];
        var more = last.Card is { } card
            ? last with { Card = Card.WithNote(card, note) }
            : OutgoingMessage.OfText($"{last.Text}\n{note}") with { About = last.About };
        return new([.. answer.Messages.SkipLast(1), more]);
    }
}
