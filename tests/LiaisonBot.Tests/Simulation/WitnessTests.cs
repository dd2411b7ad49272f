using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Audit;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Policies;
using LiaisonBot.Simulation;
using LiaisonBot.Tests.Reminders;
using NodaTime;

namespace LiaisonBot.Tests.Simulation;

/// <summary>When what the audit finds says that the audit is wrong, or the product.</summary>
public class WitnessTests
{
    private static readonly Difference Unsent = new(
        DifferenceKind.NotSent,
        MatterNumber.Parse("2026-1301-1"),
        ReminderName.Unsigned,
        new LocalDate(2026, 9, 14),
        1);

    private readonly VirtualTime time = new(Remembered.At("2026-09-14 10:00"));
    private readonly Witness witness;

    public WitnessTests()
    {
        witness = new(new MemoryTableStore(), time, AreaCode.Parse("13")) { IsCalm = true };
        time.Advance(Duration.FromDays(2));
    }

    [Fact]
    public void Audited_ADifferenceWhileNothingWentWrong_IsAViolation() => Assert.True(IsViolated());

    [Theory]
    [InlineData(401, null)]
    [InlineData(403, "BotDisabledByAdmin")]
    public void Audited_WithinADayOfTeamsBarringTheBot_IsExcused(int status, string? code)
    {
        Send(new SendAnswer.Answered(status, Code: code));

        time.Advance(Duration.FromHours(23));
        Assert.False(IsViolated());
        time.Advance(Duration.FromHours(2));
        Assert.True(IsViolated());
    }

    [Theory]
    [InlineData(201, null)]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(429, null)]
    [InlineData(503, null)]
    public void Audited_AfterAnyOtherAnswer_IsNotExcused(int status, string? code)
    {
        Send(new SendAnswer.Answered(status, Code: code));

        Assert.True(IsViolated());
    }

    private void Send(SendAnswer answer) =>
        witness.Sent("process", new([], Cast.Office, IsDigest: false), "chat", answer);

    private bool IsViolated()
    {
        witness.Audited(Unsent);
        return witness.Violations.Exists(violation => violation.Check == Check.TheAuditorFindsNothing);
    }
}
