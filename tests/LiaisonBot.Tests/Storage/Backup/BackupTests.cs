using System.IO.Compression;
using System.Text;
using CsCheck;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup;

namespace LiaisonBot.Tests.Storage.Backup;

/// <summary>
/// A backup brings back exactly what was there, or says why not and leaves nothing that looks complete.
/// </summary>
public sealed class BackupTests : IDisposable
{
    private static readonly PartitionId City = new("matters", "1301");

    private readonly Backups backups = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => backups.Dispose();

    [Fact]
    public async Task Anything_ComesBackExactly() => await Backups.AnyData.SampleAsync(
        async data =>
        {
            var (from, to) = (new MemoryTableStore(), new MemoryTableStore());
            await Backups.Fill(from, data);
            var file = await backups.Export(new MemoryRows(from));

            var tables = await Backups.Import(file, to, new MemoryRows(to));

            Assert.Equal(await Backups.Contents(new MemoryRows(from)), await Backups.Contents(new MemoryRows(to)));
            Assert.Equal(data.Sum(part => part.Rows.Length) + 1, tables.Sum(table => table.Rows));
            await StoreSchema.PrepareAsync(to, CancellationToken.None);
        },
        iter: 200,
        threads: 1);

    [Fact]
    public async Task ManyRowsAndLargeOnes_ComeBackInBatchesThatTheStoreTakes()
    {
        var (from, to) = (new MemoryTableStore(), new MemoryTableStore());
        await Backups.Fill(
            from,
            (City,
                [.. Enumerable.Range(0, 1234).Select(i => Backups.Numbered($"{RowKeys.Matters.Matter}{i:0000}", i))]));
        for (var i = 0; i < 40; i++)
        {
            var large = new Row(
                $"{RowKeys.Matters.History}{i:00}",
                Enumerable.Range(0, 10)
                    .ToDictionary(
                        c => $"C{c}",
                        object (_) => new string('改', StoreLimits.StringLength),
                        StringComparer.Ordinal));
            await from.SubmitAsync(City.Table, City.Partition, [new Change.Insert(large)], Stop);
        }

        await Backups.Import(await backups.Export(new MemoryRows(from)), to, new MemoryRows(to));

        Assert.Equal(await Backups.Contents(new MemoryRows(from)), await Backups.Contents(new MemoryRows(to)));
    }

    [Fact]
    public async Task File_IsGzipOfLinesThatAPersonCanRead()
    {
        var from = new MemoryTableStore();
        await Backups.Fill(from, (City, [Backups.Numbered(RowKeys.Matters.Matter + "1", 1)]));

        var lines = Encoding.UTF8.GetString(Unpacked(await backups.Export(new MemoryRows(from)))).Split('\n');

        Assert.Equal("""{"backup":"LiaisonBot","format":1,"schema":3,"made":"2026-11-24T03:00:00+00:00"}""", lines[0]);
        Assert.Equal("""{"table":"matters","partition":"1301"}""", lines[4]);
        Assert.Equal($$$"""{"key":"{{{RowKeys.Matters.Matter}}}1","columns":{"N":1}}""", lines[5]);
        Assert.StartsWith("""{"rows":1,"sha256":""", lines[6], StringComparison.Ordinal);
        Assert.StartsWith("""{"tables":[{"table":"directory","partitions":1,"rows":1,""", lines[7], StringComparison.Ordinal);
        Assert.Equal("", lines[8]);
        Assert.Equal(9, lines.Length);
    }

    [Fact]
    public async Task File_CutAnywhere_IsRefusedAndTheStoreStaysEmpty()
    {
        var file = await SomeBackup();
        var whole = await File.ReadAllBytesAsync(file, Stop);
        var same = Unpacked(file);
        for (var length = 0; length < whole.Length; length++)
        {
            // The last bytes of gzip close and check what is already complete.
            if (whole.Length - length <= 12
                && TryUnpack(whole[..length]) is { } text
                && text.AsSpan().SequenceEqual(same)) continue;
            await AssertRefused(whole[..length], "damaged");
        }
    }

    [Fact]
    public async Task File_WithABitTurnedOver_IsRefusedOrMeansTheSame()
    {
        var file = await SomeBackup();
        var whole = await File.ReadAllBytesAsync(file, Stop);
        var same = Unpacked(file);
        for (var at = 0; at < whole.Length; at++)
        {
            byte[] turned = [.. whole];
            turned[at] ^= (byte)(1 << (at % 8));
            // Gzip keeps a few bits about who made it, which change nothing of what it holds.
            if (TryUnpack(turned) is { } text && text.AsSpan().SequenceEqual(same)) continue;
            await AssertRefused(turned, "");
        }
    }

