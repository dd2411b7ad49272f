using System.Text.RegularExpressions;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// Clauses that only give the order, say whom to tell, or thank: 重新报上去, 替我问问巡视组, please decline for us. They are no text of the
/// form of a step.
/// </summary>
internal static partial class OrderClauses
{
    /// <summary>The text without such clauses at its ends; empty where it has no others.</summary>
    public static string Without(Act act, string text)
    {
        var folded = Folding.Of(text);
        if (folded.Length != text.Length)
        {
            return text;
        }

        var (start, end) = (act is Act.ReportProgress or Act.HandIn && Command().Match(folded) is { Success: true } command ? command.Length : FieldNamed().Match(folded).Length, text.Length);
        for (var before = -1; before != end - start && start < end;)
        {
            before = end - start;
            start += FieldNamed().Match(folded[start..end]).Length;
            var first = start + ClauseEnd(folded, start, end) - start;
            if (IsAlone(act, folded[start..first]))
            {
                start = PastMarks(folded, first, end);
            }

            var last = start;
            for (var at = start; at < end; at = PastMarks(folded, ClauseEnd(folded, at, end), end))
            {
                last = at;
            }

            if (start < end && IsAlone(act, folded[last..end]))
            {
                end = last;
            }
        }

        // 给他留言：谢谢: then that is what is said.
        return start >= end && IsTalk(act) && !ToTell().IsMatch(folded.Trim(Marks)) ? text
            : WithoutWithin(act, text, folded, start, end);
    }

    /// <summary>面积写错了 给组里留个话 是1260亩: without such clauses in the middle, too.</summary>
    private static string WithoutWithin(Act act, string text, string folded, int start, int end)
    {
        var kept = new System.Text.StringBuilder();
        for (var at = start; at < end;)
        {
            var close = ClauseEnd(folded, at, end);
            var next = PastMarks(folded, close, end);
            if (at == start || next == end || !GivesOrder(act, folded[at..close].Trim(Marks)))
            {
                kept.Append(text, at, next - at);
            }

            at = next;
        }

        return kept.Length == text.Length ? text : kept.ToString().Trim(Marks);
    }

    private static bool IsTalk(Act act) => act is Act.Ask or Act.Remark or Act.Answer;

    /// <summary>Whether a clause, folded, says nothing but the step itself.</summary>
    public static bool IsAlone(Act act, string clause)
    {
        clause = clause.Trim(Marks);
        return clause.Length > 0
            && (Thanks().IsMatch(clause)
                || (!IsTalk(act) && (LeadAlone().IsMatch(clause) || Assent().IsMatch(clause)))
                || GivesOrder(act, clause));
    }

    private static bool GivesOrder(Act act, string clause) =>
        act switch
        {
            Act.ReportProgress or Act.HandIn => ToReport().IsMatch(clause) || ToAttach().IsMatch(clause),
            Act.Return or Act.Decline => ToReturn().IsMatch(clause),
            Act.Withdraw => ToWithdraw().IsMatch(clause),
            Act.Reopen => ToReopen().IsMatch(clause),
            Act.RequestExtension or Act.GrantExtension or Act.ChangeDue => ToExtend().IsMatch(clause),
            Act.RefuseExtension => ToRefuse().IsMatch(clause),
            Act.Refer or Act.PassOn => ToPass().IsMatch(clause),
            Act.Ask or Act.Remark or Act.Answer => ToTell().IsMatch(clause) || ToTellSomebody().IsMatch(clause) || TalkOnly().IsMatch(clause),
            Act.Urge => ToUrge().IsMatch(clause),
            _ => false,
        };

    /// <summary>Whether an English clause begins with the order of the step, or with somebody of whom it tells; null where it does neither.</summary>
    public static bool? IsOrdered(Act act, string clause) =>
        act switch
        {
            Act.Return or Act.Decline => BeginsReturning(),
            Act.Withdraw => BeginsWithdrawing(),
            Act.Reopen => BeginsReopening(),
            Act.PutOnLedger or Act.Docket => BeginsSupervising(),
            _ => null,
        } is { } order
            ? order.IsMatch(clause.Trim()) ? true : Statement().IsMatch(clause.Trim()) ? false : null
            : null;

    private static readonly char[] Marks = [' ', ',', '，', '。', '.', ';', '；', '!', '！', ':', '：', '、', '\n'];

    private static int ClauseEnd(string text, int at, int end)
    {
        while (at < end && !IsEnd(text, at))
        {
            at++;
        }

        return at;
    }

