using System.Security.Cryptography;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features.Evidence;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.People;
using Microsoft.AspNetCore.Http.Features;

namespace LiaisonBot.Web;

/// <summary>
/// <c>POST /tab/file?key=…&amp;name=…</c>, the file as the body: it is checked and kept as one that was sent in the chat, and
/// waits under its key for the step that takes it. Files under one key go along together.
/// </summary>
internal static class FileUpload
{
    private const int KeyLength = 32;

    /// <summary>UTF-16 units of a name in the address.</summary>
    private const int MostName = 1000;

    /// <returns>The status, and the key with what waits under it, or why the file was not kept, in words.</returns>
    public static async Task<(int Status, Json Body)> ReceiveAsync(HttpContext http, BotApp app, Person person, Localizer localizer)
    {
        var services = app.Context.Services;
        var unnamed = localizer.Say(EvidenceTexts.Unnamed);
        var name = http.Request.Query["name"] is [{ Length: > 0 and <= MostName } said] ? said : "";
        if (http.Request.ContentType is not "application/octet-stream"
            || http.Request.Query["key"] is not [{ } key]
            || (key.Length > 0 && (key.Length != KeyLength || !key.All(char.IsAsciiHexDigitLower))))
        {
            return Refused(StatusCodes.Status400BadRequest, "a file is sent as application/octet-stream, with its key and name in the address");
        }

        if (!services.Evidence.Keeps)
        {
            return Lost(StatusCodes.Status403Forbidden, localizer.Say(EvidenceTexts.LostNoPlace));
        }

        if (http.Request.ContentLength > EvidenceLimits.FileBytes)
        {
            return Lost(StatusCodes.Status413PayloadTooLarge, EvidenceWords.Why(FileFault.TooLarge, localizer));
        }

        key = key.Length > 0 ? key : RandomNumberGenerator.GetHexString(KeyLength, lowercase: true);
        var waiting = await services.Evidence.WaitingAsync(person, key, http.RequestAborted);
        if (waiting.Count >= EvidenceHandler.MostOfMessage)
        {
            return Refused(
                StatusCodes.Status409Conflict,
                localizer.Say(EvidenceTexts.LostMore, 1, EvidenceHandler.MostOfMessage, Localizer.Clip(EvidenceName.Shown(name), 60)));
        }

        // A host's own limit is lower.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = EvidenceLimits.FileBytes + 1;
        }

        try
        {
            switch (await app.Context.Incoming.ReceiveAsync(name, http.Request.Body, unnamed, http.RequestAborted))
            {
                case Received.Kept kept:
                    IReadOnlyList<EvidenceItem> items = [.. waiting.Append(kept.Item).DistinctBy(item => item.Id)];
                    await services.Evidence.WaitAsync(person, key, items, http.RequestAborted);
                    return (StatusCodes.Status200OK, new Json { ["key"] = key, ["said"] = localizer.Evidence(items) });
                case Received.Refused { Fault: var fault }:
                    return Lost(
                        fault == FileFault.TooLarge ? StatusCodes.Status413PayloadTooLarge
                            : fault == FileFault.Busy ? StatusCodes.Status429TooManyRequests
                            : StatusCodes.Status422UnprocessableEntity,
                        EvidenceWords.Why(fault, localizer));
                default:
                    throw new InvalidOperationException("There is no other outcome.");
            }
        }
        catch (BadHttpRequestException)
        {
            // More than the host takes, or less than was promised.
            return Lost(StatusCodes.Status413PayloadTooLarge, EvidenceWords.Why(FileFault.TooLarge, localizer));
        }

        (int, Json) Lost(int status, string why) => Refused(status, EvidenceWords.Lost(name, unnamed, why, localizer));

        static (int, Json) Refused(int status, string why) => (status, new Json { ["error"] = new Json { ["message"] = why } });
    }
}