    public static TheoryData<string, string> Alterations => new()
    {
        { "\"N\":2", "\"N\":3" },
        { RowKeys.Matters.Matter + "2", RowKeys.Matters.Matter + "7" },
        { "\"partition\":\"1302\"", "\"partition\":\"1303\"" },
        { "\"table\":\"matters\"", "\"table\":\"matterz\"" },
        { $"{{\"key\":\"{RowKeys.Matters.Matter}2\",\"columns\":{{\"N\":2}}}}\n", "" },
        { $"{{\"key\":\"{RowKeys.Matters.Matter}2\"", $"{{\"key\":\"{RowKeys.Matters.Matter}2\",\"key\":\"{RowKeys.Matters.Matter}2\"" },
        { "\"rows\":3", "\"rows\":4" },
        { "2026-11-24", "2026-11-25" },
        { "\"schema\":3,", "" },
        { "LiaisonBot", "Other" },
        { "\n", "\r\n" },
        { "{\"N\":2}", "{\"N\":2,\"D\":1.5}" },
        { "{\"N\":2}", "[2]" },
        { "{\"N\":2}", "null" },
        { "\"table\":\"matters\",\"partitions\":2", "\"table\":\"matters\",\"partitions\":3" },
    };

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task File_WithAnAlteredLine_IsRefused(string old, string changed)
    {
        var text = Encoding.UTF8.GetString(Unpacked(await SomeBackup()));
        Assert.Contains(old, text, StringComparison.Ordinal);

        await AssertRefused(Packed(text.Replace(old, changed, StringComparison.Ordinal)), "damaged");
    }

    [Fact]
    public async Task File_WithSomethingAfterItsEnd_IsRefused() =>
        await AssertRefused(Packed(Encoding.UTF8.GetString(Unpacked(await SomeBackup())) + "{}\n"), "damaged");

    [Theory]
    [InlineData("")]
    [InlineData("Dear inspectors,")]
    public async Task File_ThatIsNoBackup_IsRefused(string text)
    {
        await AssertRefused(Encoding.UTF8.GetBytes(text), "damaged");
        await AssertRefused(Packed(text), "damaged");
    }

    [Fact]
    public async Task File_WithALineWithoutEnd_IsRefusedBeforeItFillsTheMemory() =>
        await AssertRefused(Packed(new string('x', 20 * 1024 * 1024)), "damaged");

    [Theory]
    [InlineData("\"schema\":3", "\"schema\":4")]
    [InlineData("\"format\":1", "\"format\":2")]
    public async Task File_OfANewerProgram_IsRefusedAndSaysSo(string old, string changed) =>
        await AssertRefused(
            Packed(Encoding.UTF8.GetString(Unpacked(await SomeBackup()))
                .Replace(old, changed, StringComparison.Ordinal)),
            "newer");

    [Fact]
    public async Task File_ThatIsNotThere_IsRefused()
    {
        var store = new MemoryTableStore();
        var refused = await Assert.ThrowsAsync<BackupException>(() =>
            Backups.Import(backups.NewFile(), store, new MemoryRows(store)));
        Assert.Contains("cannot be read", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_ThatIsNotEmpty_IsRefusedAndLeftAsItIs()
    {
        var file = await SomeBackup();
        var prepared = new MemoryTableStore();
        await Backups.Fill(prepared);
        var strange = new MemoryTableStore();
        await strange.SubmitAsync("other", "1", [new Change.Insert(Backups.Numbered("K", 1))], Stop);
        foreach (var store in new[] { prepared, strange })
        {
            var before = await Backups.Contents(new MemoryRows(store));
            var refused = await Assert.ThrowsAsync<BackupException>(() => Backups.Import(
                file,
                store,
                new MemoryRows(store)));
            Assert.Contains("needs an empty store", refused.Message, StringComparison.Ordinal);
            Assert.Equal(before, await Backups.Contents(new MemoryRows(store)));
        }
    }

    [Theory]
    [InlineData(SubmitFault.Unavailable)]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    public async Task Import_ThatMeetsAFaultAtAnyBatch_IsCompleteOrMarkedAndStartsOver(SubmitFault fault)
    {
        var file = await SomeBackup();
        var other = await SomeBackup(Backups.Numbered(RowKeys.Matters.Matter + "9", 9));
        for (var at = 1; ; at++)
        {
            var memory = new MemoryTableStore();
            var store = new FaultyStore(memory).OnSubmit(fault, at);
            var finished = true;
            try
            {
                await Backups.Import(file, store, new MemoryRows(memory));
            }
            catch (StoreUnavailableException)
            {
                finished = false;
            }
            if (store.Submits < at) return;
            Assert.Equal(fault != SubmitFault.Unavailable, finished);
            if (!finished && at > 1)
            {
                var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreSchema.PrepareAsync(
                    memory,
                    Stop));
                Assert.Contains("Import the backup again", refused.Message, StringComparison.Ordinal);
                await Assert.ThrowsAsync<BackupException>(() => backups.Export(new MemoryRows(memory)));
            }
            // Also another file: nothing of the first is left.
            var next = finished ? file : other;
            if (!finished) await Backups.Import(next, store, new MemoryRows(memory));
            var fresh = new MemoryTableStore();
            await Backups.Import(next, fresh, new MemoryRows(fresh));
            Assert.Equal(await Backups.Contents(new MemoryRows(fresh)), await Backups.Contents(new MemoryRows(memory)));
            await StoreSchema.PrepareAsync(memory, Stop);
        }
    }

    [Fact]
    public async Task Import_BesideAnotherWriter_IsNotComplete()
    {
        var store = new MemoryTableStore();
        var rows = new MemoryRows(store)
        {
            Reading = _ => store.SubmitAsync(
            "matters",
            "1301",
            [new Change.Upsert(Backups.Numbered("X", 1))],
            Stop)
        };

        var refused = await Assert.ThrowsAsync<BackupException>(async () =>
            await Backups.Import(await SomeBackup(), store, rows));

        Assert.Contains("matters 1301", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreSchema.PrepareAsync(store, Stop));
    }

    [Fact]
    public async Task Export_OfAPartitionThatChangesMeanwhile_IsOfOneMoment()
    {
        var store = new MemoryTableStore();
        await Backups.Fill(store, (City, [Backups.Numbered("A", 0), Backups.Numbered("M", 0)]));
        var changes = 0;
        // Like a command: both rows in one batch.
        var rows = new MemoryRows(store)
        {
            Reading = async place =>
            {
                if (place == City && changes < 5) await store.SubmitAsync(
                    City.Table,
                    City.Partition,
                    [
                        new Change.Upsert(Backups.Numbered("A", ++changes)),
                        new Change.Upsert(Backups.Numbered("M", changes))
                    ],
                    Stop);
            },
        };

        var text = Encoding.UTF8.GetString(Unpacked(await backups.Export(rows)));

        Assert.Contains(
            "{\"key\":\"A\",\"columns\":{\"N\":5}}\n{\"key\":\"M\",\"columns\":{\"N\":5}}\n{\"rows\":2,",
            text,
            StringComparison.Ordinal);
        Assert.Equal(1, text.Split("\"partition\":\"1301\"").Length - 1);
    }

    [Fact]
    public async Task Export_OfAPartitionThatNeverKeepsStill_IsRefusedAndLeavesNoFile()
    {
        var store = new MemoryTableStore();
        await Backups.Fill(store, (City, [Backups.Numbered("A", 0)]));
        var rows = new MemoryRows(store)
        {
            Reading = _ => store.SubmitAsync(
            City.Table,
            City.Partition,
            [new Change.Upsert(Backups.Numbered("A", 1))],
            Stop)
        };
        var file = backups.NewFile();

        var refused = await Assert.ThrowsAsync<BackupException>(() =>
            Export.ToFileAsync(file, rows, new NodaTime.Testing.FakeClock(default), _ => { }, Stop));

        Assert.Contains("matters 1301", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file) || File.Exists(file + ".part"));
    }

