using System.Security.Cryptography;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Arrivals;
using LiaisonBot.Core.Audit;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.ChatCards;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Evaluations;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Feeds;
using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.Health;
using LiaisonBot.Core.Holidays;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Leaving;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Plans;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Rooms;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Core;

/// <summary>
/// The work of one process on one store. The one place where it is put together: for every host, the tests and the
/// simulator.
/// </summary>
public sealed class LiaisonServices
{
    /// <summary>Cities that a round works in at a time: a chat that does not answer holds up its own.</summary>
    public const int CitiesAtATime = 4;

    /// <summary>After which a piece of the daily upkeep that failed is tried again.</summary>
    private static readonly Duration DailyAgainAfter = Duration.FromMinutes(10);

    /// <summary>What can wait, and is still to be done.</summary>
    private readonly Queue<Func<Instant, CancellationToken, Task>> waiting = new();

    /// <summary>Of the daily upkeep, what failed today, by when it comes again.</summary>
    private readonly Queue<(Func<CancellationToken, Task> Piece, Instant NotBefore)> failed = new();

    private LocalDate? swept;
    private Instant? audited;

    /// <summary>When the last round began, if it left something to be sent.</summary>
    private Instant? behind;

    /// <param name="sender">Names this process among those that send at the same time from the same store.</param>
    /// <param name="chat">Makes the way to the chats, which looks at the directory too.</param>
    /// <param name="committed">Told the partition after each command, and of messages that the office sends again:
    /// there may be something to deliver. Must not throw.</param>
    /// <param name="terms">How long what names people is kept; as it is shipped when null.</param>
    /// <param name="evidence">Where the bytes of evidence are kept; null where no files are kept.</param>
    /// <param name="sealedParts">Where sealed records lie, and their key; in the same store and without a key when
    /// null: then none can be registered.</param>
    /// <param name="kinds">Kinds of subjects that people are told of and reminded of, beside the matter.</param>
    public LiaisonServices(
        ITableStore store,
        AreaCode province,
        IClock clock,
        PolicyBook policies,
        string sender,
        Func<LiaisonServices, IChats> chat,
        Action<AreaCode> committed,
        Terms? terms = null,
        IEvidenceBytes? evidence = null,
        SealedParts? sealedParts = null,
        params IReadOnlyList<ISubjectKind> kinds)
    {
        (Clock, Policies) = (clock, policies);
        sealedParts ??= new(new SealedTable(store), new NoSealingKeys());
        var watched = new WatchedStore(store, clock, e => Refused(e));
        (Writes, store) = (watched, watched);
        Directory = new(store, province, clock);
        People = new(store, Directory);
        Accounts = new(store, Directory);
        Substitutes = new(store, Directory);
        Successions = new(store, Directory);
        Visits = new(store, Directory, clock);
        Plans = new(store, Directory, () => Directory.Calendar, () => PlanProfile, clock);
        Teams = new(store, Directory);
        Evaluations = new(store, Directory, clock);
        Areas = new(store, Directory);
        Rooms = new(store, Directory, clock);
        Calendar = () => Directory.Calendar;
        Matters = new(store, Directory, Calendar, clock, committed, policies)
        {
            Wake = (key, cancellationToken) => Sweep!.FireAsync(key, cancellationToken),
            Lacks = async (step, act, cancellationToken) => await Sets!.LacksAsync(step, act, cancellationToken)
                ?? await Disclosures!.LacksAsync(step, act, cancellationToken),
        };
        Sets = new(store, Directory, Matters, Calendar, clock, committed) { Steps = () => Steps };
        Disclosures = new(
            store,
            Directory,
            Sets,
            Matters,
            Calendar,
            () => DisclosureRule,
            (entries, cancellationToken) => Lists!.WholeAsync(entries, cancellationToken),
            clock);
        Checks = new(store, Directory, Sets, Matters, clock, () => NewSeed(), committed);
        SelfChecks = new(store, Directory, Matters, Sets, Calendar, clock, committed, policies);
        Topics = new(store, Directory, Sets, () => PlanProfile.SameTopic, clock, committed);
        Arrivals = new(store, Directory, Visits, Matters, Calendar, clock);
        Lists = new(store, Directory);
        Talks = new(store, province, terms ?? Terms.BuiltIn, () => TalkLeft());
        EmptyPlaces = new(store, Directory, clock);
        Recurring = new(store, Directory, Matters, Calendar, clock, committed, policies);
        Handovers = new(store, Directory, Matters, Lists, Recurring, Sets, clock, committed);
        PlanAlerts = new(store, Directory, Calendar, () => PlanProfile, clock, committed);
        Sealed = new(
            sealedParts.Store,
            store,
            sealedParts.Keys,
            Directory,
            Calendar,
            () => Steps,
            sealedParts.Random,
            clock,
            committed);
        SealedDestruction = new(
            sealedParts.Store,
            Sealed,
            Directory,
            (terms ?? Terms.BuiltIn).Of(Kept.SealedRecord),
            clock);
        SealedArchive = new(sealedParts.Store, Sealed, Directory, sealedParts.Random, clock);
        SealedUpkeep = new(sealedParts.Store, sealedParts.Keys, Sealed, Directory, clock);
        var subjects = new Subjects(
        [
            new MatterKind(Matters),
            new RecurringKind(Recurring),
            new HandoverKind(Handovers),
            new SetSubject(Sets),
            new SelfCheckRoundKind(SelfChecks),
            new SelfCheckKind(SelfChecks),
            Checks,
            Topics,
            PlanAlerts,
            new SealedSubject(Sealed),
            .. kinds,
        ]);
        var way = chat(this);
        var outbox = new Outbox(store, clock, sender);
        Dispatcher = new(store, Directory, People, subjects, way, clock, Calendar, policies, outbox, committed);
        RoomCards = new(store, Directory, Rooms, Matters, way, clock, outbox);
        ChatCards = new(store, Directory, People, Matters, Talks, way, clock, outbox, terms ?? Terms.BuiltIn);
        Sweep = new(store, Directory, Calendar, clock, subjects, policies);
        Holidays = new(store, Directory, clock, policies, Sweep);
        DigestSender = new(store, Directory, People, subjects, way, Calendar, clock, policies, outbox);
        Waiting = new(store, Directory, subjects, clock);
        News = new(store, Directory, People, subjects, way, Calendar, clock, policies, outbox);
        Retention = new(store, clock, terms ?? Terms.BuiltIn);
        Leaving = new(store, Directory, clock, terms ?? Terms.BuiltIn, sender) { Sealed = SealedUpkeep };
        Heartbeat = new(store, Directory, clock);
        Burden = new(store, Directory);
        JobRunner = new(store, Directory, People, Matters, Plans, way, clock, outbox, () => JobLeft());
        Jobs = new(store, Directory, JobRunner, Matters, clock);
        Links = new(store, Directory, clock);
        Sessions = new(store, Directory);
        Feeds = new(store, Directory, clock);
        Evidence = new(store, evidence, province, clock, terms ?? Terms.BuiltIn);
        Auditor = new(
            store,
            Directory,
            Calendar,
            clock,
            policies,
            terms ?? Terms.BuiltIn,
            Matters,
            [.. subjects.Kinds.OfType<IPlannedKind>().Where(kind => kind.Kind != MatterNumber.Kind)]);
    }

