// An empty ASP.NET Core app, as the template makes it: what the benchmarks hold our start against.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Hello World!");
await app.RunAsync();
