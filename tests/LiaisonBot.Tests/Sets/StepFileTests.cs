using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;

namespace LiaisonBot.Tests.Sets;

/// <summary>The dated steps as a file: taken whole, or refused with the line and the reason.</summary>
[Trait("Kind", "Pure")]
public sealed class StepFileTests
{
    private const string Good =
        """
        version 2
        concentrated | 6 months | 集中
        immediate | 15 working-days | 立行
        long-term | 12 months | 长期
        set-ends | 360 days | 到期
        plan | feedback | feedback | 1 months | inspected | plan | 报方案 / Plan | 方案 / The plan | 10 | 依据
        told | feedback | plan closed | 15 working-days | inspected | plan-disclosure | 公开 / Public | 公开 / Public | | 依据
        report | feedback | feedback | 6 months | inspected | report | 进展 / Report | 进展 / Report | 20 10 | 依据
        look | feedback | visit-ended | 30 days | team | check | 回看 / Look | 回看 / Look | | 依据
        """;

    [Fact]
    public void BuiltIn_HasTheStepsOfTheDocument_EachWithItsBasis()
    {
        var plan = StepFile.BuiltIn;
        Assert.Equal(
            ["plan", "plan-disclosure", "progress", "result-disclosure", "look-back", "yearly-look"],
            plan.Of(SetKind.Feedback).Select(s => s.Name));
        Assert.Equal(new StepTime(1, StepUnit.Months), plan.Step(SetKind.Feedback, "plan")!.After);
        Assert.Equal(new StepTime(6, StepUnit.Months), plan.Concentrated.Time);
        Assert.Equal(new StepAnchor.Closed("progress"), plan.Step(SetKind.Feedback, "result-disclosure")!.From);
        Assert.All(
            plan.Steps.Select(s => s.Basis).Append(plan.Immediate.Basis).Append(plan.LongTerm.Basis),
            basis => Assert.Contains("请按现行条例核对", basis, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_AsAPersonTypesIt_IsUnderstood()
    {
        var text = "# 本省节点\r\n\r\n" + Good.Replace("\n", "\r\n", StringComparison.Ordinal)
            .Replace("plan | feedback |", "  plan\t|  feedback  |", StringComparison.Ordinal);
        Assert.True(StepFile.TryParse(text, out var plan, out var error), error?.ToString());
        Assert.Equal((2, 4), (plan.Version, plan.Steps.Count));
        Assert.Equal([20, 10], plan.Step(SetKind.Feedback, "report")!.Remind);
        Assert.Equal(new StepWords("报方案", "Plan"), plan.Steps[0].Title);
        Assert.Equal(new StepAnchor.VisitEnded(), plan.Step(SetKind.Feedback, "look")!.From);
    }

    [Theory]
    [InlineData("version 2", "version 0", "line 1: '0' is not a version from 1 to 9999")]
    [InlineData("version 2", "", "no line names the version")]
    [InlineData("version 2", "version 2\nversion 3", "line 2: version stands twice")]
    [InlineData("version 2", "version 2\nhello", "line 2: 'hello' is neither a version nor a line")]
    [InlineData("concentrated | 6 months | 集中", "", "no line says concentrated")]
    [InlineData("concentrated | 6 months | 集中", "concentrated | 6 months |", "line 2: concentrated needs its basis")]
    [InlineData("concentrated | 6 months", "concentrated | 0 months", "line 2: '0' is not a number of months from 1 to 60")]
    [InlineData("concentrated | 6 months", "concentrated | 61 months", "line 2: '61' is not a number of months from 1 to 60")]
    [InlineData("immediate | 15 working-days", "immediate | 15 weeks", "line 3: '15 weeks' is not a time such as")]
    [InlineData("immediate | 15 working-days", "immediate | 251 working-days", "line 3: '251' is not a number of working-days")]
    [InlineData("immediate | 15", "concentrated | 15", "line 3: concentrated stands twice")]
    [InlineData("immediate | 15", "soon | 15", "line 3: 'soon' is no number of a set")]
    [InlineData("plan | feedback | feedback |", "Plan | feedback | feedback |", "line 6: 'Plan' is not a name of small letters")]
    [InlineData("plan | feedback | feedback |", "plan | party | feedback |", "line 6: 'party' is no kind of set")]
    [InlineData("plan | feedback | feedback |", "plan | feedback | visit-ended |", "line 6: the first step of a kind counts from feedback")]
    [InlineData("inspected | plan |", "team | plan |", "line 6: the first step of a kind counts from feedback")]
    [InlineData("plan | feedback | feedback | 1 months", "plan | feedback | feedback | -1 months", "line 6: '-1' is not a number of months")]
    [InlineData("told | feedback | plan closed", "told | feedback | report closed", "line 7: no step 'report' of this kind of set stands above")]
    [InlineData("told | feedback | plan closed", "told | feedback | told closed", "line 7: no step 'told' of this kind of set stands above")]
    [InlineData("told | feedback | plan closed", "told | feedback | plan opened", "line 7: 'plan opened' is nothing to count from")]
    [InlineData("told | feedback |", "plan | feedback |", "line 7: plan stands twice")]
    [InlineData("inspected | plan-disclosure", "team | plan-disclosure", "line 7: plan-disclosure is done by the inspected")]
    [InlineData("inspected | plan-disclosure", "inspected | plan", "line 7: there is a step already that does plan")]
    [InlineData("inspected | plan |", "inspected | report |", "line 7: told makes a plan public, and no plan stands above")]
    [InlineData("inspected | report |", "inspected | sing |", "line 8: 'sing' is nothing that a step does")]
    [InlineData("inspected | report |", "mayor | report |", "line 8: 'mayor' is nobody who does a step")]
    [InlineData("visit-ended | 30 days", "long-term | 30 days", "line 9: what counts from long-term does look, and nothing else does")]
    [InlineData("inspected | report |", "inspected | look |", "line 8: what counts from long-term does look, and nothing else does")]
    [InlineData("报方案 / Plan", "报方案", "line 6: '报方案' is not the title in Chinese and in English")]
    [InlineData("报方案 / Plan", "Plan / 报方案", "line 6: the title stands in Chinese first")]
    [InlineData("方案 / The plan", "The plan / The plan", "line 6: what is handed in stands in Chinese first")]
    [InlineData("20 10", "10 20", "line 8: the days of remind must descend")]
    [InlineData("20 10", "61 10", "line 8: '61' is not a number of working days before from 1 to 60")]
    [InlineData("20 10", "9 8 7 6 5 4", "line 8: more than 5 days of remind")]
    [InlineData("| 20 10 | 依据", "| 20 10 |", "line 8: report needs its basis")]
    [InlineData("| 20 10 | 依据", "| 20 10", "line 8: a number has 3 columns (number, time, basis) and a step 10")]
    public void Parse_WithAFault_IsRefusedWithItsLineAndReason(string right, string wrong, string reason)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(right, StringComparison.Ordinal);
        var text = string.Concat(Good.AsSpan(0, at), wrong, Good.AsSpan(at + right.Length));
        Assert.False(StepFile.TryParse(text, out _, out var error));
        Assert.StartsWith(reason, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfWhichNoStepOpensAFeedback_IsRefused()
    {
        var text = string.Join('\n', Good.ReplaceLineEndings("\n").Split('\n').Take(5));
        Assert.False(StepFile.TryParse(text, out _, out var error));
        Assert.Equal("there is no step of feedback", error.ToString());
    }

    [Fact]
    public void OfAFolder_NewSetsBeginUnderTheNewest_AndAWrongOneIsRefusedWithItsLine()
    {
        var folder = Directory.CreateTempSubdirectory("liaison-steps");
        try
        {
            Assert.Equal(1, StepFiles.Read(folder.FullName).InForce.Version);
            var file = Path.Combine(folder.CreateSubdirectory(StepFiles.Folder).FullName, "province.txt");
            File.WriteAllText(file, Good);
            var book = StepFiles.Read(folder.FullName);
            Assert.Equal((2, 1, 2), (book.InForce.Version, book.Of(1).Version, book.Of(7).Version));
            File.WriteAllText(file, Good.Replace("version 2", "version 1", StringComparison.Ordinal));
            Assert.Contains("there are steps of version 1 already", Refused(), StringComparison.Ordinal);
            File.WriteAllText(file, Good.Replace("360 days", "-4 days", StringComparison.Ordinal));
            Assert.Contains($"{file} is refused: line 5: '-4' is not a number", Refused(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Refused() => Assert.Throws<StoreUnavailableException>(() => StepFiles.Read(folder.FullName)).Message;
    }
}
