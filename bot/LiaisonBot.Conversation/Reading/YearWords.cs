using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// By which words a sentence is of teams, handovers and evaluations: words that titles hold as well, so that only some
/// together mean it.
/// </summary>
internal static partial class YearWords
{
    private const RegexOptions Fast = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly string[] OwnTeam = ["我们组", "我组", "本组", "咱们组", "咱组", "我的组员", "我的组", "我的成员", "组里都", "组里有谁", "组里还", "组里空", "组里的岗位", "our team", "my team"];

    /// <summary>第1组, team 1, 我们组.</summary>
    public static bool NamesATeam(Frame frame) => HandoverLine.NamesATeam(frame.Text) || Words.Any(frame.Text, OwnTeam);

    /// <summary>第1组都有谁, 我们组还缺什么岗位, does team 2 have a leader.</summary>
    public static bool IsTeam(Frame frame) =>
        Is(frame) && frame.Days is null && NamesATeam(frame) && TeamAsked().IsMatch(frame.Text);

    /// <summary>李伟回避栾城区, 谁要回避长安区; the words of a title have no person with them.</summary>
    public static bool IsRecusal(Frame frame) => Is(frame) && Recused().IsMatch(frame.Text);

    /// <summary>给第1组做了业务培训, 谁没参加培训.</summary>
    public static bool IsTraining(Frame frame) =>
        Is(frame)
            && frame.Places.Count == 0
            && (TrainingEntered().IsMatch(frame.Text)
                || (Trained().IsMatch(frame.Text)
                    && (NamesATeam(frame) || Words.Any(frame.Text, "参加培训", "参训", "参加过培训", "missed the training", "at the training"))));

    /// <summary>正定县测评收回118份, 正定县的满意度怎么样.</summary>
    public static bool IsEvaluation(Frame frame) =>
        Is(frame)
            && frame.Places.Count == 1
            // 正定县满意度测评整改12月20日前报结果: what is to be done by then.
            && (frame.Days is null || frame.Asks)
            && !frame.Text.Contains("整改", StringComparison.Ordinal)
            && Evaluated().IsMatch(frame.Text)
            && (EvaluationLine.Read(frame.Text).HasFigures || frame.Asks || Words.Any(frame.Text, "结果", "情况", "登记", "录入", "填", "result", "enter", "record"));

    /// <summary>石家庄第1组交给第3组, 1月1日起由第3组接, hand over from team 1 to team 3.</summary>
    public static bool IsHandover(Frame frame) =>
        Is(frame)
            && !frame.Places.Exists(place => place.Level is not Core.Areas.AreaLevel.City)
            && ((HandoverLine.NamesATeam(frame.Text) && Given().IsMatch(frame.Text))
                || (frame.Places.Count == 1 && WhoTakes().IsMatch(frame.Text)));

    /// <summary>第1组3月在哪, where is team 2 in March, 明年我们去哪个市.</summary>
    public static bool IsTeamVisits(Frame frame) =>
        Is(frame) && ((NamesATeam(frame) && Where().IsMatch(frame.Text)) || WhereWeGo().IsMatch(frame.Text));

    /// <summary>明年3月起第2组驻唐山.</summary>
    public static bool IsResiding(Frame frame) =>
        Is(frame)
            && !frame.Asks
            && frame.Places is [{ Level: Core.Areas.AreaLevel.City }]
            && HandoverLine.NamesATeam(frame.Text)
            && Resides().IsMatch(frame.Text);

    /// <summary>明年3月起第4组进驻保定, as a line of a residency: the place in front, and the days where they stand.</summary>
    public static string Residency(string city, string typed)
    {
        var name = city.TrimEnd('市');
        foreach (var word in new[] { "进驻", "驻到", "驻在", "驻" })
        {
            typed = typed.Replace(word + city, " ", StringComparison.Ordinal).Replace(word + name, " ", StringComparison.Ordinal);
        }

        return $"{city} {typed}";
    }

    /// <summary>
    /// 因防汛取消正定县3月2日的巡视, as a line of what is called off: the place in front; the day and the reason where they
    /// stand.
    /// </summary>
    public static string CalledOff(string place, string typed)
    {
        var rest = CallsOff().Replace(typed, " ").Replace(place, " ", StringComparison.Ordinal);
        return $"{place} {rest.Replace(place.TrimEnd('市', '县', '区'), " ", StringComparison.Ordinal)}";
    }

    /// <summary>取消正定县的巡视, call off the inspection of Zhengding.</summary>
    public static bool IsVisitOff(Frame frame) =>
        Is(frame) && !frame.Asks && !frame.Hesitates && frame.Places.Count == 1 && VisitOff().IsMatch(frame.Text);

