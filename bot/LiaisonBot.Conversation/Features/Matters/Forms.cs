using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>
/// The forms of the steps (design §8): which inputs each has, and how what was typed becomes a command.
/// </summary>
public static class Forms
{
    /// <summary>Of a referral: whether the place of before hears of it.</summary>
    public const string Informed = "informed";

    public const string Told = "told";

    public const string NotTold = "not-told";

    /// <summary>Days in place of a date: goes with <see cref="Fields.Due"/>.</summary>
    public const string DueIn = "dueIn";

    /// <summary>All places that there are to choose from: goes with <see cref="Fields.Areas"/>.</summary>
    public const string AllAreas = "allAreas";

    /// <summary>What a client sends for a mark that is not set.</summary>
    private const string Off = "false";

    /// <summary>The step that is to be undone, by its sequence in the history.</summary>
    public const string Entry = "entry";

    private static readonly IReadOnlyDictionary<Act, IReadOnlyList<FormInput>> All =
        Enum.GetValues<Act>().ToDictionary(act => act, InputsOf);

    /// <summary>Empty for a step that needs no input and is taken at once.</summary>
    public static IReadOnlyList<FormInput> Of(Act act) => All[act];

    private static IReadOnlyList<FormInput> InputsOf(Act act) => act switch
    {
        // Everything that was filled in.
        Act.Assign or Act.Correct =>
        [
            new(Fields.Title, Texts.FieldTitle, InputKind.Line, Limit: MatterLimits.Title),
            new(Fields.Area, Texts.FieldArea, InputKind.Choice),
            new(
                Fields.Responsible,
                Texts.FieldResponsible,
                InputKind.Line,
                Limit: MatterLimits.Responsible,
                Beside: true),
            new(Fields.Target, Texts.FieldTarget, InputKind.Lines, Limit: MatterLimits.Target),
            new(Fields.Due, Texts.FieldDue, InputKind.Date, Required: false),
            new(
                DueIn,
                MatterTexts.FieldDueIn,
                InputKind.Line,
                Required: false,
                Limit: 20,
                Hint: MatterTexts.FieldDueInHint,
                Beside: true),
            new(Fields.Urgency, Texts.FieldUrgency, InputKind.Choice),
            new(
                Fields.Basis,
                Texts.FieldBasis,
                InputKind.Line,
                Required: false,
                Limit: MatterLimits.Basis,
                Beside: true),
        ],
        Act.Decline => [new(Fields.Reason, MatterTexts.FieldDeclineReason, InputKind.Lines)],
        Act.Reopen =>
        [
            new(Fields.Due, MatterTexts.FieldReopenDue, InputKind.Date, Required: false),
            new(
                DueIn,
                MatterTexts.FieldDueIn,
                InputKind.Line,
                Required: false,
                Limit: 20,
                Hint: MatterTexts.FieldDueInHint),
            new(Fields.Reason, MatterTexts.FieldReopenReason, InputKind.Lines, Limit: MatterLimits.Requirement),
        ],
        Act.ChangeDue =>
        [
            new(Fields.Due, MatterTexts.FieldChangedDue, InputKind.Date),
            new(Fields.Reason, MatterTexts.FieldReason, InputKind.Lines),
        ],
        Act.PassOn =>
        [
            new(AllAreas, MatterTexts.FieldAllAreas, InputKind.All, Required: false),
            new(Fields.Areas, MatterTexts.FieldAreas, InputKind.Choices),
            new(Fields.Due, MatterTexts.FieldPassOnDue, InputKind.Date, Required: false),
            new(Fields.Note, Texts.FieldPassOnNote, InputKind.Lines, Required: false),
        ],
        Act.ReportProgress =>
            [new(Fields.Progress, Texts.FieldProgress, InputKind.Lines, Limit: MatterLimits.Progress)],
        Act.HandIn => [new(Fields.Result, Texts.FieldResult, InputKind.Lines, Limit: MatterLimits.Result)],
        Act.Return =>
        [
            new(Fields.Requirement, Texts.FieldRequirement, InputKind.Lines, Limit: MatterLimits.Requirement),
            new(Fields.Due, MatterTexts.FieldNewDue, InputKind.Date, Required: false),
        ],
        Act.RequestExtension =>
        [
            new(Fields.Reason, MatterTexts.FieldExtensionReason, InputKind.Lines),
            new(Fields.Until, MatterTexts.FieldUntil, InputKind.Date),
        ],
        Act.GrantExtension =>
        [
            new(Fields.Until, MatterTexts.FieldGrantUntil, InputKind.Date),
            new(Fields.Note, MatterTexts.FieldNote, InputKind.Lines, Required: false),
        ],
        Act.Urge => [new(Fields.Note, MatterTexts.FieldUrgeNote, InputKind.Lines, Required: false)],
        Act.Refer =>
        [
            new(Informed, MatterTexts.FieldInformed, InputKind.Choice),
            new(Fields.Department, MatterTexts.FieldDepartment, InputKind.Choice),
            new(Fields.Reason, MatterTexts.FieldReason, InputKind.Lines),
        ],
        Act.AddEvidence => [new(Fields.Note, MatterTexts.FieldRemark, InputKind.Lines, Required: false)],
        Act.Ask => [new(Fields.Question, MatterTexts.FieldQuestion, InputKind.Lines)],
        Act.Answer => [new(Fields.Answer, MatterTexts.FieldAnswer, InputKind.Lines)],
        Act.Remark => [new(Fields.Note, MatterTexts.FieldMessage, InputKind.Lines)],
        Act.RefuseExtension or Act.Insist or Act.PutOnLedger or Act.Docket or Act.Withdraw =>
            [new(Fields.Reason, MatterTexts.FieldReason, InputKind.Lines)],
        Act.Sign or Act.Close or Act.AcceptDocket or Act.Undo or Act.DropQuestion or Act.Follow or Act.Unfollow
            or Act.HandOver or Act.ApplyPlan or Act.AnswerExemption or Act.Remind or Act.Recount
            or Act.Unreached or Act.Moved => [],
    };

