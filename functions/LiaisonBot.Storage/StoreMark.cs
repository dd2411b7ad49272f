using System.Globalization;
using System.Text;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Storage;

/// <summary>
/// A small file beside the database, <c>{path}.mark</c>: which store this is, how far its changes have come, and the
/// highest numbers that were given out. It tells a folder that has been used from a new one, so that a database that
/// was lost, emptied, exchanged or put back from an old copy is not taken for a new one. Written after each commit and
/// never before, so it is never ahead of what is on the disk; after a power cut it may be behind, which is no harm.
/// Text, so that a person can read it.
/// </summary>
internal sealed class StoreMark : IDisposable
{
    private const string FirstLine = "LiaisonBot store";

    private readonly FileStream file;
    private readonly Dictionary<(string Partition, string Key), long> numbers;
    private long changes;

    private StoreMark(
        FileStream file,
        string? store,
        long changes,
        Dictionary<(string Partition, string Key), long> numbers)
    {
        (this.file, Store, this.changes, this.numbers) = (file, store, changes, numbers);
    }

    /// <summary>
    /// The store's own name; null in a folder that was never used, or where nothing of the mark can be read.
    /// </summary>
    public string? Store { get; private set; }

    /// <summary>There was a mark: the folder was used.</summary>
    public bool IsUsed { get; private init; }

    /// <summary>The highest numbers that were given out, by partition and key of their row.</summary>
    public IReadOnlyDictionary<(string Partition, string Key), long> Numbers => numbers;

    public static StoreMark Open(string path)
    {
        try
        {
            var opened = new FileStream(
                path + ".mark",
                Private(new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.Read,
                    BufferSize = 0
                }));
            using var text = new StreamReader(opened, Encoding.ASCII, leaveOpen: true);
            return Read(opened, text.ReadToEnd().Split('\n'));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                $"{path}.mark cannot be read or written: {e.Message.ReplaceLineEndings(" ")} Correct its permissions.",
                e);
        }
    }

    /// <summary>
    /// What is wrong with the database beside the mark, in one line that says what to do; null when it may be used.
    /// </summary>
    /// <param name="store">Its name; null when it has none: it is new, or of an earlier program.</param>
    /// <param name="there">How far its changes have come; 0 when nothing was ever written.</param>
    public string? Misfit(string path, string? store, long there)
    {
        // Made by a start that came to nothing.
        if (!IsUsed || (Store is not null && changes == 0 && there == 0))
        {
            return null;
        }

        var what = there == 0 ? "is missing or empty, though this folder has been used"
            : Store is not null && store != Store ? "belongs to another store than this folder"
            : there < changes ? string.Create(
                CultureInfo.InvariantCulture,
                $"is older than it was: it ends at change {there}, and {changes} were made")
            : null;
        return what is null ? null
            : $"{path} {what}. Put the whole folder back (liaison.db together with liaison.db-wal), or import the last backup into another folder. To go on without what is lost, start once with --accept-loss.";
    }

    /// <summary>What is on the disk now is the truth from here on.</summary>
    public void Accept(string store, long there)
    {
        (Store, changes) = (store, there);
        Write();
    }

    /// <summary>Notes what was committed. A mark that cannot be written is behind, and says so at no start.</summary>
    public void Committed(long tag, IEnumerable<WaitingBatch> batches)
    {
        changes = tag;
        foreach (var batch in batches.Where(b => b.Table == MatterRows.Table))
        {
            foreach (var change in batch.Changes.Where(c => c.Columns is not null && MatterRows.IsSequence(c.Key)))
            {
                if (ColumnsText.Read(change.Columns).GetValueOrDefault("Last") is long last)
                {
                    numbers[(batch.Partition, change.Key)] = Math.Max(
                        last,
                        numbers.GetValueOrDefault((batch.Partition, change.Key)));
                }
            }
        }

        Write();
    }

    public void Dispose() => file.Dispose();

    /// <summary>Only its owner reads and writes it.</summary>
    internal static FileStreamOptions Private(FileStreamOptions options)
    {
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static StoreMark Read(FileStream opened, string[] lines)
    {
        var given = new Dictionary<(string, string), long>();
        string? store = null;
        var made = 0L;
        foreach (var line in lines)
        {
            switch (line.Split(' '))
            {
                case ["LiaisonBot", "store", var name]: store = name; break;
                case ["changes", var text] when long.TryParse(
                    text,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var count):
                    made = count; break;
                case ["number", var partition, var key, var last] when long.TryParse(
                    last,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var known):
                    given[(partition, key)] = known; break;
            }
        }

        return new(opened, store, made, given) { IsUsed = opened.Length > 0 };
    }

    private void Write()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{FirstLine} {Store}\nchanges {changes:00000000000000000000}\n");
        foreach (var ((partition, key), last) in numbers.OrderBy(n => n.Key.Partition, StringComparer.Ordinal)
            .ThenBy(n => n.Key.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"number {partition} {key} {last:000000}\n");
        try
        {
            // In its place: nothing of it is missing at any moment, and a full disk has room for it.
            RandomAccess.Write(file.SafeFileHandle, Encoding.ASCII.GetBytes(text.ToString()), 0);
        }
        catch (IOException)
        {
            // Behind what was committed.
        }
    }
}
