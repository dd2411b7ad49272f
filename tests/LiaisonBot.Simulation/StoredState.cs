using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation.Parcels;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>What the rows of the store have to say together at any moment, whatever was done.</summary>
internal sealed class StoredState(
    MemoryTableStore store,
    Witness witness,
    AreaCode province,
    MemoryEvidence evidence)
{
    public void Look(Rounds rounds)
    {
        foreach (var (table, partition) in store.Partitions.Where(place => place.Table == MatterRows.Table))
        {
            var rows = store.Rows(table, partition).ToLookup(row => row.Key[0]);
            var matters = rows['M'].Select(MatterRows.ToMatter).ToList();
            ListRowsMatch(
                matters,
                rows['A'].Concat(rows['Z'].Where(row => row.Key.StartsWith(RowKeys.Matters.SetLists, StringComparison.Ordinal))));
            var parcels = rows['p'].Select(ParcelKind.ToParcel).ToList();
            List<(SubjectKey Subject, Instant? Next)> planned = [
                .. matters.Select(m => ((SubjectKey)m.Number, m.NextReminder)),
                .. parcels.Select(p => (p.Key, p.NextReminder))
            ];
            var rules = rows['N'].Select(RecurringRows.ToRule).Select(rule => (rule.Key, rule.NextReminder)).ToList();
            var handovers = rows['P'].Select(HandoverRows.ToHandover).Select(one => (one.Key, one.NextReminder)).ToList();
            var sets = OfSets(rows['Z']).ToList();
            ReminderRowsMatch([.. planned, .. rules, .. handovers, .. sets], rows['R']);
            RemindersArePlanned(planned);
            RemindersAreInTime([.. planned, .. rules, .. handovers, .. sets], rounds);
            witness.Sets.Look(rows['Z'], rows['M']);
            DueDatesFollowTheCalendar(rows['M']);
            MessagesGoOutInTime(partition, rows, rounds);
            HistoryHasNoGap(
                [
                    .. matters.Select(m => (m.Number.Key, m.LastEntry)),
                    .. parcels.Select(p => (p.Key.Text, p.LastEntry))
                ],
                rows['E']);
            NumbersHaveNoGap(
                matters,
                parcels,
                [.. rows['S'].Where(row => row.Key.Split('|') is [_, _] or [_, _, Parcel.KindName])]);
            ParentsCountTheirChildren(matters);
            EvidenceIsKept(matters, rows['F'], rows['E']);
        }
    }

    /// <summary>
    /// When everything works again, everybody has opened their chat and the day's digest has gone out.
    /// </summary>
    public void LookWhenSettled(FakeTeams teams)
    {
        witness.JobsHaveEnded();
        witness.ParcelsWereSent();
        witness.Sets.LookWhenSettled();
        OrphansAreSwept();
        var ofProvince = store.Rows(DirectoryRows.Table, province.Value);
        var endedJobs = ofProvince.Where(row => row.Key[0] == 'Y').Select(row => row.Key[2..]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in ofProvince)
        {
            // What was refused stays as long as its job, for its person to look at.
            if (row.Key[0] is 'J' or 'W'
                || (row.Key[0] == 'X' && !(row.Key.Split('|') is [_, var job, ['R', ..]] && endedJobs.Contains(job))))
            {
                witness.Violate(Check.NothingIsLeftUndone, row.Key);
            }

            // What is told waits for a chat; what passes on waits for nothing but its day.
            else if (row.Key[0] == 'S'
                && row.Text("Kind") == nameof(PeopleNewsKind.PassOn)
                && (row.Time("Begins") ?? row.Time("At")) + PeopleNews.Settling * 10 < witness.Now)
            {
                witness.Violate(Check.ASuccessorHasWhatWaited, row.Key);
            }
        }

        foreach (var (table, partition) in store.Partitions.Where(place => place.Table == MatterRows.Table))
            foreach (var row in store.Rows(table, partition))
            {
                // What waited for somebody who was removed meanwhile, or has no role any more, is nobody's.
                if (row.Key[0] == 'W' && witness.Directory.ById(row.Text("To")!) is not { Entered.Count: > 0 }) continue;
                if (row.Key[0] is 'O' or 'G' or 'W' or 'J' or 'U' or 'L') witness.Violate(Check.NothingIsLeftUndone, row.Key);
                if (row.Key[0] is 'K') CardIsUpToDate(row, teams);
                if (row.Key[0] is 'C') ChatCardIsUpToDate(row, teams);
                if (row.Key[0] is 'M'
                    && MatterRows.ToMatter(row) is { Number.IsChild: true, IsOpen: true } child
                    && witness.MatterNow(child.Number.Root) is { State: MatterState.Withdrawn })
                    witness.Violate(Check.ParentsWaitForTheirChildren, $"{child.Number} is open");
            }
    }

    /// <summary>
    /// By what the rows say and what lies there: nothing of it is asked of the product.
    /// </summary>
    private void EvidenceIsKept(List<Matter> matters, IEnumerable<Row> named, IEnumerable<Row> history)
    {
        var has = matters
            .SelectMany(m => m.Evidence.Select(item => (Matter: m, Item: item)))
            .ToList();
        Same(
            Check.EvidenceIsKept,
            has.Where(one => one.Item.Link is null).Select(one => $"{one.Item.Id}|{one.Matter.Number.Key}"),
            named.Select(row => row.Key[2..]));
        var entries = history.ToDictionary(
            row => (row.Text("Number")!, row.Number("Sequence")!.Value),
            row => row.Text("Evidence") ?? "");
        foreach (var (matter, item) in has)
        {
            if (!evidence.Ids.Contains(item.Id)
                || Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(evidence.Read(item.Id))) != item.Id)
                witness.Violate(Check.EvidenceIsKept, $"{matter.Number} has {item.Name}, whose bytes are not there");
            if (!entries[(matter.Number.Key, item.Entry)].Split('\n').Contains(item.Name))
                witness.Violate(Check.EvidenceIsKept, $"{matter.Number} has {item.Name}, of which its history knows nothing");
        }
    }

    /// <summary>Two weeks, a day until the next sweep, and what the clock was set by.</summary>
    private void OrphansAreSwept()
    {
        var named = store.Partitions.Where(place => place.Table == MatterRows.Table)
            .SelectMany(place => store.Rows(place.Table, place.Partition))
            .Where(row => row.Key[0] == 'F')
            .Select(row => row.Key.Split('|')[1])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var id in evidence.Ids.Where(id => !named.Contains(id) && evidence.Age(id) > Duration.FromDays(16)))
            witness.Violate(Check.OrphansAreSwept, $"{id} is named by nothing and {evidence.Age(id).Days} days old");
    }

    /// <summary>
    /// The newest card of each matter in each chat, but for those that the chat refused (it keeps them as they were).
    /// </summary>
    private void ChatCardIsUpToDate(Row row, FakeTeams teams)
    {
        var number = MatterNumber.Parse(row.Text("Number")!);
        var newest = store.Rows(MatterRows.Table, number.City.Value)
            .Where(other => other.Key[0] == 'C'
                && other.Text("Number") == row.Text("Number")
                && other.Text("Person") == row.Text("Person"))
            .Max(other => other.Time("At"));
        if (row.Time("At") != newest
            || teams.WasRefused(row.Text("Activity")!)
            || witness.Directory.ById(row.Text("Person")!) is not { } person) return;
        var matter = witness.MatterNow(number)!;
        // A change of people moves no matter: who may see it since, or may not any more, keeps the card they had.
        if (teams.CardInChat(row.Text("Activity")!)?.Matter is { } shown
            && witness.MaySee(person.Id, number)
            && (shown.State, shown.Due) != (matter.State, matter.Due)) witness.Violate(
                Check.CardsInChatsAreUpToDate,
                $"{number} {matter.State} is shown to {person.Id} as {shown.State}");
    }

    /// <summary>But for one that was given up, or that the chat refused as it would be now.</summary>
    private void CardIsUpToDate(Row row, FakeTeams teams)
    {
        var matter = witness.MatterNow(MatterNumber.Parse(row.Text("Number")!))!;
        // Cards of a room that was set free stay as they were, and so may some that it had before it was bound again.
        if (row.Text("Room") != Province.RoomOfTheFirstCity) return;
        if (row.Flag("GivenUp") || row.Text("Failure") is not null || row.Text("Activity") is not { } activity) return;
        var shown = teams.CardIn(row.Text("Room")!, activity);
        if (shown is null
            || (shown.State, shown.Due, shown.Children, shown.ChildrenClosed) != (
                matter.State,
                matter.Due,
                matter.Children,
                matter.ChildrenClosed))
            witness.Violate(
                Check.CardsInRoomsAreUpToDate,
                $"{matter.Number} {matter.State} is shown as {shown?.State}");
    }

    private void ListRowsMatch(List<Matter> matters, IEnumerable<Row> rows) =>
        Same(Check.ListRowsMatchTheMatters, matters.SelectMany(MatterRows.ListRows).Select(Words), rows.Select(Words));

    /// <summary>Sets, self-checks and what each place of one is asked, with when they go on or are reminded of.</summary>
    private static IEnumerable<(SubjectKey Subject, Instant? Next)> OfSets(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            foreach (var (prefix, kind) in new[]
            {
                (RowKeys.Matters.Sets, FindingSet.KindName),
                (RowKeys.Matters.SelfChecks, SelfCheckRound.KindName),
                (RowKeys.Matters.SelfCheckAnswers, SelfCheck.KindName),
            })
            {
                if (row.Key.StartsWith(prefix, StringComparison.Ordinal))
                {
                    yield return (new(kind, row.Text("Number")!), row.Time("NextReminder"));
                }
            }
        }
    }

    private void ReminderRowsMatch(List<(SubjectKey Subject, Instant? Next)> planned, IEnumerable<Row> rows) => Same(
        Check.ReminderRowsMatchTheMatters,
        planned.Where(one => one.Next is not null).Select(one => ReminderRows.Key(one.Next!.Value, one.Subject)),
        rows.Select(row => row.Key));

    private void RemindersArePlanned(List<(SubjectKey Subject, Instant? Next)> planned)
    {
        if (witness.IsRecounting) return;
        foreach (var (subject, at) in planned)
            if (witness.Judge.Of(subject.Text) is { } story && witness.Judge.Next(story) is var next && next != at)
                witness.Violate(Check.TheNextReminderIsPlanned, $"{subject}: {at} in place of {next}");
    }

    private void RemindersAreInTime(List<(SubjectKey Subject, Instant? Next)> planned, Rounds rounds)
    {
        foreach (var (subject, next) in planned)
            if (next is { } at && IsOverdue(at, witness.ChangedAt(subject), rounds))
                witness.Violate(Check.RemindersAreGivenInTime, $"{subject} planned for {at}");
    }

    private void DueDatesFollowTheCalendar(IEnumerable<Row> matters)
    {
        if (witness.IsRecounting) return;
        foreach (var row in matters)
            if (!witness.Judge.IsDueAsGiven(row)) witness.Violate(
                Check.DueDatesFollowTheCalendar,
                $"{row.Key} due {row.Text("Due")}, given as {row.Text("DueSpan")} from {row.Text("DueFrom")}");
    }

    private static bool IsOverdue(Instant reminder, Instant changed, Rounds rounds) =>
        rounds.MoreThan(MostCalmRounds, changed, shown => shown >= reminder, calm: true)
            || rounds.MoreThan(MostRounds, changed, shown => shown >= reminder);

    /// <summary>As long as the chat does not take them, somebody has to try.</summary>
    private void MessagesGoOutInTime(string partition, ILookup<char, Row> rows, Rounds rounds)
    {
        foreach (var waiting in rows['O']
            .Concat(rows['G'])
            .GroupBy(row => (To: row.Text("To")!, IsDigest: row.Key[0] == 'G')))
        {
            if (witness.Directory.ById(waiting.Key.To) is not { } person || !CanBeReached(person)) continue;
            // Messages keep their order: the first that waits for its time lets none pass.
            var notBefore = waiting.Key.IsDigest ? DigestNotBefore(person) : waiting.Max(row => row.Time("NotBefore"));
            foreach (var row in waiting)
            {
                var message = OutboxRows.ToMessage(row);
                var urgent = witness.IsUrgent(message.Subject);
                var day = BeijingTime.Today(message.At);
                bool MaySend(Instant at) => RetryRule.IsTime(notBefore, at) && (waiting.Key.IsDigest
                    ? BeijingTime.Today(at) > day && witness.Judge.IsDigestTime(person.Id, at)
                    : urgent || !witness.Judge.IsQuiet(person.Id, at));
                var since = Instant.Max(
                    witness.WaitsSince(partition, message, waiting.Key.IsDigest),
                    witness.HeldUntil);
                if (rounds.MoreThan(MostCalmRounds, since, MaySend, calm: true)) witness.Violate(
                    Check.MessagesGoOutInTime,
                    $"{row.Key} to {person.Id}");
            }
        }
    }

    private Instant? DigestNotBefore(Person person) =>
        store.ReadAsync(
            MatterRows.Table,
            province.City.Value,
            RowKeys.Matters.DigestTurns + KeyPart.Of(person.Id),
            CancellationToken.None).Result?.Time("NotBefore");

    private bool CanBeReached(Person person) =>
        store.ReadAsync(
            DirectoryRows.Table,
            province.Value,
            DirectoryRows.ChatKey(person.Id),
            CancellationToken.None).Result is { } row
            && DirectoryRows.ToChat(row) is { Reachable: true } chat
            && chat.IsOf(person);

    private void HistoryHasNoGap(List<(string Number, int LastEntry)> subjects, IEnumerable<Row> rows)
    {
        var last = rows.GroupBy(row => row.Text("Number")!, StringComparer.Ordinal)
            .ToDictionary(of => of.Key, of => of.Select(row => row.Number("Sequence")!.Value), StringComparer.Ordinal);
        foreach (var (number, lastEntry) in subjects)
            if (!last.TryGetValue(number, out var sequences)
                || !sequences.SequenceEqual(Enumerable.Range(1, lastEntry).Select(i => (long)i)))
                witness.Violate(Check.TheHistoryHasNoGap, number);
    }

    private void NumbersHaveNoGap(List<Matter> matters, List<Parcel> parcels, IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            var parts = row.Key.Split('|');
            var year = int.Parse(parts[1], CultureInfo.InvariantCulture);
            var numbers = parts.Length == 2
                ? matters.Where(m => m.Number.Year == year && !m.Number.IsChild).Select(m => m.Number.Sequence)
                : parcels.Select(p => p.Key.Number.Split('-'))
                    .Where(p => p[0] == parts[1])
                    .Select(p => int.Parse(p[2], CultureInfo.InvariantCulture));
            if (!numbers.Order()
                .SequenceEqual(Enumerable.Range(1, (int)row.Number("Last")!.Value))) witness.Violate(
                    Check.NumbersHaveNoGap,
                    row.Key);
        }
    }

    private void ParentsCountTheirChildren(List<Matter> matters)
    {
        var children = matters.Where(m => m.Number.IsChild).ToLookup(m => m.Number.Root);
        foreach (var matter in matters.Where(m => !m.Number.IsChild))
        {
            var own = children[matter.Number].ToList();
            if ((
                own.Count(c => c.State != MatterState.Withdrawn),
                own.Count(c => c.State == MatterState.Closed),
                own.Count) != (matter.Children, matter.ChildrenClosed, matter.LastChild))
                witness.Violate(Check.ParentsCountTheirChildren, $"{matter.Number}");
            if (matter.State is MatterState.HandedIn or MatterState.Closed
                && own.Exists(c => c.IsOpen)) witness.Violate(
                    Check.ParentsWaitForTheirChildren,
                    $"{matter.Number} is {matter.State}");
        }
    }

    private void Same(Check check, IEnumerable<string> wanted, IEnumerable<string> there)
    {
        var (left, right) = (
            wanted.Order(StringComparer.Ordinal).ToList(),
            there.Order(StringComparer.Ordinal).ToList());
        if (left.SequenceEqual(right)) return;
        witness.Violate(
            check,
            $"missing {left.Except(right).FirstOrDefault() ?? "none"}, not wanted {right.Except(left).FirstOrDefault() ?? "none"}");
    }

    // Of rounds in which the store fails most, one in five gives a certain reminder: its reads have to reach the store,
    // and its batch to be written. All of so many miss it once in a million times.
    private const int MostRounds = 60;

    // Two would do. A claim that a killed process left is waited for, and a directory may be a little old.
    private const int MostCalmRounds = 5;

    public static string Words(Row row) =>
        row.Key + " " + string.Join(
            ' ',
            row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"));
}
