using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation.Handovers;
using LiaisonBot.Simulation.Judging;
using LiaisonBot.Simulation.Parcels;
using LiaisonBot.Simulation.Plans;
using LiaisonBot.Simulation.Recurring;
using LiaisonBot.Simulation.Sets;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <param name="Violations">Empty when everything was as promised.</param>
internal sealed record RunResult(
    int Seed,
    int Days,
    int Matters,
    int Answers,
    int Messages,
    int Sends,
    int Rounds,
    int Killed,
    IReadOnlyList<Violation> Violations);

/// <summary>
/// One seed: a stretch of days in the province, with everything that goes wrong in it. The same seed plays the same
/// run.
/// </summary>
internal sealed class Run
{
    private static readonly LocalTime[] Dawn = [new(8, 0), new(8, 30), new(9, 0)];

    private readonly Options options;
    private readonly int seed;
    private readonly Defect? defect;
    private readonly Random random;
    private readonly Random comings;
    private readonly VirtualTime time;
    private readonly OneThread thread;
    private readonly MemoryTableStore memory = new();
    private readonly MemoryEvidence evidence;
    private readonly ITableStore store;
    private readonly Witness witness;
    private readonly StoredState state;
    private readonly Province province;
    private readonly Habits habits;
    private readonly OfficeWork office;
    private readonly FakeTeams teams;
    private readonly ParcelTraffic parcels;
    private readonly RecurringTraffic recurring;
    private readonly HandoverTraffic handovers;
    private readonly PlanTraffic plans;
    private readonly SetTraffic sets;
    private readonly RoundTraffic? round;
    private readonly HashSet<MatterNumber> watched = [];
    private readonly PriorityQueue<Func<Task>, (Instant At, int Order)> events = new();
    private readonly List<Instance> instances = [];
    private readonly Rounds rounds = new();
    private readonly LocalDate first;
    private StoreFaults storeFaults = StoreFaults.None;
    private double kills;
    private int wanted = 1;
    private PolicyBook policies = PolicyBook.BuiltIn;
    private Instant downUntil = Instant.MinValue;
    private bool settling;
    private int started;
    private int order;
    private int commands;
    private int killed;

    public Run(int seed, Options options, Defect? defect)
    {
        (this.seed, this.options, this.defect) = (seed, options, defect);
        random = new(seed);
        comings = new(seed + 6);
        first = options.Round is not null ? new LocalDate(2026, 3, 2)
            : new LocalDate(2026, 1, 1).PlusDays(options.Days > 200 ? 0 : random.Next(0, 300));
        time = new(BeijingTime.At(first, LocalTime.Midnight));
        thread = new(new(seed + 1), time);
        evidence = new(time);
        witness = new(memory, time, options.Province);
        state = new(memory, witness, options.Province, evidence);
        store = new WatchedStore(memory, (table, partition, batch) =>
        {
            if (options.Trace is { } traced) Tell(traced, batch);
            witness.Committed(table, partition, batch);
        });
        if (defect?.Write is not null
            || defect?.Read is not null) store = new SpoiltStore(store, defect.Write, defect.Read);
        province = new(options, first, random, Rotations());
        habits = new(random, province, witness);
        teams = new(random, time, witness);
        parcels = new(
            new(seed + 2),
            province,
            witness,
            () => settling ? null : Living(),
            (after, what) => At(Now + after, what));
        recurring = new(
            new(seed + 3),
            province,
            witness,
            memory,
            time,
            () => settling ? null : Living(),
            (after, what) => At(Now + after, what));
        handovers = new(
            new(seed + 4),
            province,
            witness,
            () => settling ? null : Living(),
            (after, what) => At(Now + after, what));
        plans = new(new(seed + 7), province, witness, () => settling ? null : Living());
        sets = new(
            new(seed + 8),
            options.SetsOf(seed),
            province,
            witness,
            memory,
            () => settling ? null : Living(),
            (after, what) => At(Now + after, what),
            number =>
            {
                if (watched.Add(number)) Next(number);
            });
        if (options.Round is { } by)
        {
            Asked = witness.Round = new(first);
            round = new(
                seed,
                by == RoundBy.Sets,
                province,
                witness,
                Asked,
                memory,
                () => settling ? null : Living(),
                At,
                () => Now);
        }

        office = new(random, province, witness, time, () => settling ? null : Living(), (after, what) => At(Now + after, what), number =>
        {
            if (watched.Add(number)) Next(number);
        });
    }

