using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiaisonBot.Tests.Infra;

/// <summary>What the templates would make in Azure, with the settings that operators have, both ways.</summary>
public sealed partial class DeploymentTests
{
    private const string Storage = "Microsoft.Storage/storageAccounts";
    private const string Backups = "table-backups";
    private const string Restorer = "33333333-3333-3333-3333-333333333333";

    private static readonly Dictionary<string, string> RoleNames = new(StringComparer.Ordinal)
    {
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["12338af0-0e6d-4776-bea7-57ae8d297424"] = "Key Vault Crypto User",
    };

    [Fact]
    public async Task Bot_IsInTeamsAndNowhereElse()
    {
        var deployment = await Deployment.With();
        var bot = deployment.The("Microsoft.BotService/botServices");
        var channels = deployment.OfType("Microsoft.BotService/botServices/channels")
            .ToDictionary(Last, Properties, StringComparer.Ordinal);

        Assert.True((bool)Properties(bot)["disableLocalAuth"]!);
        Assert.Equal("UserAssignedMSI", (string?)Properties(bot)["msaAppType"]);
        Assert.Equal(
            ["DirectLineChannel", "MsTeamsChannel", "WebChatChannel"],
            channels.Keys.Order(StringComparer.Ordinal));
        Assert.True((bool)channels["MsTeamsChannel"]["properties"]!["isEnabled"]!);
        foreach (var channel in (string[])["DirectLineChannel", "WebChatChannel"])
        {
            // A site that is not named would be left as Azure made it: open.
            var site = Assert.Single(channels[channel]["properties"]!["sites"]!.AsArray())!;
            Assert.Equal("Default Site", (string?)site["siteName"]);
            Assert.All(
                site.AsObject().Where(property => property.Key.StartsWith("is", StringComparison.Ordinal)),
                property => Assert.False((bool)property.Value!, property.Key));
        }
    }

