using System.Reflection;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Health;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Hosting;

/// <summary><c>GET /health</c>: how the bot is, the same in every host. <c>503</c> when it is not well. For machines; without names.</summary>
public sealed class HealthEndpoint(BotApp app)
{
    /// <summary>Of the product.</summary>
    public static readonly string Version =
        typeof(HealthEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public async Task Handle(HttpContext http)
    {
        HealthFacts facts;
        try
        {
            facts = await app.Health(http.RequestAborted);
        }
        catch (StoreUnavailableException e)
        {
            await Unavailable(http, e.Message);
            return;
        }

        await http.Answer(facts.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, Report(facts, app.Storage, app.IsDemo));
    }

    /// <summary>The answer while there is no bot to ask.</summary>
    public static Task Unavailable(HttpContext http, string why) =>
        http.Answer(StatusCodes.Status503ServiceUnavailable, new Json { ["status"] = "unhealthy", ["why"] = why });

    /// <param name="storage">Where the data is, in a word: <c>sqlite</c>, <c>tables</c>.</param>
    internal static Json Report(HealthFacts facts, string storage, bool demo)
    {
        var body = new Json
        {
            ["status"] = Status(facts),
            ["version"] = Version,
            ["storage"] = storage,
            ["demo"] = demo,
            ["undelivered"] = facts.Undelivered,
            ["oldestUndeliveredSeconds"] = Seconds(facts.OldestUndelivered),
            ["waiting"] = facts.Waiting,
            ["lastSweep"] = facts.LastSweep is { } at ? DemoEndpoint.BeijingTime(at) : null,
            ["sweepLagSeconds"] = Seconds(facts.SweepLag),
            ["sweepFailures"] = facts.SweepFailures,
            ["auditedThrough"] = facts.AuditedThrough is { } through ? DemoEndpoint.BeijingTime(through) : null,
            ["differences"] = facts.Differences,
            ["unmended"] = facts.Unmended,
            ["provisionalYears"] = facts.ProvisionalYears,
            ["now"] = DemoEndpoint.BeijingTime(facts.Now),
        };
        if (facts.IsDegraded) body["why"] = $"The audit found {facts.Unmended} differences in the last day that it could not put right. See the log.";
        if (!facts.IsHealthy) body["why"] = $"The last sweep is {Seconds(facts.SweepLag)} seconds ago: reminders do not come. See the log.";
        return body;
    }

    private static string Status(HealthFacts facts) => facts.IsDegraded ? "degraded" : facts.IsHealthy ? "ok" : "unhealthy";

    private static long Seconds(Duration duration) => (long)duration.TotalSeconds;
}
