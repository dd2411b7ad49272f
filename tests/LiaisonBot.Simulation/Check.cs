namespace LiaisonBot.Simulation;

/// <summary>What a run is held against. Each has a <see cref="Defect"/> that it notices.</summary>
internal enum Check
{
    AStepIsTakenOnce,
    AnsweredStepsAreInTheHistory,
    EveryChangeIsInTheHistory,
    TheHistoryHasNoGap,
    NumbersHaveNoGap,
    ParentsCountTheirChildren,

    /// <summary>None is handed in over an open child, and none is withdrawn without its children.</summary>
    ParentsWaitForTheirChildren,

    /// <summary>A changed due date keeps what was passed on within the matter above it.</summary>
    WhatWasPassedOnIsDueInTime,
    ListRowsMatchTheMatters,
    ReminderRowsMatchTheMatters,

    /// <summary>By the policy and the calendar, at any moment.</summary>
    TheNextReminderIsPlanned,
    RemindersAreGivenInTime,
    AnOccurrenceIsGivenOnce,

    /// <summary>The newest when it is assigned, and for good.</summary>
    AMatterKeepsItsPolicy,
    EveryReminderIsGivenToAllWhomThePolicyNames,
    ThoseConcernedAreToldOfAStep,

    /// <summary>By the table of rights, as the matter stood.</summary>
    NobodyDoesWhatTheyMayNot,
    NobodyIsRefusedWhatTheyMayDo,

    /// <summary>
    /// Each side has one open question at most: it is asked by who speaks for that side, answered by who speaks for the
    /// other, and the matter holds what its history says.
    /// </summary>
    QuestionsAreAskedAndAnsweredByTheirSides,

    /// <summary>Nobody else is told of progress: who follows a matter asked for it themselves, until it is reopened.</summary>
    FollowersAskedForIt,

    /// <summary>Given in working days, they are counted by the notices in force.</summary>
    DueDatesFollowTheCalendar,
    AMessageIsInOnePlace,
    NoMessageIsLost,
    WhatCountsAsDeliveredWasSent,

    /// <summary>Nobody who can be reached is passed over while messages wait for them.</summary>
    MessagesGoOutInTime,
    TheLimitsOfTeamsAreKept,
    RetryAfterIsRespected,

    /// <summary>While every chat refuses the bot itself, it tries now and then only.</summary>
    ABarredBotHoldsBack,
    WhatIsRefusedIsNotSentAgain,

    /// <summary>Who blocked the bot or left is sent nothing until they write.</summary>
    TheUnreachableAreLeftAlone,
    ARepeatIsMarked,
    AMessageIsRepeatedAtMostOnce,
    OneDigestADay,
    ADigestComesAtItsTime,
    NothingIsSentInQuietHours,

    /// <summary>The matter was closed, withdrawn, or what it is reminded of was done.</summary>
    NothingIsRemindedOfThatIsDone,
    NobodyIsToldOfWhatTheyMayNotSee,

    /// <summary>And nobody sees what they may not: by the table of rights.</summary>
    EverybodySeesWhatTheyMay,

    /// <summary>Two when the answer to the first never came; the second says so.</summary>
    AMatterHasOneCardInARoom,

    /// <summary>When everything works again.</summary>
    CardsInRoomsAreUpToDate,

    /// <summary>When everything works again: the newest of a matter in a chat, as far as the chat named its message.</summary>
    CardsInChatsAreUpToDate,

    /// <summary>
    /// When everything works again, everybody has opened their chat and the day's digest has gone out.
    /// </summary>
    NothingIsLeftUndone,
    NothingBreaks,

    /// <summary>Every item of a job that the bot has taken is done or refused, when everything works again.</summary>
    JobsComeToTheirEnd,
    ALinkIsForItsPersonAndItsTime,

    /// <summary>
    /// Every file that a row names is there, as it was sent; every row is of a matter that has the file, once; and the
    /// history names each with the step that it came with.
    /// </summary>
    EvidenceIsKept,

    /// <summary>When everything works again, files that no row names are gone after their time.</summary>
    OrphansAreSwept,

    /// <summary>To the first account that writes under it.</summary>
    ASignInNameIsBoundOnce,

    /// <summary>No card of a matter is posted where nobody bound its city.</summary>
    ARoomShowsItsCityAlone,

    /// <summary>Twice when the answer to the first never came; the second says so.</summary>
    NewsOfPeopleComesOnce,

    /// <summary>In one's own where one may, else in that of somebody whom one stands in for that day.</summary>
    AStepSaysInWhoseName,

    /// <summary>What waited for somebody who was replaced goes to who followed, and nothing is left of the change.</summary>
    ASuccessorHasWhatWaited,

    /// <summary>
    /// While nothing went wrong for a day, and Teams did not bar the bot, the audit finds no difference.
    /// </summary>
    TheAuditorFindsNothing,

    /// <summary>For each date of a recurring matter and each of its places there is one matter, in its time.</summary>
    AnOccurrenceIsMadeOnce,

    /// <summary>
    /// Open matters of a team that nobody leads in the city: the office was told that day, and is told again each week,
    /// until a handover is confirmed.
    /// </summary>
    NoTeamIsLeftWithoutALeader,

    /// <summary>Whoever has no role in a city any more decides nothing there, whatever they led before.</summary>
    NobodyDecidesAfterTheirDays,

    /// <summary>Nor is anything reminded to them, by itself or in a digest.</summary>
    NothingIsRemindedToWhoLeft,

    /// <summary>
    /// A matter goes to another team by a confirmed handover whose day has come, once, with one entry of its history; and
    /// none of the team's is left when the handover is done.
    /// </summary>
    AMatterPassesOnce,

    /// <summary>The matter by which the inspected hear of a visit is of one that is announced, by that day.</summary>
    NobodyHearsOfAVisitBeforeItsDay,

    /// <summary>By one matter of the inspected, and by one more at most for each time its days or group changed or it was
    /// called off.</summary>
    AVisitIsToldOfOnce,

    /// <summary>
    /// What a date makes urgent in the plan of a year comes to the office, and to who leads the team that lives there: that
    /// day, and once.
    /// </summary>
    WhatIsUrgentOfAPlanIsToldOnce,

    /// <summary>A half-year of a county is covered by a visit that ended, and by nothing else.</summary>
    WhatEndedIsCovered,

    /// <summary>At any moment one at most, and exactly one when everything works again.</summary>
    AFindingHasOneMatter,

    /// <summary>By its first step; each finding is signed for with it, and told by itself only when it came later.</summary>
    ASetIsToldAndSignedForOnce,

    /// <summary>After its one message a set comes in digests alone, but for what a person did.</summary>
    ASetPushesNothingByItself,

    /// <summary>Each dated step is there when the day has come from which it counts, once, and due as counted by hand.</summary>
    AStepComesOnItsDay,

    /// <summary>What an approved plan says of a finding is its due date, of each that was open then.</summary>
    ApprovedDatesAreDueDates,

    /// <summary>At any moment, by the history of each of its matters.</summary>
    ASetIsCountedAsItsHistoryTells,

    /// <summary>The office hears where a topic comes up, and again with a new place only.</summary>
    ATopicIsToldOnce,

    /// <summary>What follows from a check, or from an answer to a self-check, is one matter, and each names the other.</summary>
    WhatFollowsIsMadeOnce,
    ASampleCanBeDrawnAgain,

    /// <summary>A step that makes something public says all of it, and what is exempt has the office's word.</summary>
    WhatIsPublicIsSaid,
}
