using LiaisonBot.Core;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Health;

/// <summary>
/// The disk is full: what is said is refused, and everybody who has to know does. When there is room again, it goes on
/// by itself.
/// </summary>
public class FullDiskTests
{
    [Fact]
    public async Task AFullDisk_IsCounted_Told_AndUnhealthy_UntilThereIsRoom()
    {
        SqliteConnection? writer = null;
        await using var file = TempSqliteStore.Open(connection => writer = connection);
        var clock = new FakeClock(Cast.Morning);
        var told = new List<string>();
        var services = new LiaisonServices(
            file.Store,
            Cast.Hebei,
            clock,
            PolicyBook.BuiltIn,
            "process",
            _ => new FakeChat(),
            _ => { })
        { Refused = e => told.Add(e.Message) };
        await services.RoundAsync(piece => piece(), default);
        Assert.True((await services.HealthAsync(default)).IsHealthy);

        Run(writer!, "PRAGMA max_page_count = 1");
        for (var second = 0; second < 90; second += 15)
        {
            clock.Advance(Duration.FromSeconds(15));
            await Assert.ThrowsAsync<StoreUnavailableException>(() =>
                services.Writes.SubmitAsync(MatterRows.Table, "1301", [new Change.Insert(Large(second))], default));
        }

        var health = await services.HealthAsync(default);
        Assert.Equal((6, false), (health.RefusedWrites, health.IsHealthy));
        Assert.Contains("Make room on it", health.WritesRefusedFor, StringComparison.Ordinal);
        Assert.Equal(2, told.Count);

        Run(writer!, "PRAGMA max_page_count = 1000000");
        clock.Advance(Duration.FromMinutes(1));
        await services.RoundAsync(piece => piece(), default);

        health = await services.HealthAsync(default);
        Assert.Equal((6, true, null), (health.RefusedWrites, health.IsHealthy, health.WritesRefusedFor));
        Assert.Equal(
            BatchOutcome.Committed,
            await services.Writes.SubmitAsync(MatterRows.Table, "1301", [new Change.Insert(Large(1))], default));
    }

    [Fact]
    public async Task ARefusal_IsForgottenByWhoHasNothingToWrite()
    {
        await using var file = TempSqliteStore.Open();
        var clock = new FakeClock(Cast.Morning);
        var faulty = new FaultyStore(file.Store).OnSubmit(SubmitFault.Unavailable);
        var watched = new WatchedStore(faulty, clock, _ => { });
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            watched.SubmitAsync(MatterRows.Table, "1301", [new Change.Insert(Large(1))], default));

        Assert.NotNull(watched.Why);
        clock.Advance(Duration.FromMinutes(5));
        Assert.Null(watched.Why);
        Assert.Equal(1, watched.Refused);
    }

    private static Row Large(int n) =>
        new(
            $"{RowKeys.Matters.Matter}{n:0000}",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["Text"] = new string('文', 20_000) });

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
