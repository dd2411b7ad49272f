using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Sealed;

namespace LiaisonBot.Conversation.Features.Sealed;

/// <summary>Sealed records in words: numbers, and what is to be done.</summary>
internal static class SealedWords
{
    public static Text Of(SealedAbout about) => about switch
    {
        SealedAbout.Leadership => SealedTexts.Leadership,
        SealedAbout.LeadershipMember => SealedTexts.LeadershipMember,
        SealedAbout.KeyPost => SealedTexts.KeyPost,
        SealedAbout.Other => SealedTexts.Other,
        SealedAbout.OutOfScope => SealedTexts.OutOfScope,
    };

    public static Text State(SealedRecord record) => record.State switch
    {
        SealedState.Registered => record.Kind switch
        {
            SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue or SealedKind.Inquiry or SealedKind.Question =>
                SealedTexts.StateRegistered,
            SealedKind.Slip => SealedTexts.StateDraft,
            SealedKind.Forward => SealedTexts.StateWaiting,
            SealedKind.UnannouncedVisit => SealedTexts.StatePlanned,
        },
        SealedState.Judged => record.Kind switch
        {
            SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue => SealedTexts.StateJudged,
            SealedKind.Slip => SealedTexts.StateSent,
            SealedKind.Inquiry or SealedKind.Question => SealedTexts.StateAsked,
            SealedKind.Forward => SealedTexts.StateForwarded,
            SealedKind.UnannouncedVisit => SealedTexts.StateApproved,
        },
        SealedState.Received => SealedTexts.StateReceived,
        SealedState.Answered => record.Kind switch
        {
            SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue or SealedKind.Slip or SealedKind.Forward =>
                SealedTexts.StateAnswered,
            SealedKind.Inquiry or SealedKind.Question => SealedTexts.StateAllAnswered,
            SealedKind.UnannouncedVisit => SealedTexts.StateReported,
        },
        SealedState.Closed => record.IsStopped ? SealedTexts.StateStopped : SealedTexts.StateClosed,
    };

    public static Text Of(SealedTask? task) => task is { } one ? Of(one) : SealedTexts.TaskNone;

    public static Text Of(SealedTask task) => task switch
    {
        SealedTask.Judge => SealedTexts.TaskJudge,
        SealedTask.CarryOut => SealedTexts.TaskCarryOut,
        SealedTask.Close => SealedTexts.TaskClose,
        SealedTask.Sign => SealedTexts.TaskSign,
        SealedTask.Receive => SealedTexts.TaskReceive,
        SealedTask.Reply => SealedTexts.TaskReply,
        SealedTask.Ask => SealedTexts.TaskAsk,
        SealedTask.Approve => SealedTexts.TaskApprove,
        SealedTask.Report => SealedTexts.TaskReport,
        SealedTask.Convert => SealedTexts.TaskConvert,
    };

    public static Text Of(SealedAct act) => act switch
    {
        SealedAct.Register => SealedTexts.ActRegister,
        SealedAct.Judge => SealedTexts.ActJudge,
        SealedAct.Link => SealedTexts.ActLink,
        SealedAct.Answer => SealedTexts.ActAnswer,
        SealedAct.Close => SealedTexts.ActClose,
        SealedAct.GiveTime => SealedTexts.ActGiveTime,
        SealedAct.NameHandlers => SealedTexts.ActNameHandlers,
        SealedAct.Recuse => SealedTexts.ActRecuse,
        SealedAct.Sign => SealedTexts.ActSign,
        SealedAct.Receive => SealedTexts.ActReceive,
        SealedAct.Reply => SealedTexts.ActReply,
        SealedAct.Ask => SealedTexts.ActAsk,
        SealedAct.Forward => SealedTexts.ActForward,
        SealedAct.Deliver => SealedTexts.ActDeliver,
        SealedAct.Stop => SealedTexts.ActStop,
        SealedAct.Approve => SealedTexts.ActApprove,
        SealedAct.Report => SealedTexts.ActReport,
        SealedAct.Count => SealedTexts.ActCount,
    };

    public static Text Of(SealedLookAt what) => what switch
    {
        SealedLookAt.Text => SealedTexts.LookText,
        SealedLookAt.Identity => SealedTexts.LookIdentity,
        SealedLookAt.List => SealedTexts.LookList,
        SealedLookAt.Looks => SealedTexts.LookLooks,
        SealedLookAt.Archive => SealedTexts.LookArchive,
    };

