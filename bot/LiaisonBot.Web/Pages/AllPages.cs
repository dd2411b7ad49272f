using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Web.Pages;

/// <summary>All pages, in the order of the menu. A page is a file in this folder and a line here, or a line alone.</summary>
internal static class AllPages
{
    public static readonly IReadOnlyList<Page> All =
    [
        new("mine", MatterTexts.Mine, typeof(MinePage)),
        new("ledger", MatterTexts.Ledger, typeof(LedgerPage)),
        Page.Of("sets", "sets.show", "what"),
        Page.Of("plans", "setplan.show") with { Component = typeof(PlanGridPage) },
        Page.Of("plan", "plan.open", named: "plan.show") with { For = PlanService.MaySeeAny },
        Page.Of("coverage", "coverage.say") with { For = PlanService.MaySeeAny },
        Page.Of("handovers", "handovers.show"),
        Page.Of("teams", "teams.list") with { For = IsOffice },
        Page.Of("recurring", "recurring.show"),
        Page.Of("people", "people.directory"),
        Page.Of("deliveries", "delivery.show"),
        Page.Of("burden", "burden.show"),
        Page.Of("holidays", "calendar.show"),
        Page.Of("reminders", "reminders.policy") with { For = IsOffice },
        Page.Of("settings", "reminders.settings"),
        Page.Of("help", "help.show"),
        Page.Of("matter", "matter.open", "number", named: "matter.mine") with { InMenu = false },
    ];

    public static readonly Page First = All[0];

    public static Page? Find(string route) => All.FirstOrDefault(page => page.Route == route);

    private static bool IsOffice(Person person) => person.Has(Role.Office);
}
