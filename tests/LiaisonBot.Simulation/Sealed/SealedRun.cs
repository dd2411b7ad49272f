using System.Globalization;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Rooms;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation.Sealed;

/// <summary>
/// One seed: some weeks of sealed records in a small province of their own, with two processes that are killed, a store that
/// goes wrong, keys that are renewed, and people who try what they may not. The same seed plays the same run, in a
/// second or two.
/// </summary>
internal sealed class SealedRun
{
    private const int Days = 24;

    /// <summary>At the end, in which everything works.</summary>
    private const int Calm = 3;

    private const int Tries = 6;

    /// <summary>Calendar days from closing until a record may be destroyed.</summary>
    public const int Term = 4;

    private static readonly CancellationToken Never = CancellationToken.None;

    private static readonly Person[] Writers =
    [
        Cast.Leader,
        Cast.Someone("petitioner", Role.TeamMember, Cast.Shijiazhuang, 1) with
        {
            Grants = [new(Role.TeamMember, Cast.Shijiazhuang, 1) { Post = Post.Petitions }],
        },
        Cast.Someone("watcher", Role.TeamMember, Cast.Shijiazhuang, 1) with
        {
            Grants = [new(Role.TeamMember, Cast.Shijiazhuang, 1) { Post = Post.OnlineClues }],
        },
        Cast.Someone("keeper", Role.Office, Cast.Hebei) with
        {
            Grants = [new(Role.Office, Cast.Hebei) { Post = Post.Petitions }],
        },
    ];

    private static readonly SealedKind[] Kinds =
    [
        SealedKind.Petition, SealedKind.Petition, SealedKind.OnlineClue, SealedKind.Interference, SealedKind.Inquiry,
        SealedKind.UnannouncedVisit,
    ];

    /// <summary>Leads the team that comes to Tangshan in the middle of it, to which something is forwarded.</summary>
    private static readonly Person Elsewhere = Cast.Someone("elsewhere", Role.TeamLeader, Cast.Tangshan, 3);

    private readonly int seed;
    private readonly SealedDefect? defect;
    private readonly Random random;
    private readonly VirtualTime time = new(BeijingTime.At(new(2026, 11, 2), new(7, 0)));
    private readonly MemoryTableStore memory = new();
    private readonly MemorySealingKeys keys = new();
    private readonly ITableStore store;
    private readonly List<Process> processes = [];
    private StoreFaults faults = StoreFaults.None;
    private double kills;
    private int depth;
    private Process? busy;
    private int started;
    private int commands;
    private int killed;
    private int drawn;

    public SealedRun(int seed, SealedDefect? defect = null)
    {
        (this.seed, this.defect) = (seed, defect);
        random = new(seed);
        Watch = new(memory, keys, time);
        store = new WatchedStore(memory, (table, _, batch) => Watch.Committed(table, batch));
        if (defect?.Write is not null || defect?.Read is not null)
        {
            store = new SealedSpoilt(store, this, defect);
        }
    }

    public SealedWatch Watch { get; }

    /// <summary>What was typed last: for defects that put it where it must not stand.</summary>
    public string LastTyped { get; private set; } = "";

    /// <summary>Another each time.</summary>
    public int Draw() => ++drawn;

    private Instant Now => time.GetCurrentInstant();

    private LocalDate Today => BeijingTime.Today(Now);

    public SealedRunResult Play()
    {
        foreach (var person in Cast.Everyone.Concat(Writers.Where(one => one.Id != Cast.Leader.Id)).Append(Elsewhere))
        {
            Enter(person);
        }

        var visit = new Visit(3, Cast.Tangshan, Today.PlusDays(Days / 2), Today.PlusDays(90), VisitKind.Residency);
        memory.SubmitAsync(
            DirectoryRows.Table,
            Cast.Hebei.Value,
            [new Change.Insert(DirectoryRows.ToRow(visit))],
            Never).Wait();

        memory.SubmitAsync(
            DirectoryRows.Table,
            Cast.Hebei.Value,
            [.. Cast.Units.Select(unit => new Change.Insert(DirectoryRows.ToRow(unit)))],
            Never).Wait();
        // On this thread alone, so that the same seed plays the same.
        var thread = new OneThread(new(seed), time);
        thread.Run([Begin]);
        for (var day = 0; day < Days && !IsOver; day++)
        {
            var today = day;
            thread.Run([() => Day(today)]);
        }

        if (!IsOver)
        {
            Watch.Settled(keys.CurrentAsync(Never).Result);
        }

        return new(
            seed,
            Watch.Records.Count,
            Watch.Records.Count(row => row.Text("Kind") == "Slip"),
            Watch.Records.Count(row => row.Text("Kind") is "Question" or "Forward"),
            Watch.Records.Count(row => row.Text("Kind") == "UnannouncedVisit" && row.Text("State") is "Answered" or "Closed"),
            Watch.Destroyed.Count,
            Watch.Records.Count(row => row.Text("CountedAs") is not null),
            Watch.Filed,
            Watch.Rows(RowKeys.Sealed.Looks).Count,
            Watch.Told,
            killed,
            Watch.Violations);
    }

