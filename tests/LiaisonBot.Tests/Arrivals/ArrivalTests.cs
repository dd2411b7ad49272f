using LiaisonBot.Core.Arrivals;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Arrivals;

/// <summary>The inspected are told of an announced visit once, by one matter, and of what becomes of it.</summary>
public class ArrivalTests
{
    private static readonly Visit Planned = new(2, Zhengding, new(2027, 1, 18), new(2027, 2, 5), VisitKind.Inspection);

    [Theory]
    // The tenth working day before, when there is time; New Year's Day is none.
    [InlineData("2027-01-18", "2026-11-24", "2027-01-04")]
    [InlineData("2026-12-14", "2026-11-24", "2026-11-30")]
    // Less is left: the third working day from today.
    [InlineData("2026-12-02", "2026-11-24", "2026-11-27")]
    // Not behind the last working day before it begins.
    [InlineData("2026-11-26", "2026-11-24", "2026-11-25")]
    [InlineData("2026-11-25", "2026-11-24", "2026-11-24")]
    public void DueOn_IsTenWorkingDaysBefore_OrTheSoonestThatMakesSense(string from, string today, string due)
    {
        var first = Core.Storage.Columns.Date(from);
        Assert.Equal(
            Core.Storage.Columns.Date(due),
            ArrivalNotice.DueOn(
                Planned with { From = first, To = first.PlusDays(20) },
                Core.Storage.Columns.Date(today),
                WorkingCalendar.WithoutNotices));
    }

    [Fact]
    public async Task Announced_IsToldOnce_WithWhoWhenContactAndWhatToPrepare()
    {
        await using var world = await World.Open();
        var (visits, arrivals) = Desk(world);
        var key = await AnnouncedAsync(visits);

        await arrivals.ResumeAsync(9, default);
        await arrivals.ResumeAsync(9, default);

        var visit = Assert.Single((await world.Directory.ReadAsync(default)).Visits);
        var matter = (await world.Service.FindAsync(Zhengdings, MatterNumber.Parse(visit.ArrivalMatter!), default))!.Matter;
        Assert.Equal("做好省委第2巡视组巡视准备", matter.Title);
        Assert.Contains("2027年1月18日至2027年2月5日", matter.Target, StringComparison.Ordinal);
        Assert.Contains("联系人：name of other-leader", matter.Target, StringComparison.Ordinal);
        Assert.Contains("请准备：", matter.Target, StringComparison.Ordinal);
        Assert.Equal("冀巡发〔2027〕3号", matter.Basis);
        Assert.Equal(matter.Number.Key, (await world.Lists.MineAsync(Zhengdings, default)).Single().Number.Key);
        Assert.Equal(key, visit.Key);
    }

    /// <summary>Teams change places at New Year, and are announced before.</summary>
    [Fact]
    public async Task TheContact_IsWhoIsInTheTeamOnTheFirstDay()
    {
        Person Leading(string id, LocalDate? from, LocalDate? to) =>
            Person.WithObjectId(id, "name of " + id, new Grant(Role.TeamLeader, Shijiazhuang, 7) { From = from, To = to });
        await using var world = await World.Open(
            Leading("outgoing", null, new(2026, 12, 31)),
            Leading("incoming", new(2027, 1, 1), null));
        var people = await world.Directory.ReadAsync(default);
        string Names(LocalDate from) =>
            string.Join(' ', ArrivalNotice.Contacts(Planned with { Team = 7, From = from }, people).Select(p => p.Name));

        Assert.Equal("name of outgoing", Names(new(2026, 12, 14)));
        Assert.Equal("name of incoming", Names(new(2027, 1, 18)));
        // What began earlier is asked of who is there today.
        Assert.Equal("name of outgoing", Names(new(2026, 3, 2)));
    }

    [Theory]
    [InlineData(VisitState.Drafted)]
    [InlineData(VisitState.Submitted)]
    [InlineData(VisitState.Approved)]
    [InlineData(VisitState.Cancelled)]
    public void BeforeItIsAnnounced_ThereIsNothingToTell(VisitState state) => Assert.Equal(
        ArrivalWork.None,
        ArrivalNotice.Work(Planned with { State = state, Arrival = state == VisitState.Cancelled ? null : "a" }, Today));

    [Fact]
    public void OfALaterDay_OrOfThePast_ThereIsNothingToTell()
    {
        var known = Planned with { State = VisitState.Announced, Arrival = "a" };
        Assert.Equal(ArrivalWork.Assign, ArrivalNotice.Work(known with { AnnouncedOn = Today }, Today));
        Assert.Equal(ArrivalWork.None, ArrivalNotice.Work(known with { AnnouncedOn = Today.PlusDays(1) }, Today));
        Assert.Equal(ArrivalWork.None, ArrivalNotice.Work(known with { From = Today }, Today));
        Assert.Equal(ArrivalWork.None, ArrivalNotice.Work(known with { Arrival = null }, Today));
    }

