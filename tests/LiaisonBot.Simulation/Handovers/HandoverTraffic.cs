using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Simulation.Handovers;

/// <summary>
/// What office and leaders do while the teams change places: a handover is opened, signed, confirmed, called off, early or
/// late or never; a leader leaves without a word; who has gone goes on trying to decide.
/// </summary>
/// <param name="living">A process that lives, or null.</param>
internal sealed class HandoverTraffic(
    Random random,
    Province province,
    Witness witness,
    Func<Instance?> living,
    Action<Duration, Func<Task>> later)
{
    private const int DaysAhead = 45;
    private const int DaysAfter = 90;

    private int commands;
    private int entered;

    private Person Office => province.People[0];

    /// <summary>What is done on a day; nothing in a province whose teams stay where they are.</summary>
    public IEnumerable<Func<Task>> Steps(LocalDate today)
    {
        List<Func<Task>> steps = [];
        for (var period = 1; period <= province.Rotations.Count; period++)
        {
            var on = province.Rotations[period - 1];
            if (today < on.PlusDays(-DaysAhead) || today > on.PlusDays(DaysAfter))
            {
                continue;
            }

            foreach (var city in province.Cities)
            {
                var (from, to) = (province.TeamIn(city, period - 1), province.TeamIn(city, period));
                if (random.Next(5) == 0)
                {
                    steps.Add(() => HandOver(city, from, to, on));
                }

                if (today >= on && random.Next(3) == 0)
                {
                    steps.Add(() => Decide(city, from));
                }

                if (today < on && random.Next(6) == 0)
                {
                    steps.Add(() => Decide(city, to));
                }
            }
        }

        if (province.Rotations.Count > 0 && random.Next(60) == 0)
        {
            steps.Add(() => LeaveWithoutAWord(today));
        }

        return steps;
    }

    /// <summary>The next step of a handover, or one whose turn has not come.</summary>
    private Task HandOver(AreaCode city, int from, int to, LocalDate on)
    {
        var there = witness.HandoversOf(city.Value)
            .Select(HandoverRows.ToHandover)
            .Where(h => h.From == from && h.State is not HandoverState.Needed)
            .OrderBy(h => h.State is HandoverState.Done or HandoverState.Cancelled)
            .ThenByDescending(h => h.On)
            .FirstOrDefault();
        var leaders = witness.Directory.People
            .Where(p => p.Entered.Any(g => g.Role == Role.TeamLeader && g.Area == city && (g.Team == from || g.Team == to)))
            .Append(Office)
            .ToList();
        var chosen = leaders[random.Next(leaders.Count)];
        // Who tries again is whoever they are by then.
        Person Actor() => witness.Directory.ById(chosen.Id) ?? chosen with { Grants = [] };
        var id = $"h{++commands}";
        var number = there?.Number ?? "";
        var reason = random.Next(2) == 0 ? "没有签字就走了" : null;
        return (there?.State, random.Next(10)) switch
        {
            (null or HandoverState.Cancelled or HandoverState.Done, _) or (_, 9) => Take(
                id,
                service => service.OpenAsync(
                    id,
                    Actor(),
                    new(city, from, to, random.Next(4) == 0 ? on.PlusDays(random.Next(0, 20)) : null),
                    CancellationToken.None)),
            (HandoverState.Open, < 6) => Take(id, service => service.SignAsync(id, Actor(), number, CancellationToken.None)),
            (HandoverState.Open, < 8) =>
                Take(id, service => service.ConfirmAsync(id, Office, number, reason, CancellationToken.None)),
            (_, 8) => Take(id, service => service.CancelAsync(id, Actor(), number, reason, CancellationToken.None)),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Who is not answered tries the same again later, and gives up in the end.</summary>
    private async Task Take(string id, Func<HandoverService, Task<HandoverResult>> command, int tries = 0)
    {
        HandoverResult? answer = null;
        if (living() is { } instance)
        {
            await instance.Do(async services => answer = await command(services.Handovers));
        }

        if (answer is null && tries < 5)
        {
            later(Duration.FromMinutes(random.Next(1, 60)), () => Take(id, command, tries + 1));
        }
    }

    /// <summary>A leader of a team decides on a matter of the city, whether or not it is a day of theirs.</summary>
    private async Task Decide(AreaCode city, int team)
    {
        var leaders = witness.Directory.People
            .Where(p => p.Entered.Any(g => g.Role == Role.TeamLeader && g.Area == city && g.Team == team))
            .ToList();
        var matters = witness.OpenMattersOf(city.Value)
            .Where(row => row.Number("Team") is not null)
            .OrderBy(row => row.Number("Team") != team)
            .Take(5)
            .Select(MatterRows.ToMatter)
            .ToList();
        if (leaders.Count == 0 || matters.Count == 0 || living() is not { } instance)
        {
            return;
        }

        var (actor, matter) = (leaders[random.Next(leaders.Count)], matters[random.Next(matters.Count)]);
        var id = $"h{++commands}";
        var note = $"#{id}#";
        MatterCommand command = matter switch
        {
            { State: MatterState.HandedIn } => random.Next(2) == 0 ? new MatterCommand.Close(note) : new MatterCommand.Return(note, null),
            { Extension: not null } => random.Next(2) == 0
                ? new MatterCommand.GrantExtension(null, note)
                : new MatterCommand.RefuseExtension(note),
            _ => new MatterCommand.ChangeDue(matter.Due.PlusDays(random.Next(1, 5)), note),
        };
        if (await instance.Take(id, actor, matter.Number, command, []) is CommandResult.Done)
        {
            witness.Answered(id);
        }
    }

    /// <summary>A leader is taken out of the directory for good; some days later, or never, somebody is entered instead.</summary>
    private async Task LeaveWithoutAWord(LocalDate today)
    {
        var leaders = witness.Directory.People
            .Where(p => p.Grants.Any(g => g is { Role: Role.TeamLeader, For: null }))
            .ToList();
        if (leaders.Count == 0)
        {
            return;
        }

        var leader = leaders[random.Next(leaders.Count)];
        var duties = leader.Entered.Where(g => g.For is null).ToList();
        province.Remove(leader.Id);
        if (living() is { } instance)
        {
            await instance.Do(async services =>
            {
                foreach (var duty in duties)
                {
                    await services.People.RemoveGrantAsync(Office, leader.Id, duty, CancellationToken.None);
                }
            });
        }

        if (random.Next(4) > 0)
        {
            later(Duration.FromDays(random.Next(1, 40)), () => Follow(duties, today));
        }
    }

    private async Task Follow(IReadOnlyList<Grant> duties, LocalDate left)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"follower{++entered}");
        if (living() is { } instance)
        {
            await instance.Do(async services =>
            {
                foreach (var duty in duties.Where(d => !d.HasEnded(left)))
                {
                    await services.People.AddGrantAsync(
                        Office,
                        name + "@example.invalid",
                        name,
                        duty,
                        CancellationToken.None);
                }
            });
        }
    }
}
