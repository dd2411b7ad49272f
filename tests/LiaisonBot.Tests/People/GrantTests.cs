using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.People;

/// <summary>A grant counts on its days only, everywhere, from midnight in Beijing on.</summary>
public class GrantTests
{
    private static readonly Grant OfQiaoxi = new(Role.CountyOfficer, Qiaoxi);
    private static readonly LocalDate Tomorrow = Today.PlusDays(1);

    [Theory]
    [InlineData("CountyOfficer:130102")]
    [InlineData("TeamLeader:1301:1")]
    [InlineData("CountyOfficer:130102?from=2026-12-01&to=2026-12-05")]
    [InlineData("TeamMember:1301:1?post=DeputyLeader")]
    [InlineData("CountyOfficer:130102?from=2026-12-01&to=2026-12-05&for=upn%3Aa%3Bb%40contoso.com")]
    public void Grant_AsItIsStored_IsReadAgain(string stored) => Assert.Equal(stored, Grant.Parse(stored).ToString());

    /// <summary>The separator of rows, ids and names cannot break the column.</summary>
    [Fact]
    public void Grants_OfAPersonsRow_AreReadAgain_WhateverTheIdIs()
    {
        var person = County with
        {
            Grants = [OfQiaoxi with { From = Today, To = Tomorrow, For = "upn:a;b?c=d&e@x" }, OfQiaoxi],
            JobTitle = "办公室主任",
            Phone = "0311-88886666转2",
        };
        var read = DirectoryRows.ToPerson(DirectoryRows.ToRow(person));
        Assert.Equal(person.Grants, read.Grants);
        Assert.Equal((person.JobTitle, person.Phone), (read.JobTitle, read.Phone));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(0, 0, true)]
    [InlineData(-1, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(null, 0, true)]
    [InlineData(0, null, true)]
    [InlineData(1, 2, false)]
    [InlineData(-2, -1, false)]
    [InlineData(1, null, false)]
    [InlineData(null, -1, false)]
    public void Grant_CountsOnItsDaysOnly(int? from, int? to, bool counts)
    {
        LocalDate? Day(int? days) => days is { } n ? Today.PlusDays(n) : null;
        var officer = Someone("qiaoxi", Role.CountyOfficer, Qiaoxi) with
        {
            Grants = [OfQiaoxi with { From = Day(from), To = Day(to) }]
        };
        var book = On(Today, officer);
        var now = book.ById("qiaoxi")!;
        Assert.Equal(counts, Permissions.May(now, Right.See, Subject.Place(Qiaoxi)));
        Assert.Equal(counts, book.Holding(Role.CountyOfficer, Qiaoxi).Any());
        Assert.Equal(counts, Duties.Holders(Qiaoxi, book).Any());
        Assert.Equal(
            counts,
            Audience.Of(PolicyBook.BuiltIn.InForce.Rule(ReminderName.DueSoon)!, 0, Subject.Place(Qiaoxi), book, Today).Any(p => p.Id == "qiaoxi"));
        Assert.Single(now.Entered);
    }

    [Fact]
    public async Task Grant_BeginsAndEnds_AtMidnightInBeijing_InAProcessThatReadBefore()
    {
        var officer = Someone("qiaoxi", Role.CountyOfficer, Qiaoxi) with
        {
            Grants = [OfQiaoxi with { From = Tomorrow, To = Tomorrow }]
        };
        await using var world = await World.Open(officer);
        async Task<bool> Holds() => (await world.Directory.ReadAsync(default)).ById("qiaoxi")!.Grants.Count > 0;
        var midnight = BeijingTime.At(Tomorrow, LocalTime.Midnight);

        world.Clock.Reset(midnight - Duration.Epsilon);
        Assert.False(await Holds());
        world.Clock.Reset(midnight + CurrentDirectory.MaxAge);
        Assert.True(await Holds());
        world.Clock.Reset(midnight + Duration.FromDays(1) - Duration.Epsilon);
        Assert.True(await Holds());
        world.Clock.Reset(midnight + Duration.FromDays(1) + CurrentDirectory.MaxAge);
        Assert.False(await Holds());
    }

    [Fact]
    public async Task Matter_AssignedAfterAGrantEnded_IsToldToNobodyOfIt_AndNobodyDecidesByIt()
    {
        var officer = Someone("qiaoxi", Role.CountyOfficer, Qiaoxi) with { Grants = [OfQiaoxi with { To = Today }] };
        await using var world = await World.Open(officer);
        var number = await world.Assign(Office, Qiaoxi);
        Assert.Equal(MatterState.InProgress, (await world.Do(await Now(world, "qiaoxi"), number, new MatterCommand.Sign())).Matter.State);

        world.Clock.Advance(Duration.FromDays(1));
        Assert.IsType<CommandResult.NotFound>(await world.Try(
            await Now(world, "qiaoxi"),
            number,
            new MatterCommand.HandIn("办完")));
        var later = await world.Assign(Office, Qiaoxi);
        Assert.DoesNotContain(
            await world.Rows(RowKeys.Matters.Outbox),
            row => row.Text("To") == "qiaoxi" && row.Text("Number") == later.Key);
    }

    [Fact]
    public async Task Enter_TheSameDutyWithOtherDays_ChangesTheDays_AndKeepsOthers()
    {
        await using var world = await World.Open();
        async Task Enter(LocalDate? from, LocalDate? to) => Assert.Null(await world.People.AddGrantAsync(
            Office,
            "qiaoxi@contoso.com",
            "桥西区联络员",
            OfQiaoxi with { From = from, To = to },
            default));

        await Enter(null, null);
        await Enter(null, Today.PlusDays(10));
        await Enter(Today.PlusDays(20), null);
        Assert.Equal(
            [OfQiaoxi with { To = Today.PlusDays(10) }, OfQiaoxi with { From = Today.PlusDays(20) }],
            (await world.Directory.ReadAsync(default)).BySignInName("qiaoxi@contoso.com")!.Entered);
    }

    [Fact]
    public async Task Enter_DaysThatAreOver_OrTurnedAround_IsRefused()
    {
        await using var world = await World.Open();
        foreach (var grant in new[]
        {
            OfQiaoxi with { To = Today.PlusDays(-1) },
            OfQiaoxi with { From = Today.PlusDays(5), To = Today.PlusDays(4) },
        })
        {
            Assert.Equal(
                DirectoryRefusal.DaysOutOfOrder,
                await world.People.AddGrantAsync(Office, "a@contoso.com", "某人", grant, default));
        }
    }

    /// <summary>A day would come on which nobody could enter people.</summary>
    [Fact]
    public async Task Enter_AnEndForTheLastOfTheOffice_IsRefused()
    {
        await using var world = await World.Open();
        var office = new Grant(Role.Office, Hebei) { To = Today.PlusDays(30) };
        await world.People.AddGrantAsync(Office, "6f9619ff-8b86-d011-b42d-00c04fc964ff", "第二人", office, default);
        Assert.Null(await world.People.AddGrantAsync(Office, "6f9619ff-8b86-d011-b42d-00c04fc964ff", "第二人", office, default));
        Assert.Equal(
            DirectoryRefusal.LastOfOffice,
            await world.People.RemoveGrantAsync(Office, Office.Id, Office.Grants[0], default));
    }

    [Theory]
    [InlineData("0311-88886666", true)]
    [InlineData("（0311）8888 6666 转 2", true)]
    [InlineData("138 0000 0000", true)]
    [InlineData("0311－88886666、13800000000", true)]
    [InlineData("+86 311 8888 6666", true)]
    [InlineData("8686", true)]
    [InlineData("12", false)]
    [InlineData("办公室", false)]
    [InlineData("zhangsan@contoso.com", false)]
    [InlineData("138\n0000", false)]
    public async Task Phone_IsWhatCanBeDialled(string typed, bool isOne)
    {
        await using var world = await World.Open();
        var refusal = await world.People.EnterAsync(
            Office,
            new("a@contoso.com", "某人", OfQiaoxi, "办公室主任", typed),
            default);
        Assert.Equal(isOne ? null : DirectoryRefusal.PhoneWrong, refusal);
    }

    [Fact]
    public async Task Enter_AgainWithoutPhone_LeavesIt_AndWithOne_ChangesIt()
    {
        await using var world = await World.Open();
        async Task<Person> Enter(string? title, string? phone)
        {
            Assert.Null(await world.People.EnterAsync(Office, new("a@contoso.com", "某人", OfQiaoxi, title, phone), default));
            return (await world.Directory.ReadAsync(default)).BySignInName("a@contoso.com")!;
        }

        await Enter("主任", "0311-1");
        Assert.Equal(("主任", "0311-11111"), (await Enter("主任", "0311-11111") is var first ? (first.JobTitle, first.Phone) : default));
        Assert.Equal(("主任", "0311-11111"), (await Enter(null, " ") is var second ? (second.JobTitle, second.Phone) : default));
        Assert.Equal(("书记", "0311-22222"), (await Enter("书记", "0311-22222") is var third ? (third.JobTitle, third.Phone) : default));
    }

    /// <summary>Who has no day left has left: the terms count from then on.</summary>
    [Fact]
    public async Task Sweep_OfSomebodyWhoseDaysAreOver_WritesThatTheyLeft()
    {
        var officer = Someone("qiaoxi", Role.CountyOfficer, Qiaoxi) with { Grants = [OfQiaoxi with { To = Today }] };
        await using var world = await World.Open(officer);
        var services = world.Process(new FakeChat());
        await services.Leaving.SweepAsync(default);
        Assert.NotNull((await services.Directory.ReadAsync(default)).ById("qiaoxi"));

        world.Clock.Advance(Duration.FromDays(1));
        await services.Leaving.SweepAsync(default);
        var people = await services.Directory.ReadAsync(default);
        Assert.Null(people.ById("qiaoxi"));
        Assert.Equal("name of qiaoxi", people.FormerById("qiaoxi")!.Name);
    }

    private static LiaisonDirectory On(LocalDate day, params Person[] people) =>
        new(Hebei, [.. Everyone, .. people], Units, [], [], today: day);

    private static async Task<Person> Now(World world, string id) => (await world.Directory.ReadAsync(default)).ById(id)!;
}
