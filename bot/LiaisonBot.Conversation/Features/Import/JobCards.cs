using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Import;

/// <summary>Tables that are imported, and jobs: what is to be done, how far it is, and what came of it.</summary>
internal static class JobCards
{
    public const string Rows = "rows";

    /// <summary>Names the job of a button.</summary>
    public const string Job = "job";

    /// <summary>Rows of a checked table that are shown.</summary>
    private const int FirstRows = 5;

    /// <summary>Places or roles that are named with their count.</summary>
    private const int MostCounted = 12;

    /// <summary>Blocks in the bar.</summary>
    private const int BarLength = 20;

    /// <param name="templates">Where the templates can be fetched that this person may use.</param>
    public static Json Form(
        Buttons buttons,
        IReadOnlyList<(Text Title, Uri Link)> templates,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(ImportTexts.ImportTableTitle)),
            Card.Line(localizer.Say(ImportTexts.ImportTableHow), size: "Small"),
            Card.Line(localizer.Say(ImportTexts.ImportOnlyDesktop), subtle: true, size: "Small"),
            .. templates.Count == 0
                ? []
                : Card.Actions(templates.Select(t => Card.OpenUrl(localizer.Say(t.Title), t.Link))),
            .. InputForm.Inputs(
                [(new FormInput(
                    Rows,
                    ImportTexts.FieldRows,
                    InputKind.Lines,
                    Limit: SheetLimits.Pasted,
                    Hint: ImportTexts.FieldRowsHint), localizer.Say(ImportTexts.FieldRows), [])],
                typed,
                errors,
                localizer),
            .. Card.Actions([buttons.Submit(ImportTexts.CheckRows, "import.check"), buttons.Cancel()]),
        ]);
    }

    /// <summary>Everything that is wrong with a table, each with its cell.</summary>
    /// <param name="again">The command by which it is sent again.</param>
    public static Json Wrong(
        IReadOnlyList<SheetError> errors,
        IReadOnlyList<string> unread,
        Buttons buttons,
        string again = "import.form")
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.Box(
            Card.Attention,
            [Card.Line(localizer.Say(ImportTexts.SheetWrongTitle, errors.Count), bold: true)])];
        body.AddRange(errors.Take(SheetLimits.ErrorsShown).Select(e => e.Cell.Length == 0
            ? Card.Line("⚠ " + e.Why, size: "Small", spacing: "Small")
            : Card.Columns(
                [("56px", Card.Line(e.Cell, bold: true, size: "Small")), ("stretch", Card.Line(e.Why, size: "Small"))],
                spacing: "Small")));
        if (errors.Count > SheetLimits.ErrorsShown)
        {
            body.Add(Card.Line(
                localizer.Say(ImportTexts.SheetWrongMore, errors.Count - SheetLimits.ErrorsShown),
                subtle: true,
                size: "Small"));
        }

        body.AddRange(Unread(unread, localizer));
        body.Add(Card.Line(localizer.Say(ImportTexts.SheetWrongHow), size: "Small"));
        body.AddRange(Card.Actions([buttons.To(again)]));
        return Card.Of(localizer, body);
    }

    public static IEnumerable<Json> Unread(IReadOnlyList<string> unread, Localizer localizer) =>
        unread.Select(what => Card.Line(localizer.Say(ImportTexts.SheetUnread, what), Card.Warning, size: "Small"));

    /// <summary>A table that is all right, in short, before anything is written.</summary>
    /// <param name="before">When the same person imported the very same.</param>
    /// <param name="unread">What of the file was not read.</param>
    public static Json Check(
        Job job,
        IReadOnlyList<JobItem> items,
        Instant? before,
        IReadOnlyList<string> unread,
        Person person,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var isPeople = job.Kind == JobKind.People;
        List<Json?> body =
        [
            Card.Title(localizer.Say(isPeople ? ImportTexts.JobCheckPeople : ImportTexts.JobCheckMatters, job.Total)),
            .. job.Title.Length == 0 ? [] : Card.Typed(job.Title, localizer),
            before is { } at
                ? Card.Box(
                    Card.Warning,
                    [Card.Line(
                        localizer.Say(
                            isPeople ? ImportTexts.JobBeforePeople : ImportTexts.JobBefore,
                            Localizer.Moment(at)),
                        bold: true)])
                : null,
        ];
        var entries = items.OfType<JobItem.Entry>().Select(i => i.Person).ToList();
        var drafts = items.OfType<JobItem.Assignment>().Select(i => i.Draft).ToList();
        body.Add(Card.Fact(
            localizer.Say(ImportTexts.JobCheckPlaces),
            Counted(
                entries.Select(e => e.Grant.Area).Concat(drafts.Select(d => d.Area!.Value)).Select(Around),
                localizer.Place,
                localizer)));
        if (isPeople)
        {
            body.Add(Card.Fact(
                localizer.Say(ImportTexts.JobCheckRoles),
                Counted(entries.Select(e => e.Grant.Role), localizer.RoleName, localizer)));
            if (InTwoTeams(entries, localizer) is [var first, ..] twice)
            {
                var names = string.Join(localizer.Say(Texts.ListComma), twice.Take(FirstRows));
                body.Add(Card.Line(
                    localizer.Say(
                        ImportTexts.JobTwoTeams,
                        twice.Count > FirstRows ? localizer.Say(ImportTexts.JobCountOf, names + "…", twice.Count) : names,
                        first),
                    Card.Warning,
                    size: "Small"));
            }
        }
        else
        {
            body.Add(Card.Fact(localizer.Say(ImportTexts.JobCheckDue), Dues(drafts, localizer)));
        }

        if (drafts.Count(d => d.Urgency == Urgency.Urgent) is > 0 and var urgent)
        {
            body.Add(Card.Fact(
                localizer.Say(Texts.FieldUrgency),
                localizer.Say(ImportTexts.JobCountOf, localizer.Say(Texts.Urgent), urgent)));
        }

        body.AddRange(NobodyThere.Lines(drafts.Select(d => d.Area!.Value), person, buttons));
        body.AddRange(Unread(unread, localizer));
        body.Add(Card.Line(
            localizer.Say(ImportTexts.JobCheckFirst, Math.Min(FirstRows, job.Total)),
            subtle: true,
            size: "Small"));
        body.AddRange(items.Take(FirstRows).Select(item => First(item, localizer)));
        body.AddRange(Card.Actions([
            buttons.Execute(
                localizer.Say(ImportTexts.JobStart, job.Total),
                "import.start",
                [(Job, job.Id)],
                Buttons.Positive),
            buttons.Cancel()
        ]));
        return Card.Of(localizer, body);
    }

    /// <summary>Names of those who would have a role in another team beside the one that is entered.</summary>
    private static IReadOnlyList<string> InTwoTeams(IReadOnlyList<PersonEntry> entries, Localizer localizer)
    {
        bool Ends(Grant old, PersonEntry entry) => entries.Any(other =>
            Identity.Of(other.Identity) == Identity.Of(entry.Identity)
                && other.Grant.IsSameDuty(old)
                && !other.Grant.Overlaps(entry.Grant));
        return
        [
            .. entries.Where(entry => Identity.Of(entry.Identity) is { } identity
                    && (localizer.Directory.ByObjectId(identity) ?? localizer.Directory.BySignInName(identity)) is { } known
                    && EntryRules.OtherTeams(known, entry.Grant with { From = entry.Grant.From ?? localizer.Today })
                        .Any(old => !Ends(old, entry)))
                .Select(entry => entry.Name!.Trim())
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>How far a job is, or what came of it.</summary>
    public static Json Of(Job job, IReadOnlyList<RefusedItem> refused, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var isPeople = job.Kind == JobKind.People;
        List<Json?> body = [
            Card.Box(Color(job), [Card.Line(Headline(job, localizer), bold: true)]),
            .. job.Title.Length == 0 ? [] : Card.Typed(job.Title, localizer)
        ];
        if (job.State is JobState.Running or JobState.Stopping)
        {
            body.Add(Bar(job));
            body.Add(Card.Line(
                localizer.Say(job.State == JobState.Running ? ImportTexts.JobGoesOn : ImportTexts.JobStopping),
                subtle: true,
                size: "Small"));
        }

        if (job.Untold > 0)
        {
            body.Add(Card.Line(
                localizer.Say(ImportTexts.JobUntold, MatterLimits.Notices, job.Untold),
                Card.Warning,
                size: "Small"));
        }

        if (job.Refused > 0)
        {
            body.Add(Card.Line(localizer.Say(ImportTexts.JobRefused, job.Refused), Card.Attention, bold: true));
            body.AddRange(refused.Select(r =>
                Card.Columns(
                    [
                        ("88px", Card.Line(Row(job, r.Item, localizer), bold: true, size: "Small")),
                        ("stretch", Card.Line(Why(r, localizer), size: "Small"))
                    ],
                    spacing: "Small")));
        }

        List<Json> actions = [];
        if (job.State == JobState.Running)
        {
            actions.Add(buttons.To(ImportTexts.JobStop, "import.stop", (Job, job.Id)));
        }

        if (job.State == JobState.Stopped && job.Left > 0)
        {
            actions.Add(buttons.To(ImportTexts.JobContinue, "import.start", (Job, job.Id)));
        }

        if (job.State is JobState.Finished or JobState.Stopped)
        {
            if (isPeople)
            {
                actions.Add(buttons.To("people.directory"));
            }
            else if (job.Kind == JobKind.Plans)
            {
                actions.Add(buttons.To("coverage.say"));
            }
            else
            {
                actions.Add(buttons.To("matter.register"));
            }

            if (job.Done == job.Made.Count)
            {
                body.AddRange(Assigned(job, buttons));
            }
        }

        body.AddRange(Card.Actions(actions));
        return Card.Of(localizer, body);
    }

    /// <summary>What the rules refused when it was to begin.</summary>
    public static Json Changed(Job job, IReadOnlyList<RefusedItem> refused, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Box(Card.Attention, [Card.Line(localizer.Say(ImportTexts.JobChanged), bold: true)]),
            .. refused.Take(SheetLimits.ErrorsShown)
                .Select(r =>
                    Card.Columns(
                        [
                            ("88px", Card.Line(Row(job, r.Item, localizer), bold: true, size: "Small")),
                            ("stretch", Card.Line(Why(r, localizer), size: "Small"))
                        ],
                        spacing: "Small")),
            refused.Count > SheetLimits.ErrorsShown
                ? Card.Line(
                    localizer.Say(ImportTexts.SheetWrongMore, refused.Count - SheetLimits.ErrorsShown),
                    subtle: true,
                    size: "Small")
                : null,
            Card.Line(localizer.Say(ImportTexts.SheetWrongHow), size: "Small"),
            .. Card.Actions([buttons.To("import.form")]),
        ]);
    }

    /// <summary>The matters of a job that made few, each to be opened.</summary>
    private static IEnumerable<Json> Assigned(Job job, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var lines = job.Made.Select(m =>
        {
            var title = $"{localizer.Short(m.Number)} {localizer.Place(m.Area)}";
            return Card.Link([Card.Line(title)], buttons.Open(m.Number, title));
        }).ToList();
        foreach (var line in lines.Take(ListCards.PageSize))
        {
            yield return line;
        }

        if (lines.Count > ListCards.PageSize)
        {
            yield return Card.Behind(
                localizer.Say(Texts.MorePlaces, lines.Count - ListCards.PageSize),
                [],
                lines.Skip(ListCards.PageSize));
        }
    }

    /// <summary>In one line, also for the toast.</summary>
    public static string Headline(Job job, Localizer localizer) => job.State switch
    {
        JobState.Running or JobState.Stopping =>
            localizer.Say(
                Texts.Labelled,
                localizer.Say(job.Kind switch
                {
                    JobKind.People => ImportTexts.JobRunningPeople,
                    JobKind.Plans => ImportTexts.JobRunningPlans,
                    JobKind.Places or JobKind.Matters or JobKind.Findings => ImportTexts.JobRunningAssign,
                }),
                localizer.Say(ImportTexts.JobProgress, job.Done, job.Total)),
        JobState.Stopped => localizer.Say(ImportTexts.JobStopped, job.Done, job.Left),
        JobState.Writing or JobState.Checked or JobState.Finished when job.Left > 0 =>
            localizer.Say(ImportTexts.JobGivenUp, job.Done, job.Left),
        JobState.Writing or JobState.Checked or JobState.Finished => job.Kind switch
        {
            JobKind.Places => localizer.Say(ImportTexts.AssignedToMany, job.Done),
            JobKind.Matters or JobKind.Findings => localizer.Say(ImportTexts.JobDoneMatters, job.Done),
            JobKind.People => localizer.Say(ImportTexts.JobDonePeople, job.Done),
            JobKind.Plans => localizer.Say(ImportTexts.JobDonePlans, job.Done),
        },
    };

    private static string Color(Job job) => job.State switch
    {
        JobState.Running or JobState.Stopping => Card.Accent,
        JobState.Finished when job is { Left: 0, Refused: 0 } => Card.Good,
        JobState.Writing or JobState.Checked or JobState.Stopped or JobState.Finished => Card.Warning,
    };

    /// <summary>A bar of text, which says with its number what it says with its length.</summary>
    private static Json Bar(Job job)
    {
        var past = job.Done + job.Refused;
        var blocks = job.Total == 0 ? BarLength : past * BarLength / job.Total;
        return Card.Runs(
        [
            Card.Run(new string('█', blocks) + "\u200B", color: Card.Accent),
            Card.Run(new string('░', BarLength - blocks), subtle: true),
            Card.Run(
                string.Create(CultureInfo.InvariantCulture, $"  {(job.Total == 0 ? 100 : past * 100 / job.Total)}%"),
                size: "Small"),
        ]);
    }

    private static string Row(
        Job job,
        JobItem item,
        Localizer localizer) => item is JobItem.CityYear city
        ? localizer.Place(city.City)
        : item is JobItem.Assignment { Draft.Area: { } area } && job.Kind == JobKind.Places
        ? localizer.Place(area)
        : localizer.Say(ImportTexts.JobRow, item.Row);

    private static string Why(RefusedItem refused, Localizer localizer) => refused switch
    {
        RefusedItem.Assignment assignment => localizer.Why(assignment.Why),
        RefusedItem.Entry entry => localizer.Why(entry.Why),
        RefusedItem.CityYear city => localizer.Say(PlanWords.Short(city.Why)),
        _ => "",
    };

    private static Json First(JobItem item, Localizer localizer)
    {
        var (head, below) = item switch
        {
            JobItem.Entry { Person: var p } => ($"{p.Name}", $"{localizer.GrantName(p.Grant)}  {p.Identity}"),
            JobItem.Assignment { Draft: var d } =>
                (d.Title ?? "",
                    $"{localizer.Place(d.Area!.Value)}  {localizer.Day(DueRule.Resolve(d.Due!, localizer.Today, localizer.Calendar).Date)}"),
            _ => ("", ""),
        };
        return Card.Box(
            null,
            [
                .. Card.Typed(
                    Localizer.Clip(head.ReplaceLineEndings(" "), MatterLimits.Title),
                    localizer,
                    bold: true,
                    size: "Small"),
                Card.Line(below, subtle: true, size: "Small", spacing: "None")
            ],
            separator: true);
    }

    private static string Dues(IReadOnlyList<MatterDraft> drafts, Localizer localizer)
    {
        var days = drafts.Select(d => DueRule.Resolve(d.Due!, localizer.Today, localizer.Calendar).Date)
            .Order()
            .ToList();
        return days[0] == days[^1]
            ? localizer.Day(days[0])
            : localizer.Say(ImportTexts.JobCheckRange, localizer.Day(days[0]), localizer.Day(days[^1]));
    }

    /// <summary>The city that a place lies in, so that a few names say where.</summary>
    private static AreaCode Around(AreaCode area) =>
        area.Level is AreaLevel.County or AreaLevel.Unit && !area.IsProvincial ? area.City : area;

    private static string Counted<T>(IEnumerable<T> all, Func<T, string> name, Localizer localizer) where T : notnull
    {
        var groups = all.CountBy(one => one).ToList();
        var words = string.Join(
            localizer.Say(Texts.ListComma),
            groups.Take(MostCounted).Select(g => localizer.Say(ImportTexts.JobCountOf, name(g.Key), g.Value)));
        return groups.Count > MostCounted ? localizer.Say(SheetTexts.JobAndOthers, words) : words;
    }
}
