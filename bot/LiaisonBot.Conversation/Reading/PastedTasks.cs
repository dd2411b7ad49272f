using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Tasks of a notice that was pasted in one line or in several, by the figures before them: 一、…；二、… or 1. … 2. ….</summary>
internal static class PastedTasks
{
    /// <summary>UTF-16 units below which nothing is a notice.</summary>
    private const int Shortest = 30;

    private const string Numerals = "一二三四五六七八九十";

    /// <summary>How many there are; 0 for what orders nothing, asks, or is short.</summary>
    public static int Count(string typed, int year)
    {
        var text = Folding.Of(typed);
        if (text.Length < Shortest
            || text.TrimEnd().EndsWith('?')
            || PastedNotice.Is(typed)
            || MatterNumber.AllIn(typed, year).Count > 0
            // What is told of the work has figures, too.
            || Words.Any(text, "进展", "汇报", "如下:已", "情况如下", "已完成", "已报送", "progress")
            || !Words.Any(text, "请", "各县", "各市", "各区", "各单位", "各有关", "务必", "通知", "转区里", "转县里", "转各", "转给", "转发", "下转", "转:", "布置", "安排", "please", "all counties", "all cities")
            || !Words.Any(text, "日前", "号前", "前完成", "前报", "底前", "截止", "周五前", " by ", "before "))
        {
            return 0;
        }

        return Points(text);
    }

    /// <summary>How many points a text has, whatever they say: 一、… 二、…; 1) … 2) …. A short one has none.</summary>
    public static int Points(string typed)
    {
        var text = Folding.Of(typed);
        return text.Length < Shortest ? 0
            : Math.Max(Counted(text, i => i <= Numerals.Length ? [$"{Numerals[i - 1]}、", $"({Numerals[i - 1]})"] : []), Counted(text, i => [$"{i}.", $"{i}、", $"({i})", $"{i})"]));
    }

    /// <summary>Figures in their order, from the first on, each where something begins.</summary>
    private static int Counted(string text, Func<int, string[]> marks)
    {
        var (count, at) = (0, 0);
        while (true)
        {
            var next = marks(count + 1).Select(mark => Begin(text, mark, at)).Where(found => found >= 0).DefaultIfEmpty(-1).Min();
            if (next < 0)
            {
                return count;
            }

            (count, at) = (count + 1, next + 1);
        }
    }

    private static int Begin(string text, string mark, int from)
    {
        for (var at = text.IndexOf(mark, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || char.IsWhiteSpace(text[at - 1]) || Folding.IsGap(text[at - 1]))
            {
                return at;
            }
        }

        return -1;
    }
}