    /// <summary>先别公布正定县的回访, 如果把正定的回访取消会怎么样: a step of a visit, which is not ordered.</summary>
    public static bool IsVisitHeldBack(Frame frame) =>
        Is(frame) && frame.Places.Count == 1 && Visited().IsMatch(frame.Text) && VisitActed().IsMatch(frame.Text);

    /// <summary>正定县上次巡视是什么时候, when was Zhengding last inspected.</summary>
    public static bool AsksOfTheLastVisit(Frame frame) =>
        Is(frame) && frame.Places.Count <= 1 && LastVisit().IsMatch(frame.Text);

    /// <summary>正定县的巡视批准了吗, 回访哪天开始, why was the visit called off: of visits, never of their preparation.</summary>
    public static bool AsksOfAVisit(Frame frame) =>
        Is(frame) && frame.Places.Count == 1 && !NamesATeam(frame) && VisitAsked().IsMatch(frame.Text);

    /// <summary>12月还有哪个县要被回访, 今年还有谁来, is anybody coming to us next month.</summary>
    public static bool AsksWhoComes(Frame frame) => Is(frame) && WhoComes().IsMatch(frame.Text);

    /// <summary>下半年还有哪些县没去, 第1组今年去了几个县, which counties still need a second-half visit.</summary>
    public static bool AsksOfCoverage(Frame frame) => Is(frame) && NotVisited().IsMatch(frame.Text);

    /// <summary>和上次测评比: 测评 and 比 are no 评比.</summary>
    public static bool ComparesWithBefore(string text) =>
        text.Contains("测评比", StringComparison.Ordinal) && Words.Any(text, "上次", "上年", "去年", "上一次", "以前", "前一次");

    /// <summary>把张敏调到第2组, 李伟到第3组当副组长.</summary>
    public static bool IsJoining(Frame frame) =>
        Is(frame) && !frame.Asks && HandoverLine.NamesATeam(frame.Text) && Joined().IsMatch(frame.Text);

    /// <summary>2027年安排, 明年的安排.</summary>
    public static bool NamesTheYearsPlan(string text) => YearsPlan().IsMatch(text);

    [GeneratedRegex("(今年|明年|后年|20[0-9]{2}年?)(全年|的|度)?(巡视|总体)?(安排|计划)", Fast)]
    private static partial Regex YearsPlan();

    public static bool NamesThePlan(string text) => Words.Any(
        text, "巡视安排", "驻市安排", "年度安排", "巡视计划", "年度计划", "visit plan", "plan of visits", "year's plan", "year plan");

    /// <summary>石家庄2027年的安排报批: what is of visits, and their step behind it.</summary>
    public static bool IsVisitStep(Frame frame) =>
        Is(frame)
            && !frame.Asks
            && !frame.Hesitates
            && StepSaid().IsMatch(frame.Text)
            && Words.Any(frame.Text, "安排", "计划", "草案", "visits", "plan")
            && VisitPick.IsIn(frame.Text);

    /// <summary>The command of the step that is said last.</summary>
    public static string StepOf(string text) => Words.Any(text, "公布", "announce") ? "visits.announce"
        : Words.Any(text, "批准", "批了", "获批", "批复", "approve") ? "visits.approve"
        : "visits.submit";

    public static string WithoutStep(string text) => AroundStep().Replace(text, " ");

    /// <summary>Why, behind what shall be: 正定县改成巡视，问题反映多.</summary>
    public static string ReasonIn(string typed)
    {
        var at = typed.IndexOfAny([',', '，', ':', '：', '。', ' ']);
        var behind = Because().Match(typed) is { Success: true } because ? typed[(because.Index + because.Length)..]
            : at >= 0 ? typed[(at + 1)..]
            : "";
        return Upgrade().IsMatch(behind) || (at >= 0 && Because().IsMatch(typed) is false && behind.All(char.IsAscii)) ? "" : behind.Trim();
    }

    /// <summary>把第1组在正定的巡视推迟一周: of one place.</summary>
    public static bool IsVisitMoved(Frame frame) =>
        Is(frame) && !frame.Asks && frame.Places.Count == 1 && Moved().IsMatch(frame.Text);

    /// <summary>明年唐山安排谁驻, 明年各市都是哪个组驻.</summary>
    public static bool AsksWhoLives(Frame frame) => Is(frame) && Lives().IsMatch(frame.Text);

    /// <summary>Whether a line says that one team gives to another.</summary>
    public static bool SaysHandover(string folded) => Given().IsMatch(folded);

    private static bool Is(Frame frame) => frame.Numbers.Count == 0 && frame.Pointing == Pointing.Nothing;

