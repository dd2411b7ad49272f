using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Tests.Matters;

/// <summary>
/// Matters on paper: what the rules say is written down at once, with what follows from it. No store.
/// </summary>
internal sealed class Play(LiaisonDirectory? directory = null)
{
    private readonly Dictionary<MatterNumber, Matter> matters = [];
    private readonly List<HistoryEntry> history = [];
    private readonly Dictionary<(MatterNumber, int), Matter> remembered = [];
    private int last;

    public LiaisonDirectory Directory { get; } = directory ?? Cast.Book;

    public Instant Now { get; set; } = Cast.Morning;

    public LocalDate Today => BeijingTime.Today(Now);

    public IEnumerable<Matter> Matters => matters.Values;

    /// <summary>Messages of the last command, with those of what followed from it.</summary>
    public List<OutboxMessage> Told { get; } = [];

    public Matter this[MatterNumber number] => matters[number];

    /// <summary>The matter as it stood with so many entries in its history.</summary>
    public Matter Remembered(MatterNumber number, int entries) => remembered[(number, entries)];

    public IReadOnlyList<HistoryEntry> History(MatterNumber number) => [.. history.Where(e => e.Number == number)];

    public IReadOnlyList<Matter> Children(MatterNumber number) =>
        [.. matters.Values.Where(m => m.Number.IsChild && m.Number.Root == number).OrderBy(m => m.Number.Child)];

    public MatterTree Family(MatterNumber number) => number.IsChild
        ? new(matters[number], matters[number.Root], [])
        : new(matters[number], null, Children(number));

    public IReadOnlyList<Act> Possible(Person actor, MatterNumber number) =>
        MatterRules.Possible(Family(number), actor, Now);

    public Decision Decide(Person actor, MatterDraft draft) => MatterRules.Decide(
        new MatterCommand.Assign(draft),
        actor,
        new(
            null,
            Directory,
            WorkingCalendar.BuiltIn,
            Now,
            new(Today.Year, draft.Area?.City ?? Cast.Hebei.City, last + 1)));

    public Decision Decide(Person actor, MatterNumber number, MatterCommand command, bool alreadyAllowed = false) =>
        MatterRules.Decide(
            command,
            actor,
            new(Family(number), Directory, WorkingCalendar.BuiltIn, Now, AlreadyAllowed: alreadyAllowed));

    public MatterNumber Assign(Person actor, MatterDraft draft)
    {
        var accepted = Accepted(Decide(actor, draft));
        last++;
        Told.Clear();
        Write(actor, accepted);
        return accepted.Matters[0].Number;
    }

    /// <summary>A matter of the team in 长安区 on which somebody works.</summary>
    public MatterNumber InProgress(AreaCode? area = null, LocalDate? due = null)
    {
        var number = Assign(Cast.Leader, Cast.Draft(area ?? Cast.Changan, due));
        Do(area == Cast.Shijiazhuang ? Cast.City : Cast.County, number, new MatterCommand.Sign());
        return number;
    }

    public MatterNumber HandedIn()
    {
        var number = InProgress();
        Do(Cast.County, number, new MatterCommand.HandIn("已完成"));
        return number;
    }

    /// <summary>A matter of 石家庄市, passed on to these counties.</summary>
    public MatterNumber PassedOn(params AreaCode[] areas)
    {
        var number = InProgress(Cast.Shijiazhuang);
        Do(Cast.City, number, new MatterCommand.PassOn(areas, null, null));
        return number;
    }

    /// <summary>Carries the command out, and what follows from it.</summary>
    public Matter Do(Person actor, MatterNumber number, MatterCommand command)
    {
        Told.Clear();
        Write(actor, Accepted(Decide(actor, number, command)));
        return matters[number];
    }

    /// <summary>The rules that refuse the command, with the inputs they are about: <c>Missing reason</c>.</summary>
    public string Refusal(Person actor, MatterNumber number, MatterCommand command) =>
        Words(Decide(actor, number, command));

    public string Refusal(Person actor, MatterDraft draft) => Words(Decide(actor, draft));

    /// <summary>Who was told of what: <c>changan Assign</c>.</summary>
    public string ToldWhat() => string.Join(", ", Told.Select(n => $"{n.To} {n.Act}"));

    public void Write(Person actor, Decision.Accepted accepted)
    {
        foreach (var matter in accepted.Matters) matters[matter.Number] = remembered[(matter.Number, matter.LastEntry)] = matter;
        history.AddRange(accepted.Entries);
        Told.AddRange(accepted.Notices);
        foreach (var (number, command) in accepted.FollowUps)
            if (Decide(actor, number, command, alreadyAllowed: true) is Decision.Accepted next)
                Write(actor, next);
    }

    private static Decision.Accepted Accepted(Decision decision) =>
        decision as Decision.Accepted ?? throw new InvalidOperationException("Refused: " + Words(decision));

    private static string Words(Decision decision) => string.Join(
        ", ",
        Assert.IsType<Decision.Refused>(decision).Refusals
            .Select(r => r.Field is null ? r.Reason.ToString() : $"{r.Reason} {r.Field}"));
}
