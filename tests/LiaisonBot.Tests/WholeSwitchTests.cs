using System.Text.RegularExpressions;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Features.Rooms;
using LiaisonBot.Conversation.Features.Visits;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Visits;
using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests;

/// <summary>
/// A switch over an enum names every value, so that the compiler finds where a new one has no text or act yet (CS8509):
/// a discard would give it a plausible wrong one. And every value that is put into words has words of its own, in both
/// languages.
/// </summary>
public partial class WholeSwitchTests
{
    /// <summary>
    /// Where few values of many mean something and all others nothing, or what a switch beside it says.
    /// </summary>
    private static readonly string[] Few =
    [
        "Drafts.cs: Act",
        "FormCard.cs: Act",
        "ListCards.cs: Act",
        "MatterButtons.cs: Act",
        "MatterRules.cs: Act",
        "MatterKind.cs: Act",
        "NoticeAmendment.cs: Kind", "OrderClauses.cs: Act", "PolicyFile.cs: ReminderName", "PeopleHandler.cs: DirectoryRefusal",
        "SpokenHandler.ByExample.Steps.cs: Act", "SpokenHandler.ByExample.Steps.cs: Answer", "SpokenHandler.ByExample.cs: Answer",
    ];

    [Fact]
    public void Switches_OverEnums_HaveNoDiscard()
    {
        var enums = ProductAssemblies.All.SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum)
            .Select(t => t.Name)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Contains(nameof(Act), enums);
        var found = ProductSources.Files.SelectMany(file =>
            Discards(File.ReadAllText(file), enums).Select(e => $"{Path.GetFileName(file)}: {e}"))
            .Distinct()
            .Order()
            .ToList();
        Assert.Equal(Few.Order(), found);
    }

    [Theory]
    [InlineData("x switch { Act.Sign => 1, Act.Close or Act.Return => 2, _ => 3, }", "Act")]
    [InlineData("x switch\n{\n    Act.Sign when y is { A: 1, B: 2 } => F(1, 2),\n    _ => 3,\n}", "Act")]
    [InlineData("x switch { Act.Sign => 1, Act.Close => 2, }", null)]
    [InlineData("x switch { 1 => 1, _ => 2, }", null)]
    [InlineData("x switch { Act.Sign => y switch { 1 => 1, _ => 2, }, }", null)]
    public void Discards_AreFound(string source, string? found) =>
        Assert.Equal(
            found is null ? [] : [found],
            Discards(source, new HashSet<string>(StringComparer.Ordinal) { "Act" }));

    public static TheoryData<string, Func<Localizer, Enum, string>, Type> Worded() => new()
    {
        { "word", (p, v) => p.Say(Localizer.Word((Act)v)), typeof(Act) },
        { "entry", (p, v) => p.Say(Localizer.Entry((Act)v)), typeof(Act) },
        { "state", (p, v) => p.StateName((MatterState)v), typeof(MatterState) },
        { "supervision", (p, v) => p.Supervision((Supervision)v) ?? "none", typeof(Supervision) },
        { "reminder", (p, v) => p.Reminder((ReminderName)v).Words, typeof(ReminderName) },
        { "role", (p, v) => p.RoleName((Role)v), typeof(Role) },
        { "phase", (p, v) => p.PhaseName((Phase)v), typeof(Phase) },
        { "visit", (p, v) => p.Say(VisitWords.NameOf((VisitKind)v)), typeof(VisitKind) },
        { "visit act", (p, v) => p.Say(VisitWords.NameOf((VisitAct)v)), typeof(VisitAct) },
        { "right", (p, v) => p.RightName((Right)v), typeof(Right) },
        { "refusal", (p, v) => p.Why(new Refusal((RefusalReason)v)), typeof(RefusalReason) },
        { "visit refusal", (p, v) => p.Why((VisitRefusal)v), typeof(VisitRefusal) },
        { "room refusal", (
            p,
            v) => p.Why((LiaisonBot.Core.Rooms.RoomRefusal)v), typeof(LiaisonBot.Core.Rooms.RoomRefusal) },
    };

    [Theory]
    [MemberData(nameof(Worded))]
    public async Task EveryValue_HasWordsOfItsOwn_InBothLanguages(
        string what,
        Func<Localizer, Enum, string> words,
        Type type)
    {
        await using var chats = await Chats.Open();
        foreach (var language in Enum.GetValues<Language>())
        {
            var localizer = new Localizer(
                language,
                await chats.Services.Directory.ReadAsync(default),
                LiaisonBot.Core.Calendar.WorkingCalendar.BuiltIn,
                chats.Clock.GetCurrentInstant(),
                "冀巡交");
            var said = Enum.GetValues(type).Cast<Enum>().Select(v => (Value: v, Words: words(localizer, v))).ToList();
            Assert.All(said, s => Assert.False(string.IsNullOrWhiteSpace(s.Words), $"{what} {s.Value}"));
            var same = said.GroupBy(s => s.Words)
                .Where(g => g.Count() > 1)
                .Select(g => string.Join(" = ", g.Select(s => s.Value)))
                .ToList();
            Assert.True(same.Count == 0, $"{what} in {language}: {string.Join(", ", same)}");
        }
    }

    /// <summary>The enums over which a switch has a discard arm.</summary>
    private static IEnumerable<string> Discards(string source, HashSet<string> enums)
    {
        foreach (Match opens in Opens().Matches(source))
        {
            var patterns = Arms(source, opens.Index + opens.Length).ToList();
            if (!patterns.Contains("_")) continue;
            if (patterns.Select(p => Member().Match(p))
                .FirstOrDefault(m => m.Success
                    && enums.Contains(m.Groups["type"].Value)) is { } member) yield return member.Groups["type"].Value;
        }
    }

    /// <summary>
    /// What stands before the arrow of each arm of the switch whose braces open at <paramref name="at"/>.
    /// </summary>
    private static IEnumerable<string> Arms(string source, int at)
    {
        var (depth, start, inPattern, text) = (0, at, true, '\0');
        for (; at < source.Length; at++)
        {
            var c = source[at];
            if (text != '\0')
            {
                if (c == '\\') at++;
                else if (c == text) text = '\0';
            }
            else if (c is '"' or '\'') text = c;
            else if (c == '/' && source[at + 1] == '/') at = source.IndexOf('\n', at);
            else if (c is '(' or '[' or '{') depth++;
            else if (depth == 0 && c == '}') yield break;
            else if (c is ')' or ']' or '}') depth--;
            else if (depth == 0 && inPattern && c == '=' && source[at + 1] == '>')
            {
                yield return string.Join('\n', source[start..at]
                    .Split('\n')
                    .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))).Trim();
                inPattern = false;
            }
            else if (depth == 0 && c == ',') (start, inPattern) = (at + 1, true);
        }
    }

    [GeneratedRegex(@"switch\s*\{", RegexOptions.NonBacktracking)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^(?:not )?(?:\w+\.)*(?<type>\w+)\.\w+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Member();
}
