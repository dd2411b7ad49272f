using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Conversation.Features.Help;

/// <summary>What one can do here, and the answers to what asks for nothing.</summary>
internal static class HelpFeature
{
    /// <summary>Characters of what was typed that are said again.</summary>
    private const int TypedLength = 60;

    private static readonly string[] Thanks =
        [
            "谢谢", "谢谢你", "谢谢您", "谢谢了", "谢谢领导", "多谢", "多谢了", "感谢", "感谢您", "非常感谢",
            "好的谢谢", "好谢谢", "嗯谢谢", "行谢谢", "辛苦", "辛苦了", "您辛苦了", "辛苦您了", "谢了", "麻烦了", "麻烦您了", "thanks", "thank you", "thx"
        ];

    private static readonly string[] Greetings =
    [
        "你好", "您好", "早", "早上好", "上午好", "中午好", "下午好", "晚上好", "早安", "大家好", "领导好",
        "新年好", "过年好", "节日快乐", "周末愉快", "在吗", "你好，在吗", "你好,在吗", "您好，在吗", "您好,在吗", "你好在吗", "您好在吗", "在吗你好", "在么", "在不在", "在不",
        "你好呀", "你好啊", "您好呀", "哈喽", "嗨", "忙吗", "在忙吗", "各位好",
        "hi there", "hello there", "hey there", "hi bot", "hello bot", "good day", "morning", "hi", "hello", "hey", "good morning", "good afternoon", "good evening",
    ];

    public static readonly Feature Feature = new("help",
        new("help.show", (turn, _, _) => Answers.ShowAsync(turn.Localizer.Say(HelpTexts.Help), HelpCard.Of(turn)))
        {
            Name = HelpTexts.Help,
            Initials = ["bz"],
            Whole = ["?"],
        },
        new(
            "help.cancel",
            (turn, _, _) =>
                Answers.ShowAsync(
                    turn.Localizer.Say(HelpTexts.Cancelled),
                    Card.Of(
                        turn.Localizer,
                        [
                            Card.Line(turn.Localizer.Say(HelpTexts.Cancelled)),
                            .. Card.Actions([turn.Buttons.To("matter.mine"), turn.Buttons.To("help.show")])
                        ])))
        {
            Name = Texts.CancelForm,
            Also = ["算了", "never mind"],
            Initials = ["qx"],
            InDialog = (_, _, _) => Task.FromResult(TurnAnswer.Silence),
        },
        new(
            "help.notOrdered",
            (turn, arguments, cancellationToken) =>
                turn.Registry.Find(arguments["command"]) is { } command
                    ? SayNotOrderedAsync(turn, command, arguments["typed"], cancellationToken)
                    : Answers.UnknownButtonAsync(turn)),
        new(
            "help.hello",
            (turn, _, _) =>
                Answers.TellAsync(turn.Localizer.Say(
                    HelpTexts.Hello,
                    turn.Buttons.Word("matter.mine"),
                    turn.Buttons.Word("help.show"))))
        {
            Whole = Greetings,
        },
        new("help.welcome", (turn, _, _) => Answers.TellAsync(turn.Localizer.Say(HelpTexts.YouAreWelcome)))
        {
            Whole = Thanks,
        });

    /// <summary>The word of a command that enters something, and behind it a denial or a question.</summary>
    public static ChatCommand.Call NotOrdered(string command, string typed) =>
        new("help.notOrdered", Arguments.Of(("command", command), ("typed", typed)));

    /// <summary>What was said, that nothing came of it, and the command.</summary>
    private static Task<TurnAnswer> SayNotOrderedAsync(
        TurnScope turn,
        Command command,
        string typed,
        CancellationToken cancellationToken)
    {
        if (!command.IsOffered)
        {
            return command.Run(turn, Arguments.None, cancellationToken);
        }

        var title = turn.Localizer.Say(
            Texts.NotTaken,
            Localizer.Clip(typed.ReplaceLineEndings(" "), TypedLength),
            turn.Localizer.Say(command.Name!.Value));
        var buttons = Card.Actions([turn.Buttons.To(command.Id), turn.Buttons.To("help.show")]);
        return Answers.ShowAsync(title, Card.Of(turn.Localizer, [Card.Line(title, Card.Warning), .. buttons]));
    }

    /// <summary>
    /// What was not understood: the commands that are written most like it, or the sentences.
    /// </summary>
    public static Task<TurnAnswer> NotUnderstoodAsync(TurnScope turn, ChatCommand.Unknown said) =>
        said.Nearest.Count > 0
            ? Answers.ShowAsync(turn.Localizer.Say(Texts.NotUnderstood), HelpCard.Nearest(turn, said))
            : turn.Registry.Hooks.NotUnderstood(turn, said.Typed);
}
