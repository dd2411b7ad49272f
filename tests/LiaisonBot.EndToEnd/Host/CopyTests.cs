using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Host;

/// <summary>The way of the data from one place to another on the command line.</summary>
public sealed class CopyTests
{
    public CopyTests() => BotUnderTest.SkipOnAnotherHost();

    [Fact]
    public async Task Data_ExportedBesideTheBot_IsImportedElsewhereAndABotStartsOnIt()
    {
        using var folder = new TemporaryFolder();
        var (one, other, file) = (
            Path.Combine(folder.Path, "one"),
            Path.Combine(folder.Path, "other"),
            Path.Combine(folder.Path, "1.backup"));
        var (bot, _) = await BotProcess.StartDemo(one, "--no-playground");
        await using (bot)
        {
            var exported = await Copy("--data", one, "--export", file);
            Assert.Equal($"Exported to {file}.", exported[^1]);
            // Counts and hashes are the same on both ways, in the same words.
            var imported = await Copy("--data", other, "--import", file);
            Assert.Equal(exported.Where(IsTotal), imported.Where(IsTotal));
            Assert.Contains(imported, IsTotal);
        }

        await Refused("needs an empty store", "--data", other, "--import", file);
        await Refused("there already", "--data", other, "--export", file);
        // Not the demo, and nobody named: the office is in the data.
        var (next, _) = await BotProcess.StartOn(other, "--no-playground");
        await next.DisposeAsync();
    }

    [Theory]
    [InlineData("is damaged", "--import")]
    [InlineData("no data of LiaisonBot", "--export")]
    public async Task File_ThatCannotBeCopied_IsSaidInOneLine(string mentions, string option)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        if (option == "--import") await File.WriteAllTextAsync(file, "letter");
        await Refused(mentions, "--data", Path.Combine(folder.Path, "data"), option, file);
    }

    [Fact]
    public async Task Both_AtOnce_AreRefused() => await Refused("--import", "--export", "a", "--import", "b");

    private static bool IsTotal(string line) => line.StartsWith("Table ", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> Copy(params string[] args)
    {
        await using var process = BotProcess.Start(args);
        var code = await process.Exit();
        Assert.Empty(process.Errors);
        Assert.Equal(0, code);
        return [.. process.Output];
    }

    private static async Task Refused(string mentions, params string[] args)
    {
        await using var process = BotProcess.Start(args);
        Assert.NotEqual(0, await process.Exit());
        Assert.Contains(mentions, Assert.Single(process.Errors), StringComparison.Ordinal);
    }
}
