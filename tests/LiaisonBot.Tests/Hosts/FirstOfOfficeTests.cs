using LiaisonBot.Conversation;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using LiaisonBot.Host;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Storage;
using Microsoft.Extensions.Logging;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Hosts;

/// <summary>
/// A start enters the first person of the office once, into an office that has nobody, and brings nothing back.
/// </summary>
public sealed class FirstOfOfficeTests
{
    private const string First = "first@contoso.com";
    private const string Colleague = "6f9619ff-8b86-d011-b42d-00c04fc964ff";
    private static readonly AreaCode Hebei = DemoData.Province;
    private static readonly Grant OfOffice = new(Role.Office, Hebei);
    private readonly FakeClock clock = new(Chats.Morning);

    [Fact]
    public async Task EmptyOffice_GetsTheNamedPerson_WhoIsTheSameAfterEveryStart()
    {
        await using var file = TempSqliteStore.Open();
        await Start(file.Store, First);
        var service = Desk(file.Store);
        await service.BindAsync((await People(file.Store)).BySignInName(First)!, "first-id", default);
        await Start(file.Store, First);

        var person = Assert.Single((await People(file.Store)).People);
        Assert.Equal(("upn:" + First, "first-id"), (person.Id, person.ObjectId));
        Assert.Equal([OfOffice], person.Grants);
    }

