using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Import;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Features.Evidence;

/// <summary>
/// Files and links that people send: fetched and kept, put to the step that is taken with them, or asked about; and
/// shown again to whoever may see the matter.
/// </summary>
internal sealed class EvidenceHandler : TurnPart
{
    /// <summary>Files of one message that are fetched.</summary>
    internal const int MostOfMessage = 10;

    /// <summary>Matters that are offered.</summary>
    private const int MostChoices = 6;

    private const string TableKinds = "xlsx xls txt";

    private readonly TurnScope scope;

    public EvidenceHandler(TurnScope scope) : base(scope) => this.scope = scope;

    /// <summary>How a file is added, for texts that name it.</summary>
    private string Add => Buttons.Word("step.addEvidence");

    private MatterHandler Matters => MatterFeature.Matters(scope);

    /// <summary>Fetches and keeps what came; it goes along with the turn from then on.</summary>
    /// <param name="except">A file that was taken already.</param>
    /// <returns>Of each file that is not kept, why.</returns>
    public async Task<IReadOnlyList<string>> ReceiveAsync(
        ChatEvent.Message message,
        SentFile? except,
        CancellationToken cancellationToken)
    {
        var (kept, lost) = (new List<EvidenceItem>(), new List<string>());
        var files = message.Files.Where(file => file != except).ToList();
        foreach (var file in files.Take(MostOfMessage))
        {
            if (await KeepAsync(file, lost, cancellationToken) is { } item)
            {
                kept.Add(item);
            }
        }

        if (files.Count > MostOfMessage)
        {
            lost.Add(Localizer.Say(
                EvidenceTexts.LostMore,
                files.Count - MostOfMessage,
                MostOfMessage,
                Localizer.Clip(
                    string.Join(
                        Localizer.Say(Texts.ListComma),
                        files.Skip(MostOfMessage).Select(file => EvidenceName.Shown(file.Name)).Where(name => name.Length > 0)),
                    200)));
        }

        if (lost.Count > 0)
        {
            Along.Refused();
        }

        kept.AddRange(message.Links.Select(EvidenceItem.OfLink).OfType<EvidenceItem>());
        if (except?.Kept is not null && kept.Count == 0)
        {
            // It was read as a table, and is no evidence: what a page kept until then is not needed any more.
            await Services.Evidence.DropAsync(Person, message.FilesKey, cancellationToken);
        }

        Along.Add(Along.KeyOf(ChatEvent), kept.DistinctBy(item => item.Id));
        return lost;
    }

    /// <summary>
    /// What came without words a few minutes ago goes along with words that speak of a file, or that answer where it
    /// belongs: a number, a step without a text. Any other step is taken without it, and it is asked about again.
    /// </summary>
    /// <returns>What the words ask for.</returns>
    public async Task<ChatCommand> AfterAsync(string text, ChatCommand command, CancellationToken cancellationToken)
    {
        if (!Services.Evidence.Keeps)
        {
            return command;
        }

        var speaks = FileWords.Speak(text);
        var (sent, unsavedFrom) = speaks
            ? await Services.Talks.SentBeforeAsync(Person, Localizer.Now, cancellationToken)
            : (Services.Talks.SentBefore(Person, Localizer.Now), null);
        IReadOnlyList<EvidenceItem> unsaved = unsavedFrom is { } from
            ? await Services.Evidence.SentAfterAsync(Person, from, cancellationToken)
            : [];
        var (isDrop, isTable) = (FileWords.IsNotWanted(text), FileWords.IsTable(text));
        var step = command is ChatCommand.Call call && scope.Registry[call.Id].TakesEvidence ? call : null;
        if (sent.Count + unsaved.Count == 0 || !(speaks || isDrop || isTable || step is not null || IsNumber(command)))
        {
            return command;
        }

        var items = new List<EvidenceItem>();
        foreach (var one in sent)
        {
            items.AddRange(await Services.Evidence.WaitingAsync(Person, one.Key, cancellationToken));
        }

        items.AddRange(unsaved);

        if (items.Count == 0)
        {
            return command;
        }

        if (!speaks && !isDrop && !isTable && !IsNumber(command) && !IsWithoutText(step!))
        {
            Along.CameBefore(items);
            return command;
        }

        Along.Add(Along.KeyOf(ChatEvent), items.DistinctBy(item => item.Id));
        return isDrop ? new ChatCommand.Call("evidence.drop", Arguments.None)
            : isTable && Tables().Any() ? new ChatCommand.Call("evidence.import", Arguments.None)
            : command;

        static bool IsNumber(ChatCommand command) => command is ChatCommand.Call { Id: "matter.open" };

        bool IsWithoutText(ChatCommand.Call said) =>
            Step.ActOf(said.Id) is { } act
            && Step.Of(act, said.Arguments, Localizer.Today.Year) is { Text: "", Wording: Wording.Plain };
    }