    /// <summary>
    /// Each New Year of a run of more than one; in every third of the others a day in the middle of it.
    /// </summary>
    private IReadOnlyList<LocalDate> Rotations()
    {
        if (options.Days > 366)
            return [.. Enumerable.Range(first.Year + 1, 10)
                .Select(year => new LocalDate(year, 1, 1))
                .Where(day => day <= first.PlusDays(options.Days))];
        return seed % 3 == 0 && options.Round is null ? [first.PlusDays(new Random(seed + 5).Next(options.Days / 3, (options.Days * 2 / 3) + 1))] : [];
    }

    /// <summary>By a clock that is never set, as people's own.</summary>
    private Instant Now => time.Passed;

    private LocalDate Today => BeijingTime.Today(Now);

    /// <summary>A defect is followed until its own check notices it, whatever others notice before.</summary>
    private bool IsOver =>
        defect is null
            ? witness.Violations.Count > 0
            : witness.Violations.Exists(violation => violation.Check == defect.By);

    /// <summary>What a round asked of its counties; null of any other run.</summary>
    public RoundCount? Asked { get; }

    /// <summary>Told how many days have passed, each thirty days.</summary>
    public Action<int>? Progress { get; init; }

    public RunResult Play()
    {
        foreach (var rows in province.Rows().Chunk(StoreLimits.BatchChanges))
            memory.SubmitAsync(
                DirectoryRows.Table,
                options.Province.Value,
                [.. rows.Select(row => new Change.Insert(row))],
                CancellationToken.None).Wait();
        for (var day = 0; day < options.Days; day++) At(BeijingTime.At(first.PlusDays(day), new(0, 1)), NewDay);
        for (var i = 0;
            i < options.Matters;
            i++) At(habits.Sometime(first.PlusDays(random.Next(options.Days))), Assign);
        foreach (var person in province.People) At(
            habits.Sometime(first.PlusDays(random.Next(options.Days))),
            () => Opens(person));
        round?.Begin(first);
        for (var i = 0;
            round is null && i <= options.Matters / 3;
            i++) At(parcels.Sometime(first.PlusDays(i * 7 % options.Days)), () => parcels.Send(Today));

        for (var i = 0;
            round is null && i <= options.Matters / 15;
            i++) At(parcels.Sometime(first.PlusDays(i * 5 % Math.Max(1, options.Days / 2))), () => recurring.SetUp(Today));

        Until(BeijingTime.At(first.PlusDays(options.Days), LocalTime.Midnight));
        if (!IsOver) Settle();
        return new(seed, options.Days, memory.Partitions.Where(p => p.Table == MatterRows.Table)
            .Sum(p => memory.Rows(p.Table, p.Partition).Count(r => r.Key[0] == 'M')),
            witness.Answers, witness.Messages, teams.Sends, rounds.Count, killed, witness.Violations);
    }

    /// <summary>Everything works again: what was promised has to be kept within a few working days.</summary>
    private void Settle()
    {
        (settling, storeFaults, kills, wanted, downUntil) = (true, StoreFaults.None, 0, 1, Instant.MinValue);
        events.Clear();
        time.Jump(time.Passed - time.GetCurrentInstant());
        witness.ClockWasSet();
        teams.ForgiveAll();
        foreach (var person in province.People) At(Now + Duration.FromHours(9), () => Comes(person));
        foreach (var person in witness.Directory.People) At(Now + Duration.FromHours(10), () => Opens(person));
        Until(BeijingTime.At(witness.Calendar.AddWorkingDays(Today, 3), new(15, 0)));
        if (!IsOver) state.LookWhenSettled(teams);
        if (!IsOver) recurring.Look(rounds);
    }

    private void Until(Instant end)
    {
        var soon = Duration.FromMinutes(options.Every);
        var idle = soon;
        while (Now < end && !IsOver)
        {
            var next = Instant.Min(end, NextRound(idle));
            if (events.TryPeek(out _, out var at)) next = Instant.Min(next, at.At);
            time.Advance(Duration.Max(next - Now, Duration.Zero));
            var before = Happened;
            Round();
            idle = Happened > before ? soon : Duration.Min(idle * 2, Duration.FromHours(6));
        }

        if (!IsOver) state.Look(rounds);
    }

