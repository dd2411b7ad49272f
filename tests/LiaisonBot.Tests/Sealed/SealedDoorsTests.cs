using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage.Backup;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Storage;
using Microsoft.Extensions.Logging;
using Pages = LiaisonBot.Tests.Web.Pages;

namespace LiaisonBot.Tests.Sealed;

/// <summary>
/// Words are typed into every field of sealed records of every kind; then everybody goes through every door. What was typed is
/// found nowhere but in the window of who may see it; of the records themselves, who has no part in them finds not even a
/// number. The files are looked at while the store is open, as a host that is killed leaves them.
/// </summary>
public sealed class SealedDoorsTests : IAsyncLifetime
{
    /// <summary>In each word that is typed; in no other text, and too long to stand among bytes by chance.</summary>
    private const string Marker = "鼍黾龠";

    /// <summary>As many as <see cref="TypeEverywhereAsync"/> makes.</summary>
    private const int Records = 9;

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Sentences =
    [
        "密件 S-1", "密件 S-2", "S-3", "密件 2026-S-4", "密件 S-5", "密件 S-6", "S-7", "查阅记录 S-1", "查阅记录", "密件", "密件统计", "密件销毁",
        "登记 来电", "登记 网情", "暗访", "延伸了解", "查询 " + Marker, "查询历史 " + Marker, Marker, "长安区有没有" + Marker,
        "查询 S-1", "查询 密件", "台账 长安区", "台账 正定县", "小结 长安区", "导出", "导出 长安区", "负担", "负担 长安区", "投递情况", "我是谁", "帮助",
        "日历", "通讯录", "综合报告 石家庄 2026", "谁在处理S-1", "S-1到哪一步了", "催办 S-1", "交办 S-1", "有哪些举报", "有人举报长安区吗",
        "最近谁查看过密件", "长安区有哪些没签收的 " + Marker, "未签收 " + Marker, "台账 长安区 " + Marker, "长安区逾期的呢" + Marker, "what sealed records are there", "petitions of 长安区", "find " + Marker,
    ];

    /// <summary>Every word that was typed, whole: what is only said back holds the marker alone.</summary>
    private readonly HashSet<string> planted = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> found = new();
    private readonly ConcurrentQueue<string> written = new();
    private readonly Logs logs;
    private TempSqliteStore file = null!;
    private Chats chats = null!;

    public SealedDoorsTests() => logs = new(written);

    public async ValueTask InitializeAsync()
    {
        file = TempSqliteStore.Open();
        chats = await Chats.Open(file.Store);
        foreach (var user in chats.Everyone)
        {
            await user.Open();
        }

        await GrantAsync(chats.Office, Post.Petitions);
        await chats.Office.Say("密件 启用正文");
        await GrantAsync(chats.Office, null);
        await GrantAsync(chats.Member, Post.Petitions);
    }

    public async ValueTask DisposeAsync()
    {
        await chats.DisposeAsync();
        await file.DisposeAsync();
        logs.Dispose();
    }

    [Fact]
    public async Task WhatWasTyped_IsBehindNoDoor_AndOutsidersFindNotEvenANumber()
    {
        using var metrics = Measurements();
        using var traces = Traces();
        void Thrown(object? sender, FirstChanceExceptionEventArgs e) => written.Enqueue(e.Exception.Message);
        AppDomain.CurrentDomain.FirstChanceException += Thrown;
        try
        {
            await WalkAsync();
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Thrown;
        }

        Assert.Contains(written, line => line.StartsWith("liaison.", StringComparison.Ordinal));
        foreach (var line in written.Where(Holds).Take(20))
        {
            found.Enqueue("log, telemetry or exception: " + line);
        }

        Assert.True(found.IsEmpty, string.Join('\n', found.Take(20)));
    }

    /// <summary>The doors are real: who has a part in it finds by them that it is there, and the words in its dialog.</summary>
    [Fact]
    public async Task WhoHasAPart_FindsTheNumber_AndTheWordsInTheDialogAlone()
    {
        await TypeEverywhereAsync();
        Assert.Contains("S-1", (await chats.Leader.Say("密件 S-1")).Text, StringComparison.Ordinal);
        await chats.Leader.OpenDialog();
        Assert.Contains(Marker + "提要", (await chats.Leader.PressInDialog("查看内容")).Text, StringComparison.Ordinal);
        Assert.False(IsOutside(chats.Leader));
        Assert.True(IsOutside(chats.City) && IsOutside(chats.Changan) && IsOutside(chats.Office));
        Assert.True(planted.Count > 20);
    }

