using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Cards;

public enum InputKind
{
    Line,
    Lines,
    Date,
    Time,
    Choice,

    /// <summary>
    /// Any number of the choices. Many stand in two columns, which are two inputs:
    /// <see cref="FormInput.SecondColumn"/>.
    /// </summary>
    Choices,

    /// <summary>
    /// One mark that stands for all of the choices at once; its value is theirs, with commas between.
    /// </summary>
    All,
}

/// <summary>One input of a form.</summary>
/// <param name="Limit">UTF-16 units.</param>
/// <param name="Hint">Stands in the empty input.</param>
/// <param name="Beside">Stands in one row with the input before it.</param>
public sealed record FormInput(
    string Id,
    Text Label,
    InputKind Kind,
    bool Required = true,
    int Limit = MatterLimits.Note,
    Text? Hint = null,
    bool Beside = false)
{
    /// <summary>The id of the second column of an input's choices.</summary>
    public static string SecondColumn(string id) => id + "2";
}

/// <summary>
/// Everything wrong with what was typed: a text for an input's id, or for the form as a whole under the empty id.
/// </summary>
public sealed class FormErrors : Dictionary<string, string>
{
    public FormErrors() : base(StringComparer.Ordinal)
    {
    }

    public void Of(IEnumerable<Refusal> refusals, Localizer localizer)
    {
        foreach (var refusal in refusals)
        {
            TryAdd(refusal.Field ?? "", localizer.Why(refusal));
        }
    }
}
