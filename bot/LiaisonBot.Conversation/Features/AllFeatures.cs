using LiaisonBot.Conversation.Features.Areas;
using LiaisonBot.Conversation.Features.Burden;
using LiaisonBot.Conversation.Features.Calendar;
using LiaisonBot.Conversation.Features.Checks;
using LiaisonBot.Conversation.Features.Delivery;
using LiaisonBot.Conversation.Features.Disclosures;
using LiaisonBot.Conversation.Features.Documents;
using LiaisonBot.Conversation.Features.Evaluations;
using LiaisonBot.Conversation.Features.Evidence;
using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Features.Feeds;
using LiaisonBot.Conversation.Features.Handovers;
using LiaisonBot.Conversation.Features.Help;
using LiaisonBot.Conversation.Features.Import;
using LiaisonBot.Conversation.Features.Leaving;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Features.Plans;
using LiaisonBot.Conversation.Features.Recurring;
using LiaisonBot.Conversation.Features.Reminders;
using LiaisonBot.Conversation.Features.Rooms;
using LiaisonBot.Conversation.Features.Sealed;
using LiaisonBot.Conversation.Features.SelfChecks;
using LiaisonBot.Conversation.Features.Sets;
using LiaisonBot.Conversation.Features.Spoken;
using LiaisonBot.Conversation.Features.Teams;
using LiaisonBot.Conversation.Features.Topics;
using LiaisonBot.Conversation.Features.Visits;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Conversation.Features;

/// <summary>
/// All features, a line each, in the order in which the help card tells of them; and which of them answers to what is
/// no command.
/// </summary>
public static class AllFeatures
{
    private static readonly IReadOnlyList<Feature> All =
    [
        HelpFeature.Feature,
        SetFeature.Feature,
        MatterFeature.Feature,
        RecurringFeature.Feature,
        ExportFeature.Feature,
        DocumentFeature.Feature,
        EvidenceFeature.Feature,
        ImportFeature.Feature,
        BurdenFeature.Feature,
        PeopleFeature.Feature,
        CalendarFeature.Feature,
        VisitFeature.Feature,
        HandoverFeature.Feature,
        PlanFeature.Feature,
        TeamFeature.Feature,
        EvaluationFeature.Feature,
        CheckFeature.Feature,
        DisclosureFeature.Feature,
        TopicFeature.Feature,
        PlanFillFeature.Feature,
        SelfCheckFeature.Feature,
        CampaignFeature.Feature,
        DeliveryFeature.Feature,
        AreaFeature.Feature,
        LeavingFeature.Feature,
        RoomFeature.Feature,
        ReminderFeature.Feature,
        FeedFeature.Feature,
        SealedFeature.Feature,
        SpokenFeature.Feature,
    ];

    /// <summary>Made once: it holds nothing of any person or turn.</summary>
    public static CommandRegistry Registry { get; } = new(All, new()
    {
        Open = "matter.open",
        OfNumbers = MatterFeature.Of,
        OfUnclear = MatterFeature.Unclear,
        NotOrdered = HelpFeature.NotOrdered,
        Spoken = SpokenFeature.AnswerAsync,
        Sentence = Sentences.AnswerAsync,
        NotUnderstood = SpokenFeature.NotUnderstoodAsync,
        Quoting = Quotation.MeantAsync,
        InRoom = RoomFeature.SayAsync,
        Files = EvidenceFeature.FilesAsync,
        Table = async (turn, sheets, cancellationToken) =>
            await PlanFillFeature.TableAsync(turn, sheets, cancellationToken)
                ?? await SetFeature.TableAsync(turn, sheets, cancellationToken)
                ?? await VisitFeature.TableAsync(turn, sheets, cancellationToken)
                ?? await EvaluationFeature.TableAsync(turn, sheets),
        Filled = PlanFillFeature.TableAsync,
        IsTable = sheets => FindingSheet.IsOne(sheets)
            || PlanFillFeature.IsTable(sheets)
            || VisitSheet.Find(sheets) is not null
            || EvaluationHandler.IsTable(sheets),
        WithFile = async (turn, message, command, cancellationToken) =>
            await SetFeature.WithFileAsync(turn, message, command, cancellationToken)
                ?? await PlanFillFeature.WithFileAsync(turn, message, command, cancellationToken)
                ?? await EvaluationFeature.WithFileAsync(turn, message, command, cancellationToken)
                ?? await ImportFeature.WithFileAsync(turn, message, command, cancellationToken),
        Receive = EvidenceFeature.ReceiveAsync,
        After = EvidenceFeature.AfterAsync,
        Came = EvidenceFeature.CameAsync,
        Edited = (turn, cancellationToken) => MatterFeature.Steps(turn).EditedAsync(cancellationToken),
        Search = (turn, text, skip, cancellationToken) =>
            MatterFeature.Matters(turn).SearchAsync(text, skip, cancellationToken),
        AccountWaits = PeopleFeature.AccountWaits,
        OfMessage = (turn, message, cancellationToken) =>
            message.Command == ChatEvent.AssignMessage.Clue
                ? SealedFeature.OfMessageAsync(turn, message, cancellationToken)
                : MatterFeature.Matters(turn).AssignMessageAsync(message.Text, message.Share, cancellationToken),
    });
}
