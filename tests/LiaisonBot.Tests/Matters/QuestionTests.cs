using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>提问, 答复 and 留言 between the sides of a matter.</summary>
[Trait("Kind", "Pure")]
public class QuestionTests
{
    private readonly Play play = new();

    [Fact]
    public void Ask_FromThePlace_WaitsForTheSideThatAssigned_AndChangesNothingElse()
    {
        var number = play.InProgress();
        var before = play[number];
        var matter = play.Do(County, number, new Ask(" “违规占地”范围是什么 "));

        Assert.Equal(new Question("“违规占地”范围是什么", play.Now, [County.Id]), matter.HolderAsks);
        Assert.Null(matter.ReviewerAsks);
        Assert.Equal("leader Ask", play.ToldWhat());
        Assert.Equal(
            (Act.Ask, "“违规占地”范围是什么", Side.Holder),
            (play.History(number)[^1].Act, play.History(number)[^1].Note, play.History(number)[^1].Side));
        Assert.Equal(before with { HolderAsks = matter.HolderAsks, LastEntry = matter.LastEntry }, matter);
    }

    [Fact]
    public void Ask_FromTheTeamOrTheOffice_WaitsForThePlace()
    {
        var number = play.InProgress();

        Assert.NotNull(play.Do(Leader, number, new Ask("哪天能清完？")).ReviewerAsks);
        Assert.Equal("changan Ask", play.ToldWhat());
        play.Do(Office, number, new Ask("经费够吗"));
        Assert.Equal("changan Ask", play.ToldWhat());
        play.Do(Member, number, new Remark("材料请附页码"));
        Assert.Equal("changan Remark", play.ToldWhat());
    }

    [Fact]
    public void Ask_AboutWhatACityPassedOn_StaysBetweenTheCityAndItsCounty()
    {
        var parent = play.PassedOn(Changan);
        var child = play.Children(parent)[0].Number;

        play.Do(County, child, new Ask("填哪张表"));
        Assert.Equal("city Ask", play.ToldWhat());
        play.Do(City, child, new Answer("附表二"));
        Assert.Equal("changan Answer", play.ToldWhat());
        play.Do(City, parent, new Ask("时间能否分段"));
        Assert.Equal("leader Ask", play.ToldWhat());
    }

    [Fact]
    public void Ask_OfADepartment_GoesBetweenItAndTheReviewers()
    {
        var number = play.InProgress();
        play.Do(Leader, number, new Refer(AuditOffice, "涉及审计"));

        Assert.Equal(Side.Holder, Sides.Of(Audit, play[number].Subject));
        play.Do(Audit, number, new Ask("账册在哪里"));
        Assert.Equal("leader Ask", play.ToldWhat());
        Assert.Equal("NotAllowed", play.Refusal(County, number, new Ask("还要我们办吗")));
    }

    [Fact]
    public void Ask_WhileTheSameSideWaits_IsAddedToItsQuestion()
    {
        var number = play.InProgress();
        var first = play.Do(County, number, new Ask("范围是什么")).HolderAsks!;
        play.Now += Duration.FromDays(1);

        var both = play.Do(County, number, new Ask("表格用哪个")).HolderAsks!;

        Assert.Equal(first with { Text = "范围是什么\n表格用哪个" }, both);
        Assert.Equal("leader Ask", play.ToldWhat());
        Assert.Equal("表格用哪个", play.Told[0].Note);
    }

    [Fact]
    public void Ask_MoreThanAQuestionHolds_IsRefused_AndNothingIsLost()
    {
        var number = play.InProgress();
        for (var i = 0; i < 3; i++) play.Do(County, number, new Ask(new string((char)('一' + i), MatterLimits.Note)));

        Assert.Equal(
            "QuestionTooLong question",
            play.Refusal(County, number, new Ask(new string('问', MatterLimits.Note))));
        Assert.Equal("Missing question", play.Refusal(County, number, new Ask(" ")));
        Assert.Equal(3 * MatterLimits.Note + 2, play[number].HolderAsks!.Text.Length);
    }

