using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Conversation.Features.Help;

/// <summary>What one can do here, and the answers to what asks for nothing.</summary>
internal static class HelpFeature
{
    private static readonly string[] Thanks =
        ["谢谢", "谢谢你", "谢谢您", "谢谢了", "谢谢领导", "多谢", "多谢了", "感谢", "感谢您", "非常感谢", "辛苦", "辛苦了", "您辛苦了", "辛苦您了", "谢了", "麻烦了", "麻烦您了", "thanks", "thank you", "thx"];

    private static readonly string[] Greetings =
    [
        "你好", "您好", "早", "早上好", "上午好", "中午好", "下午好", "晚上好", "早安", "晚安", "大家好", "领导好", "新年好", "过年好", "节日快乐", "周末愉快", "再见", "拜拜", "在吗", "在么",
        "hi", "hello", "hey", "good morning", "good afternoon", "good evening", "bye", "goodbye",
    ];

    public static readonly Feature Feature = new("help",
        new("help.show", (turn, _, _) => Answers.Show(turn.Localizer.Say(Texts.Help), HelpCard.Of(turn)))
        {
            Name = Texts.Help,
            Initials = ["bz"],
            Whole = ["?"],
        },
        new("help.cancel", (turn, _, _) => Answers.Show(turn.Localizer.Say(Texts.Cancelled), HelpCard.Of(turn, Texts.Cancelled)))
        {
            Name = Texts.CancelForm,
            Also = ["算了", "never mind"],
            Initials = ["qx"],
            InDialog = (_, _, _) => Task.FromResult(TurnAnswer.Silence),
        },
        new("help.hello", (turn, _, _) => Answers.Tell(turn.Localizer.Say(Texts.Hello))) { Whole = Greetings },
        new("help.welcome", (turn, _, _) => Answers.Tell(turn.Localizer.Say(Texts.YouAreWelcome))) { Whole = Thanks });

    /// <summary>What was not understood: the commands that are written most like it, or everything one can say.</summary>
    public static Task<TurnAnswer> NotUnderstood(TurnScope turn, ChatCommand.Unknown said) =>
        Answers.Show(turn.Localizer.Say(Texts.NotUnderstood), said.Nearest.Count > 0 ? HelpCard.Nearest(turn, said) : HelpCard.Of(turn, Texts.NotUnderstood));
}
