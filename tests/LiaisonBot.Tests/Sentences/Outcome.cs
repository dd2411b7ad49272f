using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests.Sentences;

/// <summary>What came of a sentence: the answer that a person sees, and what was changed in the store.</summary>
/// <param name="Steps">Of matters that were taken.</param>
/// <param name="Changed">Rows of people, units and visits that were written.</param>
internal sealed record Outcome(
    Seen Seen,
    IReadOnlyList<(MatterNumber Number, Act Act)> Steps,
    IReadOnlyList<Row> Changed)
{
    private const int Year = 2026;

    /// <summary>The one matter whose card it is; null for any other answer.</summary>
    public string? Card => Seen.Buttons.Where(b => b.Verb == "matter.history").Select(Number).FirstOrDefault();

    /// <summary>The matters that the answer lists, in its order.</summary>
    public IReadOnlyList<string> Listed =>
        Card is { } one
            ? [one]
            : [.. Seen.Buttons.Where(b => b.Verb == "matter.open" && Number(b) is not null)
                .Select(b => Number(b)!)
                .Distinct(StringComparer.Ordinal)];

    public string Text => Seen.Text;

    public string FirstLine => Text.Split('\n')[0];

    /// <summary>Whether a form for the step is open.</summary>
    public bool IsForm(string act, string? number) =>
        Seen.Inputs.Count > 0
            && Seen.Buttons.Any(b =>
                b.SendsInputs
                    && (b.Verb == act
                        || (b.Verb == "matter.assignNow" && act == nameof(Act.Assign))
                        || (b.Verb == "matter.do"
                            && Value(b, "act") == act
                            && (number is null || Number(b) == number))));

    /// <summary>
    /// Whether a press leads to the step: takes it, or opens its form. The card of a matter offers whatever is
    /// possible, and asks nothing.
    /// </summary>
    public bool Asks(string act, string? number) => Card is null && Seen.Buttons.Any(b => Leads(b, act, number));

    /// <summary>Whether one press takes the step of exactly these matters.</summary>
    public bool IsBulk(string act, IReadOnlySet<string> numbers) =>
        Seen.Buttons.Any(b =>
            b.Verb == "matter.doAll"
                && Value(b, "act") == act
                && numbers.SetEquals((Value(b, "numbers") ?? "").Split(',').Select(Short)));

    private static bool Leads(Button button, string act, string? number)
    {
        var leads = string.Equals(button.Verb, "step." + act, StringComparison.OrdinalIgnoreCase)
            || (button.Verb is "matter.do" or "matter.form" or "matter.doAll" && Value(button, "act") == act);
        return leads && (number is null || Number(button) == number || Short(Value(button, "numbers") ?? "") == number);
    }

    private static string? Number(Button button) => Value(button, "number") is { } key ? Short(key) : null;

    private static string Short(string key) => MatterNumber.TryParse(key, Year, out var number) ? number.Short : key;

    private static string? Value(Button button, string name) => (string?)button.Data[name];
}
