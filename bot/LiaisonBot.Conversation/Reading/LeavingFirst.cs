using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// A sentence that first leaves what was begun and then says something of its own: never mind. what did they ask; 也别退，给他们留个言：….
/// </summary>
internal static partial class LeavingFirst
{
    /// <summary>UTF-16 units of what may stand by itself.</summary>
    private const int Shortest = 4;

    /// <summary>Led by these it says why it was left, or what is done without the bot.</summary>
    private static readonly string[] OfOthers =
        ["我", "他", "她", "咱", "县里", "市里", "区里", "等", "因为", "反正", "毕竟", "i ", "i'", "we ", "we'", "they", "he ", "he'", "she ", "she'", "it ", "it'", "let me", "let them", "because", "since ", "until ", "till ", "once ", "when ", "if "];

    /// <summary>What follows the words that leave, as it was typed; null where nothing is left first.</summary>
    public static string? RestOf(string typed)
    {
        var folded = Folding.Of(typed);
        return folded.Length == typed.Length && Pattern().Match(folded) is { Success: true } match && match.Groups["rest"] is { Length: >= Shortest } rest
            ? typed[rest.Index..].Trim()
            : null;
    }

    /// <summary>scrap that, 算了: whatever was begun is left, and not only one step denied.</summary>
    public static bool IsSaidSo(string typed) => Pattern().Match(Folding.Of(typed)) is { Success: true } match && match.Groups["all"].Success;

    /// <summary>Whether it says why something was left, or what somebody does without the bot.</summary>
    public static bool IsOfOthers(string rest) => Phrases.Words.After(Folding.Of(rest), 0, OfOthers) > 0;

    [GeneratedRegex(
        @"^((oh|ok|okay|no|hmm|hm|actually|wait|sorry|那|那就|还是|哎|哦|嗯|行|好)[,，. ]*)*"
        + @"((?<all>never mind|nevermind|nvm|not now|not yet|don't bother|dont bother|(forget|scrap|scratch|leave|drop|cancel|skip)( about)? (it|that|this))( about)?( it| that| this)?( then| for now)?[ ]*[,，.;!]+ *(and )?"
        + @"|(?<all>算了|罢了|不用了|不要了|先放着|先放放|先别管|先不管|别管了)(吧|它|那个)?[,，。;；!！ ]+"
        + @"|(也|先|就|还是|那|那就)?((别|甭)(再)?(退|催|签|批|结|办|发|撤|报|交|转|派|改|延|问|弄|搞)|不(再)?(退|催|签|结|办|发|撤|报|交|转|派|改|延|问|弄|搞))(回|结|收|送|办|复)?(去)?(了|吧)*[,，。;；!！ ]+)"
        + @"(?<rest>.+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
