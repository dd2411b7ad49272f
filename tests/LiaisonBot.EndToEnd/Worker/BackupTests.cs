using System.Net;
using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Worker;

/// <summary>
/// The timer of the published app makes the backup of the day. Needs the stand-in for the Functions host, started with
/// <c>LIAISON_BACKUP_CONTAINER</c>.
/// </summary>
[Collection(nameof(Worker))]
public sealed class BackupTests(BotUnderTest bot)
{
    [Fact]
    public async Task Timer_MakesTheBackupOfTheDay_AndTheHealthKnowsIt()
    {
        using var fired = await bot.Http.PostAsync(new Uri(bot.Url, "/admin/functions/backup"), null);
        Assert.SkipWhen(
            fired.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized,
            "No timer can be fired: this host is not the stand-in for the Functions host.");
        Assert.Equal(HttpStatusCode.Accepted, fired.StatusCode);

        // What is shown of the health is up to 10 seconds old; the demo's clock takes no more than is asked for.
        await bot.Nudge();
        var backup = (await bot.Health())["backup"]!;
        Assert.SkipWhen(backup is JsonValue, "LIAISON_BACKUP_CONTAINER names no container.");
        Assert.NotNull((string?)backup["last"]);
        Assert.Null((string?)backup["failure"]);
        Assert.InRange((long)backup["ageSeconds"]!, 0, 86_400);
    }
}
