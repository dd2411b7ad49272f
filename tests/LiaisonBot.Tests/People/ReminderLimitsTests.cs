using CsCheck;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Tests.People;

public class ReminderLimitsTests
{
    private static readonly Gen<LocalTime> AnyTime = Gen.Int[0, 1439]
        .Select(minute => LocalTime.Midnight.PlusMinutes(minute));

    private static readonly Gen<ReminderLimits> AnyLimits =
        Gen.Select(
            AnyTime,
            AnyTime,
            Gen.Int[1, 20],
            (a, b, quiet) => new ReminderLimits(LocalTime.Min(a, b), LocalTime.Max(a, b), quiet));

    [Fact]
    public void Within_WhatSomeoneSet_ObeysTheLimitsAndKeepsWhatAlreadyDid() =>
        Gen.Select(AnyLimits, AnyTime, AnyTime, AnyTime).Sample((limits, digest, from, to) =>
        {
            var kept = limits.Within(new(DigestTime: digest, QuietFrom: from, QuietTo: to));

            Assert.True(limits.AllowsDigest(kept.DigestTime!.Value));
            if (limits.AllowsDigest(digest)) Assert.Equal(digest, kept.DigestTime);
            Assert.False(limits.IsTooLong(kept.QuietFrom!.Value, to));
            Assert.Equal(limits.IsTooLong(from, to) ? to.PlusHours(-limits.LongestQuiet) : from, kept.QuietFrom);
            Assert.Equal(to, kept.QuietTo);
        });

    [Fact]
    public void Within_WhatNobodySet_StaysUnset() =>
        Assert.Equal(Preferences.Default, ReminderLimits.Default.Within(Preferences.Default));

    [Theory]
    [InlineData(20, 8, 12)]
    [InlineData(12, 14, 2)]
    public void LeastQuiet_IsThatOfThePolicy(int from, int to, int hours) =>
        Assert.Equal(hours, ReminderLimits.LeastQuiet(new(new(8, 30), new(from, 0), new(to, 0))));

    [Fact]
    public async Task SetLimits_ByTheOffice_HoldsForEverybodyAtOnce()
    {
        await using var world = await World.Open();
        await world.People.SetPreferencesAsync(Cast.County, new(DigestTime: new(11, 0)), default);

        Assert.Equal(
            DirectoryRefusal.NotAllowed,
            await world.People.SetLimitsAsync(
                Cast.City,
                new(new(8, 0), new(9, 0), 12),
                PolicyFile.BuiltIn.Times,
                default));
        Assert.Equal(new(11, 0), await DigestTime());
        Assert.Null(await world.People.SetLimitsAsync(
            Cast.Office,
            new(new(8, 0), new(9, 0), 12),
            PolicyFile.BuiltIn.Times,
            default));
        Assert.Equal(new(9, 0), await DigestTime());
        Assert.Null(await world.People.SetLimitsAsync(
            Cast.Office,
            new(new(8, 0), new(12, 0), 12),
            PolicyFile.BuiltIn.Times,
            default));
        Assert.Equal(new(11, 0), await DigestTime());

        async Task<LocalTime?> DigestTime() =>
            (await world.Directory.ReadAsync(default)).ById(Cast.County.Id)!.Preferences.DigestTime;
    }
}
