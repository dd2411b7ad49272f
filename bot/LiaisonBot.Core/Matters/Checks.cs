using System.Diagnostics.CodeAnalysis;
using System.Text;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// Looks at what was typed and remembers everything that is wrong with it, so that a form can say it all at once beside
/// its fields.
/// </summary>
internal sealed class Checks(LocalDate today)
{
    private readonly List<Refusal> refusals = [];

    public bool Failed([NotNullWhen(true)] out Decision.Refused? refused)
    {
        refused = refusals.Count == 0 ? null : new(refusals);
        return refused is not null;
    }

    public void Refuse(RefusalReason reason, string field, int? limit = null, LocalDate? date = null) =>
        Add(new(reason, field, limit, date));

    /// <summary>The same thing is said once, also of many places.</summary>
    public void Add(Refusal refusal)
    {
        if (!refusals.Contains(refusal))
        {
            refusals.Add(refusal);
        }
    }

    /// <summary>The text without white space around it.</summary>
    public string Text(string? typed, string field, int limit)
    {
        var text = Optional(typed, field, limit);
        if (text is null)
        {
            Refuse(RefusalReason.Missing, field);
        }

        return text ?? "";
    }

    /// <summary>The text without white space around it, or null when nothing else is there.</summary>
    public string? Optional(string? typed, string field, int limit)
    {
        // Half a surrogate pair, what a cut leaves of an emoji, is not text and cannot be stored.
        var text = typed is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed)).Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length > limit)
        {
            Refuse(RefusalReason.TooLong, field, limit);
        }

        return text;
    }

    /// <summary>Not in the past, not absurdly far, and not after the due date of the matter above.</summary>
    public void Due(LocalDate due, string field, Matter? parent)
    {
        if (due < today)
        {
            Refuse(RefusalReason.DueInPast, field, date: today);
        }
        else if (due > today.PlusDays(MatterLimits.DueDaysAhead))
        {
            Refuse(RefusalReason.DueTooFar, field, MatterLimits.DueDaysAhead);
        }
        else if (parent is not null && due > parent.Due)
        {
            Refuse(RefusalReason.DueAfterParent, field, date: parent.Due);
        }
    }

    /// <summary>More time means a later date than the one that stands.</summary>
    public LocalDate Later(LocalDate? until, string field, MatterTree tree)
    {
        if (until is not { } date)
        {
            Refuse(RefusalReason.Missing, field);
        }
        else if (date <= tree.Matter.Due)
        {
            Refuse(RefusalReason.DueNotLater, field, date: tree.Matter.Due);
        }
        else
        {
            Due(date, field, tree.Parent);
        }

        return until ?? tree.Matter.Due;
    }
}
