using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Tests.Commands;

/// <summary>With a made-up kind of command: a bell that is rung, which counts how often.</summary>
public sealed class CommandExecutorTests
{
    private const string Table = RowKeys.Matters.Table;
    private const string City = "1301";
    private const string Bell = RowKeys.Matters.Matter + "bell";

    private readonly MemoryTableStore memory = new();
    private readonly FaultyStore store;
    private readonly CommandExecutor commands;
    private readonly List<BatchOutcome> told = [];

    public CommandExecutorTests()
    {
        store = new(memory);
        commands = new(store);
    }

    [Fact]
    public async Task Execute_IsOneReadAndOneBatch()
    {
        Assert.Equal("rung 1", await Ring("c1"));

        Assert.Equal((1, 1), (store.Reads, store.Submits));
        Assert.Equal([BatchOutcome.Committed], told);
    }

    [Fact]
    public async Task Execute_WhatComesAgain_GetsTheAnswerOfThenAndChangesNothing()
    {
        await Ring("c1");
        await Ring("c2");

        Assert.Equal("rung before as ring by somebody", await Ring("c1"));

        Assert.Equal(2, Rung);
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit, "rung before as ring by somebody")]
    [InlineData(SubmitFault.UnknownBeforeCommit, "rung 1")]
    [InlineData(SubmitFault.Conflict, "rung 1")]
    public async Task Execute_WhateverBecomesOfTheBatch_RingsOnce(SubmitFault fault, string answer)
    {
        store.OnSubmit(fault);

        Assert.Equal(answer, await Ring("c1"));

        Assert.Equal(1, Rung);
    }

    [Fact]
    public async Task Execute_WhenSomebodyIsQuicker_DecidesByWhatStandsThereThen()
    {
        store.BeforeSubmit(_ => new CommandExecutor(memory).ExecuteAsync(Command("c2"), default));

        Assert.Equal("rung 2", await Ring("c1"));

        Assert.Equal(2, Rung);
    }

    [Fact]
    public async Task Execute_WhenTheStoreNeverTakesIt_GivesUpWithTheCommandsWords()
    {
        for (var i = 1; i <= CommandExecutor.MaxAttempts; i++) store.OnSubmit(SubmitFault.Conflict, i);

        Assert.Equal(
            "The bell is stuck.",
            (await Assert.ThrowsAsync<StoreUnavailableException>(() => Ring("c1"))).Message);

        Assert.Equal(0, Rung);
    }

    [Fact]
    public async Task Execute_WhatIsRefused_WritesNothing_AndAnswersAsBeforeWhenItWasDone()
    {
        Assert.Equal("too often", await Ring("c1", most: 0));
        Assert.Empty(memory.Rows(Table, City));
        await Ring("c2");

        Assert.Equal("too often", await Ring("c3", most: 1));
        Assert.Equal("rung before as ring by somebody", await Ring("c2", most: 1));
    }

    [Fact]
    public async Task Execute_WithAFollowUp_CarriesItOutAndForgetsIt()
    {
        await Ring("c1", echoes: 2);

        Assert.Equal(3, Rung);
        Assert.DoesNotContain(
            memory.Rows(Table, City),
            row => row.Key.StartsWith(CommandRows.FollowUps, StringComparison.Ordinal));
    }

    /// <summary>A follow-up that takes a number itself would wait for the command that it belongs to.</summary>
    [Fact]
    public async Task Execute_AFollowUpThatTakesANumber_WaitsForNobody()
    {
        Assert.Equal("rung 1", await Ring("c1", echoes: 2, takesNumber: true).WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal(3, Rung);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stopped_OverAFollowUp_TheRestIsDoneOnce_ByWhoeverComes(bool comesAgain)
    {
        // The echoes' batches come to nothing until the command gives up.
        for (var i = 2; i <= 30; i++) store.OnSubmit(SubmitFault.Unavailable, i);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Ring("c1", echoes: 2));
        Assert.Equal(1, Rung);
        var later = new CommandExecutor(memory);

        for (var i = 0; i < 2; i++)
        {
            if (comesAgain)
            {
                await later.ExecuteAsync(Command("c1", echoes: 2, by: later), default);
            }
            else
            {
                await later.ResumeAsync(
                    Table,
                    City,
                    "bell",
                    (row, cancellationToken) => Echo(later, row, cancellationToken),
                    default);
            }
        }

        Assert.Equal(3, Rung);
    }

    [Fact]
    public async Task Resume_LeavesOtherKindsAlone_AndOneThatFailsHoldsUpNoOther()
    {
        await memory.SubmitAsync(
            Table, City,
            [
                new Change.Insert(new(
                    CommandRows.FollowUpKey("a"),
                    Columns(("Kind", "bell"), ("Command", "a"), ("Echoes", "nonsense")))),
                new Change.Insert(new(
                    CommandRows.FollowUpKey("b"),
                    Columns(("Kind", "bell"), ("Command", "b"), ("Echoes", "1")))),
                new Change.Insert(new(CommandRows.FollowUpKey("c"), Columns(("Command", "c")))),
                new Change.Insert(new(CommandRows.FollowUpKey("d"), Columns(("Kind", "drum"), ("Command", "d")))),
            ],
            default);

        await Assert.ThrowsAsync<AggregateException>(() =>
            commands.ResumeAsync(
                Table,
                City,
                "bell",
                (row, cancellationToken) => Echo(commands, row, cancellationToken),
                default));

        Assert.Equal(1, Rung);
        var left = memory.Rows(Table, City)
            .Select(row => row.Key)
            .Where(key => key.StartsWith(CommandRows.FollowUps, StringComparison.Ordinal));
        Assert.Equal(new[] { "a", "c", "d" }.Select(CommandRows.FollowUpKey), left);
    }

    [Fact]
    public async Task Sequence_IsOfItsKind_AndHasNoGap()
    {
        Assert.Equal(Sequence.Key(2026) + "|bell", Sequence.Key(2026, "bell"));
        for (var i = 1; i <= 3; i++)
        {
            var sequence = await Sequence.ReadAsync(memory, Table, City, Sequence.Key(2026, "bell"), default);
            Assert.Equal(i, sequence.Next);
            Assert.Equal(BatchOutcome.Committed, await memory.SubmitAsync(Table, City, [sequence.Take()], default));
            Assert.Equal(BatchOutcome.Conflict, await memory.SubmitAsync(Table, City, [sequence.Take()], default));
        }

        Assert.Equal(1, (await Sequence.ReadAsync(memory, Table, City, Sequence.Key(2026), default)).Next);
    }

    private long Rung => memory.Rows(Table, City).FirstOrDefault(row => row.Key == Bell)?.Number("Times") ?? 0;

    private Task<string> Ring(string id, int most = 100, int echoes = 0, bool takesNumber = false) =>
        commands.ExecuteAsync(Command(id, most, echoes, commands, takesNumber), default);

    private Command<Row?, string> Command(
        string id,
        int most = 100,
        int echoes = 0,
        CommandExecutor? by = null,
        bool takesNumber = false) => new()
        {
            Table = Table,
            Partition = City,
            Id = id,
            Kind = "bell",
            TakesNumber = takesNumber,
            Read = cancellationToken =>
                (by is null || by != commands ? memory : (ITableStore)store)
                    .ReadAsync(Table, City, Bell, cancellationToken),
            Decide = row =>
            {
                var times = (row?.Number("Times") ?? 0) + 1;
                if (times > most) return new CommandDecision<string>.Answered("too often");
                var rung = new Row(Bell, new Dictionary<string, object>(StringComparer.Ordinal) { ["Times"] = times });
                return new CommandDecision<string>.Accepted(
                    [row is null ? new Change.Insert(rung) : new Change.Replace(rung, row.ETag!)],
                    _ => Task.FromResult($"rung {times}"))
                {
                    Applied = new("bell", "ring", "somebody", Instant.FromUnixTimeSeconds(1)),
                    FollowUp = echoes == 0
                        ? null
                        : Columns(("Command", id), ("Echoes", $"{echoes}"), ("Numbered", $"{takesNumber}")),
                };
            },
            Repeat = (applied, _) => Task.FromResult($"rung before as {applied.Text("Act")} by {applied.Text("Actor")}"),
            FollowUp = (row, cancellationToken) => Echo(by ?? commands, row, cancellationToken),
            Submitted = told.Add,
            Busy = "The bell is stuck.",
        };

    private async Task Echo(CommandExecutor by, Row row, CancellationToken cancellationToken)
    {
        for (var i = 0; i < int.Parse(row.Text("Echoes")!, System.Globalization.CultureInfo.InvariantCulture); i++)
        {
            await by.ExecuteAsync(
                Command($"{row.Text("Command")}-{i}", by: by, takesNumber: row.Text("Numbered") == "True"),
                cancellationToken);
        }
    }

    private static Dictionary<string, object> Columns(params (string Name, string Value)[] columns) =>
        columns.ToDictionary(one => one.Name, one => (object)one.Value, StringComparer.Ordinal);
}
