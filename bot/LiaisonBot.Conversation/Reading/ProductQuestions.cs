using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Questions about the product itself: what its words mean beside each other, what it takes, how it counts. They take no step. All texts are folded.</summary>
internal static class ProductQuestions
{
    private static bool Asks(Frame frame) =>
        frame.AsksInWords || Words.After(frame.Text, 0, "can ", "could ", "may ", "do ", "does ", "is ", "are ", "what ", "which ", "how ") > 0;

    /// <summary>转办跟交办有啥不一样, what's the difference between urge and remind: two words of the product; empty for anything else.</summary>
    public static IReadOnlyList<string> Compared(string text)
    {
        if (text.Length > 90 || !Words.Any(text, "不一样", "区别", "差别", "不同", "怎么区分", "咋区分", "怎么分", "一回事", "是一样", "一个意思", "difference", "differ ", "differ", "differs", "distinguish", "the same as", "the same thing", "same thing"))
        {
            return [];
        }

        var found = new List<(int At, string Term)>();
        foreach (var (term, words) in Terms)
        {
            var at = words.Select(word => text.IndexOf(word, StringComparison.Ordinal)).Where(start => start >= 0).DefaultIfEmpty(-1).Min();
            if (at >= 0)
            {
                found.Add((at, term));
            }
        }

        return found.Count == 2 ? [.. found.OrderBy(one => one.At).Select(one => one.Term)] : [];
    }

    private static readonly (string Term, string[] Words)[] Terms =
    [
        ("assign", ["交办", "assign"]),
        ("passon", ["转办", "pass on", "passing on", "pass it on"]),
        ("refer", ["移交", "refer"]),
        ("return", ["退回", "打回", "return", "send back", "sending back"]),
        ("withdraw", ["撤回", "withdraw"]),
        ("undo", ["撤销", "undo"]),
        ("decline", ["退件", "退办", "declin"]),
        ("urge", ["催办", "催一下", "urge", "urging"]),
        ("remind", ["提醒", "remind"]),
        ("ledger", ["挂账", "ledger"]),
        ("docket", ["立项", "docket"]),
        ("ask", ["提问", "question", "asking"]),
        ("remark", ["留言", "remark"]),
        ("handin", ["报结", "hand in", "handing in", "hand-in"]),
        ("report", ["反馈", "报进展", "progress"]),
        ("close", ["办结", "close", "closing"]),
        ("sign", ["签收", "sign for", "signing"]),
        ("extension", ["延期", "more time", "extension"]),
        ("changedue", ["改期", "改时限", "change the date", "changing the date", "change of date"]),
        ("substitute", ["代办", "代我", "substitute", "stand-in"]),
        ("replace", ["换人", "replace", "successor"]),
        ("follow", ["关注", "follow"]),
        ("correct", ["更正", "correct"]),
    ];

