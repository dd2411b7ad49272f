using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Local.Demo;

/// <summary>
/// <c>POST /demo/clock</c>, in demo mode only: <c>{"now":"2026-11-24T08:30:00+08:00"}</c> or
/// <c>{"advance":"1.00:00:00"}</c>. Answers with the new time in Beijing once everything that became due has been
/// delivered.
/// </summary>
internal sealed class DemoEndpoint(BotApp app, DemoClock clock)
{
    private const int LongestBody = 1024;

    public async Task HandleAsync(HttpContext http)
    {
        JsonObject? asked;
        try
        {
            asked = await IncomingActivity.ReadBodyAsync(http.Request, LongestBody, http.RequestAborted) is { } body
                ? JsonNode.Parse(body.Span) as JsonObject
                : null;
        }
        catch (JsonException)
        {
            asked = null;
        }
        if (Move(asked) is { } refused)
        {
            await http.RefuseAsync(StatusCodes.Status400BadRequest, refused);
            return;
        }
        try
        {
            await app.DeliverDueAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            await http.RefuseAsync(StatusCodes.Status503ServiceUnavailable, e.Message);
            return;
        }
        await http.AnswerAsync(
            StatusCodes.Status200OK,
            new Json { ["now"] = BeijingClock.Shown(clock.GetCurrentInstant()) });
    }

    private string? Move(JsonObject? asked) => (Text(asked, "now"), Text(asked, "advance")) switch
    {
        ({ } now, null) => OffsetDateTimePattern.ExtendedIso.Parse(now) is { Success: true } time
            ? clock.MoveTo(time.Value.ToInstant())
            : "now is not a date and time with offset, written like yyyy-MM-ddThh:mm:ss+08:00",
        (null, { } advance) => TimeSpan.TryParseExact(advance, "c", CultureInfo.InvariantCulture, out var distance)
            ? clock.Advance(Duration.FromTimeSpan(distance))
            : "advance is not a time span, such as 1.00:00:00 for a day",
        _ => "say either now or advance, in a JSON object",
    };

    private static string? Text(JsonObject? body, string name)
    {
        try
        {
            return body?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // A name twice, or half a character: found out only when looked at.
            return null;
        }
    }
}
