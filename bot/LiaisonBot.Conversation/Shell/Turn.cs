using System.Globalization;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Shell;

/// <summary>One turn of one person who is known: finds out what is asked for, and has it answered.</summary>
internal sealed class Turn
{
    private readonly TurnScope scope;

    private Turn(TurnScope scope) => this.scope = scope;

    private Localizer Localizer => scope.Localizer;

    private CommandRegistry Registry => scope.Registry;

    private int Year => Localizer.Today.Year;

    public static Turn Of(BotContext bot, Person person, Localizer localizer, ChatEvent chatEvent) => new(
        new(
            bot,
            person,
            localizer,
            chatEvent,
            new(localizer, bot.Registry, NameOfCard(localizer, bot.Registry, chatEvent), InRoom: !chatEvent.Personal)
            {
                InTab = chatEvent.Address.IsTab,
            }));

    /// <summary>
    /// Names the card that answers. The same press gets the same card again; what is typed gets one of its moment,
    /// since some clients begin to count their activities from one again.
    /// </summary>
    private static string NameOfCard(
        Localizer localizer,
        CommandRegistry registry,
        ChatEvent chatEvent) => chatEvent switch
        {
            ChatEvent.CardAction action => NameOfCard(chatEvent, action.Verb, Bot.Values(action.Data, registry)),
            ChatEvent.DialogAction action => NameOfCard(chatEvent, action.Verb, Bot.Values(action.Data, registry)),
            _ =>
                Bot.CommandId(
                    chatEvent.Address.ConversationId,
                    chatEvent.Id,
                    localizer.Now.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)),
        };

    private static string NameOfCard(ChatEvent chatEvent, string verb, IReadOnlyDictionary<string, string> values) =>
        Bot.CommandId([
            chatEvent.Address.ConversationId,
            chatEvent.Id,
            verb,
            .. values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}")
        ]);

    /// <summary>A command without anything told to it.</summary>
    public Task<TurnAnswer> RunAsync(string id, CancellationToken cancellationToken) =>
        Router.RunAsync(scope, new ChatCommand.Call(id, Arguments.None), cancellationToken);

    public async Task<TurnAnswer> MessageAsync(ChatEvent.Message message, CancellationToken cancellationToken)
    {
        var text = message.Text;
        if (text.Length > CommandParser.MaxLength && !HoldsRows(message))
        {
            return await Answers.TellAsync(Localizer.Say(ShellTexts.TooLong, CommandParser.MaxLength));
        }

        if (message is { FilesKey.Length: > 0, Files.Count: 0 })
        {
            scope.Buttons.Along.Gone();
            if (Folding.IsBlank(text))
            {
                return await Answers.TellAsync(Gone());
            }
        }

        if (message.Personal && Folding.IsBlank(text) && Attachments.Any(message))
        {
            return await Registry.Hooks.Files(scope, message, cancellationToken);
        }

        text = text.Length > CommandParser.MaxLength ? text : SpokenNumber.Written(WithoutLinks(message));

        var (command, note, sentence) = message.Quoted is { } quoted
            ? await Registry.Hooks.Quoting(scope, text, quoted, cancellationToken)
            : new(Registry.Parser.Read(text, Year), null, text);
        if (message is { Personal: true, Files.Count: > 0 }
            && await Registry.Hooks.WithFile(scope, message, command, cancellationToken) is { } imported)
        {
            return await FinishAsync(
                message,
                null,
                imported,
                await Registry.Hooks.Receive(scope, message, Attachments.Sheet(message), cancellationToken),
                cancellationToken);
        }

        IReadOnlyList<string> lost = message is { Personal: true } and ({ Files.Count: > 0 } or { Links.Count: > 0 })
            ? await Registry.Hooks.Receive(scope, message, null, cancellationToken)
            : [];
        if (message.Personal && command is not null)
        {
            command = await Registry.Hooks.After(scope, text, command, cancellationToken);
        }

        var spoken = command is not null && message.Personal && sentence is not null
            ? await Registry.Hooks.Spoken(scope, sentence, Read(sentence, text, command), cancellationToken)
            : null;
        var answer = command is null ? await Answers.TellAsync(note!)
            : !message.Personal ? await Registry.Hooks.InRoom(scope, command, cancellationToken)
            : spoken ?? await Router.RunAsync(scope, command, cancellationToken);
        if (command is not null && note is not null && spoken is null)
        {
            answer = answer.With(note);
        }

        return await FinishAsync(message, command, answer, lost, cancellationToken);
    }

    /// <summary>The command of the sentence; that of the message where they are the same words.</summary>
    private ChatCommand Read(string sentence, string text, ChatCommand command) =>
        ReferenceEquals(sentence, text) ? command : Registry.Parser.Read(sentence, Year);

    /// <summary>Whether it is longer for the table that is pasted below its first line.</summary>
    private bool HoldsRows(ChatEvent.Message message) =>
        message is { Personal: true, Quoted: null, Text: { Length: <= Sheets.SheetLimits.Pasted } text }
        && text.Split('\n', 2) is [{ Length: <= CommandParser.MaxLength } line, var rows]
        && Registry.Parser.Read(line + "\n" + rows[..Math.Min(rows.Length, CommandParser.MaxLength - line.Length)], Year)
            is ChatCommand.Call { Id: var id }
        && Registry[id].TakesRows;

    /// <summary>
    /// The words of a step or an assignment without the addresses in them, which go along: a question mark in an address
    /// asks nothing. Any other text, and one that is nothing else, stays as it is.
    /// </summary>
    private string WithoutLinks(ChatEvent.Message message)
    {
        if (!message.Personal || message.Links.Count == 0)
        {
            return message.Text;
        }

        var words = LinksIn.Without(message.Text);
        return words.Length > 0
            && Registry.Parser.Read(words, Year) is ChatCommand.Call call
            && Registry[call.Id].TakesEvidence
            ? words
            : message.Text;
    }

    /// <summary>The answer to a message, and what became of everything that came with it.</summary>
    private async Task<TurnAnswer> FinishAsync(
        ChatEvent.Message message,
        ChatCommand? command,
        TurnAnswer answer,
        IReadOnlyList<string> lost,
        CancellationToken cancellationToken)
    {
        if (message.Personal
            && (scope.Buttons.Along.Items.Count > 0 || scope.Buttons.Along.Before.Count > 0 || lost.Count > 0))
        {
            answer = await Registry.Hooks.Came(scope, new(message, command, answer, lost), cancellationToken);
        }

        answer = scope.Buttons.Along.IsGone ? answer.With(Gone()) : answer;
        return Attachments.NotKept(message, scope.Context.Files.FromTeams, Localizer) is { } note
            ? answer.With(note)
            : answer;
    }

    /// <summary>
    /// A message was changed after it was sent: what was carried out stays, and is corrected by a button.
    /// </summary>
    public Task<TurnAnswer> EditedAsync(CancellationToken cancellationToken) =>
        scope.ChatEvent.Personal
            ? Registry.Hooks.Edited(scope, cancellationToken)
            : Answers.TellAsync(Localizer.Say(Texts.EditNotRead));

    public Task<TurnAnswer> SearchAsync(string text, int skip, CancellationToken cancellationToken) =>
        Registry.Hooks.Search(scope, text, skip, cancellationToken);

    /// <summary>The form of an assignment, filled from a message of somebody else.</summary>
    public Task<TurnAnswer> AssignMessageAsync(ChatEvent.AssignMessage message, CancellationToken cancellationToken) =>
        Registry.Hooks.OfMessage(scope, message, cancellationToken);

    /// <summary>
    /// A button in the dialog of that form, which may be stale or forged. Nobody but the person sees the answer.
    /// </summary>
    public Task<TurnAnswer> SubmitAsync(string verb, JsonObject data, CancellationToken cancellationToken) =>
        Registry.OfButton(verb, Bot.Values(data, Registry), Year) is ChatCommand.Call call
            && Registry[call.Id].InDialog is { } handler
            ? handler(scope, call.Arguments, cancellationToken)
            : Answers.UnknownButtonAsync(scope);

    /// <summary>
    /// A button. Its data may be stale or forged: it says what to look at, and everything is checked anew.
    /// </summary>
    public async Task<TurnAnswer> PressAsync(string verb, JsonObject data, CancellationToken cancellationToken)
    {
        var values = Bot.Values(data, Registry);
        var command = Registry.OfButton(verb, values, Year);
        // Nobody else sees the answer, but a card in a room is about one matter and leads nowhere else.
        if (!scope.ChatEvent.Personal
            && !(command is ChatCommand.Call call
                && Registry[call.Id].InRooms
                && call.Arguments.Number(Year) is not null))
        {
            return await Answers.TellAsync(Localizer.Say(Texts.NotHere));
        }

        if (scope.ChatEvent.Personal && Along.KeyOf(values) is { Length: > 0 } key)
        {
            await BringAlongAsync(key, cancellationToken);
        }

        var answer = command is null
            ? await Answers.UnknownButtonAsync(scope)
            : await Router.RunAsync(scope, command, cancellationToken, new Arguments(values).Page);
        if (scope.Buttons.Along is { IsTaken: true, Key: { Length: > 0 } taken })
        {
            scope.Context.Services.Talks.SentIsSettled(scope.Person, taken, Localizer.Now);
        }

        return scope.Buttons.Along.IsGone ? answer.With(Gone()) : answer;
    }

    /// <summary>Said where files were named that do not wait any more.</summary>
    private string Gone() => Localizer.Say(ShellTexts.FilesGone, scope.Context.Services.Evidence.DaysToAnswer);

    /// <summary>Files that were sent before, and went with the button.</summary>
    private async Task BringAlongAsync(string key, CancellationToken cancellationToken)
    {
        var came = await scope.Context.Services.Evidence.WaitingAsync(scope.Person, key, cancellationToken);
        if (came.Count == 0)
        {
            scope.Buttons.Along.Gone();
        }
        else
        {
            scope.Buttons.Along.Add(key, came);
        }
    }
}
