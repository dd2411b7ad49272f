using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// A person's digest: when they had the last one, and whether one is being sent. The row <c>T|person</c> of the
/// province's own partition.
/// </summary>
/// <param name="Day">Beijing date of the last digest that went out; with a lease taken over, of the one that may
/// have.</param>
/// <param name="Through">With a lease: when the newest of the reminders that are being sent was written, by the clock
/// of that moment. A clock that was ahead may have written it after the lease.</param>
/// <param name="IsTakenOver">The lease is of somebody who looks after what a stopped sender left: nothing goes out
/// under it, whatever its clock shows.</param>
/// <param name="Attempts">Sends since then that the chat did not take.</param>
internal sealed record DigestOfPerson(
    string Person,
    LocalDate? Day = null,
    SendLease? Lease = null,
    Instant? Through = null,
    bool IsTakenOver = false,
    int Attempts = 0,
    Instant? NotBefore = null)
{
    public const string Rows = RowKeys.Matters.DigestTurns;

    // A clock that was ahead by more is not waited for.
    private const int MostDaysAhead = 2;

    public static string Key(string personId) => Rows + KeyPart.Of(personId);

    /// <summary>
    /// Whether the person had the digest of a day. A clock that is set back does not give a day a second one.
    /// </summary>
    public bool HadOne(LocalDate today) => Day >= today && Day <= today.PlusDays(MostDaysAhead);

    /// <summary>
    /// The day of the last digest that went out or, where a sender stopped, may have; whoever takes over after them, by
    /// whatever clock, keeps it.
    /// </summary>
    public LocalDate? LastDay =>
        Lease is { } stopped && !IsTakenOver && BeijingTime.Today(stopped.At) is var on && !HadOne(on) ? on : Day;

    /// <summary>
    /// How far the sending of it is. Of one that a stopped sender left nothing goes out before it is noted in its lines
    /// that they may have arrived.
    /// </summary>
    public SendState State => new(Lease, Attempts, NotBefore, MayBeRepeat: Lease is not null);

    /// <summary>Whether a sender that stopped may have sent it: what was there then.</summary>
    public bool MayHaveSent(Gathered gathered) => gathered.Message.MayBeRepeat || gathered.Message.At <= Through;

    public Row ToRow()
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal) { ["Person"] = Person };
        columns.Set("Day", Day is { } day ? Columns.Date(day) : null);
        columns.Set("Through", Through);
        if (IsTakenOver)
        {
            columns["TakenOver"] = true;
        }

        new SendState(Lease, Attempts, NotBefore).Set(columns);
        return new(Key(Person), columns);
    }

    public static DigestOfPerson Of(Row row) => new(
        row.Required("Person"),
        row.Text("Day") is { } day ? Columns.Date(day) : null,
        SendLease.Of(row),
        row.Time("Through"),
        row.Flag("TakenOver"),
        (int)(row.Number("Attempts") ?? 0),
        row.Time("NotBefore"));
}
