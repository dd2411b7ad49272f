using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>What was just assigned is put right, for ten minutes and while nobody has signed for it.</summary>
public class CorrectionTests
{
    private readonly Play play = new();

    [Fact]
    public void Correct_TheDueDate_IsInTheHistoryWithWhatItWasAndToldToCountyAndCity()
    {
        var number = play.Assign(Leader, Draft(Changan));

        var matter = play.Do(Leader, number, new Correct(Due: new DueSpan.WorkingDays(5)));

        Assert.Equal(
            (new LocalDate(2026, 11, 30), new DueSpan.WorkingDays(5), MatterState.Assigned),
            (matter.Due, matter.DueSpan, matter.State));
        Assert.Equal("changan Correct, city Correct", play.ToldWhat());
        var entry = play.History(number)[^1];
        Assert.Equal((Act.Correct, Leader.Id, matter.Due, null), (entry.Act, entry.Actor, entry.Due, entry.Area));
        Assert.Equal([new Correction(Fields.Due, "2026-12-23", "2026-11-30")], Correction.Read(entry.Note!));
    }

    [Fact]
    public void Correct_ThePlace_KeepsTheNumberAndTellsAlsoWhoNoLongerHoldsIt()
    {
        var number = play.Assign(Leader, Draft(Changan) with { Responsible = "长安区" });
        play.Now += Duration.FromMinutes(3);

        var matter = play.Do(Leader, number, new Correct(Area: Zhengding));

        Assert.Equal(
            (number, Zhengding, "正定县", play.Now),
            (matter.Number, matter.Area, matter.Responsible, matter.WithHolderSince));
        Assert.Equal("zhengding Correct, city Correct, changan Moved", play.ToldWhat());
        Assert.Equal("整改方案", play.Told[^1].Note);
        Assert.Equal(Zhengding, play.History(number)[^1].Area);
    }

    [Fact]
    public void Correct_FromTheCityToACounty_LeavesTheCityAmongThoseWhoSeeIt()
    {
        var number = play.Assign(Leader, Draft(Shijiazhuang));

        play.Do(Leader, number, new Correct(Area: Changan));

        Assert.Equal("changan Correct, city Correct", play.ToldWhat());
    }

    [Fact]
    public void Correct_TheTexts_ChangesThoseThatAreGiven()
    {
        var number = play.Assign(Leader, Draft(Changan) with { Basis = "反馈意见" });

        var matter = play.Do(
            Leader,
            number,
            new Correct(Title: " 报送方案 ", Target: "形成\n方案", Urgency: Urgency.Urgent, Basis: ""));

        Assert.Equal(
            ("报送方案", "区委办公室", "形成\n方案", Urgency.Urgent, null),
            (matter.Title, matter.Responsible, matter.Target, matter.Urgency, matter.Basis));
        Assert.Equal(
            ["title", "target", "urgency", "basis"],
            Correction.Read(play.History(number)[^1].Note!).Select(c => c.Field));
    }

    [Fact]
    public void Correct_AtTenMinutes_IsPossible_AndThenNoMore()
    {
        var number = play.Assign(Leader, Draft(Changan));
        play.Now += Duration.FromMinutes(10);
        Assert.Contains(Act.Correct, play.Possible(Leader, number));
        play.Do(Leader, number, new Correct(Title: "更正一"));

        play.Now += Duration.FromSeconds(1);
        Assert.DoesNotContain(Act.Correct, play.Possible(Leader, number));
        Assert.Equal("CorrectionOver", play.Refusal(Leader, number, new Correct(Title: "更正二")));
    }

    [Fact]
    public void Correct_WhatSomebodySignedForOrThatWasReferred_IsRefused()
    {
        Assert.Equal("WrongState", play.Refusal(Leader, play.InProgress(), new Correct(Title: "更正")));
        var referred = play.Assign(Leader, Draft(Changan));
        play.Do(Leader, referred, new Refer(AuditOffice, "涉及"));
        Assert.Equal("CorrectionOver", play.Refusal(Leader, referred, new Correct(Title: "更正")));
    }

    [Fact]
    public void Correct_ByThoseWhoDoNotAssign_IsRefused()
    {
        var number = play.Assign(Leader, Draft(Changan));

        foreach (var person in Everyone.Except([Leader, Office]))
        {
            Assert.DoesNotContain(Act.Correct, play.Possible(person, number));
            Assert.Equal("NotAllowed", play.Refusal(person, number, new Correct(Title: "更正")));
        }

        play.Do(Office, number, new Correct(Title: "更正"));
    }

