using LiaisonBot.Core.Areas;
using NodaTime;

namespace LiaisonBot.Tests.Areas;

/// <summary>Changes of the division that the office registered.</summary>
[Trait("Kind", "Pure")]
public class AreaChangeTests
{
    private static readonly LocalDate Day = new(2027, 1, 1);

    [Fact]
    public void Rename_KeepsTheCodeAndUnderstandsTheOldName()
    {
        var book = Hebei(Change(AreaChangeKind.Rename, "130123", "正定区"));

        Assert.Equal("石家庄市正定区", book.FullName(AreaCode.Parse("130123")));
        foreach (var name in new[] { "正定区", "正定县", "正定", "石家庄市正定县", "130123" }) Assert.Equal(
            "130123",
            Book.Codes(book.Resolve(name)));
        Assert.Equal(("正定县", "130123"), (book.WasCalled("石家庄正定县")!.Area.Name, book.WasCalled("正定县")!.Now.Value));
        Assert.Null(book.WasCalled("正定区"));
        Assert.Equal(167, book.All.Count(a => a.Level == AreaLevel.County));
    }

    [Fact]
    public void Merge_EndsThePlaceAndLeadsToTheOther()
    {
        var book = Hebei(Change(AreaChangeKind.Merge, "130107", "井陉矿区", "130121"));

        Assert.Equal("130121", Book.Codes(book.Resolve("井陉矿区")));
        Assert.Equal("130121", Book.Codes(book.Resolve("130107")));
        Assert.DoesNotContain(book.Children(AreaCode.Parse("1301")), a => a.Code.Value == "130107");
        Assert.Equal("石家庄市井陉矿区（现井陉县）", book.FullName(AreaCode.Parse("130107")));
        Assert.Equal(["130121", "130107"], book.CodesOf(AreaCode.Parse("130121")).Select(c => c.Value));
        Assert.Equal(["130121", "130107"], book.CodesOf(AreaCode.Parse("130107")).Select(c => c.Value));
        Assert.Equal(166, book.All.Count(a => a.Level == AreaLevel.County));
    }

    [Fact]
    public void Merges_OneIntoTheOther_LeadToTheLast()
    {
        var book = Hebei(
            Change(AreaChangeKind.Merge, "130107", "井陉矿区", "130121"),
            Change(AreaChangeKind.Merge, "130121", "井陉县", "130110") with { On = Day.PlusDays(1) });

        Assert.Equal("130110", Book.Codes(book.Resolve("井陉矿区")));
        Assert.Equal(3, book.CodesOf(AreaCode.Parse("130110")).Count);
    }

    [Fact]
    public void Move_ToAnotherCity_IsThereUnderItsNewCode()
    {
        var book = Hebei(Change(AreaChangeKind.Move, "130184", "新乐市", "130699"));

        Assert.Equal("保定市新乐市", book.FullName(AreaCode.Parse("130699")));
        Assert.Equal("130699", Book.Codes(book.Resolve("新乐市")));
        Assert.Equal("130699", Book.Codes(book.Resolve("石家庄市新乐市")));
        Assert.Contains(book.Children(AreaCode.Parse("1306")), a => a.Name == "新乐市");
    }

    [Fact]
    public void Add_IsAPlaceUntilTheTableHasIt()
    {
        var book = Hebei(Change(AreaChangeKind.Add, "130199", "滹沱县"));
        Assert.Equal("130199", Book.Codes(book.Resolve("滹沱")));

        // A newer table brings the place under its official code: the one that was given leads to it.
        var known = Hebei(Change(AreaChangeKind.Add, "130199", "正定县"));
        Assert.Equal("130123", Book.Codes(known.Resolve("正定县")));
        Assert.Equal("130123", Book.Codes(known.Resolve("130199")));
        Assert.Equal(167, known.All.Count(a => a.Level == AreaLevel.County));
    }

    [Theory]
    [InlineData(AreaChangeKind.Rename, "130198", null)]
    [InlineData(AreaChangeKind.Merge, "130198", "130121")]
    [InlineData(AreaChangeKind.Merge, "130121", "130198")]
    [InlineData(AreaChangeKind.Move, "130198", "130699")]
    [InlineData(AreaChangeKind.Move, "130184", "139999")]
    public void Change_OfWhatANewerTableLacks_ChangesNothing(AreaChangeKind kind, string code, string? into)
    {
        var book = Hebei(Change(kind, code, "某县", into));

        Assert.Equal(Book.Hebei().All, book.All);
    }

    internal static AreaChange Change(AreaChangeKind kind, string code, string name, string? into = null) =>
        new(
            Day,
            kind,
            AreaCode.Parse(code),
            name,
            into is null ? null : AreaCode.Parse(into),
            "撤县设区",
            "省委巡视办",
            Instant.FromUtc(2026, 12, 1, 0, 0));

    private static AreaBook Hebei(params AreaChange[] changes) => AreaBook.Load(AreaCode.Parse("13"), [], changes);
}
