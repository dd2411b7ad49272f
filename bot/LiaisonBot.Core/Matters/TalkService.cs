using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// Remembers what each person was shown last, and which message of the bot shows which matter. It is held in memory and
/// saved beside the turns, many rows in one batch, so that no turn waits for it or costs a round trip more; what was
/// saved survives a restart, and another instance knows it too. What was typed (<see cref="Talk.Asked"/>, <see cref="Talk.Told"/>, <see cref="Talk.Form"/>, <see cref="Talk.Card"/>, <see cref="Talk.Begun"/>) is not saved.
/// </summary>
/// <param name="left">Told once that something is to be saved, until it is. Must not throw.</param>
public sealed class TalkService(ITableStore store, AreaCode province, Terms terms, Action left)
{
    /// <summary>The same that is shown again is saved again only after this.</summary>
    private static readonly Duration Renewed = Duration.FromMinutes(5);

    /// <summary>Talks, and messages, that are held in memory.</summary>
    private const int MostHeld = 20_000;

    /// <summary>Of the hash that names a message.</summary>
    private const int HashBytes = 16;

    private readonly ConcurrentDictionary<string, Talk> last = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Talk> unsaved = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MatterNumber> cards = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (MatterNumber Number, Instant At)> unsavedCards = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (IReadOnlyList<MatterNumber> Listed, Instant At)> unsavedLists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Showing> unsavedShown = new(StringComparer.Ordinal);
    private int saving;
    private int isTold;

    private string Partition => province.Province.Value;

    /// <summary>Null when nothing was shown in the last <see cref="Talk.Lasts"/>.</summary>
    public async Task<Talk?> OfAsync(Person person, Instant now, CancellationToken cancellationToken)
    {
        if (Held(person, now) is { } held)
        {
            return held;
        }

        var row = await store.ReadAsync(DirectoryRows.Table, Partition, Key(person.Id), cancellationToken);
        return row is not null && Read(row) is var talk && talk.IsFresh(now) ? talk : null;
    }

    /// <summary>One matter was shown, in place of the one before it; the list that was shown stays.</summary>
    /// <param name="told">The step of its history that was told of; null for none.</param>
    /// <param name="asked">What was said of it and could not be done yet; null for nothing.</param>
    public void Shown(Person person, MatterNumber matter, Instant now, Act? told = null, string? asked = null)
    {
        var before = Held(person, now);
        var previous = before?.Matter is { } shown && shown != matter ? shown : before?.Before;
        Remember(person, new(matter, previous, before?.Listed ?? [], asked ?? before?.Asked ?? "", now)
        {
            Sent = before?.Sent ?? [],
            Expects = before?.Expects,
            Begun = before?.Begun,
            Told = told,
            Unplaced = before?.Unplaced,
            Aside = before is { Form: { } form } && form.Number == matter ? (form, before.At)
                : before?.Aside is { } kept && kept.Form.Number == matter ? kept
                : null,
        });
    }

    /// <summary>A list was shown; the matter that was spoken of is no longer meant.</summary>
    public void Listed(Person person, IEnumerable<MatterNumber> listed, string asked, Instant now) =>
        Remember(person, new(null, Held(person, now)?.Matter, [.. listed.Take(Talk.MostListed)], asked, now)
        {
            Sent = Held(person, now)?.Sent ?? [],
            Expects = Held(person, now)?.Expects,
            Begun = Held(person, now)?.Begun,
            IsAskedLast = asked.Length > 0,
        });

    /// <summary>Something was answered that is no list and no matter: a contact, a file. The matter that was spoken of stays.</summary>
    public void Answered(Person person, string asked, Instant now) =>
        Remember(person, OrNothing(person, now) with { Asked = asked, IsAskedLast = true, At = now });

    /// <summary>A step was said with words, and it was asked of which matter, or it could not be taken there.</summary>
    public void SaidOfNone(Person person, Act act, string text, Instant now) =>
        Remember(person, OrNothing(person, now) with { Unplaced = (act, text), At = now });