    [Fact]
    public async Task OtherDays_AndCallingOff_ReachWhoeverWasTold()
    {
        await using var world = await World.Open();
        var (visits, arrivals) = Desk(world);
        var key = await AnnouncedAsync(visits);
        await arrivals.ResumeAsync(9, default);
        var number = MatterNumber.Parse((await world.Directory.ReadAsync(default)).Visits.Single().ArrivalMatter!);

        await visits.ChangeAsync(Office, key, v => v with { From = new(2027, 1, 25) }, default);
        await arrivals.ResumeAsync(9, default);
        var changed = (await world.Service.FindAsync(Zhengdings, number, default))!.Matter;
        Assert.Contains("2027年1月25日至2027年2月5日", changed.Target, StringComparison.Ordinal);
        await world.Do(Zhengdings, number, new MatterCommand.Sign());
        await visits.ChangeAsync(Office, key, v => v with { From = new(2027, 1, 26) }, default);
        await arrivals.ResumeAsync(9, default);
        await arrivals.ResumeAsync(9, default);
        Assert.Single(
            await world.Service.HistoryAsync(number, default),
            e => e.Note?.Contains("改为2027年1月26日", StringComparison.Ordinal) == true);

        await visits.CancelAsync(Office, key, "另有部署", default);
        await arrivals.ResumeAsync(9, default);
        var off = (await world.Service.FindAsync(Zhengdings, number, default))!.Matter;
        Assert.Equal(MatterState.Withdrawn, off.State);
        Assert.Contains("另有部署", off.WithdrawnBecause, StringComparison.Ordinal);
        await arrivals.ResumeAsync(9, default);
        Assert.Empty(await world.Lists.MineAsync(Zhengdings, default));
    }

    [Fact]
    public async Task CalledOff_WhenEverythingWasPrepared_IsToldByAnother()
    {
        await using var world = await World.Open();
        var (visits, arrivals) = Desk(world);
        var key = await AnnouncedAsync(visits);
        await arrivals.ResumeAsync(9, default);
        var number = MatterNumber.Parse((await world.Directory.ReadAsync(default)).Visits.Single().ArrivalMatter!);
        await world.Do(Zhengdings, number, new MatterCommand.Sign());
        await world.Do(Zhengdings, number, new MatterCommand.HandIn("已准备好"));
        await world.Do(Office, number, new MatterCommand.Close());

        await visits.CancelAsync(Office, key, "另有部署", default);
        await arrivals.ResumeAsync(9, default);
        await arrivals.ResumeAsync(9, default);

        var told = Assert.Single(await world.Lists.MineAsync(Zhengdings, default));
        Assert.Equal("省委第2巡视组巡视已取消", told.Title);
    }

    [Fact]
    public async Task AStopBetweenTheMatterAndItsNote_NeitherLosesNorRepeatsIt()
    {
        await using var world = await World.Open();
        var (visits, arrivals) = Desk(world);
        var key = await AnnouncedAsync(visits);
        var before = (await world.Directory.ReadAsync(default)).Visits.Single();
        await arrivals.ResumeAsync(9, default);
        // As if the process had stopped before it noted what it did.
        var after = (await world.Directory.ReadAsync(default)).Visits.Single();
        await visits.NoteAsync(after, before, default);

        await arrivals.ResumeAsync(9, default);
        Assert.Single(await world.Lists.MineAsync(Zhengdings, default));
        after = (await world.Directory.ReadAsync(default)).Visits.Single();
        await visits.NoteAsync(after, before, default);
        await visits.CancelAsync(Office, key, "另有部署", default);
        await arrivals.ResumeAsync(9, default);
        Assert.Empty(await world.Lists.MineAsync(Zhengdings, default));
    }

    private static async Task<string> AnnouncedAsync(VisitService visits)
    {
        var key = (await visits.EnterAsync(Office, Planned, default)).Visit!.Key;
        Assert.Null((await visits.ApproveAndAnnounceAsync(Office, key, "冀巡发〔2027〕3号", null, default)).Why);
        return key;
    }

    private static (VisitService Visits, ArrivalService Arrivals) Desk(World world)
    {
        var visits = new VisitService(world.Faulty, world.Directory, world.Clock);
        return (
            visits,
            new(world.Faulty, world.Directory, visits, world.Service, () => WorkingCalendar.BuiltIn, world.Clock));
    }
}
