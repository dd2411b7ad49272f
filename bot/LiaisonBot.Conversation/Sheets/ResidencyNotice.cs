using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// The notice that a team lives in a city (驻市公告), as a draft: when, what it takes up, and how people reach it. It is read and
/// approved before it is published.
/// </summary>
internal static class ResidencyNotice
{
    public static Paper Of(Visit visit, Reception reception, Localizer localizer)
    {
        var number = 0;
        var place = localizer.Place(visit.Area);
        var team = localizer.Say(Texts.TeamOrdinal, localizer.Language == Language.Chinese ? Figure(visit.Team) : Localizer.Invariant(visit.Team));
        return new(
            localizer.Say(ResidencyNoticeTexts.Title, team, place),
            localizer.Say(ResidencyNoticeTexts.Below, localizer.FullDay(localizer.Today)),
            [
                Heading(ResidencyNoticeTexts.When),
                Says(ResidencyNoticeTexts.WhenText, team, localizer.FullDay(visit.From), localizer.FullDay(visit.To), place),
                Heading(ResidencyNoticeTexts.What),
                Says(ResidencyNoticeTexts.WhatText),
                Heading(ResidencyNoticeTexts.How),
                new PaperPart.Form(
                [
                    [(localizer.Say(ResidencyNoticeTexts.Phone), Or(reception.Phone))],
                    [(localizer.Say(ResidencyNoticeTexts.Hours), Or(reception.Hours))],
                    [(localizer.Say(ResidencyNoticeTexts.Boxes), Or(reception.Boxes))],
                    [(localizer.Say(ResidencyNoticeTexts.Until), localizer.FullDay(reception.Until))],
                ]),
                Heading(ResidencyNoticeTexts.Freely),
                Says(ResidencyNoticeTexts.FreelyText),
            ],
            localizer.FullDay(localizer.Today));

        PaperPart.Heading Heading(Text text) =>
            new(localizer.Say(DisclosurePaperTexts.Marks).Split('|')[number++] + localizer.Say(text));

        PaperPart.Paragraph Says(Text text, params object[] of) => new(localizer.Say(text, of));

        // 第十二巡视组: as official papers write it.
        string Figure(int team)
        {
            var figures = localizer.Say(PlanTexts.Figures).Split(' ');
            var (tens, ones) = (team / 10, team % 10);
            return tens == 0 ? figures[ones] : (tens > 1 ? figures[tens] : "") + figures[10] + (ones > 0 ? figures[ones] : "");
        }

        string Or(string? typed) => string.IsNullOrWhiteSpace(typed) ? localizer.Say(ResidencyNoticeTexts.ToWrite) : typed;
    }
}
