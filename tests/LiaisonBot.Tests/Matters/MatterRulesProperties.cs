using CsCheck;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterState;

namespace LiaisonBot.Tests.Matters;

/// <summary>What holds whatever anybody does in whatever order.</summary>
[Trait("Kind", "Pure")]
public class MatterRulesProperties
{
    /// <summary>
    /// The diagram of design §5, arrow by arrow. What is referred is signed for anew by the department.
    /// </summary>
    private static readonly HashSet<(MatterState From, Act Act, MatterState To)> Diagram =
    [
        (Assigned, Act.Correct, Assigned),
        (Assigned, Act.Sign, InProgress),
        (Assigned, Act.Decline, Assigned),
        (Assigned, Act.Insist, Assigned),
        (Assigned, Act.Undo, Assigned),
        (Closed, Act.Undo, HandedIn),
        (Closed, Act.Reopen, InProgress),
        (InProgress, Act.ReportProgress, InProgress),
        (InProgress, Act.RequestExtension, InProgress),
        (InProgress, Act.GrantExtension, InProgress),
        (InProgress, Act.RefuseExtension, InProgress),
        (InProgress, Act.HandIn, HandedIn),
        (InProgress, Act.Undo, InProgress),
        (HandedIn, Act.Undo, InProgress),
        (HandedIn, Act.Undo, HandedIn),
        (Assigned, Act.Undo, Assigned),
        (HandedIn, Act.Close, Closed),
        (HandedIn, Act.Return, InProgress),
        (Assigned, Act.PassOn, InProgress),
        (InProgress, Act.PassOn, InProgress),
        (Assigned, Act.Urge, Assigned),
        (InProgress, Act.Urge, InProgress),
        (Assigned, Act.Refer, Assigned),
        (InProgress, Act.Refer, Assigned),
        .. from state in new[] { Assigned, InProgress, HandedIn }
           from act in new[] { Act.PutOnLedger, Act.Docket, Act.AcceptDocket, Act.ChangeDue, Act.AddEvidence }
           select (state, act, state),
        .. from state in new[] { Assigned, InProgress, HandedIn }
           from act in Acts.All.Where(Acts.IsTalk)
           select (state, act, state),
        .. from state in new[] { Assigned, InProgress, HandedIn } select (state, Act.Withdraw, Withdrawn),
    ];

    [Fact]
    public void Decide_AnySequenceOfSteps_KeepsToTheDiagramAndItsHistory() =>
        Script.Of(80).Sample(lines =>
        {
            var play = new Play();
            play.Assign(Cast.Leader, Cast.Draft(Cast.Shijiazhuang));
            play.Assign(Cast.Leader, Cast.Draft(Cast.Changan));
            var shortened = new HashSet<MatterNumber>();
            foreach (var line in lines)
            {
                play.Now += Duration.FromMinutes(line.MinutesLater);
                var matters = play.Matters.ToList();
                var before = matters[line.Matter % matters.Count];
                var (actor, act) = Script.Choose(line, play.Family(before.Number), play.Now);
                var offered = play.Possible(actor, before.Number).Contains(act);
                var silly = play.Decide(actor, before.Number, Script.Silly(act, play.Today, line));
                Assert.True(offered || silly is Decision.Refused, $"{actor.Id} {act}: not offered, and done");

                var sensible = play.Decide(
                    actor,
                    before.Number,
                    Script.Sensible(act, play.Family(before.Number), play.Today, line));
                Assert.True(
                    offered == sensible is Decision.Accepted,
                    $"{actor.Id} {act} on {before}: offered {offered}, answered {Words(sensible)}");

                if ((line.Who % 5 == 0 ? silly : sensible) is not Decision.Accepted accepted) continue;
                Assert.True(
                    Permissions.May(actor, Acts.RightFor(act, before.State), before.Subject),
                    $"{actor.Id} {act}: against the table");
                CheckStep(play, before, act, accepted);
                if (act == Act.Undo) CheckUndone(play, before, accepted.Matters.Single(m => m.Number == before.Number));
                if (accepted.Matters.FirstOrDefault(m => m.Number == before.Number) is { } after
                    && after.Due < before.Due) shortened.Add(after.Number);
                play.Write(actor, accepted);
                CheckAll(play, shortened);
            }
        });

    [Fact]
    public void Decide_AnyDraftOfAnyone_AnswersWithoutFailing() =>
        Gen.Select(Script.Of(1), Gen.String, Gen.Int[-5000, 5000]).Sample((lines, text, days) =>
        {
            var draft = Script.Draft(lines[0], Cast.Today) with
            {
                Title = text,
                Due = new Core.Calendar.DueSpan.On(Cast.Today.PlusDays(days))
            };
            var decision = new Play().Decide(Cast.Everyone[lines[0].Who % Cast.Everyone.Count], draft);

            if (decision is Decision.Accepted accepted)
            {
                Assert.InRange(accepted.Matters[0].Title.Length, 1, MatterLimits.Title);
                Assert.InRange(days, 0, MatterLimits.DueDaysAhead);
            }
            else Assert.NotEmpty(Assert.IsType<Decision.Refused>(decision).Refusals);
        });

