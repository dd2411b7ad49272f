using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>Who is let in, who is not, and what each of them gets to see.</summary>
public sealed class PeopleTests(BotUnderTest bot)
{
    private const string Stranger = "您还没有登记为联络人员";

    [Fact]
    public async Task PersonEnteredBySignInName_IsBoundAtTheFirstMessage_ForGood()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("沧州市");
        var signInName = $"Officer.{cast.Key}@Liaison.example";
        var name = $"运河{cast.Key}";
        await cast.Enter(signInName, name, "县级联络员", "沧州市运河区");
        var number = await Cast.Assign(leader, "沧州市运河区", $"等您登录{cast.Key}", await bot.Day(8));

        // Whom the chat service does not know, or knows by another name, is nobody.
        var officer = bot.Stranger();
        Assert.Contains(Stranger, await officer.Ask("帮助"), StringComparison.Ordinal);
        bot.Connector.Knows(officer.UserId, "someone.else@liaison.example");
        Assert.Contains(Stranger, await officer.Ask("帮助"), StringComparison.Ordinal);

        // A stranger's name is not asked for again within a minute.
        await bot.Nudge(TimeSpan.FromMinutes(2));
        bot.Connector.Knows(officer.UserId, signInName.ToUpperInvariant());
        Assert.Contains(name, await officer.Ask("我是谁"), StringComparison.Ordinal);
        Assert.Contains("县级联络员 沧州市运河区", officer.CardText, StringComparison.Ordinal);
        await officer.Pushed("已交办", number);
        await officer.Press("签收");
        Assert.Contains("已签收", officer.CardText, StringComparison.Ordinal);

