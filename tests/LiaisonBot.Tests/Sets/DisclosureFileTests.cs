using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;

namespace LiaisonBot.Tests.Sets;

/// <summary>The office's uniform rule of disclosure as data: read whole, refused with its line.</summary>
[Trait("Kind", "Pure")]
public class DisclosureFileTests
{
    private const string Good = """
        version 2
        plan | party | meeting document | county | 1 days | 干部 / Cadres | 依据
        plan | public | website board | city | 5 working-days | 公众 / The public | 依据
        result | public | newspaper | county | 1 months | 公众 / The public | 依据
        secret | 国家秘密 / State secrets | 依据
        leave-out 绝密 问题线索
        """;

    [Fact]
    public void BuiltIn_AsksForBothOfBoth_AndEachExampleSaysSo()
    {
        var rule = DisclosureFile.BuiltIn;
        Assert.Equal(
            [
                (DisclosedWhat.Plan, DisclosedTo.Party), (DisclosedWhat.Plan, DisclosedTo.Public),
                (DisclosedWhat.Result, DisclosedTo.Party), (DisclosedWhat.Result, DisclosedTo.Public),
            ],
            rule.Duties.Select(d => (d.What, d.To)));
        Assert.All(rule.Duties, duty => Assert.Contains("请按现行规定核对", duty.Basis, StringComparison.Ordinal));
        Assert.Equal(5, rule.Reasons.Count);
        // 11月1日至11月10日 is as long as it asks for.
        Assert.Equal(
            new(2026, 11, 10),
            rule.Duty(DisclosedWhat.Plan, DisclosedTo.Public)!.LeastUntil(new(2026, 11, 1), WorkingCalendar.BuiltIn));
    }

    [Fact]
    public void Parse_AsAPersonTypesIt_IsUnderstood()
    {
        Assert.True(DisclosureFile.TryParse("# 本省\r\n\r\n" + Good.Replace(" | ", "\t|  ", StringComparison.Ordinal), out var rule, out var error), error?.ToString());
        Assert.Equal((2, 3, 1), (rule.Version, rule.Duties.Count, rule.Reasons.Count));
        Assert.Equal(["绝密", "问题线索"], rule.LeaveOut);
        Assert.Equal([DisclosureWay.Website, DisclosureWay.Board], rule.Duty(DisclosedWhat.Plan, DisclosedTo.Public)!.Ways);
        // Friday and five working days, itself counted.
        Assert.Equal(
            new(2026, 3, 12),
            rule.Duty(DisclosedWhat.Plan, DisclosedTo.Public)!.LeastUntil(new(2026, 3, 6), WorkingCalendar.BuiltIn));
        Assert.Equal(
            new(2026, 3, 5),
            rule.Duty(DisclosedWhat.Result, DisclosedTo.Public)!.LeastUntil(new(2026, 2, 6), WorkingCalendar.BuiltIn));
    }

    [Theory]
    [InlineData("version 2", "version 0", "line 1: '0' is not a version from 1 to 9999")]
    [InlineData("version 2", "", "no line names the version")]
    [InlineData("version 2", "version 2\nversion 3", "line 2: version stands twice")]
    [InlineData("version 2", "version 2\nhello", "line 2: 'hello' is neither a version, nor leave-out")]
    [InlineData("plan | party", "report | party", "line 2: 'report' is nothing that is made public; there are plan, result")]
    [InlineData("plan | party", "plan | press", "line 2: 'press' is nobody to whom it is made public; there are party, public")]
    [InlineData("plan | public", "plan | party", "line 3: plan to party stands twice")]
    [InlineData("meeting document", "meeting shout", "line 2: 'shout' is no way, or stands twice")]
    [InlineData("meeting document", "meeting meeting", "line 2: 'meeting' is no way, or stands twice")]
    [InlineData("| meeting document |", "| |", "line 2: plan to party needs a way")]
    [InlineData("| city |", "| town |", "line 3: 'town' is no level; there are county, city, province")]
    [InlineData("5 working-days", "5 weeks", "line 3: '5 weeks' is not a time such as")]
    [InlineData("5 working-days", "0 days", "line 3: '0' is not a number of days from 1 to")]
    [InlineData("干部 / Cadres", "Cadres", "line 2: 'Cadres' is not the scope in Chinese and in English")]
    [InlineData("Cadres | 依据", "Cadres |", "line 2: plan needs its basis")]
    [InlineData("Cadres | 依据", "Cadres", "line 2: what is made public has 7 columns")]
    [InlineData("secret | 国家秘密", "Secret | 国家秘密", "line 5: 'Secret' is not a name of small letters")]
    [InlineData("secret | 国家秘密 / State secrets | 依据", "", "no line gives a reason of exemption")]
    [InlineData("State secrets | 依据", "State secrets | 依据\nsecret | 秘密 / Secrets | 依据", "line 6: secret stands twice")]
    [InlineData("result | public | newspaper | county | 1 months | 公众 / The public | 依据", "", "no line says to whom a result is made public")]
    [InlineData("绝密", "密", "line 6: '密' is not a word of 2 to 20 characters")]
    public void Parse_WithAFault_IsRefusedWithItsLineAndReason(string right, string wrong, string reason)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(right, StringComparison.Ordinal);
        var text = string.Concat(Good.AsSpan(0, at), wrong, Good.AsSpan(at + right.Length));
        Assert.False(DisclosureFile.TryParse(text, out _, out var error));
        Assert.StartsWith(reason, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OfAFolder_TheNewestIsInForce_AndAWrongOneIsRefusedWithItsLine()
    {
        var folder = Directory.CreateTempSubdirectory("liaison-disclosure");
        try
        {
            Assert.Same(DisclosureFile.BuiltIn, DisclosureFiles.Read(folder.FullName));
            var own = folder.CreateSubdirectory(DisclosureFiles.Folder);
            File.WriteAllText(Path.Combine(own.FullName, "2.txt"), Good);
            Assert.Equal(2, DisclosureFiles.Read(folder.FullName).Version);
            File.WriteAllText(Path.Combine(own.FullName, "3.txt"), Good.Replace("city", "town", StringComparison.Ordinal));
            var wrong = Assert.Throws<StoreUnavailableException>(() => DisclosureFiles.Read(folder.FullName));
            Assert.Contains("3.txt is refused: line 3: 'town' is no level", wrong.Message, StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(own.FullName, "3.txt"), Good);
            Assert.Contains(
                "a rule of version 2 already",
                Assert.Throws<StoreUnavailableException>(() => DisclosureFiles.Read(folder.FullName)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