    /// <summary>
    /// The inputs for this matter: of what was passed on, only what the city itself said is corrected.
    /// </summary>
    public static IReadOnlyList<FormInput> Of(Act act, MatterTree? tree) =>
        act == Act.Correct && tree?.Matter.Number.IsChild == true
            ? [.. Of(act).Where(i => i.Id is Fields.Due or DueIn), .. Of(Act.PassOn).Where(i => i.Id == Fields.Note)]
            : Of(act);

    /// <summary>The input that a text typed after the command goes into: <c>反馈进展 1301-12 已完成</c>.</summary>
    public static string? MainInput(Act act) => Of(act).FirstOrDefault(i => i.Kind == InputKind.Lines)?.Id;

    /// <summary>
    /// The steps that are possible, but for those whose form would have nothing to choose from; nor are files asked for.
    /// </summary>
    /// <param name="possible">As the rules allow them.</param>
    public static IEnumerable<Act> Offered(
        IReadOnlyList<Act> possible,
        MatterTree tree,
        Person person,
        Localizer localizer) =>
        possible.Where(act => act != Act.AddEvidence && HasChoices(act, tree, person, localizer));

    public static bool HasChoices(Act act, MatterTree tree, Person person, Localizer localizer) =>
        Of(act, tree)
            .All(i =>
                i.Kind is not (InputKind.Choice or InputKind.Choices)
                    || Choices(i, act, tree, person, localizer).Count > 0);

    /// <summary>Choices of an input, as value and words.</summary>
    public static IReadOnlyList<(string Value, string Words)> Choices(
        FormInput input,
        Act act,
        MatterTree? tree,
        Person person,
        Localizer localizer) => input.Id switch
        {
            Fields.Urgency =>
            [
                (nameof(Urgency.Normal), localizer.Say(Texts.Normal)),
                (nameof(Urgency.Urgent), localizer.Say(Texts.Urgent)),
            ],
            Fields.Area =>
            [
                .. localizer.Directory.AssignableBy(person)
                    .Where(a => tree is null || a.Code.City == tree.Matter.Number.City)
                    .Select(a => (a.Code.Value, localizer.Place(a.Code))),
            ],
            Fields.Areas or AllAreas when tree is not null =>
            [
                .. localizer.Directory.Areas.Children(tree.Matter.Area)
                    .Where(a => !tree.Children.Any(c => c.Area == a.Code && c.IsOpen))
                    .Select(a => (a.Code.Value, a.Name)),
            ],
            Informed =>
            [
                (Told, localizer.Say(MatterTexts.Told)),
                (NotTold, localizer.Say(MatterTexts.NotTold)),
            ],
            Fields.Department =>
            [
                .. localizer.Directory.People.SelectMany(p => p.Grants)
                    .Where(g => g.Role == Role.Department
                        && g.Area != tree?.Matter.ReferredTo
                        && g.Area != tree?.Matter.Area)
                    .Select(g => g.Area)
                    .Distinct()
                    .Order()
                    .Select(a => (a.Value, localizer.Place(a))),
            ],
            _ => [],
        };

