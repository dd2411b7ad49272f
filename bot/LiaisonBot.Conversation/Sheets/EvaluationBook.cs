using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Evaluations;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>Evaluations of a place as a workbook; what few chose stands in no cell of it.</summary>
internal static class EvaluationBook
{
    public static IReadOnlyList<SheetPage> Of(
        AreaCode place,
        IReadOnlyList<Evaluation> evaluations,
        Localizer localizer) =>
    [
        new(
            localizer.Say(YearTexts.EvaluationPage),
            [
                new(localizer.Say(YearTexts.ColumnDay), 14),
                new(localizer.Say(YearTexts.ColumnMethod), 14),
                new(localizer.Say(YearTexts.ColumnQuestion), 40),
                new(localizer.Say(YearTexts.ColumnOption), 18),
                new(localizer.Say(YearTexts.ColumnPeople), 12),
                new(localizer.Say(YearTexts.ColumnValid), 12),
            ],
            [.. evaluations.SelectMany(e => e.Questions.SelectMany(q => EvaluationRules.Shown(q).Select(c => new object?[]
            {
                e.On,
                localizer.Say(MethodOf(e.Method)),
                q.Text,
                c.Option,
                c.Count is { } count ? count : localizer.Say(YearTexts.Few, EvaluationLimits.LeastShown),
                e.Valid,
            })))])
        {
            Heading = localizer.Say(YearTexts.EvaluationTitle, localizer.Place(place)),
        },
    ];

    public static Text MethodOf(EvaluationMethod method) => method switch
    {
        EvaluationMethod.Talks => YearTexts.MethodTalks,
        EvaluationMethod.Vote => YearTexts.MethodVote,
        EvaluationMethod.Questionnaire => YearTexts.MethodQuestionnaire,
        EvaluationMethod.Phone => YearTexts.MethodPhone,
    };
}
