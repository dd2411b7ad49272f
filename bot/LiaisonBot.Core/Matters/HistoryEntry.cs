using LiaisonBot.Core.Areas;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>One row of a matter's history: who did what when. Never changed, never removed.</summary>
/// <param name="Sequence">From 1, without gaps within the matter.</param>
/// <param name="ActorName">The name at that time.</param>
/// <param name="Note">What was typed: report, result, requirement, reason. Of a reminder its rule, of a recount the due date before it.</param>
/// <param name="Due">The due date that the step set or asked for.</param>
/// <param name="Area">The place or department that the step named.</param>
public sealed record HistoryEntry(
    MatterNumber Number,
    int Sequence,
    Instant At,
    Act Act,
    string Actor,
    string ActorName,
    string? Note = null,
    LocalDate? Due = null,
    AreaCode? Area = null);
