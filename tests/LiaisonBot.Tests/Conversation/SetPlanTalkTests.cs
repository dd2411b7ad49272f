using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;
using LiaisonBot.Sheets;

namespace LiaisonBot.Tests.Conversation;

/// <summary>整改方案 in the chat: by cards, by the sheet that goes out and comes back, handed in, approved, returned.</summary>
public sealed class SetPlanTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task CardByCard_HandedInWhole_Approved()
    {
        await OpenAsync(2);
        var plan = await chats.Zhengding.Say("整改方案");
        Assert.Contains("已填完0项，共2项", plan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("报送方案", plan.Buttons.Select(b => b.Title));

        var first = await chats.Zhengding.Press("逐项填写");
        Assert.Contains("1. 违规占用耕地1处", first.Text, StringComparison.Ordinal);
        var wrong = await chats.Zhengding.Press("保存，填下一项", Row("排查整治", "2029-01-01"));
        Assert.Contains("晚于", wrong.ErrorAt("due"), StringComparison.Ordinal);
        var second = await chats.Zhengding.Press("保存，填下一项", Row("排查整治", "2026-12-30"));
        Assert.Contains("第1项已保存", second.Text, StringComparison.Ordinal);
        Assert.Contains("2. 违规占用耕地2处", second.Text, StringComparison.Ordinal);
        var full = await chats.Zhengding.Press("保存，填下一项", Row("退耕还林", "2027-01-15"));
        Assert.Contains("全部填完，可以报送", full.Text, StringComparison.Ordinal);
        Assert.Contains("已报送，等待审核", (await chats.Zhengding.Press("报送方案")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("改第1项", chats.Zhengding.Last.Buttons.Select(b => b.Title));

        Assert.Contains("排查整治", (await chats.Leader.Say("整改方案 正定县")).Text, StringComparison.Ordinal);
        Assert.Contains("各项完成时限已生效", (await chats.Leader.Press("批准方案")).Text, StringComparison.Ordinal);
        Assert.Equal([new(2026, 12, 30), new(2027, 1, 15)], await DuesAsync());
        Assert.Contains("approved", (await chats.Zhengding.Say("rectification plan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returned_WithRowsNamed_TheCountySeesThem()
    {
        await OpenAsync(3);
        await FillAllAsync();
        await chats.Zhengding.Press("报送方案");
        await chats.Leader.Say("整改方案 正定县");
        await chats.Leader.Press("退回方案");
        Assert.Contains("这份方案里没有第9项", (await chats.Leader.Press("退回方案", ("remarks", "9 措施太空"))).ErrorAt("remarks"), StringComparison.Ordinal);
        await chats.Leader.Press("退回方案", ("remarks", "总体：再核实\n第2项措施太空\n3、1 时限太晚\n另外：写明进度"));
        Assert.Contains("已退回，指出3项", chats.Leader.Last.Text, StringComparison.Ordinal);

        var seen = await chats.Zhengding.Say("整改方案");
        Assert.Contains("退回意见：措施太空", seen.Text, StringComparison.Ordinal);
        Assert.Contains("退回意见：时限太晚", seen.Text, StringComparison.Ordinal);
        Assert.Contains("总体：再核实", seen.Text, StringComparison.Ordinal);
        Assert.Contains("另外：写明进度", seen.Text, StringComparison.Ordinal);
        Assert.Equal(["时限太晚", "措施太空", "时限太晚"], (await ViewAsync()).Findings.Select(f => f.Remark));
        Assert.Contains("已退回", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSheet_GoesOutFilled_ComesBack_AndIsTakenByOnePress()
    {
        await OpenAsync(3);
        await chats.Zhengding.Say("整改方案");
        await chats.Zhengding.Press("填第2项");
        await chats.Zhengding.Press("保存，填下一项", Row("已填措施", "2026-12-30"));
        var file = await DownloadAsync();
        var sheet = Sheets(file)[0];
        Assert.Equal(3, sheet.Keys.Count(k => k.Value.Contains('#', StringComparison.Ordinal)));
        Assert.Empty(sheet.HiddenColumns);

        var page = Edited(sheet, rows =>
        {
            rows[1][1] = "把问题改写了";
            rows[1][4] = "新措施";
            rows[2][5] = "县长";
            rows[2][7] = "2027年3月底前";
        });
        var seen = await chats.Zhengding.SendFile("方案.xlsx", page);
        Assert.Contains("将写入2项、3处", seen.Text, StringComparison.Ordinal);
        Assert.Contains("第1项的反馈问题在表里被改动，不写入", seen.Text, StringComparison.Ordinal);
        var taken = await chats.Zhengding.Press("写入");
        Assert.Contains("已写入2项", taken.Text, StringComparison.Ordinal);
        Assert.Equal(
            [("新措施", null), ("已填措施", "2027-03-31"), (null, null)],
            (await ViewAsync()).Findings.Select(f => (f.Measures, f.Due?.ToString("yyyy-MM-dd", null))));
        Assert.Equal("违规占用耕地1处", (await ViewAsync()).Findings[0].Problem);
        Assert.Contains("这张表已写入", (await chats.Zhengding.PressOn(seen, "写入")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatSomebodyChangedMeanwhile_IsShown_AndKeptUntilOneSaysOtherwise()
    {
        await OpenAsync(2);
        await chats.Zhengding.Say("整改方案");
        var sheet = Sheets(await DownloadAsync())[0];
        await chats.Zhengding.Say("整改方案");
        await chats.Zhengding.Press("填第1项");
        await chats.Zhengding.Press("保存，填下一项", Row("同事写的", "2026-12-30"));

        var page = Edited(sheet, rows =>
        {
            rows[1][4] = "表里写的";
            rows[2][4] = "第二项措施";
        });
        var seen = await chats.Zhengding.SendFile("方案.xlsx", page);
        Assert.Contains("第1项整改措施：有人已改为“同事写的”，表中是“表里写的”，先保留现在的", seen.Text, StringComparison.Ordinal);
        await chats.Zhengding.Press("写入");
        Assert.Equal(["同事写的", "第二项措施"], (await ViewAsync()).Findings.Select(f => f.Measures));

        await chats.Zhengding.SendFile("方案.xlsx", page);
        await chats.Zhengding.Press("全部以表格为准");
        Assert.Equal(["表里写的", "第二项措施"], (await ViewAsync()).Findings.Select(f => f.Measures));
        Assert.Equal("2026-12-30", (await ViewAsync()).Findings[0].Due?.ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public async Task AWrongSheet_IsRefusedWhole_CellByCell()
    {
        await OpenAsync(3);
        await chats.Zhengding.Say("整改方案");
        var sheet = Sheets(await DownloadAsync())[0];
        var seen = await chats.Zhengding.SendFile("方案.xlsx", Edited(sheet, rows =>
        {
            rows[1][4] = "好的措施";
            rows[1][7] = "尽快";
            rows[2][7] = "2029-12-31";
            rows[3][7] = "2026-01-01";
        }));
        Assert.Contains("没有写入", seen.Text, StringComparison.Ordinal);
        Assert.Contains("第1项完成时限“尽快”看不懂", seen.Text, StringComparison.Ordinal);
        Assert.Contains("第2项完成时限2029年12月31日晚于", seen.Text, StringComparison.Ordinal);
        Assert.Contains("第3项完成时限2026年1月1日已过", seen.Text, StringComparison.Ordinal);
        Assert.All((await ViewAsync()).Findings, f => Assert.Null(f.Measures));
        Assert.DoesNotContain("写入", seen.Buttons.Select(b => b.Title));
    }

    [Fact]
    public async Task RemovedAddedAndReordered_AreSaid_AndASheetOfSomebodyElsesSetIsNotTaken()
    {
        await OpenAsync(4);
        await chats.Zhengding.Say("整改方案");
        var sheet = Sheets(await DownloadAsync())[0];
        var page = Edited(sheet, rows =>
        {
            rows[4][4] = "第四项措施";
            (rows[1], rows[4]) = (rows[4], rows[1]);
            rows.RemoveAt(2);
            rows.Add(["99", "另外的问题", "", "", "措施", "", "", "", ""]);
        });
        var seen = await chats.Zhengding.SendFile("方案.xlsx", page);
        Assert.Contains("第5行不是本批的问题，不写入", seen.Text, StringComparison.Ordinal);
        Assert.Contains("表里没有第2项，保持原样", seen.Text, StringComparison.Ordinal);
        await chats.Zhengding.Press("写入");
        Assert.Equal([null, null, null, "第四项措施"], (await ViewAsync()).Findings.Select(f => f.Measures));

        foreach (var other in new[] { chats.Leader, chats.Changan })
        {
            Assert.DoesNotContain("写入", (await other.SendFile("方案.xlsx", page)).Buttons.Select(b => b.Title));
        }
    }

    /// <summary>The sheet is known by itself, whatever is said beside it; a step takes it along as a file.</summary>
    [Theory]
    [InlineData("整改方案填好了")]
    [InlineData("整改1301-1的填报表")]
    [InlineData("方案填好了，请审核")]
    [InlineData("这是填好的方案，请看")]
    [InlineData("整改方案")]
    public async Task TheSheet_WithWordsThatAreNoStep_IsComparedAsWithoutThem(string said)
    {
        await OpenAsync(3);
        await chats.Zhengding.Say("整改方案");
        var sheet = Sheets(await DownloadAsync())[0];
        var seen = await chats.Zhengding.SendFile("方案.xlsx", Edited(sheet, rows => rows[1][4] = "第一项措施"), said);
        Assert.Contains("将写入1项", seen.Text, StringComparison.Ordinal);
        Assert.All((await ViewAsync()).Findings, f => Assert.Null(f.Measures));
        await chats.Zhengding.PressOn(seen, "写入");
        Assert.Equal("第一项措施", (await ViewAsync()).Findings[0].Measures);
    }

    /// <summary>A row that was pasted in from the sheet of another set is named, and nothing of the sheet is taken.</summary>
    [Fact]
    public async Task ARowOfAnotherSet_IsNamed_AndNothingIsTaken()
    {
        await OpenAsync(3);
        await chats.Zhengding.Say("整改方案");
        var sheet = Sheets(await DownloadAsync())[0];
        var seen = await chats.Zhengding.SendFile("方案.xlsx", Edited(sheet, rows =>
        {
            rows[1][4] = "第一项措施";
            rows[2][8] = rows[2][8].Replace("-000001#", "-000009#", StringComparison.Ordinal);
        }));
        Assert.Contains("没有写入", seen.Text, StringComparison.Ordinal);
        Assert.Contains("第3行是另一批问题的", seen.Text, StringComparison.Ordinal);
        Assert.All((await ViewAsync()).Findings, f => Assert.Null(f.Measures));
    }

    /// <summary>A finding that came to its end while its form was open: nothing is said to be saved, and nothing typed is lost.</summary>
    [Fact]
    public async Task AFindingThatEndedMeanwhile_IsNotSaved_NeitherByItsFormNorByASheet()
    {
        await OpenAsync(3);
        await chats.Zhengding.Say("整改方案");
        var form = await chats.Zhengding.Press("逐项填写");
        await chats.Zhengding.Say("整改方案");
        var page = Edited(Sheets(await DownloadAsync())[0], rows =>
        {
            rows[1][4] = "表里写的";
            rows[2][4] = "第二项措施";
        });
        var sheet = await chats.Zhengding.SendFile("方案.xlsx", page);
        Assert.Contains("将写入2项", sheet.Text, StringComparison.Ordinal);
        await EndAsync(1);

        var seen = await chats.Zhengding.PressOn(form, "保存，填下一项", Row("一项措施", "2026-12-30"));
        Assert.Contains("第1项已办结或已减少，没有写入", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已保存", seen.Text, StringComparison.Ordinal);
        Assert.Equal("一项措施", seen.Input("measures").Value);
        var taken = await chats.Zhengding.PressOn(sheet, "写入");
        Assert.Contains("已写入1项", taken.Text, StringComparison.Ordinal);
        Assert.Contains("第1项已办结或已减少，没有写入", taken.Text, StringComparison.Ordinal);
        Assert.Equal([null, "第二项措施", null], (await ViewAsync()).Findings.Select(f => f.Measures));
    }

    /// <summary>Somebody else filled in the same cell between the look at a sheet and its press.</summary>
    [Fact]
    public async Task WhatOthersWrote_BetweenTheLookAtASheetAndItsPress_IsSaidAndStays()
    {
        await OpenAsync(2);
        await chats.Zhengding.Say("整改方案");
        var page = Edited(Sheets(await DownloadAsync())[0], rows =>
        {
            rows[1][4] = "表里写的";
            rows[2][4] = "第二项措施";
        });
        var sheet = await chats.Zhengding.SendFile("方案.xlsx", page);
        await chats.Zhengding.Say("整改方案");
        await chats.Zhengding.Press("填第1项");
        await chats.Zhengding.Press("保存，填下一项", Row("同事写的", "2026-12-30"));

        var taken = await chats.Zhengding.PressOn(sheet, "写入");
        Assert.Contains("已写入1项；这期间别人又改过的1处没有动", taken.Text, StringComparison.Ordinal);
        Assert.Equal(["同事写的", "第二项措施"], (await ViewAsync()).Findings.Select(f => f.Measures));
    }

    /// <summary>A plan that is handed in, and then approved, while somebody has a form open: refused, and what was typed stays.</summary>
    [Fact]
    public async Task APlanApprovedWhileAFormIsOpen_RefusesIt_AndKeepsWhatWasTyped()
    {
        await OpenAsync(2);
        await FillAllAsync();
        await chats.Zhengding.Say("整改方案");
        var form = await chats.Zhengding.Press("改第1项");
        await chats.Zhengding.Say("整改方案");
        await chats.Zhengding.Press("报送方案");
        var seen = await chats.Zhengding.PressOn(form, "保存，填下一项", Row("改过的措施", "2026-12-30"));
        Assert.Contains("方案已报送，正在审核", seen.Text, StringComparison.Ordinal);
        Assert.Equal("改过的措施", seen.Input("measures").Value);
        await chats.Leader.Say("整改方案 正定县");
        await chats.Leader.Press("批准方案");
        seen = await chats.Zhengding.PressOn(form, "保存，填下一项", Row("改过的措施", "2026-12-30"));
        Assert.Contains("方案已批准", seen.Text, StringComparison.Ordinal);
        Assert.Equal("改过的措施", seen.Input("measures").Value);
        Assert.DoesNotContain("改过的措施", (await ViewAsync()).Findings.Select(f => f.Measures));
    }

    [Theory]
    [InlineData("整改方案什么时候报？")]
    [InlineData("整改方案还没有报")]
    [InlineData("整改方案先别批准")]
    [InlineData("不要报送整改方案")]
    [InlineData("报送整改方案")]
    [InlineData("批准整改方案")]
    [InlineData("hand in the plan")]
    [InlineData("等县长看过再报送整改方案")]
    public async Task AQuestionOrADenial_TakesNoStep(string said)
    {
        await OpenAsync(1);
        await FillAllAsync();
        await chats.Zhengding.Say(said);
        Assert.Equal(MatterState.Assigned, (await MatterAsync()).State);
    }

    [Theory]
    [InlineData("问题清单", "问题清单")]
    [InlineData("责任清单 正定县", "责任清单")]
    [InlineData("任务清单", "任务清单")]
    [InlineData("list of duties", "List of duties")]
    public async Task TheThreeLists_AreViews(string said, string title)
    {
        await OpenAsync(2);
        var seen = await chats.Zhengding.Say(said);
        Assert.Contains(title, seen.Text, StringComparison.Ordinal);
        Assert.Contains("违规占用耕地2处", seen.Text, StringComparison.Ordinal);
        var file = await chats.Zhengding.PressOn(seen, seen.Buttons.Select(b => b.Title).First(t => t is "导出三张清单" or "Export the three lists"));
        Assert.Equal(3, Sheets((await chats.Fetch(file.Links.Single().Segments[^1]))!.Body).Count);
    }

    /// <summary>A feedback to 正定县, that nobody has signed for.</summary>
    internal static Task OpenAsync(Chats chats, int findings) => chats.Services.Sets.OpenAsync(
        "open",
        chats.Services.Directory.ReadAsync(default).Result.People.First(p => p.Name == chats.Leader.Name),
        new(
            Core.Areas.AreaCode.Parse("130123"),
            new(2026, 11, 20),
            [.. Enumerable.Range(1, findings).Select(i => new FindingDraft($"违规占用耕地{i}处", $"拆除{i}处"))]),
        default);

    private Task OpenAsync(int findings) => OpenAsync(chats, findings);

    private async Task FillAllAsync()
    {
        await chats.Zhengding.Say("整改方案");
        await chats.Zhengding.Press("逐项填写");
        for (var i = 0; i < (await ViewAsync()).Findings.Count; i++)
        {
            await chats.Zhengding.Press("保存，填下一项", Row($"措施{i}", "2026-12-30"));
        }
    }

    /// <summary>A finding is handed in and closed.</summary>
    private async Task EndAsync(int finding)
    {
        var people = (await chats.Services.Directory.ReadAsync(default)).People;
        var matter = (await ViewAsync()).Matters[finding].Number;
        await chats.Services.Matters.DoAsync("end-in", people.First(p => p.Name == chats.Zhengding.Name), matter, new MatterCommand.HandIn("已整改"), default);
        Assert.IsType<CommandResult.Done>(await chats.Services.Matters.DoAsync(
            "end", people.First(p => p.Name == chats.Leader.Name), matter, new MatterCommand.Close(), default));
    }

    internal static (string, string)[] Row(string measures, string due) =>
        [("measures", measures), ("leaderPost", "分管副县长"), ("department", "自然资源局"), ("due", due)];

    private async Task<byte[]> DownloadAsync()
    {
        var offered = await chats.Zhengding.Say("整改方案");
        offered = await chats.Zhengding.PressOn(offered, "下载填报表");
        return (await chats.Fetch(offered.Links.Single().Segments[^1]))!.Body;
    }

    private static IReadOnlyList<Sheet> Sheets(byte[] file) =>
        Assert.IsType<SheetReading.Book>(new SheetFiles().Read(file)).Sheets;

    /// <summary>The sheet with its hidden column, as a spreadsheet would send it back.</summary>
    private static byte[] Edited(Sheet sheet, Action<List<string[]>> edit)
    {
        var rows = sheet.Rows.Select(row => Enumerable.Range(0, 8)
            .Select(row.At)
            .Append(sheet.Keys.TryGetValue(row.Number, out var key) ? Sheet.KeyMark + key : "")
            .ToArray()).ToList();
        edit(rows);
        return new SheetFiles().Write(
            [
                new(
                    "整改",
                    [.. rows[0].Select((title, i) => new PageColumn(title, 10) { IsHidden = i == 8 })],
                    [.. rows.Skip(1).Select(row => row.Select(cell => cell.Length == 0 ? null : (object)cell).ToArray())]),
            ],
            NodaTime.Instant.FromUtc(2026, 11, 23, 0, 0));
    }

    private async Task<SetView> ViewAsync()
    {
        var office = (await chats.Services.Directory.ReadAsync(default)).People.First(p => p.Name == chats.Leader.Name);
        var set = (await chats.Services.Sets.ListAsync(office, Core.Areas.AreaCode.Parse("130123"), default)).Single();
        return (await chats.Services.Sets.FindAsync(office, set.Number, default))!;
    }

    private async Task<Matter> MatterAsync()
    {
        var view = await ViewAsync();
        var leader = (await chats.Services.Directory.ReadAsync(default)).People.First(p => p.Name == chats.Leader.Name);
        return (await chats.Services.Matters.FindAsync(
            leader,
            chats.Services.Sets.Made(view.Set, StepWork.Plan)!.Matter,
            default))!.Matter;
    }

    private async Task<IEnumerable<NodaTime.LocalDate>> DuesAsync() =>
        (await ViewAsync()).Matters.OrderBy(m => m.Key).Select(m => m.Value.Due);
}
