using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Core.People;

/// <summary>
/// The rows of the directory, one partition a province (its 2-digit code), read as one range: <c>C|person</c> where
/// their chat is, <c>D|first day|kind|code</c> a change of the division, <c>F|office</c> and <c>F|demo</c> what a start
/// entered once, <c>H|person</c> somebody who left, <c>L|reminders</c> the limits of what people set for themselves,
/// <c>N|year|version</c> and <c>J|year|version</c> the calendar (<see cref="People.CalendarRows"/>), <c>P|person</c> a
/// person, <c>R|conversation</c> a room that is bound to a city, <c>S|…</c> what is still to be told or passed on of a
/// change of people (<see cref="People.PeopleNewsRows"/>), <c>U|code</c> a unit that the office added, <c>V|first
/// day|area|team</c> a visit. Behind that range lie jobs (<c>JobRows</c>) and links (<c>LinkService</c>).
/// </summary>
public static class DirectoryRows
{
    public const string Table = RowKeys.Directory.Table;

    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Key of the row that says who was the first of the office, and since when.</summary>
    public const string FirstOfOffice = RowKeys.Directory.Firsts + "office";

    public static string PersonKey(string id) => RowKeys.Directory.People + KeyPart.Of(id);

    public static string ChatKey(string personId) => RowKeys.Directory.Chats + KeyPart.Of(personId);

    public static string FormerKey(string personId) => RowKeys.Directory.Former + KeyPart.Of(personId);

    public static string RoomKey(string conversation) => RowKeys.Directory.Rooms + KeyPart.Of(conversation);

    public static string UnitKey(AreaCode code) => RowKeys.Directory.Units + code.Value;

