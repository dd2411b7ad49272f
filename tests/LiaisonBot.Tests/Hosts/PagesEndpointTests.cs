using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LiaisonBot.Host;
using Microsoft.AspNetCore.Http;

namespace LiaisonBot.Tests.Hosts;

/// <summary>The pages that the app's entry in Teams links to, as a browser gets them.</summary>
public sealed partial class PagesEndpointTests
{
    [Theory]
    [InlineData("about")]
    [InlineData("privacy")]
    [InlineData("terms")]
    public async Task Page_IsThereInBothLanguages(string name)
    {
        var (status, type, text, headers) = await Get(name);

        Assert.Equal(200, status);
        Assert.Equal("text/html; charset=utf-8", type);
        Assert.Matches("<html lang=\"zh-CN\">", text);
        var english = text[text.IndexOf("<div lang=\"en\">", StringComparison.Ordinal)..];
        var chinese = text[..^english.Length];
        Assert.True(Chinese().Count(chinese) > 50, "there should be Chinese");
        Assert.True(English().Count(english) > 30, "there should be English");
        Assert.Equal(0, Chinese().Count(english));
        Assert.Equal(Items().Count(chinese), Items().Count(english));
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Contains("default-src 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Nothing of the pages is fetched from, or leads to, somebody else.</summary>
    [Theory]
    [InlineData("about")]
    [InlineData("privacy")]
    [InlineData("terms")]
    public async Task Links_StayOnTheHost_AndLeadSomewhere(string name)
    {
        var (_, _, text, _) = await Get(name);

        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        var links = Links().Matches(text).Select(match => match.Groups["to"].Value).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links) Assert.Equal(200, (await Get(link)).Status);
    }

    [Fact]
    public async Task PrivacyList_IsTheOneOfTheDocumentation()
    {
        var (status, type, text, _) = await Get("privacy-list");

        Assert.Equal(200, status);
        Assert.Equal("text/plain; charset=utf-8", type);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(SourceFolder.Root, "docs", "privacy.md")), text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Privacy")]
    [InlineData("privacy.md")]
    [InlineData("../privacy")]
    [InlineData("隐私")]
    [InlineData(null)]
    public async Task AnyOtherName_IsNotFound(string? name) =>
        Assert.Equal((int)HttpStatusCode.NotFound, (await Get(name)).Status);

    private static async Task<(int Status, string? Type, string Text, IHeaderDictionary Headers)> Get(string? name)
    {
        var http = new DefaultHttpContext();
        using var body = new MemoryStream();
        http.Response.Body = body;
        http.Request.RouteValues["name"] = name;
        await PagesEndpoint.HandleAsync(http);
        return (
            http.Response.StatusCode,
            http.Response.ContentType,
            Encoding.UTF8.GetString(body.ToArray()),
            http.Response.Headers);
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex English();

    [GeneratedRegex("<(?:li|p)>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Items();

    [GeneratedRegex("href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}
