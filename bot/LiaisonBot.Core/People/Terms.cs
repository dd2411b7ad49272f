using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>What is kept for a time only, of the rows that name people.</summary>
public enum Kept
{
    /// <summary>Where the chat of somebody is who left.</summary>
    Chat,

    /// <summary>A message that waits for somebody who left.</summary>
    WaitingMessage,

    /// <summary>The name of somebody who left in what became of the messages to them.</summary>
    ReceiptName,

    /// <summary>That another account writes under somebody's sign-in name, until the office says whose it is.</summary>
    AccountQuestion,

    /// <summary>A message that the chat took, or that was sent twice without an answer.</summary>
    DeliveredMessage,

    /// <summary>Who gave a command that was applied.</summary>
    AppliedCommand,

    /// <summary>A file that waits for its sender to say which matter it belongs to.</summary>
    WaitingFile,

    /// <summary>The bytes of a file that belongs to no matter (any more).</summary>
    UnnamedFile,

    /// <summary>A sealed record, from the day on which it was closed; then two people may destroy it.</summary>
    SealedRecord,
}

/// <summary>One line of the terms.</summary>
/// <param name="Days">Calendar days.</param>
/// <param name="Basis">The rule that it comes from, as written.</param>
public sealed record Term(Kept What, int Days, string Basis)
{
    public Duration Length => Duration.FromDays(Days);
}

/// <summary>The terms in force: one of each.</summary>
public sealed class Terms
{
    private readonly Dictionary<Kept, Term> byWhat;

    /// <exception cref="ArgumentException">One is missing or stands twice.</exception>
    public Terms(IReadOnlyList<Term> all)
    {
        byWhat = all.ToDictionary(term => term.What);
        if (byWhat.Count != Enum.GetValues<Kept>().Length)
        {
            throw new ArgumentException("A term is missing.", nameof(all));
        }

        All = all;
    }

    /// <summary>Those that are shipped.</summary>
    public static Terms BuiltIn => TermsFile.BuiltIn;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Term> All { get; }

    public Duration Of(Kept what) => byWhat[what].Length;
}
