using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>What was asked before, changed by what is said now: of another place or time, only some of it, by place, as a file.</summary>
internal sealed partial class SpokenHandler
{
    /// <summary>What was asked, with what changed it; null where the sentence speaks for itself.</summary>
    private Topic? askedBefore;

    /// <summary>The last of what changed it.</summary>
    private Refinement? refined;

    /// <summary>Chooses some of what is shown, where the answer itself knows no states.</summary>
    private Filter? among;

    private bool isFile;

    /// <summary>Pages of a list that a follow-up showed.</summary>
    public static Task<TurnAnswer?> OfTopicAsync(TurnScope turn, Topic topic, ListView view, CancellationToken cancellationToken) =>
        new SpokenHandler(turn, topic.Said[^1], view).OfTopicAsync(topic, cancellationToken);

    private async Task<TurnAnswer?> FollowUpAsync(CancellationToken cancellationToken)
    {
        if (ChatEvent.Personal && Refinement.Beyond(frame.Text) is { } beyond && await TopicAsync(cancellationToken) is { } narrower)
        {
            var more = FrameOf(beyond);
            if (Refinement.Read(more) is null || !(more.Has(Idea.Open) || more.Places.Count > 0))
            {
                return null;
            }

            // 不光正定的，长安的也要: both of them.
            var shown = narrower.Said.Select(said => FrameOf(said).Places).LastOrDefault(places => places.Count > 0) ?? [];
            var both = more.Places.Count == 0 ? beyond : $"那{string.Join('、', shown.Concat(more.Places).Select(place => place.Name).Distinct())}的呢";
            return await OfTopicAsync(narrower.Then(both), cancellationToken);
        }

        if (!ChatEvent.Personal || Refinement.Read(frame) is not { } read || Services.Talks.FormOf(Person, Localizer.Now) is not null)
        {
            return null;
        }

        // 那个今天肯定交不了 能宽几天不: of who works on it, a wish of its own.
        if (Works && Ranked() is [{ Answer: Answer.Offer, Argument: nameof(Act.RequestExtension), Score: >= Likely }, ..])
        {
            return null;
        }

        // What points, and what only names another place, may be of the matter that was shown since.
        var isOfList = (await TalkedAsync(cancellationToken))?.IsAskedLast == true
            || (frame.Pointing == Pointing.Nothing && (read.ByPlace || read.AsFile || read.Narrows));
        // and the week after, where no days were asked of.
        if (read.Shift is not null && !(await TopicAsync(cancellationToken) is { } dated && dated.Said.Any(said => FrameOf(said).Days is not null)))
        {
            return null;
        }

        return isOfList && await TopicAsync(cancellationToken) is { } before
            // 导出, behind a file: the whole ledger, as ever.
            && !(before.Answer == Answer.Export && frame.Text.Trim() is "导出" or "export")
            ? await OfTopicAsync(before.Then(frame.Typed), cancellationToken)
            : null;
    }

