using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// With a planned visit in the store, everybody but the office and its own team walks through every door and finds
/// nothing of it; once it is announced, they find it.
/// </summary>
public sealed class SecretVisitTests : IAsyncLifetime
{
    private const string Number = "冀密字〔2031〕77号";
    private const string Reason = "密因待议";

    /// <summary>Whatever of it could be read: its team, its days in every writing, its approval, why it was called off.</summary>
    private static readonly string[] Marks =
    [
        "第77", "team 77", "12月17日", "12-17", "12/17", "10月29日", "10-29", "17 December", "冀密字", Reason, "|77|",
    ];

    private static readonly Visit Secret = new(
        77,
        AreaCode.Parse("130123"),
        new(2026, 12, 17),
        new(2027, 10, 29),
        VisitKind.Inspection)
    {
        Group = 3,
        ByHand = true,
    };

    /// <summary>Questions and steps around it, beside all words of commands.</summary>
    private static readonly string[] Sentences =
    [
        "巡视组什么时候来", "下个月巡视组来吗", "下周巡视组什么时候来", "巡视组几号进驻正定县", "哪个组来巡视正定县", "明年有哪些巡视", "正定县有没有巡视安排",
        "第77组在哪", "第77巡视组什么时候来", "第77组组长是谁", "正定县巡视取消了吗", "when does the team come", "which team inspects 正定县",
        "is there a plan for 2027", "驻市安排 正定县", "驻市安排 石家庄", "驻市安排 河北省", "巡视 正定县", "台账 正定县", "小结 正定县", "导出 正定县",
        "通讯录 石家庄", "负担 石家庄", "巡视 正定县 第77组 12月17日至2027年10月29日", "巡视 正定县 第77组第3小组 12月20日至25日", "公布 正定县", "公布 2026",
        "批准 正定县 冀巡发〔2026〕1号", "报批 正定县", "取消安排 正定县 不来了", "调整安排 正定县 12月18日至2027年1月10日",
        "announce visits 2026", "submit visits 2026", "cancel visit 正定县", "安排 2026", "安排 2026 石家庄", "覆盖", "覆盖 石家庄 2026", "覆盖 正定县 2026",
        "查询 77", "查询 正定", "12月17日前有什么事项", "谁在正定县", "我是谁", "帮助",
    ];

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open(new MemoryTableStore());

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    /// <summary>One of each state lies in the store; one is announced from a later day on.</summary>
    [Fact]
    public async Task VisitsThatAreNotAnnounced_AreFoundBehindNoDoor()
    {
        var steps = VisitStep.WriteAll(
        [
            new(VisitAct.Enter, Chats.Morning, "x", "第77组某人"),
            new(VisitAct.Cancel, Chats.Morning, "x", "y", Reason),
        ]);
        var drafted = Secret with { State = VisitState.Drafted, Steps = steps };
        var approved = drafted with { State = VisitState.Approved, ApprovalNumber = Number, Kind = VisitKind.Special };
        await Enter(drafted with { State = VisitState.Submitted, Kind = VisitKind.Patrol });
        await Enter(approved);
        var later = await Enter(approved with
        {
            State = VisitState.Announced,
            AnnouncedOn = new(2026, 12, 10),
            Arrival = "arrival-77",
            Kind = VisitKind.ReturnVisit,
        });
        await Enter(approved with { State = VisitState.Cancelled, Reason = Reason, Group = 2 });
        await Enter(drafted with { Area = AreaCode.Parse("1301"), Kind = VisitKind.Residency, Group = null });
        var found = await Walk(await Enter(drafted), later);
        Assert.True(found.Count == 0, string.Join('\n', found.Take(20)));
    }

    [Fact]
    public async Task OnceItIsAnnounced_ThoseOfThePlaceFindIt()
    {
        var key = await Enter(Secret with { State = VisitState.Announced, AnnouncedOn = Chats.Today, ApprovalNumber = Number });
        foreach (var user in chats.Everyone.Except([chats.Office]))
        {
            var found = new List<string>();
            foreach (var said in new[] { "巡视组什么时候来正定县", "驻市安排 正定县" })
            {
                Look(found, user, said, await user.Say(said), said);
            }

            Look(found, user, "open", await user.Send("visits.open", new() { ["visit"] = key }), "");
            var knows = new[] { chats.Leader, chats.Member, chats.City, chats.Zhengding }.Contains(user);
            Assert.Equal((user.Name, knows ? 3 : 0), (user.Name, found.Count));
        }
    }

