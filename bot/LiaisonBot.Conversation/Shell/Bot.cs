using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation;

/// <summary>What a conversation works with.</summary>
/// <param name="Prefix">Of matter numbers, from the configuration: 冀巡交.</param>
/// <param name="Reached">Told of a person whose chat is new, so that what waited for them is delivered. Must not throw.</param>
public sealed record Office(
    Desks Desks,
    IConnector Connector,
    string Prefix,
    Action<Person> Reached,
    FileWays Files)
{
    /// <summary>What is shown where; the messenger tells it of what it sends.</summary>
    public ShownMatters Shown { get; init; } = new();

    public Downloads Downloads { get; } = new(Desks, Files, Prefix);

    /// <summary>What people can have done.</summary>
    public CommandRegistry Registry { get; init; } = AllFeatures.Registry;
}

/// <summary>Takes a turn: from what a person did in a chat to the bot's answer. Never throws for what a client sends.</summary>
public sealed class Bot(Office office)
{
    /// <summary>Opening a chat arrives as two activities at the same moment, in either order: within this time they are one opening.</summary>
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

    public async Task<TurnAnswer> Take(Incoming incoming, CancellationToken cancellationToken)
    {
        // Whoever added the bot to a channel or group: it says what it is for, and nothing else.
        if (incoming is Incoming.Opened { Personal: false, Installed: var installed })
        {
            return installed ? TurnAnswer.Silence : TurnAnswer.Of(OutgoingMessage.OfText(Texts.RoomIntroduction.In(Languages.Of(null, incoming, null, office.Registry.Parser))));
        }

        var people = await office.Desks.Directory.Read(cancellationToken);
        var recognized = await Identify(incoming, people, cancellationToken);
        if (recognized is { IsNew: true, Claims: { } claimed })
        {
            await TellOffice(claimed, cancellationToken);
        }

        if (recognized.Person is not { } person)
        {
            return incoming is Incoming.CardAction { Automatic: true } or Incoming.Edited ? TurnAnswer.Silence : Greet(incoming, recognized.Claims is null ? Texts.Stranger : Texts.StrangerWaits);
        }

        if (incoming is Incoming.Message { Personal: false } or Incoming.CardAction { Personal: false })
        {
            await office.Desks.Rooms.Remember(incoming.Address, cancellationToken);
        }

        var language = Languages.Of(person, incoming, people.ChatOf(person.Id), office.Registry.Parser);
        var isNew = incoming.Personal && await office.Desks.People.Remember(person, incoming.Address, language, cancellationToken);
        var turn = Turn.Of(office, person, await Voice(language, cancellationToken), incoming);
        try
        {
            var answer = await Answer(turn, incoming, isNew, cancellationToken);
            // The answer to a button takes the place of its card.
            if (incoming is Incoming.CardAction { Card: { } card } && answer.Messages is [var shown, ..])
            {
                office.Shown.Remember(incoming.Address, card, shown);
            }

            return answer;
        }
        finally
        {
            // Also when the turn fails: what waited for the person does not wait for it.
            if (isNew)
            {
                office.Reached(person);
            }
        }
    }

    private async Task<TurnAnswer> Answer(Turn turn, Incoming incoming, bool isNew, CancellationToken cancellationToken) =>
        incoming switch
        {
            Incoming.Opened opened => opened.Personal && (isNew || opened.Installed) && IsFirstGreeting(opened) ? await turn.Run("help.show", cancellationToken) : TurnAnswer.Silence,
            Incoming.Message message => await turn.Message(message, cancellationToken),
            Incoming.Edited edited => IsFirstChange(edited) ? await turn.Edited(cancellationToken) : TurnAnswer.Silence,
            Incoming.CardAction action => await turn.Press(action.Verb, action.Data, cancellationToken),
            Incoming.Search search => await turn.Search(search.Text, search.Skip, cancellationToken),
            Incoming.AssignMessage message => await turn.AssignMessage(message, cancellationToken),
            Incoming.DialogAction action => await turn.Submit(action.Verb, action.Data, cancellationToken),
            _ => TurnAnswer.Silence,
        };

    /// <summary>A stranger is told who can enter them, and nothing else.</summary>
    private TurnAnswer Greet(Incoming stranger, Text words) =>
        stranger is Incoming.Opened opened && !(opened.Personal && IsFirstGreeting(opened))
            ? TurnAnswer.Silence
            : TurnAnswer.Of(OutgoingMessage.OfText(words.In(Languages.Of(null, stranger, null, office.Registry.Parser))));