    [Fact]
    public async Task Removed_StaysRemoved_AndTheLogSaysSo()
    {
        await using var file = TempSqliteStore.Open();
        await Start(file.Store, First);
        var first = (await People(file.Store)).BySignInName(First)!;
        await Desk(file.Store).AddGrantAsync(first, Colleague, "同事", OfOffice, default);
        await Desk(file.Store).RemoveGrantAsync(first, first.Id, OfOffice, default);
        var log = new Lines();

        await Start(file.Store, First, log);

        Assert.Equal([Colleague], (await People(file.Store)).People.Select(p => p.Id));
        var line = Assert.Single(log.Said, l => l.Contains("LIAISON_OFFICE", StringComparison.Ordinal));
        Assert.DoesNotContain(First, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherRoles_AndTheBoundAccount_AreLeftAsTheyAre()
    {
        await using var file = TempSqliteStore.Open();
        await Start(file.Store, First);
        var service = Desk(file.Store);
        var first = (await People(file.Store)).BySignInName(First)!;
        var officer = new Grant(Role.CountyOfficer, AreaCode.Parse("130102"));
        await service.AddGrantAsync(first, First, "甲", officer, default);
        await service.AddGrantAsync(first, Colleague, "同事", OfOffice, default);
        await service.BindAsync(first, "first-id", default);
        await service.RemoveGrantAsync(first, first.Id, OfOffice, default);

        await Start(file.Store, First);

        var now = (await People(file.Store)).BySignInName(First)!;
        Assert.Equal([officer], now.Grants);
        Assert.Equal(("first-id", "甲"), (now.ObjectId, now.Name));
    }

    [Fact]
    public async Task AnotherNameInTheSettings_EntersNobody_WhilePeopleAreThere()
    {
        await using var file = TempSqliteStore.Open();
        await Start(file.Store, First);
        await Start(file.Store, "attacker@contoso.com");
        await Start(file.Store, null);

        Assert.Equal(["upn:" + First], (await People(file.Store)).People.Select(p => p.Id));
    }

    [Fact]
    public async Task TwoThatStartAtOnce_WithTwoNames_EnterOne()
    {
        await using var file = TempSqliteStore.Open();
        await StoreSchema.PrepareAsync(file.Store, default);
        var entered = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(i => Desk(file.Store).EnterFirstAsync($"person{i % 2}@contoso.com", "巡视办", default)));

        Assert.Single(entered, FirstOfOffice.Entered);
        Assert.Single((await People(file.Store)).Holding(Role.Office, Hebei));
    }

    [Fact]
    public async Task OfficeThatLostEverybody_GetsTheNamedPersonBack_WithWhatTheyHaveBesides()
    {
        await using var file = TempSqliteStore.Open();
        var officer = new Grant(Role.CountyOfficer, AreaCode.Parse("130102"));
        await StoreSchema.PrepareAsync(file.Store, default);
        var person = Person.WithSignInName(First, "甲", officer) with { ObjectId = "first-id" };
        await file.Store.SubmitAsync(
            DirectoryRows.Table,
            Hebei.Value,
            [new Change.Insert(DirectoryRows.ToRow(person))],
            default);

        await Start(file.Store, First);

        var now = Assert.Single((await People(file.Store)).People);
        Assert.Equal([officer, OfOffice], now.Grants);
        Assert.Equal("first-id", now.ObjectId);
    }

    [Theory]
    [InlineData("FIRST@Contoso.com")]
    [InlineData(" first@contoso.com ")]
    [InlineData("ｆｉｒｓｔ＠ｃｏｎｔｏｓｏ．ｃｏｍ")]
    [InlineData("first@contoso.com\u200B")]
    [InlineData("mailto:first@contoso.com")]
    [InlineData("First Person <first@contoso.com>")]
    [InlineData("first_contoso.com#EXT#@office.onmicrosoft.com")]
    public async Task TheNameInAnotherSpelling_IsTheSamePerson(string spelling)
    {
        await using var file = TempSqliteStore.Open();
        await Start(file.Store, spelling);
        var log = new Lines();
        await Start(file.Store, First, log);

        Assert.Single((await People(file.Store)).People);
        Assert.DoesNotContain(log.Said, l => l.Contains("LIAISON_OFFICE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ObjectIdInBraces_IsFoundByTheAccountThatHasIt()
    {
        await using var file = TempSqliteStore.Open();
        await Start(file.Store, $"{{{Colleague.ToUpperInvariant()}}}");

        Assert.NotNull((await People(file.Store)).ByObjectId(Colleague));
    }

    [Fact]
    public async Task Demo_BringsNobodyAndNothingBack()
    {
        await using var file = TempSqliteStore.Open();
        await Start(file.Store, null, demo: true);
        var service = Desk(file.Store);
        var now = await People(file.Store);
        var office = now.Holding(Role.Office, Hebei).Single();
        await service.AddGrantAsync(office, Colleague, "同事", OfOffice, default);
        foreach (var gone in new[] { office, now.Holding(Role.CountyOfficer, AreaCode.Parse("130102")).Single() })
            await service.RemoveGrantAsync(office, gone.Id, gone.Grants[0], default);
        var directory = new CurrentDirectory(file.Store, Hebei, clock);
        var residency = Assert.Single(now.Visits);
        Assert.Null((await new VisitService(file.Store, directory, clock)
            .CancelAsync(office, residency.Key, "录错", default)).Why);

        await Start(file.Store, null, demo: true);

        now = await People(file.Store);
        Assert.Equal([Colleague], now.Holding(Role.Office, Hebei).Select(p => p.Id));
        Assert.Empty(now.Holding(Role.CountyOfficer, AreaCode.Parse("130102")));
        Assert.Empty(now.Visits);
    }

    [Fact]
    public async Task Demo_InTheNextYear_HasTheResidencyOfThatYear_Once()
    {
        await using var file = TempSqliteStore.Open();
        await Start(file.Store, null, demo: true);
        clock.AdvanceDays(60);
        await Start(file.Store, null, demo: true);
        await Start(file.Store, null, demo: true);

        Assert.Equal([2026, 2027], (await People(file.Store)).Visits.Select(v => v.From.Year).Order());
    }

    private Task<LiaisonDirectory> People(ITableStore store) =>
        new CurrentDirectory(store, Hebei, clock).ReadAsync(default);

    private DirectoryService Desk(ITableStore store) => new(store, new(store, Hebei, clock));

    private async Task Start(ITableStore store, string? office, Lines? log = null, bool demo = false)
    {
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(log ?? new Lines()));
#pragma warning disable RS0030 // Nothing waits here.
        var time = TimeProvider.System;
#pragma warning restore RS0030
        // Not disposed of: the store goes on to the next start.
        _ = await BotApp.OpenAsync(
            store,
            new(Hebei, DemoData.Prefix, office, "tests") { Demo = demo ? DemoData.EnterAsync : null },
            PolicyBook.BuiltIn,
            new Silent(),
            clock,
            time,
            logs,
            default);
    }

    private sealed class Silent : IConnector
    {
        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class Lines : ILoggerProvider
    {
        public List<string> Said { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Line(Said);

        public void Dispose()
        {
        }

        private sealed class Line(List<string> said) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                said.Add(formatter(state, exception));
        }
    }
}
