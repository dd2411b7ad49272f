using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>What is in a message, for the checks: nobody reads cards here.</summary>
/// <param name="Shows">The matter whose card it is; null for anything else.</param>
internal sealed record Letter(
    IReadOnlyList<OutboxMessage> Notices,
    Person To,
    bool IsDigest,
    MatterTree? Shows = null);

/// <summary>A card in a person's chat that takes the place of an older one of the same matter.</summary>
/// <param name="Matter">Null for one that the person may not see any more.</param>
internal sealed record CardLetter(MatterNumber Number, MatterTree? Matter, Person To);

/// <summary>What is in a card for a room.</summary>
internal sealed record RoomLetter(RoomView View, bool MayBeRepeat);

/// <summary>How often chats go wrong: probabilities in [0,1] that add up to at most 1.</summary>
/// <param name="Later">412, 429, 5xx, or nobody there.</param>
/// <param name="Lost">No answer for 20 s, or 408: it may have arrived.</param>
/// <param name="Refused">400 or 413.</param>
/// <param name="Slow">The answer takes up to 19 s.</param>
internal sealed record ChatFaults(double Later = 0, double Lost = 0, double Refused = 0, double Slow = 0)
{
    public static ChatFaults None { get; } = new();
}

/// <summary>Teams: the chats of everybody, what arrives there, and what the bot is told of it.</summary>
internal sealed class FakeTeams(Random random, VirtualTime time, Witness witness)
{
    // learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
    public static readonly IReadOnlyList<SendWindow> PerTenant = [new(50, Duration.FromSeconds(1))];

    private static readonly SendAnswer[] Laters =
    [
        new SendAnswer.Answered(412),
        new SendAnswer.Answered(429),
        new SendAnswer.Answered(500),
        new SendAnswer.Answered(502),
        new SendAnswer.Answered(503), new SendAnswer.Answered(504), new SendAnswer.NotConnected(),
    ];

    private static readonly SendAnswer[] Gone =
    [
        new SendAnswer.Answered(403, Code: "ConversationBlockedByUser"),
        new SendAnswer.Answered(403, Code: "MessageWritesBlocked"),
        new SendAnswer.Answered(404),
    ];

    private static readonly SendAnswer[] Bars =
        [new SendAnswer.Answered(401), new SendAnswer.Answered(403, Code: "BotDisabledByAdmin")];

