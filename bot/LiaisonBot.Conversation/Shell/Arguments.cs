using System.Globalization;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Shell;

/// <summary>
/// What a command is told: texts by name, as a button carries them. They may be stale or forged, so every reader checks
/// what it takes.
/// </summary>
public sealed class Arguments
{
    /// <summary>The page of a list, from 0.</summary>
    public const string PageName = "page";

    /// <summary>One matter, by its key.</summary>
    public const string NumberName = "number";

    public static readonly Arguments None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    private readonly IReadOnlyDictionary<string, string> values;

    public Arguments(IReadOnlyDictionary<string, string> values) => this.values = values;

    public static Arguments Of(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var all = new Dictionary<string, string>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        return new(all);
    }

    /// <summary>Empty when nothing has the name.</summary>
    public string this[string name] => values.GetValueOrDefault(name) ?? "";

    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>0 for the first, and for what is no page.</summary>
    public int Page =>
        int.TryParse(this[PageName], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    /// <summary>Null for what is no number of a matter.</summary>
    /// <param name="year">Of a number without one.</param>
    public MatterNumber? Number(int year) =>
        MatterNumber.TryParse(this[NumberName], year, out var number) ? number : null;

    /// <summary>
    /// These and one more, which takes the place of one with its name. Nothing and an empty one are the same.
    /// </summary>
    public Arguments With(string name, string value) =>
        this[name] == value
            ? this
            : new(new Dictionary<string, string>(values, StringComparer.Ordinal) { [name] = value });
}
