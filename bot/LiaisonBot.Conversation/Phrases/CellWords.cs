using LiaisonBot.Core.Matters;
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
}
