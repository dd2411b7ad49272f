using System.Diagnostics;

namespace LiaisonBot.Simulation;

internal static class Program
{
    private static int Main(string[] args)
    {
        try
        {
            var options = Options.Parse(args);
            return options.Defects ? ShowDefects(options) : Play(options);
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }

    private static int Play(Options options)
    {
        var defect = options.Defect is null ? null : Defect.Named(options.Defect);
        var watch = Stopwatch.StartNew();
        var (days, failed) = (0, 0);
        for (var i = 0; i < options.Seeds; i++)
        {
            var result = new Run(options.FirstSeed + i, options, defect).Play();
            days += result.Days;
            var speed = days / watch.Elapsed.TotalSeconds;
            Console.WriteLine($"seed {result.Seed}: {result.Matters} matters, {result.Answers} steps, {result.Messages} messages, {result.Sends} sends, {result.Rounds} rounds, {result.Killed} killed; {speed:0} simulated days per second");
            if (result.Violations.Count == 0) continue;
            failed++;
            foreach (var violation in result.Violations) Console.WriteLine($"  {violation.At} {violation.Check}: {violation.What}");
            Console.WriteLine($"  {options.Replay(result.Seed)}");
        }

        Console.WriteLine($"{options.Seeds} seeds, {days} simulated days ({days / 365.0:0.0} years) in {watch.Elapsed.TotalSeconds:0} s, {days / watch.Elapsed.TotalSeconds:0} days per second, {failed} with violations.");
        return failed == 0 ? 0 : 1;
    }

    private static int ShowDefects(Options options)
    {
        var missed = 0;
        foreach (var defect in Defect.All)
        {
            var caught = defect.CaughtBy(options);
            if (caught is null) missed++;
            Console.WriteLine($"{defect.Name}: {(caught is { } by ? $"caught by '{by.Check}' at seed {by.Seed}" : "NOT caught")} ({defect.What})");
        }

        return missed == 0 ? 0 : 1;
    }
}
