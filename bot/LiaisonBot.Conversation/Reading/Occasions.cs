using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// 明天要上会 给我个数 …; need totals for tmrw's report; just onboarded this week, what's on my plate: what a question is asked for. Its day is
/// no due date.
/// </summary>
internal static partial class Occasions
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>The question without that; null where there is none, or where what is left asks for nothing.</summary>
    public static string? Without(string typed)
    {
        foreach (var at in new[] { Leading().Match(typed), Within().Match(typed) })
        {
            if (at is { Success: true } && at.Groups["occasion"] is { Success: true } occasion)
            {
                var left = $"{typed[..occasion.Index].TrimEnd()} {typed[(occasion.Index + occasion.Length)..].TrimStart(' ', ',', '，', '.', '。', ';', '；', '!', '！', ':', '：')}".Trim();
                if (left.Length > 1 && IsAsked().IsMatch(Folding.Of(left)))
                {
                    return left;
                }
            }
        }

        return null;
    }

    private const string Day = "(今天|明天|明儿|明儿个|后天|今晚|下午|上午|一会儿|待会儿|待会|马上|这周|本周|下周|这个月|月底|周[一二三四五六日]|下周[一二三四五六日]|礼拜[一二三四五六天]|星期[一二三四五六日])(上午|下午|早上|晚上|一早|早起)?";

    [GeneratedRegex("^(你好|您好|hi|hello|hey)?[ ,，]*(?<occasion>(我|我们|咱|组里|领导|市里|省里|办里)?" + Day + "(我|我们|咱|领导|组里)?(就|就要|要|得|还要|有个|有|去|需要)*(上会|开会|开例会|开调度会|开碰头会|开个会|汇报|去汇报|汇报工作|向领导汇报|给领导汇报|给省里汇报|过会|例会|碰头会|调度会|会上用|会上要用|见领导|写材料|报材料|写总结)(用|要用)?(呢|呀|了)?[ ,，。;；!！]+)"
        + "|^(你好|您好|hi|hello|hey)?[ ,，]*(?<occasion>(我|我们)?(这周|本周|今天|昨天|上周|周[一二三四五]|这个月|上个月)?(我|才|刚|刚刚|新)+(来|到岗|上岗|接手|接班|上任|调来|调过来|报到|来的)(的|没几天|不久)?[ ,，。;；!！]+)"
        + "|^((hi|hello|hey|morning)[ ,]+)?(?<occasion>(i |i've |i have |i'm |we )?(just|newly|only) (onboarded|joined|started|took over|taken over|arrived|came in|got here|came on board|new here|in)( here| this| the job| the post)*( this week| today| yesterday| on monday| last week| this month| this morning)?[ ,.;]+)"
        + "|^((hi|hello|hey|morning)[ ,]+)?(?<occasion>(i |i've |i have |we |we've |we have )?(have |got |got to |have got )?(a |the |to )?(meeting|briefing|report|report in|brief the (boss|leader|team)|present)( due)? (tomorrow|tmrw|today|this afternoon|on [a-z]+day|next week)[ ,.;:]+)", Options)]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?<occasion> ?\bfor (my |our |the )?(tomorrow|tmrw|tmr|today|tonight|monday|tuesday|wednesday|thursday|friday|next week|this afternoon)('s|s|’s)? (report|meeting|briefing|call|slides|presentation|brief|conference|summary|review meeting|update))|(?<occasion>" + Day + "(上会|开会|汇报|例会|会上|写材料|报材料)(要用|用|要)的?[ ,，]*)", Options)]
    private static partial Regex Within();

    /// <summary>A figure or a list is asked for.</summary>
    [GeneratedRegex(@"几|多少|哪些|哪几|有啥|有什么|啥|什么|个数|总数|数字|列|\?|how many|how much|what|which|totals?|figures|numbers|count|list|who|show|give me", Options)]
    private static partial Regex IsAsked();
}
