using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>What is done to the rows that name a person who left.</summary>
public enum ClearingKind
{
    /// <summary>The term of receipts is over: they no longer say the name.</summary>
    Receipts,

    /// <summary>The office deletes everything about the person.</summary>
    Everything,
}

/// <summary>A clearing that is under way: how far it is, so that any process can carry it on.</summary>
/// <param name="Id">What stands in place of the person's ids from now on; see <see cref="FormerName.IdOf"/>.</param>
/// <param name="Since">When it was asked for.</param>
/// <param name="Place">Index of the partition that is gone through.</param>
/// <param name="After">Key of the last row of it that was looked at; null at its beginning.</param>
/// <param name="Found">Something was changed since the first partition: all of it is gone through once more.</param>
/// <param name="Claim">Which process is at it.</param>
public sealed record Clearing(
    ClearingKind Kind,
    string Id,
    Instant Since,
    int Place = 0,
    string? After = null,
    bool Found = false,
    SendLease? Claim = null);

/// <summary>
/// Somebody who had roles and has none any more: as much as is needed to end what is kept of them when its term is
/// over, and to find it when the office deletes it. The row <c>H|person</c>, written in the batch that takes the last
/// role away.
/// </summary>
/// <param name="Id">As <see cref="Person.Id"/>.</param>
/// <param name="Name">Empty when it is not known any more.</param>
/// <param name="Account">Object id.</param>
/// <param name="Role">The highest of those they had at the end.</param>
/// <param name="ReceiptsCleared">Receipts do not name them any more.</param>
/// <param name="Clearing">Null while nothing is being deleted.</param>
public sealed record FormerPerson(
    string Id,
    string Name,
    string? SignInName,
    string? Account,
    Role Role,
    Instant LeftAt,
    bool ReceiptsCleared = false,
    Clearing? Clearing = null)
{
    /// <summary>As <see cref="Person.Formerly"/>.</summary>
    public IReadOnlyList<string> Formerly { get; init; } = [];

    /// <summary>Everything about them is being deleted.</summary>
    public bool IsBeingDeleted => Clearing is { Kind: ClearingKind.Everything };

    internal string? ETag { get; init; }

    public IEnumerable<string> Ids => Formerly.Prepend(Id);

    /// <param name="before">As they left an earlier time, if they did: what is being deleted goes on being
    /// deleted.</param>
    public static FormerPerson Of(Person person, Instant now, FormerPerson? before = null) =>
        new(
            person.Id,
            person.Name,
            person.SignInName,
            person.ObjectId,
            person.Grants.Count == 0 ? Role.CountyOfficer : person.Grants.Min(g => g.Role),
            now,
            Clearing: before?.Clearing)
        {
            Formerly = person.Formerly,
        };
}
