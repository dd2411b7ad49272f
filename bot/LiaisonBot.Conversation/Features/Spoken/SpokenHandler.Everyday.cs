using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>What is said beside the work: complaints, thanks, the calendar, figures of what was shown.</summary>
internal sealed partial class SpokenHandler
{
    private async Task<TurnAnswer?> EverydayAsync(CancellationToken cancellationToken) => argument switch
    {
        "thanks" => await RunAsync("help.welcome", cancellationToken),
        "cannot" => await OfferAsync(Localizer.Say(SpokenTexts.NotMyWork), "matter.mine", "help.show"),
        "returned" => await WhyReturnedAsync(cancellationToken),
        "urged" => await WhyUrgedAsync(cancellationToken),
        "late" => await LateOfThoseAsync(cancellationToken),
        "months" => await BesideMonthsAsync(cancellationToken),
        "given" => await AssignedAsync(cancellationToken),
        "register" => await RunAsync("matter.register", cancellationToken, ("place", frame.Places[0].Code.Value)),
        "day" => await OfCalendarAsync(cancellationToken),
        "papers" => await PapersAsync(cancellationToken),
        "directoryfile" => await RunAsync(
            "document.make",
            cancellationToken,
            ("what", $"导出通讯录 {frame.Places.FirstOrDefault()?.Name}".TrimEnd())),
        "contactthere" => await ContactThereAsync(),
        _ => null,
    };

    /// <summary>凭啥打回来啊: who returned it and why, of the matter that was shown, or of the only one that was
    /// returned.</summary>
    private async Task<TurnAnswer?> WhyReturnedAsync(CancellationToken cancellationToken)
    {
        var tree = await OneAsync(cancellationToken, textBehind: true);
        if (tree is null || !(await HistoryOfAsync(tree, cancellationToken)).Exists(entry => entry.Act == Act.Return))
        {
            List<ListEntry> own = [.. (await MineAsync(cancellationToken)).Where(e => InPlace(frame,
                e)).Take(MostCounted)];
            frame.Days = null;
            if ((await TakenOfAsync(Act.Return, own, cancellationToken)).Found is not [var one])
            {
                return null;
            }

            tree = await matters.FindFamilyAsync(one.Number, cancellationToken);
        }

        return tree is null
            ? null
            : await matters.ShowMatterAsync(tree, await FactAsync(tree, Act.Return, cancellationToken), Card.Default);
    }

    /// <summary>
    /// 我都报三回了还催: by whom it was urged and why, of the matter that was shown, for whoever works on matters; what was
    /// reported stands on its card.
    /// </summary>
    private async Task<TurnAnswer?> WhyUrgedAsync(CancellationToken cancellationToken)
    {
        if (!Person.Grants.Any(grant => Permissions.ReachOf(Right.Work, grant.Role) != Reach.Nowhere))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        if (await OneAsync(cancellationToken, textBehind: true) is not { Matter.IsOpen: true } tree)
        {
            return await WhyRemindedAsync(cancellationToken);
        }

        // 怎么又催我, behind a matter of which nobody was urged: what the last reminders were of.
        return IsNamed() || (await HistoryOfAsync(tree, cancellationToken)).Exists(e => e.Act == Act.Urge)
            ? await WhyRemindedOfAsync(tree, cancellationToken)
            : await WhyRemindedAsync(cancellationToken);
    }

    /// <summary>其中几件超期: of those that were spoken of last, what ended late or is late now.</summary>
    private async Task<TurnAnswer?> LateOfThoseAsync(CancellationToken cancellationToken)
    {
        if ((await TalkedAsync(cancellationToken))?.Listed is not { Count: > 0 } listed)
        {
            return null;
        }

        var numbers = listed.ToHashSet();
        List<ListEntry> late = [.. (await AllAsync(cancellationToken))
            .Where(e => numbers.Contains(e.Number) && (e.EndedOn is { } end ? end > e.Due
                : e.IsOverdue(Localizer.Today)))];
        var sentence = Localizer.Say(SpokenTexts.LateOfThose, numbers.Count, late.Count);
        return late.Count == 0
            ? await OfferAsync(sentence, "matter.mine", "matter.register")
            : await ShowSentenceAsync(sentence, late);
    }

