using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Evaluations;

/// <summary>测评: what people were asked during a visit, as counts.</summary>
internal static class EvaluationFeature
{
    private const string Place = "place";
    private const string What = "what";

    public static readonly Feature Feature = new("evaluations",
        new("evaluations.show", (turn, arguments, cancellationToken) =>
            new EvaluationHandler(turn).ShowAsync(arguments[Place], cancellationToken))
        {
            Name = EvaluationTexts.Evaluation,
            Also = ["民主测评", "测评情况", "测评结果", "evaluations"],
            MayBeMisspelt = false,
            PlaceFirst = true,
            Read = line => line.IsNothing || (line.Rest.Length <= 10 && !Wordings.IsAsked(line.Rest))
                ? new("evaluations.show", Arguments.Of((Place, line.IsNothing ? "" : line.Rest)))
                : EvaluationLine.Read(line.Rest).HasFigures && !Folding.Of(line.Rest).Contains('?', StringComparison.Ordinal)
                ? new("evaluations.line", Arguments.Of((What, line.Rest)))
                : null,
            Help = new(EvaluationTexts.Help, IsConcerned) { Say = EvaluationTexts.HelpSay },
            HelpButton = new(23, IsConcerned),
        },
        new("evaluations.form", (turn, arguments, _) =>
            new EvaluationHandler(turn).FormAsync(arguments[EvaluationCards.Place]))
        {
            Also = ["登记测评", "录入测评", "enter evaluation"],
            Read = line => new("evaluations.form", Arguments.Of((EvaluationCards.Place, line.Rest))),
        },
        new("evaluations.line", (turn, arguments, _) => new EvaluationHandler(turn).LineAsync(arguments[What])),
        new("evaluations.enter", (turn, arguments, cancellationToken) =>
            new EvaluationHandler(turn).EnterAsync(arguments.Values, cancellationToken)),
        new("evaluations.export", (turn, arguments, cancellationToken) =>
            new EvaluationHandler(turn).ExportAsync(arguments[EvaluationCards.Place], cancellationToken)));

    /// <summary>A table of questions and options opens the form with it; null for another table.</summary>
    public static Task<TurnAnswer?> TableAsync(TurnScope turn, IReadOnlyList<Sheet> sheets) =>
        new EvaluationHandler(turn).TableAsync(sheets);

    /// <summary>
    /// A table of questions and options, or lines of them below words of an evaluation, in a message: the form with all
    /// that was read. Null for another text, and for who has no part in evaluations.
    /// </summary>
    public static async Task<TurnAnswer?> PastedAsync(TurnScope turn, string typed) =>
        IsConcerned(turn.Person) && PastedEvaluation.Read(typed) is { } pasted
            ? await new EvaluationHandler(turn).PastedAsync(pasted)
            : null;

    /// <summary>正定县测评 发120 收118 with the table as a file: the form with both; null for other words or tables.</summary>
    public static async Task<TurnAnswer?> WithFileAsync(
        TurnScope turn,
        ChatEvent.Message message,
        ChatCommand? command,
        CancellationToken cancellationToken) =>
        IsConcerned(turn.Person)
            && command is ChatCommand.Unknown or ChatCommand.Call { Id: "evaluations.show" or "evaluations.form" or "evaluations.line" }
            && PastedEvaluation.SaysSo(message.Text)
            && Attachments.Sheet(message) is { } file
            && await turn.Context.Files.Sent.ReadAsync(file, cancellationToken) is SheetReading.Book { Sheets: var sheets }
                ? await new EvaluationHandler(turn).TableAsync(sheets, message.Text)
                : null;

    private static bool IsConcerned(Person person) =>
        person.Has(Role.Office) || person.Has(Role.TeamLeader) || person.Has(Role.TeamMember);
}
