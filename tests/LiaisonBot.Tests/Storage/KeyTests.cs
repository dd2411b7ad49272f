using CsCheck;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

[Trait("Kind", "Pure")]
public sealed class KeyTests
{
    [Theory]
    [InlineData("00000000-0000-4000-8000-000000000031", "00000000-0000-4000-8000-000000000031")]
    [InlineData("zhang@jizhou.gov.cn", "zhang@jizhou.gov.cn")]
    [InlineData("f:1|a/b#c?", "f:1=7Ca=2Fb=23c=3F")]
    [InlineData("冀", "=E5=86=80")]
    [InlineData("a=b", "a=3Db")]
    [InlineData("", "=")]
    public void KeyPart_KeepsWhatIsReadableAndEscapesTheRest(string text, string part) =>
        Assert.Equal(part, KeyPart.Of(text));

    [Fact]
    public void KeyPart_OfAnyText_IsAKeyOfItsOwn() => Gen.Select(Gen.String, Gen.String).Sample((one, other) =>
    {
        StoreLimits.Check("matters", "1301", KeyPart.Of(one));
        Assert.DoesNotContain('|', KeyPart.Of(one));
        Assert.True(KeyPart.Of(one).Length <= KeyPart.Length);
        if (IsText(one) && IsText(other)) Assert.Equal(one == other, KeyPart.Of(one) == KeyPart.Of(other));
    });

    [Fact]
    public void KeyPart_OfALongText_IsShortAndItsOwn()
    {
        var text = new string('字', 10_000);

        Assert.Equal(66, KeyPart.Of(text).Length);
        Assert.NotEqual(KeyPart.Of(text), KeyPart.Of(text + "字"));
    }

    [Theory]
    [InlineData(RowKeys.Matters.Matter, "M}")]
    [InlineData(RowKeys.Matters.Lists + "130102|", RowKeys.Matters.Lists + "130102}")]
    [InlineData("A", "B")]
    [InlineData(RowKeys.Matters.Matter + ".", RowKeys.Matters.Matter + "0")]
    [InlineData("\"", "$")]
    [InlineData(">", "@")]
    [InlineData("[", "]")]
    public void KeyRange_After_IsTheNextPrefixThatMayBeAKey(string prefix, string after) =>
        Assert.Equal(after, KeyRange.After(prefix));

    // Half a surrogate pair is no text: two of them may share a part.
    private static bool IsText(string text) => !text.Any(char.IsSurrogate);
}
