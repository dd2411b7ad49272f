using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Teams;
using LiaisonBot.Tests.Conversation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiaisonBot.Tests.Teams;

/// <summary>
/// What the SDK makes of the bot's answers on their way out: nothing. They say what our own JSON says, in as many
/// bytes.
/// </summary>
public sealed class AnswerSizeTests : IAsyncLifetime
{
    /// <summary>How much longer than our own JSON an answer may be.</summary>
    private const double Allowed = 1.05;

    private readonly PostedTo chat = new();
    private readonly VirtualTime time = new(Chats.Morning);
    private TeamsAdapter adapter = null!;
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        adapter = TeamsAdapter.Create(TeamsIdentity.None, chat.Network(), NullLogger.Instance);
        chats = await Chats.Open();
        await chats.Leader.Assign("长安区", "上报\"三资\"整改方案 <b>&amp; 清单 😀");
        await chats.Leader.Assign("正定县", "核查高标准农田");
    }

    public async ValueTask DisposeAsync()
    {
        adapter = null!;
        await chats.DisposeAsync();
    }

    public static TheoryData<string, string> Messages => new()
    {
        { "a list", "我的事项" },
        { "a matter", "查询 1301-1" },
        { "a form", "交办" },
        { "the help", "帮助" },
        { "words alone", "签收 1301-99" },
        { "thanks", "谢谢" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_AnsweredInTheResponse(string what, string text)
    {
        var (body, reading, answer) = await Take(Message(text, expectReplies: true));
        AssertSame(what, ActivityWriter.ExpectedReplies(reading.Envelope, answer.Messages), body);
        Assert.Empty(chat.Bodies);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_AnsweredByAPost(string what, string text)
    {
        var (_, reading, answer) = await Take(Message(text, expectReplies: false));
        Assert.Equal(answer.Messages.Count, chat.Bodies.Count);
        foreach (var (message, body) in answer.Messages.Zip(chat.Bodies))
        {
            AssertSame(what, ActivityWriter.Reply(reading.Envelope, message), body);
        }
    }

    [Fact]
    public async Task Message_ThatGoesByItself_AndItsUpdate()
    {
        var list = (await chats.Bot.TakeAsync(
            ((Reading.Understood)ActivityReader.Read(Bytes(Message("我的事项", expectReplies: true)))).Incoming,
            default)).Messages[0];
        var connector = new TeamsConnector(adapter, null, time);
        Assert.Equal(
            new SendAnswer.Answered(201, Activity: "1"),
            await connector.PostAsync(chats.Leader.Address, list, default));
        Assert.Equal(
            new SendAnswer.Answered(201, Activity: "1"),
            await connector.UpdateAsync(chats.Leader.Address, "1", list, default));
        AssertSame("a push", ActivityWriter.Push(chats.Leader.Address, list), chat.Bodies[0]);
        AssertSame("an update", ActivityWriter.Update(chats.Leader.Address, "1", list), chat.Bodies[1]);
    }

    [Fact]
    public async Task Message_IsAnsweredWithoutAnythingBeingThrown()
    {
        var (here, thrown) = (new AsyncLocal<bool> { Value = true }, new List<string>());
        void Note(object? sender, FirstChanceExceptionEventArgs e)
        {
            if (here.Value)
            {
                thrown.Add(e.Exception.ToString());
            }
        }
        AppDomain.CurrentDomain.FirstChanceException += Note;
        await Take(Message("我的事项", expectReplies: true));
        AppDomain.CurrentDomain.FirstChanceException -= Note;
        Assert.Empty(thrown);
    }

    public static TheoryData<string, bool, string, string> Invokes => new()
    {
        { "a card for a button", true, "adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"say","data":{"text":"我的事项"}}}""" },
        { "words for a button that nobody knows", false, "adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"no-such","data":{"x":"1"}}}""" },
        { "results of a search", true, "composeExtension/query", """{"commandId":"find","parameters":[{"name":"text","value":"整改"}]}""" },
        { "all results", true, "composeExtension/query", """{"commandId":"find","parameters":[{"name":"initialRun","value":"true"}]}""" },
        { "no result", false, "composeExtension/query", """{"commandId":"find","parameters":[{"name":"text","value":"没有这样的事"}]}""" },
        { "a dialog", true, "composeExtension/fetchTask", """{"commandId":"assign","messagePayload":{"id":"1","body":{"contentType":"text","content":"请长安区12月30日前上报整改方案"}}}""" },
        { "the end of a dialog", false, "composeExtension/submitAction", """{"commandId":"assign","data":{"verb":"no-such"}}""" },
    };

    [Theory]
    [MemberData(nameof(Invokes))]
    public async Task Invoke_AnsweredInTheResponse(string what, bool card, string name, string value)
    {
        var activity = Message("", expectReplies: false);
        activity["type"] = "invoke";
        activity["name"] = name;
        activity["value"] = JsonNode.Parse(value);
        var (body, reading, answer) = await Take(activity);
        Assert.Equal(card, answer.Messages[0].Card is not null);
        AssertSame(what, ActivityWriter.InvokeAnswer(reading.Incoming, answer), body);
        Assert.Empty(chat.Bodies);
    }

    private JsonObject Message(string text, bool expectReplies)
    {
        var from = chats.Leader.Address;
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1",
            ["channelId"] = "msteams",
            ["serviceUrl"] = from.ServiceUrl,
            ["from"] = new JsonObject
            {
                ["id"] = from.UserId,
                ["name"] = "组长",
                ["aadObjectId"] = chats.Leader.ObjectId
            },
            ["recipient"] = new JsonObject { ["id"] = from.BotId, ["name"] = "联络机器人", ["role"] = "bot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = from.ConversationId,
                ["conversationType"] = "personal",
                ["tenantId"] = "tenant",
                ["of the channel's own"] = "kept"
            },
            ["locale"] = "zh-CN",
            ["text"] = text,
        };
        if (expectReplies)
        {
            activity["deliveryMode"] = "expectReplies";
        }
        return activity;
    }

    private async Task<(byte[] Body, Reading.Understood Reading, TurnAnswer Answer)> Take(JsonObject activity)
    {
        var http = new DefaultHttpContext();
        var body = new MemoryStream();
        http.Response.Body = body;
        var reading = Assert.IsType<Reading.Understood>(ActivityReader.Read(Bytes(activity)));
        var answer = TurnAnswer.Silence;
        await new TeamsMessages(adapter, time, NullLogger.Instance).HandleAsync(
            http,
            reading,
            async chatEvent => answer = await chats.Bot.TakeAsync(chatEvent, default),
            (_, taken, _) => Assert.IsType<SendAnswer.Answered>(taken));
        Assert.Equal(200, http.Response.StatusCode);
        Assert.NotEmpty(answer.Messages);
        if (body.Length > 0)
        {
            Assert.Equal(body.Length, http.Response.ContentLength);
        }
        return (body.ToArray(), reading, answer);
    }

    private static byte[] Bytes(JsonObject activity) => Encoding.UTF8.GetBytes(activity.ToJsonString());

    private static void AssertSame(string what, Json own, byte[] sent)
    {
        var length = own.ToBytes().Length;
        Assert.True(
            sent.Length <= length * Allowed,
            $"{what}: {sent.Length} bytes went out, our own JSON has {length}");
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(own.ToString()), JsonNode.Parse(sent)),
            $"{what}: {Encoding.UTF8.GetString(sent)} went out for {own}");
    }

    /// <summary>A chat service without a network: takes what is posted, and keeps the bodies.</summary>
    private sealed class PostedTo
    {
        private static readonly byte[] Taken = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}"u8.ToArray();

        public List<byte[]> Bodies { get; } = [];

        public SocketsHttpHandler Network() =>
            new() { ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new Connection(Bodies)) };

        private sealed class Connection(List<byte[]> bodies) : Stream
        {
            private readonly Pipe answers = new();
            private readonly MemoryStream request = new();

            public override bool CanRead => true;

            public override bool CanWrite => true;

            public override bool CanSeek => false;

            public override long Length => throw new NotSupportedException();

            public override long Position
            {
                get =>
                throw new NotSupportedException(); set => throw new NotSupportedException();
            }

            public override async ValueTask WriteAsync(
                ReadOnlyMemory<byte> buffer,
                CancellationToken cancellationToken = default)
            {
                request.Write(buffer.Span);
                if (Body() is { } body)
                {
                    bodies.Add(body);
                    request.SetLength(0);
                    await answers.Writer.WriteAsync(Taken, cancellationToken);
                }
            }

            /// <summary>Null while it is not whole.</summary>
            private byte[]? Body()
            {
                var bytes = request.GetBuffer().AsSpan(0, (int)request.Length);
                var head = bytes.IndexOf("\r\n\r\n"u8);
                if (head < 0)
                {
                    return null;
                }
                var line = Encoding.ASCII.GetString(bytes[..head])
                    .Split("\r\n")
                    .Single(l => l.StartsWith("Content-Length: ", StringComparison.Ordinal));
                var length = int.Parse(line["Content-Length: ".Length..], CultureInfo.InvariantCulture);
                return bytes.Length == head + 4 + length ? bytes[(head + 4)..].ToArray() : null;
            }

            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
                answers.Reader.AsStream(leaveOpen: true).ReadAsync(buffer, cancellationToken);

            public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            public override void Flush()
            {
            }

            public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

            public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

            public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

            public override void SetLength(long value) => throw new NotSupportedException();
        }
    }
}
