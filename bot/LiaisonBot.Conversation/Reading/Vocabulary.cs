namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// The words by which people mean something, as data, folded. At each place of a sentence the longest word that stands
/// there counts; what no word covers may be of a matter's title, or the text of a step.
/// </summary>
internal static class Vocabulary
{
    private static readonly (Idea Idea, string Words)[] Chinese =
    [
        (Idea.Who, "谁 哪位 哪个人 何人"),
        (Idea.Which, "分别是啥 分别是什么 分别是哪些 都是啥 都是哪些 都是什么 哪些 哪几个 哪几件 哪几项 哪几 哪个 哪件 哪一件 哪项 哪 都有啥 都有什么"),
        (Idea.What, "什么 啥 什麽 哪样"),
        (Idea.When, "多咱 多暂 多早晚 多会儿 啥前儿 啥日子 哪一日 什么日子 几月几号 什么时候 啥时候 几时 何时 哪天 哪一天 几号 多久 什么时间 到什么时候 到哪天 几点 还有几天 几天"),
        (Idea.Why, "怎么给 咋给 咋跑 怎么跑 为嘛 为毛 因何 何故 缘何 为什么 为啥 为何 怎么还 怎么又 怎么老 怎么一天到晚 咋还 咋又 凭什么 什么原因 啥原因 的原因 原因是什么 老给 老是"),
        (Idea.HowMany, "加一块 加起来 的数 数字 多少 几件 几个 几项 几次 几起 几条 多少件 多少项 多少次 多少个 多少事 一共 总共 总数 合计 几回"),
        (Idea.How, "搁哪 搁哪儿 上哪 去哪 在哪儿 哪儿 怎么 怎样 如何 咋 怎么弄 怎么办 怎么操作 咋弄 咋办 在哪 哪里 在哪里"),
        (Idea.HowGoes, "没人理 有人理没 没人动 有人动没 没人弄 有人弄没 有人弄吗 有人办没 有人办吗 动没动 开始没 开始了没 开始弄没 弄到哪 弄到哪了 走到哪了 走到哪一步 卡到哪了 啥程度 到啥程度 干到啥程度 弄得咋样 弄得咋样了 有信儿没 有信没 什么程度 啥样 啥样了 什么样了 咋样儿 啥样儿了 办得怎么样 办得怎么样了 办的怎么样 办的怎么样了 干得怎么样 弄得怎么样 弄得怎么样了 什么进度 啥进展 啥进度 咋回事 怎么回事 有眉目 办咋样了 弄咋样了 怎么没了 去哪了 哪去了 没影了 咋没了 怎么样 怎么样了 怎样了 咋样 咋样了 啥情况 什么情况 情况怎样 到哪一步 到哪步 到哪了 到哪 哪一步 办得如何 进度 进展如何 进展怎么样 进展情况 有进展吗 有进展 有没有进展 有什么进展 什么进展 什么状态 啥状态 现状 近况 动态"),
        (Idea.YesNo, "过没有 过没 没呢 没得 没有呢 没啊 没呀 有木有 真的假的 真的吗 真假 属实吗 行不 成不 好使不 中不 吗 么 嘛 了没 了没有 是不是 是否 有没有 能不能 可不可以 要不要 需不需要 行不行 会不会 该不该 对不对 好不好 能否 可否 在不在 过吗 了吗 与否"),
        (Idea.Meaning, "啥区别 什么区别 有啥区别 有什么区别 区别是什么 啥不同 什么不同 有什么不一样 有啥不一样 区别 是什么意思 什么意思 啥意思 是啥意思 什么叫 含义"),

        (Idea.Not, "没必要 用不着 犯不着 不着急 不急 别急 先不急 没说要 没说 没让 不是 甭 关掉 关闭 停掉 取消提醒 没 没有 不 别 不要 不用 未 勿 莫 不能 不想 不会 不必 无需 不需要 没法 无法 不可以 不许 没必要"),
        (Idea.Later, "压一压 先压一压 先压着 再定 我再办 没到时候 还没到时候 还不到时候 还没到交的时候 还没到报的时候 先不动 还没定 没想好 先不退 先不报 先不办 先不签 先不催 先不转 先不批 再想想 再想一想 我想想 想一想再 再斟酌 再琢磨琢磨 再研究研究 先观察 观察观察 再观察 先看看 看情况再 先放一下 放着 缓一缓再 缓缓再 下周再 下个月再 后面再 之后再 晚上再 改日 先不了 等等再说 再等等 缓缓再说 先放放 放一放 先放着 过几天再 过两天再 晚点再 改天再 下次再 明儿再 明天再 后天再 以后再 过两天 过几天 回头 稍后 再说 晚点 晚些 暂不 暂时 先不 先别 先等 等等 下午 明早 改天 等"),
        (Idea.If, "前提是 为前提 倘若 倘使 倘如 倘 若是 若未 若仍 若不 如若 假使 设若 一旦 一经 视情况再 等到 的时候再 了再 在的话 如果 要是 假如 的话 只要 万一 除非 若"),
        (Idea.Wish, "快了 快好了 快完了 就快 马上就 即将 考虑考虑 琢磨 寻思 差不多可以 差不多 听说 据说 说是 好像 似乎 貌似 拟 预计 打算着 快要 快办完 快弄完 快完成 想 想要 准备 打算 可能 应该 争取 计划 希望 快要 考虑 建议"),
        (Idea.All, "挨个 逐个 逐一 全部的 所有的 全部事项 所有事项 都 全部 全都 全 所有 一键 统统 一律 一并 一起"),
        (Idea.Each, "分县 分市 分区县 按县 按市 按区县 下面各家 下边几个县 下面几个县 底下几个县 挨个市 挨个县 一个市一个市 一个县一个县 各县 各区县 各区 各县区 各县市区 各市 每个县 每个市 每个区 每县 每市 各地 各单位 各个县 各个市 分别"),
        (Idea.Only, "只看 只要看 只显示 单看"),
        (Idea.These, "这些 那些 它们 这几个 这几件"),
        (Idea.Show, "理一理 理理 捋一捋 归拢归拢 看一眼 瞧一眼 瞧瞧 瞄一眼 列出来 列一列 列一下 找找 找一找 找下 搜一下 搜搜 搜 翻翻 拿出来 列个表 列张表 捞出来 找出来 给我找 发我看看 发来看看 拉一下 拉个表 看看都 报一下数 清单 明细 捋一下 捋捋 理一下 拉清单 拉个单子 拉个清单 列个单子 列个清单 瞅一眼 瞅瞅 瞅下 翻出来 调出来 过一遍 拉出来 列一列 列出来 给我说说 说说 报个数 看看 看下 看一下 看 查 查一下 查下 查查 查看 打开 显示 列出 列一下 列个 给我看看 找一下 有"),
        (Idea.Please, "申请 劳烦 烦请 敬请 恳请 请予 敬请审核 请 帮我 麻烦 帮忙 请帮我 谢谢 劳驾 我要 我想 请问 想问下 想问 问一下 请教"),

        (Idea.Sign, "认领 认领了 领了 接了 都接了 接下了 签受 签售 千首 前收 迁收 签收下 签一下 签首 千收 签的收 签的字 签掉 签收 签了 签字 签 签收了 接收 已签"),
        (Idea.Report, "上报一下进展 上报一下进度 说一下进展 说下进展 说下进度 说一下进度 报一下进展 报下进展 进度: 进展: 最新进度: 进度汇报 进展情况报告如下 进展报告如下 进展情况如下 进展如下 进展呈报如下 情况汇报如下 情况报告如下 报告如下 呈报如下 进度报一下 报一下进度 报个进度 进度如下 反馈进展 反馈 更新进展 报进展 报个进展 汇报 汇报一下 进展"),
        (Idea.HandIn, "再交一回 再报一回 再交一遍 交差 请再审 请审核 请复审 请验收 请予验收 请予审核 报过的 交过的 报上去 报上去的 交上去 交上去的 重新交 重新报 重新报一下 再报一次 再报一遍 再报一下 重报 重报一下 补报 补报一下 重新上报 重新报上来 再次报结 重新提交 再交一次 报截 报戒 报捷 报解 报节 报洁 抱节 暴结 保结 交齐了 交差了 报结 报办结 报完 报的 申请办结 抱结 报上来 报上来的 交上来 交上来的 申请销号 申请结案 请求销号 申请办结销号"),
        (Idea.Finished, "整完了 整完 整好了 整利索 整利索了 弄妥了 收拾完了 拾掇完了 全整完了 都整完了 全清了 全清完了 全改完了 都改完了 全整改完 都整改完 全整改完了 都整改完了 干成 干成了 办成 办成了 弄成了 做成了 全部付清 已付清 付清了 全部还清 还清了 全部拆除 全部拆完 全部取缔 全部关停 全部化解 全部清退 全部整改完 全部兑付 全部归还 补齐了 补上了 补好了 补全了 做好了 弄妥了 弄好 弄完 办好 搞好了 干完了 全清完了 清完了 清零 清零了 已清零 全部清零 归零了 全部清完 清理完毕 整改完毕 整治完毕 办理完毕 完毕 整改到位 落实到位 办完了 办好了 搞定了 弄完了 做完了 已经办好了 已办好 办完 办妥了 已经办完 都办完了 完成了 搞定 弄好了 已完成 办理完毕 全部完成 已全部完成 完成 完了 都验收了 已验收 结清了 都清了 弄利索了 办利索了 办妥"),
        (Idea.Close, "销了 销掉 销一下 了结 结掉 结的 办节 办洁 半结 办完的 办好的 已办结 办结掉 完结 办结 销号 办结了 销号了 结案 办掉 办解 销的号 办的结 销了号"),
        (Idea.Return, "顶回来 顶回来了 打回去重做 打回重做 让他们重弄 让他们重做 被驳回 退会 腿回 退货去 打回来 打回来的 打回重做 退回来的 返工 退回 打回 退件 退回去 退回来 被退 打回去 退的 退了 退过 退给 退掉 退一下 退"),
        (Idea.Extend, "申请到 交不了 交不上 交不上来 完不成 完不了 办不完 报不了 报不上来 赶不完 整不完 往后拖 往后拖拖 再给几天 缓一缓 得拖到 晚几天 晚个几天 晚点报 晚点交 晚些天 宽限 多给几天 太赶 太赶了 太紧了 时间太紧 时间紧 来不赢 搞不完 弄不完 干不完 做不完 延其到 延其至 延七到 宽到 宽限几天 缓一下 延一下 延后几天 往后挪 往后放 多要几天 多要 宽几天 延过期 延过期的 延期过 延过 延期 延长 延到 延至 延期到 延期至 推到 推至 推迟 推迟到 宽限 放宽 宽展 再给 延长到 延长至 延了 展期 申请延期 要延期 时间不够 延 顺延 顺延到 顺延至 推后 推后到 推后至 延后 延后到 延后至 往后推 往后延 推迟至 宽限到 宽限至 多给 缓到 缓几天 缓一缓 缓缓 能缓 缓 晚几天 晚两天 拖几天 多给几天 来不及 赶不上 赶不出来 延的期 延欺 再延 晚点交 晚几天交"),
        (Idea.Grant, "最多给到 最多给 顶多给到 让他延 让他们延 让她延 给他延 给他们延 准他延 给到 放宽到 批准 批准延期 批了 批 获批 批到"),
        (Idea.Refuse, "不能延 不能再延 不能延了 不许延 不准延 不让延 别再延 不给延 不给延期 不延 别延 延期不给 不批 不批准 不同意延期 驳回 不能批"),
        (Idea.Urge, "敲打敲打他们 快着点 加把劲 统一提醒 统一提醒一遍 催催吧 捅一下 捅捅 戳一下 戳戳 敲打一下 敲打敲打 敲一下 推一推 推一把 撵一撵 撵一下 吆喝一声 催一声 都催一声 提醒他们 提醒他们一下 提醒一下他们 提醒下他们 提醒大家 提醒各县 提醒县里 提醒区里 打个招呼 招呼一声 吹办 吹一下 催催看 催一催看 提醒下 去个催办 发个催办 提醒催办 提个醒吧 催一催 提个醒 崔办 催班 崔一下 催促一下 催办 催一下 催催 催一遍 催 催下 催促 提醒一下 再催 再催一下 催过"),
        (Idea.Hurry, "抓紧 抓点紧 尽快 加快 赶紧 赶快 快点 快一点 加紧 督促 盯一下 盯着 盯紧"),
        (Idea.PassOn, "往下派 往下转 往下分 往下发 下派 派到 分到 分下去 转下 派下去 转一下 转办 转给 转到 分给 派给 转下去 转交给 转 下转 分派给"),
        (Idea.Assign, "一个活 个活 一项活 派的 安排个任务 安排个 安排一个任务 安排一个 安排任务 安排件事 安排一件事 给我派的 给我们派的 派给我的 派给我们的 新派的 派出去 派出去的 交代的 下的单子 给基层派 新交办 各派一件 各派一项 各派一个 各交办一件 各交办一项 各布置一项 各布置一件 各下一个任务 交代一下 交代 交待 交待一下 新增 下了 下达了 下达 新下 下发了 派了 新派 派一个 派一项 派一件 新来 派下来 派下来的 下达的 布置下来的 派个活 派活 派个 安排个活 安排个事 交办 布置 派个任务 派任务 下任务 安排一项 交办的 布置一项任务 派活"),
        (Idea.Withdraw, "拿回来 撒回 车回 撤会 撤消交办 撤掉 撤掉了 撤了吧 撤的 撤了的 撤 撤回 收回 作废 撤了 撤回了"),
        (Idea.Refer, "移交 移送 移交给 移给 移到 移去 送交"),
        (Idea.PutOnLedger, "挂的账 挂了账 挂账的 挂账 挂账督办 挂帐 督办台账 督办台帐 上督办台账 上了督办台账 进督办台账 进了督办台账 列入督办台账 上台账 上了台账 上督办 上了督办"),
        (Idea.Docket, "立的 立的项 在督 督着 接了没有 接了吗 接没接 接了没 受理了 立项 立项督办 督办件 督办 受理督办 受理"),
        (Idea.Reopen, "重新开 重新开一下 重新打开一下 再打开 再打开一下 再开一下 重新开启 恢复成办理 恢复为办理 重新办 重办 再办一遍 再办一次 再查一遍 重新查 重查 重新核查 再核查一遍 重新办理 重开 重启 恢复办理 重新打开 重新启动"),
        (Idea.Undo, "催错了 催错 退错了 退错 签错了 签错 批错了 批错 撤错了 撤错 挂错了 按错了 按错 手滑 反悔 后悔 撤回来 取消签收 办结错了 办结点错 办结点错了 点错了 误办结 撤销 报错了 报错 发错了 填错"),
        (Idea.Correct, "更正 交办错了 改错 写错了 交错了"),
        (Idea.Change, "日子提到 时间提到 期限提到 时限提到 改时限 改期限 改到 改成 改为 改在 改至 提前到 提前至 提前 调整到 调整为 调整至 改一下 换到 调到 改期 改期到 改期至 往前提 往前提到 提早 提早到"),

        (Idea.Unsigned, "一直没签 谁没收 谁还没收 有谁没收 没接收 谁没接 没认领 还没认领 没人认领 没点签收 还没点签收 没点收 没领走 没接的 还没接 挂着没签 还挂着没签 没收的 还没收 拖着没签 拖着不签 压着没签 压着不签 没人接 还没人接 没人接手 没人领 没人认领 签没签 没sign 没sign的 未sign 还没sign 要签的 该签的 需签的 得签的 待签的 要签收的 该签收的 需要签收的 等我签的 没人签收 没签过字 没前收 没千收 没钱收 没签首 还没签首 没签手 没签字的 还没有签 未签字 未签收 没签收 没有签收 还没签收 还没有签收 尚未签收 还未签收 待签收 未签 没签 没有签 还没签 没接收 不签收 没人签 没签字 没签的"),
        (Idea.Overdue, "超的 有超的 晚了 晚了的 过了点 预期了 预期没办 逾斯 愈期 超了 超过期限 过了期 超期没办 拖期 过时限 逾期 超期 过期 超时 拖着 拖延 到期没办 过了时限 没按时 逾期了 超期了 拖"),
        (Idea.InReview, "还没看的 没看的 没看过的 没审的 还没审的 待审核 待审 等审核 没审 未审核 还没审 待办结 等审 没审核 报结了还没 未审 审核中"),
        (Idea.ForMe, "等着我定 等我定 等着我批 我过目 需要我过目 等着我点头 要我表态 等我表态 我表态 要我处理 需要我处理 等我处理 该我处理 要我过目 等我过目 要我看的 轮我 等着我 等我拍板 我拍板 拍板 归我定 要我定 我来定 要我点头 我点头 我审的 我批的 等我审 等我批 要我批 要我审 要我审批 要我审核 待我 需要我 等我 轮到我 我要审 我要批 该我"),
        (Idea.Open, "积了 积着 积压 攒了 没交差 还没交差 没报上来 还没报上来 没上来 还没上来 没交上来 还没交上来 没整完的 还没整完 没整利索 撂着 还撂着 还欠着 还差着 没报的 没交的 还没报的 还没交的 没交齐 欠了几件 欠了多少 没有完成 没有做完 没有干完 没有弄完 没有办完 压着 拿着 攥着 没干 没销号 没结束 没了结 手底下 手里压着 没干完 没搞完 没弄好 没做好 还没做 没结 还没结 还欠 欠几件 欠啥 欠什么 没完 没做完 没弄 还没弄完 没整完 没办结 未办结 没办完 还没办 没办 还没办结 还没办完 没有办结 未办 还剩 剩 剩下 在办 没完成 未完成 手上 手头 欠着 办理中 没弄完 还有什么 还差"),
        (Idea.Urgent, "火烧眉毛 急件 加急 特急 紧急 急的"),
        (Idea.ByWork, "有啥急的 有什么急的 哪个急 哪个最急 有啥急活 急活 着急的 有啥着急的 要紧的 要紧事 当紧的 先弄哪 先弄哪几件 先弄哪个 先办哪几件 先干哪几件 先处理哪 先搞哪 先弄啥 先干啥活 要我们盯 要我盯 要盯的 要我们督 要我们办 要我们干 要我们管 必须干 必须干的 必须做 必须办 该干 该干的 该办 该做 该弄 得干 得办 得弄 得做 要弄 要弄的 要干的 要办的 要做的 要处理 要处理的 需处理 待处理 最急 最着急 最紧 最要紧 先办哪 先干哪 先做哪 手上的活 手里的活 我的事 要办 要做 要干 任务 要我办 有事 有我的 我的任务 待办 活 事"),
        (Idea.PassedOn, "转来 转过来 转过来的 转给我们的 转下来的 转来的 转下来 市里转的 转下去的 转给各县的 转办的 转办件 下转的"),
        (Idea.Counties, "县里 县级 县区 哪几个县 哪个县 哪些县 哪个区 哪几个区"),
        (Idea.OwnLevel, "自己 本级 市本级 县本级 市里自己 市级自己 市直 市里直接办"),

        (Idea.Yes, "没啥问题 没什么问题 没有问题 没毛病 同意退件 准予退件 同意 可以 通过 没意见 没问题 准了 行 好的办 认可 ok"),
        (Idea.No, "不同意退件 不准退件 驳回退件 不能退件 坚持交办 不同意 不行 不通过 不可以 不予 不合格 材料不全 不符合"),

        (Idea.Matter, "的几件 的几个 的几项 的那几件 的那几个 那几个 那几项 的这几件 事项 件 项 个 那个 那件 这个 这件 那几件 那两件 那两个 那三件 那仨 这两件 这俩 事情 号事项 这项 那项"),
        (Idea.Due, "截止时间 到期时间 截止日期 到期日期 到齐 交差 要交差 到日子 截至 要弄完 要做完 要干完 要搞完 得弄完 得办完 得做完 得干完 必须办完 必须弄完 要完成 得完成 应完成 需完成 需要完成 要办完 该完成 应办结 要办结 该办结 得办结 要报结 该报结 得报结 得报 得交 到期 要交 截止 时限 期限 交什么 报什么 要报 限期 该交 到时间"),
        (Idea.Soon, "要超期了 要逾期了 要过期了 快到点 快到点的 快要超期 快超期 快要逾期 快逾期 快要过期 快过期 即将逾期 即将到期 马上逾期 快要到期 急着要交 急着交 急着要报 急着报 着急交 着急要交 赶着交 马上要交 马上要报 马上得交 快到期 快到 临近 马上到期 将到期 最近"),
        (Idea.Reminder, "推了那么多 推了这么多 发了那么多 发了这么多 给我汇总 发我汇总 给我发汇总 收汇总 推那么多 推这么多 发那么多 发这么多 老推 推消息 消息提醒 通知消息 每天的汇总 每日汇总 汇总消息 晨报 每天的消息 提醒 提醒时间 早报 发消息 催我 提醒我 给我发 通知我 喊我一声 叫我一声 喊我一下 叫我一下 每日提醒 推送 发"),
        (Idea.Quiet, "周六日 周六周日 双休日 休息日 免打扰 打扰 晚上 夜里 周末 半夜 休息时间 勿扰 静音"),
        (Idea.Language, "切换语言 双语 英文 英语 中文 汉语"),
        (Idea.Settings, "设置 设定 设"),
        (Idea.Limits, "提醒时间范围 提醒设置 提醒范围"),
        (Idea.Delivered, "看见没 点开了没 点开没 打开了没 下去没有 到没到 收着没 收到没 知道不 看见没有 下去了没 看没看到 看没看见 收没收到 有没有看到 有没有收到 看见没 送到 送达 收到 通知到 发到 通知了 送到了 收到了 看到了 看到"),
        (Idea.History, "从头到尾 前前后后 都谁动过 前后经过 办理记录 前因后果 来龙去脉 经过 记录 历史 过程 来龙去脉 流水"),
        (Idea.Result, "结果 办理结果"),
        (Idea.Requirement, "要配合啥 要配合什么 配合啥 配合什么 怎么配合 咋配合 要补什么 要补啥 要补哪些 补哪些 缺的是什么 差什么没补 差啥没补 还有什么没补 还有啥没补 差的是什么 差什么 差啥 还差啥 还差什么 还缺啥 还缺什么 哪里不行 哪儿不行 哪不行 哪里不对 哪儿不对 哪不对 哪里不合格 哪儿不合格 哪不合格 哪里没做好 哪里有问题 差哪些 还差哪些 缺什么 缺啥 缺哪些 补啥 补什么 还要补 要补 补充什么 补充啥 让交啥 让干啥 让报啥 让做啥 让办啥 让干什么 让交什么 要求 目标任务 要干啥 要干什么 要做什么 具体要求 干什么 干啥"),
        (Idea.Reason, "原因 理由"),
        (Idea.Attachment, "附件 文件 照片 图片 材料 截图 视频"),
        (Idea.Contact, "盯这些事 盯这个事 管这些事 跟这些事 的是哪位 哪位负责 哪位管 谁在跟 谁跟着 谁的活 谁经手的 谁在弄 谁在干 谁在跑 谁跟的 谁跟进 谁看我报 谁看我的 谁把关 谁来把关 找省里 找市里 找哪个处 找哪个部门 找哪个科 谁对接 谁联系 有人管 谁在管 谁接手 跟谁 谁接洽 谁经手 打给谁 问谁 该问谁 谁管着 归谁管 归谁 报给谁 交给谁 发给谁 送给谁 递给谁 向谁报 找哪个 找哪位 负责 谁在办 谁办 在盯 谁在盯 牵头 谁来审 联络办 联络机构 联络员 找谁 联系 联系方式 对接 在管 谁管 责任人 负责人 联系人 管这 谁审 审我 都有谁 有哪些人 的人 联络人 接收人"),
        (Idea.Phone, "手机号码 座机 电话 手机 手机号 号码 联系电话"),
        (Idea.Nobody, "没配人 还没配人 没安排人 有人接收 有没有人接收 有人收吗 没人收 没人接收 没有联络员 没有人 没联络员 没登记 有人吗 没人"),
        (Idea.Superior, "上级 上面 领导"),
        (Idea.Leader, "组长 副组长"),
        (Idea.Team, "组里 组上 巡视组 第一组 第一巡视组 一组"),
        (Idea.Office, "巡视办 省委巡视办 省里"),
        (Idea.Supervision, "督查室 省委督查室"),
        (Idea.Reach, "没登录 没登录过 没登过 没用过 没上过线 能收到 收得到 收不到 能不能收到"),
        (Idea.Rank, "拖得最厉害 拖得最久 拖得最长 最严重 最不上心 最不积极 最磨蹭 最靠前 最拖沓 最省心 最不省心 最让人头疼 哪个县好 哪个县差 比我们慢 比我们快 比我们差 比我们好 比我们晚 比我们早 比咱慢 比咱快 比咱们慢 比咱们快 比咱们差 比别人慢 比别人快 比别的县 比别的区 比别的市 比其他县 比其他区 比其他市 跟别的县比 跟其他县比 跟别的市比 和别的县比 和其他县比 谁比 最落后 最靠后 拖后腿 第几名 排第几 排名第几 排老几 哪家快 哪家慢 哪家差 最拉胯 比一比 比比 拉胯 排排队 排个队 打分 打个分 打打分 评分 评个分 评比 红黑榜 快慢 哪个更 谁更 排名 排个名 排名次 名次 排序 排行 前三名 第一名 最差 最好 最慢 最快 最重 最忙 最闲 最拖 最积极 最多 最少 倒数 垫底 谁最 前几名 排一下 前三"),
        (Idea.Statistics, "统计 情况 统计一下 汇总 签收率 办结率 报结率 逾期率 率 概况 总体"),
        (Idea.Burden, "活多不多 任务重不重 任务多不多 给基层派了多少 一周给多少 每周给多少 一周派多少 每周派多少 一周多少件 每周多少件 每周多少任务 负担 多少任务"),
        (Idea.Recurring, "每个星期 每周 每月 每天 每日 每季度 每季 每年 每两周 每半月 定期 每个月 每星期 每礼拜 每旬 按月 按周 按季 月报 周周 每月的 日报 那次跳过 的那次 隔周 双周 逐月 每半年 每年度 每个季度 半年一次 每隔 每三周 每四周 每2周 每3个月 每三个月 每两个月 每2个月 每六个月 每6个月 每工作日 每个工作日 天天 每小时 逐日 每半个月 每十天 每10天 每15天 每两天 每2天 每三天 每3天 每逢 一周一次 一月一次 一年一次 两周一次 每两个星期 每2个星期 每早 每晚 定期事项 定期任务 每个礼拜 隔天 一天一报 一周一报 两周一报 每个年度 隔月 双月 按年 每一周 每一年 跳过下一次 跳过下次 每个工作日 一周两次 一周两报 一周三报 每周多次 一周多次"),
        (Idea.Send, "报一次 报送 上报 报 交 填报 提交"),
        (Idea.Export, "导出 导出来 下载 导成 导成表格 导 存成"),
        (Idea.Excel, "xlsx 电子版 excel 表格 电子表"),
        (Idea.Directory, "所有人的电话 全部人的电话 所有联络员的电话 大家的电话 各县的电话 各县电话 电话表 电话本 各县联络员名单 联系表 联络表 联络员名单 联络员名册 联络人名单 联系人名册 通信录 人员名单 联系人名单 通讯录"),
        (Idea.Register, "总账 总台账 台账 台帐"),
        (Idea.Print, "督办通知 打一份 打一张 打出来 打印 交办单 督办通知单 通知单 督办单"),
        (Idea.Report2, "周报 月度通报 周通报 周报 通报 月报表 简报 专报 小结 周小结"),
        (Idea.Template, "表样 样表 空白表样 模板 人员模板 事项模板 导入模板 安排模板 巡视安排模板 驻市安排模板 空表 空白表"),
        (Idea.Decline, "不归口 没这权 不是我们的活 不是咱的活 不是我们单位的 不是我们这的 和我们没关系 跟咱没关系 与我们单位无关 该他们管 该他们办 不该我们办 不该我们管 不由我们管 归别人管 没这个职能 找错人 找错人了 该归 这归市里 不归俺管 牵头的不是我们 不是我们牵头 我们只能配合 只能配合 我们只是配合 只是配合 我们是配合单位 牵头单位不是我们 没这个问题 没有这个问题 没这问题 不存在这个问题 没有这类企业 没有这类情况 没有这类问题 没有此类 没有这类 退给组里 退给巡视组 退给省里 退给市里 不归俺们 不归俺 不归咱们 不归咱 不属我们 派错 派错了 不是俺们 不是咱们 没这个数据 没这个权限 没这权限 没有这项职能 不在我们这 不在我们区 不在我们县 不归我区 不归我县 不属于我们管 不是我们管 跟我们没关系 与我区无关 与我县无关 与我们没关系 退给你们 申请退件 要退件 想退件 不予接收 拒收 接不了 不该由我们 不该我 没有这个职责 没有职责 不在我区 不在我县 管不了 干不了 弄不了 搞不了 管不着 办不成 没法办 没法干 不归我们 不归我 不是我们的职责 不属于我们 不该我们 不是我们区的 不是我们县的 不是我们的 做不了 办不了 拒签 不归 没有执法权 不在我们 弄错了吧 搞错了 不属于 与我们无关"),
        (Idea.Stuck, "得请示 要请示 需请示 请示一下 请示下 拿不准 吃不准 卡住 卡住了 遇到困难 碰到困难 有难处 有难度 遇到阻力 碰到难题 遇到难题 搞不动 没人配合 不肯配合 拒不配合 有困难 需要协调 需要省里 需要市里 协调 需要支持 支持 遇到问题 推不动 不配合 卡在 推进不下去 有阻力 协调一下 帮忙协调 帮着协调 出面协调"),
        (Idea.Remark, "问组里 问问组里 问下组里 问一下组里 问巡视组 问领导 问上面 问组长 再补一句 补一句 补充一句 多说一句 再说一句 加一句 留个话 留话 跟组长解释 给组长解释 向组长解释 跟领导解释 给领导解释 跟组长说 跟领导说 跟省里说 跟市里说 跟县里说 跟组里说 跟巡视组说 和组长说 和领导说 给组长说 给领导说 留个言 留言 告诉 跟他们说 转告 问问 问一下交办方 带个话 通知他们 说一声 问下 问一下县里 问一下区里 问一下市里 问一下省里 问一下他们 问一下对方 问一下巡视组 问一下领导 问他们 问对方 问县里 问区里 问市里 留句话 告知一下 转达 带句话 捎个话 捎句话 传个话 提问 提个问题"),
        (Idea.Reply, "回我了 回我没 回话了 回信了 有回信 回复我 答复 回复 回答 回个话 回他们 回一下他们 答复一下 回复一下"),
        (Idea.Follow, "关注 关注一下 我关注的 有进展告诉我 有进展通知我 有进展跟我说 有进展就告诉我 有进展说一声 有动静告诉我 有动静跟我说 有消息告诉我 有情况告诉我 有新进展告诉我 有了进展告诉我 进展告诉我 进展随时告诉我 进展及时告诉我 进展通知我 有更新告诉我"),
        (Idea.Unasked, "收回提问 撤回提问 取消提问 撤销提问 收回问题 撤回问题 把提问收回 把提问撤回 把问题收回 把问题撤回 提问收回 提问撤回 问题收回 问题撤回 提问撤了 问题撤了 不用答复了 不用再答复 不用答复 不用回复了 不用回答了 不用再回复 不问了 不用问了"),
        (Idea.Unfollow, "取消关注 不再关注 不用关注 不用再关注 不要再关注 不关注 不用告诉我进展 别告诉我进展 不用再告诉我"),
        (Idea.Absent, "代看 代管 代盯 代处理 代为处理 顶一下 顶一阵 顶一顶 先顶着 帮我盯几天 帮我顶 替我顶 顶几天 顶两天 顶一下班 请个假 休几天 外派 替班 顶班 休假 出差 请假 不在 外出 学习去 年假 代我 替我 代办 代签 代审 替我签收 代我签收 休年假 休产假 休病假 住院 ab角 a角 b角 培训去 去党校 顶替我 顶我"),
        (Idea.Back, "我回来了 我回来 回来上班 我销假 销假了 销假 休假结束 休完假 出差回来 结束代办 不用代了 不用再代 不用代我了 代办结束 我已回来 已经回来 提前回来"),
        (Idea.Handover, "交接 交接给 交接工作 工作交接"),
        (Idea.Replace, "以后这摊归 往后这摊归 这摊归 这摊子归 换掉 换联络员 这摊交给 我这摊交给 以后这活归 这活归 不干联络员 以后找 往后找 今后找 以后都找 换个人 换一个人 换个联络员 联络员改成 联络员改为 负责人改成 联络办改成 接我班 接我的班 接替我 接我的是 换成 换人 换人了 换了 换了人 接替 接手 改由 改为由 接任 更换为 更换 换为 变更为 由新人"),
        (Idea.Newcomer, "新来个联络员 新来一个联络员 新来的联络员 来了个新联络员 新配了联络员 联络员加上 联络员添上 联络员添加 联络员增加 联络员新增 联络员登记为 联络员登记成 联络员录入 新加 配个联络员 配一个联络员 配联络员 设个联络员 设一个联络员 安排个联络员 加上联络员 新加一个 新加个 加一个人 录入一个人 加县里的联络员 加个联络员 添个联络员 新增联络员 登记联络员 添加联络员 加个人 新增人员 登记人员 加一个联络员 添加人员 加联络员 登录名"),
        (Idea.Leave, "调别的单位 调其他单位 调到其他单位 不在这儿干了 不在这个单位了 不在这单位了 调别处 调别处去 调别处去了 调别的地方 调到别的 调到别的单位 不管这块了 不负责这块了 不在这干了 调到市里 调到省里 调到县里 调到区里 调去 调往 调任到 不当组长 不当联络员 不再担任 卸任 不担任 换岗 换岗位 换单位 换部门 调岗 借调 另有任用 调走 调走了 退休 离职 调离 不归我了 调动 辞职 调到别处 调任 轮岗 转岗 不干了 离任 离岗"),
        (Idea.Remove, "移除 删掉 删除 去掉"),
        (Idea.Import, "导入 批量导入 批量"),
        (Idea.Holiday, "节后 节后哪天 节后啥时候 过完节 过完年 年后上班 哪天上班 啥时候上班 几号上班 什么时候上班 怎么放假 怎么放 咋放假 咋放 假期 放假 节假日 放几天 元旦 春节 国庆 清明 端午 中秋 劳动节 五一 工作日 调休 上班吗 要上班 上班不 上不上班 要不要上班 用上班 休息吗 休不休 放假吗 放不放假 放假通知"),
        (Idea.Bind, "绑定 绑定群 拉群 拉进群 频道"),
        (Idea.Colour, "黄的 红的 蓝的 标黄 标红 变黄 变红 黄色 红色 蓝色 红灯 黄灯 蓝灯"),
        (Idea.Disclosed, "整改情况还没公开 整改情况没公开 整改还没公开 整改没公开 整改结果没公开 整改结果还没公开 整改方案没公开 整改方案还没公开 还没公开整改 没公开整改 未公开整改 公示啥时候 公示什么时候 公示要 公开整改 什么时候公开 啥时候公开 什么时候要公开 啥时候要公开 什么时候公示 啥时候公示 公示多少天 公示多久 公示几天 在哪公示 哪里公示 没公示 未公示 没有公示 公示了 公示没 公示没有 公示过 公示到 公示期 公示期满 公示情况 公示结束 公开到哪天 公开到什么时候 公开到几号 公开了吗 公开了没 公开了没有 公开没有 方案公开 结果公开 方案公示 结果公示 公开登记 整改公开 免于公开 免予公开 向社会公开 党内公开 公示稿 公开稿"),
        (Idea.Rectified, "整改那摊 反馈那几条 问题销了几个 几条没改完 还有几条没改完 整改反馈交 整改反馈报 整改反馈 整改交了没 整改报了没 整改报上来没 整改那几条 整改的几条 整改那几个 整改那几项 整改的那几条 改完几个 改完几个了 改完了几个 改完多少 整改批次 反馈问题整改 反馈的问题整改 反馈意见整改 整改完成率 整改到哪一步 整改到哪步 整改进度 整改问题一共 整改问题有 整改问题几个 反馈问题一共 反馈问题有几 反馈了几个问题 反馈了多少问题 反馈的问题有 整改了几个 整改几个了 整改了几项 整改完几个 整改完了几个 整改完成几个 整改完多少 整改了多少 改了几个了 整改还剩几个 整改还差几个 整改得怎么样 整改的怎么样 整改得如何 整改了多少个问题"),
        (Idea.Covered, "安排巡视了 安排巡视没 有没有安排巡视 安排巡查了 安排回访了 没排巡视 没排巡查 没排回访 没有排巡视 没安排巡视 没有安排巡视 没安排巡查 没安排回访 未安排巡视 没列入巡视 没列入计划 没排进 没列进 覆盖情况 覆盖率 覆盖到 覆盖了 没覆盖 未覆盖 没有覆盖 巡视过 巡查过 回访过 没巡视 没巡过 没巡到 没有巡视 没去过 没回访 没有回访 未回访 没巡查 没有巡查 未巡查 未巡视 没安排到 没安排上 没排上 没排到 没轮到 去过没有 去过没 去没去过 巡没巡过 巡过没有 巡过没 巡到没有"),
        (Idea.YearPlan, "年度安排 年度计划 年度巡视 巡视计划 全年安排"),
        (Idea.Phase, "驻到什么时候 驻到啥时候 驻到几号 驻到哪天 待到啥时候 待到什么时候 待到几号 待到哪天 住到什么时候 住到啥时候 住到几号 住到哪天 组什么时候走 组什么时候离开 组哪天走 组啥时候走 组啥时候离开 组几号走 什么时候撤 什么时候离开 啥时候离开 哪天离开 几号离开 驻市 什么时候走 还在不在 巡视组什么时候 走了吗"),
        (Idea.Coming, "还来不来 有回访 要回访 会回访 有巡视 有巡查 住多长时间 待多长时间 巡视住多久 巡视待多久 巡视多长时间 下次来 下回来 来我们区的是 来我们县的是 来我们市的是 来我们这的是 巡视组什么时候到 巡视组啥时候到 巡视组几号到 巡视组哪天到 巡视组何时到 巡视组多会儿到 什么时候到我们 啥时候到我们 几号到我们 哪天到我们 何时到我们 什么时候到咱 啥时候到咱 什么时候到俺 啥时候到俺 谁来我们 谁来我们区 谁来我们县 谁来我们市 谁来我区 谁来我县 谁来我市 谁来咱们 接下来谁来 下一个来的是 下一拨 什么时候来 啥时候来 几号来 哪天来 何时来 几时来 多会儿来 什么时候下来 什么时候进驻 何时进驻 哪天进驻 几号进驻 进驻 巡视组来 巡视组会来 巡视组要来 巡视组下来 巡视组什么时候来 巡视组啥时候来 巡视组何时来 巡视组几号来 巡视组哪天来 来巡视 来巡查 来回访 哪个组来 哪个组要来 哪个巡视组来 谁来巡视 什么时候巡视 何时巡视 什么时候巡查 什么时候回访 下一次巡视 下次巡视 来不来巡视"),
        (Idea.Flow, "报上去之后 之后还要干啥 之后要干什么 流程 头一步 第一步 下一步该 下一步怎么 下一步干 接下来该 接下来怎么 接下来干 先干啥 先干什么 先做什么 怎么个流程 办理流程 全过程 整个过程"),
        (Idea.Bot, "真笨 笨死了 太笨了 说半天听不懂 听不懂人话 咋用啊 咋用呀 咋用这个 第一次用 头一回用 头一次用 不会用这个 真人 是机器 还是机器 怎么使 使用方法 使用手册 操作手册 操作指南 帮助文档 怎么玩 会干些啥 会干啥 都会干 能干啥 能干些啥 能做啥 会些啥 都能干 都会啥 你是谁 你会 你能 机器人 使用说明 说明书 能干什么 会干什么 会做什么 能做什么 怎么用 用法 功能"),
        (Idea.Broken, "坏了 人工 客服 烦死了 投诉 出错 用不了 打不开 卡死 死机 报修"),
        (Idea.Today, "今儿几号 今天是几号 星期几 几号了 今天几号 周几 礼拜几"),
        (Idea.Silent,
            "动静都没有 一点动静没有 一点动静都没有 一点动静也没有 没一点动静 一点消息没有 一点消息都没有 没个动静 没个信儿 没个音信 连个动静都没有 啥动静没有 啥动静也没有 啥动静都没有 进展都没有 一点进展没有 一点进展都没有 没任何进展 没有任何进展 没任何动静 没声 没动弹 没反应 没动 没动过 没动静 没有动静 没啥动静 没什么动静 不见动静 没进展 没有进展 没啥进展 没什么进展 无进展 没报进展 没有报进展 没报过进展 没有报过进展 没报进度 没有报进度 没反馈 没反馈过 "
            + "没反馈进展 没有反馈 没有反馈过 没有反馈进展 未反馈 未反馈进展 尚未反馈 还没反馈 还没有反馈 没音信 没消息 没有消息 没信儿 没回音 没汇报 没有汇报 没汇报过 没更新 没有更新 没更新过 没更新进展 没声音 没声儿"),
        (Idea.Noise,
            "别老给我弹 老给我弹 别弹 别推 别再推 别吵我 吵我 别吵 老响 别老响 别响 别叮 别震 别闹 不想收 这么多通知 这么多消息 那么多消息 那么多通知 少来点 别老给我发 别烦我 烦我 太频繁 提醒少点 少发点 消息少点 提醒少一点 太吵 吵死 真吵 好吵 太烦 烦不烦 真烦 好烦 烦人 消息太多 消息多 提醒太多 通知太多 发太多 发得太多 发的太多 推太多 推得太多 推送太多 太多消息 太多提醒 少发 少推 少提醒 "
            + "别老发 别总发 别一直发 别老推 别老提醒 别老催我 消停 安静点 安静会儿 安静一会 轰炸 刷屏 骚扰"),
        (Idea.Lacking,
            "补上 少了 漏了 缺了 数字对不上 数据对不上 数对不上 对不上 再补补 补补 补一补 补一下 还得补 得补 再补 再补充 补充一下 要补充 得补充 太粗 太简单 太笼统 太敷衍 太少了 重写 重新写 重做 重新做 重新弄 重新核 不够细 不够具体 不够详细 不够 不扎实 没说清 没写清 没讲清 说不清 "
            + "再完善 完善一下 再核实 再核 再细化 细化一下 写细 再改改 改改 差点意思 还差点 没到位 不达标 过不了 通不过 不能通过"),
        (Idea.Nearly,
            "能完 能弄完 能办完 能做完 能干完 能搞定 能收尾 收尾了 收尾阶段 扫尾 就差一点 拆了一半 清了一半 正在弄 正在办 正在改 正在改造 正在整改 正在走流程 在走流程 在走程序 还差一点 还差一点点 差一点 差一点点 差不多了 差不多完了 差不多弄完 差不多弄完了 差不多办完 差不多办完了 差不多做完 快做完 快做完了 快干完 快干完了 快整完 快收尾 弄了一半 办了一半 做了一半 干了一半 过半了 一大半 "
            + "正在弄 正在做 正在整 正在核 正在赶 在弄了 在做了 在赶了 还在弄 还在整 还在核 还在做 还在赶 能完 能弄完 能办完 能做完 能干完 能整完 能弄好 能搞定 能办好 能收尾 能扫尾 就能完 就能弄完"),
        (Idea.Totals,
            "总数字 总的数字 总体数字 总的数 总数据 总体数据 整体数据 整体数字 基本数据 基本数字 主要数据 主要数字 几个数字 总体数 汇总数 汇总数字 汇总数据 数据概览 总览"),
        (Idea.Announce,
            "发个通知 发一个通知 发通知 发一条通知 发条通知 发一则通知 群发 群发一下 群发个 发个消息给 发消息给 发个公告 发公告 广播 广播一下 通知大家 通知一下大家 通知所有人 通知全体 通知各位 告诉大家 告诉所有人 跟大家说 给大家说 给大家发 给各市发 给各县发 给所有市发 给所有县发"),
        (Idea.News, "新鲜的 新鲜事 动过 谁动过 有动作 新情况 新消息 新动静 新变化 啥变化 什么变化 有变化 哪些变化 变化 新进展 啥新的 什么新的 新动向 啥动静 什么动静 有动静"),
        (Idea.Noted, "得嘞 得咧 妥嘞 中嘞 行嘞 好嘞 辛苦辛苦 辛苦 干得好 干得不错 做得好 做得不错 真棒 厉害 不错 收悉 已收悉 知悉 已知悉 已阅 辛苦了 辛苦啦 多谢 谢了 感谢 明白了 明白 知道了 知道啦 好的收到 马上办 这就去办 这就办 遵照执行 立即落实 马上落实 好的好的"),
        (Idea.Farewell, "再见 拜拜 拜拜了 先忙了 先走了 先下了 我先下 拜 回见 回头见 明天见 下次见 没事了 先这样 就这样 下班了 晚安 88"),
        (Idea.WhoAmI, "啥身份 我是啥 我是什么人 啥角色 我什么角色 我是干啥的 我的权限 我是什么角色 我的角色 我的身份 我是谁 什么身份"),
        (Idea.Upload, "图发给你 把图发 发图给你 图咋发 图怎么发 照片往哪发 照片往哪传 往哪传 往哪发 往哪上传 往哪放 发到哪 传到哪 发哪儿 发哪里 传哪儿 传哪里 传上去 上传 传 发照片 发文件 传上去 发图片"),
        (Idea.Kept, "保存多久 保留多久 存多久 谁能看到 谁看得到 谁可以看"),
        (Idea.Mobile, "手机上 用手机 手机端"),
        (Idea.Delay, "逾期会通报 逾期会扣分 逾期会怎么着 超期会怎样 超期会通报 逾期会不会 超期会不会 逾期会被 超期会被 逾期了会 超期了会 过期了会 晚交会 晚报会 逾期了会怎么样 逾期会怎样 逾期怎么办 逾期了怎么办 逾期有什么后果"),

        (Idea.Filler,
            "到底 究竟 其余的 其余 好几天 好几个 好几件 好几次 好几家 好几项 好几户 十几 几十 这次 这回 这一次 超过 必须 务必 一定 坚决 方面的 方面 相关的 这么 那么 你好 您好 那边 这边 我们这边 我们那边 领导好 要 归 写 来个 就行 就行了 就可以 就好 就成 最多能 最多可以 最多可 至多 最晚 最迟 实在 确实 其实 反正 主要 立刻 立马 正好 刚好 顺便 重新 麻烦了 拜托 以便 现将 兹 予以 予 呈 有关 关于 包括 其中 具体 不要了 那 那头 那块 这头 这块 头 上次 上回 以前 之前 来着 呗 嘞 哩 噻 嘛 呀 哈 目前为止 那些 的那些 那批 这批 呐 喽 诶 嗯 额 哎 亲 仨 俩 下面 底下 的 了 呢 啊 呀 啦 哦 哈 吧 一下 下 给 把 将 让 是 还 又 就 才 再 在 和 跟 与 及 到 里 我 我们 你 您 他 咱 咱们 现在 目前 已经 已 多 些 们 之 也 会 能 得 个儿 一 二 过 来 去 上 于 按 从 对 件事 那边 这边 当前 至今 为止 一份 份 儿 东西 手里 件数 数 人 问 他们 给我 发我 我这 什么呀 县 区 市"),
    ];

