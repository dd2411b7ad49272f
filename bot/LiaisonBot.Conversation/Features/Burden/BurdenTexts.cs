namespace LiaisonBot.Conversation.Features.Burden;

public static class BurdenTexts
{
    public static readonly Text Burden = new("负担", "Burden");
    public static readonly Text Title = new("{0}基层负担", "What is asked of {0}");
    public static readonly Text Note = new(
        "每周向各地提出的要求：交办、转办、退回、催办、移交，以及每一条提醒。加粗的高于平均；按行政区划排列，不排名。",
        "What each place was asked to do, by week: assignments, passed-on matters, returns, urging, referrals and every reminder. Bold is above average. Places are in the order of their codes; this is not a ranking.");
    public static readonly Text CountyAverage = new("县级平均", "County average");
    public static readonly Text CityAverage = new("市级平均", "City average");
    public static readonly Text Above = new("本周或上周高于平均的地区", "Above the average this week or last");
    public static readonly Text NoneAbove = new("本周和上周没有高于平均的地区", "No place is above the average this week or last");
    public static readonly Text OfficeOnly = new(
        "各地的负担统计由省委巡视办查看。您自己的事项请说“{0}”。",
        "Only the provincial office can see what is asked of each place. For your own matters say “{0}”.");
    public static readonly Text Place = new("地区", "Place");
    public static readonly Text ThisWeek = new("本周", "This week");
    public static readonly Text LastWeek = new("上周", "Last week");
    public static readonly Text Help = new("每周向各地提了多少要求", "how much is asked of each place per week");
}
