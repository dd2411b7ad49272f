using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Visits;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Sealed;

/// <summary>
/// Sealed records. In a chat everything is answered with a number and a button; what is sealed shows in a dialog, or on the
/// page, to the one who opened it.
/// </summary>
internal sealed class SealedHandler(TurnScope scope) : TurnPart(scope)
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What somebody types, in the order in which it is shown.</summary>
    private static readonly string[] TypedFields =
    [
        SealedField.Reference,
        SealedField.Link,
        SealedField.Post,
        SealedField.FormerPost,
        SealedField.Text,
        SealedField.Name,
        SealedField.Contact,
        SealedCards.Words,
    ];

    /// <summary>Whether others, and the chat's own history, see nothing of the answer.</summary>
    private bool IsEnclosed => ChatEvent is ChatEvent.DialogAction or ChatEvent.AssignMessage || (ChatEvent.Address.IsTab && ChatEvent.Personal);

    /// <summary>Whether a text looks like the number of one: s-17, 2026-s-17, 17.</summary>
    public static bool Written(string said) => NumberIn(said) is not null;

    /// <param name="said">A year; empty for all.</param>
    /// <param name="page">From 0.</param>
    public Task<TurnAnswer> ListAsync(string said, int page, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        if (!SealedRights.IsConcerned(Person))
        {
            return await TellAsync(Localizer.Say(SealedTexts.ListEmpty));
        }

        if (!IsEnclosed)
        {
            return await InChatAsync(Localizer.Say(SealedTexts.ListTitle), SealedTexts.OpenList, "sealed.list", (SealedCards.Year, said));
        }

        var records = await Services.Sealed.ListAsync(Person, ChatEvent.Id, YearIn(said, Localizer.Today.Year), cancellationToken);
        return await ShowAsync(
            Localizer.Say(SealedTexts.ListTitle),
            SealedCards.List(
                records,
                page,
                new("sealed.list", Arguments.Of((SealedCards.Year, said))),
                Person,
                Buttons));
    });

    /// <summary>2026, 2026年, 去年; null for what is none.</summary>
    private static int? YearIn(string said, int thisYear) => YearLine.Read(said, thisYear) is { Rest: "", Year: { } year } ? year : null;

    /// <summary>Counts, which are no secret: in which nobody is found, nor a record of which there are few.</summary>
    /// <param name="said">The year; empty for this one.</param>
    public Task<TurnAnswer> CountAsync(string said, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        var area = Person.OwnGrants.Where(g => g.Role == Role.TeamLeader).Select(g => g.Area.City).Distinct().ToList() is [var city]
            ? city
            : Localizer.Directory.Province;
        return await Services.Sealed.CountAsync(Person, area, YearIn(said, Localizer.Today.Year) ?? Localizer.Today.Year, cancellationToken) is { } counts
            ? await ShowAsync(
                Localizer.Say(SealedTexts.CountsTitle, Localizer.Place(area), counts.Year),
                SealedCards.Counts(counts, area, Buttons))
            : await TellAsync(Localizer.Why(SealedRefusal.NotAllowed));
    });

    /// <summary>Those whose term is over, and what was destroyed.</summary>
    /// <param name="news">What was just done.</param>
    public Task<TurnAnswer> EndsAsync(string? news, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        if (!SealedRights.Counts(Person, Localizer.Directory.Province))
        {
            return await TellAsync(Localizer.Why(SealedRefusal.NotAllowed));
        }

        if (!IsEnclosed)
        {
            return await InChatAsync(Localizer.Say(SealedTexts.Ends), SealedTexts.OpenList, "sealed.ends");
        }

        var (due, destroyed) = await Services.SealedDestruction.ListAsync(Person, ChatEvent.Id, cancellationToken);
        return await ShowAsync(Localizer.Say(SealedTexts.Ends), SealedCards.Ends(due, destroyed, Person, Buttons, news));
    });

    /// <summary>What there is for the archive, and the links to it.</summary>
    /// <param name="said">The year of closing; empty for this one.</param>
    public Task<TurnAnswer> ArchiveAsync(string said, string? news, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        if (!SealedRights.Counts(Person, Localizer.Directory.Province))
        {
            return await TellAsync(Localizer.Why(SealedRefusal.NotAllowed));
        }

        if (!IsEnclosed)
        {
            return await InChatAsync(Localizer.Say(SealedNameTexts.ArchiveFile), SealedTexts.OpenList, "sealed.archive", (SealedCards.Year, said));
        }

        var year = YearIn(said, Localizer.Today.Year) ?? Localizer.Today.Year;
        var state = await Services.SealedArchive.StateAsync(Person, year, ChatEvent.Id, cancellationToken);
        List<Uri> links = [];
        for (var part = 0; state.KeyId is not null && part < state.Parts; part++)
        {
            links.AddRange(await Downloads.LinksAsync(
                Person,
                Localizer.Language,
                [(LinkTo.SealedArchive, Localizer.Directory.Province)],
                cancellationToken,
                string.Create(CultureInfo.InvariantCulture, $"{year} {part}")) ?? []);
        }

        return await ShowAsync(
            Localizer.Say(SealedNameTexts.ArchiveFile),
            SealedCards.Archive(year, state, links, SealedRights.IsOfOffice(Person), Buttons, news));
    });

    public Task<TurnAnswer> KeyingAsync() => OfOfficeAsync(() => FormAsync(SealedTexts.ArchiveKey, SealedCards.Keying(Nothing, [], Buttons)));

    public Task<TurnAnswer> SetKeyAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) =>
        OfOfficeAsync(async () =>
        {
            var pem = typed.GetValueOrDefault(SealedCards.Pem) ?? "";
            return await Services.SealedArchive.SetKeyAsync(Person, pem, cancellationToken) is { } why
                ? await FormAsync(
                    SealedTexts.ArchiveKey,
                    // A private key does not stand there again.
                    SealedCards.Keying(
                        why == ArchiveFault.Private ? Nothing : typed,
                        new FormErrors { [SealedCards.Pem] = Localizer.Say(SealedWords.Of(why), ArchiveFile.LeastBits) },
                        Buttons))
                : await ArchiveAsync("", Localizer.Say(SealedTexts.ArchiveKeySet), cancellationToken);
        });

    private Task<TurnAnswer> OfOfficeAsync(Func<Task<TurnAnswer>> answer) => EnclosedAsync(() =>
        SealedRights.IsOfOffice(Person) ? answer() : TellAsync(Localizer.Why(SealedRefusal.NotAllowed)));

    public Task<SealedDestructionAnswer> ProposeAsync(string number, CancellationToken cancellationToken) =>
        Services.SealedDestruction.ProposeAsync(Person, number, cancellationToken);

    public Task<SealedDestructionAnswer> WithdrawAsync(string number, CancellationToken cancellationToken) =>
        Services.SealedDestruction.WithdrawAsync(Person, number, cancellationToken);

    public Task<SealedDestructionAnswer> DestroyAsync(string number, CancellationToken cancellationToken) =>
        Services.SealedDestruction.ConfirmAsync(Person, number, cancellationToken);

    public Task<TurnAnswer> EndAsync(
        string number,
        Func<string, CancellationToken, Task<SealedDestructionAnswer>> end,
        CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.ends",
            async record => await EndsAsync(
                Localizer.Say(SealedWords.Of(await end(record.Number, cancellationToken)), record.Short),
                cancellationToken),
            cancellationToken);

    public Task<TurnAnswer> DestroyingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.ends",
            record => ShowAsync(Localizer.Say(SealedTexts.Destroy), SealedCards.Destroying(record, Buttons)),
            cancellationToken);

    /// <param name="hasMore">Something was typed behind it, which is not kept.</param>
    public Task<TurnAnswer> FormAsync(string kind, string channel, bool hasMore) => AnswerAsync(async () =>
    {
        if (!SealedRights.Registers(Person))
        {
            return await TellAsync(Localizer.Say(SealedTexts.NotYours));
        }

        var which = EnteredKind(kind);
        var way = Enum.TryParse<SealedChannel>(channel, out var said) && said != SealedChannel.Record ? said : ChannelOf(which);
        if (!IsEnclosed)
        {
            return await ShowAsync(
                Localizer.Say(SealedNames.Of(which)),
                SealedCards.InChat(
                    Localizer.Say(
                        Texts.Labelled,
                        Localizer.Say(SealedTexts.Register),
                        Localizer.Say(which == SealedKind.Petition ? SealedNames.Of(way) : SealedNames.Of(which))),
                    SealedTexts.OpenForm,
                    "sealed.form",
                    Buttons,
                    hasMore ? Localizer.Say(SealedTexts.NotStored) : null,
                    (SealedCards.Kind, which.ToString()),
                    (SealedCards.Channel, way.ToString())));
        }

        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SealedCards.Channel] = way.ToString(),
            [SealedCards.On] = Columns.Date(Localizer.Today),
            [SealedCards.About] = nameof(SealedAbout.LeadershipMember),
            [SealedCards.Anonymous] = SealedCards.No,
        };
        return await FormAsync(which, typed, [], CancellationToken.None);
    });

    /// <summary>The form of an online clue, from a message of some chat; its person alone sees it, and nothing is kept before it is sent.</summary>
    public Task<TurnAnswer> ClueAsync(string text, IReadOnlyList<string> links, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        if (!SealedRights.Registers(Person))
        {
            return await TellAsync(Localizer.Say(SealedTexts.NotYours));
        }

        var link = links.FirstOrDefault(l => l.Length <= SealedLimits.Line);
        var words = link is null || !text.Contains(link, StringComparison.Ordinal)
            ? text
            : text.Replace(link, "", StringComparison.Ordinal).Trim();
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SealedCards.Channel] = nameof(SealedChannel.Net),
            [SealedCards.On] = Columns.Date(Localizer.Today),
            [SealedCards.About] = nameof(SealedAbout.Other),
            [SealedField.Link] = link ?? "",
            [SealedField.Text] = Localizer.Clip(words, SealedLimits.Text),
        };
        return await FormAsync(SealedKind.OnlineClue, typed, [], cancellationToken);
    });

    public Task<TurnAnswer> RegisterAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) => EnclosedAsync(async () =>
    {
        var kind = EnteredKind(typed.GetValueOrDefault(SealedCards.Kind));
        var identity = Of(typed, SealedField.Name, SealedField.Contact);
        var result = await Services.Sealed.RegisterAsync(
            CommandId(),
            Person,
            new(
                kind,
                Enum.TryParse<SealedChannel>(typed.GetValueOrDefault(SealedCards.Channel), out var channel) ? channel : ChannelOf(kind),
                AreaIn(typed, SealedCards.Place),
                // What the team takes up itself came on no other day.
                kind is SealedKind.Inquiry or SealedKind.UnannouncedVisit ? Localizer.Today : DayIn(typed, SealedCards.On) ?? LocalDate.MaxIsoValue,
                Enum.TryParse<SealedAbout>(typed.GetValueOrDefault(SealedCards.About), out var about) ? about
                    : kind == SealedKind.Inquiry ? SealedAbout.LeadershipMember
                    : SealedAbout.Other,
                typed.GetValueOrDefault(SealedCards.Anonymous) == SealedCards.Yes,
                Of(typed, SealedField.Reference, SealedField.Text, SealedField.Link, SealedField.Post, SealedField.FormerPost),
                identity.Count == 0 ? null : identity)
            {
                From = DayIn(typed, SealedCards.From),
                To = DayIn(typed, SealedCards.To),
            },
            cancellationToken);
        if (result is not SealedResult.Refused { Why: var why })
        {
            return result is SealedResult.Done { HadLink: true, Record: var there } && Of(typed, SealedField.Text) is { Count: > 0 } unsaved
                ? await ShowAsync(
                    Localizer.Say(SealedTexts.Title, there.Short),
                    SealedCards.Unsaved(
                        Localizer.Say(SealedTexts.AlreadyThere, there.Short),
                        [.. unsaved.Values],
                        SealedCards.Open(there.Number, Buttons),
                        Localizer))
                : await DoneAsync(result, done => Localizer.Say(
                    done.HadLink ? SealedTexts.AlreadyThere : SealedTexts.Registered,
                    done.Record.Short));
        }

        var missing = why == SealedRefusal.TextMissing;
        var input = why is SealedRefusal.PlaceMissing or SealedRefusal.NotAllowed ? SealedCards.Place
            : why == SealedRefusal.DayOutOfRange ? SealedCards.On
            : why == SealedRefusal.WindowWrong ? SealedCards.From
            : why == SealedRefusal.Anonymous ? SealedField.Name
            : !missing ? ""
            : kind == SealedKind.OnlineClue ? SealedField.Link
            : kind == SealedKind.Inquiry ? SealedField.Post
            : SealedField.Reference;
        var errors = new FormErrors
        {
            [input] = missing && kind == SealedKind.OnlineClue ? Localizer.Say(SealedTexts.LinkMissing) : Localizer.Why(why),
        };
        return await FormAsync(kind, typed, errors, cancellationToken);
    });

    public Task<TurnAnswer> ShowAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(number, "sealed.open", record => ShowAsync(record, null, cancellationToken), cancellationToken);

    public Task<TurnAnswer> TextAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            async record => await Services.Sealed.OpenAsync(Person, record.Number, ChatEvent.Id, cancellationToken) is { } opened
                ? await ShowAsync(Localizer.Say(SealedTexts.Title, record.Short), SealedCards.Text(opened, Buttons))
                : await NoneAsync(number),
            cancellationToken);

    public Task<TurnAnswer> IdentifyingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(number, "sealed.open", record => IdentifyingAsync(record.Number, Nothing, []), cancellationToken);

    public Task<TurnAnswer> IdentifyAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) =>
        OfAsync(
            typed.GetValueOrDefault(SealedCards.Number) ?? "",
            "sealed.open",
            async record =>
            {
                var why = (typed.GetValueOrDefault(SealedCards.Words) ?? "").Trim();
                if (why.Length is 0 or > SealedLimits.Line)
                {
                    return await IdentifyingAsync(record.Number, typed, new FormErrors
                    {
                        [SealedCards.Words] = why.Length == 0
                            ? Localizer.Say(SealedTexts.ReasonMissing)
                            : Localizer.Why(SealedRefusal.TooLong),
                    });
                }

                return await Services.Sealed.IdentifyAsync(Person, record.Number, why, ChatEvent.Id, cancellationToken) is { } identity
                    ? await ShowAsync(
                        Localizer.Say(SealedTexts.Title, record.Short),
                        SealedCards.Identity(record.Number, identity, Buttons))
                    : await NoneAsync(record.Number);
            },
            cancellationToken);

    public Task<TurnAnswer> JudgingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            record => FormAsync(SealedTexts.Judge, SealedCards.Judging(record.Number, Nothing, [], Buttons)),
            cancellationToken);

    public Task<TurnAnswer> JudgeAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) =>
        StepAsync(
            typed,
            (number, words) => Services.Sealed.JudgeAsync(
                CommandId(),
                Person,
                number,
                Enum.TryParse<SealedDisposal>(typed.GetValueOrDefault(SealedCards.Disposal), out var disposal) ? disposal : null,
                words,
                cancellationToken),
            (number, errors) => SealedCards.Judging(number, typed, errors, Buttons),
            why => why == SealedRefusal.DisposalMissing ? SealedCards.Disposal : SealedCards.Words,
            cancellationToken);

    public Task<TurnAnswer> LinkingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            record => FormAsync(
                SealedTexts.Link,
                Linking(
                    record.Number,
                    new Dictionary<string, string>(StringComparer.Ordinal) { [SealedCards.Matter] = SealedCards.Numbers(record, Localizer) },
                    [])),
            cancellationToken);

    public Task<TurnAnswer> LinkAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) =>
        StepAsync(
            typed,
            async (number, _) => await MattersAsync(typed.GetValueOrDefault(SealedCards.Matter) ?? "", cancellationToken) is { } matters
                ? await Services.Sealed.LinkAsync(CommandId(), Person, number, matters, cancellationToken)
                : new SealedResult.Refused(SealedRefusal.MatterMissing, null),
            (number, errors) => Linking(number, typed, errors),
            _ => SealedCards.Matter,
            cancellationToken);

    /// <summary>The form of what is made of a record.</summary>
    /// <param name="kind">A slip, questions, or what is forwarded.</param>
    public Task<TurnAnswer> MakingAsync(SealedKind kind, string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            record => MakingAsync(
                kind,
                record,
                kind == SealedKind.Question
                    ? new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Text] = Localizer.Say(SealedTexts.AskPrompt) }
                    : Nothing,
                [],
                cancellationToken),
            cancellationToken);

    /// <inheritdoc cref="MakingAsync(SealedKind, string, CancellationToken)"/>
    public Task<TurnAnswer> MakeAsync(
        SealedKind kind,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) =>
        OfAsync(
            typed.GetValueOrDefault(SealedCards.Number) ?? "",
            "sealed.open",
            async record =>
            {
                var input = SealedCards.ReceiverOf(kind);
                var result = await Services.Sealed.MakeAsync(
                    CommandId(),
                    Person,
                    record.Number,
                    kind,
                    ReceiversIn(typed, input),
                    Of(typed, SealedField.Reference, SealedField.Text),
                    cancellationToken);
                if (result is SealedResult.Refused { Why: not (SealedRefusal.NotNow or SealedRefusal.NotAllowed) and var why })
                {
                    var at = why is SealedRefusal.ReceiverMissing or SealedRefusal.PresentPostMissing or SealedRefusal.TooManyParts
                        ? input
                        : SealedField.Reference;
                    return await MakingAsync(kind, record, typed, new FormErrors { [at] = Localizer.Why(why) }, cancellationToken);
                }

                return await DoneAsync(result, done => done.Record.Kind switch
                {
                    SealedKind.Slip => Localizer.Say(SealedTexts.SlipMade, done.Record.Short),
                    SealedKind.Forward => Localizer.Say(
                        done.Record.IsWaiting ? SealedTexts.ForwardWaits : SealedTexts.ForwardDone,
                        done.Record.Short),
                    SealedKind.Inquiry or SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue
                        or SealedKind.Question or SealedKind.UnannouncedVisit => Localizer.Say(SealedTexts.Asked),
                });
            },
            cancellationToken);

    /// <summary>Of an ordinary matter that is referred without its place hearing of it.</summary>
    public Task<TurnAnswer> SlippingAsync(string matter, CancellationToken cancellationToken) =>
        OfMatterAsync(
            matter,
            async number => await FormAsync(SealedTexts.Refer, await SlippingAsync(number, Nothing, [], cancellationToken)),
            cancellationToken);

    public Task<TurnAnswer> SlipAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) =>
        OfMatterAsync(
            typed.GetValueOrDefault(SealedCards.Matter) ?? "",
            async number =>
            {
                var result = await Services.Sealed.ReferMatterAsync(
                    CommandId(),
                    Person,
                    number.Key,
                    (await Services.Matters.FindAsync(Person, number, cancellationToken))!.Matter.Area,
                    AreaCode.TryParse(typed.GetValueOrDefault(SealedCards.Receiver), out var receiver) ? receiver : null,
                    Of(typed, SealedField.Reference, SealedField.Text),
                    cancellationToken);
                return result is SealedResult.Refused { Why: not SealedRefusal.NotAllowed and var why }
                    ? await FormAsync(
                        SealedTexts.Refer,
                        await SlippingAsync(
                            number,
                            typed,
                            new FormErrors
                            {
                                [why == SealedRefusal.ReceiverMissing ? SealedCards.Receiver : SealedField.Reference] = Localizer.Why(why),
                            },
                            cancellationToken))
                    : await DoneAsync(result, done => Localizer.Say(SealedTexts.SlipMade, done.Record.Short));
            },
            cancellationToken);

    public Task<TurnAnswer> StoppingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            record => ShowAsync(Localizer.Say(SealedTexts.Stop), SealedCards.Stopping(record.Number, Buttons)),
            cancellationToken);

    public Task<TurnAnswer> StopAsync(string number, CancellationToken cancellationToken) =>
        StepAsync(number, n => Services.Sealed.StopAsync(CommandId(), Person, n, cancellationToken), cancellationToken);

    public Task<TurnAnswer> ApproveAsync(string number, CancellationToken cancellationToken) =>
        StepAsync(number, n => Services.Sealed.ApproveAsync(CommandId(), Person, n, cancellationToken), cancellationToken);

    public Task<TurnAnswer> CountingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            record => ShowAsync(Localizer.Say(SealedTexts.Count), SealedCards.Counting(record, Buttons)),
            cancellationToken);

    /// <summary>
    /// 计入覆盖: the visit of the plan is entered first, and entering it again is entering it once; then the record says that it is.
    /// </summary>
    public Task<TurnAnswer> CountVisitAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            async record =>
            {
                if (!SealedRights.MayCount(Person, record) || !SealedRules.MayBeCounted(record))
                {
                    var why = SealedRights.MayCount(Person, record) ? SealedRefusal.NotNow : SealedRefusal.NotAllowed;
                    return await ShowAsync(record, Localizer.Why(why), cancellationToken, isRefused: true);
                }

                var entered = await Services.Visits.EnterAsync(Person, SealedRules.VisitOf(record), cancellationToken);
                return entered is { Why: null, Visit: { } visit }
                    ? await DoneAsync(
                        await Services.Sealed.CountVisitAsync(CommandId(), Person, record.Number, visit.Key, cancellationToken),
                        _ => Localizer.Say(SealedTexts.Counted))
                    : await ShowAsync(record, Localizer.Why(entered.Why ?? VisitRefusal.NotAllowed), cancellationToken, isRefused: true);
            },
            cancellationToken);

    public Task<TurnAnswer> ReportingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(number, "sealed.open", record => FormAsync(SealedTexts.Report, Reporting(record.Number, Nothing, [])), cancellationToken);

    public Task<TurnAnswer> ReportAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) =>
        WordsAsync(
            typed,
            (number, words) => Services.Sealed.ReportAsync(CommandId(), Person, number, words, cancellationToken),
            (number, errors) => Reporting(number, typed, errors),
            cancellationToken);

    public Task<TurnAnswer> AnsweringAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(number, "sealed.open", record => FormAsync(SealedTexts.Answer, Answering(record.Number, Nothing, [])), cancellationToken);

    public Task<TurnAnswer> AnswerAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) =>
        WordsAsync(
            typed,
            (number, words) => Services.Sealed.AnswerAsync(CommandId(), Person, number, words, cancellationToken),
            (number, errors) => Answering(number, typed, errors),
            cancellationToken);

    public Task<TurnAnswer> CloseAsync(string number, CancellationToken cancellationToken) =>
        StepAsync(number, n => Services.Sealed.CloseAsync(CommandId(), Person, n, cancellationToken), cancellationToken);

    public Task<TurnAnswer> TimingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(number, "sealed.open", record => FormAsync(SealedTexts.GiveTimeTitle, Timing(record.Number, Nothing, [])), cancellationToken);

    public Task<TurnAnswer> GiveTimeAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) =>
        WordsAsync(
            typed,
            (number, words) => Services.Sealed.GiveTimeAsync(CommandId(), Person, number, words, cancellationToken),
            (number, errors) => Timing(number, typed, errors),
            cancellationToken);

    public Task<TurnAnswer> NamingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            record => FormAsync(
                SealedTexts.Handlers,
                SealedCards.Naming(
                    record,
                    Candidates(record),
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [SealedCards.People] = string.Join(',', record.Handlers),
                    },
                    [],
                    Buttons)),
            cancellationToken);

    public Task<TurnAnswer> NameAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) =>
        OfAsync(
            typed.GetValueOrDefault(SealedCards.Number) ?? "",
            "sealed.open",
            async record =>
            {
                List<Person> named = [.. Chosen(typed, SealedCards.People)
                    .Select(id => Localizer.Directory.ById(id))
                    .OfType<Person>()];
                var result = await Services.Sealed.NameHandlersAsync(CommandId(), Person, record.Number, named, cancellationToken);
                return result is SealedResult.Refused { Why: not SealedRefusal.NotNow and var why }
                    ? await FormAsync(
                        SealedTexts.Handlers,
                        SealedCards.Naming(
                            record,
                            Candidates(record),
                            typed,
                            new FormErrors { [SealedCards.People] = Localizer.Why(why) },
                            Buttons))
                    // Whoever gave it to another team may have no part in it any more.
                    : result is SealedResult.Done { Record: var given } && !given.MaySee(Person)
                    ? await TellAsync(Localizer.Say(SealedTexts.Given, given.Short))
                    : await DoneAsync(result, _ => Localizer.Say(SealedTexts.Saved));
            },
            cancellationToken);

    public Task<TurnAnswer> RecusingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            record => ShowAsync(Localizer.Say(SealedTexts.RecuseTitle), SealedCards.Recusing(record.Number, Buttons)),
            cancellationToken);

    public Task<TurnAnswer> RecuseAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            async record => await Services.Sealed.RecuseAsync(CommandId(), Person, record.Number, Person, cancellationToken)
                is SealedResult.Refused { Why: var why }
                    ? await ShowAsync(record, Localizer.Why(why), cancellationToken, isRefused: true)
                    : await TellAsync(Localizer.Say(SealedTexts.Recused)),
            cancellationToken);

    public Task<TurnAnswer> SignAsync(string number, CancellationToken cancellationToken) =>
        StepAsync(number, n => Services.Sealed.SignAsync(CommandId(), Person, n, cancellationToken), cancellationToken);

    public Task<TurnAnswer> ReceiveAsync(string number, CancellationToken cancellationToken) =>
        StepAsync(number, n => Services.Sealed.ReceiveAsync(CommandId(), Person, n, cancellationToken), cancellationToken);

    public Task<TurnAnswer> ReplyingAsync(string number, CancellationToken cancellationToken) =>
        OfAsync(number, "sealed.open", record => FormAsync(SealedTexts.Reply, Replying(record.Number, Nothing, [])), cancellationToken);

    public Task<TurnAnswer> ReplyAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken) =>
        WordsAsync(
            typed,
            (number, words) => Services.Sealed.ReplyAsync(CommandId(), Person, number, words, cancellationToken),
            (number, errors) => Replying(number, typed, errors),
            cancellationToken);

    public Task<TurnAnswer> LooksAsync(string number, CancellationToken cancellationToken) =>
        number.Length == 0
            ? TellAsync(Localizer.Say(SealedTexts.NumberMissing))
            : OfAsync(
                number,
                "sealed.looks",
                async record => await Services.Sealed.LooksAsync(Person, record.Number, ChatEvent.Id, cancellationToken) is { } looks
                    ? await ShowAsync(Localizer.Say(SealedTexts.Looks), SealedCards.Looks(record.Number, looks, Buttons))
                    : await TellAsync(Localizer.Why(SealedRefusal.NotAllowed)),
                cancellationToken);

    public Task<TurnAnswer> SwitchTextsAsync(bool on, CancellationToken cancellationToken) => AnswerAsync(async () =>
        await Services.Sealed.SwitchTextsAsync(Person, on, cancellationToken) is { } why
            ? await TellAsync(Localizer.Why(why))
            : await TellAsync(Localizer.Say(on ? SealedTexts.TextsOn : SealedTexts.TextsOff)));

    /// <summary>As in keys: of S-17 that of this year; null for what is none.</summary>
    private string? KeyOf(string said) =>
        NumberIn(said) is (var year, var sequence)
            ? SealedRecord.NumberOf(Localizer.Directory.Province, year ?? Localizer.Today.Year, sequence)
            : said.Split('-') is [{ Length: 4 }, { Length: 4 }, { Length: 6 }] && said.All(c => char.IsAsciiDigit(c) || c == '-')
            ? said
            : null;

    private static (int? Year, int Sequence)? NumberIn(string said)
    {
        var parts = Folding.Of(said).Replace(" ", "", StringComparison.Ordinal).Split('-');
        return parts switch
        {
            ["s", var of] when Whole(of) is { } sequence => (null, sequence),
            [{ Length: > 1 } one] when one[0] == 's' && Whole(one[1..]) is { } sequence => (null, sequence),
            [{ Length: 4 } year, "s", var of] when Whole(year) is { } y && Whole(of) is { } sequence => (y, sequence),
            _ => null,
        };

        static int? Whole(string digits) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : null;
    }

    private static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> typed, params ReadOnlySpan<string> fields)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (typed.GetValueOrDefault(field)?.Trim() is { Length: > 0 } value)
            {
                found[field] = value;
            }
        }

        return found;
    }

    private IReadOnlyList<AreaCode> Places =>
    [
        .. Localizer.Directory.Areas.All
            .Select(a => a.Code)
            .Where(code => code.Level is AreaLevel.City or AreaLevel.County && !code.IsProvincial)
            .Where(code => Enum.GetValues<SealedKind>().Any(kind => SealedRights.RegistersFor(Person, kind, code) is not null)),
    ];

    /// <summary>What people enter themselves; anything else is made of it.</summary>
    private static SealedKind EnteredKind(string? written) => Enum.TryParse<SealedKind>(written, out var kind)
        && kind is SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue or SealedKind.Inquiry or SealedKind.UnannouncedVisit
            ? kind
            : SealedKind.Petition;

    private static SealedChannel ChannelOf(SealedKind kind) => kind switch
    {
        SealedKind.OnlineClue => SealedChannel.Net,
        SealedKind.Inquiry or SealedKind.UnannouncedVisit => SealedChannel.Own,
        SealedKind.Slip or SealedKind.Question or SealedKind.Forward => SealedChannel.Record,
        SealedKind.Petition or SealedKind.Interference => SealedChannel.Phone,
    };

    /// <summary>A list that filters while one types may send the words as they were typed.</summary>
    private AreaCode? AreaIn(IReadOnlyDictionary<string, string> typed, string input) =>
        typed.GetValueOrDefault(input)?.Trim() is not { Length: > 0 } said ? null
        : AreaCode.TryParse(said, out var code) ? code
        : Localizer.Directory.Areas.Resolve(said) is AreaMatch.One one ? one.Area.Code
        : null;

    private LocalDate? DayIn(IReadOnlyDictionary<string, string> typed, string input) =>
        (Localizer.Dates.Read(typed.GetValueOrDefault(input) ?? "") as DueSpan.On)?.Date;

    /// <summary>As in keys; null when there is none among what was typed, or one that the person does not see.</summary>
    private async Task<IReadOnlyList<string>?> MattersAsync(string typed, CancellationToken cancellationToken)
    {
        List<string> keys = [];
        foreach (var number in MatterNumber.AllIn(typed, Localizer.Today.Year).Take(SealedLimits.Parts + 1))
        {
            if (await Services.Matters.FindAsync(Person, number, cancellationToken) is null)
            {
                return null;
            }

            keys.Add(number.Key);
        }

        return keys.Count == 0 ? null : keys;
    }

    private IReadOnlyList<AreaCode> Departments =>
        [.. Localizer.Directory.Areas.All.Select(a => a.Code).Where(a => a is { Level: AreaLevel.Unit, IsProvincial: true })];

    /// <summary>Where somebody may serve now.</summary>
    private IReadOnlyList<AreaCode> PlacesToServe =>
        [.. Localizer.Directory.Areas.All.Select(a => a.Code).Where(a => a is { Level: AreaLevel.City or AreaLevel.County, IsProvincial: false })];

    /// <summary>What was chosen in a list, of one or of several, which may stand in two columns.</summary>
    private IReadOnlyList<AreaCode> ReceiversIn(IReadOnlyDictionary<string, string> typed, string input) =>
    [
        .. Chosen(typed, input)
            .Select(said => AreaIn(new Dictionary<string, string>(StringComparer.Ordinal) { [input] = said }, input))
            .OfType<AreaCode>(),
    ];

    private static IEnumerable<string> Chosen(IReadOnlyDictionary<string, string> typed, string input) => string.Join(
            ',',
            typed.GetValueOrDefault(input),
            typed.GetValueOrDefault(FormInput.SecondColumn(input)))
        .Split(',', StringSplitOptions.RemoveEmptyEntries);

    private List<Person> Candidates(SealedRecord record) =>
    [
        .. Localizer.Directory.People
            .Where(p => SealedRules.CouldHandle(p, record))
            // Those who have it now first; of another team are those who come after them.
            .OrderByDescending(p => SealedRights.MayWork(p, record with { Handlers = [p.Id] }))
            .Take(SealedLimits.Handlers * 2),
    ];

    private async Task<TurnAnswer> FormAsync(
        SealedKind kind,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        CancellationToken cancellationToken) =>
        await FormAsync(
            SealedNames.Of(kind),
            SealedCards.Form(kind, await Services.Sealed.TextsOnAsync(cancellationToken), Places, typed, errors, Buttons));

    private Task<TurnAnswer> FormAsync(Text title, Json card) => ShowAsync(Localizer.Say(title), card);

    private Task<TurnAnswer> IdentifyingAsync(string number, IReadOnlyDictionary<string, string> typed, FormErrors errors) => FormAsync(
        SealedTexts.ShowIdentity,
        SealedCards.OneText(
            SealedTexts.ShowIdentity,
            "sealed.identify",
            number,
            SealedTexts.FieldWhy,
            typed,
            errors,
            Buttons,
            isLong: false));

    private Json Linking(string number, IReadOnlyDictionary<string, string> typed, FormErrors errors) => SealedCards.OneText(
        SealedTexts.Link,
        "sealed.link",
        number,
        SealedTexts.FieldMatter,
        typed,
        errors,
        Buttons,
        isLong: false,
        input: SealedCards.Matter,
        note: Localizer.Say(SealedTexts.MatterNote));

    private async Task<TurnAnswer> MakingAsync(
        SealedKind kind,
        SealedRecord record,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        CancellationToken cancellationToken)
    {
        var title = SealedCards.TitleOf(kind);
        return await FormAsync(title, SealedCards.Making(
            kind,
            Buttons.Submit(
                title,
                kind == SealedKind.Slip ? "sealed.refer" : kind == SealedKind.Question ? "sealed.ask" : "sealed.forward",
                (SealedCards.Number, record.Number)),
            Localizer.Say(SealedTexts.Title, record.Short),
            kind == SealedKind.Forward ? PlacesToServe : Departments,
            await Services.Sealed.TextsOnAsync(cancellationToken),
            typed,
            errors,
            Buttons));
    }

    private async Task<Json> SlippingAsync(
        MatterNumber matter,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        CancellationToken cancellationToken) => SealedCards.Making(
        SealedKind.Slip,
        Buttons.Submit(SealedTexts.Refer, "sealed.slip", (SealedCards.Matter, matter.Key)),
        Localizer.Number(matter),
        Departments,
        await Services.Sealed.TextsOnAsync(cancellationToken),
        typed,
        errors,
        Buttons);

    private Json Reporting(string number, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        SealedCards.OneText(SealedTexts.Report, "sealed.report", number, SealedTexts.FieldReport, typed, errors, Buttons);

    private Json Answering(string number, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        SealedCards.OneText(SealedTexts.Answer, "sealed.answer", number, SealedTexts.FieldAnswer, typed, errors, Buttons);

    private Json Replying(string number, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        SealedCards.OneText(SealedTexts.Reply, "sealed.reply", number, SealedTexts.FieldAnswer, typed, errors, Buttons);

    private Json Timing(string number, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        SealedCards.OneText(SealedTexts.GiveTimeTitle, "sealed.time", number, SealedTexts.FieldWhyTime, typed, errors, Buttons);

    /// <summary>A step that needs words.</summary>
    private Task<TurnAnswer> WordsAsync(
        IReadOnlyDictionary<string, string> typed,
        Func<string, string, Task<SealedResult>> step,
        Func<string, FormErrors, Json> form,
        CancellationToken cancellationToken) =>
        (typed.GetValueOrDefault(SealedCards.Words) ?? "").Trim().Length == 0
            ? OfAsync(
                typed.GetValueOrDefault(SealedCards.Number) ?? "",
                "sealed.open",
                record => FormAsync(
                    SealedTexts.Name,
                    form(record.Number, new FormErrors { [SealedCards.Words] = Localizer.Say(SealedTexts.WordsMissing) })),
                cancellationToken)
            : StepAsync(typed, (number, words) => step(number, words!), form, _ => SealedCards.Words, cancellationToken);

    private Task<TurnAnswer> StepAsync(
        IReadOnlyDictionary<string, string> typed,
        Func<string, string?, Task<SealedResult>> step,
        Func<string, FormErrors, Json> form,
        Func<SealedRefusal, string> input,
        CancellationToken cancellationToken) =>
        OfAsync(
            typed.GetValueOrDefault(SealedCards.Number) ?? "",
            "sealed.open",
            async record => await step(record.Number, typed.GetValueOrDefault(SealedCards.Words)) switch
            {
                SealedResult.Refused { Why: not (SealedRefusal.NotNow or SealedRefusal.NotAllowed) and var why } =>
                    await FormAsync(SealedTexts.Name, form(record.Number, new FormErrors { [input(why)] = Localizer.Why(why) })),
                var result => await DoneAsync(result, _ => Localizer.Say(SealedTexts.Saved)),
            },
            cancellationToken);

    private Task<TurnAnswer> StepAsync(
        string number,
        Func<string, Task<SealedResult>> step,
        CancellationToken cancellationToken) =>
        OfAsync(
            number,
            "sealed.open",
            async record => await DoneAsync(await step(record.Number), _ => Localizer.Say(SealedTexts.Saved)),
            cancellationToken);

    private Task<TurnAnswer> DoneAsync(SealedResult result, Func<SealedResult.Done, string> news) => result switch
    {
        SealedResult.Done done => ShowAsync(done.Record, news(done), CancellationToken.None),
        SealedResult.Refused { Record: { } record, Why: var why } => Typed.Count == 0
            ? ShowAsync(record, Localizer.Why(why), CancellationToken.None, isRefused: true)
            : UnsavedAsync(Localizer.Why(why), SealedCards.Back(record.Number, Buttons)),
        SealedResult.Refused { Why: var why } => UnsavedAsync(Localizer.Why(why)),
        _ => UnsavedAsync(Localizer.Say(SealedTexts.ListEmpty)),
    };

    private async Task<TurnAnswer> ShowAsync(
        SealedRecord record,
        string? news,
        CancellationToken cancellationToken,
        bool isRefused = false) => await ShowAsync(
        Localizer.Say(SealedTexts.Title, record.Short),
        SealedCards.Show(
            record,
            Person,
            Buttons,
            await Services.Sealed.PartsAsync(Person, record, cancellationToken),
            news,
            isRefused));

    private Task<TurnAnswer> NoneAsync(string said) =>
        UnsavedAsync(Localizer.Say(SealedTexts.NoSuch, KeyOf(said) is { } key ? SealedRecord.ShortOf(key) : "?"));

    /// <summary>What came with the press that somebody typed, in a window of their own.</summary>
    private IReadOnlyList<string> Typed => IsEnclosed && Pressed is (_, var values)
        ? [.. TypedFields.Select(name => values.GetValueOrDefault(name)).OfType<string>().Where(text => text.Trim().Length > 0)]
        : [];

    /// <summary>
    /// Nothing was saved: what was typed stands there again, in the window of whoever typed it. It is kept nowhere, and they
    /// do not lose it.
    /// </summary>
    private Task<TurnAnswer> UnsavedAsync(string why, Json? button = null) => Typed is { Count: > 0 } typed
        ? ShowAsync(Localizer.Say(SealedTexts.Name), SealedCards.Unsaved(why, typed, button, Localizer))
        : TellAsync(why);

    /// <summary>Sends the same once more; as it is the same press of the same card, it is the same command.</summary>
    private Json? Again() => Pressed is ({ } verb, var values) && values.GetValueOrDefault(Shell.Buttons.CardName) is { } card
        ? (Buttons with { CardId = card }).Execute(
            Localizer.Say(SealedTexts.Again),
            verb,
            [.. values.Where(v => v.Key is not (Shell.Buttons.CardName or Shell.Buttons.LanguageName)).Select(v => (v.Key, v.Value))],
            Shell.Buttons.Positive)
        : null;

    private Task<TurnAnswer> InChatAsync(
        string news,
        Text button,
        string id,
        params ReadOnlySpan<(string Name, string Value)> arguments) =>
        ShowAsync(news, SealedCards.InChat(news, button, id, Buttons, null, arguments));

    /// <summary>
    /// About one record: in a chat its number and what is to be done, with the button that opens it. What one may not see is
    /// as what is not there.
    /// </summary>
    private Task<TurnAnswer> OfAsync(
        string said,
        string command,
        Func<SealedRecord, Task<TurnAnswer>> answer,
        CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        if (KeyOf(said) is not { } number
            || await Services.Sealed.FindAsync(Person, number, cancellationToken) is not { } record)
        {
            return await NoneAsync(said);
        }

        return IsEnclosed
            ? await answer(record)
            : await InChatAsync(
                SealedWords.Next(record, Localizer),
                ShellTexts.Open,
                command,
                (SealedCards.Number, record.Number));
    });

    /// <summary>About a matter that the person sees, of a place for which they may make a slip.</summary>
    private Task<TurnAnswer> OfMatterAsync(
        string said,
        Func<MatterNumber, Task<TurnAnswer>> answer,
        CancellationToken cancellationToken) => EnclosedAsync(async () =>
            !MatterNumber.TryParse(said, Localizer.Today.Year, out var number)
            || await Services.Matters.FindAsync(Person, number, cancellationToken) is not { } tree
                ? await TellAsync(Localizer.Say(SealedTexts.MatterMissing))
                : SealedRights.RegistersFor(Person, SealedKind.Slip, tree.Matter.Area) is null
                ? await TellAsync(Localizer.Say(SealedTexts.NotYours))
                : await answer(number));

    private Task<TurnAnswer> EnclosedAsync(Func<Task<TurnAnswer>> answer) =>
        AnswerAsync(() => IsEnclosed ? answer() : UnknownButtonAsync());

    private async Task<TurnAnswer> AnswerAsync(Func<Task<TurnAnswer>> answer)
    {
        // In a channel nothing is said of sealed records, not even that there are some.
        if (!ChatEvent.Personal && !IsEnclosed)
        {
            return await TellAsync(Localizer.Say(SealedTexts.NotHere));
        }

        try
        {
            return await answer();
        }
        catch (SealingKeyException)
        {
            return await UnsavedAsync(Localizer.Say(SealedTexts.KeyGone), Again());
        }
        catch (StoreUnavailableException)
        {
            return await UnsavedAsync(Localizer.Say(Texts.StoreBusy), Again());
        }
    }
}
