using System.Net;
using System.Net.Sockets;
using System.Text;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Host;

/// <summary>The local host knows no passwords: it speaks with this machine only.</summary>
public sealed class LoopbackTests
{
    private readonly BotUnderTest bot;

    public LoopbackTests(BotUnderTest bot)
    {
        BotUnderTest.SkipOnAnotherHost();
        this.bot = bot;
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("http://example.com/_connector")]
    [InlineData("http://10.0.0.1:8080")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://localhost@example.com")]
    [InlineData("http://127.0.0.1@example.com")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("ftp://localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("localhost:3978")]
    [InlineData("//localhost/x")]
    [InlineData("/_connector")]
    public async Task ServiceUrl_ElsewhereThanHere_IsRefusedWith400(string url)
    {
        var person = bot.Person("31");
        foreach (var activity in new[]
        {
            person.Message("帮助"),
            person.Invoke("help", []),
            person.Activity("installationUpdate")
        })
        {
            activity["serviceUrl"] = url;
            activity["action"] = "add";
            var (status, _) = await person.Send(activity);
            Assert.Equal(HttpStatusCode.BadRequest, status);
        }
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("localhost")]
    public async Task ServiceUrl_UnderAnotherNameOfThisMachine_IsContacted(string host)
    {
        var person = bot.Person("31");
        var message = person.Message("帮助");
        message["serviceUrl"] = new UriBuilder(bot.Connector.ServiceUrl) { Host = host }.Uri.AbsoluteUri;
        var (status, _) = await person.Send(message);
        Assert.Equal(HttpStatusCode.OK, status);
        // Nobody listens on 127.0.0.2 itself; that the reply went nowhere does not make the message a bad one.
        if (host is "localhost") Assert.NotNull(await person.Next());
    }

    [Fact]
    public async Task Redirect_ByTheConnector_IsNotFollowed()
    {
        var person = bot.Person("31");
        bot.Connector.ScriptRedirect(
            person.Conversation,
            bot.Connector.ServiceUrl + "/v3/conversations/elsewhere/activities");
        await person.Send(person.Message("帮助"));
        Assert.Empty(bot.Connector.Waiting("elsewhere"));
    }

    [Theory]
    [InlineData("Host: attacker.example")]
    [InlineData("Host: 127.0.0.1\r\nOrigin: https://attacker.example")]
    [InlineData("Host: localhost\r\nOrigin: null")]
    public async Task Request_ByAPageFromElsewhere_IsRefused(string headers)
    {
        var person = bot.Person("31");
        var body = person.Message("帮助").ToJsonString();
        Assert.StartsWith(
            "HTTP/1.1 403 ",
            await Raw($"POST /api/messages HTTP/1.1\r\n{headers}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"),
            StringComparison.Ordinal);
        Assert.Empty(bot.Connector.Waiting(person.Conversation));
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n")]
    public async Task Request_ThatIsNotHttp_IsRefusedWith400(string request) =>
        Assert.StartsWith("HTTP/1.1 400 ", await Raw(request), StringComparison.Ordinal);

    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(bot.Url.Host, bot.Url.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        var answer = new byte[64];
        var length = await stream.ReadAtLeastAsync(answer, 13, throwOnEndOfStream: false)
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30));
        return Encoding.ASCII.GetString(answer, 0, length);
    }
}
