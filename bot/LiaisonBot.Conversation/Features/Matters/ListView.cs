using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>
/// What of a list is shown: a page of it, and only what stands so, lies there and is due then. A button carries it
/// beside what asks for the list; what is unknown there, since it is stale or forged, narrows nothing.
/// </summary>
/// <param name="State">The id of one of <see cref="States"/>; empty for all.</param>
/// <param name="Place">
/// The code of a place with everything in it, or with <see cref="Alone"/> behind it of the place itself; empty for all.
/// </param>
/// <param name="Span">The id of one of <see cref="Spans"/>; empty for all.</param>
internal sealed record ListView(int Page, string State = "", string Place = "", string Span = "")
{
    public const string StateName = "only";
    public const string PlaceName = "among";
    public const string SpanName = "span";

    /// <summary>Behind the code of a city: without its counties.</summary>
    public const string Alone = "=";

    public const string Overdue = "overdue";
    public const string InReview = "review";
    public const string ThisWeek = "week";

    /// <summary>Buttons of one kind; a list is read, and not searched.</summary>
    private const int StatesShown = 5;

    /// <summary>Of more places one asks by name.</summary>
    private const int PlacesShown = 12;

    public static readonly ListView Whole = new(0);

    /// <summary>Those first of which a person most likely wants to see no others.</summary>
    private static readonly (string Id, Text Name, Func<ListEntry, Person, LocalDate, bool> Fits)[] States =
    [
        ("mine", MatterTexts.WaitsForYou, (e, person, _) => ListCards.WaitsFor(person, e)),
        ("unsigned", StateWord.Unsigned.Name, (e, _, today) => StateWord.Unsigned.Fits(e, today)),
        (Overdue, StateWord.Overdue.Name, (e, _, today) => e.IsOverdue(today)),
        (InReview, StateWord.HandedIn.Name, (e, _, today) => StateWord.HandedIn.Fits(e, today)),
        ("extension", MatterTexts.OnlyExtension, (e, _, _) => e.IsOpen && e.ExtensionAsked),
        ("declined", MatterTexts.OnlyDeclined, (e, _, _) => e.IsOpen && e.Declined),
        ("exemption", MatterTexts.OnlyExemption, (e, _, _) => e.IsOpen && e.ExemptionAsked),
        ("asked", MatterTexts.OnlyAsked, (e, _, _) => e.HolderAsks || e.ReviewerAsks),
        ("urgent", StateWord.Urgent.Name, (e, _, today) => StateWord.Urgent.Fits(e, today)),
        ("ledger", MatterTexts.OnlyOnLedger, (e, _, _) => e.Supervision != Supervision.None),
        ("closed", StateWord.Closed.Name, (e, _, today) => StateWord.Closed.Fits(e, today)),
        ("withdrawn", StateWord.Withdrawn.Name, (e, _, today) => StateWord.Withdrawn.Fits(e, today)),
    ];

    /// <summary>Of what somebody still has to do.</summary>
    private static readonly (string Id, Text Name, Func<LocalDate, (LocalDate From, LocalDate To)> Days)[] Spans =
    [
        (ThisWeek, Texts.LedgerThisWeek, today => (today, MatterLists.SundayOf(today))),
        ("nextWeek",
            MatterTexts.OnlyNextWeek,
            today => (MatterLists.SundayOf(today).PlusDays(1), MatterLists.SundayOf(today).PlusDays(7))),
    ];

    public bool IsNarrow => State.Length + Place.Length + Span.Length > 0;

    public static ListView Of(Arguments arguments) =>
        new(arguments.Page, arguments[StateName], arguments[PlaceName], arguments[SpanName]);

    /// <summary>Asks for the list as it is narrowed here.</summary>
    public ChatCommand.Call Asked(ChatCommand.Call list) => list with
    {
        Arguments = list.Arguments.With(StateName, State).With(PlaceName, Place).With(SpanName, Span),
    };

    /// <summary>What of the list is shown.</summary>
    public IReadOnlyList<ListEntry> Narrowed(IReadOnlyList<ListEntry> entries, Person person, LocalDate today)
    {
        if (!IsNarrow)
        {
            return entries;
        }

        var state = States.FirstOrDefault(one => one.Id == State).Fits;
        var span = Spans.FirstOrDefault(one => one.Id == Span).Days?.Invoke(today);
        return
        [
            .. entries.Where(e => state?.Invoke(e, person, today) != false
                && IsIn(Place, e)
                && (span is not { } days || e.IsDueIn(days.From, days.To))),
        ];
    }

    /// <summary>What the list is narrowed to, in words; empty where nothing that is known narrows it.</summary>
    public string Words(Localizer localizer)
    {
        if (!IsNarrow)
        {
            return "";
        }

        List<string> words = [.. States.Where(one => one.Id == State).Select(Said)];

        if (CodeOf(Place) is { } place)
        {
            words.Add(PlaceWords(place, Place.EndsWith(Alone, StringComparison.Ordinal), localizer));
        }

        words.AddRange(Spans.Where(one => one.Id == Span).Select(one => Localizer.Within(localizer.Say(one.Name))));

        return string.Join(localizer.Say(Texts.ListComma), words);

        string Said((string Id, Text Name, Func<ListEntry, Person, LocalDate, bool> Fits) state) =>
            Localizer.Within(localizer.Say(state.Name));
    }

