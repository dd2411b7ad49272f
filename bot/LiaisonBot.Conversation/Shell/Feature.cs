namespace LiaisonBot.Conversation.Shell;

/// <summary>
/// One subject of the conversation: everything about it stands in one folder, and the list of all features has one line
/// for it. A feature uses the kit (Cards, Language, Shell) and leads to other features by the ids of their commands
/// alone.
/// </summary>
/// <param name="Name">The folder, and the beginning of the ids of its commands.</param>
/// <param name="Commands">In the order in which the help card lists them.</param>
internal sealed record Feature(string Name, params IReadOnlyList<Command> Commands)
{
    /// <summary>Inputs of its forms that may be longer than a message, in UTF-16 units.</summary>
    public IReadOnlyDictionary<string, int> LongInputs { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
