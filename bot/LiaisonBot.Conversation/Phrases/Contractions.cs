using System.Collections.Frozen;
using System.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>dont, hasnt, whats, im: English words written without their apostrophe, as people type them on a phone.</summary>
internal static class Contractions
{
    /// <summary>Without the apostrophe, and with it. Words that mean something without it, such as were and its, are left out.</summary>
    private static readonly FrozenDictionary<string, string> All =
        ("don't doesn't didn't can't couldn't won't wouldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't mustn't needn't "
            + "ain't i'm i've you're you've they're they've they'll we've that's there's here's what's who's where's when's how's let's")
        .Split(' ')
        .ToFrozenDictionary(word => word.Replace("'", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase);

    /// <summary>The text with the apostrophes that were left out; everything else stays as it was typed.</summary>
    public static string Written(string typed)
    {
        StringBuilder? written = null;
        var done = 0;
        for (var at = 0; at < typed.Length;)
        {
            if (!char.IsAsciiLetter(typed[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < typed.Length && (char.IsAsciiLetterOrDigit(typed[end]) || typed[end] is '\'' or '’' or '_' or '@'))
            {
                end++;
            }

            // A file, a sign-in name or an address is no word.
            var isWord = (at == 0 || typed[at - 1] is not ('.' or '/' or '@' or '-' or '_'))
                && (end == typed.Length || typed[end] is not ('/' or '@'));
            if (isWord && All.TryGetValue(typed[at..end], out var full))
            {
                var apostrophe = full.IndexOf('\'', StringComparison.Ordinal);
                (written ??= new()).Append(typed, done, at + apostrophe - done).Append('\'');
                done = at + apostrophe;
            }

            at = end;
        }

        return written is null ? typed : written.Append(typed, done, typed.Length - done).ToString();
    }
}