    private static int PastMarks(string text, int at, int end)
    {
        while (at < end && Array.IndexOf(Marks, text[at]) >= 0)
        {
            at++;
        }

        return at;
    }

    /// <summary>A mark between clauses, or a gap behind or before Chinese words.</summary>
    private static bool IsEnd(string text, int at) =>
        text[at] is ',' or '，' or '。' or ';' or '；' or '!' or '！' or ':' or '：' or '\n'
            || (text[at] == '.' && (at + 1 == text.Length || text[at + 1] == ' '))
            || (text[at] == ' ' && ((at > 0 && text[at - 1] > '\u2E7F') || (at + 1 < text.Length && text[at + 1] > '\u2E7F')));

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Lead = "(那|就|这么|这样|请|麻烦|你|您|帮我们|帮我|帮忙|帮|替我们|替我|替|给我们|给我|劳烦|烦请|咱们|咱|我们|我|先|再|也|还|重新|再次|顺便|直接|干脆|赶紧|把它|把这个|把这件|把这条|把|将其|给他们|给它|给|能不能|可不可以|可以|可否|能否|要不|想)*";

    private const string Tail = "(一下|下|吧|了|呗|哈|啊|呀|嘛|好了|就行|行不行|行不|行吗|可以吗|谢谢|多谢|去)*";

    private const string EnglishLead = "((so|then|and|but|ok|okay|just|please|pls|plz|kindly|can you|could you|would you|will you|can we|could we|you can|let's|lets|i want to|i'd like to|i would like to|we want to|we'd like to|we would like to|i want you to|want to|need to|you please|go ahead and)[ ,]*)*";

    private const string EnglishTail = "( (it|that|this|them|him|her|this one|that one|that one then|the matter|the case|the task|the thing|for me|for us|for now|on our behalf|on my behalf|now|then|today|please|pls|thanks|thank you|to them|to him|to the team|to the leader|back|down|up|off|away|over|in|out|on|again|as (a |an |the |our |my )?(progress|update|progress update|progress report|result|results|final|done|finished|complete|completed|reason|note|report)|in the (system|record|report|progress)|there|here|with (that|this|it|those|these)|accordingly|instead|right away|asap|if possible|if you can))*";

    /// <summary>理由就写, the reason is: what only says into which part of the form it goes.</summary>
    [GeneratedRegex("^((理由|原因|内容|说明|进展|结果|要求)(里|上|栏)?(就写上|就写|就说|就填|写上|写成|写|填)|就写上|就写|就填|就说是|就说|说是)[:： ]*|^(just (write|put) (that )?|(the )?(reason|progress|result|note) (is|should be|should say|should read)( that)?[: ]+)", Plain)]
    private static partial Regex FieldNamed();

    [GeneratedRegex("^" + EnglishLead + "((decline|return|refuse|reject) |(send|push|knock|kick|bounce|give|hand|throw) .*back( |$))", Plain)]
    private static partial Regex BeginsReturning();

    [GeneratedRegex("^" + EnglishLead + "((withdraw|recall|retract|cancel|pull) |take .*back( |$))", Plain)]
    private static partial Regex BeginsWithdrawing();

    [GeneratedRegex("^" + EnglishLead + "(reopen|re-open|open) ", Plain)]
    private static partial Regex BeginsReopening();

    [GeneratedRegex("^" + EnglishLead + "(docket |(put|place|list|get) .*(ledger|docket))", Plain)]
    private static partial Regex BeginsSupervising();

    [GeneratedRegex("^(it|they|he|she|we|this|that|there|these|those|i)('s| is| was| were| are| has| have| had| does| did| do| keep| keeps| isn't| wasn't| weren't| aren't| hasn't| haven't| won't| will| can't| cannot| never| already) ", Plain)]
    private static partial Regex Statement();

    /// <summary>进展 1301-1: the command before what it reports.</summary>
    [GeneratedRegex("^[^,，。:：;；了]{1,16}(进展|进度)(情况)?(如下|更新)?[:：] *|^" + EnglishLead + "(log|note|record|register|report|add|put down|write down)( this| it)?( down)?( (for|under|on|in|to) [a-z0-9' -]{1,40})? that |^" + EnglishLead + "(log|note|record|register|report|add|put|put down|write|write down|enter|post|submit|file|update|make|give)( this| it)?( down)?( (the|some|my|our|a|an))?( (progress|update|progress update|progress note|progress report|result|results|report|status|entry))?( (there|here|then|now|for it|on it|on that|on this|on that one|for that one|for me|for us))?: *|^(反馈进展|报进展|进展|进度|报结|反馈|progress|report progress|report|update|hand in) *(on |for )?([0-9]{4}-)?[0-9]{3,4}-[0-9]{1,3}(-[0-9]{1,2})? *[:：,，]? *", Plain)]
    private static partial Regex Command();

