using CsCheck;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Tests.Matters;

/// <summary>
/// Whatever was done to matters (declined, insisted on, closed, reopened, passed on, referred, withdrawn), the ledger and
/// the lists say what the matters themselves say.
/// </summary>
public class RegisterProperties
{
    [Fact]
    public async Task Register_AfterAnySequenceOfCommands_CountsWhatTheMattersSay() =>
        await Script.Of(40).SampleAsync(
            async lines =>
            {
                await using var world = await World.Open();
                var numbers = new List<MatterNumber> { await world.Assign(Cast.Leader, Cast.Shijiazhuang) };
                foreach (var line in lines)
                {
                    world.Clock.AdvanceMinutes(line.MinutesLater * 20);
                    if (line.What % 10 == 9)
                    {
                        if (await world.TryAssign(
                            Cast.Office,
                            Script.Draft(
                                line,
                                world.Today)) is CommandResult.Done made) numbers.Add(made.Family.Matter.Number);
                        continue;
                    }

                    var tree = (await world.Service.FindAsync(
                        Cast.Office,
                        numbers[line.Matter % numbers.Count],
                        CancellationToken.None))!;
                    if (tree.Children.Count > 0 && line.Who % 2 == 0)
                        tree = (await world.Service.FindAsync(
                            Cast.Office,
                            tree.Children[line.Matter % tree.Children.Count].Number,
                            CancellationToken.None))!;
                    var (actor, act) = Script.Choose(line, tree, world.Clock.GetCurrentInstant());
                    await world.Try(actor, tree.Matter.Number, Script.Sensible(act, tree, world.Today, line));
                }

                List<Matter> matters = [];
                foreach (var city in numbers.Select(n => n.City).Distinct())
                    matters.AddRange((await world.Rows(RowKeys.Matters.Matter, city)).Select(MatterRows.ToMatter));
                await Agree(world, Cast.Office, Cast.Hebei, matters, area => area.City);
                await Agree(world, Cast.City, Cast.Shijiazhuang, matters, area => area);
                await Agree(world, Cast.County, Cast.Changan, matters, area => area);
            },
            iter: 25);

    private static async Task Agree(
        World world,
        Person person,
        AreaCode place,
        IReadOnlyList<Matter> matters,
        Func<AreaCode, AreaCode> lineOf)
    {
        var open = matters
            .Where(m => m.State is MatterState.Assigned or MatterState.InProgress or MatterState.HandedIn && place.Contains(m.Area))
            .ToList();
        var register = await world.Lists.RegisterAsync(person, place, world.Today, default);

        Assert.Equal(
            open.Select(m => (m.Number, m.State, m.Declined is not null)).Order(),
            register.Entries.Select(e => (e.Number, e.State, e.Declined)).Order());
        Assert.Equal(Line(place, open, world.Today), register.Total);
        Assert.Equal(
            open.GroupBy(m => lineOf(m.Area)).OrderBy(g => g.Key).Select(g => Line(g.Key, [.. g], world.Today)),
            register.Lines);
        var ended = matters
            .Where(m => m.State is MatterState.Closed or MatterState.Withdrawn && place.Contains(m.Area))
            .Select(m => (m.Number, m.State, BeijingTime.Today(m.EndedAt!.Value)));
        Assert.Equal(
            ended.Order(),
            (await world.Lists.EndedAsync(person, default)).Select(e => (e.Number, e.State, e.EndedOn!.Value)).Order());
    }

    private static RegisterLine Line(AreaCode area, IReadOnlyList<Matter> open, LocalDate today)
    {
        var sunday = today.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday));
        int Once(Func<Matter, bool> fits) => open.Where(fits).DistinctBy(m => (m.Number.City, m.Number.Year, m.Number.Sequence)).Count();
        return new(
            area,
            Once(_ => true),
            Once(m => m.State != MatterState.HandedIn && m.Due < today),
            Once(m => m.State != MatterState.HandedIn && m.Due >= today && m.Due <= sunday),
            Once(m => m.State == MatterState.HandedIn),
            open.Count(m => m.Number.Child > 0));
    }
}
