using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiaisonBot.Functions;

/// <summary>
/// The bot of this instance. Opened with the host; while the store is away, every so often and with each call again.
/// Beside the calls it delivers what turns have left; when the instance is taken away in the middle, the sweep of
/// another finds the rest.
/// </summary>
internal sealed class BotLifetime(
    Func<CancellationToken, Task<BotApp>> open,
    TimeProvider time,
    ILogger log) : BackgroundService
{
    private static readonly TimeSpan AgainEvery = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Task<BotApp>? opening;

    /// <summary>Calls that come at the same time wait for the same attempt.</summary>
    /// <exception cref="StoreUnavailableException">The bot cannot start; the message says in one line why.</exception>
    public Task<BotApp> AppAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (opening is null or { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                opening = Task.Run(() => open(CancellationToken.None), CancellationToken.None);
            }

            return opening.WaitAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Telemetry.Starts.Add(1);
        while (true)
        {
            try
            {
                await (await AppAsync(stoppingToken)).DeliverAtOnceAsync(stoppingToken);
            }
            catch (StoreUnavailableException e)
            {
                log.LogError("The bot cannot start: {Why}", e.Message);
            }
            await Task.Delay(AgainEvery, time, stoppingToken);
        }
    }
}
