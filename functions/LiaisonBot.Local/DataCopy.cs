using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup;
using LiaisonBot.Storage.Evidence;

namespace LiaisonBot.Local;

/// <summary>
/// Copies all data to one file or back instead of starting the bot: a backup, and the way from one machine to Azure.
/// </summary>
/// <param name="ToStore">True for an import.</param>
/// <param name="File">Absolute path.</param>
internal sealed record DataCopy(bool ToStore, string File)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(LocalOptions options)
    {
        using var stop = new CancellationTokenSource();
        void Cancel(object? sender, ConsoleCancelEventArgs asked)
        {
            asked.Cancel = true;
            stop.Cancel();
        }
        Console.CancelKeyPress += Cancel;
        try
        {
            var evidence = new FolderEvidence(options.EvidenceFolder, LocalHost.MachineClock);
            // Files come before the rows that name them.
            var files = ToStore
                ? await EvidenceFiles.ImportAsync(File, evidence, options.AcceptLoss, stop.Token)
                : default;
            var tables = ToStore ? await ImportAsync(options, stop.Token) : await ExportAsync(options, stop.Token);
            if (!ToStore)
            {
                files = await EvidenceFiles.ExportAsync(File, evidence, stop.Token);
            }

            foreach (var table in tables)
            {
                Console.WriteLine($"Table {table.Table}: {table.Partitions} partitions, {table.Rows} rows, SHA-256 {table.Sha256}");
            }

            if (files.Named > 0)
            {
                Console.WriteLine($"Evidence: {files.Named - files.Missing.Count} of {files.Named} files {(ToStore ? "from" : "to")} {EvidenceFiles.FolderOf(File)}{(files.Missing.Count > 0 ? "; not here: " + EvidenceFiles.List(files.Missing) : "")}");
            }

            Console.WriteLine(ToStore
                ? $"Imported {File}; what was written was read back and is the same."
                : $"Exported to {File}.");
            return LocalHost.Ended;
        }
        catch (Exception e) when (e is BackupException or StoreUnavailableException)
        {
            return await LocalHost.FailAsync(e.Message);
        }
        catch (OperationCanceledException)
        {
            return await LocalHost.FailAsync(ToStore
                ? "Stopped. What was imported so far is no whole: import again, it starts over."
                : "Stopped. Nothing was exported.");
        }
        finally
        {
            Console.CancelKeyPress -= Cancel;
        }
    }

    private Task<IReadOnlyList<TableTotal>> ExportAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        IWholeStore from = options.Tables is { } tables
            ? AzureTableStore.Connect(tables)
            : new SqliteRows(options.DataFile);
        return Storage.Backup.Export
            .ToFileAsync(File, from, LocalHost.MachineClock, Console.WriteLine, cancellationToken);
    }

    private async Task<IReadOnlyList<TableTotal>> ImportAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        if (options.Tables is { } tables)
        {
            var azure = AzureTableStore.Connect(tables);
            return await Storage.Backup.Restore.FromFileAsync(File, azure, azure, Console.WriteLine, cancellationToken);
        }
        DataFolder.Prepare(options.DataFolder);
        await using var file = SqliteTableStore.Open(options.DataFile, Loss.AcceptedWhenEmpty);
        return await Storage.Backup.Restore
            .FromFileAsync(File, file, new SqliteRows(options.DataFile), Console.WriteLine, cancellationToken);
    }
}