    /// <summary>县里的人调走了咋办 怎么换, how do I replace an officer who left: how somebody is replaced.</summary>
    public static bool AsksHowToReplace(Frame frame) =>
        frame is { Numbers.Count: 0, Days: null }
            && frame.Text.Length <= 90
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "how do", "how can", "how to", "what do i do", "what do we do", "what if", "what should")
                    && Words.Any(frame.Text, "officer", "liaison", "person", "contact", "somebody", "someone", "colleague", "people in")
                    && Words.Any(frame.Text, "leaves", "left", "has gone", "moved", "moves on", "transferred", "retire", "changed jobs", "replace", "switch", "swap", "new one")
                    && !Words.Any(frame.Text, " i leave", "if i ", "i'm leaving", "on leave", "matter")
                : Words.Any(frame.Text, "怎么换", "咋换", "如何换", "怎么替换", "换人怎么", "换人咋", "怎么更换", "咋更换", "咋办", "怎么办", "咋弄", "怎么弄")
                    && Words.Any(frame.Text, "调走", "换人", "调离", "退休", "离职", "不干了", "调动", "走了", "换了人", "换联络员", "怎么换", "咋换")
                    && Words.Any(frame.Text, "人", "联络员", "同志", "同事", "负责的")
                    && !Words.Any(frame.Text, "我要调", "我调", "我退休", "我要走", "我走了", "我要退", "手机", "密码", "件"));

    /// <summary>can i attach zip or only pdf, 压缩包能传不: which kinds of files are kept.</summary>
    public static bool AsksWhichFiles(Frame frame) =>
        frame.Numbers.Count == 0
            && frame.Text.Length <= 90
            && !frame.HasAny(Idea.Remark, Idea.Assign, Idea.Report2, Idea.Directory, Idea.Export)
            && (frame.IsEnglish
                ? Asks(frame) && Words.Any(frame.Text, "zip", "rar", "archive", "pdf", "docx", "jpg", "jpeg", "png", "heic", "video", "mp4", "ofd", "wps", "file type", "file format", "kind of file", "kinds of file", "types of file", "macro")
                    && Words.Any(frame.Text, "attach", "upload", "send", "add", "accept", "allow", "take", "keep", "ok", "work", "support")
                    && !Words.Any(frame.Text, "send me", "give me", "export", "as a pdf", "as pdf", "in pdf", "print", "make me", "put it in")
                : Words.Any(frame.Text, "压缩包", "压缩文件", "zip", "rar", "pdf", "什么格式的附件", "什么格式的文件", "啥格式的附件", "啥格式的文件", "附件什么格式", "附件要什么格式", "附件格式", "文件格式", "视频", "ofd", "wps", "带宏", "照片格式", "什么类型", "啥类型", "什么样的文件")
                    && Words.Any(frame.Text, "传", "发", "附", "上传", "收", "支持", "认", "交", "文件", "附件")
                    && (Asks(frame) || Words.Any(frame.Text, "能不能", "可不可以", "什么格式", "啥格式", "哪些格式"))
                    && !Words.Any(frame.Text, "导出", "发我", "给我", "打印", "生成", "出一份"));

    /// <summary>里面办结数是怎么算的, how is the overdue figure counted: how figures come about.</summary>
    public static bool AsksHowCounted(Frame frame) =>
        frame.Numbers.Count == 0
            && frame.Text.Length <= 90
            && !frame.HasAny(Idea.Remark, Idea.Assign)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "counted", "calculated", "worked out", "computed", "do you count", "does it count", "do you calculate", "arrive at", "come up with")
                    && Words.Any(frame.Text, "how ", "what counts", "what is counted")
                    && Words.Any(frame.Text, "number", "figure", "total", "closed", "overdue", "open", "count", "new", "waiting", "report", "bulletin")
                    && !Words.Any(frame.Text, "days", "due date", "deadline", "working day")
                : Words.Any(frame.Text, "怎么算", "咋算", "如何算", "怎么统计", "咋统计", "怎么数", "怎么计", "如何统计", "怎么得出", "怎么来的", "咋来的", "什么口径", "啥口径")
                    && Words.Any(frame.Text, "数", "项", "率", "件", "口径", "合计", "统计")
                    && Words.Any(frame.Text, "办结", "逾期", "超期", "未结", "未办结", "待审", "新交办", "交办数", "签收", "合计", "总数", "数字", "数据", "周报", "月报", "通报", "台账", "口径")
                    && !Words.Any(frame.Text, "天数", "工作日", "时限", "期限"));

    /// <summary>刚才那条提醒是按什么规则来的, which rule made that reminder.</summary>
    public static bool AsksWhichRule(Frame frame) =>
        frame.Numbers.Count == 0
            && frame.Text.Length <= 80
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "reminder", "message", "digest", "ping") && Words.Any(frame.Text, "which rule", "what rule", "by what", "based on what", "triggered", "set it off", "caused", "where does") && Words.Any(frame.Text, "that", "this", "last", "just")
                : Words.Any(frame.Text, "提醒", "消息", "催", "汇总") && Words.Any(frame.Text, "什么规则", "啥规则", "哪条规则", "哪个规则", "根据什么", "根据啥", "依据", "凭什么", "按什么", "按啥", "按哪")
                    && Words.Any(frame.Text, "刚才", "刚刚", "那条", "这条", "上一条", "上条", "早上", "今天", "昨天", "那个提醒", "这个提醒"));

    /// <summary>他们一般几天回, how long do they usually take: how soon something is answered.</summary>
    public static bool AsksHowSoon(Frame frame) =>
        frame.Numbers.Count <= 1
            && frame.Text.Length <= 80
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "usually", "normally", "typically", "generally", "on average", "as a rule")
                    && Words.Any(frame.Text, "how long", "how soon", "how fast", "how quick", "how many days", "when do they")
                    && Words.Any(frame.Text, "answer", "reply", "respond", "take", "decide", "review", "get back", "hear")
                : Words.Any(frame.Text, "一般", "通常", "平常", "正常", "平均", "大概")
                    && Words.Any(frame.Text, "几天", "多久", "多长时间", "多少天", "几个工作日", "啥时候能", "什么时候能")
                    && Words.Any(frame.Text, "回", "答复", "批", "审", "反馈", "有结果", "有信"));

    /// <summary>付件齐不齐, is the evidence complete: what came along, which the reviewing side judges.</summary>
    public static bool AsksIfFilesComplete(Frame frame) =>
        frame.Numbers.Count <= 1
            && frame.Text.Length <= 60
            && (frame.IsEnglish
                ? Asks(frame) && Words.Any(frame.Text, "evidence", "attachment", "files", "documents", "photos", "papers") && Words.Any(frame.Text, "complete", "all there", "missing", "enough", "all in", "sufficient")
                    && !Words.Any(frame.Text, "have to", "need", "must", "required")
                : Words.Any(frame.Text, "附件", "付件", "材料", "佐证", "照片", "凭证", "文件")
                    && Words.Any(frame.Text, "齐不齐", "齐吗", "齐没", "齐了吗", "齐了没", "齐全", "全不全", "全吗", "全没", "缺不缺", "缺啥", "缺什么", "够不够", "少不少")
                    && (Asks(frame) || Words.Any(frame.Text, "齐不齐", "全不全", "够不够", "缺不缺")));

    /// <summary>正定那个农田的让我看看: another place's matter is asked to be shown.</summary>
    public static bool AsksToSee(Frame frame) =>
        frame is { Numbers.Count: 0, Step: null, Places.Count: 1 }
            && frame.Text.Length <= 80
            && Words.Any(frame.Text, "让我看", "给我看", "我看看", "看一下", "看看", "学习", "参考", "借鉴", "咋写的", "怎么写的", "咋报的", "怎么报的", "咋弄的", "怎么弄的", "show me", "let me see", "can i see", "may i see", "could i see", "let me look", "have a look", "look at", "learn from", "how did", "copy of")
            && !frame.HasAny(Idea.Urge, Idea.Assign, Idea.Contact);

    /// <summary>前头那个人干到哪步了, how far did the one before me get: how far it is, of whoever had it before.</summary>
    public static bool AsksHowFarBefore(Frame frame) =>
        frame.Numbers.Count <= 1
            && frame.Text.Length <= 80
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "before me", "my predecessor", "the predecessor", "the previous", "the last person", "the last officer", "the one who had it", "whoever had it")
                    && Words.Any(frame.Text, "how far", "get to", "got to", "get with", "leave it", "left it", "leave off", "left off", "done so far", "has been done", "already done", "did ")
                : Words.Any(frame.Text, "前头那个人", "前头那位", "前头的人", "前任", "上一任", "上任", "之前那个人", "之前那位", "之前的人", "前面那个人", "前面那位", "原来那个人", "原来那位", "原先那个人", "原先那位", "以前那个人", "以前管的人")
                    && Words.Any(frame.Text, "哪步", "哪一步", "到哪", "进展", "办了啥", "办了什么", "干了啥", "干了什么", "做了啥", "做了什么", "弄到", "办到", "干到", "做到", "啥程度", "什么程度", "怎么样了", "咋样了"));

    /// <summary>要带联系人电话, with phone numbers: behind a file of matters.</summary>
    public static bool WantsPhones(string text) =>
        text.Length <= 60
            && Words.Any(text, "联系人", "联系电话", "电话", "手机号", "phone", "contact")
            && Words.Any(text, "带", "加上", "要有", "也要", "附上", "包括", "含", "里面有", "里头有", "有没有", "with ", "include", "including", "add the", "are there", "does it have", "is there", "too");

    /// <summary>發給誰看的這個, who is this for: whom a paper is for.</summary>
    public static bool AsksWhoReads(string text) =>
        text.Length <= 60
            && Words.Any(text, "发给谁", "给谁看", "发谁", "报给谁", "谁看的", "给谁的", "抄送谁", "谁能看", "who is this for", "who is it for", "who's this for", "who's it for", "who gets this", "who gets it", "who reads", "who is it sent", "who does it go", "who does this go", "whom is", "who sees");
}
