using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What a sentence around registering means. None of it registers anything.</summary>
internal enum SealedSaid
{
    /// <summary>先别登记来电.</summary>
    NotNow,

    /// <summary>登记来电了吗, 来电登记了没有.</summary>
    IsThere,

    /// <summary>要不要登记来电.</summary>
    Whether,

    /// <summary>有群众来电反映……: what belongs into the window was typed into the chat.</summary>
    Body,
}

/// <summary>Reads sentences around registering, and what was typed in place of it.</summary>
internal static class SealedLine
{
    /// <summary>UTF-16 units from which words are a body, and no question about one.</summary>
    private const int ShortestBody = 12;

    private const string What =
        "(?:一下|一个|一件|一封|这个|这件|这封|the |a |an )*(?:群众)?(?:来电|电话|来信|信件|举报信|举报电话|来访|约访|举报箱|意见箱|信访件?|举报|密件|阻访|截信|网情|网络信息|网络舆情|舆情|延伸了解|暗访"
        + "|call|letter|visitor|petition|online clue|inquiry|unannounced visit)";

    private static readonly Regex NotNow = Of(
        "^(?:请|麻烦)?(?:先|暂时?|暂且)?(?:别|不要|不用|不必|不|don't|do not|not)(?:要|用|急着|忙着)? ?(?:登记|register) ?" + What);

    private static readonly Regex Whether = Of(
        "(?:要不要|需不需要|用不用|该不该|是不是要|是否要?|能不能|可不可以|should (?:i|we)|shall (?:i|we)|do (?:i|we) need to) ?(?:登记|register) ?" + What
        + "|(?:需要|可以|应该|能|要)登记" + What + "吗");

    private static readonly Regex IsThere = Of(
        "(?:登记(?:了|过)?" + What + "(?:了吗|了没|没有|过吗|没|吗)"
        + "|" + What + "(?:都)?登记(?:了吗|了没|过吗|没有|没)"
        + "|(?:is|was|are|were) (?:the )?" + What + "s? registered)");

    /// <summary>Somebody told it, by a way of the register: 群众反映 alone may be of any matter.</summary>
    private static readonly Regex Body = Of(
        "(?:来电|打电话|打来电话|来信|写信|举报信|来访|上访|匿名|实名|举报人|网友|网帖|caller|anonymous(?:ly)?).*"
        + "(?:反映|举报|检举|控告|揭发|爆料|发帖|reports? that|accuses?|claims? that)"
        + "|(?:有人|群众|村民|职工)(?:向我们?|向组里)?(?:举报|检举|控告|揭发)");

    private static readonly Regex Net = Of("https?://|网帖|网上|网友|发帖|爆料|online");

    private static readonly Regex Letter = Of("来信|举报信|letter");

    private static readonly Regex Visit = Of("来访|上访|visitor");

    public static SealedSaid? Read(string typed)
    {
        var said = Folding.Of(typed).Trim();
        return NotNow.IsMatch(said) ? SealedSaid.NotNow
            : Whether.IsMatch(said) ? SealedSaid.Whether
            : IsThere.IsMatch(said) ? SealedSaid.IsThere
            : said.Length >= ShortestBody && Body.IsMatch(said) ? SealedSaid.Body
            : null;
    }

    /// <summary>The kind and channel that a sentence names, as 登记 is followed by them.</summary>
    public static string Opening(string typed)
    {
        var said = Folding.Of(typed);
        return Net.IsMatch(said) ? "网情" : Letter.IsMatch(said) ? "来信" : Visit.IsMatch(said) ? "来访" : "来电";
    }

    private static Regex Of(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
}