    /// <summary>重新: left of 重新报上去.</summary>
    [GeneratedRegex("^" + Lead + "$", Plain)]
    private static partial Regex LeadAlone();

    [GeneratedRegex("^" + Lead + "(的)?(延期|申请|延期申请)?(就|先|也)?(别批|不批|不准|不给|别给|不同意|不能批|驳回|驳了|不行)" + Tail + "$"
        + "|^" + EnglishLead + "(refuse|reject|deny|decline|turn)( down)?( the| their| this| his| her)?( extension| request| request for more time)?" + EnglishTail + "$", Plain)]
    private static partial Regex ToRefuse();

    [GeneratedRegex("^(谢谢|多谢|辛苦|拜托|麻烦|请)(你|您|大家|领导|了|啦|啊|哈)*$|^(please|pls|plz|sorry|so sorry)$|^(实在|真是|真)?(不好意思|抱歉|对不住|对不起)(了|啊|哈)?$|^(many )?(thanks|thank you|thx|cheers|ta)( a lot| very much| in advance)?$", Plain)]
    private static partial Regex Thanks();

    [GeneratedRegex("^" + Lead + "((按|当|算|作为)(成)?(进展|进度)(来)?)?(报结|报办结|销号|上报|汇报|反馈|提交|报送|报一报|交上|报上|交|报|递|记|写|登记|登|补|填|录|更新|加)(一下|一次|一遍|一笔|一条|上去|上来|过去|进去|上|到|在|进)*(进展|进度|结果|台账|记录|系统|里面|里头|里|上)*" + Tail + "$"
        + "|^" + Lead + "(给|在|往|到)[^了已]{1,12}(里头|里面|里|上|底下)?(记|登|补|加|写|填)(上|进去)?(一)?(笔|条|下|句)" + Tail + "$"
        + "|^" + EnglishLead + "(hand|submit|send|file|report|turn)( in| off)?( the| our| my| this)? (result|results|outcome)( in| off)?" + EnglishTail + "$"
        + "|^" + EnglishLead + "(hand|handing|submit|submitting|resubmit|re-submit|resubmitting|send|resend|report|file|mark|put|record|note|log|write|register|add|enter|update|save|treat|count|take)" + EnglishTail + "$", Plain)]
    private static partial Regex ToReport();

    [GeneratedRegex("^" + Lead + "(把|将)[^了已]{1,24}(挂上去|挂上|贴上去|贴上|附上去|附上|传上去|传上|放上去|放上|加上去|报上去|发上去|发上来|附进去|放进去)" + Tail + "$"
        + "|^(我|咱|我们)?(一会儿|一会|等会儿|等会|等下|待会儿|待会|马上|稍后|回头|晚点|这就|下午|晚上)(就|再)?(给你|给您)?(发|传|补|附|上传|补发)(来|上|给你|给您|过来|过去|上来)*(文件|照片|图片|图|附件|材料|扫描件)?(来|过来|过去|上来|给你|给您)?" + Tail + "$"
        + "|^" + EnglishLead + "(attach|upload|add)( the| this| that| my| our)?( [a-z]+){0,4}( to it| here| to this)?$|^(i'll|i will|we'll|we will|i am going to|i'm going to) (send|upload|attach)( you)?( the| a| it| them)?( [a-z]+){0,2} (later|in a minute|in a moment|in a bit|shortly|soon|right after)$", Plain)]
    private static partial Regex ToAttach();

    [GeneratedRegex("^" + Lead + "(申请退件|退件|退回去|退回来|退回|退掉|退了|退|打回去|打回来|打回|驳回|顶回去|推回去|推回|推出去|推掉|推了|还回去)" + Tail + "$"
        + "|^" + EnglishLead + "(decline|return|refuse|reject|send|push|knock|kick|bounce|give|hand)" + EnglishTail + "$", Plain)]
    private static partial Regex ToReturn();

    [GeneratedRegex("^" + Lead + "(撤回来|撤回去|撤回|撤掉|撤了|撤|收回来|收回|拿回来|作废)" + Tail + "$"
        + "|^" + EnglishLead + "(withdraw|recall|pull|take|cancel|retract|call)" + EnglishTail + "$", Plain)]
    private static partial Regex ToWithdraw();

