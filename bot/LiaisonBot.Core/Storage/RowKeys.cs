namespace LiaisonBot.Core.Storage;

/// <summary>
/// Every kind of row that there is, by the beginning of its key. A new kind gets its line here, and its reader and
/// writer beside what it is of. Keys are ordered by their characters, so that the rows of one kind lie together.
/// </summary>
public static class RowKeys
{
    /// <summary>
    /// Table <see cref="Table"/>: one partition for each city, by its code. What is of the whole province lies in the
    /// partition of the province.
    /// </summary>
    public static class Matters
    {
        public const string Table = "matters";

        /// <summary>Matters in lists, open and ended ones.</summary>
        public const string Lists = "A|";

        /// <summary>A matter in a list of open ones: <c>A|o|area|due|number</c>.</summary>
        public const string OpenLists = "A|o|";

        /// <summary>
        /// A matter in a list of ended ones, the newest first: <c>A|c|area|days down from the end|number</c>.
        /// </summary>
        public const string EndedLists = "A|c|";

        /// <summary>What a place was asked for in a week: <c>B|week|place|…</c>.</summary>
        public const string Asks = "B|";

        /// <summary>A message in a person's chat that shows a matter: <c>C|number|hash of the message</c>.</summary>
        public const string ChatCards = "C|";

        /// <summary>A message that was delivered.</summary>
        public const string Delivered = "D|";

        /// <summary>A step in the history of a matter: <c>E|number|0007</c>.</summary>
        public const string History = "E|";

        /// <summary>That a matter has a file among its evidence: <c>F|sha-256|number</c>.</summary>
        public const string Evidence = "F|";

        /// <summary>A message gathered for the morning digest.</summary>
        public const string Digest = "G|";

        /// <summary>When all cities were swept last.</summary>
        public const string Heartbeat = "H|sweep";

        /// <summary>How far the audit of a partition got: <c>H|audit|partition</c>.</summary>
        public const string Audits = "H|audit|";

        /// <summary>A command that was applied, with its answer.</summary>
        public const string Commands = "I|";

        /// <summary>What is still to be carried out of a command that was too big for one batch.</summary>
        public const string FollowUps = "J|";

        /// <summary>A card of a matter in a room.</summary>
        public const string RoomCards = "K|";

        /// <summary>A matter whose cards in people's chats are to be brought up to date: <c>L|number</c>.</summary>
        public const string ChatChanges = "L|";

        /// <summary>A matter: <c>M|number</c>.</summary>
        public const string Matter = "M|";

        /// <summary>A recurring matter: <c>N|number</c>, by a number of its own kind.</summary>
        public const string Recurring = "N|";

        /// <summary>A message to be sent.</summary>
        public const string Outbox = "O|";

        /// <summary>A handover from one team to the next: <c>P|number</c>.</summary>
        public const string Handovers = "P|";

        /// <summary>What became of a message.</summary>
        public const string Receipts = "Q|";

        /// <summary>The next reminder of a matter, by its time: <c>R|time|number</c>.</summary>
        public const string Reminders = "R|";

        /// <summary>The last number given out in a year: <c>S|2026</c>.</summary>
        public const string Sequences = "S|";

        /// <summary>A person's digest that is being sent.</summary>
        public const string DigestTurns = "T|";

        /// <summary>A matter whose cards in rooms are to be brought up to date.</summary>
        public const string RoomChanges = "U|";

        /// <summary>
        /// What became of a recurring matter: <c>V|number|e|0007</c> its steps, <c>V|number|o|days down from the date|place</c>
        /// its occurrences, the newest first.
        /// </summary>
        public const string RecurringHistory = "V|";

        /// <summary>
        /// Files that a person sent and that belong to no matter yet: <c>Y|person|message</c>, in the partition of the
        /// province.
        /// </summary>
        public const string SentFiles = "Y|";

        /// <summary>A message that waits until its person opens the chat: <c>W|person|id</c>.</summary>
        public const string Waiting = "W|";

