using System.Diagnostics;
using System.Reflection;
using LiaisonBot.Benchmarks.Load;
using LiaisonBot.Benchmarks.Sections;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Benchmarks;

internal static class Program
{
    private static readonly (string Name, string What, Func<Bench, Task<IReadOnlyList<Line>>> Measure)[] Sections =
    [
        ("turns",
            "reading and writing turns over HTTP, side by side with echo bots on the JavaScript and the .NET SDK",
            Turns.Measure),
        ("answers", "how long the answers are, beside our own JSON", AnswerSizes.Measure),
        ("allocations", "bytes allocated per turn", Allocations.Measure),
        ("sentences", "whole turns of made sentences", Sentences.Measure),
        ("storage", "storage round trips and bytes", StorageCost.Measure),
        ("sweep", "1,000 due reminders in archives of several sizes", Sweeping.Measure),
        ("lists", "list, find and ledger in archives of several sizes", Lists.Measure),
        ("plans", "a year's plan of a city and of a province", YearPlans.Measure),
        ("sets", "a set of 200 findings, and the list of a thousand sets", Sets.Measure),
        ("feeds", "calendars as programs read them, over archives of several sizes", Feeds.Measure),
        ("peak", "the morning peak through the limiter, in virtual time", Peak.Measure),
        ("start", "from the command to the first answer, beside an empty app", Starting.Measure),
        ("memory", "memory with a large archive after an hour's load", Memory.Measure),
    ];

    private static async Task<int> Main(string[] args)
    {
        if (args is ["load"]) return await LoadProcess.Run();
        Options options;
        try
        {
            options = Options.Parse(args);
            if (options.Only?.Except(Sections.Select(s => s.Name)).FirstOrDefault() is { } unknown) throw new FormatException($"{unknown} is not a section.");
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} --help shows the options.");
            return 2;
        }

        if (options.Help)
        {
            Console.WriteLine(Options.Usage);
            foreach (var (name, what, _) in Sections) Console.WriteLine($"  {name,-12} {what}");
            return 0;
        }

        if (typeof(Matter).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true)
        {
            await Console.Error.WriteLineAsync("Built for debugging, which measures nothing: run it with -c Release.");
            return 2;
        }

        Directory.CreateDirectory(options.Work);
        var table = Table.Open(options.Work, options.Quick);
        if (!options.TableOnly) await Measure(options, table);
        table.Print(Sections.Select(s => s.Name));
        return 0;
    }

    private static async Task Measure(Options options, Table table)
    {
        var watch = Stopwatch.StartNew();
        var bench = new Bench(options, watch);
        foreach (var (name, what, measure) in Sections.Where(s => options.Only?.Contains(s.Name) != false))
        {
            bench.Say($"{name}: {what}");
            table.Put(name, await measure(bench));
        }

        bench.Say("done");
    }
}
