using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>How people call where matters stand: 还没签收的, 已办结, 逾期.</summary>
/// <param name="Name">In Chinese the word by which a search finds them.</param>
/// <param name="Fits">Whether an entry of a list stands so on a day.</param>
internal sealed record StateWord(Text Name, Func<ListEntry, LocalDate, bool> Fits)
{
    public static readonly StateWord Unsigned = new(
        new("未签收", "not signed for"),
        (e, _) => e.State == MatterState.Assigned);
    public static readonly StateWord InProgress = new(
        new("办理中", "in progress"),
        (e, _) => e.State == MatterState.InProgress);
    public static readonly StateWord HandedIn = new(
        new("待审核", "in review"),
        (e, _) => e.State == MatterState.HandedIn);
    public static readonly StateWord Open = new(new("未办结", "open"), (e, _) => e.IsOpen);
    public static readonly StateWord Closed = new(new("已办结", "closed"), (e, _) => e.State == MatterState.Closed);
    public static readonly StateWord Withdrawn = new(
        new("已撤回", "withdrawn"),
        (e, _) => e.State == MatterState.Withdrawn);
    public static readonly StateWord Overdue = new(new("逾期", "overdue"), (e, today) => e.IsOverdue(today));
    public static readonly StateWord Urgent = new(new("急件", "urgent"), (e, _) => e.Urgency == Urgency.Urgent);

    private static readonly (string Word, StateWord State)[] All = [.. new[]
    {
        ("未签收", Unsigned), ("没签收", Unsigned), ("还没签收", Unsigned), ("还没有签收", Unsigned),
        ("没有签收", Unsigned), ("还未签收", Unsigned), ("尚未签收", Unsigned), ("待签收", Unsigned),
        ("未签", Unsigned), ("没签", Unsigned),
        ("还没签", Unsigned), ("unsigned", Unsigned), ("not signed", Unsigned),
        ("办理中", InProgress), ("在办", InProgress), ("已签收", InProgress), ("未报结", InProgress),
        ("没报结", InProgress), ("还没报结", InProgress), ("尚未报结", InProgress), ("in progress", InProgress),
        ("已报结", HandedIn), ("待审核", HandedIn), ("未审核", HandedIn), ("待办结", HandedIn),
        ("handed in", HandedIn),
        ("未办结", Open), ("没办结", Open), ("没有办结", Open), ("还没办结", Open), ("还没有办结", Open),
        ("还未办结", Open), ("尚未办结", Open), ("未销号", Open), ("没销号", Open), ("未完成", Open),
        ("没完成", Open), ("还没完成", Open), ("尚未完成", Open),
        ("没办完", Open), ("还没办完", Open), ("未办完", Open), ("未完结", Open), ("not closed", Open),
        ("open", Open),
        ("已办结", Closed), ("办结了", Closed), ("已销号", Closed), ("closed", Closed),
        ("已撤回", Withdrawn), ("撤回了", Withdrawn), ("withdrawn", Withdrawn),
        ("逾期", Overdue), ("超期", Overdue), ("已逾期", Overdue), ("已超期", Overdue), ("过期", Overdue),
        ("超时", Overdue), ("overdue", Overdue), ("late", Overdue),
        ("急件", Urgent), ("紧急", Urgent), ("特急", Urgent), ("urgent", Urgent),
    }.OrderByDescending(w => w.Item1.Length)];

    public static bool Ends(string folded) => All.Any(one => folded.EndsWith(one.Word, StringComparison.Ordinal));

    public static bool IsIn(string folded) => All.Any(one => folded.Contains(one.Word, StringComparison.Ordinal));

    /// <summary>The state that the text begins with, and where its word ends.</summary>
    /// <param name="folded">As it is compared.</param>
    public static (StateWord State, int Length)? At(string folded)
    {
        foreach (var (word, state) in All)
        {
            if (folded.StartsWith(word, StringComparison.Ordinal))
            {
                return (state, word.Length);
            }
        }

        return null;
    }
}
