using LiaisonBot.Functions;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace LiaisonBot.Tests.Hosts;

/// <summary>What the Azure host says of its settings before it starts.</summary>
[Trait("Kind", "Pure")]
public sealed class AzureSettingsTests
{
    private const string Id = "11111111-1111-4111-8111-111111111111";
    private const string Capital = "ABCDEFAB-1111-4111-8111-111111111111";
    private const string Other = "22222222-2222-4222-8222-222222222222";

    private static readonly Dictionary<string, string?> Good = new(StringComparer.Ordinal)
    {
        ["MicrosoftAppType"] = "UserAssignedMSI",
        ["MicrosoftAppId"] = Id,
        ["MicrosoftAppTenantId"] = Other,
        ["AZURE_CLIENT_ID"] = Id,
        ["Tables:ServiceUri"] = "https://liaison.table.core.windows.net",
        ["LIAISON_PROVINCE"] = "13",
        ["LIAISON_PREFIX"] = "冀巡交",
        ["LIAISON_OFFICE"] = "office@contoso.com",
        ["AzureWebJobsStorage:blobServiceUri"] = "https://liaison.blob.core.windows.net",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=33333333-3333-4333-8333-333333333333",
    };

    [Fact]
    public void Read_WhatInfrastructureSets_IsTaken()
    {
        var (settings, wrong) = Read();
        Assert.Empty(wrong);
        Assert.Equal(
            (Id, true, Other, Id, "global", "13"),
            (settings!.AppId,
                settings.IsManagedIdentity,
                settings.TenantId,
                settings.Identity,
                settings.Cloud,
                settings.Province.Value));
    }