    private bool IsFirstGreeting(Incoming.Opened opened)
    {
        var now = office.Desks.Clock.GetCurrentInstant();
        foreach (var (chat, at) in greeted.Where(one => now < one.Value || now - one.Value >= OneOpening))
        {
            if (chat != opened.Address.ConversationId)
            {
                greeted.TryRemove(new(chat, at));
            }
        }

        if (greeted.TryGetValue(opened.Address.ConversationId, out var last))
            return (now < last || now - last >= OneOpening) && greeted.TryUpdate(opened.Address.ConversationId, now, last);
        return greeted.TryAdd(opened.Address.ConversationId, now);
    }

    /// <summary>That changes are not read is said once of a message.</summary>
    private bool IsFirstChange(Incoming.Edited edited)
    {
        if (changed.Count >= MostChanged)
        {
            changed.Clear();
        }

        return changed.TryAdd((edited.Address.ConversationId, edited.Id), true);
    }

    /// <summary>By object id. The sign-in name is asked for where it can tell something new: who a stranger is, and whether somebody was entered twice.</summary>
    private async Task<Recognition> Identify(Incoming incoming, LiaisonDirectory people, CancellationToken cancellationToken)
    {
        if (incoming.Sender is not { Length: > 0 } account)
        {
            return default;
        }

        var known = people.ByObjectId(account);
        if (known is null ? !people.HasNames : known.SignInName is not null && !people.HasUnbound)
        {
            return new(known);
        }

        var now = office.Desks.Clock.GetCurrentInstant();
        // What was told a while ago saves asking, and changes nothing: by now the name may be somebody else's.
        if (names.TryGetValue(account, out var asked) && asked.At <= now && now - asked.At < (known is null ? NameOfStranger : NameOfKnown) && !IsOfAnother(asked.Name))
        {
            return new(known);
        }

        var name = await office.Connector.SignInName(incoming.Address, cancellationToken);
        if (name is not null || known is not null)
        {
            if (names.Count >= MostNames)
            {
                names.Clear();
            }

            names[account] = (name, now);
        }

        return name is null ? new(known) : await office.Desks.Accounts.Recognize(account, name, cancellationToken);

        bool IsOfAnother(string? told) => told is not null && people.BySignInName(told) is { } named && named != known;
    }

    /// <summary>At once, whatever the hour: somebody cannot work, or should not. Who cannot be reached finds the question in the directory.</summary>
    private async Task TellOffice(Person claimed, CancellationToken cancellationToken)
    {
        var people = await office.Desks.Directory.Read(cancellationToken);
        foreach (var colleague in people.Holding(Role.Office, people.Province))
        {
            if (people.ChatOf(colleague.Id) is not { Reachable: true } chat)
            {
                continue;
            }

            var phrases = await Voice(Languages.Of(colleague, chat), cancellationToken);
            var card = AccountCards.Ask(claimed, new(phrases, office.Registry, CommandId(claimed.Id, claimed.Claim!.Account, colleague.Id)));
            await office.Connector.Post(chat.Address, OutgoingMessage.OfCard(phrases.Say(Texts.AccountWaits), card), cancellationToken);
        }
    }

    private async Task<Phrases> Voice(Language language, CancellationToken cancellationToken) =>
        new(language, await office.Desks.Directory.Read(cancellationToken), office.Desks.Calendar(), office.Desks.Clock.GetCurrentInstant(), office.Prefix);

    /// <summary>The excuse for a turn that failed: by what the activity itself says, since the store may be what is away.</summary>
    public TurnAnswer Excuse(Text why, Incoming incoming) => TurnAnswer.Of(OutgoingMessage.OfText(why.In(Languages.Of(null, incoming, null, office.Registry.Parser))));

    /// <summary>
    /// The data of a button as texts; whatever is not a text, number or truth value is left out. What is longer than its field may be is
    /// cut right behind that: its reader sees that it is too long, and has no more to read.
    /// </summary>
    internal static IReadOnlyDictionary<string, string> Values(JsonObject data, CommandRegistry registry)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, node) in data)
        {
            if (name.Length > LongestName || node is not JsonValue value || value.GetValueKind() is System.Text.Json.JsonValueKind.Null)
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

    /// <summary>Names what was done: the same press of the same button with the same inputs, however often it arrives.</summary>
    internal static string CommandId(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..40];
}
