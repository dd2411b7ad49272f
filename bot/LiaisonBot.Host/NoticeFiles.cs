using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Host;

/// <summary>
/// The holiday notices of a data folder, <c>calendar/2027.txt</c>: each is the text of that year's notice, in its own
/// words or as lines of days, with those that changed it below, in their order; for a year that comes with the program
/// these may stand alone. Imported at the start like one that the office pastes in the chat.
/// </summary>
public static class NoticeFiles
{
    public const string Folder = "calendar";

    /// <exception cref="StoreUnavailableException">A file is wrong; the message names it, the line and the
    /// reason.</exception>
    public static IReadOnlyList<(string Name, HolidayNotice Notice)> Read(string dataFolder)
    {
        var notices = new List<(string Name, HolidayNotice Notice)>();
        var folder = Path.Combine(dataFolder, Folder);
        if (!Directory.Exists(folder))
        {
            return notices;
        }

        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            if (!int.TryParse(
                Path.GetFileNameWithoutExtension(file),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var year))
            {
                throw Wrong(file, "it is not named after its year, as in 2027.txt");
            }

            if (!NoticeText.TryRead(
                year,
                File.ReadAllText(file),
                WorkingCalendar.BuiltIn.NoticeOf,
                out var read,
                out var error))
            {
                throw Wrong(file, error.ToString());
            }

            notices.Add(($"{Folder}/{Path.GetFileName(file)}", read.Notice));
        }

        return notices;
    }

    private static StoreUnavailableException Wrong(string file, string why) =>
        new($"The holiday notice {file} is refused: {why}.");
}
