using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>Collects what one command changes: each step enters the history and tells those concerned, so that neither can be forgotten.</summary>
internal sealed class Steps(Person actor, Scene scene)
{
    private readonly List<Matter> matters = [];
    private readonly List<HistoryEntry> entries = [];
    private readonly List<Notice> notices = [];
    private readonly List<FollowUp> followUps = [];

    /// <summary>Rows that the steps so far take in a batch, by the count that <see cref="MatterRows"/> writes at most.</summary>
    public int Rows => matters.Count * MatterRows.RowsPerMatter + entries.Count + notices.Count;

    /// <summary>Enters a step of a matter into its history and tells those concerned; the matter is as it stands after it.</summary>
    public Matter Take(Matter matter, Act act, string? note = null, LocalDate? due = null, AreaCode? area = null, bool tell = true)
    {
        matter = matter with { LastEntry = matter.LastEntry + 1 };
        entries.Add(new(matter.Number, matter.LastEntry, scene.Now, act, actor.Id, actor.Name, note, due, area));
        if (tell)
            foreach (var person in Recipients.Of(act, matter, actor, scene.Directory, scene.AlreadyAllowed))
                notices.Add(new(Notice.NewId(matter, scene.Now, notices.Count), person.Id, matter.Number, act, actor.Name, scene.Now, note, due));
        Set(matter);
        return matter;
    }

    /// <summary>Changes a matter beside the step, without an entry of its own: the counts of a parent.</summary>
    public void Set(Matter matter)
    {
        var index = matters.FindIndex(m => m.Number == matter.Number);
        if (index < 0) matters.Add(matter);
        else matters[index] = matter;
    }

    public void Follow(MatterNumber number, MatterCommand command) => followUps.Add(new(number, command));

    public Decision.Accepted Accept() => new(matters, entries, notices, followUps);
}
