using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// What is said to the other side of a matter: the form with it, and who will get it. Nothing goes out before the form
/// is submitted.
/// </summary>
internal sealed partial class SpokenHandler
{
    /// <summary>To whom it is said, before what is said.</summary>
    private static readonly string[] Addressees =
    [
        "交办方", "承办方", "责任方", "巡视组", "省委巡视办", "巡视办", "领导", "上面", "上级", "省里", "市里", "县里", "区里",
        "他们", "你们", "一声", "一下", "一句", "关于", "the team", "them",
    ];

    /// <summary>给长安区, 跟他们: before the addressee.</summary>
    private static readonly char[] Towards = ['给', '跟', '向', '对', '和', '请', ' '];

    private bool TellsTheTeam() =>
        Words.Any(frame.Text, "跟组里说", "给组里说", "给组里带", "跟组里汇报", "跟组里讲", "告诉组里", "向组里报告", "let the team know", "tell the team", "pass it on to the team")
            && (Meanings.TellsCounts(frame) || (frame.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && Words.Any(frame.Text, "了", "已", "又", "剩")));

    /// <summary>A question or a remark: of the matter that is meant, or of those at the place that is named.</summary>
    private async Task<TurnAnswer?> AskAsync(CancellationToken cancellationToken)
    {
        // 找不到人咋整: of who works on it a question; of others it asks the bot.
        if (argument == "trouble" && !Person.Grants.Any(g => Permissions.ReachOf(Right.Work, g.Role) != Reach.Nowhere && g.Role is not (Role.Office or Role.TeamLeader)))
        {
            return null;
        }

        // 跟组里说一下 又办下来46户: of who works on it, what was done.
        if (!frame.Asks && !frame.Hesitates && TellsTheTeam()
            && await OneAsync(cancellationToken, textBehind: true) is { } reported
            && MatterRules.Possible(reported, Person, Localizer.Now).Contains(Act.ReportProgress))
        {
            return await OfferStepAsync(Act.ReportProgress, reported, WithoutOrders(frame.Typed.Trim()));
        }

        if (argument is "tell" or "" or "remark" && (await ToThePartsAsync(cancellationToken) ?? await AnswerThereAsync(cancellationToken)) is { } there)
        {
            return there;
        }

        var text = argument == "trouble" ? frame.Typed.Trim() : SaidToPeople();
        if (await PartOfAsync(await OneAsync(cancellationToken, textBehind: true), cancellationToken) is { } tree && IsOfNamedPlace(tree))
        {
            return await OfferTalkAsync(TalkOf(tree.Matter.Subject), tree, text);
        }

        if (await NoSuchMatterAsync() is { } none)
        {
            return none;
        }

        List<ListEntry> open = [.. (await MineAsync(cancellationToken))
            .Where(e => e.IsOpen && InPlace(frame, e) && Permissions.May(Person, Right.Speak, e.Subject))];
        if (open is [var only] && await matters.FindFamilyAsync(only.Number, cancellationToken) is { } one)
        {
            return await OfferTalkAsync(TalkOf(only.Subject), one, text);
        }

        return open.Count == 0 || text.Length == 0
            ? await OfferAsync(
                Localizer.Say(MatterTexts.WhichMatter, Localizer.Say(Localizer.Word(frame.Asks ? Act.Ask : Act.Remark))),
                "matter.mine")
            : await steps.ChooseFormAsync(
                TalkOf(open[0].Subject),
                open,
                text,
                Localizer.Say(SpokenTexts.WhichToTell, Localizer.Clip(text, MostShown)));
    }

    /// <summary>tell Zhengding, said behind the card of a matter elsewhere: another one is meant.</summary>
    private bool IsOfNamedPlace(MatterTree tree) =>
        frame.Places.Count == 0
            || frame.Numbers.Count > 0
            || frame.Named.Count > 0
            || frame.Places.Exists(p => p.Code.Contains(tree.Matter.Area) || tree.Matter.Area.Contains(p.Code) || tree.Children.Any(c => c.Area == p.Code) || p.Code.IsProvincial);

