using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>A county with one set of forty findings is written to at most once a day, with one line of the set.</summary>
public sealed class SetPushTests : IAsyncLifetime
{
    private const int Findings = 40;

    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task OverMonths_OnePushADay_AndOneLineInIt()
    {
        var rows = Enumerable.Range(1, Findings).Select(i => $"{i}\t问题{i}，未整改到位\t{Due(i)}");
        var check = await chats.Leader.Say("反馈 正定县 11月20日\n序号\t反馈问题\t完成时限\n" + string.Join('\n', rows));
        await chats.Leader.PressOn(check, $"下发{Findings}个问题");
        await chats.Deliver();
        var first = Assert.Single(chats.Zhengding.Received);
        Assert.Contains("报送整改方案", first.Summary, StringComparison.Ordinal);

        var (pushes, days, told) = (0, 0, 1);
        var begin = BeijingTime.Today(chats.Clock.GetCurrentInstant());
        for (var day = begin.PlusDays(1); day <= begin.PlusDays(75); day = day.PlusDays(1), days++)
        {
            await chats.Remind(day);
            await chats.Deliver();
            var today = chats.Zhengding.Received.Skip(told).ToList();
            told += today.Count;
            pushes += today.Count;

            Assert.True(today.Count <= 1, $"{day}: {string.Join(" / ", today.Select(m => m.Summary))}");
            foreach (var push in today)
            {
                Assert.StartsWith("今日提醒（1项）", push.Text, StringComparison.Ordinal);
                Assert.Equal(1, push.Text.Split('›').Length - 1);
                Assert.DoesNotContain("问题2，", push.Text, StringComparison.Ordinal);
            }
        }

        // Somebody is reminded at all, or the test would hold of a product that is silent.
        Assert.InRange(pushes, 20, days);
    }

