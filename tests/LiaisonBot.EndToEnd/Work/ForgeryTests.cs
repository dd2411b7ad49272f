using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>
/// Buttons of yesterday, and buttons that nobody showed: the matter as it stands, with the reason, and nothing that the
/// person could not do otherwise.
/// </summary>
public sealed class ForgeryTests(BotUnderTest bot)
{
    [Fact]
    public async Task StaleButton_ShowsTheMatterAsItStands_WithTheReason()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("邢台市");
        var officer = await cast.Officer("邢台市内丘县");
        var colleague = await cast.Officer("邢台市内丘县");
        var number = await Cast.Assign(leader, "邢台市内丘县", $"过时按钮{cast.Key}", await bot.Day(8));
        await officer.Pushed(number);
        await colleague.Pushed(number);
        var sign = colleague.Pressing("签收");
        await officer.Press("签收");
        var late = Client.TextOf(await colleague.Press(sign));
        Assert.Contains("没有改动：事项目前是“办理中”", late, StringComparison.Ordinal);
        Assert.Contains("反馈进展", CardReader.Buttons(colleague.Card!));

        // A form that was opened before somebody else was quicker.
        await colleague.Press("反馈进展");
        await officer.Ask($"报结 {number} 已完成");
        var progress = Client.TextOf(await colleague.Press("提交", ("进展情况", "还在办")));
        Assert.Contains("没有改动：事项目前是“已报结 待审核”", progress, StringComparison.Ordinal);

