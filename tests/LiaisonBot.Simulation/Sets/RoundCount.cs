using System.Globalization;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation.Sets;

/// <summary>What a round of rectification asked of its counties, by county and week.</summary>
/// <param name="first">A Monday, on which the first week begins.</param>
internal sealed class RoundCount(LocalDate first)
{
    private readonly Dictionary<(string County, int Week), int> asks = [];
    private readonly Dictionary<(string County, LocalDate Day), int> pushes = [];
    private readonly Dictionary<string, int> atOnce = new(StringComparer.Ordinal);
    private int digests;

    /// <summary>Counties with a feedback.</summary>
    public HashSet<string> Counties { get; } = new(StringComparer.Ordinal);

    /// <summary>Signatures that were asked for and given.</summary>
    public int Signatures { get; set; }

    /// <summary>Commands that the rules refused, by reason.</summary>
    public Dictionary<string, int> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>A message or digest came to somebody; counted for the first officer of a county.</summary>
    public void Sent(Letter letter, LocalDate day)
    {
        if (letter.To.Id.Split('-') is not ["county", var county, "0"] || !Counties.Contains(county))
        {
            return;
        }

        pushes[(county, day)] = pushes.GetValueOrDefault((county, day)) + 1;
        if (letter.IsDigest)
        {
            digests++;
        }
        else
        {
            var what = letter.Notices[0].What;
            atOnce[what] = atOnce.GetValueOrDefault(what) + 1;
        }
    }

    /// <summary>Something was asked of a place: a row of the burden.</summary>
    public void Asked(Row ask, LocalDate day)
    {
        if (ask.Text("Area") is { } county && Counties.Contains(county))
        {
            asks[(county, WeekOf(day))] = asks.GetValueOrDefault((county, WeekOf(day))) + 1;
        }
    }

    /// <summary>The numbers, a line each.</summary>
    public IEnumerable<string> Lines()
    {
        var counties = Counties.Count;
        var weeks = asks.Keys.Select(key => key.Week).Concat(pushes.Keys.Select(key => WeekOf(key.Day))).DefaultIfEmpty().Max() + 1;
        var byWeek = pushes.GroupBy(one => (one.Key.County, Week: WeekOf(one.Key.Day)))
            .ToDictionary(of => of.Key, of => of.Sum(one => one.Value));
        yield return Say("pushes to an officer", pushes.Values.Sum(), byWeek.Values, counties, weeks);
        yield return Say("asks", asks.Values.Sum(), asks.Values, counties, weeks);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"  digests {(double)digests / counties:0.0} a county, at once {(double)atOnce.Values.Sum() / counties:0.0}: {string.Join(", ", atOnce.OrderByDescending(one => one.Value).Select(one => $"{one.Key} {(double)one.Value / counties:0.0}"))}");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"  days with a push {(double)pushes.Count / counties:0.0} a county, with more than one {(double)pushes.Values.Count(n => n > 1) / counties:0.0}, the most on a day {pushes.Values.DefaultIfEmpty().Max()}; signatures {(double)Signatures / counties:0.0}");
        if (Refused.Count > 0)
        {
            yield return $"  refused: {string.Join(", ", Refused.Select(one => $"{one.Key} {one.Value}"))}";
        }
    }

    private static string Say(string what, int all, IEnumerable<int> weekly, int counties, int weeks)
    {
        var ordered = weekly.Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {what}: {(double)all / counties:0.0} a county in {weeks} weeks, {(double)all / counties / weeks:0.00} a week, in the busiest week of a county {(ordered.Count == 0 ? 0 : ordered[^1])}");
    }

    private int WeekOf(LocalDate day) => Period.DaysBetween(first, day) / 7;
}
