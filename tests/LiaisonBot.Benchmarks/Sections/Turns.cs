using LiaisonBot.Benchmarks.Load;
using LiaisonBot.Benchmarks.Processes;
using LiaisonBot.Benchmarks.Worlds;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// Turns over HTTP, each side in a process of its own, the same load for each, in rounds that alternate: what the
/// machine does beside strikes all alike. Nobody checks tokens. Everybody posts again when their answer has come.
/// </summary>
internal static class Turns
{
    private const int Readers = 16;
    private const string Listed = "我的事项";

    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        var (rounds, seconds) = bench.Quick ? (3, 2.0) : (9, 5.0);
        var toSign = bench.Quick ? 1_000 : 3_000;
        using var readable = await bench.Copy(10_000);
        using var writable = await bench.Copy(10_000, toSign);
        await using var reading = await Server.Bot(bench, readable);
        await using var writing = await Server.Bot(bench, writable);
        await using var echo = await Server.Echo(bench);
        await using var echoNet = await Server.EchoNet(bench);

        var lists = Hebei.Counties.Take(Readers)
            .Select((county, i) =>
                (IReadOnlyList<string>)[Activities.Message(Hebei.OfficerOf(county), Listed, $"read-{i}")])
            .ToList();
        var signers = Hebei.Counties.Take(Archive.Signers).ToList();
        var signs = signers.Select(county => Archive.ToBeSigned(county, toSign)
            .Select(number => Activities.Message(
                Hebei.OfficerOf(county),
                $"签收 {number}",
                $"sign-{number}")).ToList()).ToList();
        var signed = 0;
        var share = toSign / (rounds + 1);

        async Task<(Outcome Outcome, double Processor)> Load(Server server, Func<Task<Outcome>> load)
        {
            var before = server.Processor;
            var outcome = await load();
            if (outcome.Wrong > 0) throw new InvalidOperationException($"{outcome.Wrong} of {outcome.Turns} answers were wrong: {outcome.FirstWrong}");
            return (outcome, (server.Processor - before).TotalMicroseconds / outcome.Turns);
        }

        Task<(Outcome Outcome, double Processor)> Echoes(Server server, int people) => Load(server, () => LoadProcess.Post(new(
            server.Url.Port,
            [.. Enumerable.Range(0, people).Select(i => lists[i % lists.Count])],
            true,
            seconds,
            "Echo: " + Listed)));
        Task<(Outcome Outcome, double Processor)> Reads() =>
            Load(reading, () => LoadProcess.Post(new(reading.Url.Port, lists, true, seconds, "（20）")));
        Task<(Outcome Outcome, double Processor)> Signs()
        {
            var from = signed;
            signed += share;
            return Load(
                writing,
                () =>
                    LoadProcess.Post(new(
                        writing.Url.Port,
                        [.. signs.Select(mine => (IReadOnlyList<string>)mine.GetRange(from, share))],
                        false,
                        600,
                        "已签收")));
        }

        bench.Say("warming up");
        await Echoes(echo, Readers);
        await Echoes(echoNet, Readers);
        await Reads();
        await Signs();
        var (reads, few, same, writes, many) = (new Side(), new Side(), new Side(), new Side(), new Side());
        for (var round = 1; round <= rounds; round++)
        {
            few.Add(await Echoes(echo, Readers));
            same.Add(await Echoes(echoNet, Readers));
            reads.Add(await Reads());
            many.Add(await Echoes(echo, Archive.Signers));
            writes.Add(await Signs());
            bench.Say($"round {round} of {rounds}: reading {reads.Last}, echo {few.Last}, echo on the same SDK {same.Last}; writing {writes.Last}, echo {many.Last}");
        }

        var (readRatio, sameRatio, writeRatio) = (reads.Over(few), reads.Over(same), writes.Over(many));
        return
        [
            new(
                $"reading turn: {Listed}, 20 open of 10,000, {Readers} people: turns/s ÷ the echo bot's on the same SDK",
                $"{sameRatio.Words("0.00")} x; {reads} ÷ {same}",
                "at least 0.4 x",
                sameRatio.Median >= 0.4),
            new(
                "the same ÷ the JavaScript echo bot's",
                $"{readRatio.Words("0.0")} x; {reads} ÷ {few}",
                "at least 1.5 x",
                readRatio.Median >= 1.5),
            new(
                "reading turn: p99 beside the JavaScript echo bot's",
                $"{reads.P99.Words("0.0")} ms, echo {few.P99.Words("0.0")} ms",
                "below it",
                reads.P99.Median < few.P99.Median),
            new(
                $"writing turn: signed for, on disk before the answer, {Archive.Signers} people: turns/s ÷ the JavaScript echo bot's",
                $"{writeRatio.Words("0.0")} x; {writes} ÷ {many}",
                "at least 0.8 x",
                writeRatio.Median >= 0.8),
            new("writing turn: p99", $"{writes.P99.Words("0.0")} ms, echo {many.P99.Words("0.0")} ms"),
            new(
                "processor time of the server per turn: reading, writing, JavaScript echo, .NET echo",
                $"{reads.Processor.Words("0")}, {writes.Processor.Words("0")}, {few.Processor.Words("0")}, {same.Processor.Words("0")} µs"),
            new(
                "processor time of the load per turn: reading, writing, echo",
                $"{reads.Load.Words("0")}, {writes.Load.Words("0")}, {few.Load.Words("0")} µs"),
        ];
    }

    /// <summary>What one side reached in its rounds.</summary>
    private sealed class Side
    {
        private readonly List<double> perSecond = [];

        public Sample P99 { get; } = new();

        public Sample Processor { get; } = new();

        public Sample Load { get; } = new();

        public string Last => $"{perSecond[^1]:0}/s";

        public void Add((Outcome Outcome, double Processor) round)
        {
            perSecond.Add(round.Outcome.PerSecond);
            P99.Add(round.Outcome.P99);
            Processor.Add(round.Processor);
            Load.Add(round.Outcome.Processor * 1e6 / round.Outcome.Turns);
        }

        /// <summary>Round by round.</summary>
        public Sample Over(Side other) => new(perSecond.Zip(other.perSecond, (mine, theirs) => mine / theirs));

        public override string ToString() => new Sample(perSecond).Words("0") + "/s";
    }
}
