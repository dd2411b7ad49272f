using System.Globalization;
using LiaisonBot.Core.Areas;

namespace LiaisonBot.Simulation;

/// <summary>
/// How big the world of a run is: as given, or else as the seed says. The defaults make a run of about a second.
/// </summary>
internal sealed record Options
{
    public int Seeds { get; init; } = 20;

    public int FirstSeed { get; init; } = 1;

    public int Days { get; init; } = 60;

    public int Matters { get; init; } = 60;

    public int Cities { get; init; } = 3;

    /// <summary>In each city, at most; all when the city has fewer.</summary>
    public int Counties { get; init; } = 4;

    /// <summary>
    /// Something of the size was given: each run has it. Else the seed draws its own, so that no size is the only one
    /// that is played.
    /// </summary>
    public bool HasSize { get; init; }

    /// <summary>Sets of findings that are given out; null for as many as the seed draws: none, in most.</summary>
    public int? Sets { get; init; }

    /// <summary>Minutes between two rounds of a process while there is something to do.</summary>
    public int Every { get; init; } = 1;

    /// <summary>
    /// Whose map it is. A small run plays in 宁夏, where few cities without matters cost time: each is looked at in each
    /// round.
    /// </summary>
    public AreaCode Province => AreaCode.Parse(Year || Round is not null ? "13" : "64");

    /// <summary>A round of rectification alone, by sets or matter by matter; null for none.</summary>
    public RoundBy? Round { get; init; }

    /// <summary>Play a round in both ways and say what each asked. With a size of fewer cities and counties, a part of it.</summary>
    public bool Compare { get; init; }

    /// <summary>All of Hebei for a year: 11 cities, 167 counties, some 540 people, 5,000 matters.</summary>
    public bool Year { get; init; }

    /// <summary>Play sealed records, in a world of their own.</summary>
    public bool Sealed { get; init; }

    public string? Defect { get; init; }

    /// <summary>
    /// A check that has to notice something within <see cref="Seeds"/>: for a product that was changed on purpose.
    /// </summary>
    public string? Notice { get; init; }

    /// <summary>Try the mutations whose names begin so, several with commas between; empty for all.</summary>
    public string? Mutate { get; init; }

    /// <summary>
    /// Of each row that is written and has this text in it, tell: the id of a person, or a matter's number as in keys.
    /// </summary>
    public string? Trace { get; init; }

    /// <summary>Run every defect and print what caught it.</summary>
    public bool Defects { get; init; }

    /// <summary>As the run of a seed is played.</summary>
    public Options Of(int seed)
    {
        if (HasSize) return this;
        var random = new Random(~seed);
        return this with
        {
            HasSize = true,
            Days = random.Next(10, 100),
            Matters = random.Next(5, 100),
            Cities = random.Next(1, 6),
            Counties = random.Next(1, 8)
        };
    }

    /// <summary>Sets in the run of a seed: some seeds play them, so that the others cost what they did.</summary>
    public int SetsOf(int seed) => Sets ?? (seed % 8 == 0 ? 2 : 0);

    /// <summary>The round of a seed.</summary>
    public Options OfRound(RoundBy by) => this with
    {
        HasSize = true,
        Round = by,
        Days = 273,
        Matters = 0,
        Cities = HasSize ? Cities : 11,
        Counties = HasSize ? Counties : 4,
        Sets = 0,
        Every = 5,
    };

    public string Replay(int seed) => string.Create(
        CultureInfo.InvariantCulture,
        $"dotnet run --project tests/LiaisonBot.Simulation -- --seeds 1 --first-seed {seed} {(Year ? "--year" : $"--days {Days} --matters {Matters} --cities {Cities} --counties {Counties}{(Every > 1 ? $" --every {Every}" : "")}")}{(Sets is { } sets ? $" --sets {sets}" : "")}{(Defect is null ? "" : " --defect " + Defect)}");

    /// <exception cref="FormatException">The message says what is wrong.</exception>
    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = new Options();
        for (var i = 0; i < args.Count; i++)
        {
            string Text() => ++i < args.Count ? args[i] : throw new FormatException($"{args[i - 1]} needs a value.");
            int Number(string of) =>
                int.TryParse(Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                    ? value
                    : throw new FormatException($"{of} needs a number.");
            options = args[i] switch
            {
                "--seeds" => options with { Seeds = Number("--seeds") },
                "--first-seed" => options with { FirstSeed = Number("--first-seed") },
                "--days" => options with { HasSize = true, Days = Number("--days") },
                "--matters" => options with { HasSize = true, Matters = Number("--matters") },
                "--cities" => options with { HasSize = true, Cities = Number("--cities") },
                "--counties" => options with { HasSize = true, Counties = Number("--counties") },
                "--every" => options with { Every = Math.Max(1, Number("--every")) },
                "--round" => options with { Compare = true },
                "--sets" => options with { Sets = Number("--sets") },
                "--year" =>
                    options with
                    {
                        HasSize = true,
                        Year = true,
                        Days = 365,
                        Matters = 5000,
                        Cities = 11,
                        Counties = 99,
                        Every = 5
                    },
                "--defect" => options with { Defect = Text() },
                "--notice" => options with { Notice = Text() },
                "--mutations" => options with { Mutate = "" },
                "--mutation" => options with { Mutate = Text() },
                "--trace" => options with { Trace = Text() },
                "--sealed" => options with { Sealed = true },
                "--defects" => options with { Defects = true },
                var unknown =>
                    throw new FormatException($"{unknown} is not an option: --seeds N --first-seed K --days D --matters M --cities C --counties C --sets S, --every MINUTES between rounds, --year for the whole of it, --round for a round of rectification, --sealed for sealed records in a world of their own, --defect NAME, --defects, --mutations, --mutation NAME, --notice CHECK, --trace TEXT."),
            };
        }

        return options;
    }
}

/// <summary>How the findings of a feedback are given out.</summary>
internal enum RoundBy
{
    Sets,

    /// <summary>Each finding is an ordinary matter.</summary>
    Matters,
}
