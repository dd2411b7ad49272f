using LiaisonBot.Core;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sealed;

/// <summary>The end of a sealed record: after its term, by two people, and nothing is left but its number and the day.</summary>
public sealed class SealedDestructionTests : IAsyncLifetime
{
    private World world = null!;
    private LiaisonServices services = null!;

    public async ValueTask InitializeAsync()
    {
        world = await World.Open(Keeper);
        services = world.Process(new FakeChat(), new());
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task OnePersonProposes_AnotherConfirms_AndNumberAndDayAreLeft()
    {
        var number = await ClosedAsync();
        Assert.Equal(SealedDestructionAnswer.NotProposed, await services.SealedDestruction.ConfirmAsync(Leader, number, default));
        Assert.Equal(SealedDestructionAnswer.Proposed, await services.SealedDestruction.ProposeAsync(Leader, number, default));
        // Said again by another, it is still the first who proposed it.
        Assert.Equal(SealedDestructionAnswer.Proposed, await services.SealedDestruction.ProposeAsync(Keeper, number, default));
        Assert.Equal(SealedDestructionAnswer.SamePerson, await services.SealedDestruction.ConfirmAsync(Leader, number, default));
        Assert.NotNull(await services.Sealed.FindAsync(Leader, number, default));
        Assert.Equal(SealedDestructionAnswer.Destroyed, await services.SealedDestruction.ConfirmAsync(Keeper, number, default));
        Assert.Null(await services.Sealed.FindAsync(Leader, number, default));
        // Somebody who opened it at the same moment writes their look a moment later.
        var late = new Row($"{RowKeys.Sealed.Looks}{number}|late", new Dictionary<string, object>(StringComparer.Ordinal) { ["By"] = Leader.Id });
        await world.Store.SubmitAsync("sealed", "1300", [new Change.Upsert(late)], default);
        var on = world.Today;
        await services.SealedDestruction.ResumeAsync(default);
        world.Clock.AdvanceDays(1);
        await services.SealedDestruction.ResumeAsync(default);
        var left = (await RowsAsync()).Where(row => row.Key.Contains(number, StringComparison.Ordinal)
            || row.Columns.Values.Contains(number)).ToList();
        Assert.Equal([RowKeys.Sealed.Ends + number], left.Select(row => row.Key));
        Assert.Equal(["On"], left[0].Columns.Keys);
        Assert.Null(await world.Store.ReadAsync("matters", "1300", RowKeys.Matters.SealedNotices + number, default));
        var (due, destroyed) = await services.SealedDestruction.ListAsync(Keeper, "l", default);
        Assert.Empty(due);
        Assert.Equal([(number, on)], destroyed.Select(one => (one.Number, one.On)));
    }

    [Fact]
    public async Task BeforeItsTerm_OrByWhoLeadsItNot_NothingIsDestroyed()
    {
        var number = await ClosedAsync(days: 3649);
        Assert.Equal(SealedDestructionAnswer.NotDue, await services.SealedDestruction.ProposeAsync(Leader, number, default));
        Assert.Empty((await services.SealedDestruction.ListAsync(Leader, "l", default)).Due);
        world.Clock.AdvanceDays(1);
        foreach (var person in new[] { Office, Member, OtherLeader, City, County, Audit })
        {
            Assert.Equal(SealedDestructionAnswer.NotDue, await services.SealedDestruction.ProposeAsync(person, number, default));
            Assert.Empty((await services.SealedDestruction.ListAsync(person, "l", default)).Due);
        }

        Assert.Equal([number], (await services.SealedDestruction.ListAsync(Leader, "l", default)).Due.Select(one => one.Record.Number));
    }

    [Fact]
    public async Task TakenBack_ItIsProposedAnew()
    {
        var number = await ClosedAsync();
        await services.SealedDestruction.ProposeAsync(Leader, number, default);
        Assert.Equal(SealedDestructionAnswer.Withdrawn, await services.SealedDestruction.WithdrawAsync(Keeper, number, default));
        Assert.Equal(SealedDestructionAnswer.NotProposed, await services.SealedDestruction.ConfirmAsync(Keeper, number, default));
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit, 1)]
    [InlineData(SubmitFault.UnknownBeforeCommit, 1)]
    [InlineData(SubmitFault.Conflict, 1)]
    [InlineData(SubmitFault.Unavailable, 2)]
    [InlineData(SubmitFault.UnknownAfterCommit, 2)]
    [InlineData(SubmitFault.Unavailable, 3)]
    public async Task StoppedAnywhere_ItIsThere_OrGoesWhole(SubmitFault fault, int batch)
    {
        var number = await ClosedAsync();
        await services.SealedDestruction.ProposeAsync(Leader, number, default);
        world.Faulty.OnSubmit(fault, batch);
        try
        {
            await services.SealedDestruction.ConfirmAsync(Keeper, number, default);
        }
        catch (StoreUnavailableException)
        {
            // It is said again, or carried on with.
        }

        if (await services.Sealed.FindAsync(Leader, number, default) is not null)
        {
            Assert.NotNull(await services.Sealed.OpenAsync(Leader, number, "o", default));
            await services.SealedDestruction.ConfirmAsync(Keeper, number, default);
        }

        await services.SealedDestruction.ResumeAsync(default);
        Assert.Equal(
            [RowKeys.Sealed.Ends + number],
            (await RowsAsync()).Where(row => row.Key.Contains(number, StringComparison.Ordinal)).Select(row => row.Key));
    }

    private async Task<string> ClosedAsync(int days = 3651)
    {
        var done = Assert.IsType<SealedResult.Done>(await services.Sealed.RegisterAsync(
            "r",
            Leader,
            new(
                SealedKind.OnlineClue,
                SealedChannel.Net,
                Changan,
                new(2026, 11, 23),
                SealedAbout.Leadership,
                false,
                new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Link] = "https://example.com/1" },
                null),
            default));
        var number = done.Record.Number;
        // Of petitions the keeper of petitions leads too; a clue would be led by whom the office named for clues.
        var row = (await world.Store.ReadAsync("sealed", "1300", RowKeys.Sealed.Records + number, default))!;
        await world.Store.SubmitAsync(
            "sealed",
            "1300",
            [new Change.Upsert(new(row.Key, new Dictionary<string, object>(row.Columns, StringComparer.Ordinal) { ["Kind"] = "Petition" }))],
            default);
        await services.Sealed.JudgeAsync("j", Leader, number, SealedDisposal.Keep, "words", default);
        await services.Sealed.OpenAsync(Leader, number, "look", default);
        await services.Sealed.AnswerAsync("a", Leader, number, "words", default);
        await services.Sealed.CloseAsync("c", Leader, number, default);
        world.Clock.AdvanceDays(days);
        return number;
    }

    private Task<IReadOnlyList<Row>> RowsAsync() => world.Store.ReadRangeAsync("sealed", "1300", "", "~", 1000, default);
}
