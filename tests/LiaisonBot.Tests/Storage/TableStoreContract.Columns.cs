using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Tests.Storage;

public abstract partial class TableStoreContract
{
    public static TheoryData<string> Texts => new(
        "",
        " ",
        "上报整改方案",
        "line\r\nline\ttab\n",
        "nul\0inside",
        string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c)) + "\u007f\u0080\u009f",
        "emoji 👩‍👩‍👧‍👦 🇨🇳 𠮷",
        "right to left \u202eمرحبا\u202c \u200f שלום",
        "\ufeffmark \ufffe\uffff \u2028\u2029",
        "<b>**bold**</b> & \"quotes\" 'single' \\ / {\"a\":1}",
        "} HTTP/1.1\r\n--changeset_1\r\nDELETE http://x/{} { }",
        "2026-11-24T08:30:00Z",
        "e\u0301 é",
        "datetime'2026-11-24T08:30:00Z'");

    public static TheoryData<long> Numbers =>
        new(0L, 1L, -1L, int.MaxValue, (long)int.MaxValue + 1, (1L << 53) + 1, long.MaxValue, long.MinValue);

    public static TheoryData<string> Times => new(
        "2026-11-24T00:30:00Z",
        "2026-11-24T00:30:00.1Z",
        "2026-11-24T00:30:00.1234567Z",
        "2026-11-24T00:30:00.0000001Z",
        "1601-01-01T00:00:00Z",
        "1969-12-31T23:59:59.9999999Z",
        "9999-12-31T23:59:59.9999999Z");

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_IsStoredWhole(string text)
    {
        await Given(RowWith(RowKeys.Matters.Matter + "1", ("Title", text), ("N", 1L)));

        Assert.Equal(text, (await ReadPresent(RowKeys.Matters.Matter + "1")).Columns["Title"]);
        Assert.Equal(text, Assert.Single(await Store.ReadRangeAsync(Table, City, "M", "N", 10, Stop)).Columns["Title"]);
    }

    [Fact]
    public async Task Text_AsLongAsAllowed_IsStoredWhole()
    {
        var (chinese, ascii) = (new string('改', StoreLimits.StringLength), new string('x', StoreLimits.StringLength));
        await Given(RowWith(RowKeys.Matters.Matter + "1", ("Chinese", chinese), ("Ascii", ascii)));

        var row = await ReadPresent(RowKeys.Matters.Matter + "1");
        Assert.Equal(chinese, row.Text("Chinese"));
        Assert.Equal(ascii, row.Text("Ascii"));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Number_IsStoredExactly(long number)
    {
        await Given(RowWith(RowKeys.Matters.Matter + "1", ("Value", number)));

        Assert.Equal(number, Assert.IsType<long>((await ReadPresent(RowKeys.Matters.Matter + "1")).Columns["Value"]));
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Time_IsKeptTo100Nanoseconds(string text)
    {
        var time = NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
        await Given(RowWith(RowKeys.Matters.Matter + "1", ("Due", time)));

        Assert.Equal(time, Assert.IsType<Instant>((await ReadPresent(RowKeys.Matters.Matter + "1")).Columns["Due"]));
    }

    [Fact]
    public async Task Time_FinerThan100Nanoseconds_IsCutTowardsThePast()
    {
        var time = Instant.FromUtc(2026, 11, 24, 0, 30);
        await Given(RowWith(
            RowKeys.Matters.Matter + "1",
            ("Due", time.PlusNanoseconds(199)),
            ("Old", Instant.FromUnixTimeTicks(-1).PlusNanoseconds(-1))));

        var row = await ReadPresent(RowKeys.Matters.Matter + "1");
        Assert.Equal(time.PlusNanoseconds(100), row.Time("Due"));
        Assert.Equal(Instant.FromUnixTimeTicks(-2), row.Time("Old"));
    }

    [Fact]
    public async Task Types_AreKeptApart()
    {
        var time = Instant.FromUtc(2026, 11, 24, 0, 30);
        await Given(RowWith(
            RowKeys.Matters.Matter + "1",
            ("Yes", true),
            ("No", false),
            ("Number", 1L),
            ("Text", "1"),
            ("TextOfFlag", "true"),
            ("Time", time)));

        var row = await ReadPresent(RowKeys.Matters.Matter + "1");
        Assert.Equal(
            [("No", false), ("Number", 1L), ("Text", "1"), ("TextOfFlag", "true"), ("Time", time), ("Yes", true)],
            row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value)));
        Assert.True(row.Flag("Yes"));
        Assert.False(row.Flag("No"));
        Assert.Null(row.Number("Text"));
    }

    [Fact]
    public async Task Row_WithoutColumns_IsThere()
    {
        await Given(RowWith(RowKeys.Matters.Matter + "1"));

        Assert.Empty((await ReadPresent(RowKeys.Matters.Matter + "1")).Columns);
    }

    [Fact]
    public async Task Column_ThatIsNull_IsMissing()
    {
        await Given(RowWith(RowKeys.Matters.Matter + "1", ("N", 1L), ("Nothing", null!)));

        Assert.Equal(["N"], (await ReadPresent(RowKeys.Matters.Matter + "1")).Columns.Keys);
    }

    [Fact]
    public async Task Columns_DifferInCase_AndMayBeNamedETag()
    {
        await Given(RowWith(
            RowKeys.Matters.Matter + "1",
            ("title", "a"),
            ("Title", "b"),
            ("ETag", "c"),
            ("key", "d"),
            ("timestamp", "e")));

        var row = await ReadPresent(RowKeys.Matters.Matter + "1");
        Assert.Equal(["a", "b", "c", "d", "e"], row.Columns.Values.Cast<string>().Order(StringComparer.Ordinal));
        Assert.NotEqual("c", row.ETag);
    }
}