    /// <summary>The answer to words that files or links came with.</summary>
    public async Task<TurnAnswer> CameAsync(Came came, CancellationToken cancellationToken)
    {
        var (answer, lost) = (came.Answer, came.Lost.ToList());
        if (!Along.IsTaken && Along.Before.Count > 0)
        {
            Along.Add(Along.KeyOf(ChatEvent), Along.Before);
        }

        // A link that nobody takes is only a word of the message.
        if (!Along.IsTaken && (Along.IsOffered || Along.Items.Any(item => item.IsFile)))
        {
            answer = await WaitAsync(lost, cancellationToken) ? await AskedAsync(came, cancellationToken) : answer;
        }
        else if (Along.IsTaken)
        {
            Services.Talks.SentIsSettled(Person, null, Localizer.Now);
        }

        return lost.Count == 0 ? answer : answer.With(string.Join('\n', lost));
    }

    /// <summary>Files came without a word.</summary>
    public async Task<TurnAnswer> SentAloneAsync(ChatEvent.Message message, CancellationToken cancellationToken)
    {
        var (answer, table) = await TableAsync(message, cancellationToken);
        var lost = (await ReceiveAsync(message, table, cancellationToken)).ToList();
        if (Attachments.NotKept(message, Files.FromTeams, Localizer) is { } other)
        {
            lost.Add(other);
        }

        if (Along.Items.Count > 0 && await WaitAsync(lost, cancellationToken))
        {
            answer = Below(answer, await AskAsync(
                await SpokenAsync(message, cancellationToken)
                    ?? await Services.Talks.ExpectedAsync(Person, Localizer.Now, cancellationToken),
                cancellationToken));
            Services.Talks.SentAlone(Person, Along.Key, Localizer.Now);
        }

        // A table that is not even kept: what is wrong with it as a table says more.
        if (answer is null && Along.Items.Count == 0 && message.Files is [var only])
        {
            var import = new ImportHandler(scope);
            answer = import.MayImport && Attachments.Sheet(message) == only
                ? await import.TableAsync(only, anyway: true, cancellationToken)
                : null;
            if (answer is not null)
            {
                return answer;
            }
        }

        var note = string.Join('\n', lost);
        return answer is null ? await TellAsync(note) : note.Length > 0 ? answer.With(note) : answer;
    }

    /// <summary>The matter is chosen; now as what.</summary>
    public async Task<TurnAnswer> AsWhatAsync(MatterNumber number, CancellationToken cancellationToken)
    {
        if (await Matters.FindFamilyAsync(number, cancellationToken) is not { } tree)
        {
            return await Matters.NoSuchMatterAsync(number);
        }

        return AsWhat(tree) is { } question
            ? await ShowAsync(question.Title, Card.Of(Localizer, question.Body), tree.Matter.Number)
            : await Matters.RefusedAsync(Act.AddEvidence, tree);
    }

