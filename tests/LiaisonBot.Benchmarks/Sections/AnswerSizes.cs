using System.Text;
using LiaisonBot.Benchmarks.Load;
using LiaisonBot.Benchmarks.Worlds;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// Bytes of the answers as they go out, beside the same JSON without a space too many. Counted, so that one answer of
/// each kind is enough.
/// </summary>
internal static class AnswerSizes
{
    private const double Most = 1.05;

    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        using var folder = await bench.Copy(10_000);
        await using var bot = await InProcess.Open(folder);
        var county = Hebei.Counties[0];
        var (officer, number) = (Hebei.OfficerOf(county), Archive.FirstOpen(county, 10_000));
        var lines = new List<Line>();
        foreach (var (what, activity) in new[]
        {
            ("message with a card, 我的事项", Activities.Message(officer, "我的事项", "size-1")),
            ("message with a card, one matter", Activities.Message(officer, $"{number}", "size-2")),
            ("button with a card", Activities.Invoke(officer, "adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"say","data":{"text":"我的事项"}}}""", "size-3")),
            ("dialog", Activities.Invoke(Hebei.Office, "composeExtension/fetchTask", """{"commandId":"assign","messagePayload":{"body":{"contentType":"text","content":"请长安区12月30日前上报整改方案"}}}""", "size-4")),
            ("results of a search", Activities.Invoke(officer, "composeExtension/query", """{"commandId":"find","parameters":[{"name":"text","value":"整改"}]}""", "size-5")),
        })
        {
            var answer = await bot.Answer(Encoding.UTF8.GetBytes(activity));
            var ratio = answer.Length / (double)Activities.Shortest(answer);
            lines.Add(new(
                $"answer ÷ the same JSON at its shortest: {what}",
                $"{Sample.Text(ratio, "0.00")} x; {Sample.Text(answer.Length / 1024.0, "0.0")} KB",
                "at most 1.05 x",
                ratio <= Most));
        }
        return lines;
    }
}
