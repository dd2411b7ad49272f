using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>
/// Another account than the person's own writes under their sign-in name: an account that was made again, or a name
/// that was given to somebody else.
/// </summary>
/// <param name="Account">Object id in lower case.</param>
/// <param name="At">When the office was told last.</param>
public sealed record AccountClaim(string Account, Instant At);

/// <summary>Who writes.</summary>
/// <param name="Person">Null for a stranger.</param>
/// <param name="Claims">The person under whose name the account writes without being theirs, until the office says what
/// it is.</param>
/// <param name="IsNew">The office has to be told of that.</param>
public readonly record struct Recognition(Person? Person, Person? Claims = null, bool IsNew = false);

/// <summary>
/// Brings accounts and people together. Who was entered by sign-in name is bound to the first account that writes under
/// it; from then on the account counts, and the name may change. A second account with the same name gets nothing until
/// the office has said, with one press, that it is the same person.
/// </summary>
public sealed class AccountService(ITableStore store, CurrentDirectory directory)
{
    private const int MaxAttempts = 12;

    /// <summary>The office is told again when somebody still waits after that.</summary>
    private static readonly Duration ToldAgain = Duration.FromDays(1);

    /// <summary>
    /// Whose account this is, with the sign-in name that the channel tells of it; remembers what is new of that.
    /// </summary>
    public async Task<Recognition> RecognizeAsync(
        string account,
        string signInName,
        CancellationToken cancellationToken)
    {
        account = account.ToLowerInvariant();
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var now = await directory.ReadAsync(cancellationToken);
            var (known, named) = (now.ByObjectId(account), now.BySignInName(signInName));
            // Known under this name, or not at all: there is nothing to remember.
            if (known == named)
            {
                return new(known);
            }

            var plan = Plan(known, named, account, Identity.Of(signInName)!);
            if (plan is { Claim: { } waits, IsNew: false })
            {
                return new(known, waits);
            }

            if (attempt == 0)
            {
                // Roles are joined as they are, not as they were half a minute ago.
                directory.Forget();
                continue;
            }

            if (await CarryAsync(plan.Changes, cancellationToken))
            {
                now = await directory.ReadAsync(cancellationToken);
                return new(now.ByObjectId(account), plan.Claim, plan.Claim is not null);
            }
        }