    /// <summary>Of titles and texts, with characters in them that mean something alone.</summary>
    private const string Plain =
        "回头看 注销 核销 报销 吊销 销售 销毁 营销 整改 冻结 总结 团结 建设 设施 设备 设计 开设 增设 催回 催要 追回 归还 要不然 写明 书写 检查 督查 核查 审查 调查 排查 普查 抽查 自查 复查 查处 查封 查明 清查 查实 查办 查账 查找 银行 进行 执行 行动 推行 运行 "
        + "行业 行政 行为 施行 实行 举行 发行 行使 可行 流行 专项 款项 各项 项目 区别 区域 小区 社区 园区 辖区 片区 景区 山区 城区 "
        + "县城 县域 市场 城市 市政 市民 市区 个体 个人 个别 整个 各个 发展 发现 发生 发放 发票 发布 开发 研发 发改 批次 批复 批文 "
        + "批发 一批 分批 报表 报名 报废 情报 举报 申报 退耕 退役 退款 清退 退税 退还 退出 撤并 撤职 转移 转型 转产 流转 好转 周转 "
        + "签订 签约 签署 会签 联签 签批 签发 标签 转变 延续 延伸 蔓延 拖欠 催收 催缴 事故 事件 人事 民事 刑事 事务 事业 活动 生活 活跃 有效 有限 拥有 "
        + "国有 共有 没收 没落 不良 不足 不动产 不法 不少 不仅 不断 不合理 等级 平等 等额 几何 完成率 整改率 覆盖率 达标率 合格率 进度率 到位率 落实率 要素 重要 主要 必要 要点 交通 交易 交叉 "
        + "公交 社交 交付 交流 完善 完整 完备 下水 下乡 下属 下岗 地下 会议 社会 会计 机会 开会 能源 能力 性能 节能 得分 所得 供给 "
        + "将军 把关 就业 就地 就近 还款 归还 偿还 还贷 再生 再就业 存在 和谐 和平 参与 来源 来访 未来 过渡 上访 网上 路上 线上 "
        + "从业 从严 按照 按期 按时 对象 对口 应对 对账 绝对 儿童 幼儿 一体 统一 一般 第一时间 人民 人大 法人 工人 病人 老人 村民 农民 "
        + "数据 数量 多数 参数 指数 问题 访问 问责 询问 顾问 疑问 信访 地理 资料 安全 健全 全面 全力 完全 全程 全员 保全 手续 手段 "
        + "着手 计划生育 高考 备考 参考 头部 牵头单位 上市 上游 下游 迟到 达到 得到 提到 做到 人到";

