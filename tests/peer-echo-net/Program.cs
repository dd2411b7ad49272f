using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using PeerEchoNet;

// A bare echo bot on the official .NET SDK: what the benchmarks hold our turns against. Put together as the SDK's
// samples do it, without credentials, so that neither side checks tokens.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddHttpClient();
builder.Services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();
builder.Services.AddSingleton(services => new CloudAdapter(services.GetRequiredService<BotFrameworkAuthentication>()));
builder.Services.AddSingleton<IBot, EchoBot>();
await using var app = builder.Build();
app.Urls.Add("http://127.0.0.1:0");
// The load reads an answer by its length, which the SDK does not say.
app.Use(async (http, next) =>
{
    var (network, answer) = (http.Response.Body, new MemoryStream());
    http.Response.Body = answer;
    await next(http);
    http.Response.ContentLength = answer.Length;
    http.Response.Body = network;
    await http.Response.BodyWriter.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), http.RequestAborted);
});
app.MapPost(
    "/api/messages",
    (HttpContext http, CloudAdapter adapter, IBot bot) => adapter.ProcessAsync(http.Request, http.Response, bot));
await app.StartAsync();
Console.WriteLine($"The echo bot listens on {app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}");
await app.WaitForShutdownAsync();
