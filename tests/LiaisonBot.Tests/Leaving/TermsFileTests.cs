using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using LiaisonBot.Host;
using NodaTime;

namespace LiaisonBot.Tests.Leaving;

public class TermsFileTests
{
    private const string Good =
        "chat | 30 | 第十九条\nwaiting-message|30|第四十七条\nreceipt-name | 365 | 第十九条\naccount-question | 90 | 第十九条\ndelivered-message | 30 | 第十九条\napplied-command | 30 | 第十九条\n";

    [Fact]
    public void BuiltIn_HasEachTerm_WithItsBasis()
    {
        Assert.Equal(Enum.GetValues<Kept>(), TermsFile.BuiltIn.All.Select(t => t.What).Order());
        Assert.All(TermsFile.BuiltIn.All, t => Assert.Contains("个人信息保护法", t.Basis, StringComparison.Ordinal));
        Assert.Equal(Duration.FromDays(30), Terms.BuiltIn.Of(Kept.Chat));
        Assert.Equal(Duration.FromDays(365), Terms.BuiltIn.Of(Kept.ReceiptName));
    }

    [Fact]
    public void Parse_AsAPersonTypesIt_IsUnderstood()
    {
        Assert.True(
            TermsFile.TryParse(
                "# 保存期限\r\n\r\n" + Good.Replace("\n", "\r\n", StringComparison.Ordinal)
                    .Replace("chat | 30 |", "  chat\t|\t7 |", StringComparison.Ordinal),
                out var terms,
                out var error),
            error?.ToString());
        Assert.Equal(Duration.FromDays(7), terms.Of(Kept.Chat));
        Assert.Equal("第四十七条", terms.All[1].Basis);
    }

    /// <summary>A file of the time before evidence goes on as it is.</summary>
    [Fact]
    public void TermsOfFiles_MayBeLeftOut()
    {
        Assert.True(TermsFile.TryParse(Good, out var terms, out _));
        Assert.Equal((3, 14), ((int)terms.Of(Kept.WaitingFile).TotalDays, (int)terms.Of(Kept.UnnamedFile).TotalDays));
        Assert.True(TermsFile.TryParse(Good + "waiting-file | 1 | 第十九条\n", out terms, out _));
        Assert.Equal((1, 14), ((int)terms.Of(Kept.WaitingFile).TotalDays, (int)terms.Of(Kept.UnnamedFile).TotalDays));
    }

    [Theory]
    [InlineData("chat | 30 | 第十九条", "line 7: chat stands twice")]
    [InlineData("chat", "line 7: a term has 3 columns (what, days, basis), not 1")]
    [InlineData("chat | 30 | 第十九条 |", "line 7: a term has 3 columns (what, days, basis), not 4")]
    [InlineData("Chat | 30 | 第十九条", "line 7: 'Chat' is nothing that has a term; there are chat, waiting-message, receipt-name, account-question, delivered-message, applied-command, waiting-file, unnamed-file, sealed-record")]
    public void Parse_ALineThatIsWrong_IsRefusedWithItsNumber(string line, string reason)
    {
        Assert.False(TermsFile.TryParse(Good + line, out _, out var error));
        Assert.Equal(reason, error.ToString());
    }

    [Theory]
    [InlineData("chat | 30 |", "chat | 0 |", "line 1: '0' is not a number of days from 1 to 3650")]
    [InlineData("chat | 30 |", "chat | -30 |", "line 1: '-30' is not a number of days from 1 to 3650")]
    [InlineData("chat | 30 |", "chat | 三十 |", "line 1: '三十' is not a number of days from 1 to 3650")]
    [InlineData("chat | 30 |", "chat | 4000 |", "line 1: '4000' is not a number of days from 1 to 3650")]
    [InlineData("chat | 30 |", "chat | 99999999999 |", "line 1: '99999999999' is not a number of days from 1 to 3650")]
    [InlineData("delivered-message | 30", "delivered-message | 6", "line 5: '6' is not a number of days from 7 to 3650")]
    [InlineData("chat | 30 | 第十九条\n", "chat | 30 | 第十九条\nwaiting-file | 6 | 第十九条\n", "line 2: '6' is not a number of days from 1 to 5")]
    [InlineData("chat | 30 | 第十九条\n", "chat | 30 | 第十九条\nunnamed-file | 13 | 第四十七条\n", "line 2: '13' is not a number of days from 14 to 3650")]
    [InlineData("chat | 30 | 第十九条", "chat | 30 | ", "line 1: a term needs its basis")]
    [InlineData("chat | 30 | 第十九条\n", "", "no line says how long to keep chat")]
    public void Parse_WhatIsMissingOrOutOfBounds_IsRefused(string line, string instead, string reason)
    {
        Assert.False(TermsFile.TryParse(Good.Replace(line, instead, StringComparison.Ordinal), out _, out var error));
        Assert.Equal(reason, error.ToString());
    }

    [Fact]
    public void Parse_TooLong_IsRefused()
    {
        Assert.False(TermsFile.TryParse(Good + new string('\n', TextLines.MostOfAFile), out _, out var lines));
        Assert.Equal("more than 200 lines", lines.ToString());
        Assert.False(TermsFile.TryParse(
            Good.Replace(
                "30 | 第十九条\nw",
                $"30 | {new string('条', TermsFile.MaxBasis + 1)}\nw",
                StringComparison.Ordinal),
            out _,
            out var basis));
        Assert.Equal("line 1: the basis is longer than 200 characters", basis.ToString());
    }

    [Fact]
    public void OfAFolder_TheFileCounts_AndAWrongOneIsRefusedWithItsLine()
    {
        var folder = Directory.CreateTempSubdirectory("liaison-terms");
        try
        {
            Assert.Same(Terms.BuiltIn, TermsOfHost.Read(folder.FullName));
            var file = Path.Combine(folder.FullName, TermsOfHost.File);
            File.WriteAllText(file, Good.Replace("365", "100", StringComparison.Ordinal));
            Assert.Equal(Duration.FromDays(100), TermsOfHost.Read(folder.FullName).Of(Kept.ReceiptName));
            File.WriteAllText(file, Good.Replace("365", "many", StringComparison.Ordinal));
            Assert.Contains(
                "line 3: 'many' is not a number of days",
                Assert.Throws<StoreUnavailableException>(() => TermsOfHost.Read(folder.FullName)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
