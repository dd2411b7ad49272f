using System.Diagnostics;
using LiaisonBot.Simulation.Sealed;

namespace LiaisonBot.Simulation;

internal static class Program
{
    private static int Main(string[] args)
    {
        try
        {
            var options = Options.Parse(args);
            if (options.Notice is { } check) return Notices(Enum.Parse<Check>(check), options);
            if (options.Mutate is { } names) return Mutate(names, options);
            if (options.Compare) return Round(options);
            if (options.Sealed) return options.Defects ? ShowSealedDefects(options) : PlaySealed(options);
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
        foreach (var result in Enumerable.Range(options.FirstSeed, options.Seeds)
            .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(seed => new Run(seed, options.Of(seed), defect) { Progress = Tell(options, watch) }.Play()))
        {
            days += result.Days;
            Console.WriteLine($"seed {result.Seed}: {result.Matters} matters, {result.Answers} steps, {result.Messages} messages, {result.Sends} sends, {result.Rounds} rounds, {result.Killed} killed; {days / watch.Elapsed.TotalSeconds:0.0} simulated days per second");
            if (result.Violations.Count == 0) continue;
            failed++;
            foreach (var violation in result.Violations) Console.WriteLine($"  {violation.At} {violation.Check}: {violation.What}");
            Console.WriteLine($"  {options.Of(result.Seed).Replay(result.Seed)}");
        }

        Console.WriteLine($"{options.Seeds} seeds, {days} simulated days ({days / 365.0:0.0} years) in {watch.Elapsed.TotalSeconds:0} s, {days / watch.Elapsed.TotalSeconds:0.0} days per second, {failed} with violations.");
        return failed == 0 ? 0 : 1;
    }

    private static int PlaySealed(Options options)
    {
        var defect = options.Defect is null ? null : SealedDefect.Named(options.Defect);
        var watch = Stopwatch.StartNew();
        var failed = 0;
        foreach (var result in Enumerable.Range(options.FirstSeed, options.Seeds)
            .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(seed => new SealedRun(seed, defect).Play()))
        {
            if (options.Seeds == 1 || result.Violations.Count > 0)
            {
                Console.WriteLine($"seed {result.Seed}: {result.Records} records, {result.Slips} slips, {result.Parts} questions and forwarded, {result.Visits} unannounced visits, {result.Counted} counted, {result.Destroyed} destroyed, {result.Filed} for the archive, {result.Looks} looks, {result.Told} told, {result.Killed} killed");
            }

            failed += result.Violations.Count > 0 ? 1 : 0;
            foreach (var violation in result.Violations) Console.WriteLine($"  {violation.At} {violation.Check}: {violation.What}");
        }

        Console.WriteLine($"{options.Seeds} seeds of sealed records in {watch.Elapsed.TotalSeconds:0} s, {failed} with violations.");
        return failed == 0 ? 0 : 1;
    }

    private static int ShowSealedDefects(Options options)
    {
        var missed = 0;
        foreach (var defect in options.Defect is { } name ? [SealedDefect.Named(name)] : SealedDefect.All)
        {
            var caught = defect.CaughtBy(options.Seeds);
            missed += caught is null ? 1 : 0;
            Console.WriteLine(caught is { } seed
                ? $"{defect.Name}: caught by {defect.By} at seed {seed} ({defect.What})"
                : $"{defect.Name}: NOT caught by {defect.By} ({defect.What})");
        }

        return missed == 0 ? 0 : 1;
    }

    /// <summary>The same round by sets and matter by matter, and what each asked of a county.</summary>
    private static int Round(Options options)
    {
        var failed = 0;
        foreach (var by in Enum.GetValues<RoundBy>())
        {
            var watch = Stopwatch.StartNew();
            var run = new Run(options.FirstSeed, options.OfRound(by), null) { Progress = Tell(options with { Seeds = 1 }, watch) };
            var result = run.Play();
            Console.WriteLine($"by {by}: {result.Matters} matters, {result.Answers} steps, {result.Messages} messages, {result.Sends} sends, {result.Killed} killed, in {watch.Elapsed.TotalSeconds:0} s");
            foreach (var line in run.Asked!.Lines()) Console.WriteLine(line);
            foreach (var violation in result.Violations)
            {
                failed++;
                Console.WriteLine($"  {violation.At} {violation.Check}: {violation.What}");
            }
        }

        return failed == 0 ? 0 : 1;
    }

    /// <summary>One seed alone may take minutes.</summary>
    private static Action<int>? Tell(Options options, Stopwatch watch) =>
        options.Seeds == 1
            ? days =>
                Console.WriteLine($"  {days} days, {days / watch.Elapsed.TotalSeconds:0.0} simulated days per second")
            : null;

    private static int Notices(Check check, Options options)
    {
        var noticed = new HashSet<Check>();
        for (var seed = options.FirstSeed; seed < options.FirstSeed + options.Seeds; seed++)
        {
            noticed.UnionWith(new Run(
                seed,
                options.Of(seed),
                new Defect("changed", check, "The product was changed.")).Play().Violations
                .Select(violation => violation.Check));
            if (!noticed.Contains(check)) continue;
            Console.WriteLine($"noticed at seed {seed}");
            return 0;
        }

        Console.WriteLine(noticed.Count == 0 ? "nothing noticed anything" : $"noticed by {string.Join(' ', noticed)}");
        return 1;
    }

    private static int Mutate(string names, Options options)
    {
        using var mutations = new Mutations(SourceFolder.Root, options.Seeds);
        return mutations.Try(Mutation.All.Where(mutation => Array.Exists(
            names.Split(','),
            name => mutation.Name.StartsWith(name, StringComparison.Ordinal)))) == 0
            ? 0
            : 1;
    }

    private static int ShowDefects(Options options)
    {
        var missed = 0;
        foreach (var defect in options.Defect is { } name ? [Defect.Named(name)] : Defect.All)
        {
            var caught = defect.CaughtBy(options);
            if (caught is null) missed++;
            Console.WriteLine(caught is var (seed, noticed)
                ? $"{defect.Name}: caught by {defect.By} at seed {seed}{(noticed.Count > 1 ? $", with {string.Join(' ', noticed.Where(check => check != defect.By))}" : "")} ({defect.What})"
                : $"{defect.Name}: NOT caught by {defect.By} ({defect.What})");
        }

        foreach (var check in options.Defect is not null ? [] : Enum.GetValues<Check>()
            .Except(Defect.All.Select(defect => defect.By))
            .Where(check => !Mutation.All.Any(mutation => mutation.By == check.ToString())))
        {
            missed++;
            Console.WriteLine($"{check} has no defect: nothing shows that it notices anything.");
        }

        return missed == 0 ? 0 : 1;
    }
}
