namespace LiaisonBot.Conversation.Reading;

/// <summary>What a word of a sentence means. <see cref="Vocabulary"/> says which words mean it.</summary>
internal enum Idea
{
    // What is asked.
    Who, Which, What, When, Why, HowMany, How, HowGoes, YesNo, Meaning,

    // How it is said.
    Not, Later, If, Wish, All, Each, Only, These, Show, Please,

    // Steps.
    Sign, Report, HandIn, Finished, Close, Return, Extend, Grant, Refuse, Urge, PassOn, Assign, Withdraw, Refer, PutOnLedger, Docket, Undo, Reopen, Correct, Change,

    // Where matters stand.
    Unsigned, Overdue, InReview, ForMe, Open, Urgent, ByWork, PassedOn, Counties, OwnLevel,

    // Answers to what waits.
    Yes, No,

    // How soon it is wanted: of who works on it a promise, of who reviews it a reminder.
    Hurry,

    // What a sentence is about.
    Matter, Due, Soon, Reminder, Quiet, Language, Settings, Limits, Delivered, History, Result, Requirement, Reason, Attachment, Delay,
    Contact, Phone, Nobody, Superior, Leader, Team, Office, Supervision, Reach,
    Rank, Statistics, Burden, Recurring, Send,
    Export, Excel, Directory, Register, Print, Report2, Template,
    Decline, Stuck, Remark, Reply, Unasked, Follow, Unfollow, Absent, Back, Replace, Handover, Newcomer, Leave, Remove, Import, Holiday, Bind, Colour, Phase, Covered, Rectified, Disclosed, YearPlan, Coming, Bot, Broken, Today, WhoAmI, Upload, Kept, Mobile, Noted, Farewell, Flow, News, Silent, Noise, Lacking, Nearly, Totals, Announce,

    // Words that say nothing for the meaning.
    Filler,

    // Of a title, or of the text of a step, with characters in them that mean something alone: 检查, 银行.
    Plain,
}
