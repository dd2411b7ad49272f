using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Reminders;

/// <summary>
/// When and in which language the bot speaks up: a person's own settings, the limits of the province, the rules.
/// </summary>
internal static class ReminderFeature
{
    private const string What = "what";
    private const string LanguageName = "language";

    public static readonly Feature Feature = new("reminders",
        new("reminders.settings", (turn, arguments, _) => new SettingsHandler(turn).SettingsFormAsync(arguments[What]))
        {
            Name = ReminderTexts.Settings,
            Initials = ["sz"],
            Read = line => new("reminders.settings", Arguments.Of((What, line.Rest))),
            Help = new(ReminderTexts.HelpSettingsWhat),
            HelpButton = new(12),
        },
        new(
            "reminders.saveSettings",
            (turn, arguments, cancellationToken) =>
                new SettingsHandler(turn).SaveSettingsAsync(arguments.Values, cancellationToken))
        {
            Again = (turn, typed, said, _) => new SettingsHandler(turn).SettingsAgainAsync(typed, said),
        },
        new("reminders.limits", (turn, arguments, _) => new SettingsHandler(turn).LimitsFormAsync(arguments[What]))
        {
            Name = ReminderTexts.Limits,
            Initials = ["txsz"],
            Read = line => new("reminders.limits", Arguments.Of((What, line.Rest))),
        },
        new(
            "reminders.saveLimits",
            (turn, arguments, cancellationToken) =>
                new SettingsHandler(turn).SaveLimitsAsync(arguments.Values, cancellationToken)),
        new(
            "reminders.policy",
            (turn, _, _) =>
                Answers.ShowAsync(
                    turn.Localizer.Say(ReminderTexts.Policy),
                    ReminderCards.Policy(turn.Context.Services.Policies.InForce, turn.Buttons)))
        {
            Name = ReminderTexts.Policy,
            Initials = ["txgz"],
        },
        new(
            "reminders.speak",
            (turn, arguments, cancellationToken) =>
                Enum.TryParse<Language>(arguments[LanguageName], out var language) && Enum.IsDefined(language)
                    ? new SettingsHandler(turn).SpeakAsync(language, cancellationToken)
                    : Answers.UnknownButtonAsync(turn))
        {
            Also = ["中文", "chinese", "英文", "english"],
            Read = line =>
                line.IsNothing ? Speak(line.Word is "中文" or "chinese" ? Language.Chinese : Language.English) : null,
            // For whoever cannot read this card.
            HelpButton = new(20)
            {
                Made = buttons => buttons.Localizer.Language == Language.English
                    ? buttons.To(buttons.Localizer.Say(ReminderTexts.SpeakChinese), Speak(Language.Chinese))
                    : buttons.To(buttons.Localizer.Say(ReminderTexts.SpeakEnglish), Speak(Language.English)),
            },
        });

    /// <summary>Asks to be spoken to in a language from now on.</summary>
    public static ChatCommand.Call Speak(Language language) =>
        new("reminders.speak", Arguments.Of((LanguageName, language.ToString())));
}
