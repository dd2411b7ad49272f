using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// Who is told at once of a step (design §4 outbox, §1 rule of burden: only those who have something to do with it
/// now).
/// </summary>
public static class Recipients
{
    /// <summary>
    /// Never the actor, never someone who may not see the matter, nobody twice; at most
    /// <see cref="MatterLimits.Notices"/>.
    /// </summary>
    /// <param name="follows">True for what follows from a step above: whoever was told of that need not hear of each
    /// part.</param>
    public static IReadOnlyList<Person> Of(Act act, Matter matter, Person actor, LiaisonDirectory directory, bool follows = false) =>
        [.. All(act, matter, actor, directory, follows).Take(MatterLimits.Notices)];

    /// <summary>
    /// How many are not told though the step concerns them, since a step tells <see cref="MatterLimits.Notices"/> at
    /// most.
    /// </summary>
    public static int Untold(Act act, Matter matter, Person actor, LiaisonDirectory directory) =>
        Math.Max(0, All(act, matter, actor, directory, follows: false).Count() - MatterLimits.Notices);

    /// <summary>How many of those who would be told of an assignment to a place are not.</summary>
    public static int Untold(AreaCode holder, LiaisonDirectory directory) =>
        Math.Max(
            0,
            Duties.Holders(holder, directory)
                .Concat(holder.Level is AreaLevel.County or AreaLevel.Unit && !holder.IsProvincial
                    ? directory.Told(Role.CityOffice, holder.City)
                    : [])
                .DistinctBy(p => p.Id)
                .Count() - MatterLimits.Notices);

    private static IEnumerable<Person> All(
        Act act,
        Matter matter,
        Person actor,
        LiaisonDirectory directory,
        bool follows)
    {
        var people = act switch
        {
            Act.Assign or Act.Correct or Act.PutOnLedger =>
                [.. Holders(matter, directory), .. CityAbove(matter, directory)],
            // The office may have closed or withdrawn what a city passed on.
            Act.Close or Act.Withdraw =>
                [
                    .. Holders(matter, directory),
                    .. follows
                        ? []
                        : matter.Number.IsChild
                        ? Reviewers(matter, directory)
                        : CityAbove(matter, directory)
                ],
            Act.PassOn or Act.Urge or Act.AnswerExemption => Holders(matter, directory),
            Act.Return or Act.GrantExtension or Act.RefuseExtension =>
                [.. Holders(matter, directory), .. SupervisorsAtWork(matter, directory)],
            // The office may have moved what a city passed on.
            Act.ChangeDue =>
                [
                    .. Holders(matter, directory),
                    .. SupervisorsAtWork(matter, directory),
                    .. matter.Number.IsChild ? Reviewers(matter, directory) : CityAbove(matter, directory),
                ],
            Act.Insist => [.. Holders(matter, directory), .. CityAbove(matter, directory)],
            Act.Reopen =>
                [
                    .. Holders(matter, directory),
                    .. SupervisorsAtWork(matter, directory),
                    .. matter.Number.IsChild ? Reviewers(matter, directory) : CityAbove(matter, directory),
                ],
            // Of what is taken back the hand-in and the declining were told; a closing as it was told itself.
            Act.HandIn => [.. Reviewers(matter, directory), .. Duties.Confirmers(matter.Subject, directory)],
            Act.Decline or Act.RequestExtension or Act.Undo => Reviewers(matter, directory),
            // What a place adds is looked at with its hand-in; what the other side adds is for the place.
            Act.AddEvidence when Permissions.May(actor, Right.Work, matter.Subject) =>
                matter.State == MatterState.HandedIn ? Reviewers(matter, directory) : [],
            Act.AddEvidence => Holders(matter, directory),
            Act.Ask or Act.Remark => Sides.Of(actor, matter.Subject) == Side.Holder
                ? Reviewers(matter, directory)
                : Holders(matter, directory),
            Act.ReportProgress => Followers(matter, matter, directory),
            Act.Docket => directory.Told(Role.SupervisionOffice, matter.Area.Province),
            Act.AcceptDocket =>
                [.. Holders(matter, directory), .. CityAbove(matter, directory), .. Reviewers(matter, directory)],
            Act.Refer => [.. Holders(matter, directory), .. Holders(matter with { ReferredTo = null }, directory)],
            // An answer goes to those who asked, and who need it no more say so to those whom they asked.
            Act.Sign or Act.Answer or Act.DropQuestion or Act.Follow or Act.Unfollow or Act.HandOver or Act.ApplyPlan
                or Act.Remind or Act.Recount or Act.Unreached
                or Act.Moved =>
                Enumerable.Empty<Person>(),
        };
        return people.Where(p => p.Id != actor.Id && Permissions.May(p, Right.See, matter.Subject))
            .DistinctBy(p => p.Id);
    }

