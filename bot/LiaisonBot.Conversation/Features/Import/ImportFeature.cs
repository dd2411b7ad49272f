using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Import;

/// <summary>导入: people and matters from a table, and the jobs that come of it.</summary>
internal static class ImportFeature
{
    private const string What = "what";

    public static readonly Feature Feature = new("import",
        new(
            "import.form",
            (turn, arguments, cancellationToken) =>
                new ImportHandler(turn).SayAsync(arguments[What], cancellationToken))
        {
            Name = ImportTexts.Import,
            Initials = ["dr"],
            Read = line => new("import.form", Arguments.Of((What, line.Rest))),
            Help = new(ImportTexts.HelpImportWhat, Imports),
            HelpButton = new(14, Imports),
        },
        new(
            "import.check",
            (turn, arguments, cancellationToken) =>
                new ImportHandler(turn).CheckAsync(arguments.Values, cancellationToken)),
        new(
            "import.start",
            (turn, arguments, cancellationToken) =>
                new ImportHandler(turn).StartAsync(arguments.Values, cancellationToken)),
        new(
            "import.stop",
            (turn, arguments, cancellationToken) =>
                new ImportHandler(turn).StopAsync(arguments.Values, cancellationToken)))
    {
        LongInputs = new Dictionary<string, int>(StringComparer.Ordinal) { [JobCards.Rows] = SheetLimits.Pasted },
    };

    /// <summary>An answer when the words that came with a table ask for no more than to import it.</summary>
    public static async Task<TurnAnswer?> WithFileAsync(TurnScope turn, ChatEvent.Message message, ChatCommand? command, CancellationToken cancellationToken) =>
        Attachments.Sheet(message) is { } sheet && AreToBeImported(message.Text, command)
            ? await new ImportHandler(turn).FileAsync(sheet, cancellationToken)
            : null;

    /// <summary>
    /// Whether the words only ask for what is in the table. A step, a number or a whole assignment is carried out as
    /// what it says.
    /// </summary>
    private static bool AreToBeImported(string text, ChatCommand? command) => command switch
    {
        ChatCommand.Call { Id: "import.form", Arguments: var arguments } =>
            !arguments[What].Contains('\n', StringComparison.Ordinal),
        ChatCommand.Call { Id: "matter.assign" } or ChatCommand.Unknown => Attachments.AskForTable(text),
        _ => false,
    };

    private static bool Imports(Person person) =>
        person.Grants.Any(g =>
            Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere
                || Permissions.ReachOf(Right.ManagePeople, g.Role) != Reach.Nowhere);
}
