using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// Collects what one command changes: each step enters the history and tells those concerned, so that neither can be
/// forgotten.
/// </summary>
internal sealed class Steps(Person actor, DecisionContext context)
{
    private readonly List<Matter> matters = [];
    private readonly List<HistoryEntry> entries = [];
    private readonly List<OutboxMessage> notices = [];
    private readonly List<FollowUp> followUps = [];

    /// <summary>
    /// Rows that the steps so far take in a batch, by the count that <see cref="MatterRows"/> writes at most.
    /// </summary>
    public int Rows => matters.Count * MatterRows.RowsPerMatter + entries.Count + notices.Count;

    /// <summary>
    /// Enters a step of a matter into its history and tells those concerned; the matter is as it stands after it.
    /// </summary>
    /// <param name="before">What the step replaced, when it can be taken back.</param>
    /// <param name="moved">Of a changed due date the one before it, and the one that was asked for.</param>
    /// <param name="gatherOthers">Whoever does not have to do it is told in the next digest.</param>
    /// <param name="gather">All are told in the next digest.</param>
    /// <param name="side">As <see cref="HistoryEntry.Side"/>.</param>
    public Matter Take(
        Matter matter,
        Act act,
        string? note = null,
        LocalDate? due = null,
        AreaCode? area = null,
        bool tell = true,
        Replaced? before = null,
        (LocalDate Before, LocalDate? Asked)? moved = null,
        bool gatherOthers = false,
        bool gather = false,
        Side? side = null)
    {
        var entry = matter.LastEntry + 1;
        matter = matter with
        {
            LastEntry = entry,
            LastStep = Acts.IsTalk(act) ? matter.LastStep : new(act, actor.Id, context.Now, entry, before),
        };
        entries.Add(new(matter.Number, matter.LastEntry, context.Now, act, actor.Id, actor.Name, note, due, area)
        {
            DueBefore = moved?.Before,
            Asked = moved?.Asked,
            Side = side,
            For = context.For,
            ForName = ForName,
        });
        if (tell)
            foreach (var person in Recipients.Of(act, matter, actor, context.Directory, context.AlreadyAllowed))
            {
                Tell(matter, act, person, note, due, moved);
                if (gather || IsGathered(act, matter, context))
                {
                    notices[^1] = notices[^1] with { IsGathered = true };
                }
                else if (gatherOthers && Recipients.Holders(matter, context.Directory).All(holder => holder.Id != person.Id))
                {
                    notices[^1] = notices[^1] with { IsGathered = true };
                }
            }

        Set(matter);
        return matter;
    }

    /// <summary>
    /// Of a set many findings take the same step on one day: each side hears of them in one line of its next digest. What is
    /// urgent, or due before anybody would have read that, is told at once; so is whatever somebody says or asks.
    /// </summary>
    internal static bool IsGathered(Act act, Matter matter, DecisionContext context) => matter.Finding is not null && act switch
    {
        Act.Close or Act.Withdraw => true,
        Act.HandIn => !matter.IsUrgent,
        Act.Return or Act.RequestExtension or Act.GrantExtension or Act.RefuseExtension or Act.ChangeDue =>
            !matter.IsUrgent && matter.Due > context.Calendar.AddWorkingDays(context.Today, 1),
        Act.Assign or Act.Correct or Act.PassOn or Act.Sign or Act.Decline or Act.Insist or Act.ReportProgress or Act.Reopen
            or Act.Urge or Act.PutOnLedger or Act.Docket or Act.AcceptDocket or Act.Refer or Act.AddEvidence or Act.Ask
            or Act.Answer or Act.DropQuestion or Act.Remark or Act.Follow or Act.Unfollow or Act.Undo or Act.Remind
            or Act.HandOver or Act.ApplyPlan or Act.AnswerExemption or Act.Recount or Act.Unreached
            or Act.Moved => false,
    };

    /// <summary>One more message about the step that was taken.</summary>
    /// <param name="question">Of an answer, what it answers.</param>
    public void Tell(
        Matter matter,
        Act act,
        Person person,
        string? note = null,
        LocalDate? due = null,
        (LocalDate Before, LocalDate? Asked)? moved = null,
        string? question = null) =>
        notices.Add(new(
            OutboxMessage.NewId(matter.Number, matter.LastEntry, context.Now, notices.Count),
            person.Id,
            matter.Number,
            act.ToString(),
            actor.Name,
            context.Now,
            note,
            due)
        {
            DueBefore = moved?.Before,
            Asked = moved?.Asked,
            ForName = ForName,
            Question = question,
        });

    private string? ForName => context.For is { } id ? context.Directory.ById(id)?.Name : null;

    /// <summary>Changes a matter beside the step, without an entry of its own: the counts of a parent.</summary>
    public void Set(Matter matter)
    {
        var index = matters.FindIndex(m => m.Number == matter.Number);
        if (index < 0)
        {
            matters.Add(matter);
        }
        else
        {
            matters[index] = matter;
        }
    }

    public void Follow(MatterNumber number, MatterCommand command) => followUps.Add(new(number, command));

    public Decision.Accepted Accept() => new(matters, entries, notices, followUps);
}
