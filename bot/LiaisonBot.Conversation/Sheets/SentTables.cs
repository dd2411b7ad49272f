using LiaisonBot.Core.Evidence;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// Fetches and reads the files that people send, few at a time in a process: each may cost some of its memory, and
/// together they must not cost all of it.
/// </summary>
/// <param name="time">Counts how long somebody waits for a place.</param>
public sealed class SentTables(IFileSource source, ISheets sheets, EvidenceService evidence, TimeProvider time) : IDisposable
{
    /// <summary>Files that are fetched and read at the same time.</summary>
    public const int AtATime = 2;

    /// <summary>Whoever waits longer is asked to send again. Teams itself waits 15 seconds for an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    internal IFileSource Source => source;

    internal TimeProvider Time => time;

    private readonly Places places = new(AtATime, Patience, time);

    /// <param name="isFindings">It was sent as a table of findings: fewer headings make it one.</param>
    public Task<SheetReading> ReadAsync(SentFile file, CancellationToken cancellationToken, bool isFindings = false) =>
        places.UseAsync(
            () => FetchAsync(file, isFindings, cancellationToken),
            new SheetReading.Faulty(SheetFault.Busy),
            cancellationToken);

    public void Dispose() => places.Dispose();

    private async Task<SheetReading> FetchAsync(SentFile file, bool isFindings, CancellationToken cancellationToken) =>
        await (file.Kept is { } kept ? OpenAsync(kept, cancellationToken) : source.FetchAsync(file, cancellationToken)) switch
        {
            FileAnswer.Fetched fetched => sheets.Read(fetched.Content) switch
            {
                SheetReading.Text text => TextTable.Read(text.Content, isFindings),
                var reading => reading,
            },
            FileAnswer.TooLarge => new SheetReading.Faulty(SheetFault.FileTooLarge),
            _ => new SheetReading.Faulty(SheetFault.NotFetched),
        };

    private async Task<FileAnswer> OpenAsync(EvidenceItem kept, CancellationToken cancellationToken)
    {
        if (kept.Bytes > SheetLimits.FileBytes)
        {
            return new FileAnswer.TooLarge();
        }

        if (await evidence.OpenAsync(kept, cancellationToken) is not EvidenceContent.Open open)
        {
            return new FileAnswer.NotFetched();
        }

        await using (open.Bytes)
        {
            var content = new byte[kept.Bytes];
            await open.Bytes.ReadExactlyAsync(content, cancellationToken);
            return new FileAnswer.Fetched(content);
        }
    }
}
