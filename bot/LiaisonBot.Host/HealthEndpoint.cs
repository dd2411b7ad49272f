using System.Reflection;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Health;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Host;

/// <summary>
/// How the bot is, the same in every host: <c>503</c> when it is not well. For machines; without names.
/// </summary>
/// <param name="details">Whoever asks may know more than the status: on one's own machine, or with the key.</param>
public sealed class HealthEndpoint(BotApp app, bool details)
{
    /// <summary>Of the product.</summary>
    public static readonly string Version =
        typeof(HealthEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? "0";

    public async Task HandleAsync(HttpContext http)
    {
        HealthFacts facts;
        try
        {
            facts = await app.RecentHealthAsync(http.RequestAborted);
        }
        catch (StoreUnavailableException e)
        {
            await UnavailableAsync(http, details ? e.Message : null);
            return;
        }

        var report = details ? Report(facts, app.Storage, app.IsDemo) : new Json { ["status"] = Status(facts) };
        await http.AnswerAsync(
            facts.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
            report);
    }

    /// <summary>The answer while there is no bot to ask.</summary>
    /// <param name="why">Null for whoever may not know.</param>
    public static Task UnavailableAsync(HttpContext http, string? why)
    {
        var body = new Json { ["status"] = "unhealthy" };
        if (why is not null)
        {
            body["why"] = why;
        }

        return http.AnswerAsync(StatusCodes.Status503ServiceUnavailable, body);
    }

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
            ["lastSweep"] = facts.LastSweep is { } at ? BeijingClock.Shown(at) : null,
            ["sweepLagSeconds"] = Seconds(facts.SweepLag),
            ["sweepFailures"] = facts.SweepFailures,
            ["refusedWrites"] = facts.RefusedWrites,
            ["auditedThrough"] = facts.AuditedThrough is { } through ? BeijingClock.Shown(through) : null,
            ["differences"] = facts.Differences,
            ["unmended"] = facts.Unmended,
            ["provisionalYears"] = facts.ProvisionalYears,
            ["backup"] = facts.Backup is { } backup ? Backup(backup) : "off",
            ["now"] = BeijingClock.Shown(facts.Now),
        };
        if (facts is { IsDegraded: true, Unmended: 0, Backup: { } late })
            body["why"] = late.Last is null
                ? "There is no backup. See the log."
                : $"The last backup is {Seconds(late.Age) / 86_400} days old. See the log.";
        else if (facts.IsDegraded)
        {
            body["why"] = $"The audit found {facts.Unmended} differences in the last day that it could not put right. See the log.";
        }

        if (facts.WritesRefusedFor is { } refused)
        {
            body["why"] = $"The store takes no changes: {refused}";
        }
        else if (!facts.IsHealthy)
        {
            body["why"] = $"The last sweep is {Seconds(facts.SweepLag)} seconds ago: reminders do not come. See the log.";
        }

        return body;
    }

    private static Json Backup(BackupFacts backup) => new()
    {
        ["last"] = backup.Last is { } at ? BeijingClock.Shown(at) : null,
        ["ageSeconds"] = Seconds(backup.Age),
        ["failure"] = backup.Failure,
    };

    private static string Status(HealthFacts facts) =>
        facts.IsDegraded ? "degraded" : facts.IsHealthy ? "ok" : "unhealthy";

    private static long Seconds(Duration duration) => (long)duration.TotalSeconds;
}