    /// <summary>
    /// What waits for an answer is asked; the rest is a remark. Who works on it and is stuck waits for an answer too.
    /// </summary>
    private Act TalkOf(Subject subject) =>
        (frame.Asks || frame.Text.Replace("问题", "", StringComparison.Ordinal).Contains('问') || Words.Any(frame.Text, "question", "ask ")
            || (frame.Has(Idea.Stuck) && Sides.Of(Person, subject) == Side.Holder))
            // 给正定留言: that is what it is, whatever it says.
            && !Words.Any(frame.Text, "留言", "留个言", "留句话", " a note", "leave a message")
            ? Act.Ask
            : Act.Remark;

    private async Task<TurnAnswer> OfferTalkAsync(Act act, MatterTree tree, string text)
    {
        if (!MatterRules.Possible(tree, Person, Localizer.Now).Contains(act))
        {
            return await matters.RefusedAsync(act, tree);
        }

        // 帮我问下组长: what to ask is not said.
        text = BareTalk().IsMatch(Core.Text.Folding.Of(text).Trim(' ', '。', '.', '!', '?')) ? "" : OrderClauses.Without(act, text);
        var told = Recipients.Of(act, tree.Matter, Person, Localizer.Directory);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text.Length > 0)
        {
            values[Forms.MainInput(act)!] = text;
        }