    public IClock Clock { get; }

    public PolicyBook Policies { get; }

    public CurrentDirectory Directory { get; }

    public DirectoryService People { get; }

    /// <summary>Who stands in for whom.</summary>
    public SubstituteService Substitutes { get; }

    /// <summary>Who follows whom.</summary>
    public SuccessionService Successions { get; }

    public PeopleNewsSender News { get; }

    public AreaService Areas { get; }

    public AccountService Accounts { get; }

    public MatterService Matters { get; }

    public RecurringService Recurring { get; }

    public HandoverService Handovers { get; }

    public SetService Sets { get; }

    /// <summary>What is made public of sets.</summary>
    public DisclosureService Disclosures { get; }

    public CheckService Checks { get; }

    /// <summary>What places say of faults that others have.</summary>
    public SelfCheckService SelfChecks { get; }

    /// <summary>Where findings of one topic come up.</summary>
    public TopicService Topics { get; }

    /// <summary>What must not leak (密件).</summary>
    public SealedService Sealed { get; }

    public SealedUpkeep SealedUpkeep { get; }

    /// <summary>Files of sealed records for the archive.</summary>
    public SealedArchive SealedArchive { get; }

    /// <summary>Ends those whose term is over, by the word of two.</summary>
    public SealedDestruction SealedDestruction { get; }

