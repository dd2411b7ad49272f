using LiaisonBot.Benchmarks.Load;
using LiaisonBot.Benchmarks.Processes;
using LiaisonBot.Benchmarks.Worlds;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// Resident memory of the published host after the turns of a busy hour, as fast as they go: 36,000, ten a second for
/// an hour, of which one in ten signs for something and the others read lists, ledgers and matters, and find; the
/// office, which reads the most, among them.
/// </summary>
internal static class Memory
{
    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        var matters = bench.Options.Sizes[^1];
        var turns = bench.Quick ? 4_000 : 36_000;
        var toSign = turns / 10 / Archive.Signers + 1;
        using var data = await bench.Copy(matters, toSign);
        await using var bot = await Server.Bot(bench, data);
        var atStart = bot.Memory.Now;
        var people = Hebei.Counties.Take(Archive.Signers).Select((county, nth) =>
        {
            var officer = Hebei.OfficerOf(county);
            var numbers = Archive.ToBeSigned(county, toSign).ToList();
            return (IReadOnlyList<string>)[.. Enumerable.Range(0, turns / Archive.Signers).Select(i => (i % 10) switch
            {
                0 => Activities.Message(officer, $"签收 {numbers[i / 10]}", $"m-{county}-{i}"),
                1 => Activities.Message(officer, "台账", $"m-{county}-{i}"),
                2 => Activities.Message(officer, "查询 整改", $"m-{county}-{i}"),
                3 =>
                    i / 10 % 10 == nth % 10
                        ? Activities.Message(Hebei.Office, "台账", $"m-{county}-{i}")
                        : Activities.Message(officer, $"{numbers[0]}", $"m-{county}-{i}"),
                4 =>
                    i / 10 % 10 == nth % 10
                        ? Activities.Message(Hebei.Office, "查询 整改", $"m-{county}-{i}")
                        : Activities.Message(officer, "帮助", $"m-{county}-{i}"),
                _ => Activities.Message(officer, "我的事项", $"m-{county}-{i}"),
            })];
        }).ToList();
        var outcome = await LoadProcess.Post(new(bot.Url.Port, people, false, 600, "\"activities\""));
        if (outcome.Wrong > 0) throw new InvalidOperationException($"{outcome.Wrong} answers were wrong: {outcome.FirstWrong}");
        var (now, most) = bot.Memory;
        bench.Say($"{now:0} MB after {outcome.Turns} turns");
        return
        [
            new($"memory with {Options.Words(matters)} matters after {Options.Words(outcome.Turns)} turns (a busy hour's, in {outcome.Seconds:0} s)",
                $"{now:0} MB, at its highest {most:0} MB, at the start {atStart:0} MB", "at most 200 MB", most <= 200),
        ];
    }
}
