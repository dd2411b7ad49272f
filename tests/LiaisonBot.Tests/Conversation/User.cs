using System.Globalization;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Someone at their one-to-one chat: types, presses buttons, and sees what comes.</summary>
internal sealed class User(Chats chats, string objectId, string name)
{
    private readonly OrderedDictionary<string, Seen> received = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Seen> answers = new(StringComparer.Ordinal);
    private int activities;

    public string ObjectId => objectId;

    public string Name => name;

    public ChatAddress Address { get; } = new(
        "msteams",
        "http://localhost:1/_connector",
        "chat-" + objectId,
        "user-" + objectId,
        "liaisonbot",
        "tenant");

    public bool HasOpened { get; private set; }

    /// <summary>What the client says that it is set to.</summary>
    public string? Locale { get; set; }

    /// <summary>The last answer or the last message pushed, whichever came later.</summary>
    public Seen Last { get; private set; } = Seen.Nothing;

    /// <summary>What was pushed into the chat, oldest first; a message that was updated stands as it is now.</summary>
    public IReadOnlyList<Seen> Received => received.Values;

    public Task<Seen> Open() => Take(new ChatEvent.Opened(NextId(), Address, objectId, true, Locale, Installed: true));

    public Task<Seen> Say(string text) => Take(new ChatEvent.Message(NextId(), Address, objectId, true, Locale, text));

    /// <summary>Said where others read along.</summary>
    public Task<Seen> SayInGroup(string text) =>
        Take(new ChatEvent.Message(NextId(), Address with { ConversationId = "group" }, objectId, false, Locale, text));

    /// <summary>
    /// Presses a button of the last card by its title, with inputs by id or how the label begins; a choice may be given
    /// by its words.
    /// </summary>
    public Task<Seen> Press(string title, params (string Input, string Value)[] inputs) => PressOn(Last, title, inputs);

    /// <summary>Presses a button of a card that may be older.</summary>
    public Task<Seen> PressOn(Seen seen, string title, params (string Input, string Value)[] inputs) =>
        Send(seen.Button(title), seen, inputs);

    /// <summary>
    /// Presses a button as a client does: what stands in the card's inputs goes along when the button sends a form.
    /// </summary>
    public Task<Seen> Send(Button button, Seen seen, params (string Input, string Value)[] inputs) =>
        Send(button.Verb, Data(button, seen, inputs), seen.Id);

    /// <summary>交办这条消息, on a message of somebody in another chat.</summary>
    public Task<Seen> AssignMessage(string text) =>
        Take(new ChatEvent.AssignMessage(
            NextId(),
            Address with { ConversationId = "with-others" },
            objectId,
            Locale,
            text));

    /// <summary>Presses the one button of the last card that opens a dialog.</summary>
    public Task<Seen> OpenDialog() => SendInDialog(Assert.Single(Last.Dialogs), Last);

    /// <summary>Presses a button of the dialog that is open.</summary>
    public Task<Seen> PressInDialog(string title, params (string Input, string Value)[] inputs) =>
        SendInDialog(Last.Button(title), Last, inputs);

    public Task<Seen> SendInDialog(Button button, Seen seen, params (string Input, string Value)[] inputs) =>
        Take(new ChatEvent.DialogAction(
            NextId(),
            Address with { ConversationId = "with-others" },
            objectId,
            Locale,
            button.Verb,
            Data(button, seen, inputs)));

    private JsonObject Data(Button button, Seen seen, (string Input, string Value)[] inputs)
    {
        var data = (JsonObject)button.Data.DeepClone();
        if (button.SendsInputs)
        {
            foreach (var input in seen.Inputs) data[input.Id] = input.Value;
            foreach (var (key, value) in inputs)
            {
                var called = seen.Called(key);
                Assert.True(called.Count > 0, $"There is no input '{key}' in:\n{seen.Text}");
                // Of choices in two columns, each is picked where it stands.
                foreach (var column in called.Skip(1)) data[column.Id] = string.Join(
                    ',',
                    value.Split(',').Where(column.Offers).Select(column.ValueOf));
                data[called[0].Id] = called[0]
                    .ValueOf(string.Join(',', value.Split(',').Where(one => !called.Skip(1).Any(c => c.Offers(one)))));
                chats.Typed.Add(value);
            }
        }

        return data;
    }

