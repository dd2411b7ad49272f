using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation.Recurring;

/// <summary>
/// Recurring matters of the office, over the whole run: set up, changed, taken over, skipped and ended while people of
/// the office come and go. And their judge: it counts the dates itself, day by day, and asks of each whether there is one
/// matter for each place.
/// </summary>
/// <param name="living">A process that lives, or null.</param>
internal sealed class RecurringTraffic(
    Random random,
    Province province,
    Witness witness,
    MemoryTableStore store,
    VirtualTime time,
    Func<Instance?> living,
    Action<Duration, Func<Task>> later)
{
    private const int Lead = 3;

    // As for other things that come by themselves: two would do, but for claims and an old directory.
    private const int MostCalmRounds = 5;

    private static readonly (Rhythm Rhythm, Func<LocalDate, LocalDate, bool> IsDate)[] Kinds =
    [
        (new Rhythm.Weekly(1, IsoDayOfWeek.Friday), (date, _) => date.DayOfWeek == IsoDayOfWeek.Friday),
        (new Rhythm.Weekly(2, IsoDayOfWeek.Wednesday),
            (date, first) => date.DayOfWeek == IsoDayOfWeek.Wednesday
                && Period.DaysBetween(first, date) / 7 % 2 == 0),
        (new Rhythm.Monthly(1, 1, [25]), (date, _) => date.Day == 25),
        (new Rhythm.Monthly(1, 1, [Rhythm.LastDay]), (date, _) => date.PlusDays(1).Day == 1),
        (new Rhythm.Monthly(1, 1, [10, 20]), (date, _) => date.Day is 10 or 20),
    ];

    private readonly Dictionary<MatterNumber, Promise> promised = [];
    private readonly HashSet<(MatterNumber, LocalDate)> skipped = [];
    private readonly HashSet<MatterNumber> ended = [];
    private int commands;

    /// <summary>Somebody of the office: whoever set a rule up may be replaced, and then somebody follows.</summary>
    private Person Office =>
        witness.Directory.Holding(Role.Office, province.Code).OrderBy(person => person.Id, StringComparer.Ordinal).ToList() is
        { Count: > 0 } office
            ? office[random.Next(office.Count)]
            : province.People[0];

    /// <summary>One rule for one to three places of a city.</summary>
    public async Task SetUp(LocalDate today)
    {
        var place = province.Places[random.Next(1, province.Places.Count)];
        var places = province.Places.Where(other => other.City == place.City && other != place)
            .Take(random.Next(0, 3))
            .Prepend(place)
            .ToList();
        var kind = random.Next(Kinds.Length);
        var draft = new RecurringDraft("报送进展", places, null, "报送进展", Kinds[kind].Rhythm, Lead: Lead, First: today);
        var by = random.Next(3) == 0 ? await EnterSomebody() : null;
        await SetUp($"r{++commands}", by ?? Office, draft, kind, 0);
    }

    /// <summary>Somebody comes to the office for some days, and leaves again: their rules are to go on.</summary>
    private async Task<Person?> EnterSomebody()
    {
        if (living() is not { } instance)
        {
            return null;
        }

        var name = $"guest{++commands}";
        var grant = new Grant(Role.Office, province.Code);
        await instance.Do(services => services.People.AddGrantAsync(
            province.People[0],
            name + "@example.invalid",
            name,
            grant,
            CancellationToken.None));
        var guest = witness.Directory.People.FirstOrDefault(person => person.Name == name);
        if (guest is not null)
        {
            later(Duration.FromDays(random.Next(2, 12)), () => Leave(guest.Id, grant));
        }

        return guest;
    }

    private async Task Leave(string id, Grant grant)
    {
        if (living() is { } instance)
        {
            await instance.Do(services =>
                services.People.RemoveGrantAsync(province.People[0], id, grant, CancellationToken.None));
        }
    }

    /// <summary>What is done on a day: now and then a date is skipped, or a rule ended.</summary>
    public Task Something()
    {
        if (promised.Count == 0)
        {
            return Task.CompletedTask;
        }

        var rule = promised.Keys.Order().ElementAt(random.Next(promised.Count));
        return random.Next(6) switch
        {
            0 => End(rule),
            1 or 2 => Change(rule),
            3 => TakeOver(rule),
            _ => Skip(rule),
        };
    }

    /// <summary>One matter for each date and place, never two; and none is missing that had its time.</summary>
    public void Look(Rounds rounds)
    {
        var made = store.Partitions.Where(place => place.Table == MatterRows.Table)
            .SelectMany(place => store.Rows(place.Table, place.Partition))
            .Where(row => row.Key.StartsWith(RowKeys.Matters.Matter, StringComparison.Ordinal)
                && row.Text("FromRule") is not null)
            .GroupBy(row => (
                Rule: MatterNumber.Parse(row.Text("FromRule")!),
                Date: Columns.Date(row.Text("RuleDate")!),
                Place: row.Text("Area")!))
            .ToDictionary(of => of.Key, of => of.Count());
        foreach (var (of, count) in made.Where(of => of.Value > 1))
        {
            witness.Violate(Check.AnOccurrenceIsMadeOnce, $"{of}: {count} matters");
        }

        foreach (var ((rule, date, _), _) in made)
        {
            if (promised.TryGetValue(rule, out var promise) && !Kinds[promise.Kind].IsDate(date, promise.FirstDate))
            {
                witness.Violate(Check.AnOccurrenceIsMadeOnce, $"{rule} for {date}, which is no date of it");
            }
        }

        foreach (var (rule, promise) in promised.Where(one => !ended.Contains(one.Key)))
        {
            var dates = Dates(promise).ToList();
            for (var i = 0; i + 1 < dates.Count; i++)
            {
                // Wherever holidays move it to, it is assigned when its day comes, and before the next one is.
                var (from, until) = (BeijingTime.At(dates[i], new(9, 0)), BeijingTime.At(dates[i + 1].PlusDays(-5), new(0, 0)));
                // Set up in the middle of a holiday, before which its due day lay: it is asked for no more.
                // And when the time of the next one had come too, that stands for both.
                var (due, next) = (DueDay(dates[i]), witness.Judge.Days.Nth(DueDay(dates[i + 1]), -Lead));
                var hadItsTime = !skipped.Contains((rule, dates[i]))
                    && due >= Judging.Days.Of(promise.At)
                    && next > Judging.Days.Of(promise.At).PlusDays(1)
                    && rounds.MoreThan(MostCalmRounds, promise.At, shown => shown >= from && shown < until, calm: true);
                foreach (var place in hadItsTime ? promise.Places : [])
                {
                    if (!made.ContainsKey((rule, dates[i], place.Value)))
                    {
                        witness.Violate(Check.AnOccurrenceIsMadeOnce, $"{rule} for {dates[i]} in {place}: no matter");
                    }
                }
            }
        }
    }

    /// <summary>The date, or the last working day before it.</summary>
    private LocalDate DueDay(LocalDate date) => witness.Judge.Days.Nth(date, 0);

    private IEnumerable<LocalDate> Dates(Promise promise)
    {
        var today = BeijingTime.Today(time.Passed);
        for (var date = promise.First; date <= today.PlusDays(40); date = date.PlusDays(1))
        {
            if (Kinds[promise.Kind].IsDate(date, promise.FirstDate))
            {
                yield return date;
            }
        }
    }

    /// <summary>Who is not answered tries the same again later, and gives up in the end.</summary>
    private async Task SetUp(string id, Person by, RecurringDraft draft, int kind, int tries)
    {
        RecurringResult? answer = null;
        if (living() is { } instance)
        {
            await instance.Do(async services =>
                answer = await services.Recurring.SetUpAsync(id, by, draft, CancellationToken.None));
        }

        if (answer is null && tries < 5)
        {
            later(Duration.FromMinutes(random.Next(1, 60)), () => SetUp(id, by, draft, kind, tries + 1));
        }

        if (answer is RecurringResult.Done done)
        {
            var first = draft.First!.Value;
            var firstDate = first;
            while (!Kinds[kind].IsDate(firstDate, firstDate))
            {
                firstDate = firstDate.PlusDays(1);
            }

            // What was due when it was set up, or a clock ahead thought so, is not asked for.
            promised.TryAdd(
                done.Rule.Number,
                new(kind, draft.Places, BeijingTime.Today(time.Passed).PlusDays(2), firstDate, time.Passed));
        }
        else if (answer is RecurringResult.Refused
            && witness.Directory.ById(by.Id)?.Has(Role.Office) == true)
        {
            witness.Violate(Check.NobodyIsRefusedWhatTheyMayDo, $"{id}: a recurring matter is refused");
        }
    }

    private async Task Skip(MatterNumber rule)
    {
        if (living() is not { } instance)
        {
            return;
        }

        var by = Office;
        await instance.Do(async services =>
        {
            if (await services.Recurring.FindAsync(by, rule, CancellationToken.None) is { Next: { } next })
            {
                // It may be done though nobody is answered.
                skipped.Add((rule, next));
                await services.Recurring.SkipAsync($"r{++commands}", by, rule, next, CancellationToken.None);
            }
        });
    }

    /// <summary>Another title and as many days ahead as before: no date is made twice, and none is left out by it.</summary>
    private async Task Change(MatterNumber rule)
    {
        if (living() is not { } instance)
        {
            return;
        }

        var (today, by) = (BeijingTime.Today(time.Passed), Office);
        var promise = promised[rule];
        // What was due in these days, and not made yet, is not asked for any more.
        for (var date = today.PlusDays(-10); date <= today.PlusDays(3); date = date.PlusDays(1))
        {
            skipped.Add((rule, date));
        }

        await instance.Do(services => services.Recurring.ChangeAsync(
            $"r{++commands}",
            by,
            rule,
            new(
                $"报送进展{commands}",
                promise.Places,
                null,
                "报送进展",
                Kinds[promise.Kind].Rhythm,
                Lead: Lead),
            CancellationToken.None));
    }

    private async Task TakeOver(MatterNumber rule)
    {
        var by = Office;
        if (living() is { } instance)
        {
            await instance.Do(services =>
                services.Recurring.TakeOverAsync($"r{++commands}", by, rule, CancellationToken.None));
        }
    }

    private async Task End(MatterNumber rule)
    {
        if (living() is not { } instance)
        {
            return;
        }

        ended.Add(rule);
        var by = Office;
        await instance.Do(services =>
            services.Recurring.EndAsync($"r{++commands}", by, rule, "不再需要", [], CancellationToken.None));
    }

    /// <param name="First">From when on each date is asked for.</param>
    /// <param name="FirstDate">Of the rhythm, from which weeks are counted.</param>
    private sealed record Promise(
        int Kind,
        IReadOnlyList<AreaCode> Places,
        LocalDate First,
        LocalDate FirstDate,
        Instant At);
}
