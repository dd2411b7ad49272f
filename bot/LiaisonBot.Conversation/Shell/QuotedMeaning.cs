namespace LiaisonBot.Conversation.Shell;

/// <summary>What words mean that answer a message.</summary>
/// <param name="Command">Null when they need a matter, and the quoted message does not tell which.</param>
/// <param name="Note">A remark on it; null where there is none.</param>
/// <param name="Sentence">The words as a sentence of its own, with the number of the quoted matter before them; it is tried
/// first. Null when they are no sentence.</param>
internal sealed record QuotedMeaning(ChatCommand? Command, string? Note, string? Sentence = null);
