using LiaisonBot.Core.Sealed;

namespace LiaisonBot.Conversation;

/// <summary>Kinds, channels and disposals of sealed records in words, and their counts as they are shown.</summary>
public static class SealedNames
{
    public static Text Of(SealedKind kind) => kind switch
    {
        SealedKind.Petition => SealedNameTexts.Petition,
        SealedKind.Interference => SealedNameTexts.Interference,
        SealedKind.OnlineClue => SealedNameTexts.OnlineClue,
        SealedKind.Slip => SealedNameTexts.Slip,
        SealedKind.Inquiry => SealedNameTexts.Inquiry,
        SealedKind.Question => SealedNameTexts.Question,
        SealedKind.Forward => SealedNameTexts.Forward,
        SealedKind.UnannouncedVisit => SealedNameTexts.UnannouncedVisit,
    };

    public static Text Of(SealedChannel channel) => channel switch
    {
        SealedChannel.Phone => SealedNameTexts.Phone,
        SealedChannel.Letter => SealedNameTexts.Letter,
        SealedChannel.Visit => SealedNameTexts.Visit,
        SealedChannel.Appointment => SealedNameTexts.Appointment,
        SealedChannel.Box => SealedNameTexts.Box,
        SealedChannel.Net => SealedNameTexts.Net,
        SealedChannel.Record => SealedNameTexts.Record,
        SealedChannel.Own => SealedNameTexts.Own,
    };

    public static Text Of(SealedDisposal disposal) => disposal switch
    {
        SealedDisposal.Matter => SealedNameTexts.ToMatter,
        SealedDisposal.Slip => SealedNameTexts.ToSlip,
        SealedDisposal.OtherUnit => SealedNameTexts.ToOtherUnit,
        SealedDisposal.IntoReport => SealedNameTexts.ToReport,
        SealedDisposal.Keep => SealedNameTexts.ToKeep,
    };

    /// <summary>The tables of counts, each with its title; a dash where a count is not said.</summary>
    internal static IReadOnlyList<(string Title, IReadOnlyList<(string Name, string Said)> Cells)> Tables(
        SealedCounts counts,
        Localizer localizer)
    {
        return
        [
            Table(SealedNameTexts.CountKinds, counts.Kinds, kind => localizer.Say(Of(kind))),
            Table(SealedNameTexts.CountChannels, counts.Channels, channel => localizer.Say(Of(channel))),
            Table(SealedNameTexts.CountMonths, counts.Months, month => localizer.Say(SealedNameTexts.CountMonth, month)),
            Table(
                SealedNameTexts.CountDisposals,
                counts.Disposals,
                disposal => localizer.Say(disposal is { } one ? Of(one) : SealedNameTexts.CountUnjudged)),
        ];

        (string, IReadOnlyList<(string, string)>) Table<T>(Text title, IReadOnlyList<SealedCell<T>> cells, Func<T, string> name) =>
            (localizer.Say(title), [.. cells.Select(cell => (name(cell.Of), Said(cell.Count, localizer)))]);
    }

    /// <param name="count">Null where it is not said.</param>
    internal static string Said(int? count, Localizer localizer) =>
        count is { } said ? Localizer.Invariant(said) : localizer.Say(SealedNameTexts.CountHidden);
}
