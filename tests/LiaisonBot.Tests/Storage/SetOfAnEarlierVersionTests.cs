using System.Reflection;
using System.Text.Json;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Conversation;
using NodaTime.Text;

namespace LiaisonBot.Tests.Storage;

/// <summary>
/// The rows of a set as version 2 of the data had them (Earlier/README.md): its plan is approved, and an exemption from
/// disclosure waits for the office, of which that version did not remind.
/// </summary>
public sealed class SetOfAnEarlierVersionTests : IAsyncLifetime
{
    private const string City = "1301";

    private readonly MemoryTableStore store = new();
    private readonly List<Row> earlier = [];
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        using var reader = new StreamReader(
            Assembly.GetExecutingAssembly().GetManifestResourceStream("set-of-version-2.jsonl")!);
        while (await reader.ReadLineAsync() is { } line)
        {
            var columns = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!;
            earlier.Add(new(
                columns["key"].GetString()!,
                columns.Where(c => c.Key != "key").ToDictionary(c => c.Key, c => ValueOf(c.Value), StringComparer.Ordinal)));
        }

        await store.SubmitAsync(
            RowKeys.Matters.Table,
            City,
            [.. earlier.Select(row => new Change.Insert(row))],
            default);
        await store.SubmitAsync(
            StoreSchema.Table,
            StoreSchema.Partition,
            [new Change.Insert(StoreSchema.VersionRow(2))],
            default);
        chats = await Chats.Open(store);
        chats.Clock.Reset(BeijingTime.At(new(2026, 12, 1), new(9, 0)));
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    /// <summary>But for the time of the step whose exemption waits, every row is there with all that it said.</summary>
    [Fact]
    public async Task NothingIsLost()
    {
        var version = await store.ReadAsync(StoreSchema.Table, StoreSchema.Partition, StoreSchema.Key, default);
        Assert.Equal(StoreSchema.Version, version!.Number(StoreSchema.Column));
        foreach (var before in earlier)
        {
            var now = await store.ReadAsync(RowKeys.Matters.Table, City, before.Key, default);
            if (before.Key == RowKeys.Matters.Reminders + "20261214T003000|2026-1301-000006")
            {
                Assert.Null(now);
                continue;
            }

            Assert.NotNull(now);
            Assert.DoesNotContain(before.Columns, c => c.Key != "NextReminder" && !now.Columns[c.Key].Equals(c.Value));
        }

        Assert.Contains("应整改3个", (await chats.Zhengding.Say("整改1301-1")).Text, StringComparison.Ordinal);
        var plan = (await chats.Leader.Say("整改方案 整改1301-1")).Text;
        for (var row = 1; row <= 3; row++)
        {
            Assert.Contains($"逐项整改措施{row}", plan, StringComparison.Ordinal);
        }

        Assert.Contains("待省委巡视办答复", (await chats.Zhengding.Say("公示")).Text, StringComparison.Ordinal);
    }

    /// <summary>Asked for on Monday, it is reminded of on Thursday, once; the answer goes on from there.</summary>
    [Fact]
    public async Task TheOfficeIsRemindedOnce_AndAnswers()
    {
        await chats.Office.Say("帮助");
        await chats.Zhengding.Say("帮助");
        foreach (var (day, told) in new[] { (2, 0), (3, 1), (4, 1), (7, 1) })
        {
            await chats.Remind(new(2026, 12, day));
            Assert.Equal(
                told,
                chats.Office.Received.Count(m => m.Text.Contains("免于公开的申请等待答复", StringComparison.Ordinal)));
        }

        await chats.Office.Say("同意免于公开");
        Assert.Contains("已同意免于公开", (await chats.Office.Press("同意免于公开（社会）")).Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("已答复免于公开的申请", chats.Zhengding.Received[^1].Text, StringComparison.Ordinal);
        var office = (await chats.Services.Directory.ReadAsync(default)).ByObjectId(chats.Office.ObjectId)!;
        var step = (await chats.Matters.FindAsync(office, MatterNumber.Parse("2026-1301-000006"), default))!.Matter;
        Assert.Null(step.ExemptionAskedAt);
        Assert.Contains("同意免于公开", step.Progress, StringComparison.Ordinal);
        Assert.Empty(await chats.Services.Auditor.CheckAsync(Core.Areas.AreaCode.Parse(City), default));
    }

    private static object ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Object => InstantPattern.ExtendedIso.Parse(value.GetProperty("utc").GetString()!).Value,
        _ => throw new InvalidOperationException($"No column is written as {value.ValueKind}."),
    };
}
