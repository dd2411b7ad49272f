using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Simulation.Sealed;

/// <summary>One thing broken on purpose around sealed records, to show that a check notices it.</summary>
/// <param name="By">The check that has to notice it; others may as well, and before.</param>
internal sealed record SealedDefect(string Name, SealedCheck By, string What)
{
    /// <summary>Of a table.</summary>
    public Func<SealedRun, string, Change, Change?>? Write { get; init; }

    /// <summary>Of the table of sealed records; the run knows who is asking.</summary>
    public Func<SealedRun, Row, Row?>? Read { get; init; }

    public Func<ISealingKeys, ISealingKeys>? Keys { get; init; }

    /// <summary>Of each process.</summary>
    public Func<Func<int, byte[]>, Func<int, byte[]>>? Random { get; init; }

    public Func<IChats, IChats>? Chat { get; init; }

    public static SealedDefect Named(string name) => All.Single(one => one.Name == name);

    /// <summary>The first seed at which its check notices it; null when none does.</summary>
    public int? CaughtBy(int seeds) => Enumerable.Range(1, seeds)
        .Cast<int?>()
        .FirstOrDefault(seed => new SealedRun(seed!.Value, this).Play().Violations.Any(violation => violation.Check == By));

    public static IReadOnlyList<SealedDefect> All { get; } =
    [
        new("look-unwritten", SealedCheck.NothingIsOpenedWithoutItsLook, "A look at a text is not written.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Sealed.Looks)?.Text("What") == "Text" ? null : change,
        },
        new("look-at-list-unwritten", SealedCheck.NothingIsOpenedWithoutItsLook, "A look at a list is not written.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Sealed.Looks)?.Text("What") == "List" ? null : change,
        },
        new("look-of-somebody-else", SealedCheck.NothingIsOpenedWithoutItsLook, "A look is written as one of somebody else.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Sealed.Looks) is null ? change : With(change, "By", "keeper-2"),
        },
        new("look-of-another-record", SealedCheck.NothingIsOpenedWithoutItsLook, "A look is written at another record.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Sealed.Looks) is { } row
                ? new Change.Upsert(row with { Key = row.Key.Replace("|2026-1300-", "|2026-1301-", StringComparison.Ordinal) })
                : change,
        },
        new("reason-unwritten", SealedCheck.ALookAtWhoToldItSaysWhy, "Why somebody asked who told it is not kept.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Sealed.Looks) is null ? change : With(change, "Cipher", null),
        },
        new("recusal-forgotten", SealedCheck.NobodySeesWhatIsNotTheirs, "Who is recused from a record is forgotten.")
        {
            Read = (_, row) => Is(row, RowKeys.Sealed.Records) ? With(row, "Recused", null) : row,
        },
        new("filter-forgotten", SealedCheck.NobodySeesWhatIsNotTheirs, "A list shows each to whoever asks, if they are of the team.")
        {
            Read = (run, row) => Is(row, RowKeys.Sealed.Records) && run.Watch.Call is { What: "list", Who: var who }
                ? With(row, "Handlers", who.Id)
                : row,
        },
        new("handler-stale", SealedCheck.NobodySeesWhatIsNotTheirs, "Who registered it goes on working on it, whoever is named.")
        {
            Read = (_, row) => Is(row, RowKeys.Sealed.Records)
                ? With(row, "Handlers", string.Join('\n', "petitioner", "watcher"))
                : row,
        },
        new("slip-unsigned-seen", SealedCheck.NobodySeesWhatIsNotTheirs, "The receiver sees a slip that nobody has signed.")
        {
            Read = (_, row) => Is(row, RowKeys.Sealed.Records) && row.Text("Kind") == "Slip" && row.Text("State") == "Registered"
                ? With(row, "State", "Judged")
                : row,
        },
        new("receiver-sees-the-record", SealedCheck.NobodySeesWhatIsNotTheirs, "Who receives a slip sees the record that it is made of.")
        {
            Read = (run, row) => Is(row, RowKeys.Sealed.Records) && row.Text("Slip") is not null && run.Watch.Call?.Who.Id == "audit"
                ? With(With(With(row, "Kind", "Slip"), "State", "Received"), "Receiver", Cast.AuditOffice.Value)
                : row,
        },
        new("leader-shut-out", SealedCheck.EverybodySeesWhatIsTheirs, "The leader does not see what the team has.")
        {
            Read = (_, row) => Is(row, RowKeys.Sealed.Records) && row.Text("Kind") == "Petition" ? With(row, "Team", 7L) : row,
        },
        new("place-told", SealedCheck.NobodyIsToldOfWhatIsNotTheirs, "A message of a record is written for the place concerned.")
        {
            Write = (_, table, change) => Message(table, change)?.Text("Act") == SealedService.IsYours ? With(change, "To", "changan") : change,
        },
        new("digest-to-the-city", SealedCheck.NobodyIsToldOfWhatIsNotTheirs, "What is in a digest goes to the city too.")
        {
            Chat = chat => new Meddling(chat) { DigestsTo = Cast.City },
        },
        new("recused-reminded", SealedCheck.NothingIsRemindedToWhoIsRecused, "Who was taken out is still sent what is due.")
        {
            Read = (run, row) => Is(row, RowKeys.Sealed.Records) && run.Watch.Call is null
                ? With(With(row, "Handlers", string.Join('\n', row.Text("Recused"), row.Text("Handlers")).Trim('\n')), "Recused", null)
                : row,
        },
        new("told-never", SealedCheck.WhoHasToActIsToldOnce, "The message for who has to act is not written.")
        {
            Write = (_, table, change) => Message(table, change)?.Text("Act") == SealedService.IsYours ? null : change,
        },
        new("told-again", SealedCheck.WhoHasToActIsToldOnce, "It is not noted that a step was told.")
        {
            Write = (run, table, change) => table == RowKeys.Matters.Table
                && change.Key.StartsWith(RowKeys.Matters.Commands, StringComparison.Ordinal)
                ? null
                : Message(table, change) is { } row && change is Change.Insert
                ? new Change.Upsert(row with { Key = string.Create(CultureInfo.InvariantCulture, $"{row.Key}-{run.Draw()}") })
                : change,
        },
        new("reminder-lost", SealedCheck.RemindersComeOnTheirDays, "When a record is to be reminded of is not written.")
        {
            Write = (_, table, change) => table == RowKeys.Matters.Table
                && change is Change.Insert or Change.Upsert
                && change.Key.StartsWith(RowKeys.Matters.Reminders, StringComparison.Ordinal)
                ? null
                : change,
        },
        new("body-in-a-message", SealedCheck.WordsStayInside, "What was typed stands in a message.")
        {
            Write = (run, table, change) => Message(table, change) is null ? change : With(change, "Note", run.LastTyped),
        },
        new("body-in-the-clear", SealedCheck.WordsStayInside, "What was typed stands beside its envelope.")
        {
            Write = (run, table, change) => OfSealed(table, change, RowKeys.Sealed.History) is null ? change : With(change, "Title", run.LastTyped),
        },
        new("body-in-an-exception", SealedCheck.WordsStayInside, "An exception says what was typed.")
        {
            Write = (run, table, change) => table == RowKeys.Sealed.Table && change is Change.Replace
                ? throw new StoreUnavailableException("Could not save " + run.LastTyped)
                : change,
        },
        new("key-reused", SealedCheck.AKeyIsUsedOnce, "Each text has the same key, and with it the same nonce.")
        {
            Random = _ => count => [.. Enumerable.Repeat((byte)7, count)],
        },
        new("nonce-reused", SealedCheck.AKeyIsUsedOnce, "Each process draws the same keys from its start on.")
        {
            Random = _ =>
            {
                var draws = new System.Random(1);
                return count =>
                {
                    var bytes = new byte[count];
                    draws.NextBytes(bytes);
                    return bytes;
                };
            },
        },
        new("key-unwrapped", SealedCheck.KeysStandWrapped, "The key of a text stands beside it as it is.")
        {
            Keys = keys => new OpenKeys(keys),
        },
        new("unbound", SealedCheck.ATextOpensInItsRowAlone, "A text is not bound to its row.")
        {
            Read = (run, row) => Is(row, RowKeys.Sealed.Texts) ? Rebound(run, row) : row,
        },
        new("looks-not-rewrapped", SealedCheck.EverythingOpensWithTheKeyOfNow, "A new key does not reach the reasons of looks.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Sealed.Looks) is not null && change is Change.Replace ? null : change,
        },
        new("key-misnamed", SealedCheck.EverythingOpensWithTheKeyOfNow, "Of a key that was wrapped anew the name stays as it was.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Sealed.Texts) is not null && change is Change.Replace
                ? With(change, "KeyBy", "key-1")
                : change,
        },
        new("text-unwritten", SealedCheck.WhatWasAnsweredIsThereOnce, "What was typed of a step is not kept.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Sealed.History) is null ? change : With(change, "Cipher", null),
        },
        new("numbers-by-twos-sealed", SealedCheck.NumbersHaveNoGap, "Numbers are given out by twos.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Matters.Sequences) is { } row
                ? With(change, "Last", row.Number("Last") + 1)
                : change,
        },
        new("step-unwritten", SealedCheck.TheHistoryHasNoGap, "A judgement is not written into the history.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Sealed.History)?.Text("Act") == "Judge" ? null : change,
        },
        new("destroyed-by-one", SealedCheck.NothingIsDestroyedButByTwoAfterItsTerm, "Who proposed that a record is destroyed is forgotten.")
        {
            Read = (_, row) => Is(row, RowKeys.Sealed.Ends) && row.Text("ProposedBy") is not null ? With(row, "ProposedBy", "nobody") : row,
        },
        new("destroyed-early", SealedCheck.NothingIsDestroyedButByTwoAfterItsTerm, "A record counts as closed a month before it was.")
        {
            Read = (run, row) => Is(row, RowKeys.Sealed.Records)
                && run.Watch.Call is { What: "propose" or "destroy" }
                && row.Time("ClosedAt") is { } at
                    ? With(row, "ClosedAt", at - NodaTime.Duration.FromDays(30))
                    : row,
        },
        new("text-stays", SealedCheck.NumberAndDayAreAllThatIsLeft, "The text of a record that was destroyed stays.")
        {
            Write = (_, table, change) => table == RowKeys.Sealed.Table && change is Change.Delete && change.Key.StartsWith(RowKeys.Sealed.Texts, StringComparison.Ordinal)
                ? null
                : change,
        },
        new("notice-stays", SealedCheck.NumberAndDayAreAllThatIsLeft, "When a record was to be reminded of stays when it was destroyed.")
        {
            Write = (_, table, change) => change is Change.Delete && change.Key.StartsWith(RowKeys.Matters.SealedNotices, StringComparison.Ordinal)
                ? null
                : change,
        },
        new("counted-anew", SealedCheck.AVisitIsCountedOnceByItsLeader, "That an unannounced visit counts already is forgotten.")
        {
            Read = (_, row) => Is(row, RowKeys.Sealed.Records) ? With(row, "CountedAs", null) : row,
        },
        new("archived-unnoted", SealedCheck.NothingIsOpenedWithoutItsLook, "That a record went into a file for the archive is not written.")
        {
            Write = (_, table, change) => OfSealed(table, change, RowKeys.Sealed.Looks)?.Text("What") == "Archive" ? null : change,
        },
        new("archive-of-another-post", SealedCheck.TheArchiveGetsWhatOneLeads, "The archive gets online clues from whom the office named for petitions.")
        {
            Read = (run, row) => Is(row, RowKeys.Sealed.Records) && run.Watch.Call is { What: "archive" } && row.Text("Kind") == "OnlineClue"
                ? With(row, "Kind", "Petition")
                : row,
        },
        new("key-of-an-earlier-time-lost", SealedCheck.NothingBreaks, "The key before is taken away as soon as there is a new one.")
        {
            Keys = keys => new LatestAlone(keys),
        },
    ];

