using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.People;

public class VisitServiceTests
{
    private static readonly Visit Residency = new(
        1,
        Shijiazhuang,
        new(2026, 11, 1),
        new(2026, 12, 31),
        VisitKind.Residency);
    private static readonly Visit Inspection = new(
        1,
        Zhengding,
        new(2026, 11, 20),
        new(2026, 11, 30),
        VisitKind.Inspection);

    [Fact]
    public async Task Add_ByTheOffice_IsInForceAtOnce()
    {
        await using var world = await World.Open();
        var service = new VisitService(world.Faulty, world.Directory);
        Assert.Equal(Phase.Away, await PhaseOf(world, Changan));

        Assert.Null(await service.AddAsync(Office, Residency, default));
        Assert.Null(await service.AddAsync(Office, Inspection, default));

        Assert.Equal(Phase.Residency, await PhaseOf(world, Changan));
        Assert.Equal(Phase.CountyVisit, await PhaseOf(world, Zhengding));
        var rule = new ReminderRule(
            ReminderName.OverdueYellow,
            ReminderAnchor.Due,
            [1],
            false,
            [(ReminderAudience.Coordinator, 1)],
            Missed.Late);
        var matter = (await world.Read(await world.Assign(Leader, Changan))) with { Team = 1 };
        Assert.Equal(
            "city leader",
            Names(Audience.Of(rule, 1, matter.Subject, await world.Directory.ReadAsync(default), world.Today)));
    }

    [Fact]
    public async Task Add_Twice_IsOnce()
    {
        await using var world = await World.Open();
        var service = new VisitService(world.Faulty, world.Directory);

        Assert.Null(await service.AddAsync(Office, Residency, default));
        Assert.Null(await service.AddAsync(Office, Residency, default));

        Assert.True(Assert.Single((await world.Directory.ReadAsync(default)).Visits).IsSameAs(Residency));
    }

    [Fact]
    public async Task Add_OfWhatCannotBe_IsRefusedWithTheReason()
    {
        await using var world = await World.Open();
        var service = new VisitService(world.Faulty, world.Directory);
        await service.AddAsync(Office, Residency, default);
        await service.AddAsync(Office, Inspection, default);
        (Visit Visit, VisitRefusal Why)[] wrong =
        [
            (Residency with { Team = 0 }, VisitRefusal.TeamMissing),
            (Residency with { Team = 100 }, VisitRefusal.TeamMissing),
            (Residency with { Area = AreaCode.Parse("1399") }, VisitRefusal.UnknownArea),
            (Residency with { Area = Changan }, VisitRefusal.PlaceDoesNotFit),
            (Residency with { Area = AuditOffice, Kind = VisitKind.Patrol }, VisitRefusal.PlaceDoesNotFit),
            (Inspection with { Area = Shijiazhuang }, VisitRefusal.PlaceDoesNotFit),
            (Residency with { To = new(2026, 10, 31) }, VisitRefusal.EndsBefore),
            (Residency with { To = new(2036, 1, 1) }, VisitRefusal.TooLong),
            (Residency with { From = new(2026, 12, 31), To = new(2027, 12, 31) }, VisitRefusal.Overlaps),
            (Inspection with { Kind = VisitKind.Patrol }, VisitRefusal.Overlaps),
        ];

        foreach (var (visit, why) in wrong) Assert.Equal(why, await service.AddAsync(Office, visit, default));
        Assert.Null(await service.AddAsync(
            Office,
            Residency with { From = new(2027, 1, 1), To = new(2027, 12, 31) },
            default));
        Assert.Null(await service.AddAsync(Office, Residency with { Team = 2 }, default));
        Assert.Null(await service.AddAsync(
            Office,
            Inspection with { Kind = VisitKind.ReturnVisit, From = new(2026, 12, 1), To = new(2026, 12, 5) },
            default));
    }

    [Fact]
    public async Task AnyChange_ByAnyoneButTheOffice_IsRefused()
    {
        await using var world = await World.Open();
        var service = new VisitService(world.Faulty, world.Directory);
        await service.AddAsync(Office, Residency, default);
        var key = DirectoryRows.ToRow(Residency).Key;

        foreach (var person in Everyone.Where(p => p != Office))
        {
            Assert.Equal(VisitRefusal.NotAllowed, await service.AddAsync(person, Inspection, default));
            Assert.Equal(VisitRefusal.NotAllowed, await service.AddAsync(person, Residency, default));
            Assert.Equal(
                VisitRefusal.NotAllowed,
                await service.ChangeEndAsync(person, key, new(2026, 11, 30), default));
            Assert.Equal(VisitRefusal.NotAllowed, await service.RemoveAsync(person, key, default));
        }

        Assert.True(Assert.Single((await world.Directory.ReadAsync(default)).Visits).IsSameAs(Residency));
    }

    [Fact]
    public async Task ChangeEndAndRemove_AreInForceAtOnce()
    {
        await using var world = await World.Open();
        var service = new VisitService(world.Faulty, world.Directory);
        await service.AddAsync(Office, Residency, default);
        var key = DirectoryRows.ToRow(Residency).Key;

        Assert.Equal(VisitRefusal.EndsBefore, await service.ChangeEndAsync(Office, key, new(2026, 10, 1), default));
        Assert.Null(await service.ChangeEndAsync(Office, key, new(2026, 11, 22), default));
        Assert.Equal(Phase.Away, await PhaseOf(world, Changan));
        Assert.Null(await service.RemoveAsync(Office, key, default));
        Assert.Equal(VisitRefusal.NotFound, await service.RemoveAsync(Office, key, default));
        Assert.Equal(VisitRefusal.NotFound, await service.ChangeEndAsync(Office, key, new(2026, 11, 22), default));

        Assert.Empty((await world.Directory.ReadAsync(default)).Visits);
    }

    [Fact]
    public void MayKnow_IsForThoseOfTheArea()
    {
        string Who(Visit visit) => Names(Everyone.Where(p => VisitService.MayKnow(p, visit)));

        Assert.Equal("office leader member other-leader city changan zhengding", Who(Residency));
        Assert.Equal("office leader member other-leader city zhengding", Who(Inspection));
    }

    private static async Task<Phase> PhaseOf(World world, AreaCode area) =>
        Phases.Of(area, world.Today, (await world.Directory.ReadAsync(default)).Visits);
}
