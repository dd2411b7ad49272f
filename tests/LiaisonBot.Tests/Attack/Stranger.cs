using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Matters;
using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests.Attack;

/// <summary>
/// Sends one nasty text in every place where the bot reads something, and says what it cost. Runs among woven
/// assemblies.
/// </summary>
public sealed class Stranger
{
    private const string Office = "00000000-0000-4000-8000-000000000001";
    private const string Leader = "00000000-0000-4000-8000-000000000011";
    private const string County = "00000000-0000-4000-8000-000000000031";

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, string Who, string Says)[] Places =
    [
        ("words of the leader", Leader, Message("\"text\":\"%\"")),
        ("words of the office", Office, Message("\"text\":\"%\"")),
        ("words of an unknown person", "nobody", Message("\"text\":\"%\"")),
        .. new[]
        {
            "交办 长安区 ",
            "驻市 ",
            "查询 ",
            "台账 ",
            "导入\n",
            "导入节假日 ",
            "添加人员 ",
            "更正 1301-1 ",
            "转办 1301-1 ",
            "申请延期 1301-1 ",
            "签收 ",
            "通讯录 ",
            "负担 ",
            "导出",
            "小结 ",
            "12月5日前 "
        }
            .Select(word =>
                ($"what stands behind {word.Trim()}",
                    word[0] is '签' or '转' or '申' ? County : Office,
                    Message($"\"text\":\"{word.ReplaceLineEndings("\\n")}%\""))),
        ("mention",
            Leader,
            Message("\"text\":\"<at>x</at> %\",\"entities\":[{\"type\":\"mention\",\"text\":\"%\",\"mentioned\":{\"id\":\"liaisonbot\"}}]")),
        ("mentions, many",
            Leader,
            Message("\"text\":\"aaaaaaaaaaaaaaaaaaaa\",\"entities\":[@{\"type\":\"mention\",\"text\":\"a%\",\"mentioned\":{\"id\":\"liaisonbot\"}}@]")),
        ("attachments, many",
            Leader,
            Message("\"text\":\"\",\"attachments\":[@{\"contentType\":\"text/html\",\"content\":\"%\"}@]")),
        ("attachment's HTML",
            Leader,
            Message("\"text\":\"帮助\",\"attachments\":[{\"contentType\":\"text/html\",\"content\":\"%\"}]")),
        ("attachment's type",
            Leader,
            Message("\"text\":\"帮助\",\"attachments\":[{\"contentType\":\"%\",\"content\":\"x\"}]")),
        ("file's address and name",
            Leader,
            Message("\"text\":\"\",\"attachments\":[{\"contentType\":\"application/vnd.microsoft.teams.file.download.info\",\"name\":\"%\",\"content\":{\"downloadUrl\":\"https://x/%\"}}]")),
        ("locale", Leader, Message("\"text\":\"帮助\",\"locale\":\"%\"")),
        ("activity's id", Leader, Message("\"text\":\"帮助\",\"id\":\"%\"")),
        ("tenant", Leader, Message("\"text\":\"帮助\",\"channelData\":{\"tenant\":{\"id\":\"%\"}}")),
        ("names that come twice", Leader, Message("\"text\":\"帮助\",\"%\":1,\"%\":2")),
        ("names, many", Leader, Message("\"text\":\"帮助\",\"channelData\":{\"a\":0@,\"#%\":1@}")),
        ("members", Leader, "\"type\":\"conversationUpdate\",\"membersAdded\":[@{\"id\":\"%\"}@]"),
        ("HTML of a message that is assigned",
            Leader,
            Invoke(
                "composeExtension/fetchTask",
                "{\"messagePayload\":{\"body\":{\"contentType\":\"html\",\"content\":\"%\"}}}")),
        ("text of a message that is assigned",
            Leader,
            Invoke(
                "composeExtension/fetchTask",
                "{\"messagePayload\":{\"body\":{\"contentType\":\"text\",\"content\":\"%\"}}}")),
        ("search", Leader, Invoke("composeExtension/query", "{\"parameters\":[{\"name\":\"text\",\"value\":\"%\"}]}")),
        ("parameters, many",
            Leader,
            Invoke("composeExtension/query", "{\"parameters\":[@{\"name\":\"text\",\"value\":\"%\"}@]}")),
        ("verb", Leader, Press("%", "")),
        ("values, many", Leader, Press("do", "\"act\":\"Assign\"@,\"#\":\"%\"@")),
        ("word of a button", Leader, Press("say", "\"text\":\"%\"")),
        ("word of a dialog",
            Leader,
            Invoke("composeExtension/submitAction", "{\"data\":{\"verb\":\"say\",\"text\":\"交办 %\"}}")),
        ("number", Leader, Press("open", "\"number\":\"%\"")),
        ("page", Leader, Press("page", "\"text\":\"我的事项\",\"page\":\"%\"")),
        .. new[]
        {
            Fields.Title,
            Fields.Area,
            Fields.Responsible,
            Fields.Target,
            Fields.Due,
            Forms.DueIn,
            Fields.Urgency,
            Fields.Basis,
            Fields.Areas
        }
            .Select(field => ($"assignment's {field}", Leader, Press("do", $"\"act\":\"Assign\",\"{field}\":\"%\""))),
        .. new[]
        {
            (Act.PassOn, Fields.Areas),
            (Act.PassOn, Fields.Due),
            (Act.HandIn, Fields.Result),
            (Act.RequestExtension, Fields.Until),
            (Act.Undo, Forms.Entry),
            (Act.Refer, Fields.Department),
            (Act.Correct, Fields.Due)
        }
            .Select(step =>
                ($"{step.Item1}'s {step.Item2}",
                    County,
                    Press("do", $"\"act\":\"{step.Item1}\",\"number\":\"1301-1\",\"{step.Item2}\":\"%\""))),
        ("rows that were pasted", Office, Press("checkRows", "\"rows\":\"%\"")),
        ("notice", Office, Press("readNotice", "\"year\":\"2027\",\"notice\":\"%\"")),
        ("notice's year", Office, Press("readNotice", "\"year\":\"%\",\"notice\":\"x\"")),
        ("settings", Office, Press("saveSettings", "\"language\":\"%\",\"digestTime\":\"%\",\"quietFrom\":\"%\"")),
        ("limits", Office, Press("saveLimits", "\"earliestDigest\":\"%\",\"longestQuiet\":\"%\"")),
        ("person's name and account",
            Office,
            Press("addPerson", "\"role\":\"CountyOfficer\",\"area\":\"130102\",\"name\":\"%\",\"identity\":\"%\"")),
        ("unit's name", Office, Press("addUnit", "\"unitUnder\":\"1301\",\"unitName\":\"%\"")),
        ("visit's days",
            Office,
            Press("addVisit", "\"kind\":\"Residency\",\"area\":\"1301\",\"team\":\"%\",\"from\":\"%\",\"to\":\"%\"")),
        ("message that is sent again", Office, Press("sendAgain", "\"number\":\"1301-1\",\"message\":\"%\"")),
        ("job", Office, Press("startJob", "\"job\":\"%\"")),
    ];

    private readonly Chats chats;

    private Stranger(Chats chats) => this.chats = chats;

    public static Stranger Come() => new(Chats.Open(new MemoryTableStore()).GetAwaiter().GetResult());

    public static int Count => Places.Length;

    public static string Name(int place) => Places[place].Name;

    /// <summary>
    /// The steps that it takes to read the text over and over, to so many bytes on the wire, and to answer it.
    /// </summary>
    public long Send(int place, string nasty, int bytes)
    {
        var (_, who, rest) = Places[place];
        var body = Body(who, rest, nasty, bytes);
        var before = Work.Done;
        if (ActivityReader.Read(body) is Reading.Understood understood)
        {
            var answer = chats.Bot.TakeAsync(understood.Incoming, default).GetAwaiter().GetResult();
            foreach (var message in answer.Messages) _ = ActivityWriter.Reply(understood.Envelope, message).ToString();
        }

        return Work.Done - before;
    }

    /// <summary>The steps of reading HTML, whatever a message may measure.</summary>
    public static long ReadHtml(string html)
    {
        var before = Work.Done;
        _ = HtmlText.Read(html);
        return Work.Done - before;
    }

    // Half a character cannot be written in UTF-8; it comes as an escape.
    private static string Escaped(string nasty) =>
        string.Concat(nasty.Select(c =>
            char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : JsonSerializer.Serialize(c.ToString(), AsItIs)[1..^1]));

    private static byte[] Body(string who, string rest, string nasty, int bytes)
    {
        var activity = $$"""{"channelId":"msteams","serviceUrl":"http://localhost:1/_connector","conversation":{"id":"chat-{{who}}","conversationType":"personal"},"from":{"id":"user-{{who}}","aadObjectId":"{{who}}"},"recipient":{"id":"liaisonbot","name":"x"},{{rest}}}""";
        var one = Escaped(nasty);
        var length = Encoding.UTF8.GetByteCount(one);
        // What stands between two marks comes as often as there is room for it.
        if (activity.Split('@') is [var start, var again, var end])
        {
            var filled = again.Replace("%", one, StringComparison.Ordinal);
            var many = new StringBuilder(start);
            for (var i = 0; Encoding.UTF8.GetByteCount(filled) * (i + 1) + start.Length * 3 + 8 * i < bytes; i++)
                many.Append(i > 0 && !filled.StartsWith(',') ? "," : "")
                    .Append(filled.Replace("#", $"n{i}", StringComparison.Ordinal));
            return Encoding.UTF8.GetBytes(many.Append(end).ToString());
        }

        var times = activity.Count(c => c == '%');
        var text = new StringBuilder()
            .Insert(0, one, Math.Max(1, (bytes - Encoding.UTF8.GetByteCount(activity)) / length / times))
            .ToString();
        return Encoding.UTF8.GetBytes(activity.Replace("%", text, StringComparison.Ordinal));
    }

    private static string Message(string rest) => $"\"type\":\"message\",{rest}";

    private static string Invoke(string name, string value) =>
        $"\"type\":\"invoke\",\"name\":\"{name}\",\"value\":{value}";

    private static string Press(string verb, string data) =>
        Invoke(
            "adaptiveCard/action",
            $"{{\"action\":{{\"type\":\"Action.Execute\",\"verb\":\"{verb}\",\"data\":{{{data}}}}}}}");
}
