using System.Globalization;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>What is done with a visit. The names stand in stored rows.</summary>
public enum VisitAct
{
    /// <summary>登记.</summary>
    Enter,

    /// <summary>更改: other days, another group, and before it is announced another team or place.</summary>
    Change,

    /// <summary>报批.</summary>
    Submit,

    /// <summary>批准, with 文号.</summary>
    Approve,

    /// <summary>公布: from a day on everybody concerned knows of it.</summary>
    Announce,

    /// <summary>取消.</summary>
    Cancel,
}

/// <summary>One step in the life of a visit: who did what when. They stand in the visit's own row.</summary>
/// <param name="By">Person id.</param>
/// <param name="ByName">The name at that time.</param>
/// <param name="Note">Of a change the days before it, of an approval its 文号, of an announcement the day from which it
/// counts, of a cancellation the reason.</param>
public sealed record VisitStep(VisitAct Act, Instant At, string By, string ByName, string? Note = null)
{
    /// <summary>Steps of one visit: with them its row stays far below what a column holds.</summary>
    public const int Most = 60;

    /// <summary>In one line, as the column holds it.</summary>
    private string Write() => string.Join(
        '\t',
        Act.ToString(),
        At.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture),
        OneLine(By),
        OneLine(ByName),
        OneLine(Note ?? ""));

    private static VisitStep Read(string text) =>
        text.Split('\t') is [var act, var at, var by, var name, var note]
            ? new(
                Enum.Parse<VisitAct>(act),
                Instant.FromUnixTimeTicks(long.Parse(at, CultureInfo.InvariantCulture)),
                by,
                name,
                note.Length == 0 ? null : note)
            : throw new InvalidDataException("A step of a visit has other parts.");

    /// <summary>Several, a line each; null for none.</summary>
    public static string? WriteAll(IReadOnlyList<VisitStep> steps) =>
        steps.Count == 0 ? null : string.Join('\n', steps.Select(step => step.Write()));

    /// <summary>Oldest first; empty for visits of earlier versions.</summary>
    /// <exception cref="InvalidDataException">It was not written by <see cref="WriteAll"/>.</exception>
    public static IReadOnlyList<VisitStep> ReadAll(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
