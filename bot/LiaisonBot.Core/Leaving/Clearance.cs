using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Core.Leaving;

/// <summary>
/// What a person who left has in one row, and what becomes of it: pure. What was only for them goes; what is the record
/// of the work stays, with what they were in place of their name and an id that leads back to nobody. Done twice it
/// changes nothing.
/// </summary>
/// <param name="isNameShared">Somebody else is called so: where a row says the name and no id, it may be theirs, and
/// stays.</param>
public sealed class Clearance(FormerPerson former, Clearing clearing, bool isNameShared)
{
    private readonly HashSet<string> ids = [.. former.Ids];
    private readonly string instead = FormerName.Of(former.Role);

    /// <summary>What has to be done to a row of <see cref="MatterRows.Table"/>; null for nothing.</summary>
    public Change? OfMatters(Row row)
    {
        if (clearing.Kind == ClearingKind.Receipts)
        {
            return Kind(row) == Receipts ? Receipt(row) : null;
        }

        return Kind(row) switch
        {
            RowKeys.Matters.Lists => With(row, [.. LastBy(row), .. NoLonger(row, "Followers")]),
            RowKeys.Matters.Delivered or RowKeys.Matters.Outbox or RowKeys.Matters.Digest or RowKeys.Matters.DeadLetters or RowKeys.Matters.Waiting =>
                Message(row),
            RowKeys.Matters.History => Entry(row),
            // What is left of a step is carried out in the name of whoever took it.
            RowKeys.Matters.Commands or RowKeys.Matters.FollowUps => With(row, Person(row, "Actor")),
            RowKeys.Matters.Matter =>
                With(
                    row,
                    [
                        .. Person(row, "AssignedBy", "AssignedByName"),
                        .. Person(row, "HandedInBy"),
                        .. Person(row, "HandedInFor"),
                        .. Person(row, "ExtensionAskedBy"),
                        .. Person(row, "ExtensionAskedFor"),
                        .. Person(row, "BeforeBy"),
                        .. Person(row, "BeforeExtensionAskedBy"),
                        .. Person(row, "BeforeExtensionAskedFor"),
                        .. Senders(row),
                        .. Among(row, "HolderAsksBy"),
                        .. Among(row, "ReviewerAsksBy"),
                        .. NoLonger(row, "Followers"),
                        .. LastBy(row)
                    ]),
            RowKeys.Matters.Recurring => With(row, Person(row, "By", "ByName")),
            RowKeys.Matters.Evaluations => With(row, Person(row, "By")),
            RowKeys.Matters.Handovers =>
                With(
                    row,
                    [
                        .. Person(row, "GivenBy", "GivenName"),
                        .. Person(row, "TakenBy", "TakenName"),
                        .. Person(row, "ConfirmedBy", "ConfirmedName"),
                    ]),
            RowKeys.Matters.FindingChecks => With(row, [.. Person(row, "By", "ByName"), .. FindersOf(row)]),
            RowKeys.Matters.SelfChecks => With(row, Person(row, "By", "ByName")),
            RowKeys.Matters.SelfCheckAnswers => With(row, [.. Person(row, "AnsweredBy", "AnsweredByName"), .. Named(row, "ByName")]),
            RowKeys.Matters.Sets => With(row, Person(row, "By", "ByName")),
            RowKeys.Matters.Disclosures =>
                With(row, [.. Person(row, "By", "ByName"), .. Person(row, "DecidedBy", "DecidedByName")]),
            RowKeys.Matters.SetLists => With(row, [.. LastBy(row), .. NoLonger(row, "Followers")]),
            RowKeys.Matters.RecurringHistory or RowKeys.Matters.SetHistory => With(row, Person(row, "Actor", "ActorName")),
            Receipts => Receipt(row),
            RowKeys.Matters.DigestTurns or RowKeys.Matters.SentFiles or RowKeys.Matters.ChatCards =>
                Own(row, "Person"),
            _ => null,
        };
    }