    private static readonly (Idea Idea, string Words)[] English =
    [
        (Idea.Who, "who's|who|whom|by whom"),
        (Idea.Which, "what else|which|which ones|list"),
        (Idea.What, "whats|rules|rule|what|what is|what's|anything|any"),
        (Idea.When, "how often|how many days|how many days left|how much time|until when|by when|since when|what time|when|how long|what date"),
        (Idea.Why, "why"),
        (Idea.HowMany, "how many times|how many|total|number|how many|how much|number of|count"),
        (Idea.How, "how|how do i|how to|how can i"),
        (Idea.HowGoes, "started on|started with|anyone started|has anyone started|begun|any news on|any news about|any news from|anything on|heard anything|any word on|any word from|any update on|any update|update on|where are they with|how are they doing|how are they getting on|getting on with|getting on|where are we with|where are we on|where are we|where do we stand|where does it stand|where do things stand|how do things stand|coming along|latest on|what's the latest|what's the latest on|any movement|any movement on|what happened with|what's happening with|what is happening with|state of things|state of things in|situation in|what's going on|what's going on with|what's going on in|what is going on|how does it look|how do things look|how are we doing|where's|how's|how are things|how are things going|what's up with|how are|where is|status of|status|progress of|how is|how far"),
        (Idea.YesNo, "is|are|was|were|has|have|did|do|does|should|can|could|may|has it|have they|has he|did they|did it|was it|is it|are they|have we|ever been|or not"),
        (Idea.Not, "didn't|did not|haven't|hasn't|doesn't|don|won't|not|don't|do not|never|no|isn't|stop|wouldn't|shouldn't|couldn't|can't|aren't|wasn't|weren't"),
        (Idea.Later, "let me check first|let me ask first|let me see first|i'll think about that|not just yet|let's wait|hold off|hold on|some other time|another time|next time round|not right now|let me think|let me think about it|i will think about it|i'll think about it|not now|not today|maybe later|later|tomorrow|wait|next time|no wait|not yet"),
        (Idea.If, "in the event|in the event that|on condition that|on the condition|on the condition that|contingent on|the moment they|the minute they|as soon as|in case|assuming|supposing|provided that|provided|as long as|only if|what if|until they|unless they|if|unless|once"),
        (Idea.Wish, "i'd rather|i would rather|we'd rather|rather|thinking about|thinking of|considering|tempted to|not sure|undecided|i guess|i suppose|probably|i'll|i will|we will|we'll|gonna|intend to|hope to|will|would|want|plan to|plans to|planning to|maybe|might|going to"),
        (Idea.All, "both|the lot|the whole lot|all of mine|all|everybody|everybody who|everyone|everyone who|everything|every one"),
        (Idea.Each, "every city|every place|each place|each|every county|all counties|all cities|each county|each city|by county|by city|the counties|per county"),
        (Idea.Show, "let me see|pull up|bring up|look up|check|pending|still|any|show|show me|open the|see|find"),
        (Idea.Please, "can you|could you|would you|will you|can u|could u|can you please|could you please|would you please|would you mind|please|pls|plz|thanks|thank you|many thanks|thx"),
        (Idea.Sign, "picked up|picked it up|accept the task|accepted the task|took it on|taken it on|been acknowledged|been picked up|acknowledge|acknowledged|acknowledging|confirm receipt|confirmed receipt|signing|signing for|signs for|sign|sign for|signed|signed for"),
        (Idea.Report, "update on our side:|update from us:|latest:|news:|fyi:|update:|status update:|progress update:|quick update:|progress:|status:|report progress|progress"),
        (Idea.HandIn, "resubmit|resubmitted|re-submitted|resubmitting|hand it in again|sent in the result|sent the result|delivered the result|turned anything in|handed anything in|hand anything in|turn anything in|hand over the result|turning in|turning it in|submitted|turn in|turned in|turn it in|handing in|handing it in|hand-in|handed-in|hand in|handed in|hand it in"),
        (Idea.Finished, "is done|are done|cleaned up|all cleaned|all cleaned up|all cleared up|wound up|over and done|complete|is complete|all complete|everything fixed|everything done|all taken care of|we are done with|we're done with|done with|finished with|finished up|wrapped up|all wrapped up|taken care of|sorted out|we finish|we have finish|i finish|i have finish|we complete|i complete|all paid|all paid off|paid off|all cleared|all settled|all removed|all demolished|all fixed|is fixed|are fixed|done|finished|completed"),
        (Idea.Close, "wrap up|wrapped up|wrapping up|wrap it up|mark as done|mark it as done|mark as closed|all wrapped up|good to close|closing|close out|close off|close|closed|be closed"),
        (Idea.Return, "been rejected|ever rejected|bounce|bounced|kick it back|send them back|returning|sending back|kick back|kicked back|bounce back|bounced back|return|returned|send back|sent back|back"),
        (Idea.Extend, "need till|needs till|need it till|need it until|need time till|need time until|give me till|give us till|a bit longer|bit more time|little more time|few more days|couple more days|couple of days more|some more time|week more|days more|push it to|push the date|push the deadline|move the deadline back|later deadline|later date|extended|deadline moved|deadline been moved|extra week|extra weeks|to postpone|postponement|asking for time|one more week|another week|two more weeks|a few more days|more days|need until|needs until|extensions|extensions did|extend|more time|extension|postpone|put off|push back|delay|extension requests|extension request|extra time|extra days|longer|have until|give us until|give me until|till"),
        (Idea.Grant, "give them till|give him till|give her till|granting|give them until|give him until|give her until|give until|give them more time|allow them until|allow until|grant|granted"),
        (Idea.Refuse, "rejected|not happening|no deal|deny|denied|turn it down|turn them down|turn that down|can't have more time|cannot have more time|not give them more time|no can do|no more time|no extension|do not extend|don't extend|refuse|refused|reject"),
        (Idea.Urge, "push them|push them a bit|press them|hurry them|put pressure on|tell them to hurry|tell them to hurry up|tell them to get a move on|tell them to get on with it|get them moving|light a fire under|give a nudge|poked|prodded|nudging|urging|chasing|pinging|nudged|pinged|poke|prod|send a reminder|send reminders|send a nudge|give them a push|follow up with|urge them|chase them|nudge them|hurry them up|urged|chased|give a push|a push|a nudge|ping|remind everybody|remind everybody who|remind everyone who|remind all who|urge everybody who|chase everyone who|chase everyone|chase up|nudge|remind the|urge|remind everyone|remind them|chase|remind every|remind each|remind all|nudge all|chase all|ping all"),
        (Idea.Silent, "without news|without any news|without an update|without updates|with no news|with no update|hasn't reported any progress|has not reported any progress|haven't reported any progress|hasn't reported progress|has not reported progress|haven't reported progress|have not reported progress|not reported any progress|no progress reported|without any progress|hasn't made progress|hasn't moved|haven't moved|no progress|without progress|not reported|hasn't reported|has not reported|haven't reported|have not reported|did not report|didn't report|no news|no update|no updates|no report|without a report|gone quiet|silent"),
        (Idea.Noted, "got it|on it|roger|copy that|noted|well done|good work|great work|good job|great job|nice work|much appreciated|understood|will do"),
        (Idea.News, "came in overnight|landed on my desk|got anything new|anything from the team|came in|new in|what's new|whats new|what is new|what changed|what has changed|anything new|any news|changes|news"),
        (Idea.Flow, "what's next|whats next|what should i do first|what do i do first|what do i do next|what should i do next|first step|next step|what next|what now|workflow|how does it work|how does this work"),
        (Idea.Noise, "too many msgs|so many pings|flooding me|stop the messages|stop messages|turn reminders off|turn off reminders|turn off the reminders|switch off reminders|switch reminders off|no more reminders|no reminders|too many messages|too many reminders|too many notifications|too many pings|too noisy|too much noise|spam|spamming|spammed|be quiet|shut up|mute|mute it|fewer messages|fewer reminders|fewer notifications|stop messaging|stop messaging me|stop reminding|stop reminding me|stop pinging me"),
        (Idea.Lacking, "not good enough|not enough|add the list|the list is missing|is missing|are missing|add the|more detail|more details|incomplete|not complete|redo|redo it|do it again"),
        (Idea.Hurry, "hurry|hurry up|asap|as soon as possible|nudge"),
        (Idea.PassOn, "forwarding|pass it on|passing on|forwarded|hand it down|split|forward|hand down|send down|pass|pass on|passed on|hand this to|hand it to|hand this on|hand it on|give this to someone else|give it to someone else"),
        (Idea.Assign, "handed out|hand out|gave out|give out|land with us|landed with us|sent this to us|sent us this|sent it to us|this come from|this task come from|gave us this|create a task|create a matter|new task|set a task|assign|assigned"),
        (Idea.Withdraw, "taken back|took back|scrap|scrapped|recall|recalled|rescind|rescinded|pulled back|withdrawing|withdrew|take it off them|withdraw|withdrawn"),
        (Idea.Reopen, "opened again|opened up again|opened back up|reopen|reopened|re-open|open again|open it again|open that again|open it up again|open it back up"),
        (Idea.Undo, "oops|wrong button|wrong one|pressed the wrong button|hit the wrong button|what i just did|by mistake"),
        (Idea.Docket, "docket|docketed|on the docket"),
        (Idea.Refer, "refer|referred|transfer"),
        (Idea.Change, "set the deadline|set the due date|make it|change|push|shift|move|reschedule|bring forward|bring|move up|change the due date|change the deadline"),
        (Idea.Unsigned,
            "owes me a signature|owe me a signature|owes us a signature|owes a signature|still to sign|missing signatures|still has to acknowledge|has to acknowledge|have to acknowledge|still have to acknowledge|unconfirmed|unacknowledged|nobody has accepted|nobody accepted|hasn't accepted|haven't accepted|sign off on receipt|did not sign off on receipt|didn't sign off on receipt|has not picked theirs up|hasn't picked theirs up|has not taken theirs|nobody sign yet|not yet sign|have not sign|has not sign|haven't sign|hasn't sign|nobody signs|nobody sign|no one signs|no one sign|not sign|not sign yet|not sign for|did not sign yet|didn't sign yet|still not sign|still not signed|still not sign for|nobody signed|nobody has signed|no one signed|no one has signed|without signature|unsigned|signed nothing|signed nothing yet|signed none|not signed|not signed for|hasn't signed|has not signed|haven't signed|have not signed|not yet signed|yet to sign|hasn't signed yet|haven't signed yet|hasn't acknowledged|has not acknowledged|haven't acknowledged|have not acknowledged|not acknowledged|not acknowledged yet|yet to acknowledge|hasn't acknowledged yet"),
        (Idea.Overdue, "past its date|past their date|past the date|who's behind|who is behind|is behind|are behind|fallen behind|stragglers|straggler|the late ones|latecomers|blew the deadline|missed the deadline|missed their deadline|out of time|too late|dragging their feet|dragging its feet|falling behind|lagging behind|behind on|past the deadline|past the due date|past its due date|past their due date|over the deadline|behind schedule|running late|gone past due|slipped|past its deadline|past their deadline|past deadline|overdue|late|past due"),
        (Idea.InReview, "awaiting review|up for review|waiting on approval|nobody looked at|not looked at yet|not reviewed yet|nobody has reviewed|results awaiting review|in review|waiting for review|to review|under review"),
        (Idea.ForMe, "need to approve|have to approve|need my ok|needs my ok|need my okay|needs my okay|my sign-off|needs my sign-off|sitting with me|waiting on my approval|waiting on my decision|waiting on my ok|on me to decide|to approve|to decide|needs approval|need approval|awaiting approval|awaiting my approval|for approval|for my approval|to sign off|needs me|need my decision|needs my|waiting for my review|for my review|pending my review|my approval|waiting on me|needs my decision|for my decision|waiting for me|for me to review|need me"),
        (Idea.Open, "working on|being worked on|in the works|ongoing|underway|under way|still going|still pending|not wrapped up|still open|still owe|not handed in|not submitted|owe|owes|owe us|owes us|unfinished|not finished|not finished yet|not finish|not completed|not complete|open|outstanding|remaining|left|not closed|not done"),
        (Idea.Urgent, "urgent"),
        (Idea.ByWork, "needs doing|needs to be done|need to get done|have to get done|must get done|waits for us|should i do|my queue|my agenda|tackle first|should i tackle|should i start with|look at first|look at first thing|have i got going|am i late with|left for me|left to do|on my plate|on our plate|on my desk|on my list|have i got|have we got|do i have|do we have|assigned to me|assigned to us|for me to do|for us to do|my open tasks|my tasks|tasks|to do|todo|my work|my matters"),
        (Idea.Yes, "accept|accepted|accepting|accept it|ok to close|is fine|are fine|happy with it|happy with that|go for it|that works|works for me|by all means|green light|give it the green light|approving|approves|yes|yep|yeah|sure|no objection|no objections|can be closed|is approved|looks good|looks good to me|all good|lgtm|good to go|looks fine|fine with me|sounds good|go ahead|approved|fine|approve|agree|ok|okay|agreed"),
        (Idea.No, "not accepted|isn't good enough|is not good enough|not acceptable|unacceptable|not approved|cannot approve|can't approve|do not approve|don't approve|do not agree|don't agree|cannot agree|can't agree|disagree|not ok"),
        (Idea.Matter, "item|items|issue|issues|case|cases|matter|matters|ones|one|it|the one"),
        (Idea.Requirement, "need from me|need from us|want from me|expect from me|expect from us|exactly is missing|what exactly is missing|what's still missing|what is still missing|want from us|wants from us|being asked|being asked here|what was the task|what is the task|what's the task|what exactly do they want|asked of us|expected of us|expected from us|what is missing|what else is needed|what is needed|what do i need|what do we need|what do you need|what do i have to add|what to add|what should i add|what is lacking|what's missing|what is wrong with|what is required|what is still required"),
        (Idea.Due, "got to hand in|has to hand in|still to hand in|have got to hand in|must give|must send|must report|have to give|have to send|need to give|need to send|need to report|what do i need to hand in|what do we need to hand in|what must i hand in|what should i hand in|what do i need to submit|what do i have to submit|what do i have to report|what do i need to report|need to hand in|need to submit|have to submit|must submit|due for submission|do i have to hand in|do we have to hand in|due|deadline|have to hand in|must hand in"),
        (Idea.Reminder, "so many messages|so many msgs|so many reminders|so many notifications|msgs|msg|notifications|alerts|message from you|bugging me|bug me|pestering me|did i get this|get this again|this reminder|nagging me|nag me|send me anything|send anything|send me messages|text me|reminding|keep reminding|digest|morning digest|daily digest|summary|reminded|remind|notified|reminder|reminders|remind me|message me|messages"),
        (Idea.Quiet, "at night|quiet hours|weekends|quiet"),
        (Idea.Language, "english|chinese"),
        (Idea.Settings, "settings|setting|change my"),
        (Idea.Delivered, "see the|saw the|see it|see this|look at it|looked at it|looked at this|read the|opened it|opened this|noticed it|get my report|get my message|got my report|got my message|received my|see my report|seen my report|hear me|reach them|get the message|got the message|go through|gone through|went through|read it|seen it|seen this|saw it|saw this|has seen|been read|go out|gone out|went out|get through|got through|reached them|get there|delivered|received|arrive|arrived"),
        (Idea.History, "walk me through|story of|the story of|timeline|what happened so far|the background of|paper trail|history|log"),
        (Idea.Attachment, "docs|evidence|scans|scan|pdf|pdfs|image|images|report attached|proof|files|photos|pictures|documents|pics|attachment|attachments|file|photo|picture"),
        (Idea.Contact, "person in|the person in|person for|the guy in|get hold of|get in touch with|speak to|talk to|reach out to|handling|dealing with|whose job|doing it|our contact|point of contact|point person|is on it|who's on|who is on|who should i call|who should i ask|who should i contact|who do i ask|who do i talk to|who can i call|who can i talk to|who to ask|whom do i ask|whom to ask|who knows about|liaison|in charge|officer|handles|looks after|responsible|responsible for|contact|who do i call|who can i ask|call|ask"),
        (Idea.Reach, "hasn't logged in|haven't logged in|has not logged in|have not logged in|never logged in|not logged in|logged in|hasn't opened the chat|never opened the chat|not reachable|be reached|not getting messages|isn't getting messages|not receiving messages|doesn't get messages"),
        (Idea.Phone, "phone|telephone|mobile|cell|phone number"),
        (Idea.Rank, "compare|slower|faster|slower than us|faster than us|how do we compare|compared to the others|compared with the others|compare with the others|better than|worse than|who is last|in last place|the laggards|where do we rank|most delayed|least reliable|top three|top five|top ten|lagging the most|bottom three|leaderboard|league table|the most behind|who does best|who does worst|rank|ranking|worst|best|slowest|fastest"),
        (Idea.Statistics, "breakdown|totals|in numbers|numbers|big picture|overview|overall picture|overall status|state of play|statistics|stats|the numbers|the figures|figures"),
        (Idea.Totals, "big picture province wide|totals|the totals|total numbers|total figures|overall numbers|overall figures|overall totals|the numbers|the overall picture|overall picture|big picture|headline figures|key figures"),
        (Idea.Announce, "announce|announcement|broadcast|send a notice|send out a notice|send a message to all|send a message to everyone|send everyone|tell everyone|tell everybody|let everyone know|let everybody know|message everyone|notify everyone|notify all|inform everyone"),
        (Idea.Nearly, "in progress|on track|getting there|well underway|mostly done|partly done|nearly through|almost done|nearly done|almost finished|nearly finished|almost there|nearly there|almost complete|nearly complete|halfway|half way|half done|halfway through|working on it|still working on it|still at it|be done by|be finished by|will be done by|will be finished by"),
        (Idea.Recurring,
            "every week|every month|every friday|every monday|every tuesday|every wednesday|every thursday|each friday|each monday|fridays|mondays|"
            + "monthly|weekly|daily|every day|each day|report every|each month|each week|of each month|every quarter|each quarter|quarterly|every year|"
            + "each year|yearly|annually|every two weeks|every 2 weeks|every other week|every second week|fortnightly|biweekly|every fortnight|recurring|"
            + "half-yearly|every half year|every six months|every 6 months|every two months|every three months|twice a month|hourly|every working day|"
            + "twice a week|every morning|once a week|once a month|once a year|every other friday|every other month|skip the next|skip next"),
        (Idea.Export, "export|download"),
        (Idea.Excel, "spreadsheet|workbook"),
        (Idea.Directory, "phone list|phone numbers of all|phone numbers of everyone|phone numbers for all|contact list|contacts list|list of contacts|phone book|everyone's number|everyone's phone|everybody's number|directory|list of liaison officers|list of officers"),
        (Idea.Register, "ledger|register"),
        (Idea.Decline, "not something we handle|not something we do|we don't handle this|we do not handle this|don't handle this|not us|isn't us|is not us|not our business|not our turf|not ours to do|not our thing to do|we have no power|not in our jurisdiction|outside our jurisdiction|should be with|belongs with|not our field|no mandate|no jurisdiction|not our jurisdiction|this should go to|should be handled by|not our department|not our call|not our thing|not our area|not our remit|outside our remit|not in our remit|nothing to do with us|wrong department|wrong office|not up to us|beyond our powers|not in our power|out of our hands|is not our job|not our department|not our matter|not one of ours|not in our county|not in our area|not in our city|not in our district|not belong to us|does not belong to us|doesn't belong to us|is not ours|isn't ours|not for us|not our responsibility|outside our|not within our|decline|cannot do this|can't do this|no authority|not our area|wrong county|wrong place|not ours|not our job|not my job|belongs to"),
        (Idea.Remark, "question|tell them|ask them|leave a note|leave them a note|leave a message|leave a remark|let them know|i have a question|a question about"),
        (Idea.Stuck, "held up by|hit a wall|hit a snag|stalled|won't cooperate|refuses to cooperate|refuse to cooperate|to step in|has to step in|need somebody to step in|need help|needs help|need support|need assistance|stuck|blocked|need help from|needs help from|need the province|need coordination"),
        (Idea.Reply, "got back to me|get back to me|got back to us|heard back|any answer|any reply|answer|reply|replied|answered"),
        (Idea.Follow, "let me know when|tell me about any progress|tell me when it moves|ping me when|keep an eye on|keep me in the loop|follow|tell me when there is progress|tell me about progress|tell me of progress|keep me posted|keep me updated|let me know when there is progress|let me know of progress|notify me of progress|notify me when|what i follow|i follow|following|followed"),
        (Idea.Unasked, "take back the question|take the question back|withdraw the question|drop the question|take back my question|withdraw my question|no need to answer|no answer needed|no answer is needed|never mind the question|question is settled"),
        (Idea.Unfollow, "unfollow|stop following|no longer follow"),
        (Idea.Absent, "if im sick|if i'm sick|when i'm sick|when i am sick|if i am sick|if i'm away|if i'm ill|when i'm away|when i'm off|steps in for me|steps in|take over while i'm|out of office|deputy takes over|not in the office|i'm on leave|on a trip|on training|cover for me|somebody cover|someone cover|i'm off|i am off|i'll be off|i will be off|i'm away|i'll be away|i'm out|i'll be out|i am out|off work|off sick|sick leave|annual leave|taking leave|won't be in|days off|covers|covering|is covering|will cover|covering for me|filling in|fills in|fills in for me|in for me|in my place while|replace me|fill in for me|take my place|act for me|on leave|away|on holiday|on vacation|business trip|stand in for me|stands in for me|stands in|stand in|substitute|covers for me|acts for me|sign for me|am off|deputy covers"),
        (Idea.Back, "i have returned|i've returned|back in the office|i am back in|i'm back|i am back|back from leave|back at work|back at my desk|end the substitution"),
        (Idea.Handover, "handover|hand over|hands over|handing over|handed over"),
        (Idea.Replace, "has a new officer|have a new officer|does this now|somebody else does this|someone else does this|new officer|new liaison|my replacement is|my replacement|my successor is|my successor|replacing me|takes my place|took over from me|taking over from me|is taking over|will take over|takes over for me|replace|replaces|replaced by|takes over from|takes over|take over|succeeds"),
        (Idea.Leave, "no longer work here|don't work here|not my post any more|not my post anymore|left the job|leaving the job|changed jobs|new post|i'm moving on|i am moving on|moving on|changing jobs|changing posts|stepping down|i'm moving to|i've been moved|i have been moved|leaving my post|leaving this post|i am leaving|i'm leaving|leaving the post|transferred|i have been transferred|retiring|i retire|has left the post|no longer in charge"),
        (Idea.Bot, "i'm new here|what are my options|my options|what can i do here|how do i work this|what are you for|what can i say|what can i ask|what can i do|what do you do|how do i use this|how do i use you|who are you|what can you do|help me"),
        (Idea.Farewell, "thanks that's it|thanks, that's it|that will be all|cheers mate|bye|bye bye|goodbye|good bye|good-bye|see ya|cheers|that is all|have a good day|see you|see you later|that's all|good night"),
        (Idea.Import, "bulk import|import"),
        (Idea.Template, "template|templates|blank table"),
        (Idea.Bind, "bind"),
        (Idea.Leader, "team leader|leader of the team|head of the team"),
        (Idea.Meaning, "mean|means|meaning of|difference between|the difference"),
        (Idea.Undo, "undo|take it back|take back"),
        (Idea.Delay, "what happens if they miss it|what happens if i miss it|what happens if we miss it|what if they miss|what if it's late|what happens when it's late|if we're late|if i'm late|if we miss the deadline|if i miss the deadline|what happens if we're late|what if i miss the deadline|what if we miss the deadline|what happens if i miss the deadline|what happens if we miss the deadline|what happens if it is overdue|what happens when it is overdue|what happens if it's overdue|what happens if overdue|what happens if we are late|what happens if i am late|what happens if i'm late|what happens if it is late|what if it is overdue|what if we are late|what if i'm late|what happens after the deadline|what happens past the deadline"),
        (Idea.Upload, "send you a pdf|send you a file|send you a photo|send you photos|send you pictures|send a pdf|send you documents|attach|upload|send a photo|send photos|send pictures|send a picture|send a file|send files"),
        (Idea.Report2, "this week's report|this month's report|last week's report|last month's report|week's report|month's report|weekly summary|monthly summary|weekly report|monthly report|bulletin"),
        (Idea.Phase, "team leave|team go|residency|do we leave|we are leaving"),
        (Idea.Disclosed, "disclosed|disclosure|made public|be made public|exempt from disclosure"),
        (Idea.Rectified, "rectification set|rectification sets|findings put right|findings been put right|findings rectified|the rectification of"),
        (Idea.Covered, "coverage|not covered|are covered|been visited|been inspected|not visited|never visited|not been planned|without a visit"),
        (Idea.YearPlan, "year's plan|yearly plan|plan of visits|plan for the year"),
        (Idea.Coming, "team come|team comes|team coming|team arrive|team arrives|team arriving|inspectors come|inspectors coming|inspectors arrive|team visit|team visits|next inspection|next visit|coming to inspect|come to inspect|comes to inspect|inspect us|inspects us|inspected next|visit us|about the visit|about this visit|contact for the visit"),
        (Idea.Counties, "counties|county"),
        (Idea.PutOnLedger, "supervision ledger|on the ledger|supervised"),
        (Idea.Broken, "cannot open|can't open|can not open|does not work|doesn't work|not working|does not open|doesn't open"),
        (Idea.Filler, "right away|straight away|i was away|i was off|i was out|was away|anyone|anybody|stuff|hmm|um|uh|but|only|just|team|team's|our|us|above|pls|can i|please|with|need|get|you|your|the|a|an|of|to|for|in|at|and|i|my|me|we|this|that|yet|so|now|there|be|them|on|by|s|actually|hm|well|just now"),
        (Idea.Newcomer, "add someone|add somebody|add someone new|add a person|add a colleague|add people|add a new person|add a new colleague|register a new officer|add a new officer|add a new liaison|new officer for|new liaison for|new liaison officer for|new contact for|add a liaison officer|add an officer|add a liaison|register an officer|register a liaison"),
        (Idea.Print, "on paper|hard copy|paper copy|paper version|print|print out|printout|print off"),
        (Idea.Soon, "coming up|due soon|about to fall due|about due|nearly due|almost due"),
        (Idea.Result, "outcome|the outcome|what was the result|what they reported|what they wrote|what did they write|what did they report"),
        (Idea.These, "those|these|those two|these two|those three|these three|all of these|all of those|both of them|these ones|those ones"),
        (Idea.Holiday, "spring festival|new year|new year's|national day|public holiday|public holidays|working day|days off for|days are off|holidays"),
        (Idea.Burden, "busy are the counties|ask of the counties|load on the counties|burden on the counties"),
    ];