    /// <summary>For samples that are drawn: a new one each time, not to be foreseen.</summary>
    public Func<string> NewSeed { get; init; } = () => RandomNumberGenerator.GetHexString(16, lowercase: true);

    public MatterLists Lists { get; }

    public TalkService Talks { get; }

    public EmptyPlaces EmptyPlaces { get; }

    public OutboxDispatcher Dispatcher { get; }

    public RoomService Rooms { get; }

    public RoomCardUpdater RoomCards { get; }

    public ChatCardUpdater ChatCards { get; }

    public ReminderSweep Sweep { get; }

    public DigestSender DigestSender { get; }

    /// <summary>What waits for people without a chat.</summary>
    public WaitingMessages Waiting { get; }

    public Retention Retention { get; }

    public LeavingService Leaving { get; }

    public VisitService Visits { get; }

    /// <summary>What the inspected are told of announced visits.</summary>
    public ArrivalService Arrivals { get; }

    public PlanService Plans { get; }

    /// <summary>What a date makes urgent in the year's plan.</summary>
    public PlanAlerts PlanAlerts { get; }

    public TeamService Teams { get; }

    public EvaluationService Evaluations { get; }

    public HolidayService Holidays { get; }

    /// <summary>The working days by the notices in force, as <see cref="Directory"/> was read last.</summary>
    public Func<WorkingCalendar> Calendar { get; }

    public Heartbeat Heartbeat { get; }

    public Burden Burden { get; }

    public Auditor Auditor { get; }

    public JobService Jobs { get; }

    public JobRunner JobRunner { get; }

    public LinkService Links { get; }

    /// <summary>Who is signed in to the pages.</summary>
    public SessionService Sessions { get; }

    /// <summary>The addresses of people's calendars.</summary>
    public FeedService Feeds { get; }

    public EvidenceService Evidence { get; }

    /// <summary>The numbers that a year's plan goes by.</summary>
    public PlanProfile PlanProfile { get; init; } = PlanProfile.BuiltIn;

    /// <summary>The dated steps of sets.</summary>
    public StepBook Steps { get; init; } = StepBook.BuiltIn;

    /// <summary>The office's uniform rule of what is made public.</summary>
    public DisclosureRule DisclosureRule { get; init; } = DisclosureFile.BuiltIn;

    /// <summary>Whether the store takes changes.</summary>
    public WatchedStore Writes { get; }

    /// <summary>Told that the store takes no changes, once a minute at most. Must not throw.</summary>
    public Action<StoreUnavailableException> Refused { get; init; } = _ => { };

    /// <summary>Told of each difference that the audit finds. Must not throw.</summary>
    public Action<Difference> Found { get; init; } = _ => { };

    /// <summary>Told that a job has something left to do before the next round. Must not throw.</summary>
    public Action JobLeft { get; init; } = () => { };

    /// <summary>Told that what people were shown is to be saved. Must not throw.</summary>
    public Action TalkLeft { get; init; } = () => { };

