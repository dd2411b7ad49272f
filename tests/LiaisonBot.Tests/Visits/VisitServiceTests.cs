using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Visits;

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
    private static readonly Visit Planned = new(2, Zhengding, new(2027, 3, 2), new(2027, 3, 31), VisitKind.Inspection);

    [Fact]
    public async Task Enter_OfWhatIsUnderWay_ByTheOffice_IsInForceAtOnce()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        Assert.Equal(Phase.Away, await PhaseOf(world, Changan));

        Assert.Null((await service.EnterAsync(Office, Residency, default)).Why);
        Assert.Null((await service.EnterAsync(Office, Inspection, default)).Why);

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
    public async Task Enter_OfWhatIsStillToCome_ChangesNothingForAnybodyElse()
    {
        await using var world = await World.Open();
        var ahead = Inspection with { From = new(2026, 11, 24), To = new(2026, 12, 20) };
        var draft = Assert.IsType<Visit>((await Desk(world).EnterAsync(Office, ahead, default)).Visit);

        Assert.Equal((VisitState.Drafted, null), (draft.State, draft.AnnouncedOn));
        world.Clock.AdvanceDays(7);
        Assert.Equal(Phase.Away, await PhaseOf(world, Zhengding));
        Assert.Empty((await world.Directory.ReadAsync(default)).Visits);
    }

    [Fact]
    public async Task Life_GoesInOrder_AndKeepsWhoDidWhat()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        var key = (await service.EnterAsync(OtherLeader, Planned, default)).Visit!.Key;

        Assert.Equal(VisitRefusal.NotSubmitted, (await service.ApproveAsync(Office, key, "冀巡发〔2027〕3号", default)).Why);
        Assert.Equal(VisitRefusal.NotSubmitted, (await service.AnnounceAsync(Office, key, null, default)).Why);
        Assert.Null((await service.SubmitAsync(OtherLeader, key, default)).Why);
        Assert.Equal(VisitRefusal.NotApproved, (await service.AnnounceAsync(Office, key, null, default)).Why);
        Assert.Equal(VisitRefusal.NumberMissing, (await service.ApproveAsync(Office, key, " ", default)).Why);
        Assert.Null((await service.ApproveAsync(Office, key, "冀巡发〔2027〕3号", default)).Why);
        Assert.Empty((await world.Directory.ReadAsync(default)).Visits);
        Assert.Null((await service.AnnounceAsync(Office, key, null, default)).Why);

        var visit = Assert.Single((await world.Directory.ReadAsync(default)).Visits);
        Assert.Equal("冀巡发〔2027〕3号", visit.ApprovalNumber);
        Assert.Equal(world.Today, visit.AnnouncedOn);
        Assert.Equal(
            [(VisitAct.Enter, "other-leader"), (VisitAct.Submit, "other-leader"), (VisitAct.Approve, "office"), (VisitAct.Announce, "office")],
            VisitStep.ReadAll(visit.Steps).Select(s => (s.Act, s.By)));
    }

    [Fact]
    public async Task AnnouncementOfALaterDay_CountsFromMidnightInBeijing()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        var key = (await service.EnterAsync(Office, Planned, default)).Visit!.Key;
        Assert.Null((await service.ApproveAndAnnounceAsync(Office, key, "3号", new(2026, 11, 25), default)).Why);

        // The cast's morning is ten o'clock on the 23rd.
        world.Clock.Advance(NodaTime.Duration.FromHours(37) + NodaTime.Duration.FromMinutes(59));
        Assert.Empty((await world.Directory.ReadAsync(default)).Visits);
        world.Clock.AdvanceMinutes(1);
        Assert.Single((await world.Directory.ReadAsync(default)).Visits);
    }

    [Fact]
    public async Task Enter_TheSameByTwoPeopleAtTheSameMoment_IsOnce()
    {
        await using var world = await World.Open();
        var (one, other) = (Desk(world), new VisitService(world.Faulty, new(world.Faulty, Hebei, world.Clock), world.Clock));

        var both = await Task.WhenAll(
            one.EnterAsync(Office, Planned, default),
            other.EnterAsync(OtherLeader, Planned, default));

        Assert.All(both, result => Assert.Null(result.Why));
        world.Directory.Forget();
        Assert.Single((await world.Directory.ReadAsync(default)).PlannedVisits);
    }

    [Fact]
    public async Task Enter_OfTwoThatOverlap_ByTwoPeopleAtTheSameMoment_TheSecondIsRefused()
    {
        await using var world = await World.Open();
        await Desk(world).EnterAsync(Office, Inspection, default);
        var other = new VisitService(world.Store, new(world.Store, Hebei, world.Clock), world.Clock);
        world.Faulty.BeforeSubmit(async _ =>
            Assert.Null((await other.EnterAsync(Office, Planned with { To = new(2027, 3, 20) }, default)).Why));
        var late = await Desk(world).EnterAsync(OtherLeader, Planned with { From = new(2027, 3, 15) }, default);

        Assert.Equal(VisitRefusal.Overlaps, late.Why);
        Assert.Equal(new(2027, 3, 20), late.Other?.To);
        world.Directory.Forget();
        Assert.Single((await world.Directory.ReadAsync(default)).PlannedVisits, v => v.Team == 2);
    }

    [Fact]
    public async Task Change_IntoTheWayOfWhatSomebodyEntersMeanwhile_IsRefused_AndTheOtherWayRound()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        var key = (await service.EnterAsync(Office, Planned, default)).Visit!.Key;
        var other = new VisitService(world.Store, new(world.Store, Hebei, world.Clock), world.Clock);
        var second = Planned with { From = new(2027, 5, 6), To = new(2027, 5, 28) };
        world.Faulty.BeforeSubmit(async _ => Assert.Null((await other.EnterAsync(Office, second, default)).Why));

        var moved = await service.ChangeAsync(Office, key, v => v with { From = new(2027, 5, 20), To = new(2027, 6, 10) }, default);
        Assert.Equal(VisitRefusal.Overlaps, moved.Why);

        world.Faulty.BeforeSubmit(async _ => Assert.Null(
            (await other.ChangeAsync(Office, key, v => v with { From = new(2027, 7, 1), To = new(2027, 7, 20) }, default)).Why));
        var third = await service.EnterAsync(Office, Planned with { From = new(2027, 7, 10), To = new(2027, 7, 30) }, default);
        Assert.Equal(VisitRefusal.Overlaps, third.Why);
    }

    [Fact]
    public async Task Enter_OfWhatStands_SaysSo_AndWritesNothing()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        Assert.False((await service.EnterAsync(Office, Planned, default)).Stood);
        var before = world.Faulty.Submits;
        Assert.True((await service.EnterAsync(Office, Planned, default)).Stood);
        Assert.Equal(before, world.Faulty.Submits);
    }

    [Fact]
    public async Task EnterAll_OfMoreThanABatch_StoppedAnywhere_IsThereWhole_OrNotAtAll()
    {
        for (var stop = 1; stop <= 3; stop++)
        {
            await using var world = await World.Open();
            var table = Table(250);
            var stopping = new StoppingStore(world.Store, stop);
            var stops = new VisitService(stopping, new(stopping, Hebei, world.Clock), world.Clock);
            var isStopped = await Record.ExceptionAsync(() => stops.EnterAllAsync("one", Office, table, default)) is not null;

            world.Directory.Forget();
            var there = (await world.Directory.ReadAsync(default)).PlannedVisits.Count;
            Assert.Equal(isStopped ? 0 : 250, there);

            // Sent again it is there once; so is what somebody else enters after a table that was broken off.
            var other = new VisitService(world.Store, new(world.Store, Hebei, world.Clock), world.Clock);
            Assert.Null((await other.EnterAsync(Office, table[7], default)).Why);
            Assert.Empty(await other.EnterAllAsync("two", Office, table, default));
            world.Clock.Advance(NodaTime.Duration.FromMinutes(11));
            Assert.Empty(await other.EnterAllAsync("two", Office, [.. table, Residency with { Team = 95 }], default));
            world.Directory.Forget();
            var after = (await world.Directory.ReadAsync(default)).PlannedVisits;
            Assert.Equal((251, 251), (after.Count, after.Select(v => (v.Area, v.Team, v.Group)).Distinct().Count()));
            Assert.Equal(251, (await world.Store.ReadPrefixAsync(DirectoryRows.Table, "13", RowKeys.Directory.Visits, 1000, default)).Count);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task EnterAll_WhileSomebodyEntersWhatIsInItsWay_IsRefusedWhole(int batch)
    {
        await using var world = await World.Open();
        var table = Table(250);
        var other = new VisitService(world.Store, new(world.Store, Hebei, world.Clock), world.Clock);
        var before = table[200] with { From = new(2027, 3, 4), To = new(2027, 3, 9) };
        world.Faulty.BeforeSubmit(async _ => Assert.Null((await other.EnterAsync(Office, before, default)).Why), batch);

        var wrong = await Desk(world).EnterAllAsync("table", Office, table, default);

        Assert.Equal((200, VisitRefusal.Overlaps), (Assert.Single(wrong).Index, wrong[0].Why.Why));
        world.Directory.Forget();
        Assert.Single((await world.Directory.ReadAsync(default)).PlannedVisits);
    }

    [Fact]
    public void WhatIsOverOrCalledOff_DoesNotFillTheYears()
    {
        List<Visit> old = [.. Enumerable.Range(0, VisitRules.MaxVisits).Select(i => Planned with
        {
            Key = $"{RowKeys.Directory.Visits}{i}",
            Team = 1 + (i % 90),
            From = Planned.From.PlusDays(-400 - (i / 90)),
            To = Planned.To.PlusDays(-400 - (i / 90)),
        })];
        VisitDecision Enter(IReadOnlyList<Visit> planned) => VisitRules.Enter(
            Planned,
            Office,
            planned,
            AreaBook.Load(Hebei, []),
            Everyone,
            Morning);

        Assert.IsType<VisitDecision.Accepted>(Enter(old));
        Assert.IsType<VisitDecision.Accepted>(Enter([.. old.Select(v => v with { State = VisitState.Cancelled, To = new(2028, 1, 1) })]));
        Assert.Equal(
            VisitRefusal.TooMany,
            Assert.IsType<VisitDecision.Refused>(Enter([.. old.Select((v, i) => v with { Area = Changan, Team = 3 + (i % 90), From = new(2028, 1, 1), To = new(2028, 1, 2) })])).Why);
    }

    [Fact]
    public async Task Submit_KeepsTheProfileByWhichItWasChecked()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        var visit = (await service.EnterAsync(Office, Planned, default)).Visit!;
        Assert.Null(visit.Profile);
        var result = await service.TakeAllAsync([visit.Key], (v, at) => VisitRules.Submit(v, Office, at, 4), default);
        Assert.Equal(4, Assert.Single(result.Done).Profile);
        Assert.Equal(4, Assert.Single((await world.Directory.ReadAsync(default)).PlannedVisits).Profile);
    }

    private static List<Visit> Table(int count) =>
    [
        .. AreaBook.Load(Hebei, []).All.Where(a => a.Level == AreaLevel.County && !a.Code.IsProvincial)
            .SelectMany(a => new[] { (a, Half: 3), (a, Half: 9) })
            .Take(count)
            .Select((x, i) => new Visit(i % 90 + 1, x.a.Code, new(2027, x.Half, 2), new(2027, x.Half, 6), VisitKind.Patrol)
            {
                Group = i / 90 + 1,
            }),
    ];

    [Fact]
    public async Task Enter_OfWhatCannotBe_IsRefusedWithTheReason_AndNothingIsWritten()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        await service.EnterAsync(Office, Residency, default);
        await service.EnterAsync(Office, Inspection, default);
        (Visit Visit, VisitRefusal Why)[] wrong =
        [
            (Residency with { Team = 0 }, VisitRefusal.TeamMissing),
            (Residency with { Team = 100 }, VisitRefusal.TeamMissing),
            (Inspection with { Group = 4 }, VisitRefusal.GroupOutOfRange),
            (Residency with { Area = AreaCode.Parse("1399") }, VisitRefusal.UnknownArea),
            (Inspection with { Area = AreaCode.Parse("110101") }, VisitRefusal.NotAllowed),
            (Residency with { Area = Changan }, VisitRefusal.PlaceDoesNotFit),
            (Residency with { Area = AuditOffice, Kind = VisitKind.Patrol }, VisitRefusal.PlaceDoesNotFit),
            (Inspection with { Area = Shijiazhuang }, VisitRefusal.PlaceDoesNotFit),
            (Residency with { To = new(2026, 10, 31) }, VisitRefusal.EndsBefore),
            (Residency with { To = new(2036, 1, 1) }, VisitRefusal.TooLong),
            (Residency with { From = new(2026, 12, 31), To = new(2027, 12, 31) }, VisitRefusal.Overlaps),
            (Inspection with { Kind = VisitKind.Patrol }, VisitRefusal.Overlaps),
            (Inspection with { Area = Changan }, VisitRefusal.Elsewhere),
            (Inspection with { Area = Lunan, From = new(2026, 12, 5), To = new(2026, 12, 9) }, VisitRefusal.Elsewhere),
            (Residency with { Area = Tangshan }, VisitRefusal.Elsewhere),
            (Residency with { Team = 2 }, VisitRefusal.OtherTeamLives),
            (Residency with { Team = 2, From = new(2026, 12, 31), To = new(2027, 12, 31) }, VisitRefusal.OtherTeamLives),
        ];

        foreach (var (visit, why) in wrong)
        {
            Assert.Equal((visit, why), (visit, (await service.EnterAsync(Office, visit, default)).Why));
        }

        Assert.Equal(2, (await world.Directory.ReadAsync(default)).PlannedVisits.Count);
        foreach (var right in new[]
        {
            Residency with { From = new(2027, 1, 1), To = new(2027, 12, 31) },
            Residency with { Team = 2, From = new(2028, 1, 1), To = new(2028, 12, 31) },
            Inspection with { Kind = VisitKind.ReturnVisit, From = new(2026, 12, 1), To = new(2026, 12, 5) },
            Inspection with { Area = Changan, Group = 1, From = new(2026, 12, 6), To = new(2026, 12, 9) },
            Inspection with { Area = Qiaoxi, Group = 2, From = new(2026, 12, 6), To = new(2026, 12, 9) },
            Inspection with { Area = Lunan, Kind = VisitKind.Special },
        })
        {
            Assert.Null((await service.EnterAsync(Office, right, default)).Why);
        }
    }

    [Fact]
    public async Task ASecondTeamInACity_IsRefusedByName_AsEnteredAndAsMoved_ToWhomMayKnowOfTheFirst()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        var there = (await service.EnterAsync(Office, Residency with { From = new(2027, 1, 1), To = new(2027, 6, 30) }, default)).Visit!;
        var second = Residency with { Team = 2, From = new(2027, 6, 30), To = new(2027, 12, 31) };

        var refused = await service.EnterAsync(Office, second, default);
        Assert.Equal((VisitRefusal.OtherTeamLives, there), (refused.Why!.Value, refused.Other));
        // A leader is not told what another team plans: the plan shows the office both.
        Assert.Null((await service.EnterAsync(OtherLeader, second, default)).Why);
        var next = (await service.EnterAsync(Office, second with { Team = 3, From = new(2028, 1, 1), To = new(2028, 12, 31) }, default)).Visit!;
        Assert.Equal(
            VisitRefusal.OtherTeamLives,
            (await service.ChangeAsync(Office, next.Key, v => v with { From = new(2027, 12, 31) }, default)).Why);
        // What was called off is in nobody's way.
        await service.CancelAsync(Office, there.Key, "另有安排", default);
        Assert.Null((await service.ChangeAsync(Office, next.Key, v => v with { From = new(2028, 1, 2) }, default)).Why);
        Assert.Null((await service.EnterAsync(Office, second with { Team = 4, From = new(2027, 2, 1), To = new(2027, 3, 1) }, default)).Why);
    }

    [Fact]
    public async Task Enter_OfAPlaceThatSomebodyIsRecusedFrom_IsRefused_AlsoAmongMany()
    {
        var recused = Someone("recused", Role.TeamMember, Shijiazhuang, 2) with { Recusals = [Zhengding] };
        recused = recused with { Grants = [recused.Grants[0] with { Group = 1 }] };
        await using var world = await World.Open(recused);
        var service = Desk(world);

        Assert.Equal(VisitRefusal.Recused, (await service.EnterAsync(Office, Planned, default)).Why);
        Assert.Equal(VisitRefusal.Recused, (await service.EnterAsync(Office, Planned with { Group = 1 }, default)).Why);
        Assert.Null((await service.EnterAsync(Office, Planned with { Group = 2 }, default)).Why);
        Assert.Null((await service.EnterAsync(Office, Planned with { Area = Changan, Group = 1 }, default)).Why);
        var wrong = Assert.Single(await service.EnterAllAsync(
            "table",
            Office,
            [Planned with { Team = 3 }, Planned with { Group = 1, From = new(2027, 4, 5), To = new(2027, 4, 9) }],
            default));
        Assert.Equal((1, VisitRefusal.Recused), (wrong.Index, wrong.Why.Why));
        Assert.DoesNotContain((await world.Directory.ReadAsync(default)).PlannedVisits, v => v.Team == 3);
        var key = (await service.EnterAsync(Office, Planned with { Team = 4 }, default)).Visit!.Key;
        Assert.Equal(
            VisitRefusal.Recused,
            (await service.ChangeAsync(Office, key, v => v with { Team = 2, Group = 1, From = new(2027, 5, 10), To = new(2027, 5, 14) }, default)).Why);
    }

    [Fact]
    public async Task AnyStep_ByWhoeverMayNot_IsRefused()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        var key = (await service.EnterAsync(Office, Planned, default)).Visit!.Key;

        foreach (var person in Everyone.Where(p => p != Office))
        {
            var isOwn = person == OtherLeader;
            Assert.Equal(VisitRefusal.NotAllowed, (await service.EnterAsync(person, Residency with { Team = 9 }, default)).Why);
            Assert.Equal(
                isOwn ? null : VisitRefusal.NotAllowed,
                (await service.ChangeAsync(person, key, v => v with { To = new(2027, 3, 30) }, default)).Why);
            Assert.Equal(VisitRefusal.NotAllowed, (await service.ApproveAsync(person, key, "3号", default)).Why);
            Assert.Equal(VisitRefusal.NotAllowed, (await service.AnnounceAsync(person, key, null, default)).Why);
            Assert.Equal(VisitRefusal.NotAllowed, (await service.ApproveAndAnnounceAsync(person, key, "3号", null, default)).Why);
            if (!isOwn)
            {
                Assert.Equal(VisitRefusal.NotAllowed, (await service.SubmitAsync(person, key, default)).Why);
                Assert.Equal(VisitRefusal.NotAllowed, (await service.CancelAsync(person, key, "因故", default)).Why);
            }
        }

        await service.SubmitAsync(OtherLeader, key, default);
        Assert.Equal(VisitRefusal.AlreadySubmitted, (await service.CancelAsync(OtherLeader, key, "因故", default)).Why);
        Assert.Equal(
            VisitRefusal.AlreadySubmitted,
            (await service.ChangeAsync(OtherLeader, key, v => v with { To = new(2027, 3, 29) }, default)).Why);
        Assert.Equal(
            VisitRefusal.NotAllowed,
            (await service.ChangeAsync(OtherLeader, key, v => v with { Team = 3 }, default)).Why);
    }

    [Fact]
    public async Task Change_OfWhatWasApproved_NeedsAnotherApproval_AndOfWhatWasAnnouncedKeepsThePlace()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        var key = (await service.EnterAsync(Office, Planned, default)).Visit!.Key;
        await service.SubmitAsync(Office, key, default);
        await service.ApproveAsync(Office, key, "3号", default);

        var changed = (await service.ChangeAsync(Office, key, v => v with { From = new(2027, 3, 9) }, default)).Visit!;
        Assert.Equal((VisitState.Submitted, null, key), (changed.State, changed.ApprovalNumber, changed.Key));
        Assert.Equal(VisitRefusal.NotApproved, (await service.AnnounceAsync(Office, key, null, default)).Why);
        await service.ApproveAndAnnounceAsync(Office, key, "4号", null, default);
        Assert.Equal(
            VisitRefusal.AnnouncedPlace,
            (await service.ChangeAsync(Office, key, v => v with { Area = Changan }, default)).Why);
        Assert.Null((await service.ChangeAsync(Office, key, v => v with { Group = 1 }, default)).Why);

        // What was changed keeps its key, and another that begins as it did gets one of its own.
        var again = (await service.EnterAsync(Office, Planned with { Group = 2, To = new(2027, 3, 8) }, default)).Visit!;
        Assert.NotEqual(key, again.Key);
        Assert.Null((await service.CancelAsync(Office, again.Key, "因故", default)).Why);
        var third = (await service.EnterAsync(Office, Planned with { Group = 2, To = new(2027, 3, 8) }, default)).Visit!;
        Assert.Equal(3, new[] { key, again.Key, third.Key }.Distinct().Count());
    }

    [Fact]
    public async Task TakeAll_OfMoreThanABatch_TakesEachOnce()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        var places = (await world.Directory.ReadAsync(default)).Areas.All
            .Where(a => a.Code.Level == AreaLevel.County && !a.Code.IsHeading)
            .Take(130)
            .Select((a, i) => new Visit(i % 90 + 1, a.Code, new(2027, 3, 2), new(2027, 3, 6), VisitKind.Patrol) { Group = i / 90 + 1 })
            .ToList();
        Assert.Empty(await service.EnterAllAsync("table", Office, places, default));
        Assert.Empty(await service.EnterAllAsync("table", Office, places, default));
        List<string> keys = [.. (await world.Directory.ReadAsync(default)).PlannedVisits.Select(v => v.Key)];
        Assert.Equal(130, keys.Count);

        var result = await service.TakeAllAsync(keys, (v, at) => VisitRules.Submit(v, Office, at), default);
        await service.TakeAllAsync(keys, (v, at) => VisitRules.Submit(v, Office, at), default);

        Assert.Equal((130, 0), (result.Done.Count, result.Refused.Count));
        Assert.All(
            (await world.Directory.ReadAsync(default)).PlannedVisits,
            v => Assert.Equal((VisitState.Submitted, 2), (v.State, VisitStep.ReadAll(v.Steps).Count)));
    }

    [Fact]
    public async Task EnterAll_WithOneWrongAmongMany_WritesNothing()
    {
        await using var world = await World.Open();
        var service = Desk(world);
        Visit[] table = [Planned, Planned with { Area = Changan }, Planned with { Area = Changan, Group = 1, From = new(2027, 4, 1), To = new(2027, 4, 5) }];

        var wrong = Assert.Single(await service.EnterAllAsync("table", Office, table, default));

        Assert.Equal((1, VisitRefusal.Elsewhere), (wrong.Index, wrong.Why.Why));
        Assert.Empty((await world.Directory.ReadAsync(default)).PlannedVisits);
    }

    [Fact]
    public void MayKnow_IsForThoseOfTheArea_OnceItIsAnnounced()
    {
        string Who(Visit visit) => Names(Everyone.Where(p => VisitRules.MayKnow(p, visit, Today)));

        Assert.Equal("office leader member other-leader city changan zhengding", Who(Residency));
        Assert.Equal("office leader member other-leader city zhengding", Who(Inspection));
        foreach (var state in new[] { VisitState.Drafted, VisitState.Submitted, VisitState.Approved, VisitState.Cancelled })
        {
            Assert.Equal("office leader member", Who(Residency with { State = state }));
            Assert.Equal("office other-leader", Who(Planned with { State = state }));
        }

        Assert.Equal("office leader member", Who(Residency with { AnnouncedOn = Today.PlusDays(1) }));
    }

    [Fact]
    public async Task ARowOfAnEarlierVersion_IsAnnounced_AndCanBeChanged()
    {
        await using var world = await World.Open();
        var old = new Row(
            RowKeys.Directory.Visits + "2026-11-01|1301|01",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Team"] = 1L,
                ["Area"] = "1301",
                ["From"] = "2026-11-01",
                ["To"] = "2026-12-31",
                ["Kind"] = "Residency",
            });
        await world.Store.SubmitAsync(RowKeys.Directory.Table, "13", [new Change.Insert(old)], default);

        var visit = Assert.Single((await world.Directory.ReadAsync(default)).Visits);
        Assert.Equal((VisitState.Announced, old.Key), (visit.State, visit.Key));
        Assert.Null((await Desk(world).ChangeAsync(Office, old.Key, v => v with { To = new(2026, 11, 22) }, default)).Why);
        Assert.Equal(Phase.Away, await PhaseOf(world, Changan));
    }

    private static VisitService Desk(World world) => new(world.Faulty, world.Directory, world.Clock);

    private static async Task<Phase> PhaseOf(World world, AreaCode area) =>
        Phases.Of(area, world.Today, (await world.Directory.ReadAsync(default)).Visits);
}
