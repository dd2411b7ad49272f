using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Commands;

/// <summary>
/// Something that somebody wants done, of whatever kind: what is read for it, and what the rules make of that. Carried
/// out by <see cref="CommandExecutor"/>.
/// </summary>
/// <typeparam name="TRead">What the rules look at.</typeparam>
/// <typeparam name="TAnswer">What the person is told.</typeparam>
public sealed record Command<TRead, TAnswer>
{
    /// <summary>Where everything stands that the command changes.</summary>
    public required string Table { get; init; }

    /// <inheritdoc cref="Table"/>
    public required string Partition { get; init; }

    /// <summary>
    /// Names what the person did, the same each time it arrives: then it is done once. Null for what is the same when
    /// it is done twice.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The kind of subject that it is about; empty for matters.</summary>
    public string Kind { get; init; } = "";

    /// <summary>
    /// It takes the next number of its partition (<see cref="Sequence"/>): those that come at the same moment wait for
    /// each other, in place of failing each other's batch.
    /// </summary>
    public bool TakesNumber { get; init; }

    /// <summary>Done anew after each batch that did not go through.</summary>
    public required Func<CancellationToken, Task<TRead>> Read { get; init; }

    /// <summary>The rules. Without I/O; may be asked several times.</summary>
    public required Func<TRead, CommandDecision<TAnswer>> Decide { get; init; }

    /// <summary>
    /// The answer to a command that was carried out before, from its row. Needed with an <see cref="Id"/>.
    /// </summary>
    public Func<Row, CancellationToken, Task<TAnswer>>? Repeat { get; init; }

    /// <summary>Carries out what was too big for the batch, from its row. Needed by what has such.</summary>
    public Func<Row, CancellationToken, Task>? FollowUp { get; init; }

    /// <summary>
    /// Told of each batch, and of a command that was carried out before as of one that was committed. Must not throw.
    /// </summary>
    public Action<BatchOutcome> Submitted { get; init; } = _ => { };

    /// <summary>For the person, when it could not be saved however often it was tried.</summary>
    public required string Busy { get; init; }
}

/// <summary>What the rules say to a command.</summary>
public abstract record CommandDecision<TAnswer>
{
    /// <summary>Nothing is to be written.</summary>
    /// <param name="MayBeDone">The command may have been carried out before: then what it came to is the
    /// answer.</param>
    public sealed record Answered(TAnswer Answer, bool MayBeDone = true) : CommandDecision<TAnswer>;

    /// <summary>What was read no longer stands, and is read again.</summary>
    public sealed record Outdated : CommandDecision<TAnswer>;

    /// <summary>All of it is written in one batch, or none.</summary>
    /// <param name="Answer">Called when it is written.</param>
    public sealed record Accepted(
        IReadOnlyList<Change> Changes,
        Func<CancellationToken, Task<TAnswer>> Answer) : CommandDecision<TAnswer>
    {
        /// <summary>What is remembered of a command with an id, by which it is known when it arrives again.</summary>
        public AppliedCommand? Applied { get; init; }

        /// <summary>
        /// What belongs to the command and does not fit into its batch, in columns of its kind's own; carried out
        /// before the answer and, after a stop, by <see cref="CommandExecutor.ResumeAsync"/>. Null when all of it fits.
        /// </summary>
        public IReadOnlyDictionary<string, object>? FollowUp { get; init; }
    }
}
