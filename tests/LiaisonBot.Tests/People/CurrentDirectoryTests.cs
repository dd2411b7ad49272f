using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.People;

public class CurrentDirectoryTests
{
    [Fact]
    public async Task Read_SomeoneRemovedByAnotherProcess_IsLockedOutWithinThirtySeconds()
    {
        await using var world = await World.Open();
        Assert.NotNull((await world.Directory.ReadAsync(default)).ById(County.Id));
        var other = new DirectoryService(world.Store, new(world.Store, Hebei, world.Clock));
        await other.RemoveGrantAsync(Office, County.Id, County.Grants[0], default);

        world.Clock.Advance(CurrentDirectory.MaxAge - Duration.Epsilon);
        Assert.NotNull((await world.Directory.ReadAsync(default)).ById(County.Id));
        world.Clock.Advance(Duration.Epsilon);
        Assert.Null((await world.Directory.ReadAsync(default)).ById(County.Id));
    }

    [Fact]
    public void MaxAge_IsWhatTheDesignPromises() => Assert.Equal(Duration.FromSeconds(30), CurrentDirectory.MaxAge);

    [Fact]
    public async Task Read_WithinThirtySeconds_AsksTheStoreOnce()
    {
        await using var world = await World.Open();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => world.Directory.ReadAsync(default))));

        Assert.Equal(1, world.Counting.Ranges);
    }

    [Fact]
    public async Task Read_WhileNothingIsChanged_GivesTheSameDirectory()
    {
        await using var world = await World.Open();
        var before = await world.Directory.ReadAsync(default);

        world.Clock.Advance(CurrentDirectory.MaxAge);
        Assert.Same(before, await world.Directory.ReadAsync(default));
        await new DirectoryService(world.Store, new(world.Store, Hebei, world.Clock))
            .RemoveGrantAsync(Office, County.Id, County.Grants[0], default);
        world.Clock.Advance(CurrentDirectory.MaxAge);
        Assert.NotSame(before, await world.Directory.ReadAsync(default));
    }

    [Fact]
    public async Task Read_WhenTheClockWentBack_DoesNotTrustWhatItHas()
    {
        await using var world = await World.Open();
        await world.Directory.ReadAsync(default);

        world.Clock.AdvanceHours(-1);
        await world.Directory.ReadAsync(default);

        Assert.Equal(2, world.Counting.Ranges);
    }

    [Fact]
    public async Task Read_AfterTheStoreFailed_AsksAgain()
    {
        await using var world = await World.Open();
        world.Faulty.OnRead();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Directory.ReadAsync(default));

        Assert.Equal(Everyone.Count, (await world.Directory.ReadAsync(default)).People.Count);
    }

    [Fact]
    public async Task Read_EverythingEntered_IsInIt()
    {
        await using var world = await World.Open();
        var visit = new Visit(1, Shijiazhuang, new(2026, 1, 1), new(2026, 12, 31), VisitKind.Residency);
        await world.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Insert(DirectoryRows.ToRow(visit))],
            default);

        var now = await world.Directory.ReadAsync(default);

        Assert.Equal(visit, Assert.Single(now.Visits) with { Key = visit.Key });
        Assert.Equal(Units, now.Units);
        Assert.Equal(
            Names(Everyone.OrderBy(p => p.Id, StringComparer.Ordinal)),
            Names(now.People.OrderBy(p => p.Id, StringComparer.Ordinal)));
        Assert.Equal(12, now.Partitions.Count); // eleven cities and the province's own
    }
}
