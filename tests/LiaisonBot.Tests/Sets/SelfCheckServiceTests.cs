using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sets;

/// <summary>举一反三: what places are asked, what they say, and what follows.</summary>
public class SelfCheckServiceTests
{
    private static readonly SelfCheckDraft Draft = new("违规占用耕地", [Changan, Zhengding, Qiaoxi]);

    [Fact]
    public async Task Asked_EachPlaceIsToldOnce_AndOnlyAPlanBecomesAMatter()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var asked = await AskAsync(services, "ask", Draft);

        Assert.Equal([Changan, Zhengding, Qiaoxi], asked.Round.Places.OrderBy(p => p.Value == "130104").ThenBy(p => p.Value));
        Assert.Equal(2, (await OutboxAsync(world)).Count(m => m.What == SelfCheck.IsAsked));
        Assert.Empty(await MattersAsync(world));

        var changan = asked.Round.Number with { Child = asked.Round.Places.ToList().IndexOf(Changan) + 1 };
        var zhengding = asked.Round.Number with { Child = asked.Round.Places.ToList().IndexOf(Zhengding) + 1 };
        Assert.Equal(SelfCheckState.None, (await AnswerAsync(services, County, changan, new(SelfCheckState.None))).State);
        Assert.Empty(await MattersAsync(world));
        var planned = await AnswerAsync(services, Zhengdings, zhengding, new(SelfCheckState.Planned, "拆除两处", world.Today.PlusDays(40)));

