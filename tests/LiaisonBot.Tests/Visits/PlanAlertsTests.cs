using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Conversation;
using NodaTime;

namespace LiaisonBot.Tests.Visits;

/// <summary>What a date makes urgent in the plan comes in the digest of office and leader, once.</summary>
public sealed class PlanAlertsTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task ACountyWithoutASecondVisit_IsToldOnceFromTheDayOfTheProfile()
    {
        foreach (var user in new[] { chats.Office, chats.Leader, chats.City, chats.Changan })
        {
            await user.Say("帮助");
        }

        await Enter(new Visit(1, Of("1301"), new(2027, 1, 1), new(2027, 12, 31), VisitKind.Residency)
        {
            State = VisitState.Approved,
            ApprovalNumber = "冀巡组〔2027〕1号",
        });
        await Go(new(2027, 10, 14));
        Assert.DoesNotContain("下半年未安排", All(chats.Office), StringComparison.Ordinal);
        await Go(new(2027, 10, 15));
        Assert.Contains("2027年还有22个县（市、区）下半年未安排：石家庄市22", All(chats.Office), StringComparison.Ordinal);
        Assert.Contains("下半年未安排", All(chats.Leader), StringComparison.Ordinal);
        var (office, leader) = (chats.Office.Received.Count, chats.Leader.Received.Count);
        await Go(new(2027, 10, 18));
        await Go(new(2027, 10, 19));
        Assert.Equal((office, leader), (chats.Office.Received.Count, chats.Leader.Received.Count));
        Assert.DoesNotContain("下半年未安排", All(chats.City) + All(chats.Changan), StringComparison.Ordinal);
    }

    /// <summary>Where nobody plans here nobody is told that nothing is planned.</summary>
    [Fact]
    public async Task AProvinceThatPlansElsewhere_IsLeftInPeace()
    {
        await chats.Office.Say("帮助");
        await Go(new(2027, 10, 15));
        Assert.DoesNotContain("未安排", All(chats.Office), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotApproved_AndWhereNoTeamLives_IsTold()
    {
        await chats.Office.Say("帮助");
        await Enter(new Visit(3, Of("1302"), new(2027, 1, 1), new(2027, 12, 31), VisitKind.Residency) { State = VisitState.Drafted });
        await Go(new(2027, 2, 1));
        Assert.Contains("还有10个市无组驻市", All(chats.Office), StringComparison.Ordinal);
        Assert.Contains("有1项尚未批准：唐山市1", All(chats.Office), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "信访专员 网信专员")]
    [InlineData(Post.Petitions, "网信专员")]
    [InlineData(Post.OnlineClues, "信访专员")]
    public async Task ATeamThatLivesThere_WithoutItsOfficers_IsToldOfOnce(Post? held, string missing)
    {
        foreach (var user in new[] { chats.Office, chats.Leader, chats.City })
        {
            await user.Say("帮助");
        }

        var member = (await chats.Services.Directory.ReadAsync(default)).ByObjectId(chats.Member.ObjectId)!;
        Grant[] grants = [member.Grants[0] with { Post = held }];
        await chats.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Upsert(DirectoryRows.ToRow(member with { Grants = grants, Entered = grants }))],
            default);
        await Enter(new Visit(1, Of("1301"), new(2027, 1, 1), new(2027, 12, 31), VisitKind.Residency) { ApprovalNumber = "冀巡组〔2027〕1号" });
        await Go(new(2027, 1, 5));
        foreach (var post in new[] { "信访专员", "网信专员" })
        {
            var count = missing.Contains(post, StringComparison.Ordinal) ? 1 : 0;
            Assert.Equal(count, chats.Leader.Received.Count(r => r.Text.Contains("没有" + post, StringComparison.Ordinal)));
            Assert.Equal(count, chats.Office.Received.Count(r => r.Text.Contains("没有" + post, StringComparison.Ordinal)));
        }

        var before = chats.Leader.Received.Count;
        await Go(new(2027, 1, 6));
        Assert.Equal(before, chats.Leader.Received.Count);
        Assert.DoesNotContain("专员", All(chats.City), StringComparison.Ordinal);
    }

    /// <summary>A residency that was entered as it began is no plan: its officers are missed where such are named at all.</summary>
    [Theory]
    [InlineData(Post.Petitions, "信访专员", "网信专员")]
    [InlineData(Post.OnlineClues, "网信专员", "信访专员")]
    public async Task ATeamThatWasEnteredAsItCame_IsToldOfTheOfficersThatOthersHave(Post post, string missing, string unknown)
    {
        await chats.Leader.Say("帮助");
        await Go(new(2026, 12, 1));
        Assert.DoesNotContain("专员", All(chats.Leader), StringComparison.Ordinal);

        var office = (await chats.Services.Directory.ReadAsync(default)).ByObjectId(chats.Office.ObjectId)!;
        Grant[] grants = [office.Grants[0] with { Post = post }];
        await chats.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Upsert(DirectoryRows.ToRow(office with { Grants = grants, Entered = grants }))],
            default);
        chats.ForgetDirectory();
        await Go(new(2026, 12, 2));
        await Go(new(2026, 12, 3));
        Assert.Single(chats.Leader.Received, r => r.Text.Contains("没有" + missing, StringComparison.Ordinal));
        Assert.DoesNotContain("没有" + unknown, All(chats.Leader), StringComparison.Ordinal);
    }

    private static LiaisonBot.Core.Areas.AreaCode Of(string code) => LiaisonBot.Core.Areas.AreaCode.Parse(code);

    private static string All(User user) => string.Join('\n', user.Received.Select(r => r.Text));

    private async Task Enter(Visit visit)
    {
        await chats.Store.SubmitAsync(DirectoryRows.Table, "13", [new Change.Upsert(DirectoryRows.ToRow(visit))], default);
        chats.ForgetDirectory();
    }

    private async Task Go(LocalDate day)
    {
        chats.Clock.Reset(BeijingTime.At(day, new(0, 1)));
        await chats.Services.PlanAlerts.CheckAsync(default);
        await chats.Remind(day);
    }
}
