using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LiaisonBot.Core.Storage;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Crash;

/// <summary>
/// The host is killed hard while people work, and started again on what it left: every answered step is there, nothing
/// is half done, nothing that was to be told is lost.
/// </summary>
public sealed class KillTests
{
    private const string Place = "石家庄市长安区";

    /// <summary>A city of 22 counties: passing on to all of them takes more than one batch.</summary>
    private const string City = "石家庄市";
    private const int Counties = 22;

    private readonly ConcurrentBag<Step> steps = [];
    private readonly ConcurrentDictionary<string, string> answered = new();
    private readonly ConcurrentDictionary<string, string> places = new();
    private readonly ConcurrentQueue<string> forOfficer = new();
    private readonly ConcurrentQueue<string> forCity = new();
    private int named;

    // A step that somebody took: the matter's own word, what it should leave in the history, and whether its answer
    // came.
    private sealed record Step(Client By, string Matter, string Act, JsonObject Press)
    {
        public bool Answered { get; set; }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20261123)]
    public async Task Kill_AtAnyMoment_LosesNothingThatWasAnswered(int seed)
    {
        await using var bot = await BotUnderTest.OfItsOwn();
        var cast = new Cast(bot);
        var leaders = new[] { await cast.Leader(City), await cast.Leader(City) };
        var city = await cast.City(City);
        var officer = await cast.Officer(Place);
        var random = new Random(seed);
        var due = await bot.Day(12);

        for (var round = 0; round < 3; round++)
        {
            // Some messages do not get through before the end, and some not for good.
            bot.Connector.ScriptPushes(
                officer.Conversation,
                Enumerable.Range(0, 12).Select(_ => random.Next(3) is 0 ? 503 : 201));
            var work = leaders.Select((leader, i) => UntilItEnds(() => Assign(leader, i == 0 ? Place : City, due)))
                .Append(UntilItEnds(() => Work(officer)))
                .Append(UntilItEnds(() => PassOn(city)))
                .ToList();
            await Kill(bot, random, work);
            await Task.WhenAll(work);
            bot.Connector.Unscript(officer.Conversation);
            await bot.StartProcess();
        }

        await SendAgain();
        // What the last process was sending when it ended is sent again when its claim is over.
        await bot.Nudge(SendLease.Lasts.ToTimeSpan());
        var last = await Cast.Assign(leaders[0], Place, "收尾" + cast.Key, due);
        await bot.Nudge();
        var matters = await ReadAll(cast.Office, int.Parse(last.Split('-')[1]));
        AssertEveryAnsweredStepIsThere(matters);
        await AssertListAgrees(cast.Office, matters);
        AssertEverythingWasTold(matters, officer.PushedUnseen(), city.PushedUnseen());
        Assert.Equal(0, (int?)(await bot.Health())["undelivered"]);
        Assert.Contains(steps, step => !step.Answered);
    }

    // Kills it some milliseconds after a few more answers, wherever it then is.
    private async Task Kill(BotUnderTest bot, Random random, List<Task> work)
    {
        var enough = steps.Count(step => step.Answered) + random.Next(10, 25);
        while (steps.Count(step => step.Answered) < enough && !work.Any(one => one.IsCompleted)) await Pause(1);
        await Pause(random.Next(30));
        await bot.KillProcess();
    }

#pragma warning disable RS0030 // Real time: the moment of the kill is to fall anywhere in the work of another process.
    private static Task Pause(int milliseconds) =>
        Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
