using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Recurring;

/// <summary>定期事项: matters that are assigned again and again.</summary>
internal static class RecurringFeature
{
    private const string What = "what";

    public static readonly Feature Feature = new("recurring",
        new("recurring.show", (turn, arguments, cancellationToken) =>
            new RecurringHandler(turn).ShowAsync(arguments[What], arguments.Page, cancellationToken))
        {
            Name = RecurringTexts.Recurring,
            Also = ["定期任务", "定期报送", "recurring matter", "recurring"],
            Initials = ["dqsx"],
            PlaceFirst = false,
            Read = line => line.IsNothing ? Show("")
                : IsNumberOrPlace(line.Rest) && !Phrases.RecurringActs.IsSaid(line.Rest) ? Show(line.Rest)
                : null,
            Help = new(RecurringTexts.Help),
            HelpButton = new(20),
        },
        new("recurring.form", (turn, arguments, cancellationToken) =>
            new RecurringHandler(turn).FormAsync(arguments[What], null, cancellationToken))
        {
            Name = RecurringTexts.SetUpTitle,
            Also = ["新建定期事项", "新增定期事项", "添加定期事项", "set up recurring matter"],
            Entry = new(IsFreeText: true),
            Read = line => new("recurring.form", Arguments.Of((What, line.Rest))),
        },
        new("recurring.setUp", (turn, arguments, cancellationToken) =>
            new RecurringHandler(turn).SetUpAsync(arguments.Values, cancellationToken))
        {
            Again = Again,
        },
        OfNumber("recurring.changeForm", (handler, number, _, cancellationToken) =>
            handler.ChangeFormAsync(number, cancellationToken)),
        OfNumber("recurring.change", (handler, number, arguments, cancellationToken) =>
            handler.ChangeAsync(number, arguments.Values, cancellationToken)) with
        { Again = Again },
        new("recurring.skip", (turn, arguments, cancellationToken) =>
            new RecurringHandler(turn).AskSkipAsync(NumberIn(arguments, turn), cancellationToken))
        {
            Also = ["跳过下一次", "跳过下次", "skip the next", "skip next"],
            Read = line => line.IsNothing ? new("recurring.skip", Arguments.None)
                : MatterNumber.TryParse(line.Rest, line.Year, out var number)
                ? new("recurring.skip", Arguments.Of((RecurringCards.Number, number.Key)))
                : null,
        },
        OfNumber("recurring.skipNow", (handler, number, arguments, cancellationToken) =>
            handler.SkipAsync(number, arguments[RecurringCards.Date], cancellationToken)),
        new("recurring.endForm", (turn, arguments, cancellationToken) =>
            new RecurringHandler(turn).EndFormAsync(NumberIn(arguments, turn), cancellationToken))
        {
            Also = ["结束定期事项", "停止定期事项", "终止定期事项", "end recurring matter"],
            Read = line => line.IsNothing ? new("recurring.endForm", Arguments.None)
                : MatterNumber.TryParse(line.Rest, line.Year, out var number)
                ? new("recurring.endForm", Arguments.Of((RecurringCards.Number, number.Key)))
                : null,
        },
        OfNumber("recurring.end", (handler, number, arguments, cancellationToken) =>
            handler.EndAsync(number, arguments.Values, cancellationToken)),
        OfNumber("recurring.takeOver", (handler, number, _, cancellationToken) =>
            handler.TakeOverAsync(number, cancellationToken)));

    private static Task<TurnAnswer?> Again(
        TurnScope turn,
        IReadOnlyDictionary<string, string> typed,
        Reading.Frame? said,
        CancellationToken cancellationToken) => new RecurringHandler(turn).AgainAsync(typed, said, cancellationToken);

    private static ChatCommand.Call Show(string what) => new("recurring.show", Arguments.Of((What, what)));

    private static bool IsNumberOrPlace(string rest) => Folding.Of(rest).Length <= 20;

    private static MatterNumber? NumberIn(Arguments arguments, TurnScope turn) =>
        MatterNumber.TryParse(arguments[RecurringCards.Number], turn.Localizer.Today.Year, out var number)
            ? number
            : null;

    private static Command OfNumber(
        string id,
        Func<RecurringHandler, MatterNumber, Arguments, CancellationToken, Task<TurnAnswer>> run) =>
        new(id, (turn, arguments, cancellationToken) => NumberIn(arguments, turn) is { } number
            ? run(new(turn), number, arguments, cancellationToken)
            : Answers.UnknownButtonAsync(turn));
}
