using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.People;

/// <summary>
/// The rows of the calendar among those of the directory, so that both are read at once: <c>N|year|version</c> an
/// imported notice, <c>J|year|version</c> open matters that are still to be looked at after it.
/// </summary>
public static class CalendarRows
{
    public const string Notices = RowKeys.Directory.Notices;

    public const string Recountings = RowKeys.Directory.Recountings;

    public static string NoticeKey(int year, int version) => Key(Notices, year, version);

    public static string RecountingKey(int year, int version) => Key(Recountings, year, version);

    public static Row ToRow(ImportedHolidayNotice n) => new(NoticeKey(
        n.Notice.Year,
        n.Version), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Year"] = (long)n.Notice.Year,
            ["Version"] = (long)n.Version,
            ["Text"] = n.Notice.ToText(),
            ["By"] = n.By,
            ["ByName"] = n.ByName,
            ["At"] = n.At,
            ["Command"] = n.CommandId,
        });

    public static ImportedHolidayNotice ToNotice(Row row)
    {
        var year = (int)(row.Number("Year") ?? 0);
        return HolidayNotice.TryParse(year, row.Required("Text"), out var notice, out var error)
            ? new(
                notice,
                (int)(row.Number("Version") ?? 0),
                row.Required("By"),
                row.Required("ByName"),
                row.Time("At") ?? default,
                row.Required("Command"))
            : throw new InvalidDataException($"Row {row.Key}, {error}.");
    }

    public static Row ToRow(Recounting r) => new(RecountingKey(
        r.Year,
        r.Version), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Year"] = (long)r.Year,
            ["Version"] = (long)r.Version,
            ["By"] = r.By,
            ["ByName"] = r.ByName,
            ["At"] = r.At,
            ["Settling"] = r.Settling,
        });

    public static Recounting ToRecounting(Row row) => new(
        (int)(row.Number("Year") ?? 0),
        (int)(row.Number("Version") ?? 0),
        row.Required("By"),
        row.Required("ByName"),
        row.Time("At") ?? default,
        row.Flag("Settling"),
        row.ETag);

    private static string Key(string kind, int year, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}{year:0000}|{version:0000}");
}
