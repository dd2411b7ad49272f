using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// A step that was taken a moment ago. Phones send the same message again, each time as a new one: the same step of the
/// same person with the same text counts once, until something else became of the matter or
/// <see cref="MatterLimits.SameStep"/> is over.
/// </summary>
/// <param name="Mark">Names person, step and text; see <see cref="MarkOf"/>.</param>
public sealed record RecentStep(string Mark, Instant At)
{
    private const int MarkLength = 16;

    /// <summary>Null for a step that says nothing of its own: a second one is refused or changes nothing.</summary>
    /// <param name="personId">Who takes it.</param>
    public static string? MarkOf(MatterCommand command, string personId) => command switch
    {
        MatterCommand.ReportProgress c => Hash(command, personId, c.Progress),
        MatterCommand.HandIn c => Hash(command, personId, c.Result),
        MatterCommand.Decline c => Hash(command, personId, c.Reason),
        MatterCommand.Insist c => Hash(command, personId, c.Reason),
        MatterCommand.Reopen c => Hash(command, personId, c.Reason + "\n" + c.Due),
        MatterCommand.ChangeDue c => Hash(command, personId, c.Reason, c.Due),
        MatterCommand.Return c => Hash(command, personId, c.Requirement, c.Due),
        MatterCommand.RequestExtension c => Hash(command, personId, c.Reason, c.Until),
        MatterCommand.GrantExtension c => Hash(command, personId, c.Note, c.Until),
        MatterCommand.RefuseExtension c => Hash(command, personId, c.Reason),
        MatterCommand.Urge c => Hash(command, personId, c.Note),
        MatterCommand.PutOnLedger c => Hash(command, personId, c.Reason),
        MatterCommand.Docket c => Hash(command, personId, c.Reason),
        MatterCommand.AddEvidence c => Hash(command, personId, c.Note),
        MatterCommand.Ask c => Hash(command, personId, c.Question),
        MatterCommand.Answer c => Hash(command, personId, c.Text),
        MatterCommand.Remark c => Hash(command, personId, c.Text),
        MatterCommand.AnswerExemption c => Hash(command, personId, c.Text),
        MatterCommand.Refer c => Hash(command, personId, c.Department?.Value + "\n" + c.Reason),
        MatterCommand.Withdraw c => Hash(command, personId, c.Reason),
        _ => null,
    };

    /// <summary>
    /// The steps to remember after this one. Another person's step or another state begins anew: then the same words
    /// are said again on purpose.
    /// </summary>
    /// <param name="mark">Of the step; null for one that is not remembered.</param>
    public static IReadOnlyList<RecentStep> After(
        Matter before,
        Matter after,
        string? mark,
        string personId,
        Instant now)
    {
        // What is only talk leaves the last step as it is, whoever talks.
        var isTalk = before.LastStep == after.LastStep;
        if (isTalk && mark is null)
        {
            // What was asked and taken back may be asked again in the same words.
            return before.HolderAsks == after.HolderAsks && before.ReviewerAsks == after.ReviewerAsks
                ? before.Recent
                : [];
        }

        var goesOn = before.State == after.State
            && (isTalk
                || (before.LastStep?.By == personId && after.LastStep?.Act != Act.Undo));
        IEnumerable<RecentStep> kept = goesOn ? before.Recent.Where(r => now - r.At < MatterLimits.SameStep) : [];
        if (mark is not null)
        {
            kept = kept.Append(new(mark, now));
        }

        return [.. kept.TakeLast(MatterLimits.RecentSteps)];
    }

    /// <summary>As it is stored: the mark and the moment in ticks.</summary>
    public static string Write(IReadOnlyList<RecentStep> steps) =>
        string.Join(
            ';',
            steps.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Mark} {s.At.ToUnixTimeTicks()}")));

    public static IReadOnlyList<RecentStep> Read(string? text) =>
        [.. (text ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(' '))
            .Select(p =>
                new RecentStep(p[0], Instant.FromUnixTimeTicks(long.Parse(p[1], CultureInfo.InvariantCulture))))];

    private static string Hash(MatterCommand command, string personId, string? text, LocalDate? date = null)
    {
        var said = string.Join(
            '\n',
            personId,
            command.Act,
            text?.ReplaceLineEndings("\n").Trim(),
            date is { } day ? Columns.Date(day) : "");
        // The same words with another file say something else.
        said = string.Join('\n', [said, .. command.Evidence.Select(item => item.Id).Order(StringComparer.Ordinal)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..MarkLength];
    }
}