    [Fact]
    public void BothSides_MayWaitAtOnce_AndAnAnswerIsToTheOther()
    {
        var number = play.InProgress();
        play.Do(County, number, new Ask("范围是什么"));
        play.Do(Leader, number, new Ask("哪天能清完"));

        play.Do(County, number, new Answer("月底"));
        Assert.Equal("leader Answer", play.ToldWhat());
        Assert.Equal(("月底", "哪天能清完"), (play.Told[0].Note, play.Told[0].Question));
        Assert.NotNull(play[number].HolderAsks);
        Assert.Equal("NothingAsked", play.Refusal(County, number, new Answer("再答一次")));
        Assert.Null(play.Do(Office, number, new Answer("以国土三调为准")).HolderAsks);
        Assert.Equal("changan Answer", play.ToldWhat());
        Assert.Equal(Side.Holder, play.History(number)[^1].Side);
    }

    [Fact]
    public void Answer_ToWhoeverAskedBesideTheReviewers_GoesToThem()
    {
        var number = play.InProgress();
        play.Do(City, number, new Ask("需要市里协调什么"));
        play.Do(County, number, new Answer("请自然资源局出图"));
        Assert.Equal("city Answer", play.ToldWhat());

        play.Do(Member, number, new Ask("台账更新了吗"));
        play.Do(Leader, number, new Ask("照片有吗"));
        play.Do(County, number, new Answer("都有"));
        Assert.Equal("member Answer, leader Answer", play.ToldWhat());
    }

    [Fact]
    public void Answer_ToSomebodyWhoSpeaksNoMore_GoesToTheReviewers()
    {
        var without = new Play(DirectoryOf([.. Everyone.Where(p => p.Id != Member.Id)]));
        var number = without.InProgress();
        without.Do(Member, number, new Ask("台账更新了吗"));
        without.Do(County, number, new Answer("更新了"));

        Assert.Equal("leader Answer", without.ToldWhat());
    }

    [Fact]
    public void Remark_WaitsForNothing()
    {
        var number = play.InProgress();
        var matter = play.Do(County, number, new Remark("材料已寄出"));

        Assert.Equal("leader Remark", play.ToldWhat());
        Assert.Null(matter.HolderAsks);
        Assert.Equal("NothingAsked", play.Refusal(Leader, number, new Answer("收到")));
        Assert.Equal("材料已寄出", play.History(number)[^1].Note);
    }

    [Fact]
    public void Talk_LeavesTheLastStep_SoThatItCanStillBeTakenBack()
    {
        var number = play.HandedIn();
        play.Do(Leader, number, new Ask("附件是哪一份"));
        play.Do(County, number, new Remark("稍等，附件传错了"));

        Assert.Equal(MatterState.InProgress, play.Do(County, number, new Undo()).State);
        Assert.NotNull(play[number].ReviewerAsks);
    }

    [Fact]
    public void Ask_WithAFile_TheFileBelongsToIt()
    {
        var number = play.InProgress();
        var file = new EvidenceItem(new string('a', 64), "图斑.pdf", "pdf", 9);
        var matter = play.Do(County, number, new Ask("这块算不算") { Evidence = [file] });

        Assert.Equal(("图斑.pdf", matter.LastEntry), (matter.Evidence[0].Name, matter.Evidence[0].Entry));
        Assert.Equal(["图斑.pdf"], play.History(number)[^1].Evidence);
    }

    [Fact]
    public void Talk_AboutWhatHasEnded_IsRefused()
    {
        var number = play.HandedIn();
        play.Do(County, number, new Ask("什么时候审"));
        play.Do(Leader, number, new Close());

        Assert.Null(play[number].Asks(Side.Holder));
        Assert.Equal("WrongState", play.Refusal(Leader, number, new Answer("已审")));
        Assert.Equal("WrongState", play.Refusal(County, number, new Ask("还有吗")));
        Assert.Equal("WrongState", play.Refusal(County, number, new Remark("谢谢")));

        // Taken back, it waits again; reopened, it is over.
        play.Do(Leader, number, new Undo());
        Assert.NotNull(play[number].Asks(Side.Holder));
        play.Do(Leader, number, new Close());
        play.Now += Duration.FromHours(1);
        play.Do(Office, number, new Reopen(new DueSpan.WorkingDays(5), "反弹"));
        Assert.Null(play[number].Asks(Side.Holder));
    }

    [Fact]
    public void AQuestion_IsOver_WhenSomebodyElseHasTheMatter()
    {
        var number = play.InProgress();
        play.Do(County, number, new Ask("范围是什么"));
        play.Do(Leader, number, new Ask("哪天能清完"));
        play.Do(Leader, number, new Refer(AuditOffice, "涉及审计"));
        Assert.Equal((null, null), (play[number].HolderAsks, play[number].ReviewerAsks));

        var moved = play.Assign(Leader, Draft(Changan));
        play.Do(County, moved, new Ask("是我们的吗"));
        play.Do(Leader, moved, new Correct(Area: Zhengding));
        Assert.Null(play[moved].HolderAsks);
    }

