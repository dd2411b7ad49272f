using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Simulation.Judging;

/// <summary>Working days, counted one by one by the texts of the notices.</summary>
internal sealed class Days
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;
    private static readonly LocalTime Morning = new(8, 30);

    private readonly Dictionary<LocalDate, bool> worked = [];

    /// <param name="notices">By their years; a line is <c>first..last,off or work,name</c>.</param>
    public Days(IEnumerable<KeyValuePair<int, string>> notices)
    {
        foreach (var (_, text) in notices.OrderBy(notice => notice.Key))
            foreach (var line in text.Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => line[0] != '#'))
            {
                var parts = line.Split(',');
                var ends = parts[0].Split("..");
                for (var day = DatePattern.Parse(ends[0]).Value;
                    day <= DatePattern.Parse(ends[^1]).Value;
                    day = day.PlusDays(1)) worked[day] = parts[1] == "work";
            }
    }

    public static LocalDate Of(Instant at) => (at + Duration.FromHours(8)).InUtc().Date;

    public static LocalTime TimeOf(Instant at) => (at + Duration.FromHours(8)).InUtc().TimeOfDay;

    public static Instant MorningOf(LocalDate day) => day.At(Morning).InUtc().ToInstant() - Duration.FromHours(8);

    public bool IsWorked(LocalDate day) =>
        worked.TryGetValue(day, out var said) ? said : day.DayOfWeek < IsoDayOfWeek.Saturday;

    /// <summary>The next working day after a day, or before it.</summary>
    public LocalDate Next(LocalDate day, int direction = 1)
    {
        do day = day.PlusDays(direction);
        while (!IsWorked(day));
        return day;
    }

    /// <summary>
    /// The nth working day after a day, or before it; the day itself for 0, or the last working day before it.
    /// </summary>
    public LocalDate Nth(LocalDate day, int n)
    {
        if (n == 0) return IsWorked(day) ? day : Next(day, -1);
        for (var left = Math.Abs(n); left > 0; left--) day = Next(day, Math.Sign(n));
        return day;
    }
}
