using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>What is wanted of the matter on the screen in a few words of everyday speech.</summary>
internal enum Saying
{
    /// <summary>行 就这俩发吧.</summary>
    Press,

    /// <summary>能收回来不, is there any way to take that back.</summary>
    TakeBack,

    /// <summary>最后一车也拉走了 这条交了吧.</summary>
    HandIn,

    /// <summary>十天太长 最多到20号.</summary>
    AtMost,

    /// <summary>那我们不接 你跟上面说归高新区.</summary>
    NotOurs,

    /// <summary>ok fine we'll take the bridge one.</summary>
    TakeOn,

    /// <summary>没啥毛病 这事就算了结吧.</summary>
    CloseIt,

    /// <summary>停车场那件不要了 别的组在查.</summary>
    NotNeeded,

    /// <summary>问一下长安 那笔钱谁签的字, ask the team leader if copies are ok.</summary>
    AskThem,

    /// <summary>crew cleared about 60 tons yesterday, one truckload left.</summary>
    WorkDone,

    /// <summary>他们交上来的照片搁哪儿了.</summary>
    WhereAttached,

    /// <summary>问过去了没.</summary>
    WasAsked,

    /// <summary>冻肉那个是后勤副校长签的, where that was asked.</summary>
    Answers,

    /// <summary>再给正定添一桩 查查停车场收费去哪了.</summary>
    Assigns,
}

/// <param name="Text">What goes along with it, folded; empty where nothing does.</param>
internal sealed partial record ShortSaying(Saying Kind, string Text)
{
    private static readonly char[] Gaps = [' ', ',', '。', ';', '!'];

