using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation;
using LiaisonBot.Tests.Reminders;
using NodaTime;

namespace LiaisonBot.Tests.Simulation;

/// <summary>How long a reminder may stay due before it counts as forgotten.</summary>
public class StoredStateTests
{
    private static readonly AreaCode Hebei = AreaCode.Parse("13");

    private readonly VirtualTime time = new(Remembered.At("2026-09-14 10:00"));
    private readonly MemoryTableStore store = new();
    private readonly Rounds rounds = new();

    [Theory]
    [InlineData(5, 0, false)]
    [InlineData(6, 0, true)]
    [InlineData(0, 60, false)] // of a store that fails one call in five, which explains it
    [InlineData(0, 61, true)]
    [InlineData(5, 55, false)]
    public async Task Look_AReminderThatIsDueAndNotGiven_IsLateByTheRoundsThatCouldHaveGivenIt(
        int calm,
        int rough,
        bool late)
    {
        await StoreAMatter();
        time.Advance(Duration.FromDays(1));
        Pass(calm, isCalm: true);
        Pass(rough, isCalm: false);

        Assert.Equal(late, Looked().Contains(Check.RemindersAreGivenInTime));
    }

    [Fact]
    public async Task Look_RoundsBeforeTheReminderWasDue_DoNotCount()
    {
        await StoreAMatter();
        Pass(100, isCalm: true);

        Assert.DoesNotContain(Check.RemindersAreGivenInTime, Looked());
    }

    /// <summary>Due to be reminded of the next morning.</summary>
    private async Task StoreAMatter()
    {
        var matter = Remembered.Assigned(time.GetCurrentInstant(), new(2026, 10, 30));
        matter = matter with
        {
            NextReminder = Schedule.Next(
            matter,
            PolicyBook.BuiltIn.Of(matter.PolicyVersion),
            WorkingCalendar.BuiltIn,
            matter.AssignedAt)!.At
        };
        await store.SubmitAsync(
            MatterRows.Table,
            "1301",
            [new Change.Insert(MatterRows.ToRow(matter))],
            CancellationToken.None);
    }

    private void Pass(int many, bool isCalm)
    {
        for (var i = 0; i < many; i++)
        {
            time.Advance(Duration.FromMinutes(1));
            rounds.Add(time.Passed, time.GetCurrentInstant(), isCalm);
        }
    }

    private IEnumerable<Check> Looked()
    {
        var witness = new Witness(store, time, Hebei);
        new StoredState(store, witness, Hebei, new(time)).Look(rounds);
        return witness.Violations.Select(violation => violation.Check);
    }
}
