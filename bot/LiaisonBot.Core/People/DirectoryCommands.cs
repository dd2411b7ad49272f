using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.People;

/// <summary>
/// Carries out changes of the directory: each is decided by what stands there at that moment, and is one batch.
/// </summary>
internal sealed class DirectoryCommands(ITableStore store, CurrentDirectory directory)
{
    private readonly CommandExecutor commands = new(store);

    /// <param name="look">Reads what stands there, and decides by it. Asked again when somebody was quicker.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer, or somebody was always
    /// quicker.</exception>
    public Task<TAnswer> ExecuteAsync<TAnswer>(
        Func<CancellationToken, Task<CommandDecision<TAnswer>>> look,
        CancellationToken cancellationToken) =>
        commands.ExecuteAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            look,
            _ => directory.Forget(),
            "The directory could not be saved: the store is busy. Nothing was changed; please send it again.",
            cancellationToken);

    /// <summary>Nothing is written.</summary>
    public static CommandDecision<TAnswer> Answer<TAnswer>(TAnswer answer) =>
        new CommandDecision<TAnswer>.Answered(answer, MayBeDone: false);

    /// <param name="answer">When these changes are written.</param>
    public static CommandDecision<TAnswer> Write<TAnswer>(TAnswer answer, params IReadOnlyList<Change> changes) =>
        new CommandDecision<TAnswer>.Accepted(changes, _ => Task.FromResult(answer));
}
