using System.Text.Encodings.Web;
using System.Text.Json;

namespace LiaisonBot.Core.Matters;

/// <summary>One thing that was put right.</summary>
/// <param name="Field">Name of the input (see <see cref="Fields"/>).</param>
/// <param name="Was">As it was stored: a date, an area's code, a text; null when there was none.</param>
/// <param name="Now">As it is stored since.</param>
public sealed record Correction(string Field, string? Was, string? Now)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// As the note of the step in the history and of its messages. At most a third of what a column holds.
    /// </summary>
    public static string Write(IReadOnlyList<Correction> corrections) =>
        JsonSerializer.Serialize(corrections, Readable);

    /// <summary>Whether a step with this note gave the matter to another place.</summary>
    public static bool Moves(Act act, string? note) =>
        act == Act.Correct && note is not null && Read(note).Any(c => c.Field == Fields.Area);

    public static IReadOnlyList<Correction> Read(string note) =>
        JsonSerializer.Deserialize<IReadOnlyList<Correction>>(note) ?? [];
}
