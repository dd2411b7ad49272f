using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>What is said of one finding of a check.</summary>
/// <param name="Note">Needed for anything but <see cref="CheckResult.True"/>.</param>
public sealed record CheckFound(CheckResult Result, string? Note);

/// <summary>The rules of checks of closed findings (article 13), as pure functions.</summary>
public static class CheckRules
{
    /// <summary>
    /// The sample: the numbers in the order of the hash of the seed with each, the first ones. Whoever has seed and numbers
    /// draws the same again, with nothing but SHA-256.
    /// </summary>
    public static IReadOnlyList<MatterNumber> Sample(string seed, IEnumerable<MatterNumber> from, int size) =>
        [.. from.Distinct()
            .OrderBy(number => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{number.Key}"))), StringComparer.Ordinal)
            .Take(size)
            .Order()];

    /// <summary>How many are drawn where nobody says.</summary>
    public static int SizeFor(int closed) =>
        Math.Clamp((closed + 9) / 10, CheckLimits.LeastDrawn, CheckLimits.Drawn);

    /// <summary>
    /// Whether a closed finding is checked whatever is drawn: it was returned once, or a check found it otherwise than
    /// reported; until a check finds that it is so. From then on it is drawn like any other.
    /// </summary>
    /// <param name="found">What checks found of it since it was closed, the last one last.</param>
    public static bool MustBeChecked(bool returned, IReadOnlyList<CheckResult> found) => found is [.., var last]
        ? last != CheckResult.True
        : returned;

    /// <summary>How many of the others are drawn: those that have to be checked come first.</summary>
    /// <param name="must">How many have to be checked.</param>
    /// <param name="others">How many there are to draw from.</param>
    /// <param name="size">As somebody said; null for <see cref="SizeFor"/>.</param>
    public static int DrawnOf(int must, int others, int? size) =>
        Math.Min(size ?? SizeFor(others), Math.Max(0, CheckLimits.Items - must));

    /// <param name="closed">Closed findings of the place.</param>
    /// <param name="others">Checks that the place has had.</param>
    /// <param name="size">How many are drawn; null for <see cref="SizeFor"/>.</param>
    public static (FindingCheck? Check, CheckRefusal Why) Draw(
        Person actor,
        AreaCode area,
        IReadOnlyList<ListEntry> closed,
        IReadOnlyList<FindingCheck> others,
        int? size,
        string seed,
        MatterNumber number,
        LocalDate today)
    {
        if (Permissions.Check(actor, Right.CheckFindings, Subject.Place(area)) is not { } grant)
        {
            return (null, CheckRefusal.NotAllowed);
        }

        if (size is < 1 or > CheckLimits.Drawn)
        {
            return (null, CheckRefusal.SizeOutOfRange);
        }

        if (closed.Count == 0)
        {
            return (null, CheckRefusal.NothingClosed);
        }

        if (others.Any(check => check.Area == area && check.DrawnOn == today && check.Items.Any(i => i.Result is null)))
        {
            return (null, CheckRefusal.AlreadyDrawn);
        }

        var returned = closed.Where(e => e.Returned).OrderByDescending(e => e.EndedOn).Take(CheckLimits.Items).ToList();
        List<MatterNumber> from = [.. closed.Where(e => !e.Returned).Select(e => e.Number)];
        var wanted = DrawnOf(returned.Count, from.Count, size);
        var titles = closed.ToDictionary(e => e.Number, e => e.Title);
        return (
            new()
            {
                Number = number,
                Area = area,
                Team = grant.Team,
                DrawnOn = today,
                By = actor.Id,
                ByName = actor.Name,
                Seed = seed,
                Wanted = wanted,
                DrawnFrom = from,
                Items =
                [
                    .. returned.Select(e => new CheckItem(e.Number, e.Title, true)),
                    .. Sample(seed, from, wanted).Select(drawn => new CheckItem(drawn, titles[drawn], false)),
                ],
            },
            default);
    }

    /// <summary>Says what was found of one. It may be put right while nothing followed from it.</summary>
    public static (FindingCheck? Check, CheckRefusal Why) Find(
        FindingCheck check,
        MatterNumber matter,
        CheckFound found,
        Person actor)
    {
        if (!Permissions.May(actor, Right.CheckFindings, check.Rights))
        {
            return (null, CheckRefusal.NotAllowed);
        }

        var note = found.Note?.Trim();
        if (note?.Length > MatterLimits.Requirement)
        {
            return (null, CheckRefusal.NoteTooLong);
        }

        if (string.IsNullOrEmpty(note) && found.Result != CheckResult.True)
        {
            return (null, CheckRefusal.NoteMissing);
        }

        return check.Items.First(i => i.Matter == matter) is { FollowedBy: null, LeftBecause: null } item
            ? (With(check, item with
            {
                Result = found.Result,
                Note = string.IsNullOrEmpty(note) ? null : note,
                FoundBy = actor.Id,
            }), default)
            : (null, CheckRefusal.Decided);
    }

    /// <summary>
    /// Whether a further matter may follow now, by this person. What is not done is assigned again; what came back or was
    /// reported wrongly too, where the leader wants it.
    /// </summary>
    public static CheckRefusal? WhyNoFollowUp(FindingCheck check, MatterNumber matter, LocalDate? due, Person actor, LocalDate today)
    {
        if (!Permissions.May(actor, Right.CheckFindings, check.Rights))
        {
            return CheckRefusal.NotAllowed;
        }

        if (!Permissions.May(actor, Right.Assign, check.Rights))
        {
            return CheckRefusal.NotYoursToDecide;
        }

        if (check.Items.All(i => i.Matter != matter || !i.Waits))
        {
            return CheckRefusal.NothingWaits;
        }

        return due is not { } date ? CheckRefusal.DueMissing
            : date < today ? CheckRefusal.DueInPast
            : date > today.PlusDays(MatterLimits.DueDaysAhead) ? CheckRefusal.DueTooFar
            : null;
    }

    /// <summary>The matter that follows: linked to the closed one, with what was found as its target.</summary>
    public static MatterDraft FollowUpOf(FindingCheck check, CheckItem item, Matter closed, LocalDate due) => new(
        closed.Title,
        closed.Area,
        closed.Responsible,
        item.Note,
        new DueSpan.On(due),
        Basis: closed.Basis)
    {
        Origin = closed.Number,
        Team = check.Team ?? closed.Team,
    };

    /// <summary>The leader decides that nothing follows.</summary>
    public static (FindingCheck? Check, CheckRefusal Why) Leave(FindingCheck check, MatterNumber matter, string? reason, Person actor)
    {
        if (!Permissions.May(actor, Right.CheckFindings, check.Rights))
        {
            return (null, CheckRefusal.NotAllowed);
        }

        if (!Permissions.May(actor, Right.Assign, check.Rights))
        {
            return (null, CheckRefusal.NotYoursToDecide);
        }

        var why = reason?.Trim();
        if (string.IsNullOrEmpty(why))
        {
            return (null, CheckRefusal.NoteMissing);
        }

        if (why.Length > MatterLimits.Note)
        {
            return (null, CheckRefusal.NoteTooLong);
        }

        // What is not done is done again: that is no matter of choice.
        return check.Items.FirstOrDefault(i => i.Matter == matter) is { Waits: true, Result: not CheckResult.NotDone } item
            ? (With(check, item with { LeftBecause = why }), default)
            : (null, CheckRefusal.NothingWaits);
    }

    internal static FindingCheck With(FindingCheck check, CheckItem item) => check with
    {
        Items = [.. check.Items.Select(i => i.Matter == item.Matter ? item : i)],
    };
}
