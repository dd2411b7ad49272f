using LiaisonBot.Core.Matters;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>Urging, the ledger, the docket, referring and withdrawing.</summary>
[Trait("Kind", "Pure")]
public class SupervisionTests
{
    private readonly Play play = new();

    [Fact]
    public void Urge_AnOpenMatter_TellsTheCountyAndChangesNothingElse()
    {
        var number = play.InProgress();
        var before = play[number];

        var after = play.Do(City, number, new Urge("请抓紧"));

        Assert.Equal(
            before with
            {
                LastEntry = before.LastEntry + 1,
                LastStep = new(Act.Urge, City.Id, Morning, before.LastEntry + 1)
            },
            after);
        Assert.Equal("changan Urge", play.ToldWhat());
        Assert.Equal("请抓紧", play.Told[0].Note);
    }

    [Fact]
    public void Urge_WithoutWords_IsEnough() => Assert.Null(play.Do(City, play.InProgress(), new Urge("  ")).Progress);

    [Fact]
    public void Urge_WhatWasHandedIn_IsRefused() =>
        Assert.Equal("WrongState", play.Refusal(City, play.HandedIn(), new Urge(null)));

    [Fact]
    public void Urge_TheCitysOwnMatter_IsNotTheCitysToDo() =>
        Assert.Equal("NotAllowed", play.Refusal(City, play.InProgress(Shijiazhuang), new Urge(null)));

    /// <summary>
    /// A ledger that comes late is followed by its proposal to docket the next morning: that morning is counted from
    /// here.
    /// </summary>
    [Fact]
    public void PutOnLedger_RemembersSinceWhen() =>
        Assert.Equal(Morning, play.Do(Leader, play.InProgress(), new PutOnLedger("超期")).OnLedgerSince);

    [Fact]
    public void Supervision_StepByStep_GoesUpToTheSupervisionOffice()
    {
        var number = play.InProgress();

        Assert.Equal(Supervision.Ledger, play.Do(Leader, number, new PutOnLedger("超期")).Supervision);
        Assert.Equal("changan PutOnLedger, city PutOnLedger", play.ToldWhat());
        Assert.Equal("NotAllowed", play.Refusal(Leader, number, new Docket("久拖不决")));
        Assert.Equal(Supervision.DocketAsked, play.Do(Office, number, new Docket("久拖不决")).Supervision);
        Assert.Equal("supervision Docket", play.ToldWhat());
        Assert.Equal("NotAllowed", play.Refusal(Supervisors, number, new ReportProgress("已受理"))); // not accepted yet
        Assert.Equal(Supervision.Docketed, play.Do(Supervisors, number, new AcceptDocket()).Supervision);
        Assert.Equal("changan AcceptDocket, city AcceptDocket, leader AcceptDocket", play.ToldWhat());
        Assert.Equal("已约谈", play.Do(Supervisors, number, new ReportProgress("已约谈")).Progress);
    }

    [Fact]
    public void Supervision_OutOfStep_IsRefused()
    {
        var number = play.InProgress();

        Assert.Equal("SupervisionStep", play.Refusal(Office, number, new Docket("久拖不决")));
        Assert.Equal("NotAllowed", play.Refusal(Supervisors, number, new AcceptDocket()));
        play.Do(Office, number, new PutOnLedger("超期"));
        Assert.Equal("SupervisionStep", play.Refusal(Office, number, new PutOnLedger("超期")));
        play.Do(Office, number, new Docket("久拖不决"));
        Assert.Equal("SupervisionStep", play.Refusal(Office, number, new Docket("久拖不决")));
        Assert.Equal("SupervisionStep", play.Refusal(Office, number, new PutOnLedger("超期")));
        play.Do(Supervisors, number, new AcceptDocket());
        Assert.Equal("SupervisionStep", play.Refusal(Supervisors, number, new AcceptDocket()));
    }

    [Fact]
    public void Supervision_WithoutAReason_IsRefused()
    {
        var number = play.InProgress();

        Assert.Equal("Missing reason", play.Refusal(Office, number, new PutOnLedger(null)));
        play.Do(Office, number, new PutOnLedger("超期"));
        Assert.Equal("Missing reason", play.Refusal(Office, number, new Docket("")));
        Assert.Equal("TooLong reason", play.Refusal(Office, number, new Docket(new('字', MatterLimits.Note + 1))));
    }