        /// <summary>
        /// What people were asked during a visit: <c>ZE|place|days down from the day|method</c>, the newest of a place first.
        /// </summary>
        public const string Evaluations = "ZE|";

        /// <summary>That a set has findings of a topic: <c>ZT|hash of the topic|set</c>.</summary>
        public const string Topics = "ZT|";

        /// <summary>How far the finder of topics has looked, and what it told: <c>ZW|…</c>, in the partition of the province.</summary>
        public const string TopicsSeen = "ZW|";

        /// <summary>A self-check (举一反三): <c>ZA|number</c>.</summary>
        public const string SelfChecks = "ZA|";

        /// <summary>What a place was asked by one, and says of it: <c>ZB|number.01</c>.</summary>
        public const string SelfCheckAnswers = "ZB|";

        /// <summary>A check of closed findings: <c>ZC|number</c>, by a number of its own kind.</summary>
        public const string FindingChecks = "ZC|";

        /// <summary>
        /// When whom to remind of a sealed record, by its number alone: <c>ZK|number</c>, in the partition of the province.
        /// </summary>
        public const string SealedNotices = "ZK|";

        /// <summary>What is made public of a set, and to whom: <c>ZD|set|Plan-Public</c>.</summary>
        public const string Disclosures = "ZD|";

        /// <summary>What a set says of its findings, ten in a row: <c>ZF|set|00</c>.</summary>
        public const string Findings = "ZF|";

        /// <summary>Rows of a plan sheet that somebody sent and has not taken yet: <c>ZP|set|person's hash|00</c>.</summary>
        public const string PlanSheets = "ZP|";

        /// <summary>A step in the history of a set: <c>ZH|set|0007</c>.</summary>
        public const string SetHistory = "ZH|";

        /// <summary>A matter in the list of its set: <c>ZL|set|0007</c>, by its place in the set.</summary>
        public const string SetLists = "ZL|";

        /// <summary>A set of findings: <c>ZS|number</c>, by a number of its own kind.</summary>
        public const string Sets = "ZS|";

        /// <summary>
        /// A message that is kept for the office to look at: refused for good, or sent twice without an answer.
        /// </summary>
        public const string DeadLetters = "X|";

        /// <summary>That what is urgent in a year's plan was told: <c>Z|year|what</c>.</summary>
        public const string PlanAlerts = "Z|";
    }

    /// <summary>
    /// Table <see cref="Table"/> of sealed records, which only they may reach: one partition, the province's. Everything that
    /// was typed lies there encrypted.
    /// </summary>
    public static class Sealed
    {
        public const string Table = "sealed";

        /// <summary>What is known of a record without opening it: <c>M|number</c>.</summary>
        public const string Records = "M|";

        /// <summary>The text, in its envelope: <c>B|number</c>.</summary>
        public const string Texts = "B|";

        /// <summary>Who told it, in its envelope: <c>N|number</c>.</summary>
        public const string Identities = "N|";

        /// <summary>A step, with what was typed in its envelope: <c>E|number|0007</c>.</summary>
        public const string History = "E|";

        /// <summary>A look, the newest first: <c>L|number|time down from the end|id</c>.</summary>
        public const string Looks = "L|";

        /// <summary>That a record is proposed to be destroyed, or was: <c>X|number</c>.</summary>
        public const string Ends = "X|";

        /// <summary>A look at a text or an identity by its day, until it is gone through: <c>D|date|number|id</c>.</summary>
        public const string LookDays = "D|";

        /// <summary>The record of a link that a team has, or the office (0): <c>H|hash of the link|team</c>.</summary>
        public const string Links = "H|";

        /// <summary>Whether texts are kept, by which key all were wrapped last, and the public key of the archive.</summary>
        public const string Settings = "P|";
    }

    /// <summary>Table <see cref="Table"/>: one partition, the province's.</summary>
    public static class Directory
    {
        public const string Table = "directory";

