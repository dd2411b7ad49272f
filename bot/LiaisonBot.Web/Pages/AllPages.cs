using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.SelfChecks;
using LiaisonBot.Conversation.Features.Visits;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sealed;

namespace LiaisonBot.Web.Pages;

/// <summary>All pages, in the order of the menu. A page is a file in this folder and a line here, or a line alone.</summary>
internal static class AllPages
{
    public static readonly IReadOnlyList<Page> All =
    [
        new("mine", MatterTexts.Mine, typeof(MinePage)),
        new("ledger", MatterTexts.Ledger, typeof(LedgerPage)),
        Page.Of("sets", "sets.show", "what") with { Has = async view => Makes(view.Person) || await HasSetsAsync(view) },
        Page.Of("plans", "setplan.show") with { Component = typeof(PlanGridPage), Has = HasSetsAsync },
        new("plan", PlanTexts.Plan, typeof(PlanPage)) { For = IsOfAPlace },
        new("coverage", PlanTexts.Coverage, typeof(CoveragePage)) { For = IsOfAPlace },
        Page.Of("handovers", "handovers.show"),
        Page.Of("teams", "teams.list") with { For = IsOffice },
        Page.Of("recurring", "recurring.show") with { Has = async view => Makes(view.Person) || await HasRecurringAsync(view) },
        // What is listed is noted as a look: the page asks for nothing by itself.
        Page.Of("sealed", "sealed.list") with { For = SealedRights.IsConcerned, IsLive = false },
        Page.Of("people", "people.directory"),
        Page.Of("deliveries", "delivery.show"),
        Page.Of("burden", "burden.show") with { Component = typeof(BurdenPage), For = IsOffice, IsLive = false },
        Page.Of("holidays", "calendar.show"),
        Page.Of("reminders", "reminders.policy") with { For = IsOffice },
        Page.Of("settings", "reminders.settings"),
        Page.Of("help", "help.show"),
        new("matter", WebTexts.Matter, typeof(MatterPage)) { InMenu = false },
        new("job", WebTexts.Job, typeof(JobPage)) { InMenu = false },
        Page.Of("selfchecks", "selfchecks.one", SelfCheckCards.Check, named: "selfchecks.say") with { InMenu = false, For = null },
        Page.Of("visit", "visits.open", VisitCards.VisitKey, named: "visits.show") with { InMenu = false, For = null },
    ];

    public static readonly Page First = All[0];

    public static Page? Find(string route) => All.FirstOrDefault(page => page.Route == route);

    /// <summary>Office, teams, cities and counties: visits come to their places.</summary>
    private static bool IsOfAPlace(Person person) =>
        person.Grants.Any(grant => Permissions.ReachOf(Right.See, grant.Role) == Reach.InArea);

    /// <summary>Whoever assigns makes these, and begins on the page.</summary>
    public static bool Makes(Person person) =>
        person.Grants.Any(grant => Permissions.ReachOf(Right.Assign, grant.Role) != Reach.Nowhere);

    private static async Task<bool> HasSetsAsync(View view) =>
        (await view.Services.Sets.ListAsync(view.Person, OwnPlace(view), view.CancellationToken)).Count > 0;

    private static async Task<bool> HasRecurringAsync(View view) =>
        (await view.Services.Recurring.ListAsync(view.Person, OwnPlace(view), view.CancellationToken)).Count > 0;

    private static AreaCode OwnPlace(View view) => TurnPart.OwnPlace(view.Person, view.Localizer.Directory);

    /// <summary>What stands in the menu of a person now.</summary>
    public static async Task<IReadOnlyList<Page>> MenuAsync(View view)
    {
        var pages = All.Where(page => page.InMenu && page.For?.Invoke(view.Person) != false).ToList();
        var has = await Task.WhenAll(pages.Select(page => page.Has?.Invoke(view) ?? Task.FromResult(true)));
        return [.. pages.Where((_, at) => has[at])];
    }

    private static bool IsOffice(Person person) => person.Has(Role.Office);
}
