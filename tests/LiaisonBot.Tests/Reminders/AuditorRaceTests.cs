using LiaisonBot.Core;
using LiaisonBot.Core.Audit;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Reminders;

/// <summary>
/// Something happens between two reads of an audit that mends: before the first, before the second, and so on to the
/// last. Whenever it is, every row is right afterwards, nobody is told twice, and nothing that was due stays away.
/// </summary>
public class AuditorRaceTests
{
    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    public enum Damage
    {
        PlanLost,
        ListLost,
        NotGiven,
        MessageLost,
        DeliveredLost,
    }

    public enum Meanwhile
    {
        Signed,
        Withdrawn,
        Swept,
        Audited,
    }

    public static TheoryData<Damage, Meanwhile> All()
    {
        var all = new TheoryData<Damage, Meanwhile>();
        foreach (var damage in Enum.GetValues<Damage>())
        {
            foreach (var meanwhile in Enum.GetValues<Meanwhile>()) all.Add(damage, meanwhile);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Check_WithSomethingBetweenAnyTwoReads_LeavesEverythingRight(Damage damage, Meanwhile meanwhile)
    {
        var (read, happened) = (0, true);
        for (; happened; read++)
        {
            happened = await Try(damage, meanwhile, read + 1);
            Assert.True(read < 100, "The audit does not end.");
        }

        Assert.True(read > 6, $"Only {read} reads were tried.");
    }

    /// <returns>Whether the audit read so often.</returns>
    private static async Task<bool> Try(Damage damage, Meanwhile meanwhile, int read)
    {
        await using var world = await World.Open();
        var chat = new FakeChat();
        foreach (var person in new[] { County, City, Leader, Office }) await world.People.RememberAsync(
            person,
            Cast.AddressOf(person),
            Language.Chinese,
            default);
        var services = new LiaisonServices(
            world.Faulty,
            Hebei,
            world.Clock,
            PolicyBook.BuiltIn,
            "process",
            _ => chat,
            _ => { });
        var number = World.Done(await world.TryAssign(Leader, Draft(Changan, new(2026, 12, 31)))).Matter.Number;
        await services.RoundAsync(work => work(), default);
        await Break(world, services, number, damage);

        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 45)));
        var (happened, refused) = (false, false);
        var between = new FaultyStore(world.Faulty).BeforeRead(
            async () =>
            {
                happened = true;
                try
                {
                    await Happen(world, services, number, meanwhile);
                }
                catch (StoreUnavailableException)
                {
                    // A step on a matter of which a row is lost is refused until it is mended; people send it again.
                    refused = true;
                }
            },
            read);
        await Auditor(world, between).CheckAsync(Shijiazhuang, default);
        if (!happened) return false;
        if (refused) await Happen(world, services, number, meanwhile);

        foreach (var time in new LocalTime[] { new(8, 50), new(9, 45), new(10, 50) })
        {
            world.Clock.Reset(BeijingTime.At(Tuesday, time));
            await Auditor(world).CheckAsync(Shijiazhuang, default);
            await services.RoundAsync(work => work(), default);
        }

        var which = $"{damage}, {meanwhile} before read {read}";
        await world.CheckRows(Shijiazhuang);
        world.Clock.Reset(BeijingTime.At(Tuesday, new(12, 0)));
        Assert.True((await Auditor(world).CheckAsync(Shijiazhuang, default)).Count == 0, $"{which}: still different");
        var given = (await world.History(number)).Where(e => e.Act == Act.Remind).ToList();
        Assert.True(
            given.GroupBy(e => (e.Note, BeijingTime.Today(e.At))).All(g => g.Count() == 1),
            $"{which}: given twice");
        Assert.True(
            chat.Digests.Count(d => d.StartsWith(County.Id, StringComparison.Ordinal)) <= 1,
            $"{which}: told twice");
        // A day on which it is not signed for is said; who signed or lost the matter in between may be spared.
        if (meanwhile is Meanwhile.Swept or Meanwhile.Audited) Assert.True(
            given.Count == 1,
            $"{which}: {given.Count} given");
        Assert.True(
            given.Count == 0 || meanwhile is not (Meanwhile.Swept or Meanwhile.Audited) || chat.Digests.Count == 1,
            $"{which}: not told");
        return true;
    }

    private static async Task Break(World world, LiaisonServices services, MatterNumber number, Damage damage)
    {
        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 30)));
        switch (damage)
        {
            case Damage.PlanLost:
                await AuditorTests.Delete(world, RowKeys.Matters.Reminders);
                break;
            case Damage.ListLost:
                await AuditorTests.Delete(world, RowKeys.Matters.Lists);
                break;
            case Damage.NotGiven:
                await AuditorTests.GaveNothing(world, number, Tuesday);
                break;
            case Damage.MessageLost:
                await services.Sweep.SweepAsync(Shijiazhuang, default);
                await AuditorTests.Delete(world, RowKeys.Matters.Digest);
                break;
            case Damage.DeliveredLost:
                await services.RoundAsync(work => work(), default);
                await AuditorTests.Delete(world, RowKeys.Matters.Delivered);
                break;
            default:
                throw new InvalidOperationException($"{damage} is not known.");
        }
    }

    private static async Task Happen(World world, LiaisonServices services, MatterNumber number, Meanwhile meanwhile)
    {
        switch (meanwhile)
        {
            case Meanwhile.Signed:
                await world.Do(County, number, new Sign());
                break;
            case Meanwhile.Withdrawn:
                await world.Do(Leader, number, new Withdraw("不再需要"));
                break;
            case Meanwhile.Swept:
                await services.RoundAsync(work => work(), default);
                break;
            case Meanwhile.Audited:
                await Auditor(world).CheckAsync(Shijiazhuang, default);
                break;
            default:
                throw new InvalidOperationException($"{meanwhile} is not known.");
        }
    }

    private static Auditor Auditor(World world, ITableStore? store = null) =>
        new(
            store ?? world.Faulty,
            world.Directory,
            () => WorkingCalendar.BuiltIn,
            world.Clock,
            PolicyBook.BuiltIn,
            LiaisonBot.Core.People.Terms.BuiltIn,
            world.Service);
}
