using LiaisonBot.Core.Evidence;

namespace LiaisonBot.Conversation.Shell;

/// <summary>
/// Files and links that came with a message. The step that is taken with the message takes them along; until then they
/// go with the buttons of what is answered, so that a form that is filled in later takes them.
/// </summary>
internal sealed class Along
{
    /// <summary>What buttons carry; see <see cref="Key"/>.</summary>
    public const string Name = "evidence";

    private const int MostKey = 200;

    private readonly List<EvidenceItem> items = [];

    /// <summary>
    /// What came in the message before, while these words say neither that it goes with them nor that it does not: it is
    /// asked about again below the answer.
    /// </summary>
    public IReadOnlyList<EvidenceItem> Before { get; private set; } = [];

    /// <summary>Names the message that they came with.</summary>
    public string Key { get; private set; } = "";

    public IReadOnlyList<EvidenceItem> Items => items;

    /// <summary>A button of the answer carries them.</summary>
    public bool IsOffered { get; private set; }

    /// <summary>They belong to a matter now.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Something came with the message that was not kept; the answer says why.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Some were named by a button, and are not there any more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Names what came with a message, the same however often it arrives.</summary>
    public static string KeyOf(ChatEvent chatEvent) => chatEvent is ChatEvent.Message { FilesKey: { Length: > 0 } key }
        ? key
        : Bot.CommandId(chatEvent.Address.ConversationId, chatEvent.Id, Name);

    /// <summary>What a button carries; empty for none.</summary>
    public static string KeyOf(IReadOnlyDictionary<string, string> values) =>
        values.GetValueOrDefault(Name) is { Length: <= MostKey } key ? key : "";

    public void Add(string key, IEnumerable<EvidenceItem> came)
    {
        Key = key;
        items.AddRange(came);
    }

    public void CameBefore(IReadOnlyList<EvidenceItem> came) => Before = came;

    public void Refused() => IsRefused = true;

    public void Gone() => IsGone = true;

    public void Taken() => IsTaken = true;

    /// <summary>What a button of this command has to carry; null for nothing.</summary>
    public string? For(Command command)
    {
        if (items.Count == 0 || IsTaken || !command.TakesEvidence)
        {
            return null;
        }

        IsOffered = true;
        return Key;
    }
}
