using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.People;

/// <summary>
/// A change of the division of which the store does not say whether it was saved is looked at again: it is registered,
/// and taken back, once.
/// </summary>
public sealed class AreaServiceTests
{
    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.Conflict)]
    public async Task Change_OfWhichTheStoreDoesNotSay_IsRegisteredOnce(SubmitFault fault)
    {
        await using var world = await World.Open();
        var areas = new AreaService(world.Faulty, world.Directory);
        world.Faulty.OnSubmit(fault);
        var (refusal, change) = await areas.RegisterAsync(
            Office,
            new(AreaChangeKind.Add, null, "新城县", Shijiazhuang, new LocalDate(2027, 3, 1), "国函〔2026〕1号"),
            default);
        Assert.Null(refusal);
        var saved = Assert.Single((await world.Directory.ReadAsync(default)).AreaChanges);
        Assert.Equal(saved, change);

        world.Faulty.OnSubmit(fault);
        Assert.Null(await areas.TakeBackAsync(Office, DirectoryRows.ToRow(saved).Key, default));
        Assert.Empty((await world.Directory.ReadAsync(default)).AreaChanges);
        Assert.Equal(
            AreaRefusal.NotFound,
            await areas.TakeBackAsync(Office, DirectoryRows.ToRow(saved).Key, default));
    }
}