    [Fact]
    public void DropQuestion_ByWhoeverAsked_EndsIt_AndTellsThoseWhoWereAsked()
    {
        var number = play.InProgress();
        play.Do(County, number, new Ask("范围是什么"));
        var before = play[number];
        var matter = play.Do(County, number, new DropQuestion());

        Assert.Equal("leader DropQuestion", play.ToldWhat());
        Assert.Equal(
            (Act.DropQuestion, "范围是什么", Side.Holder),
            (play.History(number)[^1].Act, play.History(number)[^1].Note, play.History(number)[^1].Side));
        Assert.Equal(before with { HolderAsks = null, LastEntry = matter.LastEntry }, matter);
        Assert.Equal("NothingAsked", play.Refusal(Leader, number, new Answer("按附件")));
        Assert.Equal("NothingAskedByThem", play.Refusal(County, number, new DropQuestion()));
    }

    [Fact]
    public void DropQuestion_OfSeveralWhoAsked_TellsTheOthersToo()
    {
        var number = play.InProgress();
        play.Do(Office, number, new Ask("经费够吗"));
        play.Do(Leader, number, new Ask("哪天能清完"));
        play.Do(Leader, number, new DropQuestion());

        Assert.Equal("changan DropQuestion, office DropQuestion", play.ToldWhat());
        Assert.Null(play[number].ReviewerAsks);
    }

    [Fact]
    public void DropQuestion_ByWhoDidNotAsk_IsRefused_AndTheOtherSidesQuestionStays()
    {
        var number = play.InProgress();
        play.Do(County, number, new Ask("范围是什么"));
        play.Do(Leader, number, new Ask("哪天能清完"));

        Assert.Equal("NothingAskedByThem", play.Refusal(Office, number, new DropQuestion()));
        Assert.DoesNotContain(Act.DropQuestion, play.Possible(Office, number));
        play.Do(Leader, number, new DropQuestion());
        Assert.Equal((true, false), (play[number].HolderAsks is not null, play[number].ReviewerAsks is not null));
    }

    [Fact]
    public void Ask_ByWhoHasNoPartInIt_IsRefused()
    {
        var number = play.InProgress();

        Assert.Equal("NotAllowed", play.Refusal(OtherLeader, number, new Ask("怎么样了")));
        Assert.Null(Sides.Of(OtherLeader, play[number].Subject));
        Assert.DoesNotContain(Act.Ask, play.Possible(OtherLeader, number));
        Assert.DoesNotContain(Act.Answer, play.Possible(Leader, number));
    }

    [Fact]
    public void WhileItWaits_TheOtherSideIsRemindedLikeOfAReview_AndNobodyOnceItIsAnswered()
    {
        var number = play.InProgress(due: Cast.Today.PlusDays(60));
        play.Do(County, number, new Ask("范围是什么"));
        play.Do(Leader, number, new Ask("哪天能清完"));

        Assert.Equal([(ReminderName.HolderAsks, 3), (ReminderName.ReviewerAsks, 3)], Reminders(number));
        play.Do(Leader, number, new Answer("国土三调"));
        Assert.Equal([(ReminderName.ReviewerAsks, 3)], Reminders(number));
        play.Do(County, number, new Answer("月底"));
        Assert.Empty(Reminders(number));
    }

    [Fact]
    public void WhoIsReminded_IsTheOtherSide()
    {
        var subject = play[play.InProgress()].Subject;
        string Whom(ReminderName rule) => string.Join(' ', Audience
            .Of(PolicyFile.BuiltIn.Rule(rule)!, 3, subject, Book, Cast.Today)
            .Select(p => p.Id));

        Assert.Equal("leader", Whom(ReminderName.HolderAsks));
        Assert.Equal("changan", Whom(ReminderName.ReviewerAsks));
    }

    private IEnumerable<(ReminderName, int)> Reminders(MatterNumber number) =>
        Schedule.Planned(
            play[number],
            PolicyFile.BuiltIn,
            WorkingCalendar.BuiltIn,
            play.Now,
            play.Now + Duration.FromDays(20))
        .Where(o => o.Rule is ReminderName.HolderAsks or ReminderName.ReviewerAsks)
        .Select(o => (o.Rule, o.Day));
}