    [Fact]
    public async Task Export_OfNothing_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<BackupException>(() => backups.Export(new MemoryRows(new())));
        Assert.Contains("no data", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OntoAFileThatIsThere_IsRefusedAndLeavesIt()
    {
        var file = await SomeBackup();
        var before = await File.ReadAllBytesAsync(file, Stop);
        var store = new MemoryTableStore();
        await Backups.Fill(store);

        var refused = await Assert.ThrowsAsync<BackupException>(() =>
            Export.ToFileAsync(file, new MemoryRows(store), new NodaTime.Testing.FakeClock(default), _ => { }, Stop));

        Assert.Contains("there already", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file, Stop));
    }

    [Fact]
    public async Task Export_IntoAFolderThatIsNotThere_IsRefused()
    {
        var store = new MemoryTableStore();
        await Backups.Fill(store);

        var refused = await Assert.ThrowsAsync<BackupException>(() =>
            Export.ToFileAsync(
                Path.Combine(backups.NewFile(), "x"),
                new MemoryRows(store),
                new NodaTime.Testing.FakeClock(default),
                _ => { },
                Stop));
        Assert.Contains("cannot be written", refused.Message, StringComparison.Ordinal);
    }

    private async Task<string> SomeBackup(params Row[] more)
    {
        var store = new MemoryTableStore();
        await Backups.Fill(
            store,
            (City,
                [
                    Backups.Numbered(RowKeys.Matters.Matter + "1", 1),
                    Backups.Numbered(RowKeys.Matters.Matter + "2", 2),
                    Backups.Numbered(RowKeys.Matters.Matter + "3", 3),
                    .. more
                ]),
            (new("matters", "1302"), [Backups.Numbered(RowKeys.Matters.Matter + "1", 4)]));
        return await backups.Export(new MemoryRows(store));
    }

    private async Task AssertRefused(byte[] bytes, string mentions)
    {
        var file = backups.NewFile();
        await File.WriteAllBytesAsync(file, bytes, Stop);
        var store = new MemoryTableStore();
        var refused = await Assert.ThrowsAsync<BackupException>(() => Backups.Import(
            file,
            store,
            new MemoryRows(store)));
        Assert.Contains(mentions, refused.Message, StringComparison.Ordinal);
        Assert.Empty(store.Partitions);
        File.Delete(file);
    }

    private static byte[] Packed(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static byte[] Unpacked(string file) => TryUnpack(File.ReadAllBytes(file))!;

    private static byte[]? TryUnpack(byte[] packed)
    {
        var text = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            gzip.CopyTo(text);
            return text.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
