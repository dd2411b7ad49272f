using LiaisonBot.Conversation.Wire;

namespace LiaisonBot.Hosting;

/// <summary>Reads the request of <c>POST /api/messages</c> in the one way that every host reads it.</summary>
public static class IncomingActivity
{
    /// <summary>What it says, and its bytes. What is no activity is <see cref="Reading.Bad"/>.</summary>
    public static async Task<(Reading Reading, ReadOnlyMemory<byte> Body)> Read(HttpRequest request, CancellationToken stop)
    {
        if (!ActivityReader.IsJson(request.ContentType)) return (new Reading.Bad("the media type is not application/json"), default);
        return await ReadBody(request, stop) is { } body ? (ActivityReader.Read(body), body) : (new Reading.Bad("the body is too long"), default);
    }

    /// <summary>Null when it is longer than an activity may be.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadBody(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > WireLimits.BodyBytes) return null;
        if (request.ContentLength is { } length)
        {
            var whole = new byte[length];
            return whole.AsMemory(0, await request.Body.ReadAtLeastAsync(whole, whole.Length, throwOnEndOfStream: false, stop));
        }
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, stop)) > 0)
        {
            if (body.Length + read > WireLimits.BodyBytes) return null;
            body.Write(buffer, 0, read);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
