using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;
using static LiaisonBot.Tests.Jobs.JobWorld;

namespace LiaisonBot.Tests.Jobs;

/// <summary>What is too big for one command: done whole, shown while it goes on, stopped and continued.</summary>
public class JobTests
{
    [Fact]
    public async Task Begin_WithAFewPlaces_IsDoneWithinTheTurnAndLeavesNothingToDo()
    {
        var world = new JobWorld();

        var job = await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(3), default);

        Assert.Equal((JobState.Finished, 3, 0, 0), (job.State, job.Done, job.Refused, job.Left));
        Assert.Equal(3, job.Made.Count);
        Assert.Equal(
            Places(3).Cast<JobItem.Assignment>().Select(i => i.Draft.Area!.Value),
            job.Made.Select(m => m.Area));
        Assert.Equal(
            (0, 0, 1),
            (await world.JobRowsOf(JobRows.Unfinished),
                await world.JobRowsOf(JobRows.Items),
                await world.JobRowsOf(JobRows.Ended)));
        Assert.Null(await world.Services.JobRunner.ResumeAsync(default));
        Assert.Empty(world.Chat.Jobs);
        Assert.Equal(0, world.Left);
    }

    [Fact]
    public async Task Begin_TheSameAgain_AssignsNothingTwice()
    {
        var world = new JobWorld();
        await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(3), default);

        var again = await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(3), default);

        Assert.Equal((JobState.Finished, 3), (again.State, again.Done));
        Assert.Equal(3, (await world.Assigned()).Count);
    }

    [Fact]
    public async Task Begin_TheSameTwiceAtTheSameMoment_AssignsEachOnce()
    {
        var world = new JobWorld();
        var other = world.Process();

        await Task.WhenAll(
            Task.Run(() => world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(150), default)),
            Task.Run(() => other.Jobs.BeginAsync(New(JobKind.Places), Places(150), default)));
        await world.Settle();

        Assert.Equal(150, (await world.Assigned()).Distinct().Count());
        Assert.Equal(150, (await world.Assigned()).Count);
    }

    /// <summary>More than thirty officers, and the city's people above them: a step tells thirty.</summary>
    [Fact]
    public async Task Places_WithMorePeopleThanAStepTells_AreCounted()
    {
        var world = new JobWorld();
        var county = Places(3).Cast<JobItem.Assignment>().First().Draft.Area!.Value;
        await world.Enter(Role.CountyOfficer, county, 30);
        await world.Enter(Role.CityOffice, county.City, 4);
        var people = await world.Services.Directory.ReadAsync(default);
        var concerned = people.Told(Role.CountyOfficer, county).Count() + people.Told(Role.CityOffice, county.City).Count();
        Assert.True(concerned > MatterLimits.Notices);

        var job = await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(3), default);

        Assert.Equal((JobState.Finished, concerned - MatterLimits.Notices), (job.State, job.Untold));
        Assert.Equal(job.Untold, (await world.Find())!.Untold);
    }

    [Fact]
    public async Task AllCounties_TakeTwoRoundTripsEachAndAFewForTheJob()
    {
        var world = new JobWorld();
        await world.Services.Directory.ReadAsync(default);
        world.Counting.Reset();

        var job = await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(167), default);

        Assert.Equal(167, job.Done);
        TestContext.Current.TestOutputHelper!.WriteLine(world.Counting.ToString());
        Assert.InRange(world.Counting.RoundTrips, 2 * 167, (2 * 167) + 50);
    }

    [Fact]
    public async Task People_AreEnteredTwentyInABatch()
    {
        var world = new JobWorld();
        await world.Services.Directory.ReadAsync(default);
        world.Counting.Reset();

        var job = await world.Services.Jobs.BeginAsync(New(JobKind.People), Entries(167), default);

        Assert.Equal((JobState.Finished, 167), (job.State, job.Done));
        TestContext.Current.TestOutputHelper!.WriteLine(world.Counting.ToString());
        Assert.InRange(world.Counting.RoundTrips, 1, 70);
        var now = await world.Services.Directory.ReadAsync(default);
        Assert.All(
            Entries(167).Cast<JobItem.Entry>(),
            e => Assert.Equal(e.Person.Name, now.BySignInName(e.Person.Identity!)?.Name));
    }

    [Fact]
    public async Task Job_ThatTakesLonger_IsCarriedOnAndShownInOneMessage()
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };

        var answer = await world.Services.Jobs
            .BeginAsync(New(JobKind.Places) with { Message = "the form" }, Places(167), default);
        Assert.Equal(JobState.Running, answer.State);
        Assert.InRange(answer.Left, 1, 166);
        Assert.Equal(1, world.Left);
        await world.Settle();

        Assert.Equal((JobState.Finished, 167), ((await world.Find())!.State, (await world.Find())!.Done));
        Assert.Equal(167, (await world.Assigned()).Count);
        Assert.True(world.Chat.Jobs.Count > 2, "It is shown on its way.");
        Assert.All(world.Chat.Jobs, shown => Assert.Equal("the form", shown.Message));
        Assert.Equal(world.Chat.Jobs.Select(j => j.Done).Order(), world.Chat.Jobs.Select(j => j.Done));
        Assert.Equal(JobState.Finished, world.Chat.Jobs[^1].State);
    }

    [Fact]
    public async Task Updates_ComeAtMostEverySoOften_AndNoneBeforeTheAnswerHasArrived()
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(30) };
        var moments = new List<Instant>();
        world.Chat.AnswerJob = _ =>
        {
            moments.Add(world.Clock.GetCurrentInstant());
            return null;
        };

        var answer = await world.Services.Jobs
            .BeginAsync(New(JobKind.Places) with { Message = "the form" }, Places(167), default);
        moments.Add(answer.ShownAt!.Value);
        await world.Settle();

        moments.Sort();
        Assert.All(
            moments.Zip(moments.Skip(1)),
            m => Assert.True(m.Second - m.First >= JobLimits.ShowEvery, $"{m.Second - m.First}"));
    }

    [Fact]
    public async Task Job_WithoutAMessage_GetsANewOneAndKeepsIt()
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };

        await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(100), default);
        await world.Settle();

        Assert.Null(world.Chat.Jobs[0].Message);
        Assert.All(world.Chat.Jobs.Skip(1), shown => Assert.Equal("message-1", shown.Message));
    }

    [Fact]
    public async Task Message_ThatIsGone_IsReplacedByANewOne()
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };
        world.Chat.AnswerJob = job => job.Message == "deleted" ? new SendAnswer.Answered(404) : null;

        await world.Services.Jobs.BeginAsync(New(JobKind.Places) with { Message = "deleted" }, Places(100), default);
        await world.Settle();

        Assert.Equal(["deleted", null], world.Chat.Jobs.Take(2).Select(j => j.Message));
        Assert.All(world.Chat.Jobs.Skip(2), shown => Assert.Equal("message-2", shown.Message));
    }

    [Theory]
    [InlineData(403, true)]
    [InlineData(429, false)]
    [InlineData(503, false)]
    public async Task Chat_ThatTakesNothing_StopsNoJob_AndIsTriedAgainWhileThatHelps(int status, bool forGood)
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };
        world.Chat.AnswerJob = _ => new SendAnswer.Answered(status);

        await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(60), default);
        for (var i = 0; i < 10; i++)
        {
            await world.Services.JobRunner.ResumeAsync(default);
            world.Clock.Advance(Duration.FromMinutes(1));
        }

        Assert.Equal(60, (await world.Assigned()).Count);
        Assert.Equal(forGood, (await world.Find())!.IsShown);
        if (forGood) return;
        world.Chat.AnswerJob = _ => null;
        await world.Settle();
        Assert.Equal(JobState.Finished, world.Chat.Jobs[^1].State);
        Assert.Equal(0, await world.JobRowsOf(JobRows.Unfinished));
    }

    [Theory]
    [InlineData(401, null)]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(412, null)]
    [InlineData(500, null)]
    public async Task Card_WhileTheBotIsShutOutOrTeamsIsIll_IsNeitherForgottenNorPostedTwice(int status, string? code)
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };
        world.Chat.AnswerJob = _ => new SendAnswer.Answered(status, Code: code);

        await world.Services.Jobs.BeginAsync(New(JobKind.Places) with { Message = "the form" }, Places(60), default);
        for (var i = 0; i < 10; i++)
        {
            await world.Services.JobRunner.ResumeAsync(default);
            world.Clock.Advance(Duration.FromMinutes(1));
        }

        world.Chat.AnswerJob = _ => null;
        await world.Settle();

        Assert.All(world.Chat.Jobs, shown => Assert.Equal("the form", shown.Message));
        Assert.Equal(JobState.Finished, world.Chat.Jobs[^1].State);
        Assert.True((await world.Services.Directory.ReadAsync(default)).ChatOf(Office.Id)!.Reachable);
    }

    [Theory]
    [InlineData("the form")]
    [InlineData(null)]
    public async Task Person_WhoBlockedTheBot_IsMarkedAndLeftAlone(string? message)
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };
        world.Chat.AnswerJob = _ => new SendAnswer.Answered(403, Code: "ConversationBlockedByUser");

        await world.Services.Jobs.BeginAsync(New(JobKind.Places) with { Message = message }, Places(60), default);
        for (var i = 0; i < 10; i++)
        {
            await world.Services.JobRunner.ResumeAsync(default);
            world.Clock.Advance(Duration.FromMinutes(1));
        }

        Assert.Single(world.Chat.Jobs);
        Assert.False((await world.Services.Directory.ReadAsync(default)).ChatOf(Office.Id)!.Reachable);
        Assert.Equal(60, (await world.Assigned()).Count);
    }

    [Fact]
    public async Task Card_WhoseAnswerNeverComes_IsPostedTwiceAtMost()
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };
        world.Chat.AnswerJob = _ => new SendAnswer.Lost();

        await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(60), default);
        for (var i = 0; i < 10; i++)
        {
            await world.Services.JobRunner.ResumeAsync(default);
            world.Clock.Advance(Duration.FromMinutes(1));
        }

        Assert.Equal(2, world.Chat.Jobs.Count);
        Assert.True((await world.Find())!.IsShown);
    }

    [Fact]
    public async Task End_MetByTwoProcessesAtTheSameMoment_IsPostedOnce()
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };
        world.Chat.AnswerJob = _ => new SendAnswer.Answered(503);
        await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(60), default);
        await world.Services.JobRunner.ResumeAsync(default);
        Assert.Equal((JobState.Finished, false), ((await world.Find())!.State, (await world.Find())!.IsShown));
        world.Clock.Advance(Duration.FromMinutes(1));
        world.Chat.Jobs.Clear();
        var other = world.Process();
        world.Chat.AnswerJob = _ =>
        {
            if (world.Chat.Jobs.Count == 1) other.JobRunner.ResumeAsync(default).Wait();
            return null;
        };

        await world.Services.JobRunner.ResumeAsync(default);

        Assert.Single(world.Chat.Jobs);
        Assert.True((await world.Find())!.IsShown);
    }

    [Fact]
    public async Task Claim_ThatTookLong_IsGivenUpBeforeAnythingIsDoneWithIt()
    {
        var world = new JobWorld();
        await world.Services.Jobs.WriteAsync(New(JobKind.Places) with { State = JobState.Running }, Places(3), default);
        world.EachCall = SendLease.Lasts / 2;

        await world.Services.JobRunner.ResumeAsync(default);

        Assert.Empty(await world.Assigned());
        Assert.Null((await world.Find())!.Lease);
        world.EachCall = Duration.Zero;
        await world.Settle();
        Assert.Equal(3, (await world.Assigned()).Count);
    }

    [Fact]
    public async Task Stop_InTheMiddle_KeepsWhatIsDone_AndContinueDoesTheRest()
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };
        await world.Services.Jobs.BeginAsync(New(JobKind.Places) with { Message = "the form" }, Places(100), default);

        var stopped = (await world.Services.Jobs.StopAsync(Office, JobId, default))!;
        await world.Settle();

        Assert.Equal(JobState.Stopped, stopped.State);
        Assert.Equal(stopped.Done, (await world.Assigned()).Count);
        Assert.InRange(stopped.Done, 1, 99);
        world.EachCall = Duration.Zero;
        var continued = Assert.IsType<StartResult.Started>(await world.Services.Jobs
            .StartAsync(Office, JobId, null, default)).Job;
        Assert.Equal((JobState.Finished, 100), (continued.State, continued.Done));
        Assert.Equal(100, (await world.Assigned()).Distinct().Count());
    }

    [Fact]
    public async Task Stop_WhileAProcessIsAtIt_IsNoticedBetweenTwoChunks()
    {
        var world = new JobWorld();
        var other = world.Process();
        // The third batch of the turn lies in the first chunk.
        world.Faulty.BeforeSubmit(
            async _ => Assert.Equal(JobState.Stopping, (await other.Jobs.StopAsync(Office, JobId, default))!.State),
            3);

        var job = await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(90), default);

        Assert.Equal((JobState.Stopped, JobLimits.Chunk), (job.State, job.Done));
        Assert.Equal(JobLimits.Chunk, (await world.Assigned()).Count);
        await world.Services.Jobs.StartAsync(Office, JobId, null, default);
        Assert.Equal(90, (await world.Assigned()).Distinct().Count());
        Assert.Equal(90, (await world.Assigned()).Count);
    }

    [Fact]
    public async Task Stopped_AndNotContinuedForADay_IsGivenUp()
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };
        await world.Services.Jobs.BeginAsync(New(JobKind.Places), Places(100), default);
        var done = (await world.Services.Jobs.StopAsync(Office, JobId, default))!.Done;
        world.Clock.Advance(Duration.FromDays(2));
        await world.Settle();

        var job = Assert.IsType<StartResult.Started>(await world.Services.Jobs
            .StartAsync(Office, JobId, null, default)).Job;

        Assert.Equal((JobState.Finished, 100 - done), (job.State, job.Left));
        Assert.Equal(done, (await world.Assigned()).Count);
        Assert.Equal((0, 0), (await world.JobRowsOf(JobRows.Unfinished), await world.JobRowsOf(JobRows.Items)));
    }

    [Fact]
    public async Task Job_OfSomeoneElse_IsNoneForOthers()
    {
        var world = new JobWorld();
        await world.Services.Jobs.WriteAsync(New(JobKind.Places), Places(3), default);

        Assert.IsType<StartResult.NotFound>(await world.Services.Jobs.StartAsync(Leader, JobId, null, default));
        Assert.Null(await world.Services.Jobs.StopAsync(Leader, JobId, default));
        Assert.Null(await world.Services.Jobs.FindAsync(Leader, JobId, default));
        Assert.Empty(await world.Assigned());
    }

    [Fact]
    public async Task Checked_AndNeverStarted_IsForgottenAfterADay()
    {
        var world = new JobWorld();
        await world.Services.Jobs.WriteAsync(New(JobKind.Matters), Places(120), default);
        world.Clock.Advance(JobLimits.WaitsFor + Duration.FromMinutes(1));

        await world.Services.JobRunner.ResumeAsync(default);

        Assert.Null(await world.Find());
        Assert.Equal(0, await world.JobRowsOf(JobRows.Items));
        Assert.Empty(await world.Assigned());
    }

    [Fact]
    public async Task Start_WhenSomethingIsRightNoMore_DoesNothingAndSaysWhat()
    {
        var world = new JobWorld();
        var items = Places(3)
            .Cast<JobItem.Assignment>()
            .Select(i => i with { Draft = Draft(i.Draft.Area!.Value, Today) })
            .ToList();
        await world.Services.Jobs.WriteAsync(New(JobKind.Matters), items, default);
        world.Clock.Advance(Duration.FromHours(20));

        var refused = Assert.IsType<StartResult.Refused>(await world.Services.Jobs
            .StartAsync(Office, JobId, null, default));

        Assert.Equal(3, refused.Items.Count);
        Assert.All(
            refused.Items,
            i => Assert.Equal(RefusalReason.DueInPast, Assert.IsType<RefusedItem.Assignment>(i).Why.Reason));
        Assert.Empty(await world.Assigned());
    }

    [Fact]
    public async Task Item_ThatIsRefusedWhenItsTurnComes_IsToldAndTheOthersAreDone()
    {
        var world = new JobWorld();
        var items = Places(3).Append(new JobItem.Assignment(4, Draft(Changan, Today.PlusDays(-1)))).ToList();

        var job = await world.Services.Jobs.BeginAsync(New(JobKind.Places), items, default);

        Assert.Equal((JobState.Finished, 3, 1), (job.State, job.Done, job.Refused));
        var refused = Assert.IsType<RefusedItem.Assignment>(Assert.Single(await world.Services.Jobs
            .RefusedAsync(job, default)));
        Assert.Equal((4, RefusalReason.DueInPast, Today), (refused.Item.Row, refused.Why.Reason, refused.Why.Date));
    }

    [Fact]
    public async Task Person_WhoIsRemovedMeanwhile_DoesNothingMore()
    {
        var world = new JobWorld { EachCall = Duration.FromMilliseconds(50) };
        await world.Services.Jobs
            .BeginAsync(
                New(JobKind.Places, Leader),
                [.. Book.Areas.Children(Shijiazhuang).Select((a, i) => new JobItem.Assignment(i + 1, Draft(a.Code)))],
                default);
        var done = (await world.Find())!.Done;
        Assert.Null(await world.Services.People.RemoveGrantAsync(Office, Leader.Id, Leader.Grants[0], default));

        await world.Settle();

        Assert.Equal(JobState.Stopped, (await world.Find())!.State);
        Assert.Equal(done, (await world.Assigned()).Count);
    }

    [Fact]
    public async Task Ended_IsKnownForAMonth_AndThenSweptAway()
    {
        var world = new JobWorld();
        await world.Services.Jobs
            .BeginAsync(
                New(JobKind.Places),
                Places(3).Append(new JobItem.Assignment(4, Draft(Changan, Today.PlusDays(-1)))).ToList(),
                default);
        world.Clock.Advance(Duration.FromDays(29));
        await world.Services.JobRunner.SweepAsync(default);
        Assert.NotNull(await world.Find());

        world.Clock.Advance(Duration.FromDays(2));
        await world.Services.JobRunner.SweepAsync(default);

        Assert.Null(await world.Find());
        Assert.Equal(0, await world.JobRowsOf(JobRows.Items));
    }

    [Fact]
    public async Task Job_ThatNeverGetsOn_IsStoppedAndLeftToThePerson()
    {
        var world = new JobWorld();
        await world.Services.Jobs
            .WriteAsync(
                New(JobKind.Places) with { State = JobState.Running, Tries = JobLimits.Tries },
                Places(5),
                default);

        await world.Settle();

        Assert.Equal(JobState.Stopped, (await world.Find())!.State);
        Assert.Equal(JobState.Stopped, world.Chat.Jobs[^1].State);
    }

    [Fact]
    public async Task Round_CarriesJobsOn()
    {
        var world = new JobWorld();
        await world.Services.Jobs
            .WriteAsync(New(JobKind.Places) with { State = JobState.Running }, Places(30), default);

        await world.Services.RoundAsync(work => work(), default);

        Assert.Equal(30, (await world.Assigned()).Count);
    }

    [Fact]
    public async Task Write_OfMoreThanAJobMayHave_IsADefect() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new JobWorld().Services.Jobs.WriteAsync(
            New(JobKind.Places),
            [.. Enumerable.Range(1, JobLimits.Items + 1).Select(i => new JobItem.Assignment(i, Draft(Changan)))],
            default));
}
