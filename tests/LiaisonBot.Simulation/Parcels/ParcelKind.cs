using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Simulation.Parcels;

/// <summary>
/// The parcel as a kind of subject: its rows <c>p|parcel:number</c> and its history <c>E|parcel:number|0001</c>, and
/// what is said of it.
/// </summary>
internal sealed class ParcelKind(ITableStore store) : IRemindedKind
{
    public const string Prefix = "p|";

    public string Kind => Parcel.KindName;

    public bool Knows(OutboxMessage message) =>
        Enum.TryParse<ParcelAct>(message.What, out _)
            || message.What is OutboxMessage.Remind or OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => message.What is nameof(ParcelAct.Send) or nameof(ParcelAct.Forward);

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        await store.ReadAsync(RowKeys.Matters.Table, key.City.Value, Rows + key.Text, cancellationToken) is { } row
            ? ToParcel(row)
            : null;

    public string Rows => Prefix;

    public IReminded ToReminded(Row row) => ToParcel(row);

    public RemindedChanges Remind(Row row, ReminderDecision decision, ReminderContext context)
    {
        var before = ToParcel(row);
        var after = before with
        {
            Passed = decision.Passed,
            RemindedThrough = decision.Through ?? before.RemindedThrough
        };
        var entries = new List<Change>();
        foreach (var given in decision.Given)
        {
            after = after with { LastEntry = after.LastEntry + 1 };
            entries.Add(new Change.Insert(Entry(
                after,
                OutboxMessage.Remind,
                ReminderRules.System,
                context.Now,
                EnumWords.Written(given.Of.Rule))));
        }

        return new([.. Changes(row, after, context), .. entries], after.LastEntry);
    }

    /// <summary>Its row and when it is reminded of next.</summary>
    /// <param name="before">Null for a new one.</param>
    public static IEnumerable<Change> Changes(Row? before, Parcel after, ReminderContext context)
    {
        var next = Schedule.Next(
            after,
            context.Policies.Of(after.PolicyVersion),
            context.Calendar,
            after.RemindedSince)?.At;
        var row = ToRow(after with { NextReminder = next });
        yield return before is null ? new Change.Insert(row) : new Change.Replace(row, before.ETag!);
        if (before?.Time("NextReminder") is { } planned
            && planned != next) yield return new Change.Delete(ReminderRows.Key(planned, after.Key));
        if (next is { } at) yield return new Change.Upsert(ReminderRows.ToRow(at, after.Key));
    }

    public static Row Entry(Parcel parcel, string act, string actor, Instant at, string? note)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = parcel.Key.Text,
            ["Sequence"] = (long)parcel.LastEntry,
            ["At"] = at,
            ["Act"] = act,
            ["Actor"] = actor,
            ["Due"] = Columns.Date(parcel.Due),
            ["Area"] = parcel.Place.Value,
        };
        columns.Set("Note", note);
        return new($"{RowKeys.Matters.History}{parcel.Key.Text}|{parcel.LastEntry:0000}", columns);
    }

    public static Parcel ToParcel(Row row) => new()
    {
        Key = SubjectKey.Parse(row.Required("Number")),
        Place = AreaCode.Parse(row.Required("Area")),
        Team = (int?)row.Number("Team"),
        State = Enum.Parse<ParcelState>(row.Required("State")),
        IsUrgent = row.Text("Urgency") == "Urgent",
        PolicyVersion = (int)(row.Number("PolicyVersion") ?? 1),
        Due = Columns.Date(row.Required("Due")),
        SentAt = row.Time("SentAt")!.Value,
        AtPlaceSince = row.Time("AtPlaceSince")!.Value,
        RemindedThrough = row.Time("RemindedThrough"),
        Passed = [.. row.Text("Passed")?.Split(';').Select(ToPassed) ?? []],
        NextReminder = row.Time("NextReminder"),
        LastEntry = (int)(row.Number("LastEntry") ?? 0),
    };

    private static Row ToRow(Parcel parcel)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = parcel.Key.Text,
            ["Area"] = parcel.Place.Value,
            ["State"] = parcel.State.ToString(),
            ["Urgency"] = parcel.IsUrgent ? "Urgent" : "Normal",
            ["PolicyVersion"] = (long)parcel.PolicyVersion,
            ["Due"] = Columns.Date(parcel.Due),
            ["SentAt"] = parcel.SentAt,
            ["AtPlaceSince"] = parcel.AtPlaceSince,
            ["LastEntry"] = (long)parcel.LastEntry,
        };
        columns.Set("Team", (long?)parcel.Team);
        columns.Set("RemindedThrough", parcel.RemindedThrough);
        columns.Set("Passed", parcel.Passed.Count == 0 ? null : string.Join(';', parcel.Passed.Select(Words)));
        columns.Set("NextReminder", parcel.NextReminder);
        return new(Prefix + parcel.Key.Text, columns);
    }

    private static string Words(RulePassed passed) =>
        string.Create(CultureInfo.InvariantCulture, $"{passed.Rule} {passed.Day} {passed.Since.ToUnixTimeTicks()}");

    private static RulePassed ToPassed(string text)
    {
        var parts = text.Split(' ');
        return new(
            Enum.Parse<ReminderName>(parts[0]),
            Instant.FromUnixTimeTicks(long.Parse(parts[2], CultureInfo.InvariantCulture)),
            int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
