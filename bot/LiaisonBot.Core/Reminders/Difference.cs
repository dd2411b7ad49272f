using System.Globalization;
using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>How what was to be given and what was given differ.</summary>
public enum DifferenceKind
{
    /// <summary>The row that plans the matter's next reminder is missing, or stands elsewhere.</summary>
    NotPlanned,

    /// <summary>A reminder that was due was not given.</summary>
    NotGiven,

    /// <summary>A reminder stands in the history, and a message of it is nowhere.</summary>
    MessageMissing,

    /// <summary>A reminder was gathered for a digest, and a working day went by without one.</summary>
    NotSent,

    /// <summary>A row of the matter cannot be read: a column is missing, or says what nobody wrote. Nobody can work on it until it is restored.</summary>
    Unreadable,
}

/// <summary>One thing that the <see cref="Auditor"/> found. Names nobody.</summary>
/// <param name="On">The Beijing date on which it was due or given.</param>
/// <param name="People">How many people it is about.</param>
/// <param name="Mended">The next reminder is planned again.</param>
public sealed record Difference(DifferenceKind Kind, MatterNumber Number, ReminderName? Rule, LocalDate? On, int People, bool Mended = false)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind} {Number} {(Rule is { } rule ? PolicyFile.Written(rule) : "none")} {(On is { } day ? MatterRows.Date(day) : "")} people {People}{(Mended ? " mended" : "")}");
}
