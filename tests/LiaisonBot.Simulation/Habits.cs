using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Simulation.Judging;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>What people do, and when, as the seed says: some are quick, some slow, some forget.</summary>
internal sealed class Habits(Random random, Province province, Witness witness)
{
    /// <summary>How readily somebody does what they may do.</summary>
    private static int Weight(Act act) => act switch
    {
        // There are only minutes for it.
        Act.Correct => 60,
        Act.Sign => 12,
        Act.Close => 8,
        Act.ReportProgress or Act.HandIn or Act.GrantExtension => 5,
        Act.AcceptDocket or Act.PassOn => 4,
        Act.Return or Act.RequestExtension or Act.AddEvidence => 3,
        Act.RefuseExtension or Act.Urge or Act.Undo or Act.ChangeDue or Act.Decline => 2,
        Act.Insist or Act.Ask or Act.Follow => 3,
        // Most are answered, and some only after they were reminded of.
        Act.Answer => 5,
        _ => 1,
    };

    /// <summary>Days between two steps of a matter.</summary>
    public int Pace() => random.Next(10) switch
    {
        < 6 => random.Next(1, 5),
        < 9 => random.Next(5, 14),
        _ => random.Next(25, 60),
    };

    /// <summary>
    /// Mostly in the working hours of a day, at a full ten minutes: so that some do things at the same moment.
    /// </summary>
    public Instant Sometime(LocalDate day) =>
        BeijingTime.At(day, LocalTime.Midnight) + Duration.FromMinutes(10 * (random.Next(5) > 0
            ? random.Next(8 * 6, 19 * 6)
            : random.Next(0, 24 * 6)));

    public (Person Actor, MatterCommand Command) Assignment(LocalDate today, string tag)
    {
        var area = province.Places[random.Next(province.Places.Count)];
        var actors = witness.Directory.People
            .Where(p => witness.Judge.May(p.Id, "Assign", Story.AtPlace(area.Value)))
            .ToList();
        DueSpan due = random.Next(2) == 0
            ? new DueSpan.WorkingDays(random.Next(1, 30))
            : new DueSpan.On(today.PlusDays(random.Next(0, 45)));
        var urgency = random.Next(6) == 0 ? Urgency.Urgent : Urgency.Normal;
        return (
            actors[random.Next(actors.Count)],
            new MatterCommand.Assign(new("上报整改方案", area, "责任单位", tag, due, urgency)));
    }

    /// <summary>
    /// Something that somebody may do with the matter now; rarely something that they may not. Null when nobody can do
    /// anything.
    /// </summary>
    public (Person Actor, MatterCommand Command)? Step(MatterTree tree, Instant now, string tag)
    {
        var today = BeijingTime.Today(now);
        if (witness.Judge.Of(tree.Matter.Number.Key) is not { } story) return null;
        var people = witness.Directory.People.Where(p => witness.Judge.May(p.Id, "See", story)).ToList();
        if (people.Count == 0) return null;
        if (random.Next(30) == 0) return (
            people[random.Next(people.Count)],
            Command(Acts.All[random.Next(1, Acts.All.Count)], tree, today, tag));

        var all = people.SelectMany(p => MatterRules.Possible(tree, Mighty(p, tree.Matter), now)
            .Select(act => (Person: p, Act: act))).ToList();
        bool May((Person Person, Act Act) step) =>
            witness.Judge.May(step.Person.Id, RuleBook.RightFor(step.Act.ToString(), story), story);
        // Somebody tries what would be possible, were it theirs to do.
        if (random.Next(12) == 0
            && all.Where(step => !May(step)).ToList() is { Count: > 0 } tempting
            && tempting[random.Next(tempting.Count)] is var (tempted, forbidden))
            return (tempted, Command(forbidden, tree, today, tag));
        var possible = all.Where(May).ToList();
        var acts = possible.Select(p => p.Act).Distinct().ToList();
        if (acts.Count == 0) return null;
        var drawn = random.Next(acts.Sum(Weight));
        var chosen = acts.First(act => (drawn -= Weight(act)) < 0);
        var able = possible.Where(p => p.Act == chosen).ToList();
        return (able[random.Next(able.Count)].Person, Command(chosen, tree, today, tag));
    }

    /// <summary>
    /// With every right over the matter: what the product says then is possible as the matter stands, and the judge
    /// says for whom.
    /// </summary>
    private static Person Mighty(Person person, Matter matter) => person with
    {
        Grants =
        [
            new(Role.Office, matter.Area.Province),
            new(Role.TeamLeader, matter.Area.City, matter.Team),
            new(Role.CityOffice, matter.Area.City),
            new(Role.CityOffice, matter.Holder),
            new(Role.CountyOfficer, matter.Holder),
            new(Role.Department, matter.Holder),
            new(Role.SupervisionOffice, matter.Area.Province),
        ],
    };

