using LiaisonBot.Conversation.Wire;

namespace LiaisonBot.Host;

/// <summary>Reads the request of <c>POST /api/messages</c> in the one way that every host reads it.</summary>
public static class IncomingActivity
{
    /// <summary>Its bytes, not yet looked at; or why they are not taken.</summary>
    public static async Task<(ReadOnlyMemory<byte> Body, Reading.Bad? Refused)> BytesAsync(
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (!ActivityReader.IsJson(request.ContentType))
        {
            return (default, new("the media type is not application/json"));
        }

        return await ReadBodyAsync(request, WireLimits.BodyBytes, cancellationToken) is { } body
            ? (body, null)
            : (default, new("the body is too long"));
    }

    /// <summary>Null when it is longer than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(
        HttpRequest request,
        int limit,
        CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        if (request.ContentLength is { } length)
        {
            var whole = new byte[length];
            return whole.AsMemory(
                0,
                await request.Body.ReadAtLeastAsync(whole, whole.Length, throwOnEndOfStream: false, cancellationToken));
        }
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > limit)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