        throw Busy();
    }

    /// <summary>
    /// What is new: of each person as they were before and as they are afterwards, null for nobody any more.
    /// </summary>
    private (IReadOnlyList<(Person Before, Person? After)> Changes, Person? Claim, bool IsNew) Plan(
        Person? known,
        Person? named,
        string account,
        string name)
    {
        switch (known, named)
        {
            // Entered by object id, or under a name that has changed since.
            case ({ } person, null):
                return ([(person, person with { SignInName = name })], null, false);
            case (null, { ObjectId: null } unbound):
                return ([(unbound, unbound with { ObjectId = account, Claim = null })], null, false);
            // Entered twice, by object id and by name.
            case ({ } person, { ObjectId: null } unbound) when EntryRules.MayBeOne(person, unbound):
                return ([(person, Joined(person, unbound) with { SignInName = name }), (unbound, null)], null, false);
            // A name stands for one account at a time: the other has another by now.
            case ({ } person, { ObjectId: not null } bound):
                return (
                    [
                        (person, person with { SignInName = name }),
                        (bound, bound with { SignInName = null, Claim = null })
                    ],
                    null,
                    false);
            default:
                var at = directory.Clock.GetCurrentInstant();
                var waits = named!.Claim is { } claim
                    && claim.Account == account
                    && claim.At <= at
                    && at - claim.At < ToldAgain;
                return waits
                    ? ([], named, false)
                    : (
                        [(named, named with { Claim = new(account, at) })],
                        named with { Claim = new(account, at) },
                        true);
        }
    }

    /// <summary>
    /// The account is the person's: the one before is locked out at once, and what waits for them comes to the new
    /// one's chat.
    /// </summary>
    public Task<DirectoryRefusal?> ConfirmAsync(Person by, string personId, string account, CancellationToken cancellationToken) =>
        DecideAsync(by, personId, account, (person, other) => other is null
            ? [(person, person with { ObjectId = account, Claim = null })]
            : [
                (other, Joined(other, person) with { SignInName = other.SignInName ?? person.SignInName }),
                (person, null)
            ], cancellationToken);

    /// <summary>
    /// The account is somebody else's: the name no longer stands for this person, who keeps their own account. An entry
    /// that has no account is gone.
    /// </summary>
    public Task<DirectoryRefusal?> RefuseAsync(Person by, string personId, string account, CancellationToken cancellationToken) =>
        DecideAsync(
            by,
            personId,
            account,
            (person, _) => [(person, person.ObjectId is null ? null : person with { SignInName = null, Claim = null })],
            cancellationToken);

    /// <summary>
    /// Lets go of the account that a person is bound to: it is locked out at once, and the next one that writes under
    /// their sign-in name is theirs.
    /// </summary>
    public async Task<DirectoryRefusal?> UnbindAsync(Person by, string personId, CancellationToken cancellationToken)
    {
        if (!by.Has(Role.Office))
        {
            return DirectoryRefusal.NotAllowed;
        }

        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            directory.Forget();
            if ((await directory.ReadAsync(cancellationToken)).ById(personId) is not { SignInName: not null } person)
            {
                return DirectoryRefusal.NotFound;
            }

            if (person.ObjectId is null)
            {
                return null;
            }

            if (await CarryAsync([(person, person with { ObjectId = null, Claim = null })], cancellationToken))
            {
                return null;
            }
        }

        throw Busy();
    }

    private async Task<DirectoryRefusal?> DecideAsync(
        Person by,
        string personId,
        string account,
        Func<Person, Person?, IReadOnlyList<(Person Before, Person? After)>> decide,
        CancellationToken cancellationToken)
    {
        if (!by.Has(Role.Office))
        {
            return DirectoryRefusal.NotAllowed;
        }

        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            directory.Forget();
            var now = await directory.ReadAsync(cancellationToken);
            if (now.ById(personId) is not { } person || person.Claim?.Account != account)
            {
                return DirectoryRefusal.NotFound;
            }

            var other = now.ByObjectId(account) is { } holder && holder.Id != person.Id ? holder : null;
            if (await CarryAsync(decide(person, other), cancellationToken))
            {
                return null;
            }
        }

        throw Busy();
    }

    /// <summary>One person, with the roles of both. What was written for either reaches them.</summary>
    private static Person Joined(Person person, Person other) => person with
    {
        Grants = [.. person.Grants.Union(other.Grants)],
        Formerly = [.. person.Formerly, other.Id, .. other.Formerly],
        Claim = null,
    };

    /// <summary>In one batch. False when somebody changed one of them meanwhile.</summary>
    private async Task<bool> CarryAsync(
        IReadOnlyList<(Person Before, Person? After)> people,
        CancellationToken cancellationToken)
    {
        var changes = new List<Change>();
        foreach (var (before, after) in people)
        {
            var row = await store.ReadAsync(
                DirectoryRows.Table,
                directory.Province.Value,
                DirectoryRows.PersonKey(before.Id),
                cancellationToken);
            // The directory that was decided by is up to half a minute old.
            var stored = row is null ? null : DirectoryRows.ToPerson(row);
            if (row is null || stored is null || !Same(stored, before))
            {
                directory.Forget();
                return false;
            }

            // What is stored may be more than what counts now: places that were merged, times beyond the limits.
            changes.Add(after is null
                ? new Change.Delete(row.Key, row.ETag)
                : new Change.Replace(
                    DirectoryRows.ToRow(after with
                    {
                        Preferences = stored.Preferences,
                        Grants = [.. stored.Grants.Union(after.Grants.Except(before.Grants))]
                    }),
                    row.ETag!));
            // Whose entry is joined with another has not left.
            if (after is null && people.All(p => p.After?.Formerly.Contains(before.Id) != true))
                changes.Add(new Change.Upsert(DirectoryRows.ToRow(FormerPerson.Of(
                    stored,
                    directory.Clock.GetCurrentInstant(),
                    (await directory.ReadAsync(cancellationToken)).FormerById(before.Id)))));
            // The chat is the account's.
            if (before.ObjectId is not null && after?.ObjectId != before.ObjectId)
            {
                changes.Add(new Change.Delete(DirectoryRows.ChatKey(before.Id)));
            }
        }

        var outcome = await store.SubmitAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            changes,
            cancellationToken);
        directory.Forget();
        return outcome == BatchOutcome.Unknown ? throw Busy() : outcome == BatchOutcome.Committed;
    }

    private static bool Same(Person stored, Person decidedBy) =>
        (stored.ObjectId, stored.SignInName, stored.Claim) == (decidedBy.ObjectId, decidedBy.SignInName, decidedBy.Claim);

    private static StoreUnavailableException Busy() =>
        new("The directory could not be saved: the store is busy. Please send it again.");
}