    /// <summary>The search itself finds: a word that lies in the store, as it stands or as JSON writes it, is seen in its files.</summary>
    [Fact]
    public async Task AWordInTheStore_IsSeen()
    {
        LookInFiles();
        Assert.Empty(found);
        await file.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Upsert(new(RowKeys.Directory.Talks + "x", new Dictionary<string, object>(StringComparer.Ordinal) { ["Asked"] = "查询 " + Marker }))],
            default);
        LookInFiles();
        await LookInBackupAsync();
        Assert.True(found.Count >= 2);
        Assert.True(Holds("\\u9F0D"));
    }

    private bool IsOutside(User user) => user != chats.Leader && user != chats.Member && user != chats.Audit;

    /// <summary>Numbers of the records in which somebody has a part.</summary>
    private int[] Own(User user) => user == chats.Leader ? [.. Enumerable.Range(1, Records)]
        : user == chats.Member ? [1, 2, 4, 8, 9]
        : user == chats.Audit ? [4, 6]
        : [];

    private async Task WalkAsync()
    {
        await TypeEverywhereAsync();
        await KeyGoneAsync();
        await chats.Deliver();
        LookInFiles();
        await LookInBackupAsync();
        var room = chats.Channel();
        await chats.City.SayIn(room, "绑定 石家庄");
        await chats.Leader.Assign("长安区", "上报材料", due: "2026-12-01");
        var doors = AllFeatures.Registry.Words.GroupBy(w => w.Command.Id, StringComparer.Ordinal)
            .Select(words => words.First().Word)
            .ToList();
        foreach (var user in chats.Everyone)
        {
            foreach (var said in doors.Concat(doors.Select(word => word + " 长安区")).Concat(Sentences))
            {
                Look(user, said, await user.Say(said), said);
                foreach (var text in await Doors.FilesAsync(chats, user))
                {
                    Look(user, "file of " + said, text, "");
                }
            }

            foreach (var search in new[] { "", Marker, "S-1", "密件", "长安", "举报" })
            {
                foreach (var message in (await user.Search(search)).Messages)
                {
                    Look(user, "search " + search, new Seen(message), search);
                }
            }

            foreach (var said in Sentences)
            {
                Look(user, "room " + said, await user.SayIn(room, said), said);
            }

            Look(user, "message action", await user.AssignMessage("举报 长安区 S-1 12月1日前核实"), "举报 长安区 S-1 12月1日前核实");
            if (IsOutside(user))
            {
                await PressForgedAsync(user);
            }
        }

        foreach (var day in Enumerable.Range(0, 30).Select(i => Chats.Today.PlusDays(i)))
        {
            await chats.Remind(day);
            await chats.BringCardsUpToDate();
        }

        foreach (var user in chats.Everyone)
        {
            foreach (var seen in user.Received)
            {
                Look(user, "received", seen, "");
            }
        }

        foreach (var seen in room.Ever)
        {
            Look(chats.City, "room card", seen, "");
        }

        LookInFiles();
        await LookInBackupAsync();
        await LookOnPagesAsync();
        LookInFiles();
    }

    /// <summary>Each kind, with something in each field of each of its dialogs.</summary>
    private async Task TypeEverywhereAsync()
    {
        var (leader, member, audit) = (chats.Leader, chats.Member, chats.Audit);
        await RegisterAsync(
            member,
            "登记 来电",
            ("anonymous", "实名"),
            ("text", Plant("提要")),
            ("reference", Plant("档号")),
            ("name", Plant("姓名")),
            ("contact", Plant("电话")));
        await RegisterAsync(
            member,
            "登记 阻访",
            ("anonymous", "实名"),
            ("text", Plant("阻访")),
            ("reference", Plant("档号二")),
            ("name", Plant("证人")));
        await RegisterAsync(leader, "登记 网情", ("link", "https://example.com/" + Plant("链接")), ("text", Plant("摘要")));

        await OpenAsync(member, "S-1");
        await DoAsync(member, "查看反映人", ("words", Plant("理由")));
        await OpenAsync(member, "S-1");
        await DoAsync(member, "研判", ("disposal", "移交有关部门"), ("words", Plant("意见")));
        await OpenAsync(leader, "S-1");
        await leader.PressInDialog("延长30日");
        await leader.PressInDialog("延长办理期限", ("words", Plant("延长")));
        await OpenAsync(member, "S-1");
        await DoAsync(member, "填写移交单", ("receiver", "省审计厅"), ("reference", Plant("档号三")), ("text", Plant("移交")));
        await OpenAsync(leader, "S-4");
        await leader.PressInDialog("签批移交");
        await OpenAsync(audit, "S-4");
        await audit.PressInDialog("接收");
        await DoAsync(audit, "反馈办理情况", ("words", Plant("核实")));
        await OpenAsync(member, "S-1");
        await DoAsync(member, "反馈", ("words", Plant("办理")));

        await RegisterAsync(
            leader,
            "延伸了解",
            ("post", Plant("现职")),
            ("former", Plant("原职")),
            ("reference", Plant("档号四")),
            ("text", Plant("事由")));
        await OpenAsync(leader, "S-5");
        await DoAsync(leader, "发函了解", ("departments", "省审计厅"), ("reference", Plant("函号")), ("text", Plant("函")));
        await OpenAsync(audit, "S-6");
        await DoAsync(audit, "反馈办理情况", ("words", Plant("复函")));
        await OpenAsync(leader, "S-5");
        await DoAsync(leader, "转交现任地区巡视组", ("present", "路南区"), ("reference", Plant("转号")), ("text", Plant("转交")));

        await RegisterAsync(
            leader,
            "暗访",
            ("from", "2026-11-24"),
            ("to", "2026-11-25"),
            ("reference", Plant("方案")),
            ("text", Plant("暗访主题")));
        await OpenAsync(leader, "S-8");
        await DoAsync(leader, "指定经办人", ("people", "省委第一巡视组组长,省委第一巡视组成员"));
        await leader.PressInDialog("批准");
        await DoAsync(leader, "报告情况", ("words", Plant("情况")));

        await RegisterAsync(member, "登记 来信", ("anonymous", "匿名"), ("text", Plant("匿名信")));
        foreach (var number in Enumerable.Range(1, Records))
        {
            Assert.NotNull(await file.Store.ReadAsync(
                RowKeys.Sealed.Table,
                "1300",
                $"{RowKeys.Sealed.Records}2026-1300-{number:000000}",
                default));
        }

        // The button opens the form; sending it takes what was typed.
        static async Task DoAsync(User user, string title, params (string, string)[] inputs)
        {
            await user.PressInDialog(title);
            var said = await user.PressInDialog(title, inputs);
            Assert.DoesNotContain(said.Inputs, input => said.ErrorAt(input.Id) is not null);
        }

        async Task RegisterAsync(User user, string said, params (string, string)[] inputs)
        {
            await user.Say(said + " " + Plant("随口说的"));
            Look(user, said, user.Last, "");
            await user.OpenDialog();
            await user.PressInDialog("登记", [("place", "长安区"), .. inputs]);
            Assert.Contains("已登记", user.Last.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>What is typed while nothing can be sealed, or the record is not there, is said nowhere, and kept nowhere.</summary>
    private async Task KeyGoneAsync()
    {
        await chats.Member.Say("登记 来电");
        await chats.Member.OpenDialog();
        chats.SealingKeys.IsGone = true;
        var said = await chats.Member.PressInDialog("登记", ("place", "长安区"), ("anonymous", "匿名"), ("reference", Plant("无钥")));
        chats.SealingKeys.IsGone = false;
        Assert.Contains("密钥不可用", said.Text, StringComparison.Ordinal);
        // It stands in the window of whoever typed it, so that they do not lose it.
        Assert.Contains(Marker + "无钥", said.Text, StringComparison.Ordinal);
        await chats.Member.Say("登记 来电");
        await chats.Member.OpenDialog();
        // Too long, a wrong day, a wrong place: what was typed stands in the form again, and nowhere else.
        await chats.Member.PressInDialog("登记", ("anonymous", "匿名"), ("reference", Plant(new string('长', 300))));
    }

    private static async Task OpenAsync(User user, string number)
    {
        await user.Say("密件 " + number);
        await user.OpenDialog();
    }

    /// <summary>Every button of sealed records, pressed by whoever guesses the number, in the chat and in a dialog.</summary>
    private async Task PressForgedAsync(User user)
    {
        foreach (var verb in AllFeatures.Registry.Commands.Select(c => c.Id).Where(id => id.StartsWith("sealed.", StringComparison.Ordinal)))
        {
            foreach (var number in Enumerable.Range(1, Records).Select(n => $"2026-1300-{n:000000}"))
            {
                var data = new JsonObject
                {
                    ["record"] = number,
                    ["words"] = "看看",
                    ["disposal"] = "Keep",
                    ["matter"] = "1301-1",
                    ["people"] = user.ObjectId,
                    ["receiver"] = "1300U001",
                    ["departments"] = "1300U001",
                    ["present"] = "130202",
                    ["kind"] = "Petition",
                    ["channel"] = "Phone",
                };
                // Their number is what they guessed: said to be none it stands there again.
                var guessed = $"S-{int.Parse(number.AsSpan(^6), System.Globalization.CultureInfo.InvariantCulture)}";
                Look(user, "press " + verb, await user.Send(verb, data), guessed);
                Look(user, "press in a dialog " + verb, await user.SendInDialog(new Button(verb, verb, data, false), user.Last), guessed);
            }
        }
    }

    /// <summary>The API, and the pages that lead on from each other, for everybody; and what the host writes meanwhile.</summary>
    private async Task LookOnPagesAsync()
    {
        await using var pages = await Pages.Open(store: file.Store, logs: logs);
        foreach (var user in chats.Everyone)
        {
            foreach (var body in await Doors.ApiAsync(pages.App, user))
            {
                Look(user, "api", body, "");
            }
        }

        foreach (var (user, key) in chats.Everyone.Zip(["01", "11", "12", "21", "22", "31", "32", "33", "41", "51"]))
        {
            var browser = await pages.SignIn(key);
            var (waiting, seen) = (new Queue<string>(["/tab/mine"]), new HashSet<string>(StringComparer.Ordinal) { "/tab/mine" });
            while (waiting.TryDequeue(out var path) && seen.Count < 60)
            {
                var page = await browser.Get(path);
                Look(user, path, page.Body, Uri.UnescapeDataString(path));
                foreach (Match link in Regex.Matches(page.Body, "href=\"(?<to>/tab/[^\"#]*)\"", RegexOptions.NonBacktracking))
                {
                    var to = System.Net.WebUtility.HtmlDecode(link.Groups["to"].Value);
                    if (!to.Contains("signout", StringComparison.Ordinal) && !to.Contains("signin", StringComparison.Ordinal) && seen.Add(to))
                    {
                        waiting.Enqueue(to);
                    }
                }
            }

            foreach (var said in new[] { "密件 S-1", "登记 来电 " + Marker + "打进来的", "密件", "台账", "查询 " + Marker })
            {
                Look(user, "box of the page " + said, (await browser.Say(said, said)).Body, said);
            }

            // Without a key everything goes wrong that can: what was typed is in no message of it.
            await browser.Press("sealed.register", new()
            {
                ["kind"] = "Petition",
                ["channel"] = "Phone",
                ["place"] = "130102",
                ["on"] = "2026-11-24",
                ["about"] = "Leadership",
                ["anonymous"] = "no",
                ["reference"] = Plant("页面"),
                ["name"] = Plant("页面姓名"),
            });
        }

        await pages.App.RoundAsync(default);
        await pages.App.HealthAsync(default);
    }

    /// <summary>The file of the store, its journal and whatever lies beside it.</summary>
    private void LookInFiles()
    {
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(file.Path)!, "*", SearchOption.AllDirectories))
        {
            if (path.EndsWith(".lock", StringComparison.Ordinal))
            {
                continue;
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            if (At(bytes) is { } at)
            {
                found.Enqueue($"file {path}: …{at}…");
            }
        }
    }

    private async Task LookInBackupAsync()
    {
        var folder = Directory.CreateTempSubdirectory("liaison-");
        try
        {
            var backup = Path.Combine(folder.FullName, "backup");
            await Export.ToFileAsync(backup, new SqliteRows(file.Path), chats.Clock, _ => { }, default);
            await using var packed = File.OpenRead(backup);
            await using var zip = new GZipStream(packed, CompressionMode.Decompress);
            var bytes = new MemoryStream();
            await zip.CopyToAsync(bytes);
            if (At(bytes.ToArray()) is { } at)
            {
                found.Enqueue($"backup: …{at}…");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What stands around the marker in bytes, in either encoding or as JSON writes it; null where it is not.</summary>
    private static string? At(byte[] bytes)
    {
        foreach (var mark in new[] { Encoding.UTF8.GetBytes(Marker), Encoding.Unicode.GetBytes(Marker), "\\u9F0D"u8.ToArray(), "\\u9f0d"u8.ToArray() })
        {
            if (bytes.AsSpan().IndexOf(mark) is >= 0 and var at)
            {
                return Encoding.UTF8.GetString(bytes[Math.Max(0, at - 150)..Math.Min(bytes.Length, at + 60)]);
            }
        }

        return null;
    }

    private static bool Holds(string text) =>
        text.Contains(Marker, StringComparison.Ordinal) || text.Contains("\\u9F0D", StringComparison.OrdinalIgnoreCase);

    private void Look(User user, string door, Seen seen, string said) => Look(
        user,
        door,
        seen.Card is { } card ? seen.Text + "\n" + seen.Summary + "\n" + card.ToJsonString(AsItIs) : seen.Text,
        said);

    private void Look(User user, string door, string text, string said)
    {
        // What the person said themselves is no news; S-17 is the example in our own words.
        var hasWord = planted.Any(word => text.Contains(word, StringComparison.Ordinal)) || (Holds(text) && !Holds(said));
        // Keys of sessions and links are drawn by lot: now and then one holds “S-1” by chance.
        var ours = Regex.Replace(text, "[A-Za-z0-9_-]{40,}", "", RegexOptions.NonBacktracking);
        var hasNumber = Regex.Matches(ours, @"S-(?<number>\d+)", RegexOptions.NonBacktracking)
            .Any(match => match.Value != "S-17"
                && !said.Contains(match.Value, StringComparison.Ordinal)
                && !Own(user).Select(number => $"S-{number}").Contains(match.Value, StringComparer.Ordinal));
        var hasKey = IsOutside(user) && text.Contains("2026-1300-0000", StringComparison.Ordinal);
        if (hasWord || hasNumber || hasKey)
        {
            found.Enqueue($"{user.Name}: {door} {text[..Math.Min(300, text.Length)].ReplaceLineEndings(" / ")}");
        }
    }

    private string Plant(string word)
    {
        planted.Add(Marker + word);
        return Marker + word;
    }

    private async Task GrantAsync(User user, Post? post)
    {
        var person = (await chats.Services.Directory.ReadAsync(default)).ByObjectId(user.ObjectId)!;
        var grant = person.Grants[0] with { Post = post };
        await file.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Upsert(DirectoryRows.ToRow(person with { Grants = [grant], Entered = [grant] }))],
            default);
        chats.Services.Directory.Forget();
    }

    private MeterListener Measurements()
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
            written.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}");
        listener.SetMeasurementEventCallback<long>(Note);
        listener.SetMeasurementEventCallback<int>(Note);
        listener.SetMeasurementEventCallback<double>(Note);
        listener.Start();
        return listener;
    }

    private ActivityListener Traces()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => written.Enqueue(
                $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {activity.StatusDescription} "
                + string.Join(' ', activity.Events.Select(e => $"{e.Name} {string.Join(' ', e.Tags)}"))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class Logs(ConcurrentQueue<string> written) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            written.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            written.Enqueue(formatter(state, exception));
            if (exception is not null)
            {
                written.Enqueue(exception.ToString());
            }
        }
    }
}