    /// <summary>A defect is followed until its own check notices it, whatever others notice before.</summary>
    private bool IsOver => defect is null
        ? Watch.Violations.Count > 0
        : Watch.Violations.Exists(violation => violation.Check == defect.By);

    private async Task Begin()
    {
        var process = Living();
        foreach (var person in Watch.People.Values.ToList())
        {
            await process.Services.People.RememberAsync(person, Cast.AddressOf(person), Language.Chinese, Never);
        }

        await process.Services.Sealed.SwitchTextsAsync(Watch.People["keeper"], true, Never);
        await process.Services.SealedArchive.SetKeyAsync(Watch.People["keeper"], SealedWatch.ArchiveKey.ExportSubjectPublicKeyInfoPem(), Never);
    }

    private async Task Day(int day)
    {
        var isCalm = day >= Days - Calm || random.Next(4) == 0;
        var rough = isCalm ? 0 : random.Next(3) switch { 0 => 0, 1 => 0.03, _ => 0.12 };
        (faults, kills) = (new(rough, rough, rough, rough, rough), isCalm ? 0 : 0.15);
        To(day, new(8, 35));
        await Round();
        for (var i = random.Next(8, 16); i > 0 && !IsOver; i--)
        {
            time.Advance(Duration.FromMinutes(random.Next(2, 50)));
            await Act();
            if (random.Next(4) == 0 && day < Days - Calm)
            {
                await End();
            }

            if (random.Next(2) == 0)
            {
                await Part();
            }
        }

        if (random.Next(8) == 0 && day < Days - Calm)
        {
            keys.Renew();
        }

        if (random.Next(5) == 0)
        {
            PeopleChange();
        }

        (faults, kills) = (StoreFaults.None, 0);
        To(day, new(18, 0));
        await Round();
        time.Advance(Duration.FromMinutes(5));
        await Part();
        await Exchange();
        Watch.DayEnds();
    }

    private void To(int day, LocalTime at)
    {
        var then = BeijingTime.At(new LocalDate(2026, 11, 2).PlusDays(day), at);
        time.Advance(Duration.Max(then - Now, Duration.Zero));
    }

