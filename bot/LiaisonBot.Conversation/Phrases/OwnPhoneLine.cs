using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What is said behind 我的电话: 换成13900000000, is now 0311-88886666.</summary>
/// <param name="Phone">Null when no number is said.</param>
/// <param name="IsPlain">Nothing is said but the number and that it is the new one.</param>
internal sealed record OwnPhoneLine(string? Phone, bool IsPlain)
{
    /// <summary>Before the number, and no part of it: the longest first.</summary>
    private static readonly string[] Leads =
    [
        "更新为", "更新成", "现在是", "现在用", "已换成", "已改成", "已改为", "更换为", "更换成", "变更为", "变更成", "换成了", "改成了", "改为了", "变成了",
        "新号码是", "新号码为", "新号是", "新的是", "换号了", "换成", "换为", "改成", "改为", "变成", "更新", "新号码", "新号", "号码", "换了", "改了", "变了",
        "换", "改", "是", "为", "成", "已", "现在", "一下", "了", "has changed to", "has changed", "is changed to", "changed to", "is now", "to", "now", "is",
        ":", ",", ";", "，", "：", "；", "。", "请", "吧", "=",
    ];

    /// <summary>Behind the number, and of no meaning.</summary>
    private static readonly string[] Tails = ["。", ".", "了", "吧", "谢谢", "请更新", "请改一下", "thanks", "please", "，", ",", "!", "！"];

    public static OwnPhoneLine Read(string said)
    {
        var text = Folding.Of(said).Trim();
        for (var before = -1; before != text.Length;)
        {
            before = text.Length;
            text = Without(text).Trim();
        }

        if (Contact.IsPhone(text))
        {
            return new(Contact.PhoneOf(text), IsPlain: true);
        }

        // A number in other words is shown in the form.
        var digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        var end = digits;
        while (end >= 0 && end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '-'))
        {
            end++;
        }

        return digits >= 0 && Contact.IsPhone(text[digits..end])
            ? new(Contact.PhoneOf(text[digits..end]), IsPlain: false)
            : new(null, IsPlain: text.Length == 0);
    }

    private static string Without(string text)
    {
        foreach (var lead in Leads)
        {
            if (text.StartsWith(lead, StringComparison.Ordinal))
            {
                return text[lead.Length..];
            }
        }

        foreach (var tail in Tails)
        {
            if (text.EndsWith(tail, StringComparison.Ordinal))
            {
                return text[..^tail.Length];
            }
        }

        return text;
    }
}
