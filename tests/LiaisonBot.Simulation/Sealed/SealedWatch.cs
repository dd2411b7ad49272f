using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation.Sealed;

/// <summary>What somebody is just asking for.</summary>
/// <param name="Number">Null for a list.</param>
internal sealed record SealedCall(string What, Person Who, string? Number, Instant At);

/// <summary>
/// Holds what is written, sent and opened against docs/rules.md, read from the rows alone: nothing of it is asked of the
/// product's rules.
/// </summary>
internal sealed partial class SealedWatch(MemoryTableStore memory, MemorySealingKeys keys, VirtualTime time)
{
    /// <summary>Stands around each word that is typed.</summary>
    public const char Mark = '§';

    private const string Place = "1300";

    private static readonly string[] Outsiders = ["city", "changan", "zhengding", "other-city", "lunan", "supervision", "office"];

    private readonly Dictionary<string, string> wrappedIn = new(StringComparer.Ordinal);
    private readonly HashSet<string> keysSeen = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Number, long At, string To), int> told = [];
    /// <summary>How often: two steps may be of one moment.</summary>
    private readonly Dictionary<(string Number, long At, string To), int> toTell = [];
    private readonly Dictionary<(string Number, LocalDate Day, string To), int> reminded = [];
    private readonly HashSet<string> answered = new(StringComparer.Ordinal);
    /// <summary>Who proposed that a record is destroyed, by its number.</summary>
    private readonly Dictionary<string, string> proposed = new(StringComparer.Ordinal);

    /// <summary>Marks in rows that went with a record.</summary>
    private readonly HashSet<string> gone = new(StringComparer.Ordinal);
    private LocalDate peopleChanged = LocalDate.MinIsoValue;

    /// <summary>The archive's own key, with its private half.</summary>
    public static RSA ArchiveKey { get; } = RSA.Create(2048);

    /// <summary>Numbers of the records that are there no more.</summary>
    public HashSet<string> Destroyed { get; } = new(StringComparer.Ordinal);

    /// <summary>Records in files for the archive.</summary>
    public int Filed { get; private set; }

    /// <summary>Numbers that were given.</summary>
    public int Given => Records.Count + Destroyed.Count;

    public List<SealedViolation> Violations { get; } = [];

    public Dictionary<string, Person> People { get; } = new(StringComparer.Ordinal);

    /// <summary>What is just being asked; null for what comes by itself.</summary>
    public SealedCall? Call { get; set; }

    /// <summary>Grows with each change of a record and of people.</summary>
    public int Changes { get; private set; }

    public int Told => told.Count + reminded.Count;

    private Instant Now => time.GetCurrentInstant();

    private LocalDate Today => BeijingTime.Today(Now);

    public void Violate(SealedCheck check, string what) => Violations.Add(new(check, Now, what));

    public IReadOnlyList<Row> Rows(string prefix) =>
        memory.ReadRangeAsync(
            RowKeys.Sealed.Table,
            Place,
            prefix,
            prefix.Length == 0 ? "~" : KeyRange.After(prefix),
            int.MaxValue,
            CancellationToken.None).Result;

    public IReadOnlyList<Row> Records => Rows(RowKeys.Sealed.Records);

    public Row? Record(string number) => memory.ReadAsync(
        RowKeys.Sealed.Table,
        Place,
        RowKeys.Sealed.Records + number,
        CancellationToken.None).Result;

    public static string NumberOf(Row record) => record.Key[RowKeys.Sealed.Records.Length..];

    public void Entered(Person person)
    {
        People[person.Id] = person;
        peopleChanged = Today;
        Changes++;
    }

    /// <summary>Somebody was told that what has this mark is done.</summary>
    public void Answered(string mark) => answered.Add(mark);

    public void Committed(string table, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        foreach (var (change, before) in batch)
        {
            if (table == RowKeys.Sealed.Table && change is Change.Delete && before is not null)
            {
                Deleted(before);
            }

            if (Witness.Written(change) is not { } row)
            {
                continue;
            }

            if (table == RowKeys.Sealed.Table)
            {
                if (row.Text("Key") is { } wrapped)
                {
                    wrappedIn[wrapped] = row.Key;
                }

                if (before is null && row.Key.StartsWith(RowKeys.Sealed.History, StringComparison.Ordinal))
                {
                    Stepped(row, batch);
                }

                if (row.Key.StartsWith(RowKeys.Sealed.Records, StringComparison.Ordinal))
                {
                    Changes++;
                    if (row.Text("CountedAs") is { } visit && before?.Text("CountedAs") != visit)
                    {
                        Counted(row, before);
                    }
                }

                if (before is null && row.Key.StartsWith(RowKeys.Sealed.Ends, StringComparison.Ordinal))
                {
                    proposed[row.Key[RowKeys.Sealed.Ends.Length..]] = Call?.Who.Id ?? "";
                }
            }
            else if (before is null && change is Change.Insert && row.Text("Number") is { } subject
                && subject.StartsWith("sealed:", StringComparison.Ordinal)
                && (row.Key.StartsWith(RowKeys.Matters.Outbox, StringComparison.Ordinal)
                    || row.Key.StartsWith(RowKeys.Matters.Digest, StringComparison.Ordinal)))
            {
                Noted(row, subject["sealed:".Length..]);
            }
        }
    }

    /// <summary>A message or a line of a digest goes out.</summary>
    public void Sent(OutboxMessage message, Person to)
    {
        Words("message", message.ToString());
        if (message.Subject.Kind != "sealed" || Record(message.Subject.Number) is not { } record || Sees(record, to.Id))
        {
            return;
        }

        Violate(
            IsRecused(record, to.Id) ? SealedCheck.NothingIsRemindedToWhoIsRecused : SealedCheck.NobodyIsToldOfWhatIsNotTheirs,
            $"{message.What} {message.Subject.Number} sent to {to.Id}");
    }

    /// <summary>A key of a text was sealed by the wrapping key.</summary>
    public void Wrapped(byte[] key)
    {
        if (Call is not null && !keysSeen.Add(Convert.ToHexString(key)))
        {
            Violate(SealedCheck.AKeyIsUsedOnce, $"{Call.What} {Call.Number}");
        }
    }

    /// <summary>The key of a text is asked for.</summary>
    public void Unwrapping(WrappedKey wrapped)
    {
        if (Call is null || !wrappedIn.TryGetValue(Convert.ToBase64String(wrapped.Value), out var row))
        {
            return;
        }

        var isArchive = Call.What == "archive";
        var what = isArchive ? "Archive" : row[0] switch { 'B' or 'E' => "Text", 'N' => "Identity", _ => "Looks" };
        var number = row.Split('|')[1];
        if (!Destroyed.Contains(number) && LookOf(isArchive ? Call with { Number = number } : Call, what) is null)
        {
            Violate(SealedCheck.NothingIsOpenedWithoutItsLook, $"{row} for {Call.Who.Id}");
        }
    }

    /// <summary>Something was shown.</summary>
    public void Shown(SealedCall call, string what, string? why = null)
    {
        if (call.Number is { } number && Destroyed.Contains(number))
        {
            // It went while it was being opened, and the look with it.
            return;
        }

        if (LookOf(call, what) is not { } look)
        {
            Violate(SealedCheck.NothingIsOpenedWithoutItsLook, $"{what} of {call.Number} for {call.Who.Id}");
        }
        else if (why is not null && Opened(look)?.GetValueOrDefault("words") != why)
        {
            Violate(SealedCheck.ALookAtWhoToldItSaysWhy, $"{call.Number} for {call.Who.Id}");
        }
    }

    /// <param name="seen">Whether they were shown it.</param>
    public void Asked(Person person, string number, bool seen, bool identity = false)
    {
        var may = Record(number) is { } record && Sees(record, person.Id)
            && (!identity || (!IsReceiverAlone(record, person.Id) && record.Flag("HasIdentity")));
        if (seen != may)
        {
            Violate(
                seen ? SealedCheck.NobodySeesWhatIsNotTheirs : SealedCheck.EverybodySeesWhatIsTheirs,
                $"{number} {person.Id}");
        }
    }

    /// <summary>A text lies in another row and was opened there.</summary>
    public void OpenedElsewhere(string row) => Violate(SealedCheck.ATextOpensInItsRowAlone, row);

    /// <summary>Somebody got a file for the archive.</summary>
    /// <param name="file">Null where there was nothing for them.</param>
    /// <param name="isStill">Nothing was changed meanwhile.</param>
    public void Archived(SealedCall call, byte[]? file, bool isStill)
    {
        var id = call.Who.Id;
        bool IsTheirs(Row record) => !IsRecused(record, id)
            && (Leads(record, id) || IsOfOffice(record, id))
            && record.Time("ClosedAt") is { } at
            && BeijingTime.Today(at).Year == 2026;
        var theirs = Records.Where(IsTheirs).Select(NumberOf).ToHashSet(StringComparer.Ordinal);
        var filed = new HashSet<string>(StringComparer.Ordinal);
        if (file is not null)
        {
            Words("file for the archive", Encoding.UTF8.GetString(file));
            foreach (var one in Unpacked(file).RootElement.GetProperty("records").EnumerateArray())
            {
                var number = one.GetProperty("number").GetString()!;
                filed.Add(number);
                if (Destroyed.Contains(number))
                {
                    continue;
                }

                if (LookOf(call with { Number = number }, "Archive") is null)
                {
                    Violate(SealedCheck.NothingIsOpenedWithoutItsLook, $"{number} for the archive, by {id}");
                }

                var text = Rows(RowKeys.Sealed.Texts + number) is [var row, ..] ? Opened(row) : null;
                var read = one.GetProperty("text").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString(), StringComparer.Ordinal);
                if (text is null || text.Count != read.Count || text.Any(field => read.GetValueOrDefault(field.Key) != field.Value))
                {
                    Violate(SealedCheck.TheArchiveGetsWhatOneLeads, $"the text of {number}");
                }
            }
        }

        Filed += filed.Count;
        if (isStill ? !filed.SetEquals(theirs) : filed.Except(Destroyed).Except(theirs, StringComparer.Ordinal).Any())
        {
            Violate(
                SealedCheck.TheArchiveGetsWhatOneLeads,
                $"{id}: {string.Join(' ', filed)} and not {string.Join(' ', theirs)}");
        }
    }

    /// <summary>At the end of a day whose last rounds went well.</summary>
    public void DayEnds()
    {
        if (peopleChanged == Today)
        {
            return;
        }

        foreach (var record in Records)
        {
            var number = NumberOf(record);
            var last = Rows($"{RowKeys.Sealed.History}{number}|").Max(step => step.Time("At"))!.Value;
            var of = reminded.Where(one => one.Key.Number == number && one.Key.Day == Today).ToList();
            if (of.Exists(one => one.Value > 1))
            {
                Violate(SealedCheck.RemindersComeOnTheirDays, $"{number} twice on {Today}");
            }

            if (BeijingTime.Today(last) == Today)
            {
                continue;
            }

            // Those who go hear of it in the evening instead, when the morning went wrong.
            if (record.Text("From") is { } from && WorkingCalendar.BuiltIn.AddWorkingDays(Columns.Date(from), -1) == Today)
            {
                continue;
            }

            var expected = IsDayOf(record) ? WhoActs(record, Today) : [];
            if (!of.Select(one => one.Key.To).Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal)))
            {
                Violate(
                    SealedCheck.RemindersComeOnTheirDays,
                    $"{number} on {Today}: {string.Join(' ', of.Select(one => one.Key.To))} and not {string.Join(' ', expected)}");
            }
        }

        foreach (var (one, times) in toTell.Where(one => told.GetValueOrDefault(one.Key) != one.Value))
        {
            Violate(SealedCheck.WhoHasToActIsToldOnce, $"{one.Number} to {one.To}: {told.GetValueOrDefault(one)} times and not {times}");
        }

        LookAtNumbers();
    }

    /// <summary>When everything has worked for some days.</summary>
    public void Settled(string currentKey)
    {
        LookAtNumbers();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Rows("").Where(row => row.Text("Cipher") is not null))
        {
            if (OpensWith(Convert.FromBase64String(row.Text("Key")!), row) is not null)
            {
                Violate(SealedCheck.KeysStandWrapped, row.Key);
            }

            if (row.Text("KeyBy") != currentKey || Opened(row) is not { } fields)
            {
                Violate(SealedCheck.EverythingOpensWithTheKeyOfNow, $"{row.Key} by {row.Text("KeyBy")}");
                continue;
            }

            foreach (var mark in fields.Values.SelectMany(value => Marks().Matches(value)).Select(match => match.Value))
            {
                // The same link may be another record where who has it may not be known.
                // Each of several questions has the same words.
                if (!found.TryAdd(mark, row.Key) && row.Key[0] != 'L' && mark[1] is not ('l' or 'q'))
                {
                    Violate(SealedCheck.WhatWasAnsweredIsThereOnce, $"{mark} in {found[mark]} and {row.Key}");
                }
            }
        }

        foreach (var mark in gone.Where(mark => found.ContainsKey(mark) && mark[1] is not ('l' or 'q')))
        {
            Violate(SealedCheck.NumberAndDayAreAllThatIsLeft, $"{mark} in {found[mark]}");
        }

        LookForWhatWasDestroyed();
        foreach (var mark in answered.Where(mark => !found.ContainsKey(mark) && !gone.Contains(mark)))
        {
            Violate(SealedCheck.WhatWasAnsweredIsThereOnce, $"{mark} is nowhere");
        }

        foreach (var (table, partition) in memory.Partitions)
        {
            foreach (var row in memory.Rows(table, partition))
            {
                Words(table, $"{row.Key} {string.Join(' ', row.Columns.Values)}");
            }
        }
    }

    /// <summary>Where nothing that was typed may stand.</summary>
    public void Words(string where, string text)
    {
        if (text.Contains(Mark, StringComparison.Ordinal))
        {
            Violate(SealedCheck.WordsStayInside, $"{where}: {text}");
        }
    }

    /// <summary>What was sealed into a row, opened by the key that is said to have wrapped it.</summary>
    public IReadOnlyDictionary<string, string>? Opened(Row row)
    {
        try
        {
            return OpensWith(KeyOf(row), row);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or KeyNotFoundException or AggregateException)
        {
            return null;
        }
    }

    public byte[] KeyOf(Row row) =>
        keys.UnwrapAsync(new(row.Text("KeyBy")!, Convert.FromBase64String(row.Text("Key")!)), CancellationToken.None).Result;

    public bool Sees(Row record, string id) =>
        !IsRecused(record, id) && (Works(record, id) || Leads(record, id) || Receives(record, id));

    private static IReadOnlyDictionary<string, string>? OpensWith(byte[] key, Row row)
    {
        var cipher = Convert.FromBase64String(row.Text("Cipher")!);
        var plain = new byte[cipher.Length - 16];
        try
        {
            using var aes = new AesGcm(key, 16);
            aes.Decrypt(
                new byte[12],
                cipher.AsSpan(16),
                cipher.AsSpan(0, 16),
                plain,
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{row.Key}\n{row.Number("Version")}")));
            return JsonSerializer.Deserialize<Dictionary<string, string>>(plain);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("§[^§]+§", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    private void LookForWhatWasDestroyed()
    {
        foreach (var number in Destroyed)
        {
            var left = Rows("").Where(row => row.Key.Contains(number, StringComparison.Ordinal) || row.Text("Number") == number).ToList();
            if (left is not [{ Key: var key, Columns: { Count: 1 } columns }]
                || key != RowKeys.Sealed.Ends + number
                || !columns.ContainsKey("On"))
            {
                Violate(SealedCheck.NumberAndDayAreAllThatIsLeft, string.Join(' ', left.Select(row => row.Key).Prepend(number)));
            }

            if (memory.Rows(RowKeys.Matters.Table, Place).Any(row => row.Key == RowKeys.Matters.SealedNotices + number))
            {
                Violate(SealedCheck.NumberAndDayAreAllThatIsLeft, $"{number}: when it is reminded of");
            }
        }
    }

    /// <summary>A row of the table went.</summary>
    private void Deleted(Row row)
    {
        var number = row.Key.Split('|')[1];
        if (row.Key.StartsWith(RowKeys.Sealed.Ends, StringComparison.Ordinal))
        {
            proposed.Remove(number);
        }

        if (row.Key.StartsWith(RowKeys.Sealed.Records, StringComparison.Ordinal))
        {
            Changes++;
            Destroyed.Add(number);
            var by = Call?.Who.Id;
            if (Call?.What != "destroy"
                || by is null
                || !proposed.TryGetValue(number, out var first)
                || first == by
                || IsRecused(row, by)
                || !(Leads(row, by) || IsOfOffice(row, by))
                || row.Text("State") != "Closed"
                || BeijingTime.Today(row.Time("ClosedAt")!.Value).PlusDays(SealedRun.Term) > Today)
            {
                Violate(
                    SealedCheck.NothingIsDestroyedButByTwoAfterItsTerm,
                    $"{number} {row.Text("State")} {row.Time("ClosedAt")} by {by}, proposed by {proposed.GetValueOrDefault(number)}");
            }
        }

        if (row.Text("Cipher") is not null && Opened(row) is { } fields)
        {
            gone.UnionWith(fields.Values.SelectMany(value => Marks().Matches(value)).Select(match => match.Value));
        }
    }

    /// <summary>An unannounced visit counts as one of the plan.</summary>
    private void Counted(Row record, Row? before)
    {
        var by = Call?.Who.Id;
        if (Call?.What != "count"
            || by is null
            || before is null
            || before.Text("CountedAs") is not null
            || record.Text("Kind") != "UnannouncedVisit"
            || record.Text("State") is not ("Answered" or "Closed")
            || record.Text("Place")!.Length != 6
            || record.Number("Team") is not { } team
            || IsRecused(record, by)
            || !GrantsOf(by).Any(grant => grant.Role == Role.TeamLeader && IsOfTeam(record, grant, team)))
        {
            Violate(SealedCheck.AVisitIsCountedOnceByItsLeader, $"{record.Key} by {by}, before {before?.Text("CountedAs")}");
        }
    }

    /// <summary>By docs/operations.md.</summary>
    private static JsonDocument Unpacked(byte[] file)
    {
        using var outer = JsonDocument.Parse(file);
        byte[] Of(string name) => outer.RootElement.GetProperty(name).GetBytesFromBase64();
        var plain = new byte[Of("cipher").Length];
        using var aes = new AesGcm(ArchiveKey.Decrypt(Of("wrappedKey"), RSAEncryptionPadding.OaepSHA256), 16);
        aes.Decrypt(
            Of("nonce"),
            Of("cipher"),
            Of("tag"),
            plain,
            Encoding.UTF8.GetBytes($"liaison-archive-1\n{outer.RootElement.GetProperty("keyId").GetString()}"));
        return JsonDocument.Parse(plain);
    }

    private void Stepped(Row step, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        var number = step.Key.Split('|')[1];
        var records = batch.Where(one => Witness.Written(one.Change)?.Key.StartsWith(RowKeys.Sealed.Records, StringComparison.Ordinal) == true).ToList();
        var at = records.FindIndex(one => one.Change.Key == RowKeys.Sealed.Records + number);
        if (at >= 0 && Witness.Written(records[at].Change) is { } record)
        {
            // Where nothing else is to be done, and by no other day, whoever had it already is not told again.
            var before = records[at].Before;
            var had = before is not null && new[] { "State", "Due", "Disposal" }.All(column => before.Text(column) == record.Text(column))
                ? WhoActs(before, Today)
                : [];
            foreach (var id in WhoActs(record, Today).Where(id => id != step.Text("By") && !had.Contains(id)))
            {
                var one = (number, step.Time("At")!.Value.ToUnixTimeTicks(), id);
                toTell[one] = toTell.GetValueOrDefault(one) + 1;
            }
        }
    }

    private void Noted(Row row, string number)
    {
        var (to, at) = (row.Text("To")!, row.Time("At")!.Value);
        // Anybody of the office may be named to work on one.
        if (Outsiders.Contains(to, StringComparer.Ordinal) && !(Record(number) is { } theirs && Sees(theirs, to)))
        {
            Violate(SealedCheck.NobodyIsToldOfWhatIsNotTheirs, $"{row.Text("Act")} {number} to {to}");
        }

        switch (row.Text("Act"))
        {
            case SealedService.IsYours:
                told[(number, at.ToUnixTimeTicks(), to)] = told.GetValueOrDefault((number, at.ToUnixTimeTicks(), to)) + 1;
                break;
            case SealedService.IsDue:
                reminded[(number, BeijingTime.Today(at), to)] = reminded.GetValueOrDefault((number, BeijingTime.Today(at), to)) + 1;
                break;
        }
    }

    private Row? LookOf(SealedCall call, string what) =>
        Rows($"{RowKeys.Sealed.Looks}{call.Number ?? "list-"}").FirstOrDefault(look =>
            look.Text("By") == call.Who.Id && look.Text("What") == what && look.Time("At") >= call.At);

    private void LookAtNumbers()
    {
        var records = Records;
        var numbers = records.Select(NumberOf)
            .Concat(Destroyed)
            .Select(number => int.Parse(number.Split('-')[2], CultureInfo.InvariantCulture))
            .Order()
            .ToList();
        var last = (Rows(RowKeys.Matters.Sequences) is [var counter, ..] ? counter.Number("Last") : null) ?? 0;
        if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)) || last != numbers.Count)
        {
            Violate(SealedCheck.NumbersHaveNoGap, $"{string.Join(' ', numbers)}, the last {last}");
        }

        foreach (var record in records)
        {
            var steps = Rows($"{RowKeys.Sealed.History}{NumberOf(record)}|")
                .Select(row => int.Parse(row.Key.Split('|')[2], CultureInfo.InvariantCulture));
            if (!steps.SequenceEqual(Enumerable.Range(1, (int)record.Number("LastStep")!)))
            {
                Violate(SealedCheck.TheHistoryHasNoGap, $"{record.Key}: {string.Join(' ', steps)} of {record.Number("LastStep")}");
            }
        }
    }

    private static bool IsIn(Row record, string column, string id) => record.Text(column)?.Split('\n').Contains(id) == true;

    private IEnumerable<Grant> GrantsOf(string id) => People[id].Grants.Where(grant => grant.For is null);

    private bool IsRecused(Row record, string id) => IsIn(record, "Recused", id)
        || People[id].Recusals.Any(place => record.Text("Place")!.StartsWith(place.Value, StringComparison.Ordinal)
            || (record.Text("Kind") == "Forward" && record.Text("Receiver")!.StartsWith(place.Value, StringComparison.Ordinal)));

    private bool IsOfOffice(Row record, string id) => GrantsOf(id).Any(grant => grant.Role == Role.Office
        && grant.Post == (record.Text("Kind") == "OnlineClue" ? Post.OnlineClues : Post.Petitions));

    private bool Leads(Row record, string id) => record.Number("Team") is { } team
        ? GrantsOf(id).Any(grant => grant.Role == Role.TeamLeader && IsOfTeam(record, grant, team))
        : IsOfOffice(record, id);

    private bool Works(Row record, string id) => IsOfOffice(record, id)
        || (IsIn(record, "Handlers", id) && GrantsOf(id).Any(grant => grant.Role == Role.Office
            || (grant.Role is Role.TeamLeader or Role.TeamMember && IsOfTeam(record, grant, record.Number("Team")))));

    private static bool IsOfTeam(Row record, Grant grant, long? team) =>
        grant.Team == team && record.Text("Place")!.StartsWith(grant.Area.Value, StringComparison.Ordinal);

    private bool Receives(Row record, string id) => record.Text("State") != "Registered" && record.Text("Kind") switch
    {
        "Slip" or "Question" => GrantsOf(id).Any(grant => grant.Role == Role.Department && grant.Area.Value == record.Text("Receiver")),
        "Forward" => !record.Flag("IsStopped") && GrantsOf(id).Any(grant => grant.Role == Role.TeamLeader
            && grant.Team == record.Number("ReceiverTeam")
            && record.Text("Receiver")!.StartsWith(grant.Area.Value, StringComparison.Ordinal)),
        _ => false,
    };

    private bool IsReceiverAlone(Row record, string id) =>
        Receives(record, id) && !Works(record, id) && !Leads(record, id);

    private static string? TaskOf(Row record) => (record.Text("Kind"), record.Text("State")) switch
    {
        (_, "Closed") => null,
        ("Slip" or "UnannouncedVisit", "Registered") => "sign",
        ("Slip" or "Question", "Judged" or "Received") or ("Forward", "Judged") => "receive",
        ("Question" or "Forward", _) or ("Inquiry", "Judged" or "Received") => null,
        ("UnannouncedVisit", "Answered") => "convert",
        (_, "Answered") => "close",
        _ => "work",
    };

    private List<string> WhoActs(Row record, LocalDate today)
    {
        var there = People.Keys.Where(id => !IsRecused(record, id)).ToList();
        var leaders = there.Where(id => Leads(record, id) || IsOfOffice(record, id)).ToList();
        var acting = TaskOf(record) switch
        {
            "sign" => leaders.Where(id => GrantsOf(id).Any(grant => grant.Role == Role.TeamLeader)),
            "receive" => there.Where(id => Receives(record, id)),
            null => [],
            _ => there.Where(id => IsIn(record, "Handlers", id) && (Works(record, id) || Leads(record, id))),
        };
        List<string> all = [.. acting];
        var isLate = record.Text("Due") is { } due && Columns.Date(due) < today;
        return TaskOf(record) is null ? []
            : all.Count == 0 || isLate || record.Text("Kind") == "Interference" ? [.. all.Union(leaders)]
            : all;
    }

    /// <summary>5 and 2 working days before its day, on it, 1 and 3 working days behind it, and every fifth after that.</summary>
    private bool IsDayOf(Row record)
    {
        if (record.Text("Due") is not { } text || TaskOf(record) is null)
        {
            return false;
        }

        var (due, days) = (Columns.Date(text), WorkingCalendar.BuiltIn);
        return Today == due
            || new[] { -5, -2, 1, 3 }
                .Concat(Enumerable.Range(1, 30).Select(times => 3 + 5 * times))
                .Any(by => days.AddWorkingDays(due, by) == Today);
    }
}
