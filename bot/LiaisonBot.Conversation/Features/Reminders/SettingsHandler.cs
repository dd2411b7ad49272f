using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Help;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Conversation.Features.Reminders;

/// <summary>A person's own settings, and how far the province lets them go.</summary>
internal sealed class SettingsHandler(TurnScope scope) : TurnPart(scope)
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public async Task<TurnAnswer> SaveSettingsAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var errors = new FormErrors();
        var limits = Localizer.Directory.Limits;
        LocalTime? Time(string id) => this.Time(id, typed, errors);
        if (!Enum.TryParse<Language>(typed.GetValueOrDefault(SettingsCards.Language), out var language)
            || !Enum.IsDefined(language))
            errors.TryAdd(SettingsCards.Language, Localizer.Say(Texts.RefusedMissing));
        var (digest, from, to) = (Time(SettingsCards.DigestTime), Time(SettingsCards.QuietFrom), Time(SettingsCards.QuietTo));
        if (digest is { } at && !limits.AllowsDigest(at))
            errors.TryAdd(
                SettingsCards.DigestTime,
                Localizer.Say(
                    ReminderTexts.RefusedDigestTime,
                    Localizer.Hour(limits.EarliestDigest),
                    Localizer.Hour(limits.LatestDigest)));
        if (from is { } start && to is { } end && limits.IsTooLong(start, end))
            errors.TryAdd(SettingsCards.QuietFrom, Localizer.Say(ReminderTexts.RefusedQuietTooLong, limits.LongestQuiet));
        if (from.HasValue != to.HasValue)
        {
            errors.TryAdd(
                from.HasValue ? SettingsCards.QuietTo : SettingsCards.QuietFrom,
                Localizer.Say(ReminderTexts.RefusedTime));
        }

        if (errors.Count > 0)
        {
            return await ShowAsync(
                Localizer.Say(ReminderTexts.SettingsTitle),
                SettingsCards.Settings(Person, Buttons, typed, errors));
        }

        var preferences = Person.Preferences with
        {
            // Who leaves it as it is shown has chosen none: it goes on following the language of their Teams.
            Language = Person.Preferences.Language is null && language == Localizer.Language ? null : language,
            DigestTime = digest,
            QuietFrom = from,
            QuietTo = to
        };
        await Services.People.SetPreferencesAsync(Person, preferences, cancellationToken);
        var after = Localizer with { Language = language };
        return await ShowAsync(
            after.Say(ReminderTexts.SettingsSaved),
            SettingsCards.Settings(
                Person with { Preferences = preferences },
                Buttons with { Localizer = after },
                news: after.Say(ReminderTexts.SettingsSaved)));
    }

    /// <summary>From now on in this language; what one can say, to begin with.</summary>
    public async Task<TurnAnswer> SpeakAsync(Language language, CancellationToken cancellationToken)
    {
        var preferences = Person.Preferences with { Language = language };
        await Services.People.SetPreferencesAsync(Person, preferences, cancellationToken);
        var after = Localizer with { Language = language };
        return await ShowAsync(
            after.Say(ReminderTexts.SettingsSaved),
            HelpCard.Of(Person with { Preferences = preferences }, Buttons with { Localizer = after }));
    }

    /// <summary>The form, with what was said already in it.</summary>
    public Task<TurnAnswer> SettingsFormAsync(string what)
    {
        var line = SettingsLine.Read(what);
        var values = SettingsCards.ValuesOf(Person, Localizer);
        if (line.Language is { } language)
        {
            values[SettingsCards.Language] = language.ToString();
        }

        if (line.Digest is { } digest)
        {
            values[SettingsCards.DigestTime] = Localizer.Hour(digest);
        }

        if (line.QuietFrom is { } from)
        {
            values[SettingsCards.QuietFrom] = Localizer.Hour(from);
        }

        if (line.QuietTo is { } to)
        {
            values[SettingsCards.QuietTo] = Localizer.Hour(to);
        }

        return ShowAsync(
            Localizer.Say(ReminderTexts.SettingsTitle),
            SettingsCards.Settings(
                Person,
                Buttons,
                values,
                notRead: line.Rest.Length == 0 ? null : NotRead([line.Rest])));
    }

    /// <summary>改成九点吧, 晚上十点以后别发: the form with it; null where no hour and no language is said.</summary>
    public async Task<TurnAnswer?> SettingsAgainAsync(IReadOnlyDictionary<string, string> typed, Frame? said)
    {
        var values = new Dictionary<string, string>(typed, StringComparer.Ordinal);
        if (said is not null)
        {
            var line = SettingsLine.Read(said.Typed);
            // and nothing at night please: no hour was said, so those of the rules.
            if (line is { Language: null, Digest: null, QuietFrom: null } && RuleWords.IsQuietAtNight(said.Text))
            {
                var policy = Services.Policies.InForce;
                line = line with { QuietFrom = Person.Preferences.QuietFrom ?? policy.QuietFrom, QuietTo = Person.Preferences.QuietTo ?? policy.QuietTo };
            }

            if (line is { Language: null, Digest: null, QuietFrom: null })
            {
                return null;
            }

            var quiet = FormWords.IsQuiet(said.Text) ? SettingsLine.AtSide(said.Text) : null;
            Put(SettingsCards.Language, line.Language?.ToString());
            if (quiet is var (time, side))
            {
                // The other end of the quiet hours stays, or is that of the rules.
                var policy = Services.Policies.InForce;
                var isFrom = side == ClockSide.After;
                Put(SettingsCards.QuietFrom, isFrom ? Localizer.Hour(SettingsLine.AtNight(time, said.Text)) : Stands(SettingsCards.QuietFrom, Person.Preferences.QuietFrom ?? policy.QuietFrom));
                Put(SettingsCards.QuietTo, isFrom ? Stands(SettingsCards.QuietTo, Person.Preferences.QuietTo ?? policy.QuietTo) : Localizer.Hour(time));
            }
            else
            {
                Put(SettingsCards.DigestTime, line.Digest is { } digest ? Localizer.Hour(digest) : null);
            }

            Put(SettingsCards.QuietFrom, line.QuietFrom is { } from ? Localizer.Hour(from) : null);
            Put(SettingsCards.QuietTo, line.QuietTo is { } to ? Localizer.Hour(to) : null);
        }

        return await ShowAsync(Localizer.Say(ReminderTexts.SettingsTitle), SettingsCards.Settings(Person, Buttons, values));

        void Put(string input, string? value) => values[input] = value ?? values.GetValueOrDefault(input) ?? "";

        string Stands(string input, LocalTime otherwise) => values.GetValueOrDefault(input) is { Length: > 0 } stands ? stands : Localizer.Hour(otherwise);
    }

    /// <summary>The form; what was said behind the command is not read, and that is said.</summary>
    public Task<TurnAnswer> LimitsFormAsync(string what) =>
        LimitsFormAsync(news: what.Length == 0 ? null : NotRead([what]));

    /// <summary>For the office a form; everybody else is told the limits.</summary>
    public Task<TurnAnswer> LimitsFormAsync(IReadOnlyDictionary<string, string>? typed = null, FormErrors? errors = null, string? news = null) =>
        Person.Has(Role.Office)
            ? ShowAsync(
                news ?? Localizer.Say(ReminderTexts.LimitsTitle),
                SettingsCards.Limits(
                    Buttons,
                    typed ?? SettingsCards.ValuesOf(Localizer.Directory.Limits),
                    errors ?? [],
                    news))
            : TellAsync(SettingsCards.LimitsAre(Localizer));

    public async Task<TurnAnswer> SaveLimitsAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (!Person.Has(Role.Office))
        {
            return await LimitsFormAsync();
        }

        var policy = Services.Policies.InForce;
        var errors = new FormErrors();
        var (earliest, latest) = (
            Time(SettingsCards.EarliestDigest, typed, errors),
            Time(SettingsCards.LatestDigest, typed, errors));
        var digest = Localizer.Say(
            ReminderTexts.RefusedLimitsDigest,
            Localizer.Hour(ReminderLimits.FirstDigest),
            Localizer.Hour(ReminderLimits.LastDigest),
            Localizer.Hour(policy.Digest));
        if (earliest is null)
        {
            errors.TryAdd(SettingsCards.EarliestDigest, digest);
        }

        if (latest is null)
        {
            errors.TryAdd(SettingsCards.LatestDigest, digest);
        }

        // What is no number is refused as one that is too small.
        _ = int.TryParse(
            typed.GetValueOrDefault(SettingsCards.LongestQuiet),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var quiet);
        if (errors.Count == 0)
            switch (await Services.People.SetLimitsAsync(
                Person,
                new(earliest!.Value, latest!.Value, quiet),
                policy.Times,
                cancellationToken))
            {
                case null:
                    return await LimitsFormAsync(typed, news: Localizer.Say(ReminderTexts.SettingsSaved));
                case DirectoryRefusal.QuietLimits:
                    var least = ReminderLimits.LeastQuiet(policy.Times);
                    errors[SettingsCards.LongestQuiet] = Localizer.Say(
                        ReminderTexts.RefusedLimitsQuiet,
                        least,
                        Math.Max(least, ReminderLimits.MostQuiet));
                    break;
                default:
                    errors[SettingsCards.EarliestDigest] = digest;
                    break;
            }

        return await LimitsFormAsync(typed, errors);
    }

    /// <summary>Null for an empty input, and with an error for one that is no time.</summary>
    private LocalTime? Time(string id, IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed.GetValueOrDefault(id)))
        {
            return null;
        }

        if (TimePattern.Parse(Folding.Of(typed[id]).Trim()) is { Success: true } time)
        {
            return time.Value;
        }

        errors.TryAdd(id, Localizer.Say(ReminderTexts.RefusedTime));
        return null;
    }
}
