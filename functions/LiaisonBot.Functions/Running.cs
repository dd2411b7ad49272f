using LiaisonBot.Hosting;
using Microsoft.Extensions.Hosting;

namespace LiaisonBot.Functions;

/// <summary>
/// The bot of this instance. Opened with the host, or with the first call after that failed. Beside the calls it delivers what turns
/// have left; when the instance is taken away in the middle, the sweep of another finds the rest.
/// </summary>
internal sealed class Running(Func<CancellationToken, Task<BotApp>> open) : BackgroundService
{
    private readonly SemaphoreSlim opening = new(1);
    private volatile BotApp? app;

    public async Task<BotApp> App(CancellationToken stop)
    {
        if (app is { } open1) return open1;
        await opening.WaitAsync(stop);
        try
        {
            return app ??= await open(stop);
        }
        finally
        {
            opening.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await (await App(stoppingToken)).DeliverAtOnce(stoppingToken);
}