    /// <summary>A form was shown, of the matter that it names; any other card that is shown takes its place.</summary>
    public void FormShown(Person person, OpenForm form, Instant now)
    {
        if (form.Number is { } number)
        {
            Shown(person, number, now);
        }

        Remember(person, OrNothing(person, now) with { Form = form, Aside = null, Card = null, Unplaced = null, At = now });
    }

    /// <inheritdoc cref="FormShown(Person, OpenForm, Instant)"/>
    public void FormShown(Person person, OpenCard card, Instant now) =>
        Remember(person, OrNothing(person, now) with { Form = null, Card = card, Begun = card, IsAskedLast = false, At = now });

    /// <summary>The form was submitted, or is not wanted.</summary>
    public void FormIsSettled(Person person, Instant now)
    {
        if (Held(person, now) is { } before && (before.Form is not null || before.Card is not null || before.Aside is not null))
        {
            Remember(person, before with { Form = null, Aside = null, Card = null, Begun = before.Card is null ? before.Begun : null });
        }
    }

    /// <summary>The button of a form was pressed, wherever its card stands: what it began is no longer changed by words.</summary>
    /// <param name="command">What the button does.</param>
    public void Pressed(Person person, string command, Instant now)
    {
        if (Held(person, now) is { Begun: { } begun } before && begun.Command == command)
        {
            Remember(person, before with { Begun = null });
        }
    }

    /// <summary>The form that this process showed last and that is not settled; no read.</summary>
    public OpenForm? FormOf(Person person, Instant now) => Held(person, now)?.Form;

    /// <inheritdoc cref="Talk.Aside"/>
    public (OpenForm Form, Instant At)? AsideOf(Person person, Instant now) => Held(person, now)?.Aside;

    /// <inheritdoc cref="FormOf"/>
    public OpenCard? CardOf(Person person, Instant now) => Held(person, now)?.Card;

    /// <inheritdoc cref="Talk.Begun"/>
    public OpenCard? BegunOf(Person person, Instant now) => Held(person, now)?.Begun;

    /// <summary>Files came without words: the words may be in the next message.</summary>
    /// <param name="key">Names the message that they came with.</param>
    public void SentAlone(Person person, string key, Instant now)
    {
        var before = OrNothing(person, now);
        Remember(person, before with
        {
            Sent = [.. before.SentBefore(now).Where(sent => sent.Key != key).Append(new(key, now)).TakeLast(Talk.MostSent)],
            Expects = null,
            At = now,
        });
    }

    /// <summary>They belong somewhere now, or are not wanted.</summary>
    /// <param name="key">Of one message; null for all that came.</param>
    public void SentIsSettled(Person person, string? key, Instant now)
    {
        if (Held(person, now) is { Sent.Count: > 0 } before)
        {
            Remember(person, before with
            {
                Sent = key is null ? [] : [.. before.Sent.Where(sent => sent.Key != key)],
            });
        }
    }

    /// <summary>A step spoke of a file that did not come with it: it may come in the next message.</summary>
    public void ExpectsFile(Person person, MatterNumber matter, Instant now) =>
        Remember(person, OrNothing(person, now) with { Expects = new(matter, now), At = now });

    /// <summary>Keys of the messages whose files wait for words, within <see cref="Talk.OneMessage"/>; no read.</summary>
    public IReadOnlyList<SentAlone> SentBefore(Person person, Instant now) => Held(person, now)?.SentBefore(now) ?? [];

    /// <summary>
    /// The same; when this process knows of none, one read. A process that was killed may not have saved what came last:
    /// then <c>From</c> is the moment up to which everything is known, within <see cref="Talk.OneMessage"/>.
    /// </summary>
    public async Task<(IReadOnlyList<SentAlone> Sent, Instant? From)> SentBeforeAsync(
        Person person,
        Instant now,
        CancellationToken cancellationToken)
    {
        if (Held(person, now) is { } held)
        {
            return (held.SentBefore(now), null);
        }

        var saved = await OfAsync(person, now, cancellationToken);
        return (saved?.SentBefore(now) ?? [], Instant.Max(saved?.At ?? Instant.MinValue, now - Talk.OneMessage));
    }

