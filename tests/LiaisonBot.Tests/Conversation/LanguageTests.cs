using System.Reflection;
using System.Text.RegularExpressions;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Areas;
using LiaisonBot.Hosting;
using LiaisonBot.Tests.Calendar;
using Xunit;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Chinese first, English second, neither in pieces.</summary>
public sealed partial class LanguageTests
{
    private static readonly (string Name, Text Text)[] All =
        [.. typeof(Texts).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Text)).Select(f => (f.Name, (Text)f.GetValue(null)!))];

    [Fact]
    public void Text_OfEachName_IsThereInBothLanguagesWithTheSamePlaceholders()
    {
        Assert.NotEmpty(All);
        foreach (var (name, text) in All)
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Chinese), name);
            Assert.False(string.IsNullOrWhiteSpace(text.English), name);
            Assert.Equal(Placeholders(text.Chinese), Placeholders(text.English));
        }
    }

    [Fact]
    public void Text_InEnglish_HasNoChineseButForExamplesOfPlaces()
    {
        foreach (var (name, text) in All.Where(t => t.Name is not (nameof(Texts.LanguageChinese) or nameof(Texts.HelpAssign))))
            Assert.False(Chinese().IsMatch(text.English), name);
    }

    [Fact]
    public async Task EveryCard_OfAnEnglishPerson_IsEnglishButForNamesAndTypedText()
    {
        foreach (var kind in (await AllCards.Collect()).Where(k => k.Name.StartsWith("en-", StringComparison.Ordinal) && !k.Name.StartsWith("en-message", StringComparison.Ordinal)))
        {
            var text = new Seen(OutgoingMessage.OfCard("", kind.Card)).Text;
            foreach (var name in Names(kind)) text = text.Replace(name, "", StringComparison.Ordinal);
            Assert.False(Chinese().IsMatch(text), $"{kind.Name}: {Chinese().Match(text).Value} in:\n{text}");
        }
    }

    [Fact]
    public async Task Message_ToAnEnglishPerson_IsEnglish()
    {
        await using var chats = await Chats.Open();
        await chats.Changan.SpeakEnglish();
        await chats.Leader.Assign("长安区");
        await chats.Deliver();
        Assert.StartsWith("省委第一巡视组组长: Assigned\nTo be signed for", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.StartsWith("Signed for", (await chats.Changan.Press("Sign for")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToSomeoneWithoutASetting_IsInTheLanguageOfTheCommandAndOfItsCard()
    {
        await using var chats = await Chats.Open();
        await chats.Leader.Assign("长安区");
        Assert.StartsWith("My matters", (await chats.Changan.Say("mine")).Text, StringComparison.Ordinal);
        Assert.StartsWith("To be signed for", (await chats.Changan.Press("Open")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Signed for", (await chats.Changan.Press("Sign for")).Text, StringComparison.Ordinal);
        Assert.StartsWith("我的事项", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToSomeoneWithASetting_IsInTheirLanguageWhateverTheyType()
    {
        await using var chats = await Chats.Open();
        await chats.Leader.Assign("长安区");
        await chats.Changan.SpeakEnglish();
        Assert.StartsWith("My matters", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
    }

    /// <summary>Longest first: the name of a county may be part of another one.</summary>
    private static List<string> Names(CardKind kind)
    {
        var areas = AreaBook.Load(DemoData.Province, [new(AreaCode.Parse("1300U001"), "省审计厅")]);
        return [.. kind.Typed.Where(t => t.Length > 0)
            .Concat(DemoData.People.Select(p => p.Name))
            .Concat(areas.All.SelectMany(a => new[] { areas.FullName(a.Code), a.Name }))
            .Append(areas.Province.Name).Append(DemoData.Prefix).Append("中文").Concat(NoticeTextTests.Words).Append(Texts.HelpAssign.English[7..10])
            .OrderByDescending(n => n.Length)];
    }

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+|[，。：；！？（）、]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chinese();
}