        var matter = await world.Read(planned.Matter!.Value);
        Assert.Equal(
            (Zhengding, MatterState.InProgress, world.Today.PlusDays(40), "违规占用耕地\n拆除两处"),
            (matter.Area, matter.State, matter.Due, matter.Target));
        Assert.Single(await MattersAsync(world));
    }

    [Fact]
    public async Task WhoeverAnsweredWithinHalfAYear_IsLeftOut()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var first = await AskAsync(services, "a", Draft with { Topic = "土地规划", Places = [Changan] });
        var refused = Assert.IsType<SelfCheckResult.Refused>(
            await services.SelfChecks.AskAsync("b", Leader, Draft with { Places = [Changan] }, default));
        Assert.Equal(SelfCheckRefusal.NobodyLeft, refused.Why);

        await AnswerAsync(services, County, first.Round.Number with { Child = 1 }, new(SelfCheckState.None));
        var second = await AskAsync(services, "c", new("别的说法", [Changan, Zhengding], Topic: "土地规划"));
        Assert.Equal([Zhengding], second.Round.Places);
        Assert.Equal([Changan], second.LeftOut);

        world.Clock.Advance(Duration.FromDays(184));
        Assert.Empty((await AskAsync(services, "d", new("再一次", [Changan], Topic: "土地规划"))).LeftOut);
    }

    [Fact]
    public async Task AStopAtAnyMoment_AsksNobodyTwice_AndMakesOneMatter()
    {
        for (var stop = 1; stop <= 4; stop++)
        {
            await using var world = await World.Open();
            await Assert.ThrowsAsync<StoreUnavailableException>(() => Stopping(world, stop).SelfChecks.AskAsync("ask", Leader, Draft, default));
            var services = world.Process(new FakeChat());
            await services.Sweep.SweepAsync(Shijiazhuang, default);
            var asked = await AskAsync(services, "ask", Draft);

            var view = Assert.Single(await services.SelfChecks.ListAsync(Leader, Shijiazhuang, default));
            Assert.Equal(3, view.Places.Count);
            Assert.Equal(2, (await OutboxAsync(world)).Count(m => m.What == SelfCheck.IsAsked));
            Assert.Null((await services.SelfChecks.ListAsync(Leader, Shijiazhuang, default))[0].Round.NextReminder);
        }

        for (var stop = 1; stop <= 4; stop++)
        {
            await using var world = await World.Open();
            var asked = await AskAsync(world.Process(new FakeChat()), "ask", Draft);
            var number = asked.Round.Number with { Child = asked.Round.Places.ToList().IndexOf(Changan) + 1 };
            try
            {
                await Stopping(world, stop).SelfChecks.AnswerAsync(
                    "plan",
                    County,
                    number,
                    new(SelfCheckState.Planned, null, world.Today.PlusDays(20)),
                    default);
            }
            catch (StoreUnavailableException)
            {
                // It is carried on below.
            }

            var services = world.Process(new FakeChat());
            await services.Matters.ResumeAsync(Shijiazhuang, default);
            var answered = await AnswerAsync(services, County, number, new(SelfCheckState.Planned, null, world.Today.PlusDays(20)), "plan");

            Assert.Single(await MattersAsync(world));
            Assert.Equal(answered.Matter, (await services.SelfChecks.FindAsync(County, number, default))!.Matter);
        }
    }

    [Fact]
    public async Task Unanswered_IsRemindedOfByItsDay_AndAnsweredNoMore()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var asked = await AskAsync(services, "ask", Draft with { Places = [Changan, Zhengding] });
        await AnswerAsync(services, Zhengdings, asked.Round.Number with { Child = 2 }, new(SelfCheckState.Mended, "已改"));
        List<(LocalDate Day, string To)> given = [];
        for (var day = world.Today; day <= asked.Round.Due.PlusDays(1); day = day.PlusDays(1))
        {
            world.Clock.Reset(BeijingTime.At(day, new(9, 0)));
            services.Directory.Forget();
            await services.Sweep.SweepAsync(Shijiazhuang, default);
            var rows = await world.Store.ReadPrefixAsync(MatterRows.Table, "1301", RowKeys.Matters.Digest, 500, default);
            given = [.. rows.Select(OutboxRows.ToMessage)
                .Where(m => m.Subject.Kind == SelfCheck.KindName && m.What == OutboxMessage.Remind)
                .Select(m => (BeijingTime.Today(m.At), m.To))];
        }

        // Five and two working days before, and on the day; nothing to who answered.
        Assert.Equal(3, given.Select(g => g.Day).Distinct().Count(d => d <= asked.Round.Due));
        Assert.All(given.Where(g => g.Day <= asked.Round.Due), g => Assert.Equal(County.Id, g.To));
    }

    /// <summary>What waited for a substitute whose days are over is for whoever is back, also where the other still sees the place.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AskedWhileASubstituteStoodIn_WhoIsBackIsTold(bool endsByPress)
    {
        var chat = new FakeChat();
        await using var world = await World.WithChats(City, County);
        var services = world.Process(chat);
        Assert.Null(await services.Substitutes.NameAsync(Office, County.Id, City.Id, world.Today, world.Today, default));
        services.Directory.Forget();
        // In the evening, when everything waits for the morning.
        world.Clock.Reset(BeijingTime.At(world.Today, new(21, 0)));
        await AskAsync(services, "ask", Draft with { Places = [Changan] });
        Assert.Equal([City.Id], (await OutboxAsync(world)).Select(m => m.To));
        if (endsByPress)
        {
            Assert.Null(await services.Substitutes.EndAsync(County, County.Id, default));
        }

        world.Clock.Reset(BeijingTime.At(world.Today.PlusDays(1), new(9, 0)));
        services.Directory.Forget();
        // Sent at once by somebody: nobody is told who has the place no more, and nothing is dropped.
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        Assert.Equal([City.Id], (await OutboxAsync(world)).Select(m => m.To));
        await services.News.DeliverAsync(default);

        Assert.Equal([County.Id], (await OutboxAsync(world)).Select(m => m.To));
        world.Clock.Advance(NodaTime.Duration.FromMinutes(5));
        services.Directory.Forget();
        await services.News.DeliverAsync(default);
        services.Directory.Forget();
        Assert.Empty((await services.Directory.ReadAsync(default)).News);
    }

    [Fact]
    public async Task WhoMayNot_AsksAndAnswersNothing()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        foreach (var (who, places, why) in new[]
        {
            (County, new[] { Changan }, SelfCheckRefusal.NotAllowed),
            (Member, [Changan], SelfCheckRefusal.NotAllowed),
            (City, [Shijiazhuang], SelfCheckRefusal.NotAllowed),
            (City, [Lunan], SelfCheckRefusal.NotAllowed),
            (Office, [], SelfCheckRefusal.PlacesMissing),
        })
        {
            Assert.Equal(
                why,
                Assert.IsType<SelfCheckResult.Refused>(await services.SelfChecks.AskAsync($"{who.Id}{places.Length}{why}", who, Draft with { Places = places }, default)).Why);
        }

        var asked = await AskAsync(services, "city", Draft with { Places = [Changan] }, City);
        var number = asked.Round.Number with { Child = 1 };
        Assert.IsType<SelfCheckResult.NotFound>(await services.SelfChecks.AnswerAsync("x", Zhengdings, number, new(SelfCheckState.None), default));
        Assert.Equal(
            SelfCheckRefusal.NotAllowed,
            Assert.IsType<SelfCheckResult.Refused>(await services.SelfChecks.AnswerAsync("y", Leader, number, new(SelfCheckState.None), default)).Why);
        Assert.Equal(
            SelfCheckRefusal.DueMissing,
            Assert.IsType<SelfCheckResult.Refused>(await services.SelfChecks.AnswerAsync("z", County, number, new(SelfCheckState.Planned), default)).Why);
        Assert.Empty(await services.SelfChecks.ListAsync(Zhengdings, Zhengding, default));
        Assert.Single(await services.SelfChecks.ListAsync(County, Changan, default));
    }

    internal static LiaisonServices Stopping(World world, int stop) => new(
        new StoppingStore(world.Store, stop),
        Hebei,
        world.Clock,
        PolicyBook.BuiltIn,
        "stops",
        _ => new FakeChat(),
        _ => { });

    private static async Task<SelfCheckResult.Asked> AskAsync(
        LiaisonServices services,
        string id,
        SelfCheckDraft draft,
        Person? by = null) =>
        Assert.IsType<SelfCheckResult.Asked>(await services.SelfChecks.AskAsync(id, by ?? Leader, draft, default));

    private static async Task<SelfCheck> AnswerAsync(
        LiaisonServices services,
        Person by,
        MatterNumber number,
        SelfCheckAnswer answer,
        string? id = null) =>
        Assert.IsType<SelfCheckResult.Answered>(await services.SelfChecks.AnswerAsync(
            id ?? $"{number.Key}{answer.State}",
            by,
            number,
            answer,
            default)).Check;

    private static async Task<IReadOnlyList<OutboxMessage>> OutboxAsync(World world) =>
        [.. (await world.Store.ReadPrefixAsync(MatterRows.Table, "1301", RowKeys.Matters.Outbox, 500, default)).Select(OutboxRows.ToMessage)];

    private static Task<IReadOnlyList<Row>> MattersAsync(World world) =>
        world.Store.ReadPrefixAsync(MatterRows.Table, "1301", RowKeys.Matters.Matter, 500, default);
}
