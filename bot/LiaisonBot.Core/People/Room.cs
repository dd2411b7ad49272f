using LiaisonBot.Core.Areas;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>
/// A channel of a team, or a group chat, that is bound to a city: each of the city's matters has one card there, as far
/// as its view shows it.
/// </summary>
/// <param name="Address">Of the channel itself, not of a thread in it, and to nobody in particular.</param>
/// <param name="BoundBy">Person id; the cards speak this person's language.</param>
/// <param name="Reachable">False once the bot was shut out, until it is spoken to there again.</param>
public sealed record Room(AreaCode City, ChatAddress Address, string BoundBy, Instant BoundAt, bool Reachable = true)
{
    /// <summary>Rooms of one city: each is a card more that every step brings up to date.</summary>
    public const int MostOfACity = 5;

    public string Id => Address.ConversationId;
}