    private static bool Is(Row row, string prefix) => row.Key.StartsWith(prefix, StringComparison.Ordinal);

    private static Row? OfSealed(string table, Change change, string prefix) =>
        table == RowKeys.Sealed.Table && change.Key.StartsWith(prefix, StringComparison.Ordinal) ? Witness.Written(change) : null;

    private static Row? Message(string table, Change change) =>
        table == RowKeys.Matters.Table
        && Witness.Written(change) is { } row
        && (Is(row, RowKeys.Matters.Outbox) || Is(row, RowKeys.Matters.Digest))
        && row.Text("Number")?.StartsWith("sealed:", StringComparison.Ordinal) == true
            ? row
            : null;

    private static Row With(Row row, string column, object? value)
    {
        var columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal);
        if (value is null)
        {
            columns.Remove(column);
        }
        else
        {
            columns[column] = value;
        }

        return row with { Columns = columns };
    }

    private static Change With(Change change, string column, object? value) => change switch
    {
        Change.Insert insert => new Change.Insert(With(insert.Row, column, value)),
        Change.Replace replace => new Change.Replace(With(replace.Row, column, value), replace.ETag),
        Change.Upsert upsert => new Change.Upsert(With(upsert.Row, column, value)),
        _ => change,
    };

    /// <summary>As if a text did not know its row: sealed for the one in which it lies now.</summary>
    private static Row Rebound(SealedRun run, Row row)
    {
        if (run.Watch.Opened(row) is not null)
        {
            return row;
        }

        var origin = run.Watch.Rows(RowKeys.Sealed.Texts)
            .Select(other => row with { Key = other.Key })
            .FirstOrDefault(other => run.Watch.Opened(other) is not null);
        if (origin is null)
        {
            return row;
        }

        var plain = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(run.Watch.Opened(origin));
        var (key, cipher) = (run.Watch.KeyOf(row), new byte[plain.Length + 16]);
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(
            new byte[12],
            plain,
            cipher.AsSpan(16),
            cipher.AsSpan(0, 16),
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{row.Key}\n{row.Number("Version")}")));
        return With(row, "Cipher", Convert.ToBase64String(cipher));
    }

    private sealed class OpenKeys(ISealingKeys inner) : ISealingKeys
    {
        public Task<string> CurrentAsync(CancellationToken cancellationToken) => inner.CurrentAsync(cancellationToken);

        public async Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken) =>
            new(await inner.CurrentAsync(cancellationToken), [.. key]);

        public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken) =>
            Task.FromResult<byte[]>([.. wrapped.Value]);
    }

    private sealed class LatestAlone(ISealingKeys inner) : ISealingKeys
    {
        public Task<string> CurrentAsync(CancellationToken cancellationToken) => inner.CurrentAsync(cancellationToken);

        public Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken) => inner.WrapAsync(key, cancellationToken);

        public async Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken) =>
            wrapped.By == await inner.CurrentAsync(cancellationToken)
                ? await inner.UnwrapAsync(wrapped, cancellationToken)
                : throw new SealingKeyException("The key is gone.");
    }

    private sealed class Meddling(IChats chat) : IChats
    {
        public Person? DigestsTo { get; init; }

        public Task<SendAnswer> SendAsync(OutboxMessage message, Person to, ChatAddress address, ISubject subject, CancellationToken cancellationToken) =>
            chat.SendAsync(message, to, address, subject, cancellationToken);

        public Task<SendAnswer> SendMovedAsync(OutboxMessage message, Person to, ChatAddress address, CancellationToken cancellationToken) =>
            chat.SendMovedAsync(message, to, address, cancellationToken);

        public async Task<SendAnswer> SendDigestAsync(
            IReadOnlyList<(OutboxMessage Message, ISubject Subject)> lines,
            Person to,
            ChatAddress address,
            CancellationToken cancellationToken)
        {
            if (DigestsTo is not null)
            {
                await chat.SendDigestAsync(lines, DigestsTo, address, cancellationToken);
            }

            return await chat.SendDigestAsync(lines, to, address, cancellationToken);
        }

        public Task<SendAnswer> SendNewsAsync(PeopleNews news, Person to, ChatAddress address, bool mayBeRepeat, CancellationToken cancellationToken) =>
            chat.SendNewsAsync(news, to, address, mayBeRepeat, cancellationToken);

        public Task<SendAnswer> ShowJobAsync(Job job, IReadOnlyList<RefusedItem> refused, Person to, ChatAddress address, CancellationToken cancellationToken) =>
            chat.ShowJobAsync(job, refused, to, address, cancellationToken);

        public Task<SendAnswer> ShowAsync(RoomView view, Room room, string? activity, bool mayBeRepeat, CancellationToken cancellationToken) =>
            chat.ShowAsync(view, room, activity, mayBeRepeat, cancellationToken);

        public Task<SendAnswer> UpdateCardAsync(MatterNumber number, MatterTree? matter, Person to, ChatAddress address, string activity, CancellationToken cancellationToken) =>
            chat.UpdateCardAsync(number, matter, to, address, activity, cancellationToken);
    }
}

/// <summary>Spoils batches, and reads of sealed records, as a defect says.</summary>
internal sealed class SealedSpoilt(ITableStore inner, SealedRun run, SealedDefect defect) : ITableStore
{
    public async Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        await inner.ReadAsync(table, partition, key, cancellationToken) is { } row ? Spoilt(table, row) : null;

    public async Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken) =>
        [.. (await inner.ReadRangeAsync(table, partition, from, to, limit, cancellationToken)).Select(row => Spoilt(table, row)).OfType<Row>()];

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        List<Change> spoilt = defect.Write is { } write
            ? [.. changes.Select(change => write(run, table, change)).OfType<Change>()]
            : [.. changes];
        return spoilt.Count == 0
            ? BatchOutcome.Committed
            : await inner.SubmitAsync(table, partition, spoilt, cancellationToken);
    }

    private Row? Spoilt(string table, Row row) =>
        table == RowKeys.Sealed.Table && defect.Read is { } read ? read(run, row) : row;
}
