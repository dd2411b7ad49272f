using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Reminders;

/// <summary>What a reminder changes: written in one batch.</summary>
/// <param name="Urgent">The messages go by themselves and at once; else they are gathered for the digest.</param>
public sealed record Fired(Matter Matter, IReadOnlyList<HistoryEntry> Entries, IReadOnlyList<Notice> Notices, bool Urgent);

/// <summary>Decides what to send when a matter's reminder time has come: pure.</summary>
public static class Firing
{
    /// <summary>Name of the system in the history.</summary>
    public const string System = "system";

    /// <summary>The matter is looked at as it stands now. Each person gets one message however many rules remind them.</summary>
    public static Fired Decide(Matter matter, Scene scene)
    {
        var policy = scene.Policies.Of(matter.PolicyVersion);
        var after = matter.RemindedThrough ?? matter.AssignedAt;
        var give = Schedule.ToGive(matter, policy, scene.Calendar, after, scene.Now);
        return Give(Schedule.PassedAt(matter, policy, scene.Calendar, scene.Now) with { RemindedThrough = scene.Now }, give, scene);
    }

    /// <summary>Gives these reminders now; how far the matter has come stays as it is.</summary>
    public static Fired Give(Matter matter, IReadOnlyList<Occurrence> give, Scene scene)
    {
        if (give.Count == 0)
        {
            return new(matter, [], [], false);
        }

        var policy = scene.Policies.Of(matter.PolicyVersion);
        var entries = new List<HistoryEntry>();
        var toldOf = new Dictionary<string, List<ReminderName>>(StringComparer.Ordinal);
        foreach (var one in give)
        {
            var people = Audience.Of(policy.Rule(one.Rule)!, one.Day, matter, scene.Directory, scene.Today);
            foreach (var person in people)
            {
                if (!toldOf.TryGetValue(person.Id, out var rules))
                {
                    toldOf[person.Id] = rules = [];
                }

                if (!rules.Contains(one.Rule))
                {
                    rules.Add(one.Rule);
                }
            }

            // A history that is full goes without; the people are reminded all the same.
            if (matter.LastEntry >= MatterLimits.Entries)
            {
                continue;
            }

            matter = matter with { LastEntry = matter.LastEntry + 1 };
            entries.Add(new(
                matter.Number, matter.LastEntry, scene.Now, Act.Remind, System, string.Join(HistoryEntry.BetweenNames, people.Select(p => p.Name)),
                EnumWords.Written(one.Rule), matter.Due)
            {
                Told = string.Join('\n', people.Select(p => p.Id)),
            });
        }

        var notices = toldOf.Select((told, index) => new Notice(
            Notice.NewId(matter, scene.Now, index), told.Key, matter.Number, Act.Remind, "", scene.Now, null, matter.Due, told.Value));
        return new(matter, entries, [.. notices], matter.Urgency == Urgency.Urgent);
    }
}
