using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Core.Arrivals;

/// <summary>
/// Sees to it that the inspected know of an announced visit what is so: they get one matter, hear of other days, and of
/// a visit that was called off. It compares what they were told with what stands; each step has an id of its own, so
/// that a stop at any moment loses nothing and repeats nothing.
/// </summary>
public sealed class ArrivalService(
    ITableStore store,
    CurrentDirectory directory,
    VisitService visits,
    MatterService matters,
    Func<WorkingCalendar> calendar,
    IClock clock)
{
    /// <summary>Visits of which a turn tells before its answer; of more, the next round does.</summary>
    public const int InTurn = 5;

    /// <summary>Visits of which one round tells: a round has other work.</summary>
    public const int InRound = 200;

    /// <summary>
    /// Tells of what is left to tell. Costs nothing when nothing is; safe to run at any time, also twice at once.
    /// </summary>
    /// <param name="most">Visits that are told of.</param>
    /// <exception cref="AggregateException">Some failed by a defect, and held up no others.</exception>
    public async Task ResumeAsync(int most, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var today = BeijingTime.Today(clock.GetCurrentInstant());
        var left = people.PlannedVisits.Where(v => ArrivalNotice.Work(v, today) != ArrivalWork.None).Take(most).ToList();
        var defects = new Defects();
        foreach (var city in left.GroupBy(v => v.Area.City))
        {
            foreach (var visit in city)
            {
                await defects.TryAsync(() =>
                    TellAsync(visit, people, today, city.Count() > MatterLimits.ToldOneByOne, cancellationToken));
            }
        }

        defects.ThrowIfAny("The inspected could not be told of visits.");
    }

    private async Task TellAsync(
        Visit visit,
        LiaisonDirectory people,
        LocalDate today,
        bool isOneOfMany,
        CancellationToken cancellationToken)
    {
        // Whoever did it last; when they have left or have another duty, whoever has it now.
        var last = VisitStep.ReadAll(visit.Steps) is [.., var step] ? step : null;
        var by = last is not null && people.ById(last.By) is { } person && VisitRules.MayDecide(person, visit)
            ? person
            : people.Told(Role.Office, people.Province).FirstOrDefault();
        if (by is null)
        {
            return;
        }

        var language = by.Preferences.Language ?? Language.Chinese;
        var told = ArrivalNotice.Told(visit);
        var noted = ArrivalNotice.Work(visit, today) switch
        {
            ArrivalWork.None => null,
            ArrivalWork.Assign => visit with
            {
                ArrivalMatter = await AssignAsync(
                    visit.Arrival!,
                    by,
                    ArrivalNotice.Draft(visit, people, language, today, calendar(), isOneOfMany),
                    cancellationToken),
                ArrivalTold = told,
            },
            ArrivalWork.Change => visit with
            {
                ArrivalMatter = await ChangeAsync(visit, by, language, people, today, cancellationToken),
                ArrivalTold = told,
            },
            ArrivalWork.Withdraw => await WithdrawAsync(visit, by, language, people, today, cancellationToken),
        };
        if (noted is not null)
        {
            await visits.NoteAsync(visit, noted, cancellationToken);
        }
    }

    /// <returns>The matter's number as in keys; null when the rules refused it, which is not tried again.</returns>
    private async Task<string?> AssignAsync(
        string id,
        Person by,
        MatterDraft draft,
        CancellationToken cancellationToken) =>
        await matters.AssignAsync(id, by, draft, cancellationToken) is CommandResult.Done done
            ? done.Family.Matter.Number.Key
            : null;

    private async Task<string?> ChangeAsync(
        Visit visit,
        Person by,
        Language language,
        LiaisonDirectory people,
        LocalDate today,
        CancellationToken cancellationToken)
    {
        var id = $"{visit.Arrival}-{ArrivalNotice.Told(visit)}";
        var draft = ArrivalNotice.Draft(visit, people, language, today, calendar(), isOneOfMany: false);
        if (await FindAsync(visit, cancellationToken) is not { } number
            || await matters.FindAsync(by, number, cancellationToken) is not { Matter: { IsOpen: true } matter })
        {
            // What they had is done with: they hear of it by another.
            return visit.From > today
                ? await AssignAsync(id, by, draft, cancellationToken)
                : visit.ArrivalMatter;
        }

        // Nothing was done yet, and it says at once what is so.
        var corrected = new MatterCommand.Correct(Target: draft.Target, Due: draft.Due);
        if (await matters.DoAsync(id, by, number, corrected, cancellationToken) is CommandResult.Refused)
        {
            var said = ArrivalNotice.Changed(visit, language);
            var due = visit.From > today ? ArrivalNotice.DueOn(visit, today, calendar()) : matter.Due;
            MatterCommand change = due == matter.Due
                ? new MatterCommand.Remark(said)
                : new MatterCommand.ChangeDue(due, said);
            await matters.DoAsync($"{id}-2", by, number, change, cancellationToken);
        }

        return number.Key;
    }

    private async Task<Visit> WithdrawAsync(
        Visit visit,
        Person by,
        Language language,
        LiaisonDirectory people,
        LocalDate today,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(visit, cancellationToken) is { } number
            && await matters.DoAsync(
                $"{visit.Arrival}-{Visit.ToldOff}",
                by,
                number,
                new MatterCommand.Withdraw(ArrivalNotice.Off(visit, language)),
                cancellationToken) is CommandResult.Refused)
        {
            await AssignAsync(
                $"{visit.Arrival}-{Visit.ToldOff}-2",
                by,
                ArrivalNotice.OffDraft(visit, people, language, today, calendar()),
                cancellationToken);
        }

        return visit with { ArrivalTold = Visit.ToldOff };
    }

    /// <summary>
    /// The matter by which they were told: the one that is noted or, when a stop came between, the one that the command
    /// made.
    /// </summary>
    private async Task<MatterNumber?> FindAsync(Visit visit, CancellationToken cancellationToken)
    {
        if (visit.ArrivalMatter is { } noted)
        {
            return MatterNumber.Parse(noted);
        }

        return await store.ReadAsync(
            MatterRows.Table,
            visit.Area.City.Value,
            CommandRows.AppliedKey(visit.Arrival!),
            cancellationToken) is { } applied
            ? MatterNumber.Parse(applied.Required("Number"))
            : null;
    }
}
