using LiaisonBot.Core.Storage;

namespace LiaisonBot.Local;

/// <summary>The folder that holds everything the local host keeps.</summary>
internal static class DataFolder
{
    /// <summary>
    /// Makes the folder, and makes sure that files can be written there before anything depends on it.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It cannot be made or written.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(
                    folder,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var probe = Path.Combine(folder, $".writable-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new StoreUnavailableException($"The data folder {folder} cannot be written: {e.Message}", e);
        }
    }
}