    /// <summary>
    /// The same of <see cref="DirectoryRows.Table"/>. The row that says that they left is not looked at: it goes when
    /// all is done.
    /// </summary>
    public Change? OfDirectory(Row row) => clearing.Kind == ClearingKind.Receipts ? null : Kind(row) switch
    {
        RowKeys.Directory.Talks or RowKeys.Directory.Chats or RowKeys.Directory.Links or RowKeys.Directory.Sessions or RowKeys.Directory.Feeds =>
            Own(row, "Person"),
        RowKeys.Directory.AreaChanges => With(row, Named(row, "ByName")),
        RowKeys.Directory.Firsts => With(row, Person(row, "Person")),
        RowKeys.Directory.Recountings or RowKeys.Directory.Notices => With(row, Person(row, "By", "ByName")),
        RowKeys.Directory.People =>
            With(
                row,
                [
                    .. row.Text("ClaimedBy") is { } account && account == former.Account
                        ? new (string, object?)[] { ("ClaimedBy", null), ("ClaimedAt", null) }
                        : [],
                    .. StandsInForThem(row)
                ]),
        // What was still to be told of them is of no use any more.
        RowKeys.Directory.News => IsTheirs(row, "To") || IsTheirs(row, "About") ? new Change.Delete(row.Key, row.ETag) : null,
        RowKeys.Directory.Trainings => With(row, NoLonger(row, "Present")),
        RowKeys.Directory.Rooms => With(row, Person(row, "BoundBy")),
        RowKeys.Directory.Visits => With(row, StepsOf(row)),
        RowKeys.Directory.JobsUnfinished or RowKeys.Directory.JobsEnded => With(row, Person(row, "By")),
        RowKeys.Directory.JobItems =>
            IsRefusedItem(row)
                && Identity.Of(row.Text("Identity")) is { } identity
                && (identity == former.SignInName || identity == former.Account || ids.Contains(identity))
                ? new Change.Delete(row.Key, row.ETag)
                : null,
        _ => null,
    };

    private const string Receipts = RowKeys.Matters.Receipts;

    private static string Kind(Row row) => RowKeys.KindOf(row.Key);

    /// <summary>One that is still to be done is somebody's wish to enter them again.</summary>
    private static bool IsRefusedItem(Row row) =>
        row.Key.LastIndexOf('|') is var at && at + 1 < row.Key.Length && row.Key[at + 1] == 'R';

    private bool IsTheirs(Row row, string column) => row.Text(column) is { } id && ids.Contains(id);

    private Change.Delete? Own(Row row, string column) => IsTheirs(row, column) ? new(row.Key, row.ETag) : null;

    private List<(string, object?)> Person(Row row, string column, string? name = null)
    {
        if (!IsTheirs(row, column))
        {
            return [];
        }

        return name is null ? [(column, clearing.Id)] : [(column, clearing.Id), (name, instead)];
    }

    /// <summary>Who sent the evidence of a matter. The files are the record of the work, and stay.</summary>
    private List<(string, object?)> Senders(Row row)
    {
        var evidence = EvidenceItem.ReadAll(row.Text("Evidence"));
        return evidence.Any(item => ids.Contains(item.By))
            ? [(
                "Evidence",
                EvidenceItem.WriteAll([.. evidence.Select(item =>
                    ids.Contains(item.By) ? item with { By = clearing.Id } : item)]))]
            : [];
    }

    /// <summary>One of several ids in a column.</summary>
    private List<(string, object?)> Among(Row row, string column)
    {
        var listed = row.Text(column)?.Split('\n') ?? [];
        return listed.Any(ids.Contains)
            ? [(column, string.Join('\n', listed.Select(id => ids.Contains(id) ? clearing.Id : id).Distinct()))]
            : [];
    }

    /// <summary>Who found what in a check: a line for each finding.</summary>
    private List<(string, object?)> FindersOf(Row row)
    {
        var finders = row.Text("FoundBy")?.Split('\n') ?? [];
        return finders.Any(ids.Contains)
            ? [("FoundBy", string.Join('\n', finders.Select(id => ids.Contains(id) ? clearing.Id : id)))]
            : [];
    }

