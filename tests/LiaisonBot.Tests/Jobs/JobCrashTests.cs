using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Storage;
using static LiaisonBot.Testing.Cast;
using static LiaisonBot.Tests.Jobs.JobWorld;

namespace LiaisonBot.Tests.Jobs;

/// <summary>
/// The process ends between any two batches of a job, or a batch's answer is lost: another process brings it to its
/// end, and nothing is there twice.
/// </summary>
public class JobCrashTests
{
    private const int Counties = 45;

    [Theory]
    [InlineData(SubmitFault.Unavailable)]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.Conflict)]
    public async Task AssignToMany_StoppedAtAnyBatch_AssignsEachPlaceOnce(SubmitFault fault) =>
        await AtEachBatch(fault, async world =>
        {
            await Begin(world, JobKind.Places, Places(Counties));
            await Again(world, JobKind.Places, Places(Counties));
            var places = await world.Assigned();
            Assert.Equal(Counties, places.Distinct().Count());
            Assert.Equal(Counties, places.Count);
        });

    [Theory]
    [InlineData(SubmitFault.Unavailable)]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.Conflict)]
    public async Task People_StoppedAtAnyBatch_AreEnteredOnceAndCountedOnce(SubmitFault fault) =>
        await AtEachBatch(fault, async world =>
        {
            await Begin(world, JobKind.People, Entries(Counties));
            await Again(world, JobKind.People, Entries(Counties));
            var people = (await world.Services.Directory.ReadAsync(default)).People
                .Where(p => p.SignInName is not null)
                .ToList();
            Assert.Equal(Counties, people.Count);
            Assert.All(people, p => Assert.Single(p.Grants));
        });

    /// <summary>More than one batch of items: what was not written whole is not begun.</summary>
    [Fact]
    public async Task Write_StoppedAtAnyBatch_BeginsNothing_AndSentAgainIsWhole()
    {
        var stopped = 0;
        for (var k = 1; ; k++)
        {
            var world = new JobWorld();
            world.Faulty.OnSubmit(SubmitFault.Unavailable, k);
            try
            {
                await world.Services.Jobs.WriteAsync(New(JobKind.Matters), Places(150), default);
                break;
            }
            catch (StoreUnavailableException)
            {
                stopped++;
            }

            world.Restart();
            Assert.IsType<StartResult.NotFound>(await world.Services.Jobs.StartAsync(Office, JobId, null, default));
            await world.Services.JobRunner.ResumeAsync(default);
            Assert.Empty(await world.Assigned());
            await world.Services.Jobs.WriteAsync(New(JobKind.Matters), Places(150), default);
            var started = Assert.IsType<StartResult.Started>(await world.Services.Jobs
                .StartAsync(Office, JobId, null, default)).Job;
            Assert.Equal((JobState.Finished, 150), (started.State, started.Done));
        }

        Assert.True(stopped > 1, "It takes several batches.");
    }

    /// <summary>
    /// Someone who was removed just after they were entered does not come back with the process that goes on.
    /// </summary>
    [Fact]
    public async Task People_RemovedBeforeTheProcessEnded_StayRemoved()
    {
        var world = new JobWorld();
        // Written, claimed, and the first twenty entered: the fourth batch is the next twenty.
        world.Faulty.OnSubmit(SubmitFault.Unavailable, 4);
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            world.Services.Jobs.BeginAsync(New(JobKind.People), Entries(Counties), default));
        var first = Entries(1).Cast<JobItem.Entry>().Single().Person;
        Assert.Null(await world.Services.People
            .RemoveGrantAsync(Office, "upn:" + first.Identity, first.Grant, default));

        world.Restart();
        await world.Settle();

        Assert.Null((await world.Services.Directory.ReadAsync(default)).BySignInName(first.Identity!));
        Assert.Equal(Counties, (await world.Find())!.Done);
    }

    [Fact]
    public async Task Process_ThatStoppedWithItsClaim_IsWaitedForAWhileOnly()
    {
        var world = new JobWorld();
        world.Faulty.OnSubmit(SubmitFault.Unavailable, 4);
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            world.Services.Jobs.BeginAsync(New(JobKind.People), Entries(Counties), default));

        var other = world.Process();
        Assert.Null(await other.JobRunner.ResumeAsync(default));
        Assert.Equal(JobState.Running, (await world.Find())!.State);
        world.Clock.Advance(SendLease.Lasts);
        await world.Settle();

        Assert.Equal(JobState.Finished, (await world.Find())!.State);
    }

    private static async Task Begin(JobWorld world, JobKind kind, IReadOnlyList<JobItem> items)
    {
        try
        {
            await world.Services.Jobs.BeginAsync(New(kind), items, default);
        }
        catch (StoreUnavailableException)
        {
            world.Restart();
        }

        await world.Settle();
    }

    /// <summary>The person, who was not answered, does the same again.</summary>
    private static async Task Again(JobWorld world, JobKind kind, IReadOnlyList<JobItem> items)
    {
        await world.Services.Jobs.BeginAsync(New(kind), items, default);
        await world.Settle();
        var job = (await world.Find())!;
        Assert.Equal((JobState.Finished, items.Count, 0), (job.State, job.Done, job.Refused));
        Assert.Equal((0, 0), (await world.JobRowsOf(JobRows.Unfinished), await world.JobRowsOf(JobRows.Items)));
    }

    /// <summary>Once with the fault at each batch that there is.</summary>
    private static async Task AtEachBatch(SubmitFault fault, Func<JobWorld, Task> play)
    {
        for (var k = 1; ; k++)
        {
            var world = new JobWorld();
            world.Faulty.OnSubmit(fault, k);
            await play(world);
            if (world.Faulty.Submits >= k) continue;
            Assert.True(k > 3, "There are several batches.");
            return;
        }
    }
}
