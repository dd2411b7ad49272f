using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Sets;

/// <summary>
/// The rows of self-checks, in the partition of their city: <c>ZA|number</c> the round, <c>ZB|number.01</c> what one of its
/// places says.
/// </summary>
public static class SelfCheckRows
{
    public const string Table = RowKeys.Matters.Table;

    /// <summary>Of a round, or of one of its places.</summary>
    public static string Key(MatterNumber number) =>
        (number.IsChild ? RowKeys.Matters.SelfCheckAnswers : RowKeys.Matters.SelfChecks) + number.Key;

    public static string PlacesPrefix(MatterNumber round) => $"{RowKeys.Matters.SelfCheckAnswers}{round.Key}.";

    public static Row ToRow(SelfCheckRound round)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = round.Number.Key,
            ["Problem"] = round.Problem,
            ["Places"] = string.Join(',', round.Places.Select(place => place.Value)),
            ["Due"] = Columns.Date(round.Due),
            ["By"] = round.By,
            ["ByName"] = round.ByName,
            ["AskedAt"] = round.AskedAt,
        };
        columns.Set("Topic", round.Topic);
        columns.Set("Origin", round.Origin?.Key);
        columns.SetCampaign(round.Campaign);
        columns.Set("Team", (long?)round.Team);
        columns.Set("NextReminder", round.NextReminder);
        return new(Key(round.Number), columns);
    }

    public static SelfCheckRound ToRound(Row row) => new()
    {
        Number = MatterNumber.Parse(row.Required("Number")),
        Problem = row.Required("Problem"),
        Places = [.. row.Required("Places").Split(',').Select(AreaCode.Parse)],
        Due = Columns.Date(row.Required("Due")),
        By = row.Required("By"),
        ByName = row.Required("ByName"),
        AskedAt = row.Time("AskedAt") ?? default,
        Topic = row.Text("Topic"),
        Origin = Number(row, "Origin"),
        Campaign = ToCampaign(row),
        Team = (int?)row.Number("Team"),
        NextReminder = row.Time("NextReminder"),
        ETag = row.ETag,
    };

    public static Row ToRow(SelfCheck check)
    {
        var columns = new Dictionary<string, object>(Columns.Many, StringComparer.Ordinal)
        {
            ["Number"] = check.Number.Key,
            ["Place"] = check.Place.Value,
            ["Problem"] = check.Problem,
            ["Due"] = Columns.Date(check.Due),
            ["ByName"] = check.ByName,
            ["AskedAt"] = check.AskedAt,
            ["State"] = check.State.ToString(),
            ["PolicyVersion"] = (long)check.PolicyVersion,
            ["LastEntry"] = (long)check.LastEntry,
        };
        columns.Set("Topic", check.Topic);
        columns.Set("Origin", check.Origin?.Key);
        columns.SetCampaign(check.Campaign);
        columns.Set("Team", (long?)check.Team);
        columns.Set("Note", check.Note);
        columns.Set("AnsweredBy", check.AnsweredBy);
        columns.Set("AnsweredByName", check.AnsweredByName);
        columns.Set("AnsweredAt", check.AnsweredAt);
        columns.Set("PlannedFor", check.PlannedFor is { } day ? Columns.Date(day) : null);
        columns.Set("Matter", check.Matter?.Key);
        columns.Set("Set", check.Set?.Key);
        columns.Set("RemindedThrough", check.RemindedThrough);
        columns.Set("NextReminder", check.NextReminder);
        columns.Set("Passed", check.Passed.Count == 0 ? null : string.Join(';', check.Passed.Select(Words)));
        return new(Key(check.Number), columns);
    }

    public static SelfCheck ToCheck(Row row) => new()
    {
        Number = MatterNumber.Parse(row.Required("Number")),
        Place = AreaCode.Parse(row.Required("Place")),
        Problem = row.Required("Problem"),
        Due = Columns.Date(row.Required("Due")),
        ByName = row.Required("ByName"),
        AskedAt = row.Time("AskedAt") ?? default,
        State = Enum.Parse<SelfCheckState>(row.Required("State")),
        PolicyVersion = (int)(row.Number("PolicyVersion") ?? 1),
        LastEntry = (int)(row.Number("LastEntry") ?? 0),
        Topic = row.Text("Topic"),
        Origin = Number(row, "Origin"),
        Campaign = ToCampaign(row),
        Team = (int?)row.Number("Team"),
        Note = row.Text("Note"),
        AnsweredBy = row.Text("AnsweredBy"),
        AnsweredByName = row.Text("AnsweredByName"),
        AnsweredAt = row.Time("AnsweredAt"),
        PlannedFor = row.Text("PlannedFor") is { } day ? Columns.Date(day) : null,
        Matter = Number(row, "Matter"),
        Set = Number(row, "Set"),
        RemindedThrough = row.Time("RemindedThrough"),
        NextReminder = row.Time("NextReminder"),
        Passed = [.. row.Text("Passed")?.Split(';').Select(ToPassed) ?? []],
        ETag = row.ETag,
    };

    /// <summary>The columns of a campaign, of a round, of what a place says, and of a set.</summary>
    internal static void SetCampaign(this Dictionary<string, object> columns, Campaign? campaign)
    {
        columns.Set("Campaign", campaign?.Key);
        columns.Set("CampaignTitle", campaign?.Title);
        columns.Set("CampaignUntil", campaign is null ? null : Columns.Date(campaign.Until));
        columns.Set("Lead", campaign?.Lead?.Value);
    }

    internal static Campaign? ToCampaign(Row row) => row.Text("Campaign") is { } key
        ? new(
            key,
            row.Required("CampaignTitle"),
            Columns.Date(row.Required("CampaignUntil")),
            row.Text("Lead") is { } lead ? AreaCode.Parse(lead) : null)
        : null;

    private static MatterNumber? Number(Row row, string column) =>
        row.Text(column) is { } number ? MatterNumber.Parse(number) : null;

    private static string Words(RulePassed passed) =>
        string.Create(CultureInfo.InvariantCulture, $"{passed.Rule} {passed.Day} {passed.Since.ToUnixTimeTicks()}");

    private static RulePassed ToPassed(string text)
    {
        var parts = text.Split(' ');
        return new(
            Enum.Parse<ReminderName>(parts[0]),
            NodaTime.Instant.FromUnixTimeTicks(long.Parse(parts[2], CultureInfo.InvariantCulture)),
            int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
