using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Sealed;

/// <summary>密件: what must not leak. Said in the chat by number alone; entered and read in dialogs and on the page.</summary>
internal static class SealedFeature
{
    public const string Typed = "typed";

    /// <summary>What may stand behind 登记, as it is compared.</summary>
    private static readonly (string Word, SealedKind Kind, SealedChannel Channel)[] Openings =
    [
        ("来电", SealedKind.Petition, SealedChannel.Phone),
        ("电话", SealedKind.Petition, SealedChannel.Phone),
        ("来信", SealedKind.Petition, SealedChannel.Letter),
        ("信件", SealedKind.Petition, SealedChannel.Letter),
        ("举报信", SealedKind.Petition, SealedChannel.Letter),
        ("信访件", SealedKind.Petition, SealedChannel.Letter),
        ("举报电话", SealedKind.Petition, SealedChannel.Phone),
        ("来访", SealedKind.Petition, SealedChannel.Visit),
        ("约访", SealedKind.Petition, SealedChannel.Appointment),
        ("约谈", SealedKind.Petition, SealedChannel.Appointment),
        ("举报箱", SealedKind.Petition, SealedChannel.Box),
        ("意见箱", SealedKind.Petition, SealedChannel.Box),
        ("信访", SealedKind.Petition, SealedChannel.Visit),
        ("举报", SealedKind.Petition, SealedChannel.Phone),
        ("密件", SealedKind.Petition, SealedChannel.Phone),
        ("阻访", SealedKind.Interference, SealedChannel.Visit),
        ("截信", SealedKind.Interference, SealedChannel.Letter),
        ("扰电话", SealedKind.Interference, SealedChannel.Phone),
        ("网情", SealedKind.OnlineClue, SealedChannel.Net),
        ("网络信息", SealedKind.OnlineClue, SealedChannel.Net),
        ("网络舆情", SealedKind.OnlineClue, SealedChannel.Net),
        ("舆情", SealedKind.OnlineClue, SealedChannel.Net),
        ("延伸了解", SealedKind.Inquiry, SealedChannel.Own),
        ("了解", SealedKind.Inquiry, SealedChannel.Own),
        ("暗访", SealedKind.UnannouncedVisit, SealedChannel.Own),
        ("inquiry", SealedKind.Inquiry, SealedChannel.Own),
        ("extended inquiry", SealedKind.Inquiry, SealedChannel.Own),
        ("unannounced visit", SealedKind.UnannouncedVisit, SealedChannel.Own),
        ("call", SealedKind.Petition, SealedChannel.Phone),
        ("letter", SealedKind.Petition, SealedChannel.Letter),
        ("visitor", SealedKind.Petition, SealedChannel.Visit),
        ("petition", SealedKind.Petition, SealedChannel.Phone),
        ("box", SealedKind.Petition, SealedChannel.Box),
        ("interference", SealedKind.Interference, SealedChannel.Visit),
        ("online clue", SealedKind.OnlineClue, SealedChannel.Net),
    ];

    /// <summary>Small words between 登记 and what is registered, in the order in which they stand.</summary>
    private static readonly string[] Little = ["一下", "一", "个", "件", "封", "起", "条", "a ", "an ", "the "];

