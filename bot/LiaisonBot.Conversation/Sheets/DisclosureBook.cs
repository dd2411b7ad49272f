using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>What is made public of a set: in words, and as a page of its register.</summary>
internal static class DisclosureBook
{
    public static SheetPage Of(IReadOnlyList<DisclosureView> views, DisclosureRule rule, Localizer localizer)
    {
        (Text Title, int Width)[] columns =
        [
            (DisclosureBookTexts.ColumnWhat, 12),
            (DisclosureBookTexts.ColumnTo, 12),
            (DisclosureBookTexts.ColumnState, 16),
            (DisclosureBookTexts.ColumnWay, 10),
            (DisclosureBookTexts.ColumnMedium, 24),
            (DisclosureBookTexts.ColumnLevel, 10),
            (DisclosureBookTexts.ColumnScope, 24),
            (DisclosureBookTexts.ColumnFrom, 13),
            (DisclosureBookTexts.ColumnUntil, 13),
            (DisclosureBookTexts.ColumnReference, 30),
            (DisclosureBookTexts.ColumnContent, 24),
            (DisclosureBookTexts.ColumnBy, 14),
            (DisclosureBookTexts.ColumnNote, 24),
        ];
        return new(
            localizer.Say(DisclosureBookTexts.Page),
            [.. columns.Select(column => new PageColumn(localizer.Say(column.Title), column.Width))],
            [.. views.Where(view => view.Matter is not null).SelectMany(view => view.Parts, (view, part) => Row(view, part, rule, localizer))])
        {
            IsPrinted = true,
        };
    }

    /// <summary>What stands of one, in a few words: 县政府网站（网站），11月1日至11月10日.</summary>
    public static string Words(Disclosure said, DisclosureRule rule, Localizer localizer) => said.State switch
    {
        DisclosureState.Registered => localizer.Say(
            DisclosureBookTexts.HistoryPart,
            localizer.Say(NameOf(said.What)),
            localizer.Say(NameOf(said.To)),
            localizer.Say(DisclosureBookTexts.Where, said.Medium ?? "", localizer.Say(NameOf(said.Way))),
            said.From is { } from ? localizer.FullDay(from) : "",
            said.Until is { } until ? localizer.FullDay(until) : "")
            + (said.Reference is { } reference ? localizer.Say(DisclosureBookTexts.HistoryReference, reference) : ""),
        DisclosureState.ExemptionAsked => localizer.Say(
            DisclosureBookTexts.ExemptionOf,
            localizer.Say(NameOf(said.What)),
            localizer.Say(NameOf(said.To)),
            ReasonOf(said, rule, localizer),
            said.Note ?? ""),
        DisclosureState.Exempt => localizer.Say(
            DisclosureBookTexts.AgreedText,
            localizer.Say(NameOf(said.What)),
            localizer.Say(NameOf(said.To)),
            ReasonOf(said, rule, localizer)),
        DisclosureState.ExemptionRefused => localizer.Say(
            DisclosureBookTexts.RefusedText,
            localizer.Say(NameOf(said.What)),
            localizer.Say(NameOf(said.To)),
            said.Remark ?? ""),
    };

    public static Text NameOf(DisclosedWhat what) => what switch
    {
        DisclosedWhat.Plan => DisclosureBookTexts.Plan,
        DisclosedWhat.Result => DisclosureBookTexts.Result,
    };

    public static Text NameOf(DisclosedTo to) => to switch
    {
        DisclosedTo.Party => DisclosureBookTexts.ToParty,
        DisclosedTo.Public => DisclosureBookTexts.ToPublic,
    };

    public static Text NameOf(DisclosureWay way) => way switch
    {
        DisclosureWay.Meeting => DisclosureBookTexts.WayMeeting,
        DisclosureWay.Document => DisclosureBookTexts.WayDocument,
        DisclosureWay.Website => DisclosureBookTexts.WayWebsite,
        DisclosureWay.Newspaper => DisclosureBookTexts.WayNewspaper,
        DisclosureWay.Television => DisclosureBookTexts.WayTelevision,
        DisclosureWay.NewMedia => DisclosureBookTexts.WayNewMedia,
        DisclosureWay.Board => DisclosureBookTexts.WayBoard,
    };

    public static Text NameOf(DisclosureLevel level) => level switch
    {
        DisclosureLevel.County => DisclosureBookTexts.LevelCounty,
        DisclosureLevel.City => DisclosureBookTexts.LevelCity,
        DisclosureLevel.Province => DisclosureBookTexts.LevelProvince,
    };

    public static Text NameOf(DisclosureStanding standing) => standing switch
    {
        DisclosureStanding.NotDue => DisclosureBookTexts.StandingNotDue,
        DisclosureStanding.Missing => DisclosureBookTexts.StandingMissing,
        DisclosureStanding.Registered => DisclosureBookTexts.StandingRegistered,
        DisclosureStanding.Returned => DisclosureBookTexts.StandingReturned,
        DisclosureStanding.Waits => DisclosureBookTexts.StandingWaits,
        DisclosureStanding.Confirmed => DisclosureBookTexts.StandingConfirmed,
        DisclosureStanding.ExemptionAsked => DisclosureBookTexts.StandingExemptionAsked,
        DisclosureStanding.Exempt => DisclosureBookTexts.StandingExempt,
    };

    public static string ReasonOf(Disclosure said, DisclosureRule rule, Localizer localizer) =>
        rule.Reason(said.Reason ?? "")?.Words.In(localizer.Language) ?? said.Reason ?? "";

    private static object?[] Row(DisclosureView view, DisclosurePart part, DisclosureRule rule, Localizer localizer)
    {
        var said = part.Said is { State: DisclosureState.Registered } one ? one : null;
        return
        [
            localizer.Say(NameOf(view.What)),
            localizer.Say(NameOf(part.Duty.To)),
            localizer.Say(NameOf(part.Standing)),
            said is null ? null : localizer.Say(NameOf(said.Way)),
            said?.Medium,
            said is null ? null : localizer.Say(NameOf(said.Level)),
            said?.Scope,
            said?.From,
            said?.Until,
            said?.Reference,
            said?.Content,
            part.Said is { } by ? localizer.Named(by.ByName, by.ForName) : null,
            part.Said is { Reason: not null } exempt ? $"{ReasonOf(exempt, rule, localizer)} {exempt.Note}" : part.Said?.Remark,
        ];
    }
}
