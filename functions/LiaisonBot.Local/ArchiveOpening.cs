using System.Security.Cryptography;
using LiaisonBot.Core.Sealed;

namespace LiaisonBot.Local;

/// <summary>Opens a file of sealed records for the archive, with the archive's private key, instead of starting the bot.</summary>
/// <param name="File">Absolute path of the file; what it holds goes beside it, with <c>.open.json</c> behind its name.</param>
/// <param name="KeyFile">Absolute path of the private key in PEM, without a password.</param>
internal sealed record ArchiveOpening(string File, string KeyFile)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync()
    {
        try
        {
            var pem = await System.IO.File.ReadAllTextAsync(KeyFile);
            if (ArchiveFile.ReadKey(pem).Why is null)
            {
                return await LocalHost.FailAsync($"{KeyFile} is the public key: the file opens with the private key that belongs to it.");
            }

            using var key = RSA.Create();
            key.ImportFromPem(pem);
            var content = ArchiveFile.Open(await System.IO.File.ReadAllBytesAsync(File), key);
            var to = File + ".open.json";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using (var stream = new FileStream(to, options))
            {
                await stream.WriteAsync(content);
            }

            Console.WriteLine($"Opened into {to}. It is not encrypted any more: keep it as the paper is kept.");
            return LocalHost.Ended;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return await LocalHost.FailAsync(
                $"{KeyFile} is no private RSA key in PEM without a password. Take a password off with: openssl pkey -in <file> -out <file without>");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return await LocalHost.FailAsync(e.Message);
        }
    }
}
