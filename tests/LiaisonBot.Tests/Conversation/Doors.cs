using System.IO.Compression;
using System.Text;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features.Feeds;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Host;
using LiaisonBot.Host.Api;
using LiaisonBot.Local.Demo;
using LiaisonBot.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Doors beside the chat, for tests that look behind each for what must not be there.</summary>
internal static class Doors
{
    /// <summary>Every file and calendar that a person's last answer leads to, as text.</summary>
    public static async Task<IReadOnlyList<string>> FilesAsync(Chats chats, User user)
    {
        List<string> texts = [];
        foreach (var link in user.Last.Links.Where(l => l.AbsolutePath.Contains("token", StringComparison.Ordinal)))
        {
            if (await chats.Fetch(link.Segments[^1]) is { } file)
            {
                texts.Add(Unpacked(file.Body));
            }
        }

        foreach (var link in user.Last.Links.Where(l => l.Scheme == "webcal"))
        {
            var feed = await new PersonalFeed(chats.Services, new SheetFiles(), DemoData.Prefix)
                .ReadAsync(link.Query.Split('=')[^1], default);
            texts.Add(Encoding.UTF8.GetString(feed!).Replace("\r\n ", "", StringComparison.Ordinal));
        }

        return texts;
    }

    /// <summary>The app that answers over HTTP; it closes the store that it was opened on.</summary>
    public static Task<BotApp> OpenAsync(Chats chats) =>
#pragma warning disable RS0030 // Nothing waits here.
        BotApp.OpenAsync(
            chats.Store,
            new(DemoData.Province, DemoData.Prefix, null, "tests"),
            PolicyBook.BuiltIn,
            new Nobody(),
            chats.Clock,
            TimeProvider.System,
            NullLoggerFactory.Instance,
            default);
#pragma warning restore RS0030

    /// <summary>What the person's account reads over HTTP, and the feed of it.</summary>
    public static async Task<IReadOnlyList<string>> ApiAsync(BotApp app, User user)
    {
        var reader = new ApiReader.Account(Guid.Parse(user.ObjectId), Guid.Parse("88888888-2222-4333-8444-555555555555"));
        var bodies = new List<string>();
        foreach (var query in new[] { "", "?area=130123", "?area=130102", "?format=csv" })
        {
            var http = new DefaultHttpContext();
            http.Request.QueryString = new(query);
            http.Response.Body = new MemoryStream();
            await new ReportEndpoint(app, NullLogger.Instance).HandleAsync(http, reader);
            bodies.Add(Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
        }

        return bodies;
    }

    private static string Unpacked(byte[] body)
    {
        if (body is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(body);
        }

        using var zip = new ZipArchive(new MemoryStream(body));
        return string.Join('\n', zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    private sealed class Nobody : IConnector
    {
        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendAnswer.Taken);

        public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendAnswer.Taken);

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }
}
