using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>A reminder that is given, and to whom.</summary>
public sealed record GivenReminder(Occurrence Of, IReadOnlyList<Person> To);

/// <summary>What reminders change.</summary>
/// <param name="Passed">How far the rules have come.</param>
/// <param name="Through">What was planned up to here was given or left out; null where that stays as it was.</param>
public sealed record ReminderDecision(
    IReadOnlyList<GivenReminder> Given,
    IReadOnlyList<RulePassed> Passed,
    Instant? Through)
{
    /// <summary>The messages: each person gets one, however many rules remind them.</summary>
    /// <param name="step">As <see cref="RemindedChanges.Step"/>.</param>
    public IEnumerable<OutboxMessage> Messages(IReminded subject, int step, Instant now)
    {
        var rulesOf = new Dictionary<string, List<ReminderName>>(StringComparer.Ordinal);
        foreach (var (one, people) in Given)
        {
            foreach (var person in people)
            {
                if (!rulesOf.TryGetValue(person.Id, out var rules))
                {
                    rulesOf[person.Id] = rules = [];
                }

                if (!rules.Contains(one.Rule))
                {
                    rules.Add(one.Rule);
                }
            }
        }

        return rulesOf.Select((told, index) => new OutboxMessage(
            OutboxMessage.NewId(subject.Key, step, now, index),
            told.Key,
            subject.Key,
            OutboxMessage.Remind,
            "",
            now,
            null,
            subject.Due,
            told.Value));
    }
}

/// <summary>Decides what to send when the time of a reminder has come: pure.</summary>
public static class ReminderRules
{
    /// <summary>Name of the system in the history.</summary>
    public const string System = "system";

    /// <summary>It is looked at as it stands now.</summary>
    public static ReminderDecision Decide(IReminded subject, ReminderContext context)
    {
        var policy = context.Policies.Of(subject.PolicyVersion);
        var give = Schedule.ToGive(subject, policy, context.Calendar, subject.RemindedSince, context.Now);
        return Give(subject, give, context) with
        {
            Passed = Schedule.PassedAt(subject, policy, context.Calendar, context.Now),
            Through = context.Now,
        };
    }

    /// <summary>Gives these reminders now; how far it has come stays as it is.</summary>
    public static ReminderDecision Give(IReminded subject, IReadOnlyList<Occurrence> give, ReminderContext context)
    {
        var policy = context.Policies.Of(subject.PolicyVersion);
        return new(
            [.. give.Select(one => new GivenReminder(
                one, Audience.Of(policy.Rule(one.Rule)!, one.Day, subject.Rights, context.Directory, context.Today)))],
            subject.Passed,
            null);
    }
}
