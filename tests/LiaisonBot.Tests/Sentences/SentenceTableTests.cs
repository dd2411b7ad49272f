namespace LiaisonBot.Tests.Sentences;

/// <summary>
/// Sentences as people type them, through the whole bot: sentences.tsv is the table, still-wrong.tsv what is not
/// answered as meant yet.
/// </summary>
public sealed class SentenceTableTests : IClassFixture<SentenceTableTests.Played>
{
    private readonly Played played;

    public SentenceTableTests(Played played) => this.played = played;

    [Fact]
    public void Table_HasSentencesOfEveryKind()
    {
        Assert.True(Sentence.Table.Count >= 500);
        Assert.All(Sentence.Table.GroupBy(s => s.Kind), kind => Assert.True(kind.Count() >= 6, kind.Key));
        Assert.Equal(Sentence.Table.Count, Sentence.Table.DistinctBy(s => s.Key).Count());
    }

    /// <summary>
    /// Whatever else is wrong: a question, a wish or a refusal never takes a step, nor does anything that is not said
    /// plainly.
    /// </summary>
    [Fact]
    public void NoSentence_TakesAStepThatItDoesNotSay()
    {
        var taken = played.All.Where(p => p.Taken is not null).Select(p => $"{p.Sentence.Key}: {p.Taken}").ToList();
        Assert.True(taken.Count == 0, string.Join('\n', taken));
    }

    [Fact]
    public void Sentences_AreAnsweredAsMeant_OrAreKnownToBeWrong()
    {
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var kind in played.All.GroupBy(p => p.Sentence.Kind))
        {
            output.WriteLine($"{kind.Key}: {kind.Count(p => p.Wrong is null)} of {kind.Count()}");
        }

        output.WriteLine($"all: {played.All.Count(p => p.Wrong is null)} of {played.All.Count}");
        var known = Sentence.StillWrong;
        List<string> surprises =
        [
            .. played.All.Where(p => p.Wrong is not null && !known.ContainsKey(p.Sentence.Key))
                .Select(p => $"wrong\t{p.Sentence.Key}\t{p.Wrong}\t{Shown(p.Text)}"),
            .. played.All.Where(p => p.Wrong is null && known.ContainsKey(p.Sentence.Key))
                .Select(p => $"right by now, take it out of still-wrong.tsv\t{p.Sentence.Key}"),
            .. known.Keys.Except(Sentence.Table.Select(s => s.Key)).Select(key => $"no sentence of the table\t{key}"),
        ];
        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
    }

    private static string Shown(string text) =>
        text.Length <= 200 ? text.ReplaceLineEndings(" ⏎ ") : text[..200].ReplaceLineEndings(" ⏎ ");

    /// <summary>The whole table, played once.</summary>
    public sealed class Played : IAsyncLifetime
    {
        internal List<(Sentence Sentence, string Text, string? Wrong, string? Taken)> All { get; } = [];

        public async ValueTask InitializeAsync()
        {
            var world = await SentenceWorld.Open();
            foreach (var sentence in Sentence.Table)
            {
                var expectation = new Expectation(sentence.Expected);
                var outcome = await world.Say(sentence);
                List<string> steps = [.. outcome.Steps.Select(s => $"{s.Act} {s.Number.Short}")];
                var taken = steps.Count > 0 && !expectation.MayTake(steps) ? string.Join(", ", steps)
                    : outcome.Changed.Count > 0 && !expectation.MaySave
                        ? string.Join(", ", outcome.Changed.Select(row => row.Key))
                        : null;
                All.Add((sentence, outcome.Text, expectation.WhatIsWrong(outcome), taken));
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
