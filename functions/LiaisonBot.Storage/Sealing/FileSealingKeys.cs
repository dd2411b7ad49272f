using System.Globalization;
using System.Security.Cryptography;
using LiaisonBot.Core.Sealed;

namespace LiaisonBot.Storage.Sealing;

/// <summary>
/// The key of sealed records in a file that only its owner can read: <c>sealing.key</c> beside the data, a line a key, the
/// one that wraps now last. It is made at the first start, and never again while sealed records are there: a new key would
/// open none of them, and what it seals would be lost when the right file is put back. A backup of the data does not contain it.
/// </summary>
public sealed class FileSealingKeys : ISealingKeys
{
    public const string FileName = "sealing.key";

    private const int KeyLength = 32;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string path;
    private readonly List<(string Name, byte[] Key)> keys = [];

    private FileSealingKeys(string path) => this.path = path;

    /// <summary>What is wrong, in one line that says what to do; null when a key is there.</summary>
    public string? Missing => keys.Count > 0
        ? null
        : $"There is no key of sealed records in {path}, and sealed records are there: their texts stay shut, their numbers and "
            + "dates stay usable. Put back the file that was kept apart from the backups, and start again.";

    /// <summary>Reads the file, and makes it where there is none and may be one.</summary>
    /// <param name="folder">Of the data.</param>
    /// <param name="holdsTexts">Something is sealed already.</param>
    public static FileSealingKeys Open(string folder, bool holdsTexts)
    {
        var opened = new FileSealingKeys(Path.Combine(folder, FileName));
        if (!File.Exists(opened.path) && !holdsTexts)
        {
            opened.Make();
        }

        opened.Read();
        return opened;
    }

    public Task<string> CurrentAsync(CancellationToken cancellationToken) =>
        Task.FromResult(keys.Count > 0 ? keys[^1].Name : "");

    public Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken)
    {
        var (name, wrapping) = Current();
        using var aes = Aes.Create();
        aes.Key = wrapping;
        return Task.FromResult(new WrappedKey(name, aes.EncryptKeyWrapPadded(key)));
    }

    public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        if (keys.Find(k => k.Name == wrapped.By) is not { Key: { } wrapping })
        {
            throw new SealingKeyException(
                $"Key {wrapped.By} of sealed records is not in {path}. Put back the file that was kept apart from the backups.");
        }

        using var aes = Aes.Create();
        aes.Key = wrapping;
        try
        {
            return Task.FromResult(aes.DecryptKeyWrapPadded(wrapped.Value));
        }
        catch (CryptographicException e)
        {
            throw new SealingKeyException($"Key {wrapped.By} in {path} is another than the one that sealed. Put back the right file.", e);
        }
    }

    private (string Name, byte[] Key) Current() => keys.Count > 0 ? keys[^1] : throw new SealingKeyException(Missing!);

    private void Make()
    {
        // Whole or not at all, and never readable by others, not even for a moment.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var made = $"{path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        using (var file = new StreamWriter(made, options))
        {
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{RandomNumberGenerator.GetHexString(8, lowercase: true)} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength))}"));
        }

        try
        {
            File.Move(made, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it at the same moment.
            File.Delete(made);
        }
    }

    private void Read()
    {
        if (!File.Exists(path))
        {
            return;
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }

        foreach (var line in File.ReadLines(path).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var name, var text]
                || Bytes(text) is not { Length: KeyLength } key)
            {
                throw new SealingKeyException($"{path} has a line that is no key: a name and {KeyLength} bytes in Base64.");
            }

            keys.Add((name, key));
        }
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : null;
    }
}
