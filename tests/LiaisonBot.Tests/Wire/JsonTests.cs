using System.Text.Json.Nodes;
using LiaisonBot.Conversation;

namespace LiaisonBot.Tests.Wire;

[Trait("Kind", "Pure")]
public sealed class JsonTests
{
    [Fact]
    public void Members_AreWrittenInTheirOrder_WhateverTheyAre()
    {
        var json = new Json
        {
            { "text", "中 \"a\" <b>\n" },
            { "yes", true },
            { "no", false },
            { "number", 7 },
            { "long", 8_000_000_000 },
            { "nothing", null },
            { "inner", new Json { ["a"] = "b" } },
            { "empty", new Json() },
            { "several", new List<Json> { new() { ["n"] = 1 }, new() { ["n"] = 2 } } },
            { "texts", new[] { "x", "y" } }, { "numbers", new[] { 2026, 2027 } }, { "read", JsonNode.Parse("""{"q":[null,1.5]}""") },
        };

        Assert.Equal(
            """{"text":"中 \"a\" <b>\n","yes":true,"no":false,"number":7,"long":8000000000,"nothing":null,"inner":{"a":"b"},"empty":{},"several":[{"n":1},{"n":2}],"texts":["x","y"],"numbers":[2026,2027],"read":{"q":[null,1.5]}}""",
            json.ToString());
    }

    [Fact]
    public void Member_IsChangedInItsPlace_AndTakenAway()
    {
        var json = new Json { ["a"] = "1", ["b"] = "2", ["c"] = "3", ["d"] = "4", ["e"] = "5" };

        json["b"] = "two";

        Assert.True(json.Remove("c"));
        Assert.False(json.Remove("c"));
        json["f"] = "6";
        Assert.Equal("""{"a":"1","b":"two","d":"4","e":"5","f":"6"}""", json.ToString());
        Assert.Equal(("two", null, 5), (json["b"], json["c"], json.Count));
    }

    [Fact]
    public void Visit_GoesEverywhere_ButBelowWhatIsNotToBeGoneInto()
    {
        var json = new Json
        {
            ["n"] = "1",
            ["one"] = new Json { ["n"] = "2", ["list"] = new List<Json> { new() { ["n"] = "3" } } },
            ["list"] = new List<Json> { new() { ["n"] = "4" }, new() { ["n"] = "5" } }
        };
        var (all, above) = (new List<object?>(), new List<object?>());

        json.Visit(each => { all.Add(each["n"]); return true; });
        json.Visit(each => { above.Add(each["n"]); return each["n"] is not "2"; });

        Assert.Equal(["1", "2", "3", "4", "5"], all);
        Assert.Equal(["1", "2", "4", "5"], above);
    }

    [Fact]
    public void Bytes_AreAnArrayOfTheirOwn()
    {
        var first = new Json { ["a"] = "1" }.ToBytes();

        Assert.Equal("""{"b":"2"}""", new Json { ["b"] = "2" }.ToString());
        Assert.Equal("""{"a":"1"}"""u8, first);
    }

    [Fact]
    public void WhatIsFixed_StandsInManyAnswersAsItIs()
    {
        var mark = new Json
        {
            ["type"] = "mark",
            ["text"] = "›",
            ["items"] = new List<Json> { new() { ["n"] = 1 } }
        }.Fixed();

        Assert.Equal("""{"a":{"type":"mark","text":"›","items":[{"n":1}]},"b":[{"type":"mark","text":"›","items":[{"n":1}]},{"c":"d"}],"e":"f"}""",
            new Json { ["a"] = mark, ["b"] = new List<Json> { mark, new() { ["c"] = "d" } }, ["e"] = "f" }.ToString());
        Assert.Equal(("mark", 3), (mark["type"], mark.Count));
    }

    /// <summary>Nothing of what was begun is left for the next one to be written.</summary>
    [Fact]
    public void WhatIsNoJson_IsRefused_AndTheNextIsWhole()
    {
        Assert.Throws<ArgumentException>(() =>
            new Json { ["deep"] = new Json { ["date"] = new DateTime(2026, 1, 1) } }.ToBytes());

        Assert.Equal("""{"a":"1"}""", new Json { ["a"] = "1" }.ToString());
    }

    /// <summary>
    /// Half a character is written as the mark of what cannot be written: an answer must not fail for it.
    /// </summary>
    [Fact]
    public void HalfACharacter_IsReplaced() =>
        Assert.Equal("{\"a\":\"\\uFFFD\"}", new Json { ["a"] = "\ud83d" }.ToString());
}