    /// <summary>Who did what with a visit.</summary>
    private List<(string, object?)> StepsOf(Row row)
    {
        var steps = VisitStep.ReadAll(row.Text("Steps"));
        return steps.Any(step => ids.Contains(step.By))
            ? [(
                "Steps",
                VisitStep.WriteAll([.. steps.Select(step =>
                    ids.Contains(step.By) ? step with { By = clearing.Id, ByName = instead } : step)]))]
            : [];
    }

    private List<(string, object?)> NoLonger(Row row, string column)
    {
        var listed = row.Text(column)?.Split('\n') ?? [];
        var kept = string.Join('\n', listed.Where(id => !ids.Contains(id)));
        return listed.Any(ids.Contains) ? [(column, kept.Length == 0 ? null : kept)] : [];
    }

    /// <summary>Of rows that say a name alone.</summary>
    private List<(string, object?)> Named(Row row, string column) =>
        IsTheirName(row.Text(column)) ? [(column, instead)] : [];

    private bool IsTheirName(string? name) => !isNameShared && former.Name.Length > 0 && name == former.Name;

    // The marks of the last steps are made with the id of whoever took them, and count for minutes.
    private List<(string, object?)> LastBy(Row row) =>
        IsTheirs(row, "LastBy") ? [("LastBy", clearing.Id), ("Recent", null)] : [];

    private Change? Message(Row row) =>
        IsTheirs(row, "To") || (row.Text("Act") == nameof(Act.Unreached) && IsTheirs(row, "Note"))
            ? new Change.Delete(row.Key, row.ETag)
            : With(row, [.. Named(row, "ActorName"), .. Named(row, "ForName")]);

    /// <summary>A stand-in for somebody who is deleted has ended with them.</summary>
    private List<(string, object?)> StandsInForThem(Row row)
    {
        if (!row.TryRead(DirectoryRows.ToPerson, out var person, out _)
            || !person.Grants.Any(g => g.For is { } id && ids.Contains(id)))
        {
            return [];
        }

        var kept = person.Grants.Where(g => g.For is not { } id || !ids.Contains(id));
        return [("Grants", string.Join(';', kept))];
    }

    private Change? Receipt(Row row) =>
        IsTheirs(row, "To") || (row.Text("To") is null && IsTheirName(row.Text("Name")))
            ? With(row, [("Name", instead), ("To", null)])
            : null;

    private Change? Entry(Row row)
    {
        if (!row.TryRead(MatterRows.ToHistoryEntry, out var entry, out _))
        {
            return null;
        }

        var after = entry.Act == Act.Remind
            ? Reminder(entry)
            : ids.Contains(entry.Actor)
            ? entry with { Actor = clearing.Id, ActorName = instead }
            : entry;
        if (after.For is { } represented && ids.Contains(represented))
        {
            after = after with { For = clearing.Id, ForName = instead };
        }

        return after == entry ? null : new Change.Replace(MatterRows.ToRow(after), row.ETag!);
    }

    /// <summary>A reminder names those who were told, in one text.</summary>
    private HistoryEntry Reminder(HistoryEntry entry)
    {
        var names = entry.ActorName.Split(HistoryEntry.BetweenNames);
        var told = entry.Told?.Split('\n');
        // A name with that mark in it would shift those behind it.
        var isInOrder = told?.Length == names.Length;
        for (var i = 0; i < names.Length; i++)
        {
            if (isInOrder ? ids.Contains(told![i]) : IsTheirName(names[i]))
            {
                names[i] = instead;
            }
        }

        return entry with
        {
            ActorName = string.Join(HistoryEntry.BetweenNames, names),
            Told = told is null ? null : string.Join('\n', told.Select(id => ids.Contains(id) ? clearing.Id : id)),
        };
    }

    /// <param name="columns">A value of null takes the column away.</param>
    private static Change? With(Row row, IReadOnlyList<(string Name, object? Value)> columns)
    {
        if (columns.Count == 0)
        {
            return null;
        }

        var changed = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal);
        foreach (var (name, value) in columns)
        {
            if (value is null)
            {
                changed.Remove(name);
            }
            else
            {
                changed[name] = value;
            }
        }

        return new Change.Replace(new(row.Key, changed), row.ETag!);
    }
}