    private static readonly HashSet<string> EnglishWords =
        [.. English.SelectMany(line => line.Words.Split('|', ' ', '\'')).Where(word => word.Length > 0)];

    /// <summary>Whether a word stands in one of those, alone or with others.</summary>
    public static bool IsEnglish(string word) => EnglishWords.Contains(word);

    private static readonly string[] NotYet =
        ["hasn't", "haven't", "has not", "have not", "didn't", "did not", "not", "not yet", "yet to", "still not", "never", "nobody", "nobody has", "no one", "no one has", "has yet to", "have yet to"];

    /// <summary>What was not done, in all the ways in which that is said: hasn't acknowledged, yet to report back.</summary>
    private static readonly (Idea Idea, string[] Done)[] NotDone =
    [
        (Idea.Unsigned, ["acknowledged", "acknowledge", "acked", "confirmed", "confirmed receipt", "confirm receipt", "accepted it", "picked up", "picked it up", "picked theirs up", "sign", "signed", "signed for", "been signed", "been signed for"]),
        (Idea.Silent,
            [
                "reported", "reported back", "reported anything", "reported in", "report back", "updated", "updated us", "given an update", "sent an update", "sent any update", "sent anything", "sent us anything", "been in touch",
                "gotten back to us", "got back to us", "come back to us",
            ]),
    ];

