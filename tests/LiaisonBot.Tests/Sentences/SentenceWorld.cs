using System.Collections.Immutable;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Conversation;
using NodaTime;

namespace LiaisonBot.Tests.Sentences;

/// <summary>
/// The demo's people with matters of every kind, on Thursday 2026-11-26 at nine. README.md beside the table says which.
/// </summary>
internal sealed class SentenceWorld
{
    private static readonly Instant Now = At(11, 26);

    private readonly RewindableStore store;
    private readonly Chats chats;
    private readonly ImmutableSortedDictionary<(string Table, string Partition, string Key), Row> morning;

    /// <summary>What the last sentence did to people and places is read anew; most do nothing.</summary>
    private bool isDirectoryOld = true;

    private SentenceWorld(RewindableStore store, Chats chats)
    {
        (this.store, this.chats) = (store, chats);
        morning = store.Rows;
    }

    public static async Task<SentenceWorld> Open()
    {
        var rows = new RewindableStore();
        var demo = await Chats.Open(rows);
        await InOctober(demo);
        await InNovember(demo);
        await ThisWeek(demo);
        demo.Clock.Reset(Now);
        await demo.Deliver();
        return new(rows, demo);
    }

    /// <summary>From the same morning for every sentence: what was said before, then the sentence.</summary>
    public async Task<Outcome> Say(Sentence sentence)
    {
        store.Rows = morning;
        chats.Clock.Reset(Now);
        if (isDirectoryOld)
        {
            chats.ForgetDirectory();
        }

        var user = Who(sentence.Who);
        user.Forget();
        chats.Services.Talks.Forget(user.ObjectId);
        foreach (var before in sentence.Before)
        {
            if (before is "+20m")
            {
                chats.Clock.Advance(Duration.FromMinutes(20));
            }
            else if (before is "+set")
            {
                await chats.Leader.Say("反馈 正定县 11月20日\n序号\t反馈问题\t完成时限\n1\t村级账目不清\t12月20日\n2\t项目招标不规范\t12月20日\n3\t值班制度不落实\t12月20日");
                await chats.Leader.Press("下发3个问题");
            }
            else
            {
                await Send(user, before);
            }
        }

        var rows = store.Rows;
        var seen = await Send(user, sentence.Typed);
        isDirectoryOld = sentence.Before.Contains("+20m") || Changed(morning).Count > 0;
        return new(seen, Steps(rows), Changed(rows));
    }

    private User Who(string who) => who switch
    {
        "office" => chats.Office,
        "leader" => chats.Leader,
        "member" => chats.Member,
        "city" => chats.City,
        "tangshan" => chats.Tangshan,
        "changan" => chats.Changan,
        "zhengding" => chats.Zhengding,
        "lunan" => chats.Lunan,
        "supervision" => chats.Supervision,
        "audit" => chats.Audit,
        _ => throw new FormatException($"{who} is nobody of the demo."),
    };

