using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Delivery;

public class RetentionTests
{
    [Fact]
    public async Task Sweep_AfterThirtyDays_RemovesAppliedCommandsAndDeliveredMessagesOnly()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await Deliver(world);
        await world.Do(County, number, new Sign());
        await Keep(world, OutboxRows.Poisoned);
        await Keep(world, OutboxRows.Outbox);
        var before = await world.Rows("");

        world.Clock.Advance(Terms.BuiltIn.Of(Kept.DeliveredMessage));
        Assert.Equal(0, await Sweep(world));
        world.Clock.Advance(Duration.Epsilon);
        await world.Do(County, number, new ReportProgress("进展"));
        var after = await world.Rows("");

        Assert.Equal(4, await Sweep(world)); // two commands, two messages
        Assert.Equal(after.Count - 4, (await world.Rows("")).Count);
        Assert.Single(await world.Rows(CommandRows.Applied));
        Assert.Empty(await world.Rows(OutboxRows.Delivered));
        Assert.All(
            before.Where(r => r.Key[0] is not ('I' or 'D')),
            r => Assert.Contains(r.Key, after.Select(a => a.Key)));
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Sweep_MoreThanABatchAndAPage_RemovesThemAll()
    {
        await using var world = await World.Open();
        var old = Enumerable.Range(0, 1250).Select(i => new Change.Insert(new(
            CommandRows.AppliedKey($"c{i}"),
            new Dictionary<string, object>(StringComparer.Ordinal) { ["At"] = Morning })));
        foreach (var some in old.Chunk(StoreLimits.BatchChanges)) await world.Store.SubmitAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            some,
            default);

        world.Clock.AdvanceDays(31);

        Assert.Equal(1250, await Sweep(world));
        Assert.Empty(await world.Rows(CommandRows.Applied));
    }

    private static Task<int> Sweep(World world) =>
        new Retention(world.Store, world.Clock, Terms.BuiltIn).SweepAsync(Shijiazhuang, default);

    private static async Task Deliver(World world)
    {
        foreach (var row in await world.Rows(OutboxRows.Outbox))
            await world.Store.SubmitAsync(
                MatterRows.Table,
                Shijiazhuang.Value,
                [
                    new Change.Delete(row.Key),
                    new Change.Insert(OutboxRows.ToRow(OutboxRows.Delivered, OutboxRows.ToMessage(row)))
                ],
                default);
    }

    private static Task Keep(World world, string prefix) => world.Store.SubmitAsync(
        MatterRows.Table,
        Shijiazhuang.Value,
        [new Change.Insert(OutboxRows.ToRow(
            prefix,
            new(
                "1",
                County.Id,
                new MatterNumber(2026, Shijiazhuang, 1),
                nameof(Act.Urge),
                "某人",
                Morning,
                null,
                null)))],
        default);
}
