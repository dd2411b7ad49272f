using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Holidays;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Calendar;

/// <summary>The working calendar: anyone sees it, the office imports notices.</summary>
internal sealed class CalendarHandler(TurnScope scope) : TurnPart(scope)
{
    private const int LongestOffice = 40;

    private static readonly FormErrors NoErrors = [];

    private static readonly string[] Offices = [
        "人民政府", "人民政府办公室", "人民政府办公厅", "政府办公室", "政府文件", "行政公署", "管理委员会",
        "管委会", "委办公室"
    ];

    public Task<TurnAnswer> ShowAsync(string typed, string? news = null)
    {
        var text = Folding.Of(typed).Trim().TrimEnd('年');
        var year = Localizer.Today.Year;
        return text.Length > 0
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year)
                || year is < HolidayNotice.FirstYear or > HolidayNotice.LastYear)
            ? TellAsync(Localizer.Say(
                CalendarTexts.HolidaysWhichYear,
                HolidayNotice.FirstYear,
                HolidayNotice.LastYear,
                Localizer.ExampleYear))
            : ShowAsync(
                Localizer.Say(CalendarTexts.HolidaysTitle, year),
                CalendarCards.Show(year, Person, Buttons, news));
    }

    /// <summary>The form, for a year or not; the text of a notice typed after the word is read at once.</summary>
    public Task<TurnAnswer> SayAsync(string what)
    {
        var text = Folding.Of(what).Trim().TrimEnd('年', ' ');
        var isYear = text.Length <= 4 && text.All(char.IsAsciiDigit);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [isYear ? CalendarCards.Year : CalendarCards.Notice] = isYear ? text : what,
        };
        return isYear ? FormAsync(typed) : CheckAsync(typed);
    }

    /// <summary>
    /// A notice pasted without its command. Null when it is none that can be read, or the person imports none.
    /// </summary>
    public async Task<TurnAnswer?> OfNoticeAsync(string typed)
    {
        if (!PastedNotice.Is(typed) || !CalendarCards.MayImport(Person))
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [CalendarCards.Notice] = typed };
        return Read(values, out _) is { } read ? await UnderstoodAsync(read) : null;
    }

    public Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed) => FormAsync(typed, NoErrors);

    /// <summary>What was understood, to be confirmed.</summary>
    public Task<TurnAnswer> CheckAsync(IReadOnlyDictionary<string, string> typed)
    {
        if (!CalendarCards.MayImport(Person))
        {
            return TellAsync(Localizer.Say(CalendarTexts.ImportNotAllowed));
        }

        return Read(typed, out var errors) is { } read ? UnderstoodAsync(read) : FormAsync(typed, errors);
    }

    private Task<TurnAnswer> UnderstoodAsync(NoticeReading read) =>
        ShowAsync(Localizer.Say(CalendarTexts.CheckTitle, read.Notice.Year), CalendarCards.Check(read, Buttons));

    public async Task<TurnAnswer> ImportAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (!CalendarCards.MayImport(Person))
        {
            return await TellAsync(Localizer.Say(CalendarTexts.ImportNotAllowed));
        }

        if (Read(typed, out var errors) is not { Notice: var notice } read)
        {
            return await FormAsync(typed, errors);
        }

        try
        {
            var result = read.Amendment is { } amendment
                ? await Services.Holidays.ImportAsync(CommandId(), Person, amendment, cancellationToken)
                : await Services.Holidays.ImportAsync(CommandId(), Person, notice, cancellationToken);
            var news = result switch
            {
                HolidayImport.Imported { Finished: true } done =>
                    Localizer.Say(CalendarTexts.Imported, notice.Year, done.Moved, done.Settled, done.Planned),
                HolidayImport.Imported => Localizer.Say(CalendarTexts.ImportedUnfinished, notice.Year),
                HolidayImport.Unchanged => Localizer.Say(CalendarTexts.ImportUnchanged, notice.Year),
                HolidayImport.NothingToAmend => Localizer.Say(CalendarTexts.NoticeNothingToAmend, notice.Year),
                HolidayImport.TooManyVersions =>
                    Localizer.Say(CalendarTexts.ImportTooMany, notice.Year, HolidayService.MaxVersions),
                _ => Localizer.Say(CalendarTexts.ImportNotAllowed),
            };
            var people = await Services.Directory.ReadAsync(cancellationToken);
            var renewed = Buttons with
            {
                Localizer = Localizer with
                {
                    Directory = people,
                    Calendar = people.Calendar.InForce
                }
            };
            return await ShowAsync(news, CalendarCards.Show(notice.Year, Person, renewed, news));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    private Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        CalendarCards.MayImport(Person)
            ? ShowAsync(Localizer.Say(CalendarTexts.ImportTitle), CalendarCards.Form(Buttons, typed, errors))
            : TellAsync(Localizer.Say(CalendarTexts.ImportNotAllowed));

    private NoticeReading? Read(IReadOnlyDictionary<string, string> typed, out FormErrors errors)
    {
        errors = [];
        var year = Folding.Of(typed.GetValueOrDefault(CalendarCards.Year) ?? "").Trim().TrimEnd('年');
        var text = typed.GetValueOrDefault(CalendarCards.Notice) ?? "";
        int? known = null;
        if (year.Length > 0)
        {
            if (int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                known = number;
            }
            else
            {
                errors[CalendarCards.Year] = Localizer.Say(
                    CalendarTexts.NoticeYearOutOfRange,
                    HolidayNotice.FirstYear,
                    HolidayNotice.LastYear);
            }
        }

        if (Folding.IsBlank(text))
        {
            errors[CalendarCards.Notice] = Localizer.Say(Texts.RefusedMissing);
        }

        if (errors.Count > 0)
        {
            return null;
        }

        if (NoticeText.TryRead(known, text, Localizer.Calendar.NoticeOf, out var read, out var error))
        {
            var province = Localizer.Place(Localizer.Directory.Province);
            var refused = OtherProvince(read.Issuer) is { } other
                    ? Localizer.Say(CalendarTexts.NoticeOtherProvince, other, province)
                : LocalIssuer(read.Issuer, text) is { } local
                    ? Localizer.Say(CalendarTexts.NoticeOfAPlace, local, province)
                : null;
            if (refused is null)
            {
                return read;
            }

            errors[CalendarCards.Notice] = refused;
            return null;
        }

        errors[error.Fault is NoticeFault.YearMissing or NoticeFault.YearOutOfRange
            ? CalendarCards.Year
            : CalendarCards.Notice] = Localizer.Why(error);
        return null;
    }

    /// <summary>The city or county whose own notice it is: there is one calendar for the whole province.</summary>
    /// <param name="issuer">By the title; where it names none, by the line with which the notice is signed.</param>
    private static string? LocalIssuer(string issuer, string text)
    {
        if (issuer.Length > 0)
        {
            return IsLocal(issuer) ? issuer : null;
        }

        // Whom it is addressed to stands with a colon.
        return text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => string.Concat(line.Where(c => !char.IsWhiteSpace(c))))
            .LastOrDefault(line =>
                line.Length <= LongestOffice
                    && Offices.Any(end => line.EndsWith(end, StringComparison.Ordinal))
                    && IsLocal(line));
    }

    private static bool IsLocal(string office) =>
        AreaBook.PlaceThatBegins(office) is not null || office[0] is '市' or '县' or '区' or '州' or '盟' or '旗';

    /// <summary>The province that a notice is of when it is not this one: its holidays are none here.</summary>
    private string? OtherProvince(string issuer) => AreaBook.ProvinceNames
        .Where(p => p.Code != Localizer.Directory.Province && issuer.StartsWith(p.Name, StringComparison.Ordinal))
        .Select(p => p.Name)
        .FirstOrDefault();
}
