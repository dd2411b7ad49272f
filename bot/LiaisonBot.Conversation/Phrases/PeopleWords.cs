using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Words by which a sentence names somebody without a name.</summary>
internal static class PeopleWords
{
    private static readonly string[] Oneself = ["我", "本人"];

    private static readonly string[] OneselfInEnglish = ["i", "i'm", "me", "my", "myself"];

    /// <summary>Whether it speaks of whoever says it.</summary>
    public static bool IsOfOneself(string folded) =>
        Array.Exists(Oneself, word => folded.Contains(word, StringComparison.Ordinal))
            || folded.Split([' ', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries)
                .Any(word => OneselfInEnglish.Contains(word));

    /// <summary>The duty that is named: 副组长, 组员, 组长; null when none is.</summary>
    public static Func<Grant, bool>? DutyIn(string folded)
    {
        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (folded.Contains(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        return Says("副组长", "deputy") ? grant => grant.Post == Post.DeputyLeader
            : Says("信访专员", "petitions officer") ? grant => grant.Post == Post.Petitions
            : Says("网信专员", "online clues officer") ? grant => grant.Post == Post.OnlineClues
            : Says("组员", "成员", "member") ? grant => grant.Role == Role.TeamMember
            : Says("组长", "leader") ? grant => grant.Role == Role.TeamLeader
            : null;
    }
}
