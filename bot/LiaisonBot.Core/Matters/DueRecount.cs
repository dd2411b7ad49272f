using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// What a notice of holidays does to an open matter: a due date that was given in working days is counted again, one
/// that was given as a date stays. Pure, and done twice is done once.
/// </summary>
public static class DueRecount
{
    /// <param name="parent">The matter that it was passed on from, counted again already.</param>
    /// <param name="byId">Who imported the notice.</param>
    public static Decision.Accepted Decide(
        Matter matter,
        Matter? parent,
        string byId,
        string byName,
        DecisionContext context)
    {
        var due = DueRule.Resolve(matter.DueSpan, matter.DueFrom, context.Calendar);
        // What was passed on is never due after what it is a part of; when that moves back, so does this.
        if (parent is not null && due.Date > parent.Due)
        {
            due = new(parent.Due, parent.DueProvisional);
        }

        if (due == new DueDate(matter.Due, matter.DueProvisional))
        {
            return new([matter], [], [], []);
        }

        var moved = due.Date != matter.Due;
        var was = Columns.Date(matter.Due);
        matter = matter with { Due = due.Date, DueProvisional = due.Provisional };
        if (moved)
        {
            matter = matter with
            {
                Passed = Schedule.PassedWhenDueMoved(
                matter,
                context.Policies.Of(matter.PolicyVersion),
                context.Calendar,
                context.Now)
            };
        }

        var entries = new List<HistoryEntry>();
        if (matter.LastEntry < MatterLimits.EntriesToEnd)
        {
            matter = matter with { LastEntry = matter.LastEntry + 1 };
            entries.Add(new(matter.Number, matter.LastEntry, context.Now, Act.Recount, byId, byName, was, matter.Due));
        }

        var told = moved ? Concerned(matter, context) : [];
        var notices = told.Select((person, index) => new OutboxMessage(
            OutboxMessage.NewId(matter.Number, matter.LastEntry, context.Now, index),
            person.Id,
            matter.Number,
            nameof(Act.Recount),
            byName,
            context.Now,
            was,
            matter.Due));
        return new([matter], entries, [.. notices], []);
    }

    /// <summary>
    /// Whether the message is still worth telling: the matter is open, and due on the day that it names.
    /// </summary>
    public static bool Holds(OutboxMessage recounted, Matter matter) => matter.IsOpen && matter.Due == recounted.Due;

    /// <summary>
    /// Those who have to do it and those who review it; the city that passed a matter on hears of its own.
    /// </summary>
    private static IEnumerable<Person> Concerned(Matter matter, DecisionContext context) =>
        Recipients.Holders(matter, context.Directory)
            .Concat(matter.Number.IsChild ? [] : Recipients.Reviewers(matter, context.Directory))
            .Where(p => Permissions.May(p, Right.See, matter.Subject))
            .DistinctBy(p => p.Id)
            .Take(MatterLimits.Notices);
}
