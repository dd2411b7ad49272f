using System.Text;
using LiaisonBot.Benchmarks.Load;
using LiaisonBot.Benchmarks.Worlds;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using NodaTime.Testing;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// Storage round trips and bytes, counted: a round trip is a call, and one more for each further 1,000 rows of a range.
/// </summary>
internal static class StorageCost
{
    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        List<Line> lines = [
            .. await OfTurns(bench),
            .. await OfReminders(bench, urgent: false),
            .. await OfReminders(bench, urgent: true)
        ];
        return lines;
    }

    private static async Task<IReadOnlyList<Line>> OfTurns(Bench bench)
    {
        using var folder = await bench.Copy(10_000);
        CountingStore? counting = null;
        await using var bot = await InProcess.Open(folder, store => counting = new(store));
        var county = Hebei.Counties[0];
        var officer = Hebei.OfficerOf(county);
        var (number, line) = (FirstUnsigned(county), 0);
        async Task<(long Trips, long Bytes)> Of(Person person, string text)
        {
            // The directory is read every half minute, whoever asks: not by this command.
            await bot.Post(Encoding.UTF8.GetBytes(Activities.Message(person, "我是谁", $"before-{line++}")));
            var (trips, bytes) = (counting!.RoundTrips, counting.Bytes);
            await bot.Post(Encoding.UTF8.GetBytes(Activities.Message(person, text, $"count-{line++}")));
            return (counting.RoundTrips - trips, counting.Bytes - bytes);
        }

        var lines = new List<Line>();
        foreach (var (who, text) in new[]
        {
            (officer, $"签收 {number}"),
            (Hebei.Office, $"催办 {number} 请抓紧"),
            (officer, $"反馈进展 {number} 已完成初稿"),
            (officer, $"报结 {number} 已办理完毕"),
            (Hebei.Office, $"办结 {number}"),
        })
        {
            var (trips, bytes) = await Of(who, text);
            lines.Add(new(
                $"storage of a command: {text[..text.IndexOf(' ')]}",
                $"{trips} round trips, {bytes / 1024.0:0.0} KB",
                "at most 2",
                trips <= 2));
        }

        var (listTrips, listBytes) = await Of(officer, "我的事项");
        lines.Add(new(
            "storage of a list: 我的事项 of a county",
            $"{listTrips} round trip, {listBytes / 1024.0:0.0} KB",
            "1",
            listTrips == 1));
        foreach (var (who, text, what) in new[]
        {
            (officer, "台账", "台账 of a county"),
            (officer, "查询 整改", "查询 in a county"),
            (Hebei.Office, "我的事项", "我的事项 of the province"),
            (Hebei.Office, "台账", "台账 of the province"),
            (Hebei.Office, "查询 整改", "查询 in the province"),
        })
        {
            var (trips, bytes) = await Of(who, text);
            lines.Add(new($"storage of a list: {what}", $"{trips} round trips, {bytes / 1024.0:0.0} KB"));
        }

        return lines;
    }

    /// <summary>A thousand reminders, from the look at what is due until everybody has their message.</summary>
    private static async Task<IReadOnlyList<Line>> OfReminders(Bench bench, bool urgent)
    {
        using var folder = await bench.Copy(10_000);
        var store = SqliteTableStore.Open(folder.Store);
        await using var counting = new CountingStore(store);
        var clock = new FakeClock(Bench.Clock.GetCurrentInstant());
        var chat = new TakingChat();
        var services = new LiaisonServices(
            counting,
            Hebei.Code,
            clock,
            PolicyBook.BuiltIn,
            "benchmark",
            _ => chat,
            _ => { });
        var partitions = (await services.Directory.ReadAsync(default)).Partitions.ToList();
        if (urgent) await MakeUrgent(services, store, partitions);

        clock.Reset(Sweeping.NextWorkingMorning(clock.GetCurrentInstant()));
        await services.Directory.ReadAsync(default);
        var (trips, looks, bytes, given) = (counting.RoundTrips - counting.Looks, counting.Looks, counting.Bytes, 0);
        foreach (var partition in partitions) given += await services.Sweep.SweepAsync(partition, default);
        var (sweepTrips, sweepBytes) = (counting.RoundTrips - counting.Looks - trips, counting.Bytes - bytes);
        foreach (var partition in partitions) await services.Dispatcher.DeliverAsync(partition, default);
        await services.DigestSender.DeliverAsync(default);
        var (sendTrips, sendBytes) = (
            counting.RoundTrips - counting.Looks - trips - sweepTrips,
            counting.Bytes - bytes - sweepBytes);
        looks = counting.Looks - looks;

        var messages = chat.Messages + chat.Lines;
        var kind = urgent
            ? "urgent, a message each"
            : $"routine, {(double)chat.Lines / Math.Max(1, chat.Digests):0.0} in a digest";
        var all = sweepTrips + sendTrips;
        return
        [
            new($"storage of a fired reminder ({kind}): round trips of {Options.Words(given)} with {Options.Words(messages)} messages to people",
                $"{(double)all / given:0.00} each: {(double)sweepTrips / given:0.00} to fire it, {(double)sendTrips / messages:0.00} a message; and {looks} looks for all of them",
                "at most 2 + 1 per message", all <= 2 * given + messages),
            new(
                $"storage of a fired reminder ({(urgent ? "urgent" : "routine")}): bytes",
                $"{sweepBytes / 1024.0 / given:0.0} KB to fire it, {sendBytes / 1024.0 / messages:0.0} KB a message"),
        ];
    }

    /// <summary>What waits to be signed for becomes urgent: its reminders go by themselves and at once.</summary>
    private static async Task MakeUrgent(
        LiaisonServices services,
        SqliteTableStore store,
        IReadOnlyList<AreaCode> partitions)
    {
        foreach (var partition in partitions)
            foreach (var row in await store.ReadRangeAsync(
                MatterRows.Table,
                partition.Value,
                RowKeys.Matters.Matter,
                "N",
                int.MaxValue,
                default))
            {
                var matter = MatterRows.ToMatter(row);
                if (matter.State != MatterState.Assigned) continue;
                var now = matter with { Urgency = Urgency.Urgent };
                now = now with
                {
                    NextReminder = Schedule.Next(
                    now,
                    services.Policies.InForce,
                    WorkingCalendar.BuiltIn,
                    now.AssignedAt)!.At
                };
                List<Core.Storage.Change> changes = [
                    new Core.Storage.Change.Upsert(MatterRows.ToRow(now)),
                    new Core.Storage.Change.Upsert(MatterRows.ReminderRow(now.NextReminder!.Value, now.Number))
                ];
                if (now.NextReminder != matter.NextReminder) changes.Add(new Core.Storage.Change.Delete(MatterRows.ReminderKey(
                    matter.NextReminder!.Value,
                    matter.Number)));
                await store.SubmitAsync(MatterRows.Table, partition.Value, changes, default);
            }
    }

    private static MatterNumber FirstUnsigned(AreaCode county) => Archive.FirstOpen(county, 10_000);
}
