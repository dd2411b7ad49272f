using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>What the rules say to a draft of a set.</summary>
public abstract record SetDecision
{
    /// <param name="Findings">By their index, from 1, without a gap.</param>
    public sealed record Accepted(FindingSet Set, IReadOnlyList<SetFinding> Findings, SetEvent Event) : SetDecision;

    /// <summary>Everything that is wrong, at least one thing.</summary>
    public sealed record Refused(IReadOnlyList<SetRefusal> Why) : SetDecision;
}

/// <summary>The rules of sets of rectification (articles 13 and 14), as pure functions.</summary>
public static class SetRules
{
    /// <summary>Calendar days that the feedback may lie back.</summary>
    public const int DaysBack = 366;

    /// <summary>Calendar days ahead: a feedback is prepared before it is given.</summary>
    public const int DaysAhead = 31;

    /// <summary>A title is the beginning of the problem: its first clause, and no longer than this.</summary>
    private const int LeastBeforeColon = 8;

    private const int TitleLength = 60;

    /// <summary>Makes a set of what was given.</summary>
    /// <param name="others">The sets that the place has already.</param>
    /// <param name="number">The next of the city.</param>
    public static SetDecision Make(
        SetDraft draft,
        Person actor,
        DecisionContext context,
        IReadOnlyList<FindingSet> others,
        MatterNumber number)
    {
        List<SetRefusal> refusals = [];
        Grant? grant = null;
        if (draft.Area is not { } area)
        {
            refusals.Add(new(SetRefusalReason.Missing, Fields.Area));
        }
        else if (area.Level == AreaLevel.Province || area.IsHeading || context.Directory.Areas.Find(area) is null)
        {
            refusals.Add(new(SetRefusalReason.UnknownArea, Fields.Area));
        }
        else if ((grant = Permissions.Check(actor, Right.Assign, Subject.Place(area))) is null)
        {
            refusals.Add(new(SetRefusalReason.NotAllowed, Fields.Area));
        }

        if (draft.FeedbackOn is not { } on)
        {
            refusals.Add(new(SetRefusalReason.Missing, Fields.First));
        }
        else if (on < context.Today.PlusDays(-DaysBack) || on > context.Today.PlusDays(DaysAhead))
        {
            refusals.Add(new(SetRefusalReason.DayOutOfRange, Fields.First));
        }

        if (draft.Findings.Count is 0 or > FindingLimits.OfASet)
        {
            refusals.Add(new(SetRefusalReason.TooManyFindings, Limit: FindingLimits.OfASet));
        }

        var findings = draft.Findings.Select((one, i) => Check(one, i + 1, context, refusals)).ToList();
        refusals.AddRange(Twice(findings));
        var fingerprint = FingerprintOf(findings);
        if (others.FirstOrDefault(set =>
            set.Area == draft.Area && set.Fingerprint == fingerprint) is { } same)
        {
            refusals.Add(new(SetRefusalReason.AlreadyThere, Set: same.Number));
        }

        if (refusals.Count > 0)
        {
            return new SetDecision.Refused(refusals);
        }

        var made = new SetEvent(1, SetAct.Make, context.Now, actor.Id, actor.Name)
        {
            ForName = context.Directory.InNameOf(grant),
        };
        var set = new FindingSet
        {
            Number = number,
            Area = draft.Area!.Value,
            Team = grant!.Team,
            FeedbackOn = draft.FeedbackOn!.Value,
            Count = findings.Count,
            By = actor.Id,
            ByName = actor.Name,
            MadeAt = context.Now,
            Fingerprint = fingerprint,
            NextReminder = context.Now,
            LastEvent = made.Sequence,
        };
        return new SetDecision.Accepted(set, findings, made);
    }

