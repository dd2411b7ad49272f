namespace LiaisonBot.Core.Text;

/// <summary>
/// Goes through a text of which each line means something: a file of rules or terms, a notice of holidays.
/// </summary>
public static class TextLines
{
    /// <summary>Lines of a file of rules or terms.</summary>
    public const int MostOfAFile = 200;

    /// <summary>UTF-16 units in one line of a file of rules or terms.</summary>
    public const int LongestOfAFile = 300;

    /// <summary>The first fault; null when there is none.</summary>
    /// <param name="most">Lines.</param>
    /// <param name="longest">UTF-16 units of a line, with the blanks around it.</param>
    /// <param name="tooMany">The fault at the first line too many.</param>
    /// <param name="tooLong">The fault of a line that is too long.</param>
    /// <param name="read">The fault of a line, which comes with its number (from 1) and without blanks around
    /// it.</param>
    public static TFault? FirstFault<TFault>(
        string text,
        int most,
        int longest,
        Func<int, TFault> tooMany,
        Func<int, TFault> tooLong,
        Func<int, string, TFault?> read)
        where TFault : class
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var fault = number > most ? tooMany(number)
                : line.Length > longest ? tooLong(number)
                : read(number, line.Trim().ToString());
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>The same of a file, in which empty lines and those that begin with # say nothing.</summary>
    /// <param name="read">What is wrong with a line, if anything.</param>
    public static PolicyError? FirstFault(string file, Func<string, string?> read) => FirstFault<PolicyError>(
        file,
        MostOfAFile,
        LongestOfAFile,
        _ => new(0, $"more than {MostOfAFile} lines"),
        number => new(number, $"longer than {LongestOfAFile} characters"),
        (number, line) =>
            line.Length > 0 && line[0] != '#' && read(line) is { } reason ? new(number, reason) : null);
}
