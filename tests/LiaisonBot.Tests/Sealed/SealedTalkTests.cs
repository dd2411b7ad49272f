using System.Text;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Storage;
using NodaTime;

namespace LiaisonBot.Tests.Sealed;

/// <summary>
/// Sealed records as people meet them: a number in the chat, everything else in a dialog; and marker words, typed into every
/// field, are looked for wherever others could find them.
/// </summary>
public sealed class SealedTalkTests : IAsyncLifetime
{
    private const string Marker = "暗号";

    private TempSqliteStore file = null!;
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        file = TempSqliteStore.Open();
        chats = await Chats.Open(file.Store);
        await GrantAsync(chats.Member, g => g with { Post = Post.Petitions });
        foreach (var user in chats.Everyone)
        {
            await user.Open();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await chats.DisposeAsync();
        await file.DisposeAsync();
    }

    [Fact]
    public async Task InTheChat_StandsANumberAlone()
    {
        await TextsOnAsync();
        var number = await RegisterAsync(chats.Member);
        await chats.Deliver();
        Assert.Equal("S-1", number);
        foreach (var user in chats.Everyone)
        {
            Assert.DoesNotContain(user.Received, seen => seen.Text.Contains(Marker, StringComparison.Ordinal));
        }

        var said = await chats.Member.Say("密件 S-1");
        Assert.Contains("S-1", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("长安区", said.Text, StringComparison.Ordinal);
        await chats.Member.OpenDialog();
        var text = await chats.Member.PressInDialog("查看内容");
        Assert.Contains(Marker + "提要", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker + "姓名", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsTypedIntoTheChat_IsNotKept_AndIsSaidNotToBe()
    {
        var said = await chats.Member.Say("登记 来电 " + Marker + "有人反映某某收钱");
        Assert.Contains("没有保存", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, said.Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Empty(await FoundInFilesAsync(Marker));
        var form = await chats.Member.OpenDialog();
        Assert.DoesNotContain(form.Inputs, input => input.Value.Contains(Marker, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("登记来信", "来信")]
    [InlineData("登记一个来电", "来电")]
    [InlineData("来电登记", "来电")]
    [InlineData("登记一封举报信", "来信")]
    [InlineData("登记 举报箱", "举报箱")]
    [InlineData("登记阻访", "阻访")]
    [InlineData("登记网络信息", "网情")]
    [InlineData("register a letter", "Letter")]
    public async Task AKind_IsSaidAsPeopleSayIt(string said, string title)
    {
        var card = await chats.Leader.Say(said);
        Assert.Contains(title, card.Text, StringComparison.Ordinal);
        Assert.Single(card.Dialogs);
    }

    [Theory]
    [InlineData("S-1")]
    [InlineData("s-1")]
    [InlineData("密件S-1")]
    [InlineData("密件 S1")]
    [InlineData("密件 2026-S-1")]
    [InlineData("sealed S-1")]
    [InlineData("sealed record S-1")]
    [InlineData("Sealed records s-1")]
    public async Task ANumber_OpensItsRecord(string said)
    {
        await RegisterAsync(chats.Member);
        Assert.Contains("S-1", (await chats.Member.Say(said)).Text, StringComparison.Ordinal);
        Assert.Single(chats.Member.Last.Dialogs);
    }

    [Fact]
    public async Task WhoHasNoPart_HearsWhatIsNotThereIsToldToo()
    {
        await RegisterAsync(chats.Member);
        foreach (var user in new[] { chats.Office, chats.City, chats.Changan, chats.Supervision, chats.Audit, chats.Tangshan })
        {
            var there = await user.Say("密件 S-1");
            var none = await user.Say("密件 S-9");
            Assert.Equal(none.Text.Replace("S-9", "S-1", StringComparison.Ordinal), there.Text);
            Assert.DoesNotContain("S-1", (await user.Say("我的事项")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnOpenedText_IsNotedBefore_AndTheLeaderReadsWhoLooked()
    {
        await RegisterAsync(chats.Member);
        await OpenAsync(chats.Member, "S-1");
        await chats.Member.PressInDialog("查看内容");
        await OpenAsync(chats.Member, "S-1");
        await chats.Member.PressInDialog("查看反映人");
        var refused = await chats.Member.PressInDialog("查看反映人", ("words", ""));
        Assert.Contains("理由", refused.Text, StringComparison.Ordinal);
        var who = await chats.Member.PressInDialog("查看反映人", ("words", Marker + "核实情况"));
        Assert.Contains(Marker + "姓名", who.Text, StringComparison.Ordinal);

        await chats.Deliver();
        Assert.Contains(chats.Leader.Received, seen => seen.Text.Contains("身份被查看", StringComparison.Ordinal));
        await chats.Leader.Say("查阅记录 S-1");
        var looks = await chats.Leader.OpenDialog();
        Assert.Contains("查看内容", looks.Text, StringComparison.Ordinal);
        Assert.Contains(Marker + "核实情况", looks.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecusedHandler_LosesItAtOnce_AndIsRemindedOfNothing()
    {
        await RegisterAsync(chats.Member);
        await OpenAsync(chats.Member, "S-1");
        await chats.Member.PressInDialog("我要回避");
        await chats.Member.PressInDialog("我要回避");
        Assert.Contains("没有密件", (await chats.Member.Say("密件 S-1")).Text, StringComparison.Ordinal);
        var before = chats.Member.Received.Count;
        for (var day = 1; day < 20; day++)
        {
            await chats.Remind(Chats.Today.PlusDays(day));
        }

        Assert.DoesNotContain(chats.Member.Received.Skip(before), seen => seen.Text.Contains("S-1", StringComparison.Ordinal));
        Assert.Contains(chats.Leader.Received, seen => seen.Text.Contains("S-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APetition_IsJudged_Referred_ReceivedAndAnswered_WithoutThePlaceEverHearing()
    {
        await TextsOnAsync();
        await RegisterAsync(chats.Member);
        await OpenAsync(chats.Member, "S-1");
        await chats.Member.PressInDialog("研判");
        await chats.Member.PressInDialog("研判", ("disposal", "移交有关部门"), ("words", Marker + "研判意见"));
        await chats.Member.PressInDialog("填写移交单");
        await chats.Member.PressInDialog("填写移交单", ("receiver", "省审计厅"), ("text", Marker + "移交内容"));
        Assert.Contains("没有密件", (await chats.Audit.Say("密件 S-2")).Text, StringComparison.Ordinal);

        await OpenAsync(chats.Leader, "S-2");
        await chats.Leader.PressInDialog("签批移交");
        await chats.Deliver();
        Assert.Contains(chats.Audit.Received, seen => seen.Text.Contains("S-2", StringComparison.Ordinal));
        Assert.Contains("没有密件", (await chats.Audit.Say("密件 S-1")).Text, StringComparison.Ordinal);
        await OpenAsync(chats.Audit, "S-2");
        await chats.Audit.PressInDialog("接收");
        var text = await chats.Audit.PressInDialog("查看内容");
        Assert.Contains(Marker + "移交内容", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("S-1", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker + "提要", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker + "研判意见", text.Text, StringComparison.Ordinal);
        await OpenAsync(chats.Audit, "S-2");
        await chats.Audit.PressInDialog("反馈办理情况");
        await chats.Audit.PressInDialog("反馈办理情况", ("words", Marker + "初步核实"));
        await OpenAsync(chats.Member, "S-2");
        Assert.Contains(Marker + "初步核实", (await chats.Member.PressInDialog("查看内容")).Text, StringComparison.Ordinal);

        await chats.Deliver();
        foreach (var user in new[] { chats.City, chats.Changan, chats.Office, chats.Tangshan })
        {
            Assert.DoesNotContain(user.Received, seen => seen.Text.Contains("S-", StringComparison.Ordinal));
            Assert.DoesNotContain("S-", (await user.Say("台账")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("S-", (await user.Say("查询 " + Marker)).Text, StringComparison.Ordinal);
        }

        Assert.Empty(await FoundInFilesAsync(Marker));
    }

    /// <summary>A department that was quicker than the message is not told of what the team has to do now.</summary>
    [Fact]
    public async Task WhatIsDoneMeanwhile_IsNotToldLate()
    {
        await TextsOnAsync();
        await RegisterAsync(chats.Member);
        await OpenAsync(chats.Member, "S-1");
        await chats.Member.PressInDialog("研判");
        await chats.Member.PressInDialog("研判", ("disposal", "移交有关部门"), ("words", "意见"));
        await chats.Member.PressInDialog("填写移交单");
        await chats.Member.PressInDialog("填写移交单", ("receiver", "省审计厅"), ("text", "内容"));
        await OpenAsync(chats.Leader, "S-2");
        await chats.Leader.PressInDialog("签批移交");
        await OpenAsync(chats.Audit, "S-2");
        await chats.Audit.PressInDialog("接收");
        await chats.Audit.PressInDialog("反馈办理情况");
        await chats.Audit.PressInDialog("反馈办理情况", ("words", "已查"));

        await chats.Deliver();
        Assert.DoesNotContain(chats.Audit.Received, seen => seen.Text.Contains("S-2", StringComparison.Ordinal));
        Assert.Contains(chats.Member.Received, seen => seen.Text.Contains("S-2 需办结", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheMatterMadeOfIt_KnowsNothingOfIt()
    {
        await RegisterAsync(chats.Member);
        await chats.Leader.Say("交办 长安区 12月20日前 规范收费");
        await chats.Leader.Press("交办", ("target", "清理违规收费"));
        await OpenAsync(chats.Member, "S-1");
        await chats.Member.PressInDialog("研判");
        await chats.Member.PressInDialog("研判", ("disposal", "转化为交办事项"));
        await chats.Member.PressInDialog("填写事项编号");
        var wrong = await chats.Member.PressInDialog("填写事项编号", ("matter", "1301-99"));
        Assert.Contains("没有您能看到", wrong.Text, StringComparison.Ordinal);
        var linked = await chats.Member.PressInDialog("填写事项编号", ("matter", "1301-1"));
        Assert.Contains("1301-1", linked.Text, StringComparison.Ordinal);
        foreach (var user in new[] { chats.Leader, chats.City, chats.Changan })
        {
            Assert.DoesNotContain("S-1", (await user.Say("1301-1")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("密件", (await user.Say("办理记录 1301-1")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task KeyGone_IsSaidInALine_AndNumbersStayUsable()
    {
        await RegisterAsync(chats.Member);
        chats.SealingKeys.IsGone = true;
        await OpenAsync(chats.Member, "S-1");
        Assert.Contains("长安区", chats.Member.Last.Text, StringComparison.Ordinal);
        Assert.Contains("密钥不可用", (await chats.Member.PressInDialog("查看内容")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RotatedKey_OpensEverything_AndNoTextIsOpenedForIt()
    {
        await TextsOnAsync();
        await RegisterAsync(chats.Member);
        var before = await RowAsync(RowKeys.Sealed.Texts + "2026-1300-000001");
        chats.SealingKeys.Renew();
        Assert.True(await chats.Services.SealedUpkeep.RewrapAsync(default) >= 2);
        Assert.Equal(0, await chats.Services.SealedUpkeep.RewrapAsync(default));
        var after = await RowAsync(RowKeys.Sealed.Texts + "2026-1300-000001");
        Assert.Equal(before.Text("Cipher"), after.Text("Cipher"));
        Assert.NotEqual(before.Text("KeyBy"), after.Text("KeyBy"));
        await OpenAsync(chats.Member, "S-1");
        Assert.Contains(Marker + "提要", (await chats.Member.PressInDialog("查看内容")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextOfAnotherRow_DoesNotOpen()
    {
        await TextsOnAsync();
        await RegisterAsync(chats.Member);
        await RegisterAsync(chats.Member);
        var (first, second) = (await RowAsync(RowKeys.Sealed.Texts + "2026-1300-000001"), await RowAsync(RowKeys.Sealed.Texts + "2026-1300-000002"));
        await file.Store.SubmitAsync("sealed", "1300", [new Change.Upsert(new(second.Key, first.Columns))], default);
        await OpenAsync(chats.Member, "S-2");
        Assert.Contains("密钥不可用", (await chats.Member.PressInDialog("查看内容")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnonymousOne_KeepsNothingThatIdentifies()
    {
        await chats.Member.Say("登记 来电");
        await chats.Member.OpenDialog();
        var refused = await chats.Member.PressInDialog(
            "登记",
            ("place", "长安区"),
            ("anonymous", "匿名"),
            ("reference", "档号"),
            ("name", Marker + "姓名"));
        Assert.NotNull(refused.ErrorAt("name"));
        Assert.Null(await file.Store.ReadAsync("sealed", "1300", RowKeys.Sealed.Records + "2026-1300-000001", default));
    }

    [Fact]
    public async Task TheSamePress_RegistersOnce_AndNumbersHaveNoGap()
    {
        await chats.Member.Say("登记 来信");
        var form = await chats.Member.OpenDialog();
        var button = form.Button("登记");
        (string, string)[] inputs = [("place", "长安区"), ("anonymous", "匿名"), ("reference", "档号")];
        await chats.Member.SendInDialog(button, form, inputs);
        await chats.Member.SendInDialog(button, form, inputs);
        Assert.Equal("S-2", await RegisterAsync(chats.Leader));
    }

    [Fact]
    public async Task OnlineClue_OfTheSameLink_IsTheSameRecord()
    {
        foreach (var link in new[] { "https://example.com/a?id=1", " https://EXAMPLE.com/a?id=1 " })
        {
            await chats.Leader.Say("登记 网情");
            await chats.Leader.OpenDialog();
            await chats.Leader.PressInDialog("登记", ("place", "长安区"), ("link", link));
        }

        Assert.Contains("S-1", chats.Leader.Last.Text, StringComparison.Ordinal);
        Assert.Null(await file.Store.ReadAsync("sealed", "1300", RowKeys.Sealed.Records + "2026-1300-000002", default));
    }

    [Fact]
    public async Task StoppedBetweenBothTables_IsCarriedOn()
    {
        await RegisterAsync(chats.Leader);
        // What a stop left: the record is there, and who is told is not.
        var rows = await file.Store.ReadRangeAsync("matters", "1300", RowKeys.Matters.SealedNotices, KeyRange.After(RowKeys.Matters.SealedNotices), 10, default);
        Assert.Single(rows);
        await OpenAsync(chats.Leader, "S-1");
        await chats.Leader.PressInDialog("指定经办人");
        await chats.Leader.PressInDialog("指定经办人", ("people", "省委第一巡视组成员"));
        await chats.Deliver();
        await chats.Deliver();
        Assert.Single(chats.Member.Received, seen => seen.Text.Contains("S-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsClosed_IsFetchedForTheArchive_OnceItsKeyIsGiven()
    {
        await RegisterAsync(chats.Member);
        await OpenAsync(chats.Leader, "S-1");
        await chats.Leader.PressInDialog("研判");
        await chats.Leader.PressInDialog("研判", ("disposal", "留存"));
        await chats.Leader.PressInDialog("反馈");
        await chats.Leader.PressInDialog("反馈", ("words", Marker + "办理"));
        await chats.Leader.PressInDialog("办结");
        Assert.Contains("不能办这一步", (await chats.Office.Say("密件归档")).Text, StringComparison.Ordinal);
        await chats.Leader.Say("密件归档");
        var without = await chats.Leader.OpenDialog();
        Assert.Empty(without.Links);
        Assert.Contains("先登记公钥", without.Text, StringComparison.Ordinal);

        await GrantAsync(chats.Office, g => g with { Post = Post.Petitions });
        using var key = System.Security.Cryptography.RSA.Create(2048);
        await chats.Office.Say("密件归档");
        await chats.Office.OpenDialog();
        await chats.Office.PressInDialog("登记归档公钥");
        var secret = await chats.Office.PressInDialog("登记归档公钥", ("pem", key.ExportPkcs8PrivateKeyPem()));
        Assert.Contains("这是私钥", secret.ErrorAt("pem"), StringComparison.Ordinal);
        Assert.Equal("", secret.Input("pem").Value);
        await chats.Office.PressInDialog("登记归档公钥", ("pem", "不是公钥"));
        Assert.Contains("BEGIN PUBLIC KEY", chats.Office.Last.ErrorAt("pem"), StringComparison.Ordinal);
        var given = await chats.Office.PressInDialog("登记归档公钥", ("pem", key.ExportSubjectPublicKeyInfoPem()));
        Assert.Contains("已登记", given.Text, StringComparison.Ordinal);

        await chats.Leader.Say("密件归档 今年");
        var link = Assert.Single((await chats.Leader.OpenDialog()).Links);
        var archive = (await chats.Fetch(link.Segments[^1]))!;
        Assert.DoesNotContain(Marker, Encoding.UTF8.GetString(archive.Body), StringComparison.Ordinal);
        Assert.Contains(
            Marker + "姓名",
            Encoding.UTF8.GetString(LiaisonBot.Core.Sealed.ArchiveFile.Open(archive.Body, key)),
            StringComparison.Ordinal);
        await chats.Leader.Say("查阅记录 S-1");
        Assert.Contains("导出归档", (await chats.Leader.OpenDialog()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_ComeByNumber_BeforeTheDayAndAfterIt()
    {
        await RegisterAsync(chats.Member);
        List<LocalDate> days = [];
        for (var day = Chats.Today.PlusDays(1); day < new LocalDate(2026, 12, 16); day = day.PlusDays(1))
        {
            var count = chats.Member.Received.Count;
            await chats.Remind(day);
            if (chats.Member.Received.Skip(count).Any(seen => seen.Text.Contains("S-1", StringComparison.Ordinal)))
            {
                days.Add(day);
            }
        }

        // Registered on 24 November; 15 days after it is 9 December, a Wednesday.
        Assert.Equal(
            [new(2026, 12, 2), new(2026, 12, 7), new(2026, 12, 9), new(2026, 12, 10), new(2026, 12, 14)],
            days);
    }

    [Fact]
    public async Task InAChannel_NothingIsSaid()
    {
        await RegisterAsync(chats.Member);
        foreach (var said in new[] { "密件 S-1", "密件", "登记 来电", "查阅记录 S-1" })
        {
            var answer = await chats.Member.SayInGroup(said);
            Assert.DoesNotContain("S-1", answer.Text, StringComparison.Ordinal);
            Assert.Empty(answer.Dialogs);
        }
    }

    private async Task<string> RegisterAsync(User user)
    {
        var textsOn = await chats.Services.Sealed.TextsOnAsync(default);
        await user.Say("登记 来电");
        await user.OpenDialog();
        List<(string, string)> inputs =
        [
            ("place", "长安区"),
            ("anonymous", "实名"),
            ("reference", Marker + "档号"),
            ("name", Marker + "姓名"),
            ("contact", Marker + "电话"),
        ];
        if (textsOn)
        {
            inputs.Add(("text", Marker + "提要"));
        }

        var done = await user.PressInDialog("登记", [.. inputs]);
        Assert.Contains("已登记", done.Text, StringComparison.Ordinal);
        return done.Text[done.Text.IndexOf("S-", StringComparison.Ordinal)..].Split('\n', ' ')[0];
    }

    private static async Task OpenAsync(User user, string number)
    {
        await user.Say("密件 " + number);
        await user.OpenDialog();
    }

    private async Task TextsOnAsync()
    {
        await GrantAsync(chats.Office, g => g with { Post = Post.Petitions });
        Assert.Contains("已启用", (await chats.Office.Say("密件 启用正文")).Text, StringComparison.Ordinal);
        await GrantAsync(chats.Office, g => g with { Post = null });
    }

    private async Task GrantAsync(User user, Func<Grant, Grant> change)
    {
        var person = (await chats.Services.Directory.ReadAsync(default)).ByObjectId(user.ObjectId)!;
        await file.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Upsert(DirectoryRows.ToRow(person with { Grants = [change(person.Grants[0])], Entered = [change(person.Grants[0])] }))],
            default);
        chats.Services.Directory.Forget();
    }

    private async Task<Row> RowAsync(string key) => (await file.Store.ReadAsync("sealed", "1300", key, default))!;

    /// <summary>The files of the store that hold a word, in either of the encodings in which it could stand there.</summary>
    private Task<IReadOnlyList<string>> FoundInFilesAsync(string word)
    {
        List<string> found = [];
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(file.Path)!, Path.GetFileName(file.Path) + "*")
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            if (new[] { Encoding.UTF8, Encoding.Unicode }.Any(e => bytes.AsSpan().IndexOf(e.GetBytes(word)) >= 0))
            {
                found.Add(path);
            }
        }

        return Task.FromResult<IReadOnlyList<string>>(found);
    }
}