    [GeneratedRegex(
        "有谁|有哪些人|谁在|成员|组员|缺人|缺什么|缺啥|缺哪|缺岗|空岗|岗位|空缺|差谁|差哪|差几个|差什么人|缺谁|缺几|(副组长|专员)(是|叫)?(谁|哪)|谁(是|当|任|做)(副组长|.{0,2}专员)|(缺|少|没有?|差)一?个?(副?组长|联络员|专员|成员|组员|人)|几个人|多少人|人员|名单|齐了|齐不齐|配齐|什么人"
        + "|who('s| is| are| was) (on|in)|members of|people (on|in)|(have|has) a leader|vacan|posts", Fast)]
    private static partial Regex TeamAsked();

    [GeneratedRegex(
        "在哪|去哪|到哪|在什么地方|去什么地方|哪个县|哪些县|哪个市|去过哪|巡视安排|的安排|\\bwhere\\b|\\b(visits|plan) of\\b", Fast)]
    private static partial Regex Where();

    [GeneratedRegex(
        "调到|调入|调去|调进|分到|编到|加入|(到|去|进)第.{1,4}组|第.{1,4}组.{0,8}(当|任|担任|做).{0,6}(组长|联络员|专员|成员|组员)|\\b(joins?|moves? to|into) team\\b"
        + "|\\b(move|moves|transfer|transfers|reassign|put|switch)\\b.{1,60}\\b(to|into|on|in) team\\b", Fast)]
    private static partial Regex Joined();

    [GeneratedRegex(
        "(我们|咱们|我组|本组|咱组)组?.{0,4}(去|驻|到)(哪|什么地方)|\\bwhere (do|will|are|should) we (go|going|live|be)\\b", Fast)]
    private static partial Regex WhereWeGo();

    [GeneratedRegex("谁来?接(手|班)?[?]?$", Fast)]
    private static partial Regex WhoTakes();

    [GeneratedRegex("组.{0,12}(进驻|驻)|\\bteam [0-9]{1,2}\\b.{0,20}\\b(lives|is to live|will live|moves) in\\b", Fast)]
    private static partial Regex Resides();

    [GeneratedRegex(
        "(取消|撤销|撤掉|停掉).{0,20}(巡视|巡查|回访|驻市)(安排|计划)?(了|吧)?([,，。!；;]|$)"
        + "|\\b(cancel|call off)\\b.{0,40}\\b(visit|inspection|patrol|residency)\\b", Fast)]
    private static partial Regex VisitOff();

    [GeneratedRegex(
        "请?(帮我)?(取消|撤销|撤掉|停掉)掉?|的(巡视|巡查|回访|驻市)(安排|计划)?(了|吧)?|\\b(please )?(cancel|call off) (the )?((visit|inspection|patrol|residency) )?(of |to |in )?",
        Fast | RegexOptions.IgnoreCase)]
    private static partial Regex CallsOff();

    [GeneratedRegex("(巡视|巡查|回访|驻市)(安排|计划)?($|[^组办的]|的?(取消|公布|报批|批准|推迟|提前|延后))|\\b(visit|inspection|patrol|residency)\\b", Fast)]
    private static partial Regex Visited();

    [GeneratedRegex("取消|公布|报批|批准|推迟|提前|延后|撤销|\\b(cancel|call off|announce|approve|submit|postpone)\\b", Fast)]
    private static partial Regex VisitActed();

    [GeneratedRegex(
        "(上次|上一次|最近一次|最后一次)的?(巡视|巡查|回访)|\\blast (inspected|visited|patrolled)\\b|\\blast (inspection|visit|patrol) (of|to)\\b", Fast)]
    private static partial Regex LastVisit();

    [GeneratedRegex(
        "(巡视|巡查|回访|驻市)(的)?(安排|计划)?(是|到底|究竟|现在)?"
        + "(什么时候|啥时候|何时|哪天|哪一天|几号|几月|为什么取消|为啥取消|怎么取消|取消了(吗|没)|批准?了(吗|没)|批没批|报批了(吗|没)|公布了?(吗|没)|定了(吗|没)|定下来了?(吗|没))"
        + "|(能|可以|可否)(批准|公布|取消).{0,8}的(巡视|巡查|回访|驻市)(吗|么)|(年|月|巡视|驻市)的?安排(出来|定|定下来|公布|批|批下来)了?(没有|没|吗)"
        + "|(几|多少|哪些|哪几)项?(巡视|驻市)?安排.{0,3}(没|未)(有)?(批|报批|公布)"
        + "|\\b(is|was|has|are|were|when|why)\\b.{0,40}\\b(visits?|inspection|patrol|residency)\\b.{0,30}\\b(approved|announced|called off|cancelled|submitted|start|begin|end)\\b"
        + "|\\bwhy was\\b.{0,20}\\b(visit|inspection|patrol)\\b", Fast)]
    private static partial Regex VisitAsked();

