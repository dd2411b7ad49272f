using System.Collections.Concurrent;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Commands;

/// <summary>
/// Carries out commands of any kind: one read, one batch. Whatever happens to the answer, and whatever stops in
/// between, a command with an id is carried out once, and all of it. May be used by many at once.
/// </summary>
public sealed class CommandExecutor(ITableStore store)
{
    /// <summary>
    /// Rounds of read and batch before a command gives up: others kept changing the same, or the store kept failing.
    /// </summary>
    public const int MaxAttempts = 12;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> numbering = new(StringComparer.Ordinal);

    /// <exception cref="StoreUnavailableException">The store did not answer; the same command may be sent
    /// again.</exception>
    public async Task<TAnswer> ExecuteAsync<TRead, TAnswer>(
        Command<TRead, TAnswer> command,
        CancellationToken cancellationToken)
    {
        // What is too big for the batch, and the answer, wait for nobody's number.
        var finish = command.TakesNumber
            ? await InTurnAsync(command, cancellationToken)
            : await TryAsync(command, cancellationToken);
        return await finish(cancellationToken);
    }

    /// <summary>
    /// The same of a command that is the same when it is done twice, and whose rules say on the way what else they have
    /// to read.
    /// </summary>
    /// <param name="look">Reads, and decides by it. Asked again after each batch that did not go through.</param>
    /// <param name="submitted">As <see cref="Command{TRead,TAnswer}.Submitted"/>.</param>
    /// <param name="busy">As <see cref="Command{TRead,TAnswer}.Busy"/>.</param>
    /// <inheritdoc cref="ExecuteAsync{TRead,TAnswer}"/>
    public Task<TAnswer> ExecuteAsync<TAnswer>(
        string table,
        string partition,
        Func<CancellationToken, Task<CommandDecision<TAnswer>>> look,
        Action<BatchOutcome> submitted,
        string busy,
        CancellationToken cancellationToken) =>
        ExecuteAsync(
            new Command<CommandDecision<TAnswer>, TAnswer>
            {
                Table = table,
                Partition = partition,
                Read = look,
                Decide = decision => decision,
                Submitted = submitted,
                Busy = busy,
            },
            cancellationToken);

    /// <summary>
    /// Carries on what a stop left of commands too big for one batch. Safe to run at any time, also twice at once.
    /// </summary>
    /// <param name="kind">Of the commands, as <see cref="Command{TRead,TAnswer}.Kind"/>; those of other kinds are left
    /// alone.</param>
    /// <param name="carryOn">Carries out one, from its row.</param>
    /// <exception cref="AggregateException">Some failed by a defect, and held up no others.</exception>
    public async Task ResumeAsync(
        string table,
        string partition,
        string kind,
        Func<Row, CancellationToken, Task> carryOn,
        CancellationToken cancellationToken)
    {
        var defects = new Defects();
        foreach (var row in await store.ReadPrefixAsync(
            table,
            partition,
            CommandRows.FollowUps,
            StoreLimits.PageRows,
            cancellationToken))
        {
            if (CommandRows.KindOf(row) != kind)
            {
                continue;
            }

            await defects.TryAsync(() => FollowUpAsync(table, partition, row, carryOn, cancellationToken));
        }

        defects.ThrowIfAny("What was left of a step could not be carried out.");
    }

    private async Task<Func<CancellationToken, Task<TAnswer>>> InTurnAsync<TRead, TAnswer>(
        Command<TRead, TAnswer> command,
        CancellationToken cancellationToken)
    {
        var turn = numbering.GetOrAdd(command.Partition, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await TryAsync(command, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <returns>What is left to be done when the command is decided and written: its follow-up, and the
    /// answer.</returns>
    private async Task<Func<CancellationToken, Task<TAnswer>>> TryAsync<TRead, TAnswer>(
        Command<TRead, TAnswer> command,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            switch (command.Decide(await command.Read(cancellationToken)))
            {
                case CommandDecision<TAnswer>.Answered answered:
                    return (answered.MayBeDone ? await EarlierAsync(command, cancellationToken) : null)
                        ?? (_ => Task.FromResult(answered.Answer));
                case CommandDecision<TAnswer>.Outdated:
                    break;
                case CommandDecision<TAnswer>.Accepted accepted:
                    if (await SubmitAsync(command, accepted, cancellationToken) is { } finish)
                    {
                        return finish;
                    }

                    break;
            }
        }

        throw new StoreUnavailableException(command.Busy);
    }

    /// <summary>Null when the batch did not go through, and the command must be looked at again.</summary>
    private async Task<Func<CancellationToken, Task<TAnswer>>?> SubmitAsync<TRead, TAnswer>(
        Command<TRead, TAnswer> command,
        CommandDecision<TAnswer>.Accepted accepted,
        CancellationToken cancellationToken)
    {
        List<Change> changes = [.. accepted.Changes];
        Row? followUp = null;
        if (command.Id is { } id)
        {
            changes.Add(new Change.Insert(CommandRows.ToRow(id, accepted.Applied!)));
            if (accepted.FollowUp is { } columns)
            {
                followUp = CommandRows.FollowUp(id, command.Kind, columns);
                changes.Add(new Change.Insert(followUp));
            }
        }

        var outcome = await store.SubmitAsync(command.Table, command.Partition, changes, cancellationToken);
        command.Submitted(outcome);
        if (outcome != BatchOutcome.Committed)
        {
            return await EarlierAsync(command, cancellationToken);
        }

        return async cancellationToken =>
        {
            if (followUp is not null)
            {
                await FollowUpAsync(command.Table, command.Partition, followUp, command.FollowUp!, cancellationToken);
            }

            return await accepted.Answer(cancellationToken);
        };
    }

    /// <summary>The answer to a command that was carried out before, or null when it was not.</summary>
    private async Task<Func<CancellationToken, Task<TAnswer>>?> EarlierAsync<TRead, TAnswer>(
        Command<TRead, TAnswer> command,
        CancellationToken cancellationToken)
    {
        if (command.Id is not { } id
            || await store.ReadAsync(
                command.Table,
                command.Partition,
                CommandRows.AppliedKey(id),
                cancellationToken) is not { } applied)
        {
            return null;
        }

        command.Submitted(BatchOutcome.Committed);
        return async cancellationToken =>
        {
            if (command.FollowUp is { } carryOn
                && await store.ReadAsync(
                    command.Table,
                    command.Partition,
                    CommandRows.FollowUpKey(id),
                    cancellationToken) is { } left)
            {
                await FollowUpAsync(command.Table, command.Partition, left, carryOn, cancellationToken);
            }

            return await command.Repeat!(applied, cancellationToken);
        };
    }

    /// <summary>All of it, and then its row goes.</summary>
    private async Task FollowUpAsync(
        string table,
        string partition,
        Row row,
        Func<Row, CancellationToken, Task> carryOn,
        CancellationToken cancellationToken)
    {
        await carryOn(row, cancellationToken);
        await store.SubmitAsync(table, partition, [new Change.Delete(row.Key)], cancellationToken);
    }
}