    /// <summary>Something that somebody does, whether or not they may.</summary>
    private async Task Act()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"c{++commands}");
        var person = Someone();
        var number = Number();
        switch (random.Next(18))
        {
            case 0 or 1 or 2 or 3:
                await Register(id);
                break;
            case 4 or 5:
                await Step(id, person, number);
                break;
            case 6 or 7 or 8:
                // What came last is carried on with, as people do, or any other.
                await Next(id, random.Next(2) == 0 ? number : Recent());
                break;
            case 9:
                var (other, isOut) = (Writers[random.Next(Writers.Length)].Id, random.Next(2) == 0);
                IReadOnlyList<Person> named = [Someone(), Someone()];
                await Take(
                    new("people", person, number, Now),
                    s => isOut
                        ? s.RecuseAsync(id, person, number, Watch.People[other], Never)
                        : s.NameHandlersAsync(id, person, number, named, Never));
                break;
            case 10:
                await Find(person, number);
                break;
            case 11:
                await List(id, person);
                break;
            case 12 or 13 or 14 or 15:
                await Open(id, person, number);
                break;
            default:
                await Identify(id, person, number);
                break;
        }
    }

    /// <summary>What comes behind the work: a destruction, a visit that is counted, a file for the archive; whoever tries it.</summary>
    private async Task End()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"c{++commands}");
        var person = random.Next(4) == 0 ? Someone() : Watch.People[random.Next(2) == 0 ? "keeper" : Cast.Leader.Id];
        var closed = Watch.Records.Where(row => row.Text("State") == "Closed").Select(SealedWatch.NumberOf).ToList();
        var proposed = Watch.Rows(RowKeys.Sealed.Ends).Where(row => row.Text("On") is null).Select(row => row.Key.Split('|')[1]).ToList();
        var visits = Watch.Records
            .Where(row => row.Text("Kind") == "UnannouncedVisit" && row.Text("State") is "Answered" or "Closed")
            .Select(SealedWatch.NumberOf)
            .ToList();
        string One(List<string> numbers) => numbers.Count == 0 ? Number() : numbers[random.Next(numbers.Count)];
        switch (random.Next(8))
        {
            case 0 or 1:
                await Destruction("propose", One(closed), (ends, number) => ends.ProposeAsync(person, number, Never));
                break;
            case 2 or 3 or 4:
                await Destruction("destroy", One(proposed), (ends, number) => ends.ConfirmAsync(person, number, Never));
                break;
            case 5:
                await Destruction("withdraw", One(proposed), (ends, number) => ends.WithdrawAsync(person, number, Never));
                break;
            case 6:
                var visit = One(visits);
                await Take(new("count", person, visit, Now), s => s.CountVisitAsync(id, person, visit, "visit-" + id, Never));
                break;
            default:
                var before = Watch.Changes;
                var call = new SealedCall("archive", person, null, Now);
                if (await TakeAll(call, async s => new Filed(await s.SealedArchive.ExportAsync(person, 2026, 0, id, Never))) is { } filed)
                {
                    Watch.Archived(call, filed.File, before == Watch.Changes);
                }

                break;
        }

        Task Destruction(string what, string number, Func<SealedDestruction, string, Task<SealedDestructionAnswer>> say) =>
            TakeAll(
                new(what, person, number, Now),
                async s => new Box(await say(s.SealedDestruction, number) == SealedDestructionAnswer.Destroyed));
    }

    private async Task Register(string id)
    {
        var person = Watch.People[Writers[random.Next(Writers.Length)].Id];
        var kind = Kinds[random.Next(Kinds.Length)];
        var isNamed = kind is SealedKind.Petition or SealedKind.Interference && random.Next(2) == 0;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Text] = Typed("t" + id) };
        List<string> marks = [fields[SealedField.Text]];
        if (kind == SealedKind.OnlineClue)
        {
            // The same link comes again: then the record that has it answers, and what else was typed is not kept.
            fields.Remove(SealedField.Text);
            marks = [Typed(string.Create(CultureInfo.InvariantCulture, $"l{random.Next(6)}"))];
            fields[SealedField.Link] = "https://example.invalid/" + marks[0];
        }

        Dictionary<string, string>? identity = null;
        if (isNamed)
        {
            identity = new(StringComparer.Ordinal) { [SealedField.Name] = Typed("i" + id) };
            marks.Add(identity[SealedField.Name]);
        }

        var draft = new SealedDraft(
            kind,
            kind == SealedKind.OnlineClue ? SealedChannel.Net : SealedChannel.Phone,
            random.Next(2) == 0 ? Cast.Changan : Cast.Zhengding,
            kind is SealedKind.Inquiry or SealedKind.UnannouncedVisit ? Today : Today.PlusDays(-random.Next(0, 60)),
            SealedAbout.Leadership,
            !isNamed,
            fields,
            identity)
        {
            From = kind == SealedKind.UnannouncedVisit ? Today.PlusDays(random.Next(0, 3)) : null,
            To = kind == SealedKind.UnannouncedVisit ? Today.PlusDays(4) : null,
        };
        if (await Take(new("register", person, null, Now), s => s.RegisterAsync(id, person, draft, Never)) is SealedResult.Done)
        {
            marks.ForEach(Watch.Answered);
        }
    }

    /// <summary>Whatever a person tries.</summary>
    private Task Step(string id, Person person, string number)
    {
        // Drawn once: what is sent again is what was sent.
        var act = random.Next(13);
        return act switch
        {
            0 => Say(id, person, number, (s, words) => s.JudgeAsync(id, person, number, SealedDisposal.Slip, words, Never)),
            1 => Say(id, person, number, (s, words) => s.JudgeAsync(id, person, number, SealedDisposal.Keep, words, Never)),
            2 => Say(id, person, number, (s, words) => s.AnswerAsync(id, person, number, words, Never)),
            3 => Say(id, person, number, (s, words) => s.GiveTimeAsync(id, person, number, words, Never)),
            4 => Take(new("sign", person, number, Now), s => s.SignAsync(id, person, number, Never)),
            5 => Take(new("receive", person, number, Now), s => s.ReceiveAsync(id, person, number, Never)),
            6 => Say(id, person, number, (s, words) => s.ReplyAsync(id, person, number, words, Never)),
            7 => Take(new("approve", person, number, Now), s => s.ApproveAsync(id, person, number, Never)),
            8 => Say(id, person, number, (s, words) => s.ReportAsync(id, person, number, words, Never)),
            9 => Take(new("stop", person, number, Now), s => s.StopAsync(id, person, number, Never)),
            10 => Make(id, person, number, SealedKind.Question, Cast.AuditOffice, Cast.StatisticsOffice),
            11 => Make(id, person, number, SealedKind.Forward, Cast.Lunan),
            _ => Take(new("close", person, number, Now), s => s.CloseAsync(id, person, number, Never)),
        };
    }

    /// <summary>What is to be done next, by somebody who sees it.</summary>
    private async Task Next(string id, string number)
    {
        if (Watch.Record(number) is not { } record || Who(record) is not { } person)
        {
            return;
        }

        var disposal = random.Next(3) == 0 ? SealedDisposal.IntoReport : SealedDisposal.Slip;
        switch (record.Text("Kind"), record.Text("State"))
        {
            case ("Slip", "Registered"):
                await Take(new("sign", person, number, Now), s => s.SignAsync(id, person, number, Never));
                break;
            case ("Slip", "Judged"):
                await Take(new("receive", person, number, Now), s => s.ReceiveAsync(id, person, number, Never));
                break;
            case ("Slip", "Received") or ("Question", "Judged" or "Received"):
                await Say(id, person, number, (s, words) => s.ReplyAsync(id, person, number, words, Never));
                break;
            case ("Forward", "Judged"):
                await Take(new("receive", person, number, Now), s => s.ReceiveAsync(id, person, number, Never));
                break;
            case ("Forward", _) or ("Question", _):
                break;
            case ("Inquiry", "Registered"):
                await Make(id, person, number, SealedKind.Question, Cast.AuditOffice, Cast.StatisticsOffice);
                break;
            case ("Inquiry", "Judged"):
                await Make(id, person, number, SealedKind.Forward, Cast.Lunan);
                break;
            case ("UnannouncedVisit", "Registered"):
                var lead = Watch.People[random.Next(2) == 0 ? "keeper" : Cast.Leader.Id];
                await Take(
                    new("people", lead, number, Now),
                    s => s.NameHandlersAsync(id + "-two", lead, number, [Watch.People["petitioner"], Watch.People["watcher"]], Never));
                await Take(new("approve", lead, number, Now), s => s.ApproveAsync(id, lead, number, Never));
                await Say(id + "-report", lead, number, (s, words) => s.ReportAsync(id + "-report", lead, number, words, Never));
                break;
            case ("UnannouncedVisit", "Judged"):
                await Say(id, person, number, (s, words) => s.ReportAsync(id, person, number, words, Never));
                break;
            case ("UnannouncedVisit", "Answered") when record.Text("Slip") is null:
                await Refer(id, person, number);
                break;
            case (_, "Registered"):
                await Say(id, person, number, (s, words) => s.JudgeAsync(id, person, number, disposal, words, Never));
                break;
            case (_, "Judged") when record.Text("Disposal") == "Slip" && record.Text("Slip") is null:
                await Refer(id, person, number);
                break;
            case (_, "Judged"):
                await Say(id, person, number, (s, words) => s.AnswerAsync(id, person, number, words, Never));
                break;
            case (_, "Answered"):
                await Take(new("close", person, number, Now), s => s.CloseAsync(id, person, number, Never));
                break;
        }
    }

    private Task Refer(string id, Person person, string number) => Make(id, person, number, SealedKind.Slip, Cast.AuditOffice);

    /// <summary>Makes slips, questions, or what is forwarded; each of several questions has the same words.</summary>
    private async Task Make(string id, Person person, string number, SealedKind kind, params AreaCode[] receivers)
    {
        var text = Typed((kind == SealedKind.Question ? "q" : "t") + id);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Text] = text };
        if (await Take(
            new("make", person, number, Now),
            s => s.MakeAsync(id, person, number, kind, receivers, fields, Never)) is SealedResult.Done { Repeated: false })
        {
            Watch.Answered(text);
        }
    }

    /// <summary>A step with words.</summary>
    private async Task Say(string id, Person person, string number, Func<SealedService, string, Task<SealedResult>> step)
    {
        var words = Typed("w" + id);
        if (await Take(new("step", person, number, Now), s => step(s, words)) is SealedResult.Done { Repeated: false })
        {
            Watch.Answered(words);
        }
    }

    private async Task Find(Person person, string number)
    {
        var before = Watch.Changes;
        var found = await Take(
            new("find", person, number, Now),
            async s => new Box(await s.FindAsync(person, number, Never) is not null));
        if (found is not null && before == Watch.Changes)
        {
            Watch.Asked(person, number, found.Is);
        }
    }

    private async Task List(string id, Person person)
    {
        var before = Watch.Changes;
        var call = new SealedCall("list", person, null, Now);
        if (await Take(call, s => s.ListAsync(person, id, null, Never)) is not { } list || before != Watch.Changes)
        {
            return;
        }

        if (list.Count > 0)
        {
            Watch.Shown(call, "List");
        }

        foreach (var record in Watch.Records.Select(SealedWatch.NumberOf))
        {
            Watch.Asked(person, record, list.Any(one => one.Number == record));
        }
    }

    private async Task Open(string id, Person person, string number)
    {
        var before = Watch.Changes;
        var call = new SealedCall("open", person, number, Now);
        var opened = await Take(call, async s => new Box(await s.OpenAsync(person, number, id, Never) is not null));
        if (opened is null)
        {
            return;
        }

        if (opened.Is)
        {
            Watch.Shown(call, "Text");
        }

        if (before == Watch.Changes)
        {
            Watch.Asked(person, number, opened.Is);
        }

        if (random.Next(2) == 0)
        {
            call = new("looks", person, number, Now);
            if (await Take(call, async s => new Box(await s.LooksAsync(person, number, id + "-looks", Never) is not null)) is { Is: true })
            {
                Watch.Shown(call, "Looks");
            }
        }
    }

    private async Task Identify(string id, Person person, string number)
    {
        var (before, why) = (Watch.Changes, Typed("y" + id));
        var call = new SealedCall("identify", person, number, Now);
        var opened = await Take(call, async s => new Box(await s.IdentifyAsync(person, number, why, id, Never) is not null));
        if (opened is null)
        {
            return;
        }

        if (opened.Is)
        {
            Watch.Shown(call, "Identity", why);
        }

        if (before == Watch.Changes)
        {
            Watch.Asked(person, number, opened.Is, identity: true);
        }
    }

    /// <summary>Somebody who can write rows, and has no key, puts a text into another row.</summary>
    private async Task Exchange()
    {
        var texts = Watch.Rows(RowKeys.Sealed.Texts);
        if (texts.Count < 2 || random.Next(3) > 0)
        {
            return;
        }

        var (one, other) = (texts[0], texts[^1]);
        var number = one.Key[RowKeys.Sealed.Texts.Length..];
        if (Watch.Record(number) is not { } record || Who(record) is not { } person)
        {
            return;
        }

        await memory.SubmitAsync(RowKeys.Sealed.Table, "1300", [new Change.Upsert(new(one.Key, other.Columns))], Never);
        try
        {
            await Living().Services.Sealed.OpenAsync(person, number, $"exchange-{++commands}", Never);
            Watch.OpenedElsewhere(one.Key);
        }
        catch (SealingKeyException)
        {
            // As it should be.
        }
        finally
        {
            await memory.SubmitAsync(RowKeys.Sealed.Table, "1300", [new Change.Upsert(new(one.Key, one.Columns))], Never);
        }
    }

    /// <summary>Somebody leaves the team, or is recused from a place, or is back.</summary>
    private void PeopleChange()
    {
        var before = random.Next(2) == 0 ? Writers[1] : Cast.Leader;
        var now = Watch.People[before.Id];
        Enter(now.Grants.Count == 0 || now.Recusals.Count > 0 ? before
            : random.Next(2) == 0 ? before with { Recusals = [Cast.Changan] }
            : before with { Grants = [] });
    }

    private void Enter(Person person)
    {
        var entered = person with { Entered = person.Grants };
        memory.SubmitAsync(
            DirectoryRows.Table,
            Cast.Hebei.Value,
            [new Change.Upsert(DirectoryRows.ToRow(entered))],
            Never).Wait();
        Watch.Entered(entered);
    }

    /// <summary>Who is not answered tries the same again, and gives up in the end.</summary>
    private Task<T?> Take<T>(SealedCall call, Func<SealedService, Task<T>> work)
        where T : class => TakeAll(call, services => work(services.Sealed));

    /// <inheritdoc cref="Take"/>
    private async Task<T?> TakeAll<T>(SealedCall call, Func<LiaisonServices, Task<T>> work)
        where T : class
    {
        var outer = Watch.Call;
        Watch.Call = call;
        try
        {
            for (var i = 0; i < Tries; i++)
            {
                var process = Living();
                if (depth == 0 && random.NextDouble() < kills)
                {
                    process.KillAfter(random.Next(1, 12));
                }

                T? answer = null;
                await Try(process, async () => answer = await work(process.Services));
                process.KillAfter(null);
                if (answer is not null && !process.Life.Ended)
                {
                    return answer;
                }
            }

            return null;
        }
        finally
        {
            Watch.Call = outer;
        }
    }

    /// <summary>All that comes by itself, in one process.</summary>
    private async Task Round()
    {
        var process = Living();
        MayBeKilled(process, 400);
        await process.Services.RoundAsync(work => Try(process, work), Never);
        process.KillAfter(null);
    }

    /// <summary>What comes by itself of sealed records, in another one.</summary>
    private async Task Part()
    {
        var process = Living();
        MayBeKilled(process, 30);
        await Try(process, () => process.Services.Sealed.ResumeAsync(Never));
        await Try(process, () => process.Services.Sweep.SweepAsync(Cast.Hebei.City, Never));
        await Try(process, () => process.Services.Dispatcher.DeliverAsync(Cast.Hebei.City, Never));
        process.KillAfter(null);
    }

    private void MayBeKilled(Process process, int calls)
    {
        if (random.NextDouble() < kills)
        {
            process.KillAfter(random.Next(1, calls));
        }
    }

    private async Task Try(Process process, Func<Task> work)
    {
        try
        {
            if (!process.Life.Ended)
            {
                await work();
            }
        }
        catch (Exception e) when (e is ProcessKilledException or StoreUnavailableException
            || (e is AggregateException all
                && all.InnerExceptions.All(one => one is ProcessKilledException or StoreUnavailableException)))
        {
            // What was left is done by a later round, or asked again.
            Watch.Words("exception", e.ToString());
        }
        catch (Exception e)
        {
            Watch.Words("exception", e.ToString());
            Watch.Violate(SealedCheck.NothingBreaks, e.ToString());
        }
    }

    private Process Living()
    {
        killed += processes.RemoveAll(process => process.Life.Ended);
        while (processes.Count < 2)
        {
            processes.Add(Start());
        }

        var free = processes.Where(process => process != busy).ToList();
        var chosen = free[random.Next(free.Count)];
        chosen.Store.Faults = faults;
        return chosen;
    }

    private Process Start()
    {
        var life = new ProcessLife();
        var way = new UnreliableStore(store, life, time, unchecked((seed * 7919) + ++started));
        var draws = new Random(unchecked((seed * 104729) + started));
        byte[] Bytes(int count)
        {
            var some = new byte[count];
            draws.NextBytes(some);
            return some;
        }

        ISealingKeys wrapping = defect?.Keys?.Invoke(keys) ?? keys;
        IChats chat = new Chat(Watch);
        var services = new LiaisonServices(
            way,
            Cast.Hebei,
            time,
            PolicyBook.BuiltIn,
            $"process-{started}",
            _ => defect?.Chat?.Invoke(chat) ?? chat,
            _ => { },
            new([.. Terms.BuiltIn.All.Select(term => term.What == Kept.SealedRecord ? term with { Days = Term } : term)]),
            sealedParts: new(new SealedTable(way), new Keys(wrapping, Watch, () =>
            {
                // Killed between the key and the row.
                if (depth == 0 && Watch.Call is not null && random.NextDouble() < kills / 5)
                {
                    life.Kill();
                }
            }))
            {
                Random = defect?.Random?.Invoke(Bytes) ?? Bytes,
            });
        var process = new Process(life, way, services);
        process.Meanwhile = () =>
        {
            // Somebody else does something between two calls of this.
            if (depth > 0 || Watch.Call is null || kills == 0 || random.Next(30) > 0)
            {
                return;
            }

            // Another one does it: within this one some things wait for each other.
            (depth, busy) = (depth + 1, process);
            Act().GetAwaiter().GetResult();
            (depth, busy) = (depth - 1, null);
        };
        return process;
    }

    private Person Someone()
    {
        var people = Watch.People.Values.ToList();
        return random.Next(3) == 0 ? people[random.Next(people.Count)] : Watch.People[Writers[random.Next(Writers.Length)].Id];
    }

    /// <summary>Somebody who has a part in it.</summary>
    private Person? Who(Row record)
    {
        var those = Watch.People.Keys.Where(id => Watch.Sees(record, id)).ToList();
        return those.Count == 0 ? null : Watch.People[those[random.Next(those.Count)]];
    }

    /// <summary>Of a record that is there, or is not.</summary>
    private string Number() => string.Create(
        CultureInfo.InvariantCulture,
        $"2026-1300-{random.Next(1, Watch.Given + 2):000000}");

    /// <summary>One of the last that came.</summary>
    private string Recent() => string.Create(
        CultureInfo.InvariantCulture,
        $"2026-1300-{Math.Max(1, Watch.Given - random.Next(5)):000000}");

    private string Typed(string mark) => LastTyped = $"{SealedWatch.Mark}{mark}{SealedWatch.Mark}";

    private sealed record Box(bool Is);

    /// <param name="File">Null where there is nothing for the person.</param>
    private sealed record Filed(byte[]? File);

    private sealed class Process
    {
        private int? calls;

        public Process(ProcessLife life, UnreliableStore way, LiaisonServices services)
        {
            (Life, Store, Services) = (life, way, services);
            way.OnCall = _ =>
            {
                if (--calls == 0)
                {
                    life.Kill();
                }

                Meanwhile();
            };
        }

        public ProcessLife Life { get; }

        public UnreliableStore Store { get; }

        public LiaisonServices Services { get; }

        public Action Meanwhile { get; set; } = () => { };

        public void KillAfter(int? count) => calls = count;
    }

    /// <summary>The keys as a process has them.</summary>
    private sealed class Keys(ISealingKeys inner, SealedWatch watch, Action wrapped) : ISealingKeys
    {
        public Task<string> CurrentAsync(CancellationToken cancellationToken) => inner.CurrentAsync(cancellationToken);

        public async Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken)
        {
            watch.Wrapped(key);
            var answer = await inner.WrapAsync(key, cancellationToken);
            wrapped();
            return answer;
        }

        public Task<byte[]> UnwrapAsync(WrappedKey key, CancellationToken cancellationToken)
        {
            watch.Unwrapping(key);
            return inner.UnwrapAsync(key, cancellationToken);
        }
    }

    private sealed class Chat(SealedWatch watch) : IChats
    {
        public Task<SendAnswer> SendAsync(OutboxMessage message, Person to, ChatAddress address, ISubject subject, CancellationToken cancellationToken)
        {
            watch.Sent(message, to);
            return Taken;
        }

        public Task<SendAnswer> SendMovedAsync(OutboxMessage message, Person to, ChatAddress address, CancellationToken cancellationToken)
        {
            watch.Words("message", message.ToString());
            return Taken;
        }

        public Task<SendAnswer> SendDigestAsync(
            IReadOnlyList<(OutboxMessage Message, ISubject Subject)> lines,
            Person to,
            ChatAddress address,
            CancellationToken cancellationToken)
        {
            foreach (var (message, _) in lines)
            {
                watch.Sent(message, to);
            }

            return Taken;
        }

        public Task<SendAnswer> SendNewsAsync(PeopleNews news, Person to, ChatAddress address, bool mayBeRepeat, CancellationToken cancellationToken) => Taken;

        public Task<SendAnswer> ShowJobAsync(Job job, IReadOnlyList<RefusedItem> refused, Person to, ChatAddress address, CancellationToken cancellationToken) => Taken;

        public Task<SendAnswer> ShowAsync(RoomView view, Room room, string? activity, bool mayBeRepeat, CancellationToken cancellationToken) => Taken;

        public Task<SendAnswer> UpdateCardAsync(MatterNumber number, MatterTree? matter, Person to, ChatAddress address, string activity, CancellationToken cancellationToken) => Taken;

        private static Task<SendAnswer> Taken => Task.FromResult(SendAnswer.Taken);
    }
}
