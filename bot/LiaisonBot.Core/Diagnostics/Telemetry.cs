using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LiaisonBot.Core.Diagnostics;

/// <summary>
/// What is measured and traced of the bot, under one name. A host exports it, or nobody listens. Tags are words of the
/// code: never a name, never anything that was typed.
/// </summary>
public static class Telemetry
{
    /// <summary>Of the meter and of the source of activities.</summary>
    public const string Name = "LiaisonBot";

    private static readonly Meter Meter = new(Name);

    public static readonly ActivitySource Activities = new(Name);

    /// <summary>
    /// Processes of a host that began to work. Many in a short time: something falls over and is started again.
    /// </summary>
    public static readonly Counter<long> Starts = Meter.CreateCounter<long>("liaison.starts");

    /// <summary>
    /// Turns, by <c>kind</c> (message, cardaction, search, assignmessage, dialogaction, opened) and <c>result</c>
    /// (answered, failed).
    /// </summary>
    public static readonly Counter<long> Turns = Meter.CreateCounter<long>("liaison.turns");

    /// <summary>
    /// Steps of matters that people took, by <c>act</c> and <c>result</c> (done, repeated, refused, notfound, failed).
    /// </summary>
    public static readonly Counter<long> Commands = Meter.CreateCounter<long>("liaison.commands");

    /// <summary>
    /// Messages pushed into chats, by <c>outcome</c>: the status that the chat answered with, or notconnected,
    /// heldback, lost.
    /// </summary>
    public static readonly Counter<long> Sends = Meter.CreateCounter<long>("liaison.sends");

    /// <summary>
    /// Cards in people's chats that were to be brought up to date, by <c>result</c>: updated, later, and those given up:
    /// gone (the message is not there), unreachable, refused.
    /// </summary>
    public static readonly Counter<long> CardUpdates = Meter.CreateCounter<long>("liaison.card.updates");

    /// <summary>Pieces of a sweep that failed: one city's, the digests, the look at who there is.</summary>
    public static readonly Counter<long> SweepFailures = Meter.CreateCounter<long>("liaison.sweep.failures");

    /// <summary>Since every city was swept last.</summary>
    public static readonly Gauge<double> SweepLag = Meter.CreateGauge<double>("liaison.sweep.lag.seconds", "s");

    /// <summary>
    /// How long the oldest message lies in an outbox that could have been delivered; 0 when there is none.
    /// </summary>
    public static readonly Gauge<double> OldestInOutbox = Meter.CreateGauge<double>(
        "liaison.outbox.oldest.seconds",
        "s");

    /// <summary>Changes that the store did not take: no room, or it could not be reached.</summary>
    public static readonly Counter<long> Refused = Meter.CreateCounter<long>("liaison.store.refused");

    /// <summary>
    /// Requests from outside that were refused before anybody was known, by <c>status</c>. Anybody can make them: they
    /// are counted, and leave no line and no trace.
    /// </summary>
    public static readonly Counter<long> Strangers = Meter.CreateCounter<long>("liaison.requests.refused");

    /// <summary>Differences of the last day that the audit found and could not put right.</summary>
    public static readonly Gauge<long> Unmended = Meter.CreateGauge<long>("liaison.audit.unmended");

    /// <summary>Since the newest backup that is there was begun.</summary>
    public static readonly Gauge<double> BackupAge = Meter.CreateGauge<double>("liaison.backup.age.seconds", "s");

    /// <summary>Scheduled backups that could not be made.</summary>
    public static readonly Counter<long> BackupFailures = Meter.CreateCounter<long>("liaison.backup.failures");

    /// <summary>Files of evidence that were removed, since no matter names them.</summary>
    public static readonly Counter<long> FilesSwept = Meter.CreateCounter<long>("liaison.evidence.swept");

    public static string Word(string name) => name.ToLowerInvariant();
}
