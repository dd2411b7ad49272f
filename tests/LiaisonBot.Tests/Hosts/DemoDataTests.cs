using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests.Hosts;

/// <summary>What the demo enters by itself.</summary>
public sealed class DemoDataTests
{
    /// <summary>Whoever planned the next year of the demo finds that plan at the next start, and no second team.</summary>
    [Theory]
    [InlineData(true, "3")]
    [InlineData(false, "1")]
    public async Task AtTheFirstStartOfAYear_TheTeamThatWasPlanned_LivesThereAlone(bool planned, string teams)
    {
        await using var chats = await Chats.Open();
        var city = AreaCode.Parse("1301");
        if (planned)
        {
            await chats.Store.SubmitAsync(
                DirectoryRows.Table,
                "13",
                [new Change.Insert(DirectoryRows.ToRow(
                    new Visit(3, city, new(2027, 1, 1), new(2027, 12, 31), VisitKind.Residency)))],
                default);
        }

        chats.Clock.Reset(BeijingTime.At(new(2027, 1, 11), new(9, 0)));
        await DemoData.EnterAsync(chats.Store, chats.Clock, default);
        var visits = (await chats.Store.ReadPrefixAsync(DirectoryRows.Table, "13", RowKeys.Directory.Visits, 1000, default))
            .Select(DirectoryRows.ToVisit);
        Assert.Equal(teams, string.Join(' ', visits.Where(v => v.Covers(new(2027, 1, 11))).Select(v => v.Team)));
    }
}
