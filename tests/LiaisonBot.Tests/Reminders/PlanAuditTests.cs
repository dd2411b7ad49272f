using LiaisonBot.Core.Audit;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation.Parcels;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Reminders;

/// <summary>
/// The plans of another kind of subject than the matter are audited by what reminders know of it: those of the
/// simulator's parcels.
/// </summary>
public sealed class PlanAuditTests
{
    [Fact]
    public async Task Plan_ThatIsAsItShouldBe_IsNoDifference()
    {
        await using var world = await World.Open();
        await Send(world);
        Assert.Empty(await Check(world));
    }

    [Fact]
    public async Task Plan_ThatIsLost_IsWrittenAnew()
    {
        await using var world = await World.Open();
        var parcel = await Send(world);
        var plan = Assert.Single(await world.Rows(RowKeys.Matters.Reminders));
        await Submit(world, new Change.Delete(plan.Key));

        Assert.Equal(
            ["NotPlanned parcel:2026-1301-000001 unsigned 2026-11-24 people 0 mended"],
            (await Check(world)).Select(one => one.ToString()));
        Assert.Equal(plan.Key, Assert.Single(await world.Rows(RowKeys.Matters.Reminders)).Key);
        Assert.Empty(await Check(world));
        Assert.Equal(parcel.Key, ReminderRows.SubjectOf(plan));
    }

    [Fact]
    public async Task Plan_OfNothing_IsRemoved()
    {
        await using var world = await World.Open();
        var parcel = await Send(world);
        await Submit(world, new Change.Delete(ParcelKind.Prefix + parcel.Key.Text));
        Assert.True(Assert.Single(await Check(world)) is { Kind: DifferenceKind.NotPlanned, Mended: true });
        Assert.Empty(await world.Rows(RowKeys.Matters.Reminders));
    }

    [Fact]
    public async Task Row_ThatCannotBeRead_IsNamed()
    {
        await using var world = await World.Open();
        var parcel = await Send(world);
        await Submit(world, new Change.Upsert(new(
            ParcelKind.Prefix + parcel.Key.Text,
            new Dictionary<string, object>(StringComparer.Ordinal) { ["Number"] = parcel.Key.Text })));
        Assert.True(Assert.Single(await Check(world)) is { Kind: DifferenceKind.Unreadable, Mended: false });
    }

    private static async Task<Parcel> Send(World world)
    {
        var now = world.Clock.GetCurrentInstant();
        var parcel = new Parcel
        {
            Key = new(Parcel.KindName, "2026-1301-000001"),
            Place = Changan,
            PolicyVersion = PolicyBook.BuiltIn.InForce.Version,
            Due = new(2026, 12, 31),
            SentAt = now,
            AtPlaceSince = now,
        };
        var context = new ReminderContext(
            await world.Directory.ReadAsync(default),
            world.Directory.Calendar,
            now,
            PolicyBook.BuiltIn);
        await Submit(world, [.. ParcelKind.Changes(null, parcel, context)]);
        return parcel;
    }

    private static Task<BatchOutcome> Submit(World world, params IReadOnlyList<Change> changes) =>
        world.Store.SubmitAsync(RowKeys.Matters.Table, Shijiazhuang.Value, changes, default);

    private static Task<IReadOnlyList<Difference>> Check(World world) => new Auditor(
        world.Store,
        world.Directory,
        () => world.Directory.Calendar,
        world.Clock,
        PolicyBook.BuiltIn,
        Terms.BuiltIn,
        world.Service,
        new ParcelKind(world.Store)).CheckAsync(Shijiazhuang, default);
}