    /// <summary>As what the files may be put to a matter; null when as nothing.</summary>
    private Question? AsWhat(MatterTree tree)
    {
        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        var number = tree.Matter.Number;
        List<Json> actions =
        [
            .. Form(Act.ReportProgress, EvidenceTexts.AsProgress),
            .. Form(Act.HandIn, EvidenceTexts.AsHandIn),
            .. Form(Act.Return, EvidenceTexts.AsReturn),
        ];
        if (possible.Contains(Act.AddEvidence))
        {
            var last = tree.Matter.LastStep?.Act ?? Act.Assign;
            actions.Add(Buttons.Execute(
                Localizer.Say(EvidenceTexts.AsRemark, Localizer.Say(Localizer.Word(last))),
                "matter.do",
                [(MatterButtons.ActName, nameof(Act.AddEvidence)), (Arguments.NumberName, number.Key)]));
        }

        if (actions.Count == 0)
        {
            return null;
        }

        actions.AddRange([.. AsTable(), Drop()]);
        var title = Localizer.Say(EvidenceTexts.AsWhat, Localizer.Evidence(Along.Items), Localizer.Short(number));
        return new(
            title,
            [
                Card.Line(title, bold: true),
                .. Card.Typed(Localizer.Typed(tree.Matter.Title), Localizer, label: Localizer.Number(number)),
                .. Card.Actions(actions),
                Waits(),
            ]);

        IEnumerable<Json> Form(Act act, Text title) => possible.Contains(act)
            ? [Buttons.Execute(
                Localizer.Say(title),
                "matter.form",
                [(MatterButtons.ActName, act.ToString()), (Arguments.NumberName, number.Key)])]
            : [];
    }

