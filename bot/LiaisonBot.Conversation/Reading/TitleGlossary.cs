namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What titles call the things that English speakers name: titles are Chinese, and "the one about food safety" has to
/// find them. Nouns of the field alone: a word that also says what is to be done would find everything.
/// </summary>
internal static class TitleGlossary
{
    private static readonly (string English, string Chinese)[] Lines =
    [
        ("food", "食品 粮食 餐饮"), ("safety", "安全"), ("land", "占地 土地 用地 耕地"), ("farmland", "农田 耕地"), ("sme", "中小企业"), ("smes", "中小企业"), ("plot", "占地 土地"), ("plots", "占地 土地"), ("invoice", "账款 发票"), ("grain", "粮食"), ("owed", "拖欠"), ("construction", "违建 建设 施工"),
        ("building", "违建 建筑 违章 楼"), ("buildings", "违建 建筑 违章 楼"), ("tutoring", "校外培训 培训"), ("training", "培训"), ("school", "学校 校外 校园"),
        ("schools", "学校 校外 校园"), ("debt", "拖欠 欠款 账款 债务"), ("debts", "拖欠 欠款 账款 债务"), ("arrears", "拖欠 欠款 欠薪"), ("wages", "欠薪 工资"),
        ("payment", "账款 付款"), ("payments", "账款 付款"), ("subsidy", "补贴"), ("subsidies", "补贴"), ("petition", "信访"), ("petitions", "信访"),
        ("audit", "审计"), ("fund", "资金 专项资金"), ("funds", "资金 专项资金"), ("finance", "财务 财政"), ("finances", "财务 财政"), ("village", "村级 农村 村"),
        ("villages", "村级 农村 村"), ("rural", "农村 乡村"), ("asset", "三资 资产"), ("assets", "三资 资产"), ("collective", "集体"), ("polluter", "小散乱污 污染"),
        ("polluters", "小散乱污 污染"), ("pollution", "小散乱污 污染 环保"), ("polluting", "小散乱污 污染"), ("environment", "环保 环境 生态"), ("water", "水源 水库 水"),
        ("river", "河道 河湖 河"), ("forest", "林地 森林"), ("mine", "矿山 矿"), ("mining", "矿山 采矿"), ("sand", "采砂"), ("fire", "消防 燃气 火灾 火"), ("gas", "燃气 加油 油气"),
        ("heating", "供暖 取暖 供热"), ("coal", "散煤 用煤 煤"), ("housing", "住房 房屋"), ("poverty", "扶贫 脱贫"), ("medical", "医疗 医保"), ("hospital", "医院 医疗"),
        ("pension", "养老 社保"), ("insurance", "医保 社保 保险"), ("bidding", "招投标 招标"), ("procurement", "采购"), ("project", "项目"), ("projects", "项目"),
        ("enterprise", "企业"), ("enterprises", "企业"), ("firms", "企业"), ("companies", "企业"), ("family", "家访 家庭"), ("quarter", "季度"), ("quarterly", "季度"),
        ("supervision", "督查"), ("flood", "防汛"), ("road", "道路 公路"), ("roads", "道路 公路"), ("bridge", "桥梁"), ("housekeeping", "家政"), ("chemical", "化工 危化品"),
        ("air", "大气 空气"), ("aquaculture", "养殖 渔业"), ("ash", "粉煤灰 扬尘"), ("barn", "畜禽 养殖"), ("bathroom", "厕所"),
        ("boiler", "锅炉"), ("brick", "砖"), ("bus", "公交 客运"), ("cadre", "干部"), ("canteen", "食堂"), ("car", "车辆 汽车"),
        ("cement", "水泥"), ("child", "儿童"), ("children", "儿童 学生"), ("cinema", "影院"), ("clinic", "诊所 卫生"),
        ("cleaning", "清理 清洁"), ("cleanup", "清理 整治"), ("clean-up", "清理 整治"), ("complaint", "投诉 信访"),
        ("complaints", "投诉 信访"), ("compensation", "补偿 赔偿"), ("concrete", "混凝土"), ("corruption", "腐败"),
        ("court", "法院 诉讼"), ("crop", "秸秆 庄稼 作物"), ("crane", "起重"), ("dam", "水库 大坝"), ("debris", "垃圾"),
        ("demolition", "拆除 违建"), ("dike", "堤"), ("ditch", "沟渠 沟"), ("dock", "码头"), ("drain", "排水 沟渠"),
        ("drainage", "排水"), ("dredging", "清淤"), ("drinking", "饮用水"), ("drug", "药品"), ("dump", "垃圾 倾倒"),
        ("dumping", "倾倒 垃圾"), ("dust", "扬尘 粉尘"), ("education", "教育 培训"), ("elderly", "养老"), ("elevator", "电梯"),
        ("electric", "电动 用电"), ("electricity", "用电 电力"), ("emission", "排放"), ("emissions", "排放"),
        ("employment", "就业"), ("energy", "能源"), ("exam", "考试"), ("explosive", "爆炸"), ("explosives", "爆炸"),
        ("factory", "工厂 厂"), ("factories", "工厂 厂"), ("farm", "养殖 农"), ("farms", "养殖 农"), ("farmer", "农民 农户"),
        ("fee", "收费"), ("fees", "收费"), ("fertilizer", "化肥"), ("fireworks", "烟花"), ("fish", "渔 鱼"),
        ("fishing", "捕捞 渔"), ("flat", "房屋 住房"), ("forestry", "林业"), ("fuel", "燃料 油"), ("fume", "油烟"),
        ("fumes", "油烟"), ("garbage", "垃圾"), ("gasoline", "加油"), ("goods", "物资"), ("grassland", "草原"),
        ("greenhouse", "大棚"), ("groundwater", "地下水"), ("grid", "电网"), ("hazard", "隐患"), ("hazards", "隐患"),
        ("hazardous", "危险 危废"), ("health", "卫生 健康"), ("highway", "公路 高速"), ("hotel", "宾馆 酒店"),
        ("household", "农户 住户"), ("house", "房屋 住房"), ("houses", "房屋 住房"), ("ice", "冰"), ("idle", "闲置"),
        ("illegal", "违法 违规 违建 违章"), ("immigrant", "移民"), ("incinerator", "焚烧"), ("industrial", "工业"),
        ("inspection", "检查 核查"), ("irrigation", "灌溉"), ("kindergarten", "幼儿园"), ("kitchen", "餐厨 餐饮"),
        ("lab", "检测 化验"), ("labor", "劳动 用工"), ("labour", "劳动 用工"), ("lake", "湖"), ("landfill", "填埋"), ("lift", "电梯"),
        ("livestock", "畜禽 养殖"), ("loan", "贷款"), ("logging", "采伐"), ("manure", "粪污"), ("market", "市场"), ("meat", "肉"),
        ("metal", "金属"), ("milk", "奶"), ("mill", "厂"), ("mines", "矿山 矿"), ("monument", "文物"), ("mountain", "山"),
        ("night", "夜间"), ("noise", "噪声"), ("nursery", "幼儿园 托育"), ("nursing", "养老"), ("odor", "异味"), ("odour", "异味"),
        ("oil", "油气 油"), ("outfall", "排污口"), ("outfalls", "排污口"), ("overload", "超载"), ("paint", "涂料 喷涂"),
        ("paper", "造纸"), ("park", "公园 园区"), ("parking", "停车"), ("permit", "许可"), ("pesticide", "农药"),
        ("pharmacy", "药店"), ("pig", "生猪 养猪"), ("pigs", "生猪 养猪"), ("pipe", "管网 管道"), ("pipes", "管网 管道"),
        ("pipeline", "管道 管网"), ("plant", "厂"), ("plants", "厂"), ("plastic", "塑料"), ("pond", "坑塘 塘"), ("port", "港口"),
        ("power", "电力 用电"), ("price", "价格"), ("prison", "监狱"), ("quarry", "采石 矿山"), ("rail", "铁路"),
        ("railway", "铁路"), ("rain", "雨"), ("recycling", "回收"), ("refund", "退费 退款"), ("rent", "租金"),
        ("reservoir", "水库"), ("resettlement", "安置"), ("restaurant", "餐饮"), ("restaurants", "餐饮"), ("retrofit", "改造"),
        ("rubbish", "垃圾"), ("salt", "盐"), ("sample", "抽检"), ("sampling", "抽检"), ("sanitation", "环卫 卫生"),
        ("satellite", "卫片"), ("sewage", "污水 排污"), ("sewer", "污水 管网"), ("sewers", "污水 管网"), ("shanty", "棚户"),
        ("shed", "大棚"), ("shop", "商铺 商户"), ("site", "工地"), ("sites", "工地"), ("slag", "矿渣"), ("sludge", "污泥"),
        ("smell", "异味"), ("smelly", "异味 黑臭"), ("smoke", "油烟 烟"), ("smog", "大气 雾霾"), ("snow", "雪"),
        ("social", "社会 社保"), ("soil", "土壤"), ("solid", "固废"), ("speeding", "超速"), ("stall", "摊"), ("stalls", "摊"),
        ("station", "加油站 站"), ("stations", "加油站 站"), ("steel", "钢"), ("straw", "秸秆"), ("stubble", "秸秆"),
        ("street", "街"), ("student", "学生"), ("swimming", "游泳"), ("tailings", "尾矿"), ("tap", "自来水"), ("tax", "税"),
        ("teacher", "教师"), ("temple", "寺"), ("tender", "招标"), ("test", "抽检 检测"), ("testing", "抽检 检测"),
        ("tire", "轮胎"), ("toilet", "厕所"), ("toilets", "厕所"), ("tourism", "旅游"), ("toxic", "有毒"), ("traffic", "交通"),
        ("trash", "垃圾"), ("tree", "树"), ("trees", "树"), ("truck", "货车"), ("trucks", "货车"), ("unfinished", "烂尾"),
        ("vacant", "闲置"), ("vapor", "油气"), ("vapour", "油气"), ("vegetable", "蔬菜"), ("vehicle", "车辆"),
        ("vehicles", "车辆"), ("vet", "兽医"), ("veteran", "退役"), ("volunteer", "志愿"), ("warehouse", "仓库"),
        ("waste", "固废 垃圾 危废"), ("wastewater", "污水 废水"), ("welfare", "福利"), ("wells", "机井 水井"), ("wetland", "湿地"),
        ("wheat", "小麦"), ("wind", "风电"), ("winter", "冬季"), ("workshop", "作坊 车间"), ("workshops", "作坊 车间"),
        ("burning", "焚烧"), ("burn", "焚烧"), ("black", "黑臭"), ("canal", "渠"), ("cafe", "餐饮"), ("stove", "炉"),
        ("cattle", "牛"), ("cow", "牛"), ("sheep", "羊"), ("chicken", "鸡"), ("egg", "蛋"), ("nuclear", "核"),
        ("chemicals", "化工 危化品"), ("petrol", "加油"), ("rivers", "河"), ("creek", "河"), ("stream", "河 溪"),
        ("heat", "供暖 供热"), ("fires", "消防 火"), ("register", "台账"), ("ledger", "台账"), ("survey", "摸底 调查"),
        ("boundary", "边界"), ("income", "低保"), ("low-income", "低保"), ("allowance", "低保 补贴"),
    ];

    private static readonly Dictionary<string, string[]> ByWord =
        Lines.ToDictionary(line => line.English, line => line.Chinese.Split(' '), StringComparer.Ordinal);

    /// <summary>Null for a word that no title has.</summary>
    public static string[]? Of(string word) => ByWord.GetValueOrDefault(word);
}
