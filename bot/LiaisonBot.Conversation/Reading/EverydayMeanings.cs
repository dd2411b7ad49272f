using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What people say beside their work: they put off, complain, look for a button, thank, or ask for what is not done
/// here. These
/// lines come before all others of <see cref="Meanings"/>, so each of them asks for its whole phrase.
/// </summary>
internal static class EverydayMeanings
{
    private static readonly string[] LittleLater =
        ["一会儿", "一会", "待会儿", "待会", "过会儿", "过会", "等会儿", "等会", "晚会儿", "晚点儿", "晚点", "回头", "稍后"];

    private static readonly string[] BetweenLaterAndStep = ["我们再", "我再", "我去", "再去", "再", "就", "我", "去"];

    private static readonly string[] StepLetters =
        ["签", "报", "交", "办", "催", "批", "退", "转", "结", "点", "撤", "弄", "处理", "派"];

    private static readonly string[] Left =
    [
        "先留着", "先搁着", "先搁那", "先搁一搁", "先搁一下", "先不弄", "先不动", "先不搞", "先不管", "先不办", "先不点",
        "先这么放着", "先这么着", "先放那", "先放着", "先压着", "先停一停", "先停一下", "先等一等", "先缓缓", "先缓一缓",
    ];

    private static readonly string[] Asking = ["吗", "么", "不", "没", "呢", "没有", "行不行", "好不好", "对不对"];

