namespace LiaisonBot.Storage;

/// <summary>
/// The file cannot be imported, or the data not exported. The message says, in one line, what to do about it.
/// </summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
