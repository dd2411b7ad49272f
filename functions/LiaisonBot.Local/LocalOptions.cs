using System.Net;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Host;
using LiaisonBot.Local.Demo;

namespace LiaisonBot.Local;

/// <summary>The command line, understood and checked.</summary>
/// <param name="Urls">Where to listen: http on loopback only, since the local host knows no passwords.</param>
/// <param name="DataFolder">Absolute path.</param>
/// <param name="Demo">Demo people and a clock that can be moved. On unless <c>--data</c> is given; then only with
/// <c>--demo</c>.</param>
/// <param name="Tables">Connection string of Azurite or Azure Tables; null for a SQLite file in the data
/// folder.</param>
/// <param name="Province">The province that this bot works for.</param>
/// <param name="Prefix">Of matter numbers: 冀巡交.</param>
/// <param name="Office">Sign-in name or object id of the first person of the provincial office, who then enters
/// everyone else in the chat.</param>
/// <param name="Copy">Set when the data is copied and no bot is started.</param>
/// <param name="BackupFolder">Absolute path of the folder for a backup a day; null for none, as in the demo.</param>
/// <param name="Archive">Set when a file for the archive is opened and no bot is started.</param>
/// <param name="AcceptLoss">Go on with a database that is not what it was; what was lost stays lost.</param>
internal sealed record LocalOptions(
    IReadOnlyList<Uri> Urls,
    string DataFolder,
    bool Demo,
    bool Playground,
    string? Tables,
    AreaCode Province,
    string Prefix,
    string? Office,
    DataCopy? Copy,
    bool AcceptLoss = false,
    string? BackupFolder = null,
    ArchiveOpening? Archive = null)
{
    public const string DefaultUrl = "http://127.0.0.1:3978";

    public const string DefaultDataFolder = ".liaison";

    /// <summary>The SQLite file, when there are no <see cref="Tables"/>.</summary>
    public string DataFile => Path.Combine(DataFolder, "liaison.db");

    /// <summary>Where the files are kept that come with steps, wherever the tables are.</summary>
    public string EvidenceFolder => Path.Combine(DataFolder, "evidence");

    public const string Usage = """
        Usage: LiaisonBot.Local [options]

          --urls <url>                      where to listen, http on this machine only (default http://127.0.0.1:3978)
          --data <folder>                   where to keep the data (default .liaison, which runs the demo)
          --demo                            with --data: demo people, and a clock that POST /demo/clock moves
          --province <code>                 without the demo: 2-digit code of the province (default 13)
          --prefix <text>                   without the demo: prefix of matter numbers (default 冀巡交)
          --office <who>                    without the demo: sign-in name or object id of the first person of the provincial office
          --no-playground                   do not open the Microsoft 365 Agents Playground
          --ConnectionStrings:Tables=<...>  use Azurite or Azure Tables instead of a file (also ConnectionStrings__Tables in the environment):
                                            a connection string, or https://<account>.table.core.windows.net as who is signed in to Azure
          --export <file>                   copy all data to one file, also while a bot works on it, and end
          --import <file>                   bring such a file into an empty folder or empty tables, and end
          --backups <folder>                where a backup of every night is kept for 30 days (default <data>/backups; in the demo only when it is given)
          --open-archive <file>             open a file of sealed records for the archive, and end; with --archive-key
          --archive-key <file>              the archive's private key in PEM, without a password
          --accept-loss                     once, after the database was lost or an old copy was put back: go on with what is there
          --help                            this text
        """;

    /// <summary>The options, or one line that says what is wrong with them.</summary>
    /// <param name="tables">The connection string of the environment, which the command line overrides.</param>
    public static (LocalOptions? Options, string? Error) Parse(IReadOnlyList<string> args, string? tables)
    {
        string? urls = null, data = null, province = null, prefix = null, office = null, backups = null, archive = null, archiveKey = null;
        DataCopy? copy = null;
        bool demo = false, playground = true, acceptLoss = false;
        for (var i = 0; i < args.Count; i++)
        {
            var cut = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = cut < 0 ? args[i] : args[i][..cut];
            var value = cut < 0 ? null : args[i][(cut + 1)..];
            switch (name)
            {
                case "--demo" when value is null: demo = true; continue;
                case "--no-playground" when value is null: playground = false; continue;
                case "--accept-loss" when value is null: acceptLoss = true; continue;
                case "--urls" or "--data" or "--province" or "--prefix" or "--office" or "--export" or "--import" or "--backups"
                    or "--open-archive" or "--archive-key" or "--ConnectionStrings:Tables":
                    break;
                default: return (null, $"Unknown option {name}");
            }
            if (value is null && ++i < args.Count)
            {
                value = args[i];
            }

            if (string.IsNullOrWhiteSpace(value))
            {
                return (null, $"{name} needs a value");
            }

            switch (name)
            {
                case "--urls": urls = value; break;
                case "--data": data = value; break;
                case "--province": province = value; break;
                case "--prefix": prefix = value.Trim(); break;
                case "--office": office = value.Trim(); break;
                case "--backups": backups = value; break;
                case "--open-archive": archive = Path.GetFullPath(value); break;
                case "--archive-key": archiveKey = Path.GetFullPath(value); break;
                case "--export" or "--import" when copy is not null: return (null, "--export and --import are for one file at a time");
                case "--export" or "--import": copy = new(name == "--import", Path.GetFullPath(value)); break;
                default: tables = value; break;
            }
        }
        var listen = new List<Uri>();
        foreach (var text in (urls ?? DefaultUrl)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url)
                || url.Scheme != Uri.UriSchemeHttp
                || url.PathAndQuery != "/"
                || !Loopback.Is(url))
                return (
                    null,
                    $"--urls {text} is refused: only http on this machine (127.0.0.1, [::1], localhost), since this host knows no passwords");
            listen.Add(url);
        }
        if (listen.Count == 0)
        {
            return (null, "--urls needs a value");
        }

        demo |= data is null;
        if (demo && (province ?? prefix ?? office) is not null)
        {
            return (null, "--province, --prefix and --office need --data and no --demo: the demo is Hebei");
        }

        if (!AreaCode.TryParse(province ?? DemoData.Province.Value, out var code) || !AreaBook.Provinces.Contains(code))
            return (null, $"--province {province} is not the 2-digit code of a province");
        if (office is not null && !Identity.IsOne(office))
        {
            return (null, $"--office {office} is neither a sign-in name, such as name@contoso.com, nor an object id");
        }

        if (prefix is { Length: > BotSettings.MaxPrefix })
        {
            return (null, $"--prefix has at most {BotSettings.MaxPrefix} characters");
        }

        if ((archive is null) != (archiveKey is null))
        {
            return (null, "--open-archive and --archive-key are given together");
        }

        var folder = Path.GetFullPath(data ?? DefaultDataFolder);
        return (new(
            listen,
            folder,
            demo,
            playground,
            string.IsNullOrWhiteSpace(tables) ? null : tables,
            code,
            prefix ?? DemoData.Prefix,
            office,
            copy,
            acceptLoss,
            backups is not null ? Path.GetFullPath(backups) : demo ? null : Path.Combine(folder, "backups"),
            archive is null ? null : new(archive, archiveKey!)), null);
    }
}

/// <summary>
/// This machine and nothing else. Names other than <c>localhost</c> are not looked up: what they mean is decided
/// elsewhere.
/// </summary>
internal static class Loopback
{
    public static bool Is(Uri url) => url.IsAbsoluteUri && Is(url.Host);

    public static bool Is(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
