using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>The rows of sealed records, in their own table, in the partition of the province.</summary>
internal static class SealedRows
{
    public const string Table = RowKeys.Sealed.Table;

    private const string Sequence = "sealed";

    public static string Key(string number) => RowKeys.Sealed.Records + number;

    public static string TextKey(string number) => RowKeys.Sealed.Texts + number;

    public static string IdentityKey(string number) => RowKeys.Sealed.Identities + number;

    public static string HistoryPrefix(string number) => $"{RowKeys.Sealed.History}{number}|";

    public static string HistoryKey(string number, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"{HistoryPrefix(number)}{step:0000}");

    public static string LooksPrefix(string number) => $"{RowKeys.Sealed.Looks}{number}|";

    public static string SequenceKey(int year) => Commands.Sequence.Key(year, Sequence);

    public static Row ToRow(SealedRecord r)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Kind"] = r.Kind.ToString(),
            ["Place"] = r.Place.Value,
            ["Channel"] = r.Channel.ToString(),
            ["ReceivedOn"] = Columns.Date(r.ReceivedOn),
            ["About"] = r.About.ToString(),
            ["State"] = r.State.ToString(),
            ["LastStep"] = (long)r.LastStep,
        };
        columns.Set("IsAnonymous", r.IsAnonymous ? true : null);
        columns.Set("HasIdentity", r.HasIdentity ? true : null);
        columns.Set("HasMoreTime", r.HasMoreTime ? true : null);
        columns.Set("Team", (long?)r.Team);
        columns.Set("Handlers", Lines(r.Handlers));
        columns.Set("Recused", Lines(r.Recused));
        columns.Set("Disposal", r.Disposal?.ToString());
        columns.Set("Matter", Lines(r.Matters));
        columns.Set("Receiver", r.Receiver?.Value);
        columns.Set("ReceiverTeam", (long?)r.ReceiverTeam);
        columns.Set("IsStopped", r.IsStopped ? true : null);
        columns.Set("Of", Lines(r.Of));
        // Named as it was when there was one slip alone.
        columns.Set("Slip", Lines(r.Slips));
        columns.Set("Parts", Lines(r.Parts));
        columns.Set("From", r.From is { } from ? Columns.Date(from) : null);
        columns.Set("To", r.To is { } to ? Columns.Date(to) : null);
        columns.Set("CountedAs", r.CountedAs);
        columns.Set("Due", r.Due is { } due ? Columns.Date(due) : null);
        columns.Set("ClosedAt", r.ClosedAt);
        return new(Key(r.Number), columns);
    }

    public static SealedRecord ToRecord(Row row) => new(
        row.Key[RowKeys.Sealed.Records.Length..],
        Enum.Parse<SealedKind>(row.Required("Kind")),
        AreaCode.Parse(row.Required("Place")))
    {
        Channel = Enum.Parse<SealedChannel>(row.Required("Channel")),
        ReceivedOn = Columns.Date(row.Required("ReceivedOn")),
        About = Enum.Parse<SealedAbout>(row.Required("About")),
        State = Enum.Parse<SealedState>(row.Required("State")),
        LastStep = (int)(row.Number("LastStep") ?? 0),
        IsAnonymous = row.Flag("IsAnonymous"),
        HasIdentity = row.Flag("HasIdentity"),
        HasMoreTime = row.Flag("HasMoreTime"),
        Team = (int?)row.Number("Team"),
        Handlers = Read(row.Text("Handlers")),
        Recused = Read(row.Text("Recused")),
        Disposal = row.Text("Disposal") is { } disposal ? Enum.Parse<SealedDisposal>(disposal) : null,
        Matters = Read(row.Text("Matter")),
        Receiver = row.Text("Receiver") is { } receiver ? AreaCode.Parse(receiver) : null,
        ReceiverTeam = (int?)row.Number("ReceiverTeam"),
        IsStopped = row.Flag("IsStopped"),
        Of = Read(row.Text("Of")),
        Slips = Read(row.Text("Slip")),
        Parts = Read(row.Text("Parts")),
        From = row.Text("From") is { } from ? Columns.Date(from) : null,
        To = row.Text("To") is { } to ? Columns.Date(to) : null,
        CountedAs = row.Text("CountedAs"),
        Due = row.Text("Due") is { } due ? Columns.Date(due) : null,
        ClosedAt = row.Time("ClosedAt"),
        ETag = row.ETag,
    };

    public static Row ToRow(string number, SealedStep step, Envelope? words)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["At"] = step.At,
            ["By"] = step.By,
            ["Name"] = step.Name,
            ["Act"] = step.Act.ToString(),
        };
        columns.Set("With", Lines([.. step.With.Select(area => area.Value)]));
        words?.Set(columns);
        return new(HistoryKey(number, step.Number), columns);
    }

    public static SealedStep ToStep(Row row) => new(
        int.Parse(row.Key.AsSpan(row.Key.LastIndexOf('|') + 1), CultureInfo.InvariantCulture),
        row.Time("At") ?? default,
        row.Required("By"),
        row.Required("Name"),
        Enum.Parse<SealedAct>(row.Required("Act")),
        row.Text("Cipher") is not null)
    {
        With = [.. Read(row.Text("With")).Select(AreaCode.Parse)],
    };

    public static Row ToRow(string key, Envelope envelope)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal);
        envelope.Set(columns);
        return new(key, columns);
    }

    /// <param name="id">Makes two at one moment two.</param>
    public static Row ToLookRow(string number, SealedLook look, string id)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["By"] = look.By,
            ["Name"] = look.Name,
            ["At"] = look.At,
            ["What"] = look.What.ToString(),
        };
        columns.Set("Why", look.Why);
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{LooksPrefix(number)}{long.MaxValue - look.At.ToUnixTimeTicks():0000000000000000000}|{KeyPart.Of(id)}"),
            columns);
    }

    public static SealedLook ToLook(Row row) => new(
        row.Required("By"),
        row.Required("Name"),
        row.Time("At") ?? default,
        Enum.Parse<SealedLookAt>(row.Required("What")),
        row.Text("Why"));

    /// <summary>The same look by its day, until it is gone through.</summary>
    public static Row ToLookOfDay(LookOfDay look, string id)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = look.Number,
            ["By"] = look.By,
            ["At"] = look.At,
        };
        columns.Set("IsHandler", look.IsHandler);
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{RowKeys.Sealed.LookDays}{Columns.Date(BeijingTime.Today(look.At))}|{look.Number}|{KeyPart.Of(id)}"),
            columns);
    }

    public static LookOfDay ToLookOfDay(Row row) => new(
        row.Required("Number"),
        row.Required("By"),
        row.Time("At") ?? default,
        row.Columns.ContainsKey("IsHandler") ? row.Flag("IsHandler") : null);

    /// <summary>Who opened a text or an identity: kept as long as its record.</summary>
    public static bool IsEvidence(Row row) => row.Key.StartsWith(RowKeys.Sealed.Looks, StringComparison.Ordinal)
        && row.Text("What") is nameof(SealedLookAt.Text) or nameof(SealedLookAt.Identity);

    private static string? Lines(IReadOnlyList<string> ids) => ids.Count == 0 ? null : string.Join('\n', ids);

    private static IReadOnlyList<string> Read(string? lines) => lines?.Split('\n') ?? [];
}

