using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LiaisonBot.Tests.Infra;

/// <summary>
/// <c>infra/register.mjs</c> with stand-ins for the Azure CLI and azd, which write down what they are asked. What Entra says
/// to it only Entra can tell.
/// </summary>
public sealed class RegistrationTests : IDisposable
{
    private const string App = "99999999-2222-4333-8444-555555555555";
    private const string Principal = "aaaaaaaa-2222-4333-8444-555555555555";
    private const string Tenant = "66666666-2222-4333-8444-555555555555";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("register-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task BeforeTheResources_TheAppIsRegistered_AndItsIdKept()
    {
        var (asked, _, code) = await Run(fails: false);

        Assert.Equal(0, code);
        Assert.Equal(["az ad app create", "az ad sp create", $"azd env set TAB_APP_ID {App}"], asked.Select(Short));
        Assert.Contains("AzureADMyOrg", asked[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "func.example", "https://login.microsoftonline.com", "api://AzureADTokenExchange")]
    [InlineData("liaison.contoso.example", "liaison.contoso.example", "https://login.microsoftonline.com", "api://AzureADTokenExchange")]
    [InlineData("", "func.example", "https://login.partner.microsoftonline.cn", "api://AzureADTokenExchangeChina", "BOT_CLOUD=china")]
    [InlineData("", "func.example", "https://login.microsoftonline.us", "api://AzureADTokenExchangeUSGov", "BOT_CLOUD=usgov")]
    public async Task AfterTheResources_TheRegistrationKnowsWhereTheAppIs_AndTrustsItsIdentity(
        string domain,
        string shown,
        string authority,
        string audience,
        params string[] more)
    {
        var (asked, errors, code) = await Run(
            fails: false,
            [
                $"TAB_APP_ID={App}", "BOT_HOST=func.example", $"BOT_DOMAIN={domain}", $"BOT_PRINCIPAL_ID={Principal}",
                $"AZURE_TENANT_ID={Tenant}", .. more,
            ]);

        Assert.Equal(("", 0), (errors, code));
        Assert.DoesNotContain(asked, line => line.Contains("app create", StringComparison.Ordinal));
        var changes = asked.Where(line => line.StartsWith("az rest", StringComparison.Ordinal))
            .Select(line => JsonNode.Parse(line[line.IndexOf('{', line.IndexOf("--body", StringComparison.Ordinal))..])!)
            .ToList();
        Assert.Equal([$"api://{shown}/{App}"], changes[0]["identifierUris"]!.AsArray().Select(one => (string)one!));
        Assert.Equal([$"https://{shown}/tab/signin/callback"], changes[0]["web"]!["redirectUris"]!.AsArray().Select(one => (string)one!));
        Assert.Equal(2, (int)changes[0]["api"]!["requestedAccessTokenVersion"]!);
        Assert.Null(changes[0]["api"]!["preAuthorizedApplications"]);
        var scope = changes[1]["api"]!["oauth2PermissionScopes"]!.AsArray().Single()!;
        Assert.Equal("access_as_user", (string?)scope["value"]);
        Assert.All(
            changes[1]["api"]!["preAuthorizedApplications"]!.AsArray(),
            one => Assert.Equal((string?)scope["id"], (string?)one!["delegatedPermissionIds"]!.AsArray().Single()));
        var credential = JsonNode.Parse(asked.Single(line => line.Contains("federated-credential create", StringComparison.Ordinal)).Split("--parameters ")[1])!;
        Assert.Equal((Principal, $"{authority}/{Tenant}/v2.0"), ((string?)credential["subject"], (string?)credential["issuer"]));
        Assert.Equal([audience], credential["audiences"]!.AsArray().Select(one => (string)one!));
        // There is no secret.
        Assert.DoesNotContain(asked, line => line.Contains("credential reset", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhoMayNot_IsToldWhatToRun_AndNoMore()
    {
        var (_, errors, code) = await Run(fails: true);

        Assert.Equal(1, code);
        Assert.Contains("Insufficient privileges", errors, StringComparison.Ordinal);
        Assert.Contains("node infra/register.mjs", errors, StringComparison.Ordinal);
        Assert.Contains("azd up", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static string Short(string line) => line.StartsWith("azd", StringComparison.Ordinal) ? line : string.Join(' ', line.Split(' ')[..4]);

    private async Task<(IReadOnlyList<string> Asked, string Errors, int Code)> Run(bool fails, params string[] environment)
    {
        var log = Path.Combine(folder.FullName, "asked");
        foreach (var name in new[] { "az", "azd" })
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(path, $"""
                #!/bin/sh
                echo "{name} $*" >> "{log}"
                {(fails ? "echo 'ERROR: Insufficient privileges to complete the operation.' >&2; exit 1" : "")}
                case "$*" in
                  "ad app create"*) echo {App} ;;
                  "cloud show"*) echo https://graph.example/ ;;
                  *"federated-credential list"*) echo '[]' ;;
                esac
                """);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var start = new ProcessStartInfo("node", [Path.Combine(SourceFolder.Root, "infra", "register.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = folder.FullName + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        foreach (var name in new[] { "TAB_APP_ID", "BOT_HOST", "BOT_DOMAIN", "BOT_PRINCIPAL_ID", "AZURE_TENANT_ID", "BOT_CLOUD" })
        {
            start.Environment.Remove(name);
        }

        foreach (var line in environment)
        {
            start.Environment[line.Split('=')[0]] = line.Split('=', 2)[1];
        }

        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await File.ReadAllLinesAsync(log), (await errors).Trim(), node.ExitCode);
    }
}
