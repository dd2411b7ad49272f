using System.Globalization;
using LiaisonBot.Conversation.Features.Import;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>A whole notice that is pasted: shown as a table, and assigned as one job.</summary>
internal sealed class NoticeHandler(TurnScope scope, ImportHandler jobs) : TurnPart(scope)
{
    /// <summary>What was seen of it. Nothing is assigned.</summary>
    public Task<TurnAnswer> ShowAsync(Notice notice)
    {
        var rows = notice.Tasks.Select(Row).ToList();
        return ShowAsync(
            rows,
            notice.Matters,
            notice.Title,
            string.Join('\n', notice.Aside.Where(line => line != notice.Title)),
            null);
    }

    /// <summary>
    /// Assigns the rows that are ticked, a matter for each place, as one job. With anything wrong in a row nothing is
    /// assigned, and the table comes again. The same press twice is the same job.
    /// </summary>
    public async Task<TurnAnswer> AssignAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (!int.TryParse(typed.GetValueOrDefault(NoticeCard.Rows), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > NoticeReader.Most)
        {
            return await UnknownButtonAsync();
        }

        var basis = typed.GetValueOrDefault(NoticeCard.Basis) ?? "";
        List<NoticeRow> rows = [];
        List<MatterDraft> drafts = [];
        for (var number = 1; number <= count; number++)
        {
            var row = Typed(typed, number);
            if (row.IsOn)
            {
                var (of, hints) = Drafts(row, basis);
                drafts.AddRange(of);
                row = row with { Hints = hints };
            }

            rows.Add(row);
        }

        if (drafts.Count is 0 or > JobLimits.Items || rows.Exists(row => row.Hints.Count > 0))
        {
            var wrong = drafts.Count == 0 && rows.TrueForAll(row => !row.IsOn)
                ? MatterTexts.NoticeNone
                : MatterTexts.NoticeWrong;
            return await ShowAsync(
                rows,
                Math.Max(drafts.Count, 1),
                basis,
                typed.GetValueOrDefault(NoticeCard.Aside) ?? "",
                Localizer.Say(wrong));
        }

        try
        {
            return await jobs.AssignNoticeAsync(
                CommandId(),
                drafts,
                basis.Length > 0 ? basis : rows.Find(row => row.IsOn)!.Title,
                cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>第二条时间放到22号, 鹿泉那条去掉: the table with it; null where no row is spoken of.</summary>
    public async Task<TurnAnswer?> AgainAsync(IReadOnlyDictionary<string, string> typed, Frame? said)
    {
        if (!int.TryParse(typed.GetValueOrDefault(NoticeCard.Rows), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > NoticeReader.Most)
        {
            return null;
        }

        List<NoticeRow> rows = [.. Enumerable.Range(1, count).Select(number => Typed(typed, number))];
        if (said is not null && !Change(rows, said))
        {
            return null;
        }

        var matters = rows.Where(row => row.IsOn).Sum(row => Math.Max(1, PlacesOf(row).Count));
        return await ShowAsync(rows, matters, typed.GetValueOrDefault(NoticeCard.Basis) ?? "", typed.GetValueOrDefault(NoticeCard.Aside) ?? "", null);
    }

    /// <summary>Of the table on the screen the tasks that are ticked, and how many matters they make: one in each place.</summary>
    public (int Rows, int Matters) CountOf(IReadOnlyDictionary<string, string> typed)
    {
        _ = int.TryParse(typed.GetValueOrDefault(NoticeCard.Rows), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        List<NoticeRow> rows = [.. Enumerable.Range(1, Math.Clamp(count, 0, NoticeReader.Most)).Select(number => Typed(typed, number)).Where(row => row.IsOn)];
        return (rows.Count, rows.Sum(row => Math.Max(1, PlacesOf(row).Count)));
    }

    private bool Change(List<NoticeRow> rows, Frame said)
    {
        var change = Amendment.Of(said.Text);
        var places = said.Places.Select(place => place.Code).ToList();
        var ordinal = RowWords.RowIn(said.Text, rows.Count);
        var isRemoval = Amendment.IsRemoval(said.Text);
        // 饮水那条也给桥西: a word of one title says which it is, and the place what becomes of it.
        if (ordinal is null && places.Count > 0
            && Enumerable.Range(0, rows.Count).Where(i => said.Words.Exists(word => word.Length >= 2 && rows[i].Title.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList() is [var titled])
        {
            ordinal = titled + 1;
        }

        var isOfAll = ordinal is null && places.Count == 0 && FormWords.AreAllMeant(said.Text);
        List<int> meant = ordinal is { } row ? [row - 1]
            : isOfAll && !isRemoval ? [.. Enumerable.Range(0, rows.Count)]
            : places.Count > 0 ? [.. Enumerable.Range(0, rows.Count).Where(i => places.Exists(PlacesOf(rows[i]).Contains))]
            // 台账那条: a word of its title.
            : [.. Enumerable.Range(0, rows.Count).Where(i => said.Words.Exists(word => word.Length >= 2 && rows[i].Title.Contains(word, StringComparison.OrdinalIgnoreCase)))];
        if (meant.Count == 0 || (meant.Count > 1 && !isOfAll && places.Count == 0))
        {
            return false;
        }

        if (isRemoval)
        {
            foreach (var at in meant.OrderDescending())
            {
                // 第三条先不给桥西: of its places that one alone.
                var left = PlacesOf(rows[at]).Except(places).ToList();
                if (ordinal is not null && places.Count > 0 && left.Count == PlacesOf(rows[at]).Count)
                {
                    return false;
                }

                if (left.Count > 0 && (ordinal is null || places.Count > 0))
                {
                    rows[at] = rows[at] with { Places = Names(left) };
                }
                else if (rows.Count > 1)
                {
                    rows.RemoveAt(at);
                }
                else
                {
                    return false;
                }
            }

            return true;
        }

        if (ordinal is not null && change is { IsSure: true, Field: Amendment.Title or Amendment.Body, Old: "" })
        {
            rows[meant[0]] = change.Field == Amendment.Title ? rows[meant[0]] with { Title = change.New } : rows[meant[0]] with { Target = change.New };
            return true;
        }

        var standing = NodaTime.Text.LocalDatePattern.Iso.Parse(rows[meant[0]].Due) is { Success: true, Value: var date } ? date : (NodaTime.LocalDate?)null;
        if ((ChangedDay.Read(said.Text, standing, Localizer.Today, Localizer.Calendar) ?? said.Days?.To) is { } day && day > Localizer.Today)
        {
            foreach (var at in meant.OrderDescending())
            {
                // 第三条正定那个改成月底: of several places one has a row of its own.
                var others = PlacesOf(rows[at]).Except(places).ToList();
                if (places.Count == 0 || others.Count == 0 || others.Count == PlacesOf(rows[at]).Count)
                {
                    rows[at] = rows[at] with { Due = Columns.Date(day) };
                }
                else if (rows.Count < NoticeReader.Most)
                {
                    var named = PlacesOf(rows[at]).Intersect(places).ToList();
                    rows.Insert(at + 1, rows[at] with { Places = Names(named), Due = Columns.Date(day) });
                    rows[at] = rows[at] with { Places = Names(others) };
                }
                else
                {
                    return false;
                }
            }

            return true;
        }

        // 第二条也给鹿泉, 第一条改成裕华.
        if (ordinal is not null && places.Count > 0 && (!places.TrueForAll(PlacesOf(rows[meant[0]]).Contains) || said.Has(Idea.Only)))
        {
            rows[meant[0]] = rows[meant[0]] with { Places = Names([.. Amendment.Placed(PlacesOf(rows[meant[0]]), said.Places, said.Text)]) };
            return true;
        }

        return false;
    }

    private IReadOnlyList<AreaCode> PlacesOf(NoticeRow row) => PlaceList.Read(row.Places, Localizer.Directory.Areas, Near, Localizer.Today, Localizer.Calendar).Places;

    private Task<TurnAnswer> ShowAsync(
        IReadOnlyList<NoticeRow> rows,
        int matters,
        string basis,
        string aside,
        string? wrong)
    {
        var headline = Localizer.Say(MatterTexts.NoticeTitle, rows.Count, matters);
        return ShowAsync(headline, NoticeCard.Of(headline, rows, basis, aside, Buttons, wrong));
    }

    private NoticeRow Row(NoticeTask task)
    {
        List<string> hints = [];
        if (task.Unclear is { } name)
        {
            hints.Add(Localizer.Say(
                MatterTexts.NoticeUnclear,
                name.Typed,
                Names([.. name.Areas.Select(area => area.Code)])));
        }
        else if (task.Places.Count == 0 && task.NotPlaces.Count == 0)
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodNoPlace));
        }

        if (task.NotPlaces.Count > 0)
        {
            hints.Add(Localizer.Say(
                MatterTexts.UnderstoodNotPlaces,
                string.Join(Localizer.Say(Texts.ListComma), task.NotPlaces)));
        }

        var due = task.Due is { } span ? DueRule.Resolve(span, Localizer.Today, Localizer.Calendar) : null as DueDate?;
        if (due is null)
        {
            hints.Add(Localizer.Say(MatterTexts.NoDueSaid));
        }
        else if (due.Value.Provisional)
        {
            hints.Add(Localizer.Say(MatterTexts.Provisional, due.Value.Date.Year));
        }

        hints.AddRange(task.Others.Where(other => other.Length > 0)
            .Select(other => Localizer.Say(MatterTexts.UnderstoodOtherDue, other)));
        if (task.Beside.Count > 0)
        {
            hints.Add(Localizer.Say(MatterTexts.NoticeBeside, string.Join(Localizer.Say(Texts.ListComma), task.Beside)));
        }

        if (task.Asks)
        {
            hints.Add(Localizer.Say(MatterTexts.NoticeAsks));
        }

        if (RecurringLine.Is(task.Target))
        {
            hints.Add(Localizer.Say(MatterTexts.NoticeRecurs));
        }

        var title = Localizer.Clip(task.Title, MatterLimits.Title);
        return new(
            !task.Asks,
            Names([.. task.Places.Select(place => place.Code)]),
            due is { } day ? Columns.Date(day.Date) : "",
            title,
            Localizer.Clip(
                task.Beside.Count == 0 ? task.Target : task.Target + "\n" + string.Join('\n', task.Beside),
                MatterLimits.Target),
            hints);
    }

    private static NoticeRow Typed(IReadOnlyDictionary<string, string> typed, int number)
    {
        string Of(string id) => typed.GetValueOrDefault(id)?.Trim() ?? "";
        var title = Of(NoticeCard.Title(number));
        var target = Of(NoticeCard.Target(number));
        return new(
            Of(NoticeCard.On(number)) == "true",
            Of(NoticeCard.Place(number)),
            Of(NoticeCard.Due(number)),
            title,
            target.Length > 0 ? target : title,
            []);
    }

    private (IReadOnlyList<MatterDraft> Drafts, IReadOnlyList<string> Wrong) Drafts(NoticeRow row, string basis)
    {
        var places = PlaceList.Read(
            row.Places,
            Localizer.Directory.Areas,
            Near,
            Localizer.Today,
            Localizer.Calendar);
        if (places.Wrong is { } wrong)
        {
            return ([], [Localizer.Say(MatterTexts.UnderstoodNotPlaces, Localizer.Clip(wrong, 40))]);
        }

        var due = NodaTime.Text.LocalDatePattern.Iso.Parse(row.Due);
        IReadOnlyList<AreaCode?> each = places.Places.Count == 0 ? [null] : [.. places.Places.Cast<AreaCode?>()];
        List<MatterDraft> drafts =
        [
            .. each.Select(place => new MatterDraft(
                row.Title,
                place,
                place is { } code ? Localizer.Directory.Areas.Find(code)?.Name : "-",
                row.Target,
                due.Success ? new DueSpan.On(due.Value) : null,
                Basis: basis.Length > 0 ? Localizer.Clip(basis, MatterLimits.Basis) : null))
        ];
        var refusals = drafts
            .SelectMany(draft => Services.Matters.WhyNot(Person, draft, Localizer.Directory)
                .Select(refusal => Localizer.Say(
                    Texts.Labelled,
                    Localizer.Say(LabelOf(refusal.Field)),
                    Localizer.Why(refusal))))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return refusals.Count > 0 ? ([], refusals) : (drafts, []);
    }

    private static Text LabelOf(string? field) => field switch
    {
        Fields.Title => Texts.FieldTitle,
        Fields.Due => Texts.FieldDue,
        Fields.Target => Texts.FieldTarget,
        _ => Texts.FieldArea,
    };

    private string Names(IReadOnlyList<AreaCode> places) =>
        string.Join(Localizer.Say(Texts.ListComma), places.Select(Localizer.Directory.Areas.FullName));
}
