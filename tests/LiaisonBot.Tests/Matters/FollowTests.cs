using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>关注: who follows a matter up may ask to be told of each report of progress.</summary>
[Trait("Kind", "Pure")]
public class FollowTests
{
    private readonly Play play = new();

    [Fact]
    public void Report_IsToldToThoseWhoAsked_AndToNobodyElse()
    {
        var number = play.InProgress();
        play.Do(County, number, new ReportProgress("已排查一半"));
        Assert.Equal("", play.ToldWhat());

        var followed = play.Do(Leader, number, new Follow());
        Assert.Equal("", play.ToldWhat());
        Assert.Equal(play.History(number).Count, followed.LastEntry);
        play.Do(County, number, new ReportProgress("已排查完"));
        Assert.Equal("leader ReportProgress", play.ToldWhat());
        Assert.Equal("已排查完", play.Told[0].Note);

        // What was told is told of when it is taken back.
        play.Do(County, number, new Undo());
        Assert.Equal("leader Undo", play.ToldWhat());
        play.Do(Leader, number, new Unfollow());
        play.Do(County, number, new ReportProgress("已整改"));
        Assert.Equal("", play.ToldWhat());
    }

    [Fact]
    public void WhatWasPassedOn_IsToldToThoseWhoFollowTheWhole()
    {
        var number = play.PassedOn(Changan, Zhengding);
        var child = play.Children(number)[0].Number;
        play.Do(County, child, new Sign());
        play.Do(Leader, number, new Follow());
        play.Do(City, child, new Follow());
        play.Do(Leader, child, new Follow());

        play.Do(County, child, new ReportProgress("已开会"));

        Assert.Equal("city ReportProgress, leader ReportProgress", play.ToldWhat());
    }

    [Fact]
    public void Follow_IsForThoseWhoFollowItUp()
    {
        var number = play.InProgress();

        Assert.Equal("NotAllowed", play.Refusal(County, number, new Follow()));
        Assert.Equal("NotAllowed", play.Refusal(OtherLeader, number, new Follow()));
        foreach (var person in new[] { Office, Leader, Member, City }) play.Do(person, number, new Follow());
        Assert.Equal("AlreadyFollowed", play.Refusal(Leader, number, new Follow()));
        Assert.Equal("NotFollowed", play.Refusal(County, number, new Unfollow()));
        Assert.DoesNotContain(Act.Follow, play.Possible(Leader, number));
        Assert.Contains(Act.Unfollow, play.Possible(Leader, number));
    }

    [Fact]
    public void ARightThatHasLapsed_IsToldNothing()
    {
        // Of another team now: they see it still, and follow it up no more.
        var former = Member with { Grants = [new(Role.TeamMember, Shijiazhuang, 2)] };
        var without = new Play(DirectoryOf([.. Everyone.Where(p => p.Id != Member.Id), former]));
        var number = without.InProgress();
        without.Do(Member, number, new Follow());

        without.Do(County, number, new ReportProgress("已排查"));

        Assert.Equal("", without.ToldWhat());
    }

    [Fact]
    public void Follow_EndsWithTheMatter()
    {
        var number = play.InProgress();
        play.Do(Leader, number, new Follow());
        play.Do(County, number, new HandIn("完成"));
        play.Do(Leader, number, new Close());

        Assert.DoesNotContain(Act.Unfollow, play.Possible(Leader, number));
        play.Now += Duration.FromHours(1);
        play.Do(Office, number, new Reopen(new DueSpan.WorkingDays(5), "反弹"));
        play.Do(County, number, new ReportProgress("重新排查"));
        Assert.Equal("", play.ToldWhat());
    }

    [Fact]
    public void Follow_MoreThanTheLimit_IsRefused()
    {
        List<Person> members = [.. Enumerable.Range(0, MatterLimits.Followers + 1)
            .Select(i => Someone($"m{i:00}", Role.TeamMember, Shijiazhuang, 1))];
        var crowded = new Play(With([.. members]));
        var number = crowded.InProgress();
        foreach (var member in members.Take(MatterLimits.Followers)) crowded.Do(member, number, new Follow());

        Assert.Equal("TooManyFollowers", crowded.Refusal(members[^1], number, new Follow()));
    }
}