    [Fact]
    public async Task Roles_AreTheseAndNoOthers()
    {
        var deployment = await Deployment.With($"BACKUP_PRINCIPALS={Restorer}");

        string[] expected =
        [
            "deployIdentity: Storage Blob Data Contributor on stlpkg/app-package",
            "identity: Key Vault Crypto User on kv-liaison/sealing",
            "identity: Monitoring Metrics Publisher on appi-liaison",
            "identity: Storage Blob Data Contributor on stliaison/table-backups",
            "identity: Storage Blob Data Owner on stliaison/azure-webjobs-hosts",
            "identity: Storage Blob Data Owner on stliaison/azure-webjobs-secrets",
            "identity: Storage Blob Data Owner on stliaison/evidence",
            "identity: Storage Table Data Contributor on stliaison/directory",
            "identity: Storage Table Data Contributor on stliaison/matters",
            "identity: Storage Table Data Contributor on stliaison/sealed",
            "restorer: Storage Blob Data Reader on stliaison/table-backups",
            "restorer: Storage Table Data Contributor on stliaison",
        ];
        Assert.Equal(expected, Roles(deployment).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            Roles(await Deployment.With()),
            role => role.StartsWith("restorer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Package_IsWrittenAndReadAsTheDeploymentIdentity_NotAsTheOneTheProgramRunsAs()
    {
        var deployment = await Deployment.With();
        var storage = Properties(deployment.The("Microsoft.Web/sites"))["functionAppConfig"]!["deployment"]!["storage"]!;

        Assert.Equal("package", Deployment.Source(storage["value"]));
        Assert.Equal("UserAssignedIdentity", (string?)storage["authentication"]!["type"]);
        Assert.Equal("deployIdentity", Deployment.Source(storage["authentication"]!["userAssignedIdentityResourceId"]));
        var settings = Settings(deployment);
        Assert.All(settings, setting => Assert.NotEqual("deployIdentity", Deployment.Source(setting.Value)));
        Assert.Equal("identity", Deployment.Source(settings["AZURE_CLIENT_ID"]));
    }

    [Fact]
    public async Task NoKeyLetsAnybodyIn()
    {
        var deployment = await Deployment.With();

        Assert.All(
            deployment.OfType(Storage),
            account => Assert.False((bool)Properties(account)["allowSharedKeyAccess"]!));
        Assert.All(
            deployment.OfType(Storage),
            account => Assert.False((bool)Properties(account)["allowBlobPublicAccess"]!));
        Assert.All(
            deployment.OfType(Storage),
            account => Assert.False((bool)Properties(account)["isLocalUserEnabled"]!));
        Assert.All(
            deployment.OfType(Storage),
            account => Assert.False((bool)Properties(account)["allowCrossTenantReplication"]!));
        Assert.True((bool)Properties(deployment.The("Microsoft.Insights/components"))["DisableLocalAuth"]!);
        Assert.True((bool)Properties(deployment.The("Microsoft.OperationalInsights/workspaces"))["features"]!["disableLocalAuth"]!);
        Assert.All(
            deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            way => Assert.False((bool)Properties(way)["allow"]!));
        Assert.Equal(
            ["ftp", "scm"],
            deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(Last));
        Assert.DoesNotMatch(Secrets(), deployment.Text);
        Assert.Equal(
            ["AZURE_RESOURCE_GROUP", "BOT_HOST", "BOT_ID", "BOT_PRINCIPAL_ID", "FUNCTION_APP", "TABLES_ENDPOINT"],
            deployment.Outputs.Select(output => output.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NothingIsSpokenInTheClear()
    {
        var deployment = await Deployment.With();
        var app = Properties(deployment.The("Microsoft.Web/sites"));

        Assert.All(
            deployment.OfType(Storage),
            account => Assert.True((bool)Properties(account)["supportsHttpsTrafficOnly"]!));
        Assert.All(
            deployment.OfType(Storage),
            account => Assert.Equal("TLS1_2", (string?)Properties(account)["minimumTlsVersion"]));
        Assert.True((bool)app["httpsOnly"]!);
        Assert.Equal("1.2", (string?)app["siteConfig"]!["minTlsVersion"]);
        Assert.Equal("1.2", (string?)app["siteConfig"]!["scmMinTlsVersion"]);
        Assert.Equal("Disabled", (string?)app["siteConfig"]!["ftpsState"]);
        Assert.False((bool)app["siteConfig"]!["remoteDebuggingEnabled"]!);
        Assert.Equal("true", (string?)Settings(deployment)["AzureWebJobsDisableHomepage"]);
        Assert.Equal("0", (string?)Settings(deployment)["DOTNET_DbgEnableMiniDump"]);
    }

    /// <summary>Which door each account has, and whether the app sends from its own network.</summary>
    [Theory]
    [InlineData("firewall", "", "Enabled Deny", "app", "Enabled Allow", true)]
    [InlineData("firewall", "203.0.113.7", "Enabled Deny 203.0.113.7", "app", "Enabled Allow", true)]
    [InlineData("private", "", "Disabled Deny", "", "Disabled Deny", true)]
    [InlineData("private", "203.0.113.7,198.51.100.0/24", "Enabled Deny 203.0.113.7 198.51.100.0/24", "", "Enabled Deny 203.0.113.7 198.51.100.0/24", true)]
    [InlineData("open", "", "Enabled Allow", "", "Enabled Allow", false)]
    public async Task Doors_AreThoseOfTheChosenNetwork(
        string network,
        string ips,
        string data,
        string subnet,
        string package,
        bool ownNetwork)
    {
        var deployment = await Deployment.With($"STORAGE_NETWORK={network}", $"STORAGE_ALLOWED_IPS={ips}");
        var account = Account(deployment, "stliaison");

        Assert.Equal(data, Door(account));
        Assert.Equal(package, Door(Account(deployment, "stlpkg")));
        var rules = account["networkAcls"]!["virtualNetworkRules"]!.AsArray();
        Assert.Equal(subnet.Length > 0 ? 1 : 0, rules.Count);
        Assert.All(rules, rule => Assert.Equal("appNetwork", Deployment.Source(rule!["id"])));
        Assert.All(
            deployment.OfType(Storage),
            one => Assert.Equal("None", (string?)Properties(one)["networkAcls"]!["bypass"]));

        var app = Properties(deployment.The("Microsoft.Web/sites"));
        Assert.Equal(ownNetwork, app["virtualNetworkSubnetId"] is not null);
        if (ownNetwork) Assert.Equal("appNetwork", Deployment.Source(app["virtualNetworkSubnetId"]));
        Assert.Equal(ownNetwork ? 1 : 0, deployment.OfType("Microsoft.Network/virtualNetworks").Count);
        Assert.Equal(network == "private" ? 4 : 0, deployment.OfType("Microsoft.Network/privateEndpoints").Count);
    }

    /// <summary>The vault has the doors of the data, and the app knows its key without a version.</summary>
    [Theory]
    [InlineData("firewall", "203.0.113.7", "Enabled Deny 203.0.113.7", 1)]
    [InlineData("private", "", "Disabled Deny", 0)]
    [InlineData("open", "", "Enabled Allow", 0)]
    public async Task SealingKey_IsInAVaultThatKeepsIt_BehindTheDoorsOfTheData(string network, string ips, string door, int subnets)
    {
        var deployment = await Deployment.With($"STORAGE_NETWORK={network}", $"STORAGE_ALLOWED_IPS={ips}");
        var vault = Properties(deployment.The("Microsoft.KeyVault/vaults"));
        var key = Properties(deployment.The("Microsoft.KeyVault/vaults/keys", "/sealing"));

        Assert.Equal(door, Door(vault));
        Assert.Equal("None", (string?)vault["networkAcls"]!["bypass"]);
        Assert.Equal(subnets, vault["networkAcls"]!["virtualNetworkRules"]!.AsArray().Count);
        Assert.True((bool)vault["enablePurgeProtection"]!);
        Assert.True((bool)vault["enableSoftDelete"]!);
        Assert.True((bool)vault["enableRbacAuthorization"]!);
        Assert.Equal(90, (int)vault["softDeleteRetentionInDays"]!);
        Assert.Equal(("RSA", 3072), ((string?)key["kty"], (int)key["keySize"]!));
        Assert.Equal(["wrapKey", "unwrapKey"], key["keyOps"]!.AsArray().Select(operation => (string)operation!));
        Assert.Equal("sealing", Deployment.Source(Settings(deployment)["LIAISON_SEALING_KEY"]));
    }

    [Fact]
    public async Task Network_IsTheAppsOwnAndTakesNothingFromOutside()
    {
        var subnets = Properties((await Deployment.With()).The("Microsoft.Network/virtualNetworks"))["subnets"]!
            .AsArray()
            .ToDictionary(subnet => (string)subnet!["name"]!, subnet => subnet!["properties"]!, StringComparer.Ordinal);

        Assert.Equal(
            "Microsoft.App/environments",
            (string?)Assert.Single(subnets["app"]["delegations"]!.AsArray())!["properties"]!["serviceName"]);
        Assert.Equal(
            ["Microsoft.Storage", "Microsoft.KeyVault"],
            subnets["app"]["serviceEndpoints"]!.AsArray().Select(endpoint => (string)endpoint!["service"]!));
        Assert.All(subnets, subnet => Assert.NotNull(subnet.Value["networkSecurityGroup"]!["id"]));
        // A subnet with an underscore in its name is none for Flex Consumption.
        Assert.All(subnets.Keys, name => Assert.DoesNotContain('_', name));
        Assert.Equal("10.213.0.0/26", (string?)subnets["app"]["addressPrefix"]);
        Assert.Equal("10.213.0.64/27", (string?)subnets["endpoints"]["addressPrefix"]);
        var rules = Properties((await Deployment.With())
            .The("Microsoft.Network/networkSecurityGroups", "-endpoints"))["securityRules"]!.AsArray();
        var inbound = rules.Where(rule => (string)rule!["properties"]!["direction"]! == "Inbound")
            .OrderBy(rule => (int)rule!["properties"]!["priority"]!)
            .ToList();
        Assert.Equal(["Allow", "Deny"], inbound.Select(rule => (string)rule!["properties"]!["access"]!));
        Assert.Equal("10.213.0.0/26", (string?)inbound[0]!["properties"]!["sourceAddressPrefix"]);
        Assert.Equal("*", (string?)inbound[1]!["properties"]!["sourceAddressPrefix"]);
    }

    [Fact]
    public async Task PrivateEndpoints_AreThoseOfTheServicesInUse_AndAreFoundByName()
    {
        var deployment = await Deployment.With("STORAGE_NETWORK=private");
        var endpoints = deployment.OfType("Microsoft.Network/privateEndpoints").Select(endpoint =>
        {
            var connection = Assert.Single(Properties(endpoint)["privateLinkServiceConnections"]!.AsArray())!["properties"]!;
            var account = Short(((string)connection["privateLinkServiceId"]!).Split('/')[^1]);
            return $"{account} {Assert.Single(connection["groupIds"]!.AsArray())}";
        });

        Assert.Equal(
            ["kv-liaison vault", "stliaison blob", "stliaison table", "stlpkg blob"],
            endpoints.Order(StringComparer.Ordinal));
        Assert.Equal(4, deployment.OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count);
        var zones = deployment.OfType("Microsoft.Network/privateDnsZones")
            .Select(zone => (string)zone["name"]!)
            .ToList();
        Assert.Equal(3, zones.Count);
        Assert.Contains(zones, zone => zone.Contains("'table'", StringComparison.Ordinal));
        Assert.Contains(zones, zone => zone.Contains("'blob'", StringComparison.Ordinal));
        Assert.Contains(zones, zone => zone.Contains("vaultcore", StringComparison.Ordinal));
        Assert.Equal(3, deployment.OfType("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count);
        Assert.DoesNotContain("core.windows.net", deployment.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public async Task Lock_IsOnTheData(string setting, int count)
    {
        var deployment = await Deployment.With($"STORAGE_LOCK={setting}");

        Assert.Equal(count, deployment.OfType("Microsoft.Authorization/locks").Count);
        Assert.All(deployment.OfType("Microsoft.Authorization/locks"), found =>
        {
            Assert.Equal("CanNotDelete", (string?)Properties(found)["level"]);
            Assert.Equal("stliaison", Short(Deployment.Scope(found).Split('/')[^1]));
        });
    }

    [Fact]
    public async Task Lock_IsThereUnlessItIsTurnedOff() =>
        Assert.Single((await Deployment.With()).OfType("Microsoft.Authorization/locks"));

    [Fact]
    public async Task WhatIsDeletedOrOverwritten_CanBeHadBack_AndFormerVersionsEnd()
    {
        var deployment = await Deployment.With();
        Assert.Equal(2, deployment.OfType($"{Storage}/blobServices").Count);
        Assert.All(deployment.OfType($"{Storage}/blobServices"), blobs =>
        {
            Assert.True((bool)Properties(blobs)["isVersioningEnabled"]!);
            foreach (var policy in (string[])["deleteRetentionPolicy", "containerDeleteRetentionPolicy"])
            {
                Assert.True((bool)Properties(blobs)[policy]!["enabled"]!);
                Assert.Equal(14, (int)Properties(blobs)[policy]!["days"]!);
            }
        });
        var rule = Assert.Single(Properties(deployment.The($"{Storage}/managementPolicies"))["policy"]!["rules"]!.AsArray())!;
        Assert.Equal(14, (int)rule["definition"]!["actions"]!["version"]!["delete"]!["daysAfterCreationGreaterThan"]!);
        // Nothing but former versions is deleted by age: a backup that stays the newest has to stay.
        Assert.Equal(["version"], rule["definition"]!["actions"]!.AsObject().Select(action => action.Key));
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData("365", 365)]
    public async Task Backups_CannotBeSpoiledBeforeTheirTime_AndTheAppKnowsWhereAndHowLong(string? days, int expected)
    {
        var deployment = days is null ? await Deployment.With() : await Deployment.With($"BACKUP_KEEP_DAYS={days}");
        var unchanged = deployment.The($"{Storage}/blobServices/containers/immutabilityPolicies");

        Assert.Contains($"/containers/{Backups}/", (string)unchanged["id"]!, StringComparison.Ordinal);
        Assert.Equal(expected, (int)Properties(unchanged)["immutabilityPeriodSinceCreationInDays"]!);
        Assert.False((bool)Properties(unchanged)["allowProtectedAppendWrites"]!);
        Assert.Equal(Backups, (string?)Settings(deployment)["LIAISON_BACKUP_CONTAINER"]);
        Assert.Equal($"{expected}", (string?)Settings(deployment)["LIAISON_BACKUP_KEEP_DAYS"]);
        Assert.All(
            deployment.OfType($"{Storage}/blobServices/containers"),
            container => Assert.Equal("None", (string?)Properties(container)["publicAccess"]));
    }

    [Theory]
    [InlineData("false", "global", "true")]
    [InlineData("true", "global", "true")]
    [InlineData("true", "china", "false")]
    public async Task Evidence_HasAContainer_AndAScannerWhereOneIsAskedFor(string scan, string cloud, string files)
    {
        var deployment = await Deployment.With($"EVIDENCE_SCAN={scan}", $"BOT_CLOUD={cloud}");
        var settings = Settings(deployment);

        Assert.Contains(
            deployment.OfType($"{Storage}/blobServices/containers"),
            one => ((string)one["id"]!).EndsWith("/evidence", StringComparison.Ordinal));
        Assert.Equal("evidence", (string?)settings["LIAISON_EVIDENCE_CONTAINER"]);
        Assert.Equal((scan, files), ((string?)settings["LIAISON_EVIDENCE_SCANNED"], (string?)settings["LIAISON_FILES_FROM_TEAMS"]));
        var scanners = deployment.OfType("Microsoft.Security/defenderForStorageSettings").ToList();
        Assert.Equal(scan == "true" ? 1 : 0, scanners.Count);
        Assert.All(
            scanners,
            one => Assert.True((bool)Properties(one)["malwareScanning"]!["onUpload"]!["isEnabled"]!));
    }

    [Fact]
    public async Task Pages_AreSignedInToByTheRegistrationThatIsNamed()
    {
        var shut = Settings(await Deployment.With());
        Assert.Equal(("", "", ""), ((string?)shut["LIAISON_TAB_APP_ID"], (string?)shut["LIAISON_DOMAIN"], (string?)shut["LIAISON_TEAMS_APP_ID"]));

        var open = Settings(await Deployment.With(
            "TAB_APP_ID=99999999-2222-4333-8444-555555555555",
            "TEAMS_APP_ID=77777777-2222-4333-8444-555555555555",
            "BOT_DOMAIN=liaison.contoso.com"));
        Assert.Equal("99999999-2222-4333-8444-555555555555", (string?)open["LIAISON_TAB_APP_ID"]);
        Assert.Equal("liaison.contoso.com", (string?)open["LIAISON_DOMAIN"]);
        Assert.Equal("77777777-2222-4333-8444-555555555555", (string?)open["LIAISON_TEAMS_APP_ID"]);
    }

    [Fact]
    public async Task Api_IsShutUnlessItIsOpened()
    {
        var shut = Settings(await Deployment.With());
        Assert.Equal("", (string?)shut["LIAISON_API_AUDIENCE"]);
        Assert.Equal("false", (string?)shut["LIAISON_API_KEY_ALLOWED"]);

        var open = Settings(await Deployment.With("API_AUDIENCE=api://liaison", "API_KEY_ALLOWED=true"));
        Assert.Equal("api://liaison", (string?)open["LIAISON_API_AUDIENCE"]);
        Assert.Equal("true", (string?)open["LIAISON_API_KEY_ALLOWED"]);
    }

    [Theory]
    [InlineData("false", 1)]
    [InlineData("true", 2)]
    public async Task ZoneRedundancy_IsAChoice(string setting, int alwaysReady)
    {
        var deployment = await Deployment.With($"ZONE_REDUNDANT={setting}");

        Assert.Equal(setting, $"{Properties(deployment.The("Microsoft.Web/serverfarms"))["zoneRedundant"]}");
        var ready = Assert.Single(Properties(deployment.The("Microsoft.Web/sites"))["functionAppConfig"]!["scaleAndConcurrency"]!["alwaysReady"]!.AsArray())!;
        Assert.Equal(alwaysReady, (int)ready["instanceCount"]!);
        Assert.All(
            deployment.OfType(Storage),
            account => Assert.Equal("Standard_ZRS", (string?)account["sku"]!["name"]));
    }

    [Fact]
    public async Task WhoReadAndWroteWhat_IsLogged()
    {
        var deployment = await Deployment.With();
        var logged = deployment.OfType("Microsoft.Insights/diagnosticSettings").SelectMany(setting =>
        {
            Assert.Equal("monitoring", Deployment.Source(Properties(setting)["workspaceId"]));
            var scope = Deployment.Scope(setting).Split('/');
            var what = scope[^1] == "default" ? $"{Short(scope[^3])}/{scope[^2]}" : Short(scope[^1]);
            return Properties(setting)["logs"]!
                .AsArray()
                .Where(log => (bool)log!["enabled"]!)
                .Select(log => $"{what} {log!["category"]}");
        });

        string[] expected =
        [
            "bot-liaison BotRequest", "func-liaison FunctionAppLogs",
            "kv-liaison AuditEvent",
            "stliaison/blobServices StorageDelete",
            "stliaison/blobServices StorageRead",
            "stliaison/blobServices StorageWrite",
            "stliaison/tableServices StorageDelete",
            "stliaison/tableServices StorageRead",
            "stliaison/tableServices StorageWrite",
            "stlpkg/blobServices StorageDelete", "stlpkg/blobServices StorageRead", "stlpkg/blobServices StorageWrite",
        ];
        Assert.Equal(expected, logged.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Alerts_SeeTheRightThingsAndTellSomebody()
    {
        var deployment = await Deployment.With();
        var alerts = deployment.OfType("Microsoft.Insights/scheduledQueryRules");
        var queries = alerts.ToDictionary(
            alert => AlertName().Match((string)alert["name"]!).Groups["name"].Value,
            alert => (string)Assert.Single(Properties(alert)["criteria"]!["allOf"]!.AsArray())!["query"]!,
            StringComparer.Ordinal);
        var data = (string)deployment.OfType(Storage)
            .Single(account => Short((string)account["name"]!) == "stliaison")["name"]!;
        var package = (string)deployment.OfType(Storage)
            .Single(account => Short((string)account["name"]!) == "stlpkg")["name"]!;

        Assert.Superset(
            new HashSet<string>(
                ["often-started", "refused-callers", "telemetry-cap", "data-entered", "package-written", "backup-late"],
                StringComparer.Ordinal),
            queries.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.All(alerts, alert => Assert.True((bool)Properties(alert)["enabled"]!));
        Assert.All(
            alerts,
            alert =>
                Assert.Contains(
                    "-people",
                    (string)Assert.Single(Properties(alert)["actions"]!["actionGroups"]!.AsArray())!,
                    StringComparison.Ordinal));
        Assert.Contains(data, queries["data-entered"], StringComparison.Ordinal);
        Assert.Equal("identity", Deployment.Source(queries["data-entered"]));
        Assert.Contains("StorageTableLogs, StorageBlobLogs", queries["data-entered"], StringComparison.Ordinal);
        Assert.Contains(package, queries["package-written"], StringComparison.Ordinal);
        Assert.Contains("OverQuota", queries["telemetry-cap"], StringComparison.Ordinal);
        Assert.Contains("\"401\"", queries["refused-callers"], StringComparison.Ordinal);
        Assert.Contains("liaison.starts", queries["often-started"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_IsOfTheEnvironmentAndOfOneGroup()
    {
        var deployment = await Deployment.With("STORAGE_NETWORK=private");
        Assert.All(
            deployment.Resources.Where(resource => resource["location"] is not null && resource["tags"] is JsonObject),
            resource => Assert.Equal("check", (string?)resource["tags"]!["azd-env-name"]));
        Assert.All(
            deployment.Resources.Where(resource => (string?)resource["type"] != "Microsoft.Resources/resourceGroups"),
            resource => Assert.Contains("rg-check", (string)resource["id"]!, StringComparison.Ordinal));
        Assert.Equal("bot", (string?)deployment.The("Microsoft.Web/sites")["tags"]!["azd-service-name"]);
    }

    /// <summary>
    /// Preview versions change under one's feet. Of diagnostic settings nothing else is current: the stable one is
    /// older and knows less.
    /// </summary>
    [Fact]
    public async Task ApiVersions_AreStable() =>
        Assert.All(
            (await Deployment.With("STORAGE_NETWORK=private")).Resources
                .Where(resource => (string?)resource["type"] != "Microsoft.Insights/diagnosticSettings"),
            resource => Assert.DoesNotContain("preview", (string)resource["apiVersion"]!, StringComparison.Ordinal));

    private static IEnumerable<string> Roles(Deployment deployment) =>
        deployment.OfType("Microsoft.Authorization/roleAssignments").Select(role =>
        {
            var who = Deployment.Source(Properties(role)["principalId"]);
            var scope = Deployment.Scope(role).Split('/');
            var account = Math.Max(Array.IndexOf(scope, "storageAccounts"), Array.IndexOf(scope, "vaults"));
            var where = account < 0 || account == scope.Length - 2
                ? Short(scope[^1])
                : $"{Short(scope[account + 1])}/{scope[^1]}";
            return $"{(who == Restorer ? "restorer" : who)}: {RoleNames[((string)Properties(role)["roleDefinitionId"]!).Split('/')[^1]]} on {where}";
        });

    private static JsonObject Account(Deployment deployment, string name) =>
        Properties(Assert.Single(deployment.OfType(Storage), account => Short((string)account["name"]!) == name));

    private static string Door(JsonObject account)
    {
        var rules = account["networkAcls"]!;
        return string.Join(
            ' ',
            [
                (string)account["publicNetworkAccess"]!,
                (string)rules["defaultAction"]!,
                .. rules["ipRules"]!.AsArray().Select(rule => (string)rule!["value"]!)
            ]);
    }

    private static JsonObject Settings(Deployment deployment) =>
        Properties(deployment.The("Microsoft.Web/sites/config", "/appsettings"));

    private static JsonObject Properties(JsonObject resource) => resource["properties"]!.AsObject();

    private static string Last(JsonObject resource) => ((string)resource["name"]!).Split('/')[^1];

    /// <summary>Without what makes a name unique.</summary>
    private static string Short(string name) => Unique().Replace(name, "");

    [GeneratedRegex("-?[a-z0-9]{13}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unique();

    [GeneratedRegex("^alert-liaison-[a-z0-9]{13}-(?<name>.*)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AlertName();

    [GeneratedRegex("listKeys|listSecrets|AccountKey|SharedAccessSignature|listAccountSas|listServiceSas|listPublishing", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secrets();
}
