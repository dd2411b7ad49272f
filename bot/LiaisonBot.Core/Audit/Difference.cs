using System.Globalization;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Core.Audit;

/// <summary>How what was to be given and what was given differ.</summary>
public enum DifferenceKind
{
    /// <summary>The row that plans the matter's next reminder is missing, or stands elsewhere.</summary>
    NotPlanned,

    /// <summary>
    /// An entry of the matter in the lists of open matters is missing, stands where it does not belong, or says
    /// something else.
    /// </summary>
    NotListed,

    /// <summary>A reminder that was due was not given.</summary>
    NotGiven,

    /// <summary>A reminder stands in the history, and a message of it is nowhere.</summary>
    MessageMissing,

    /// <summary>A reminder was gathered for a digest, and a working day went by without one.</summary>
    NotSent,

    /// <summary>
    /// A row of the matter, or a reminder of it that waits for a digest, cannot be read: a column is missing, or says
    /// what nobody wrote. It stands still until it is restored.
    /// </summary>
    Unreadable,
}

/// <summary>One thing that the <see cref="Auditor"/> found. Names nobody.</summary>
/// <param name="Subject">The default one for a row of nothing.</param>
/// <param name="On">The Beijing date on which it was due or given.</param>
/// <param name="People">How many people it is about.</param>
/// <param name="Mended">It was put right: planned, listed or given now, or written again. What is not, somebody has to
/// look at.</param>
public sealed record Difference(
    DifferenceKind Kind,
    SubjectKey Subject,
    ReminderName? Rule,
    LocalDate? On,
    int People,
    bool Mended = false)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind} {(MatterNumber.TryOf(Subject, out var number) ? number.ToString() : Subject.ToString())} {(Rule is { } rule ? EnumWords.Written(rule) : "none")} {(On is { } day ? Columns.Date(day) : "")} people {People}{(Mended ? " mended" : "")}");
}
