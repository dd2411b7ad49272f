using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>One finding of a topic, with its matter as it stands.</summary>
/// <param name="Matter">Null until it is assigned.</param>
public sealed record TopicFinding(FindingSet Set, SetFinding Finding, ListEntry? Matter);

/// <summary>One topic, as something that the office is told of.</summary>
public sealed record TopicSubject(string Topic, SubjectKey Key, IReadOnlyList<AreaCode> Places, AreaCode Province) : ISubject
{
    public const string KindName = "topic";

    public Subject Rights => Subject.Place(Province.City);

    public bool IsUrgent => false;

    public bool Applies(ReminderName rule) => false;

    public bool StillHolds(OutboxMessage message) => true;

    public AreaCode? Asked(OutboxMessage message, Person person) => null;

    public ISubject SeenBy(Person person) => this;
}

/// <summary>
/// Where one topic of findings comes up (article 15), and the finder that tells the office when it is more than one
/// place's, or comes again in one. The finder looks at what was made since it looked last, and at nothing else.
/// </summary>
public sealed class TopicService(
    ITableStore store,
    CurrentDirectory directory,
    SetService sets,
    Func<TopicNumbers> numbers,
    IClock clock,
    Action<AreaCode> committed) : ISubjectKind
{
    /// <summary>As <see cref="OutboxMessage.What"/>: it comes up in several places.</summary>
    public const string Spread = "TopicSpread";

    /// <summary>It comes again in a place where it had been put right.</summary>
    public const string Again = "TopicAgain";

    /// <summary>Sets of one topic that are read in a city.</summary>
    public const int SetsOfACity = 1000;

    private const string Looked = RowKeys.Matters.TopicsSeen + "looked";

    public string Kind => TopicSubject.KindName;

    private AreaCode Home => directory.Province.City;

    public bool Knows(OutboxMessage message) =>
        message.What is Spread or Again or OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => false;

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        await store.ReadAsync(TopicRows.Table, Home.Value, ToldKey(key.Number[(key.Number.LastIndexOf('-') + 1)..]), cancellationToken)
            is { } told
            ? new TopicSubject(told.Required("Topic"), key, PlacesOf(told), directory.Province)
            : null;

    /// <summary>Where a topic came up, in the sets that a person may see, the newest feedback first. One range read a city.</summary>
    public async Task<IReadOnlyList<TopicOfSet>> OfTopicAsync(Person person, string topic, CancellationToken cancellationToken) =>
        [.. (await AllAsync(topic, cancellationToken))
            .Where(one => Permissions.May(person, Right.See, new(one.Area, one.Area, one.Team)))
            .OrderByDescending(one => one.FeedbackOn)
            .ThenBy(one => one.Set)];

    /// <summary>The findings of a topic, whole. Three range reads a set.</summary>
    public async Task<IReadOnlyList<TopicFinding>> FindingsAsync(
        IEnumerable<TopicOfSet> of,
        CancellationToken cancellationToken)
    {
        List<TopicFinding> findings = [];
        foreach (var one in of)
        {
            if (await sets.ViewAsync(one.Set, cancellationToken) is { } view)
            {
                findings.AddRange(view.Findings.Where(f => f.Topic == one.Topic)
                    .Select(f => new TopicFinding(view.Set, f, view.Matters.GetValueOrDefault(f.Index))));
            }
        }

        return findings;
    }

    /// <summary>Looks at the sets made since the last look, and at what was added to others, and tells the office in its digest what has become of their topics.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var looked = await store.ReadAsync(TopicRows.Table, Home.Value, Looked, cancellationToken);
        var marks = new Dictionary<string, object>(looked?.Columns ?? new Dictionary<string, object>(), StringComparer.Ordinal);
        var fresh = new SortedSet<string>(StringComparer.Ordinal);
        List<(AreaCode City, Row Row)> added = [];
        var isNew = false;
        foreach (var city in people.Partitions)
        {
            var column = "C" + city.Value;
            var from = looked?.Text(column) is { } last ? KeyRange.After(last) : RowKeys.Matters.Sets;
            // What is being made is looked at when it is whole.
            var rows = await store.ReadRangeAsync(
                SetRows.Table,
                city.Value,
                from,
                KeyRange.After(RowKeys.Matters.Sets),
                StoreLimits.PageRows,
                cancellationToken);
            var later = await store.ReadPrefixAsync(
                TopicRows.Table,
                city.Value,
                TopicRows.LaterPrefix,
                StoreLimits.PageRows,
                cancellationToken);
            added.AddRange(later.Select(row => (city, row)));
            fresh.UnionWith(later.Select(row => row.Required("Topic")));
            foreach (var row in rows.TakeWhile(row => SetRows.ToSet(row).State == SetState.Open))
            {
                (marks[column], isNew) = (row.Key, true);
                if (await sets.ViewAsync(SetRows.ToSet(row).Number, cancellationToken) is { } view)
                {
                    fresh.UnionWith(view.Findings.Select(f => f.Topic).OfType<string>());
                }
            }
        }

        foreach (var topic in fresh)
        {
            await LookAsync(topic, people, cancellationToken);
        }

        foreach (var (city, row) in added)
        {
            // What came again meanwhile is another row, and is looked at the next time.
            await store.SubmitAsync(TopicRows.Table, city.Value, [new Change.Delete(row.Key, row.ETag!)], cancellationToken);
        }

        if (isNew)
        {
            // Two processes that look at the same time find the same, and tell it once.
            await store.SubmitAsync(
                TopicRows.Table,
                Home.Value,
                [new Change.Upsert(new(Looked, marks))],
                cancellationToken);
        }
    }

    private async Task LookAsync(string topic, LiaisonDirectory people, CancellationToken cancellationToken)
    {
        var (now, limits) = (clock.GetCurrentInstant(), numbers());
        var since = BeijingTime.Today(now).PlusMonths(-limits.Months);
        var all = await AllAsync(topic, cancellationToken);
        List<TopicOfSet> recent = [.. all.Where(one => one.FeedbackOn >= since)];
        List<AreaCode> places = [.. recent.Select(one => one.Area).Distinct().Order()];
        var again = await AgainAsync(all, recent, cancellationToken);
        var what = places.Count >= limits.Counties || places.Select(p => p.City).Distinct().Count() >= limits.Cities
            ? Spread
            : again.Count > 0 ? Again : null;
        if (what is null)
        {
            return;
        }

        if (what == Again)
        {
            places = again;
        }

        var hash = TopicRows.Prefix(topic).Split('|')[1];
        var told = await store.ReadAsync(TopicRows.Table, Home.Value, ToldKey(hash), cancellationToken);
        if (told is not null && told.Text("What") == what && places.All(PlacesOf(told).Contains))
        {
            return;
        }

        var key = new SubjectKey(TopicSubject.KindName, $"{BeijingTime.Today(now).Year:0000}-{Home}-{hash}");
        var times = (int)(told?.Number("Times") ?? 0) + 1;
        var noted = new Row(
            ToldKey(hash),
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Topic"] = topic,
                ["What"] = what,
                ["Places"] = string.Join(',', places.Select(p => p.Value)),
                ["At"] = now,
                ["Times"] = (long)times,
            });
        var committedNow = await store.SubmitAsync(
            TopicRows.Table,
            Home.Value,
            [
                told is null ? new Change.Insert(noted) : new Change.Replace(noted, told.ETag!),
                .. people.Told(Role.Office, people.Province).Take(StoreLimits.BatchChanges - 1).Select((person, i) =>
                    new Change.Insert(OutboxRows.ToRow(
                        OutboxRows.Digest,
                        new(OutboxMessage.NewId(key, times, now, i), person.Id, key, what, "", now, topic, null)))),
            ],
            cancellationToken);
        if (committedNow == BatchOutcome.Committed)
        {
            committed(Home);
        }
    }

    /// <summary>Places in which an earlier finding of the topic was closed, and a later feedback has it again.</summary>
    private async Task<List<AreaCode>> AgainAsync(
        IReadOnlyList<TopicOfSet> all,
        IReadOnlyList<TopicOfSet> recent,
        CancellationToken cancellationToken)
    {
        List<AreaCode> again = [];
        foreach (var place in recent.GroupBy(one => one.Area))
        {
            var last = place.MaxBy(one => (one.FeedbackOn, one.Set))!;
            foreach (var earlier in all.Where(one => one.Area == place.Key && one.FeedbackOn < last.FeedbackOn))
            {
                var view = await sets.ViewAsync(earlier.Set, cancellationToken);
                if (earlier.Indexes.Any(i => view?.Matters.GetValueOrDefault(i)?.State == MatterState.Closed))
                {
                    again.Add(place.Key);
                    break;
                }
            }
        }

        return again;
    }

    private async Task<IReadOnlyList<TopicOfSet>> AllAsync(string topic, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var rows = await Task.WhenAll(people.Partitions.Select(city => store.ReadPrefixAsync(
            TopicRows.Table,
            city.Value,
            TopicRows.Prefix(topic),
            SetsOfACity,
            cancellationToken)));
        return [.. rows.SelectMany(of => of.ReadEach(TopicRows.ToTopic))];
    }

    private static string ToldKey(string hash) => $"{RowKeys.Matters.TopicsSeen}told|{hash}";

    private static IReadOnlyList<AreaCode> PlacesOf(Row told) =>
        [.. told.Required("Places").Split(',').Select(AreaCode.Parse)];
}