        return await matters.FormAsync(
            act,
            tree,
            values,
            [],
            [act == Act.Answer || told.Count == 0
                ? Localizer.Say(SpokenTexts.NotSubmitted)
                : Localizer.Say(SpokenTexts.NotSentYet, Localizer.Names([.. told]))]);
    }

    [GeneratedRegex(
        @"^(ok |so |then |please |just |can you |could you |let's |well )*(tell|let|inform|message) (him|her|them|the leader|the team|the county|the city)( know)?( that)?[ ,:]+|^(ok |so |then |please |pls |just |can you |could you |would you |will you |kindly |and )*(ask|check with) (him|her|them|the leader|the team leader|the team|the inspectors|the inspection team|the office)( for (me|us))?[ ,:]+|^(那|就|帮我|麻烦|请|你|先)*(跟|和|给|告诉|通知|转告)(他|她|他们|她们|人家|组长|领导|组里)(说|讲|带|提|通知)?(一)?(声|下|句)?(话)?[，,：: ]+|^(那|就)?再(补|加|追|问|说|添)(一|两)?(句|声|下)(话)?[，,：: ]+",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ToldTo();

    [GeneratedRegex(
        @"^((no|nope|never mind|don't decline|don't decline it|not that|then|ok|okay|so|well|please|pls|rather|instead)[ ,.]+)*((just|only|simply|rather|better|let's) )*(please )?ask (them|him|her|the team|the leader|the team leader|the city|the office|the county)[ ,:]+|^(不|不退|先不退|不退了|别退|不签|先不签|算了|不是|不用|那|那就|就|先|还是|只|只是|[ ,，。])*(问一下|问下|问问|问一声|问)(他们|他|她|组长|组里|领导|上面|市里|交办方|巡视组)(一下|下|一声)?[,，:： ]*",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AskedInstead();

    [GeneratedRegex(
        @"^(帮我|替我|请|麻烦|你|那|就|再|快|去|给我|要不|还是|先)*(问|催|跟|和|告诉|通知|提醒|回复|答复)(一)?(下|问|声|句)?(他|她|他们|她们|人家|组长|领导|组里|市里|县里|区里|对方|上面|上级|省里|巡视组)?(说|讲|问)?(一下|一声|一句|问|吧|呗|啊|好了)*$|^(ok |so |then |please |just |can you |could you |let's )*(ask|tell|message|ping|write to) (him|her|them|the leader|the team|the county|the city|the district)( then| please| for me| about it| about that)*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BareTalk();

    [GeneratedRegex(@"^(ok |so |then |and |please |pls |can you |could you |would you |just |i want to |i'd like to )*((leave|drop|send|write|put|pass|add|make)( him| her| them| zhengding| chang'an)? )?(a |the |one |another )?(short |quick |little |brief |small )?(note|message|word|line|remark|comment)( from | for | to | about | on | of | regarding |$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NoteFor();

    /// <summary>
    /// 哪三个村, which nobody can answer from what is written: what is written of the matter that was shown, and a button to ask those who
    /// assigned it or work on it. Null for anything that asks nothing, and where no matter was shown.
    /// </summary>
    public static Task<TurnAnswer?> AskThemAsync(TurnScope turn, string typed, CancellationToken cancellationToken) =>
        turn.ChatEvent.Personal && typed.Length <= LongestAsked && !typed.Contains('\n', StringComparison.Ordinal)
            ? new SpokenHandler(turn, typed, ListView.Whole).AskThemAsync(cancellationToken)
            : Task.FromResult<TurnAnswer?>(null);

    private async Task<TurnAnswer?> AskThemAsync(CancellationToken cancellationToken)
    {
        if (!(frame.Asks || EndsAsking())
            || frame.Numbers.Count > 0
            || frame.HasPlaces
            || Ranked() is [{ Answer: Answer.Everyday, Score: >= Least }, ..]
            || await TalkedAsync(cancellationToken) is not { Matter: { } shown, IsAskedLast: false }
            || await matters.FindFamilyAsync(shown, cancellationToken) is not { } tree
            || !MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Ask))
        {
            return null;
        }

        var typed = frame.Typed.Trim();
        var written = tree.Matter.Requirements is [.., var wanted] ? wanted : tree.Matter.Target;
        // 要补的是哪一年的: the words themselves, where what is asked for stands in them.
        var sentence = Localizer.Say(
            QuestionWords.IsAnsweredBy(frame.Text, written) ? SpokenTexts.WrittenIs : SpokenTexts.NoMoreWritten,
            Localizer.Number(tree.Matter.Number),
            Localizer.Clip(Localizer.Typed(written).ReplaceLineEndings(" "), MostShown));
        var words = Localizer.Say(SpokenTexts.AskThis, Localizer.Clip(typed, MostShown));
        return await ShowAsync(
            sentence,
            Cards.Card.Of(
                Localizer,
                [
                    Cards.Card.Line(sentence),
                    .. Cards.Card.Actions(
                    [
                        Buttons.FormWith(new(words, words), Act.Ask, tree.Matter.Number, typed),
                        .. Suggestions.For(typed, Person, ReaderOf(scope)).Select(Localizer.Say).Select(said => Buttons.To(said, SpokenFeature.Again(said))),
                        Buttons.To("help.show"),
                    ]),
                ]),
            tree.Matter.Number);
    }

    private const int LongestAsked = 60;

    /// <summary>
    /// An answer to what waits for this person: of the matter that is meant, or the only one. Words that do not say that
    /// they answer are taken for it only right behind the question.
    /// </summary>
    private async Task<TurnAnswer?> ReplyAsync(CancellationToken cancellationToken)
    {
        if (argument == "shown")
        {
            return (await TalkedAsync(cancellationToken))?.Matter is { } shown
                && await matters.FindFamilyAsync(shown, cancellationToken) is { } asked
                && MatterRules.Answerable(asked.Matter, Person) is not null
                ? await OfferTalkAsync(Act.Answer, asked, frame.Typed.Trim())
                : null;
        }

        if (await AnswerThereAsync(cancellationToken) is { } there)
        {
            return there;
        }

        var text = SaidToPeople();
        // 这么回他, behind a matter that asks nothing: the only question that waits.
        if (frame.Numbers.Count == 0 && Words.Any(frame.Text, Replying) && (await MineAsync(cancellationToken)).Where(e => e.WaitsForAnswerOf(Person)).ToList() is [var waits]
            && await matters.FindFamilyAsync(waits.Number, cancellationToken) is { } asks)
        {
            return await OfferTalkAsync(Act.Answer, asks, text);
        }

        if (await OneAsync(cancellationToken, textBehind: true) is { } tree && IsOfNamedPlace(tree))
        {
            // Nobody asked: it is said all the same.
            var act = MatterRules.Answerable(tree.Matter, Person) is null ? Act.Remark : Act.Answer;
            return await OfferTalkAsync(act, tree, text);
        }

        if (await NoSuchMatterAsync() is { } none)
        {
            return none;
        }

        List<ListEntry> waiting = [.. (await MineAsync(cancellationToken)).Where(e => e.WaitsForAnswerOf(Person) && InPlace(frame, e))];
        return waiting switch
        {
            [] => await OfferAsync(Localizer.Say(SpokenTexts.NothingAsked), "matter.mine"),
            [var only] when await matters.FindFamilyAsync(only.Number, cancellationToken) is { } one =>
                await OfferTalkAsync(Act.Answer, one, text),
            _ => await steps.ChooseFormAsync(Act.Answer, waiting, text),
        };
    }

    /// <summary>
    /// 回正定一句，租户不算信访人; 签过合同的都算，就这么回他: the only question that waits there, or at all, is answered, whatever was shown before.
    /// </summary>
    private async Task<TurnAnswer?> AnswerThereAsync(CancellationToken cancellationToken)
    {
        if (frame.Mark || frame.Places.Count > 1 || (frame.Places.Count == 0 && !Words.Any(frame.Text, Replying)) || (frame.Numbers.Count > 0 && frame.Named.Count == 0))
        {
            return null;
        }

        // 如果正定一直不签，你们会怎么处理: asked of the bot; tell Zhengding tenants count if …: said to them.
        if ((frame.Has(Idea.If) || EndsAsking() || Words.Any(frame.Text, "怎么处理", "怎么办", "会怎么", "what happens", "what will")) && BehindTheTold(frame.Typed.Trim()) == frame.Typed.Trim())
        {
            return null;
        }

        // 给正定县带个话，食堂那件抓紧签: of another matter that they have.
        if (frame.Numbers is [var named]
            && await matters.FindFamilyAsync(named, cancellationToken) is { } tree
            && (tree.Matter.Area == frame.Places.FirstOrDefault()?.Code || tree.Children.Any(child => frame.Places.Exists(place => place.Code == child.Area)) || frame.Has(Idea.Matter)))
        {
            return null;
        }

        // 给正定捎句话：公示照片拍清楚点: of another of theirs, a word of whose title it says.
        if (!Words.Any(frame.Text, Replying) && (RemarksFirst() || ByExample is [{ Answer: Answer.Ask, Argument: "remark" or "tell" } or { Answer: Answer.Reply }, ..]) && OtherSpokenOf(await MineAsync(cancellationToken)) is { } other && await matters.FindFamilyAsync(other.Number, cancellationToken) is { } theirs)
        {
            return await OfferTalkAsync(Act.Remark, theirs, SaidToPeople());
        }

        return (await MineAsync(cancellationToken)).Where(e => e.WaitsForAnswerOf(Person) && InPlace(frame, e)).ToList() is [var only]
            && SaidToPeople() is { Length: > 0 } text
            && await matters.FindFamilyAsync(only.Number, cancellationToken) is { } one
            ? await OfferTalkAsync(Act.Answer, one, WithoutReplying(text))
            : null;
    }

    /// <summary>The only open matter of the place that is named, a pair of letters of whose title is said and stands in no other one; null where it asks itself.</summary>
    private ListEntry? OtherSpokenOf(IReadOnlyList<ListEntry> entries)
    {
        var there = entries.Where(e => e.IsOpen && InPlace(frame, e)).ToList();
        return frame.Places.Count == 1
            && there.FindAll(e => FormWords.PairsOf(e.Title).Any(pair => frame.Text.Contains(pair, StringComparison.Ordinal) && !General.Contains(pair) && there.Count(other => other.Title.Contains(pair, StringComparison.Ordinal)) == 1)) is [var one]
            && !one.WaitsForAnswerOf(Person) ? one : null;
    }

    private static readonly string[] Replying =
        ["这么回他", "这样回他", "就这么回", "就这样回", "这么回复", "这样回复", "这么答复", "这样答复", "回他们", "回他", "答复他", "回复他", "reply to him", "reply to them", "answer them", "answer him", "tell them that as the answer", "that's the answer", "that is the answer"];

    private static string WithoutReplying(string text)
    {
        foreach (var word in Replying)
        {
            text = text.EndsWith(word, StringComparison.Ordinal) ? text[..^word.Length] : text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..] : text;
        }

        return text.Trim(' ', ',', '，', '。', ':', '：', '吧');
    }

    /// <summary>给各县都留个言，周四前把表发来: to each part of the matter that is spoken of, with one press.</summary>
    private async Task<TurnAnswer?> ToThePartsAsync(CancellationToken cancellationToken)
    {
        if (frame.Mark || frame.Has(Idea.If) || !Words.Any(frame.Text, ToAll))
        {
            return null;
        }

        var spokenOf = await OneAsync(cancellationToken, textBehind: true);
        if (spokenOf is null || await matters.FindFamilyAsync(spokenOf.Matter.Number.Root, cancellationToken) is not { Children.Count: > 0 } tree)
        {
            return null;
        }

        var typed = frame.Typed.Trim();
        var lead = typed.IndexOfAny(['，', ',', '：', ':']);
        var text = lead > 0 && Words.Any(Folding.Of(typed[..lead]), ToAll) ? typed[(lead + 1)..].Trim() : typed;
        List<MatterNumber> parts = [.. tree.Children.Where(child => child.State is MatterState.Assigned or MatterState.InProgress).Select(child => child.Number)];
        return parts.Count > 0 ? await steps.SeveralAsync(Act.Remark, parts, text, null, cancellationToken) : null;
    }

    private static readonly string[] ToAll = ["各县", "各区县", "两个县", "两县", "几个县", "县里都", "all counties", "all the counties", "both counties", "the counties"];

    /// <summary>What is said, without to whom and of which matter: 给长安区留个言：1301-5请本周内报.</summary>
    private string SaidToPeople()
    {
        var folded = frame.Letters;
        if (Meanings.SaysTo(frame.Text) is { } said && folded.After(said).Trim().Length > 0)
        {
            return WithoutAddress(folded.After(said));
        }

        if (Meanings.TalkedBehind(frame) is { } told)
        {
            return folded.After(told).Trim();
        }

        var lead = frame.Said.FirstOrDefault(s =>
            s.Idea is Idea.Remark or Idea.Reply || (s.Idea == Idea.Please && folded.Text[s.Start..s.End].Contains('问')));
        // Only what leads in is left out: 企业不配合，请转告市里 is all of it text.
        if (lead.End > 0 && Trimmed(WithoutAddress(folded.Between(0, lead.Start).TrimStart(Towards))).Length == 0)
        {
            return WithoutAddress(folded.After(lead.End));
        }

        // no just ask them whether greenhouses count; 不退 就问下他们大棚算不算: what is not done, and the order, are no text.
        if (Words.Any(frame.Text, "ask ", "问") && AskedInstead().Match(frame.Text) is { Success: true } asked && folded.After(asked.Length).Trim(Marks) is { Length: >= LeastTold } question)
        {
            return question;
        }

        // just tell him page 4 will be replaced, 跟他说一声第4页要换
        if (ToldTo().Match(frame.Text) is { Success: true } toldTo && folded.After(toldTo.Length).Trim(Marks) is { Length: >= LeastTold } message)
        {
            return message;
        }

        // Note for Chang'an on the canteen check: send the list too; leave a short note from me about the land one: ….
        if (folded.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && NoteFor().IsMatch(folded.Text[..colon]))
        {
            return folded.After(colon + 2).Trim();
        }

        return WithoutAddress(BehindTheTold(frame.Typed.Trim()));
    }

    /// <summary>Tell Zhengding tenants count, 回正定一句，…, 跟长安区说…: behind who is told.</summary>
    private string BehindTheTold(string typed)
    {
        if (frame.Places.Count == 0)
        {
            return typed;
        }

        foreach (var lead in Telling)
        {
            if (!typed.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var behind = typed[lead.Length..].TrimStart();
            // The longest run of words that is the place.
            for (var words = MostWordsOfAPlace; words > 0; words--)
            {
                var end = char.IsAsciiLetter(behind.FirstOrDefault()) ? EndOfWords(behind, words) : behind.Length;
                if (end > 0 && char.IsAsciiLetter(behind[0])
                    && Localizer.Directory.Areas.Resolve(behind[..end]) is AreaMatch.One one && frame.Places.Exists(place => place.Code == one.Area.Code))
                {
                    var said = behind[end..].TrimStart(' ', ',', ':');
                    return ToldBy.FirstOrDefault(word => said.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } that ? said[that.Length..] : said;
                }
            }

            if (frame.Places.SelectMany(place => new[] { place.Name, place.Name[..^1] }).FirstOrDefault(name => name.Length > 1 && behind.StartsWith(name, StringComparison.Ordinal)) is { } called)
            {
                var said = behind[called.Length..];
                return ToldBy.FirstOrDefault(word => said.StartsWith(word, StringComparison.Ordinal)) is { } that ? said[that.Length..] : said;
            }
        }

        return typed;
    }

    private static int EndOfWords(string text, int words)
    {
        var at = -1;
        for (var i = 0; i < words; i++)
        {
            at = text.IndexOf(' ', at + 1);
            if (at < 0)
            {
                return i == words - 1 ? text.Length : 0;
            }
        }

        return at;
    }

    private const int MostWordsOfAPlace = 2;

    private static readonly string[] Telling =
        ["please ask ", "pls ask ", "can you ask ", "could you ask ", "ask ", "please tell ", "pls tell ", "tell ", "let ", "answer ", "reply to ", "inform ", "write to ", "write ", "回复", "答复", "回一下", "回", "告诉", "转告", "告知", "通知", "跟", "给", "和", "同", "向", "对"];

    private static readonly string[] ToldBy =
        ["for me, ", "for me ", "for us ", "that ", "know that ", "know ", "说一声", "说一下", "说一句", "说声", "回一句", "回个话", "回话", "带句话", "捎句话", "留个言", "留言", "一句", "一声", "那边说", "那边", "说"];

    private string WithoutAddress(string text)
    {
        for (var before = ""; before != text;)
        {
            before = text;
            text = text.Trim(' ', ',', '，', '。', ':', '：', '、', ';', '；', '\n', '\t');
            foreach (var word in Addressees
                .Concat(frame.Numbers.SelectMany(n => new[] { n.ToString(), n.Key, n.Short }))
                .Concat(frame.Places.SelectMany(p => new[] { p.Name, p.Name[..^1] })))
            {
                if (word.Length > 1 && text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                {
                    text = text[word.Length..];
                    // 1301-7里“违规占地”: it belongs to the number.
                    text = char.IsAsciiDigit(word[^1]) ? text.TrimStart('里', '头', '面', '中', '的') : text;
                    break;
                }
            }
        }

        return text;
    }
}
