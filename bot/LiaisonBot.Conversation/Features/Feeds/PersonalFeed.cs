using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core;
using LiaisonBot.Core.Feeds;

namespace LiaisonBot.Conversation.Features.Feeds;

/// <summary>The calendar behind a person's address, made of what they may see when it is read.</summary>
/// <param name="prefix">Of matter numbers.</param>
public sealed class PersonalFeed(LiaisonServices services, ICalendarFiles files, string prefix)
{
    /// <summary>Path on a host. The secret stands in the query: hosts and their telemetry write paths down, and leave queries out.</summary>
    public const string Path = "feed/calendar.ics";

    /// <summary>Of the secret in the query.</summary>
    public const string Key = "key";

    private const int MostSecret = 200;

    /// <summary>An .ics; null when there is nothing behind the address, or not any more.</summary>
    public async Task<byte[]?> ReadAsync(string secret, CancellationToken cancellationToken)
    {
        if (secret.Length is 0 or > MostSecret
            || await services.Feeds.OpenAsync(secret, cancellationToken) is not var (person, feed))
        {
            return null;
        }

        var directory = await services.Directory.ReadAsync(cancellationToken);
        var language = Languages.Of(person, directory.ChatOf(person.Id));
        var localizer = new Localizer(
            language,
            directory,
            services.Calendar(),
            services.Clock.GetCurrentInstant(),
            prefix);
        var contents = await FeedContents.ReadAsync(
            person,
            localizer.Today,
            directory,
            services.Lists,
            services.Sets,
            services.SelfChecks,
            cancellationToken);
        return files.Write(new FeedEvents(
            person,
            contents,
            feed.WithTitles,
            (set, name) => services.Sets.StepOf(set, name)?.Title.In(language) ?? name,
            localizer).Made());
    }

    /// <summary>The address of a secret on a host.</summary>
    internal static Uri Address(Uri host, string secret) => new(host, $"/{Path}?{Key}={secret}");

    /// <summary>The same as calendar programs take it up at a press.</summary>
    internal static Uri Subscription(Uri address) =>
        new UriBuilder(address) { Scheme = "webcal", Port = address.IsDefaultPort ? -1 : address.Port }.Uri;
}
