using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>Every limit of a matter, in one place. Lengths are UTF-16 units after trimming.</summary>
public static class MatterLimits
{
    public const int Title = 100;
    public const int Responsible = 100;
    public const int Target = 2000;
    public const int Basis = 500;
    public const int Progress = 2000;
    public const int Result = 4000;
    public const int Requirement = 1000;

    /// <summary>A reason, an urging, a remark on a decision.</summary>
    public const int Note = 1000;

    /// <summary>All that one side asks and waits for.</summary>
    public const int Question = 4000;

    /// <summary>People who are told of each report of progress of one matter.</summary>
    public const int Followers = 20;

    /// <summary>How long after it was assigned a matter can be corrected, while nobody has signed for it.</summary>
    public static readonly Duration Correctable = Duration.FromMinutes(10);

    /// <summary>Rows with the last numbers that a city gave out: of each year, for each kind.</summary>
    public const int Sequences = 1000;

    /// <summary>How long after a matter was closed whoever closed it may take that back.</summary>
    public static readonly Duration ClosingUndoable = Duration.FromMinutes(10);

    /// <summary>Places that one assignment may name: every city and county of the largest province.</summary>
    public const int PlacesAtOnce = 250;

    /// <summary>Further requirements that one matter collects by being returned.</summary>
    public const int Requirements = 20;

    /// <summary>Children of one matter; the largest city has fewer than 50 counties.</summary>
    public const int Children = 99;

    /// <summary>
    /// Changes of one batch that the children passed on at once may take, all others counted but the command's own two
    /// and that the matter's cards are old, in rooms and in chats; the rest follow in batches of their own.
    /// </summary>
    public const int RowsForChildren = StoreLimits.BatchChanges - 4;

    /// <summary>Furthest due date, in calendar days from today.</summary>
    public const int DueDaysAhead = 1100;

    /// <summary>History rows of one matter, from which on it can only be brought to its end.</summary>
    public const int Entries = 2000;

    /// <summary>
    /// History rows of one matter with those that end it: a last passing-on, returns, decisions, supervision.
    /// </summary>
    public const int EntriesToEnd = Entries + 200;

    /// <summary>
    /// Matters that are assigned at once in a city: of more the city office, which has not to do them, hears in one digest.
    /// </summary>
    public const int ToldOneByOne = 3;

    /// <summary>People told of one step of one matter.</summary>
    public const int Notices = LiaisonDirectory.MostOfAPlace;

    /// <summary>The same step with the same text within this time is one.</summary>
    public static readonly Duration SameStep = Duration.FromMinutes(10);

    /// <summary>Steps that are remembered for it.</summary>
    public const int RecentSteps = 8;
}
