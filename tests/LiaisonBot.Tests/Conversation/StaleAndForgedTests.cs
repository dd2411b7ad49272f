using System.Text.Json.Nodes;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Buttons that are old, and buttons that no card ever had: nothing is changed, and the answer says why.
/// </summary>
public sealed class StaleAndForgedTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Sign_OnAnOldCard_ShowsTheMatterAsItStandsWithTheReason()
    {
        var number = await chats.Leader.Assign("长安区");
        var old = await chats.Changan.Say(number);
        await chats.Leader.Do(number, "撤回", ("原因", "有误"));
        await Unchanged(async () =>
        {
            var seen = await chats.Changan.PressOn(old, "签收");
            Assert.StartsWith("没有改动：事项目前是“已撤回”，不能做这一步\n已撤回", seen.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Form_ThatBecameStaleWhileBeingFilledIn_ShowsTheMatterWithTheReason()
    {
        var number = await chats.Leader.Assign("长安区");
        await chats.Changan.Do(number, "签收");
        await chats.Changan.Say(number);
        var form = await chats.Changan.Press("申请延期");
        await chats.Leader.Do(number, "撤回", ("原因", "有误"));
        await Unchanged(async () =>
        {
            Assert.StartsWith(
                "没有改动",
                (await chats.Changan.PressOn(form, "提交", ("延期理由", "x"), ("申请延至", "2026-12-30"))).Text,
                StringComparison.Ordinal);
            Assert.StartsWith(
                "没有改动",
                (await chats.Changan.PressOn(form, "提交", ("申请延至", "以后"))).Text,
                StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Press_TwiceOnTheSameButton_IsOneStep()
    {
        var number = await chats.Leader.Assign("长安区");
        await chats.Changan.Do(number, "签收");
        await chats.Changan.Say(number);
        var form = await chats.Changan.Press("反馈进展");
        await chats.Changan.PressOn(form, "提交", ("进展情况", "一半"));
        await Unchanged(async () =>
            Assert.StartsWith(
                "已反馈进展",
                (await chats.Changan.PressOn(form, "提交", ("进展情况", "一半"))).Text,
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task Button_WithItsVerbChanged_ChangesNothing()
    {
        var number = await chats.Leader.Assign("长安区");
        var button = (await chats.Changan.Say(number)).Button("签收");
        await Unchanged(async () =>
        {
            foreach (var verb in new[]
            {
                "",
                "DO",
                "delete",
                "removePerson",
                "askRemove",
                "addPerson",
                "addUnit",
                "saveSettings",
                "saveLimits",
                "form",
                new string('x', 5000)
            })
                Assert.NotEmpty((await chats.Changan.Send(verb, button.Data)).Text);
        });
    }

    [Fact]
    public async Task Button_WithItsActChanged_DoesNothingThatThePersonCouldNotDo()
    {
        var number = await chats.Leader.Assign("长安区");
        var button = (await chats.Changan.Say(number)).Button("签收");
        await Unchanged(async () =>
        {
            foreach (var act in Enum.GetNames<Act>()
                .Where(a => a is not "Sign")
                .Concat(["", "0", "2,3", "99", "sign", "Nothing"]))
                foreach (var verb in new[] { "do", "form" })
                {
                    var seen = await chats.Changan.Send(verb, With(button.Data, "act", act));
                    Assert.NotEmpty(seen.Text);
                }
        });
    }

    [Fact]
    public async Task Button_OfSomeoneElse_DoesNothingForOthers()
    {
        var numbers = await chats.Everything();
        foreach (var number in numbers.Values)
        {
            var seen = await chats.Office.Say(number);
            foreach (var button in seen.Buttons.Where(b => b.Verb == "matter.do"))
                await Unchanged(async () =>
                {
                    foreach (var other in chats.Everyone.Where(u => u != chats.Office))
                        if (!(await other.Say(number)).Titles.Contains(button.Title))
                            await other.Send(button, seen);
                });
        }
    }

    [Fact]
    public async Task Button_WithAnotherNumber_IsAnsweredAsForOneThatDoesNotExist()
    {
        var hidden = await chats.Office.Assign("路南区", "唐山的事");
        var button = (await chats.Leader.Say(await chats.Leader.Assign("长安区"))).Button("撤回");
        await Unchanged(async () =>
        {
            foreach (var verb in new[] { "do", "form", "open", "history" })
            {
                var forged = await chats.Leader.Send(verb, With(button.Data, "number", "2026-1302-000001"));
                var unknown = await chats.Leader.Send(verb, With(button.Data, "number", "2026-1302-000777"));
                Assert.Equal(unknown.Text.Replace("1302-777", hidden, StringComparison.Ordinal), forged.Text);
                Assert.StartsWith("没有找到事项 1302-1。", forged.Text, StringComparison.Ordinal);
            }
        });
    }

    [Theory]
    [InlineData("number", "'; DROP TABLE rows; --")]
    [InlineData("number", "0000-0000-0")]
    [InlineData("number", "2026-9999-000001")]
    [InlineData("number", "2026-1301-999999")]
    [InlineData("number", "2026-1301-000001.99")]
    [InlineData("number", "")]
    [InlineData("page", "-5")]
    [InlineData("page", "2147483647")]
    [InlineData("page", "999999999999999999")]
    [InlineData("card", "../../etc")]
    [InlineData("lang", "xx")]
    public async Task Button_WithNonsenseInItsData_IsAnswered(string name, string value)
    {
        await chats.Leader.Assign("长安区");
        await chats.Changan.Say("1301-1");
        foreach (var button in chats.Changan.Last.Buttons.Where(b => b.Verb != "matter.do"))
            Assert.NotEmpty((await chats.Changan.Send(button.Verb, With(button.Data, name, value))).Text);
        foreach (var verb in new[] { "page", "say", "history", "open" })
            Assert.NotEmpty((await chats.Changan.Send(
                verb,
                With(new JsonObject { ["text"] = "台账", ["number"] = "1301-1" }, name, value))).Text);
    }

    [Fact]
    public async Task Button_WithDataOfOtherShapes_IsAnswered()
    {
        var number = await chats.Leader.Assign("长安区");
        var data = (await chats.Changan.Say(number)).Button("签收").Data;
        foreach (var json in new[] { "null", "[]", "{}", "{\"a\":[1]}", "12", "true", "1e400", "\"\\u0000\"" })
            foreach (var (name, _) in data)
            {
                var odd = (JsonObject)data.DeepClone();
                odd[name] = JsonNode.Parse(json);
                await Unchanged(async () => Assert.NotEmpty((await chats.Changan.Send("form", odd)).Text));
            }
    }

    [Fact]
    public async Task RemovePerson_OfSomeoneElsesPeople_IsAsIfTheyWereNotThere()
    {
        var button = (await chats.City.Say("通讯录")).Button("移除");
        await Unchanged(async () =>
        {
            foreach (var verb in new[] { "askRemove", "removePerson" })
            {
                foreach (var (person, grant) in new[]
                {
                    (chats.Office.ObjectId, "Office:13"),
                    (chats.Lunan.ObjectId, "CountyOfficer:130202"),
                    (chats.Leader.ObjectId, "TeamLeader:1301:1"),
                    (chats.Changan.ObjectId, "Office:13"),
                    ("nobody", "CountyOfficer:130102"),
                    (chats.Changan.ObjectId, ""),
                })
                    Assert.Equal(
                        "没有这位人员或这个角色，可能已被移除",
                        (await chats.City.Send(verb, With(With(button.Data, "person", person), "grant", grant))).Text);
                await chats.Changan.Send(verb, button.Data);
            }
        });
    }

    [Fact]
    public async Task AddPerson_WithARoleOrPlaceThatOneMayNotGive_IsRefused()
    {
        var form = await chats.City.Say("添加人员");
        await Unchanged(async () =>
        {
            foreach (var (role, area, team) in new[]
            {
                ("Office", "13", ""),
                ("CityOffice", "1301", ""),
                ("TeamLeader", "1301", "1"),
                ("CountyOfficer", "130202", "")
            })
            {
                var data = With(With(With(form.Button("提交").Data, "role", role), "area", area), "team", team);
                var seen = await chats.City.Send(
                    "addPerson",
                    With(With(data, "identity", "evil@example.com"), "name", "某人"));
                Assert.Contains("您没有管理这类人员的权限", seen.Text, StringComparison.Ordinal);
            }

            await chats.Changan.Send(
                "addPerson",
                With(With(form.Button("提交").Data, "role", "CountyOfficer"), "area", "130102"));
            await chats.City.Send("addUnit", new() { ["unitName"] = "某单位", ["unitUnder"] = "1301" });
        });
    }

    private static JsonObject With(JsonObject data, string name, string value)
    {
        var changed = (JsonObject)data.DeepClone();
        changed[name] = value;
        return changed;
    }

    /// <summary>Every row of matters and of people is the same afterwards.</summary>
    private async Task Unchanged(Func<Task> act)
    {
        var before = await Rows();
        await act();
        Assert.Equal(before, await Rows());
    }

    private async Task<string> Rows()
    {
        var all = new List<string>();
        foreach (var (table, partition) in new[]
        {
            ("matters", "1300"),
            ("matters", "1301"),
            ("matters", "1302"),
            (LiaisonBot.Core.People.DirectoryRows.Table, "13")
        })
            foreach (var row in await chats.Store.ReadRangeAsync(table, partition, " ", "~", 50_000, default))
                // Where a chat is, and what is shown there, may be learnt at any time.
                if (RowKeys.KindOf(row.Key) is not (RowKeys.Directory.Chats or RowKeys.Directory.Talks))
                    all.Add(table + Describe(row));
        return string.Join('\n', all);
    }

    private static string Describe(Row row) =>
        row.Key + string.Concat(row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => $" {c.Key}={c.Value}"));
}