    /// <summary>
    /// Everything that comes by itself, to be called every so often: carries out what a stop left half done, gives the
    /// reminders that are due, sends what lies in any outbox, and the digests, brings the cards in rooms up to date,
    /// carries on the jobs, and audits this every hour; on the first call of a day also sweeps away what is kept for a
    /// time only.
    /// </summary>
    /// <param name="attempt">Runs one piece of the work and says what failed: a failure in one city must not keep the
    /// others from theirs.</param>
    /// <returns>False when messages were left because it had lasted long enough: then the next round should follow at
    /// once.</returns>
    public async Task<bool> RoundAsync(Func<Func<Task>, Task> attempt, CancellationToken cancellationToken)
    {
        IReadOnlyList<AreaCode> partitions = [];
        await attempt(async () => partitions = [.. (await Directory.ReadAsync(cancellationToken)).Partitions]);
        await attempt(() => Holidays.ResumeAsync(cancellationToken));
        await attempt(() => Talks.SaveAsync(cancellationToken));
        // What passes to somebody else passes before it is sent.
        await attempt(() => News.DeliverAsync(cancellationToken));
        await attempt(() => Sealed.ResumeAsync(cancellationToken));
        await attempt(() => Arrivals.ResumeAsync(ArrivalService.InRound, cancellationToken));
        // What is due does not wait for what is big.
        var jobs = attempt(async () =>
        {
            if (await JobRunner.ResumeAsync(cancellationToken) is not null)
            {
                JobLeft();
            }
        });
        var leaving = attempt(() => Leaving.ResumeAsync(cancellationToken));
        Plan(partitions);
        var began = Clock.GetCurrentInstant();
        // While a backlog lasts, what can wait goes on beside what is being sent: it must not hold that up, nor be kept
        // from its turn. The audit then asks what became of all that was due when the round before began: what this one
        // is just sending is not late.
        var (isOver, isLeft) = (false, false);
        var upkeep = behind is { } last
            ? UpkeepAsync(last, () => isOver, attempt, cancellationToken)
            : Task.CompletedTask;
        do
        {
            isLeft = await GiveAndSendAsync(partitions, attempt, cancellationToken);
            isOver = isLeft;
        }
        while (isLeft && !upkeep.IsCompleted);

        await upkeep;
        await jobs;
        await leaving;
        behind = isLeft ? began : null;
        if (!isLeft)
        {
            await UpkeepAsync(began, () => false, attempt, cancellationToken);
        }

        return !isLeft;
    }

    /// <summary>Gives the reminders that are due, and sends.</summary>
    /// <returns>Whether something was left because it had lasted long enough: reminders that became due meanwhile come
    /// first.</returns>
    private async Task<bool> GiveAndSendAsync(
        IReadOnlyList<AreaCode> partitions,
        Func<Func<Task>, Task> attempt,
        CancellationToken cancellationToken)
    {
        var unswept = Math.Max(1, partitions.Count);
        await Bounded.ForEachAsync(partitions, CitiesAtATime, async partition =>
        {
            await attempt(() => Matters.ResumeAsync(partition, cancellationToken));
            await attempt(async () =>
            {
                await Sweep.SweepAsync(partition, cancellationToken);
                Interlocked.Decrement(ref unswept);
            });
        });

        await attempt(() => Heartbeat.SweptAsync(unswept, cancellationToken));
        var cut = 0;
        await Bounded.ForEachAsync(partitions, CitiesAtATime, partition => attempt(async () =>
        {
            if (!await Dispatcher.DeliverAllAsync(partition, cancellationToken))
            {
                Interlocked.Increment(ref cut);
            }
        }));
        await attempt(async () =>
        {
            if (!await DigestSender.DeliverAsync(cancellationToken))
            {
                Interlocked.Increment(ref cut);
            }
        });
        // People come first: a card that many matters changed in is slow to be brought up to date.
        await Bounded.ForEachAsync(
            partitions,
            CitiesAtATime,
            partition => attempt(() => RoomCards.DeliverAsync(partition, cancellationToken)));
        await Bounded.ForEachAsync(
            partitions,
            CitiesAtATime,
            partition => attempt(() => ChatCards.DeliverAsync(partition, cancellationToken)));
        return cut > 0;
    }

