using System.Text.Json.Nodes;
using LiaisonBot.FunctionsHost.Protocol;

namespace LiaisonBot.FunctionsHost;

/// <summary>A function as the worker describes it.</summary>
/// <param name="Trigger">Name of the parameter that the trigger fills.</param>
/// <param name="Route">Of an HTTP trigger, without a slash in front; null for a timer.</param>
/// <param name="Methods">Of an HTTP trigger; empty for all.</param>
/// <param name="NeedsKey">An HTTP trigger whose callers have to show the function's key.</param>
internal sealed record Function(
    string Id,
    string Name,
    string Trigger,
    string? Route,
    IReadOnlyList<string> Methods,
    bool NeedsKey)
{
    /// <exception cref="InvalidDataException">It has no trigger that this host knows.</exception>
    public static Function Of(RpcFunctionMetadata metadata)
    {
        foreach (var binding in metadata.RawBindings.Select(raw => JsonNode.Parse(raw)!))
        {
            var trigger = (string)binding["name"]!;
            switch ((string?)binding["type"])
            {
                case "httpTrigger":
                    var methods = binding["methods"]?.AsArray().Select(method => (string)method!).ToList() ?? [];
                    var needsKey = !"anonymous"
                        .Equals((string?)binding["authLevel"], StringComparison.OrdinalIgnoreCase);
                    return new(
                        metadata.FunctionId,
                        metadata.Name,
                        trigger,
                        (string?)binding["route"] ?? $"api/{metadata.Name}",
                        methods,
                        needsKey);
                case "timerTrigger":
                    return new(metadata.FunctionId, metadata.Name, trigger, null, [], NeedsKey: false);
            }
        }
        throw new InvalidDataException($"The function {metadata.Name} has no trigger of HTTP or of a timer.");
    }
}