    /// <summary>桥下垃圾那条一会儿签 在开会, 先留着 我下午碰到他们主任再说: nothing now, whatever is told beside it.</summary>
    public static bool PutsOff(Frame frame)
    {
        var text = frame.Text.TrimEnd('。', '!', ' ', '~', '哈', '啊', '吧', '哦', '了');
        if (frame.Mark || Words.Before(text, text.Length, Asking) >= 0
            || frame.HasAny(Idea.Reminder, Idea.Recurring, Idea.Follow, Idea.Which, Idea.Who, Idea.When, Idea.HowGoes))
        {
            return false;
        }

        if (Words.After(text, Words.Past(text, 0, "哎", "嗯", "好", "那就", "那", "这个", "这条", "这件"), Left) is > 0 and var left
            && !Words.Is(text, left, "的"))
        {
            return true;
        }

        // 能晚点交吗 asks for time.
        if (frame.Has(Idea.Extend))
        {
            return false;
        }

        foreach (var word in LittleLater)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1,
                StringComparison.Ordinal))
            {
                var step = Words.Past(text, at + word.Length, BetweenLaterAndStep);
                // 一会儿签完: what will be finished is told, and 一会儿交警来 is no step.
                if (Words.After(text, step, StepLetters) is > 0 and var end
                    && (end == text.Length || " ,。;!了吧哈啊收结办这那它一下".Contains(text[end], StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsShort(Frame frame, int most) => frame.Text.Length <= most && frame.Numbers.Count == 0
        && frame.Named.Count == 0;

    private static readonly string[] Thanking =
    [
        "麻烦你", "麻烦您", "麻烦了你", "辛苦你", "辛苦您", "费心了", "受累了", "帮大忙", "帮了大忙", "多亏你", "多亏有你", "太谢谢", "太感谢", "谢谢啦",
        "lifesaver", "life saver", "you're the best", "youre the best", "you are the best", "you rock", "you're a star",
            "youre a star",
        "much appreciated", "appreciate it", "appreciate your help", "big help", "great help", "you've been a help",
            "thanks a lot",
        "thanks a bunch", "thanks a million", "thanks so much", "thank you so much", "cheers for that", "legend",
    ];

    private static readonly string[] ChineseThanks = ["辛苦", "谢", "感谢", "大忙", "多亏", "费心", "受累"];

    private static bool Thanks(Frame frame) =>
        IsShort(frame, 60)
            && !frame.Mark
            && frame.Step is null
            && frame.Places.Count == 0
            && !frame.HasAny(
                Idea.Show, Idea.Export, Idea.Print, Idea.Delivered, Idea.Not, Idea.Who, Idea.Which, Idea.What,
                    Idea.When,
                Idea.How, Idea.Why, Idea.HowMany, Idea.YesNo, Idea.Unsigned, Idea.Overdue, Idea.Contact, Idea.Settings)
            && !Words.Any(frame.Text, "bye", "see you", "good night", "that's all", "that is all", "再见", "明天见", "下班")
            && Words.Any(frame.Text, Thanking)
            && (frame.IsEnglish
                || (frame.Text.Length <= 20 && Words.Any(frame.Text, ChineseThanks)));

    private static readonly string[] Weather =
        ["下雪", "下雨", "刮风", "天气", "多少度", "气温", "冷不冷", "热不热", "降温", "雾霾"];

    private static readonly string[] OtherServices =
    [
        "订会议室", "订个会议室", "订一下会议室", "约会议室", "订个房", "订房间", "订票", "订机票", "订高铁", "订张", "订火车", "订餐", "订饭", "点外卖", "叫个车",
        "打个车", "写份检讨", "写检讨", "写个检讨", "写份讲话", "写讲话稿", "写个讲话稿", "写份发言稿", "写篇", "写首诗", "讲个笑话", "说个笑话",
        "唱首歌", "唱个歌",
        "what's the weather", "whats the weather", "how's the weather", "hows the weather", "weather like",
            "weather tomorrow", "going to rain", "gonna rain", "going to snow", "gonna snow", "book the ", "book a ",
            "book me ", "reserve the ", "reserve a ",
        "order lunch", "order food", "order a taxi", "call a taxi", "call me a cab",
        "tell me a joke", "write a poem", "write my speech", "write me a speech", "write an apology",
            "sign the supplier contract",
        "sign the contract", "sign a contract", "sign this contract", "sign our contract", "stock price",
            "football score",
    ];

    /// <summary>明儿石家庄下雪不, book the big meeting room: nothing of the product.</summary>
    private static bool AsksForOtherServices(Frame frame)
    {
        if (frame.Text.Length > 70
            || frame.Numbers.Count > 0
            || (frame.Named.Count > 0 && Words.Any(frame.Text, "那个", "那件", "这个", "这件", "的事", "事项", " one"))
            || frame.HasAny(
                Idea.Overdue, Idea.Extend, Idea.Assign, Idea.Urge, Idea.Recurring, Idea.HandIn, Idea.Report))
        {
            return false;
        }

        // 让长安写份检讨 is a task.
        if (!frame.HasPlaces
            && !Words.Any(frame.Text, "让", "叫他", "责令", "要求", "责成", "have them", "make them", "tell them")
            && (Words.Any(frame.Text, OtherServices)
                || (Words.Any(frame.Text, "帮我", "替我", "帮忙", "帮咱", "替咱") && frame.Text.Contains('签')
                    && frame.Text.Contains("合同", StringComparison.Ordinal))))
        {
            return !frame.IsEnglish
                || frame.Mark
                || !Words.Any(frame.Text, " matter", " one", "because", "due", "delayed");
        }

        var text = frame.Text.TrimEnd('。', '!', ' ', '?', '啊', '呀');
        return text.Length <= 18
            && Words.Any(text, Weather)
            && (frame.Mark
                || Words.Before(text, text.Length, "吗", "么", "不", "怎么样", "咋样", "如何", "多少度", "冷不冷", "热不热") >= 0);
    }

    private static readonly string[] NotOurs =
    [
        "isn't really ours", "isn't ours", "isnt ours", "isnt really ours", "is not ours", "is not really ours",
            "not really ours", "aren't ours",
        "isn't our job", "isnt our job", "not our job", "isn't our business", "not our business",
            "nothing to do with us", "isn't for us",
        "not in our remit", "not our remit", "not our responsibility", "isn't our responsibility",
    ];

    private static readonly string[] FromWhere =
    [
        "从哪弄上来", "从哪儿弄上来", "怎么弄上来", "咋弄上来", "从哪传", "从哪儿传", "往哪传", "往哪儿传", "哪里传", "咋传", "从哪上传", "拖进来",
        "拖上来", "扔进来", "发进来", "贴进来", "放哪", "搁哪传", "弄进来",
    ];

    private static readonly string[] Things =
    [
        "手机拍", "照片", "图片", "拍照", "拍的", "单子", "扫描", "附件", "材料", "文件", "excel", "表格", "截图", "视频", "pdf", "word",
    ];

    private static readonly string[] Files =
        ["附件", "照片", "图片", "截图", "文件", "材料", "photo", "picture", "file", "attachment"];

    private static readonly string[] Buttons =
        ["点哪里", "点哪儿", "点哪", "按哪里", "按哪儿", "按哪", "哪个按钮", "点什么按钮", "点啥", "按啥", "which button", "what do i press",
            "what do i click", "where do i click", "where do i press"];

    private static readonly string[] Ranked =
    [
        "bottom of the table", "bottom of the league", "top of the table", "league table", "bottom of the list",
            "bottom of the pack",
        "in last place", "who's last", "whos last", "who is last", "who's the slowest", "whos the slowest",
            "who's the worst", "whos the worst",
        "worst performing", "who's dragging their feet most", "who is lagging most", "name and shame",
    ];

    /// <summary>Told of urging by whoever is urged.</summary>
    private static readonly string[] StillUrged =
    [
        "还催", "又催", "老催", "总催", "催个没完", "催什么催", "催啥催", "催个不停", "天天催", "有完没完", "催命",
        "keep chasing us", "keep chasing me", "still chasing us", "still chasing me", "keep nagging", "keep urging us",
            "keep pestering",
        "how many times do i have to report", "how many times do we have to report",
    ];

    /// <summary>Festivals, and what their days off are called in the notices.</summary>
    public static readonly (string Name, string[] Said)[] Festivals =
    [
        ("元旦", ["元旦", "new year's day", "new years day"]), ("春节", ["春节", "过年", "spring festival", "chinese new year"]),
        ("清明", ["清明", "qingming"]), ("劳动节", ["劳动节", "五一", "may day", "labour day", "labor day"]), ("端午", ["端午",
            "dragon boat"]),
        ("中秋", ["中秋", "mid-autumn"]), ("国庆", ["国庆", "十一放", "national day"]),
    ];

    public static readonly Meaning[] First =
    [
        new("先留着 我下午碰到他们主任再说", Answer.NothingDone) { When = f => f.Numbers.Count <= 1 && PutsOff(f) },
        new("今天麻烦你半天 辛苦啊", Answer.Everyday, "thanks") { When = Thanks },
        new("明儿石家庄下雪不", Answer.Everyday, "cannot") { When = AsksForOtherServices },
        new("so who's bottom of the table", Answer.NoRanking) { When = f => f.Numbers.Count == 0
            && Words.Any(f.Text, Ranked) },
        new("凭啥打回来啊 检测要等环保站排队呢", Answer.Everyday, "returned")
        {
            When = f => f.Numbers.Count <= 1
                && Words.Any(f.Text, "凭啥", "凭什么", "为啥", "为什么", "咋又", "怎么又", "why was it", "why did they", "why did you",
                    "what for")
                && Words.Any(f.Text, "打回", "退回来", "退回了", "又退", "退我", "退了", "返工", "knock it back", "knocked back",
                    "sent back", "send it back")
                && !Words.Any(f.Text, "退件", "谁", "哪些", "几件")
        },
        new("我都报三回了还催 你们有完没完", Answer.Everyday, "urged") { When = f => f.Numbers.Count <= 1 && !f.HasPlaces
            && Words.Any(f.Text, StillUrged) && !Words.Any(f.Text, "催了吗", "催了没", "催过没", "催没催", "哪些", "谁") },
        new("so the sewer one isn't really ours tbh, housing bureau runs it", Answer.Decline)
        {
            Not = [Idea.How],
            When = f => f.Numbers.Count <= 1 && !f.Mark && EnglishStance.IsEnglish(f.Text)
                && Words.Any(f.Text, NotOurs) && !Words.Any(f.Text, "how ")
        },
        new("how does one send something back up if its not our job", Answer.Guide, "decline")
        {
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "how do", "how can", "how would", "how to")
                && (Words.Any(f.Text, NotOurs)
                    || Words.Any(f.Text, "send something back up", "send it back up", "give it back to the team",
                    "isn't mine", "not mine"))
        },
        new("单子手机拍的行不行 从哪弄上来", Answer.Guide, "attachments")
        {
            Not = [Idea.Import],
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, Things) && Words.Any(f.Text, FromWhere)
        },
        new("附件傳錯了 能不能刪掉", Answer.Guide, "wrongfile")
        {
            When = f => f.Numbers.Count <= 1
                && (Words.Any(f.Text, "wrong photo", "wrong file", "wrong picture", "wrong attachment")
                    || (Words.Any(f.Text, Files)
                        && (Words.Any(f.Text, "传错", "发错", "放错")
                            || (f.Asks && Words.Any(f.Text, "删掉", "删了", "删除", "撤下来", "拿掉", "delete ", "remove ")))))
        },
        new("im moving to another department in jan, who takes over my stuff", Answer.Guide, "leaving")
        {
            When = f => f.Numbers.Count == 0
                && (Words.Any(f.Text, "who takes over my", "who takes my", "who will take over my",
                    "what happens to my matters", "what happens to my stuff")
                    || (Words.Any(f.Text, "我调走", "我要调", "我换岗", "我退休", "我要走", "我走了")
                        && Words.Any(f.Text, "谁接", "交给谁", "怎么办", "咋办", "归谁")))
        },
        new("方案改好了 往哪交", Answer.Guide, "setplan")
        {
            When = f => f.Numbers.Count == 0 && f.Text.Contains("方案", StringComparison.Ordinal)
                && Words.Any(f.Text, "往哪交", "往哪儿交", "交到哪", "往哪报", "往哪儿报", "在哪交", "从哪交", "从哪报", "在哪报", "交哪去", "怎么交",
                    "咋交", "交哪儿")
        },
        new("刚接手 这玩意儿咋整", Answer.Help)
        {
            When = f => IsShort(f, 40)
                && Words.Any(f.Text, "刚接手", "刚来", "新来的", "新手", "头一回", "头回", "第一次用", "刚上手", "刚接这", "刚调来", "new here",
                    "new to this", "first time", "just took over", "just started")
                && Words.Any(f.Text, "咋整", "咋用", "怎么用", "怎么弄", "咋弄", "咋搞", "怎么搞", "怎么整", "不会用", "不会弄", "怎么玩",
                    "how does", "how do i", "where do i start", "what do i do", "how to")
        },
        new("想多要几天该点哪", Answer.Guide, "steps")
        {
            When = f => f.Numbers.Count == 0 && f.Step is not null && Words.Any(f.Text, Buttons)
                && !Words.Any(f.Text, "早点哪", "晚点哪", "一点哪", "点哪些", "点哪个县")
        },
        new("周末能不能消停点", Answer.QuietHours)
        {
            When = f => IsShort(f, 24) && !f.HasClock
                && Words.Any(f.Text, "周末", "休息日", "双休", "礼拜天", "星期天", "放假", "节假日", "周六日")
                && Words.Any(f.Text, "消停", "清静", "清净", "安静", "别吵", "别响", "不响", "别烦", "歇歇", "让人歇")
        },
        new("nothing at weekends", Answer.QuietHours)
        {
            When = f => IsShort(f, 48) && !f.HasClock && !f.HasPlaces && f.Numbers.Count == 0 && f.Named.Count == 0 && !f.HasAny(Idea.Due, Idea.Overdue)
                && Words.Any(f.Text, "周末", "休息日", "双休", "礼拜天", "星期天", "周六日", "周六周日", "周六和周日", "weekend", "saturday", "sunday", "days off")
                && Words.Any(f.Text, "别发", "不发", "别再发", "不要发", "不用发", "别推", "不推", "别提醒", "不提醒", "不要提醒", "不用提醒", "别给我", "不要给我", "别来", "别弹", "别打扰", "不想收", "不收", "停发", "停了",
                    "nothing", "don't", "dont", "no message", "no ping", "no remind", "no digest", "no notif", "not at", "not on", "none on", "none at", "keep quiet", "be quiet", "leave me", "mute", "silent", "skip")
        },
        new("whats sitting on my desk right now", Answer.ToDecide)
        {
            When = f => IsShort(f, 60)
                && Words.Any(f.Text, "on my desk", "in my tray", "in my in-tray", "in my inbox")
                && Words.Any(f.Text, "what", "anything", "which", "show")
        },
        new("hows zhengding getting on with its rectification plan", Answer.Sets)
        {
            When = f => f.Numbers.Count == 0 && f.Places.Count == 1 && Words.Any(f.Text, "rectification plan")
                && Words.Any(f.Text, "how is", "how's", "hows", "how far", "getting on", "coming along", "state of")
        },
        new("这轮一共几条 消了几条", Answer.Sets)
        {
            When = f => f.Numbers.Count == 0 && f.Text.Length <= 24
                && Words.Any(f.Text, "这轮", "这一轮", "本轮", "这次反馈", "这批问题", "这批反馈")
                && Words.Any(f.Text, "消了", "销了", "消号", "销号", "整改了") && Words.Any(f.Text, "几条", "几个", "多少", "几项", "几件")
        },
        new("and how many of those were late", Answer.Everyday, "late")
        {
            When = f => IsShort(f, 60)
                && (Words.Any(f.Text, "of those", "of them", "of these")
                    && Words.Any(f.Text, "late", "overdue", "past due", "past the deadline")
                    && Words.Any(f.Text, "how many", "which", "any")
                    || (Words.Any(f.Text, "其中", "里头", "里面", "这里头", "这里面")
                        && Words.Any(f.Text, "超期", "逾期", "晚了", "拖期", "过期") && Words.Any(f.Text, "几", "多少", "哪", "有没有")))
                && !f.HasPlaces && f.Days is null
        },
        new("十一月跟十月比结得多还是少", Answer.Everyday, "months") { When = f => f.Numbers.Count == 0
            && MonthsIn(f.Text) is { Count: 2 }
            && Words.Any(f.Text, "比", "多还是少", "哪个月", "compared", " vs", "versus", "than in", "more or fewer",
            "more or less") },
        new("這個月石家莊新接了幾件", Answer.Everyday, "given")
        {
            // 交办了多少 办结多少: of both.
            When = f => f.Numbers.Count == 0 && f.Named.Count == 0 && Meanings.Counted(f).Count < 2
                && (f.Days is not null || f.Text.Contains("半年", StringComparison.Ordinal))
                && Words.Any(f.Text, "新接了", "新接", "新来了", "新添了", "新增了", "给了多少", "一共给了", "总共给了", "派了多少", "下了多少", "接了多少",
                    "交办了多少")
                && Words.Any(f.Text, "多少", "几件", "几个", "几项", "几条", "几起")
        },
        new("正定在底账上都有哪些", Answer.Everyday, "register")
        {
            When = f => f.Numbers.Count == 0 && f.Days is null && f.Places.Count == 1
                && Words.Any(f.Text, "底账", "账本上", "总账上")
                && Words.Any(f.Text, "哪些", "有啥", "有什么", "几件", "几个", "看看", "拉出来", "都有")
        },
        new("1301-7 最近的 update 给我瞅瞅", Answer.Progress) { When = f => f.Numbers.Count == 1 && !f.Hesitates
            && f.Text.Contains("update", StringComparison.Ordinal)
            && Words.Any(f.Text, "瞅瞅", "瞅一眼", "看看", "瞧瞧", "看一下", "看下", "最近的") },
        new("is the 1st of jan a working day in here", Answer.Everyday, "day")
        {
            When = f => f.Numbers.Count == 0 && f.Named.Count == 0
                && (Words.Any(f.Text, "上不上班", "上班吗", "上班不", "放假吗", "放不放假", "休不休", "休息吗", "是工作日吗", "是不是工作日",
                    "a working day", "a workday", "a day off", "a holiday", "do we work on")
                    || (Festivals.Any(festival => Words.Any(f.Text, festival.Said))
                        && Words.Any(f.Text, "歇几天", "放几天", "休几天", "几天假", "怎么放", "咋放", "啥时候放", "什么时候放", "从哪天放",
                        "how many days off", "when is", "how long")))
                && !Words.Any(f.Text, "今天", "today", "提醒", "打扰", "节后", "催", "报", "交")
                && (f.Days is { } day ? day.From == day.To
                    || Festivals.Any(festival => Words.Any(f.Text, festival.Said))
                    : Festivals.Any(festival => Words.Any(f.Text, festival.Said)))
        },
        new("路南的单子都给我打出来", Answer.Everyday, "papers")
        {
            When = f => f.Numbers.Count == 0 && f.Places.Count > 0 && !f.Mark
                && !f.HasAny(Idea.Not, Idea.Later, Idea.If) && Words.Any(f.Text, "单子", "交办单", "通知单")
                && Words.Any(f.Text, "打出来", "打印", "打一份", "打一下", "都打") && Words.Any(f.Text, "都", "全", "所有")
        },
        new("能导个各县联络人的表吗 带电话的", Answer.Everyday, "directoryfile")
        {
            Not = [Idea.Import],
            When = f => f.Numbers.Count == 0 && !f.HasAny(Idea.Not, Idea.Later, Idea.If)
                && Words.Any(f.Text, "导个", "导出", "导一份", "导一个", "导张", "拉个excel", "下载")
                && Words.Any(f.Text, "联络人", "联络员", "联系人", "通讯录") && !f.Text.Contains("导入", StringComparison.Ordinal)
        },
        new("路南说不归他们 高新区那边是谁在对接", Answer.Everyday, "contactthere")
        {
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "那边", "那里", "那头") && PlaceAsked(f.Text) is not null
                && Words.Any(f.Text, "谁在对接", "谁对接", "找谁", "谁在管", "谁管", "谁负责", "联系谁", "谁是联络员", "联络员是谁")
        },
        new("麻煩列一下還沒簽收的單位", Answer.List, "unsigned")
        {
            All = [Idea.Unsigned],
            Not = [Idea.Urge, Idea.Not, Idea.If, Idea.Later, Idea.Remark, Idea.HowMany, Idea.Export],
            When = f => f.Numbers.Count == 0 && !f.Mark && f.Step is null
                && Words.Any(f.Text, "列一下", "列出", "列个", "列一列", "给我看看", "拉个", "看下", "看看", "看一下", "发我")
                && Words.Before(f.Text.TrimEnd('。', ' ', '吧'), f.Text.TrimEnd('。', ' ', '吧').Length, "单位", "地方", "地区",
                    "县", "区", "县区", "部门") > 0
        },
    ];

    /// <summary>高新区那边是谁在对接, behind what another place says: which one is asked of; null where one place alone is
    /// spoken of.</summary>
    public static string? PlaceAsked(string text)
    {
        var there = text.IndexOf("那边", StringComparison.Ordinal);
        there = there < 0 ? text.IndexOf("那里", StringComparison.Ordinal) : there;
        there = there < 0 ? text.IndexOf("那头", StringComparison.Ordinal) : there;
        var mark = there < 0 ? -1 : text.LastIndexOfAny([' ', ',', '。', ';'], there);
        return mark <= 0 || there - mark - 1 is < 2 or > 8 ? null : text[(mark + 1)..there];
    }

    /// <summary>the 1st of jan, jan 4: month and day; null where no English day with its month is said.</summary>
    public static (int Month, int Day)? EnglishDayIn(string text)
    {
        var words = text.Split([' ', ',', '.', '?', '!'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var month = Array.FindIndex(EnglishMonths, name => name == words[i] || (words[i].Length == 3
                && name[..3] == words[i]));
            if (month < 0)
            {
                continue;
            }

            var before = i > 1 && words[i - 1] == "of" ? i - 2 : i - 1;
            var day = before >= 0 ? DayOf(words[before]) : 0;
            day = day == 0 && i + 1 < words.Length ? DayOf(words[i + 1]) : day;
            if (day > 0)
            {
                return (month + 1, day);
            }
        }

        return null;
    }

    /// <summary>1, 1st, 22nd; 0 for what is no day.</summary>
    private static int DayOf(string word)
    {
        var end = Words.Digits(word, 0, 2);
        return end > 0
            && word[end..] is "" or "st" or "nd" or "rd" or "th"
            && int.Parse(word[..end], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 31 and var day
                ? day
                : 0;
    }

    private static readonly string[] EnglishMonths =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
            "december"];

    /// <summary>The months that are named, in the order in which they are said: 十一月跟10月 is 11 and 10.</summary>
    public static IReadOnlyList<int> MonthsIn(string text)
    {
        List<int> months = [];
        for (var at = 0; at < text.Length; at++)
        {
            var end = Words.Number(text, at);
            if (end > at && end < text.Length && text[end] == '月'
                && Numeral.Read(text[at..end]) is >= 1 and <= 12 and var month
                && !Words.IsNumeral(text, Words.Past(text, end + 1, "份")))
            {
                months.Add(month);
                at = end;
                continue;
            }

            var name = Words.English(text, at, EnglishMonths);
            if (name > 0)
            {
                months.Add(Array.IndexOf(EnglishMonths, text[at..name]) + 1);
                at = name;
            }
        }

        return [.. months.Distinct()];
    }
}
