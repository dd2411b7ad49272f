using CsCheck;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Matters;

[Trait("Kind", "Pure")]
public class MatterNumberTests
{
    // No province's code begins with 20.
    private static readonly Gen<MatterNumber> Any = Gen.Select(
        Gen.Int[2000, 2099],
        Gen.OneOf(Gen.Int[1100, 1599], Gen.Int[2100, 6599]),
        Gen.Int[1, 999_999],
        Gen.Int[0, MatterLimits.Children],
        (year, city, sequence, child) => new MatterNumber(year, AreaCode.Parse(city.ToString()), sequence, child));

    [Theory]
    [InlineData("1301-12", "2026-1301-12")]
    [InlineData("1301-12-3", "2026-1301-12-3")]
    [InlineData("2025-1301-12", "2025-1301-12")]
    [InlineData("2025-1301-12-3", "2025-1301-12-3")]
    [InlineData("冀巡交〔2025〕1301-12", "2025-1301-12")]
    [InlineData("冀巡交〔2025〕1301-12号", "2025-1301-12")]
    [InlineData("冀巡交[2025]1301-12-3号", "2025-1301-12-3")]
    [InlineData("事项 1301-12", "2026-1301-12")]
    [InlineData("１３０１－１２", "2026-1301-12")]
    [InlineData("冀巡交（２０２５）１３０１－１２号", "2025-1301-12")]
    [InlineData("1301—12", "2026-1301-12")]
    [InlineData("1301　12", "2026-1301-12")]
    [InlineData(" 1301-000012 ", "2026-1301-12")]
    public void TryParse_AsPeopleWriteIt_IsRead(string text, string number)
    {
        Assert.True(MatterNumber.TryParse(text, 2026, out var read));
        Assert.Equal(number, read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1301")]
    [InlineData("1301-")]
    [InlineData("1301-0")]
    [InlineData("1301-12-0")]
    [InlineData("1301-12-100")]
    [InlineData("130102-12")]
    [InlineData("1301-1234567")]
    [InlineData("1301-12x")]
    [InlineData("1301-12 整改")]
    [InlineData("11月30日")]
    [InlineData("2026-1301-12-3-4")]
    [InlineData("2026-11-30-1")]
    [InlineData("99999999999999999999")]
    [InlineData(null)]
    public void TryParse_WhatIsNoNumber_IsNot(string? text) => Assert.False(MatterNumber.TryParse(text, 2026, out _));

    [Fact]
    public void TryParse_WithoutAnyYear_IsNot() => Assert.False(MatterNumber.TryParse("1301-12", 0, out _));

    [Fact]
    public void TryParse_AnyNumberInEveryForm_ComesBack() => Any.Sample(number =>
    {
        Assert.Equal(number, MatterNumber.Parse(number.Key));
        Assert.Equal(number, MatterNumber.Parse(number.ToString()));
        Assert.True(MatterNumber.TryParse(number.Short, number.Year, out var fromShort));
        Assert.Equal(number, fromShort);
        Assert.True(MatterNumber.TryParse(number.Full("冀巡交"), 1999, out var fromFull));
        Assert.Equal(number, fromFull);
    });

    [Fact]
    public void TryParse_AnyText_NeverThrows()
    {
        static bool Answers(string text) => MatterNumber.TryParse(text, 2026, out var number) == (number != default);

        Gen.String.Sample(Answers);
        Gen.String[Gen.Char["0123456789-〔〕 １－.\ud83d\u0000号"], 0, 62].Sample(Answers);
    }

    [Fact]
    public void Key_OfAMatterAndItsChildren_StandTogetherInOrder() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        var byNumber = (a.Year, a.City, a.Sequence, a.Child).CompareTo((b.Year, b.City, b.Sequence, b.Child));
        Assert.Equal(Math.Sign(byNumber), Math.Sign(string.CompareOrdinal(a.Key, b.Key)));
    });

    [Fact]
    public void Full_OfAChild_CarriesItsSuffix() =>
        Assert.Equal("冀巡交〔2026〕1301-12-3", new MatterNumber(2026, AreaCode.Parse("1301"), 12, 3).Full("冀巡交"));
}
