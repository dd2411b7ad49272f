using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

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
    public static PersonLine Read(string typed, AreaBook areas, AreaCode? near)
    {
        var line = new PersonLine(null, null, null, null, null, []);
        var text = Folding.Read(typed).Text;
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

        foreach (var word in typed.Split(Gaps, StringSplitOptions.RemoveEmptyEntries))
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
        if (folded.Length == 0 || Labels.Contains(folded))
        {
            return this;
        }

        if (folded.Contains('@') || Guid.TryParse(folded, out _))
        {
            return Identity is null ? this with { Identity = word } : NotRead(word);
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
        }

        var read = this with { Area = area, Team = team, Role = role };
        if (folded.Length == 0)
        {
            return read;
        }

        if (folded.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            return folded.All(char.IsAsciiDigit) || Identity is not null
                ? NotRead(word)
                : read with { Identity = folded };
        // 桥西区 after 裕华区 is a second place, and 李科长 a post: neither is a name.
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
                || folded[..length].EndsWith(one.Area.Name, StringComparison.Ordinal)
                || Roles.Any(r => folded[length..].StartsWith(r.Word, StringComparison.Ordinal)))
            {
                return (one.Area.Code, length);
            }
        }

        return null;
    }
}
