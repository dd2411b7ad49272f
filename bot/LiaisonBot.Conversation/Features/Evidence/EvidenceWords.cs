using LiaisonBot.Core.Evidence;

namespace LiaisonBot.Conversation.Features.Evidence;

/// <summary>Why a file was not kept, in words.</summary>
internal static class EvidenceWords
{
    /// <param name="name">As it was sent.</param>
    /// <param name="unnamed">Stands for a name of which nothing is left.</param>
    public static string Lost(string name, string unnamed, string why, Localizer localizer) => localizer.Say(
        EvidenceTexts.Lost,
        EvidenceName.Shown(name) is { Length: > 0 } shown ? Localizer.Clip(shown, 60) : unnamed,
        why);

    public static string Why(FileFault fault, Localizer localizer) => fault switch
    {
        FileFault.Empty => localizer.Say(EvidenceTexts.LostEmpty),
        FileFault.TooLarge => localizer.Say(EvidenceTexts.LostTooLarge, EvidenceLimits.FileBytes / 1024 / 1024),
        FileFault.NotAllowed => localizer.Say(EvidenceTexts.LostKind),
        FileFault.Archive => localizer.Say(EvidenceTexts.LostArchive),
        FileFault.Macros => localizer.Say(EvidenceTexts.LostMacros),
        FileFault.NotFetched => localizer.Say(EvidenceTexts.LostNotFetched),
        FileFault.Busy => localizer.Say(EvidenceTexts.LostBusy),
    };
}
