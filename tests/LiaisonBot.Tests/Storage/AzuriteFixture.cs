using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Xunit;

namespace LiaisonBot.Tests.Storage;

[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}

/// <summary>
/// The emulator of Table storage, from <c>node_modules</c>, on a free port of this machine, in memory. Where it cannot run the tests that
/// need it are skipped with the reason, and fail where <c>CI</c> is set.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int Tries = 5;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    // Ends it also when the tests are killed: its input then closes.
    private const string EndWithInput = "--import=data:text/javascript,process.stdin.on(\"end\",()=>process.exit()).resume()";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azurite-");
    private Process? process;
    private string? connectionString;
    private string missing = "Azurite did not start.";

    /// <summary>Skips the test when there is no emulator.</summary>
    public string ConnectionString
    {
        get
        {
            Assert.SkipWhen(connectionString is null, missing);
            return connectionString;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var script = Path.Combine(Repository(), "node_modules", "azurite", "dist", "src", "table", "main.js");
        if (File.Exists(script))
        {
            for (var tried = 0; tried < Tries && connectionString is null; tried++) await TryStart(script);
        }
        else
        {
            missing = "Azurite is not installed: run 'npm ci'.";
        }
        if (connectionString is null && string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException(missing);
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        folder.Delete(recursive: true);
    }

    private async Task TryStart(string script)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(
            "node",
            [EndWithInput, script, "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--disableTelemetry", "--skipApiVersionCheck", "--silent", "--inMemoryPersistence"])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            missing = "Azurite needs Node: install Node 20 or newer.";
            return;
        }
        var errors = process.StandardError.ReadToEndAsync();
        if (await Started(process).WaitAsync(StartLimit))
        {
            connectionString = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";
            return;
        }
        await End();
        missing = $"Azurite did not start: {(await errors).Trim()}";
    }

    private static async Task<bool> Started(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("successfully started", StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private async Task End()
    {
        if (process is null) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Repository([CallerFilePath] string here = "")
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            if (File.Exists(Path.Combine(above.FullName, "LiaisonBot.sln"))) return above.FullName;
        }
        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
    }
}
