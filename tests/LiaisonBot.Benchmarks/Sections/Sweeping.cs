using System.Diagnostics;
using LiaisonBot.Benchmarks.Worlds;
using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Policies;
using LiaisonBot.Storage;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// The same thousand due reminders among more and more matters. Each working day what nobody signed for becomes due
/// again.
/// </summary>
internal static class Sweeping
{
    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        var sizes = bench.Options.Sizes;
        var worlds = new List<World>();
        try
        {
            foreach (var size in sizes) worlds.Add(await World.Open(bench, size));
            var days = bench.Quick ? 3 : 7;
            for (var day = 0; day <= days; day++)
            {
                foreach (var world in worlds) await world.NextDay(warm: day > 0);
                if (day > 0) bench.Say($"day {day} of {days}: {string.Join(", ", worlds.Select(w => $"{w.Last:0} µs each of {w.Given} among {Options.Words(w.Size)}"))}");
            }

            return
            [
                .. worlds.Skip(1).Select(world =>
                {
                    var ratio = world.Over(worlds[0]);
                    var largest = world.Size == 1_000_000;
                    return new Line(
                        $"sweep, {Options.Words(world.Given)} due of {Options.Words(world.Size)}: time per due reminder ÷ that among {Options.Words(sizes[0])}",
                        $"{ratio.Words("0.00")} x; {world.Times.Words("0")} ÷ {worlds[0].Times.Words("0")} µs",
                        largest ? "at most 1.2 x" : "",
                        largest ? ratio.Median <= 1.2 : null);
                }),
            ];
        }
        finally
        {
            foreach (var world in worlds) await world.DisposeAsync();
        }
    }

    /// <summary>10:00 in Beijing on the next working day.</summary>
    public static Instant NextWorkingMorning(Instant now) =>
        BeijingTime.At(WorkingCalendar.BuiltIn.AddWorkingDays(BeijingTime.Today(now), 1), new(10, 0));

    private sealed class World : IAsyncDisposable
    {
        private readonly WorkFolder folder;
        private readonly SqliteTableStore store;
        private readonly FakeClock clock = new(Bench.Clock.GetCurrentInstant());
        private readonly LiaisonServices services;

        private World(int size, WorkFolder folder)
        {
            (Size, this.folder, store) = (size, folder, SqliteTableStore.Open(folder.Store));
            services = new(store, Hebei.Code, clock, PolicyBook.BuiltIn, "benchmark", _ => new TakingChat(), _ => { });
        }

        public int Size { get; }

        /// <summary>Microseconds per due reminder.</summary>
        public Sample Times { get; } = new();

        public double Last { get; private set; }

        public int Given { get; private set; }

        public List<double> Each { get; } = [];

        public static async Task<World> Open(Bench bench, int size) => new(size, await bench.Copy(size));

        public async Task NextDay(bool warm)
        {
            clock.Reset(NextWorkingMorning(clock.GetCurrentInstant()));
            var partitions = (await services.Directory.ReadAsync(default)).Partitions.ToList();
            var began = Stopwatch.GetTimestamp();
            Given = 0;
            foreach (var partition in partitions) Given += await services.Sweep.SweepAsync(partition, default);
            Last = Stopwatch.GetElapsedTime(began).TotalMicroseconds / Given;
            if (!warm) return;
            Times.Add(Last);
            Each.Add(Last);
        }

        public Sample Over(World other) => new(Each.Zip(other.Each, (mine, theirs) => mine / theirs));

        public async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            folder.Dispose();
        }
    }
}
