using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>
/// Reads the text behind a step into the inputs of its form: a date into the date, places into the places, the rest
/// into the text. What was understood, and what was not, is said above the form; nothing is left out.
/// </summary>
internal sealed class FormLine(MatterHandler matters, MatterTree tree, Person person, Localizer localizer)
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly List<string> hints = [];

    /// <summary>The values of the form and what is said above it.</summary>
    public (Dictionary<string, string> Values, List<string> Hints) Read(Act act, string text)
    {
        foreach (var (id, value) in Forms.Defaults(act, tree, person, localizer))
        {
            values[id] = value;
        }

        // 1301-6撤回吧，口径变了: the end of the step's own word.
        text = TitleText.WithoutAsking(text);
        if (text.Length == 0)
        {
            return (values, hints);
        }

        switch (act)
        {
            case Act.RequestExtension:
                Until(text, Fields.Reason);
                if (hints.Count == 0)
                {
                    hints.Add(localizer.Say(MatterTexts.UnderstoodNoUntil));
                }

                break;
            case Act.GrantExtension:
                Until(text, Fields.Note);
                break;
            case Act.Reopen:
                Until(text, Fields.Reason, Fields.Due, localizer.Today);
                break;
            case Act.ChangeDue:
                Until(text, Fields.Reason, Fields.Due);
                if (hints.Count == 0)
                {
                    hints.Add(localizer.Say(MatterTexts.UnderstoodNoNewDue));
                }

                break;
            case Act.PassOn:
                PassOn(text);
                break;
            case Act.Refer:
                Refer(text);
                break;
            case Act.Return:
                // send it back, no photos: it says which.
                values[Fields.Requirement] = text.StartsWith("it ,", StringComparison.OrdinalIgnoreCase) || text.StartsWith("it,", StringComparison.OrdinalIgnoreCase)
                    ? text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim()
                    : text;
                var folded = Folding.Read(text);
                if (localizer.Dates.Find(folded.Text) is [var due, ..])
                {
                    SetDay(Fields.Due, folded.Between(due.Start, due.End).Trim(), due);
                }

                break;
            default:
                if (Forms.MainInput(act) is { } main)
                {
                    values[main] = text;
                }

                break;
        }

        if (hints.Count > 0)
        {
            hints.Add(localizer.Say(MatterTexts.UnderstoodForm));
        }

        return (values, hints);
    }

    /// <summary>延至12月25日 材料还在汇总, 再给5天: the day and the reason.</summary>
    /// <param name="from">From where days are counted; the due date as it stands when null.</param>
    private void Until(string text, string input, string day = Fields.Until, LocalDate? from = null)
    {
        var line = UntilLine.Read(text, from ?? tree.Matter.Due, localizer.Today, localizer.Calendar);
        if (line.Rest.Length > 0)
        {
            values[input] = TitleText.WithoutAsking(line.Rest);
        }

        // 4号前够呛，能再延一次不, where it is due on the 4th: no day until which time is asked for.
        if (line.Until is not { } until
            || (day == Fields.Until && until == tree.Matter.Due && !UntilLine.SaysUntil(text)))
        {
            return;
        }

        values[day] = Columns.Date(until);
        hints.Add(localizer.Say(
            day == Fields.Due ? MatterTexts.UnderstoodNewDue : MatterTexts.UnderstoodUntil,
            line.Words,
            localizer.DayOfWeek(until, localizer.Today.Year)));
        hints.AddRange(line.Others.Select(other => localizer.Say(MatterTexts.UnderstoodOtherDue, other)));
    }

    private void SetDay(string input, string words, FoundDue found)
    {
        var day = DueRule.Resolve(found.Due, localizer.Today, localizer.Calendar).Date;
        values[input] = Columns.Date(day);
        hints.Add(localizer.Say(
            MatterTexts.UnderstoodDue,
            words,
            localizer.DayOfWeek(day, localizer.Today.Year),
            localizer.TimeWords(day, MatterState.Assigned)));
    }

    /// <summary>裕华区、鹿泉区 12月15日前 报送清单: the counties that are ticked, the day, and what is asked of them.</summary>
    private void PassOn(string text)
    {
        if (matters.Tasks(text, tree.Matter.Area.City) is { Count: > 1 } tasks)
        {
            values[Fields.Note] = text;
            hints.Add(localizer.Say(MatterTexts.PassOnSeveralTasks, tasks.Count));
            return;
        }

        var line = matters.ReadLine(text, tree.Matter.Area.City);
        var choices = Forms.Choices(
            Forms.Of(Act.PassOn).First(i => i.Id == Fields.Areas),
            Act.PassOn,
            tree,
            person,
            localizer)
            .Select(c => c.Value)
            .ToHashSet(StringComparer.Ordinal);
        var (ticked, others) = (
            line.Places.Where(p => choices.Contains(p.Code.Value)).ToList(),
            line.Places.Where(p => !choices.Contains(p.Code.Value)).ToList());
        if (ticked.Count > 0 && ticked.Count == choices.Count)
        {
            values[Forms.AllAreas] = string.Join(',', choices);
        }
        else if (ticked.Count > 0)
        {
            values[Fields.Areas] = string.Join(',', ticked.Select(p => p.Code.Value));
        }

        var comma = localizer.Say(Texts.ListComma);
        if (others.Count > 0)
        {
            hints.Add(localizer.Say(MatterTexts.UnderstoodNotTicked, string.Join(comma, others.Select(p => p.Name))));
        }

        if (line.Ambiguous is { } name)
        {
            hints.Add(localizer.Say(MatterTexts.UnderstoodPlaceSeveral, name.Typed));
        }

        if (line.NotPlaces.Count > 0)
        {
            hints.Add(localizer.Say(MatterTexts.UnderstoodNotPlaces, string.Join(comma, line.NotPlaces)));
        }

        if (line.Places.Count == 0 && line.Ambiguous is null && line.NotPlaces.Count == 0)
        {
            hints.Add(localizer.Say(MatterTexts.UnderstoodNoPlace));
        }

        if (line.Title.Length > 0 && !TitleText.IsOfThePassingOn(line.Title))
        {
            values[Fields.Note] = line.Title;
        }

        if (line.Dues is not [var found, ..])
        {
            return;
        }

        var words = text.Substring(found.Start, found.Length).Trim();
        SetDay(Fields.Due, words, found);
        // Of a limit to the hour the form keeps the day, and the text the hour.
        if (found.Hour.Length > 0)
        {
            values[Fields.Note] = localizer.Say(Texts.Bracketed, line.Title, words).Trim();
        }

        foreach (var other in line.Dues.Skip(1))
        {
            hints.Add(localizer.Say(MatterTexts.UnderstoodOtherDue, text.Substring(other.Start, other.Length).Trim()));
        }
    }

    /// <summary>省审计厅 涉及资金问题: the department and the reason.</summary>
    private void Refer(string text)
    {
        var choices = Forms.Choices(
            Forms.Of(Act.Refer).First(i => i.Id == Fields.Department),
            Act.Refer,
            tree,
            person,
            localizer);
        List<(string Value, string Name)> names =
        [
            .. choices.SelectMany(c =>
                (localizer.Directory.Areas.Find(AreaCode.Parse(c.Value)) is { } area ? localizer.Directory.Areas.NamesOf(area) : [])
                    .Append(c.Words)
                    .Select(name => (c.Value, name))),
        ];
        var named = DepartmentLine.Read(text, names) ?? DepartmentLine.ReadEnglish(text, names, TitleGlossary.Of);
        values[Fields.Reason] = text;
        if (named is null)
        {
            hints.Add(localizer.Say(MatterTexts.UnderstoodNoDepartment));
            return;
        }

        values[Fields.Department] = named.Value;
        if (OrderClauses.WithoutReferring(TitleText.WithoutParticle(named.Rest)) is { Length: > 0 } reason)
        {
            values[Fields.Reason] = reason;
        }
        else
        {
            values.Remove(Fields.Reason);
        }

        hints.Add(localizer.Say(
            Texts.Labelled,
            localizer.Say(MatterTexts.FieldDepartment),
            localizer.Place(AreaCode.Parse(named.Value))));
    }
}
