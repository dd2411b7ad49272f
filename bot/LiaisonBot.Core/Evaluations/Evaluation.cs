using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Evaluations;

/// <summary>How people were asked.</summary>
public enum EvaluationMethod
{
    /// <summary>谈话.</summary>
    Talks,

    /// <summary>民主测评.</summary>
    Vote,

    /// <summary>问卷.</summary>
    Questionnaire,

    /// <summary>电话调查.</summary>
    Phone,
}

/// <summary>How many chose an option of a question.</summary>
public sealed record OptionCount(string Option, int Count);

/// <summary>One question with its options, among them always 不了解.</summary>
public sealed record EvaluationQuestion(string Text, IReadOnlyList<OptionCount> Counts);

/// <summary>
/// What people were asked during a visit, as counts alone: no ballot, no name, no score (public evaluation, 测评).
/// </summary>
/// <param name="Place">A city, county or unit that was visited.</param>
/// <param name="On">Beijing date.</param>
public sealed record Evaluation(AreaCode Place, LocalDate On, EvaluationMethod Method)
{
    /// <summary>The team whose visit it was.</summary>
    public required int Team { get; init; }

    /// <summary>Who ran it: 省统计局社情民意调查中心; null for the team itself.</summary>
    public string? RunBy { get; init; }

    public required int Sent { get; init; }

    public required int Returned { get; init; }

    public required int Valid { get; init; }

    public required IReadOnlyList<EvaluationQuestion> Questions { get; init; }

    /// <summary>Person id of who entered it.</summary>
    public required string By { get; init; }

    public Subject Rights => new(Place, Place, Team);

    /// <summary>Team and office see it, and nobody else.</summary>
    public bool IsSeenBy(Person person) => Permissions.May(person, Right.SeePlan, Rights);
}

/// <summary>Every limit of an evaluation, in one place.</summary>
public static class EvaluationLimits
{
    public const int Questions = 30;

    /// <summary>UTF-16 units of a question.</summary>
    public const int QuestionLength = 60;

    public const int Options = 8;

    /// <summary>UTF-16 units of an option, and of who ran it.</summary>
    public const int OptionLength = 20;

    public const int RunByLength = 40;

    /// <summary>Of anything that is counted.</summary>
    public const int Count = 1_000_000;

    /// <summary>Fewer are never shown: one could be found among so few.</summary>
    public const int LeastShown = 5;

    /// <summary>Evaluations of one place that are read.</summary>
    public const int OfAPlace = 50;
}

/// <summary>Why an evaluation was not entered.</summary>
public enum EvaluationRefusal
{
    /// <summary>The office and the team whose visit it was.</summary>
    NotAllowed,
    PlaceMissing,

    /// <summary>Nobody visits or visited the place before that day.</summary>
    NoVisit,
    DayMissing,
    DayAhead,
    CountsMissing,

    /// <summary>More came back than were sent, or more are valid than came back.</summary>
    CountsDoNotFit,
    QuestionsMissing,
    TooManyQuestions,
    TextTooLong,
    OptionsMissing,

    /// <summary>不了解 is always among the options: else people who know nothing are counted among the satisfied.</summary>
    DoNotKnowMissing,

    /// <summary>More answers to a question than valid sheets.</summary>
    TooManyAnswers,
}

/// <param name="Question">The one that it is about; null for the evaluation as a whole.</param>
public sealed record EvaluationWrong(EvaluationRefusal Why, string? Question = null);

/// <summary>The rules of an evaluation: pure.</summary>
public static class EvaluationRules
{
    /// <summary>People say it in both languages.</summary>
    private static readonly string[] DoNotKnow = ["不了解", "不清楚", "不知道", "don't know", "do not know", "dont know"];

    /// <summary>The visit that an evaluation of a place on a day belongs to: the last that had begun.</summary>
    public static Visit? VisitOf(AreaCode place, LocalDate on, Person person, LiaisonDirectory directory) =>
        directory.PlannedVisits
            .Where(v => v.Area == place
                && v.State != VisitState.Cancelled
                && v.From <= on
                && Permissions.May(person, Right.SeePlan, new(v.Area, v.Area, v.Team)))
            .MaxBy(v => v.From);

    public static EvaluationWrong? Wrong(Evaluation one, Person person, LiaisonDirectory directory, LocalDate today)
    {
        if (!one.IsSeenBy(person))
        {
            return new(EvaluationRefusal.NotAllowed);
        }

        if (one.On > today)
        {
            return new(EvaluationRefusal.DayAhead);
        }

        if (VisitOf(one.Place, one.On, person, directory) is not { } visit || visit.Team != one.Team)
        {
            return new(EvaluationRefusal.NoVisit);
        }

        if (one.Sent is < 1 or > EvaluationLimits.Count || one.Returned < 0 || one.Valid < 0)
        {
            return new(EvaluationRefusal.CountsMissing);
        }

        if (one.Returned > one.Sent || one.Valid > one.Returned)
        {
            return new(EvaluationRefusal.CountsDoNotFit);
        }

        if (one.RunBy?.Length > EvaluationLimits.RunByLength)
        {
            return new(EvaluationRefusal.TextTooLong);
        }

        return one.Questions.Count switch
        {
            0 => new(EvaluationRefusal.QuestionsMissing),
            > EvaluationLimits.Questions => new(EvaluationRefusal.TooManyQuestions),
            _ => one.Questions.Select(q => Wrong(q, one.Valid)).FirstOrDefault(w => w is not null),
        };
    }

    private static EvaluationWrong? Wrong(EvaluationQuestion question, int valid)
    {
        EvaluationRefusal? why =
            question.Text.Length is 0 or > EvaluationLimits.QuestionLength
                || question.Counts.Any(c => c.Option.Length > EvaluationLimits.OptionLength)
                ? EvaluationRefusal.TextTooLong
            : question.Counts.Count is < 2 or > EvaluationLimits.Options
                || question.Counts.DistinctBy(c => c.Option).Count() != question.Counts.Count
                || question.Counts.Any(c => c.Count < 0)
                ? EvaluationRefusal.OptionsMissing
            : !question.Counts.Any(c => DoNotKnow.Contains(c.Option, StringComparer.OrdinalIgnoreCase))
                ? EvaluationRefusal.DoNotKnowMissing
            : question.Counts.Sum(c => (long)c.Count) > valid
                ? EvaluationRefusal.TooManyAnswers
            : null;
        return why is { } refusal ? new(refusal, question.Text) : null;
    }

    /// <summary>
    /// The counts as they may be shown: null where fewer than <see cref="EvaluationLimits.LeastShown"/> chose, but for
    /// nobody. One hidden alone could be counted from the rest: then the least of the others is hidden with it.
    /// </summary>
    public static IReadOnlyList<(string Option, int? Count)> Shown(EvaluationQuestion question)
    {
        bool IsFew(int count) => count is > 0 and < EvaluationLimits.LeastShown;
        var hidden = question.Counts.Where(c => IsFew(c.Count)).Select(c => c.Option).ToHashSet(StringComparer.Ordinal);
        if (hidden.Count == 1
            && question.Counts.Where(c => !IsFew(c.Count)).OrderBy(c => c.Count == 0).ThenBy(c => c.Count).FirstOrDefault() is { } least)
        {
            hidden.Add(least.Option);
        }

        return [.. question.Counts.Select(c => (c.Option, hidden.Contains(c.Option) ? (int?)null : c.Count))];
    }
}