    /// <summary>The matter of which a step spoke of a file within <see cref="Talk.OneMessage"/>; null for none.</summary>
    public async Task<MatterNumber?> ExpectedAsync(Person person, Instant now, CancellationToken cancellationToken) =>
        (await OfAsync(person, now, cancellationToken))?.Expects is { } expected && Talk.IsOneMessage(expected.At, now)
            ? expected.Matter
            : null;

    /// <summary>A message of the bot shows a matter, from now on for as long as delivered messages are kept.</summary>
    /// <param name="message">The id that the chat gave to it; null when it named none.</param>
    public void Posted(ChatAddress chat, string? message, MatterNumber? matter, Instant now)
    {
        if (message is null || matter is not { } number)
        {
            return;
        }

        if (cards.Count >= MostHeld)
        {
            cards.Clear();
        }

        var card = CardOf(chat, message);
        cards[card] = number;
        if (unsavedCards.Count < MostHeld)
        {
            unsavedCards[card] = (number, now);
            Tell();
        }
    }

    /// <summary>A digest lists matters, in this order, from now on for as long as delivered messages are kept.</summary>
    public void PostedList(ChatAddress chat, string? message, IEnumerable<MatterNumber> listed, Instant now)
    {
        if (message is not null && unsavedLists.Count < MostHeld)
        {
            unsavedLists[CardOf(chat, message)] = ([.. listed.Take(Talk.MostListed)], now);
            Tell();
        }
    }

    /// <summary>The matters that a digest lists; empty when that is not known. At most one read.</summary>
    public async Task<IReadOnlyList<MatterNumber>> ListedInAsync(ChatAddress chat, string message, CancellationToken cancellationToken)
    {
        var card = CardOf(chat, message);
        return unsavedLists.TryGetValue(card, out var list) ? list.Listed
            : await store.ReadAsync(DirectoryRows.Table, Partition, CardKey(card), cancellationToken) is { } row
            ? ListedIn(row)
            : [];
    }

    /// <summary>
    /// A message in a person's own chat shows a matter as it stands, or shows something else now: from now on it is
    /// brought up to date when the matter moves, or left alone.
    /// </summary>
    /// <remarks>To be told before <see cref="Posted"/>.</remarks>
    /// <param name="matter">Null for anything but a matter's card as it is made when the matter is opened.</param>
    /// <param name="isNew">It takes the place of no other message.</param>
    public void Showed(
        string personId,
        ChatAddress chat,
        string? message,
        MatterTree? matter,
        bool isNew,
        Instant now)
    {
        if (message is null
            || chat.Kind != ChatKind.Personal
            || (matter is null && isNew)
            || unsavedShown.Count >= MostHeld)
        {
            return;
        }

        var card = CardOf(chat, message);
        MatterNumber? before = cards.TryGetValue(card, out var known) ? known : null;
        unsavedShown[card] = new(
            personId,
            message,
            before,
            matter is null ? null : new(matter.Matter.Number, personId, message, matter.Shown, now, new()),
            isNew || before is not null);
        Tell();
    }

    /// <summary>
    /// Whether a message shows something else than what is stored of it: a form was opened in the place of a card, and that
    /// is still to be saved. No read.
    /// </summary>
    public bool ShowsAnew(ChatAddress chat, string message) => unsavedShown.ContainsKey(CardOf(chat, message));

    /// <summary>
    /// The matter that a message of the bot shows; null when that is not known. At most one read, and none of what this
    /// process posted itself.
    /// </summary>
    public async Task<MatterNumber?> ShownInAsync(ChatAddress chat, string message, CancellationToken cancellationToken)
    {
        var card = CardOf(chat, message);
        return cards.TryGetValue(card, out var number) ? number
            : await store.ReadAsync(DirectoryRows.Table, Partition, CardKey(card), cancellationToken) is { } row
                && row.Text("Number") is { } shown
            ? MatterNumber.Parse(shown)
            : null;
    }

