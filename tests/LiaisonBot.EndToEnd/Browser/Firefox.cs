using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace LiaisonBot.EndToEnd.Browser;

/// <summary>
/// The Firefox of the machine, driven by WebDriver BiDi, which it speaks itself: Playwright wants a build of its own. Without
/// one the tests that need it skip, but fail where <c>CI</c> is set.
/// </summary>
internal sealed class Firefox : IAsyncDisposable
{
    public const string Tab = "\uE004";
    public const string Enter = "\uE007";

    private const string Listens = "WebDriver BiDi listening on ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly string?[] Places =
    [
        Environment.GetEnvironmentVariable("LIAISON_FIREFOX"), "/usr/bin/firefox-esr", "/usr/bin/firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox", @"C:\Program Files\Mozilla Firefox\firefox.exe",
    ];

    private readonly TemporaryFolder profile = new();
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> waiting = new();
    private readonly Process process;
    private string context = "";
    private int commands;

    private Firefox(string program)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var word in new[] { "--headless", "--no-remote", "--profile", profile.Path, "--remote-debugging-port", "0", "about:blank" })
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["HOME"] = profile.Path;
        process = new() { StartInfo = start };
    }

    /// <summary>Starts it, with a window of its own.</summary>
    public static async Task<Firefox> Launch()
    {
        var found = Array.Find(Places, place => !string.IsNullOrEmpty(place) && File.Exists(place));
        if (found is null && Environment.GetEnvironmentVariable("CI") is not { Length: > 0 })
        {
            Assert.Skip("No Firefox was found: install one, or name it in LIAISON_FIREFOX.");
        }

        Assert.True(found is not null, "No Firefox was found, and where CI is set its test is not skipped.");
        var firefox = new Firefox(found);
        try
        {
            await firefox.Connect();
            return firefox;
        }
        catch
        {
            await firefox.DisposeAsync();
            throw;
        }
    }

    public Task Size(int width, int height) => Send("browsingContext.setViewport", new()
    {
        ["context"] = context,
        ["viewport"] = new JsonObject { ["width"] = width, ["height"] = height },
    });

    public Task Open(Uri page) =>
        Send("browsingContext.navigate", new() { ["context"] = context, ["url"] = page.AbsoluteUri, ["wait"] = "complete" });

    /// <summary>What an expression comes to: a text, a number, or whether something is so.</summary>
    public async Task<T> Evaluate<T>(string expression)
    {
        var answer = await Send("script.evaluate", new()
        {
            ["expression"] = expression,
            ["target"] = new JsonObject { ["context"] = context },
            ["awaitPromise"] = true,
        });
        Assert.True((string?)answer["type"] == "success", answer.ToJsonString());
        return answer["result"]!["value"] is { } value ? value.GetValue<T>() : default!;
    }

    /// <summary>Waits until something is so on the page.</summary>
    public async Task Sees(string condition) => Assert.True(
        await Evaluate<bool>(
            $"new Promise(done => {{ const look = (left) => ({condition}) ? done(true) : left > 0 ? setTimeout(look, 100, left - 1) : done(false); look(300); }})"),
        $"{condition}: {await Evaluate<string>("document.body.innerText")}");

    /// <summary>Presses keys, one after the other.</summary>
    public Task Type(string keys) => Send("input.performActions", new()
    {
        ["context"] = context,
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "key",
            ["id"] = "keyboard",
            ["actions"] = new JsonArray(
            [
                .. keys.SelectMany(key => new[] { "keyDown", "keyUp" }
                    .Select(what => new JsonObject { ["type"] = what, ["value"] = key.ToString() })),
            ]),
        }),
    });

    public async Task<byte[]> Picture() =>
        Convert.FromBase64String((string)(await Send("browsingContext.captureScreenshot", new()
        {
            ["context"] = context,
            ["origin"] = "document",
        }))["data"]!);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        socket.Dispose();
        profile.Dispose();
    }

    private async Task Connect()
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Listens, StringComparison.Ordinal) == true)
            {
                address.TrySetResult(new(line.Data[Listens.Length..].Trim() + "/session"));
            }
        };
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        using var limit = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(await address.Task.WaitAsync(limit.Token), limit.Token);
        _ = Listen();
        await Send("session.new", new() { ["capabilities"] = new JsonObject() });
        // The first window has no focus, without which keys press no buttons.
        context = (string)(await Send("browsingContext.create", new() { ["type"] = "window" }))["context"]!;
    }

    private async Task<JsonNode> Send(string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref commands);
        var answer = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        using var limit = new CancellationTokenSource(Patience);
        await socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, true, limit.Token);
        return await answer.Task.WaitAsync(limit.Token);
    }

    private async Task Listen()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), default);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                var said = JsonNode.Parse(message.ToArray())!;
                if (said["id"] is { } id && waiting.TryRemove(id.GetValue<int>(), out var answer))
                {
                    if ((string?)said["type"] == "error")
                    {
                        answer.TrySetException(new InvalidOperationException((string?)said["message"]));
                    }
                    else
                    {
                        answer.TrySetResult(said["result"]!);
                    }
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            foreach (var answer in waiting.Values)
            {
                answer.TrySetException(e);
            }
        }
    }
}
