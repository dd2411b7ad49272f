using LiaisonBot.Conversation.Shell;
using LiaisonBot.Conversation.Turns;

namespace LiaisonBot.Conversation.Features.Export;

/// <summary>导出: the register as a file.</summary>
internal static class ExportFeature
{
    public static readonly Feature Feature = new("export",
        new Command("export.register", (turn, arguments, cancellationToken) => new ExportTurn(turn).Export(arguments["what"], cancellationToken))
        {
            Name = Texts.Export,
            Also = ["导出台账", "export ledger"],
            Initials = ["dc"],
            Help = new(Texts.HelpExportWhat),
        }.Taking("what"));
}
