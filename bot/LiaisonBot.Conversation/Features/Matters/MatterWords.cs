using System.Collections.Concurrent;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>Steps that were taken, what was corrected, and where a matter stands, in words.</summary>
public static class MatterWords
{
    /// <summary>A search asks for thousands of matters, which stand in a few ways.</summary>
    private static readonly ConcurrentDictionary<(MatterState, bool, Urgency, bool, bool, bool, bool, Supervision), string> Standings = new();

    /// <summary>What was done, for the line above the card and for the message to others.</summary>
    /// <param name="due">The date that the step named.</param>
    /// <param name="note">As the history keeps it; says what was corrected or undone.</param>
    public static string Done(this Localizer localizer, Act act, LocalDate? due, string? note = null) => act switch
    {
        Act.Assign => localizer.Say(MatterTexts.AssignDone),
        Act.Correct =>
            note is null
                ? localizer.Say(MatterTexts.CorrectDone)
                : localizer.Say(
                    Texts.Labelled,
                    localizer.Say(MatterTexts.CorrectDone),
                    string.Join(localizer.Say(Texts.Semicolon), localizer.Corrections(note, 40))),
        Act.Decline => localizer.Say(MatterTexts.DeclineDone),
        Act.Insist => localizer.Say(MatterTexts.InsistDone),
        Act.Reopen => localizer.Say(MatterTexts.ReopenDone, due is { } until ? localizer.Day(until) : ""),
        Act.ChangeDue => localizer.Say(MatterTexts.ChangeDueDone, due is { } day ? localizer.Day(day) : ""),
        Act.AddEvidence => localizer.Say(MatterTexts.AddEvidenceDone),
        Act.Ask => localizer.Say(MatterTexts.AskDone),
        Act.Answer => localizer.Say(MatterTexts.AnswerDone),
        Act.DropQuestion => localizer.Say(MatterTexts.DropQuestionDone),
        Act.Remark => localizer.Say(MatterTexts.RemarkDone),
        Act.Follow => localizer.Say(MatterTexts.FollowDone),
        Act.Unfollow => localizer.Say(MatterTexts.UnfollowDone),
        Act.Undo => note switch
        {
            null => localizer.Say(MatterTexts.UndoDone),
            nameof(Act.Close) => localizer.Say(MatterTexts.ClosingUndone),
            nameof(Act.Decline) => localizer.Say(MatterTexts.DecliningUndone),
            _ => localizer.Say(MatterTexts.UndoneWhat, localizer.Undone(note)),
        },
        Act.PassOn => localizer.Say(MatterTexts.PassOnDone),
        Act.Sign => localizer.Say(MatterTexts.SignDone),
        Act.ReportProgress => localizer.Say(MatterTexts.ReportProgressDone),
        Act.HandIn => localizer.Say(MatterTexts.HandInDone),
        Act.Close => localizer.Say(MatterTexts.CloseDone),
        Act.Return => localizer.Say(MatterTexts.ReturnDone),
        Act.RequestExtension => localizer.Say(MatterTexts.RequestExtensionDone),
        Act.GrantExtension => localizer.Say(MatterTexts.GrantExtensionDone, due is { } d ? localizer.Day(d) : ""),
        Act.RefuseExtension => localizer.Say(MatterTexts.RefuseExtensionDone),
        Act.Urge => localizer.Say(MatterTexts.UrgeDone),
        Act.PutOnLedger => localizer.Say(MatterTexts.PutOnLedgerDone),
        Act.Docket => localizer.Say(MatterTexts.DocketDone),
        Act.AcceptDocket => localizer.Say(MatterTexts.AcceptDocketDone),
        Act.Refer => localizer.Say(MatterTexts.ReferDone),
        Act.HandOver => localizer.HandedOver(note),
        Act.ApplyPlan => localizer.Say(Texts.ApplyPlan),
        Act.AnswerExemption => localizer.Say(MatterTexts.AnswerExemptionDone),
        Act.Recount => localizer.Say(Texts.Recounted),
        Act.Withdraw => localizer.Say(MatterTexts.WithdrawDone),
        Act.Remind or Act.Unreached or Act.Moved => localizer.Say(Localizer.Word(act)),
    };

    /// <summary>What was done, with the date that it moved and the request that it answered.</summary>
    public static string Done(
        this Localizer localizer,
        Act act,
        LocalDate? due,
        string? note,
        LocalDate? dueBefore,
        LocalDate? asked)
    {
        if (dueBefore is not { } before || due is not { } day)
        {
            return localizer.Done(act, due, note);
        }

        var changed = localizer.Say(MatterTexts.ChangeDueFrom, localizer.Day(day), localizer.Day(before));
        return asked is { } until
            ? localizer.Say(MatterTexts.ChangeDueAnswers, changed, localizer.Day(until))
            : changed;
    }