#pragma warning restore RS0030

    private static async Task UntilItEnds(Func<Task> turn)
    {
        try
        {
            while (true) await turn();
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }

    private async Task Assign(Client leader, string area, string due)
    {
        var name = $"断电{Interlocked.Increment(ref named)}号";
        places[name] = area;
        await leader.Say("交办");
        await Take(
            leader,
            name,
            "交办",
            leader.Pressing("交办", ("事项名称", name), ("责任地区", area), ("责任主体", area), ("目标任务", name), ("办理时限", due)));
        answered[name] = leader.Number;
        (area == Place ? forOfficer : forCity).Enqueue(name);
    }

    private async Task Work(Client officer)
    {
        if (!forOfficer.TryDequeue(out var name))
        {
            await officer.Say("我的事项");
            return;
        }
        await officer.Say(answered[name]);
        await Take(officer, name, "签收", officer.Pressing("签收"));
        await officer.Press("反馈进展");
        await Take(officer, name, "反馈进展", officer.Pressing("提交", ("进展情况", "进展" + name)));
        await officer.Press("报结");
        await Take(officer, name, "报结", officer.Pressing("提交", ("办理结果", "结果" + name)));
    }

    private async Task PassOn(Client city)
    {
        if (!forCity.TryDequeue(out var name))
        {
            await city.Say("台账");
            return;
        }
        await city.Say(answered[name]);
        await city.Press("转办");
        await Take(city, name, "转办", city.Pressing("提交", ("转办范围", $"全部{Counties}个")));
    }

    private async Task Take(Client by, string matter, string act, JsonObject press)
    {
        var step = new Step(by, matter, act, press);
        steps.Add(step);
        var answer = Client.TextOf(await by.Press(press));
        Assert.Contains(matter, answer, StringComparison.Ordinal);
        step.Answered = true;
    }

    /// <summary>
    /// What was not answered is sent again, as it was: done then, once, whether or not it had been done before.
    /// </summary>
    private async Task SendAgain()
    {
        foreach (var step in steps.Where(step => !step.Answered))
        {
            var text = Client.TextOf(await step.By.Press(step.Press));
            Assert.Contains(step.Matter, text, StringComparison.Ordinal);
            Assert.DoesNotContain("没有改动", text, StringComparison.Ordinal);
        }
    }

    private sealed record Seen(string Number, string Title, string State, string Card, IReadOnlyList<string> History);

    // Every number from 1 on: a gap shows as a matter that is not there.
    private static async Task<List<Seen>> ReadAll(Client office, int last)
    {
        var all = new List<Seen>();
        for (var i = 1; i <= last; i++)
        {
            var number = $"1301-{i}";
            Assert.DoesNotContain("没有找到", await office.Ask(number), StringComparison.Ordinal);
            var card = office.CardText;
            var title = card.Split('\n')
                .First(line =>
                    line.StartsWith("断电", StringComparison.Ordinal) || line.StartsWith("收尾", StringComparison.Ordinal));
            all.Add(new(number, title, CardReader.Lines(office.Card!)[0], card, await Cast.History(office, number)));
        }
        Assert.Contains("没有找到", await office.Ask($"1301-{last + 1}"), StringComparison.Ordinal);
        Assert.Equal(all.Count, all.Select(one => one.Title).Distinct().Count());
        return all;
    }

    private void AssertEveryAnsweredStepIsThere(List<Seen> matters)
    {
        foreach (var matter in matters[..^1])
        {
            // Unanswered ones were sent again: now each step that was ever taken is there, exactly once.
            var taken = steps.Where(step => step.Matter == matter.Title).Select(step => step.Act).ToList();
            string[] expected = taken.Contains("转办") ? ["交办", "签收", .. Enumerable.Repeat("转办", Counties)]
                : [.. new[] { "交办", "签收", "反馈进展", "报结" }.Where(taken.Contains)];
            Assert.Equal(expected, matter.History);
            Assert.Equal(expected[^1] switch { "交办" => "待签收", "报结" => "已报结 待审核", _ => "办理中" }, matter.State);
            if (taken.Contains("转办")) Assert.Contains($"共 {Counties}", matter.Card, StringComparison.Ordinal);
            if (answered.TryGetValue(matter.Title, out var number)) Assert.Equal(number, matter.Number);
        }
        Assert.Equal(
            steps.Select(step => step.Matter).Distinct().Order(),
            matters[..^1].Select(matter => matter.Title).Order());
    }

    // The list row of a matter stands in another row of the store than the matter itself.
    private static async Task AssertListAgrees(Client office, List<Seen> matters)
    {
        foreach (var matter in matters)
        {
            var found = await office.Ask($"查询 {matter.Title}");
            Assert.Contains(matter.Number, found, StringComparison.Ordinal);
            var lines = CardReader.Lines(office.Card!);
            var at = lines.ToList().FindIndex(line => line == matter.Title);
            Assert.Contains(matter.State, lines[at + 1], StringComparison.Ordinal);
        }
    }

    // Once; twice where a message had gone out just before the end and nobody could know.
    private void AssertEverythingWasTold(
        List<Seen> matters,
        IReadOnlyList<JsonObject> officer,
        IReadOnlyList<JsonObject> city)
    {
        foreach (var matter in matters)
        {
            var chat = places.GetValueOrDefault(matter.Title, Place) == Place ? officer : city;
            Assert.InRange(
                chat.Count(message =>
                    ((string)message["summary"]!).Contains($"已交办：{matter.Title}（", StringComparison.Ordinal)),
                1,
                2);
        }
    }
}