    /// <summary>
    /// The set of what a place found in a campaign, as it answered: its place knows of it, and has signed for nothing.
    /// </summary>
    public static SetDecision.Accepted OfCampaign(SelfCheck check, Person by, Instant now, MatterNumber number)
    {
        List<SetFinding> findings =
        [
            .. SelfCheckRules.Found(check.Note).Select((line, i) => new SetFinding(i + 1, line)
            {
                Topic = check.Topic,
                Due = check.PlannedFor,
            }),
        ];
        var made = new SetEvent(1, SetAct.Make, now, by.Id, by.Name);
        return new(
            new()
            {
                Number = number,
                Area = check.Place,
                Kind = SetKind.Campaign,
                Campaign = check.Campaign,
                FeedbackOn = BeijingTime.Today(check.AskedAt),
                Count = findings.Count,
                By = by.Id,
                ByName = by.Name,
                MadeAt = now,
                Fingerprint = check.Key.Text,
                NextReminder = now,
                LastEvent = made.Sequence,
            },
            findings,
            made);
    }

    /// <summary>
    /// Who may add a finding: who may assign there; to what a place found itself also that place, and who reviews it.
    /// </summary>
    public static bool MayAdd(Person person, FindingSet set) => GrantToAdd(person, set) is not null;

    private static Grant? GrantToAdd(Person person, FindingSet set) =>
        Permissions.Check(person, Right.Assign, Subject.Place(set.Area))
            ?? (set.Kind == SetKind.Campaign
                ? Permissions.Check(person, Right.Work, set.Rights) ?? Permissions.Check(person, Right.Review, set.Rights)
                : null);

    /// <summary>The plan that a finding is in which is added now.</summary>
    /// <param name="findings">Those that the set has.</param>
    /// <param name="made">Plans that were made.</param>
    /// <param name="takesMore">The last of them is still filled in; or there is none yet.</param>
    public static int PlanOfAdded(IReadOnlyList<SetFinding> findings, int made, bool takesMore)
    {
        var last = findings.Count == 0 ? 1 : findings.Max(finding => finding.Plan);
        return last > made || takesMore ? last : made + 1;
    }

    /// <summary>One finding more, for a reason.</summary>
    /// <param name="findings">Those that the set has, by their index.</param>
    /// <param name="plan">The plan that it is in.</param>
    public static SetDecision Add(
        FindingSet set,
        IReadOnlyList<SetFinding> findings,
        FindingDraft draft,
        string? reason,
        int plan,
        Person actor,
        DecisionContext context)
    {
        if (GrantToAdd(actor, set) is not { } grant)
        {
            return new SetDecision.Refused([new(SetRefusalReason.NotAllowed)]);
        }

        if (set.State == SetState.Making)
        {
            return new SetDecision.Refused([new(SetRefusalReason.StillMade)]);
        }

        List<SetRefusal> refusals = [];
        if (findings.Count >= FindingLimits.OfASet)
        {
            refusals.Add(new(SetRefusalReason.TooManyFindings, Limit: FindingLimits.OfASet));
        }

        var index = findings.Count + 1;
        var finding = Check(draft, index, context, refusals);
        var because = Text(reason, Fields.Reason, MatterLimits.Basis, index, refusals);
        if (because is null)
        {
            refusals.Add(new(SetRefusalReason.Missing, Fields.Reason, index));
        }

        refusals.AddRange(Twice([.. findings, finding]));
        if (refusals.Count > 0)
        {
            return new SetDecision.Refused(refusals);
        }

        var added = new SetEvent(set.LastEvent + 1, SetAct.AddFinding, context.Now, actor.Id, actor.Name, because)
        {
            ForName = context.Directory.InNameOf(grant),
        };
        return new SetDecision.Accepted(
            set with { Count = index, LastEvent = added.Sequence, NextReminder = context.Now },
            [.. findings, finding with { AddedBecause = because, AddedOn = context.Today, Plan = plan }],
            added);
    }