    /// <summary>十一月跟十月比结得多还是少: the figures of both months beside each other; nobody is put in an order.</summary>
    private async Task<TurnAnswer?> BesideMonthsAsync(CancellationToken cancellationToken)
    {
        if (EverydayMeanings.MonthsIn(frame.Text) is not [var first, var second])
        {
            return null;
        }

        var all = (await AllAsync(cancellationToken))
            .Where(e => InPlace(frame, e) && !e.Number.IsChild)
            .Take(MostCounted + 1)
            .ToList();
        if (all.Count > MostCounted)
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.TooManyToCount, MostCounted), "matter.register");
        }

        Act[] acts = Words.Any(frame.Text, "报结", "hand") ? [Act.HandIn]
            : Words.Any(frame.Text, "结", "消", "销", "close", "wrapped", "finish") ? [Act.Close]
            : Words.Any(frame.Text, "退回", "return") ? [Act.Return]
            : Words.Any(frame.Text, "交办", "派", "新接", "assign") ? [Act.Assign]
            : Compared;
        var (one, other) = (MonthOf(first), MonthOf(second));
        List<string> lines = [];
        foreach (var act in acts)
        {
            frame.Days = one;
            var (times, _) = await TakenOfAsync(act, all, cancellationToken);
            frame.Days = other;
            var (before, _) = await TakenOfAsync(act, all, cancellationToken);
            lines.Add(Localizer.Say(
                SpokenTexts.BesideNamed,
                Localizer.AtStart(Localizer.Say(Localizer.Entry(act))),
                Localizer.Say(SpokenTexts.MonthNamed, one.From.Year, one.From.Month),
                times,
                Localizer.Say(SpokenTexts.MonthNamed, other.From.Year, other.From.Month),
                before));
        }

        frame.Days = null;
        return await ComparedAsync(lines);
    }

    /// <summary>The last such month that has begun.</summary>
    private DayRange MonthOf(int month)
    {
        var begin = new LocalDate(Localizer.Today.Year - (month > Localizer.Today.Month ? 1 : 0), month, 1);
        return new(begin, begin.PlusMonths(1).PlusDays(-1));
    }

    /// <summary>這個月石家莊新接了幾件: what was assigned there, whether it is signed for or not; 这半年 is the last six
    /// months.</summary>
    private async Task<TurnAnswer?> AssignedAsync(CancellationToken cancellationToken)
    {
        frame.Days = frame.Text.Contains("半年", StringComparison.Ordinal)
            ? new(Localizer.Today.PlusMonths(-6), Localizer.Today)
            : frame.Days;
        return await TakenAsync(Act.Assign, cancellationToken);
    }

    /// <summary>
    /// 元旦歇几天 1月4号上不上班: the year's calendar, and whether the named day is worked. A day or festival that is past means
    /// the next one, unless its year is said.
    /// </summary>
    private async Task<TurnAnswer?> OfCalendarAsync(CancellationToken cancellationToken)
    {
        var day = frame.Days is { } said && said.From == said.To ? said.From : (LocalDate?)null;
        var isDated = Words.Any(frame.Text, "昨", "前天", "去年", "今年", "明年", "后年", "yesterday", "last ", "this year",
            "next year")
            || YearSaid is not null;
        // the 1st of jan: which day of this year or the next.
        if (EverydayMeanings.EnglishDayIn(frame.Text) is var (month, number)
            && number <= CalendarSystem.Iso.GetDaysInMonth(Localizer.Today.Year, month))
        {
            day = new(YearSaid ?? Localizer.Today.Year, month, number);
        }

        if (day is { } past && past < Localizer.Today && !isDated)
        {
            day = past.PlusYears(1);
        }

        var year = YearSaid ?? day?.Year ?? frame.Days?.From.Year ?? Localizer.Today.Year;
        var festival = EverydayMeanings.Festivals.FirstOrDefault(f => Words.Any(frame.Text, f.Said)).Name;
        if (festival is not null && day is null && !isDated
            && DaysOffOf(festival, Localizer.Today.Year) is var (_, over) && over < Localizer.Today)
        {
            year = Localizer.Today.Year + 1;
        }

        List<string> lines = [];
        if (festival is not null && DaysOffOf(festival, year) is var (from, to))
        {
            lines.Add(FestivalIs(SpokenTexts.FestivalIs, festival, from, to, year));
        }
        else if (festival is not null && DaysOffOf(festival, Localizer.Today.Year) is var (first, last))
        {
            lines.Add(FestivalIs(SpokenTexts.FestivalNotKnown, festival, first, last, year));
        }

        if (day is { } asked)
        {
            // What the law names is off before any notice says so.
            var isKnown = Localizer.Calendar.NoticeOf(asked.Year) is not null;
            var isWorked = Localizer.Calendar.IsWorkingDay(asked) && (isKnown
                || !FixedDaysOff.Contains((asked.Month, asked.Day)));
            lines.Add(Localizer.Say(
                !isKnown ? SpokenTexts.DayIsProvisional : SpokenTexts.DayIs,
                Localizer.DayOfWeek(asked, Localizer.Today.Year),
                Localizer.Say(isWorked ? SpokenTexts.WorkingDay : SpokenTexts.DayOff)));
        }

        var shown = await RunAsync("calendar.show", cancellationToken, ("year", Localizer.Invariant(year)));
        return lines.Count == 0 ? shown : shown.With(string.Join('\n', lines));
    }

    /// <summary>Month and day of those that are off on the same date each year.</summary>
    private static readonly HashSet<(int Month, int Day)> FixedDaysOff = [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10,
        3)];

    /// <summary>The days off of a festival, by the notice of a year; null where there is none yet.</summary>
    private (LocalDate From, LocalDate To)? DaysOffOf(string festival, int year)
    {
        var off = Localizer.Calendar.NoticeOf(year)?.Ranges()
            .Where(range => range.Off && range.Name.Contains(festival, StringComparison.Ordinal))
            .ToList() ?? [];
        return off.Count == 0 ? null : (off[0].From, off[^1].To);
    }

    private string FestivalIs(Text sentence, string festival, LocalDate from, LocalDate to, int year) =>
        Localizer.Say(
            sentence,
            festival,
            Localizer.DayOfWeek(from, Localizer.Today.Year),
            Localizer.DayOfWeek(to, Localizer.Today.Year),
            Period.DaysBetween(from, to) + 1,
            year);

    /// <summary>路南的单子都给我打出来: a paper is of one matter, so which.</summary>
    private async Task<TurnAnswer?> PapersAsync(CancellationToken cancellationToken)
    {
        List<ListEntry> there = [.. (await MineAsync(cancellationToken)).Where(e => e.IsOpen && InPlace(frame, e))];
        return there.Count == 0
            ? null
            : await ShowSentenceAsync(Localizer.Say(SpokenTexts.PapersOneByOne, PlaceWords(frame), there.Count), there);
    }

    /// <summary>路南说不归他们 高新区那边是谁在对接: of the place that is asked of, and not of the one that says so.</summary>
    private async Task<TurnAnswer?> ContactThereAsync()
    {
        if (EverydayMeanings.PlaceAsked(frame.Text) is not { } name)
        {
            return null;
        }

        var there = frame.Places.FindAll(place =>
            place.Name.Contains(name, StringComparison.Ordinal)
                || name.Contains(place.Name[..^1], StringComparison.Ordinal));
        if (there.Count == 0)
        {
            return name[^1] is '区' or '县' or '市'
                ? await OfferAsync(Localizer.Say(SpokenTexts.NoSuchPlace, name), "people.directory")
                : null;
        }

        frame.Places.Clear();
        frame.Places.AddRange(there);
        return await ContactAsync();
    }
}
