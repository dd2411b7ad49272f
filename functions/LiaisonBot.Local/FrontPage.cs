using System.Net;
using System.Text;
using LiaisonBot.Host;
using LiaisonBot.Local.Demo;

namespace LiaisonBot.Local;

/// <summary>
/// The page behind the address that is printed: what listens here, where the chats are, and what to say first.
/// </summary>
internal static class FrontPage
{
    /// <summary>What to say first. It names no day, which would be past one day.</summary>
    public const string Chinese = "交办 长安区 下周五前 上报整改方案";

    /// <inheritdoc cref="Chinese"/>
    public const string English = "assign 长安区 by next Friday hand in the plan";

    /// <param name="chats">Whose chat is where, in the order in which they were opened.</param>
    public static async Task HandleAsync(HttpContext http, IReadOnlyList<(string Name, Uri Address)> chats, bool demo)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        await http.Response.WriteAsync(Html(chats, demo), http.RequestAborted);
    }

    internal static string Html(IReadOnlyList<(string Name, Uri Address)> chats, bool demo)
    {
        var page = new StringBuilder($$"""
            <!DOCTYPE html>
            <html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>LiaisonBot 联络机器人</title>
            <style>
            body { font: 16px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
            code { font-size: 1.05em }
            </style></head><body>
            <h1>LiaisonBot 联络机器人 {{HealthEndpoint.Version}}</h1>
            <p>巡视机构在 Teams 聊天中向市、县交办事项的机器人，正在这台机器上运行，只供这台机器使用。</p>
            <p lang="en">A Microsoft Teams bot with which an inspection office assigns matters to cities and counties. It runs on this machine, for this machine only.</p>

            """);
        if (chats.Count > 0)
        {
            page.Append("<h2>聊天窗口 · Chats</h2>\n<ol>\n");
            foreach (var (name, address) in chats)
            {
                page.Append($"<li><a href=\"{WebUtility.HtmlEncode(address.AbsoluteUri)}\">{WebUtility.HtmlEncode(name)}</a></li>\n");
            }

            page.Append("</ol>\n");
        }
        else
        {
            page.Append("""
                <p>没有打开聊天窗口。用 Microsoft 365 Agents Playground 连接 <code>/api/messages</code>，或不带 <code>--no-playground</code> 重新启动演示。</p>
                <p lang="en">No chat is open. Connect the Microsoft 365 Agents Playground to <code>/api/messages</code>, or start the demo again without <code>--no-playground</code>.</p>

                """);
        }
        if (demo)
        {
            page.Append("""
                <h2>网页 · Pages</h2>
                <p>聊天旁边的网页，点一下就是这个人。这不是登录，只在演示里、只在这台机器上能用。</p>
                <p lang="en">The pages beside the chats: a click makes you this person. It is no sign-in, and works in the demo on this machine only.</p>
                <ul>

                """);
            foreach (var person in DemoData.People)
            {
                page.Append($"<li><a href=\"/tab/signin/{person.Id}\">{WebUtility.HtmlEncode(person.Name)}</a></li>\n");
            }

            page.Append("</ul>\n");
            page.Append($"<p>在巡视组组长的窗口里说：<code>{Chinese}</code></p>\n<p lang=\"en\">In the team leader's chat, say: <code>{English}</code></p>\n");
        }
        page.Append("<p><a href=\"/health\">/health</a></p>\n</body></html>\n");
        return page.ToString();
    }
}
