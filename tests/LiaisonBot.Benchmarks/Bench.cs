using System.Diagnostics;
using LiaisonBot.Benchmarks.Processes;
using LiaisonBot.Benchmarks.Worlds;
using NodaTime;

namespace LiaisonBot.Benchmarks;

/// <summary>
/// What every section works with: how thorough it is to be, published programs, and stores full of matters.
/// </summary>
internal sealed class Bench(Options options, Stopwatch watch)
{
#pragma warning disable RS0030 // The machine's time enters here and nowhere else.
    public static readonly TimeProvider Time = TimeProvider.System;
    public static readonly IClock Clock = SystemClock.Instance;
#pragma warning restore RS0030

    private Published? published;

    public Options Options => options;

    public bool Quick => options.Quick;

    /// <summary>The programs that are started as processes, published as a user would.</summary>
    public Published Published => published ??= Published.Make(options.Work, Say);

    public void Say(string what) => Console.WriteLine($"[{watch.Elapsed:mm\\:ss}] {what}");

    /// <summary>
    /// A folder with a copy of the store of that many matters, to be changed at will. Gone when disposed.
    /// </summary>
    public async Task<WorkFolder> Copy(int matters, int unsigned = 0)
    {
        var original = await Archive.Build(options.Work, matters, unsigned, Say);
        var folder = WorkFolder.Make(options.Work);
        File.Copy(original, folder.Store);
        return folder;
    }
}

/// <summary>A data folder for one measurement.</summary>
internal sealed class WorkFolder : IDisposable
{
    private static int made;

    private WorkFolder(string path) => Path = path;

    public string Path { get; }

    public string Store => System.IO.Path.Combine(Path, "liaison.db");

    public static WorkFolder Make(string work)
    {
        var path = System.IO.Path.Combine(work, $"data-{Environment.ProcessId}-{Interlocked.Increment(ref made)}");
        Directory.CreateDirectory(path);
        return new(path);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