    [Fact]
    public async Task TheOfficeAndItsOwnTeam_FindItFromTheFirstDraftOn()
    {
        await Enter(Secret with { Team = 1, State = VisitState.Drafted });
        foreach (var user in new[] { chats.Office, chats.Leader, chats.Member })
        {
            Assert.Contains("12月17日", (await user.Say("驻市安排 正定县")).Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("12月17日", (await chats.City.Say("驻市安排 正定县")).Text, StringComparison.Ordinal);
    }

    /// <summary>Phases, and with them whom reminders reach, are as if it were not there.</summary>
    [Fact]
    public async Task ItsDays_ChangeNoPhase_AndNobodysReminders()
    {
        await Enter(Secret with { From = Chats.Today.PlusDays(-3), State = VisitState.Approved, ApprovalNumber = Number });
        Assert.DoesNotContain("巡视期间", (await chats.Zhengding.Say("我是谁")).Text, StringComparison.Ordinal);
        Assert.Contains("驻市期间", chats.Zhengding.Last.Text, StringComparison.Ordinal);
    }

    private async Task<string> Enter(Visit visit)
    {
        var row = DirectoryRows.ToRow(visit);
        await chats.Store.SubmitAsync(DirectoryRows.Table, "13", [new Change.Insert(row)], default);
        chats.ForgetDirectory();
        return row.Key;
    }

    /// <summary>Every door for everybody who is not of the office.</summary>
    /// <returns>Where it was seen: who, by what, and the text.</returns>
    private async Task<IReadOnlyList<string>> Walk(params string[] keys)
    {
        var found = new List<string>();
        foreach (var user in chats.Everyone)
        {
            await user.Open();
        }

        // Something to list, search, print and remind of.
        var number = await chats.Leader.Assign("正定县", "上报台账", due: "2026-12-01");
        var room = chats.Channel();
        await chats.City.SayIn(room, "绑定 石家庄");
        var insiders = new[] { chats.Office };
        // Every word of every command for the county itself; for others one word of each leads to the same doors.
        var all = AllFeatures.Registry.Words.Select(w => w.Word).Distinct(StringComparer.Ordinal).ToList();
        var doors = AllFeatures.Registry.Words.GroupBy(w => w.Command.Id, StringComparer.Ordinal)
            .Select(words => words.First().Word)
            .ToList();
        foreach (var user in chats.Everyone.Except(insiders))
        {
            // Both languages where there is most to find; who has other places finds by them no more.
            var isNear = user == chats.Zhengding || user == chats.Leader || user == chats.City;
            foreach (var locale in isNear ? new[] { "zh-CN", "en-US" } : ["zh-CN"])
            {
                user.Locale = locale;
                var words = user == chats.Zhengding && locale == "zh-CN" ? all : doors;
                foreach (var said in (isNear ? words.Concat(words.Select(w => w + " 正定县")) : words).Concat(Sentences))
                {
                    Look(found, user, said, await user.Say(said), said);
                    await Files(found, user, said);
                }
            }

            foreach (var key in keys)
            {
                await Forged(found, user, key);
            }

            foreach (var search in new[] { "", "77", "正定", "巡视", "12月17日", number })
            {
                var answer = await user.Search(search);
                foreach (var message in answer.Messages)
                {
                    Look(found, user, "search " + search, new Seen(message), search);
                }
            }

            foreach (var said in Sentences.Take(20).Append("帮助"))
            {
                Look(found, user, "room " + said, await user.SayIn(room, said), said);
            }

            var assign = await user.AssignMessage("巡视组12月1日前要材料 正定县");
            Look(found, user, "message action", assign, "");
            await Table(found, user);
        }

        // Cards in rooms, reminders, digests and whatever comes by itself, on each of the days around it.
        await chats.Services.Arrivals.ResumeAsync(9, default);
        foreach (var day in Enumerable.Range(0, 10).Select(i => Chats.Today.PlusDays(i)))
        {
            await chats.Remind(day);
            await chats.BringCardsUpToDate();
        }

        foreach (var user in chats.Everyone.Except(insiders))
        {
            foreach (var seen in user.Received)
            {
                Look(found, user, "received", seen, "");
            }
        }

        // Last: the app that answers over HTTP closes the store that it was opened on.
        await using var app = await Doors.OpenAsync(chats);
        foreach (var user in chats.Everyone.Except(insiders))
        {
            foreach (var body in await Doors.ApiAsync(app, user))
            {
                Look(found, user, "api", body, "");
            }
        }

        foreach (var seen in room.Ever)
        {
            Look(found, chats.City, "room card", seen, "");
        }

        return found;
    }

    /// <summary>Every button of a visit, of this and of earlier versions, pressed by whoever knows its key.</summary>
    private static async Task Forged(List<string> found, User user, string key)
    {
        var verbs = AllFeatures.Registry.Commands.Select(c => c.Id)
            .Where(id => id.StartsWith("visits.", StringComparison.Ordinal))
            .Concat(["visitForm", "addVisit", "visitEndForm", "visitEnd", "askRemoveVisit", "removeVisit"]);
        foreach (var verb in verbs)
        {
            foreach (var act in new[] { "Submit", "Approve", "Announce" })
            {
                var data = new JsonObject
                {
                    ["visit"] = key,
                    ["act"] = act,
                    ["approval"] = "冀巡发〔2026〕1号",
                    ["on"] = "2026-11-24",
                    ["reason"] = "不来了",
                    ["kind"] = "Inspection",
                    ["team"] = "77",
                    ["group"] = "3",
                    ["area"] = "130123",
                    ["from"] = "2026-12-20",
                    ["to"] = "2026-12-25",
                    ["both"] = "1",
                };
                // What was typed into a form stands there again.
                Look(found, user, "press " + verb, await user.Send(verb, data), "第77 team 77");
            }
        }
    }

    /// <summary>A table in which the same team is entered: what it says must not depend on what stands.</summary>
    private static async Task Table(List<string> found, User user)
    {
        await user.Say("导入");
        if (user.Last.Inputs.Any(i => i.Id == "rows"))
        {
            var check = user.Last.Buttons.First(b => b.Verb == "import.check");
            Look(
                found,
                user,
                "table",
                await user.Send(check, user.Last, ("rows", "类别\t地区\t巡视组\t开始日期\t结束日期\n巡视\t长安区\t77\t2026-12-20\t2026-12-25")),
                "第77");
        }
    }

    private async Task Files(List<string> found, User user, string said)
    {
        foreach (var text in await Doors.FilesAsync(chats, user))
        {
            Look(found, user, "file of " + said, text, "");
        }
    }

    private static void Look(List<string> found, User user, string door, Seen seen, string said)
    {
        var text = seen.Card is { } card ? seen.Text + "\n" + seen.Summary + "\n" + card.ToJsonString(AsItIs) : seen.Text;
        Look(found, user, door, text, said);
    }

    private static void Look(List<string> found, User user, string door, string text, string said)
    {
        // What the person said themselves is no news.
        var marks = Marks.Where(mark => !Echoes(said, mark) && text.Contains(mark, StringComparison.Ordinal)).ToList();
        if (marks.Count > 0)
        {
            found.Add($"{user.Name}: {door} [{string.Join(' ', marks)}] {text[..Math.Min(200, text.Length)].ReplaceLineEndings(" / ")}");
        }
    }

    private static bool Echoes(string said, string mark) =>
        said.Contains(mark, StringComparison.Ordinal)
            || (said.Contains("12月17日", StringComparison.Ordinal) && mark is "12-17" or "12/17" or "17 December")
            || (said.Contains("10月29日", StringComparison.Ordinal) && mark is "10-29")
            || (said.Contains("第77", StringComparison.Ordinal) && mark is "team 77" or "第77");
}