    /// <summary>
    /// The filters that change something of what is shown, each with its count: states and days, and the places behind a
    /// button.
    /// </summary>
    /// <param name="shown">What is shown now.</param>
    /// <param name="all">The whole list.</param>
    public IEnumerable<Json> Filters(
        IReadOnlyList<ListEntry> shown,
        IReadOnlyList<ListEntry> all,
        ChatCommand.Call list,
        Person person,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json> actions = [.. Offered(shown, all, person, localizer).Select(ToButton)];
        List<Json> places = [.. OfferedPlaces(shown, localizer).Select(ToButton)];
        return places.Count == 0 ? Card.Actions(actions)
            : [Card.Behind(localizer.Say(MatterTexts.OnlyByPlace), actions, Card.Actions(places))];

        Json ToButton(ListFilter filter) =>
            buttons.To($"{filter.Name} {Localizer.Invariant(filter.Count)}", filter.View.Asked(list));
    }

    /// <summary>States and days to which the list can be narrowed, and the way back to all of it.</summary>
    /// <inheritdoc cref="Filters"/>
    public IReadOnlyList<ListFilter> Offered(
        IReadOnlyList<ListEntry> shown,
        IReadOnlyList<ListEntry> all,
        Person person,
        Localizer localizer)
    {
        var today = localizer.Today;
        List<ListFilter> filters = [];
        if (shown.Count < all.Count)
        {
            filters.Add(new(Title(MatterTexts.OnlyAll), all.Count, Whole));
        }

        List<IReadOnlyList<ListEntry>> offered = [];
        foreach (var state in State.Length > 0 ? [] : States)
        {
            if (Narrower(state.Fits, StatesShown) is { } left)
            {
                Offer(state.Name, left, this with { Page = 0, State = state.Id });
            }
        }

        var states = offered.Count;
        foreach (var span in Span.Length > 0 ? [] : Spans)
        {
            var (from, to) = span.Days(today);
            if (Narrower((e, _, _) => e.IsDueIn(from, to), states + Spans.Length) is { } left)
            {
                Offer(span.Name, left, this with { Page = 0, Span = span.Id });
            }
        }

        return filters;

        // Null when it is not worth a button. Asked for each filter: most of them fit nothing, and cost nothing then.
        List<ListEntry>? Narrower(Func<ListEntry, Person, LocalDate, bool> fits, int most)
        {
            List<ListEntry> left = [];
            for (var i = 0; i < shown.Count && offered.Count < most; i++)
            {
                if (fits(shown[i], person, today))
                {
                    left.Add(shown[i]);
                }
            }

            return left.Count > 0 && left.Count < shown.Count && !offered.Any(left.SequenceEqual) ? left : null;
        }

        void Offer(Text name, IReadOnlyList<ListEntry> left, ListView view)
        {
            offered.Add(left);
            filters.Add(new(Title(name), left.Count, view));
        }

        string Title(Text name) => Localizer.AtStart(localizer.Say(name));
    }

    /// <summary>Places to which the list can be narrowed.</summary>
    public IEnumerable<ListFilter> OfferedPlaces(IReadOnlyList<ListEntry> shown, Localizer localizer) =>
        Place.Length > 0
            ? []
            : Places(shown, localizer).Select(place => new ListFilter(
                place.Words,
                shown.Count(e => IsIn(place.Place, e)),
                this with { Page = 0, Place = place.Place }));

    /// <summary>The places by which the list can be told apart, in the order of their codes: never a ranking.</summary>
    private static IEnumerable<(string Place, string Words)> Places(
        IReadOnlyList<ListEntry> shown,
        Localizer localizer)
    {
        if (shown.All(e => e.Area == shown[0].Area))
        {
            return [];
        }

        var cities = shown.Select(e => e.Area.City).Distinct().Order().ToList();
        if (cities.Count > 1)
        {
            return cities.Take(PlacesShown).Select(city => (city.Value, PlaceWords(city, false, localizer)));
        }

        return shown.Select(e => e.Area)
            .Distinct()
            .Order()
            .Take(PlacesShown)
            .Select(area => (AloneOf(area), PlaceWords(area, true, localizer)));
    }

    /// <summary>A place without what lies in it.</summary>
    public static string AloneOf(AreaCode area) => area.Level == AreaLevel.City ? area.Value + Alone : area.Value;

    private static string PlaceWords(AreaCode place, bool isAlone, Localizer localizer) =>
        place.Level != AreaLevel.City ? localizer.PlaceIn(place, place.City)
        : isAlone ? localizer.Say(MatterTexts.OnlyAlone, localizer.Place(place))
        : localizer.Place(place);

    private static AreaCode? CodeOf(string place) =>
        AreaCode.TryParse(place.EndsWith(Alone, StringComparison.Ordinal) ? place[..^1] : place, out var code) ? code : null;

    private static bool IsIn(string place, ListEntry entry) =>
        CodeOf(place) is not { } code
            || (place.EndsWith(Alone, StringComparison.Ordinal) ? entry.Area == code : code.Contains(entry.Area));
}

/// <summary>To what a list can be narrowed, and how many it then holds.</summary>
internal sealed record ListFilter(string Name, int Count, ListView View);
