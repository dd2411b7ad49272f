using System.Diagnostics;

namespace LiaisonBot.Benchmarks.Processes;

/// <summary>The programs that are measured as processes: published into the work folder, once a run.</summary>
/// <param name="Root">Of the repository.</param>
internal sealed record Published(string Root, string Host, string Empty, string EchoNet)
{
    /// <summary>The echo bot on the JavaScript SDK.</summary>
    public string Echo => Path.Combine(Root, "tests", "peer-echo", "index.js");

    public static Published Make(string work, Action<string> say)
    {
        var root = SourceFolder.Root;
        string Publish(string project, string name)
        {
            say($"publishing {project}");
            var output = Path.Combine(work, "published-" + name);
            Run(
                "dotnet",
                root,
                ["publish", Path.Combine(root, project), "-c", "Release", "-o", output, "--nologo", "-v", "quiet"]);
            return output;
        }

        return new(
            root,
            Path.Combine(Publish("functions/LiaisonBot.Local", "host"), "LiaisonBot.Local"),
            Path.Combine(Publish("tests/peer-empty", "empty"), "PeerEmpty"),
            Path.Combine(Publish("tests/peer-echo-net", "echo"), "PeerEchoNet"));
    }

    private static void Run(string program, string folder, string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', args)} failed:\n{output}");
    }
}