    [GeneratedRegex("^" + Lead + "(重新打开|重新开|重新办理|重新办|重新启动|打开|重开|重启|恢复办理)" + Tail + "$"
        + "|^" + EnglishLead + "(reopen|re-open|open)" + EnglishTail + "$", Plain)]
    private static partial Regex ToReopen();

    [GeneratedRegex("^" + Lead + "(这个|那个|这件|那件|它|时间|期限|时限|日子)*" + Lead + "(能|想|要)*(不能|不)?(再|还)*(申请延期|申请|延期|延一延|延延|延长|延|宽限|宽一宽|宽宽|宽|缓一缓|缓缓|缓|(往后)?(再)?(推一推|推推|推|挪一挪|挪挪|挪动|挪|拖一拖|拖拖|拖|靠一靠|靠靠|靠|放一放|放放|移一移|移)|批准|批一批|批|准)(上|个)?(一次|一回|一下|几天|两天|些日子|些时间|一段)?(您看|你看|领导看)?(不|没|不能|中不中|成不成|成不|中不|行不行|行不|好不好|可以不|有没有可能|啊|呢|么|嘛)*" + Tail + "[?？]?$|^(我们|我|咱|咱们|这个|这边|那个|怕|恐怕|怕是|估计|看来|感觉)*(是)?(真|实在)?(有点|有点儿|够)?(够呛|悬|悬乎|不赶趟)(了|啊|呀|啦)*$"
        + "|^" + EnglishLead + "(extend|postpone|push|move|give|grant|ask|request|delay|shift|apply)( for)?( more time| some more time| an extension| the extension| the date| the deadline| it)?" + EnglishTail + "$|^((ask|asking|request|requesting|need|want) (for )?)?(some |a bit )?(more time|an extension|extra time) on [a-z0-9' -]{1,40}$|^(is|would) (that|it)( be)? (ok|okay|fine|possible|alright)( with you)?$", Plain)]
    private static partial Regex ToExtend();

    private const string Day = "(([0-9]{1,2}月)?[0-9一二三四五六七八九十]{1,3}(号|日)|(本|这|下)?(周|星期)[一二三四五六日天末]|月底|年底|今天|明天|后天|[0-9]{4}-[0-9]{2}-[0-9]{2})";

    /// <summary>完了转给, 让他们八号之前弄完报给我们: who is to do it and by when, and not what.</summary>
    [GeneratedRegex("^" + Lead + "(完了|然后|接着|另外)?(转办给|转给|转办|转到|转发|转下去|转过去|转|移交过去|移交|交过去|送过去|发给)?(让|叫|请|要求|要|通知)?(他们|她们|它们|两家|两个县|两县|县里|区里|各家|各自|分别|都|大家|各县)*(务必|必须|得|要|尽快|抓紧)*(在|于)?" + Day + "?(之前|以前|前|以内|内)?(都|务必|必须)*(弄完|弄好|办完|办好|搞完|搞好|做完|整完|完成|办结|办|处理)?(并|再)?(报|交|反馈|汇报|报送|报结|上报|送|发)?(上来|过来|回来|回|来|给我们|给我|给市里|给咱们|给咱)*" + Tail + "$"
        + "|^" + EnglishLead + "(pass|hand|send|forward|transfer|refer|give|move)" + EnglishTail + "$"
        + "|^" + EnglishLead + "((have|let|get|ask|tell|make) )?((them|they|both|each|all of them|the counties|everyone|must|should|have to|need to|are to) )*(to )?(finish|report|reply|answer|respond|send|submit|hand|get|deliver|complete|do)( it| that| this| in| back| up| everything| done)*( (by|before|until|till|no later than) (the )?[0-9a-z ]{1,14})?( and (report|send|reply|get|hand)( it| back| in)*)?( to us| to me)?( please| pls)?$", Plain)]
    private static partial Regex ToPass();

    /// <summary>资金说不清 该交给, left where a department was named: the reason without the order around it.</summary>
    public static string WithoutReferring(string text)
    {
        var left = ReferringFirst().Replace(ReferringLast().Replace(text, ""), "");
        return left.Trim(Marks);
    }

    private const string Referring = "(应该|应|该|请|就|得|要|先|还是|把它|把这件|直接|都)*((移交|转交|移送|交给|转给|转送|交由|交|移|转)(给|到|去|过去|办理|办|处理|吧|了)*|办理|办|处理|去办)";

    private const string EnglishReferring = "(this |that |it |please |pls |just |should |must |has to |needs to |ought to |be )*(go|goes|refer|referred|pass|passed|hand|handed|give|given|send|sent|transfer|transferred)( it| this| that)?( over| on)?( to)?( the)?";

