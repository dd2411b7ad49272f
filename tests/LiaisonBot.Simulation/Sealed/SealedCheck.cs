using NodaTime;

namespace LiaisonBot.Simulation.Sealed;

/// <summary>What a run with sealed records is held against. Each has a <see cref="SealedDefect"/> that it notices.</summary>
internal enum SealedCheck
{
    /// <summary>The look is a row before the key of a text is asked for, by who looks, at what they look at.</summary>
    NothingIsOpenedWithoutItsLook,
    ALookAtWhoToldItSaysWhy,

    /// <summary>By docs/rules.md, as the record stood.</summary>
    NobodySeesWhatIsNotTheirs,
    EverybodySeesWhatIsTheirs,

    /// <summary>The place concerned, its city, the supervision office: not even a message that waits is written for them.</summary>
    NobodyIsToldOfWhatIsNotTheirs,
    NothingIsRemindedToWhoIsRecused,

    /// <summary>Each who has something to do after a step, whatever was killed in between; and once.</summary>
    WhoHasToActIsToldOnce,
    RemindersComeOnTheirDays,

    /// <summary>Nothing that was typed stands in any row, message or exception but in its envelope.</summary>
    WordsStayInside,

    /// <summary>No two texts have a key in common, and so none has a key and a nonce in common.</summary>
    AKeyIsUsedOnce,
    KeysStandWrapped,

    /// <summary>Put into another row, it is refused.</summary>
    ATextOpensInItsRowAlone,

    /// <summary>And all that was typed is there.</summary>
    EverythingOpensWithTheKeyOfNow,

    /// <summary>A record, a step: whatever was lost or killed on the way.</summary>
    WhatWasAnsweredIsThereOnce,
    NumbersHaveNoGap,
    TheHistoryHasNoGap,

    /// <summary>By one who leads it, proposed by another, and closed as long ago as the term says.</summary>
    NothingIsDestroyedButByTwoAfterItsTerm,

    /// <summary>In the table of sealed records and beside the matters.</summary>
    NumberAndDayAreAllThatIsLeft,

    /// <summary>Of an unannounced visit that was reported, in a county.</summary>
    AVisitIsCountedOnceByItsLeader,

    /// <summary>Each closed record that the person leads, whole, and no other; only the archive's private key opens it.</summary>
    TheArchiveGetsWhatOneLeads,
    NothingBreaks,
}

internal sealed record SealedViolation(SealedCheck Check, Instant At, string What);

/// <param name="Parts">Questions, and what is forwarded.</param>
/// <param name="Visits">Unannounced ones that were reported.</param>
/// <param name="Counted">Of the unannounced visits.</param>
/// <param name="Filed">Records in files for the archive.</param>
/// <param name="Violations">Empty when everything was as promised.</param>
internal sealed record SealedRunResult(
    int Seed,
    int Records,
    int Slips,
    int Parts,
    int Visits,
    int Destroyed,
    int Counted,
    int Filed,
    int Looks,
    int Told,
    int Killed,
    IReadOnlyList<SealedViolation> Violations);
