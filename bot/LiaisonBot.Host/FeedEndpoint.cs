using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Conversation.Features.Feeds;
using LiaisonBot.Core.Storage;
using Microsoft.Net.Http.Headers;

namespace LiaisonBot.Host;

/// <summary>
/// <c>GET /feed/calendar.ics?key=…</c>: a person's calendar, for programs that cannot sign in. A wrong address, one that was
/// stopped or renewed, and one of somebody who left get the same <c>404</c>. Nothing of a request is logged.
/// </summary>
public sealed class FeedEndpoint(TimeProvider time)
{
    /// <summary>The route, in every host. GET and HEAD.</summary>
    public const string Route = PersonalFeed.Path;

    /// <summary>Reads of one address in an hour: some clients ask every five minutes, and a person has several.</summary>
    private readonly RequestLimiter reads = new(120, TimeSpan.FromHours(1), time);

    /// <summary>Wrong addresses from one place in a minute.</summary>
    private readonly RequestLimiter misses = new(60, TimeSpan.FromMinutes(1), time);

    public async Task HandleAsync(HttpContext http, BotApp app)
    {
        var secret = http.Request.Query[PersonalFeed.Key] is [{ } only] ? only : "";
        var from = RequestLimiter.Sender(http);
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (misses.IsOver(from))
        {
            misses.Refuse(http.Response);
            return;
        }

        if (!reads.TryTake(Hash(secret)))
        {
            reads.Refuse(http.Response);
            return;
        }

        byte[]? feed;
        try
        {
            feed = await app.FeedAsync(secret, http.RequestAborted);
        }
        catch (StoreUnavailableException)
        {
            // A calendar keeps what it has, and asks again.
            http.Response.Headers.RetryAfter = "300";
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (feed is null)
        {
            misses.TryTake(from);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed))[..32]}\"");
        http.Response.Headers.ETag = tag.ToString();
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = "text/calendar; charset=utf-8";
        http.Response.ContentLength = feed.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(feed, http.RequestAborted);
        }
    }

    private static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