    [GeneratedRegex("^[ ,，。;；]*(" + Referring + "|" + EnglishReferring + "|to the|to|the)([ ,，。.;；:：]+|$)", Plain | RegexOptions.IgnoreCase)]
    private static partial Regex ReferringFirst();

    [GeneratedRegex("(^|[ ,，。.;；]+)(" + Referring + "|" + EnglishReferring + ")[ ,，。.]*$", Plain | RegexOptions.IgnoreCase)]
    private static partial Regex ReferringLast();

    /// <summary>帮我问问正定: whatever it is called.</summary>
    [GeneratedRegex(@"^(帮我|替我|麻烦|请|你|那|再|先)*(问一问|问一下|问一声|问问|问下)[\p{IsCJKUnifiedIdeographs}]{2,4}(那边|那头)?(一下|一声)?(吧|呗|啊)?$", Plain)]
    private static partial Regex ToTellSomebody();

    private const string Heard = "(他们|她们|他|她|人家|对方|那边|县里|区里|市里|省里|组里|组长|领导|上面|上级|巡视组|巡视办|省委巡视组|交办方|联络员|大家|各县)";

    [GeneratedRegex("^" + Lead + "(问一问|问一下|问一声|问问|问下|问|请示|请教|告诉|转告|通知|提醒)(一下|下|一声|一句)?" + Heard + "?(一下|一声|一句|下|吧|呗|哈|啊|好了)*$"
        + "|^" + Lead + "(跟|和|给|向|对)?" + Heard + "?(那边)?(说|讲|留|带|捎|传|回|补|加|提|写|问)(一|个|句|声|下|话|言|信|儿|条|问)+(吧|呗|哈|啊|好了|了)*$"
        + "|^" + EnglishLead + "(ask|tell|message|ping|write|write to|check with|pass|send|drop|leave|let|remind)( the (team|leader|county|city|district|inspectors|inspection team|officer|office|province)| him| her| them)?( a (short |quick |little )?(note|message|line|word)| know| that| this| it| on)*( to)?( the (team|leader|county|city|district|inspectors|officer|office)| him| her| them)?( there| here| on it| on that| on that one| about it| about that)?( for me| for us| please| pls| then| now)*$"
        + "|^" + Lead + "(跟|和|给|向|对)" + Heard + "(那边)?$"
        + "|^" + Lead + "(捎|带|传|递|留|转|写|发)(一)?(个|句|声|条)?(话|信儿|信|言|口信|留言|消息)(儿)?((给|跟|到)" + Heard + ")?" + Tail + "$", Plain)]
    private static partial Regex ToTell();

    /// <summary>沾, 那行, ok: the order is agreed to, and nothing told.</summary>
    [GeneratedRegex("^(那|那就|嗯|哦|好|就)*(沾|中|行|好|好的|好吧|成|得|得嘞|可以|可|没问题|ok|妥|对)(吧|了|嘞|啊|呗)?$|^(ok|okay|right|fine|yes|yeah|yep|sure|good|alright)( then)?$", Plain)]
    private static partial Regex Assent();

    /// <summary>催一下, 替我催催: in what goes along with a reminder.</summary>
    [GeneratedRegex("^" + Lead + "(去)?(催|提醒|督促)(一)?(催|下|声|次)?" + Heard + "?(一下|一声|一次)?" + Tail + "$|^" + EnglishLead + "(urge|remind|nudge|chase|push|press)( them| him| her| it)?" + EnglishTail + "$", Plain)]
    private static partial Regex ToUrge();

    /// <summary>just a note, not a reminder; 只留言 不是催办: which step it is, and which it is not.</summary>
    [GeneratedRegex("^(it's |this is |that's |only |just |as |please |make it )*an? (short |quick |simple |plain )?(note|remark|message|comment|question)( only)?([, ]+(and )?(not|no|rather than|instead of) (an? )?(formal |official )?(reminder|nudge|urge|chaser|warning|order|return|step|question))?$"
        + "|^(it's |this is |that's )?(and )?(not|no) (as )?(an? )?(formal |official )?(reminder|nudge|chaser|warning|question|need to (urge|remind|chase)( them| him| her)?)$"
        + "|^(就是|只是|这是|算是|就|只|光|算|当)+(留(个)?言|提个醒|说一声|带句话|打个招呼|问一句)(就行|就好|就成|而已|即可|罢了)*$"
        + "|^(可)?(这)?(不是|不算|别|不用|不要|先别|先不|甭)(正式)?(催|催办|催签)(啊|了|他们|哈)*$", Plain)]
    private static partial Regex TalkOnly();
}