    private static IEnumerable<(string word, Idea Idea)> WordsOfNotDone() =>
        NotDone.SelectMany(line => line.Done.SelectMany(done => NotYet
            // I didn't sign denies one's own act, and names no state.
            .Where(not => not is not ("didn't" or "did not" or "never") || !done.StartsWith("sign", StringComparison.Ordinal))
            .SelectMany(not => new[] { ($"{not} {done}", line.Idea), ($"{not} {done} yet", line.Idea) })));

    private static readonly Dictionary<char, (string Word, Idea Idea)[]> ByFirst = Chinese
        .Append((Idea: Idea.Plain, Words: Plain))
        .SelectMany(line => line.Words.Split(' ').Select(word => (word, line.Idea)))
        .Concat(English.SelectMany(line => line.Words.Split('|').Select(word => (word, line.Idea))))
        .Concat(WordsOfNotDone())
        .DistinctBy(pair => pair.word)
        .GroupBy(pair => pair.word[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.word.Length).ToArray());

    /// <summary>
    /// The longest word that stands at a place of a folded text, and what it means; null when none does.
    /// </summary>
    public static (Idea Idea, int Length)? At(string folded, int at)
    {
        if (!ByFirst.TryGetValue(folded[at], out var words))
        {
            return null;
        }

        foreach (var (word, idea) in words)
        {
            if (string.CompareOrdinal(folded, at, word, 0, word.Length) == 0 && EndsThere(folded, at, word))
            {
                return (idea, word.Length);
            }
        }

        return null;
    }

