using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>
/// What happens beside the matters: people, visits, rooms, settings, jobs and links, as the seed says.
/// </summary>
/// <param name="living">A process that lives, or null.</param>
internal sealed class OfficeWork(
    Random random,
    Province province,
    Witness witness,
    VirtualTime time,
    Func<Instance?> living,
    Action<Duration, Func<Task>> later,
    Action<MatterNumber> made)
{
    private static readonly VisitKind[] KindsOfCounties =
        [VisitKind.Inspection, VisitKind.Inspection, VisitKind.Patrol, VisitKind.ReturnVisit, VisitKind.Special];

    private int given;

    private Person Office => province.People[0];

    /// <summary>One thing of a day.</summary>
    public Task Something() => random.Next(13) switch
    {
        8 => NameSubstitute(),
        9 => NameSubstitute(),
        10 => EndSubstitute(),
        11 => Replace(),
        12 => EnterForSomeDays(),
        0 => Settings(),
        1 => EnterPerson(),
        2 => RemovePerson(),
        3 => ChangeVisits(),
        4 => ChangeRooms(),
        5 => ImportPeople(),
        6 => MakeLink(),
        _ => AssignToMany(),
    };

    /// <summary>
    /// Somebody entered by sign-in name writes for the first time; somebody else who was given the name later gets
    /// nothing of it.
    /// </summary>
    public async Task<Person> Binding(Instance instance, Person person)
    {
        if (witness.Directory.ById(person.Id) is not { SignInName: not null } entered) return person;
        await instance.Do(services => services.People.BindAsync(entered, Guid(random), CancellationToken.None));
        var bound = witness.Directory.ById(person.Id)?.ObjectId;
        await instance.Do(services => services.People.BindAsync(entered, Guid(random), CancellationToken.None));
        if (bound is not null
            && witness.Directory.ById(person.Id)?.ObjectId is { } now
            && now != bound) witness.Violate(Check.ASignInNameIsBoundOnce, $"{person.Id} to {now}");
        return witness.Directory.ById(person.Id) ?? person;
    }

    private Task Do(Func<Core.LiaisonServices, Task> work) =>
        living() is { } instance ? instance.Do(work) : Task.CompletedTask;

    private Task Settings()
    {
        var person = Anybody();
        var own = new Preferences(
            // Who has it before the reminders of the day are gathered may have them on the next day.
            DigestTime: random.Next(3) == 0 ? null : new LocalTime(random.Next(8, 12), 30),
            QuietFrom: random.Next(3) == 0 ? null : new LocalTime(random.Next(19, 24), 0),
            QuietTo: random.Next(3) == 0 ? null : new LocalTime(random.Next(6, 10), 0));
        return Do(services => services.People.SetPreferencesAsync(person, own, CancellationToken.None));
    }

    private Task EnterPerson() => Do(services =>
    {
        var entry = Entry();
        return services.People.AddGrantAsync(Office, entry.Identity, entry.Name, entry.Grant, CancellationToken.None);
    });

    /// <summary>Somebody of the same place or team, or, by the office, somebody else; often such as may not.</summary>
    private Task NameSubstitute()
    {
        var (represented, substitute) = (Anybody(), Anybody());
        if (random.Next(3) > 0
            && witness.Directory.People.Where(p => p.Id != represented.Id
                && p.Grants.Any(g => g.Area == represented.Grants[0].Area)).ToList() is { Count: > 0 } near)
            substitute = near[random.Next(near.Count)];
        var first = Today.PlusDays(random.Next(0, 4));
        return Do(services => services.Substitutes.NameAsync(
            random.Next(2) == 0 ? represented : Office,
            represented.Id,
            substitute.Id,
            first,
            first.PlusDays(random.Next(0, 8)),
            CancellationToken.None));
    }

    private Task EndSubstitute() =>
        witness.Directory.People.SelectMany(p => p.Grants).Select(g => g.For).OfType<string>().ToList() is { Count: > 0 } away
            ? Do(services => services.Substitutes.EndAsync(Office, away[random.Next(away.Count)], CancellationToken.None))
            : NameSubstitute();

    /// <summary>Who was entered later is followed by somebody, at once or on a later day.</summary>
    private Task Replace() =>
        witness.Directory.People.Where(p => p.SignInName is not null && p.Grants.Count > 0).ToList() is { Count: > 0 } entered
            ? Do(services => services.Successions.ReplaceAsync(
                Office,
                entered[random.Next(entered.Count)].Id,
                null,
                Entry(),
                random.Next(3) == 0 ? Today.PlusDays(random.Next(1, 5)) : null,
                CancellationToken.None))
            : EnterPerson();

    private Task EnterForSomeDays() => Do(services =>
    {
        var entry = Entry();
        var grant = entry.Grant with
        {
            From = random.Next(2) == 0 ? null : Today.PlusDays(random.Next(0, 4)),
            To = Today.PlusDays(random.Next(4, 12)),
        };
        return services.People.AddGrantAsync(Office, entry.Identity, entry.Name, grant, CancellationToken.None);
    });

    private LocalDate Today => BeijingTime.Today(time.GetCurrentInstant());

    private Task RemovePerson() => witness.Directory.People
        .Where(person => person.SignInName is not null && person.Entered.Count > 0)
        .ToList() is { Count: > 0 } entered
        && entered[random.Next(entered.Count)] is var one
        ? Do(services =>
            services.People.RemoveGrantAsync(
                Office,
                one.Id,
                one.Entered[random.Next(one.Entered.Count)],
                CancellationToken.None))
        : EnterPerson();

    /// <summary>
    /// A visit is entered, changed, called off, or goes one step on; often one whose turn has not come. Some are
    /// announced from a later day on.
    /// </summary>
    private Task ChangeVisits()
    {
        var today = BeijingTime.Today(time.GetCurrentInstant());
        var visits = witness.Directory.PlannedVisits;
        var some = visits.Count == 0 ? null : visits[random.Next(visits.Count)];
        var place = Somewhere();
        var number = $"冀巡发〔2026〕{random.Next(1, 4)}号";
        var day = today.PlusDays(random.Next(0, 3));
        return (random.Next(9), some) switch
        {
            (0, { } one) => Do(services => services.Visits.ChangeAsync(
                Office,
                one.Key,
                visit => visit with { To = today.PlusDays(random.Next(-3, 20)) },
                CancellationToken.None)),
            (1, { } one) => Do(services => services.Visits.CancelAsync(Office, one.Key, "另有安排", CancellationToken.None)),
            (2 or 3, { } one) => Do(services => services.Visits.SubmitAsync(Office, one.Key, CancellationToken.None)),
            (4, { } one) =>
                Do(services => services.Visits.ApproveAsync(Office, one.Key, number, CancellationToken.None)),
            (5 or 6, { } one) => Do(services => services.Visits.ApproveAndAnnounceAsync(
                Office,
                one.Key,
                number,
                day,
                CancellationToken.None)),
            (7, { } one) => Do(services => services.Visits.AnnounceAsync(Office, one.Key, day, CancellationToken.None)),
            _ => Do(services => services.Visits.EnterAsync(
                Office,
                new(
                    random.Next(1, 4),
                    place,
                    today.PlusDays(random.Next(0, 9)),
                    today.PlusDays(random.Next(9, 25)),
                    place.Level == AreaLevel.City ? VisitKind.Residency : KindsOfCounties[random.Next(KindsOfCounties.Length)]),
                CancellationToken.None)),
        };
    }

    private Task ChangeRooms()
    {
        var room = new ChatAddress(
            "msteams",
            "https://chat.invalid/",
            $"19:room{random.Next(3)}",
            "",
            "28:bot",
            null,
            ChatKind.Channel);
        var city = Somewhere().City;
        return random.Next(3) == 0
            ? Do(services => services.Rooms.UnbindAsync(Office, room, CancellationToken.None))
            : Do(services => services.Rooms.BindAsync(Office, room, city, CancellationToken.None));
    }

    private Task ImportPeople()
    {
        var items = Enumerable.Range(1, random.Next(2, 30)).Select(row => new JobItem.Entry(row, Entry())).ToList();
        return Begin(
            new(
                $"j{++given}",
                JobKind.People,
                JobState.Running,
                Office.Id,
                "人员.xlsx",
                Language.Chinese,
                items.Count,
                0,
                0,
                [],
                time.GetCurrentInstant()),
            items,
            0);
    }

    /// <summary>One matter for many places; or a whole notice, with a task and a date of its own in each line.</summary>
    private Task AssignToMany()
    {
        var isNotice = random.Next(2) == 0;
        var places = Enumerable.Range(0, random.Next(2, isNotice ? 12 : 7))
            .Select(_ => Somewhere())
            .Distinct()
            .ToList();
        DueSpan Due() => new DueSpan.WorkingDays(random.Next(3, 30));
        var due = Due();
        var items = places.Select((
            place,
            i) => new JobItem.Assignment(i + 1, new(
                isNotice ? $"第{i + 1}项任务" : "报送自查情况",
                place,
                "责任单位",
                "自查",
                isNotice ? Due() : due))).ToList();
        return Begin(
            new(
                $"j{++given}",
                isNotice ? JobKind.Matters : JobKind.Places,
                JobState.Running,
                Office.Id,
                isNotice ? "关于做好近期重点工作的通知" : "报送自查情况",
                Language.Chinese,
                items.Count,
                0,
                0,
                [],
                time.GetCurrentInstant()),
            items,
            0);
    }

    /// <summary>Whoever is not answered sends the same again.</summary>
    private async Task Begin(Job job, IReadOnlyList<JobItem> items, int tries)
    {
        Job? begun = null;
        if (living() is { } instance) await instance.Do(async services =>
            begun = await services.Jobs.BeginAsync(job, items, CancellationToken.None));
        if (begun is null && tries < 5) later(
            Duration.FromMinutes(random.Next(1, 60)),
            () => Begin(job, items, tries + 1));
        if (begun is null) return;
        witness.Promised(job, items);
        foreach (var one in begun.Made) made(one.Number);
    }

    private async Task MakeLink()
    {
        var (person, token, isMade) = (Anybody(), Guid(random), false);
        await Do(async services =>
        {
            await services.Links.MakeAsync(
                person,
                Language.Chinese,
                [(token, LinkTo.Ledger, person.Grants[0].Area)],
                CancellationToken.None);
            isMade = true;
        });
        var until = time.GetCurrentInstant() + LinkService.Lasts;
        if (isMade) later(
            Duration.FromMinutes(random.Next(0, 20)),
            () => Do(services => OpenLink(services, person, token, until)));
    }

    private async Task OpenLink(Core.LiaisonServices services, Person person, string token, Instant until)
    {
        var now = time.GetCurrentInstant();
        var found = await services.Links.FindAsync(token, CancellationToken.None);
        // A store that is slow may have made it a little later, and find it a little later.
        var near = (now - until).TotalMinutes is > -1 and < 1;
        if (found is { } link
            && (link.Person.Id != person.Id
                || (now >= until && !near))) witness.Violate(
                    Check.ALinkIsForItsPersonAndItsTime,
                    $"of {person.Id} until {until}");
        if (found is null) return;
        var first = await services.Links.OpenAsync(token, "first", CancellationToken.None);
        if (first
            && await services.Links.OpenAsync(token, "second", CancellationToken.None)) witness.Violate(
                Check.ALinkIsForItsPersonAndItsTime,
                $"of {person.Id} opened by two");
    }

    private PersonEntry Entry()
    {
        var place = Somewhere();
        var grant = place.Level switch
        {
            AreaLevel.City => new Grant(Role.CityOffice, place),
            AreaLevel.Unit => new Grant(Role.Department, place),
            _ => new Grant(Role.CountyOfficer, place),
        };
        // Now and then somebody who is there already gets one more place.
        var name = string.Create(CultureInfo.InvariantCulture, $"new{random.Next(3) + (++given / 2)}");
        return new(name + "@example.invalid", name, grant);
    }

    private AreaCode Somewhere() => province.Places[random.Next(province.Places.Count)];

    private Person Anybody() =>
        witness.Directory.People.Where(person => person.Grants.Count > 0).ToList() is var people
            ? people[random.Next(people.Count)]
            : Office;

    private static string Guid(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{random.Next():000000000000}");
}