    /// <summary>Everything that came with a matter's steps, each with a link that is made now.</summary>
    public async Task<TurnAnswer> ListAsync(MatterNumber number, CancellationToken cancellationToken)
    {
        if (await Matters.FindFamilyAsync(number, cancellationToken) is not { } tree)
        {
            return await Matters.NoSuchMatterAsync(number);
        }

        var items = tree.Evidence.Reverse().ToList();
        var how = Card.Line(
            Localizer.Say(
                Files.FromTeams ? EvidenceTexts.HowTo : EvidenceTexts.HowToLink,
                Localizer.Short(tree.Matter.Number),
                Add),
            subtle: true,
            size: "Small");
        var open = Card.Actions([Buttons.Open(tree.Matter.Number)]);
        if (items.Count == 0)
        {
            var none = Localizer.Say(EvidenceTexts.ListNone, Localizer.Number(tree.Matter.Number));
            return await ShowAsync(
                none,
                Card.Of(Localizer, [Card.Line(none, bold: true), how, .. open]),
                tree.Matter.Number);
        }

        try
        {
            var files = items.Where(item => item.IsFile).ToList();
            var links = await Downloads.EvidenceLinksAsync(
                Person,
                Localizer.Language,
                tree.Matter.Number,
                files,
                cancellationToken);
            var title = Localizer.Say(EvidenceTexts.ListTitle, Localizer.Number(tree.Matter.Number), items.Count);
            return await ShowAsync(
                title,
                Card.Of(Localizer,
                [
                    Card.Title(title),
                    .. Card.Typed(Localizer.Typed(tree.Matter.Title), Localizer),
                    .. items.Select(item => Card.Link(
                        [MatterCard.EvidenceLine(item, Localizer)],
                        AddressOf(item) is { } address ? Card.OpenUrl(Localizer.Say(ShellTexts.Open), address) : null,
                        separator: true)),
                    files.Count > 0 && links is not null
                        ? Card.Line(
                            Localizer.Say(EvidenceTexts.ListNote, (int)LinkService.Lasts.TotalMinutes),
                            subtle: true,
                            size: "Small")
                        : null,
                    how,
                    .. open,
                ]),
                tree.Matter.Number);

            Uri? AddressOf(EvidenceItem item) => item.Link is { } link ? new(link) : links?[files.IndexOf(item)];
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>A file that waits is a table to import.</summary>
    public async Task<TurnAnswer> ImportAsync(CancellationToken cancellationToken)
    {
        if (Tables().FirstOrDefault() is not { } item)
        {
            return await UnknownButtonAsync();
        }

        return await Files.Sent.ReadAsync(SentFile.Of(item), cancellationToken) is var reading and not SheetReading.Faulty { Fault: SheetFault.NotFetched }
            ? await new ImportHandler(scope).CheckAsync(reading, item.Name, cancellationToken)
            : await TellAsync(Localizer.Say(ShellTexts.FilesGone, Services.Evidence.DaysToAnswer));
    }

    /// <summary>Its person does not want it kept.</summary>
    public async Task<TurnAnswer> DropAsync(CancellationToken cancellationToken)
    {
        foreach (var sent in Services.Talks.SentBefore(Person, Localizer.Now).Where(_ => ChatEvent is ChatEvent.Message))
        {
            await Services.Evidence.DropAsync(Person, sent.Key, cancellationToken);
        }

        await Services.Evidence.DropAsync(Person, Along.Key, cancellationToken);
        Along.Taken();
        return await TellAsync(Localizer.Say(EvidenceTexts.Dropped));
    }

    /// <summary>What the sender may have meant besides: with the form, or asked about below the answer.</summary>
    private async Task<TurnAnswer> AskedAsync(Came came, CancellationToken cancellationToken)
    {
        if (Along.Items.Any(item => item.IsFile))
        {
            Services.Talks.SentIsSettled(Person, null, Localizer.Now);
            Services.Talks.SentAlone(Person, Along.Key, Localizer.Now);
        }

        var isStep = came.Command is ChatCommand.Call call && scope.Registry[call.Id].TakesEvidence;
        if (Along.IsOffered && (isStep || came.Answer.Messages is [.., { Card: { } card }] && HasInputs(card)))
        {
            return came.Answer.With(Localizer.Say(EvidenceTexts.GoesAlong, Localizer.Evidence(Along.Items)));
        }

        var about = came.Answer.Messages is [.., { About: { } number }]
            ? number
            : await SpokenAsync(came.Message, cancellationToken);
        return Below(came.Answer, await AskAsync(about, cancellationToken));
    }

    /// <summary>One turn has one answer: the question stands below what was asked for.</summary>
    private TurnAnswer Below(TurnAnswer? answer, Question question)
    {
        if (answer?.Messages is not [.., var last])
        {
            return TurnAnswer.Of(OutgoingMessage.OfCard(
                Localizer.Clip(question.Title, 200),
                Card.Of(Localizer, question.Body)));
        }

        var card = last.Card ?? Card.Of(Localizer, (last.Text ?? "").Split('\n').Select(line => Card.Line(line)));
        return new([
            .. answer.Messages.SkipLast(1),
            last with { Text = null, Card = Card.WithBelow(card, question.Body) },
        ]);
    }

    private static bool HasInputs(Json card)
    {
        var found = false;
        card.Visit(element =>
        {
            found |= element["type"] is string type && type.StartsWith("Input.", StringComparison.Ordinal);
            return true;
        });
        return found;
    }

    /// <param name="about">The matter that is spoken of; null when none is.</param>
    private async Task<Question> AskAsync(MatterNumber? about, CancellationToken cancellationToken)
    {
        if (about is { } spokenOf
            && await Matters.FindFamilyAsync(spokenOf, cancellationToken) is { } tree
            && AsWhat(tree) is { } ofOne)
        {
            return ofOne;
        }

        var entries = await ChoicesAsync(cancellationToken);
        if (entries is [var only]
            && !Tables().Any()
            && await Matters.FindFamilyAsync(only.Number, cancellationToken) is { } whole
            && AsWhat(whole) is { } ofOnly)
        {
            return ofOnly;
        }

        var named = Localizer.Evidence(Along.Items);
        var title = Localizer.Say(entries.Count == 0 ? EvidenceTexts.WhichNone : EvidenceTexts.Which, named);
        return new(
            title,
            [
                Card.Line(title, bold: true),
                .. Card.Actions([
                    .. entries.Take(MostChoices).Select(e => Buttons.Execute(
                        $"{Localizer.Short(e.Number)} {Localizer.Clip(e.Title, 24)}",
                        "evidence.asWhat",
                        [(Arguments.NumberName, e.Number.Key)])),
                    .. AsTable(),
                    Drop(),
                ]),
                entries.Count == 0
                    ? null
                    : Card.Line(Localizer.Say(EvidenceTexts.WhichMore, Add), subtle: true, size: "Small"),
                Waits(),
            ]);
    }

    /// <summary>The open matters that files may be put to: those just spoken of first, then those that are due first.</summary>
    private async Task<IReadOnlyList<ListEntry>> ChoicesAsync(CancellationToken cancellationToken)
    {
        var talk = await Services.Talks.OfAsync(Person, Localizer.Now, cancellationToken);
        return
        [
            .. (await Services.Lists.MineAsync(Person, cancellationToken))
                .Where(e => Permissions.May(Person, Right.AddEvidence, e.Subject))
                .DistinctBy(e => e.Number)
                .OrderBy(e => e.Number == talk?.Matter ? 0 : e.Number == talk?.Before ? 1 : 2),
        ];
    }

    /// <summary>The matter of the message that is answered.</summary>
    private async Task<MatterNumber?> SpokenAsync(ChatEvent.Message message, CancellationToken cancellationToken)
    {
        if (message.Quoted is not { } quoted)
        {
            return null;
        }

        var shown = quoted.Id is { } id
            ? await Services.Talks.ShownInAsync(ChatEvent.Address, id, cancellationToken)
            : null;
        return shown ?? (MatterNumber.AllIn(quoted.Beginning, Localizer.Today.Year)
            .Where(n => Localizer.Directory.Partitions.Contains(n.City))
            .ToList() is [var only]
            ? only
            : null);
    }

    /// <summary>A table with the headings of an import is checked at once, as ever; any other file is asked about.</summary>
    private async Task<(TurnAnswer? Answer, SentFile? Table)> TableAsync(
        ChatEvent.Message message,
        CancellationToken cancellationToken)
    {
        if (message.Quoted is not null || Attachments.Sheet(message) is not { } sheet)
        {
            return default;
        }

        var import = new ImportHandler(scope);
        if (!import.MayImport)
        {
            return await Files.Sent.ReadAsync(sheet, cancellationToken) is SheetReading.Book { Sheets: var sheets }
                && await scope.Registry.Hooks.Filled(scope, sheets, cancellationToken) is { } filled
                ? (filled, sheet)
                : default;
        }

        // Where no files are kept, a table is all that it can be.
        return await import.TableAsync(sheet, anyway: !Services.Evidence.Keeps, cancellationToken) is { } answer
            ? (answer, sheet)
            : default;
    }

    private IEnumerable<EvidenceItem> Tables() => new ImportHandler(scope).MayImport
        ? Along.Items.Where(item => TableKinds.Split(' ').Contains(item.Kind))
        : [];

    private IEnumerable<Json> AsTable() => Tables().Any() ? [Buttons.To(EvidenceTexts.AsTable, "evidence.import")] : [];

    private Json Drop() => Buttons.To(EvidenceTexts.NotNeeded, "evidence.drop");

    private Json Waits() => Card.Line(
        Localizer.Say(EvidenceTexts.Waits, Localizer.Evidence(Along.Items), Services.Evidence.DaysToAnswer),
        subtle: true,
        size: "Small");

    private async Task<EvidenceItem?> KeepAsync(SentFile file, List<string> lost, CancellationToken cancellationToken)
    {
        var unnamed = Localizer.Say(file.Chat is null ? EvidenceTexts.Unnamed : EvidenceTexts.UnnamedPicture);
        string? why = null;
        try
        {
            switch (Services.Evidence.Keeps
                ? await scope.Context.Incoming.ReceiveAsync(file, unnamed, cancellationToken)
                : null)
            {
                case Received.Kept kept:
                    return kept.Item;
                case Received.Refused refused:
                    why = EvidenceWords.Why(refused.Fault, Localizer);
                    break;
                case null:
                    why = Localizer.Say(EvidenceTexts.LostNoPlace);
                    break;
            }
        }
        catch (StoreUnavailableException)
        {
            why = Localizer.Say(EvidenceTexts.LostStore, Add);
        }

        lost.Add(EvidenceWords.Lost(file.Name, unnamed, why!, Localizer));
        return null;
    }

    /// <returns>False when what came could not be noted.</returns>
    private async Task<bool> WaitAsync(List<string> lost, CancellationToken cancellationToken)
    {
        try
        {
            await Services.Evidence.WaitAsync(Person, Along.Key, Along.Items, cancellationToken);
            return true;
        }
        catch (StoreUnavailableException)
        {
            lost.AddRange(Along.Items.Select(item =>
                Localizer.Say(EvidenceTexts.Lost, item.Name, Localizer.Say(EvidenceTexts.LostStore, Add))));
            return false;
        }
    }

    /// <summary>What is asked about files, on a card of its own or below another.</summary>
    private sealed record Question(string Title, IReadOnlyList<Json?> Body);
}
