namespace LiaisonBot.Core.Areas;

/// <summary>
/// What people call a place or unit when they leave out what everybody knows: 长安 for 长安区, 围场 or 围场县 for 围场满族蒙古族自治县.
/// </summary>
internal static class ShortNames
{
    // A single character is never said alone: 沧县, 矿区 and 城区 stay as they are.
    private const int ShortestName = 2;

    // Longer ones first: 雄安新区 is 雄安, and 清新区, where 新区 would leave one character, is 清新.
    private static readonly string[] Kinds =
        ["自治区", "自治州", "自治县", "自治旗", "地区", "矿区", "林区", "特区", "新区", "省", "市", "区", "县", "盟", "旗"];

    private static readonly string[] Offices = ["省委", "市委", "省", "市"];

    private static readonly string[] Peoples =
    [
        "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎", "傈僳", "佤",
        "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌",
        "普米", "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安", "裕固", "京", "塔塔尔", "独龙", "鄂伦春", "赫哲", "门巴", "珞巴",
        "基诺", "各",
    ];

    /// <summary>What departments are called in short, for what stands in their full names.</summary>
    private static readonly (string Full, string[] Short)[] Departments =
    [
        ("发展和改革委员会", ["发改委", "发展改革委"]), ("发展改革委", ["发改委"]), ("工业和信息化", ["工信"]),
        ("人力资源和社会保障", ["人社"]), ("人力资源社会保障", ["人社"]), ("自然资源和规划", ["自规", "资规"]),
        ("自然资源", ["自规", "资规", "国土"]), ("生态环境", ["环保", "环境"]), ("住房和城乡建设", ["住建"]),
        ("住房城乡建设", ["住建"]), ("交通运输", ["交通"]), ("农业农村", ["农业"]), ("文化和旅游", ["文旅"]),
        ("卫生健康委员会", ["卫健委", "卫生健康委"]), ("卫生健康委", ["卫健委"]), ("卫生健康", ["卫健"]),
        ("退役军人事务", ["退役军人"]), ("应急管理", ["应急"]), ("市场监督管理", ["市监", "市场监管"]), ("市场监管", ["市监"]),
        ("国有资产监督管理委员会", ["国资委"]), ("林业和草原", ["林草"]), ("医疗保障", ["医保"]), ("机关事务管理", ["机关事务"]),
        ("行政审批", ["审批"]), ("城市管理", ["城管"]), ("地方金融监督管理", ["金融"]),
        ("粮食和物资储备", ["粮储", "粮食"]), ("纪委监委", ["纪委", "监委"]), ("纪律检查委员会", ["纪委"]),
    ];

    /// <summary>The short names of one area; none when only its own name is used.</summary>
    public static IEnumerable<string> Of(Area area)
    {
        if (area.Level == AreaLevel.Unit)
        {
            var office = Array.Find(Offices, office => area.Name.StartsWith(office, StringComparison.Ordinal)) ?? "";
            var bare = area.Name.Length - office.Length >= ShortestName ? area.Name[office.Length..] : area.Name;
            if (bare != area.Name)
            {
                yield return bare;
            }

            foreach (var name in DepartmentNames(bare))
            {
                yield return name;
                if (office.Length > 0)
                {
                    yield return office[..1] + name;
                }
            }
        }

        var kind = Array.Find(
            Kinds,
            kind =>
                area.Name.EndsWith(kind, StringComparison.Ordinal) && area.Name.Length - kind.Length >= ShortestName);
        if (kind is null)
        {
            yield break;
        }

        var stem = area.Name[..^kind.Length];
        var place = WithoutPeoples(stem, autonomous: kind.StartsWith("自治", StringComparison.Ordinal));
        yield return place;
        if (kind.Length == 3 || place.Length < stem.Length)
        {
            yield return place + kind[^1];
        }
    }

    /// <summary>住建厅 for 住房和城乡建设厅: the longest of the full names that stands in it decides.</summary>
    private static IEnumerable<string> DepartmentNames(string name)
    {
        var (full, shorter) = Array.Find(Departments, d => name.StartsWith(d.Full, StringComparison.Ordinal));
        return full is null ? [] : shorter.Select(s => s + name[full.Length..]).Where(s => s != name);
    }

    // 新疆维吾尔自治区 names its people without 族, and only an autonomous area does. A people of one character always carries
    // it.
    private static string WithoutPeoples(string name, bool autonomous)
    {
        while (Array.Find(Peoples, people => Carries(name, people, autonomous)) is { } people)
        {
            var rest = name[..^(people.Length + (name.EndsWith('族') ? 1 : 0))];
            // 东乡族自治县 is called by its people alone.
            if (rest.Length < ShortestName)
            {
                return name.TrimEnd('族') is { Length: >= ShortestName } bare ? bare : name;
            }

            name = rest;
        }

        return name;
    }

    private static bool Carries(string name, string people, bool autonomous) =>
        name.EndsWith(people + "族", StringComparison.Ordinal)
        || (autonomous && people.Length > 1 && name.EndsWith(people, StringComparison.Ordinal));
}