    private async Task<Seen> Send(User user, string typed)
    {
        var text = typed.Replace("\\n", "\n", StringComparison.Ordinal);
        if (text is ['>', ..])
        {
            return await user.Take(new ChatEvent.Message($"reply-{typed}", user.Address, user.ObjectId, true, user.Locale, text[1..])
            { Quoted = new(user.Last.Id, "") });
        }

        if (text.IndexOf("[文件 ", StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return await user.Say(text);
        }

        var name = text[(at + 4)..].TrimEnd(']');
        var file = chats.Upload(name, name.EndsWith('x')
            ? Evidence.Sample.Zip("[Content_Types].xml", name.EndsWith(".xlsx", StringComparison.Ordinal) ? "xl/workbook.xml" : "word/document.xml")
            : Evidence.Sample.Pdf());
        return await user.Take(new ChatEvent.Message(
            $"file-{typed}",
            user.Address,
            user.ObjectId,
            true,
            user.Locale,
            text[..at].Trim())
        { Files = [file] });
    }

    private List<(MatterNumber Number, Act Act)> Steps(ImmutableSortedDictionary<(string Table, string Partition, string Key), Row> before) =>
    [
        .. store.Rows
            .Where(row =>
                row.Key.Table == RowKeys.Matters.Table
                    && row.Key.Key.StartsWith(RowKeys.Matters.History, StringComparison.Ordinal)
                    && !before.ContainsKey(row.Key))
            .Select(row => MatterRows.ToHistoryEntry(row.Value)).Select(entry => (entry.Number, entry.Act)),
    ];

    /// <summary>Rows of the directory that were written, but for where a chat is and links to files.</summary>
    private List<Row> Changed(ImmutableSortedDictionary<(string Table, string Partition, string Key), Row> before) =>
    [
        .. store.Rows
            .Where(row =>
                row.Key.Table == RowKeys.Directory.Table
                    && RowKeys.KindOf(row.Key.Key) is not (RowKeys.Directory.Chats or RowKeys.Directory.Links or RowKeys.Directory.Talks))
            .Where(row => !before.TryGetValue(row.Key, out var was)
                || was.ETag != row.Value.ETag).Select(row => row.Value),
    ];

    private static async Task InOctober(Chats chats)
    {
        chats.Clock.Reset(At(10, 12));
        var closed = await chats.Leader.Assign("长安区", "报送领导干部家访情况", "2026-10-30");
        chats.Clock.Reset(At(10, 20));
        await chats.Changan.Do(closed, "签收");
        await chats.Changan.Do(closed, "报结", ("办理结果", "已报送。"));
        var returned = await chats.Leader.Assign("正定县", "规范村级财务公开", "2026-12-08");
        var extended = await chats.Leader.Assign("长安区", "小散乱污企业整治", "2026-11-20");
        var overdue = await chats.Office.Assign("路南区", "唐山专项检查整改", "2026-11-24");
        var cleared = await chats.Office.Assign("路南区", "清理违章建筑", "2026-10-30");
        chats.Clock.Reset(At(10, 21));
        await chats.Zhengding.Do(returned, "签收");
        await chats.Changan.Do(extended, "签收");
        await chats.Lunan.Do(overdue, "签收");
        await chats.Lunan.Do(cleared, "签收");
        await chats.Lunan.Do(cleared, "报结", ("办理结果", "已拆除。"));
        chats.Clock.Reset(At(10, 26));
        await chats.Leader.Do(closed, "办结");
        await chats.Office.Do(cleared, "办结");
    }

    private static async Task InNovember(Chats chats)
    {
        const string Returned = "1301-2", Extended = "1301-3";
        chats.Clock.Reset(At(11, 5));
        await chats.Changan.Do(Extended, "申请延期", ("延期理由", "企业搬迁需要时间"), ("申请延至", "2026-12-04"));
        chats.Clock.Reset(At(11, 6));
        await chats.Leader.Do(Extended, "批准延期");
        chats.Clock.Reset(At(11, 9));
        await chats.Zhengding.Do(Returned, "报结", ("办理结果", "已全部公开。"));
        chats.Clock.Reset(At(11, 10));
        await chats.Leader.Do(Returned, "退回", ("进一步整改要求", "补充2025年以来的公开凭证"));
        chats.Clock.Reset(At(11, 12));
        await chats.Changan.Do(Extended, "反馈进展", ("进展情况", "已取缔9家，余下3家正在整改。"));
    }

    private static async Task ThisWeek(Chats chats)
    {
        chats.Clock.Reset(At(11, 24));
        var handedIn = await chats.Leader.Assign("正定县", "核查高标准农田建设项目");
        var overdue = await chats.Leader.Assign("长安区", "清理拖欠中小企业账款", "2026-11-25", urgent: true);
        await chats.Leader.Assign("长安区", "上报农村集体“三资”管理问题整改方案");
        await chats.Leader.Assign("正定县", "违规占地问题整治", "2026-12-04");
        var asked = await chats.Leader.Assign("长安区", "完善惠民惠农补贴台账", "2026-12-01");
        await chats.Leader.Assign("石家庄市", "统筹全市校外培训整治", "2026-12-10");
        var passedOn = await chats.Leader.Assign("石家庄市", "全市食品安全隐患排查", "2026-12-10");
        var withdrawn = await chats.Leader.Assign("长安区", "重复交办的事项");
        var docketed = await chats.Leader.Assign("正定县", "历史遗留信访积案化解");
        var referred = await chats.Office.Assign("长安区", "专项资金审计核查");
        await chats.Leader.Assign("长安区", "报送第四季度督查情况", "2026-11-27");
        await chats.Leader.Do(withdrawn, "撤回", ("原因", "与前件重复"));
        await chats.Zhengding.Do(handedIn, "签收");
        await chats.Changan.Do(overdue, "签收");
        await chats.Changan.Do(overdue, "反馈进展", ("进展情况", "已清理37笔，余下4笔正在核对。"));
        await chats.Changan.Do(asked, "签收");
        await chats.Zhengding.Do(docketed, "签收");
        await chats.Office.Do(docketed, "挂账督办", ("原因", "群众反映强烈"));
        await chats.Office.Do(docketed, "立项督办", ("原因", "长期未解决"));
        await chats.Supervision.Do(docketed, "受理督办");
        await chats.Office.Do(referred, "移交", ("原地区是否知情", "told"), ("移交部门", "省审计厅"), ("原因", "需审计部门核查资金流向"));
        await chats.City.Do(passedOn, "转办", ("转办至", "长安区,正定县,桥西区"), ("办理时限", "2026-12-05"), ("转办要求", "逐户排查，建立清单"));
        await chats.Changan.Do(passedOn + "-1", "签收");
        await chats.Changan.Do(passedOn + "-1", "报结", ("办理结果", "已排查218户。"));
        await chats.Zhengding.Do(passedOn + "-3", "签收");
        chats.Clock.Reset(At(11, 25));
        await chats.City.Do(passedOn + "-1", "办结");
        await chats.Zhengding.Do(handedIn, "报结", ("办理结果", "已核查12个项目，整改问题5个。"));
        await chats.Changan.Do(asked, "申请延期", ("延期理由", "第三方评估报告需到月底才能出具"), ("申请延至", "2026-12-20"));
        chats.Clock.Reset(At(11, 26) - Duration.FromHours(1));
        await chats.Leader.Do(overdue, "挂账督办", ("原因", "逾期未报结"));
    }

    private static Instant At(int month, int day) => BeijingTime.At(new(2026, month, day), new(9, 0));
}