    [Fact]
    public void Refer_ToADepartment_StartsAnewThere()
    {
        var number = play.InProgress();
        play.Do(County, number, new RequestExtension("汛期", Today.PlusDays(60)));

        var matter = play.Do(Leader, number, new Refer(AuditOffice, "涉及审计事项"));

        Assert.Equal(
            (MatterState.Assigned, AuditOffice, null, null),
            (matter.State, matter.Holder, matter.SignedAt, matter.Extension));
        Assert.Equal(Changan, matter.Area);
        Assert.Equal("audit Refer, changan Refer", play.ToldWhat());
        Assert.Equal(AuditOffice, play.History(number)[^1].Area);
        Assert.Equal("NotAllowed", play.Refusal(County, number, new Sign()));
        play.Do(Audit, number, new Sign());
        play.Do(Audit, number, new HandIn("已审计"));
        Assert.Equal(MatterState.Closed, play.Do(Leader, number, new Close()).State);
    }

    [Fact]
    public void Refer_ToNoneOrToWhoHasIt_IsRefused()
    {
        var number = play.InProgress();

        Assert.Equal("Missing department, Missing reason", play.Refusal(Leader, number, new Refer(null, null)));
        Assert.Equal("UnknownArea department", play.Refusal(Leader, number, new Refer(Zhengding, "涉及")));
        play.Do(Leader, number, new Refer(AuditOffice, "涉及"));
        Assert.Equal("UnknownArea department", play.Refusal(Leader, number, new Refer(AuditOffice, "涉及")));
        Assert.Equal(PetitionOffice, play.Do(Leader, number, new Refer(PetitionOffice, "涉及")).Holder);
    }

    [Fact]
    public void Refer_WhatADepartmentWasAssigned_DoesNotComeBackByReferring()
    {
        var number = play.Assign(Office, Draft(AuditOffice));

        Assert.Equal("UnknownArea department", play.Refusal(Office, number, new Refer(AuditOffice, "涉及")));
        play.Do(Office, number, new Refer(PetitionOffice, "涉及"));
        Assert.Equal("UnknownArea department", play.Refusal(Office, number, new Refer(AuditOffice, "涉及")));
    }

    [Fact]
    public void Refer_AChildOrAParentWithOpenChildren_IsRefused()
    {
        var number = play.PassedOn(Changan);

        Assert.Equal("ChildrenOpen", play.Refusal(Leader, number, new Refer(AuditOffice, "涉及")));
        Assert.Equal("IsChild", play.Refusal(Office, play.Children(number)[0].Number, new Refer(AuditOffice, "涉及")));
    }

    [Fact]
    public void PassOn_WhatWasReferred_IsNoLongerTheCitys()
    {
        var number = play.InProgress(Shijiazhuang);
        play.Do(Leader, number, new Refer(AuditOffice, "涉及"));

        Assert.Equal("NotAllowed", play.Refusal(City, number, new PassOn([Changan], null, null)));
    }

    [Fact]
    public void Withdraw_FromEveryOpenState_EndsTheMatter()
    {
        foreach (var number in new[] { play.Assign(Leader, Draft(Changan)), play.InProgress(), play.HandedIn() })
        {
            Assert.Equal("Missing reason", play.Refusal(Leader, number, new Withdraw(" ")));
            var matter = play.Do(Leader, number, new Withdraw("重复"));
            Assert.Equal((MatterState.Withdrawn, Morning), (matter.State, matter.EndedAt));
            Assert.Equal("changan Withdraw, city Withdraw", play.ToldWhat());
        }
    }

    [Fact]
    public void Withdraw_ByOthersThanTheAssigningSide_IsRefused()
    {
        var number = play.InProgress();

        foreach (var person in Everyone.Where(p => p != Leader && p != Office)) Assert.Equal(
            "NotAllowed",
            play.Refusal(person, number, new Withdraw("重复")));
    }
}
