using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What people put around a sentence to be polite, and the sounds between, which say nothing: 不好意思，再请问一下…; …, if it is not too
/// much trouble.
/// </summary>
internal static partial class Courtesy
{
    /// <summary>UTF-16 units of what is left: less would say nothing.</summary>
    private const int Shortest = 4;

    /// <summary>The sentence without it, as typed; null where there is none, or hardly anything else.</summary>
    public static string? Without(string typed)
    {
        var folded = Folding.Of(typed);
        if (folded.Length != typed.Length || folded.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var start = 0;
        while (LengthBefore(folded[start..]) is > 0 and var length)
        {
            start += length;
        }

        var end = Behind().Match(folded, start) is { Success: true } behind ? behind.Index : folded.Length;
        if (end - start < Shortest)
        {
            return null;
        }

        // 占地的那个事嗯就是…: a sound parts what stands around it.
        var left = Sound().Replace(typed[start..end], "，").Trim(' ', '，');
        return left.Length >= Shortest && left.Length < typed.Trim().Length ? left : null;
    }

    /// <summary>One of them at the beginning; several follow each other.</summary>
    private static int LengthBefore(string text) => Math.Max(BeforeInChinese().Match(text).Length, BeforeInEnglish().Match(text).Length);

    /// <summary>您看行吗, would you be so kind as to: asked for, however politely, so that it is shown before it is done.</summary>
    public static bool IsAskedFor(string typed) => AskedFor().IsMatch(Folding.Of(typed));

    [GeneratedRegex(
        @"^((真的不好意思|真不好意思|实在不好意思|不好意思|实在抱歉|非常抱歉|抱歉打扰了|抱歉打扰|抱歉|打扰一下|打扰您一下|打扰您了|打扰了|再请问一下|麻烦您一下|麻烦问一下|麻烦问下|麻烦请问一下|想请教您一下|想请教一下|请教一下|想请示您一下|请示一下"
            + @"|(各位领导|各位老师|各位|领导|老师|主任|组长|处长|科长|同志)?(您好呀|您好啊|您好|你好呀|你好啊|你好|早上好|上午好|中午好|下午好|晚上好)|各位领导好|各位老师好|老师好|领导好|组长好|主任好|大家好|各位好|您辛苦了|辛苦您了|辛苦了|辛苦啦|又来麻烦您了|又来麻烦你了|又要麻烦您了|那个那个|嗯+|呃+|打扰(老师|组长|领导|主任|您)(了|一下)?)(啊|哈|呀|哦|哟)?[,，.。:：!！;；~ ]*"
            + @"|(各位老师|各位领导|老师|领导|主任|各位领导|是这样的|是这样|就是说|那个啥|那什么|打扰)[,，.。:：!！;；~ ]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeInChinese();

    [GeneratedRegex(
        @"^(sorry to bother you again|sorry to bother you|sorry to trouble you|sorry to disturb you|apologies for bothering you|excuse me|so sorry|very sorry|my apologies|sorry to ask|may i ask|could i ask|if i may ask|if you (don't|dont|do not|wouldn't) mind|if (it is|it's|that is|that's|its) not too much trouble|much obliged if you could|i'd appreciate it if you could|i would appreciate it if you could|i'd be very grateful if you could|(i )?hope (you are|you're|this finds you|all is) well|good (morning|afternoon|evening)( everyone| all| sir| madam)?|dear (all|colleagues?|sir|madam|leader)"
            + @"|hi there|hello there|hi|hello|hey|if possible|if convenient|no (rush|hurry)( at all)?,? but|no (rush|hurry)( at all)?|when you (have|get) a (moment|minute|chance|sec|second)|at your convenience|(would|could) you be so kind as to|be so kind as to|would you kindly|i was wondering if you could|i wonder if you could|i'd be grateful if you could|it would be great if you could|obliged if you could|appreciate it if you could)\b[,，.。:：!！;；~ ]*",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeInEnglish();

    [GeneratedRegex(
        @"([,，.。 ]+(if (it is|it's|that is|that's|its|thats) not too much trouble|if (it is|it's|that is|that's) no trouble|if you (don't|dont|do not|wouldn't) mind|if (it is|it's|that is|that's) (ok|okay|alright|all right)( with you)?|if that suits you|when you (have|get) a (moment|minute|chance|sec|second)|at your convenience|no rush( at all)?|no hurry( at all)?|whenever you have time|whenever suits you|(i )?hope (you are|you're|all is) well|have a (nice|good) (day|one|weekend)|(kind|best) regards|much appreciated|much obliged|(many )?thanks( a lot| so much| again| in advance)?|thank you( so much| very much| kindly| again| in advance)?|cheers"
            + @"|麻烦了|有劳了|劳驾了|辛苦了|辛苦啦|不急|不着急|方便的话|您方便的时候|有空的话|抱歉打扰|打扰了)"
            + @"|[,，.。 ]*(给您添麻烦了|给你添麻烦了|添麻烦了|麻烦您了|麻烦你了|麻烦您啦|辛苦您了|辛苦你了|非常感谢|十分感谢|谢谢您了|谢谢您|谢谢老师|谢谢领导|谢谢啦|谢谢了|谢谢|多谢了|多谢您|多谢|拜托了|拜托啦|(您|你)看(行吗|行不行|行不|行么|可以吗|可以不|可以么|方便吗|方便不|方便么|成吗|成不|好吗|好不好|合适吗|合适不)|不知道您方便不方便|不知方便不))+[.。!！?？~ ]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(
        @"(您|你)看(行|可以|方便|成|好|合适)[^,，。]{0,3}$|^.{0,80}\b(be so kind as to|would you kindly|wondering if you could|wonder if you could|grateful if you could|be great if you could)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"[,，。 ]*(嗯+|呃+|那个那个|这个这个|怎么说呢|如果方便的话|方便的话|有空的话|可以的话)[,，。 ]*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Sound();
}
