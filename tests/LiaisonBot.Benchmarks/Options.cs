using System.Globalization;

namespace LiaisonBot.Benchmarks;

/// <summary>The command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        Usage: dotnet run -c Release --project tests/LiaisonBot.Benchmarks -- [options]

          --quick          smaller and shorter, under 2 minutes: for work in progress
          --only <a,b>     only these sections; the table keeps what was measured of the others before
          --work <folder>  where data, published programs and figures are kept (default: in the system's temporary folder)
          --table          measure nothing, print the table of what was measured
          --help           this text, with the sections
        """;

    public bool Quick { get; init; }

    /// <summary>Names of sections; null for all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    public string Work { get; init; } = Path.Combine(Path.GetTempPath(), "liaisonbot-benchmarks");

    public bool TableOnly { get; init; }

    public bool Help { get; init; }

    /// <exception cref="FormatException">The message says what is wrong.</exception>
    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = new Options();
        for (var i = 0; i < args.Count; i++)
        {
            string Value() => ++i < args.Count ? args[i] : throw new FormatException($"{args[i - 1]} needs a value.");
            options = args[i] switch
            {
                "--quick" => options with { Quick = true },
                "--only" =>
                    options with
                    {
                        Only = Value()
                        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    },
                "--work" => options with { Work = Path.GetFullPath(Value()) },
                "--table" => options with { TableOnly = true },
                "--help" or "-h" => options with { Help = true },
                var unknown => throw new FormatException($"{unknown} is not an option."),
            };
        }

        return options;
    }

    /// <summary>Sizes of the archive that are held against each other, the first being the measure.</summary>
    public IReadOnlyList<int> Sizes => Quick ? [10_000, 30_000] : [10_000, 100_000, 1_000_000];

    public static string Words(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