    /// <summary>
    /// 沙场那件也来一份, sand yard too please, 上周的呢: behind a paper the same one of another matter, place or time. And a paper that is
    /// asked for in as many words. Null for anything else.
    /// </summary>
    private async Task<TurnAnswer?> OfPaperAsync(CancellationToken cancellationToken)
    {
        if (await MadeLastAsync(cancellationToken) is { Kind: not (DocumentKind.Matter or DocumentKind.Supervision) } last && Remade(last) is { } same)
        {
            return await RunAsync("document.make", cancellationToken, ("what", same));
        }

        if (!ChatEvent.Personal || frame.Refrains || frame.Hesitates || frame.Step is not null || frame.Text.Length > LongestPaper || (frame.Asks && !IsAskedToo()))
        {
            return null;
        }

        // 打下1301-3交办单, 通讯录给我一份: a paper in as many words.
        if (DocumentLine.Read(frame.Typed, Localizer.Today, isAsked: false) is { } plain
            && (plain.Kind == DocumentKind.Directory || (plain.Kind is DocumentKind.Matter or DocumentKind.Supervision && plain.Numbers.Count == 1))
            && (plain.Place.Length == 0 || Localizer.Directory.Areas.Resolve(plain.Place, Near) is not AreaMatch.None))
        {
            return await RunAsync("document.make", cancellationToken, ("what", frame.Typed));
        }

        // 再来一份本周的周报, also the contact list: behind whatever was shown.
        if ((Amendment.IsAddition(frame.Text) || Words.Any(frame.Text, "再", "another", "顺便", "另外")) && AsksForPaper(frame.Typed))
        {
            return await RunAsync("document.make", cancellationToken, ("what", frame.Typed));
        }

        if (await MadeLastAsync(cancellationToken) is not { } paper
            || !(IsAskedToo() || Amendment.IsAddition(frame.Text) || frame.HasAny(Idea.Print, Idea.Report2)))
        {
            return null;
        }

        if (paper.Kind is not (DocumentKind.Matter or DocumentKind.Supervision))
        {
            var another = $"{(paper.Kind == DocumentKind.Week && Words.Any(frame.Text, "月", "month") ? "通报" : paper.Kind == DocumentKind.Month && Words.Any(frame.Text, "周", "星期", "礼拜", "week") ? "周报" : paper.Word)} {frame.Typed.Trim().TrimEnd('?', '？', '。', '.', '呢').Replace("'s", "", StringComparison.Ordinal)}";
            return AsksForPaper(another) ? await RunAsync("document.make", cancellationToken, ("what", another)) : null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        return (frame.Numbers is [var number] ? number : await SheetMeantAsync(paper, cancellationToken)) is { } sheet
            ? await RunAsync("document.make", cancellationToken, ("what", $"{paper.Word} {sheet}"))
            : null;
    }

    /// <summary>桥西那份也要: the part there of the matter whose sheet was made; 明天到期那个也来一份: the only one that is due then. Null for none.</summary>
    private async Task<MatterNumber?> SheetMeantAsync(DocumentLine paper, CancellationToken cancellationToken) =>
        frame.Numbers.Count > 0 ? null
        : frame.Places is [var place] && paper.Numbers is [var made] && await matters.FindFamilyAsync(made.Root, cancellationToken) is { } family
            && family.Children.FirstOrDefault(part => part.Area == place.Code) is { } child ? child.Number
        : frame.Days is { } days && (await MineAsync(cancellationToken)).Where(entry => entry.IsOpen && days.Contains(entry.Due)).ToList() is [var due] ? due.Number
        : null;

    /// <summary>export matters due this week: a file of the days; null where more is said than that.</summary>
    private async Task<TurnAnswer?> OfDaysAsync(CancellationToken cancellationToken) =>
        frame.Words.TrueForAll(Refinement.OnlyLeadsIn)
            && frame.Said.TrueForAll(said => OfLedger.Contains(said.Idea))
            && !YearWords.NamesThePlan(frame.Text)
            && !IsOfPastDays() ? await OfAsync(Answer.Export, cancellationToken) : null;

    /// <summary>Said of what a file of matters is to hold.</summary>
    private static readonly HashSet<Idea> OfLedger =
    [
        .. Refinement.States, Idea.Filler, Idea.Please, Idea.Show, Idea.Send, Idea.Matter, Idea.Each, Idea.All, Idea.These, Idea.Due, Idea.Export, Idea.Excel, Idea.Register,
        Idea.Counties, Idea.OwnLevel, Idea.ForMe, Idea.ByWork, Idea.Noted, Idea.Print, Idea.PassedOn,
    ];

    /// <summary>The paper that was made last, where nothing else was shown since; null for none.</summary>
    private async Task<DocumentLine?> MadeLastAsync(CancellationToken cancellationToken) =>
        ChatEvent.Personal
            && await TalkedAsync(cancellationToken) is { IsAskedLast: true, Asked: var asked }
            && scope.Registry.Parser.Read(asked, Localizer.Today.Year) is ChatCommand.Call { Id: "document.make" } made
                ? DocumentLine.Read(made.Arguments["what"], Localizer.Today, isAsked: true)
                : null;

    /// <summary>只要正定的, only Zhengding will do, i mean November: the same paper of a place or a time, where nothing else is said; null for anything else.</summary>
    private string? Remade(DocumentLine paper)
    {
        // 不是本月的，是上个月的: what is right.
        var meant = Amendment.Of(frame.Text) is { IsSure: true, Old.Length: > 0, New: var right } ? FrameOf(right) : frame;
        var period = DocumentLine.PeriodIn(meant.Text, out var left);
        var place = meant.Whole ? "" : meant.Places is [var one] ? one.Name : null;
        // the monthly one, behind a weekly report.
        var other = Words.Any(meant.Text, "monthly one", "月报") ? DocumentKind.Month : Words.Any(meant.Text, "weekly one", "周报") ? DocumentKind.Week : (DocumentKind?)null;
        other = other == paper.Kind || paper.Kind == DocumentKind.Directory ? null : other;
        if ((period is null && place is null && other is null) || (period is not null && paper.Kind == DocumentKind.Directory) || meant.Places.Count > 1
            || meant is { Refrains: true } or { Numbers.Count: > 0 } or { HasClock: true } or { Except.Count: > 0 }
            || !FrameOf(left).Words.TrueForAll(Refinement.OnlyLeadsIn)
            || !meant.Said.TrueForAll(said => OfSamePaper.Contains(said.Idea) || Words.After(meant.Text, said.Start, LeadsToPaper) >= said.End))
        {
            return null;
        }

        var kind = other ?? (period is null ? paper.Kind : DocumentLine.KindOf(period) ?? paper.Kind);
        var word = kind == DocumentKind.Week ? "周报" : kind == DocumentKind.Month ? "通报" : paper.Word;
        return $"{period ?? (kind == paper.Kind ? paper.Period(Localizer.Today) : "")} {word} {place ?? paper.Place}".Trim();
    }

    /// <summary>Words of other ideas that here only lead to what is wanted.</summary>
    private static readonly string[] LeadsToPaper = ["monthly", "weekly", "只要", "不对", "no", "no,", "mean", "meant", "want", "need", "would like", "'d like"];

    /// <summary>Said around the place or time of a paper.</summary>
    private static readonly HashSet<Idea> OfSamePaper =
        [Idea.Filler, Idea.Please, Idea.Noted, Idea.Only, Idea.These, Idea.Show, Idea.Send, Idea.All, Idea.Matter, Idea.Excel, Idea.Export, Idea.Print, Idea.Report2, Idea.Directory, Idea.Each];

    /// <summary>Whether the words ask for a paper and say nothing else.</summary>
    private bool AsksForPaper(string typed) =>
        DocumentLine.Read(typed, Localizer.Today, isAsked: true) is { } paper
            && (paper.Kind is not (DocumentKind.Matter or DocumentKind.Supervision) || paper.Numbers.Count == 1)
            && (paper.Place.Length == 0 || Localizer.Directory.Areas.Resolve(paper.Place, Near) is not AreaMatch.None);

    /// <summary>沙场的呢, and the sand yard, same for last week: the same of another.</summary>
    private bool IsAskedToo() =>
        frame.IsEnglish
            ? Words.After(frame.Text, Words.Past(frame.Text, 0, "ok ", "ok, ", "okay "), "and ", "what about ", "how about ", "same for ", "the same for ", "same thing for ", "now ") > 0
            : frame.Text.TrimEnd('?', ' ', '。') is [.., '呢'] || Words.After(frame.Text, 0, "那", "还有", "同样") > 0 || Words.Any(frame.Text, "也要一份", "也来一份", "也打一份", "也给我一份", "也来一张", "也要一张");

    private const int LongestPaper = 60;

    /// <summary>export that, 导出这份, 换人没: a command's word, and of what was asked before.</summary>
    private bool PointsAtWhatWasAsked(ChatCommand command) =>
        command is ChatCommand.Call { Id: var id } call
            && (id == "export.register" ? ThatList.Contains(call.Arguments["what"].Trim().ToLowerInvariant()) : (id == "help.notOrdered" || id.StartsWith("people.replace", StringComparison.Ordinal)) && AsksWhetherChanged);

    private static readonly HashSet<string> ThatList = new(["that to excel", "this to excel", "it to excel", "them to excel", "that to excel pls", "that to excel please", "that as excel", "it as excel", "", "来", "出来", "下来", "一份", "来一份", "一下给我", "list", "that", "this", "it", "these", "those", "them", "this list", "that list", "the list", "这份", "这个", "这些", "这张", "这张表", "这个表", "它", "一下"], StringComparer.Ordinal);

    /// <summary>What was asked last; null when that is not known, or can not be asked again.</summary>
    private async Task<Topic?> TopicAsync(CancellationToken cancellationToken)
    {
        var asked = (await TalkedAsync(cancellationToken))?.Asked ?? "";
        return scope.Once("topic", asked, () => TopicOf(asked));
    }

    private Topic? TopicOf(string asked) =>
        Topic.Read(asked)
            ?? (asked.Length == 0 || asked.Contains('\n', StringComparison.Ordinal) ? null
                : scope.Registry.Parser.Read(asked, Localizer.Today.Year) is ChatCommand.Call { Id: "matter.mine" } ? new(Answer.List, "mine", [asked])
                : scope.Registry.Parser.Read(asked, Localizer.Today.Year) is ChatCommand.Call { Id: "export.register" } ? new(Answer.Export, "", [asked])
                : FrameOf(asked) is var before && Meanings.All.FirstOrDefault(m => m.Answer != Answer.Part && m.Fits(before)) is { Answer: Answer.List } meaning
                    && Topic.Holds(Answer.List, meaning.Argument)
                    ? new(Answer.List, meaning.Argument, [asked])
                    : null);

    private Task<TurnAnswer?> OfTopicAsync(Topic asked, CancellationToken cancellationToken)
    {
        var sentence = new SpokenHandler(scope, asked.Said[0], view)
        {
            askedBefore = asked,
            argument = asked.Argument,
            isFile = asked.Answer == Answer.Export,
        };
        foreach (var said in asked.Said.Skip(1))
        {
            sentence.Follow(FrameOf(said));
        }

        return sentence.OfChangedAsync(cancellationToken);
    }

    /// <summary>Takes over what the next sentence changes; all else stays.</summary>
    private void Follow(Frame next)
    {
        refined = Refinement.Read(next) ?? new(false, false, false, false, null);
        isFile = refined.AsFile || (isFile && !refined.ByPlace);
        if (next.Places.Count > 0 || next.Whole)
        {
            frame.Places.Clear();
            frame.Except.Clear();
            frame.Places.AddRange(next.Places);
        }

        // 全市的呢: the city and its counties.
        if (next.Whole)
        {
            frame.Forget(Idea.Counties);
            frame.Forget(Idea.OwnLevel);
        }

        // 按地方列一下, behind a question of counties: of the city, too.
        if (refined.ByPlace && Words.Any(next.Text, "地方", "地区", "各地", "place"))
        {
            frame.Forget(Idea.Counties);
        }

        frame.Except.AddRange(next.Except);
        if (refined.Shift is { } shift && frame.Days is { } asked)
        {
            var first = (shift.Months > 0 ? asked.To : asked.From) + shift;
            // The month after a week is a whole one.
            frame.Days = shift.Months == 0 ? new(first, asked.To + shift) : new(first.With(DateAdjusters.StartOfMonth), first.With(DateAdjusters.EndOfMonth));
        }

        frame.Days = next.Days ?? frame.Days;
        // 逾期的有哪些 >> 下周到期的呢: what is due then is not late.
        if (next.Days is { } coming && coming.To >= Localizer.Today && !refined.Narrows && !next.Has(Idea.Overdue))
        {
            frame.Forget(Idea.Overdue);
            argument = argument == "overdue" ? "" : argument;
        }

        var states = Refinement.States.Where(next.Has).ToList();
        var ofExtension = next.Has(Idea.Extend);
        if (askedBefore!.Answer is not (Answer.List or Answer.ByPlace or Answer.Export or Answer.NoRanking))
        {
            next.Places.Clear();
            next.Except.Clear();
            next.Days = null;
            if (refined.Level is { } one)
            {
                next.Forget(Idea.Counties);
                next.Add(one, 0, 0);
            }

            among = states.Count > 0 || refined.Level is not null || ofExtension ? FilterOf(next, ofExtension ? "extension" : "") : among;
            return;
        }

        if (refined.Level is { } level)
        {
            frame.Forget(level == Idea.OwnLevel ? Idea.Counties : Idea.OwnLevel);
            frame.Add(level, 0, 0);
        }

        if (states.Count > 0 || ofExtension)
        {
            // 逾期的呢: in the place of what stood so before. What has ended is not open as well.
            if (!refined.Narrows || argument is "closed" or "withdrawn" or "all" || states.Contains(Idea.Close))
            {
                foreach (var state in Refinement.States)
                {
                    frame.Forget(state);
                }

                frame.Days = argument is "closed" or "withdrawn" or "changed" || states.Contains(Idea.Overdue) ? next.Days : frame.Days;
                argument = states.Contains(Idea.Close) ? "closed" : "";
            }

            argument = ofExtension ? "extension" : argument;

            foreach (var state in states.Where(state => state != Idea.Close))
            {
                frame.Add(state, 0, 0);
            }
        }
    }

    private async Task<TurnAnswer?> OfChangedAsync(CancellationToken cancellationToken)
    {
        if (askedBefore!.Answer == Answer.Contact)
        {
            // 没签的呢 asks for nobody.
            return refined is null || (refined is { ByPlace: false, AsFile: false, Level: null } && FrameOf(askedBefore.Said[^1]) is { Places.Count: > 0 } named && !named.Has(Idea.HowMany)) ? await OfAsync(Answer.Contact, cancellationToken) : null;
        }

        // 导出来, behind a list: what it shows, and nothing else.
        if (isFile)
        {
            return (AreListed.Contains(askedBefore.Answer) && argument != "mine" ? await OfAsync(askedBefore.Answer, cancellationToken) : null)
                ?? await OfAsync(Answer.Export, cancellationToken);
        }

        // A figure has no list of its own; several figures are told by place.
        if (refined is { ByPlace: true } && askedBefore.Answer == Answer.Counts && Meanings.Counted(frame).Count < 2 && argument != "totals")
        {
            return await ThoseAsync(cancellationToken);
        }

        return await OfAsync(
            askedBefore.Answer switch
            {
                Answer.NoRanking => refined is { ByPlace: true } ? Answer.ByPlace : Answer.List,
                Answer.Export => Answer.List,
                // 正定呢, behind the figures of all places: what there is.
                Answer.ByPlace when refined is { ByPlace: false } && frame.Places.Count > 0 && argument != "rate" => Answer.List,
                var same => same,
            },
            cancellationToken);
    }

    /// <summary>What is answered by a list of matters.</summary>
    private static readonly HashSet<Answer> AreListed = [Answer.List, Answer.Taken, Answer.Nearest, Answer.ToDecide, Answer.Silent, Answer.ReportedOn];

    /// <summary>The answer, and what it was asked by: what is said next may change it.</summary>
    private async Task<TurnAnswer?> OfAsync(Answer answer, CancellationToken cancellationToken)
    {
        var kind = argument;
        if (answer is Answer.Contact or Answer.Responsible or Answer.Replace)
        {
            await NameContactAsync(cancellationToken);
        }

        // did Chang'an sign theirs, of who sees another county alone: not their own part.
        var outside = OfPlaces.Contains(answer) || (OfOne.Contains(answer) && (frame.Numbers.Count == 0 || frame.Named.Count > 0)) ? await OutsideAsync(cancellationToken) : [];
        var note = outside.Count == 0 ? ""
            : Localizer.Say(SpokenTexts.OutsideOf, Joined(outside.Select(place => Localizer.Place(place.Code))), SeenPlaces());
        if (outside.Count > 0 && outside.Count == frame.Places.Count)
        {
            return Remembered(await OfferAsync(note, "matter.mine", "matter.register"), answer, kind);
        }

        frame.Places.RemoveAll(outside.Contains);

        var given = WithTold(await GivenAsync(answer, cancellationToken));
        return given is null ? null : Remembered(note.Length > 0 ? given.With(note) : given, answer, kind);
    }

    /// <summary>What a follow-up says by itself, where nothing of what was asked before is so; null where that finds nothing either.</summary>
    private async Task<TurnAnswer?> OfLastAloneAsync(Filter filter, string places, CancellationToken cancellationToken)
    {
        if (askedBefore is not { Said: [_, .., var last] } || refined is null or { Level: not null, ByPlace: false })
        {
            return null;
        }

        var alone = FrameOf(last);
        if (!alone.HasAny(Refinement.States) && alone.Days is null)
        {
            return null;
        }

        var kind = alone.Has(Idea.Close) ? "closed" : "";
        var own = FilterOf(alone, kind);
        List<ListEntry> found = [.. (await InPlaceAsync(own, alone, cancellationToken)).Where(own.Fits)];
        if (found.Count == 0)
        {
            return null;
        }

        askedBefore = new(Answer.List, kind, [last]);
        return await ShowSentenceAsync(
            Joined(
                Localizer.Say(SpokenTexts.ListNone, places + (places.Length > 0 ? Localizer.Say(Texts.ListComma) : "") + filter.Words),
                Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(Joined(PlaceWords(alone), own.Words)), found.Count)),
            found);
    }

