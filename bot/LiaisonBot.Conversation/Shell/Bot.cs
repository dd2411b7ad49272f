using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Shell;

/// <summary>What a conversation works with.</summary>
/// <param name="Registry">What people can have done.</param>
/// <param name="Prefix">Of matter numbers, from the configuration: 冀巡交.</param>
/// <param name="Reached">Told of a person whose chat is new, so that what waited for them is delivered. Must not
/// throw.</param>
public sealed record BotContext(
    CommandRegistry Registry,
    LiaisonServices Services,
    IConnector Connector,
    string Prefix,
    Action<Person> Reached,
    FileWays Files)
{
    public Downloads Downloads { get; } = new(Services, Files, Prefix);

    /// <summary>What people send to be kept with a matter.</summary>
    public SentFiles Incoming { get; } = new(Files.Sent.Source, Services.Evidence, Files.Sent.Time);
}

/// <summary>
/// Takes a turn: from what a person did in a chat to the bot's answer. Never throws for what a client sends.
/// </summary>
public sealed class Bot(BotContext bot)
{
    /// <summary>
    /// Opening a chat arrives as two activities at the same moment, in either order: within this time they are one
    /// opening.
    /// </summary>
    private static readonly Duration OneOpening = Duration.FromMinutes(1);

    /// <summary>Messages that are remembered to have been changed.</summary>
    private const int MostChanged = 10_000;

    /// <summary>How long a sign-in name is not asked for again.</summary>
    private static readonly Duration NameOfKnown = Duration.FromHours(12);
    private static readonly Duration NameOfStranger = Duration.FromMinutes(1);

    private const int MostNames = 20_000;