        // The first one stays: a sign-in name given to somebody else brings nothing along, until the office says so.
        var successor = bot.Stranger();
        bot.Connector.Knows(successor.UserId, signInName);
        Assert.Contains("已请省委巡视办确认", await successor.Ask(number), StringComparison.Ordinal);
        Assert.Contains("办理中", await officer.Ask(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonEnteredBySignInName_MayFirstPressAButton()
    {
        await using var cast = new Cast(bot);
        var signInName = $"first.{cast.Key}@liaison.example";
        await cast.Enter(signInName, $"新华{cast.Key}", "县级联络员", "沧州市新华区");
        var officer = bot.Stranger();
        bot.Connector.Knows(officer.UserId, signInName);
        var answer = await officer.Press(officer.Invoke("say", new JsonObject { ["text"] = "我是谁" }));
        Assert.Contains($"新华{cast.Key}", Client.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemovedPerson_IsLockedOut_AndHearsNoMore()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("沧州市");
        var officer = await cast.Officer("沧州市黄骅市");
        var colleague = await cast.Officer("沧州市黄骅市");
        var number = await Cast.Assign(leader, "沧州市黄骅市", $"调离之前{cast.Key}", await bot.Day(8));
        await officer.Pushed(number);
        await colleague.Pushed(number);
        var sign = officer.Pressing("签收");

        await cast.Remove(Cast.NameOf(officer), "沧州市黄骅市");
        await bot.Nudge();
        Assert.Contains(Stranger, await officer.Ask(number), StringComparison.Ordinal);
        Assert.Contains(Stranger, Client.TextOf(await officer.Press(sign)), StringComparison.Ordinal);
        var next = await Cast.Assign(leader, "沧州市黄骅市", $"调离之后{cast.Key}", await bot.Day(8));
        await colleague.Pushed(next);
        await bot.Nudge();
        Assert.Empty(officer.PushedUnseen());
        Assert.Contains("待签收", await colleague.Ask(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_GetsOnePoliteAnswer_WhateverTheyTry()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("沧州市");
        var officer = await cast.Officer("沧州市青县");
        var title = $"外人不可见{cast.Key}";
        var number = await Cast.Assign(leader, "沧州市青县", title, await bot.Day(8));
        await officer.Pushed(number);
        var stranger = bot.Stranger();
        await stranger.Open();
        bot.Connector.Waiting(stranger.Conversation);

        foreach (var text in new[]
        {
            "帮助",
            number,
            $"事项 {number}",
            $"查询 {cast.Key}",
            "台账 沧州市",
            "通讯录",
            "我的事项",
            "交办",
            $"签收 {number}",
            "添加人员"
        })
            Assert.StartsWith("您好", await stranger.Ask(text), StringComparison.Ordinal);
        stranger.Locale = "en-US";
        Assert.StartsWith("Hello, ", await stranger.Ask("help"), StringComparison.Ordinal);
        stranger.Locale = "zh-CN";
        foreach (var button in CardReader.Buttons(officer.Card!))
        {
            var press = officer.Pressing(button);
            press["from"] = stranger.Activity("message")["from"]!.DeepClone();
            press["conversation"]!["id"] = stranger.Conversation;
            press["id"] = $"{cast.Key}-{bot.Next()}";
            var text = Client.TextOf(await stranger.Press(press));
            Assert.Contains(Stranger, text, StringComparison.Ordinal);
        }
        var nobody = stranger.Message(number);
        nobody["from"]!.AsObject().Remove("aadObjectId");
        await stranger.Send(nobody);
        Assert.Contains(Stranger, (string)(await stranger.Next()).Activity["text"]!, StringComparison.Ordinal);
        Assert.Equal(["交办"], await Cast.History(leader, number));
    }

    [Fact]
    public async Task MatterThatIsNotTheirs_IsAnsweredAsOneThatDoesNotExist()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("沧州市");
        var title = $"邻县的事{cast.Key}";
        var hidden = await Cast.Assign(leader, "沧州市东光县", title, await bot.Day(8));
        var year = (await bot.Day(0))[..4];
        const string Missing = "1309-999998";
        foreach (var other in new[] { await cast.Officer("沧州市肃宁县"), await cast.City("廊坊市"), await cast.Leader("廊坊市") })
        {
            foreach (var form in new[]
            {
                "{0}",
                "事项 {0}",
                "matter {0}",
                "签收 {0}",
                "报结 {0} 完成",
                "办结 {0}",
                "退回 {0} 再改",
                "催办 {0}",
                "{0} 撤回",
                "查询 {0}"
            })
                Assert.Equal(
                    await other.Ask(form.Replace("{0}", Missing, StringComparison.Ordinal)),
                    (await other.Ask(form.Replace("{0}", hidden, StringComparison.Ordinal)))
                        .Replace(hidden, Missing, StringComparison.Ordinal));
            foreach (var verb in new[] { "open", "history", "form", "do" })
                foreach (var act in new[] { "Sign", "HandIn", "Close", "Withdraw" })
                {
                    var there = await other.Press(other.Invoke(verb, Data(hidden, act)));
                    var notThere = await other.Press(other.Invoke(verb, Data(Missing, act)));
                    Assert.Equal(
                        notThere.ToJsonString(),
                        there.ToJsonString().Replace(hidden, Missing, StringComparison.Ordinal));
                }
            Assert.DoesNotContain(title, await other.Ask($"查询 {cast.Key}"), StringComparison.Ordinal);
            Assert.DoesNotContain(title, await other.Ask("台账 沧州市"), StringComparison.Ordinal);
            // Others may work in their places at the same moment: only this matter must not reach them.
            Assert.DoesNotContain(
                other.PushedUnseen(),
                pushed => ((string?)pushed["summary"] ?? "").Contains(title, StringComparison.Ordinal));
        }
        Assert.Equal(["交办"], await Cast.History(leader, hidden));

        JsonObject Data(string number, string act) =>
            new()
            {
                ["number"] = $"{year}-{number}",
                ["act"] = act,
                ["reason"] = "x",
                ["result"] = "x",
                ["card"] = "c"
            };
    }

    [Fact]
    public async Task Group_ShowsNothingToAll_AndAButtonAnswersOnlyWhoPressedIt()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("沧州市");
        var officer = await cast.Officer("沧州市盐山县");
        var title = $"群里不说{cast.Key}";
        var number = await Cast.Assign(leader, "沧州市盐山县", title, await bot.Day(8));
        await officer.Pushed(number);
        var sign = officer.Pressing("签收");

        var group = new Client(bot, $"{bot.Run}-group-{bot.Next()}", officer.ObjectId);
        foreach (var text in new[] { number, "我的事项", $"签收 {number}", "台账", "通讯录", "帮助", $"查询 {cast.Key}" })
        {
            var message = group.Message($"<at>联络机器人</at> {text}");
            message["conversation"]!["conversationType"] = "groupChat";
            message["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>联络机器人</at>",
                ["mentioned"] = new JsonObject { ["id"] = "28:bot" }
            });
            await group.Send(message);
            var answer = (await group.Next()).Activity;
            // A number is answered with a card that shows each reader what they may see.
            if (text != number) Assert.Contains("单独对话", (string)answer["text"]!, StringComparison.Ordinal);
            Assert.DoesNotContain(title, answer.ToJsonString(), StringComparison.Ordinal);
        }
        sign["conversation"] = new JsonObject { ["id"] = group.Conversation, ["conversationType"] = "groupChat" };
        Assert.Contains(title, Client.TextOf(await officer.Press(sign)), StringComparison.Ordinal);
        Assert.Contains("签收", await Cast.History(leader, number));
        Assert.Empty(bot.Connector.Waiting(group.Conversation));

        // What comes later still goes to the one-to-one chat.
        await leader.Ask($"催办 {number} 请抓紧");
        await officer.Pushed("已催办", number);
        Assert.Empty(bot.Connector.Waiting(group.Conversation));
    }

    [Fact]
    public async Task CityOffice_EntersItsCountiesOfficersAndNobodyElse()
    {
        await using var cast = new Cast(bot);
        var city = await cast.City("沧州市");
        var officer = bot.Stranger();
        await city.Say("添加人员");
        await city.Press(
            "提交",
            ("登录名或对象ID", officer.ObjectId),
            ("姓名或岗位名称", Cast.NameOf(officer)),
            ("角色", "县级联络员"),
            ("责任地区", "沧州市海兴县"));
        Assert.Contains("已登记", city.CardText, StringComparison.Ordinal);
        Assert.Contains("县级联络员 沧州市海兴县", await officer.Ask("我是谁"), StringComparison.Ordinal);

        // Forged: neither another city's county nor another role, and nobody who is not theirs can be taken out.
        foreach (var (role, area) in new[]
        {
            ("CountyOfficer", "130102"),
            ("Office", "13"),
            ("CityOffice", "1309"),
            ("TeamLeader", "1309")
        })
        {
            var forged = await city.Press(city.Invoke(
                "addPerson",
                new JsonObject
                {
                    ["identity"] = officer.ObjectId,
                    ["name"] = "伪造",
                    ["role"] = role,
                    ["area"] = area,
                    ["team"] = role is "TeamLeader" ? "1" : ""
                }));
            Assert.Contains("没有管理这类人员的权限", Client.TextOf(forged), StringComparison.Ordinal);
        }
        var removal = await city.Press(city.Invoke(
            "removePerson",
            new JsonObject { ["person"] = "00000000-0000-4000-8000-000000000001", ["grant"] = "Office:13" }));
        Assert.Contains("没有这位人员", Client.TextOf(removal), StringComparison.Ordinal);
        Assert.Contains("县级联络员 沧州市海兴县", await officer.Ask("我是谁"), StringComparison.Ordinal);
        Assert.DoesNotContain("伪造", officer.CardText, StringComparison.Ordinal);

        await cast.Remove(Cast.NameOf(officer), "沧州市海兴县");
    }

    [Fact]
    public async Task EnglishClient_IsAnsweredInEnglish_ByTextAndByButton()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("沧州市");
        var officer = await cast.Officer("沧州市南皮县");
        var number = await Cast.Assign(leader, "沧州市南皮县", $"plan {cast.Key}", await bot.Day(8));
        Assert.Contains("您可以这样说", await officer.Ask("help"), StringComparison.Ordinal);
        officer.Locale = leader.Locale = "en-US";
        foreach (var (said, answer) in new[]
        {
            ("help", "You can say"),
            ("mine", "My matters"),
            ("我的事项", "My matters"),
            ($"matter {number}", "To be signed for"),
            (number, "To be signed for"),
            ($"find plan {cast.Key}", "Results for"),
            ("ledger", "Ledger of"),
            ("directory", "Directory of"),
            ("whoami", "County liaison officer"),
            ("who am i", "County liaison officer"),
            ("settings", "My settings"),
            ($"sign for {number}", "Signed for"),
            ($"report {number} first draft is done", "Progress reported"),
            ("HELP!", "You can say"),
            ("mattr", "I did not understand"),
        })
            Assert.Contains(answer, await officer.Ask(said), StringComparison.Ordinal);

        // What comes unasked is in the language last spoken.
        await leader.Ask($"催办 {number}");
        await officer.Pushed("Urged", number);
        await officer.Ask($"matter {number}");
        await officer.Press("Hand in");
        Assert.Contains("Result", officer.CardText, StringComparison.Ordinal);
        await officer.Press("Submit", ("Result", "done"));
        Assert.Contains("waiting for review", officer.CardText, StringComparison.Ordinal);

        // Once it is set, it is spoken whatever the client says.
        await officer.Ask("settings");
        await officer.Press("Submit", ("Language", "English"));
        officer.Locale = "zh-CN";
        await leader.Ask($"退回 {number} 补充清单");
        await leader.Press("Confirm: Return");
        await officer.Pushed("Returned: more work is required", number, "补充清单");
        Assert.Contains("Hand in", CardReader.Buttons(officer.Card!));
        await leader.Ask($"assign 南皮县 {await bot.Day(9)} plan B {cast.Key}");
        Assert.Equal($"plan B {cast.Key}", CardReader.Value(leader.Card!, "Title"));
        await leader.Press("Assign");
        Assert.Contains("Assigned", leader.CardText, StringComparison.Ordinal);
    }
}