    public static Text Of(ArchiveFault fault) => fault switch
    {
        ArchiveFault.NotPem => SealedTexts.ArchiveNotPem,
        ArchiveFault.Private => SealedTexts.ArchivePrivate,
        ArchiveFault.NotRsa => SealedTexts.ArchiveNotRsa,
        ArchiveFault.TooShort => SealedTexts.ArchiveTooShort,
    };

    public static Text Of(SealedDestructionAnswer answer) => answer switch
    {
        SealedDestructionAnswer.Proposed => SealedTexts.EndProposed,
        SealedDestructionAnswer.Withdrawn => SealedTexts.EndWithdrawn,
        SealedDestructionAnswer.Destroyed => SealedTexts.EndDestroyed,
        SealedDestructionAnswer.NotDue => SealedTexts.EndNotDue,
        SealedDestructionAnswer.SamePerson => SealedTexts.EndSamePerson,
        SealedDestructionAnswer.NotProposed => SealedTexts.EndNotProposed,
    };

    public static string Why(this Localizer localizer, SealedRefusal why) => why switch
    {
        SealedRefusal.NotAllowed => localizer.Say(SealedTexts.NotAllowed),
        SealedRefusal.PlaceMissing => localizer.Say(SealedTexts.PlaceMissing),
        SealedRefusal.DayOutOfRange => localizer.Say(SealedTexts.DayOutOfRange),
        SealedRefusal.TextMissing => localizer.Say(SealedTexts.TextMissing),
        SealedRefusal.TooLong => localizer.Say(SealedTexts.TooLong, SealedLimits.Text, SealedLimits.Line),
        SealedRefusal.TextsOff => localizer.Say(SealedTexts.TextsAreOff),
        SealedRefusal.Anonymous => localizer.Say(SealedTexts.AnonymousWithName),
        SealedRefusal.NotNow => localizer.Say(SealedTexts.NotNow),
        SealedRefusal.DisposalMissing => localizer.Say(SealedTexts.DisposalMissing),
        SealedRefusal.ReasonMissing => localizer.Say(SealedTexts.ReasonMissing),
        SealedRefusal.HandlerUnfit => localizer.Say(SealedTexts.HandlerUnfit),
        SealedRefusal.TooManyHandlers => localizer.Say(SealedTexts.TooManyHandlers, SealedLimits.Handlers),
        SealedRefusal.ReceiverMissing => localizer.Say(SealedTexts.ReceiverMissing),
        SealedRefusal.MatterMissing => localizer.Say(SealedTexts.MatterMissing),
        SealedRefusal.HasMoreTime => localizer.Say(SealedTexts.HasMoreTime),
        SealedRefusal.WindowWrong => localizer.Say(SealedTexts.WindowWrong, SealedLimits.VisitDays),
        SealedRefusal.TooFewPeople => localizer.Say(SealedTexts.TooFewPeople, SealedLimits.Together),
        SealedRefusal.PresentPostMissing => localizer.Say(SealedTexts.PresentPostMissing),
        SealedRefusal.TooManyParts => localizer.Say(SealedTexts.TooManyParts, SealedLimits.AskedAtOnce, SealedLimits.Parts),
    };

    /// <summary>What is to be done, and by when.</summary>
    public static string Next(SealedRecord record, Localizer localizer) => record.Due is { } due
        ? localizer.Say(
            due < localizer.Today ? SealedTexts.NewsLate : SealedTexts.NewsBy,
            record.Short,
            localizer.Say(Of(record.Task)),
            localizer.Day(due))
        : localizer.Say(SealedTexts.NewsYours, record.Short, localizer.Say(Of(record.Task)));

    /// <summary>What those concerned are told: the number and what is to be done, nothing else.</summary>
    public static string News(OutboxMessage message, SealedRecord record, Localizer localizer) => message.What switch
    {
        SealedService.Begins when record.From is { } first => localizer.Say(SealedTexts.NewsBegins, record.Short, localizer.Day(first)),
        SealedService.IsForwarded => localizer.Say(SealedTexts.NewsForwarded, record.Short),
        SealedService.WasIdentified => localizer.Say(SealedTexts.NewsIdentified, record.Short),
        SealedService.ManyLooks => localizer.Say(SealedTexts.NewsManyLooks, record.Short),
        SealedService.LookAfterChange => localizer.Say(SealedTexts.NewsLookAfterChange, record.Short),
        OutboxMessage.Unreached => localizer.Say(
            Texts.Labelled,
            localizer.Say(Texts.Unreached),
            localizer.Named(message.ActorName)),
        OutboxMessage.Moved => localizer.Say(SealedTexts.NewsMoved, record.Short),
        _ => Next(record, localizer),
    };
}
