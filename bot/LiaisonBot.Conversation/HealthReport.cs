using System.Globalization;
using System.Text.Json.Nodes;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Health;
using NodaTime;

namespace LiaisonBot.Conversation;

/// <summary>What <c>/health</c> answers, in every host: 200 when healthy, else 503. For machines; without names.</summary>
public static class HealthReport
{
    /// <param name="storage">Where the data is, in a word: <c>sqlite</c>, <c>tables</c>.</param>
    public static (int Status, JsonObject Body) Of(HealthFacts facts, string version, string storage, bool demo)
    {
        var body = new JsonObject
        {
            ["status"] = facts.IsHealthy ? "ok" : "unhealthy",
            ["version"] = version,
            ["storage"] = storage,
            ["demo"] = demo,
            ["undelivered"] = facts.Undelivered,
            ["oldestUndeliveredSeconds"] = Seconds(facts.OldestUndelivered),
            ["waiting"] = facts.Waiting,
            ["lastSweep"] = facts.LastSweep is { } at ? Moment(at) : null,
            ["sweepLagSeconds"] = Seconds(facts.SweepLag),
            ["sweepFailures"] = facts.SweepFailures,
            ["provisionalYears"] = new JsonArray([.. facts.ProvisionalYears.Select(year => JsonValue.Create(year))]),
            ["now"] = Moment(facts.Now),
        };
        if (!facts.IsHealthy) body["why"] = $"The last sweep is {Seconds(facts.SweepLag)} seconds ago: reminders do not come. See the log.";
        return (facts.IsHealthy ? 200 : 503, body);
    }

    /// <summary>The store cannot be read.</summary>
    public static (int Status, JsonObject Body) Away(string why) => (503, new() { ["status"] = "unhealthy", ["why"] = why });

    /// <summary>Beijing time with its offset, to the second.</summary>
    public static string Moment(Instant at) =>
        at.InZone(BeijingTime.Zone).ToString("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>", CultureInfo.InvariantCulture);

    private static long Seconds(Duration duration) => (long)duration.TotalSeconds;
}