    /// <summary>Of a person whose data is deleted.</summary>
    public void Forget(string personId)
    {
        last.TryRemove(personId, out _);
        unsaved.TryRemove(personId, out _);
        foreach (var shown in unsavedShown.Where(one => one.Value.Person == personId))
        {
            unsavedShown.TryRemove(shown);
        }
    }

    /// <summary>
    /// Saves what is not saved yet; what the store did not take stays to be saved. Nothing is read or written when
    /// there is nothing.
    /// </summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref isTold, 0);
        if ((unsaved.IsEmpty && unsavedCards.IsEmpty && unsavedLists.IsEmpty && unsavedShown.IsEmpty) || Interlocked.Exchange(ref saving, 1) != 0)
        {
            return;
        }

        try
        {
            await SaveAsync(unsaved, ToRow, cancellationToken);
            await SaveShownAsync(cancellationToken);
            await SaveAsync(unsavedCards, ToCardRow, cancellationToken);
            await SaveAsync(unsavedLists, ToListRow, cancellationToken);
        }
        finally
        {
            Volatile.Write(ref saving, 0);
        }
    }

    /// <summary>Removes what messages showed that are no longer kept.</summary>
    public async Task SweepAsync(Instant now, CancellationToken cancellationToken)
    {
        var before = now - terms.Of(Kept.DeliveredMessage);
        await foreach (var page in store.ReadPagesAsync(
            DirectoryRows.Table,
            Partition,
            RowKeys.Directory.ShownCards,
            cancellationToken))
        {
            foreach (var old in page.Where(row => row.Time("At") is not { } at || at < before)
                .Chunk(StoreLimits.BatchChanges))
            {
                await store.SubmitAsync(
                    DirectoryRows.Table,
                    Partition,
                    [.. old.Select(row => new Change.Delete(row.Key))],
                    cancellationToken);
            }
        }
    }

    private async Task SaveAsync<T>(
        ConcurrentDictionary<string, T> left,
        Func<string, T, Row> toRow,
        CancellationToken cancellationToken)
    {
        foreach (var batch in left.ToArray().Chunk(StoreLimits.BatchChanges))
        {
            var outcome = await store.SubmitAsync(
                DirectoryRows.Table,
                Partition,
                [.. batch.Select(one => new Change.Upsert(toRow(one.Key, one.Value)))],
                cancellationToken);
            foreach (var one in batch)
            {
                if (outcome == BatchOutcome.Committed)
                {
                    left.TryRemove(one);
                }
            }
        }
    }

    /// <summary>In the partitions of the matters.</summary>
    private async Task SaveShownAsync(CancellationToken cancellationToken)
    {
        var all = unsavedShown.ToArray();
        var changes = new Dictionary<(AreaCode City, string Key), Change>();
        foreach (var (card, shown) in all)
        {
            // What it showed before, another process may have posted.
            var before = shown.Before;
            if (!shown.IsBeforeKnown
                && (await store.ReadAsync(DirectoryRows.Table, Partition, CardKey(card), cancellationToken))?.Text("Number") is { } posted)
            {
                before = MatterNumber.Parse(posted);
            }

            if (before is { } number)
            {
                var key = ShownCard.KeyOf(number, shown.Person, shown.Activity);
                changes[(number.City, key)] = new Change.Delete(key);
            }

            if (shown.Card?.ToRow() is { } row)
            {
                changes[(shown.Card.Subject.City, row.Key)] = new Change.Upsert(row);
            }
        }

        var isSaved = true;
        foreach (var city in changes.GroupBy(change => change.Key.City, change => change.Value))
        {
            foreach (var batch in city.Chunk(StoreLimits.BatchChanges))
            {
                isSaved &= await store.SubmitAsync(MatterRows.Table, city.Key.Value, batch, cancellationToken)
                    == BatchOutcome.Committed;
            }
        }

        foreach (var one in isSaved ? all : [])
        {
            unsavedShown.TryRemove(one);
        }
    }

    private void Tell()
    {
        if (Interlocked.Exchange(ref isTold, 1) == 0)
        {
            left();
        }
    }

    private Talk OrNothing(Person person, Instant now) => Held(person, now) ?? new(null, null, [], "", now);

    private Talk? Held(Person person, Instant now) =>
        last.TryGetValue(person.Id, out var talk) && talk.IsFresh(now) ? talk : null;

    private void Remember(Person person, Talk talk)
    {
        if (Held(person, talk.At) is { } held && held.IsSame(talk) && talk.At - held.At < Renewed)
        {
            return;
        }

        if (last.Count >= MostHeld)
        {
            last.Clear();
        }

        last[person.Id] = talk;
        unsaved[person.Id] = talk;
        Tell();
    }

    /// <summary>Names a message, and nobody: the ids of chats are those of people.</summary>
    private static string CardOf(ChatAddress chat, string message) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{chat.ConversationId}\n{message}")).AsSpan(..HashBytes));

    private static string CardKey(string card) => RowKeys.Directory.ShownCards + card;

    private static Row ToCardRow(string card, (MatterNumber Number, Instant At) shown) =>
        new(CardKey(card), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = shown.Number.Key,
            ["At"] = shown.At,
        });

    private static Row ToListRow(string card, (IReadOnlyList<MatterNumber> Listed, Instant At) shown) =>
        new(CardKey(card), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Listed"] = string.Join(',', shown.Listed.Select(number => number.Key)),
            ["At"] = shown.At,
        });

    private static IReadOnlyList<MatterNumber> ListedIn(Row row) =>
        [.. (row.Text("Listed") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(MatterNumber.Parse)];

    private static string Key(string personId) => RowKeys.Directory.Talks + KeyPart.Of(personId);

    private static Row ToRow(string personId, Talk talk)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal) { ["Person"] = personId, ["At"] = talk.At };
        columns.Set("Matter", talk.Matter?.Key);
        columns.Set("Before", talk.Before?.Key);
        columns.Set("Listed", talk.Listed.Count > 0 ? string.Join(',', talk.Listed.Select(n => n.Key)) : null);
        columns.Set("Sent", talk.Sent.Count > 0 ? string.Join(',', talk.Sent.Select(Write)) : null);
        columns.Set("Expects", talk.Expects is { } expects ? Write(expects.Matter.Key, expects.At) : null);
        return new(Key(personId), columns);
    }

    /// <param name="Before">What the message showed until then.</param>
    /// <param name="Card">Null where it shows no matter now that is to be brought up to date.</param>
    private sealed record Showing(
        string Person,
        string Activity,
        MatterNumber? Before,
        ShownCard? Card,
        bool IsBeforeKnown);

    private static Talk Read(Row row) => new(
        row.Text("Matter") is { } matter ? MatterNumber.Parse(matter) : null,
        row.Text("Before") is { } before ? MatterNumber.Parse(before) : null,
        ListedIn(row),
        // What people type lies in no store: the sentence that asked for a list is known to its process alone.
        "",
        row.Time("At") ?? default)
    {
        Sent =
        [
            .. (row.Text("Sent") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(ReadTimed)
                .Select(sent => new SentAlone(sent.What, sent.At)),
        ],
        Expects = row.Text("Expects") is { } expects && ReadTimed(expects) is var expected
            ? new(MatterNumber.Parse(expected.What), expected.At)
            : null,
    };

    private static string Write(SentAlone sent) => Write(sent.Key, sent.At);

    private static string Write(string what, Instant at) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}@{at.ToUnixTimeTicks()}");

    private static (string What, Instant At) ReadTimed(string text) =>
        text.LastIndexOf('@') is var at && at >= 0
            ? (text[..at], Instant.FromUnixTimeTicks(long.Parse(text.AsSpan(at + 1), CultureInfo.InvariantCulture)))
            : throw new InvalidDataException("It is not said when a file came.");
}