    /// <summary>
    /// Who hears of the answer to a question: the place that asked; of the other side those who asked, with their
    /// colleagues when they are the ones who review it, and whoever reviews it when none of them speaks any more.
    /// </summary>
    internal static IReadOnlyList<Person> OfAnswer(
        Question question,
        Side asked,
        Matter matter,
        Person actor,
        LiaisonDirectory directory)
    {
        var people = Holders(matter, directory);
        if (asked == Side.Reviewer)
        {
            List<Person> reviewers = [.. Reviewers(matter, directory)];
            List<Person> askers = [.. question.By
                .Select(directory.ById)
                .OfType<Person>()
                .Where(p => Sides.SpeaksFor(p, Side.Reviewer, matter.Subject))];
            people = askers.Count == 0 || askers.Exists(p => reviewers.Exists(r => r.Id == p.Id))
                ? askers.Concat(reviewers)
                : askers;
        }

        return Told(people, matter, actor);
    }

    /// <summary>Who hears that a question needs no answer any more: the side that was asked, and others who asked it.</summary>
    internal static IReadOnlyList<Person> OfDroppedQuestion(
        Question question,
        Side asked,
        Matter matter,
        Person actor,
        LiaisonDirectory directory) => Told(
            (asked == Side.Holder ? Reviewers(matter, directory) : Holders(matter, directory))
                .Concat(question.By.Select(directory.ById).OfType<Person>()),
            matter,
            actor);

    /// <summary>Those who asked to hear of the progress of a matter, or of the one above it, and still may.</summary>
    internal static IEnumerable<Person> Followers(Matter followed, Matter matter, LiaisonDirectory directory) =>
        followed.Followers.Select(directory.ById)
            .OfType<Person>()
            .Where(p => Permissions.May(p, Right.Follow, matter.Subject));

    /// <inheritdoc cref="Of"/>
    internal static IReadOnlyList<Person> Told(IEnumerable<Person> people, Matter matter, Person actor) =>
        [.. people.Where(p => p.Id != actor.Id && Permissions.May(p, Right.See, matter.Subject))
            .DistinctBy(p => p.Id)
            .Take(MatterLimits.Notices)];

    /// <summary>Those who had to do it before a correction and may no longer see it.</summary>
    public static IReadOnlyList<Person> NoLonger(Matter before, Matter after, Person actor, LiaisonDirectory directory) =>
        [.. Holders(before, directory)
            .Where(p => p.Id != actor.Id && !Permissions.May(p, Right.See, after.Subject))
            .DistinctBy(p => p.Id)
            .Take(MatterLimits.Notices)];

    /// <inheritdoc cref="Duties.Holders"/>
    public static IEnumerable<Person> Holders(Matter matter, LiaisonDirectory directory) =>
        Duties.Holders(matter.Holder, directory);

    /// <summary>
    /// Whether anybody would be told of a matter that a place has to do. Of nobody there, every card of the matter says
    /// so.
    /// </summary>
    public static bool HasSomebody(AreaCode holder, LiaisonDirectory directory) =>
        Duties.Holders(holder, directory).Any();

    /// <inheritdoc cref="Duties.Reviewers"/>
    public static IEnumerable<Person> Reviewers(Matter matter, LiaisonDirectory directory) =>
        Duties.Reviewers(matter.Subject, directory);

    // It may have handed in or asked for more time itself.
    private static IEnumerable<Person> SupervisorsAtWork(Matter matter, LiaisonDirectory directory) =>
        matter.Supervision == Supervision.Docketed
            ? directory.Told(Role.SupervisionOffice, matter.Area.Province)
            : [];

    // A child's city is its reviewer already.
    private static IEnumerable<Person> CityAbove(Matter matter, LiaisonDirectory directory) =>
        matter.Number.IsChild || matter.Area.Level is AreaLevel.Province or AreaLevel.City
            ? []
            : directory.Told(Role.CityOffice, matter.Area.City);
}