    [Fact]
    public async Task DigestLine_SaysOfHowManyFindings_AndOpensTheSet()
    {
        var rows = Enumerable.Range(1, Findings).Select(i => $"{i}\t问题{i}，未整改到位\t2026-12-{(i <= 30 ? 11 : 18)}");
        var check = await chats.Leader.Say("反馈 正定县 11月20日\n序号\t反馈问题\t完成时限\n" + string.Join('\n', rows));
        await chats.Leader.PressOn(check, $"下发{Findings}个问题");
        await chats.Deliver();

        await chats.Remind(new(2026, 12, 4));

        var digest = chats.Zhengding.Received[^1];
        Assert.Contains("石家庄市正定县整改", digest.Text, StringComparison.Ordinal);
        Assert.Contains("（30个问题）", digest.Text, StringComparison.Ordinal);
        // Of the dated step, what there is to do.
        Assert.Contains("报送整改方案：", digest.Text, StringComparison.Ordinal);
        Assert.Contains("尚未签收", digest.Text, StringComparison.Ordinal);
        Assert.Contains("应整改40个　已整改0个　完成率0%", (await chats.Zhengding.PressOn(digest, "整改")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyClosed_OnOneDay_AreOneLineOfTheNextDigest()
    {
        var rows = Enumerable.Range(1, 12).Select(i => $"{i}\t问题{i}，未整改到位\t2027-03-31");
        var check = await chats.Leader.Say("反馈 正定县 11月20日\n序号\t反馈问题\t完成时限\n" + string.Join('\n', rows));
        await chats.Leader.PressOn(check, "下发12个问题");
        await chats.Deliver();
        var before = chats.Zhengding.Received.Count;

        for (var i = 1; i <= 10; i++)
        {
            await chats.Zhengding.Say($"报结 1301-{i} 已整改到位");
            await chats.Leader.Say($"办结 1301-{i}");
            await chats.Leader.Press("确认办结");
        }

        await chats.Deliver();
        Assert.Equal(before, chats.Zhengding.Received.Count);
        Assert.Contains("应整改12个　已整改10个　完成率83%", (await chats.Leader.Say("整改 正定县")).Text, StringComparison.Ordinal);

        await chats.Remind(new(2026, 11, 24));

        var digest = chats.Zhengding.Received[^1];
        Assert.Equal(before + 1, chats.Zhengding.Received.Count);
        Assert.Contains("已销号（10个问题）", digest.Text, StringComparison.Ordinal);
        Assert.Equal(1, digest.Text.Split('›').Length - 1);
    }

    /// <summary>
    /// What a team does with findings on one day, and what their place hands in and asks for, is a line of the other side's
    /// next digest; what is due before anybody reads that is told at once.
    /// </summary>
    [Fact]
    public async Task WhatIsDoneWithFindings_IsOneLineOfTheNextDigest_ButWhatIsDueAtOnce()
    {
        var rows = Enumerable.Range(1, 12).Select(i => $"{i}\t问题{i}，未整改到位\t{(i == 12 ? "2026-11-24" : "2027-03-31")}");
        var check = await chats.Leader.Say("反馈 正定县 11月20日\n序号\t反馈问题\t完成时限\n" + string.Join('\n', rows));
        await chats.Leader.PressOn(check, "下发12个问题");
        await chats.Deliver();
        var (county, leader) = (chats.Zhengding.Received.Count, chats.Leader.Received.Count);

        for (var i = 1; i <= 6; i++)
        {
            await chats.Zhengding.Say($"报结 1301-{i} 已整改到位");
        }

        await chats.Zhengding.Say("申请延期 1301-7 到2027年4月15日 招标未完成");
        await chats.Zhengding.Press("提交");
        await chats.Deliver();
        Assert.Equal(leader, chats.Leader.Received.Count);

        for (var i = 1; i <= 4; i++)
        {
            await chats.Leader.Say($"退回 1301-{i} 请补充照片");
            await chats.Leader.Press("确认退回");
        }

        await chats.Leader.Say("批准延期 1301-7");
        await chats.Deliver();
        Assert.Equal(county, chats.Zhengding.Received.Count);

        // Handed in again before the digest: that it was returned is no news any more.
        await chats.Zhengding.Say("报结 1301-4 照片已补");
        await chats.Remind(new(2026, 11, 24));
        var digest = Assert.Single(chats.Zhengding.Received.Skip(county));
        Assert.Contains("已退回（3个问题）", digest.Text, StringComparison.Ordinal);
        Assert.Contains("已延至2027年4月15日", digest.Text, StringComparison.Ordinal);
        Assert.Equal(1, digest.Text.Split('›').Length - 1);
        var review = Assert.Single(chats.Leader.Received.Skip(leader));
        Assert.Contains("已报结（3个问题）", review.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("申请延期", review.Text, StringComparison.Ordinal);

        await chats.Zhengding.Say("申请延期 1301-12 到12月4日 等待验收");
        await chats.Zhengding.Press("提交");
        await chats.Deliver();
        Assert.Equal(leader + 2, chats.Leader.Received.Count);
        await chats.Leader.Say("不批准延期 1301-12 请今天完成");
        await chats.Deliver();
        Assert.Equal(county + 2, chats.Zhengding.Received.Count);
    }

    /// <summary>Six months after the report on rectification the team looks again: it is told ten working days before, and that day.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheTeamsOwnStep_IsToldToItsLeader_UntilACheckIsDrawn(bool isDrawn)
    {
        var check = await chats.Leader.Say("反馈 正定县 11月20日\n序号\t反馈问题\t完成时限\n1\t会议多\t2026-12-31");
        await chats.Leader.PressOn(check, "下发1个问题");
        await chats.Deliver();
        await chats.Zhengding.Say("报结 1301-1 已整改到位");
        await chats.Leader.Say("办结 1301-1");
        await chats.Leader.Press("确认办结");
        await chats.Remind(new(2026, 11, 25));
        var report = (await chats.Zhengding.Say("报送集中整改进展报告")).Text;
        var number = Enumerable.Range(2, 8).Select(i => $"1301-{i}").Last(n => report.Contains(n, StringComparison.Ordinal));
        await chats.Zhengding.Say($"签收 {number}");
        await chats.Zhengding.Say($"报结 {number} 进展报告已报送");
        await chats.Leader.Say($"办结 {number}");
        await chats.Leader.Press("确认办结");
        await chats.Remind(new(2026, 11, 26));
        Assert.Contains("2027年5月25日前，本组办理", (await chats.Leader.Say("整改 正定县")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("本组办理", (await chats.Zhengding.Say("整改 正定县")).Text, StringComparison.Ordinal);

        // A check of what was just reported does not look back.
        await chats.Leader.Say("检查 正定县");
        await chats.Leader.Press("抽取样本");
        Assert.Contains("本组办理", (await chats.Leader.Say("整改 正定县")).Text, StringComparison.Ordinal);

        if (isDrawn)
        {
            await chats.Remind(new(2027, 4, 12));
            await chats.Leader.Say("检查 正定县 抽1个");
            await chats.Leader.Press("抽取样本");
            Assert.DoesNotContain("本组办理", (await chats.Leader.Say("整改 正定县")).Text, StringComparison.Ordinal);
        }

        List<LocalDate> told = [];
        for (var day = new LocalDate(2027, 5, 3); day <= new LocalDate(2027, 6, 4); day = day.PlusDays(1))
        {
            var before = chats.Leader.Received.Count;
            await chats.Remind(day);
            told.AddRange(chats.Leader.Received.Skip(before)
                .Where(message => message.Text.Contains("回头看：石家庄市正定县，5月25日前", StringComparison.Ordinal))
                .Select(_ => day));
        }

        // Ten working days before the 25th, a Saturday among them that is worked.
        Assert.Equal(isDrawn ? [] : [new LocalDate(2027, 5, 11), new LocalDate(2027, 5, 25)], told);
        Assert.DoesNotContain(chats.Zhengding.Received, message => message.Text.Contains("回头看", StringComparison.Ordinal));
    }

    /// <summary>Each week some are due.</summary>
    private static string Due(int i) => LocalDate.Add(new(2026, 12, 8), Period.FromDays(i * 2)).ToString("uuuu-MM-dd", null);
}
