using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Commands;

/// <summary>What is remembered of a command that was carried out.</summary>
/// <param name="Number">What it was about, as in keys.</param>
/// <param name="Act">What was done, in the word of its kind.</param>
/// <param name="Actor">Person id.</param>
public sealed record AppliedCommand(string Number, string Act, string Actor, Instant At);

/// <summary>
/// The rows of commands, beside what they change: <c>I|command</c> one that was carried out, <c>J|command</c> what of
/// it is still to be done.
/// </summary>
public static class CommandRows
{
    /// <summary>Prefix of the commands carried out.</summary>
    public const string Applied = RowKeys.Matters.Commands;

    /// <summary>Prefix of what is still to be done.</summary>
    public const string FollowUps = RowKeys.Matters.FollowUps;

    public static string AppliedKey(string commandId) => Applied + KeyPart.Of(commandId);

    public static string FollowUpKey(string commandId) => FollowUps + KeyPart.Of(commandId);

    /// <summary>Of the command whose follow-up it is.</summary>
    internal static string KindOf(Row followUp) => followUp.Text("Kind") ?? "";

    internal static Row FollowUp(string commandId, string kind, IReadOnlyDictionary<string, object> columns) => new(
        FollowUpKey(commandId),
        kind.Length == 0
            ? columns
            : new Dictionary<string, object>(columns, StringComparer.Ordinal) { ["Kind"] = kind });

    internal static Row ToRow(string commandId, AppliedCommand applied) =>
        new(AppliedKey(commandId), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = applied.Number,
            ["Act"] = applied.Act,
            ["Actor"] = applied.Actor,
            ["At"] = applied.At,
        });
}
