using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Core.Storage;

/// <summary>How values stand in columns beyond the types that a store knows, and how they are read back.</summary>
public static class Columns
{
    /// <summary>Room for the columns of a small row without growing: growing costs more than the room.</summary>
    internal const int Few = 17;

    /// <summary>Of a matter's row.</summary>
    internal const int Many = 37;

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;

    /// <summary>A date as it is stored: <c>2026-11-30</c>.</summary>
    public static string Date(LocalDate date) => DatePattern.Format(date);

    /// <exception cref="FormatException">It is none.</exception>
    public static LocalDate Date(string text) =>
        LocalDate.FromDateOnly(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A column that every row of its kind has.</summary>
    /// <exception cref="InvalidDataException">The row has none.</exception>
    public static string Required(this Row row, string column) =>
        row.Text(column) ?? throw new InvalidDataException($"Row {row.Key} has no column {column}.");

    /// <summary>Adds a column; null adds none.</summary>
    public static void Set(this IDictionary<string, object> columns, string name, object? value)
    {
        if (value is not null)
        {
            columns[name] = value;
        }
    }
}
