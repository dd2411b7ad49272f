using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Sets;

/// <content>A finding more: it goes into the set with a reason, and its place is told.</content>
public sealed partial class SetService
{
    /// <summary>
    /// Adds a finding to a set that is worked on. One batch with the row of findings that it goes into, so that it and a
    /// plan that is filled in cannot cross.
    /// </summary>
    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    /// <param name="reason">Why it is added.</param>
    /// <exception cref="StoreUnavailableException">The same command may be sent again.</exception>
    public async Task<SetResult> AddAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        FindingDraft draft,
        string? reason,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var plan = await ReadAsync(number, cancellationToken) is { } known ? LastPlanOf(known) : null;
        var result = await commands.ExecuteAsync(
            new Command<(FindingSet? Set, IReadOnlyList<Row> Findings, Row? Plan), SetResult>
            {
                Table = SetRows.Table,
                Partition = number.City.Value,
                Id = commandId,
                Read = async cancellationToken =>
                {
                    var set = ReadAsync(number, cancellationToken);
                    var findings = store.ReadPrefixAsync(
                        SetRows.Table,
                        number.City.Value,
                        SetRows.FindingsPrefix(number),
                        FindingLimits.OfASet / SetRows.FindingsOfARow,
                        cancellationToken);
                    var row = plan is { } of ? matters.RowAsync(of.Matter, cancellationToken) : Task.FromResult<Row?>(null);
                    await Task.WhenAll(set, findings, row);
                    return (await set, await findings, await row);
                },
                Decide = read =>
                {
                    if (read.Set is not { } set || !set.IsSeenBy(actor))
                    {
                        return new CommandDecision<SetResult>.Answered(new SetResult.NotFound());
                    }

                    if (LastPlanOf(set)?.Matter != plan?.Matter)
                    {
                        // A plan was made since: it is asked for again.
                        throw new StoreUnavailableException(Busy);
                    }

                    List<SetFinding> before = [.. read.Findings.SelectMany(SetRows.ToFindings)];
                    var takes = read.Plan is { } row && MatterRows.ToMatter(row).State is MatterState.Assigned or MatterState.InProgress;
                    var time = SetRules.PlanOfAdded(before, PlansOf(set).Count, read.Plan is null || takes);
                    return SetRules.Add(set, before, draft, reason, time, actor, Context(people, clock.GetCurrentInstant())) switch
                    {
                        SetDecision.Refused refused =>
                            new CommandDecision<SetResult>.Answered(new SetResult.Refused(refused.Why, set)),
                        SetDecision.Accepted accepted => Added(
                            set,
                            read.Findings,
                            // Handing in looks at the findings by the plan's matter: it looks again.
                            takes ? read.Plan : null,
                            accepted,
                            actor,
                            number),
                        _ => throw new InvalidOperationException("There is no other decision."),
                    };
                },
                Repeat = (applied, cancellationToken) =>
                    RepeatAsync(actor, MatterNumber.Parse(applied.Required("Number")), cancellationToken),
                Submitted = outcome => Told(outcome, number.City),
                Busy = Busy,
            },
            cancellationToken);
        if (result is SetResult.Done done)
        {
            await WakeAsync(number, clock.GetCurrentInstant() + InTurn, cancellationToken);
            return done with { Set = await ReadAsync(number, cancellationToken) ?? done.Set };
        }

        return result;
    }

    private MadeStep? LastPlanOf(FindingSet set) => PlansOf(set) is [.., var last] ? last.Step : null;

    private static CommandDecision<SetResult>.Accepted Added(
        FindingSet before,
        IReadOnlyList<Row> rows,
        Row? plan,
        SetDecision.Accepted decided,
        Person actor,
        MatterNumber number)
    {
        var changed = SetRows.ToRows(number, decided.Findings).Last();
        var known = rows.FirstOrDefault(row => row.Key == changed.Key);
        var topic = decided.Findings[^1].Topic;
        return new(
            [
                .. Changes(before, decided.Set),
                known is null ? new Change.Insert(changed) : new Change.Replace(changed, known.ETag!),
                .. plan is null ? [] : new[] { new Change.Replace(new(plan.Key, plan.Columns), plan.ETag!) },
                new Change.Insert(SetRows.ToRow(number, decided.Event)),
                .. TopicRows.ToRows(decided.Set, decided.Findings.Where(finding => finding.Topic == topic))
                    .Select(row => new Change.Upsert(row)),
                .. topic is not null && decided.Set.Kind == SetKind.Feedback
                    ? [new Change.Upsert(TopicRows.Later(topic))]
                    : Array.Empty<Change>(),
            ],
            _ => Task.FromResult<SetResult>(new SetResult.Done(decided.Set, false)))
        {
            Applied = new(number.Key, nameof(SetAct.AddFinding), actor.Id, decided.Event.At),
        };
    }
}
