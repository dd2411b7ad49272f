using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Sets;

/// <summary>整改: the findings of a feedback as one set, from the table to the whole at a glance.</summary>
internal static class SetFeature
{
    public const string What = "what";

    /// <summary>UTF-16 units of a place behind 整改: what is longer is a sentence.</summary>
    private const int LongestPlace = 12;

    private const string EndsOfPlaces = "省市县区州旗盟";

    private static readonly string[] Behind =
        ["整改情况", "情况怎么样", "怎么样了", "怎么样", "办得怎么样", "情况", "进展情况", "进展", "进度", "批次", "台账", "status", "progress"];

    public static readonly Feature Feature = new("sets",
        new("sets.form", (turn, arguments, cancellationToken) =>
            new SetHandler(turn).SayAsync(arguments[What], cancellationToken))
        {
            Name = SetTexts.Feedback,
            Also = ["反馈意见", "下发反馈", "巡视反馈", "give feedback", "give a feedback"],
            MayBeMisspelt = false,
            TakesRows = true,
            Entry = new(IsFreeText: true),
            Read = line => line.IsNothing || FeedbackLine.IsOne(line.Rest, line.Year)
                ? new("sets.form", Arguments.Of((What, line.Rest)))
                : null,
            Help = new(SetTexts.HelpFeedback, MayOpen)
            {
                Say = SetTexts.HelpFeedbackSay,
                Filled = localizer => localizer.Day(localizer.Today),
            },
            HelpButton = new(15, MayOpen),
        },
        new("sets.short", (turn, arguments, cancellationToken) =>
            new SetHandler(turn).SayAsync(arguments[What], cancellationToken))
        {
            Also = ["反馈"],
            MayBeMisspelt = false,
            TakesRows = true,
            Read = line => FeedbackLine.IsOne(line.Rest, line.Year)
                ? new("sets.form", Arguments.Of((What, line.Rest)))
                : null,
        },
        new("sets.check", (turn, arguments, cancellationToken) =>
            new SetHandler(turn).CheckAsync(arguments.Values, cancellationToken)),
        new("sets.open", (turn, arguments, cancellationToken) =>
            new SetHandler(turn).OpenAsync(arguments.Values, cancellationToken)),
        new("sets.show", (turn, arguments, cancellationToken) =>
            new SetHandler(turn).ShowAsync(arguments[What], arguments.Page, cancellationToken))
        {
            Name = SetTexts.Rectification,
            Also = ["整改批次", "整改情况", "rectification set", "rectification sets", "set"],
            MayBeMisspelt = false,
            PlaceFirst = true,
            Read = line => line.IsNothing ? Show("")
                : PlaceIn(line) is { } what ? Show(what)
                : null,
            Help = new(SetTexts.HelpSets) { Say = SetTexts.HelpSetsSay },
            HelpButton = new(16),
        },
        OfNumber("sets.findings", (handler, number, arguments, cancellationToken) =>
            handler.FindingsAsync(number, ListView.Of(arguments), cancellationToken)),
        OfNumber("sets.register", (handler, number, _, cancellationToken) =>
            handler.RegisterAsync(number, cancellationToken)),
        OfNumber("sets.addForm", (handler, number, _, cancellationToken) =>
            handler.AddFormAsync(number, cancellationToken)),
        OfNumber("sets.add", (handler, number, arguments, cancellationToken) =>
            handler.AddAsync(number, arguments.Values, cancellationToken)),
        OfNumber("sets.removeForm", (handler, number, _, cancellationToken) =>
            handler.RemoveFormAsync(number, cancellationToken)),
        OfNumber("sets.remove", (handler, number, arguments, cancellationToken) =>
            handler.RemoveAsync(number, arguments.Values, cancellationToken)))
    {
        LongInputs = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [SetCards.Rows] = SheetLimits.Pasted,
        },
    };

    /// <summary>A table of findings without a word: its place and day are asked for. Null for another table.</summary>
    public static async Task<TurnAnswer?> TableAsync(
        TurnScope turn,
        IReadOnlyList<Sheet> sheets,
        CancellationToken cancellationToken) =>
        FindingSheet.IsOne(sheets) ? await new SetHandler(turn).TableAsync(sheets, cancellationToken) : null;

    /// <summary>反馈 正定县 11月20日 with the table as a file; null for other words.</summary>
    public static async Task<TurnAnswer?> WithFileAsync(
        TurnScope turn,
        ChatEvent.Message message,
        ChatCommand? command,
        CancellationToken cancellationToken) =>
        command is ChatCommand.Call { Id: "sets.form", Arguments: var arguments } && Attachments.Sheet(message) is { } file
            ? await new SetHandler(turn).FileAsync(file, arguments[What], cancellationToken)
            : null;

    private static bool MayOpen(Person person) =>
        person.Grants.Any(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere);

    private static ChatCommand.Call Show(string what) => new("sets.show", Arguments.Of((What, what)));

    /// <summary>The place or number behind 整改; null for the rest of a sentence: 整改方案什么时候报.</summary>
    private static string? PlaceIn(TypedLine line)
    {
        var said = Folding.Of(line.Rest).Trim(' ', '?', '。', '.', '!');
        if (MatterNumber.TryParse(said, line.Year, out _))
        {
            return said.Length <= LongestNumber ? said : null;
        }

        foreach (var behind in Behind)
        {
            if (said.EndsWith(behind, StringComparison.Ordinal))
            {
                said = said[..^behind.Length].TrimEnd(' ', '的');
                break;
            }
        }

        return said.Length is > 0 and <= LongestPlace
            && !said.Any(char.IsAsciiDigit)
            && !said.Contains(' ', StringComparison.Ordinal)
            && (EndsOfPlaces.Contains(said[^1], StringComparison.Ordinal) || (!line.IsAttached && said.All(char.IsLetter)))
            ? said
            : null;
    }

    /// <summary>UTF-16 units of a number with its year.</summary>
    private const int LongestNumber = 20;

    private static Command OfNumber(
        string id,
        Func<SetHandler, MatterNumber, Arguments, CancellationToken, Task<TurnAnswer>> run) =>
        new(id, (turn, arguments, cancellationToken) =>
            MatterNumber.TryParse(arguments[SetCards.Number], turn.Localizer.Today.Year, out var number)
                ? run(new(turn), number, arguments, cancellationToken)
                : Answers.UnknownButtonAsync(turn));
}
