using LiaisonBot.Conversation.Features.Calendar;
using LiaisonBot.Conversation.Features.Help;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.Spoken;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features;

/// <summary>
/// A sentence without the word of a command: a number alone is a matter of the own city, a date asks for what is due by
/// then, a place for its register or for what is said behind it, and a place with a date assigns.
/// </summary>
internal static class Sentences
{
    public static async Task<TurnAnswer> AnswerAsync(
        TurnScope turn,
        ChatCommand.Unknown said,
        int page,
        CancellationToken cancellationToken)
    {
        var (matters, localizer) = (MatterFeature.Matters(turn), turn.Localizer);
        if (await matters.OpenInOwnCityAsync(said.Typed, cancellationToken) is { } own)
        {
            return own;
        }

        if (matters.Selects(said.Typed))
        {
            return await matters.StandingAsync(said.Typed, new(page), cancellationToken);
        }

        if (localizer.Dates.Read(said.Typed) is { } due)
        {
            return await matters.DueByAsync(
                DueRule.Resolve(due, localizer.Today, localizer.Calendar).Date,
                new(page),
                cancellationToken);
        }

        if (IsPlace(turn, said.Typed))
        {
            return await matters.LedgerAsync(said.Typed, new(page), cancellationToken);
        }

        if (WithPlaceFirst(turn, said.Typed) is { } call)
        {
            return await Router.RunAsync(turn, page > 0 ? call.OnPage(page) : call, cancellationToken);
        }

        var calendar = new CalendarHandler(turn);
        if (await calendar.OfNoticeAsync(said.Typed) is { } holidays)
        {
            return holidays;
        }

        if (said.Nearest.Count == 0 && matters.IsAssignment(said.Typed))
        {
            return await matters.AssignFormAsync(said.Typed, cancellationToken);
        }

        // A title with 调整 in it is no 区划调整 with a typing error.
        if (PastedNotice.Is(said.Typed))
        {
            return await calendar.SayAsync(said.Typed);
        }

        if (said.Nearest.Count == 0
            && await MatterFeature.Steps(turn).NamedAsync(said.Typed, cancellationToken) is { } named)
        {
            return named;
        }

        return said.Nearest.Count == 0 && await SpokenFeature.LikeAsync(turn, said.Typed, cancellationToken) is { } like
            ? like
            : said.Nearest.Count == 0 && await SpokenFeature.AskThemAsync(turn, said.Typed, cancellationToken) is { } asksThem
            ? asksThem
            : await HelpFeature.NotUnderstoodAsync(turn, said);
    }

    /// <summary>长安区台账: the place may come before the word.</summary>
    private static ChatCommand.Call? WithPlaceFirst(TurnScope turn, string said)
    {
        var typed = Folding.Of(said);
        foreach (var command in turn.Registry.Commands.Where(command => command.PlaceFirst))
        {
            var word = command.Name!.Value.Chinese;
            if (typed.EndsWith(word, StringComparison.Ordinal)
                && typed[..^word.Length].TrimEnd('的', ' ') is var place
                && IsPlace(turn, place))
            {
                return command.Of(("place", place));
            }
        }

        return null;
    }

    private static bool IsPlace(TurnScope turn, string typed) =>
        turn.Localizer.Directory.Areas.Resolve(typed) is not AreaMatch.None;
}
