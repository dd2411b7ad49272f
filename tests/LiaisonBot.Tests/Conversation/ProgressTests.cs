using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// An assignment to all 167 counties over a store that takes its time: one message from the form to the result.
/// </summary>
public sealed class ProgressTests
{
    [Fact]
    public async Task AllCounties_AreShownInTheMessageOfTheForm_UntilTheyAreAssigned()
    {
        var slow = new Slow(new MemoryTableStore());
        await using var chats = await Chats.Open(slow);
        slow.Clock = chats.Clock;
        var form = await chats.Office.Say("交办 全省各县 12月20日前 上报整改方案");
        var messages = chats.Office.Messages;

        var answer = await chats.Office.Press("交办");

        Assert.Contains("正在交办：已完成 20 / 共 167", answer.Text, StringComparison.Ordinal);
        Assert.Equal(form.Id, answer.Id);
        var seen = new List<string>();
        for (var i = 0; i < 60 && await chats.Services.JobRunner.ResumeAsync(default) is { } wait; i++)
        {
            chats.Clock.Advance(wait);
            seen.Add(chats.Office.Now(form).Text.Split('\n')[0]);
        }

        Assert.Equal("已交办167处，各有编号。", chats.Office.Now(form).Text.Split('\n')[0]);
        Assert.Equal(["台账"], chats.Office.Now(form).Titles);
        Assert.Equal(messages, chats.Office.Messages);
        Assert.Contains("合计\n167", (await chats.Office.Press("台账")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_SaysWhatIsDone_AndContinueDoesTheRestInTheSameMessage()
    {
        var slow = new Slow(new MemoryTableStore());
        await using var chats = await Chats.Open(slow);
        slow.Clock = chats.Clock;
        var form = await chats.Office.Say("交办 全省各县 12月20日前 上报整改方案");
        await chats.Office.Press("交办");

        var stopped = await chats.Office.Press("停止");

        Assert.Contains("已停止：办了20项，剩下147项没有办。已办的保留。", stopped.Text, StringComparison.Ordinal);
        Assert.Null(await chats.Services.JobRunner.ResumeAsync(default));
        // Pressed once more on the old card, nothing changes.
        Assert.Contains("已停止：办了20项", (await chats.Office.PressOn(form, "交办")).Text, StringComparison.Ordinal);
        slow.Each = Duration.Zero;
        Assert.Contains("已交办167处", (await chats.Office.PressOn(stopped, "继续")).Text, StringComparison.Ordinal);
        Assert.Equal("已交办167处，各有编号。", chats.Office.Now(form).Text.Split('\n')[0]);
    }

    [Fact]
    public async Task Progress_ToAnEnglishPerson_IsEnglish()
    {
        var slow = new Slow(new MemoryTableStore());
        await using var chats = await Chats.Open(slow);
        slow.Clock = chats.Clock;
        await chats.Office.Say("assign all counties by 2026-12-20 hand in the plan");
        Assert.Contains(
            "Assigning: 20 of 167 done",
            (await chats.Office.Press("Assign")).Text,
            StringComparison.Ordinal);
        for (var i = 0;
            i < 60 && await chats.Services.JobRunner.ResumeAsync(default) is { } wait;
            i++) chats.Clock.Advance(wait);

        Assert.StartsWith("Assigned to 167 places", chats.Office.Last.Text, StringComparison.Ordinal);
    }

    /// <summary>Each call takes so long by the clock of the test.</summary>
    private sealed class Slow(ITableStore inner) : ITableStore
    {
        public FakeClock? Clock { get; set; }

        public Duration Each { get; set; } = Duration.FromMilliseconds(50);

        public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
            After(() => inner.ReadAsync(table, partition, key, cancellationToken));

        public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken) =>
            After(() => inner.ReadRangeAsync(table, partition, from, to, limit, cancellationToken));

        public Task<BatchOutcome> SubmitAsync(string table, string partition, IReadOnlyList<Change> changes, CancellationToken cancellationToken) =>
            After(() => inner.SubmitAsync(table, partition, changes, cancellationToken));

        private Task<T> After<T>(Func<Task<T>> call)
        {
            Clock?.Advance(Each);
            return call();
        }
    }
}