    private TurnAnswer Remembered(TurnAnswer given, Answer answer, string kind) =>
        Topic.Holds(answer, kind) && given.Messages is [.., { Form: null } shown]
            ? new([.. given.Messages.SkipLast(1), shown with { Asked = (askedBefore ?? new(answer, kind, [frame.Typed])).Written }])
            : given;

    /// <summary>Lists and figures of places.</summary>
    private static readonly HashSet<Answer> OfPlaces =
    [
        Answer.List, Answer.ByPlace, Answer.Taken, Answer.Counts, Answer.Nearest, Answer.ToDecide, Answer.Silent, Answer.ReportedOn, Answer.Compare,
    ];

    /// <summary>
    /// How many matters are overdue in Baoding, asked by who sees another city alone: “none” would say that there is none. Of the places that
    /// are named those of which this person sees nothing.
    /// </summary>
    private async Task<IReadOnlyList<Area>> OutsideAsync(CancellationToken cancellationToken)
    {
        if (frame.Places.Count == 0 || !Person.Grants.All(grant => Permissions.ReachOf(Right.See, grant.Role) == Reach.InArea))
        {
            return [];
        }

        var places = frame.Places.FindAll(place => !place.Code.IsProvincial
            && !Person.Grants.Any(grant => grant.Area.Contains(place.Code) || place.Code.Contains(grant.Area)));
        return places.Count == 0
            ? places
            : [.. (await AllAsync(cancellationToken)) is var all ? places.Where(place => !all.Any(entry => place.Code.Contains(entry.Area))) : []];
    }