/// <summary>
/// When whom to remind of a record, in the table of matters, where the sweep of reminders looks: a number, what is to be
/// done and by when, and nothing else.
/// </summary>
/// <param name="Step">Of the record; the row of an earlier step does not replace that of a later one.</param>
/// <param name="Reminded">Of the moments at which it is reminded of, those up to here are over.</param>
internal sealed record SealedNotice(string Number, int Step, LocalDate? Due, Instant Reminded, Instant? NextReminder)
{
    public string? ETag { get; init; }

    /// <summary>Beijing date of which those concerned are told the evening before.</summary>
    public LocalDate? Begins { get; init; }

    /// <summary>Looked at each morning until it can go on.</summary>
    public bool Waits { get; init; }

    public SubjectKey Key => new(SealedRecord.KindName, Number);

    public static string RowKey(string number) => RowKeys.Matters.SealedNotices + number;

    public Row ToRow()
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Step"] = (long)Step,
            ["Reminded"] = Reminded,
        };
        columns.Set("Due", Due is { } due ? Columns.Date(due) : null);
        columns.Set("NextReminder", NextReminder);
        columns.Set("Begins", Begins is { } begins ? Columns.Date(begins) : null);
        columns.Set("Waits", Waits ? true : null);
        return new(RowKey(Number), columns);
    }

    public static SealedNotice Of(Row row) => new(
        row.Key[RowKeys.Matters.SealedNotices.Length..],
        (int)(row.Number("Step") ?? 0),
        row.Text("Due") is { } due ? Columns.Date(due) : null,
        row.Time("Reminded") ?? default,
        row.Time("NextReminder"))
    {
        Begins = row.Text("Begins") is { } begins ? Columns.Date(begins) : null,
        Waits = row.Flag("Waits"),
        ETag = row.ETag,
    };
}