    /// <summary>The matter of a finding, as it is assigned.</summary>
    /// <param name="due">Not before today; counted from <paramref name="from"/>.</param>
    public static MatterDraft DraftOf(FindingSet set, SetFinding finding, DueSpan due, LocalDate from, string responsible) => new(
        TitleOf(finding.Problem),
        set.Area,
        finding.Department ?? responsible,
        finding.Goal ?? finding.Problem,
        due,
        Basis: finding.AddedBecause)
    {
        DueFrom = from,
        Team = set.Team,
        Lead = set.Campaign?.Lead,
        TellsOfFinding = finding.AddedBecause is not null,
        Finding = new(set.Number, finding.Index, finding.Problem)
        {
            Goal = finding.Goal,
            Measures = finding.Measures,
            LeaderPost = finding.LeaderPost,
            Department = finding.Department,
            Topic = finding.Topic,
            Acceptance = finding.Acceptance,
            Track = finding.Track,
        },
    };

    /// <summary>The first clause of a problem, cut where it is long. A few letters before a colon (问题1：) are no clause.</summary>
    public static string TitleOf(string problem)
    {
        var line = problem.Split('\n', 2)[0].Trim();
        var end = line.IndexOfAny(['。', '；', ';']);
        if (line.IndexOf('：', StringComparison.Ordinal) is >= LeastBeforeColon and var colon && (end < 0 || colon < end))
        {
            end = colon;
        }

        var clause = end > 0 ? line[..end] : line;
        if (clause.Length <= TitleLength)
        {
            return clause;
        }

        // Half a surrogate pair is no text.
        var cut = char.IsHighSurrogate(clause[TitleLength - 2]) ? TitleLength - 2 : TitleLength - 1;
        return clause[..cut] + "…";
    }

    private static SetFinding Check(FindingDraft draft, int row, DecisionContext context, List<SetRefusal> refusals)
    {
        var today = context.Today;
        var problem = Text(draft.Problem, Fields.Problem, FindingLimits.Problem, row, refusals);
        if (problem is null)
        {
            refusals.Add(new(SetRefusalReason.Missing, Fields.Problem, row));
        }

        if (draft.Due < today)
        {
            refusals.Add(new(SetRefusalReason.DueInPast, Fields.Due, row));
        }
        else if (draft.Due > today.PlusDays(MatterLimits.DueDaysAhead))
        {
            refusals.Add(new(SetRefusalReason.DueTooFar, Fields.Due, row, MatterLimits.DueDaysAhead));
        }

        var topic = Text(draft.Topic, Fields.Topic, FindingLimits.Topic, row, refusals);
        var listed = topic is null ? null : TopicList.Find(context.Directory.Topics, topic);
        if (topic is not null && listed is null)
        {
            refusals.Add(new(SetRefusalReason.UnknownTopic, Fields.Topic, row));
        }

        return new(row, problem ?? "")
        {
            Goal = Text(draft.Goal, Fields.Goal, FindingLimits.Goal, row, refusals),
            Measures = Text(draft.Measures, Fields.Measures, FindingLimits.Measures, row, refusals),
            LeaderPost = Text(draft.LeaderPost, Fields.LeaderPost, FindingLimits.LeaderPost, row, refusals),
            Department = Text(draft.Department, Fields.Department, FindingLimits.Department, row, refusals),
            Topic = listed,
            Acceptance = Text(draft.Acceptance, Fields.Acceptance, FindingLimits.Acceptance, row, refusals),
            Track = draft.Track,
            Due = draft.Due,
        };
    }

    private static string? Text(string? typed, string field, int limit, int row, List<SetRefusal> refusals)
    {
        // Half a surrogate pair, what a cut leaves of an emoji, is not text and cannot be stored.
        var text = typed is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed)).Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length > limit)
        {
            refusals.Add(new(SetRefusalReason.TooLong, field, row, limit));
        }

        return text;
    }

    private static IEnumerable<SetRefusal> Twice(IReadOnlyList<SetFinding> findings) => findings
        .Where(finding => finding.Problem.Length > 0)
        .GroupBy(finding => finding.Problem, StringComparer.Ordinal)
        .SelectMany(same => same.Skip(1).Select(finding =>
            new SetRefusal(SetRefusalReason.Twice, Fields.Problem, finding.Index, Other: same.First().Index)));

    private static string FingerprintOf(IEnumerable<SetFinding> findings) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', findings.Select(f => f.Problem)))).AsSpan(..16));
}