    /// <summary>Null for anything else. What depends on something, comes later or is denied is none of it.</summary>
    public static ShortSaying? Of(Frame frame)
    {
        if (frame.Numbers.Count > 1 || frame.Text.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var text = frame.Text.Trim().TrimEnd('。', '.', '!', ' ');
        if (AsksOf(frame, text) is { } asked)
        {
            return asked;
        }

        // ask the team leader if copies are ok: that it depends on something is of what is asked.
        if (!frame.Refrains
            && EnglishAsk().Match(text) is { Success: true } ask
            && (!ask.Groups["place"].Success || frame.Places.Count > 0))
        {
            return new(Saying.AskThem, ask.Groups["text"].Value);
        }

        if (frame.Has(Idea.If) || frame.Mark || frame.Refrains)
        {
            return null;
        }

        // 谁签的字 is what is asked, and not asked of the bot.
        if (ChineseAsk().Match(text) is { Success: true } question
            && frame is { Numbers.Count: 0, Places.Count: > 0 }
            && question.Groups["text"].Value.TrimStart() is var told
            && frame.Places.Exists(place => told.StartsWith(place.Name[..2], StringComparison.Ordinal))
            && frame.Words.Sum(word => word.Length) >= LeastAsked)
        {
            return new(Saying.AskThem, "");
        }

        // 查查收费去哪了: what is to be found out is of the task.
        if (frame is { Numbers.Count: 0, Places.Count: > 0 } && GivesOne().IsMatch(text))
        {
            return new(Saying.Assigns, "");
        }

        // 完了 没啥毛病: no question over the end of a clause.
        var clauses = text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
        if (clauses is [.., var last] && ClosesIt().IsMatch(last) && last.AsSpan().IndexOfAny(NotClosing) < 0)
        {
            return new(Saying.CloseIt, "");
        }

        if (frame.Asks)
        {
            return null;
        }

        return EnglishStance.IsEnglish(text) ? English(frame, text) : Chinese(frame, text, clauses);
    }

    private static readonly System.Buffers.SearchValues<char> NotClosing =
        System.Buffers.SearchValues.Create("不别没先再等吗么");

    /// <summary>Letters of a question that no word covers: with fewer it asks for a list.</summary>
    private const int LeastAsked = 4;

    private const int LeastWords = 5;

    private static ShortSaying? AsksOf(Frame frame, string text) =>
        frame.Has(Idea.If) ? null
        : frame is { Numbers.Count: 0, Named.Count: 0, HasPlaces: false }
            && (TakesBack().IsMatch(text) || EnglishTakesBack().IsMatch(text)) ? new(Saying.TakeBack, "")
        : WhereAttached().IsMatch(text) && Words.Any(text, OfTheirs) ? new(Saying.WhereAttached, "")
        : frame.Numbers.Count == 0 && WasAsked().IsMatch(text) ? new(Saying.WasAsked, "")
        : null;

    private static readonly string[] OfTheirs =
        ["他们", "人家", "交上来", "报上来", "传上来", "发上来", "交来", "报来", "送来", "县里", "区里"];

    private static ShortSaying? English(Frame frame, string text)
    {
        // we'll take it: what is willed here is done by a press.
        if (TakesOn().IsMatch(text)
            && !frame.Has(Idea.Later)
            && !Words.Any(text, " later", " after ", " once ", " when "))
        {
            return new(Saying.TakeOn, "");
        }

        return !frame.HasAny(Idea.Later, Idea.Wish, Idea.Extend)
            && frame.Places.Count == 0
            && frame.Numbers.Count == 0
            && !frame.HasAny(Idea.Finished, Idea.HandIn, Idea.Close)
            && !Words.Any(text, "done", "finish", "complete", "hand", "submit")
            && WorkDone().IsMatch(text)
            && text.AsSpan().IndexOfAnyInRange('0', '9') >= 0
            && text.Count(' ') >= LeastWords - 1
            && Words.After(text, 0, OrdersOfOthers) < 0
                ? new(Saying.WorkDone, "")
                : null;
    }

    private static readonly string[] OrdersOfOthers =
    [
        "show", "list", "urge", "chase", "remind", "assign", "tell", "ask", "give", "have", "get", "send", "export",
        "print", "add", "need", "please", "pls", "can ", "could ", "return", "close", "sign", "new", "everything",
        "all that", "those that", "the ones", "matters", "any", "i want", "i need", "make", "set",
    ];

    private static ShortSaying? Chinese(Frame frame, string text, string[] clauses)
    {
        if (PressIt().IsMatch(text))
        {
            return new(Saying.Press, "");
        }

        if (AtMost().Match(text) is { Success: true } most && !frame.HasPlaces)
        {
            return new(Saying.AtMost, most.Groups["day"].Value);
        }

        if (frame.Has(Idea.Later) && !clauses.All(clause => clause is not ['等' or '先' or '再' or '暂', ..]))
        {
            return null;
        }

        if (Array.FindIndex(clauses, clause => HandsIn().IsMatch(clause)) is >= 0 and var order
            && clauses.Where((_, i) => i != order).ToList() is var others
            && others.TrueForAll(clause => clause is not ['等' or '先' or '再' or '要' or '别' or '不' or '暂', ..]))
        {
            return new(Saying.HandIn, string.Join(' ', others.Select(clause => WritesDown().Replace(clause, ""))));
        }

        if (NotOurs().IsMatch(text) && !frame.Has(Idea.Later) && !text.Contains("电话", StringComparison.Ordinal))
        {
            return new(Saying.NotOurs, TellsThem().Match(text).Groups["text"].Value);
        }

        if (frame.Step is null or (Idea.Withdraw or Idea.Undo, _, _)
            && !frame.Has(Idea.Later)
            && NotNeeded().Match(text) is { Success: true } dropped)
        {
            return new(Saying.NotNeeded, dropped.Groups["text"].Value.Trim());
        }

        return frame is { Numbers.Count: 0, HasPlaces: false } && Answers().IsMatch(text)
            ? new(Saying.Answers, "")
            : null;
    }

    private const RegexOptions Plain =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        "(还能|能|能不能|可以|还可以|怎么|咋)(再)?(把.{1,6})?(收回来|收回|撤回来|撤回去|撤回|拿回来|要回来|反悔|撤销|撤掉|撤)(来)?(不|吗|么|没|不能"
        + "|行不|行吗)?$",
        Plain)]
    private static partial Regex TakesBack();

    [GeneratedRegex(
        @"\b(any way|a way|can i|can we|could i|could we|how do i|how can i|is it possible|possible"
        + @"|too late) (to )?(still )?((take|get|pull|call) (that|it|this)( last one)? back"
        + @"|(undo|reverse) (that|it|this)( last one)?)$",
        Plain)]
    private static partial Regex EnglishTakesBack();

    [GeneratedRegex(
        "(照片|附件|材料|票据|单子|凭证|文件|扫描件|图片|合同|清单|报告).{0,4}(搁|放|在|存|上|去|从)(哪|哪儿|哪里|什么地方)(了|呢|看|能看|看得到)?$",
        Plain)]
    private static partial Regex WhereAttached();

    [GeneratedRegex(
        "^(刚才|刚才那个|刚刚|那|那个)?(帮我)?问(过去|出去|他们|过)?(了)?(没有|没|吗|么)$|^(did you|have you) (ask"
        + "|asked) them( yet)?$|^(did|has) my question (go|gone) (out|through|over)$",
        Plain)]
    private static partial Regex WasAsked();

    [GeneratedRegex(
        @"^(ok,? |please |pls |can you |could you |and |so )*ask (the team leader|the leader|the team"
        + @"|the office|the inspectors|the county|the city|the district|them"
        + @"|(?<place>[a-z']+)) (?<text>(if|whether|when|why|what|how|who|which|where) .{4,})$",
        Plain)]
    private static partial Regex EnglishAsk();

    [GeneratedRegex("^(你|麻烦|请|帮我|帮忙|再|那|替我|去)*(问问|问一下|问下|问一声|去问) ?(?<text>.{6,})$", Plain)]
    private static partial Regex ChineseAsk();

    [GeneratedRegex(
        @"^((ok|okay|fine|right|sure|yeah|yes|alright|all right)[, ]+)*(i'll|we'll|i will|we will|ill"
        + @"|we|i|happy to|let us|let's) (take|accept|take on|pick up) (it|this|that|this one|that one"
        + @"|the [a-z' ]{1,40}? one)( on)?( then| too| now)?(,.*|\. .*| - .*)?$",
        Plain)]
    private static partial Regex TakesOn();

    [GeneratedRegex(
        @"\b(cleared|removed|collected|hauled|carted|demolished|dismantled|planted|repaid|paid"
        + @"|inspected|visited|checked|fixed|repaired|cleaned|relocated|settled|filled|dug|built"
        + @"|installed|tested|picked up|took away|taken away|tore down|torn down|knocked down|shut down"
        + @"|interviewed|fined|sealed)\b",
        Plain)]
    private static partial Regex WorkDone();

    [GeneratedRegex(
        "^(行|好|好的|嗯|那|可以|ok|对)?[ ,]*(就)?(这俩|这两个|这两件|这三个|这三件|这几个|这几件|这些|这样|它俩)(先)?(发|派|交办|下发|发出去|派下去"
        + "|发下去)(了)?(吧|得了)$",
        Plain)]
    private static partial Regex PressIt();

    [GeneratedRegex(
        "(最多|顶多|至多|最晚|最迟)(只能|能|给你们|给他们)?(到|给到|延到|批到|宽限到"
        + "|拖到)(?<day>([0-9]{1,2}月)?[0-9一二三四五六七八九十]{1,3}(号|日)|(这|本|下)?(周|星期|礼拜)[一二三四五六日天]|月底|年底"
        + "|元旦)(前)?($|[ ,。;!吧])",
        Plain)]
    private static partial Regex AtMost();

    [GeneratedRegex(
        "^(那就|那|好|行|嗯|好的|ok)?(这条|这件|这个|这项|这事|那条|那件|那个|它)?(就|可以|能|直接|该)?(交|报结|交上去|提交|交差|交账)了?(吧|啦|哈"
        + "|得了)$",
        Plain)]
    private static partial Regex HandsIn();

    [GeneratedRegex("^(说明|结果|办理结果|内容|情况|里面)?(里)?(就)?(写上|写成|写|填上|填)", Plain)]
    private static partial Regex WritesDown();

    [GeneratedRegex(
        "(^|[ ,。])(那|那么|所以|反正|这件|这条|这个|那件|那个)*(我们|咱们|我们区|我们县|我们这|咱们区|咱们县|俺们)(这边)?(就)?不(接|收|认|领)(了|啊"
        + "|哈|这个|这件|这活|这条)?($|[ ,。])",
        Plain)]
    private static partial Regex NotOurs();

    [GeneratedRegex(
        "((跟|和|给|向|对)(上面|上头|上级|组里|他们|省里|市里|领导|巡视组)(说|讲|回|反映|说一下|说一声|回一下|反映一下)|就说|理由是"
        + "|因为)[,: ]*(?<text>[^ ].*)$",
        Plain)]
    private static partial Regex TellsThem();

    [GeneratedRegex("^(.*(就算|就此|可以|就|那就|给))?(了结了?|结案了?|结掉|结了它)(吧|得了|算了)$|.(就|可以|能)结了?吧$", Plain)]
    private static partial Regex ClosesIt();

    [GeneratedRegex(
        "(那件|这件|那条|这条|那个|这个|那项|这项|那桩|这桩)(就|也)?(不要了|不用办了|不用查了|不查了|不办了|作废吧?|作废了|取消吧|取消了)($"
        + "|[ ,。;](?<text>.*)$)",
        Plain)]
    private static partial Regex NotNeeded();

    [GeneratedRegex("是.{1,14}(的|了)($|[ ,。])", Plain)]
    private static partial Regex Answers();

    [GeneratedRegex(
        "^(再|另外|顺便|那|还要)?给.{2,8}?(再)?(添|加|派|安排|布置|下|来)(上)?(一)?(桩|件|项|个|条|份)(活|任务|事|儿)?[ ,。:].{4,}$",
        Plain)]
    private static partial Regex GivesOne();
}
