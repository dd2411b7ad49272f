using System.Reflection;
using System.Text.Json.Nodes;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Hosting;

/// <summary><c>GET /health</c>: how the bot is, the same in every host. <c>503</c> when it is not well.</summary>
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
            await http.Answer(StatusCodes.Status503ServiceUnavailable, new JsonObject { ["status"] = "unhealthy", ["why"] = e.Message });
            return;
        }

        var body = new JsonObject
        {
            ["status"] = "ok",
            ["version"] = Version,
            ["storage"] = facts.Storage,
            ["demo"] = facts.Demo,
            ["undelivered"] = facts.Undelivered,
            ["waiting"] = facts.Waiting,
            ["now"] = DemoEndpoint.BeijingTime(facts.Now),
        };
        await http.Answer(StatusCodes.Status200OK, body);
    }
}