    public static readonly Feature Feature = new("sealed",
        new("sealed.list", (turn, arguments, cancellationToken) =>
            new SealedHandler(turn).ListAsync(arguments[SealedCards.Year], arguments.Page, cancellationToken))
        {
            Name = SealedTexts.Name,
            Also = ["我的密件", "密件列表", "sealed", "sealed record"],
            MayBeMisspelt = false,
            Read = ReadName,
            InDialog = (turn, arguments, cancellationToken) =>
                new SealedHandler(turn).ListAsync(arguments[SealedCards.Year], arguments.Page, cancellationToken),
            Help = new(SealedTexts.Help, SealedRights.Registers) { Say = SealedTexts.HelpSay },
            HelpButton = new(24, SealedRights.Registers),
        },
        InWindow("sealed.form", (h, a, _) => h.FormAsync(a[SealedCards.Kind], a[SealedCards.Channel], a[Typed].Length > 0)) with
        {
            Also = ["登记", "register", "来电登记", "来信登记", "来访登记", "信访登记", "网情登记", "举报登记", "延伸了解", "暗访"],
            MayBeMisspelt = false,
            // 来电登记 is read as 登记来电, and 暗访 as 登记暗访.
            Read = line => ReadForm(
                line.Word is "延伸了解" or "暗访" ? line with { Rest = line.Word + line.Rest }
                : line.Word.Length > 2 && line.Word.EndsWith("登记", StringComparison.Ordinal) ? line with { Rest = line.Word[..^2] + line.Rest }
                : line),
        },
        InWindow("sealed.register", (h, a, token) => h.RegisterAsync(a.Values, token)),
        InWindow("sealed.open", (h, a, token) => h.ShowAsync(a[SealedCards.Number], token)) with
        {
            Also = ["s-"],
            MayBeMisspelt = false,
            Read = line => SealedHandler.Written("s-" + line.Rest)
                ? new("sealed.open", Arguments.Of((SealedCards.Number, "s-" + line.Rest)))
                : null,
        },
        InWindow("sealed.text", (h, a, token) => h.TextAsync(a[SealedCards.Number], token)),
        InWindow("sealed.identifying", (h, a, token) => h.IdentifyingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.identify", (h, a, token) => h.IdentifyAsync(a.Values, token)),
        InWindow("sealed.judging", (h, a, token) => h.JudgingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.judge", (h, a, token) => h.JudgeAsync(a.Values, token)),
        InWindow("sealed.linking", (h, a, token) => h.LinkingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.link", (h, a, token) => h.LinkAsync(a.Values, token)),
        InWindow("sealed.referring", (h, a, token) => h.MakingAsync(SealedKind.Slip, a[SealedCards.Number], token)),
        InWindow("sealed.refer", (h, a, token) => h.MakeAsync(SealedKind.Slip, a.Values, token)),
        InWindow("sealed.asking", (h, a, token) => h.MakingAsync(SealedKind.Question, a[SealedCards.Number], token)),
        InWindow("sealed.ask", (h, a, token) => h.MakeAsync(SealedKind.Question, a.Values, token)),
        InWindow("sealed.forwarding", (h, a, token) => h.MakingAsync(SealedKind.Forward, a[SealedCards.Number], token)),
        InWindow("sealed.forward", (h, a, token) => h.MakeAsync(SealedKind.Forward, a.Values, token)),
        InWindow("sealed.stopping", (h, a, token) => h.StoppingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.stop", (h, a, token) => h.StopAsync(a[SealedCards.Number], token)),
        InWindow("sealed.counting", (h, a, token) => h.CountingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.count", (h, a, token) => h.CountVisitAsync(a[SealedCards.Number], token)),
        InWindow("sealed.approve", (h, a, token) => h.ApproveAsync(a[SealedCards.Number], token)),
        InWindow("sealed.reporting", (h, a, token) => h.ReportingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.report", (h, a, token) => h.ReportAsync(a.Values, token)),
        InWindow("sealed.slipping", (h, a, token) => h.SlippingAsync(a[SealedCards.Matter], token)),
        InWindow("sealed.slip", (h, a, token) => h.SlipAsync(a.Values, token)),
        InWindow("sealed.answering", (h, a, token) => h.AnsweringAsync(a[SealedCards.Number], token)),
        InWindow("sealed.answer", (h, a, token) => h.AnswerAsync(a.Values, token)),
        InWindow("sealed.close", (h, a, token) => h.CloseAsync(a[SealedCards.Number], token)),
        InWindow("sealed.timing", (h, a, token) => h.TimingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.time", (h, a, token) => h.GiveTimeAsync(a.Values, token)),
        InWindow("sealed.naming", (h, a, token) => h.NamingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.name", (h, a, token) => h.NameAsync(a.Values, token)),
        InWindow("sealed.recusing", (h, a, token) => h.RecusingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.recuse", (h, a, token) => h.RecuseAsync(a[SealedCards.Number], token)),
        InWindow("sealed.sign", (h, a, token) => h.SignAsync(a[SealedCards.Number], token)),
        InWindow("sealed.receive", (h, a, token) => h.ReceiveAsync(a[SealedCards.Number], token)),
        InWindow("sealed.replying", (h, a, token) => h.ReplyingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.reply", (h, a, token) => h.ReplyAsync(a.Values, token)),
        InWindow("sealed.looks", (h, a, token) => h.LooksAsync(a[SealedCards.Number], token)) with
        {
            Also = ["查阅记录", "looks"],
            MayBeMisspelt = false,
            // "looks good" is something else.
            Read = line => line.IsNothing || SealedHandler.Written(line.Rest)
                ? new("sealed.looks", Arguments.Of((SealedCards.Number, line.IsNothing ? "" : line.Rest)))
                : null,
        },
        new("sealed.nothing", (turn, _, _) => Answers.TellAsync(turn.Localizer.Say(SealedTexts.NothingDone))),
        InWindow("sealed.ends", (h, _, token) => h.EndsAsync(null, token)) with
        {
            Also = ["密件销毁", "密件到期", "到期密件", "sealed records due for destruction"],
            MayBeMisspelt = false,
            Read = line => line.IsNothing ? new("sealed.ends", Arguments.None) : null,
        },
        InWindow("sealed.archive", (h, a, token) => h.ArchiveAsync(a[SealedCards.Year], null, token)) with
        {
            Also = ["密件归档", "归档密件", "sealed archive"],
            MayBeMisspelt = false,
            Read = line => line.IsNothing || YearLine.Read(line.Rest, 0) is { Rest: "", Year: not null }
                ? new("sealed.archive", Arguments.Of((SealedCards.Year, line.IsNothing ? "" : line.Rest)))
                : null,
        },
        InWindow("sealed.keying", (h, _, _) => h.KeyingAsync()),
        InWindow("sealed.key", (h, a, token) => h.SetKeyAsync(a.Values, token)),
        InWindow("sealed.propose", (h, a, token) => h.EndAsync(a[SealedCards.Number], h.ProposeAsync, token)),
        InWindow("sealed.withdraw", (h, a, token) => h.EndAsync(a[SealedCards.Number], h.WithdrawAsync, token)),
        InWindow("sealed.destroying", (h, a, token) => h.DestroyingAsync(a[SealedCards.Number], token)),
        InWindow("sealed.destroy", (h, a, token) => h.EndAsync(a[SealedCards.Number], h.DestroyAsync, token)),
        InWindow("sealed.counts", (h, a, token) => h.CountAsync(a[SealedCards.Year], token)) with
        {
            Also = ["密件统计", "信访统计", "统计密件", "sealed counts"],
            MayBeMisspelt = false,
            Read = line => line.IsNothing || YearLine.Read(line.Rest, 0) is { Rest: "", Year: not null }
                ? new("sealed.counts", Arguments.Of((SealedCards.Year, line.IsNothing ? "" : line.Rest)))
                : null,
        },
        new("sealed.texts", (turn, arguments, cancellationToken) =>
            new SealedHandler(turn).SwitchTextsAsync(arguments[SealedCards.Yes].Length > 0, cancellationToken)))
    {
        LongInputs = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [SealedField.Text] = SealedLimits.Text,
            [SealedCards.Words] = SealedLimits.Text,
            [SealedCards.Pem] = SealedLimits.ArchiveKey,
        },
    };

    /// <summary>
    /// A sentence around registering, which registers nothing: where it is, whether to, not now; and what was typed into the
    /// chat in place of the window. For whoever registers; of others it may be anything.
    /// </summary>
    public static ChatCommand.Call? Meant(TurnScope turn, string typed, ChatCommand command)
    {
        var isOpen = command is ChatCommand.Unknown
            || (command is ChatCommand.Call { Id: var id }
                && (id == "help.notOrdered" || id.StartsWith("sealed.form", StringComparison.Ordinal)));
        return !isOpen || !SealedRights.Registers(turn.Person) ? null : SealedLine.Read(typed) switch
        {
            SealedSaid.NotNow => new("sealed.nothing", Arguments.None),
            SealedSaid.IsThere => new("sealed.list", Arguments.None),
            SealedSaid.Whether => Form(typed, isBody: false),
            // 登记来电 with a body behind it is read as it stands.
            // What names a matter is said of it.
            SealedSaid.Body when command is not ChatCommand.Call { Id: "sealed.form" }
                && MatterNumber.AllIn(typed, turn.Localizer.Today.Year).Count == 0 => Form(typed, isBody: true),
            SealedSaid.Body or null => null,
        };
    }

    private static ChatCommand.Call? Form(string typed, bool isBody)
    {
        var said = Folding.Of(typed);
        var opening = isBody ? SealedLine.Opening(typed)
            : Openings.Select(o => o.Word).Where(said.Contains).MaxBy(word => word.Length) ?? SealedLine.Opening(typed);
        var (_, kind, channel) = Openings.First(o => o.Word == opening);
        return new("sealed.form", Arguments.Of(
            (SealedCards.Kind, kind.ToString()),
            (SealedCards.Channel, channel.ToString()),
            (Typed, isBody ? SealedCards.Yes : "")));
    }

    /// <summary>登记网络信息 on a message: the form of an online clue, with its link and words in it.</summary>
    public static Task<TurnAnswer> OfMessageAsync(
        TurnScope turn,
        ChatEvent.AssignMessage message,
        CancellationToken cancellationToken) =>
        new SealedHandler(turn).ClueAsync(message.Text, message.Links, cancellationToken);

    /// <summary>The same in a dialog and elsewhere: the handler looks where it is, and shows nothing sealed in a chat.</summary>
    private static Command InWindow(string id, Func<SealedHandler, Arguments, CancellationToken, Task<TurnAnswer>> run) =>
        new(id, (turn, arguments, cancellationToken) => run(new(turn), arguments, cancellationToken))
        {
            InDialog = (turn, arguments, cancellationToken) => run(new(turn), arguments, cancellationToken),
        };

    /// <summary>密件, 密件 2026, 密件 S-17, 密件 启用正文.</summary>
    private static ChatCommand.Call? ReadName(TypedLine line)
    {
        var said = Folding.Of(line.Rest).Trim(' ', '.', '!', '。');
        return line.IsNothing || said is "列表" or "list" ? new("sealed.list", Arguments.None)
            : said is "启用正文" or "开启正文" or "texts on" ? new("sealed.texts", Arguments.Of((SealedCards.Yes, SealedCards.Yes)))
            : said is "停用正文" or "关闭正文" or "texts off" ? new("sealed.texts", Arguments.None)
            : SealedHandler.Written(said) ? new("sealed.open", Arguments.Of((SealedCards.Number, said)))
            : YearLine.Read(said, line.Year) is { Rest: "", Year: not null } ? new("sealed.list", Arguments.Of((SealedCards.Year, said)))
            : null;
    }

    /// <summary>登记 来电: the kind and channel; what stands behind is not taken, and is said not to be.</summary>
    private static ChatCommand.Call? ReadForm(TypedLine line)
    {
        var said = Folding.Of(line.Rest);
        foreach (var little in Little)
        {
            said = said.StartsWith(little, StringComparison.Ordinal) ? said[little.Length..].TrimStart(' ') : said;
        }

        foreach (var (word, kind, channel) in Openings.OrderByDescending(o => o.Word.Length))
        {
            if (said.StartsWith(word, StringComparison.Ordinal)
                && (char.IsAsciiLetter(word[0]) is false || said.Length == word.Length || !char.IsAsciiLetter(said[word.Length])))
            {
                var rest = said[word.Length..].Trim(' ', '.', '。', '!', ',');
                return new("sealed.form", Arguments.Of(
                    (SealedCards.Kind, kind.ToString()),
                    (SealedCards.Channel, channel.ToString()),
                    (Typed, rest.Length > 0 ? SealedCards.Yes : "")));
            }
        }

        return null;
    }
}
