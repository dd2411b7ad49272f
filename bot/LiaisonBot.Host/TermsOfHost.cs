using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Host;

/// <summary>
/// How long what names people is kept: <c>terms.txt</c> of a data folder, and where there is none what is shipped.
/// </summary>
public static class TermsOfHost
{
    public const string File = "terms.txt";

    /// <exception cref="StoreUnavailableException">The file is wrong; the message names it, the line and the
    /// reason.</exception>
    public static Terms Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, File);
        if (!System.IO.File.Exists(path))
        {
            return Terms.BuiltIn;
        }

        return TermsFile.TryParse(System.IO.File.ReadAllText(path), out var terms, out var error)
            ? terms
            : throw new StoreUnavailableException($"The terms {path} are refused: {error}.");
    }
}
