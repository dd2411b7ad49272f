using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// Where a message stands, by the first letter of its row's key, in the partition of its matter: <c>O|id</c> the outbox, to be sent;
/// <c>G|id</c> gathered for the person's morning digest; <c>W|person|id</c> waiting until the person opens the chat; <c>D|id</c> delivered; <c>X|id</c> refused by the chat for good, kept
/// to be looked at.
/// </summary>
public static class NoticeRows
{
    public const string Outbox = "O|";

    /// <summary>Gathered for the morning digest.</summary>
    public const string Digest = "G|";

    public const string Delivered = "D|";
    public const string Poisoned = "X|";

    /// <summary>Of anybody.</summary>
    public const string Waiting = "W|";

    public static string WaitingFor(string personId) => $"{Waiting}{KeyPart.Of(personId)}|";

    public static Row ToRow(string prefix, Notice notice)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Id"] = notice.Id,
            ["To"] = notice.To,
            ["Number"] = notice.Number.Key,
            ["Act"] = notice.Act.ToString(),
            ["ActorName"] = notice.ActorName,
            ["At"] = notice.At,
        };
        MatterRows.Set(columns, "Reminders", notice.Reminders is { } reminders ? string.Join(',', reminders) : null);
        if (notice.MayBeRepeat) columns["MayBeRepeat"] = true;
        Set(columns, notice.Claim);
        Set(columns, notice.Attempts, notice.NotBefore);
        MatterRows.Set(columns, "Note", notice.Note);
        MatterRows.Set(columns, "Due", notice.Due is { } due ? MatterRows.Date(due) : null);
        return new(prefix + notice.Id, columns);
    }

    public static Notice ToNotice(Row row) => new(
        MatterRows.Required(row, "Id"),
        MatterRows.Required(row, "To"),
        MatterNumber.Parse(MatterRows.Required(row, "Number")),
        Enum.Parse<Act>(MatterRows.Required(row, "Act")),
        MatterRows.Required(row, "ActorName"),
        row.Time("At") ?? default,
        row.Text("Note"),
        row.Text("Due") is { } due ? MatterRows.Date(due) : null,
        row.Text("Reminders") is { } reminders ? [.. reminders.Split(',').Select(Enum.Parse<ReminderName>)] : null,
        row.Flag("MayBeRepeat"),
        ToClaim(row),
        (int)(row.Number("Attempts") ?? 0),
        row.Time("NotBefore"));

    internal static void Set(Dictionary<string, object> columns, SendClaim? claim)
    {
        MatterRows.Set(columns, "ClaimedBy", claim?.By);
        MatterRows.Set(columns, "ClaimedAt", claim?.At);
    }

    internal static void Set(Dictionary<string, object> columns, int attempts, Instant? notBefore)
    {
        if (attempts > 0) columns["Attempts"] = (long)attempts;
        MatterRows.Set(columns, "NotBefore", notBefore);
    }

    internal static SendClaim? ToClaim(Row row) => row.Text("ClaimedBy") is { } by && row.Time("ClaimedAt") is { } at ? new(by, at) : null;
}
