using LiaisonBot.Storage;
using Microsoft.Data.Sqlite;

namespace LiaisonBot.Tests.Storage;

/// <summary>A store in a folder of its own that goes away with it.</summary>
public sealed class TempSqliteStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("liaison-");

    private TempSqliteStore(Action<SqliteConnection>? spoil)
    {
        Path = System.IO.Path.Combine(folder.FullName, "store.db");
        Store = SqliteTableStore.Open(Path, spoil);
    }

    public string Path { get; }

    public SqliteTableStore Store { get; private set; }

    /// <param name="spoil">Done to the connection that writes, for tests of a full or failing disk. Gone after
    /// <see cref="Reopen"/>.</param>
    public static TempSqliteStore Open(Action<SqliteConnection>? spoil = null) => new(spoil);

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