    private readonly Dictionary<string, Instant> blocked = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Conversation, string Activity), RoomView> cards = [];
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MatterTree?> chatCards = new(StringComparer.Ordinal);
    private readonly Traffic traffic = new(Traffic.PerConversation, PerTenant);
    private Instant barredUntil = Instant.MinValue;

    public ChatFaults Faults { get; set; } = ChatFaults.None;

    public int Sends { get; private set; }

    /// <summary>By a person, until they are back.</summary>
    public void Block(string person, Instant until) => blocked[person] = until;

    /// <summary>The bot from all chats: its credentials ran out, or an administrator switched it off.</summary>
    public void Bar(Instant until) => barredUntil = until;

    public void ForgiveAll()
    {
        blocked.Clear();
        (Faults, barredUntil) = (ChatFaults.None, Instant.MinValue);
    }

    /// <param name="process">Who sends.</param>
    public async Task<SendAnswer> Post(string process, Letter letter, string conversation)
    {
        Sends++;
        var tooMuch = traffic.Over(conversation, time.Passed);
        var (answer, takes) = Answer(letter.To.Id, tooMuch);
        witness.Sent(process, letter, conversation, answer);
        var id = $"p{Sends}";
        if (answer.MayHaveArrived && letter.Shows is { } shows) chatCards[id] = shows;
        if (takes > Duration.Zero) await Task.Delay(takes.ToTimeSpan(), time);
        return answer is SendAnswer.Answered { Status: >= 200 and < 300 } taken ? taken with { Activity = id } : answer;
    }

    /// <summary>What somebody is told of a change of people.</summary>
    public async Task<SendAnswer> Tell(PeopleNews news, Person to, bool mayBeRepeat)
    {
        Sends++;
        var (answer, takes) = Answer(to.Id, null);
        witness.Told(news, to, answer, mayBeRepeat);
        if (takes > Duration.Zero) await Task.Delay(takes.ToTimeSpan(), time);
        return answer;
    }

    /// <summary>Updates of cards in people's chats.</summary>
    public int Updates { get; private set; }

    /// <summary>What a person sees at a message; null where it tells nothing of a matter.</summary>
    public MatterTree? CardInChat(string activity) => chatCards.GetValueOrDefault(activity);

    /// <summary>Whether an update of the message was ever refused.</summary>
    public bool WasRefused(string activity) => refused.Contains(activity);

    public async Task<SendAnswer> Update(string process, CardLetter letter, string conversation, string activity)
    {
        (Sends, Updates) = (Sends + 1, Updates + 1);
        var (answer, takes) = Answer(letter.To.Id, traffic.Over(conversation, time.Passed));
        if (answer.MayHaveArrived && (answer is not SendAnswer.Lost || random.Next(2) == 0)) chatCards[activity] = letter.Matter;
        if (answer is SendAnswer.Answered { Status: 400 or 413 }) refused.Add(activity);
        witness.Updated(process, letter, conversation, answer);
        if (takes > Duration.Zero) await Task.Delay(takes.ToTimeSpan(), time);
        return answer;
    }

    /// <summary>What everybody in a room sees at a message; null when there is none.</summary>
    public RoomView? CardIn(string conversation, string activity) => cards.GetValueOrDefault((conversation, activity));

    /// <param name="activity">Whose place it takes; null for a new message.</param>
    public async Task<SendAnswer> PutInRoom(string process, RoomLetter letter, string conversation, string? activity)
    {
        Sends++;
        var (answer, takes) = Answer("", traffic.Over(conversation, time.Passed));
        // What got no answer arrived or did not.
        var arrives = answer.MayHaveArrived && (answer is not SendAnswer.Lost || random.Next(2) == 0);
        var id = activity ?? $"a{Sends}";
        if (arrives) cards[(conversation, id)] = letter.View;
        witness.PutInRoom(process, letter, conversation, activity, answer);
        if (takes > Duration.Zero) await Task.Delay(takes.ToTimeSpan(), time);
        return answer is SendAnswer.Answered { Status: >= 200 and < 300 } taken ? taken with { Activity = id } : answer;
    }

    private (SendAnswer Answer, Duration Takes) Answer(string person, Duration? tooMuch)
    {
        var drawn = random.NextDouble();
        if (time.Passed < barredUntil) return (Bars[barredUntil.ToUnixTimeSeconds() / 60 % 2], Duration.Zero);
        if (tooMuch is { } wait) return (
            new SendAnswer.Answered(429, Duration.FromSeconds(Math.Ceiling(wait.TotalSeconds))),
            Duration.Zero);
        if (blocked.TryGetValue(person, out var until)
            && time.Passed < until) return (Gone[random.Next(Gone.Length)], Duration.Zero);
        if ((drawn -= Faults.Later) < 0) return (Later(), Duration.Zero);
        // What got no answer may have arrived or not: neither the bot nor the checks may count on either.
        if ((drawn -= Faults.Lost) < 0) return random.Next(2) == 0
            ? (new SendAnswer.Lost(), Duration.FromSeconds(20))
            : (new SendAnswer.Answered(408), Duration.FromSeconds(random.Next(20)));
        if ((drawn -= Faults.Refused) < 0) return (
            new SendAnswer.Answered(random.Next(2) == 0 ? 400 : 413),
            Duration.Zero);
        return (SendAnswer.Taken, drawn - Faults.Slow < 0 ? Duration.FromSeconds(random.Next(1, 20)) : Duration.Zero);
    }

    private SendAnswer Later()
    {
        var answer = Laters[random.Next(Laters.Length)];
        return answer is SendAnswer.Answered { Status: 429 }
            ? new SendAnswer.Answered(
                429,
                random.Next(4) switch
                {
                    0 =>
                    null,
                    1 =>
                        Duration.FromMinutes(random.Next(1, 30)),
                    _ => Duration.FromSeconds(random.Next(1, 60))
                })
            : answer;
    }
}

/// <summary>Counts sends in windows that slide, by a clock that is never set.</summary>
internal sealed class Traffic(IReadOnlyList<SendWindow> perConversation, IReadOnlyList<SendWindow> perTenant)
{
    /// <summary>What Teams allows (the page above) in one conversation.</summary>
    public static readonly IReadOnlyList<SendWindow> PerConversation =
        [
            new(7, Duration.FromSeconds(1)),
            new(8, Duration.FromSeconds(2)),
            new(60, Duration.FromSeconds(30)),
            new(1800, Duration.FromHours(1))
        ];

    /// <summary>What a process keeps below.</summary>
    public static readonly IReadOnlyList<SendWindow> Kept = [new(30, Duration.FromSeconds(1))];

    private readonly Dictionary<string, List<Instant>> conversations = new(StringComparer.Ordinal);
    private readonly List<Instant> all = [];

    /// <summary>How long this send came too early; null when it exceeds nothing. It counts all the same.</summary>
    public Duration? Over(string conversation, Instant now)
    {
        if (!conversations.TryGetValue(conversation, out var own)) conversations[conversation] = own = [];
        var wait = Duration.Max(Over(own, perConversation, now), Over(all, perTenant, now));
        return wait > Duration.Zero ? wait : null;
    }

    private static Duration Over(List<Instant> sends, IReadOnlyList<SendWindow> windows, Instant now)
    {
        var longest = windows.Max(window => window.Length);
        sends.RemoveAll(at => at + longest <= now);
        var wait = Duration.Zero;
        foreach (var window in windows)
            if (sends.Count >= window.Sends) wait = Duration.Max(wait, sends[^window.Sends] + window.Length - now);
        sends.Add(now);
        return wait;
    }
}