    private MatterCommand Command(Act act, MatterTree tree, LocalDate today, string tag)
    {
        var later = LocalDate.Max(today, tree.Matter.Due).PlusDays(random.Next(1, 20));
        return act switch
        {
            Act.Correct => Corrected(tree.Matter, later, tag),
            Act.Decline => new MatterCommand.Decline(tag),
            Act.Insist => new MatterCommand.Insist(tag),
            Act.Reopen => new MatterCommand.Reopen(
                tree.Parent is null && random.Next(2) == 0
                    ? new DueSpan.WorkingDays(random.Next(1, 20))
                    : new DueSpan.On(LocalDate.Min(
                        today.PlusDays(random.Next(1, 30)),
                        tree.Parent?.Due ?? LocalDate.MaxIsoValue)),
                tag),
            Act.ChangeDue => new MatterCommand.ChangeDue(OtherDay(tree, today), tag),
            Act.Undo => new MatterCommand.Undo(random.Next(3) == 0 ? null : tree.Matter.LastStep?.Entry),
            Act.PassOn =>
                new MatterCommand.PassOn(
                    Counties(tree),
                    random.Next(2) == 0 ? null : today.PlusDays(random.Next(0, 10)),
                    tag),
            Act.Sign => new MatterCommand.Sign(),
            Act.ReportProgress => new MatterCommand.ReportProgress(tag),
            Act.HandIn => new MatterCommand.HandIn(tag),
            Act.Close => new MatterCommand.Close(tag),
            Act.Return => new MatterCommand.Return(tag, random.Next(2) == 0 ? null : later),
            Act.RequestExtension => new MatterCommand.RequestExtension(tag, later),
            Act.GrantExtension => new MatterCommand.GrantExtension(random.Next(2) == 0 ? null : later, tag),
            Act.RefuseExtension => new MatterCommand.RefuseExtension(tag),
            Act.Urge => new MatterCommand.Urge(tag),
            Act.PutOnLedger => new MatterCommand.PutOnLedger(tag),
            Act.Docket => new MatterCommand.Docket(tag),
            Act.AcceptDocket => new MatterCommand.AcceptDocket(tag),
            Act.Refer => new MatterCommand.Refer(province.Audit.Code, tag),
            Act.AddEvidence => new MatterCommand.AddEvidence(tag),
            Act.Ask => new MatterCommand.Ask(tag),
            Act.Answer => new MatterCommand.Answer(tag),
            Act.DropQuestion => new MatterCommand.DropQuestion(),
            Act.Remark => new MatterCommand.Remark(tag),
            Act.Follow => new MatterCommand.Follow(),
            Act.Unfollow => new MatterCommand.Unfollow(),
            _ => new MatterCommand.Withdraw(tag),
        };
    }

    /// <summary>Earlier or later than it stands, sometimes where what is above or below it does not allow it.</summary>
    private LocalDate OtherDay(MatterTree tree, LocalDate today) =>
        random.Next(3) == 0
            ? LocalDate.Max(today, tree.Matter.Due.PlusDays(-random.Next(1, 8)))
            : LocalDate.Min(
                LocalDate.Max(today, tree.Matter.Due).PlusDays(random.Next(1, 20)),
                tree.Parent?.Due.PlusDays(random.Next(6) == 0 ? 1 : 0) ?? LocalDate.MaxIsoValue);

    private MatterCommand.Correct Corrected(Matter matter, LocalDate later, string tag)
    {
        if (matter.Number.IsChild) return new(
            Due: random.Next(2) == 0 ? new DueSpan.On(matter.Due.PlusDays(-1)) : null,
            Note: tag);
        var places = province.Places.Where(place => place.City == matter.Number.City).ToList();
        return random.Next(3) switch
        {
            0 => new(Area: places[random.Next(places.Count)], Target: tag),
            1 =>
                new(
                    Target: tag,
                    Due: random.Next(2) == 0 ? new DueSpan.WorkingDays(random.Next(1, 30)) : new DueSpan.On(later)),
            _ => new(Target: tag, Urgency: matter.Urgency == Urgency.Normal ? Urgency.Urgent : Urgency.Normal),
        };
    }

    private List<AreaCode> Counties(MatterTree tree)
    {
        var below = witness.Directory.Areas
            .Children(tree.Matter.Area.City)
            .Select(area => area.Code)
            .Where(code => tree.Children.All(c => c.Area != code || !c.IsOpen))
            .ToList();
        return [.. Enumerable.Range(0, random.Next(1, 6))
            .Select(_ => below.Count == 0 ? tree.Matter.Area : below[random.Next(below.Count)])
            .Distinct()];
    }
}