    private string SeenPlaces() => Joined(Person.Grants.Select(grant => Localizer.Place(grant.Area)).Distinct());

    /// <summary>那电话多少, behind who is responsible for a place: of the same place.</summary>
    private async Task NameContactAsync(CancellationToken cancellationToken)
    {
        if (frame.HasPlaces
            || frame.Numbers.Count > 0
            || frame.Named.Count > 0
            || frame.HasAny(Idea.Leader, Idea.Team, Idea.Office, Idea.Supervision, Idea.Superior, Idea.Each, Idea.Counties, Idea.Nobody)
            || !(AsksForPhone || AsksWhetherChanged || Words.Any(frame.Text, "他", "她", "这位", "这人", " he ", " she ", "them", " him", " her"))
            || (await TalkedAsync(cancellationToken)) is not { IsAskedLast: true }
            || await TopicAsync(cancellationToken) is not { Answer: Answer.Contact } asked)
        {
            return;
        }

        frame.Places.AddRange(asked.Said.Select(said => FrameOf(said).Places).LastOrDefault(places => places.Count > 0) ?? []);
        // 发消息他收得到吗, behind 电话给一个: of the same.
        askedBefore = frame.Places.Count > 0 ? askedBefore ?? asked : askedBefore;
    }

    /// <summary>换人了没: whether it is still the same person.</summary>
    private bool AsksWhetherChanged =>
        (frame.Asks || frame.Text.TrimEnd('。', ' ') is [.., '没']) && Words.Any(frame.Text, "换人", "换了", "换谁", "换成谁", "新来的是谁", "换没换", "换过", "还是他", "还是她", "还是原来", "变了", "changed", "replaced", "someone new", "somebody new", "still the same", "still him", "still her");

    /// <summary>石家庄市本级1，正定县2: in the order of their codes, never a ranking.</summary>
    private string ByPlaces(IReadOnlyList<ListEntry> entries)
    {
        // 分别哪个市的: by cities, also where all are of one.
        var asked = askedBefore is { Said: [.., var last] } ? Core.Text.Folding.Of(last) : frame.Text;
        var byCity = entries.Select(entry => entry.Area.City).Distinct().Count() > 1
            || (Words.Any(asked, "个市", "分市", "按市", "各市", "些市", "地市", "by city", "per city", "each city", "cities", "which city") && !Words.Any(asked, "县", "区", "count", "district"));
        return Localizer.Say(
            SpokenTexts.PlaceByPlace,
            string.Join(
                Localizer.Say(Texts.ListComma),
                entries.GroupBy(entry => byCity ? entry.Area.City : entry.Area)
                    .OrderBy(place => place.Key)
                    .Select(place => Localizer.Say(
                        SpokenTexts.PlaceCounted,
                        byCity || place.Key.Level != AreaLevel.City ? Localizer.PlaceIn(place.Key, place.Key.City) : Localizer.Say(MatterTexts.OnlyAlone, Localizer.Place(place.Key)),
                        place.Count()))));
    }
}
