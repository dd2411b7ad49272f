using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Reminders;

/// <summary>The forms of a person's own settings and of the limits of everybody's.</summary>
internal static class SettingsCards
{
    public const string Language = "language";
    public const string DigestTime = "digestTime";
    public const string QuietFrom = "quietFrom";
    public const string QuietTo = "quietTo";

    public const string EarliestDigest = "earliestDigest";
    public const string LatestDigest = "latestDigest";
    public const string LongestQuiet = "longestQuiet";

    public static Dictionary<string, string> ValuesOf(Person person, Localizer localizer) => new(StringComparer.Ordinal)
    {
        [Language] = localizer.Language.ToString(),
        [DigestTime] = person.Preferences.DigestTime is { } digest ? Localizer.Hour(digest) : "",
        [QuietFrom] = person.Preferences.QuietFrom is { } from ? Localizer.Hour(from) : "",
        [QuietTo] = person.Preferences.QuietTo is { } to ? Localizer.Hour(to) : "",
    };

    /// <param name="notRead">What was said and is not in the form.</param>
    public static Json Settings(
        Person person,
        Buttons buttons,
        IReadOnlyDictionary<string, string>? typed = null,
        FormErrors? errors = null,
        string? news = null,
        string? notRead = null)
    {
        var localizer = buttons.Localizer;
        var values = typed ?? ValuesOf(person, localizer);
        return InputForm.Of(ReminderTexts.SettingsTitle, buttons.Submit("reminders.saveSettings"), buttons, values, errors ?? [],
        [
            (new(Language, ReminderTexts.FieldLanguage, InputKind.Choice),
                [
                    (nameof(Core.People.Language.Chinese), localizer.Say(ReminderTexts.SpeakChinese)),
                    (nameof(Core.People.Language.English), localizer.Say(ReminderTexts.SpeakEnglish))
                ]),
            (new(DigestTime, ReminderTexts.FieldDigestTime, InputKind.Time, Required: false), []),
            (new(QuietFrom, ReminderTexts.FieldQuietFrom, InputKind.Time, Required: false), []),
            (new(QuietTo, ReminderTexts.FieldQuietTo, InputKind.Time, Required: false), []),
        ],
        news,
        $"{notRead}{localizer.Say(ReminderTexts.QuietNote)} {LimitsAre(localizer)}",
        person.Has(Role.Office) ? buttons.To("reminders.limits") : null);
    }

    /// <summary>How far everybody may move their own reminders.</summary>
    public static Json Limits(Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors, string? news = null) =>
        InputForm.Of(ReminderTexts.LimitsTitle, buttons.Submit("reminders.saveLimits"), buttons, typed, errors,
        [
            (new(EarliestDigest, ReminderTexts.FieldEarliestDigest, InputKind.Time), []),
            (new(LatestDigest, ReminderTexts.FieldLatestDigest, InputKind.Time), []),
            (new(LongestQuiet, ReminderTexts.FieldLongestQuiet, InputKind.Line, Limit: 2), []),
        ], news, buttons.Localizer.Say(ReminderTexts.LimitsNote, buttons.Word("reminders.settings")));

    public static IReadOnlyDictionary<string, string> ValuesOf(ReminderLimits limits) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [EarliestDigest] = Localizer.Hour(limits.EarliestDigest),
        [LatestDigest] = Localizer.Hour(limits.LatestDigest),
        [LongestQuiet] = Localizer.Invariant(limits.LongestQuiet),
    };

    public static string LimitsAre(Localizer localizer)
    {
        var limits = localizer.Directory.Limits;
        return localizer.Say(
            ReminderTexts.LimitsAre,
            Localizer.Hour(limits.EarliestDigest),
            Localizer.Hour(limits.LatestDigest),
            limits.LongestQuiet);
    }
}
