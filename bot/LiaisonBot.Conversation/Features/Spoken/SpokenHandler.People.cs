using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Who is responsible, whom to ask, and what a person may set for themselves.</summary>
internal sealed partial class SpokenHandler
{
    private const int MostNamed = 12;

    /// <summary>谁负责: of no place and no role, it is asked of the matter that was shown.</summary>
    private bool IsOfNobody() =>
        frame.Words.Count == 0
            && !frame.HasPlaces
            && !Words.Any(frame.Text, "联络办", "联络机构")
            && !frame.HasAny(
                Idea.Leader,
                Idea.Team,
                Idea.Office,
                Idea.Supervision,
                Idea.Superior,
                Idea.Each,
                Idea.Counties,
                Idea.Nobody);

    /// <summary>正定县谁负责: the people, what they are, and whether they can be reached.</summary>
    private async Task<TurnAnswer?> ContactAsync()
    {
        var directory = Localizer.Directory;
        List<Person> people = [];
        List<AreaCode> empty = [];
        foreach (var place in frame.Places)
        {
            List<Person> there = [.. Everybody(Duties.Holders(place.Code, directory))];
            people.AddRange(there);
            if (there.Count == 0)
            {
                empty.Add(place.Code);
            }
        }

        if (frame.Has(Idea.Leader) || frame.Has(Idea.Team))
        {
            people.AddRange(directory.People.Where(p =>
                p.Grants.Any(g =>
                    g.Role == Role.TeamLeader || (g.Role == Role.TeamMember && !frame.Has(Idea.Leader)))));
        }

        // 该问省里哪位: who assigns in the own city is of the province, too.
        if (frame.Has(Idea.Office) && Words.Any(frame.Text, "省里", "省上"))
        {
            people.AddRange(directory.People.Where(p => p.Id != Person.Id && p.Grants.Any(g => g.Role == Role.TeamLeader && OwnCities.Contains(g.Area))));
        }

        if (frame.Has(Idea.Office))
        {
            people.AddRange(directory.Holding(Role.Office, directory.Province));
        }

        if (frame.Has(Idea.Supervision))
        {
            people.AddRange(directory.Holding(Role.SupervisionOffice, directory.Province));
        }

        // 我们区登记的联络员是谁: of the own place, where nobody is looked for to ask.
        if (frame.Own && !frame.HasAny(Idea.Each, Idea.Counties) && people.Count == 0 && empty.Count == 0 && Words.Any(frame.Text, "联络员", "登记", "负责人", "责任人"))
        {
            foreach (var own in Person.Grants.Select(g => g.Area).Distinct())
            {
                people.AddRange(Everybody(Duties.Holders(own, directory)));
            }
        }

        if (people.Count == 0 && empty.Count == 0)
        {
            if (frame.Has(Idea.Each) || frame.Own && frame.Text.Contains('县'))
            {
                return await RunAsync("people.directory", default);
            }

            // 我的上级, 市里找谁, 找谁问: those above, and those who look at what is handed in.
            var cities = OwnCities;
            people.AddRange(cities.SelectMany(c => directory.Holding(Role.CityOffice, c)));
            var isCityOffice = Words.Any(frame.Text, "联络办", "联络机构");
            if (!frame.Text.Contains('市') && !(isCityOffice && people.Count > 0))
            {
                people.AddRange(directory.People.Where(p =>
                    p.Grants.Any(g => g.Role == Role.TeamLeader && cities.Contains(g.Area))));
                people.AddRange(directory.Holding(Role.Office, directory.Province));
            }

            if (!isCityOffice)
            {
                people.RemoveAll(p => p.Id == Person.Id);
            }
        }

        // 我要找正定那边的人, of another county: who is there is outside of what they see, and whom they may ask is said.
        return frame.Places.Count > 0 && people.Count > 0 && empty.Count == 0 && !people.Exists(MayKnow)
            ? await NamedAsync(Above(), [], Localizer.Say(SpokenTexts.PeopleOutside, Joined(frame.Places.Select(place => Localizer.Place(place.Code)).Distinct()), SeenPlaces()))
            : await NamedAsync(people, empty);
    }

    /// <summary>who's the contact over there: of the matter that was shown who works on it, or else of the place that was spoken of; null for none.</summary>
    private async Task<TurnAnswer?> ContactOfTalkedAsync(CancellationToken cancellationToken)
    {
        if (await TalkedAsync(cancellationToken) is { IsAskedLast: false, Matter: { } shown } && await matters.FindFamilyAsync(shown, cancellationToken) is { } tree)
        {
            return await ResponsibleAsync(tree);
        }

        frame.Places.AddRange(await SpokenOfAsync(cancellationToken));
        return frame.Places.Count == 0 ? null : await ContactAsync();
    }

    /// <summary>
    /// 叫刘燕，账号liuyan, phone 13800001111: more of the person whom others have to enter, with what was said before. Null for anything else.
    /// </summary>
    private async Task<TurnAnswer?> MoreOfPersonAsync(CancellationToken cancellationToken)
    {
        if (!ChatEvent.Personal || frame.Asks || frame.Refrains || frame.Numbers.Count > 0 || frame.Text.Length > LongestOfPerson
            || await TalkedAsync(cancellationToken) is not { IsAskedLast: true, Asked: var asked }
            // I am off next week, 正定的联络员换人了: begins anew.
            || (frame.Has(Idea.Absent) && frame.Days is not null) || (frame.Places.Count > 0 && (frame.HasAny(Idea.Replace, Idea.Leave) || FormWords.Adds(frame.Text)))
            || asked.Split('\n') is not [("people.substituteForm" or "people.leaving" or "people.addForm" or "people.replaceForm") and var command, { Length: > 0 } before])
        {
            return null;
        }

        // 让副主任王立军代我, behind 我下周请假，谁能替我: who was asked for, of the same days.
        var isNamed = command == "people.substituteForm" && frame.Days is null && PeopleWords.StandIn(frame.Typed) is not null;
        if (!isNamed && !await IsDetailOfPersonAsync(command, cancellationToken))
        {
            return null;
        }

        var known = string.Join(before.Any(letter => letter >= '一') ? "；" : "; ", before.Split(PeopleWords.Further).Select(part => isNamed ? WithoutQuestion(part) : part.Trim()).Where(part => !isNamed || (part.Trim().Length > 0 && (PeopleWords.StandIn(part) is null || DaysLine.Read(part, Localizer.Today).From is not null))));
        var between = command == "people.substituteForm" ? known.Any(letter => letter >= '一') ? "；" : "; " : known.Any(letter => letter >= '一') ? "，" : ", ";
        return await RunAsync(command, cancellationToken, ("what", known.Length == 0 ? frame.Typed.Trim() : $"{known}{between}{frame.Typed.Trim()}"));
    }

