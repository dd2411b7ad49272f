using LiaisonBot.Storage;

namespace LiaisonBot.Tests.Storage;

/// <summary>A store in a folder of its own that goes away with it.</summary>
public sealed class TempSqliteStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("liaison-");

    private TempSqliteStore(int? mostPages)
    {
        Path = System.IO.Path.Combine(folder.FullName, "store.db");
        Store = SqliteTableStore.Open(Path, mostPages);
    }

    public string Path { get; }

    public SqliteTableStore Store { get; private set; }

    /// <param name="mostPages">Room in the file, in pages of 4 KiB, for tests of a full disk.</param>
    public static TempSqliteStore Open(int? mostPages = null) => new(mostPages);

    /// <summary>Closes the file and opens it again, like a restart.</summary>
    public async Task Reopen()
    {
        await Store.DisposeAsync();
        Store = SqliteTableStore.Open(Path);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
