using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Conversation.Features.Export;

/// <summary>导出: the register as a file.</summary>
internal static class ExportFeature
{
    public static readonly Feature Feature = new("export",
        new Command(
            "export.register",
            (turn, arguments, cancellationToken) =>
                new ExportHandler(turn).ExportAsync(arguments["what"], cancellationToken))
        {
            Name = ExportTexts.Export,
            Also = ["导出台账", "export ledger"],
            Initials = ["dc"],
            Help = new(ExportTexts.HelpExportWhat),
        }.Taking("what"));
}
