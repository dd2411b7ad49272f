using System.Diagnostics;

namespace LiaisonBot.Simulation;

/// <summary>
/// Tries mutations: each in a copy of the source, built and held against the check or the tests that have to notice it.
/// </summary>
internal sealed class Mutations(string root, int seeds) : IDisposable
{
    private const string Run = "tests/LiaisonBot.Simulation";
    private const string Tests = "tests/LiaisonBot.Tests";
    private const string Fast = "-p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -p:GenerateDocumentationFile=false";

    /// <summary>What a run of tests ends with when one failed; nothing else is taken for it.</summary>
    private const int TestsFailed = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly string copy = Directory.CreateTempSubdirectory("mutations").FullName;

    /// <returns>Those that nothing noticed, or that could not be tried.</returns>
    public int Try(IEnumerable<Mutation> mutations)
    {
        foreach (var file in Start("git", "ls-files --cached --others --exclude-standard", root).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var source = Path.Combine(root, file);
            if (!File.Exists(source)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, file))!);
            File.Copy(source, Path.Combine(copy, file));
        }

        var missed = 0;
        foreach (var mutation in mutations)
        {
            var watch = Stopwatch.StartNew();
            var (noticed, what) = Try(mutation);
            if (!noticed) missed++;
            Console.WriteLine($"{mutation.Name}: {(noticed ? "" : "NOT ")}noticed by {mutation.By}: {what} "
                + $"({watch.Elapsed.TotalSeconds:0} s)");
        }

        return missed;
    }

    public void Dispose() => Directory.Delete(copy, recursive: true);

    /// <returns>Whether it was noticed, and how or why not.</returns>
    private (bool Noticed, string What) Try(Mutation mutation)
    {
        var file = Path.Combine(copy, mutation.File);
        var source = File.ReadAllText(file);
        File.WriteAllText(file, mutation.Change(source));
        try
        {
            var inTests = mutation.By.StartsWith("tests:", StringComparison.Ordinal);
            var built = Start("dotnet", $"build {(inTests ? Tests : Run)} -c Release --nologo -v quiet {Fast}", copy);
            if (built.Code != 0)
            {
                return (false, "it does not build: " + built.Output.Split('\n')
                    .FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)));
            }

            var played = inTests
                ? Start(
                    "dotnet",
                    $"run --no-build -c Release --project {Tests} -- --progress off --filter-class *.{mutation.By[6..]}",
                    copy)
                : Start(
                    "dotnet",
                    $"run --no-build -c Release --project {Run} -- --seeds {seeds} {mutation.Size} --notice {mutation.By}",
                    copy);
            if (inTests)
            {
                return played.Code switch
                {
                    TestsFailed => (true, "a test fails"),
                    0 => (false, "the tests pass"),
                    _ => (false, $"the tests do not run to their end ({played.Code})"),
                };
            }

            var said = played.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
            return (played.Code == 0, said ?? "it takes too long");
        }
        finally
        {
            File.WriteAllText(file, source);
        }
    }

    private static (int Code, string Output) Start(string program, string arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            return (-1, "");
        }

        return (process.ExitCode, output.Result + errors.Result);
    }
}
