using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sealed;

/// <summary>What is made of a sealed record: questions, slips, what is forwarded; and unannounced visits.</summary>
public sealed class SealedPartsTests : IAsyncLifetime
{
    private static readonly Person Elsewhere = Someone("elsewhere", new Grant(Role.TeamLeader, Tangshan, 2));

    private World world = null!;
    private LiaisonServices services = null!;

    public async ValueTask InitializeAsync()
    {
        world = await World.Open(Keeper, Elsewhere);
        services = world.Process(new FakeChat(), new());
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private SealedService Sealed => services.Sealed;

    private LocalDate Today => world.Today;

    [Fact]
    public async Task AnInquiry_GoesToTwoDepartments_EachSeesItsOwn_AndTheLastAnswerBringsItBack()
    {
        var inquiry = await RegisterAsync(SealedKind.Inquiry);
        Assert.Equal(SealedTask.Ask, inquiry.Task);
        var asked = Done(await Sealed.MakeAsync("ask", Leader, inquiry.Number, SealedKind.Question, [AuditOffice, StatisticsOffice], Paper("问"), default));
        Assert.Equal(["2026-1300-000002", "2026-1300-000003"], asked.Parts);
        Assert.Null(asked.Task);
        Assert.Equal(["audit 2", "statistics 3"], await ToldAsync());

        var (audit, statistics) = (asked.Parts[0], asked.Parts[1]);
        Assert.Equal([audit], await SeenAsync(Audit));
        Assert.Equal([statistics], await SeenAsync(Statistics));
        foreach (var who in new[] { City, County, Zhengdings, Office, OtherLeader, Elsewhere, Supervisors, Petitions })
        {
            Assert.Empty(await SeenAsync(who));
        }

        Assert.Null(await Sealed.OpenAsync(Audit, statistics, "look-a", default));
        Assert.Equal("问", (await Sealed.OpenAsync(Audit, audit, "look-b", default))!.Fields[SealedField.Reference]);
        // Ten working days from Monday, 23 November 2026.
        Assert.Equal(new(2026, 12, 7), (await Sealed.FindAsync(Audit, audit, default))!.Due);

        Done(await Sealed.ReplyAsync("r1", Audit, audit, "没有问题", default));
        Assert.Null((await Sealed.FindAsync(Leader, inquiry.Number, default))!.Task);
        Done(await Sealed.ReplyAsync("r2", Statistics, statistics, "数字有出入", default));
        Assert.Equal(SealedTask.Close, (await Sealed.FindAsync(Leader, inquiry.Number, default))!.Task);
        Assert.Contains("leader 1", await ToldAsync());
        // Each answer is a row of the inquiry that names its department, and so is whom it was sent to.
        var steps = (await Sealed.OpenAsync(Leader, inquiry.Number, "look-c", default))!.Steps.Select(s => s.Step).ToList();
        Assert.Equal([[AuditOffice], [StatisticsOffice]], steps.Where(s => s.Act == SealedAct.Reply).Select(s => s.With));
        Assert.Equal([AuditOffice, StatisticsOffice], steps.Single(s => s.Act == SealedAct.Ask).With);
        Done(await Sealed.CloseAsync("close", Leader, inquiry.Number, default));
        Assert.All(await Sealed.PartsAsync(Leader, (await Sealed.FindAsync(Leader, inquiry.Number, default))!, default), p => Assert.Equal(SealedState.Closed, p.State));
    }

    [Fact]
    public async Task AnInquiry_ClosedBeforeAllHaveAnswered_AsksNobodyAnyMore()
    {
        var inquiry = await RegisterAsync(SealedKind.Inquiry);
        var asked = Done(await Sealed.MakeAsync("ask", Leader, inquiry.Number, SealedKind.Question, [AuditOffice], Paper("问"), default));
        Done(await Sealed.CloseAsync("close", Leader, inquiry.Number, default));
        Assert.Equal(
            SealedRefusal.NotNow,
            Assert.IsType<SealedResult.Refused>(await Sealed.ReplyAsync("r", Audit, asked.Parts[0], "x", default)).Why);
        Assert.Empty(await DueAsync(days: 40));
    }

    [Theory]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.Conflict)]
    public async Task LostAnswer_AsksOnce_WithoutAGap(SubmitFault fault)
    {
        var inquiry = await RegisterAsync(SealedKind.Inquiry);
        world.Faulty.OnSubmit(fault);
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(2, Done(await Sealed.MakeAsync("ask", Leader, inquiry.Number, SealedKind.Question, [AuditOffice, StatisticsOffice], Paper("问"), default)).Parts.Count);
        }

        Assert.Equal("S-4", (await RegisterAsync(SealedKind.Inquiry, id: "next")).Short);
    }

    [Theory]
    [InlineData(SubmitFault.Unavailable)]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    public async Task ASlip_IsMadeInOneBatchWithItsRecord_WhereverItStops(SubmitFault fault)
    {
        var petition = await RegisterAsync(SealedKind.Petition);
        Done(await Sealed.JudgeAsync("judge", Leader, petition.Number, SealedDisposal.Slip, null, default));
        world.Faulty.OnSubmit(fault);
        try
        {
            await Sealed.MakeAsync("refer", Leader, petition.Number, SealedKind.Slip, [AuditOffice], Paper("转"), default);
        }
        catch (StoreUnavailableException)
        {
            Assert.Empty((await Sealed.FindAsync(Leader, petition.Number, default))!.Slips);
            Assert.Single(await SeenAsync(Leader));
        }

        foreach (var id in new[] { "refer", "again" })
        {
            Assert.Equal("S-2", Done(await Sealed.MakeAsync(id, Leader, petition.Number, SealedKind.Slip, [AuditOffice], Paper("转"), default)).Short);
        }

        Assert.Equal(["2026-1300-000002"], (await Sealed.FindAsync(Leader, petition.Number, default))!.Slips);
        Assert.Equal(2, (await SeenAsync(Leader)).Count);
    }

    [Fact]
    public async Task WhoIsRecused_LosesWhatWasMadeOfItToo()
    {
        var inquiry = await RegisterAsync(SealedKind.Inquiry);
        Done(await Sealed.NameHandlersAsync("name", Leader, inquiry.Number, [Member], default));
        await Sealed.MakeAsync("ask", Leader, inquiry.Number, SealedKind.Question, [AuditOffice], Paper("问"), default);
        Assert.Equal(2, (await SeenAsync(Member)).Count);
        Done(await Sealed.RecuseAsync("recuse", Member, inquiry.Number, Member, default));
        Assert.Empty(await SeenAsync(Member));
    }

    /// <summary>Only to whom something is new, or for whom its day is: whoever has it already is not told again.</summary>
    [Fact]
    public async Task AStepThatAsksNothingNew_TellsWhoHasItAlready_NothingMore()
    {
        var petition = await RegisterAsync(SealedKind.Petition);
        Done(await Sealed.NameHandlersAsync("name", Leader, petition.Number, [Leader, Member], default));
        Assert.Equal(["member 1"], await ToldAsync());
        Done(await Sealed.NameHandlersAsync("more", Leader, petition.Number, [Leader, Member, Keeper], default));
        Assert.Equal(["keeper 1", "member 1"], await ToldAsync());
        Done(await Sealed.JudgeAsync("judge", Leader, petition.Number, SealedDisposal.Matter, "办", default));
        var judged = await ToldAsync();
        Assert.Equal(["keeper 1", "keeper 1", "member 1", "member 1"], judged);
        Done(await Sealed.LinkAsync("link", Leader, petition.Number, ["2026-1301-000001"], default));
        Done(await Sealed.LinkAsync("another", Member, petition.Number, ["2026-1301-000001", "2026-1301-000002"], default));
        Assert.Equal(judged, await ToldAsync());
        // Another day is something new.
        Done(await Sealed.GiveTimeAsync("time", Leader, petition.Number, "还要核实", default));
        Assert.Equal(["keeper 1", "keeper 1", "keeper 1", "member 1", "member 1", "member 1"], await ToldAsync());
        // Nobody is left who works on it: the others have it already.
        Done(await Sealed.RecuseAsync("out", Member, petition.Number, Member, default));
        Assert.Equal(6, (await ToldAsync()).Count);
    }

    /// <summary>A record goes to another team with what was made of it: who has to act there hears of each, once.</summary>
    [Fact]
    public async Task AfterARotation_WhoHasToActOnWhatWasMadeOfIt_HearsOfIt()
    {
        var petition = await RegisterAsync(SealedKind.Petition);
        Done(await Sealed.JudgeAsync("judge", Leader, petition.Number, SealedDisposal.Slip, null, default));
        Done(await Sealed.MakeAsync("refer", Leader, petition.Number, SealedKind.Slip, [AuditOffice], Paper("转"), default));
        Assert.Empty(await ToldAsync());
        Done(await Sealed.NameHandlersAsync("new", Keeper, petition.Number, [OtherLeader], default));
        Assert.Equal(["other-leader 1", "other-leader 2"], await ToldAsync());
    }

    [Fact]
    public async Task WhatIsForwarded_WaitsForTheFirstDayOfTheNextVisit_AndThatTeamAloneSeesIt()
    {
        await EnterAsync(new Visit(2, Tangshan, Today.PlusDays(9), Today.PlusDays(60), VisitKind.Residency));
        var inquiry = await RegisterAsync(SealedKind.Inquiry);
        var made = Done(await Sealed.MakeAsync("f", Leader, inquiry.Number, SealedKind.Forward, [Lunan], Paper("转交"), default));
        Assert.True(made.IsWaiting);
        Assert.Contains("keeper 2", await ToldAsync());
        for (var day = 1; day < 9; day++)
        {
            await WakeAsync(day, made);
            Assert.Empty(await SeenAsync(Elsewhere));
        }

        await WakeAsync(9, made);
        await WakeAsync(9, made);
        Assert.Equal([made.Number], await SeenAsync(Elsewhere));
        Assert.Single(await ToldAsync(), told => told == "elsewhere 2");
        Assert.Null(await Sealed.FindAsync(Elsewhere, inquiry.Number, default));
        Assert.Null(await Sealed.IdentifyAsync(Elsewhere, made.Number, "why", "look", default));
        Assert.Equal("转交", (await Sealed.OpenAsync(Elsewhere, made.Number, "look", default))!.Fields[SealedField.Reference]);
        Done(await Sealed.ReceiveAsync("got", Elsewhere, made.Number, default));
        Assert.Equal(SealedState.Closed, (await Sealed.FindAsync(Leader, made.Number, default))!.State);
        foreach (var who in new[] { OtherCity, OtherCounty, City, County, Office })
        {
            Assert.Empty(await SeenAsync(who));
        }
    }

    [Fact]
    public async Task WhatIsForwarded_GoesAtOnce_WhereATeamIsThere_AndStopsWhenTheOfficeSaysSo()
    {
        await EnterAsync(new Visit(2, Tangshan, Today, Today.PlusDays(60), VisitKind.Residency));
        var inquiry = await RegisterAsync(SealedKind.Inquiry);
        var made = Done(await Sealed.MakeAsync("f", Leader, inquiry.Number, SealedKind.Forward, [Lunan], Paper("转交"), default));
        Assert.Equal(SealedTask.Receive, made.Task);
        Assert.Equal([made.Number], await SeenAsync(Elsewhere));
        Assert.IsType<SealedResult.Refused>(await Sealed.StopAsync("no", Elsewhere, made.Number, default));
        Done(await Sealed.StopAsync("stop", Keeper, made.Number, default));
        Assert.Empty(await SeenAsync(Elsewhere));
        Assert.DoesNotContain(await DueAsync(days: 20), due => due.EndsWith(" 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatWaits_IsStopped_AndNeverArrives()
    {
        await EnterAsync(new Visit(2, Tangshan, Today.PlusDays(3), Today.PlusDays(60), VisitKind.Residency));
        var inquiry = await RegisterAsync(SealedKind.Inquiry);
        var made = Done(await Sealed.MakeAsync("f", Leader, inquiry.Number, SealedKind.Forward, [Lunan], Paper("转交"), default));
        Done(await Sealed.StopAsync("stop", Keeper, made.Number, default));
        for (var day = 1; day < 6; day++)
        {
            await WakeAsync(day, made);
        }

        Assert.Empty(await SeenAsync(Elsewhere));
    }

    /// <summary>The team has left: whom the office named gives its record, and what was made of it, to the team that is there now.</summary>
    [Fact]
    public async Task AfterARotation_TheNewTeamIsNamed_AndHasItWithWhatWasMadeOfIt()
    {
        var inquiry = await RegisterAsync(SealedKind.Inquiry);
        var asked = Done(await Sealed.MakeAsync("ask", Leader, inquiry.Number, SealedKind.Question, [AuditOffice], Paper("问"), default));
        Assert.Empty(await SeenAsync(OtherLeader));
        // Of both teams: it stays with the one that has it, and the other one's do not work on it.
        Assert.IsType<SealedResult.Refused>(
            await Sealed.NameHandlersAsync("both", Keeper, inquiry.Number, [Member, OtherLeader], default));
        Done(await Sealed.NameHandlersAsync("new", Keeper, inquiry.Number, [OtherLeader], default));
        Assert.Equal([inquiry.Number, asked.Parts[0]], await SeenAsync(OtherLeader));
        Assert.Empty(await SeenAsync(Leader));
        Done(await Sealed.ReplyAsync("r", Audit, asked.Parts[0], "没有问题", default));
        Assert.Contains("other-leader 1", await ToldAsync());
        Done(await Sealed.CloseAsync("close", OtherLeader, inquiry.Number, default));
        // Who has no role in the city is named for nothing.
        var petition = await RegisterAsync(SealedKind.Petition);
        Assert.Equal(
            SealedRefusal.HandlerUnfit,
            Assert.IsType<SealedResult.Refused>(await Sealed.NameHandlersAsync("far", Keeper, petition.Number, [Elsewhere], default)).Why);
    }

    [Fact]
    public async Task AMember_ForwardsNothing_AndNobodyForwardsToThePlaceItself()
    {
        var inquiry = await RegisterAsync(SealedKind.Inquiry);
        Done(await Sealed.NameHandlersAsync("name", Leader, inquiry.Number, [Member], default));
        Assert.Equal(
            SealedRefusal.NotAllowed,
            Assert.IsType<SealedResult.Refused>(await Sealed.MakeAsync("f", Member, inquiry.Number, SealedKind.Forward, [Lunan], Paper("x"), default)).Why);
        Assert.Equal(
            SealedRefusal.PresentPostMissing,
            Assert.IsType<SealedResult.Refused>(await Sealed.MakeAsync("g", Leader, inquiry.Number, SealedKind.Forward, [Changan], Paper("x"), default)).Why);
    }

    [Fact]
    public async Task AnUnannouncedVisit_NeedsTwo_IsToldOfTheEveningBefore_AndBecomesMattersAndSlips()
    {
        var visit = await RegisterAsync(SealedKind.UnannouncedVisit, from: Today.PlusDays(7), to: Today.PlusDays(8));
        Assert.Equal(
            SealedRefusal.TooFewPeople,
            Assert.IsType<SealedResult.Refused>(await Sealed.ApproveAsync("early", Leader, visit.Number, default)).Why);
        Done(await Sealed.NameHandlersAsync("name", Leader, visit.Number, [Leader, Member], default));
        Assert.IsType<SealedResult.Refused>(await Sealed.ApproveAsync("no", Member, visit.Number, default));
        var approved = Done(await Sealed.ApproveAsync("yes", Leader, visit.Number, default));
        // Two working days after Tuesday, 1 December.
        Assert.Equal(new(2026, 12, 3), approved.Due);
        Assert.Equal(
            SealedRefusal.NotNow,
            Assert.IsType<SealedResult.Refused>(await Sealed.ReportAsync("soon", Member, visit.Number, "x", default)).Why);

        // It begins on a Monday: they are told on Friday.
        world.Clock.Reset(BeijingTime.At(new(2026, 11, 27), new(18, 0)));
        await new SealedSubject(Sealed).WakeAsync(visit.Key, default);
        Assert.Equal(
            ["leader 1", "member 1"],
            (await MessagesAsync()).Where(m => m.What == SealedService.Begins).Select(m => $"{m.To} {Sequence(m.Subject.Number)}").Order());
        world.Clock.Reset(BeijingTime.At(new(2026, 12, 2), new(10, 0)));
        Assert.Equal(SealedTask.Convert, Done(await Sealed.ReportAsync("report", Member, visit.Number, "三处不实", default)).Task);
        var linked = Done(await Sealed.LinkAsync("link", Member, visit.Number, ["a", "b", "c"], default));
        Assert.Equal(["a", "b", "c"], linked.Matters);
        Done(await Sealed.MakeAsync("s1", Member, visit.Number, SealedKind.Slip, [AuditOffice], Paper("一"), default));
        Done(await Sealed.MakeAsync("s2", Member, visit.Number, SealedKind.Slip, [StatisticsOffice], Paper("二"), default));
        Done(await Sealed.CloseAsync("close", Leader, visit.Number, default));
        foreach (var who in new[] { City, County, Zhengdings, Office, Supervisors, Elsewhere })
        {
            Assert.Empty(await SeenAsync(who));
        }
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(3, 2)]
    [InlineData(1, 90)]
    [InlineData(null, 2)]
    [InlineData(400, 401)]
    public async Task AWindowThatIsNone_IsRefused(int? from, int to) =>
        Assert.Equal(
            SealedRefusal.WindowWrong,
            Assert.IsType<SealedResult.Refused>(await TryRegisterAsync(
                SealedKind.UnannouncedVisit,
                "v",
                from is { } days ? Today.PlusDays(days) : null,
                Today.PlusDays(to))).Why);

    /// <summary>Of every kind in every state, by every kind of person: by the words of docs/rules.md.</summary>
    [Fact]
    public void EveryKind_InEveryState_IsSeenByThoseOfTheTableAlone()
    {
        var recused = Someone("recused", new Grant(Role.TeamLeader, Shijiazhuang, 1)) with { Recusals = [Changan] };
        Person[] all = [.. Everyone, Keeper, Elsewhere, recused, Someone("handler", new Grant(Role.TeamMember, Shijiazhuang, 1))];
        foreach (var kind in Enum.GetValues<SealedKind>())
        {
            foreach (var state in Enum.GetValues<SealedState>())
            {
                var record = new SealedRecord("2026-1300-000001", kind, Changan)
                {
                    Channel = SealedChannel.Own,
                    ReceivedOn = Today,
                    Team = 1,
                    Handlers = ["handler"],
                    Receiver = kind == SealedKind.Forward ? Lunan : AuditOffice,
                    ReceiverTeam = 2,
                    State = state,
                };
                // Online clues are a post of their own at the office.
                List<string> team = kind == SealedKind.OnlineClue ? ["handler", "leader"] : ["handler", "leader", "keeper"];
                string[] receiver = state == SealedState.Registered ? []
                    : kind is SealedKind.Slip or SealedKind.Question ? ["audit"]
                    : kind is SealedKind.Forward ? ["elsewhere"]
                    : [];
                Assert.Equal(team.Concat(receiver).Order(), all.Where(p => SealedRights.MaySee(p, record)).Select(p => p.Id).Order());
                Assert.Equal(team.Order(), all.Where(p => SealedRights.MayWork(p, record)).Select(p => p.Id).Order());
                Assert.Equal(team.Order(), all.Where(p => SealedRights.MayIdentify(p, record)).Select(p => p.Id).Order());
                Assert.Equal(
                    team.Where(id => id != "handler").Order(),
                    all.Where(p => SealedRights.MayLead(p, record)).Select(p => p.Id).Order());
                Assert.DoesNotContain(all, p => SealedRights.IsReceiver(p, record with { IsStopped = true }));
            }
        }
    }

    private static Person Someone(string id, params Grant[] grants) => Person.WithObjectId(id, "name of " + id, grants);

    private static SealedRecord Done(SealedResult result) => Assert.IsType<SealedResult.Done>(result).Record;

    private static Dictionary<string, string> Paper(string words) =>
        new(StringComparer.Ordinal) { [SealedField.Reference] = words };

    private static int Sequence(string number) => int.Parse(number[^6..], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<SealedRecord> RegisterAsync(
        SealedKind kind,
        LocalDate? from = null,
        LocalDate? to = null,
        string? id = null) => Done(await TryRegisterAsync(kind, id ?? kind.ToString(), from, to));

    private Task<SealedResult> TryRegisterAsync(SealedKind kind, string id, LocalDate? from, LocalDate? to) => Sealed.RegisterAsync(
        id,
        Leader,
        new(
            kind,
            SealedChannel.Own,
            Changan,
            Today,
            SealedAbout.LeadershipMember,
            false,
            Paper("档号"),
            null)
        {
            From = from,
            To = to,
        },
        default);

    private async Task EnterAsync(Visit visit)
    {
        await world.Store.SubmitAsync(DirectoryRows.Table, "13", [new Change.Insert(DirectoryRows.ToRow(visit))], default);
        services.Directory.Forget();
    }

    /// <summary>At eight in the morning, days from the first.</summary>
    private async Task WakeAsync(int days, SealedRecord record)
    {
        world.Clock.Reset(BeijingTime.At(BeijingTime.Today(Morning).PlusDays(days), new(8, 0)));
        services.Directory.Forget();
        await new SealedSubject(Sealed).WakeAsync(record.Key, default);
    }

    private async Task<IReadOnlyList<string>> SeenAsync(Person person) =>
        [.. (await Sealed.ListAsync(person, "list-" + person.Id, null, default)).Select(r => r.Number).Order(StringComparer.Ordinal)];

    /// <summary>Who was told of which number, but for reminders.</summary>
    private async Task<IReadOnlyList<string>> ToldAsync() =>
        [.. (await MessagesAsync()).Select(m => $"{m.To} {Sequence(m.Subject.Number)}").Order(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<OutboxMessage>> MessagesAsync() =>
        [.. (await world.Store.ReadPrefixAsync("matters", "1300", OutboxRows.Outbox, 100, default)).Select(OutboxRows.ToMessage)];

    /// <summary>Who is reminded of which number within so many days.</summary>
    private async Task<IReadOnlyList<string>> DueAsync(int days)
    {
        for (var day = 1; day <= days; day++)
        {
            world.Clock.Reset(BeijingTime.At(BeijingTime.Today(Morning).PlusDays(day), new(8, 0)));
            for (var number = 1; number < 5; number++)
            {
                await new SealedSubject(Sealed).WakeAsync(new(SealedRecord.KindName, $"2026-1300-{number:000000}"), default);
            }
        }

        return [.. (await world.Store.ReadPrefixAsync("matters", "1300", OutboxRows.Digest, 100, default)).Select(OutboxRows.ToMessage).Select(m => $"{m.To} {Sequence(m.Subject.Number)}")];
    }
}
