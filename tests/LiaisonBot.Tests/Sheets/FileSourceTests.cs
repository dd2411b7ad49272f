using System.Net;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Host.Files;

namespace LiaisonBot.Tests.Sheets;

/// <summary>
/// Files are fetched from where Teams puts them and from nowhere else, whatever address a message carries.
/// </summary>
[Trait("Kind", "Pure")]
public class FileSourceTests
{
    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/a/_layouts/15/download.aspx?UniqueId=1&tempauth=x", true)]
    [InlineData("https://contoso.sharepoint.cn/x", true)]
    [InlineData("https://CONTOSO.SharePoint.com/x", true)]
    [InlineData("http://contoso.sharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.com:8443/x", false)]
    [InlineData("https://sharepoint.com/x", false)]
    [InlineData("https://sharepoint.com.evil.example/x", false)]
    [InlineData("https://evilsharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.com@evil.example/x", false)]
    [InlineData("https://user:secret@contoso.sharepoint.com/x", false)]
    [InlineData("https://169.254.169.254/metadata/identity", false)]
    [InlineData("https://localhost/x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://contoso.sharepoint.com/x", false)]
    public void Address_IsOfSharePoint_OrNotFetchedFrom(string address, bool holds) =>
        Assert.Equal(holds, SharePoint.Holds(new(address)));

    [Fact]
    public async Task Fetch_FromWhereItMayBe_GivesTheFile()
    {
        using var source = Source(_ => Answer(HttpStatusCode.OK, [1, 2, 3]));

        Assert.Equal(
            [1, 2, 3],
            Assert.IsType<FileAnswer.Fetched>(await Fetch(
                source,
                "https://contoso-my.sharepoint.com/a")).Content.ToArray());
    }

    [Fact]
    public async Task Fetch_FromElsewhere_AsksNobody()
    {
        var asked = 0;
        using var source = Source(_ =>
        {
            asked++;
            return Answer(HttpStatusCode.OK, []);
        });

        Assert.IsType<FileAnswer.NotFetched>(await Fetch(source, "https://evil.example/a"));
        Assert.Equal(0, asked);
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com/b", true)]
    [InlineData("/b", true)]
    [InlineData("http://127.0.0.1/b", false)]
    [InlineData("https://evil.example/b", false)]
    public async Task Redirect_IsFollowedWithinSharePointAlone(string location, bool followed)
    {
        var asked = new List<string>();
        using var source = Source(request =>
        {
            asked.Add(request.RequestUri!.AbsolutePath);
            if (asked.Count > 1) return Answer(HttpStatusCode.OK, [7]);
            var moved = Answer(HttpStatusCode.Found, []);
            moved.Headers.Location = new(location, UriKind.RelativeOrAbsolute);
            return moved;
        });

        var answer = await Fetch(source, "https://contoso-my.sharepoint.com/a");

        Assert.Equal((followed, followed ? 2 : 1), (answer is FileAnswer.Fetched, asked.Count));
    }

    [Fact]
    public async Task Redirects_WithoutEnd_AreGivenUp()
    {
        using var source = Source(request =>
        {
            var moved = Answer(HttpStatusCode.Found, []);
            moved.Headers.Location = request.RequestUri;
            return moved;
        });

        Assert.IsType<FileAnswer.NotFetched>(await Fetch(source, "https://contoso-my.sharepoint.com/a"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_ThatIsTooLarge_IsNotReadToItsEnd(bool saysItsLength)
    {
        using var source = Source(_ =>
        {
            var answer = Answer(HttpStatusCode.OK, new byte[SheetLimits.FileBytes + 1]);
            if (!saysItsLength) answer.Content = new StreamContent(new Endless());
            return answer;
        });

        Assert.IsType<FileAnswer.TooLarge>(await Fetch(source, "https://contoso-my.sharepoint.com/a"));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task File_ThatIsNotThere_IsNotFetched(HttpStatusCode status)
    {
        using var source = Source(_ => Answer(status, []));

        Assert.IsType<FileAnswer.NotFetched>(await Fetch(source, "https://contoso-my.sharepoint.com/a"));
    }

    [Fact]
    public async Task Connection_ThatBreaks_IsNotFetched()
    {
        using var source = Source(_ => throw new HttpRequestException("broken"));

        Assert.IsType<FileAnswer.NotFetched>(await Fetch(source, "https://contoso-my.sharepoint.com/a"));
    }

    [Fact]
    public async Task Request_CarriesNoCredential()
    {
        HttpRequestMessage? seen = null;
        using var source = Source(request =>
        {
            seen = request;
            return Answer(HttpStatusCode.OK, []);
        });

        await Fetch(source, "https://contoso-my.sharepoint.com/a");

        Assert.Null(seen!.Headers.Authorization);
        Assert.Empty(seen.Headers);
    }

#pragma warning disable RS0030 // Nothing waits here.
    private static FileSource Source(Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        new(new Answering(answer), SharePoint.Holds, TimeProvider.System);
#pragma warning restore RS0030

    private static Task<FileAnswer> Fetch(FileSource source, string address) =>
        source.FetchAsync(new("表.xlsx", new(address)), default);

    private static HttpResponseMessage Answer(HttpStatusCode status, byte[] content) =>
        new(status) { Content = new ByteArrayContent(content) };

    private sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get =>
            throw new NotSupportedException(); set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
