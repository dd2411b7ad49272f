using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Matters;

/// <summary>The matter as a kind of subject: what only it knows of the messages and reminders about it.</summary>
public sealed class MatterKind(MatterService matters) : IRemindedKind
{
    public string Kind => MatterNumber.Kind;

    public bool Knows(OutboxMessage message) =>
        Enum.TryParse<Act>(message.What, out var act)
            && act.ToString() == message.What
            && MatterNumber.TryOf(message.Subject, out _);

    public bool Brings(OutboxMessage message) =>
        message.Act == Act.Assign || Correction.Moves(message.Act, message.Note);

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        await matters.ReadAsync(MatterNumber.Of(key), cancellationToken);

    public string Rows => RowKeys.Matters.Matter;

    public string RowKey(SubjectKey key) => MatterRows.MatterKey(MatterNumber.Of(key));

    public IReminded ToReminded(Row row) => MatterRows.ToMatter(row);

    public RemindedChanges Remind(Row row, ReminderDecision decision, ReminderContext context)
    {
        var before = MatterRows.ToMatter(row);
        var after = before with
        {
            Passed = decision.Passed,
            RemindedThrough = decision.Through ?? before.RemindedThrough
        };
        var entries = new List<HistoryEntry>();
        foreach (var (one, people) in decision.Given)
        {
            // A history that is full goes without; the people are reminded all the same.
            if (after.LastEntry >= MatterLimits.Entries)
            {
                break;
            }

            after = after with { LastEntry = after.LastEntry + 1 };
            var names = string.Join(HistoryEntry.BetweenNames, people.Select(p => p.Name));
            entries.Add(new(
                after.Number,
                after.LastEntry,
                context.Now,
                Act.Remind,
                ReminderRules.System,
                names,
                EnumWords.Written(one.Rule),
                after.Due)
            {
                Told = string.Join('\n', people.Select(p => p.Id)),
            });
        }

        var decided = new DecisionContext(
            null,
            context.Directory,
            context.Calendar,
            context.Now)
        { Policies = context.Policies };
        var changes = new List<Change>();
        MatterChanges.Add(changes, new(before, row.ETag!), MatterChanges.Planned(after, decided), decided);
        changes.AddRange(entries.Select(entry => new Change.Insert(MatterRows.ToRow(entry))));
        return new(changes, after.LastEntry);
    }

    /// <summary>The place that has to do it, or above it, if it is the person's.</summary>
    internal static AreaCode? Asked(Matter matter, OutboxMessage message, Person person)
    {
        return message.Act switch
        {
            Act.Assign or Act.PassOn or Act.Insist or Act.Return or Act.Reopen or Act.Urge or Act.Refer or Act.Ask =>
                Own(matter.Holder),
            // The place that a correction gave it to.
            Act.Correct when Correction.Moves(message.Act, message.Note) => Own(matter.Holder),
            Act.Remind => Own(matter.Holder) ?? Own(matter.Area) ?? Own(matter.Area.City),
            _ => null,
        };

        AreaCode? Own(AreaCode place) =>
            person.Grants.Any(g => g.Area == place && g.Role is Role.CountyOfficer or Role.CityOffice) ? place : null;
    }
}