    /// <summary>While this grows, another round may find something to do.</summary>
    private int Happened => witness.Commits + teams.Sends;

    private void Round()
    {
        StartWhatIsMissing();
        var work = new List<Func<Task>>();
        while (events.TryPeek(out var one, out var at) && at.At <= Now)
        {
            events.Dequeue();
            work.Add(one);
        }

        var before = instances.Count(instance => !instance.Life.Ended);
        work.AddRange(instances.Select<Instance, Func<Task>>(instance => instance.Round));
        thread.Run(work);
        var living = instances.Count(instance => !instance.Life.Ended);
        killed += before - living;
        if (living > 0) rounds.Add(time.Passed, time.GetCurrentInstant(), witness.IsCalm);
    }

    private void StartWhatIsMissing()
    {
        instances.RemoveAll(instance => instance.Life.Ended);
        if (Now < downUntil) instances.Clear();
        if (Now < downUntil)
        {
            witness.IsCalm = false;
            return;
        }

        while (instances.Count > wanted) instances.RemoveAt(0);
        while (instances.Count < wanted)
            instances.Add(new(
                store,
                teams,
                province,
                time,
                HashCode(++started),
                policies,
                evidence,
                defect,
                witness.Audited,
                e => witness.Violate(Check.NothingBreaks, e.ToString())));
        foreach (var instance in instances)
        {
            instance.Store.Faults = storeFaults;
            instance.Store.OnCall = random.NextDouble() < kills ? Killer(instance, random.Next(1, 200)) : null;
        }

        witness.IsCalm = storeFaults == StoreFaults.None
            && instances.TrueForAll(instance => instance.Store.OnCall is null);
    }

    private void Tell(string traced, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        foreach (var (change, before) in batch)
        {
            var row = Witness.Written(change);
            var words = $"{change.GetType().Name} {change.Key} {(row is null ? "" : StoredState.Words(row))}";
            if (words.Contains(traced, StringComparison.Ordinal) || before?.Columns.Values.Contains(traced) == true)
                Console.WriteLine($"  {Now} ({time.GetCurrentInstant() - Now:o} ahead) {words}");
        }
    }

    private int HashCode(int instance) => unchecked((seed * 7919) + instance);

    private static Action<StoreCall> Killer(Instance instance, int calls) => _ =>
    {
        if (--calls == 0) instance.Life.Kill();
    };

    /// <summary>
    /// When something may be due next; soon while there is something to do, longer and longer while it cannot be done.
    /// </summary>
    private Instant NextRound(Duration idle)
    {
        var shown = time.GetCurrentInstant();
        var today = BeijingTime.Today(shown);
        var next = Dawn.Select(dawn => BeijingTime.At(today, dawn))
            .Where(at => at > shown)
            .DefaultIfEmpty(BeijingTime.At(today.PlusDays(1), Dawn[0]))
            .Min();
        foreach (var (table, partition) in memory.Partitions.Where(place => place.Table == MatterRows.Table))
        {
            if (First(table, partition, RowKeys.Matters.Reminders) is { } reminder) next = Instant.Min(
                next,
                Instant.Max(PlannedTime(reminder), shown + idle));
            if ((First(table, partition, RowKeys.Matters.Outbox)
                ?? First(table, partition, RowKeys.Matters.Digest)
                ?? First(table, partition, RowKeys.Matters.FollowUps)
                ?? First(table, partition, RowKeys.Matters.RoomChanges)
                ?? First(table, partition, RowKeys.Matters.ChatChanges)) is not null) next = Instant.Min(
                    next,
                    shown + idle);
        }

        return Now + (next - shown);
    }

    private Row? First(string table, string partition, string prefix) =>
        memory.ReadRangeAsync(
            table,
            partition,
            prefix,
            KeyRange.After(prefix),
            1,
            CancellationToken.None).Result is [var row, ..]
            ? row
            : null;