    /// <summary>The step that was undone, by the note of the step that undid it.</summary>
    public static string Undone(this Localizer localizer, string note) =>
        localizer.Say(Enum.TryParse<Act>(note, out var act) ? Localizer.Word(act) : Texts.Undo);

    /// <summary>What was corrected, each with what it was and is now.</summary>
    /// <param name="most">UTF-16 units of a text; null for all of it.</param>
    public static IEnumerable<string> Corrections(
        this Localizer localizer,
        string note,
        int? most = null) => Correction.Read(note).Select(c =>
    {
        string Value(string? stored) => stored is null ? localizer.Say(MatterTexts.NothingThere) : c.Field switch
        {
            Fields.Due => localizer.Day(Columns.Date(stored)),
            Fields.Area => localizer.Place(AreaCode.Parse(stored)),
            Fields.Urgency => localizer.Say(stored == nameof(Urgency.Urgent) ? Texts.Urgent : Texts.Normal),
            _ => most is { } length ? Localizer.Clip(stored, length) : stored,
        };
        var label = localizer.Say(c.Field switch
        {
            Fields.Due => Texts.FieldDue,
            Fields.Area => Texts.FieldArea,
            Fields.Responsible => Texts.FieldResponsible,
            Fields.Title => Texts.FieldTitle,
            Fields.Target => Texts.FieldTarget,
            Fields.Urgency => Texts.FieldUrgency,
            Fields.Basis => Texts.FieldBasis,
            _ => Texts.FieldPassOnNote,
        });
        return localizer.Say(MatterTexts.Changed, label, Value(c.Was), Value(c.Now));
    });

    /// <summary>
    /// What working days after one day up to and with another leave out besides weekends, and the weekends that count:
    /// 跳过元旦放假.
    /// </summary>
    public static string Skipped(this Localizer localizer, LocalDate from, LocalDate to)
    {
        var days = Enumerable.Range(1, Math.Max(0, Period.DaysBetween(from, to))).Select(from.PlusDays).ToList();
        var off = days.Select(localizer.Calendar.NameOf).OfType<string>().Distinct().ToList();
        var worked = days.Where(d => d.DayOfWeek >= IsoDayOfWeek.Saturday && localizer.Calendar.IsWorkingDay(d))
            .Select(d => localizer.DayOfWeek(d, localizer.Today.Year))
            .ToList();
        return Said(MatterTexts.DueSkipped, off) + Said(MatterTexts.DueWorked, worked);

        string Said(Text text, List<string> named) =>
            named.Count > 0 ? localizer.Say(text, string.Join(localizer.Say(Texts.ListComma), named)) : "";
    }

    /// <summary>
    /// Number in full and where a matter stands, in the words of both languages: what one may type to find it.
    /// </summary>
    public static string Standing(this Localizer localizer, ListEntry entry)
    {
        var way = (
            entry.State,
            entry.IsOverdue(localizer.Today),
            entry.Urgency,
            entry.ExtensionAsked,
            entry.Declined,
            entry.ExemptionAsked,
            entry.HolderAsks || entry.ReviewerAsks,
            entry.Supervision);
        var words = Standings.GetOrAdd(way, static way =>
        {
            var (state, isOverdue, urgency, extensionAsked, declined, exemptionAsked, asked, supervision) = way;
            List<Text> words = [Localizer.StateText(state)];
            if (isOverdue)
            {
                words.Add(MatterTexts.FindOverdue);
            }

            if (state == MatterState.Assigned)
            {
                words.Add(MatterTexts.FindUnsigned);
            }

            if (urgency == Urgency.Urgent)
            {
                words.Add(Texts.Urgent);
            }

            if (extensionAsked)
            {
                words.Add(Texts.Extension);
            }

            if (declined)
            {
                words.Add(Texts.Declined);
            }

            if (exemptionAsked)
            {
                words.Add(Texts.ExemptionWaits);
            }

            if (asked)
            {
                words.Add(Texts.QuestionWaits);
            }

            if (Localizer.SupervisionText(supervision) is { } text)
            {
                words.Add(text);
            }

            return string.Join('\n', words.SelectMany(w => new[] { w.Chinese, w.English }));
        });
        return $"{localizer.Number(entry.Number)}\n{words}";
    }
}