    private static void CheckStep(Play play, Matter before, Act act, Decision.Accepted accepted)
    {
        Assert.Equal(accepted.Matters.Count, accepted.Matters.DistinctBy(m => m.Number).Count());
        Assert.Equal(accepted.Notices.Count, accepted.Notices.DistinctBy(n => n.Id).Count());
        Assert.Equal(accepted.Notices, accepted.Notices.OrderBy(n => n.Id, StringComparer.Ordinal));
        foreach (var after in accepted.Matters)
        {
            var known = play.Matters.FirstOrDefault(m => m.Number == after.Number);
            if (known is null)
                Assert.True(
                    act == Act.PassOn && after is { Number.IsChild: true, State: Assigned },
                    $"{act} made {after.Number}");
            else if (after.Number == before.Number)
                Assert.Contains((before.State, act, after.State), Diagram);
            else
                Assert.Equal((before.Number.Root, known.State), (after.Number, after.State));

            if (known is not null) Assert.InRange((int)after.Supervision - (int)known.Supervision, 0, 1);
            var written = accepted.Entries.Where(e => e.Number == after.Number).Select(e => e.Sequence);
            Assert.Equal(
                Enumerable.Range((known?.LastEntry ?? 0) + 1, after.LastEntry - (known?.LastEntry ?? 0)),
                written);
        }

        // Who hears of a matter is nothing that happened to it.
        if (act is not (Act.Follow or Act.Unfollow))
            Assert.Contains(accepted.Entries, e => e.Number == before.Number && e.Act == act);
    }

    /// <summary>All is as it was before the step that was undone, but for the history.</summary>
    private static void CheckUndone(Play play, Matter before, Matter after)
    {
        var last = before.LastStep!;
        // What was only talk stands between the step and its undoing.
        Assert.Equal(before.LastEntry + 1, after.LastEntry);
        Assert.All(
            play.History(before.Number).Where(e => e.Sequence > last.Entry),
            e => Assert.True(Acts.IsTalk(e.Act), $"{e.Act} after {last.Act}"));
        var undone = play.Remembered(before.Number, last.Entry - 1);
        Assert.Equal(
            undone with
            {
                LastEntry = 0,
                LastStep = null,
                RemindedThrough = null,
                Children = 0,
                ChildrenClosed = 0,
                HolderAsks = before.HolderAsks,
                ReviewerAsks = before.ReviewerAsks,
                Followers = after.Followers,
            },
            after with
            {
                LastEntry = 0,
                LastStep = null,
                RemindedThrough = null,
                Children = 0,
                ChildrenClosed = 0,
                Requirements = undone.Requirements,
                Passed = undone.Passed,
                Evidence = undone.Evidence
            });
        Assert.Equal(before.Followers, after.Followers);
        Assert.Equal(before.Evidence.Where(item => item.Entry != last.Entry), after.Evidence);
        Assert.Equal(undone.Requirements, after.Requirements);
    }

    private static void CheckAll(Play play, HashSet<MatterNumber> shortened)
    {
        foreach (var matter in play.Matters)
        {
            Assert.Equal(Enumerable.Range(1, matter.LastEntry), play.History(matter.Number).Select(e => e.Sequence));
            Assert.Equal(matter.IsOpen, matter.EndedAt is null);
            if (!matter.IsOpen)
                Assert.All(
                    Cast.Everyone,
                    p => Assert.True(
                        play.Possible(p, matter.Number) is []
                            || (matter.State == Closed
                                && play.Possible(p, matter.Number) is [Act.Undo or Act.Reopen])));
            if (matter.Declined is not null) Assert.Equal(Assigned, matter.State);
            if (matter.Extension is not null) Assert.Equal(InProgress, matter.State);
            if (matter.Number.IsChild)
            {
                if (!shortened.Contains(matter.Number.Root)) Assert.True(
                    matter.Due <= play[matter.Number.Root].Due,
                    $"{matter.Number} is due after its parent");
                if (matter.IsOpen) Assert.Equal(InProgress, play[matter.Number.Root].State);
                continue;
            }

            var children = play.Children(matter.Number);
            Assert.Equal(children.Count, matter.LastChild);
            Assert.Equal(children.Count(c => c.State != Withdrawn), matter.Children);
            Assert.Equal(children.Count(c => c.State == Closed), matter.ChildrenClosed);
        }
    }

    private static string Words(Decision decision) =>
        decision is Decision.Refused refused ? string.Join(", ", refused.Refusals) : "done";
}
