using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>A task of a notice as it stands in its row.</summary>
/// <param name="Target">As typed; the title when nothing more was said.</param>
/// <param name="Hints">What was not understood, or is wrong.</param>
internal sealed record NoticeRow(
    bool IsOn,
    string Places,
    string Due,
    string Title,
    string Target,
    IReadOnlyList<string> Hints);

/// <summary>
/// A whole notice as a table to check: a row for each task, which can be changed or left out, and one press for all.
/// </summary>
internal static class NoticeCard
{
    public const string Rows = "rows";
    public const string Basis = "basis";
    public const string Aside = "aside";

    private const int PlacesLength = 2000;

    /// <summary>Of what is no task, that is shown and carried.</summary>
    private const int AsideLength = 1200;

    /// <summary>Of all targets together, so that the card stays within what Teams takes.</summary>
    private const int TargetsLength = 6000;

    public static string On(int row) => "on" + Localizer.Invariant(row);

    public static string Place(int row) => "place" + Localizer.Invariant(row);

    public static string Due(int row) => "due" + Localizer.Invariant(row);

    public static string Title(int row) => "title" + Localizer.Invariant(row);

    public static string Target(int row) => "target" + Localizer.Invariant(row);

    public static Json Of(
        string headline,
        IReadOnlyList<NoticeRow> rows,
        string basis,
        string aside,
        Buttons buttons,
        string? wrong = null)
    {
        var localizer = buttons.Localizer;
        aside = Localizer.Clip(aside, AsideLength);
        List<Json?> body = [Card.Line(headline, bold: true), Card.News(wrong, localizer, Card.Attention)];
        for (var i = 0; i < rows.Count; i++)
        {
            body.AddRange(Row(i + 1, rows[i], localizer));
        }

        if (aside.Length > 0)
        {
            body.Add(Card.Line(localizer.Say(MatterTexts.NoticeAside), bold: true, size: "Small"));
            body.AddRange(Card.Typed(aside, localizer));
        }

        var carried = new List<(string, string)> { (Rows, Localizer.Invariant(rows.Count)) };
        if (basis.Length > 0)
        {
            carried.Add((Basis, basis));
        }

        if (aside.Length > 0)
        {
            carried.Add((Aside, aside));
        }

        var share = TargetsLength / Math.Max(1, rows.Count);
        carried.AddRange(rows.Select((row, i) => (Target(i + 1), Localizer.Clip(row.Target, Math.Max(200, share))))
            .Where((target, i) => target.Item2 != rows[i].Title));
        body.AddRange(Card.Actions([
            buttons.Submit(MatterTexts.NoticeAssign, "matter.assignNotice", carried.ToArray()),
            buttons.Cancel()
        ]));
        return Card.Of(localizer, body);
    }

    private static IEnumerable<Json> Row(int number, NoticeRow row, Localizer localizer)
    {
        yield return Card.Box(
            null,
            [
                new Json
                {
                    ["type"] = "Input.Toggle",
                    ["id"] = On(number),
                    ["label"] = localizer.Say(MatterTexts.NoticeNumber, number),
                    ["title"] = localizer.Say(MatterTexts.NoticeOn),
                    ["value"] = row.IsOn ? "true" : "false",
                },
                .. InputForm.Inputs(
                [
                    (new FormInput(Place(number), Texts.FieldArea, InputKind.Line, false, PlacesLength),
                        localizer.Say(Texts.FieldArea),
                        []),
                    (new FormInput(Due(number), Texts.FieldDue, InputKind.Date, false),
                        localizer.Say(Texts.FieldDue),
                        []),
                    (new FormInput(Title(number), Texts.FieldTitle, InputKind.Line, false, MatterLimits.Title),
                        localizer.Say(Texts.FieldTitle),
                        []),
                ],
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [Place(number)] = row.Places,
                    [Due(number)] = row.Due,
                    [Title(number)] = row.Title,
                },
                [],
                localizer),
                .. row.Hints.Select(hint => Card.Line("⚠ " + hint, Card.Warning, size: "Small", spacing: "None")),
                .. row.Target != row.Title ? Card.Typed(row.Target, localizer) : [],
            ],
            separator: true);
    }
}
