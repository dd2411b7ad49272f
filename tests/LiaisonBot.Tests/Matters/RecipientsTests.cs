using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>Who is told is tested with each step; here, who never is.</summary>
[Trait("Kind", "Pure")]
public class RecipientsTests
{
    [Fact]
    public void Of_AnyStep_NamesNeitherTheActorNorAnyoneTwiceNorWhoMayNotSee()
    {
        var many = Person.WithObjectId(
            "many",
            "多职",
            new(Role.CityOffice, Shijiazhuang),
            new(Role.CountyOfficer, Changan),
            new(Role.TeamLeader, Shijiazhuang, 1),
            new(Role.Office, Hebei));
        var directory = With(many);
        var play = new Play(directory);
        var county = play[play.InProgress()];
        var parent = play.PassedOn(Changan);
        List<Matter> matters = [
            county,
            play[parent],
            play.Children(parent)[0],
            county with { ReferredTo = AuditOffice },
            county with { Supervision = Supervision.Docketed }
        ];

        foreach (var matter in matters)
            foreach (var act in Acts.All)
                foreach (var actor in directory.People)
                {
                    var told = Recipients.Of(act, matter, actor, directory);
                    Assert.DoesNotContain(actor, told);
                    Assert.Equal(told.Distinct(), told);
                    Assert.All(
                        told,
                        p => Assert.True(Permissions.May(p, Right.See, matter.Subject), $"{p.Id} is told of {act}"));
                }
    }

    [Fact]
    public void Of_MoreThanTheLimit_TellsThoseOfThePlaceFirst()
    {
        var directory = With([.. Enumerable.Range(0, 40)
            .Select(i => Someone($"c{i:00}", Role.CountyOfficer, Changan))]);

        var told = Recipients.Of(Act.Assign, AMatter(), Leader, directory);

        Assert.Equal(MatterLimits.Notices, told.Count);
        Assert.All(told, p => Assert.True(p.Has(Role.CountyOfficer)));
    }

    [Fact]
    public void Of_ADepartmentsMatter_ReachesItOnlyWhileItHoldsIt()
    {
        var play = new Play();
        var number = play.InProgress();
        play.Do(Leader, number, new Refer(AuditOffice, "涉及"));
        play.Do(Leader, number, new Refer(PetitionOffice, "涉及"));

        Assert.Equal("petitions Refer, changan Refer", play.ToldWhat());
    }

    private static Matter AMatter()
    {
        var play = new Play();
        return play[play.InProgress()];
    }
}
