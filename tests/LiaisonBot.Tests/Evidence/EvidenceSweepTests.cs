using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.People;
using LiaisonBot.Tests.Storage;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Evidence;

/// <summary>What the daily round for files that nothing names costs, and what it removes.</summary>
public sealed class EvidenceSweepTests : IAsyncDisposable
{
    private static readonly AreaCode[] Cities = [AreaCode.Parse("1300"), AreaCode.Parse("1301"), AreaCode.Parse("1302")];

    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 1, 0));
    private readonly TempSqliteStore file = TempSqliteStore.Open();
    private readonly CountingStore counting;
    private readonly MemoryEvidence bytes;
    private readonly EvidenceService evidence;

    public EvidenceSweepTests()
    {
        counting = new(file.Store);
        bytes = new(clock);
        evidence = new(counting, bytes, AreaCode.Parse("13"), clock, Terms.BuiltIn);
    }

    [Fact]
    public async Task NothingOld_IsOneRead()
    {
        await KeepAsync("方案.pdf");

        Assert.Equal(0, await SweepAsync());
        Assert.Equal(1, counting.RoundTrips);
        Assert.Single(bytes.Ids);
    }

    [Fact]
    public async Task Orphans_AreLookedForOnceInEachCity_HoweverMany_AndCounted()
    {
        for (var i = 0; i < 5; i++)
        {
            await KeepAsync($"{i}.pdf");
        }

        clock.Advance(Duration.FromDays(30));
        Assert.Equal(5, await SweepAsync());
        Assert.Equal(1 + Cities.Length, counting.RoundTrips);
        Assert.Empty(bytes.Ids);
    }

    [Fact]
    public async Task WhatWaits_IsNoOrphan_UntilItsTimeIsOver()
    {
        var person = Person.WithObjectId("00000000-0000-4000-8000-000000000031", "联络员");
        clock.Advance(Duration.FromDays(30));
        var item = await KeepAsync("方案.pdf");
        await evidence.WaitAsync(person, "message", [item], default);

        Assert.Equal(0, await SweepAsync());
        Assert.Single(bytes.Ids);
        clock.Advance(Duration.FromDays(30));
        Assert.Equal(1, await SweepAsync());
        Assert.Empty(bytes.Ids);
    }

    public async ValueTask DisposeAsync()
    {
        await counting.DisposeAsync();
        await file.DisposeAsync();
    }

    private async Task<EvidenceItem> KeepAsync(string name)
    {
        using var content = new MemoryStream(Sample.Pdf(name));
        return Assert.IsType<Received.Kept>(await evidence.ReceiveAsync(name, "附件", content, default)).Item;
    }

    private Task<int> SweepAsync()
    {
        counting.Reset();
        return evidence.SweepAsync(Cities, default);
    }
}
