namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What titles call the things that English speakers name: titles are Chinese, and "the one about food safety" has to
/// find them. Nouns of the field alone: a word that also says what is to be done would find everything.
/// </summary>
internal static class TitleGlossary
{
    private static readonly (string English, string Chinese)[] Lines =
    [
        ("food", "食品 粮食 餐饮"), ("safety", "安全"), ("land", "占地 土地 用地 耕地"), ("farmland", "农田 耕地"), ("sme", "中小企业"), ("smes", "中小企业"), ("plot", "占地 土地"), ("plots", "占地 土地"), ("invoice", "账款"), ("grain", "粮食"), ("owed", "拖欠"), ("construction", "违建 建设 施工"),
        ("building", "违建 建筑 违章"), ("buildings", "违建 建筑 违章"), ("tutoring", "校外培训 培训"), ("training", "培训"), ("school", "学校 校外 校园"),
        ("schools", "学校 校外 校园"), ("debt", "拖欠 欠款 账款 债务"), ("debts", "拖欠 欠款 账款 债务"), ("arrears", "拖欠 欠款 欠薪"), ("wages", "欠薪 工资"),
        ("payment", "账款 付款"), ("payments", "账款 付款"), ("subsidy", "补贴"), ("subsidies", "补贴"), ("petition", "信访"), ("petitions", "信访"),
        ("audit", "审计"), ("fund", "资金 专项资金"), ("funds", "资金 专项资金"), ("finance", "财务 财政"), ("finances", "财务 财政"), ("village", "村级 农村"),
        ("villages", "村级 农村"), ("rural", "农村 乡村"), ("asset", "三资 资产"), ("assets", "三资 资产"), ("collective", "集体"), ("polluter", "小散乱污 污染"),
        ("polluters", "小散乱污 污染"), ("pollution", "小散乱污 污染 环保"), ("polluting", "小散乱污 污染"), ("environment", "环保 环境 生态"), ("water", "水源 水库 水"),
        ("river", "河道 河湖"), ("forest", "林地 森林"), ("mine", "矿山 矿"), ("mining", "矿山 采矿"), ("sand", "采砂"), ("fire", "消防 燃气 火灾"), ("gas", "燃气"),
        ("heating", "供暖 取暖"), ("coal", "散煤 用煤 煤"), ("housing", "住房 房屋"), ("poverty", "扶贫 脱贫"), ("medical", "医疗 医保"), ("hospital", "医院 医疗"),
        ("pension", "养老 社保"), ("insurance", "医保 社保 保险"), ("bidding", "招投标 招标"), ("procurement", "采购"), ("project", "项目"), ("projects", "项目"),
        ("enterprise", "企业"), ("enterprises", "企业"), ("firms", "企业"), ("companies", "企业"), ("family", "家访 家庭"), ("quarter", "季度"), ("quarterly", "季度"),
        ("supervision", "督查"), ("flood", "防汛"), ("road", "道路 公路"), ("roads", "道路 公路"), ("bridge", "桥梁"), ("housekeeping", "家政"), ("chemical", "化工 危化品"),
    ];

    private static readonly Dictionary<string, string[]> ByWord =
        Lines.ToDictionary(line => line.English, line => line.Chinese.Split(' '), StringComparer.Ordinal);

    /// <summary>Null for a word that no title has.</summary>
    public static string[]? Of(string word) => ByWord.GetValueOrDefault(word);
}