    private Instant PlannedTime(Row reminder) =>
        witness.RowOf(SubjectKey.Parse(reminder.Text("Number")!))?.Time("NextReminder") ?? time.GetCurrentInstant();

    private void At(Instant at, Func<Task> happens) => events.Enqueue(happens, (at, order++));

    private Task NewDay()
    {
        witness.DayBegins();
        var rough = random.Next(10) switch { < 5 => 0, < 9 => 0.02, _ => 0.2 };
        storeFaults = new(rough, rough, rough, rough, rough);
        teams.Faults = random.Next(10) switch
        {
            < 5 =>
            new(0.02, 0.01, 0.002, 0.02),
            < 9 => new(0.1, 0.1, 0.01, 0.1),
            _ => new(0.5, 0.4)
        };
        kills = random.Next(3) == 0 ? 0.1 : 0;
        wanted = random.Next(4) == 0 ? 2 : 1;
        if (random.Next(12) == 0) downUntil = Now + Duration.FromMinutes(random.Next(10, 1500));
        if (round is not null)
        {
            var passed = Period.DaysBetween(first, Today);
            if (passed % 30 == 29)
            {
                state.Look(rounds);
                Progress?.Invoke(passed + 1);
            }

            return Task.CompletedTask;
        }

        if (random.Next(120) == 0) downUntil = Now + Duration.FromDays(random.Next(2, 21));
        if (random.Next(6) == 0) Leaves(province.People[random.Next(province.People.Count)]);
        if (random.Next(3) == 0) Blocks(province.People[random.Next(province.People.Count)]);
        if (comings.Next(3) == 0 && Absent() is [_, ..] absent)
        {
            var person = absent[comings.Next(absent.Count)];
            At(parcels.Sometime(Today), () => Opens(person));
        }

        if (random.Next(8) == 0) ClockIsSet();
        if (random.Next(20) == 0) IsBarred();
        if (random.Next(10) == 0) At(habits.Sometime(Today), ImportNotice);
        if (random.Next(2) == 0) At(habits.Sometime(Today), office.Something);
        foreach (var step in parcels.Steps()) At(parcels.Sometime(Today), step);
        foreach (var step in plans.Steps(Today)) At(parcels.Sometime(Today), step);
        foreach (var step in sets.Steps(Today)) At(parcels.Sometime(Today), step);
        foreach (var step in handovers.Steps(Today)) At(parcels.Sometime(Today), step);
        if (random.Next(60) == 0) At(habits.Sometime(Today), OwnPolicy);
        if (random.Next(30) == 0) At(habits.Sometime(Today), Restore);
        var days = Period.DaysBetween(first, Today);
        if (Period.DaysBetween(first, Today) % 9 == 8) At(parcels.Sometime(Today), recurring.Something);
        if (days % 5 == 4) state.Look(rounds);
        if (days % 10 == 9) recurring.Look(rounds);
        if (days % 30 == 29) Progress?.Invoke(days + 1);
        return Task.CompletedTask;
    }

    /// <summary>
    /// In the autumn the notice of the next year; else a working day of the next two weeks becomes a holiday.
    /// </summary>
    private async Task ImportNotice()
    {
        var year = Today.Year;
        var text = witness.Calendar.NoticeOf(year)?.ToText() ?? NextYear(year);
        var day = Today.PlusDays(random.Next(2, 14));
        if (Today.Month >= 11
            && witness.Calendar.NoticeOf(year + 1) is null) (year, text) = (year + 1, NextYear(year + 1));
        else if (day.Year != year || !witness.Calendar.IsWorkingDay(day) || day.DayOfWeek > IsoDayOfWeek.Friday) return;
        else text += $"\n{Columns.Date(day)},off,临时放假\n";

        if (!HolidayNotice.TryParse(
            year,
            text,
            out var notice,
            out var error)) throw new InvalidOperationException(error.ToString());
        if (Living() is { } instance) await instance.Import($"n{++commands}", province.People[0], notice);
    }

    private static string NextYear(int year) => string.Create(
        CultureInfo.InvariantCulture,
        $"{year}-01-01,off,元旦\n{year}-02-08..{year}-02-12,off,春节\n{year}-04-05,off,清明节\n{year}-05-01..{year}-05-04,off,劳动节\n{year}-06-09,off,端午节\n{year}-09-15,off,中秋节\n{year}-10-01..{year}-10-07,off,国庆节\n");

