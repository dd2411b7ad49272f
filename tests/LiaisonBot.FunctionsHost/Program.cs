using LiaisonBot.FunctionsHost;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

// A stand-in for the Azure Functions host on one machine: starts the published worker, speaks its protocol, passes HTTP
// on, and fires its timers every minute. docs/functions-host.md says what it does not prove.
if (args is not ["--app", var app, "--port", var portText, .. var rest]
    || !int.TryParse(portText, out var port)
    || rest is not ([] or ["--key", _]))
{
    await Console.Error.WriteLineAsync("Usage: --app <published folder> --port <port> [--key <the functions' key>]");
    return 2;
}

#pragma warning disable RS0030 // Machine time enters here and nowhere else.
var time = TimeProvider.System;
#pragma warning restore RS0030
var state = new HostState(Path.GetFullPath(app), rest is [_, var key] ? key : "");

var builder = WebApplication.CreateEmptyBuilder(new());
builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter(level => level >= LogLevel.Warning);
builder.Services.AddRoutingCore();
builder.Services.AddSingleton(state);
builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
    kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
});
await using var web = builder.Build();
using var functions = new HttpFunctions(state, time);
web.UseRouting();
web.MapGrpcService<WorkerStream>();
web.Map("/{**path}", functions.Handle);
WorkerProcess? process = null;
// For the test that ends the worker in the middle; the real host has no such address.
web.MapPost("/admin/worker/kill", async (HttpContext http) => await process!.Kill(http.RequestAborted));
var timers = new Timers(state, time);
// The real host has this one too, and asks for the master key.
web.MapPost("/admin/functions/{name}", async (string name, HttpContext http) =>
    http.Response.StatusCode = await timers.Fire(name, http.RequestAborted)
        ? StatusCodes.Status202Accepted
        : StatusCodes.Status404NotFound);
await web.StartAsync();

var grpc = new Uri(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
    .Single(address => new Uri(address).Port != port));
var stopping = web.Lifetime.ApplicationStopping;
process = new WorkerProcess(state, new Uri($"http://127.0.0.1:{portText}"), grpc, time);
var worker = process.Run(stopping);
var firing = timers.Run(stopping);
Console.WriteLine($"The host listens on http://127.0.0.1:{portText}");
await web.WaitForShutdownAsync();
await Task.WhenAll(worker, firing);
return 0;
