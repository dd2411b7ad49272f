using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation.Parcels;

/// <summary>What is done with a parcel. The names stand in its history and in messages.</summary>
internal enum ParcelAct
{
    Send,
    Fetch,

    /// <summary>To another place of the city.</summary>
    Forward,
    BringBack,
}

/// <summary>What became of a command on a parcel.</summary>
/// <param name="Key">Null when nothing was done.</param>
internal sealed record ParcelAnswer(SubjectKey? Key, bool IsRepeated = false);

/// <summary>Carries out what people do with parcels, by the same executor as every other command.</summary>
internal sealed class ParcelService(
    ITableStore store,
    CurrentDirectory directory,
    Func<WorkingCalendar> calendar,
    IClock clock,
    PolicyBook policies,
    Action<AreaCode> committed)
{
    private readonly CommandExecutor commands = new(store);

    /// <summary>
    /// One parcel to each of the places, all of one city: the first in the command's own batch, the others after it.
    /// </summary>
    public Task<ParcelAnswer> Send(
        string commandId, Person actor, IReadOnlyList<AreaCode> places, LocalDate due, bool isUrgent, CancellationToken cancellationToken) =>
        Send(commandId, actor, places, due, isUrgent, null, cancellationToken);

    /// <param name="before">The parcel of the command that this follows from, which was allowed.</param>
    private async Task<ParcelAnswer> Send(
        string commandId,
        Person actor,
        IReadOnlyList<AreaCode> places,
        LocalDate due,
        bool isUrgent,
        Row? before,
        CancellationToken cancellationToken)
    {
        var (city, place) = (places[0].City, places[0]);
        var people = await directory.ReadAsync(cancellationToken);
        return await commands.ExecuteAsync(
            new Command<(Instant Now, Sequence Sequence), ParcelAnswer>
            {
                Table = RowKeys.Matters.Table,
                Partition = city.Value,
                Id = commandId,
                Kind = Parcel.KindName,
                TakesNumber = true,
                Read = async cancellationToken =>
                {
                    var now = clock.GetCurrentInstant();
                    var key = Sequence.Key(BeijingTime.Today(now).Year, Parcel.KindName);
                    return (
                        now,
                        await Sequence.ReadAsync(store, RowKeys.Matters.Table, city.Value, key, cancellationToken));
                },
                Decide = read =>
                {
                    var grant = Permissions.Check(actor, Right.Assign, Subject.Place(place));
                    if (grant is null && before is null) return Nothing();
                    var team = before is null
                        ? grant!.Role == Role.TeamLeader ? grant.Team : null
                        : (int?)before.Number("Team");
                    var number = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{BeijingTime.Today(read.Now).Year}-{city.Value}-{read.Sequence.Next:000000}");
                    var parcel = new Parcel
                    {
                        Key = new(Parcel.KindName, number),
                        Place = place,
                        Team = team,
                        IsUrgent = isUrgent,
                        PolicyVersion = policies.InForce.Version,
                        Due = due,
                        SentAt = read.Now,
                        AtPlaceSince = read.Now,
                    };
                    var left = places.Count == 1
                        ? null
                        : FollowUp(commandId, actor, places.Skip(1), due, isUrgent, team);
                    return Took(
                        ParcelAct.Send,
                        null,
                        parcel,
                        actor,
                        $"#{commandId.Split('-')[0]}#",
                        Duties.Holders(place, people),
                        people,
                        read.Now,
                        left,
                        read.Sequence.Take());
                },
                Repeat = Repeat,
                FollowUp = CarryOn,
                Submitted = outcome => Tell(outcome, city),
                Busy = "The store is busy.",
            },
            cancellationToken);
    }

    public async Task<ParcelAnswer> Do(
        string commandId,
        Person actor,
        SubjectKey key,
        ParcelAct act,
        AreaCode? to,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        return await commands.ExecuteAsync(
            new Command<Row?, ParcelAnswer>
            {
                Table = RowKeys.Matters.Table,
                Partition = key.City.Value,
                Id = commandId,
                Read = cancellationToken =>
                    store.ReadAsync(
                        RowKeys.Matters.Table,
                        key.City.Value,
                        ParcelKind.Prefix + key.Text,
                        cancellationToken),
                Decide = row =>
                {
                    if (row is null) return Nothing();
                    var (before, now) = (ParcelKind.ToParcel(row), clock.GetCurrentInstant());
                    if (After(before, act, to, now) is not { } after
                        || !Permissions.May(actor, RightFor(act), before.Rights)) return Nothing();
                    var told = act == ParcelAct.Forward
                        ? Duties.Holders(after.Place, people)
                        : Duties.Reviewers(after.Rights, people);
                    return Took(act, row, after, actor, $"#{commandId}#", told, people, now, null);
                },
                Repeat = Repeat,
                Submitted = outcome => Tell(outcome, key.City),
                Busy = "The store is busy.",
            },
            cancellationToken);
    }

    /// <summary>What a stop left of sending to many.</summary>
    public Task Resume(AreaCode city, CancellationToken cancellationToken) =>
        commands.ResumeAsync(RowKeys.Matters.Table, city.Value, Parcel.KindName, CarryOn, cancellationToken);

    private static Parcel? After(Parcel before, ParcelAct act, AreaCode? to, Instant now) => (act, before.State) switch
    {
        (ParcelAct.Fetch, ParcelState.Sent) => before with { State = ParcelState.Fetched },
        (ParcelAct.BringBack, ParcelState.Fetched) => before with { State = ParcelState.Back },
        (ParcelAct.Forward, ParcelState.Sent) when to is { } other && other != before.Place =>
            before with { Place = other, AtPlaceSince = now },
        _ => null,
    };

    private static Right RightFor(ParcelAct act) => act switch
    {
        ParcelAct.Send => Right.Assign,
        ParcelAct.Fetch or ParcelAct.BringBack => Right.Work,
        ParcelAct.Forward => Right.Refer,
    };

    private static CommandDecision<ParcelAnswer> Nothing() => new CommandDecision<ParcelAnswer>.Answered(new(null));

    private CommandDecision<ParcelAnswer>.Accepted Took(
        ParcelAct act,
        Row? before,
        Parcel after,
        Person actor,
        string note,
        IEnumerable<Person> told,
        LiaisonDirectory people,
        Instant now,
        IReadOnlyDictionary<string, object>? left,
        params IEnumerable<Change> also)
    {
        after = after with { LastEntry = after.LastEntry + 1 };
        var changes = new List<Change>(also);
        changes.AddRange(ParcelKind.Changes(before, after, new(people, calendar(), now, policies)));
        changes.Add(new Change.Insert(ParcelKind.Entry(after, act.ToString(), actor.Id, now, note)));
        var messages = told
            .Where(p => p.Id != actor.Id && Permissions.May(p, Right.See, after.Rights))
            .DistinctBy(p => p.Id).Take(LiaisonDirectory.MostOfAPlace).Select(p => (Person: p, What: act.ToString())).ToList();
        if (act == ParcelAct.Forward)
        {
            messages.AddRange(Duties.Holders(ParcelKind.ToParcel(before!).Place, people)
                .Where(p => p.Id != actor.Id && !Permissions.May(p, Right.See, after.Rights))
                .DistinctBy(p => p.Id).Take(LiaisonDirectory.MostOfAPlace).Select(p => (p, OutboxMessage.Moved)));
        }

        changes.AddRange(messages.Select((one, index) => new Change.Insert(OutboxRows.ToRow(OutboxRows.Outbox, new(
            OutboxMessage.NewId(after.Key, after.LastEntry, now, index),
            one.Person.Id,
            after.Key,
            one.What,
            actor.Name,
            now,
            null,
            after.Due)))));
        return new(changes, _ => Task.FromResult(new ParcelAnswer(after.Key)))
        {
            Applied = new(after.Key.Text, act.ToString(), actor.Id, now),
            FollowUp = left,
        };
    }

    private static Dictionary<string, object> FollowUp(
        string commandId,
        Person actor,
        IEnumerable<AreaCode> places,
        LocalDate due,
        bool isUrgent,
        int? team)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Command"] = commandId,
            ["Actor"] = actor.Id,
            ["Places"] = string.Join(',', places.Select(place => place.Value)),
            ["Due"] = Columns.Date(due),
            ["Urgent"] = isUrgent,
        };
        columns.Set("Team", (long?)team);
        return columns;
    }

    private async Task CarryOn(Row left, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var places = left.Required("Places").Split(',').Select(AreaCode.Parse).ToList();
        // Who may send no more was allowed to when they sent.
        var actor = people.ById(left.Required("Actor"))
            ?? Person.WithObjectId(left.Required("Actor"), left.Required("Actor"));
        for (var i = 0; i < places.Count; i++)
            await Send(
                $"{left.Required("Command")}-{i}",
                actor,
                [places[i]],
                Columns.Date(left.Required("Due")),
                left.Flag("Urgent"),
                left,
                cancellationToken);
    }

    private static Task<ParcelAnswer> Repeat(Row applied, CancellationToken cancellationToken) =>
        Task.FromResult(new ParcelAnswer(SubjectKey.Parse(applied.Required("Number")), true));

    private void Tell(BatchOutcome outcome, AreaCode city)
    {
        if (outcome == BatchOutcome.Committed) committed(city);
    }
}