        /// <summary>What a person was shown last. Before the kinds that are read together.</summary>
        public const string Talks = "A|";

        /// <summary>
        /// The matter that a message of the bot shows: <c>B|hash of its chat and id</c>. Before the kinds that are read
        /// together.
        /// </summary>
        public const string ShownCards = "B|";

        /// <summary>Where a person's chat is.</summary>
        public const string Chats = "C|";

        /// <summary>A change of the division.</summary>
        public const string AreaChanges = "D|";

        /// <summary>What was done once for the whole province.</summary>
        public const string Firsts = "F|";

        /// <summary>Somebody who left.</summary>
        public const string Former = "H|";

        /// <summary>
        /// Open matters that are still to be counted again after an import of holidays: <c>J|year|version</c>.
        /// </summary>
        public const string Recountings = "J|";

        /// <summary>The limits of what people may set.</summary>
        public const string Limits = "L|";

        /// <summary>An imported notice of holidays: <c>N|year|version</c>.</summary>
        public const string Notices = "N|";

        /// <summary>A person with their roles.</summary>
        public const string People = "P|";

        /// <summary>A room that is bound to a city.</summary>
        public const string Rooms = "R|";

        /// <summary>
        /// What is still to be told or passed on of a change of people: <c>S|time|number</c>.
        /// </summary>
        public const string News = "S|";

        /// <summary>The office's list of topics of findings: <c>TO|list</c>.</summary>
        public const string Topics = "TO|";

        /// <summary>A training of people of teams: <c>T|date|number</c>.</summary>
        public const string Trainings = "T|";

        /// <summary>A department or other unit.</summary>
        public const string Units = "U|";

        /// <summary>
        /// Written with every visit that is entered or moved, so that two people cannot do so at one moment unseen.
        /// </summary>
        public const string VisitsGuard = "VG|";

        /// <summary>
        /// A residency or visit, by what it was entered as: <c>V|from|area|team|group|kind</c>; earlier ones
        /// <c>V|from|area|team</c>.
        /// </summary>
        public const string Visits = "V|";

        /// <summary>A job with something left to do.</summary>
        public const string JobsUnfinished = "W|";

        /// <summary>
        /// An item of a job that is to be done, <c>X|job|0007</c>, or was refused, <c>X|job|R0007</c>.
        /// </summary>
        public const string JobItems = "X|";

        /// <summary>A job that ended.</summary>
        public const string JobsEnded = "Y|";

        /// <summary>A link to a file, by its hash.</summary>
        public const string Links = "Z|";

        /// <summary>Who is signed in to the pages, by the hash of the session's token: <c>ZS|hash</c>.</summary>
        public const string Sessions = "ZS|";

        /// <summary>A person's calendar feed, by the hash of its address: <c>ZI|hash</c>.</summary>
        public const string Feeds = "ZI|";

        /// <summary>
        /// The kinds that are read together as the directory, in the order of their keys; those not named here come
        /// behind them.
        /// </summary>
        public static readonly IReadOnlyList<string> ReadTogether =
            [Chats, AreaChanges, Firsts, Former, Recountings, Limits, Notices, People, Rooms, News, Topics, Trainings, Units, VisitsGuard, Visits];

        /// <summary>All of <see cref="ReadTogether"/>, in one range read.</summary>
        public static Task<IReadOnlyList<Row>> ReadAsync(ITableStore store, string partition, int limit, CancellationToken cancellationToken) =>
            store.ReadRangeAsync(
                Table,
                partition,
                ReadTogether[0],
                KeyRange.After(ReadTogether[^1]),
                limit,
                cancellationToken);
    }

    /// <summary>The kind of a row by its key: the letter, or two, and the mark behind it.</summary>
    public static string KindOf(string key) =>
        key.IndexOf('|', StringComparison.Ordinal) is >= 0 and var end ? key[..(end + 1)] : "";
}
