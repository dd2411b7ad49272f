using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Recurring;

namespace LiaisonBot.Conversation.Features.Recurring;

/// <summary>What office and leader are told of an occurrence.</summary>
internal static class RecurringNews
{
    public static string Of(OutboxMessage message, RecurringMatter rule, Localizer localizer)
    {
        if (message.What == OutboxMessage.Unreached)
        {
            return localizer.Say(RecurringTexts.UnreachedNews, localizer.Named(message.ActorName), RecurringWords.Short(rule.Number, localizer));
        }

        if (message.What == RecurringRules.Follows)
        {
            return localizer.Say(
                RecurringTexts.FollowsNews,
                RecurringWords.Short(rule.Number, localizer),
                rule.Title.ReplaceLineEndings(" "),
                RecurringWords.NameOf(message.Note ?? "", localizer),
                localizer.Named(rule.ByName));
        }

        // Messages of earlier versions name one place.
        var words = (message.Note ?? "").Split(' ');
        var place = string.Join(
            localizer.Say(Texts.ListComma),
            words[^1].Split(',').Select(one => AreaCode.TryParse(one, out var code) ? localizer.Place(code) : one));
        var date = message.Due is { } due ? localizer.Day(due) : "";
        var title = rule.Title.ReplaceLineEndings(" ");
        return message.What == RecurringRules.NobodyThere
            ? localizer.Say(RecurringTexts.NobodyNews, RecurringWords.Short(rule.Number, localizer), title, date, place)
            : localizer.Say(
                RecurringTexts.NotMadeNews,
                RecurringWords.Short(rule.Number, localizer),
                title,
                date,
                place,
                localizer.Say(RecurringWords.Why(
                    Enum.TryParse<NotMadeReason>(words[0], out var why) ? why : NotMadeReason.Refused)));
    }
}