    /// <summary>An action with any verb and data, as a forger would send it.</summary>
    /// <param name="card">The message that has the card; null when the channel does not say.</param>
    public Task<Seen> Send(string verb, JsonObject data, string? card = null) =>
        Take(new ChatEvent.CardAction(
            NextId(),
            Address,
            objectId,
            true,
            Locale,
            verb,
            (JsonObject)JsonNode.Parse(data.ToJsonString())!)
        { Card = card });

    /// <summary>Sends a file as Teams does: a message without text.</summary>
    public Task<Seen> SendFile(string name, byte[] content, string text = "") =>
        Take(new ChatEvent.Message(
            NextId(),
            Address,
            objectId,
            true,
            Locale,
            text)
        { Files = [chats.Upload(name, content)] });

    public Task<Seen> SendInGroup(Button button) =>
        Take(new ChatEvent.CardAction(
            NextId(),
            Address with { ConversationId = "group" },
            objectId,
            false,
            Locale,
            button.Verb,
            (JsonObject)button.Data.DeepClone()));

    /// <summary>Mentions the bot in a channel.</summary>
    public Task<Seen> SayIn(RoomChat room, string text) =>
        Take(new ChatEvent.Message(NextId(), room.Address(this), objectId, false, Locale, text));

    /// <summary>Presses a button of a card in a channel; only this person sees the answer.</summary>
    public Task<Seen> PressIn(RoomChat room, Seen seen, string title, params (string Input, string Value)[] inputs) =>
        SendIn(room, seen.Button(title), seen, inputs);

    public Task<Seen> SendIn(RoomChat room, Button button, Seen seen, params (string Input, string Value)[] inputs) =>
        Take(new ChatEvent.CardAction(
            NextId(),
            room.Address(this),
            objectId,
            false,
            Locale,
            button.Verb,
            Data(button, seen, inputs)));

    /// <summary>The client asks by itself for this person's view of a card in a channel.</summary>
    public Task<Seen> Refresh(RoomChat room, Seen seen)
    {
        var action = seen.Card!["refresh"]!["action"]!;
        return Take(new ChatEvent.CardAction(
            NextId(),
            room.Address(this),
            objectId,
            false,
            Locale,
            (string)action["verb"]!,
            (JsonObject)action["data"]!.DeepClone(),
            Automatic: true));
    }

    /// <summary>Searches in the compose box of another chat.</summary>
    public Task<TurnAnswer> Search(string text, int skip = 0) =>
        chats.Bot.TakeAsync(
            new ChatEvent.Search(
                NextId(),
                Address with { ConversationId = "with-others" },
                objectId,
                Locale,
                text,
                skip),
            default);

    public async Task<Seen> Take(ChatEvent chatEvent)
    {
        HasOpened |= chatEvent.Personal;
        if (chatEvent is ChatEvent.Message message) chats.Typed.UnionWith(message.Text.Split(' ', '、'));
        var answer = await chats.Bot.TakeAsync(chatEvent, default);
        Assert.True(answer.Messages.Count <= 1, "One turn has one answer.");
        if (answer.Messages.Count == 0) return Last = Seen.Nothing;
        // The answer to a button takes the place of its card; any other is a new message.
        var id = (chatEvent as ChatEvent.CardAction)?.Card ?? chatEvent.Id;
        Last = new Seen(answer.Messages[0]) { Id = id };
        if (chatEvent is ChatEvent.Message)
            chats.Bot.Posted(chatEvent.Address, new SendAnswer.Answered(201, Activity: id), answer.Messages[0]);
        return answers[id] = Last;
    }

    /// <summary>What was said and answered until now is no longer looked at: thousands of sentences leave nothing behind.</summary>
    public void Forget()
    {
        received.Clear();
        answers.Clear();
        Last = Seen.Nothing;
        chats.Typed.Clear();
    }

    /// <summary>A message as it stands in the chat now, after whatever took its place.</summary>
    public Seen Now(Seen seen) => answers.TryGetValue(seen.Id!, out var answered) ? answered : received[seen.Id!];

    /// <summary>A message comes, or takes the place of the one that had its id.</summary>
    public void Receive(string id, OutgoingMessage message)
    {
        Last = new Seen(message) { Id = id };
        if (answers.ContainsKey(id)) answers[id] = Last;
        else received[id] = Last;
    }

    public bool Has(string id) => received.ContainsKey(id) || answers.ContainsKey(id);

    /// <summary>Messages of the bot in the chat, whether they answer something or came unasked.</summary>
    public int Messages => received.Keys.Union(answers.Keys).Count();

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"{objectId}-{++activities}");
}