    [Theory]
    [InlineData("130202", "OtherCity area")]
    [InlineData("1302", "OtherCity area")]
    [InlineData("1300U001", "OtherCity area")]
    [InlineData("13", "UnknownArea area")]
    [InlineData("130199", "UnknownArea area")]
    public void Correct_ToAPlaceThatTheNumberDoesNotFit_IsRefused(string area, string refusal) =>
        Assert.Equal(
            refusal,
            play.Refusal(Office, play.Assign(Office, Draft(Changan)), new Correct(Area: AreaCode.Parse(area))));

    [Fact]
    public void Correct_OnlyThePlace_OfAPartyThatNamesTheOldOne_AsksForTheParty()
    {
        var number = play.Assign(Leader, Draft(Changan) with { Responsible = "长安区委办公室" });

        Assert.Equal("ResponsibleElsewhere responsible", play.Refusal(Leader, number, new Correct(Area: Zhengding)));
        Assert.Equal(
            "正定县委办公室",
            play.Do(Leader, number, new Correct(Area: Zhengding, Responsible: "正定县委办公室")).Responsible);
    }

    [Fact]
    public void Correct_WhatIsWrong_NamesEveryField()
    {
        var number = play.Assign(Leader, Draft(Changan));

        Assert.Equal(
            "DueInPast due, Missing title, Missing responsible, TooLong target",
            play.Refusal(
                Leader,
                number,
                new Correct(
                    " ",
                    null,
                    "",
                    new string('字', MatterLimits.Target + 1),
                    new DueSpan.On(Today.PlusDays(-1)))));
    }

    [Fact]
    public void Correct_ToWhatStands_IsRefused()
    {
        var number = play.Assign(Leader, Draft(Changan) with { Due = new DueSpan.WorkingDays(3) });
        var matter = play[number];

        Assert.Equal("NothingToCorrect", play.Refusal(Leader, number, new Correct()));
        Assert.Equal(
            "NothingToCorrect",
            play.Refusal(
                Leader,
                number,
                new Correct(
                    matter.Title,
                    matter.Area,
                    matter.Responsible,
                    matter.Target,
                    new DueSpan.On(matter.Due),
                    matter.Urgency,
                    "",
                    "转办要求")));
    }

    [Fact]
    public void Correct_OfACountysMatter_IsForItsCityAndOfWhatTheCitySaid()
    {
        var parent = play.PassedOn(Changan);
        var child = play.Children(parent)[0].Number;

        Assert.Equal("OfParent title", play.Refusal(City, child, new Correct(Title: "更正")));
        Assert.Equal("OfParent area", play.Refusal(City, child, new Correct(Area: Zhengding)));
        Assert.Equal(
            "DueAfterParent due",
            play.Refusal(City, child, new Correct(Due: new DueSpan.On(play[parent].Due.PlusDays(1)))));
        var matter = play.Do(
            City,
            child,
            new Correct(Due: new DueSpan.On(play[parent].Due.PlusDays(-1)), Note: "请逐户排查"));
        Assert.Equal((play[parent].Due.PlusDays(-1), "请逐户排查"), (matter.Due, matter.PassOnNote));
        Assert.Equal("changan Correct", play.ToldWhat());
        Assert.Equal("NotAllowed", play.Refusal(Leader, child, new Correct(Note: "x")));
    }

    [Fact]
    public async Task Correct_InTheStore_MovesTheRowsOfListsAndReminder_AndIsAppliedOnce()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        var correct = new Correct(Area: Zhengding, Due: new DueSpan.On(world.Today.PlusDays(3)));

        Assert.False(Assert.IsType<CommandResult.Done>(await world.Try(Leader, number, correct, "once")).Repeated);
        Assert.True(Assert.IsType<CommandResult.Done>(await world.Try(Leader, number, correct, "once")).Repeated);

        Assert.Equal([Act.Assign, Act.Correct], (await world.History(number)).Select(e => e.Act));
        Assert.Empty(await world.Lists.MineAsync(County, default));
        Assert.Equal(world.Today.PlusDays(3), Assert.Single(await world.Lists.MineAsync(Zhengdings, default)).Due);
        await world.CheckRows(Shijiazhuang);
    }
}
