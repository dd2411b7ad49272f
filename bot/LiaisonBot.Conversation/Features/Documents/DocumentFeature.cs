using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;

namespace LiaisonBot.Conversation.Features.Documents;

/// <summary>打印: papers and files to be had in the chat.</summary>
internal static class DocumentFeature
{
    private const string What = "what";
    private const string Place = "place";

    public static readonly Feature Feature = new("document",
        new Command(
            "document.make",
            (turn, arguments, cancellationToken) =>
                new DocumentHandler(turn).MakeAsync(arguments[What], arguments[Place], cancellationToken))
        {
            Name = DocumentTexts.Print,
            Also =
            [
                "打印一下", "打印一份", "请打印", "请打印一下", "帮我打印", "帮我打印一下", "给我打印",
                "交办单", "督办通知单", "督办通知", "督办单", "周报", "本周周报", "上周周报", "通报", "本月通报", "上月通报", "月报", "本月月报",
                "上月月报", "导出通讯录",
                "matter sheet", "supervision notice", "weekly report", "monthly report", "last week's report", "last month's report",
                "export directory",
            ],
            Initials = ["dy"],
            Read = line => new("document.make", Arguments.Of((What, $"{line.Word} {line.Rest}".Trim()))),
            // Of several, which is meant is asked there.
            ReadBehindNumbers = (numbers, line) =>
                new(
                    "document.make",
                    Arguments.Of((What, $"{line.Word} {string.Join(' ', numbers)} {line.Rest}".Trim()))),
            Help = new(DocumentTexts.HelpPrintWhat) { Say = DocumentTexts.HelpPrintSay },
        },
        new(
            "document.year",
            (turn, arguments, cancellationToken) =>
                new DocumentHandler(turn).OfYearAsync(arguments[What], arguments[Place], cancellationToken))
        {
            Name = DocumentTexts.YearReport,
            Also = ["年度综合报告", "年度报告", "综合分析报告", "annual report"],
            MayBeMisspelt = false,
            Read = line => new("document.year", Arguments.Of((What, line.Rest))),
            Help = new(
                DocumentTexts.HelpYearWhat,
                person => person.Has(Core.People.Role.Office) || person.Has(Core.People.Role.TeamLeader))
            {
                Say = DocumentTexts.HelpYearSay,
                Filled = localizer => localizer.Today.Year,
            },
        });

    /// <summary>今年石家庄的综合报告, 帮我起草石家庄的综合报告: a place, a year or a word of asking for it, and nothing else.</summary>
    public static ChatCommand.Call? Meant(TurnScope turn, string typed)
    {
        var localizer = turn.Localizer;
        return YearReportLine.Read(typed) is { } said
            && YearLine.Read(said.Rest, localizer.Today.Year) is var line
            && (line.Year is not null || said.IsAskedFor)
            && (line.Rest.Length == 0
                ? line.Year is not null || !turn.Person.Has(Core.People.Role.Office)
                : localizer.Directory.Areas.Resolve(line.Rest) is not AreaMatch.None)
                ? new("document.year", Arguments.Of((What, said.Rest)))
                : null;
    }
}
