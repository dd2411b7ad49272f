using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Tests.Messaging;

public sealed class SubjectKeyTests
{
    [Theory]
    [InlineData("2026-1301-000012", "", "2026-1301-000012", "1301")]
    [InlineData("2026-1300-000012.03", "", "2026-1300-000012.03", "1300")]
    [InlineData("parcel:2026-1301-000012", "parcel", "2026-1301-000012", "1301")]
    public void Parse_IsWhatWasWritten(string text, string kind, string number, string city)
    {
        var key = SubjectKey.Parse(text);

        Assert.Equal((kind, number, city, text), (key.Kind, key.Number, key.City.Value, key.Text));
        StoreLimits.Check("matters", "1301", ReminderRows.Key(Instant.FromUnixTimeSeconds(1), key));
        Assert.Equal(key, ReminderRows.SubjectOf(ReminderRows.ToRow(Instant.FromUnixTimeSeconds(1), key)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("2026-13019-000012")]
    [InlineData("parcel:12")]
    public void Parse_WhatNamesNoCity_IsNone(string text) =>
        Assert.Throws<FormatException>(() => SubjectKey.Parse(text));

    /// <summary>Rows of matters are as they were before there were kinds.</summary>
    [Fact]
    public void KeyOfAMatter_IsItsNumber_AndOfNothingElse()
    {
        var number = new MatterNumber(2026, Cast.Shijiazhuang, 12, 3);
        SubjectKey key = number;

        Assert.Equal(number.Key, key.Text);
        Assert.Equal(number, MatterNumber.Of(key));
        Assert.False(MatterNumber.TryOf(SubjectKey.Parse("parcel:" + number.Key), out _));
    }

    [Fact]
    public void Message_OfAKindThatNobodyKnows_IsDamaged_AndSoIsOneThatItsKindNeverWrites()
    {
        var subjects = new Subjects(new MatterKind(null!));
        OutboxMessage Of(SubjectKey subject, string what) =>
            new("1", "p", subject, what, "", Instant.FromUnixTimeSeconds(1), null, null);
        Row Written(OutboxMessage message) => OutboxRows.ToRow(OutboxRows.Outbox, message);
        var matter = SubjectKey.Parse("2026-1301-000012");

        Assert.Equal(matter, subjects.ToMessage(Written(Of(matter, nameof(Act.Urge)))).Subject);
        Assert.Throws<InvalidDataException>(() => subjects.ToMessage(Written(Of(matter, "Dance"))));
        Assert.Throws<InvalidDataException>(() => subjects.ToMessage(Written(Of(matter, "3"))));
        Assert.Throws<InvalidDataException>(() =>
            subjects.ToMessage(Written(Of(SubjectKey.Parse("2026-1301-xx"), nameof(Act.Urge)))));
        Assert.Throws<InvalidDataException>(() =>
            subjects.ToMessage(Written(Of(SubjectKey.Parse("parcel:2026-1301-000012"), "Send"))));
    }
}