        await leader.Say(number);
        await leader.Press("退回");
        var back = leader.Pressing("提交", ("进一步整改要求", "再改"));
        await cast.Office.Ask($"办结 {number}");
        await cast.Office.Press("确认办结");
        Assert.Contains("没有改动：事项目前是“已办结”", Client.TextOf(await leader.Press(back)), StringComparison.Ordinal);
        Assert.Equal(["交办", "签收", "报结", "办结"], await Cast.History(leader, number));
    }

    [Fact]
    public async Task ForgedSteps_OfOthers_AreRefusedWithTheRule()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("邢台市");
        var officer = await cast.Officer("邢台市柏乡县");
        var city = await cast.City("邢台市");
        var number = await Cast.Assign(leader, "邢台市柏乡县", $"伪造步骤{cast.Key}", await bot.Day(8));
        await officer.Ask($"签收 {number}");
        await officer.Ask($"报结 {number} 已完成");
        var year = (await bot.Day(0))[..4];
        var before = await Facts(leader, number);

        foreach (var (person, act) in new[]
        {
            (officer, "Close"),
            (officer, "Return"),
            (officer, "Withdraw"),
            (officer, "GrantExtension"),
            (officer, "PutOnLedger"),
            (officer, "Docket"),
            (officer, "AcceptDocket"),
            (officer, "Refer"),
            (officer, "PassOn"),
            (officer, "Urge"),
            (city, "Close"),
            (city, "Return"),
            (city, "HandIn"),
            (city, "Sign"),
            (city, "Withdraw"),
            (city, "PassOn"),
            (leader, "HandIn"),
            (leader, "Docket"),
        })
        {
            var answer = await person.Press(person.Invoke("do", new JsonObject
            {
                ["card"] = "forged",
                ["act"] = act,
                ["number"] = $"{year}-{number}",
                ["reason"] = "x",
                ["note"] = "x",
                ["requirement"] = "x",
                ["result"] = "x",
                ["areas"] = "130102",
                ["department"] = "1300U001",
            }));
            var text = Client.TextOf(answer);
            Assert.True(
                text.Contains("没有改动：", StringComparison.Ordinal) || text.Contains("没有“", StringComparison.Ordinal),
                $"{act}: {text}");
            Assert.Contains($"伪造步骤{cast.Key}", text, StringComparison.Ordinal);
        }
        Assert.Equal(before, await Facts(leader, number));
        Assert.Equal(["交办", "签收", "报结"], await Cast.History(leader, number));
    }

    [Fact]
    public async Task ForgedData_OnAnAllowedStep_ChangesNothingElse()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("邢台市");
        var officer = await cast.Officer("邢台市隆尧县");
        var number = await Cast.Assign(leader, "邢台市隆尧县", $"夹带私货{cast.Key}", await bot.Day(8));
        await officer.Pushed(number);
        var sign = officer.Pressing("签收");
        var data = (JsonObject)sign["value"]!["action"]!["data"]!;
        foreach (var (name, value) in new[]
        {
            ("title", "改了"),
            ("area", "130102"),
            ("due", "2099-01-01"),
            ("responsible", "别人"),
            ("target", "改了"),
            ("team", "1"),
            ("state", "Closed"),
            ("person", "00000000-0000-4000-8000-000000000001"),
            ("actor", "00000000-0000-4000-8000-000000000001"),
            ("urgency", "Urgent"),
        })
            data[name] = value;
        var before = await Facts(leader, number);
        await officer.Press(sign);
        Assert.Contains("已签收", officer.CardText, StringComparison.Ordinal);
        var after = await Facts(leader, number);
        Assert.StartsWith($"办理中\n夹带私货{cast.Key}\n", after, StringComparison.Ordinal);
        Assert.Equal(FromDueDate(before), FromDueDate(after));
    }

    /// <summary>What the matter is about, without how far it is.</summary>
    private static string FromDueDate(string facts) =>
        string.Join(
            '\n',
            facts.Split('\n')
                .SkipWhile(line => line != "办理时限")
                .Where(line => !line.StartsWith("还需", StringComparison.Ordinal)));

    [Fact]
    public async Task ForgedAssignment_ByAnOfficer_IsRefusedBesideThePlace()
    {
        await using var cast = new Cast(bot);
        var officer = await cast.Officer("邢台市新河县");
        var answer = await officer.Press(officer.Invoke("do", new JsonObject
        {
            ["card"] = "forged",
            ["act"] = "Assign",
            ["title"] = $"越权{cast.Key}",
            ["area"] = "130530",
            ["responsible"] = "x",
            ["target"] = "x",
            ["due"] = await bot.Day(3),
        }));
        Assert.Contains("没有“交办”的权限", Client.TextOf(answer), StringComparison.Ordinal);
        Assert.Contains("没有找到", await officer.Ask($"查询 {cast.Key}"), StringComparison.Ordinal);
        Assert.Contains("没有“交办”的权限", await officer.Ask("交办"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyVerb_WithAnyData_IsAnsweredAndBreaksNothing()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("邢台市");
        var number = await Cast.Assign(leader, "邢台市广宗县", $"胡乱数据{cast.Key}", await bot.Day(8));
        JsonNode?[] values = [
            null,
            "",
            "x",
            number,
            7,
            -1.5e300,
            true,
            new JsonArray(1, "x"),
            new JsonObject { ["a"] = 1 },
            new string('9', 400),
            "2026-1301-999999-99",
            "99",
            "\ud83d\ude00\u202e\0"
        ];
        foreach (var verb in new[]
        {
            "do",
            "form",
            "open",
            "history",
            "say",
            "page",
            "saveSettings",
            "saveLimits",
            "addPerson",
            "addUnit",
            "askRemove",
            "removePerson",
            "DO",
            "x"
        })
            foreach (var value in values)
                foreach (var act in new[] { "Close", "7", "-1", "close", "" })
                {
                    var data = new JsonObject { ["act"] = act };
                    foreach (var name in new[]
                    {
                        "number",
                        "text",
                        "page",
                        "person",
                        "grant",
                        "card",
                        "title",
                        "area",
                        "due",
                        "areas",
                        "until",
                        "reason",
                        "language",
                        "quietFrom",
                        "identity",
                        "role",
                        "unitName",
                        "unitUnder",
                        "lang"
                    })
                        data[name] = value?.DeepClone();
                    var text = Client.TextOf(await leader.Press(leader.Invoke(verb, data)));
                    Assert.NotEqual("", text);
                    Assert.DoesNotContain("出了点问题", text, StringComparison.Ordinal);
                    Assert.DoesNotContain("Something went wrong", text, StringComparison.Ordinal);
                    if (verb is not ("do" or "form") || act is not ("Close" or "7")) break;
                }
        Assert.Equal(["交办"], await Cast.History(leader, number));
    }

    // The matter's card without its news and its buttons' order.
    private static async Task<string> Facts(Client by, string number)
    {
        await by.Say(number);
        return string.Join('\n', CardReader.Lines(by.Card!));
    }
}
