using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// Somebody to enter, said in one line: <c>裕华区 张三 zhangsan@contoso.com 联络员</c>. Null where nothing was said.
/// </summary>
/// <param name="Rest">Words that were not understood, as typed.</param>
internal sealed record PersonLine(
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
        ["加", "加个", "加一个", "加上", "添个", "添一个", "新加", "新加一个", "新增", "新增一个", "登记", "登记一个", "录入", "录一个", "配一个", "配个", "换成", "改成", "是", "叫", "为", "给", "新来的", "新人", "新同事", "刚来的"];

    /// <summary>Around what is entered: add a liaison officer for Yuhua.</summary>
    private static readonly string[] English =
        ["add", "enter", "register", "new", "please", "a", "an", "the", "as", "for", "in", "at", "of", "is", "to", "with", "login", "liaison", "officer", "person", "contact", "one", "called", "named", "somebody", "someone", "her", "his", "their", "has", "and", "then", "him", "them", "us", "there", "from", "who", "ok", "okay"];

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
        (line, typed) = WithPhone(line, typed);
        (line, typed) = WithTitle(line, typed);
        if (today is { } day && DaysLine.Read(typed, day) is { From: not null } days)
        {
            (line, typed) = (line with { From = days.From, To = days.To }, days.Rest);
        }

        (line, typed) = WithIdentity(line, typed);
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
        if (line.Identity is not null || Array.Find(words, word => word.Contains('@')) is not null)
        {
            (line, words) = InLetters(line, words, areas, near);
        }

        foreach (var word in words)
        {
            line = line.With(WithoutLabel(word), areas, near);
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
        var (left, name) = (new List<string>(), new List<string>());
        foreach (var word in words)
        {
            var letters = word.Trim(':', '：', '.');
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
            else
            {
                name.Add(letters);
            }
        }

        return (name.Count is > 0 and <= 3 ? line with { Name = string.Join(' ', name) } : line, name.Count > 3 ? [.. left, .. name] : [.. left]);
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

            var start = Words.Spaces(text, Words.Past(text, Words.Spaces(text, label), ":", "是", "为", "叫", "is "));
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

        return (line, typed);
    }

    private static readonly string[] IdentityLabels =
    [
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

        // 改成赵强: what leads to the name.
        if (Words.After(folded, 0, "改成", "换成", "换为", "改为", "找", "叫", "是") is > 0 and var leads && folded.Length - leads is >= 2 and <= 4 && folded[leads..].All(char.IsLetter))
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
            else if (area is null && PlaceAt(folded, areas, near) is var (place, name))
            {
                (area, folded) = (place, folded[name..]);
            }
            // 鹿泉的联络员.
            else if (area is not null && role is null && folded[0] == '的' && Roles.Any(r => folded[1..].StartsWith(r.Word, StringComparison.Ordinal)))
            {
                folded = folded[1..];
            }
        }

        // 联络员加一个李敏, 联络员变更为赵磊: what leads from the post to the name.
        if (role is not null && Words.After(folded, 0, BeforeName) is > 0 and var led && folded.Length - led is >= 2 and <= 4)
        {
            folded = folded[led..];
        }

        // 换人了，新的叫李娜.
        if (Words.After(folded, 0, NewOnes) is > 0 and var called && folded.Length - called is >= 2 and <= 4)
        {
            folded = folded[called..];
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

        return Name is null && folded.Length is >= 2 and <= 8 && folded.All(c => char.IsLetter(c) || c == '·')
            ? read with { Name = word.EndsWith(folded, StringComparison.Ordinal) ? word[^folded.Length..] : folded }
            : NotRead(word);
    }

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
        "现由", "由", "为", "是", "叫", ":",
    ];

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
                || folded[..length].EndsWith(one.Area.Name, StringComparison.Ordinal)
                || Roles.Any(r => folded[length..].StartsWith(r.Word, StringComparison.Ordinal)))
            {
                return (one.Area.Code, length);
            }
        }

        return null;
    }
}
