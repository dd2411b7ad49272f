using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiaisonBot.Web;

/// <summary>Components as HTML, once, on the server. Nothing of them lives on in the browser.</summary>
internal static class Rendering
{
    // Chinese stays as it is: as &#x4EA4; it would be three times as long.
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <exception cref="Exception">What the component threw.</exception>
    public static async Task<string> HtmlAsync(Type component, Dictionary<string, object?> parameters)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
