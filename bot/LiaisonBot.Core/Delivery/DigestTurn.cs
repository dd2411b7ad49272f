using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>A person's digest: when they had the last one, and whether one is being sent. The row <c>T|person</c> of the province's own partition.</summary>
/// <param name="Day">Beijing date of the last digest that went out; with a claim taken over, of the one that may have.</param>
/// <param name="Through">With a claim: when the newest of the reminders that are being sent was written, by the clock of that moment. A clock that was ahead may have written it after the claim.</param>
/// <param name="IsTakenOver">The claim is of somebody who looks after what a stopped sender left: nothing goes out under it, whatever its clock shows.</param>
/// <param name="Attempts">Sends since then that the chat did not take.</param>
internal sealed record DigestTurn(string Person, LocalDate? Day = null, SendClaim? Claim = null, Instant? Through = null, bool IsTakenOver = false, int Attempts = 0, Instant? NotBefore = null)
{
    public const string Rows = "T|";

    // A clock that was ahead by more is not waited for.
    private const int MostDaysAhead = 2;

    public static string Key(string personId) => Rows + KeyPart.Of(personId);

    /// <summary>Whether the person had the digest of a day. A clock that is set back does not give a day a second one.</summary>
    public bool HadOne(LocalDate today) => Day >= today && Day <= today.PlusDays(MostDaysAhead);

    /// <summary>The day of the last digest that went out or, where a sender stopped, may have; whoever takes over after them, by whatever clock, keeps it.</summary>
    public LocalDate? LastDay => Claim is { } stopped && !IsTakenOver && BeijingTime.Today(stopped.At) is var on && !HadOne(on) ? on : Day;

    public Row ToRow()
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal) { ["Person"] = Person };
        MatterRows.Set(columns, "Day", Day is { } day ? MatterRows.Date(day) : null);
        NoticeRows.Set(columns, Claim);
        MatterRows.Set(columns, "Through", Through);
        if (IsTakenOver) columns["TakenOver"] = true;
        NoticeRows.Set(columns, Attempts, NotBefore);
        return new(Key(Person), columns);
    }

    public static DigestTurn Of(Row row) => new(
        MatterRows.Required(row, "Person"),
        row.Text("Day") is { } day ? MatterRows.Date(day) : null,
        NoticeRows.ToClaim(row),
        row.Time("Through"),
        row.Flag("TakenOver"),
        (int)(row.Number("Attempts") ?? 0),
        row.Time("NotBefore"));
}
