using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Reminders;

/// <summary>What a reminder changes: written in one batch.</summary>
/// <param name="Urgent">The messages go by themselves and at once; else they are gathered for the digest.</param>
public sealed record ReminderDecision(Matter Matter, IReadOnlyList<HistoryEntry> Entries, IReadOnlyList<OutboxMessage> Notices, bool Urgent);

/// <summary>Decides what to send when a matter's reminder time has come: pure.</summary>
public static class ReminderRules
{
    /// <summary>Name of the system in the history.</summary>
    public const string System = "system";

    /// <summary>The matter is looked at as it stands now. Each person gets one message however many rules remind them.</summary>
    public static ReminderDecision Decide(Matter matter, DecisionContext context)
    {
        var policy = context.Policies.Of(matter.PolicyVersion);
        var after = matter.RemindedThrough ?? matter.AssignedAt;
        var give = Schedule.ToGive(matter, policy, context.Calendar, after, context.Now);
        return Give(Schedule.PassedAt(matter, policy, context.Calendar, context.Now) with { RemindedThrough = context.Now }, give, context);
    }

    /// <summary>Gives these reminders now; how far the matter has come stays as it is.</summary>
    public static ReminderDecision Give(Matter matter, IReadOnlyList<Occurrence> give, DecisionContext context)
    {
        if (give.Count == 0)
        {
            return new(matter, [], [], false);
        }

        var policy = context.Policies.Of(matter.PolicyVersion);
        var entries = new List<HistoryEntry>();
        var toldOf = new Dictionary<string, List<ReminderName>>(StringComparer.Ordinal);
        foreach (var one in give)
        {
            var people = Audience.Of(policy.Rule(one.Rule)!, one.Day, matter, context.Directory, context.Today);
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
                matter.Number, matter.LastEntry, context.Now, Act.Remind, System, string.Join(HistoryEntry.BetweenNames, people.Select(p => p.Name)),
                EnumWords.Written(one.Rule), matter.Due)
            {
                Told = string.Join('\n', people.Select(p => p.Id)),
            });
        }

        var notices = toldOf.Select((told, index) => new OutboxMessage(
            OutboxMessage.NewId(matter, context.Now, index), told.Key, matter.Number, Act.Remind, "", context.Now, null, matter.Due, told.Value));
        return new(matter, entries, [.. notices], matter.Urgency == Urgency.Urgent);
    }
}
