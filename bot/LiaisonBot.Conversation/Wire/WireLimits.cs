
namespace LiaisonBot.Conversation.Wire;

/// <summary>What an incoming activity may measure. Longer than this is refused as a whole, never cut.</summary>
public static class WireLimits
{
    /// <summary>Bytes of a request body. Teams itself stays below 256 KiB.</summary>
    public const int BodyBytes = 1024 * 1024;

    /// <summary>JSON objects and arrays inside each other. Teams and its cards stay below 20.</summary>
    public const int Depth = 64;

    /// <summary>UTF-16 units of typed text. A message in Teams holds about 100 KB.</summary>
    public const int Text = 100 * 1024;

    /// <summary>
    /// UTF-16 units of HTML: of a message as Teams writes it, a text of <see cref="Text"/> with its marks.
    /// </summary>
    public const int Html = 256 * 1024;

    /// <summary>UTF-16 units that are kept of a quoted message: Teams sends its beginning.</summary>
    public const int Quoted = 1000;

    /// <summary>Values that a card may send: more than the largest form has inputs.</summary>
    public const int Inputs = 200;

    /// <summary>UTF-16 units of a mention as it stands in a text. A longer one stays in it as it is.</summary>
    public const int Mention = 300;

    /// <summary>UTF-16 units of the media type in the header.</summary>
    public const int MediaType = 200;

    /// <summary>UTF-16 units of an id or name (activity, conversation, person, tenant, verb, locale).</summary>
    public const int Id = 512;

    /// <summary>Mentions that are looked at in one message; further ones stay in the text as they are.</summary>
    public const int Mentions = 50;

    /// <summary>Attachments that are looked at in one message.</summary>
    public const int Attachments = 20;

    /// <summary>UTF-16 units of the address of a file; those of SharePoint carry a token of some thousand.</summary>
    public const int FileUrl = 8192;

    /// <summary>UTF-16 units of <c>serviceUrl</c>.</summary>
    public const int ServiceUrl = 2048;

    /// <summary>UTF-16 units of <c>summary</c>, the toast on the phone, in what goes out.</summary>
    public const int Summary = 200;
}
