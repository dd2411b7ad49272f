using System.Text;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Crash;

/// <summary>
/// The host is killed hard in the middle of a big job and started again: the job comes to its end by itself, and
/// nothing is there twice.
/// </summary>
public sealed class JobKillTests
{
    private const int Rows = 600;

    [Theory]
    [InlineData(60)]
    [InlineData(350)]
    [InlineData(900)]
    public async Task Kill_InTheMiddleOfAnImport_DoublesNothing(int milliseconds)
    {
        await using var bot = await BotUnderTest.OfItsOwn();
        var office = bot.Person("01");
        await office.Say("帮助");
        var places = new[] { "石家庄市长安区", "唐山市路南区", "承德市双桥区", "沧州市运河区" };
        await office.SendFile(
            "大.csv",
            Encoding.UTF8.GetBytes(string.Join(
                '\n',
                Enumerable.Range(1, Rows)
                    .Select(i => $"大件{i:000}号,{places[i % 4]},完成,10个工作日")
                    .Prepend("事项名称,责任地区,目标任务,办理时限"))));
        var press = office.Pressing($"确认导入{Rows}行");
        var answer = UntilItEnds(() => office.Press(press));
        await Pause(milliseconds);
        await bot.KillProcess();
        await answer;
        await bot.StartProcess();

        // Whoever was not answered presses again; what the old process was at is taken over when its claim is over.
        await office.Press(press);
        for (var i = 0; i < 60 && !office.CardText.Contains($"已交办{Rows}项", StringComparison.Ordinal); i++)
        {
            await bot.Nudge(TimeSpan.FromSeconds(31));
            await office.Press(press);
        }

        Assert.Contains($"已交办{Rows}项", office.CardText, StringComparison.Ordinal);
        await office.Say("查询 大件");
        Assert.Contains($"（{Rows}）", office.CardText, StringComparison.Ordinal);
        foreach (var i in new[] { 1, 2, Rows / 2, Rows }) Assert.Contains(
            "（1）",
            await office.Ask($"查询 大件{i:000}号"),
            StringComparison.Ordinal);
    }

#pragma warning disable RS0030 // Real time: the moment of the kill is to fall anywhere in the work of another process.
    private static Task Pause(int milliseconds) =>
        Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
#pragma warning restore RS0030

    private static async Task UntilItEnds(Func<Task> turn)
    {
        try
        {
            await turn();
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }
}
