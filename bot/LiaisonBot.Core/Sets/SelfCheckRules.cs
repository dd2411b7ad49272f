using System.Text;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>The rules of self-checks (article 15), as pure functions.</summary>
public static partial class SelfCheckRules
{
    /// <param name="earlier">What the places of the city were asked before.</param>
    /// <returns>The round with those left out of it, or why there is none.</returns>
    public static (SelfCheckRound? Round, IReadOnlyList<AreaCode> LeftOut, SelfCheckRefusal Why) Ask(
        SelfCheckDraft draft,
        Person actor,
        DecisionContext context,
        IReadOnlyList<SelfCheck> earlier,
        MatterNumber number)
    {
        var problem = Text(draft.Problem);
        if (problem is null)
        {
            return (null, [], SelfCheckRefusal.ProblemMissing);
        }

        if (problem.Length > SelfCheckLimits.Problem)
        {
            return (null, [], SelfCheckRefusal.TextTooLong);
        }

        var topic = Text(draft.Topic) is { } typed ? TopicList.Find(context.Directory.Topics, typed) : null;
        if (topic is null && Text(draft.Topic) is not null)
        {
            return (null, [], SelfCheckRefusal.UnknownTopic);
        }

        List<AreaCode> places = [.. draft.Places.Distinct().Order()];
        if (places.Count == 0 || places.Any(place => context.Directory.Areas.Find(place) is null || place.IsHeading))
        {
            return (null, [], SelfCheckRefusal.PlacesMissing);
        }

        Grant? grant = null;
        foreach (var place in places)
        {
            var right = draft.Campaign is null ? Right.AskSelfCheck : Right.RunCampaign;
            if ((grant = Permissions.Check(actor, right, Subject.Place(place))) is null)
            {
                return (null, [], SelfCheckRefusal.NotAllowed);
            }
        }

        if (draft.Due < context.Today)
        {
            return (null, [], SelfCheckRefusal.DueInPast);
        }

        if (draft.Due > context.Today.PlusDays(MatterLimits.DueDaysAhead))
        {
            return (null, [], SelfCheckRefusal.DueTooFar);
        }

        var due = draft.Due ?? context.Calendar.AddWorkingDays(context.Today, SelfCheckLimits.DaysToAnswer);
        if (draft.Campaign is { } campaign && WrongIn(campaign, draft, context.Today, ref due) is { } wrong)
        {
            return (null, [], wrong);
        }

        List<AreaCode> leftOut = [.. places.Where(place => earlier.Any(one =>
            one.Place == place && IsSame(one, problem, topic, draft.Origin) && StillHolds(one, context.Today)))];
        places.RemoveAll(leftOut.Contains);
        return places.Count == 0
            ? (null, leftOut, SelfCheckRefusal.NobodyLeft)
            : (
                new()
                {
                    Number = number,
                    Problem = problem,
                    Topic = topic,
                    Origin = draft.Origin,
                    Places = places,
                    Campaign = draft.Campaign is null
                        ? null
                        : draft.Campaign with
                        {
                            Title = Text(draft.Campaign.Title)!,
                            Lead = grant!.Role == Role.Department ? grant.Area : null,
                        },
                    Due = due,
                    Team = grant!.Team,
                    By = actor.Id,
                    ByName = actor.Name,
                    AskedAt = context.Now,
                    NextReminder = context.Now,
                },
                leftOut,
                default);
    }

    /// <summary>Where no day to answer is said, it is not behind the end.</summary>
    private static SelfCheckRefusal? WrongIn(Campaign campaign, SelfCheckDraft draft, LocalDate today, ref LocalDate due)
    {
        if (Text(campaign.Title) is not { } title)
        {
            return SelfCheckRefusal.TitleMissing;
        }

        if (title.Length > MatterLimits.Title)
        {
            return SelfCheckRefusal.TextTooLong;
        }

        if (campaign.Until < today)
        {
            return SelfCheckRefusal.DueInPast;
        }

        if (campaign.Until > today.PlusDays(MatterLimits.DueDaysAhead))
        {
            return SelfCheckRefusal.DueTooFar;
        }

        due = draft.Due ?? LocalDate.Min(due, campaign.Until);
        return due > campaign.Until ? SelfCheckRefusal.AfterTheEnd : null;
    }

    /// <summary>What one place of a round is asked.</summary>
    public static SelfCheck Of(SelfCheckRound round, int index, int policyVersion) => new()
    {
        Number = round.Number with { Child = index + 1 },
        Place = round.Places[index],
        Problem = round.Problem,
        Topic = round.Topic,
        Origin = round.Origin,
        Campaign = round.Campaign,
        Due = round.Due,
        Team = round.Team,
        ByName = round.ByName,
        AskedAt = round.AskedAt,
        PolicyVersion = policyVersion,
    };

