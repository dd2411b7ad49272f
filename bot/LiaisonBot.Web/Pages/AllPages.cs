using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.Sets;

namespace LiaisonBot.Web.Pages;

/// <summary>All pages, in the order of the menu. A page is a file in this folder and a line here.</summary>
internal static class AllPages
{
    public static readonly IReadOnlyList<Page> All =
    [
        new("mine", MatterTexts.Mine, typeof(MinePage)),
        new("matter", MatterTexts.MatterCommand, typeof(MatterPage)) { InMenu = false },
        new("sets", SetTexts.Rectification, typeof(SetPage)) { InMenu = false },
    ];

    public static readonly Page First = All[0];

    public static Page? Find(string route) => All.FirstOrDefault(page => page.Route == route);
}