    public static Row ToRow(Person p)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Id"] = p.Id,
            ["Name"] = p.Name,
            ["Grants"] = string.Join(';', p.Grants),
        };
        columns.Set("ObjectId", p.ObjectId);
        columns.Set("SignInName", p.SignInName);
        columns.Set("JobTitle", p.JobTitle);
        columns.Set("Phone", p.Phone);
        columns.Set("HomeUnit", p.HomeUnit);
        columns.Set("Recusals", p.Recusals.Count > 0 ? string.Join(',', p.Recusals) : null);
        columns.Set("Formerly", p.Formerly.Count > 0 ? string.Join('\n', p.Formerly) : null);
        columns.Set("ClaimedBy", p.Claim?.Account);
        columns.Set("ClaimedAt", p.Claim?.At);
        columns.Set("Language", p.Preferences.Language?.ToString());
        columns.Set("DigestTime", Time(p.Preferences.DigestTime));
        columns.Set("QuietFrom", Time(p.Preferences.QuietFrom));
        columns.Set("QuietTo", Time(p.Preferences.QuietTo));
        return new(PersonKey(p.Id), columns);
    }

    public static Person ToPerson(Row row) => new(
        row.Required("Id"),
        row.Required("Name"),
        row.Text("ObjectId"),
        row.Text("SignInName"),
        [.. row.Required("Grants").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Grant.Parse)],
        new(
            ToLanguage(row),
            Time(row.Text("DigestTime")),
            Time(row.Text("QuietFrom")),
            Time(row.Text("QuietTo"))))
    {
        Formerly = row.Text("Formerly")?.Split('\n') ?? [],
        Claim = row.Text("ClaimedBy") is { } account ? new(account, row.Time("ClaimedAt") ?? default) : null,
        JobTitle = row.Text("JobTitle"),
        Phone = row.Text("Phone"),
        HomeUnit = row.Text("HomeUnit"),
        Recusals = [.. row.Text("Recusals")?.Split(',').Select(AreaCode.Parse) ?? []],
    };

    public static Row ToFirstOfOffice(Person first, Instant at) =>
        new(
            FirstOfOffice,
            new Dictionary<string, object>(StringComparer.Ordinal) { ["Person"] = first.Id, ["At"] = at });

    public static Row ToRow(FormerPerson f)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Id"] = f.Id,
            ["Name"] = f.Name,
            ["Role"] = f.Role.ToString(),
            ["LeftAt"] = f.LeftAt
        };
        columns.Set("SignInName", f.SignInName);
        columns.Set("Account", f.Account);
        columns.Set("Formerly", f.Formerly.Count > 0 ? string.Join('\n', f.Formerly) : null);
        if (f.ReceiptsCleared)
        {
            columns["ReceiptsCleared"] = true;
        }

        if (f.Clearing is not { } clearing)
        {
            return new(FormerKey(f.Id), columns);
        }

        columns["Clearing"] = clearing.Kind.ToString();
        columns["ClearedAs"] = clearing.Id;
        columns["ClearedSince"] = clearing.Since;
        columns["Place"] = (long)clearing.Place;
        columns.Set("After", clearing.After);
        if (clearing.Found)
        {
            columns["Found"] = true;
        }

        columns.Set(SendLease.LeasedBy, clearing.Claim?.By);
        columns.Set(SendLease.LeasedAt, clearing.Claim?.At);
        return new(FormerKey(f.Id), columns);
    }

    public static FormerPerson ToFormer(Row row) => new(
        row.Required("Id"),
        row.Required("Name"),
        row.Text("SignInName"),
        row.Text("Account"),
        Enum.Parse<Role>(row.Required("Role")),
        row.Time("LeftAt") ?? default,
        row.Flag("ReceiptsCleared"),
        row.Text("Clearing") is { } kind
            ? new(
                Enum.Parse<ClearingKind>(kind),
                row.Required("ClearedAs"),
                row.Time("ClearedSince") ?? default,
                (int)(row.Number("Place") ?? 0),
                row.Text("After"),
                row.Flag("Found"),
                SendLease.Of(row))
            : null)
    {
        Formerly = row.Text("Formerly")?.Split('\n') ?? [],
        ETag = row.ETag,
    };

    public static Row ToRow(Chat c)
    {
        var columns = ColumnsOf(c.Address, c.Reachable);
        columns["Person"] = c.PersonId;
        columns.Set("Since", c.Since);
        columns.Set("Account", c.Account);
        columns.Set("Language", c.Language?.ToString());
        return new(ChatKey(c.PersonId), columns);
    }

    public static Chat ToChat(Row row) =>
        new(
            row.Required("Person"),
            ToAddress(row, ChatKind.Personal),
            row.Flag("Reachable"),
            row.Time("Since"),
            ToLanguage(row),
            row.Text("Account"));

    public static Row ToRow(Room r)
    {
        var columns = ColumnsOf(r.Address, r.Reachable);
        columns["City"] = r.City.Value;
        columns["Kind"] = r.Address.Kind.ToString();
        columns["BoundBy"] = r.BoundBy;
        columns["BoundAt"] = r.BoundAt;
        return new(RoomKey(r.Id), columns);
    }

    public static Room ToRoom(Row row) => new(
        AreaCode.Parse(row.Required("City")),
        ToAddress(row, Enum.Parse<ChatKind>(row.Required("Kind"))),
        row.Required("BoundBy"),
        row.Time("BoundAt") ?? default,
        row.Flag("Reachable"));

    private static Dictionary<string, object> ColumnsOf(ChatAddress address, bool reachable)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Channel"] = address.ChannelId,
            ["ServiceUrl"] = address.ServiceUrl,
            ["Conversation"] = address.ConversationId,
            ["User"] = address.UserId,
            ["Bot"] = address.BotId,
            ["Reachable"] = reachable,
        };
        columns.Set("Tenant", address.TenantId);
        return columns;
    }

    private static ChatAddress ToAddress(Row row, ChatKind kind) => new(
        row.Required("Channel"),
        row.Required("ServiceUrl"),
        row.Required("Conversation"),
        row.Required("User"),
        row.Required("Bot"),
        row.Text("Tenant"),
        kind);

    public static Row ToRow(Area unit) =>
        new(UnitKey(unit.Code), new Dictionary<string, object>(StringComparer.Ordinal) { ["Name"] = unit.Name });

    public static Area ToUnit(Row row) => new(AreaCode.Parse(row.Key[2..]), row.Required("Name"));

    public static Row ToRow(AreaChange c)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Kind"] = c.Kind.ToString(),
            ["On"] = Columns.Date(c.On),
            ["Code"] = c.Code.Value,
            ["Name"] = c.Name,
            ["What"] = c.What,
            ["ByName"] = c.ByName,
            ["At"] = c.At,
        };
        columns.Set("Into", c.Into?.Value);
        return new($"{RowKeys.Directory.AreaChanges}{Columns.Date(c.On)}|{c.Kind}|{c.Code}", columns);
    }

    public static AreaChange ToAreaChange(Row row) => new(
        Columns.Date(row.Required("On")),
        Enum.Parse<AreaChangeKind>(row.Required("Kind")),
        AreaCode.Parse(row.Required("Code")),
        row.Required("Name"),
        row.Text("Into") is { } into ? AreaCode.Parse(into) : null,
        row.Required("What"),
        row.Required("ByName"),
        row.Time("At") ?? default);

    public static Row ToRow(Visit v)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Team"] = (long)v.Team,
            ["Area"] = v.Area.Value,
            ["From"] = Columns.Date(v.From),
            ["To"] = Columns.Date(v.To),
            ["Kind"] = v.Kind.ToString(),
            ["State"] = v.State.ToString(),
            ["ByHand"] = v.ByHand,
        };
        if (v.Group is { } group)
        {
            columns["Group"] = (long)group;
        }

        columns.Set("ApprovalNumber", v.ApprovalNumber);
        columns.Set("AnnouncedOn", v.AnnouncedOn is { } day ? Columns.Date(day) : null);
        columns.Set("Reason", v.Reason);
        columns.Set("Steps", v.Steps);
        columns.Set("Profile", (long?)v.Profile);
        columns.Set("Table", v.Table);
        columns.Set("Arrival", v.Arrival);
        columns.Set("ArrivalMatter", v.ArrivalMatter);
        columns.Set("ArrivalTold", v.ArrivalTold);
        columns.Set("Phone", v.Reception?.Phone);
        columns.Set("Boxes", v.Reception?.Boxes);
        columns.Set("Hours", v.Reception?.Hours);
        columns.Set("AcceptsUntil", v.Reception is { } reception ? Columns.Date(reception.Until) : null);
        return new(VisitKey(v), columns);
    }

    /// <summary>Two that begin on one day in one place differ by team, group or kind.</summary>
    public static string VisitKey(Visit v) => v.Key.Length > 0
        ? v.Key
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{RowKeys.Directory.Visits}{Columns.Date(v.From)}|{v.Area}|{v.Team:00}|{v.Group ?? 0}|{v.Kind}");

    public static Visit ToVisit(Row row) => new(
        (int)(row.Number("Team") ?? 0),
        AreaCode.Parse(row.Required("Area")),
        Columns.Date(row.Required("From")),
        Columns.Date(row.Required("To")),
        Enum.Parse<VisitKind>(row.Required("Kind")))
    {
        Key = row.Key,
        Reception = row.Text("AcceptsUntil") is { } until
            ? new(row.Text("Phone"), row.Text("Boxes"), row.Text("Hours"), Columns.Date(until))
            : null,
        Group = (int?)row.Number("Group"),
        State = row.Text("State") is { } state ? Enum.Parse<VisitState>(state) : VisitState.Announced,
        ApprovalNumber = row.Text("ApprovalNumber"),
        AnnouncedOn = row.Text("AnnouncedOn") is { } day ? Columns.Date(day) : null,
        Reason = row.Text("Reason"),
        Steps = row.Text("Steps"),
        Profile = (int?)row.Number("Profile"),
        Table = row.Text("Table"),
        Arrival = row.Text("Arrival"),
        ArrivalMatter = row.Text("ArrivalMatter"),
        ArrivalTold = row.Text("ArrivalTold"),
        ByHand = row.Flag("ByHand"),
    };

    public static Row ToRow(Training t) =>
        new(RowKeys.Directory.Trainings + t.Id, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["On"] = Columns.Date(t.On),
            ["Subject"] = t.Subject,
            ["Present"] = string.Join('\n', t.Present),
        });

    public static Training ToTraining(Row row) => new(
        row.Key[RowKeys.Directory.Trainings.Length..],
        Columns.Date(row.Required("On")),
        row.Required("Subject"),
        row.Text("Present")?.Split('\n') ?? []);

    public static Row ToRow(ReminderLimits limits) =>
        new(RowKeys.Directory.Limits + "reminders", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["EarliestDigest"] = TimePattern.Format(limits.EarliestDigest),
            ["LatestDigest"] = TimePattern.Format(limits.LatestDigest),
            ["LongestQuiet"] = (long)limits.LongestQuiet,
        });

    public static Row ToRow(IReadOnlyList<string> topics) =>
        new(
            RowKeys.Directory.Topics + "list",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["Topics"] = string.Join('\n', topics) });

    public static IReadOnlyList<string> ToTopics(Row row) => row.Required("Topics").Split('\n');

    public static ReminderLimits ToLimits(Row row) => new(
        Time(row.Required("EarliestDigest"))!.Value,
        Time(row.Required("LatestDigest"))!.Value,
        (int)(row.Number("LongestQuiet") ?? ReminderLimits.Default.LongestQuiet));

    private static Language? ToLanguage(Row row) =>
        row.Text("Language") is { } language ? Enum.Parse<Language>(language) : null;

    private static string? Time(LocalTime? time) => time is { } t ? TimePattern.Format(t) : null;

    private static LocalTime? Time(string? text) => text is null ? null : TimePattern.Parse(text).Value;
}
