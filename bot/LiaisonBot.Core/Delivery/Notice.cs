using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>A message to one person about one step of one matter. Holds what happened; its words and card are made when it is sent.</summary>
/// <param name="Id">Ordered by time within the partition of the matter.</param>
/// <param name="To">Person id.</param>
/// <param name="Note">What the actor typed.</param>
/// <param name="Due">The date that the step named.</param>
public sealed record Notice(
    string Id,
    string To,
    MatterNumber Number,
    Act Act,
    string ActorName,
    Instant At,
    string? Note,
    LocalDate? Due);