    /// <summary>
    /// The province sets a policy of its own: a new version, under which what is assigned from now on stands.
    /// </summary>
    private Task OwnPolicy()
    {
        if (!PolicyFile.TryParse(
            RuleBook.OwnText,
            out var own,
            out var error)) throw new InvalidOperationException(error.ToString());
        policies = new(PolicyFile.BuiltIn, own);
        return Restart(RuleBook.OwnVersion);
    }

    /// <summary>
    /// All processes are stopped, what is stored is backed up and restored, and all goes on: the same rows, none under
    /// its old tag.
    /// </summary>
    private Task Restore()
    {
        memory.Restore();
        return Restart(null);
    }

    private Task Restart(long? policy)
    {
        foreach (var instance in instances) instance.Life.Kill();
        if (policy is { } version) witness.PolicyInForce = version;
        return Task.CompletedTask;
    }

    private void IsBarred() => At(habits.Sometime(Today), () =>
    {
        teams.Bar(Now + Duration.FromMinutes(random.Next(60, 2000)));
        return Task.CompletedTask;
    });

    /// <summary>
    /// The processes' clock is set ahead or back by minutes or hours, and right again some hours later.
    /// </summary>
    private void ClockIsSet()
    {
        var by = Duration.FromMinutes(random.Next(2) == 0 ? random.Next(-60, 60) : random.Next(-600, 1500));
        var at = habits.Sometime(Today);
        At(at, () => Set(by));
        At(at + Duration.FromMinutes(random.Next(1, 1000)), () => Set(Duration.Zero));
    }

    /// <param name="ahead">From now on, of a clock that was never set.</param>
    private Task Set(Duration ahead)
    {
        time.Jump(ahead - (time.GetCurrentInstant() - time.Passed));
        witness.ClockWasSet();
        return Task.CompletedTask;
    }

    /// <summary>Someone is taken out of the directory for some days; never the last of the office.</summary>
    private void Leaves(Person person)
    {
        if (person.Has(Role.Office)) return;
        At(
            habits.Sometime(Today),
            () =>
                store.SubmitAsync(
                    DirectoryRows.Table,
                    options.Province.Value,
                    [new Change.Upsert(DirectoryRows.ToRow(person with { Grants = [] }))],
                    CancellationToken.None));
        At(
            habits.Sometime(Today.PlusDays(random.Next(1, 15))),
            () => Comes(province.People.First(one => one.Id == person.Id)));
    }

    /// <summary>Whoever was entered since the start, and never wrote.</summary>
    private List<Person> Absent()
    {
        var chats = memory.Rows(DirectoryRows.Table, options.Province.Value)
            .Where(row => row.Key.StartsWith(RowKeys.Directory.Chats, StringComparison.Ordinal))
            .Select(row => row.Text("Person"))
            .ToHashSet();
        return [.. witness.Directory.People.Where(p => p is { SignInName: not null, ObjectId: null } && !chats.Contains(p.Id))];
    }

    private Task Comes(Person person) =>
        store.SubmitAsync(
            DirectoryRows.Table,
            options.Province.Value,
            [new Change.Upsert(DirectoryRows.ToRow(person))],
            CancellationToken.None);

    private void Blocks(Person person)
    {
        var back = habits.Sometime(Today.PlusDays(random.Next(1, 20)));
        teams.Block(person.Id, back);
        At(back, () => Opens(person));
    }

    private async Task Opens(Person person)
    {
        if (Living() is not { } instance) return;
        person = await office.Binding(instance, person);
        // Who is not bound to an account yet is nobody's chat.
        if (person.ObjectId is null) return;
        witness.Opened(person);
        await instance.Opened(person, Province.ChatOf(person));
    }

    private async Task Assign()
    {
        var id = $"c{++commands}";
        var (actor, command) = habits.Assignment(Today, $"#{id}#");
        await Take(id, actor, default, command, 0, Files(command));
    }

