using System.Globalization;

namespace LiaisonBot.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Measured">The figure in words, the ratio first where there is one.</param>
/// <param name="Reach">What is to be reached; empty for a figure that only informs.</param>
/// <param name="Met">Null for a figure that only informs.</param>
internal sealed record Line(string What, string Measured, string Reach = "", bool? Met = null);

/// <summary>Several measurements of one thing.</summary>
internal sealed class Sample
{
    private readonly List<double> values = [];

    public Sample(params IEnumerable<double> values) => this.values.AddRange(values);

    public void Add(double value) => values.Add(value);

    public int Count => values.Count;

    public double Median
    {
        get
        {
            var sorted = values.Order().ToList();
            return sorted.Count % 2 == 1
                ? sorted[sorted.Count / 2]
                : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
        }
    }

    /// <summary>The median and, in brackets, the least and the most.</summary>
    public string Words(string format) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Text(Median, format)} ({Text(values.Min(), format)}–{Text(values.Max(), format)})");

    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