    /// <summary>
    /// As <see cref="At"/>, but a shorter word where it and the next one reach further: 怎么|办结 and not 怎么办|结,
    /// 了|没问题 and not 了没|问题.
    /// </summary>
    public static (Idea Idea, int Length)? Best(string folded, int at)
    {
        var longest = At(folded, at);
        if (longest is not var (idea, length) || length < 2 || char.IsAsciiLetter(folded[at]))
        {
            return longest;
        }

        var (best, reach) = ((idea, length), at + length + NextLength(folded, at + length));
        foreach (var (word, other) in ByFirst[folded[at]])
        {
            if (word.Length < length
                && string.CompareOrdinal(folded, at, word, 0, word.Length) == 0
                && NextLength(folded, at + word.Length) is > 1 and var next
                && at + word.Length + next > reach)
            {
                (best, reach) = ((other, word.Length), at + word.Length + next);
            }
        }

        return best;
    }

    private static int NextLength(string folded, int at) =>
        at < folded.Length && At(folded, at) is var (idea, length) && idea != Idea.Plain ? length : 0;

    /// <summary>An English word begins and ends where its letters do.</summary>
    private static bool EndsThere(string folded, int at, string word) =>
        !char.IsAsciiLetter(word[0])
        || ((at == 0 || !char.IsAsciiLetterOrDigit(folded[at - 1]))
            && (at + word.Length >= folded.Length || !char.IsAsciiLetterOrDigit(folded[at + word.Length]))
            // can't is no can.
            && !(at + word.Length + 1 < folded.Length && folded[at + word.Length] == '\'' && folded[at + word.Length + 1] == 't'));
}
