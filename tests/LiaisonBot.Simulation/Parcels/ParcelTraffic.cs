using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Simulation.Judging;
using NodaTime;

namespace LiaisonBot.Simulation.Parcels;

/// <summary>What people do with parcels, and when, as the seed says.</summary>
/// <param name="living">A process that lives, or null.</param>
internal sealed class ParcelTraffic(
    Random random,
    Province province,
    Witness witness,
    Func<Instance?> living,
    Action<Duration, Func<Task>> later)
{
    private int commands;

    /// <summary>Some minute of the working hours of a day.</summary>
    public Instant Sometime(LocalDate day) =>
        BeijingTime.At(day, new(8, 0)) + Duration.FromMinutes(random.Next(0, 11 * 60));

    /// <summary>One parcel, or one to each of several places of a city.</summary>
    public Task Send(LocalDate today)
    {
        var place = province.Places[random.Next(province.Places.Count)];
        var neighbours = province.Places.Where(other => other.City == place.City && other != place)
            .Take(random.Next(3) == 0 ? random.Next(1, 4) : 0);
        List<AreaCode> places = [place, .. neighbours];
        var senders = Those("Assign", Story.AtPlace(place.Value))
            .Where(person =>
                places.TrueForAll(other => witness.Judge.May(person.Id, "Assign", Story.AtPlace(other.Value))))
            .ToList();
        if (senders.Count == 0) return Task.CompletedTask;
        var (sender, due, isUrgent) = (
            senders[random.Next(senders.Count)],
            today.PlusDays(random.Next(1, 25)),
            random.Next(6) == 0);
        return Take(
            $"p{++commands}",
            (id, parcels) => parcels.Send(id, sender, places, due, isUrgent, CancellationToken.None),
            places.Count,
            0);
    }

    /// <summary>What is done on a day with the parcels that are out: with each now and then.</summary>
    public IEnumerable<Func<Task>> Steps() =>
        witness.Parcels()
            .Where(one => one.State != ParcelState.Back && random.Next(8) == 0)
            .Select(one => one.Key)
            .ToList()
            .Select<SubjectKey, Func<Task>>(key => () => Step(key));

    private Task Step(SubjectKey key)
    {
        if (witness.Parcels()
            .FirstOrDefault(one => one.Key == key && one.State != ParcelState.Back) is not { } parcel) return Task.CompletedTask;
        var act = parcel.State == ParcelState.Fetched
            ? ParcelAct.BringBack
            : random.Next(4) == 0
            ? ParcelAct.Forward
            : ParcelAct.Fetch;
        if (witness.Judge.Of(parcel.Key.Text) is not { } story
            || Those(RuleBook.RightFor(act.ToString(), story), story) is not { Count: > 0 } people) return Task.CompletedTask;
        var others = province.Places.Where(place => place.City == parcel.Place.City && place != parcel.Place).ToList();
        if (act == ParcelAct.Forward && others.Count == 0) return Task.CompletedTask;
        var (actor, to) = (
            people[random.Next(people.Count)],
            act == ParcelAct.Forward ? others[random.Next(others.Count)] : (AreaCode?)null);
        return Take(
            $"p{++commands}",
            (id, service) => service.Do(id, actor, parcel.Key, act, to, CancellationToken.None),
            0,
            0);
    }

    private List<Person> Those(string right, Story story) =>
        [.. witness.Directory.People.Where(person => witness.Judge.May(person.Id, right, story))];

    /// <summary>Who is not answered tries the same again later, and gives up in the end.</summary>
    /// <param name="sent">Parcels that are then on their way.</param>
    private async Task Take(string id, Func<string, ParcelService, Task<ParcelAnswer>> command, int sent, int tries)
    {
        var answer = living() is { } instance ? await instance.Take(parcels => command(id, parcels)) : null;
        if (answer is null && tries < 5) later(
            Duration.FromMinutes(random.Next(1, 60)),
            () => Take(id, command, sent, tries + 1));
        if (answer is not { Key: not null }) return;
        witness.Answered(id);
        if (sent > 0) witness.Promised(id, sent);
    }
}
