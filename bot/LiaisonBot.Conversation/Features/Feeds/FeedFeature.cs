using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Feeds;

/// <summary>日历: due dates, visits and steps of sets in a person's own calendar program.</summary>
internal static class FeedFeature
{
    public const string Titles = "titles";
    public const string On = "on";
    public const string Off = "off";

    public static readonly Feature Feature = new("feed",
        new("feed.show", (turn, _, cancellationToken) => new FeedHandler(turn).ShowAsync(cancellationToken))
        {
            Name = FeedTexts.Calendar,
            Also =
            [
                "日历订阅", "订阅日历", "日历地址", "日历链接", "我的日历", "日程订阅", "同步日历", "同步到日历", "添加到日历", "加到日历",
                "my calendar", "calendar feed", "calendar link", "subscribe to calendar", "ical", "ics",
            ],
            Initials = ["rl"],
            Read = Read,
            MayBeMisspelt = false,
            Help = new(FeedTexts.HelpWhat),
            HelpButton = new(15),
        },
        new("feed.about", (turn, _, cancellationToken) => new FeedHandler(turn).AboutAsync(cancellationToken)),
        new("feed.renew", (turn, _, cancellationToken) => new FeedHandler(turn).RenewAsync(cancellationToken))
        {
            Also = ["重置日历", "重置日历地址", "换日历地址", "renew calendar", "reset calendar"],
            MayBeMisspelt = false,
        },
        new("feed.stop", (turn, _, cancellationToken) => new FeedHandler(turn).StopAsync(cancellationToken))
        {
            Also = ["停用日历", "关闭日历", "取消日历订阅", "取消订阅日历", "stop calendar"],
            MayBeMisspelt = false,
        },
        new(
            "feed.titles",
            (turn, arguments, cancellationToken) =>
                new FeedHandler(turn).TitlesAsync(arguments[Titles] == On, cancellationToken)));

    /// <summary>日历 重置: one of the buttons of its card, said.</summary>
    private static ChatCommand.Call? Read(TypedLine line) => Folding.Of(line.Rest).Trim(' ', '.', '。', '!') switch
    {
        "" => new("feed.show", Arguments.None),
        "地址" or "链接" or "订阅" or "link" or "address" => new("feed.about", Arguments.None),
        "重置" or "重置地址" or "换地址" or "renew" or "reset" => new("feed.renew", Arguments.None),
        "停用" or "关闭" or "stop" => new("feed.stop", Arguments.None),
        "显示标题" or "show titles" => new("feed.titles", Arguments.Of((Titles, On))),
        "隐藏标题" or "不显示标题" or "hide titles" => new("feed.titles", Arguments.Of((Titles, Off))),
        _ => null,
    };
}
