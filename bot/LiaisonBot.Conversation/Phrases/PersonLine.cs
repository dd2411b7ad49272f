using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// Somebody to enter, said in one line: <c>裕华区 张三 zhangsan@contoso.com 联络员</c>. Null where nothing was said.
/// </summary>
/// <param name="Rest">Words that were not understood, as typed.</param>
internal sealed partial record PersonLine(
    string? Identity,
    string? Name,
    Role? Role,
    AreaCode? Area,
    int? Team,
    IReadOnlyList<string> Rest)
{
    private const int LongestName = 20;

    /// <summary>职务 of the person: 办公室主任.</summary>
    public string? JobTitle { get; init; }

    public string? Phone { get; init; }

    /// <summary>What they are in their team: 副组长.</summary>
    public Post? Post { get; init; }

    public LocalDate? From { get; init; }

    public LocalDate? To { get; init; }

    private static readonly string[] PhoneLabels =
        ["联系电话", "办公电话", "手机号码", "手机号", "手机", "电话", "座机", "telephone", "phone", "mobile", "tel"];

    private static readonly string[] TitleLabels = ["现任职务", "职务", "职位", "担任", "现任", "job title", "title"];

    /// <summary>Between the digits of one number.</summary>
    private const string InPhone = " +-()*#转";

    /// <summary>Fewer digits without a label are no number to call.</summary>
    private const int FewestDigits = 7;

    private static readonly (string Word, Role Role, Post Post)[] TeamPosts =
    [
        ("巡视组联络员", Core.People.Role.TeamMember, Core.People.Post.Liaison),
        ("信访专员", Core.People.Role.TeamMember, Core.People.Post.Petitions),
        ("网信专员", Core.People.Role.TeamMember, Core.People.Post.OnlineClues),
        ("副组长", Core.People.Role.TeamMember, Core.People.Post.DeputyLeader),
        ("deputy leader", Core.People.Role.TeamMember, Core.People.Post.DeputyLeader),
    ];

    private static readonly char[] Gaps = [
        ' ',
        '\t',
        '\n',
        '\r',
        ',',
        '，',
        '、',
        ';',
        '；',
        '。',
        '(',
        ')',
        '（',
        '）',
        '[',
        ']',
        '【',
        '】',
        '<',
        '>',
        '/',
        '|',
        '\u3000'
    ];

    private static readonly string[] Labels = [
        "姓名", "登录名", "登录账号", "账号", "帐号", "邮箱", "角色", "职务", "地区", "单位", "name", "sign-in",
        "role", "place", "email", "upn"
    ];

    private static readonly string[] Posts =
    [
        "科长", "处长", "局长", "县长", "区长", "市长", "厅长", "部长", "院长", "所长", "站长", "镇长", "乡长",
        "秘书长", "组长", "队长", "主任", "书记", "主席", "干部", "科员", "专员", "助理", "秘书", "负责人",
        "联系人", "联络人",
        "办公室", "县委", "区委", "市委", "政府", "督查", "巡视员", "调研员",
    ];

    /// <summary>The same in Chinese: 桥西区联络员加一个.</summary>
    private static readonly string[] Around =
        ["他的", "她的", "他", "她", "其", "加", "加个", "加一个", "加上", "添个", "添一个", "新加", "新加一个", "新增", "新增一个", "登记", "登记一个", "录入", "录一个", "配一个", "配个", "换成", "改成", "是", "叫", "为", "给", "新来的", "新人", "新同事", "刚来的"];

    /// <summary>Around what is entered: add a liaison officer for Yuhua.</summary>
    private static readonly string[] English =
        ["two", "three", "officers", "liaisons", "people", "both", "we've", "we", "we're", "i'd", "you", "could", "would", "can", "kindly", "got", "get", "have", "there", "there's", "here", "here's", "our", "my", "me", "name", "that", "this", "it", "hi", "hello", "dear", "mobile", "phone", "number", "county", "district", "city", "colleague", "newcomer", "mr", "mr.", "ms", "mrs", "taking", "takes", "over", "be", "will", "who's", "he's", "she's", "joins", "joined", "joining", "now", "on", "by", "put", "into", "directory", "like", "sign", "up", "use", "uses", "under", "also", "too", "by", "add", "enter", "register", "new", "please", "moves", "follows", "succeeds", "replaces", "comes", "starts", "starting", "deputy", "director", "person", "a", "an", "the", "as", "for", "in", "at", "of", "is", "to", "with", "login", "liaison", "officer", "person", "contact", "one", "called", "named", "somebody", "someone", "her", "his", "their", "has", "and", "then", "him", "them", "us", "there", "from", "who", "ok", "okay"];

    private static readonly (string Word, Role Role)[] Roles =
    [
        ("县级联络员", Core.People.Role.CountyOfficer),
        ("县联络员", Core.People.Role.CountyOfficer),
        ("区级联络员", Core.People.Role.CountyOfficer),
        ("市级联络机构", Core.People.Role.CityOffice),
        ("市级联络员", Core.People.Role.CityOffice),
        ("市联络办", Core.People.Role.CityOffice),
        ("市级联络办", Core.People.Role.CityOffice),
        ("联络办", Core.People.Role.CityOffice),
        ("联络机构", Core.People.Role.CityOffice),
        ("联络员", Core.People.Role.CountyOfficer),
        ("巡视组组长", Core.People.Role.TeamLeader),
        ("组长", Core.People.Role.TeamLeader),
        ("巡视组成员", Core.People.Role.TeamMember),
        ("成员", Core.People.Role.TeamMember),
        ("组员", Core.People.Role.TeamMember),
        ("督查室", Core.People.Role.SupervisionOffice),
        ("巡视办", Core.People.Role.Office),
        ("部门", Core.People.Role.Department),
        ("county officer", Core.People.Role.CountyOfficer),
        ("city office", Core.People.Role.CityOffice),
        ("team leader", Core.People.Role.TeamLeader),
        ("team member", Core.People.Role.TeamMember),
        ("department", Core.People.Role.Department),
    ];

    /// <param name="near">Decides between places of one name.</param>
    /// <param name="today">Null where no days are looked for.</param>
    public static PersonLine Read(string typed, AreaBook areas, AreaCode? near, LocalDate? today = null)
    {
        var line = new PersonLine(null, null, null, null, null, []);
        typed = WithoutOrder(typed);
        (line, typed) = WithPhone(line, typed);
        (line, typed) = WithTitle(line, typed);
        if (today is { } day && DaysLine.Read(typed, day) is { From: not null } days)
        {
            (line, typed) = (line with { From = days.From, To = days.To }, days.Rest);
        }

        (line, typed) = WithIdentity(line, typed);
        typed = Parted(typed);
        var text = Folding.Read(typed).Text;
        foreach (var (word, role, post) in TeamPosts)
        {
            if (line.Post is null && text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                line = line with { Role = role, Post = post };
                text = $"{text[..at]} {text[(at + word.Length)..]}";
                typed = text;
            }
        }

        // Roles of two English words stand in one.
        foreach (var (word, role) in Roles.Where(r => r.Word.Contains(' ')))
        {
            if (line.Role is not null || text.IndexOf(word, StringComparison.Ordinal) is not (>= 0 and var at))
            {
                continue;
            }

            (line, typed) = (line with { Role = role }, text[..at] + text[(at + word.Length)..]);
            break;
        }

        string[] words = typed.Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
        (line, words) = WithCapitals(line, words);
        // Zhao Lei zhaolei@…: beside a sign-in name, other letters are of the name.
        if (line.Identity is not null || Array.Exists(words, word => word.Contains('@') || English.Contains(word.Trim('.', ':', '!').ToLowerInvariant())))
        {
            (line, words) = InLetters(line, words, areas, near);
        }

        foreach (var word in words)
        {
            line = line.With(WithoutLabel(word), areas, near);
        }

        // a new liaison officer, Chen Lixin, of no place that is named.
        if (line is { Role: null, Area: null, Team: null } && Words.Any(text, "liaison", "officer"))
        {
            return line with { Role = Core.People.Role.CountyOfficer };
        }

        return line.Role is null && line.Area is { } area
            ? line with
            {
                Role = area.Level == AreaLevel.County
                ? Core.People.Role.CountyOfficer
                : area.Level == AreaLevel.City
                ? Core.People.Role.CityOffice
                : null
            }
            : line;
    }

    /// <summary>那就麻烦帮我登记一下…，谢谢: the order and what is polite around it, without the post or place that it names.</summary>
    private static string WithoutOrder(string typed)
    {
        var folded = Folding.Read(typed);
        var end = Thanks().Match(folded.Text) is { Success: true, Index: > 0 } thanks ? thanks.Index : folded.Text.Length;
        var start = Order().Match(folded.Text) is { Success: true } order ? Math.Min(order.Length, end) : 0;
        return start == 0 && end == folded.Text.Length ? typed : folded.Between(start, end);
    }

    [GeneratedRegex(
        @"^(((我们|咱们|我|咱)(区|县|市|办|这)(里|这边|上)?|那就|那|就是|就|再|还要|还|请|烦请|麻烦您|麻烦你|麻烦|劳烦|劳驾|辛苦您|辛苦|帮忙|帮我|帮|替我|我想|我要|我们|我|咱们|需要|老师好|老师|领导们|领导|您好|你好|领导好|好的|对了|不好意思|打扰了|打扰一下|打扰|也|想)[ ,，。:：!！、]*)*"
            + @"((新增加|新增|增加|增补|增设|添加|登记|注册|录入|加|添|补|录|配)(一下|下|上|进来|进去|进)?(一|1|两|2|二|三|3)?(个|名|位)?(新)?(人员|同志|同事|人)?[ ,，:：]*)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Order();

    [GeneratedRegex(
        @"[ ,，。!！~;；]*(非常感谢|谢谢您|谢谢你|谢谢啦|谢谢了|谢谢|多谢了|多谢|感谢|辛苦您了|辛苦了|辛苦啦|麻烦您了|麻烦了|拜托了|拜托|劳驾了|有劳了|就这些|就他了|就她了|thank you very much|thank you so much|thank you|many thanks|thanks a lot|thanks|thx|please|pls)[ ,，。!！~.哈啊]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Thanks();

    /// <summary>张建国zhangjg, 联络员张建国登录名: letters of a sign-in name stand apart from Chinese ones.</summary>
    private static string Parted(string typed)
    {
        var parted = new System.Text.StringBuilder(typed.Length + 4);
        for (var at = 0; at < typed.Length; at++)
        {
            var isBorder = at > 0 && ((IsOfLogin(typed[at]) && IsChinese(typed[at - 1])) || (IsChinese(typed[at]) && IsOfLogin(typed[at - 1])));
            if (isBorder && HasLetter(typed, IsOfLogin(typed[at]) ? at : at - 1))
            {
                parted.Append(' ');
            }

            parted.Append(typed[at]);
        }

        return parted.ToString();
    }

    /// <summary>Whether the run of figures and letters at a place has a letter: 第1组 has none.</summary>
    private static bool HasLetter(string typed, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && IsOfLogin(typed[start - 1]))
        {
            start--;
        }

        while (end < typed.Length && IsOfLogin(typed[end]))
        {
            end++;
        }

        return typed.AsSpan(start, end - start).ContainsAnyInRange('a', 'z') || typed.AsSpan(start, end - start).ContainsAnyInRange('A', 'Z');
    }

    private static bool IsOfLogin(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '@';

    private static bool IsChinese(char c) => c is >= '一' and <= '龥';

    /// <summary>Wang Lei wanglei: a name of two words and the login behind it; 姓名 Wang: what stands behind the label is the name.</summary>
    private static (PersonLine Line, string[] Left) WithCapitals(PersonLine line, string[] words)
    {
        var label = Array.FindIndex(words, word => word is "姓名" or "姓名:" or "姓名：");
        if (label >= 0 && label + 1 < words.Length && IsCapital(words[label + 1]))
        {
            return (line with { Name = words[label + 1] }, [.. words[..label], .. words[(label + 2)..]]);
        }

        var start = Array.FindIndex(words, IsCapital);
        return line.Identity is null
            && start >= 0
            && start + 2 < words.Length
            && IsCapital(words[start + 1])
            && words[start + 2] is var login
            && login.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '_' or '-')
            && login.Length > 2
            && !English.Contains(login)
            && !Labels.Contains(login)
                ? (line with { Name = $"{words[start]} {words[start + 1]}", Identity = login }, [.. words[..start], .. words[(start + 3)..]])
                : (line, words);
    }

    private static bool IsCapital(string word) =>
        word.Length > 1 && char.IsAsciiLetterUpper(word[0]) && word.Skip(1).All(char.IsAsciiLetterLower) && !English.Contains(word.ToLowerInvariant());

    /// <summary>The place and the name in letters, and the words that are neither.</summary>
    private static (PersonLine Line, string[] Left) InLetters(PersonLine line, string[] words, AreaBook areas, AreaCode? near)
    {
        var (left, name, small) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var word in words)
        {
            var letters = word.Trim(':', '：', '.', '!', '?');
            letters = letters.EndsWith("'s", StringComparison.Ordinal) ? letters[..^2] : letters;
            if (letters.Length == 0 || !letters.All(c => char.IsAsciiLetter(c) || c is '\'' or '-'))
            {
                left.Add(word);
            }
            else if (English.Contains(letters, StringComparer.OrdinalIgnoreCase) || Labels.Contains(letters, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }
            else if (line.Area is null && areas.Resolve(letters, near) is AreaMatch.One place)
            {
                line = line with { Area = place.Area.Code };
            }
            // Qiaoxi, of which there are two.
            else if (areas.Resolve(letters, near) is AreaMatch.Several)
            {
                left.Add(word);
            }
            else
            {
                (char.IsAsciiLetterUpper(letters[0]) || letters.Length == 1 ? name : small).Add(letters);
            }
        }

        // A second person is none of this form: in the order in which it was said.
        if (line.Name is not null)
        {
            return (line, [.. words.Where(word => left.Contains(word) || small.Contains(word.Trim(':', '：', '.', '!', '?')) || name.Contains(word.Trim(':', '：', '.', '!', '?')))]);
        }

        // Zhao Lei follows, zhaolei: of several words the one that looks like the name.
        if (line.Identity is null && small.Count > 1 && name.Count is 2 or 3 && small.Find(word => name.Exists(part => part.Length > 1 && word.StartsWith(part[..2], StringComparison.OrdinalIgnoreCase))) is { } looksLike)
        {
            line = line with { Identity = looksLike };
            small.Remove(looksLike);
        }

        // add liu wenjing liuwj: nothing is capital, and the last is the login.
        if (name.Count == 0 && line.Identity is null && small.Count is 2 or 3 or 4 && left.Count == 0)
        {
            (line, small) = (line with { Identity = small[^1] }, small[..^1]);
        }

        // Beside a sign-in name, small letters are of the name, too.
        if (line.Identity is not null && name.Count == 0)
        {
            (name, small) = (small, []);
        }

        return (name.Count is > 0 and <= 3 ? line with { Name = string.Join(' ', name) } : line, name.Count > 3 ? [.. left, .. small, .. name] : [.. left, .. small]);
    }

    /// <summary>
    /// The first number behind a label, or one that can be nothing else. A name of digits in a sign-in name is none.
    /// </summary>
    private static (PersonLine Line, string Left) WithPhone(PersonLine line, string typed)
    {
        var folded = Folding.Read(typed);
        var text = folded.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var label = Words.After(text, at, PhoneLabels);
            var start = label > 0 ? Words.Spaces(text, Words.Past(text, Words.Spaces(text, label), ":", "是", "为")) : at;
            // An object ID of figures alone is none either.
            if (label < 0 && IdAt(text, at) is > 0 and var behind)
            {
                at = behind - 1;
                continue;
            }

            if (label < 0 && (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-')))
            {
                continue;
            }

            var end = start;
            // One more than a number may have: a longer run is none.
            while (end < text.Length
                && end - start <= Person.PhoneLength
                && IdAt(text, end) < 0
                && (char.IsAsciiDigit(text[end]) || InPhone.Contains(text[end], StringComparison.Ordinal)))
            {
                end++;
            }

            var number = text[start..end].Trim(' ', '-', '转');
            var digits = number.Count(char.IsAsciiDigit);
            // 2026-12-01 is a day, 0311-88886666 a number.
            var isOne = label > 0
                ? digits >= 3
                : digits >= FewestDigits && number.Length > 0 && number[0] is '0' or '1' or '(' or '+' && !number.StartsWith("20", StringComparison.Ordinal);
            if (isOne && Contact.IsPhone(number) && (end >= text.Length || text[end] != '@'))
            {
                var from = label > 0 ? at : start;
                return (
                    line with { Phone = Contact.PhoneOf(number) },
                    folded.Between(0, from) + " " + folded.After(end));
            }
        }

        return (line, typed);
    }

    /// <summary>Where an object ID that begins here ends; -1 for none.</summary>
    private static int IdAt(string text, int at)
    {
        const int Length = 36;
        return at + Length <= text.Length
            && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
            && Guid.TryParseExact(text.AsSpan(at, Length), "D", out _)
                ? at + Length
                : -1;
    }

    private static (PersonLine Line, string Left) WithTitle(PersonLine line, string typed)
    {
        var folded = Folding.Read(typed);
        var text = folded.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var label = Words.After(text, at, TitleLabels);
            if (label < 0)
            {
                continue;
            }

            var start = Words.Spaces(text, Words.Past(text, Words.Spaces(text, label), ":", "是", "为"));
            var end = start;
            while (end < text.Length && !Gaps.Contains(text[end]))
            {
                end++;
            }

            if (end > start)
            {
                return (
                    line with { JobTitle = folded.Between(start, end).Trim() },
                    folded.Between(0, at) + " " + folded.After(end));
            }
        }

        return (line, typed);
    }

    /// <summary>登录名limin, 李敏账号limin, with login limin: what stands behind its label, with or without a mark.</summary>
    private static (PersonLine Line, string Left) WithIdentity(PersonLine line, string typed)
    {
        var folded = Folding.Read(typed);
        var text = folded.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var label = at > 0 && char.IsAsciiLetter(text[at - 1]) ? -1 : Words.After(text, at, IdentityLabels);
            if (label < 0)
            {
                continue;
            }

            var start = Words.Spaces(text, Words.Past(text, Words.Spaces(text, label), ":", "是", "为", "叫", "就是", "用", "is ", "will be ", "-"));
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-' or '@'))
            {
                end++;
            }

            var identity = folded.Between(start, end).Trim('.', '-');
            if (identity.Any(char.IsAsciiLetter) && !English.Contains(identity, StringComparer.OrdinalIgnoreCase))
            {
                return (line with { Identity = identity }, folded.Between(0, at) + " " + folded.After(end));
            }
        }

        // Liu Wenjing (liuwj): in brackets, beside the name.
        if (InBrackets().Match(text) is { Success: true } brackets && brackets.Groups["login"] is var login && line.Identity is null && !English.Contains(login.Value))
        {
            return (line with { Identity = folded.Between(login.Index, login.Index + login.Length) }, folded.Between(0, brackets.Index) + " " + folded.After(brackets.Index + brackets.Length));
        }

        return (line, typed);
    }

    [GeneratedRegex(@"[(（](?<login>[a-z][a-z0-9._-]{2,}(@[a-z0-9.-]+)?)[)）]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InBrackets();

    private static readonly string[] IdentityLabels =
    [
        "账户名", "账户", "帐户", "登入名", "工号",
        "登录账号", "登录帐号", "登录名", "登陆名", "用户名", "账号", "帐号", "邮箱", "sign-in name", "sign-in", "sign in name", "login name", "login id", "login", "user name", "username",
        "user id", "account", "upn",
    ];

    /// <summary>登录名, 账号, login: what stands behind is one.</summary>
    public static bool SaysLogin(string folded) => Words.Any(folded, IdentityLabels);

    private static string WithoutLabel(string word)
    {
        var folded = Folding.Of(word);
        var label = Labels.FirstOrDefault(l =>
            folded.StartsWith(l, StringComparison.Ordinal)
                && folded.Length > l.Length
                && folded[l.Length] is ':' or '是' or '为');
        return label is null || label.Length + 1 > word.Length
            ? word.Trim(':', '：')
            : word[(label.Length + 1)..].Trim(':', '：');
    }

    private PersonLine With(string word, AreaBook areas, AreaCode? near)
    {
        var folded = Folding.Of(word).Trim();
        if (folded.Length == 0 || Labels.Contains(folded) || Around.Contains(folded))
        {
            return this;
        }

        if (folded.Contains('@') || Guid.TryParse(folded, out _))
        {
            return Identity is null ? this with { Identity = word } : NotRead(word);
        }

        // 给唐山路北区: what leads to the place.
        if (folded.Length > 3 && folded[0] is '给' or '把' or '在' && PlaceAt(folded[1..], areas, near) is not null)
        {
            folded = folded[1..];
        }

        // 地区栾城区: the label, without a mark.
        if (Words.After(folded, 0, "责任地区", "所在地区", "地区", "所属", "单位", "区县", "角色") is > 0 and var labelled && labelled < folded.Length
            && (PlaceAt(folded[labelled..], areas, near) is not null || Roles.Any(r => folded[labelled..].StartsWith(r.Word, StringComparison.Ordinal))))
        {
            folded = folded[labelled..];
        }

        // 帮忙加上, 麻烦录一下: the order alone.
        if (OrderAlone().IsMatch(folded))
        {
            return this;
        }

        // 姓名张建国, 改成赵强: what leads to the name.
        if (Words.After(folded, 0, "改成", "换成", "换为", "改为", "找", "叫", "是", "姓名", "姓名是", "姓名叫", "名字", "名字是", "名叫", "叫做", "就是") is > 0 and var leads && folded.Length - leads is >= 2 and <= 4 && folded[leads..].All(char.IsLetter))
        {
            folded = folded[leads..];
        }

        // 也管石家庄这块, 负责桥西那边: what they look after.
        if (Words.After(folded, 0, "也管", "管", "也负责", "负责", "分管", "主要负责", "也盯", "盯") is > 0 and var looks)
        {
            var end = Words.Before(folded, folded.Length, "这块儿", "这块", "那块", "这边", "那边", "这片", "那片", "的事", "的");
            var after = folded[looks..(end > looks ? end : folded.Length)];
            if (after.Length >= 2 && PlaceAt(after, areas, near) is var (_, whole) && whole == after.Length)
            {
                folded = after;
            }
        }

        // 新增鹿泉区联络员李敏: what leads to the place or the post.
        if (Words.After(folded, 0, Adding) is > 0 and var added
            && (PlaceAt(folded[added..], areas, near) is not null || Roles.Any(r => folded[added..].StartsWith(r.Word, StringComparison.Ordinal))))
        {
            folded = folded[added..];
        }

        var (area, team, role) = (Area, Team, Role);
        folded = WithoutArrival(folded);
        // 裕华区联络员张三: the parts one after the other.
        for (var before = ""; folded.Length > 0 && folded != before;)
        {
            before = folded;
            if (TeamAt(folded) is var (number, length))
            {
                (team, folded) = (number, folded[length..]);
            }
            else if (Roles.FirstOrDefault(r => folded.StartsWith(
                r.Word,
                StringComparison.Ordinal)) is { Word: { } said } found)
            {
                (role, folded) = (found.Role, folded[said.Length..]);
            }
            else if (PlaceAt(folded, areas, near) is var (place, name) && (area is null || area == place))
            {
                (area, folded) = (place, WithoutArrival(folded[name..].TrimStart('的') is { Length: > 0 } rest && Arrival().Match(rest) is { Success: true, Length: > 2 } ? rest : folded[name..]));
            }
            // 辛集新增联络员.
            else if (area is not null && Words.After(folded, 0, Adding) is > 0 and var adding && Roles.Any(r => folded[adding..].StartsWith(r.Word, StringComparison.Ordinal)))
            {
                folded = folded[adding..];
            }
            // 桥西那边新来了个联络员, 桥西新增一个联络员: what leads from the place to the post.
            else if (area is not null && FromPlace().Match(folded) is { Success: true, Length: > 0 } leading && leading.Length < folded.Length)
            {
                folded = WithoutArrival(folded[leading.Length..]);
            }
            // 鹿泉的联络员.
            else if (area is not null && role is null && folded[0] == '的' && Roles.Any(r => folded[1..].StartsWith(r.Word, StringComparison.Ordinal)))
            {
                folded = folded[1..];
            }
        }

        // 联络员加一个李敏, 联络员变更为赵磊: what leads from the post to the name.
        if (role is not null && Words.After(folded, 0, BeforeName) is > 0 and var led && folded[led..].TrimStart(':', '了').Length is >= 2 and <= 4)
        {
            folded = folded[led..].TrimStart(':', '了');
        }

        // 换人了，新的叫李娜.
        if (Words.After(folded, 0, NewOnes) is > 0 and var called && folded.Length - called is >= 2 and <= 4)
        {
            folded = folded[called..];
        }

        // 换成了宋海涛: what is left of the verb.
        if (folded.Length > 2 && folded[0] == '了' && PeopleWords.IsSurnamed(folded[1..]))
        {
            folded = folded[1..];
        }

        // 张建国同志
        if (folded.Length > 3 && folded.EndsWith("同志", StringComparison.Ordinal))
        {
            folded = folded[..^2];
        }

        // …新来的联络员加一下: behind the post the order alone.
        if (role is not null && OrderAlone().IsMatch(folded))
        {
            folded = "";
        }

        // 新增一个鹿泉区的，叫赵海波: the place alone.
        if (area is not null && folded is "的" or "的人" or "那边的" or "这边的" or "那个" or "这边" or "那边")
        {
            folded = "";
        }

        // 那添一个，桥西区 孙丽娟: nobody is called so.
        if (folded.Length is > 1 and <= 5 && folded[0] is '那' or '再' or '还' or '也' && (Array.IndexOf(Adding, folded[1..]) >= 0 || Array.IndexOf(Around, folded[1..]) >= 0))
        {
            folded = "";
        }

        var read = this with { Area = area, Team = team, Role = role };
        if (folded.Length == 0 || Around.Contains(folded))
        {
            return read;
        }

        if (folded.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            return folded.All(char.IsAsciiDigit) || Identity is not null
                ? NotRead(word)
                : read with { Identity = folded };
        // 桥西区 after 裕华区 is a second place, and 李科长 a post: neither is a name.
        if (JobTitle is null
            && Posts.Any(p => folded.EndsWith(p, StringComparison.Ordinal))
            && (folded.Length > 3 || folded[0] is '副')
            && areas.Resolve(folded, near) is AreaMatch.None)
        {
            return read with { JobTitle = word };
        }

        if (Posts.Any(p => folded.EndsWith(p, StringComparison.Ordinal))
            || areas.Resolve(folded, near) is not AreaMatch.None)
        {
            return read.NotRead(word);
        }

        // 最近要换人，…孙立群: who is called like a person, and not what stands before.
        if (Name is { } none && folded.Length is >= 2 and <= 4 && PeopleWords.IsSurnamed(folded) && none[0] >= '一' && !PeopleWords.IsSurnamed(none))
        {
            return read with { Name = folded, Rest = [.. read.Rest, none] };
        }

        return Name is null && folded.Length is >= 2 and <= 8 && folded.All(c => char.IsLetter(c) || c == '·')
            ? read with { Name = word.EndsWith(folded, StringComparison.Ordinal) ? word[^folded.Length..] : folded }
            : read.NotRead(word.EndsWith(folded, StringComparison.Ordinal) ? word[^folded.Length..] : word);
    }

    /// <summary>新来了个联络员叫陈立新: how somebody came, without the post and the name.</summary>
    private static string WithoutArrival(string folded) =>
        Arrival().Match(folded) is { Success: true, Length: > 0 } arrival && arrival.Length < folded.Length ? folded[arrival.Length..] : folded;

    [GeneratedRegex(
        @"^((有|又|刚|新)*(来了|来|到了|派来了|派来|派了|调来了|调来|换了|配了|安排了|定了)(一)?(个|名|位)?(新)?(的)?|有(一)?(个|名|位)|(再|还|又|也|要|想|需要|得|给)*(新增加|新增|增加|增补|增设|添加|登记|注册|录入|加|添|补|录|配|设|安排)(一下|下|上)?(了)?(一|1|两|2|二|三|3)?(个|名|位)(新)?(的)?|的?新(来的)?(同志|同事|人))(人员|同志|同事|人)?(，|,|:|叫做|叫|是|姓名)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Arrival();

    [GeneratedRegex(
        @"^(麻烦|帮忙|帮我|帮|请|给|您|你|劳驾|也|先|就|再)*(新增|增加|添加|登记|注册|录入|录|加|添|补|设|更新)(一下|下|上)?((一)?(个|名|位)(人|同志|同事)?)?((到|进)(系统|通讯录|名单)?(里|中|去|来)?)?(吧|啊|哈|了|呗)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OrderAlone();

    [GeneratedRegex(@"^(那边|这边|那里|那儿|这里|这块|那块)(的)?|^(的)?(新来的|新到的|新任的|新任|新的)|^(就)?(是|叫)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FromPlace();

    private PersonLine NotRead(string word) => this with { Rest = [.. Rest, word] };

    private static (int Team, int Length)? TeamAt(string folded)
    {
        if (!folded.StartsWith('第') || folded.IndexOf('组') is not (> 1 and <= 4 and var end))
        {
            return null;
        }

        if (Numeral.Read(folded[1..end]
            .Replace("巡视", "", StringComparison.Ordinal)) is not (> 0 and < 100 and var number))
        {
            return null;
        }

        return (number, end + 1);
    }

    /// <summary>Before a place or a post.</summary>
    private static readonly string[] Adding =
        ["新增加", "新增一名", "新增一个", "新增", "增设一名", "增设", "增补", "增加一名", "增加一个", "增加", "添加", "添个", "添一个", "加一名", "加一个", "加个", "加上", "加", "登记", "录入", "新设", "设", "新任", "任命", "新来的", "把", "给", "将"];

    private static readonly string[] NewOnes =
    [
        "新的叫", "新来的叫", "新的是", "新来的是", "新人叫", "新人是", "新联络员叫", "新联络员是", "名字叫", "名叫", "叫做", "接任的是", "接任的叫", "接手的是", "接手的叫", "接替的是", "接替的叫", "接他的是", "接她的是", "换成的是", "现在是", "现在叫", "接班的是", "接班的叫",
    ];

    /// <summary>Between a post and a name.</summary>
    private static readonly string[] BeforeName =
    [
        "加一个叫", "加一名", "加一个", "加个", "加上", "新增一名", "新增一个", "新增", "增加一名", "增加", "添加", "添一个", "添个", "登记为", "变更为", "变更成", "变为", "调整为", "更换为", "更改为", "改由", "换为", "换成", "改为", "改成",
        "登记上", "录上", "加进去", "录进去", "现由", "由", "为", "是", "叫", ":", "姓名是", "姓名", "名叫", "名字叫", "名字是", "叫做", "新来的", "来了个",
    ];

    /// <summary>辛集新增联络员, 鹿泉的联络员: behind the place stands what leads to a post.</summary>
    private static bool LeadsToPost(string folded, int at)
    {
        var past = Math.Max(Words.Past(folded, at, "的"), Words.Past(folded, at, Adding));
        return past > at && Roles.Any(r => folded.AsSpan(past).StartsWith(r.Word, StringComparison.Ordinal));
    }

    private static (AreaCode Area, int Length)? PlaceAt(string folded, AreaBook areas, AreaCode? near)
    {
        for (var length = Math.Min(LongestName, folded.Length); length >= 2; length--)
        {
            if (areas.Resolve(folded[..length], near) is not AreaMatch.One one)
            {
                continue;
            }

            // A name that only begins like a place is a name (高新华): the full name, or nothing else, is a place.
            if (length == folded.Length
                || folded[length..] is "的" or "的人" or "那边的" or "这边的" or "这边" or "那边"
                || FromPlace().IsMatch(folded[length..])
                || LeadsToPost(folded, length)
                || (Arrival().Match(folded[length..].TrimStart('的')) is { Success: true, Length: > 2 } && folded[length] is not ('来' or '配' or '补'))
                || folded[..length].EndsWith(one.Area.Name, StringComparison.Ordinal)
                || Roles.Any(r => folded[length..].StartsWith(r.Word, StringComparison.Ordinal)))
            {
                return (one.Area.Code, length);
            }
        }

        return null;
    }
}