    [GeneratedRegex(
        "(还有|有没有|有)(谁|哪个组|巡视组).{0,2}(要|会)?来(巡视|巡查|回访|我们.?|本.?)?(吗|呢)?[?]?$|(哪些|哪个|哪几个)(县|区|地方)(要|会|将)被?(巡视|巡查|回访)"
        + "|\\b(is|will) (anybody|anyone|somebody|a team)( be)? com(e|ing)\\b|\\bwhich counties (will|are to|are going to) be (visited|inspected|patrolled)\\b", Fast)]
    private static partial Regex WhoComes();

    [GeneratedRegex(
        "(县|区|地方).{0,8}(没|没有|还没|未)(被)?(去|巡视|巡查|回访|走到|跑到|巡到)(过|到|上)?(的|呢|吗|啊)?[?。]?$"
        + "|(去|巡视|巡查|回访|走|跑)(了|过)(几|多少|哪些|哪几)个?(县|区|地方)"
        + "|\\bcount(y|ies)\\b.{0,40}\\b((first|second)[- ]half (visit|inspection)|(a|an) (visit|inspection|patrol)|inspected|visited)\\b", Fast)]
    private static partial Regex NotVisited();

    [GeneratedRegex(
        "回避|不能去|不得去|不宜去|recus|(stay|keep|stays|keeps)( away)? (away from|out of)|(stay|keep|stays|keeps) away", Fast)]
    private static partial Regex Recused();

    [GeneratedRegex("报批|批准|批了|获批|批复|公布|announce|approve|submit", Fast)]
    private static partial Regex StepSaid();

    [GeneratedRegex(
        "(巡视|巡查|回访|驻市|进驻).{0,6}(推迟|延后|提前|顺延|往后推|改期|改到|改成[0-9]|推后)|(推迟|提前|延后|顺延).{0,10}(巡视|巡查|回访|驻市)"
        + "|\\b(postpone|put off|move|delay)\\b.{0,30}\\b(inspection|patrol|visit)\\b", Fast)]
    private static partial Regex Moved();

    [GeneratedRegex("(明年|今年|后年|20[0-9]{2}年?).{0,16}((谁|哪个组|哪一组|哪组|第几组).{0,3}驻|驻.{0,6}(谁|哪个组|哪一组|哪组|第几组))|(今年|明年|后年|20[0-9]{2}年?).{0,10}安排(的是|了)?(谁|哪个组|哪一组|哪组|第几组)|组.{0,4}驻.{2,8}(吗|没有)[?]?$|which team lives", Fast)]
    private static partial Regex Lives();

    [GeneratedRegex("(都|已经?|全部?|把|将|的|请)|报批|批准了?|批了|获批|批复了?|公布了?|吧|一下|下来了?|了|\\b(announce|approve|submit)(d)?\\b", Fast)]
    private static partial Regex AroundStep();

    [GeneratedRegex("因为|由于|理由是?|原因是?|\\bbecause of\\b|\\bbecause\\b|\\bsince\\b|\\breason\\b:?", Fast)]
    private static partial Regex Because();

    [GeneratedRegex("培训|轮训|集训|\\btrain(ed|ing|ings)?\\b", Fast)]
    private static partial Regex Trained();

    [GeneratedRegex("\\b(log|record|enter|register|add)\\b.{0,12}\\btraining\\b", Fast)]
    private static partial Regex TrainingEntered();

    [GeneratedRegex("测评|满意度|问卷|\\b(evaluations?|questionnaires?|survey|rated|satisfaction)\\b", Fast)]
    private static partial Regex Evaluated();

    [GeneratedRegex(
        "交给|移交|交接|转给第|交到|接手|接替|接管|组不接|由第.{1,6}组.{0,4}接|谁来?接|\\bhand(s|ed|ing)?\\b.{0,40}\\bover\\b|\\btakes? over\\b", Fast)]
    private static partial Regex Given();

    [GeneratedRegex(
        "(升级?|改|调整|转|变更?)(成|为)?(集中|重点)?巡视($|[^组办])|(该|要|需要|可以|能不能|申请|建议|是否)升级(吗|不|呢|了|吧|[?]|$)|\\bupgrade\\b|\\b(make|turn)\\b.{0,30}\\binto an? (full )?inspection\\b", Fast)]
    internal static partial Regex Upgrade();
}
