using LiaisonBot.Core.Areas;
using LiaisonBot.Host;
using LiaisonBot.Local.Demo;
using LiaisonBot.Storage.Backup.Scheduled;
using Microsoft.Extensions.Configuration;

namespace LiaisonBot.Functions;

/// <summary>The settings of the Azure host, understood and checked. docs/operations.md says what each means.</summary>
/// <param name="AppId">Of the Azure Bot, in lower case; null on a developer's machine, where an emulator talks without
/// tokens.</param>
/// <param name="IsManagedIdentity">The app is the managed identity itself; else it is a single-tenant app that trusts
/// the identity.</param>
/// <param name="Identity">Client id of the managed identity.</param>
/// <param name="Cloud">global, usgov or china.</param>
/// <param name="Tables">Address of the table endpoint, or a connection string of Azurite.</param>
/// <param name="Telemetry">Connection string of Application Insights, or null.</param>
public sealed record AzureSettings(
    string? AppId,
    bool IsManagedIdentity,
    string TenantId,
    string? Identity,
    string Cloud,
    string Tables,
    AreaCode Province,
    string Prefix,
    string? Office,
    string? Telemetry,
    bool Demo)
{
    /// <summary>
    /// What stands for the API in tokens of Entra: the id of its registration, its address. With none no token lets
    /// anybody in.
    /// </summary>
    public IReadOnlyList<string> ApiAudiences { get; private init; } = [];

    /// <summary>Where and when the tables are backed up by themselves; null for nowhere.</summary>
    public BackupSettings? Backup { get; private init; }

    /// <summary>Where the files are kept that come with steps; null for nowhere.</summary>
    public EvidenceSettings? Evidence { get; private init; }

    /// <summary>The key of sealed records in Key Vault, without a version; null where there is none.</summary>
    public Uri? SealingKey { get; private init; }

    /// <summary>Whether Teams gives bots the files that people send.</summary>
    public bool FilesFromTeams { get; private init; }

    /// <summary>Name of a store that was lost, without which the program goes on; null for none.</summary>
    public string? AcceptLoss { get; private init; }

    /// <summary>
    /// The registration by which people sign in to the pages beside the chat, in lower case; null where nobody does.
    /// </summary>
    public string? TabAppId { get; private init; }

    /// <summary>By which Teams knows the app that was uploaded; null for the bot's own id.</summary>
    public string? TeamsAppId { get; private init; }

    /// <summary>A domain of one's own by which browsers reach the app; null for its own name.</summary>
    public string? Domain { get; private init; }

    /// <summary>The function's key lets somebody in to the API, at addresses of its own.</summary>
    public bool ApiKeyAllowed { get; private init; }

    public static readonly IReadOnlyList<string> Clouds = ["global", "usgov", "china"];

    private const string UserAssigned = "UserAssignedMSI";
    private const string SingleTenant = "SingleTenant";

    /// <summary>
    /// The settings, or a line for each that is missing or wrong: all of them, so that one look is enough.
    /// </summary>
    public static (AzureSettings? Settings, IReadOnlyList<string> Wrong) Read(IConfiguration configuration)
    {
        var wrong = new List<string>();
        string? Text(string name) =>
            configuration[name.Replace("__", ":", StringComparison.Ordinal)]?.Trim() is { Length: > 0 } text
                ? text
                : null;
        string? Needed(string name, string what)
        {
            if (Text(name) is { } text)
            {
                return text;
            }

            wrong.Add($"{name} is missing: {what}.");
            return null;
        }

        string? Id(string name, string what)
        {
            if (Needed(name, what) is not { } text)
            {
                return null;
            }

            // As tokens name it: they are compared letter by letter.
            if (Guid.TryParse(text, out var id))
            {
                return id.ToString();
            }

            wrong.Add($"{name} is not a GUID: {what}.");
            return null;
        }

        // In Azure the platform names the app, whatever the environment is called.
        var developing = Text("AZURE_FUNCTIONS_ENVIRONMENT") is "Development" && Text("WEBSITE_SITE_NAME") is null;
        var emulated = developing && Text("MicrosoftAppId") is null;
        var type = emulated ? UserAssigned : Needed("MicrosoftAppType", $"{UserAssigned} or {SingleTenant}");
        if (type is not (null or UserAssigned or SingleTenant))
        {
            wrong.Add($"MicrosoftAppType is {type}: only {UserAssigned} and {SingleTenant} are supported, other bots cannot be made any more.");
        }

        var appId = emulated ? null : Id("MicrosoftAppId", "the app id of the Azure Bot");
        var tenant = emulated ? "" : Id("MicrosoftAppTenantId", "the tenant that the bot is registered in");
        var identity = emulated ? null : Id("AZURE_CLIENT_ID", "the client id of the user-assigned managed identity");
        if (type == UserAssigned && appId is not null && identity is not null && appId != identity)
            wrong.Add($"MicrosoftAppId and AZURE_CLIENT_ID differ: with {UserAssigned} the bot's app id is the client id of the identity.");
        var cloud = Text("BotCloud") ?? "global";
        if (!Clouds.Contains(cloud))
        {
            wrong.Add($"BotCloud is {cloud}: it is one of {string.Join(", ", Clouds)}.");
        }
        else if (cloud != "global" && type == SingleTenant)
        {
            wrong.Add($"BotCloud is {cloud}: there the bot needs MicrosoftAppType {UserAssigned}.");
        }

        var tables = Text("Tables__ServiceUri");
        if (tables is not null
            && !(Uri.TryCreate(tables, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
            wrong.Add("Tables__ServiceUri is not an address such as https://account.table.core.windows.net.");
        tables ??= Text("ConnectionStrings__Tables");
        if (tables is null)
        {
            wrong.Add("Tables__ServiceUri is missing: the table endpoint of the storage account (or ConnectionStrings__Tables, for Azurite).");
        }

        if ((Text("AzureWebJobsStorage__blobServiceUri")
            ?? Text("AzureWebJobsStorage__accountName")
            ?? Text("AzureWebJobsStorage")) is null)
            wrong.Add("AzureWebJobsStorage__blobServiceUri is missing: where the Functions host keeps its timer's lock (or AzureWebJobsStorage, for Azurite).");

        var demo = Text("LIAISON_DEMO") is { } asked && asked.Equals("true", StringComparison.OrdinalIgnoreCase);
        if (demo && !developing)
        {
            wrong.Add("LIAISON_DEMO is for a developer's machine: in Azure there are no demo people.");
        }

        demo &= developing;
        var province = demo
            ? DemoData.Province.Value
            : Needed("LIAISON_PROVINCE", "the 2-digit code of the province, such as 13");
        if (!AreaCode.TryParse(province, out var code) || !AreaBook.Provinces.Contains(code))
            if (province is not null)
            {
                wrong.Add($"LIAISON_PROVINCE is {province}: it is not the 2-digit code of a province.");
            }

        var prefix = demo ? DemoData.Prefix : Needed("LIAISON_PREFIX", "the prefix of matter numbers, such as 冀巡交");
        if (prefix is { Length: > BotSettings.MaxPrefix })
        {
            wrong.Add($"LIAISON_PREFIX has more than {BotSettings.MaxPrefix} characters.");
        }

        var office = demo
            ? Text("LIAISON_OFFICE")
            : Needed("LIAISON_OFFICE", "sign-in name or object id of the first person of the provincial office");
        if (office is not null && !Core.People.Identity.IsOne(office))
            wrong.Add("LIAISON_OFFICE is neither a sign-in name, such as name@contoso.com, nor an object id.");
        var telemetry = developing
            ? Text("APPLICATIONINSIGHTS_CONNECTION_STRING")
            : Needed("APPLICATIONINSIGHTS_CONNECTION_STRING", "where telemetry goes, which the alerts look at");
        if (telemetry is not null && !telemetry.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
            wrong.Add("APPLICATIONINSIGHTS_CONNECTION_STRING is not the connection string of Application Insights: InstrumentationKey=….");

        bool Flag(string name)
        {
            var text = Text(name) ?? "false";
            if (!bool.TryParse(text, out var flag))
            {
                wrong.Add($"{name} is {text}: it is true or false.");
            }

            return flag;
        }

        var audiences = Text("LIAISON_API_AUDIENCE")?.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            ?? [];
        // Entra gives tokens for the bot itself, as for single sign-on in Teams: none of them is meant for reading
        // everything.
        if (appId is not null
            && audiences.Any(audience => audience.Contains(appId, StringComparison.OrdinalIgnoreCase)))
            wrong.Add("LIAISON_API_AUDIENCE is the bot itself: the API needs an app registration of its own.");
        if (audiences.Length > 0 && tenant is "")
        {
            wrong.Add("LIAISON_API_AUDIENCE is for Azure: without MicrosoftAppTenantId no token can be checked.");
        }

        var keyAllowed = Flag("LIAISON_API_KEY_ALLOWED");
        var tabAppId = Text("LIAISON_TAB_APP_ID") is null
            ? null
            : Id("LIAISON_TAB_APP_ID", "the app registration by which people sign in to the pages");
        if (tabAppId is not null && tabAppId == appId)
        {
            wrong.Add("LIAISON_TAB_APP_ID is the bot itself: the pages need an app registration of their own (infra/register.mjs).");
        }

        var teamsAppId = Text("LIAISON_TEAMS_APP_ID") is null
            ? null
            : Id("LIAISON_TEAMS_APP_ID", "the App ID that the Teams admin center shows of the app that was uploaded");
        if (tabAppId is not null && tenant is "")
        {
            wrong.Add("LIAISON_TAB_APP_ID is for Azure: without MicrosoftAppTenantId nobody can sign in.");
        }

        var domain = Text("LIAISON_DOMAIN");
        if (domain is not null && Uri.CheckHostName(domain) != UriHostNameType.Dns)
        {
            wrong.Add($"LIAISON_DOMAIN is {domain}: it is a name such as liaison.contoso.com, without https:// and without a path.");
        }

        var (plan, wrongPlan) = BackupPlan.Read(Text("LIAISON_BACKUP_TIME"), Text("LIAISON_BACKUP_KEEP_DAYS"));
        if (wrongPlan is not null)
        {
            wrong.Add(wrongPlan);
        }

        BackupSettings? backup = null;
        if (Text("LIAISON_BACKUP_CONTAINER") is { } container)
        {
            backup = BackupSettings.Read(
                container,
                Text("AzureWebJobsStorage__blobServiceUri"),
                Text("AzureWebJobsStorage__accountName"),
                Text("AzureWebJobsStorage"),
                plan ?? BackupPlan.Default);
            if (backup is null)
            {
                wrong.Add($"LIAISON_BACKUP_CONTAINER is {container}: it is the name of a container in the account of AzureWebJobsStorage, or the address of one elsewhere (https://account.blob.core.windows.net/container).");
            }
        }

        EvidenceSettings? evidence = null;
        if (Text("LIAISON_EVIDENCE_CONTAINER") is { } kept)
        {
            evidence = EvidenceSettings.Read(
                kept,
                Text("AzureWebJobsStorage__blobServiceUri"),
                Text("AzureWebJobsStorage__accountName"),
                Text("AzureWebJobsStorage"),
                Flag("LIAISON_EVIDENCE_SCANNED"));
            if (evidence is null)
            {
                wrong.Add($"LIAISON_EVIDENCE_CONTAINER is {kept}: it is the name of a container in the account of AzureWebJobsStorage, or the address of one elsewhere (https://account.blob.core.windows.net/container).");
            }
        }

        Uri? sealing = null;
        if (Text("LIAISON_SEALING_KEY") is { } key
            && !(Uri.TryCreate(key, UriKind.Absolute, out sealing)
                && sealing.Scheme == Uri.UriSchemeHttps
                && sealing.Segments is [_, "keys/", _]))
        {
            wrong.Add($"LIAISON_SEALING_KEY is {key}: it is the address of a key in Key Vault, without its version (https://name.vault.azure.net/keys/sealing).");
        }

        var filesFromTeams = Text("LIAISON_FILES_FROM_TEAMS") is null
            ? cloud == "global"
            : Flag("LIAISON_FILES_FROM_TEAMS");

        return wrong.Count > 0
            ? (null, wrong)
            : (new(
                appId,
                type == UserAssigned,
                tenant!,
                identity,
                cloud,
                tables!,
                code,
                prefix!,
                office,
                telemetry,
                demo)
            {
                ApiAudiences = [.. audiences.Select(audience =>
                    Guid.TryParse(audience, out var id) ? id.ToString() : audience)],
                ApiKeyAllowed = keyAllowed,
                TabAppId = tabAppId,
                TeamsAppId = teamsAppId,
                Domain = domain,
                Backup = backup,
                Evidence = evidence,
                SealingKey = sealing,
                FilesFromTeams = filesFromTeams,
                AcceptLoss = Text("LIAISON_ACCEPT_LOSS"),
            }, []);
    }
}
