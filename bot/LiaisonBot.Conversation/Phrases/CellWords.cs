using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Words as people write them into the cells of a table.</summary>
internal static class CellWords
{
    /// <summary>Normal for nothing; null for what is neither.</summary>
    public static Urgency? Urgency(string typed) => Folding.Of(typed).Trim() switch
    {
        "" or "普通" or "一般" or "正常" or "否" or "normal" or "no" => Core.Matters.Urgency.Normal,
        "急" or "急件" or "紧急" or "加急" or "特急" or "是" or "urgent" or "yes" => Core.Matters.Urgency.Urgent,
        _ => null,
    };

    /// <summary>What somebody is, as tables of offices say it: 副组长, 联络员. Null for what says no role.</summary>
    /// <param name="area">Whose liaison officer, where that is all that is said.</param>
    public static (Role Role, Post? Post)? Duty(string typed, AreaCode? area) =>
        string.Concat(Folding.Of(typed).Where(char.IsLetter)) switch
        {
            "组长" or "巡视组组长" or "leader" or "teamleader" => (Role.TeamLeader, null),
            "副组长" or "巡视组副组长" or "deputyleader" or "deputyteamleader" => (Role.TeamMember, Post.DeputyLeader),
            "组员" or "成员" or "巡视组组员" or "巡视组成员" or "member" or "teammember" => (Role.TeamMember, null),
            "巡视组联络员" or "组联络员" => (Role.TeamMember, Post.Liaison),
            "信访专员" => (Role.TeamMember, Post.Petitions),
            "网信专员" => (Role.TeamMember, Post.OnlineClues),
            "县级联络员" or "县联络员" or "区联络员" or "区县联络员" or "县区联络员" => (Role.CountyOfficer, null),
            "市级联络员" or "市联络员" or "市联络办" or "市级联络办" or "市级联络机构" => (Role.CityOffice, null),
            "联络员" or "liaisonofficer" or "liaison" when area is { Level: AreaLevel.City } => (Role.CityOffice, null),
            "联络员" or "liaisonofficer" or "liaison" when area is { Level: AreaLevel.County or AreaLevel.Unit } =>
                (Role.CountyOfficer, null),
            _ => null,
        };

    /// <summary>The number of a team: 2, 第二组, 第2巡视组, team 2. Null for what is none.</summary>
    public static int? Team(string typed)
    {
        var text = Folding.Of(typed);
        foreach (var word in new[] { "第", "巡视组", "组", "team", " " })
        {
            text = text.Replace(word, "", StringComparison.Ordinal);
        }

        return text.Length <= 4 && Numeral.Read(text) is { } number and >= 1 and <= 99 ? number : null;
    }

    /// <summary>The number of a group: 1, 第一小组, group 1; 0 for the whole team. Null for what is neither.</summary>
    public static int? Group(string typed)
    {
        var text = Folding.Of(typed);
        foreach (var word in new[] { "第", "小组", "分组", "组", "group", " " })
        {
            text = text.Replace(word, "", StringComparison.Ordinal);
        }

        return text is "" or "全" or "-" or "/" or "无" or "all" or "none" ? 0
            : text.Length <= 2 ? Numeral.Read(text)
            : null;
    }

    /// <summary>What a visit is, without what only says where: 对县巡视.</summary>
    public static string VisitKind(string typed) =>
        Folding.Of(typed).Replace("对县", "", StringComparison.Ordinal).Trim();
}
