using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Rooms;

public class RoomViewTests
{
    private static readonly LocalTime Noon = new(12, 0);

    /// <summary>
    /// A card in a room is made of this alone: a text of the matter that came in here would be read by everybody.
    /// </summary>
    [Fact]
    public void View_HasNoPlaceForAnythingThatWasTyped() => Assert.Equal(
        [nameof(RoomView.Readers)],
        typeof(RoomView).GetProperties()
            .Where(p => p.Name is not (nameof(RoomView.Fingerprint) or "EqualityContract"))
            .Where(p =>
                p.PropertyType != typeof(MatterNumber)
                    && p.PropertyType != typeof(AreaCode)
                    && p.PropertyType != typeof(LocalDate)
                    && p.PropertyType != typeof(bool)
                    && p.PropertyType != typeof(int)
                    && !p.PropertyType.IsEnum)
            .Select(p => p.Name));

    [Fact]
    public async Task Next_IsThePlace_ThenTheReviewingSide_ThenNobody()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        async Task<RoomNext> Next() =>
            RoomView.Of((await world.Service.FindAsync(
                Office,
                number,
                default))!, Book, BeijingTime.At(Today, Noon)).Next;

        Assert.Equal(RoomNext.Place, await Next());
        await world.Do(County, number, new Sign());
        Assert.Equal(RoomNext.Place, await Next());
        await world.Do(County, number, new HandIn("x"));
        Assert.Equal(RoomNext.Review, await Next());
        await world.Do(Leader, number, new Close());
        Assert.Equal(RoomNext.Nobody, await Next());
    }

    [Fact]
    public async Task Next_OfWhatWasReferred_IsADepartmentAndNotWhich()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(Leader, number, new Refer(AuditOffice, "涉及"));

        var view = RoomView.Of(
            (await world.Service.FindAsync(Office, number, default))!,
            Book,
            BeijingTime.At(Today, Noon));

        Assert.Equal((RoomNext.Department, Changan), (view.Next, view.Area));
    }

    [Fact]
    public async Task Readers_AreThoseWhoMayDoSomethingNow_AndTheyWhoseStepIsNextComeFirst()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        foreach (var person in Everyone) await world.People.RememberAsync(
            person,
            Cast.AddressOf(person),
            Language.Chinese,
            default);
        async Task<string> Readers()
        {
            var people = await world.Directory.ReadAsync(default);
            var view = RoomView.Of(
                (await world.Service.FindAsync(Office, number, default))!,
                people,
                BeijingTime.At(Today, Noon));
            return string.Join(' ', view.Readers.Select(id => id["29:".Length..]));
        }

        Assert.Equal("changan city leader office", await Readers());
        await world.Do(County, number, new Sign());
        await world.Do(County, number, new HandIn("x"));
        // Who handed it in may still take that back.
        Assert.Equal("leader office changan", await Readers());
        await world.Do(Leader, number, new Close());
        Assert.Equal("", await Readers());
    }

    [Fact]
    public async Task Readers_WhoseChatIsNotKnown_AreNamedByTheirObjectId_AndOthersNot()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        var tree = (await world.Service.FindAsync(Office, number, default))!;
        var known = Person.WithObjectId(
            "00000000-0000-4000-8000-000000000031",
            "known",
            new Grant(Role.CountyOfficer, Changan));

        Assert.Empty(RoomView.Of(tree, Book, BeijingTime.At(Today, Noon)).Readers);
        Assert.Equal(
            ["8:orgid:00000000-0000-4000-8000-000000000031"],
            RoomView.Of(tree, With(known), BeijingTime.At(Today, Noon)).Readers);
    }

    [Fact]
    public async Task Readers_AreNoMoreThanTeamsRefreshesFor()
    {
        await using var world = await World.Open();
        var tree = (await world.Service.FindAsync(Office, await world.Assign(Leader, Changan), default))!;
        Person Numbered(int i, Role role, AreaCode area) =>
            Person.WithObjectId($"00000000-0000-4000-8000-{(int)role:0000}{i:00000000}", "x", new Grant(role, area));
        var many = With([.. Enumerable.Range(0, 30)
            .SelectMany(i =>
                new[]
                {
                    Numbered(i, Role.Office, Hebei),
                    Numbered(i, Role.CityOffice, Shijiazhuang),
                    Numbered(i, Role.CountyOfficer, Changan)
                })]);

        var readers = RoomView.Of(tree, many, BeijingTime.At(Today, Noon)).Readers;

        Assert.Equal(RoomView.MostReaders, readers.Count);
        Assert.All(
            readers.Take(30),
            id => Assert.Contains($"-{(int)Role.CountyOfficer:0000}", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fingerprint_ChangesWithWhatIsSeenAndWithNothingElse()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        async Task<string> Print(LocalDate? today = null) =>
            RoomView.Of(
                (await world.Service.FindAsync(Office, number, default))!,
                Book,
                BeijingTime.At(today ?? Today, Noon)).Fingerprint;

        var before = await Print();
        await world.Do(City, number, new Urge("抓紧"));
        Assert.Equal(before, await Print());
        Assert.NotEqual(before, await Print(Today.PlusDays(1)));
        await world.Do(County, number, new Sign());
        Assert.NotEqual(before, await Print());
    }
}
