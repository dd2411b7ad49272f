namespace LiaisonBot.Conversation;

/// <summary>
/// Links from cards to the pages beside the chat, and back. Inside Teams a link opens the app's tab, which goes on to the page
/// (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application, read in 2026); elsewhere it is
/// the page's own address.
/// </summary>
/// <param name="Home">Where people's browsers reach this host; null while they cannot.</param>
/// <param name="Teams">Where Teams of this cloud is, for links into it; null where the pages stand alone.</param>
/// <param name="Bot">Of the bot, for links to its chat.</param>
/// <param name="App">
/// By which Teams knows the app; the bot's when null. What an organization uploads has an id of its own in the catalog, which
/// the Teams admin center shows; that of the package opens no tab on iOS (github.com/MicrosoftDocs/msteams-docs/issues/5881).
/// </param>
public sealed record TabLinks(Func<Uri?> Home, Uri? Teams = null, string? Bot = null, string? App = null)
{
    /// <summary>Of every address of the pages.</summary>
    public const string Root = "/tab";

    /// <summary>The tab in the app's package.</summary>
    private const string Entity = "pages";

    /// <param name="cloud">global, usgov or china; in the last one bots are not had, and so no cards.</param>
    public static Uri TeamsOf(string cloud) => new(cloud switch
    {
        "usgov" => "https://gov.teams.microsoft.us",
        "china" => "https://teams.microsoftonline.cn",
        _ => "https://teams.microsoft.com",
    });

    /// <param name="page">Behind <see cref="Root"/>, escaped: <c>matter/2026-1301-000001</c>.</param>
    public Uri? To(string page)
    {
        if (Home() is not { } home)
        {
            return null;
        }

        var path = $"{Root}/{page}";
        var address = new Uri(home, path);
        if (Teams is null || (App ?? Bot) is not { } app)
        {
            return address;
        }

        var context = $$"""{"subEntityId":"{{path}}"}""";
        return new(
            Teams,
            $"/l/entity/{app}/{Entity}?webUrl={Uri.EscapeDataString(address.AbsoluteUri)}&context={Uri.EscapeDataString(context)}");
    }

    /// <summary>The chat with the bot; null where there is none to lead to.</summary>
    public Uri? Chat => Teams is null || Bot is null ? null : new(Teams, $"/l/chat/0/0?users=28:{Bot}");
}