    /// <summary>What stands in the form before anything is typed.</summary>
    public static IReadOnlyDictionary<string, string> Defaults(
        Act act,
        MatterTree? tree,
        Person person,
        Localizer localizer) => (act, tree?.Matter) switch
        {
            (Act.Assign, _) =>
                new Dictionary<string, string>(StringComparer.Ordinal) { [Fields.Urgency] = nameof(Urgency.Normal) },
            (Act.GrantExtension, { Extension: { } asked }) =>
                new Dictionary<string, string>(StringComparer.Ordinal) { [Fields.Until] = Columns.Date(asked.Until) },
            (Act.ReportProgress or Act.HandIn, not null) when Drafts.Of(act, tree!, person, localizer) is { } draft =>
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [act == Act.HandIn ? Fields.Result : Fields.Progress] = draft,
                },
            (Act.Correct, { } matter) => AsItStands(matter),
            (Act.PassOn, { } matter) =>
                new Dictionary<string, string>(StringComparer.Ordinal) { [Fields.Due] = Columns.Date(matter.Due) },
            _ => new Dictionary<string, string>(StringComparer.Ordinal),
        };

    private static Dictionary<string, string> AsItStands(Matter matter) => new(StringComparer.Ordinal)
    {
        [Fields.Title] = matter.Title,
        [Fields.Area] = matter.Area.Value,
        [Fields.Responsible] = matter.Responsible,
        [Fields.Target] = matter.Target,
        [Fields.Due] = Columns.Date(matter.Due),
        [Fields.Urgency] = matter.Urgency.ToString(),
        [Fields.Basis] = matter.Basis ?? "",
        [Fields.Note] = matter.PassOnNote ?? "",
    };

    /// <summary>The command that was typed; what cannot be read is added to the errors.</summary>
    /// <param name="near">Where the matter is: a place that was typed by its name is looked for there first.</param>
    public static MatterCommand Read(
        Act act,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Localizer localizer,
        AreaCode? near = null)
    {
        string? Text(string id) => typed.GetValueOrDefault(id);

        LocalDate? Date(string id)
        {
            if (string.IsNullOrWhiteSpace(Text(id)))
            {
                return null;
            }

            if (localizer.Dates.Read(Text(id)!) is DueSpan.On on)
            {
                return on.Date;
            }

            errors.TryAdd(id, localizer.Say(Texts.RefusedBadDate, localizer.ExampleDate));
            return null;
        }

        AreaCode? Area(string id)
        {
            if (string.IsNullOrWhiteSpace(Text(id)))
            {
                return null;
            }

            if (AreaCode.TryParse(Text(id), out var code))
            {
                return code;
            }

            // A list that filters while one types may send the words as they were typed.
            if (localizer.Directory.Areas.Resolve(Text(id)) is AreaMatch.One one)
            {
                return one.Area.Code;
            }

            errors.TryAdd(id, localizer.Say(Texts.RefusedUnknownArea));
            return null;
        }

        MatterCommand Missing(string id, MatterCommand command)
        {
            errors.TryAdd(id, localizer.Say(Texts.RefusedMissing));
            return command;
        }

        return act switch
        {
            Act.Assign => new MatterCommand.Assign(new(
                Text(Fields.Title),
                Area(Fields.Area),
                Text(Fields.Responsible),
                Text(Fields.Target),
                Due(typed, errors, localizer),
                Text(Fields.Urgency) == nameof(Urgency.Urgent) ? Urgency.Urgent : Urgency.Normal, Text(Fields.Basis))),
            Act.Correct => new MatterCommand.Correct(
                Text(Fields.Title),
                Area(Fields.Area),
                Text(Fields.Responsible),
                Text(Fields.Target),
                Due(typed, errors, localizer),
                Enum.TryParse<Urgency>(Text(Fields.Urgency), out var urgency) && Enum.IsDefined(urgency)
                    ? urgency
                    : null,
                Text(Fields.Basis),
                Text(Fields.Note)),
            Act.Decline => new MatterCommand.Decline(Text(Fields.Reason)),
            Act.Insist => new MatterCommand.Insist(Text(Fields.Reason)),
            Act.Reopen => new MatterCommand.Reopen(Due(typed, errors, localizer), Text(Fields.Reason)),
            Act.ChangeDue => new MatterCommand.ChangeDue(Date(Fields.Due), Text(Fields.Reason)),
            Act.Undo =>
                new MatterCommand.Undo(int.TryParse(
                    Text(Entry),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var entry)
                    ? entry
                    : null),
            Act.PassOn => new MatterCommand.PassOn(
                Areas(
                    string.Join(',', Text(AllAreas), Text(Fields.Areas), Text(FormInput.SecondColumn(Fields.Areas))),
                    errors,
                    localizer,
                    near),
                Date(Fields.Due),
                Text(Fields.Note)),
            Act.Sign => new MatterCommand.Sign(),
            Act.ReportProgress => new MatterCommand.ReportProgress(Text(Fields.Progress)),
            Act.HandIn => new MatterCommand.HandIn(Text(Fields.Result)),
            Act.Close => new MatterCommand.Close(),
            Act.Return => new MatterCommand.Return(Text(Fields.Requirement), Date(Fields.Due)),
            Act.RequestExtension => new MatterCommand.RequestExtension(Text(Fields.Reason), Date(Fields.Until)),
            Act.GrantExtension => new MatterCommand.GrantExtension(Date(Fields.Until), Text(Fields.Note)),
            Act.RefuseExtension => new MatterCommand.RefuseExtension(Text(Fields.Reason)),
            Act.Urge => new MatterCommand.Urge(Text(Fields.Note)),
            Act.PutOnLedger => new MatterCommand.PutOnLedger(Text(Fields.Reason)),
            Act.Docket => new MatterCommand.Docket(Text(Fields.Reason)),
            Act.AcceptDocket => new MatterCommand.AcceptDocket(),
            Act.AddEvidence => new MatterCommand.AddEvidence(Text(Fields.Note)),
            Act.Ask => new MatterCommand.Ask(Text(Fields.Question)),
            Act.Answer => new MatterCommand.Answer(Text(Fields.Answer)),
            Act.DropQuestion => new MatterCommand.DropQuestion(),
            Act.Remark => new MatterCommand.Remark(Text(Fields.Note)),
            Act.Follow => new MatterCommand.Follow(),
            Act.Unfollow => new MatterCommand.Unfollow(),
            Act.Refer when Text(Informed) is not (Told or NotTold) =>
                Missing(Informed, new MatterCommand.Refer(Area(Fields.Department), Text(Fields.Reason))),
            Act.Refer => new MatterCommand.Refer(Area(Fields.Department), Text(Fields.Reason)),
            Act.Withdraw => new MatterCommand.Withdraw(Text(Fields.Reason)),
            Act.HandOver or Act.ApplyPlan or Act.AnswerExemption or Act.Remind or Act.Recount or Act.Unreached
                or Act.Moved =>
                throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };
    }

    private static DueSpan? Due(IReadOnlyDictionary<string, string> typed, FormErrors errors, Localizer localizer)
    {
        var (date, days) = (typed.GetValueOrDefault(Fields.Due)?.Trim(), typed.GetValueOrDefault(DueIn)?.Trim());
        if (!string.IsNullOrEmpty(date) && !string.IsNullOrEmpty(days))
        {
            errors.TryAdd(DueIn, localizer.Say(MatterTexts.RefusedTwoDues));
        }

        DueSpan? Read(string id, string? text)
        {
            if (string.IsNullOrEmpty(text))
            {
                return null;
            }

            // A bare number of days is what the field asks for.
            if (id == DueIn && text.All(char.IsAsciiDigit))
            {
                text += "天";
            }

            if (localizer.Dates.Read(text) is { } due)
            {
                return due;
            }

            errors.TryAdd(id, localizer.Say(Texts.RefusedBadDate, localizer.ExampleDate));
            return null;
        }

        var (onDate, inDays) = (Read(Fields.Due, date), Read(DueIn, days));
        return onDate ?? inDays;
    }

    /// <summary>Several places, each once, with commas between: codes, or names as they were typed.</summary>
    internal static List<AreaCode> Areas(string? typed, FormErrors errors, Localizer localizer, AreaCode? near = null)
    {
        var areas = new List<AreaCode>();
        foreach (var part in (typed ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(p => p != Off))
            if (AreaCode.TryParse(part, out var code))
            {
                areas.Add(code);
            }
            else if (localizer.Directory.Areas.Resolve(part, near) is AreaMatch.One one)
            {
                areas.Add(one.Area.Code);
            }
            else
            {
                errors.TryAdd(Fields.Areas, localizer.Say(Texts.RefusedUnknownArea));
            }

        return [.. areas.Distinct()];
    }
}
