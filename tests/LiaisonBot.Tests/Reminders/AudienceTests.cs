using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Reminders;

/// <summary>Whom a reminder reaches where two teams know a city.</summary>
[Trait("Kind", "Pure")]
public class AudienceTests
{
    private static readonly ReminderRule Rule = new(
        ReminderName.OverdueYellow,
        ReminderAnchor.Due,
        [1],
        false,
        [(ReminderAudience.Coordinator, 1)],
        Missed.Late);

    [Theory]
    [InlineData(1, "city leader")]
    [InlineData(2, "city other-leader")]
    public void WhileATeamLivesInTheCity_ItsLeaderIsReminded_AndNoOther(int team, string told)
    {
        var book = new LiaisonDirectory(
            Hebei,
            Everyone,
            Units,
            [new(team, Shijiazhuang, Today.PlusDays(-10), Today.PlusDays(10), VisitKind.Residency)],
            []);

        Assert.Equal(told, Names(Audience.Of(Rule, 1, Subject.Place(Changan), book, Today)));
    }
}