    /// <summary>我下周请假，谁能替我: without the clause that asks who.</summary>
    private static string WithoutQuestion(string said) =>
        string.Join(said.Any(letter => letter >= '一') ? "，" : ", ", said.Split(['，', ',', '。', '？', '?'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(clause => !PeopleWords.AsksWho(Core.Text.Folding.Of(clause)) || clause.Any(char.IsAsciiDigit)));

    /// <summary>A login, a phone number, a post or a name said as one, days alone: what asks, takes a step or names a matter is of something else.</summary>
    private async Task<bool> IsDetailOfPersonAsync(string command, CancellationToken cancellationToken)
    {
        // 哦不对 7号就走
        if (command == "people.substituteForm" && frame is { Days: not null, Numbers.Count: 0, Step: null } && Words.After(frame.Text, 0, "不对", "哦不对", "噢不对", "说错了", "哦", "sorry", "no,", "oh ", "wait") > 0)
        {
            return true;
        }

        // 改到周五吧, until Friday instead: of the days that were said there another one.
        if (command == "people.substituteForm" && frame is { Days: not null, Numbers.Count: 0, Named.Count: 0, HasPlaces: false } && !frame.HasAny(Idea.Not, Idea.If)
            && frame.Words.Sum(word => word.Length) < LeastTold && Words.Any(frame.Text, "改到", "改成", "改为", "延到", "请到", "休到", "推到", "到", "回来", "until ", "till ", "through ", "make it", "make that", "instead", "back on"))
        {
            return true;
        }

        if (frame.Step is not null || frame.Text.Contains('?') || frame.HasAny(Idea.Not, Idea.Later, Idea.If, Idea.Report2, Idea.Print, Idea.Export, Idea.Excel) || frame.Text.TrimEnd('。', ' ') is [.., '吗' or '没' or '么' or '呢' or '不'])
        {
            return false;
        }

        var line = PersonLine.Read(frame.Typed, Localizer.Directory.Areas, Near, Localizer.Today);
        // A word of letters alone may be any: only behind its label, with a mark in it or beside a name it is a login.
        var isLogin = line.Identity is { } identity
            && (PersonLine.SaysLogin(frame.Text) || identity.Contains('@') || (line is { Name: not null, Rest.Count: 0 } && frame.Typed.Split([' ', ',', '，'], StringSplitOptions.RemoveEmptyEntries).Length <= MostOfName));
        if (isLogin || line.Phone is not null || line.JobTitle is not null || FormWords.IsName(frame.Text)
            || (command is "people.leaving" && Words.Any(frame.Text, "接手的", "接替的", "换成", "successor")))
        {
            return true;
        }

        if (frame.Days is null || command is not ("people.substituteForm" or "people.leaving") || (frame.Words.Sum(word => word.Length) > LeastToldOfShown && !frame.Words.TrueForAll(Refinement.OnlyLeadsIn)))
        {
            return false;
        }

        await NameAsync(cancellationToken);
        return frame.Numbers.Count == 0 && frame.Named.Count == 0 && !frame.HasAny(Idea.Matter, Idea.Show, Idea.All, Idea.Overdue, Idea.Open, Idea.Today);
    }

    /// <summary>那加一个，刘敏，登录名 liumin, behind a place that was spoken of: the form holds that place. Null for anything else.</summary>
    private async Task<TurnAnswer?> NewcomerThereAsync(CancellationToken cancellationToken)
    {
        // 那给鹿泉加一个，高建平 gaojianping: of the place that is named.
        if (ChatEvent.Personal && frame is { Asks: false, Places: [var named], Numbers.Count: 0 } && FormWords.NewcomerFor(frame.Typed) is { Length: > 0 } theirs && Permissions.May(Person, Right.ManagePeople, Subject.Place(named.Code)))
        {
            return await RunAsync("people.addForm", cancellationToken, ("what", $"{named.Name} {theirs}"));
        }

        if (!ChatEvent.Personal || frame.Asks || frame.Refrains || frame.HasPlaces || frame.Numbers.Count > 0 || frame.Text.Length > LongestOfPerson || !FormWords.Adds(frame.Text)
            || frame.HasAny(Idea.Not, Idea.If, Idea.Later)
            || FormWords.NewcomerIn(frame.Typed, out var isPointed) is not { Length: > 0 } who
            || PersonLine.Read(who, Localizer.Directory.Areas, Near, Localizer.Today) is not { Area: null, Identity: not null, Role: null or Role.CountyOfficer } && !isPointed
            || (!isPointed && !PeopleCards.MayManage(Person))
            || await SpokenOfAsync(cancellationToken) is not [var place]
            || (!isPointed && !Permissions.May(Person, Right.ManagePeople, Subject.Place(place.Code))))
        {
            return null;
        }

        // add Wang for the district we just spoke of: a name alone is no login.
        return await RunAsync("people.addForm", cancellationToken, ("what", FormWords.IsNameAlone(who) ? $"{place.Name} 姓名 {who}" : $"{place.Name} {who}"));
    }

    /// <summary>there's a new person in Lingshou, Zhao Haibo, zhaohb: all that makes somebody is said, and that they come. Null for anything else.</summary>
    private async Task<TurnAnswer?> NewcomerSaidAsync(CancellationToken cancellationToken)
    {
        if (await NewcomerWhereNobodyIsAsync(cancellationToken) is { } first)
        {
            return first;
        }

        if (!ChatEvent.Personal || frame.Asks || frame.Refrains || frame.Numbers.Count > 0 || frame.Text.Length > LongestOfNewcomer || CardShown is not null
            || frame.HasAny(Idea.Not, Idea.If, Idea.Later, Idea.Absent, Idea.Replace, Idea.Leave, Idea.Remove, Idea.Remark, Idea.Export, Idea.Excel, Idea.Print)
            || !(Words.Any(frame.Text, "新来", "新到", "新任", "新同志", "新同事", "新人", "来了个", "来了位", "来了一", "new person", "new officer", "new liaison", "new contact", "new colleague", "new deputy", "new man", "new woman", "joins", "joined", "directory") || FormWords.Adds(frame.Text))
            || PersonLine.Read(frame.Typed, Localizer.Directory.Areas, Near, Localizer.Today) is not { Area: { } area, Name: not null, Identity: { } login, Rest.Count: <= 2 } line
            || !(PersonLine.SaysLogin(frame.Text) || login.Contains('@') || line.Phone is not null || Words.Any(frame.Text, "联络员", "同志", "同事", "人员", "新人", "officer", "liaison", "contact", "person", "colleague", "somebody", "someone"))
            || area.Level is not (AreaLevel.City or AreaLevel.County))
        {
            return null;
        }

        return await RunAsync("people.addForm", cancellationToken, ("what", frame.Typed));
    }

    /// <summary>桥西区定人了 韩志远 hanzhiyuan: where nobody is registered, whoever is named with a login is the first, and replaces nobody.</summary>
    private async Task<TurnAnswer?> NewcomerWhereNobodyIsAsync(CancellationToken cancellationToken)
    {
        if (!ChatEvent.Personal || frame.Asks || frame.Refrains || CardShown is not null || frame.Text.Length > LongestOfNewcomer
            || frame is not { Numbers.Count: 0, Places: [{ Code: var code } place] }
            || frame.HasAny(Idea.Not, Idea.If, Idea.Later, Idea.Absent, Idea.Remove, Idea.Remark, Idea.Export, Idea.Excel, Idea.Print, Idea.Assign, Idea.Newcomer) || FormWords.Adds(frame.Text)
            || !Permissions.May(Person, Right.ManagePeople, Subject.Place(code)) || Recipients.HasSomebody(code, Localizer.Directory)
            || PersonLine.Read(frame.Typed, Localizer.Directory.Areas, Near, Localizer.Today) is not { Name: { } name, Identity: { } login } line
            || (!Words.Any(frame.Text, "定人", "人定", "定了", "定下", "有人", "换", "接", "到岗", "到位", "上任", "新", "联络员", "has someone", "has somebody", "have someone", "have somebody", "got someone", "got somebody", "named", "appointed", "new", "officer", "liaison", "take", "contact") && !login.Contains('@')))
        {
            return null;
        }

        var more = string.Concat(line.JobTitle is { } title ? $" {PeopleTexts.TitleLabel} {title}" : "", line.Phone is { } phone ? $" {PeopleTexts.PhoneLabel} {phone}" : "");
        var label = name.Any(letter => letter >= '一') ? $"{PeopleTexts.NameLabel} " : "";
        return await RunAsync("people.addForm", cancellationToken, ("what", line.Area is null ? $"{place.Name} {label}{name} {login}{more}" : frame.Typed));
    }

    /// <summary>手机号先空着行不, does she need a job title: which parts of somebody have to be filled in. Null for anything else.</summary>
    private async Task<TurnAnswer?> MayBeEmptyAsync() =>
        ChatEvent.Personal && frame is { Numbers.Count: 0, HasPlaces: false } && QuestionWords.AsksIfEmpty(frame.Text)
            && CardShown is { Command: "people.addForm" or "people.add" or "people.replaceForm" or "people.replace" } ? await OfferAsync(Localizer.Say(SpokenTexts.MayBeEmpty), "people.directory") : null;

    private const int LongestOfNewcomer = 160;

    /// <summary>Words of a login with the name beside it: Sun Qian sunq.</summary>
    private const int MostOfName = 3;

    /// <summary>她能看到全部的吗, will the reminders go to her: what whoever stands in sees, may do and gets. Null for anything else.</summary>
    private async Task<TurnAnswer?> WhatSubstituteGetsAsync(CancellationToken cancellationToken)
    {
        if (!ChatEvent.Personal || frame.Numbers.Count > 0 || frame.Text.Length > LongestOfPerson || !(frame.Asks || EnglishStance.Asks(frame.Text) || EndsAsking() || Words.Any(frame.Text, QuestionWords.WhetherMay) || Words.Any(frame.Text, "还是发给", "还是给", " or to "))
            || !(QuestionWords.AsksWhatSubstituteGets(frame.Text) || MatterQuestions.AsksWhoGetsMessages(frame.Text))
            || !(QuestionWords.SpeaksOfSubstitute(frame.Text)
                || ((QuestionWords.SpeaksOfThem(frame.Text) || Words.Any(frame.Text, "替我", "代我", "那几天", "那些天", "到时候", "for me", "those days", "that week") || Words.Any(frame.Text, "自动结束", "自动恢复", "自动失效", "到期自动", "要取消", "by itself", "automatically", "on its own", "expire", "have to cancel")) && await IsSubstituteSpokenOfAsync(cancellationToken))))
        {
            return null;
        }

        // 她能替我报结吗, 提醒发给她还是发给我: that first.
        var first = MatterQuestions.AsksWhoGetsMessages(frame.Text) ? Localizer.Say(RuleTexts.SubstituteGetsThem)
            : !MatterQuestions.AsksIfSubstituteMay(frame.Text) ? ""
            : frame.HasAny(Idea.Close, Idea.Grant, Idea.Return) && !Has(Right.Review) ? Localizer.Say(RuleTexts.SubstituteMayNot)
            : Localizer.Say(RuleTexts.SubstituteMay);
        return await OfferAsync(Joined(first, Localizer.Say(SpokenTexts.WhatSubstituteGets)), "people.substituteForm", "people.directory");
    }

    /// <summary>Whether the last talk was of a substitute: it could not be given yet, its form is on the screen, or what the guide says of it was told.</summary>
    private async Task<bool> IsSubstituteSpokenOfAsync(CancellationToken cancellationToken) =>
        Services.Talks.CardOf(Person, Localizer.Now) is { Command: "people.substituteForm" or "people.substitute" }
            || Services.Talks.BegunOf(Person, Localizer.Now) is { Command: "people.substituteForm" or "people.substitute" }
            || (await TalkedAsync(cancellationToken) is { IsAskedLast: true, Asked: var asked }
                && (asked.StartsWith("people.substituteForm", StringComparison.Ordinal) || (QuestionWords.AsksWhatSubstituteGets(asked) && QuestionWords.SpeaksOfThem(asked))));

    private const int LongestOfPerson = 80;

    /// <summary>他们那边电话多少, do we have anybody in Yuhua: who there is in the places that are named, or were just spoken of. Null for anything else.</summary>
    private async Task<TurnAnswer?> OfPlacesPeopleAsync(CancellationToken cancellationToken)
    {
        var isAnybody = AsksWhetherAnybody(frame.Text);
        // 现在有人接没有: whether there is somebody, and not whether it is signed for.
        if (frame.Numbers.Count > 0 || frame.Named.Count > 0 || (frame.Step is not null && !isAnybody) || frame.Text.Length > LongestOfPerson || (frame.Days is not null && !isAnybody)
            || frame.HasAny(Idea.Newcomer, Idea.Replace, Idea.Leave, Idea.Absent, Idea.Remark, Idea.Directory, Idea.Template, Idea.Each, Idea.Counties, Idea.Leader, Idea.Team, Idea.Office, Idea.Supervision)
            || OwnPhoneLine.Read(frame.Typed).Phone is not null)
        {
            return null;
        }

        var isPhone = frame.Has(Idea.Phone) || Words.Any(frame.Text, "phone number", "number for", "number of", "号码", "电话");
        // 审计厅谁管这个 电话有没有: who does a matter there is found by the matter.
        if (frame.HasAny(Idea.Contact, Idea.Who) && !isAnybody)
        {
            return null;
        }

        if (!(isPhone && (frame.Asks || Words.Any(frame.Text, "need", "give me", "get me", "want", "给我", "发我", "要个", "有没有", "查一下", "查下"))) && !isAnybody)
        {
            return null;
        }

        if (frame.Places.Count == 0 && !frame.Own && Words.Any(frame.Text, "他们", "她们", "那边", "那里", "那儿", "人家", "对方", "这两个", "那两个", "they", "them", "their", "over there", "those places", " there"))
        {
            frame.Places.AddRange(await SpokenOfAsync(cancellationToken));
        }

        return frame.Places.Count > 0 ? await OfAsync(Answer.Contact, cancellationToken) : null;
    }

    /// <summary>裕华那边有没有人, do we have anybody in Yuhua, 现在没人收得到吗.</summary>
    private bool AsksWhetherAnybody(string text) =>
        EnglishStance.IsEnglish(text)
            ? (frame.Asks || EnglishStance.Asks(text))
                && Words.Any(text, "who receives", "who gets it", "who would get it", "who would receive", "who will get it", "anybody", "anyone", "somebody", "someone", "nobody", "no one", "an officer", "a liaison", "a contact", "people in", "person in")
                && (Words.Any(text, "who receives", "who gets it", "who would", "who will get", "do we have", "have we got", "is there", "are there", "nobody", "no one") || Words.Any(text, "receive", "get it", "reach", "gets it", "getting it", "get our", "get the"))
                && !Words.Any(text, "signed", "sign ", "report", "handed", "late", "overdue", "asked", "answered", "urge", "remind")
            : Words.Any(text, "有没有人", "有人吗", "有人没", "有人么", "有人接", "有人管", "有人在", "有人负责", "有人对接", "有人盯", "没人接", "没人管", "没人收", "没人接收", "没有人收", "谁收", "谁接收", "谁来收", "是不是没人", "根本没人", "是不是没有人", "好像没人", "还没人", "没人在", "没配人", "没有配人", "有人收", "有人接收", "没人吗", "没有人吗", "有没有联络员", "有联络员", "有没有咱的人", "有咱们的人", "谁能收到", "谁收得到")
                && (frame.Asks || Words.Any(text, "是不是", "谁收", "谁接收", "谁来收") || frame.Text.TrimEnd('?', '。', ' ', '啊', '呀') is [.., '没' or '吗' or '么' or '呢' or '不'] || frame.Text.TrimEnd('?', '。', ' ').EndsWith("没有", StringComparison.Ordinal))
                && !Words.Any(text, "签", "报", "催", "逾期", "代我", "替我");

    /// <summary>The places that were spoken of last: of the form or the list on the screen, of who was asked for, of the matter that was shown.</summary>
    private async Task<IReadOnlyList<Core.Areas.Area>> SpokenOfAsync(CancellationToken cancellationToken)
    {
        var talked = await TalkedAsync(cancellationToken);
        IEnumerable<AreaCode> codes =
            CardShown is { } card && IsBulk(card, out _, out var numbers) ? (await AllAsync(cancellationToken)).Where(entry => numbers.Contains(entry.Number)).Select(entry => entry.Area)
            : Services.Talks.FormOf(Person, Localizer.Now) is { Number: null } form
                ? (form.Values.GetValueOrDefault(Fields.Areas) ?? form.Values.GetValueOrDefault(Fields.Area) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(AreaCode.Parse)
            : talked is { IsAskedLast: true } && await TopicAsync(cancellationToken) is { } asked && asked.Said.Select(said => FrameOf(said).Places).LastOrDefault(places => places.Count > 0) is { } places ? places.Select(place => place.Code)
            : talked?.Matter is { } shown && await matters.FindFamilyAsync(shown, cancellationToken) is { } tree
                ? Permissions.May(Person, Right.Work, tree.Matter.Subject) ? tree.Children.Select(child => child.Area) : [tree.Matter.Holder]
            : talked is { Asked: { Length: > 0 and <= FrameReader.Longest } sentence } && !sentence.StartsWith('=') && FrameOf(sentence).Places is { Count: > 0 } said ? said.Select(place => place.Code)
            // 桥西为啥一直没动静, 那边是不是根本没人: what was shown is all of one place.
            : talked?.Listed is { Count: > 0 } listed && (await AllAsync(cancellationToken)).Where(entry => listed.Contains(entry.Number)).Select(entry => entry.Area).Distinct().ToList() is [var alone] ? [alone]
            : [];
        return [.. codes.Distinct().Select(code => Localizer.Directory.Areas.Find(code)).OfType<Core.Areas.Area>()];
    }

    /// <summary>who covers for me if I'm off Thursday, 谁代组长: who stands in, and for oneself the form with the days. Null for anything else.</summary>
    private async Task<TurnAnswer?> WhoStandsInAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0 || frame.Named.Count > 0 || !QuestionWords.AsksWhoCovers(frame.Text) || QuestionWords.AsksWhoStandsIn(frame))
        {
            return null;
        }

        if (QuestionWords.IsForOneself(frame.Text))
        {
            string[] own = [.. PeopleCards.StandIns(Person, Localizer)];
            return (await RunAsync("people.substituteForm", cancellationToken, ("what", frame.Typed)))
                .With(own.Length == 0 ? Localizer.Say(SpokenTexts.NobodyForYou) : string.Join('\n', own));
        }

        var directory = Localizer.Directory;
        List<Person> people =
        [
            .. frame.Places.SelectMany(place => Duties.Holders(place.Code, directory)),
            .. frame.HasAny(Idea.Leader, Idea.Team) || Words.Any(frame.Text, "组长", "leader") ? directory.People.Where(p => p.Entered.Any(g => g.Role == Role.TeamLeader)) : [],
        ];
        people = [.. people.Where(MayKnow).DistinctBy(p => p.Id).Take(MostNamed)];
        return people.Count == 0
            ? null
            : await NamedAsync(
                people,
                [],
                people.TrueForAll(p => !PeopleCards.StandIns(p, Localizer).Any())
                    ? Localizer.Say(SpokenTexts.NobodyForThem, string.Join(Localizer.Say(Texts.ListComma), people.Select(p => p.Name)))
                    : null);
    }

    /// <summary>With those whom they stand in for: whoever asks who is responsible hears of both.</summary>
    private IEnumerable<Person> Everybody(IEnumerable<Person> told) => told.SelectMany(p =>
        p.Grants.Where(g => g.For is not null).Select(g => Localizer.Directory.ById(g.For!)).OfType<Person>().Prepend(p))
        .DistinctBy(p => p.Id);

    private Task<TurnAnswer> NamedAsync(
        IReadOnlyList<Person> people,
        IReadOnlyList<AreaCode> empty,
        string? title = null)
    {
        var known = people.DistinctBy(p => p.Id).Where(MayKnow).Take(MostNamed).ToList();
        List<Json?> body = [];
        if (title is not null)
        {
            body.Add(Card.Line(title, bold: true));
        }

        foreach (var person in known)
        {
            var name = person.Id == Person.Id ? Localizer.Say(SpokenTexts.Yourself, person.Name) : person.Name;
            body.Add(Card.Line(Localizer.Say(
                SpokenTexts.IsWhat,
                name,
                string.Join(Localizer.Say(Texts.ListComma), person.Grants.Select(Localizer.GrantName)),
                Localizer.Say(DirectoryBook.Reach(person, Localizer)))));
            if (Localizer.ContactOf(person) is { } contact)
            {
                body.Add(Card.Line(contact, spacing: "None"));
            }

            body.AddRange(PeopleCards.StandIns(person, Localizer).Select(line => Card.Line(line, Card.Warning, spacing: "None")));
        }

        if (AsksForPhone
            && known.Exists(p => p.Phone is null))
        {
            body.Add(Card.Line(Localizer.Say(
                known.TrueForAll(p => p.Phone is null) ? SpokenTexts.NoPhone : SpokenTexts.SomeWithoutPhone), subtle: true));
        }

        if (AsksWhetherChanged && frame.Places.Count > 0)
        {
            body.AddRange(known.Select(person => Card.Line(
                person.Grants.Select(grant => grant.From).Max() is { } since
                    ? Localizer.Say(SpokenTexts.SinceWhen, person.Name, Localizer.Day(since))
                    : Localizer.Say(SpokenTexts.NoChangeOnRecord, person.Name))));
        }

        body.AddRange(empty.Select(place =>
            Card.Line(Localizer.Say(SpokenTexts.NobodyThere, Localizer.Place(place)), Card.Warning)));
        body.AddRange(NobodyThere.Lines(empty, Person, Buttons));
        if (known.Count == 0 && empty.Count == 0)
        {
            body.Add(Card.Line(Localizer.Say(SpokenTexts.NobodyKnown)));
        }

        body.AddRange(Card.Actions([Buttons.To("people.directory"), Buttons.To("matter.mine")]));
        var summary = title
            ?? (known.Count > 0
                ? known[0].Name
                : empty.Count > 0
                ? Localizer.Say(SpokenTexts.NobodyThere, Localizer.Place(empty[0]))
                : Localizer.Say(SpokenTexts.NobodyKnown));
        return ShowAsync(summary, Card.Of(Localizer, body));
    }

    /// <summary>电话多少, 我打个电话, who do I call: a number is wanted, and where none is entered that is said.</summary>
    private bool AsksForPhone =>
        frame.Has(Idea.Phone)
            || Words.Any(frame.Text, "联系", "打个电话", "打电话", "打给", "电话", "号码", "call", "phone", "ring ", "number of", "number for");

    private bool MayKnow(Person other) => other.Grants.Any(grant => DirectoryBook.MayKnow(Person, grant));

    private const int MostPlaces = 40;

    /// <summary>Cities and counties of one's own, of those that are named, where nobody is registered.</summary>
    private List<AreaCode> WithoutReceivers() =>
        [.. Localizer.Directory.Areas.All.Select(a => a.Code)
            .Where(c => c.Level is AreaLevel.City or AreaLevel.County
                && Person.Grants.Any(g => g.Area.Contains(c))
                && (frame.Places.Count == 0 || frame.Places.Exists(p => p.Code.Contains(c)))
                && !Recipients.HasSomebody(c, Localizer.Directory))];

    private async Task<TurnAnswer?> PeopleAsync()
    {
        // does Qiaoxi have an officer: who is there, or that nobody is.
        if (argument == "nobody" && frame.Places is [{ Code.Level: AreaLevel.County }])
        {
            return await OfAsync(Answer.Contact, default) ?? await ContactAsync();
        }

        if (argument == "nobody")
        {
            var empty = WithoutReceivers();
            var title = Localizer.Say(SpokenTexts.EmptyPlaces, empty.Count);
            var names = string.Join(Localizer.Say(Texts.ListComma), empty.Take(MostPlaces).Select(Localizer.Place));
            return await ShowAsync(
                title,
                Card.Of(
                    Localizer,
                    [
                        Card.Line(title, bold: true),
                        Card.Line(names),
                        .. Card.Actions([Buttons.To("people.addForm"), Buttons.To("people.directory")])
                    ]));
        }

        return await WhomAsync(SpokenTexts.AskThem);
    }

    /// <summary>What the bot cannot do itself, and who can.</summary>
    private Task<TurnAnswer> WhomAsync(Text sentence) => NamedAsync(Above(), [], Localizer.Say(sentence, Buttons.Word("people.addForm")));

    /// <summary>The city's office and the office, without oneself.</summary>
    private List<Person> Above()
    {
        var directory = Localizer.Directory;
        var cities = Person.Grants.Select(g => g.Area)
            .Where(a => a.Level is AreaLevel.County or AreaLevel.Unit && !a.IsProvincial)
            .Select(a => a.City)
            .Distinct();
        List<Person> above = [
            .. cities.SelectMany(c => directory.Holding(Role.CityOffice, c)),
            .. directory.Holding(Role.Office, directory.Province)
        ];
        return [.. above.Where(p => p.Id != Person.Id)];
    }

    /// <summary>我下周休假，由副组长代我: the form, with who and when. A question is answered by the same form.</summary>
    private async Task<TurnAnswer?> AbsentAsync(CancellationToken cancellationToken) =>
        // 我休假了谁收我的消息: asked, and nothing arranged.
        frame.Has(Idea.Who) && AsksWhoGetsThem
            ? await GuideOfAsync("substitute")
            // 我不休假了, 先别让他代我: nothing is arranged, and what stands is shown.
            : frame.Has(Idea.Not) || (frame.Has(Idea.If) && !(Words.Any(frame.Text, OnOccasion) && PeopleWords.StandIn(frame.Typed) is not null))
            ? (await RunAsync("people.whoAmI", cancellationToken)).With(Localizer.Say(SpokenTexts.NothingChanged))
            : await RunAsync("people.substituteForm", cancellationToken, ("what", frame.Typed));

    /// <summary>contact Wang Fang if anything comes up, 有急事的话找小周: whatever may come, somebody is there for it.</summary>
    private static readonly string[] OnOccasion =
        ["if anything", "if something", "if needed", "if you need", "if there", "if it is urgent", "if it's urgent", "if urgent", "in case", "有事的话", "有急事的话", "如果有事", "如果有急事", "要是有事", "要是有急事", "有什么事", "有问题的话", "如果有"];

    /// <summary>I'm handing over to Deputy Guo from Jan 4 for two weeks: of oneself, for days that end and to no team, somebody stands in.</summary>
    private bool IsHandedOverForDays =>
        !frame.Asks
            && !frame.Hesitates
            && frame.Places.Count == 0
            && frame.Numbers.Count == 0
            && PeopleWords.GivesWork(frame.Text)
            && !Phrases.HandoverLine.NamesATeam(frame.Text)
            && PeopleWords.IsOfOneself(frame.Text)
            && DaysLine.Read(frame.Typed, Localizer.Today) is { From: { } from, To: { } to } && from != to;

    /// <summary>下周一到周三我去北京培训 审核的事让组员先代着: away for days that are said, and who stands in; whatever is to be done meanwhile.</summary>
    private bool IsStoodInForDays =>
        frame is { Days: not null, Numbers.Count: 0, Mark: false }
            && Words.Any(frame.Text, "代", "替", "顶", "cover", "stand", "fill", "for me", "in my place")
            && PeopleWords.IsOfOneself(frame.Text)
            && !EndsAsking()
            && !frame.HasAny(Idea.Not, Idea.If, Idea.Who)
            && Ranked() is [{ Answer: Answer.Absent, Score: >= Likely }, ..]
            && PeopleWords.StandIn(frame.Typed) is not null;

    /// <summary>我回来了: asked or denied, it is only shown who stands in.</summary>
    private async Task<TurnAnswer?> BackAsync(CancellationToken cancellationToken) =>
        // 我回来了，不用他代了: what is not needed is the substitute.
        frame.Asks || (frame.Hesitates && !(frame.Has(Idea.Not) && !frame.HasAny(Idea.Later, Idea.If, Idea.Wish) && Words.Any(frame.Text, "不用他", "不用她", "不用再", "不用代", "不用替", "不需要", "no need", "don't need", "needn't", "doesn't need", "doesn't have to")))
            ? (await RunAsync("people.whoAmI", cancellationToken)).With(Localizer.Say(SpokenTexts.NothingChanged))
            : await RunAsync("people.askEndSubstitute", cancellationToken);

    /// <summary>长安区联络员换成 …, 我调走了: the form for whoever may, for all others the press that tells them.</summary>
    private async Task<TurnAnswer?> ReplaceAsync(CancellationToken cancellationToken)
    {
        // 我不是长安的了，调去裕华了: what is no more says that somebody leaves.
        var leaves = frame.Has(Idea.Leave) && Words.Any(frame.Text, "别人", "别的人", "别的同志", "somebody else", "someone else", "不是", "不在", "不归", "不干", "不当", "no longer", "没定");
        // 我调到市里去了 这边谁接还没定: what is not known yet is no question.
        var asks = frame.Asks && !(frame.Has(Idea.Leave) && frame.Text.StartsWith('我') && !frame.Mark && !frame.Has(Idea.YesNo));
        if (asks || frame.Has(Idea.If) || (frame.Has(Idea.Not) && !leaves))
        {
            return frame.HasPlaces
                ? await ContactAsync()
                : await OfferAsync(Localizer.Say(SpokenTexts.NothingChanged), "people.directory", "matter.mine");
        }

        // 要退休了换成马超: who manages nobody speaks of themselves.
        var own = frame.Places.Count == 0 && (PeopleWords.IsOfOneself(frame.Text) || (frame.Has(Idea.Leave) && !PeopleCards.MayManage(Person)))
            || (frame.Has(Idea.Leave) && frame.Text.Contains('我') && PeopleWords.IsOfOneself(frame.Text));
        // 联络办换人了，接手的是周海波: of the office that says so.
        own |= frame is { Places.Count: 0 } && Person.Has(Role.CityOffice) && !frame.HasAny(Idea.Counties, Idea.Each) && Words.Any(frame.Text, "联络办", "联络机构", "咱们办", "我们办", "our office", "the office here", "city office", "liaison office");
        var may = own
            ? SuccessionService.Duties(Person, Person).Count > 0
            : PeopleCards.MayManage(Person);
        if (may && !own && WhoComes() is { } next)
        {
            return await RunAsync("people.replaceForm", cancellationToken, ("what", next));
        }

        if (may)
        {
            return await RunAsync(
                "people.replaceForm",
                cancellationToken,
                // 换成刘强了: the last letter is of no name.
                ("what", $"{WithoutWords(Idea.Replace, Idea.Leave)} ".Replace("了 ", " ", StringComparison.Ordinal).Replace(" 的是", " ", StringComparison.Ordinal).Replace("，的是", "，", StringComparison.Ordinal).Replace("了，", "，", StringComparison.Ordinal).Replace("的联络员", "联络员", StringComparison.Ordinal).Trim()));
        }

        return own
            ? await RunAsync("people.leaving", cancellationToken, ("what", frame.Typed))
            : await WhomAsync(SpokenTexts.Leaves);
    }

    /// <summary>路南王敏调走了 换李建军: the place, and who stands behind 换; null where it is not said so.</summary>
    private string? WhoComes()
    {
        var at = frame.Text.LastIndexOf('换');
        if (!frame.Has(Idea.Leave) || at <= 0 || !Gaps.Contains(frame.Text[at - 1]))
        {
            return null;
        }

        var place = frame.Places.FirstOrDefault()?.Name;
        for (var length = LongestPlace; place is null && length >= 2; length--)
        {
            place = length < at
                && Localizer.Directory.Areas.Resolve(frame.Text[..length], Person.Grants is [var grant, ..] ? grant.Area : null) is Core.Areas.AreaMatch.One one
                    ? one.Area.Name
                    : null;
        }

        var next = frame.Letters.After(at + 1).TrimStart('成', '上', '为', '了', ' ', '：', ':');
        return place is null || next.Length < 2 ? null : $"{place} {next}";
    }

    private const int LongestPlace = 5;

    /// <summary>Who does one matter, or whom to ask about it: who assigned it, and who looks at it.</summary>
    private async Task<TurnAnswer?> ResponsibleAsync(CancellationToken cancellationToken)
    {
        if ((await OneAsync(cancellationToken) ?? (argument == "reviewer" ? await OneAsync(cancellationToken, textBehind: true) : null)) is { } tree)
        {
            // 正定这边谁在弄, of what was passed on: the part there.
            return await ResponsibleAsync(argument == "reviewer" ? tree : await PartOfAsync(tree, cancellationToken) ?? tree);
        }

        return await NoSuchMatterAsync()
            ?? (argument == "ask" || frame.Words.Count == 0 ? await ContactAsync() : null);
    }

    private async Task<TurnAnswer> ResponsibleAsync(MatterTree tree)
    {
        var matter = tree.Matter;
        var holders = Recipients.Holders(matter, Localizer.Directory).ToList();
        if (argument == "reviewer")
        {
            return await NamedAsync(
                [.. Recipients.Reviewers(matter, Localizer.Directory)],
                [],
                Localizer.Say(SpokenTexts.ReviewedBy, Localizer.Number(matter.Number)));
        }

        // 市里谁管这个事: of who works on it, whoever stands above.
        var isOfAbove = argument == "ask" || AsksForPhone || Words.Any(frame.Text, "市里", "省里", "组里", "上面", "上级", "at the city", "above");
        if (isOfAbove && holders.Exists(h => h.Id == Person.Id))
        {
            List<Person> ask = [
                .. Localizer.Directory.ById(matter.AssignedBy) is { } assigner ? new[] { assigner } : [],
                .. Recipients.Reviewers(matter, Localizer.Directory)
            ];
            return await NamedAsync(
                ask,
                [],
                Localizer.Say(SpokenTexts.AskAbout, Localizer.Number(matter.Number), matter.AssignedByName));
        }

        if (AsksForPhone && holders.Count > 0)
        {
            return await NamedAsync(
                holders,
                [],
                Localizer.Say(
                    SpokenTexts.HeldBy,
                    matter.Responsible,
                    string.Join(Localizer.Say(Texts.ListComma), holders.Select(p => p.Name)),
                    matter.AssignedByName));
        }

        var names = holders.Count == 0
            ? Localizer.Say(SpokenTexts.NobodyThere, Localizer.Place(matter.Holder))
            : string.Join(Localizer.Say(Texts.ListComma), holders.Select(p => p.Name));
        return await matters.ShowMatterAsync(
            tree,
            Localizer.Say(SpokenTexts.HeldBy, matter.Responsible, names, matter.AssignedByName),
            Card.Default);
    }

    /// <summary>给长安区联络员加个电话: the form of who is meant, with the number in it; nothing is saved.</summary>
    private async Task<TurnAnswer?> PhoneOfAsync(CancellationToken cancellationToken)
    {
        var phone = OwnPhoneLine.Read(frame.Typed).Phone!;
        var meant = Everybody(frame.Places.SelectMany(p => Duties.Holders(p.Code, Localizer.Directory)))
            .Where(p => p.Id != Person.Id)
            .ToList();
        if (!PeopleCards.MayManage(Person))
        {
            return await WhomAsync(SpokenTexts.PhonesKept);
        }

        return meant is [var only]
            ? await RunAsync(
                "people.phoneOf",
                cancellationToken,
                (PeopleCards.PersonId, only.Id),
                (PeopleCards.Phone, phone))
            : await RunAsync("people.addForm", cancellationToken, ("what", frame.Typed));
    }

    private bool IsTimeOfAnotherClause()
    {
        var denied = frame.Said.Where(s => s.Idea == Idea.Not).Select(s => s.End).Max();
        var clause = frame.Text.AsSpan(denied).IndexOfAny(',', '。', ';');
        return clause >= 0
            && !frame.Text.AsSpan(0, denied + clause).ContainsAnyInRange('0', '9')
            && SettingsLine.Read(frame.Typed).Digest is not null;
    }

    /// <summary>9点，不是8点; at 9 not 8: the time stands before what is denied, and another behind it.</summary>
    private bool IsTimeBeforeDenial()
    {
        var not = frame.Said.First(s => s.Idea == Idea.Not);
        return SettingsLine.Read(frame.Text[..not.Start] + (char.IsAsciiLetter(frame.Text[not.Start]) ? "please" : "")).Digest is not null
            && (frame.Text.AsSpan(not.End).ContainsAny(Figures) || Words.Any(frame.Text[..not.Start], "再提醒", "提醒我", "再发"));
    }

    private static readonly System.Buffers.SearchValues<char> Figures = System.Buffers.SearchValues.Create("0123456789一二三四五六七八九十");

    private string Digest() => Localizer.Hour(Person.Preferences.DigestTime ?? Services.Policies.InForce.Digest);

    /// <summary>别把提醒改到9点, 要是改成英文: of what is denied or only supposed nothing is set, and that is said.</summary>
    private async Task<TurnAnswer> NotSetAsync(CancellationToken cancellationToken) =>
        // 别那么早，9点半再说: the other time stands in the form.
        frame.Has(Idea.Not) && frame.HasClock && ((SettingsLine.SideOf(frame.Text) is not null && !frame.Has(Idea.Change)) || IsTimeOfAnotherClause() || IsTimeBeforeDenial())
            ? await SettingsAsync(cancellationToken)
            : (await RunAsync("reminders.settings", cancellationToken)).With(Localizer.Say(SpokenTexts.NothingSet));

    /// <summary>
    /// 把提醒改到9点: done at once, since it is the person's own and can be set back; or why not. What is wished or put
    /// off stands in the form.
    /// </summary>
    /// <summary>The form, with the time that was said; 晚上八点以后别给我弹消息 says when it is to be quiet.</summary>
    private async Task<TurnAnswer> SettingsAsync(CancellationToken cancellationToken) =>
        SettingsLine.AtSide(frame.Text) is { Side: ClockSide.After, Time: { Hour: < 12 } begins } && RuleWords.IsNothingBefore(frame.Text) ? await RunAsync("reminders.settings", cancellationToken, ("what", MorningOf(begins))) :
        SettingsLine.SideOf(frame.Text) is not null && (frame.HasAny(Idea.Not, Idea.Quiet) || Words.Any(frame.Text, "nothing", "no more ", "no messages")) && await QuietHoursAsync(cancellationToken) is { } quiet ? quiet
        : (SettingsLine.Read(frame.Typed).Digest ?? RuleWords.BareHour(frame.Text)) is { } time ? await RunAsync("reminders.settings", cancellationToken, ("what", $"每日提醒 {Localizer.Hour(time)}"))
        : await RunAsync("reminders.settings", cancellationToken);

    /// <summary>早上8点半以后再发: it is quiet until then, and the digest comes then.</summary>
    private string MorningOf(NodaTime.LocalTime time) =>
        $"每日提醒 {Localizer.Hour(time)} 免打扰 {Localizer.Hour(Person.Preferences.QuietFrom ?? Services.Policies.InForce.QuietFrom)}至{Localizer.Hour(time)}";

    private async Task<TurnAnswer?> SetReminderAsync(CancellationToken cancellationToken)
    {
        if (frame.HasAny(Idea.Later, Idea.Wish, Idea.Not))
        {
            return await SettingsAsync(cancellationToken);
        }

        if (SettingsLine.Read(frame.Typed).Digest is not { } time)
        {
            return await RunAsync("reminders.settings", cancellationToken);
        }

        var limits = Localizer.Directory.Limits;
        if (!limits.AllowsDigest(time))
        {
            return await OfferAsync(
                Localizer.Say(
                    SpokenTexts.DigestNotAllowed,
                    Localizer.Hour(time),
                    Localizer.Hour(limits.EarliestDigest),
                    Localizer.Hour(limits.LatestDigest)),
                "reminders.settings");
        }

        var preferences = Person.Preferences with { DigestTime = time };
        await Services.People.SetPreferencesAsync(Person, preferences, cancellationToken);
        return await OfferAsync(Localizer.Say(SpokenTexts.DigestSet, Localizer.Hour(time)), "reminders.settings");
    }

    /// <summary>三点提醒我: what comes by itself instead, and of a matter that was named when.</summary>
    private async Task<TurnAnswer> OneReminderAsync(CancellationToken cancellationToken)
    {
        var sentence = Localizer.Say(SpokenTexts.OneReminder, Digest());
        return frame.Numbers.Count > 0 && await OneAsync(cancellationToken) is { } tree
            ? await matters.ShowMatterAsync(tree, $"{DueOf(tree)}{sentence}", Card.Default)
            : await OfferAsync(sentence, "feed.show", "matter.mine", "reminders.settings");
    }

    /// <summary>给所有市发个通知: nothing goes to everybody; what does that instead.</summary>
    private Task<TurnAnswer> AnnounceAsync() =>
        Localizer.Directory.AssignableBy(Person).Any()
            ? OfferAsync(Localizer.Say(SpokenTexts.NoAnnouncing, Buttons.Word("matter.assign"), Buttons.Word("step.remark")), "matter.assign", "matter.mine")
            : OfferAsync(Localizer.Say(SpokenTexts.NoAnnouncingHere, Buttons.Word("step.remark")), "matter.mine");

    /// <summary>A notice with several tasks, of who may not assign.</summary>
    private async Task<TurnAnswer> NoticeSeenAsync()
    {
        var seen = Localizer.Say(SpokenTexts.NoticeSeen, PastedTasks.Count(frame.Typed, Localizer.Today.Year), Buttons.Word("matter.assign"));
        var instead = Person.Has(Role.CityOffice)
            ? Localizer.Say(Matters.MatterTexts.CityPassesOn, Buttons.Word("step.passOn"))
            : Localizer.Say(SpokenTexts.NoticeOfCounty, Buttons.Word("matter.mine"));
        var answer = await OfferAsync($"{seen}\n{instead}", "matter.mine");
        return new([.. answer.Messages.SkipLast(1), answer.Messages[^1] with { Asked = NoticeAsked }]);
    }

    private async Task<TurnAnswer> QuietHoursAsync(CancellationToken cancellationToken)
    {
        var policy = Services.Policies.InForce;
        var start = Person.Preferences.QuietFrom ?? policy.QuietFrom;
        var end = Person.Preferences.QuietTo ?? policy.QuietTo;
        // 别一大早给我推，9点以后再发: the hour of the digest, and no quiet day.
        if (frame.HasClock && Words.Any(frame.Text, "点以后再", "点后再", "点之后再", "点半以后再", "点半再") && Words.Any(frame.Text, "早", "上午") && !Words.Any(frame.Text, "晚上", "夜里", "半夜", "下班")
            && SettingsLine.Read(frame.Typed) is var line && (line.Digest ?? line.QuietFrom) is { } hour)
        {
            return await RunAsync("reminders.settings", cancellationToken, ("what", RuleWords.IsNothingBefore(frame.Text) ? MorningOf(hour) : $"每日提醒 {Localizer.Hour(hour)}"));
        }

        // 昨晚十点半还给我发消息 以后晚上能不能别发了: the hour is of what came, and no setting; the rule, and the form with the hours of it.
        if (frame.HasClock && RuleWords.IsHourOfWhatCame(frame.Text) && SettingsLine.AtSide(frame.Text) is null)
        {
            var rule = Localizer.Say(SpokenTexts.QuietNow, Localizer.Hour(start), Localizer.Hour(end), Buttons.Word("reminders.settings"));
            return (await RunAsync("reminders.settings", cancellationToken, ("what", $"免打扰 {Localizer.Hour(start)}至{Localizer.Hour(end)}"))).With(rule);
        }

        if (frame.HasClock && SettingsLine.Read(frame.Typed) is { QuietFrom: { } quiet, QuietTo: { } loud })
        {
            return await RunAsync(
                "reminders.settings",
                cancellationToken,
                ("what", $"免打扰 {Localizer.Hour(quiet)}至{Localizer.Hour(loud)}"));
        }

        // 早上九点再提醒我 晚上别发了: the hour is of the digest.
        if (frame.HasClock && frame.Has(Idea.Reminder) && Words.Any(frame.Text, "点再提醒", "点提醒", "点再发", "点钟提醒", "点半提醒", "点半再提醒", "点再推")
            && SettingsLine.Read(frame.Typed).Digest is { } digest)
        {
            return await RunAsync("reminders.settings", cancellationToken, ("what", $"每日提醒 {Localizer.Hour(digest)}"));
        }

        // 早上7点前别发: until then; 晚上10点以后别发: from then on.
        if (frame.HasClock && (frame.Has(Idea.Not) || SettingsLine.SideOf(frame.Text) is not null) && (SettingsLine.Read(frame.Typed).Digest ?? SettingsLine.AtSide(frame.Text)?.Time) is { } said)
        {
            var isUntil = SettingsLine.SideOf(frame.Text) == ClockSide.Before;
            var from = isUntil ? start : SettingsLine.AtNight(said, frame.Text);
            end = isUntil ? said : end;
            return await RunAsync(
                "reminders.settings",
                cancellationToken,
                ("what", $"免打扰 {Localizer.Hour(from)}至{Localizer.Hour(end)}"));
        }

        return await OfferAsync(
            Localizer.Say(
                SpokenTexts.QuietNow,
                Localizer.Hour(start),
                Localizer.Hour(end),
                Buttons.Word("reminders.settings")),
            "reminders.settings",
            "reminders.policy");
    }
}
