using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>A finding as it may be published: no names, no numbers of people, and not who is responsible by post.</summary>
/// <param name="Due">Null of what goes on.</param>
/// <param name="IsDone">Its matter is closed.</param>
/// <param name="Result">What was handed in of it, when it was closed by that.</param>
public sealed record PublicFinding(
    int Index,
    string Problem,
    string? Goal,
    string? Measures,
    string? Department,
    Track Track,
    LocalDate? Due,
    bool IsDone,
    string? Result);

/// <summary>What of a set is published, before anybody has looked at it: a pure function of its rows.</summary>
/// <param name="LeftOut">Findings that hold a word of the rule, by index.</param>
/// <param name="Hidden">Places at which a name or a number was taken out.</param>
public sealed record PublicDraft(
    FindingSet Set,
    DisclosedWhat What,
    IReadOnlyList<PublicFinding> Findings,
    IReadOnlyList<int> LeftOut,
    int Hidden)
{
    /// <param name="matters">The findings' matters as they stand, by number; a finding whose matter is not among them is open.</param>
    /// <param name="names">Of people whom the product knows.</param>
    public static PublicDraft Of(
        SetView view,
        DisclosedWhat what,
        IReadOnlyDictionary<MatterNumber, Matter> matters,
        DisclosureRule rule,
        IReadOnlyCollection<string> names)
    {
        var hidden = 0;
        List<PublicFinding> shown = [];
        List<int> leftOut = [];
        foreach (var finding in view.Findings)
        {
            var entry = view.Matters.GetValueOrDefault(finding.Index);
            if (entry?.State == MatterState.Withdrawn)
            {
                continue;
            }

            var isDone = entry?.State == MatterState.Closed;
            var result = what == DisclosedWhat.Result && isDone ? matters.GetValueOrDefault(entry!.Number)?.Result : null;
            if (rule.LeaveOut.Any(word => Holds(word, finding.Problem, finding.Goal, finding.Measures, finding.Department, result)))
            {
                leftOut.Add(finding.Index);
                continue;
            }

            shown.Add(new(
                finding.Index,
                Clean(finding.Problem)!,
                Clean(finding.Goal),
                Clean(finding.Measures),
                Clean(finding.Department),
                finding.Track,
                finding.Track == Track.LongTerm ? null : entry?.Due ?? finding.Due,
                isDone,
                Clean(result)));
        }

        return new(view.Set, what, shown, leftOut, hidden);

        string? Clean(string? text)
        {
            if (text is null)
            {
                return null;
            }

            var cleaned = PublicText.Of(text, names);
            hidden += cleaned.Hidden;
            return cleaned.Text;
        }

        static bool Holds(string word, params ReadOnlySpan<string?> texts)
        {
            foreach (var text in texts)
            {
                if (text?.Contains(word, StringComparison.Ordinal) == true)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