    /// <summary>
    /// Puts what is due of what can wait into a queue: the audit of each city, once an hour, and what comes once a day.
    /// </summary>
    private void Plan(IReadOnlyList<AreaCode> partitions)
    {
        var now = Clock.GetCurrentInstant();
        if (waiting.Count > 0 || partitions.Count == 0)
        {
            return;
        }

        // A clock that was set back audits as well.
        if (audited is not { } last || last > now || now - last >= Auditor.Every)
        {
            audited = now;
            // Told of once an hour, not with each of the reads.
            waiting.Enqueue(async (_, cancellationToken) =>
            {
                if ((await Directory.ReadAsync(cancellationToken)).Damaged is { Count: > 0 } damaged)
                {
                    throw new AggregateException("The directory could not be read whole.", damaged.Values);
                }
            });
            foreach (var partition in partitions)
            {
                waiting.Enqueue(async (until, cancellationToken) =>
                {
                    foreach (var difference in await Auditor.CheckAsync(partition, until, cancellationToken))
                    {
                        Found(difference);
                    }
                });
            }
        }

        var today = BeijingTime.Today(now);
        if (swept == today)
        {
            while (failed.TryPeek(out var next) && next.NotBefore <= now)
            {
                Daily(failed.Dequeue().Piece);
            }

            return;
        }

        swept = today;
        failed.Clear();
        Daily(cancellationToken => JobRunner.SweepAsync(cancellationToken));
        Daily(cancellationToken => Links.SweepAsync(cancellationToken));
        Daily(cancellationToken => Sessions.SweepAsync(cancellationToken));
        Daily(cancellationToken => Feeds.SweepAsync(cancellationToken));
        Daily(cancellationToken => Talks.SweepAsync(Clock.GetCurrentInstant(), cancellationToken));
        Daily(cancellationToken => Evidence.SweepAsync(partitions, cancellationToken));
        Daily(cancellationToken => Leaving.SweepAsync(cancellationToken));
        Daily(cancellationToken => PlanAlerts.CheckAsync(cancellationToken));
        Daily(cancellationToken => Topics.CheckAsync(cancellationToken));
        Daily(cancellationToken => SealedUpkeep.RewrapAsync(cancellationToken));
        Daily(cancellationToken => SealedUpkeep.CheckLooksAsync(cancellationToken));
        Daily(cancellationToken => SealedDestruction.ResumeAsync(cancellationToken));
        foreach (var partition in partitions)
        {
            Daily(cancellationToken => Handovers.CheckAsync(partition, cancellationToken));
            Daily(cancellationToken => Dispatcher.ResumeWaitingAsync(partition, cancellationToken));
            Daily(cancellationToken => Retention.SweepAsync(partition, cancellationToken));
            Daily(cancellationToken => Leaving.SweepWaitingAsync(partition, cancellationToken));
            Daily(cancellationToken => RoomCards.PurgeRoomsAsync(partition, cancellationToken));
            Daily(cancellationToken => ChatCards.SweepAsync(partition, cancellationToken));
        }
    }

    /// <summary>
    /// Queues a piece of what comes once a day. When it fails it comes again a while later, and none of the others does.
    /// </summary>
    private void Daily(Func<CancellationToken, Task> piece) => waiting.Enqueue(async (_, cancellationToken) =>
    {
        try
        {
            await piece(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            failed.Enqueue((piece, Clock.GetCurrentInstant() + DailyAgainAfter));
            throw;
        }
    });

    /// <summary>Works through the queue, piece by piece.</summary>
    /// <param name="until">What was due later is not judged.</param>
    /// <param name="isEnough">Asked after each piece: what is left waits for the next round.</param>
    private async Task UpkeepAsync(
        Instant until,
        Func<bool> isEnough,
        Func<Func<Task>, Task> attempt,
        CancellationToken cancellationToken)
    {
        while (waiting.TryDequeue(out var piece))
        {
            await attempt(() => piece(until, cancellationToken));
            if (isEnough())
            {
                return;
            }
        }
    }

    /// <summary>
    /// How all of this goes. Two range reads a partition, in the process whose rounds just found nothing to send one; two
    /// more, and one read; one more for each city with rooms; once a day one more a partition.
    /// </summary>
    public async Task<HealthFacts> HealthAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetCurrentInstant();
        var count = await Dispatcher.CountAsync(cancellationToken);
        var cards = await RoomCards.CountAsync(cancellationToken);
        var chats = ChatCards.Behind();
        var (lastSweep, lag) = await Heartbeat.LastSweepAsync(cancellationToken);
        var (audit, differences, unmended) = await Auditor.FactsAsync(cancellationToken);
        unmended += count.Damaged + await JobRunner.DamagedAsync(cancellationToken) + (await Directory.ReadAsync(cancellationToken)).Damaged.Count;
        return new(
            now,
            count.Undelivered + cards.Matters + chats.Matters,
            count.Waiting,
            Duration.Max(count.Oldest, Duration.Max(cards.Oldest, chats.Oldest)),
            lastSweep,
            lag,
            Heartbeat.Failures,
            audit,
            differences,
            unmended,
            await Holidays.ProvisionalAheadAsync(cancellationToken),
            Writes.Refused,
            Writes.Why);
    }
}
