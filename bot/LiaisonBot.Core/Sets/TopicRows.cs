using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>That a set has findings of a topic.</summary>
/// <param name="Indexes">Of the findings, from 1.</param>
public sealed record TopicOfSet(string Topic, MatterNumber Set, AreaCode Area, int? Team, LocalDate FeedbackOn, IReadOnlyList<int> Indexes);

/// <summary>
/// The rows <c>ZT|hash of the topic|set</c>, in the partition of the set's city and in the batch that makes the set: where a
/// topic comes up is one range read a city. <c>ZW|later|hash</c> says that one came into a set that was there before.
/// </summary>
public static class TopicRows
{
    public const string Table = RowKeys.Matters.Table;

    internal const string LaterPrefix = RowKeys.Matters.TopicsSeen + "later|";

    public static string Prefix(string topic) =>
        $"{RowKeys.Matters.Topics}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(topic)).AsSpan(..8))}|";

    /// <summary>The rows of a set, one for each topic of its findings. What places find themselves does not come up with them.</summary>
    public static IEnumerable<Row> ToRows(FindingSet set, IEnumerable<SetFinding> findings) =>
        from finding in findings
        where finding.Topic is not null && set.Kind == SetKind.Feedback
        group finding.Index by finding.Topic into same
        select ToRow(new(same.Key, set.Number, set.Area, set.Team, set.FeedbackOn, [.. same]));

    /// <summary>That a topic came into a set that was there before: the finder looks at it, and takes the row away.</summary>
    internal static Row Later(string topic) => new(
        LaterPrefix + Prefix(topic)[RowKeys.Matters.Topics.Length..^1],
        new Dictionary<string, object>(StringComparer.Ordinal) { ["Topic"] = topic });

    public static TopicOfSet ToTopic(Row row) => new(
        row.Required("Topic"),
        MatterNumber.Parse(row.Required("Set")),
        AreaCode.Parse(row.Required("Area")),
        (int?)row.Number("Team"),
        Columns.Date(row.Required("FeedbackOn")),
        [.. row.Required("Findings").Split(',').Select(index => int.Parse(index, CultureInfo.InvariantCulture))]);

    private static Row ToRow(TopicOfSet one)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Topic"] = one.Topic,
            ["Set"] = one.Set.Key,
            ["Area"] = one.Area.Value,
            ["FeedbackOn"] = Columns.Date(one.FeedbackOn),
            ["Findings"] = string.Join(',', one.Indexes),
        };
        columns.Set("Team", (long?)one.Team);
        return new(Prefix(one.Topic) + one.Set.Key, columns);
    }
}