    [Fact]
    public void Read_Nothing_NamesEverythingThatIsMissing()
    {
        var (settings, wrong) = AzureSettings.Read(new ConfigurationBuilder().Build());
        Assert.Null(settings);
        string[] needed =
        [
            "MicrosoftAppType",
            "MicrosoftAppId",
            "MicrosoftAppTenantId",
            "AZURE_CLIENT_ID",
            "Tables__ServiceUri",
            "AzureWebJobsStorage__blobServiceUri",
            "LIAISON_PROVINCE", "LIAISON_PREFIX", "LIAISON_OFFICE", "APPLICATIONINSIGHTS_CONNECTION_STRING",
        ];
        Assert.Equal(needed, wrong.Select(w => w.Split(' ')[0]));
        Assert.All(wrong, w => Assert.Contains(" is missing: ", w, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_EverythingWrong_NamesEverything()
    {
        var (_, wrong) = Read(
            ("MicrosoftAppType", "MultiTenant"),
            ("MicrosoftAppId", "x"),
            ("MicrosoftAppTenantId", "x"),
            ("AZURE_CLIENT_ID", "x"),
            ("BotCloud", "x"),
            ("Tables:ServiceUri", "x"),
            ("LIAISON_DEMO", "true"),
            ("LIAISON_PROVINCE", "99"),
            ("LIAISON_PREFIX", "一二三四五六七八九十一二三"),
            ("LIAISON_OFFICE", "x"),
            ("APPLICATIONINSIGHTS_CONNECTION_STRING", "x"));
        Assert.Equal(11, wrong.Count);
    }

    [Fact]
    public void Read_IdsInCapitals_AreTakenAsTokensNameThem() =>
        Assert.Equal(
            Capital.ToLowerInvariant(),
            Read(("MicrosoftAppId", Capital), ("AZURE_CLIENT_ID", Capital.ToLowerInvariant())).Settings!.AppId);

    [Theory]
    [InlineData("MicrosoftAppType", "MultiTenant", "MicrosoftAppType is MultiTenant")]
    [InlineData("MicrosoftAppId", "bot", "MicrosoftAppId is not a GUID")]
    [InlineData("MicrosoftAppId", Other, "MicrosoftAppId and AZURE_CLIENT_ID differ")]
    [InlineData("MicrosoftAppTenantId", "contoso.com", "MicrosoftAppTenantId is not a GUID")]
    [InlineData("Tables:ServiceUri", "http://liaison.table.core.windows.net", "Tables__ServiceUri is not an address")]
    [InlineData("LIAISON_PROVINCE", "99", "LIAISON_PROVINCE is 99")]
    [InlineData("LIAISON_PREFIX", "一二三四五六七八九十一二三", "LIAISON_PREFIX has more than")]
    [InlineData("LIAISON_OFFICE", "office", "LIAISON_OFFICE is neither")]
    [InlineData("BotCloud", "germany", "BotCloud is germany")]
    [InlineData("LIAISON_DEMO", "true", "LIAISON_DEMO is for a developer")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "https://x", "APPLICATIONINSIGHTS_CONNECTION_STRING is not")]
    public void Read_OneThatIsWrong_IsNamedWithWhatItShouldBe(string name, string value, string says)
    {
        var (settings, wrong) = Read((name, value));
        Assert.Null(settings);
        Assert.StartsWith(says, Assert.Single(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ASingleTenantApp_TrustsTheIdentity()
    {
        var (settings, wrong) = Read(("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppId", Other));
        Assert.Empty(wrong);
        Assert.Equal((Other, false, Id), (settings!.AppId, settings.IsManagedIdentity, settings.Identity));
        Assert.Contains(
            "UserAssignedMSI",
            Assert.Single(Read(("MicrosoftAppType", "SingleTenant"), ("BotCloud", "china")).Wrong),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TheApi_LetsNobodyInUntilItIsSaidWho()
    {
        Assert.Equal((0, false), (Read().Settings!.ApiAudiences.Count, Read().Settings!.ApiKeyAllowed));
        var (settings, wrong) = Read(
            ("LIAISON_API_AUDIENCE", $"{Capital}, api://liaison.contoso.com"),
            ("LIAISON_API_KEY_ALLOWED", "True"));
        Assert.Empty(wrong);
        Assert.Equal([Capital.ToLowerInvariant(), "api://liaison.contoso.com"], settings!.ApiAudiences);
        Assert.True(settings.ApiKeyAllowed);
    }

    [Theory]
    [InlineData("LIAISON_API_KEY_ALLOWED", "yes", "LIAISON_API_KEY_ALLOWED is yes")]
    [InlineData("LIAISON_API_AUDIENCE", Id, "LIAISON_API_AUDIENCE is the bot itself")]
    [InlineData("LIAISON_API_AUDIENCE", "api://botid-" + Id, "LIAISON_API_AUDIENCE is the bot itself")]
    [InlineData("LIAISON_API_AUDIENCE", Other + ",api://" + Id, "LIAISON_API_AUDIENCE is the bot itself")]
    public void Read_TheApi_WrongSettings_AreNamed(string name, string value, string says) =>
        Assert.StartsWith(says, Assert.Single(Read((name, value)).Wrong), StringComparison.Ordinal);

    [Fact]
    public void Read_ThePages_AreSignedInToWhereARegistrationIsNamed()
    {
        Assert.Null(Read().Settings!.TabAppId);
        Assert.Null(Read().Settings!.TeamsAppId);
        var (settings, wrong) = Read(
            ("LIAISON_TAB_APP_ID", Other.ToUpperInvariant()),
            ("LIAISON_TEAMS_APP_ID", Other.ToUpperInvariant()),
            ("LIAISON_DOMAIN", "liaison.contoso.com"));
        Assert.Empty(wrong);
        Assert.Equal((Other, Other, "liaison.contoso.com"), (settings!.TabAppId, settings.TeamsAppId, settings.Domain));
    }

    [Theory]
    [InlineData("LIAISON_TAB_APP_ID", "x", "LIAISON_TAB_APP_ID is not a GUID")]
    [InlineData("LIAISON_TAB_APP_ID", Id, "LIAISON_TAB_APP_ID is the bot itself")]
    [InlineData("LIAISON_TEAMS_APP_ID", "LiaisonBot", "LIAISON_TEAMS_APP_ID is not a GUID")]
    [InlineData("LIAISON_DOMAIN", "https://liaison.contoso.com", "LIAISON_DOMAIN is https://")]
    [InlineData("LIAISON_DOMAIN", "liaison.contoso.com/tab", "LIAISON_DOMAIN is liaison")]
    public void Read_ThePages_WrongSettings_AreNamed(string name, string value, string says) =>
        Assert.StartsWith(says, Assert.Single(Read((name, value)).Wrong), StringComparison.Ordinal);

    [Fact]
    public void Read_Backups_AreMadeWhereAContainerIsNamed()
    {
        Assert.Null(Read().Settings!.Backup);
        var (settings, wrong) = Read(
            ("LIAISON_BACKUP_CONTAINER", "table-backups"),
            ("LIAISON_BACKUP_KEEP_DAYS", "90"),
            ("LIAISON_BACKUP_TIME", "01:30"));
        Assert.Empty(wrong);
        Assert.Equal(
            ("https://liaison.blob.core.windows.net/table-backups", 90, new LocalTime(1, 30)),
            (settings!.Backup!.Address!.ToString(), settings.Backup.Plan.KeepDays, settings.Backup.Plan.At));
    }

    [Theory]
    [InlineData("LIAISON_EVIDENCE_CONTAINER", "Evidence Files")]
    [InlineData("LIAISON_BACKUP_CONTAINER", "Table Backups")]
    [InlineData("LIAISON_BACKUP_KEEP_DAYS", "0")]
    [InlineData("LIAISON_BACKUP_TIME", "26:00")]
    public void Read_Backups_WrongSettings_AreNamed(string name, string value) =>
        Assert.StartsWith($"{name} is {value}: ", Assert.Single(Read((name, value)).Wrong), StringComparison.Ordinal);

    [Fact]
    public void Read_WithoutAnAppId_IsForADevelopersMachineOnly()
    {
        (string, string?)[] local = [
            ("AZURE_FUNCTIONS_ENVIRONMENT", "Development"),
            ("MicrosoftAppId", null),
            ("LIAISON_DEMO", "true")
        ];
        var (settings, wrong) = Read(local);
        Assert.Empty(wrong);
        Assert.Equal((null, true), (settings!.AppId, settings.Demo));
        Assert.Contains(
            Read([.. local, ("WEBSITE_SITE_NAME", "app")]).Wrong,
            w => w.StartsWith("MicrosoftAppId is missing", StringComparison.Ordinal));
    }

    private static (AzureSettings? Settings, IReadOnlyList<string> Wrong) Read(params (string Name, string? Value)[] other)
    {
        var values = new Dictionary<string, string?>(Good, StringComparer.Ordinal);
        foreach (var (name, value) in other) values[name] = value;
        return AzureSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