    private readonly ConcurrentDictionary<string, (string? Name, Instant At)> names = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Instant> greeted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Conversation, string Message), bool> changed = new();

    public async Task<TurnAnswer> TakeAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        // Whoever added the bot to a channel or group: it says what it is for, and nothing else.
        if (chatEvent is ChatEvent.Opened { Personal: false, Installed: var installed })
        {
            return installed ? TurnAnswer.Silence : Impersonal(ShellTexts.RoomIntroduction, chatEvent);
        }

        var people = await bot.Services.Directory.ReadAsync(cancellationToken);
        var recognized = await IdentifyAsync(chatEvent, people, cancellationToken);
        if (recognized is { IsNew: true, Claims: { } claimed })
        {
            await TellOfficeAsync(claimed, cancellationToken);
        }

        if (recognized.Person is not { } person)
        {
            return chatEvent is ChatEvent.CardAction { Automatic: true } or ChatEvent.Edited
                ? TurnAnswer.Silence
                : Greet(chatEvent, recognized.Claims is null ? ShellTexts.Stranger : ShellTexts.StrangerWaits);
        }

        if (chatEvent is ChatEvent.Message { Personal: false } or ChatEvent.CardAction { Personal: false })
        {
            await bot.Services.Rooms.RememberAsync(chatEvent.Address, cancellationToken);
        }

        var chat = people.ChatOf(person.Id);
        var language = Languages.Of(person, chatEvent, chat, bot.Registry.Parser);
        // The page is no place to reach somebody: of what is said there the language is remembered, for the chat that is known.
        var where = !chatEvent.Address.IsTab ? chatEvent.Address : chat is { Reachable: true } ? chat.Address : null;
        var isNew = chatEvent.Personal
            && where is not null
            && await bot.Services.People.RememberAsync(person, where, language, cancellationToken);
        // Before their days, or after: what they may see is nothing, also of what was shown to them before.
        if (person.Grants.Count == 0 && person.Entered.Count > 0 && !IsThereBesideDays(person, chatEvent))
        {
            var voice = await VoiceAsync(language, cancellationToken);
            return chatEvent is ChatEvent.CardAction { Automatic: true } or ChatEvent.Edited or ChatEvent.Opened
                ? TurnAnswer.Silence
                : TurnAnswer.Of(OutgoingMessage.OfText(voice.Say(
                    Texts.NotToday,
                    string.Join(voice.Say(Texts.ListComma), person.Entered.Select(voice.GrantName)))));
        }

        var own = await VoiceAsync(language, cancellationToken);
        var turn = Turn.Of(bot, person, chatEvent.Address.IsTab ? own with { Tab = null } : own, chatEvent);
        try
        {
            var answer = await AnswerAsync(turn, chatEvent, isNew, cancellationToken);
            // The answer to a button takes the place of its card.
            if (chatEvent is ChatEvent.CardAction { Card: { } card } && answer.Messages is [var shown, ..])
            {
                var now = bot.Services.Clock.GetCurrentInstant();
                // A text stands beside the card, which stays as it was.
                if (shown.Card is not null && !chatEvent.Address.IsTab)
                {
                    bot.Services.Talks.Showed(person.Id, chatEvent.Address, card, shown.Shows, isNew: false, now);
                }

                bot.Services.Talks.Posted(chatEvent.Address, card, shown.About, now);
            }

            Remember(person, chatEvent, answer);
            return answer;
        }
        finally
        {
            // Also when the turn fails: what waited for the person does not wait for it.
            if (isNew)
            {
                bot.Reached(person);
            }
        }
    }

    /// <summary>A handover is signed before the first day, and after the last.</summary>
    private bool IsThereBesideDays(Person person, ChatEvent chatEvent)
    {
        var year = BeijingTime.Today(bot.Services.Clock.GetCurrentInstant()).Year;
        var id = chatEvent switch
        {
            ChatEvent.Message { Personal: true, Text: var text } =>
                bot.Registry.Parser.Read(text, year) is ChatCommand.Call call ? call.Id : null,
            ChatEvent.CardAction { Personal: true, Verb: var verb } => verb,
            _ => null,
        };
        return id is not null && bot.Registry.Find(id)?.BesideDays?.Invoke(person) == true;
    }

    /// <summary>A host has posted an answer, and the chat gave it an id.</summary>
    public void Posted(ChatAddress chat, SendAnswer taken, OutgoingMessage message)
    {
        var (activity, now) = ((taken as SendAnswer.Answered)?.Activity, bot.Services.Clock.GetCurrentInstant());
        if (message is { Shows: { } matter, Person: { } person } && !chat.IsTab)
        {
            bot.Services.Talks.Showed(person, chat, activity, matter, isNew: true, now);
        }

        bot.Services.Talks.Posted(chat, activity, message.About, now);
    }

    /// <summary>What a person is shown is what 这件 and 第二个 speak of, for some minutes.</summary>
    private void Remember(Person person, ChatEvent chatEvent, TurnAnswer answer)
    {
        if (!chatEvent.Personal
            || chatEvent is not (ChatEvent.Message or ChatEvent.CardAction)
            || answer.Messages is not [.., var shown])
        {
            return;
        }

        var now = bot.Services.Clock.GetCurrentInstant();
        if (chatEvent is ChatEvent.CardAction { Verb: var pressed })
        {
            bot.Services.Talks.Pressed(person, pressed, now);
        }

        if (shown.Form is { } form)
        {
            bot.Services.Talks.FormShown(person, form, now);
        }
        else if (shown.Listed is { } listed)
        {
            bot.Services.Talks.Listed(person, listed, shown.Asked, now);
        }
        else if (shown.About is { } matter)
        {
            // A press settles the form that it is of.
            if (chatEvent is ChatEvent.CardAction)
            {
                bot.Services.Talks.FormIsSettled(person, now);
            }

            // What cannot be done before it is signed for: a day that is said next belongs to it.
            var putOff = shown.Asked.StartsWith("step.", StringComparison.Ordinal) ? shown.Asked : null;
            bot.Services.Talks.Shown(person, matter, now, shown.Told, putOff);
            // A paper of it was asked for.
            if (shown.Asked.Length > 0 && putOff is null)
            {
                bot.Services.Talks.Answered(person, shown.Asked, now);
            }
        }
        else if (shown.Asked.Length > 0)
        {
            // 我要调走了: a press, and what is said next of the same person goes along with it.
            if (shown.Asked.StartsWith("people.", StringComparison.Ordinal) && shown.Card is { } own && FormOnCard.Of(shown.Summary, own) is { } goesOn)
            {
                bot.Services.Talks.FormShown(person, goesOn, now);
            }

            bot.Services.Talks.Answered(person, shown.Asked, now);
        }
        // What was sent and comes again is done, or says itself what is wrong.
        else if (shown.Card is { } card && FormOnCard.Of(shown.Summary, card) is { } open && (chatEvent as ChatEvent.CardAction)?.Verb != open.Command)
        {
            bot.Services.Talks.FormShown(person, open, now);
        }
        else if (chatEvent is ChatEvent.CardAction)
        {
            bot.Services.Talks.FormIsSettled(person, now);
        }
    }

    private async Task<TurnAnswer> AnswerAsync(Turn turn, ChatEvent chatEvent, bool isNew, CancellationToken cancellationToken) =>
        chatEvent switch
        {
            ChatEvent.Opened opened =>
                opened.Personal && (isNew || opened.Installed) && IsFirstGreeting(opened)
                    ? await turn.RunAsync("help.show", cancellationToken)
                    : TurnAnswer.Silence,
            ChatEvent.Message message => await turn.MessageAsync(message, cancellationToken),
            ChatEvent.Edited edited =>
                IsFirstChange(edited) ? await turn.EditedAsync(cancellationToken) : TurnAnswer.Silence,
            ChatEvent.CardAction action => await turn.PressAsync(action.Verb, action.Data, cancellationToken),
            ChatEvent.Search search => await turn.SearchAsync(search.Text, search.Skip, cancellationToken),
            ChatEvent.AssignMessage message => await turn.AssignMessageAsync(message, cancellationToken),
            ChatEvent.DialogAction action => await turn.SubmitAsync(action.Verb, action.Data, cancellationToken),
            _ => TurnAnswer.Silence,
        };

    /// <summary>A stranger is told who can enter them, and nothing else.</summary>
    private TurnAnswer Greet(ChatEvent stranger, Text words) =>
        stranger is ChatEvent.Opened opened && !(opened.Personal && IsFirstGreeting(opened))
            ? TurnAnswer.Silence
            : Impersonal(words, stranger);

    private bool IsFirstGreeting(ChatEvent.Opened opened)
    {
        var now = bot.Services.Clock.GetCurrentInstant();
        foreach (var (chat, at) in greeted.Where(one => now < one.Value || now - one.Value >= OneOpening))
        {
            if (chat != opened.Address.ConversationId)
            {
                greeted.TryRemove(new(chat, at));
            }
        }

        if (greeted.TryGetValue(opened.Address.ConversationId, out var last))
        {
            return (now < last || now - last >= OneOpening)
                && greeted.TryUpdate(opened.Address.ConversationId, now, last);
        }

        return greeted.TryAdd(opened.Address.ConversationId, now);
    }

    /// <summary>That changes are not read is said once of a message.</summary>
    private bool IsFirstChange(ChatEvent.Edited edited)
    {
        if (changed.Count >= MostChanged)
        {
            changed.Clear();
        }

        return changed.TryAdd((edited.Address.ConversationId, edited.Id), true);
    }

    /// <summary>
    /// By object id. The sign-in name is asked for where it can tell something new: who a stranger is, and whether
    /// somebody was entered twice.
    /// </summary>
    private async Task<Recognition> IdentifyAsync(
        ChatEvent chatEvent,
        LiaisonDirectory people,
        CancellationToken cancellationToken)
    {
        if (chatEvent.Sender is not { Length: > 0 } account)
        {
            return default;
        }

        var known = people.ByObjectId(account);
        // Who is on the page has signed in.
        if (chatEvent.Address.IsTab)
        {
            return new(known);
        }

        if (known is null ? !people.HasNames : known.SignInName is not null && !people.HasUnbound)
        {
            return new(known);
        }

        var now = bot.Services.Clock.GetCurrentInstant();
        // What was told a while ago saves asking, and changes nothing: by now the name may be somebody else's.
        if (names.TryGetValue(account, out var asked)
            && asked.At <= now
            && now - asked.At < (known is null ? NameOfStranger : NameOfKnown)
            && !IsOfAnother(asked.Name))
        {
            return new(known);
        }

        var name = await bot.Connector.SignInNameAsync(chatEvent.Address, cancellationToken);
        if (name is not null || known is not null)
        {
            if (names.Count >= MostNames)
            {
                names.Clear();
            }

            names[account] = (name, now);
        }

        return name is null ? new(known) : await bot.Services.Accounts.RecognizeAsync(account, name, cancellationToken);

        bool IsOfAnother(string? told) => told is not null && people.BySignInName(told) is { } named && named != known;
    }

    /// <summary>
    /// At once, whatever the hour: somebody cannot work, or should not. Who cannot be reached finds the question in the
    /// directory.
    /// </summary>
    private async Task TellOfficeAsync(Person claimed, CancellationToken cancellationToken)
    {
        var people = await bot.Services.Directory.ReadAsync(cancellationToken);
        foreach (var colleague in people.Holding(Role.Office, people.Province))
        {
            if (people.ChatOf(colleague.Id) is not { Reachable: true } chat)
            {
                continue;
            }

            var localizer = await VoiceAsync(Languages.Of(colleague, chat), cancellationToken);
            var question = bot.Registry.Hooks.AccountWaits(
                claimed,
                new(localizer, bot.Registry, CommandId(claimed.Id, claimed.Claim!.Account, colleague.Id)));
            await bot.Connector.PostAsync(chat.Address, question, cancellationToken);
        }
    }

    /// <summary>How the bot speaks a language now.</summary>
    public async Task<Localizer> VoiceAsync(Language language, CancellationToken cancellationToken) =>
        new(
            language,
            await bot.Services.Directory.ReadAsync(cancellationToken),
            bot.Services.Calendar(),
            bot.Services.Clock.GetCurrentInstant(),
            bot.Prefix)
        { Steps = bot.Services.Steps, Tab = bot.Files.Tab };

    /// <summary>
    /// The excuse for a turn that failed: by what the activity itself says, since the store may be what is away.
    /// </summary>
    public TurnAnswer Excuse(Text why, ChatEvent chatEvent) => Impersonal(why, chatEvent);

    /// <summary>For nobody in particular, in the language of the activity itself.</summary>
    private TurnAnswer Impersonal(Text words, ChatEvent chatEvent) =>
        TurnAnswer.Of(OutgoingMessage.OfText(words.In(Languages.Of(null, chatEvent, null, bot.Registry.Parser))));

    /// <summary>
    /// The data of a button as texts; whatever is not a text, number or truth value is left out. What is longer than
    /// its field may be is cut right behind that: its reader sees that it is too long, and has no more to read.
    /// </summary>
    internal static IReadOnlyDictionary<string, string> Values(JsonObject data, CommandRegistry registry)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, node) in data)
        {
            if (name.Length > LongestName
                || node is not JsonValue value
                || value.GetValueKind() is System.Text.Json.JsonValueKind.Null)
            {
                continue;
            }

            var text = value.TryGetValue<string>(out var typed) ? typed : value.ToJsonString();
            var limit = registry.LimitOf(name) ?? CommandParser.MaxLength;
            values[name] = text.Length <= limit ? text : text[..(limit + 1)];
        }

        return values;
    }

    /// <summary>UTF-16 units of a field's name.</summary>
    private const int LongestName = 100;

    /// <summary>
    /// Names what was done: the same press of the same button with the same inputs, however often it arrives.
    /// </summary>
    internal static string CommandId(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(..20));
}
