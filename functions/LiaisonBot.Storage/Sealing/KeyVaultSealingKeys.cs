using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using LiaisonBot.Core.Sealed;

namespace LiaisonBot.Storage.Sealing;

/// <summary>
/// The key of sealed records in Key Vault, which it never leaves: keys of texts are wrapped and unwrapped there, by
/// REST with the managed identity (learn.microsoft.com, "Wrap Key" and "Unwrap Key", API 7.4). A new version of the key in the
/// vault is the one that wraps from then on.
/// </summary>
/// <param name="address">The key without a version: <c>https://name.vault.azure.net/keys/sealing</c>.</param>
/// <param name="scope">Of the cloud's vaults: <c>https://vault.azure.net/.default</c>.</param>
public sealed class KeyVaultSealingKeys(Uri address, string scope, TokenCredential credential, HttpMessageHandler handler) : ISealingKeys, IDisposable
{
    private const string Algorithm = "RSA-OAEP-256";

    private const string Version = "api-version=7.4";

    private readonly HttpClient http = new(handler) { Timeout = TimeSpan.FromSeconds(20) };

    public async Task<string> CurrentAsync(CancellationToken cancellationToken) =>
        Text((await AskAsync(HttpMethod.Get, address.AbsoluteUri.TrimEnd('/'), null, cancellationToken))["key"]?["kid"]);

    public async Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(
            HttpMethod.Post,
            address.AbsoluteUri.TrimEnd('/') + "/wrapkey",
            Body(key),
            cancellationToken);
        return new(Text(answer["kid"]), Base64Url.DecodeFromChars(Text(answer["value"])));
    }

    public async Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        // What a row says is asked of the one vault that was set up, and of no other.
        if (!wrapped.By.StartsWith(address.AbsoluteUri.TrimEnd('/') + "/", StringComparison.Ordinal))
        {
            throw new SealingKeyException($"A sealed record was sealed by {wrapped.By}, which is not the key of this installation ({address}).");
        }

        return Base64Url.DecodeFromChars(Text(
            (await AskAsync(HttpMethod.Post, wrapped.By + "/unwrapkey", Body(wrapped.Value), cancellationToken))["value"]));
    }

    public void Dispose() => http.Dispose();

    private static JsonObject Body(byte[] value) => new() { ["alg"] = Algorithm, ["value"] = Base64Url.EncodeToString(value) };

    private async Task<JsonNode> AskAsync(HttpMethod method, string at, JsonObject? body, CancellationToken cancellationToken)
    {
        try
        {
            var token = await credential.GetTokenAsync(new([scope]), cancellationToken);
            using var request = new HttpRequestMessage(method, $"{at}?{Version}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
            request.Content = body is null ? null : JsonContent.Create(body);
            using var answer = await http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken) ?? throw Wrong("nothing", null)
                : throw Wrong(((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), null);
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException or FormatException
            or Azure.RequestFailedException or Azure.Identity.AuthenticationFailedException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Wrong(e.GetType().Name, e);
        }
    }

    private string Text(JsonNode? node) => node?.GetValue<string>() ?? throw Wrong("an answer without a value", null);

    private SealingKeyException Wrong(string what, Exception? inner) => new(
        $"The key of sealed records ({address}) cannot be used: {what}. See that it is there and that the app's identity may wrap and unwrap with it.",
        inner);
}
