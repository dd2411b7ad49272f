using CsCheck;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Matters;

/// <summary>What the rows say together, whatever was done and whatever the store answered.</summary>
public class MatterServiceProperties
{
    [Fact]
    public async Task Rows_AfterAnySequenceOfCommandsAndFaults_AgreeWithEachOther() =>
        await Script.Of(40).SampleAsync(
            async lines =>
            {
                await using var world = await World.Open();
                await world.Assign(Cast.Leader, Cast.Shijiazhuang);
                var numbers = new List<MatterNumber> { new(2026, Cast.Shijiazhuang, 1) };
                foreach (var line in lines)
                {
                    world.Clock.AdvanceMinutes(line.MinutesLater);
                    if (line.Later % 5 == 0) world.Faulty.OnSubmit(line.Later % 2 == 0
                        ? SubmitFault.UnknownAfterCommit
                        : SubmitFault.UnknownBeforeCommit);
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

                foreach (var city in numbers.Select(n => n.City).Distinct()) await world.CheckRows(city);
            },
            iter: 25);

    [Fact]
    public async Task Rows_AfterManyPeopleAtOnce_AgreeWithEachOther()
    {
        await using var world = await World.Open();
        var parent = await world.Assign(Cast.Leader, Cast.Shijiazhuang);
        var children = (await world.Do(
            Cast.City,
            parent,
            new MatterCommand.PassOn([Cast.Changan, Cast.Zhengding, Cast.Qiaoxi], null, null))).Children;
        var command = 0;
        async Task Work(Core.People.Person officer, Matter child)
        {
            foreach (var step in new (Core.People.Person, MatterCommand)[]
            {
                (officer, new MatterCommand.Sign()),
                (officer, new MatterCommand.HandIn("已完成")),
                (Cast.City, new MatterCommand.Return("补充")),
                (officer, new MatterCommand.HandIn("已补充")), (Cast.City, new MatterCommand.Close()),
            })
                World.Done(await world.Service.DoAsync(
                    $"w{Interlocked.Increment(ref command)}",
                    step.Item1,
                    child.Number,
                    step.Item2,
                    CancellationToken.None));
        }

        await Task.WhenAll(
            Task.Run(() => Work(Cast.County, children[0])),
            Task.Run(() => Work(Cast.Zhengdings, children[2])),
            Task.Run(() => world.Do(Cast.City, children[1].Number, new MatterCommand.Withdraw("转错"))),
            Task.Run(() => world.Do(Cast.City, parent, new MatterCommand.ReportProgress("进展"))));

        var matter = await world.Read(parent);
        Assert.Equal((2, 2, "进展"), (matter.Children, matter.ChildrenClosed, matter.Progress));
        await world.CheckRows(Cast.Shijiazhuang);
    }
}
