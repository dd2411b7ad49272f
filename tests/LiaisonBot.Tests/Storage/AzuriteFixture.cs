using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LiaisonBot.Tests.Storage;

[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}

/// <summary>
/// The emulator of Table and Blob storage, from <c>node_modules</c>, on free ports of this machine, in memory. Where it
/// cannot run the tests that need it are skipped with the reason, and fail where <c>CI</c> is set.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int Tries = 5;

    // Storage accounts that the emulator knows.
    private const int Accounts = 64;
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    // Ends it also when the tests are killed: its input then closes.
    private const string EndWithInput = "--import=data:text/javascript,process.stdin.on(\"end\",()=>process.exit()).resume()";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azurite-");
    private Process? process;
    private int? port;
    private int blobPort;
    private int accounts;
    private string missing = "Azurite did not start.";

    /// <summary>
    /// Of the account that most tests share, each with tables of its own. Skips the test when there is no emulator.
    /// </summary>
    public string ConnectionString => ConnectTo(account: 0);

    /// <summary>Of an account in which nobody has made a table yet. Skips the test when there is no emulator.</summary>
    public string NewAccount() => ConnectTo(Interlocked.Increment(ref accounts));

    private string ConnectTo(int account)
    {
        Assert.SkipWhen(port is null, missing);
        Assert.InRange(account, 0, Accounts - 1);
        return $"DefaultEndpointsProtocol=http;AccountName=account{account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/account{account};BlobEndpoint=http://127.0.0.1:{blobPort}/account{account};";
    }

    public async ValueTask InitializeAsync()
    {
        var script = Path.Combine(SourceFolder.Root, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (File.Exists(script))
        {
            for (var tried = 0; tried < Tries && port is null; tried++) await TryStart(script);
        }
        else
        {
            missing = "Azurite is not installed: run 'npm ci'.";
        }
        if (port is null
            && string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException(missing);
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        folder.Delete(recursive: true);
    }

    private async Task TryStart(string script)
    {
        var (free, blobs, queues) = (FreePort(), FreePort(), FreePort());
        var start = new ProcessStartInfo(
            "node",
            [
                EndWithInput,
                script,
                "--tableHost",
                "127.0.0.1",
                "--tablePort",
                $"{free}",
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                $"{blobs}",
                "--queueHost",
                "127.0.0.1",
                "--queuePort",
                $"{queues}",
                "--disableTelemetry",
                "--skipApiVersionCheck",
                "--silent",
                "--inMemoryPersistence",
            ])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(
                ';',
                Enumerable.Range(0, Accounts).Select(account => $"account{account}:{Key}")) },
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
            (port, blobPort) = (free, blobs);
            return;
        }
        await End();
        missing = $"Azurite did not start: {(await errors).Trim()}";
    }

    private static async Task<bool> Started(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last of the three.
            if (line.Contains("Table service is successfully listening", StringComparison.Ordinal)) return true;
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
}
