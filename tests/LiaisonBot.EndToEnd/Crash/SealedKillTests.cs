using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Crash;

/// <summary>
/// The host is killed hard while sealed records are registered and read, again and again: what was typed into the windows is in
/// none of the files that it leaves, nor in anything that it printed; what was answered is there when it is started again.
/// </summary>
public sealed partial class SealedKillTests
{
    /// <summary>In each word that is typed; in no other text, and too long to stand among bytes by chance.</summary>
    private const string Marker = "鼍黾龠";

    private const int Kills = 4;

    private readonly ConcurrentDictionary<string, string> answered = new(StringComparer.Ordinal);
    private int typed;

    [Fact]
    public async Task Kill_AtAnyMoment_LeavesNoWordThatWasTyped_AndLosesNothingThatWasAnswered()
    {
        BotUnderTest.SkipOnPages();
        await using var bot = await BotUnderTest.OfItsOwn();
        var leader = bot.Person("11");
        await leader.Say("登记 来电");
        var opening = Data(leader.Card!, "打开登记窗口", []);
        await RegisterAsync(leader, opening);
        await leader.Say("密件 S-1");
        var reading = Data(leader.Card!, "打开", []);
        await leader.Say("查询 " + Marker);
        var random = new Random(21);
        for (var kill = 0; kill < Kills; kill++)
        {
            var enough = answered.Count + 2;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            List<Task> work =
            [
                UntilItEnds(RegisterOneAsync),
                UntilItEnds(RegisterOneAsync),
                UntilItEnds(() => ReadAsync(leader, reading)),
            ];
            await Task.WhenAny([reached.Task, .. work]);
            await Pause(random.Next(40));
            var log = bot.Log;
            await bot.KillProcess();
            await Task.WhenAll(work);
            Assert.True(reached.Task.IsCompleted);
            Look(bot, log);

            await bot.StartProcess();
            foreach (var (number, words) in answered)
            {
                await leader.Say("密件 " + number);
                Assert.Contains(words, await ReadAsync(leader, Data(leader.Card!, "打开", [])), StringComparison.Ordinal);
            }

            Look(bot, bot.Log);

            async Task RegisterOneAsync()
            {
                await RegisterAsync(leader, opening);
                if (answered.Count >= enough)
                {
                    reached.TrySetResult();
                }
            }
        }
    }

    /// <summary>The search itself finds: a word that lies in a file, in either encoding or as JSON writes it.</summary>
    [Theory]
    [InlineData("鼍黾龠", false)]
    [InlineData("鼍黾龠", true)]
    [InlineData("\\u9F0D\\u9EFE", false)]
    public void AWordInAFile_IsSeen(string word, bool isWide) =>
        Assert.True(Holds((isWide ? Encoding.Unicode : Encoding.UTF8).GetBytes("…" + word + "…")));

    private async Task RegisterAsync(Client person, JsonObject opening)
    {
        var words = $"{Marker}{Interlocked.Increment(ref typed)}号";
        var form = await DialogAsync(person, "task/fetch", opening);
        var answer = CardReader.Text(await DialogAsync(person, "task/submit", Data(form, "登记",
        [
            ("place", "130102"),
            ("anonymous", "no"),
            ("reference", words),
            ("name", "姓名" + words),
            ("contact", "电话" + words),
        ])));
        answered[Number().Match(answer).Value] = words;
    }

    private static async Task<string> ReadAsync(Client person, JsonObject opening)
    {
        var record = await DialogAsync(person, "task/fetch", opening);
        return CardReader.Text(await DialogAsync(person, "task/submit", Data(record, "查看内容", [])));
    }

    /// <summary>What a button sends: its data, the inputs as they stand, and what is typed.</summary>
    private static JsonObject Data(JsonObject card, string title, IReadOnlyList<(string Id, string Value)> typed)
    {
        var nodes = Nodes(card).ToList();
        var action = nodes.First(node => (string?)node["type"] == "Action.Submit" && (string?)node["title"] == title);
        var data = (JsonObject)action["data"]!.DeepClone();
        foreach (var (id, value) in CardReader.Inputs([card], typed))
        {
            data[id] = value;
        }

        return data;
    }

    private static IEnumerable<JsonObject> Nodes(JsonNode node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(o),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Nodes),
        _ => [],
    };

    private static async Task<JsonObject> DialogAsync(Client person, string name, JsonObject data)
    {
        var invoke = person.Activity("invoke");
        invoke["name"] = name;
        invoke["value"] = new JsonObject { ["data"] = data.DeepClone() };
        var (status, body) = await person.Send(invoke);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonNode.Parse(body)?["task"]?["value"]?["card"]?["content"] as JsonObject
            ?? throw new InvalidOperationException($"No window: {body}");
    }

    private static async Task UntilItEnds(Func<Task> turn)
    {
        try
        {
            while (true)
            {
                await turn();
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }

#pragma warning disable RS0030 // Real time: the moment of the kill is to fall anywhere in the work of another process.
    private static Task Pause(int milliseconds) =>
        Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
#pragma warning restore RS0030

    /// <summary>Its data, its temporary files and dumps, and what it printed.</summary>
    private static void Look(BotUnderTest bot, IReadOnlyCollection<string> log)
    {
        var files = bot.Files.ToList();
        Assert.Contains(files, path => path.EndsWith("liaison.db", StringComparison.Ordinal));
        // Pipes and sockets of the runtime are no files: to open one is to wait for ever.
        foreach (var path in files.Where(path => Path.GetFileName(path) is var name
            && !name.EndsWith(".lock", StringComparison.Ordinal)
            && !name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal)
            && !name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal)))
        {
            byte[] bytes;
            try
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
            }
            catch (FileNotFoundException)
            {
                // The host that runs took it away.
                continue;
            }

            Assert.False(Holds(bytes), path);
        }

        Assert.DoesNotContain(log, line => line.Contains(Marker, StringComparison.Ordinal));
    }

    private static bool Holds(byte[] bytes) =>
        new[] { Encoding.UTF8.GetBytes(Marker), Encoding.Unicode.GetBytes(Marker), "\\u9F0D"u8.ToArray(), "\\u9f0d"u8.ToArray() }
            .Any(mark => bytes.AsSpan().IndexOf(mark) >= 0);

    [GeneratedRegex(@"S-\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