    /// <param name="goOn">Somebody does something with it again some days later.</param>
    private async Task Step(MatterNumber number, bool goOn = true)
    {
        if (settling
            || witness.MatterNow(number) is not { State: not MatterState.Withdrawn } matter
            || (matter.State == MatterState.Closed && random.Next(3) > 0)) return;
        var id = $"c{++commands}";
        var parent = number.IsChild ? witness.MatterNow(number.Root) : null;
        var children = number.IsChild
            ? []
            : Enumerable.Range(1, matter.LastChild)
                .Select(child => witness.MatterNow(number with { Child = child }))
                .OfType<Matter>()
                .ToList();
        if (goOn) Next(number);
        await Look(number);
        if (habits.Step(new(matter, parent, children), time.GetCurrentInstant(), $"#{id}#") is { } step) await Take(
            id,
            step.Actor,
            number,
            step.Command,
            0,
            Files(step.Command));

        // Some see at once that it should not have been closed.
        if (witness.MatterNow(number) is { State: MatterState.Closed } && random.Next(3) == 0) At(
            time.GetCurrentInstant() + Duration.FromMinutes(random.Next(1, 14)),
            () => Step(number, goOn: false));

        if (random.Next(12) == 0) await SendFiles(number);
    }

    /// <summary>Somebody asks for the matter, whether or not it is any of their business.</summary>
    private async Task Look(MatterNumber number)
    {
        var person = witness.Directory.People[random.Next(witness.Directory.People.Count)];
        if (Living() is { } instance
            && await instance.Look(person, number) is { } seen) witness.Looked(person, number, seen);
    }

    private void Next(MatterNumber number) => At(habits.Sometime(Today.PlusDays(habits.Pace())), () => Step(number));

    /// <summary>Who is not answered tries the same again later, and gives up in the end.</summary>
    private async Task Take(
        string id,
        Person actor,
        MatterNumber number,
        MatterCommand command,
        int tries,
        IReadOnlyList<string> files)
    {
        // Who sends it again is whoever they are by then.
        if (tries > 0) actor = witness.Directory.ById(actor.Id) ?? actor with { Grants = [] };
        var answer = Living() is { } instance ? await instance.Take(id, actor, number, command, files) : null;
        if (answer is null && tries < 5) At(
            Now + Duration.FromMinutes(random.Next(1, 60)),
            () => Take(id, actor, number, command, tries + 1, files));
        if (answer is not (null or CommandResult.Done)) witness.Refused(actor, number, command, answer);
        if (answer is not CommandResult.Done done) return;
        witness.Answered(id);
        if (done.Repeated) return;
        foreach (var matter in done.Family.Children.Prepend(done.Family.Matter))
        {
            if (watched.Add(matter.Number)) Next(matter.Number);
            // What was just done is looked at once more: to put an assignment right, or take a report back.
            else if (matter.Number != done.Family.Matter.Number) continue;
            if (random.Next(4) == 0) At(
                Now + Duration.FromMinutes(random.Next(1, 12)),
                () => Step(matter.Number, goOn: false));
        }
    }

    /// <summary>Some of a few files, so that the same one comes again: with one matter, and with others.</summary>
    private IReadOnlyList<string> Files(MatterCommand command) =>
        command.Act == Act.AddEvidence || (Acts.TakesEvidence(command.Act) && random.Next(4) == 0)
            ? [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => File())]
            : [];

    private string File() => $"file {random.Next(30).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Files come without a word; days later, or never, it is said where they belong.</summary>
    private async Task SendFiles(MatterNumber number)
    {
        var people = witness.Directory.People;
        var (person, key) = (people[random.Next(people.Count)], $"f{++commands}");
        if (Living() is not { } instance || await instance.Send(person, key, [File(), File()]) is not true) return;
        if (random.Next(3) == 0) return;
        At(Now + Duration.FromHours(random.Next(1, 100)), async () =>
        {
            var id = $"c{++commands}";
            // Who says it is whoever they are by then.
            var now = witness.Directory.ById(person.Id) ?? person with { Grants = [] };
            if (!settling && Living() is { } later && await later.Put(id, now, number, key)
                is CommandResult.Done { SaidAt: null })
                witness.Answered(id);
        });
    }

    private Instance? Living()
    {
        var living = instances.Where(instance => !instance.Life.Ended).ToList();
        return living.Count == 0 ? null : living[random.Next(living.Count)];
    }
}
