using LiaisonBot.Core.Commands;
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
    /// <summary>The office is told again when somebody still waits after that.</summary>
    private static readonly Duration ToldAgain = Duration.FromDays(1);

    private readonly DirectoryCommands commands = new(store, directory);

    /// <summary>
    /// Whose account this is, with the sign-in name that the channel tells of it; remembers what is new of that.
    /// </summary>
    public async Task<Recognition> RecognizeAsync(
        string account,
        string signInName,
        CancellationToken cancellationToken)
    {
        account = account.ToLowerInvariant();
        var look = Look(await directory.ReadAsync(cancellationToken));
        if (look.Answer is { } nothingNew)
        {
            return nothingNew;
        }

        return await commands.ExecuteAsync<Recognition>(
            async cancellationToken =>
            {
                // Roles are joined as they are, not as they were half a minute ago.
                directory.Forget();
                var look = Look(await directory.ReadAsync(cancellationToken));
                return look.Answer is { } known
                    ? DirectoryCommands.Answer(known)
                    : await WriteAsync(
                        look.Changes,
                        async cancellationToken => new Recognition(
                            (await directory.ReadAsync(cancellationToken)).ByObjectId(account),
                            look.Claim,
                            look.Claim is not null),
                        cancellationToken);
            },
            cancellationToken);

        (Recognition? Answer, IReadOnlyList<(Person Before, Person? After)> Changes, Person? Claim) Look(
            LiaisonDirectory now)
        {
            var (known, named) = (now.ByObjectId(account), now.BySignInName(signInName));
            // Known under this name, or not at all: there is nothing to remember.
            if (known == named)
            {
                return (new(known), [], null);
            }

            var (changes, claim, isNew) = Plan(known, named, account, Identity.Of(signInName)!);
            return claim is not null && !isNew ? (new(known, claim), [], null) : (null, changes, claim);
        }
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
    public Task<DirectoryRefusal?> UnbindAsync(Person by, string personId, CancellationToken cancellationToken) =>
        DecideAsync(
            by,
            now => now.ById(personId) is not { SignInName: not null } person ? null
                : person.ObjectId is null ? []
                : [(person, person with { ObjectId = null, Claim = null })],
            cancellationToken);

    private Task<DirectoryRefusal?> DecideAsync(
        Person by,
        string personId,
        string account,
        Func<Person, Person?, IReadOnlyList<(Person Before, Person? After)>> decide,
        CancellationToken cancellationToken) =>
        DecideAsync(
            by,
            now => now.ById(personId) is { } person && person.Claim?.Account == account
                ? decide(person, now.ByObjectId(account) is { } holder && holder.Id != person.Id ? holder : null)
                : null,
            cancellationToken);

    /// <param name="decide">What becomes of whom; null when there is no such person.</param>
    private async Task<DirectoryRefusal?> DecideAsync(
        Person by,
        Func<LiaisonDirectory, IReadOnlyList<(Person Before, Person? After)>?> decide,
        CancellationToken cancellationToken) =>
        !by.Has(Role.Office)
            ? DirectoryRefusal.NotAllowed
            : await commands.ExecuteAsync<DirectoryRefusal?>(
                async cancellationToken =>
                {
                    directory.Forget();
                    return decide(await directory.ReadAsync(cancellationToken)) switch
                    {
                        null => DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.NotFound),
                        [] => DirectoryCommands.Answer<DirectoryRefusal?>(null),
                        var people => await WriteAsync(
                            people,
                            _ => Task.FromResult<DirectoryRefusal?>(null),
                            cancellationToken),
                    };
                },
                cancellationToken);

    /// <summary>One person, with the roles of both. What was written for either reaches them.</summary>
    private static Person Joined(Person person, Person other) => person with
    {
        Grants = [.. person.Entered.Union(other.Entered)],
        JobTitle = person.JobTitle ?? other.JobTitle,
        Phone = person.Phone ?? other.Phone,
        HomeUnit = person.HomeUnit ?? other.HomeUnit,
        Recusals = [.. person.Recusals.Union(other.Recusals)],
        Formerly = [.. person.Formerly, other.Id, .. other.Formerly],
        Claim = null,
    };

    /// <summary>In one batch, when they still stand as they were decided by.</summary>
    private async Task<CommandDecision<TAnswer>> WriteAsync<TAnswer>(
        IReadOnlyList<(Person Before, Person? After)> people,
        Func<CancellationToken, Task<TAnswer>> answer,
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
                return new CommandDecision<TAnswer>.Outdated();
            }

            // What is stored may be more than what counts now: places that were merged, times beyond the limits.
            changes.Add(after is null
                ? new Change.Delete(row.Key, row.ETag)
                : new Change.Replace(
                    DirectoryRows.ToRow(after with
                    {
                        Preferences = stored.Preferences,
                        Grants = [.. stored.Grants.Union(after.Grants.Except(before.Entered))]
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

        return new CommandDecision<TAnswer>.Accepted(changes, answer);
    }

    private static bool Same(Person stored, Person decidedBy) =>
        (stored.ObjectId, stored.SignInName, stored.Claim) == (decidedBy.ObjectId, decidedBy.SignInName, decidedBy.Claim);
}
