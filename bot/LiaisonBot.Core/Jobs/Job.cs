using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Core.Jobs;

/// <summary>What a job does, again and again.</summary>
public enum JobKind
{
    /// <summary>One matter assigned to several places.</summary>
    Places,

    /// <summary>Matters of a file, each assigned.</summary>
    Matters,

    /// <summary>People of a file, each entered in a role.</summary>
    People,

    /// <summary>The drafts of a year, a city each.</summary>
    Plans,

    /// <summary>Findings of a table, which wait for the person's word and become a set; no job runs them.</summary>
    Findings,
}

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>
    /// Its items are being written. Nothing of it is done, and nothing will be until they are complete.
    /// </summary>
    Writing,

    /// <summary>All items were checked; it waits for the person's word.</summary>
    Checked,
    Running,

    /// <summary>The person wants it to stop: it does with the items that are under way.</summary>
    Stopping,

    /// <summary>What is done stays done; it can be continued.</summary>
    Stopped,

    /// <summary>
    /// Every item was done or refused; or it was stopped and nobody continued it for so long that what was left is
    /// given up.
    /// </summary>
    Finished,
}

/// <summary>A matter that a job has made, to be opened from its card.</summary>
public readonly record struct Made(MatterNumber Number, AreaCode Area);

/// <summary>
/// Something too big for one command: many items, each of which is a command of its own. Everything that is needed to
/// carry it on is in the store, so that it goes on after a stop at any moment, and an item that was done is not done
/// again.
/// </summary>
/// <param name="Id">Made of what the person did and of the items: the same again is the same job.</param>
/// <param name="By">Person id. Each item is done with the rights that they have at that moment.</param>
/// <param name="Title">Of the matter, or of the file; at most <see cref="MatterLimits.Title"/> UTF-16 units.</param>
/// <param name="Language">Of the card that shows it.</param>
/// <param name="Total">Items.</param>
/// <param name="Done">Items that are done, those refused not counted.</param>
/// <param name="Refused">Items that the rules refused when their turn came.</param>
/// <param name="Made">The first matters it made, at most <see cref="JobLimits.MadeKept"/>.</param>
/// <param name="At">When it came to its state.</param>
/// <param name="Message">The activity that shows it in the person's chat; null when none does yet.</param>
/// <param name="ShownAt">When it was shown last.</param>
/// <param name="IsShown">Whether the person has been shown how it ended.</param>
/// <param name="Lease">Which process is at it, and when that last moved it on; null while none is.</param>
/// <param name="Tries">Times that it was taken up since it last moved on.</param>
/// <param name="Attempts">Times since then that the chat did not take what shows it.</param>
/// <param name="NotBefore">Not to be shown again before.</param>
/// <param name="MayBeRepeat">A new message was posted to show it, and no answer came.</param>
/// <param name="GivenUp">Two were, and no answer came to either: none is posted any more.</param>
/// <param name="Untold">Messages that were not written since a step tells <see cref="MatterLimits.Notices"/> people at
/// most, counted over all its matters.</param>
public sealed record Job(
    string Id,
    JobKind Kind,
    JobState State,
    string By,
    string Title,
    Language Language,
    int Total,
    int Done,
    int Refused,
    IReadOnlyList<Made> Made,
    Instant At,
    string? Message = null,
    Instant? ShownAt = null,
    bool IsShown = false,
    SendLease? Lease = null,
    int Tries = 0,
    int Attempts = 0,
    Instant? NotBefore = null,
    bool MayBeRepeat = false,
    bool GivenUp = false,
    int Untold = 0)
{
    internal string? ETag { get; init; }

    public int Left => Total - Done - Refused;

    /// <summary>It has come to its end, or was stopped, and the person has to be shown that.</summary>
    public bool HasEnded => State is JobState.Finished or JobState.Stopped;

    /// <summary>How far the sending of what shows it is.</summary>
    public SendState Sending => new(Lease, Attempts, NotBefore, MayBeRepeat);

    /// <summary>A process is at it.</summary>
    public bool IsLeased(Instant now) => Lease?.Holds(now) == true;
}

/// <summary>One thing that a job does.</summary>
/// <param name="Row">Its number in the file, or among the places; from 1.</param>
public abstract record JobItem(int Row)
{
    public sealed record Assignment(int Row, MatterDraft Draft) : JobItem(Row);

    public sealed record Entry(int Row, PersonEntry Person) : JobItem(Row);

    public sealed record CityYear(int Row, AreaCode City, int Year, int Team, int Groups) : JobItem(Row);

    /// <param name="DueSaid">The date as typed: what it means depends on the day of the feedback.</param>
    public sealed record Finding(int Row, FindingDraft Draft, string? DueSaid) : JobItem(Row);
}

/// <summary>An item that the rules refused.</summary>
public abstract record RefusedItem(JobItem Item)
{
    public sealed record Assignment(JobItem.Assignment Of, Refusal Why) : RefusedItem(Of);

    public sealed record Entry(JobItem.Entry Of, DirectoryRefusal Why) : RefusedItem(Of);

    public sealed record CityYear(JobItem.CityYear Of, PlanRefusal Why) : RefusedItem(Of);
}

/// <summary>Every limit of a job, in one place.</summary>
public static class JobLimits
{
    /// <summary>Items of one job: twice the officers that the largest province could enter at once.</summary>
    public const int Items = 1000;

    /// <summary>
    /// Items done between two looks at whether it shall stop. With what they change they fit into one batch.
    /// </summary>
    public const int Chunk = 20;

    /// <summary>Cities in which a job assigns at a time.</summary>
    public const int CitiesAtATime = 4;

    /// <summary>Matters of a job that can be opened from its card; of more, the ledger is.</summary>
    public const int MadeKept = 40;

    /// <summary>Refused items that are read to be shown.</summary>
    public const int RefusedShown = 20;

    /// <summary>Times that a job is taken up without moving on, before it is stopped and left to the person.</summary>
    public const int Tries = 20;

    /// <summary>Of a turn that a job may take: what is small is done before the answer.</summary>
    public static readonly Duration InTurn = Duration.FromSeconds(1);

    /// <summary>Of work beside the turns, after which others get their turn.</summary>
    public static readonly Duration AtOnce = Duration.FromMinutes(2);

    /// <summary>
    /// Between two updates of the message that shows it; an answer to a button counts as one, and has to arrive before
    /// the next.
    /// </summary>
    public static readonly Duration ShowEvery = Duration.FromSeconds(3);

    /// <summary>What was not written to its end is given up after this.</summary>
    public static readonly Duration WritingLasts = Duration.FromMinutes(10);

    /// <summary>
    /// How long a checked job waits for the person's word, a stopped one to be continued, and a message to get through.
    /// </summary>
    public static readonly Duration WaitsFor = Duration.FromDays(1);

    /// <summary>How long an ended job is known, so that the same again is noticed.</summary>
    public static readonly Duration Kept = Duration.FromDays(30);
}