    /// <summary>An answer is given once; what is not there may turn out to be there after all, and what was mended stays so.</summary>
    public static (SelfCheck? Check, SelfCheckRefusal Why) Answer(
        SelfCheck check,
        SelfCheckAnswer answer,
        Person actor,
        LocalDate today,
        Instant now)
    {
        if (!Permissions.May(actor, Right.Work, check.Rights))
        {
            return (null, SelfCheckRefusal.NotAllowed);
        }

        var note = Text(answer.Note);
        if (note?.Length > SelfCheckLimits.Note)
        {
            return (null, SelfCheckRefusal.TextTooLong);
        }

        if (check.State is SelfCheckState.Mended or SelfCheckState.Planned || (check.State == SelfCheckState.None && answer.State == SelfCheckState.None))
        {
            return (null, SelfCheckRefusal.Answered);
        }

        if (answer.State == SelfCheckState.Planned)
        {
            if (answer.Until is not { } until)
            {
                return (null, SelfCheckRefusal.DueMissing);
            }

            if (until < today)
            {
                return (null, SelfCheckRefusal.DueInPast);
            }

            if (until > today.PlusDays(MatterLimits.DueDaysAhead))
            {
                return (null, SelfCheckRefusal.DueTooFar);
            }

            if (check.Campaign is { } campaign)
            {
                // Who answers when it is over says when it will be put right all the same.
                if (until > LocalDate.Max(campaign.Until, today))
                {
                    return (null, SelfCheckRefusal.AfterTheEnd);
                }

                if (Found(note).Count is 0 or > FindingLimits.OfASet
                    || Found(note).Distinct(StringComparer.Ordinal).Count() < Found(note).Count)
                {
                    return (null, SelfCheckRefusal.FoundMissing);
                }
            }
        }

        return (
            check with
            {
                State = answer.State,
                Note = note,
                AnsweredBy = actor.Id,
                AnsweredByName = actor.Name,
                AnsweredAt = now,
                PlannedFor = answer.State == SelfCheckState.Planned ? answer.Until : null,
                LastEntry = check.LastEntry + 1,
            },
            default);
    }

    /// <summary>The matter that a plan becomes: whoever answered has taken it on.</summary>
    public static MatterDraft MatterOf(SelfCheck check, string responsible) => new(
        SetRules.TitleOf(check.Problem),
        check.Place,
        responsible,
        check.Note is { } note ? $"{check.Problem}\n{note}" : check.Problem,
        new DueSpan.On(check.PlannedFor!.Value))
    {
        Origin = check.Origin,
        Team = check.Team,
        IsSigned = true,
        IsSilent = true,
    };

    /// <summary>What a place found, a line each; numbers and marks in front of a line are no part of it.</summary>
    public static IReadOnlyList<string> Found(string? note) =>
    [
        .. (note ?? "").ReplaceLineEndings("\n").Split('\n')
            .Select(Unnumbered)
            .Where(line => line.Length > 0),
    ];

    /// <summary>1.虚假招标 is numbered, 1.5亿元 is not.</summary>
    private static string Unnumbered(string line)
    {
        var mark = Numbered().Match(line).Value;
        var text = line[mark.Length..];
        return (mark.EndsWith('.') && text.Length > 0 && char.IsAsciiDigit(text[0]) ? line : text).Trim();
    }

    /// <summary>By the same matter, by the same topic, or in the same words.</summary>
    private static bool IsSame(SelfCheck one, string problem, string? topic, MatterNumber? origin) =>
        (origin is not null && one.Origin == origin)
            || (topic is not null && one.Topic == topic)
            || one.Problem == problem;

    /// <summary>It waits for an answer, or was answered not long ago.</summary>
    private static bool StillHolds(SelfCheck one, LocalDate today) =>
        one.State == SelfCheckState.Asked
            || BeijingTime.Today(one.AnsweredAt!.Value).PlusDays(SelfCheckLimits.AnswerHolds) >= today;

    [GeneratedRegex(@"^\s*(?:[-*•·]|[(（]?\d{1,3}[)）、.．])\s*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();

    // Half a surrogate pair, what a cut leaves of an emoji, is not text and cannot be stored.
    private static string? Text(string? typed) =>
        typed is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed)).Trim() is { Length: > 0 } text ? text : null;
}
