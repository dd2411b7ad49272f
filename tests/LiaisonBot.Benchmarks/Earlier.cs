namespace LiaisonBot.Benchmarks;

/// <summary>
/// What was measured before, to stand beside what is measured now: on the former wire of the local host, without an
/// SDK, on 26 November 2026, on two cores with nothing else at work; and through the SDK at first, on 28 November 2026,
/// in quick runs beside other work.
/// </summary>
internal static class Earlier
{
    // By how the line begins; the first that fits counts.
    private static readonly (string What, string Figure)[] Figures =
    [
        ("reading turn: p99", "former wire 7.9 ms, JavaScript echo 27.6"),
        ("reading turn", "SDK at first 217/s; with the cards handed over whole 0.62 x, 8,017/s"),
        ("the same ÷ the JavaScript echo", "former wire 3.7 x (3.2–4.4), 5,619 ÷ 1,585/s; SDK 1.5 x (0.9–1.7)"),
        ("writing turn: p99", ""),
        ("writing turn", "former wire 1.3 x (1.1–1.5), 2,225 ÷ 1,625/s; SDK 0.7 x"),
        ("processor time of the server",
            "former wire 301, 590, 698, – µs; SDK at first 4,400 for reading, then 231, 504, 253, 130"),
        ("answer ÷ the same JSON at its shortest: message with a card, 我的事项", "SDK at first 2.9 x, 28 KB"),
        ("bytes allocated per reading turn", "former wire 79.4 KB; SDK 276.4"),
        ("bytes allocated per writing turn", "former wire 74.7 KB; SDK 252.4"),
        ("storage of a command", "2, 1.9 to 3.2 KB"),
        ("storage of a list: 我的事项 of a county", "1, 3.6 KB"),
        ("storage of a fired reminder (routine, ", "2.00 + 1.00, and 49 looks for 1,002"),
        ("storage of a fired reminder (urgent, ", "2.00 + 0.53 to 0.57, and 59 looks for 1,002"),
        ("sweep", "0.99 (0.72–1.21), 1.15 for 1 million"),
        ("我的事项 of a county: time among 1,000,000", "1.03"),
        ("台账 of a county: time among 1,000,000", "1.01"),
        ("我的事项 of the province: time among 1,000,000", "1.02"),
        ("查询 in a county: time among 1,000,000", "1.14"),
        ("查询 in the province: time among 1,000,000", "1.10"),
        ("台账 of the province: time among 1,000,000", "0.99"),
        ("morning peak, 3,000", "98.8 %, 0"),
        ("morning peak, 100,000", "99.1 %, 0"),
        ("start", "1.19 (0.95–1.51); 612 ÷ 493 ms"),
        ("memory with 1,000,000", "160–175 MB, at its highest 189 to 191"),
    ];

    /// <summary>Empty for what was not measured before.</summary>
    public static string Of(string what) =>
        Figures.FirstOrDefault(f => what.StartsWith(f.What, StringComparison.Ordinal)).Figure ?? "";
}
