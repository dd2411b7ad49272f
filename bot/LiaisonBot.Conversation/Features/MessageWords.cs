using LiaisonBot.Conversation.Features.Checks;
using LiaisonBot.Conversation.Features.Handovers;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.Plans;
using LiaisonBot.Conversation.Features.Recurring;
using LiaisonBot.Conversation.Features.Reminders;
using LiaisonBot.Conversation.Features.Sealed;
using LiaisonBot.Conversation.Features.SelfChecks;
using LiaisonBot.Conversation.Features.Sets;
using LiaisonBot.Conversation.Features.Topics;
using LiaisonBot.Core;
using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Plans;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features;

/// <summary>What a message says: above its card in the chat, and in one line on the page of whoever has no chat.</summary>
internal static class MessageWords
{
    /// <summary>UTF-16 units of what was typed that follow in a line.</summary>
    private const int NoteInLine = 80;

    /// <param name="subject">Null for what went elsewhere.</param>
    public static string Line(OutboxMessage message, ISubject? subject, Localizer localizer, LiaisonServices services) =>
        subject is null ? Moved(message, localizer)
        : message.What == OutboxMessage.Unreached ? localizer.Say(ReminderTexts.UnreachedLine, localizer.Named(message.ActorName))
        : subject is not MatterTree ? OfOther(message, subject, localizer, services) ?? ""
        : message.Reminders is not null ? ReminderCards.News(message, localizer)
        : message.Act == Act.Recount ? localizer.Recounted(message.Note, message.Due)
        : Note(message, localizer) is { } note
            ? localizer.Say(Texts.Labelled, Headline(message, localizer), Localizer.Clip(note.ReplaceLineEndings(" "), NoteInLine))
            : Headline(message, localizer);

    /// <summary>Who did what to a matter.</summary>
    public static string Headline(OutboxMessage message, Localizer localizer) => localizer.Say(
        MatterTexts.Did,
        localizer.Named(message.ActorName, message.ForName),
        localizer.Done(message.Act, message.Due, message.Note, message.DueBefore, message.Asked));

    /// <summary>What was typed with a step; null where it is part of the matter, and stands on its card already.</summary>
    public static string? Note(OutboxMessage message, Localizer localizer) =>
        message.Act is Act.Urge or Act.ChangeDue or Act.Insist or Act.RefuseExtension or Act.GrantExtension or Act.Withdraw or Act.PutOnLedger or Act.Docket or Act.Refer or Act.Close or Act.AcceptDocket or Act.Answer or Act.DropQuestion or Act.Remark or Act.AnswerExemption
            ? message.Question is { } question ? localizer.Say(MatterTexts.AnswerWith, message.Note!, question) : message.Note
            : null;

    /// <summary>That a matter is no longer with whoever held it.</summary>
    public static string Moved(OutboxMessage message, Localizer localizer) => localizer.Say(
        MatterTexts.MovedAway,
        localizer.Named(message.ActorName, message.ForName),
        localizer.Number(message.Number),
        (message.Note ?? "").ReplaceLineEndings(" "));

    /// <summary>What is told of anything but a matter; null for a matter.</summary>
    public static string? OfOther(OutboxMessage message, ISubject subject, Localizer localizer, LiaisonServices services) => subject switch
    {
        RecurringMatter rule => RecurringNews.Of(message, rule, localizer),
        SelfCheck check => SelfCheckNews.Of(message, check, localizer),
        TopicSubject topic => TopicNews.Of(message, topic, localizer),
        FindingCheck check => CheckNews.Of(message, check, localizer),
        FindingSet set => SetNews.Of(message, set, services.Sets.StepOf(set, message.Note ?? ""), localizer),
        SealedRecord record => SealedWords.News(message, record, localizer),
        UrgentPlan plan => PlanNews.Of(message, plan, localizer),
        UpgradeRequest request => PlanNews.Of(message, request, localizer),
        Handover handover => HandoverWords.News(message, handover, localizer),
        _ => null,
    };
}
