using System.Text.RegularExpressions;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Words around recusals, folded.</summary>
internal static partial class TeamWords
{
    private const RegexOptions Fast = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>UTF-16 units of the longest name beside what is recused, in Chinese and in letters with a place.</summary>
    private const int LongestName = 6;

    private const int LongestInLetters = 30;

    /// <summary>Whether a line says that somebody keeps away from a place, and nothing more.</summary>
    /// <param name="places">Names of the places in it.</param>
    public static bool IsRecusalLine(string text, IReadOnlyList<string> places)
    {
        if (places.Count == 0)
        {
            return text.TrimStart().StartsWith("回避", StringComparison.Ordinal);
        }

        var rest = places.Aggregate(
            text,
            (left, name) => left.Replace(name, " ", StringComparison.Ordinal)
                .Replace(name.Length > 2 ? name[..^1] : name, " ", StringComparison.Ordinal));
        var left = Recusing().Replace(rest, " ");
        return Recusing().IsMatch(rest)
            && left.Any(char.IsLetter)
            && left.Count(char.IsLetter) <= (left.All(char.IsAscii) ? LongestInLetters : LongestName);
    }

    /// <summary>What is left of a line from which names were taken.</summary>
    public static string WithoutGaps(string text) =>
        string.Join(' ', text.Split([' ', '、', ',', '，'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>谁要回避长安区, who is recused from Zhengding.</summary>
    public static bool AsksWho(string text) => Who().IsMatch(text);

    /// <summary>不再回避, 取消回避: it is over.</summary>
    public static bool Ends(string text) => Over().IsMatch(text);

    /// <summary>不用回避, 如果回避: nothing is entered.</summary>
    public static bool Denies(string text) => Not().IsMatch(text);

    /// <summary>The team that somebody goes to: the one behind 到, or the last that is named.</summary>
    public static int? TeamTo(string said)
    {
        int? last = null;
        for (var at = 0; at < said.Length; at++)
        {
            if (VisitLine.TeamAt(said, at) is not var (team, end))
            {
                continue;
            }

            if (Words.Before(said, Words.BeforeSpaces(said, at), "到", "去", "进", "入", "to", "into", "join", "joins") >= 0)
            {
                return team;
            }

            (last, at) = (team, end - 1);
        }

        return last;
    }

    /// <summary>What somebody is to be in the team; null where nothing is said.</summary>
    public static (Role Role, Post? Post)? PostIn(string said) =>
        Posts.FirstOrDefault(post => said.Contains(post.Word, StringComparison.Ordinal)) is { Word: not null } found
            ? (found.Role, found.Post)
            : null;

    private static readonly (string Word, Role Role, Post? Post)[] Posts =
    [
        ("副组长", Role.TeamMember, Post.DeputyLeader),
        ("deputy", Role.TeamMember, Post.DeputyLeader),
        ("组长", Role.TeamLeader, null),
        ("leader", Role.TeamLeader, null),
        ("联络员", Role.TeamMember, Post.Liaison),
        ("liaison", Role.TeamMember, Post.Liaison),
        ("信访专员", Role.TeamMember, Post.Petitions),
        ("网信专员", Role.TeamMember, Post.OnlineClues),
        ("组员", Role.TeamMember, null),
        ("成员", Role.TeamMember, null),
        ("member", Role.TeamMember, null),
    ];

    [GeneratedRegex(
        "回避|应|需要|须|要|登记|对|在|的|请|同志|\\b(recuse[sd]?|from|must|should|has to|to|stays?|keeps?|away|out of|please|the|county|district)\\b",
        Fast)]
    private static partial Regex Recusing();

    [GeneratedRegex("(谁|哪些人|哪个人|哪位|有没有人).{0,8}回避|回避的(人|有谁|有哪些)|\\bwho\\b.{0,20}(recus|away|out of)", Fast)]
    private static partial Regex Who();

    [GeneratedRegex("不再|不用再|不必再|不需要再|取消|解除|撤销|去掉|删掉|\\bno longer\\b|\\blift\\b|\\bremove\\b|\\bend\\b|\\bcancel\\b", Fast)]
    private static partial Regex Over();

    [GeneratedRegex("不用|不必|不需要|无需|没说|别|先不|如果|要是|是否|万一|可能|\\b(if|not|maybe|might)\\b|n't\\b", Fast)]
    private static partial Regex Not();
}
