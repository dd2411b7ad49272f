using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Local.Demo;

/// <summary>
/// The people of the demo (design §9): Hebei, team 1 living in 石家庄 all this year. Nobody has an invented name.
/// </summary>
internal static class DemoData
{
    public static readonly AreaCode Province = AreaCode.Parse("13");

    public const string Prefix = "冀巡交";

    private const string Mark = RowKeys.Directory.Firsts + "demo";

    private static readonly Area Audit = new(AreaCode.Parse("1300U001"), "省审计厅");

    public static IReadOnlyList<Person> People { get; } =
    [
        Someone("01", "省委巡视办", Role.Office, "13"),
        Someone("11", "省委第一巡视组组长", Role.TeamLeader, "1301", 1),
        Someone("12", "省委第一巡视组成员", Role.TeamMember, "1301", 1),
        Someone("21", "石家庄市联络办", Role.CityOffice, "1301"),
        Someone("22", "唐山市联络办", Role.CityOffice, "1302"),
        Someone("31", "长安区联络员", Role.CountyOfficer, "130102"),
        Someone("32", "正定县联络员", Role.CountyOfficer, "130123"),
        Someone("33", "路南区联络员", Role.CountyOfficer, "130202"),
        Someone("41", "省委督查室", Role.SupervisionOffice, "13"),
        Someone("51", "省审计厅", Role.Department, Audit.Code.Value),
    ];

    /// <summary>
    /// Enters the people once, into a place that has nobody, and the residency once a year: what was changed or removed
    /// since stays so.
    /// </summary>
    public static async Task EnterAsync(ITableStore store, IClock clock, CancellationToken cancellationToken)
    {
        var year = BeijingTime.Today(clock.GetCurrentInstant()).Year;
        var mark = await store.ReadAsync(DirectoryRows.Table, Province.Value, Mark, cancellationToken);
        if (mark?.Number("Year") >= year)
        {
            return;
        }

        var hasPeople = (await store.ReadPrefixAsync(
            DirectoryRows.Table,
            Province.Value,
            RowKeys.Directory.People,
            1,
            cancellationToken)).Count > 0;
        var entered = new Row(Mark, new Dictionary<string, object>(StringComparer.Ordinal) { ["Year"] = (long)year });
        var residency = new Visit(1, AreaCode.Parse("1301"), new(year, 1, 1), new(year, 12, 31), VisitKind.Residency);
        List<Row> rows = hasPeople ? [] : [.. People.Select(DirectoryRows.ToRow), DirectoryRows.ToRow(Audit)];
        // People without a mark were entered by an earlier version, with their residency.
        if ((!hasPeople || mark is not null) && !await IsLivedInAsync())
        {
            rows.Add(DirectoryRows.ToRow(residency));
        }

        await store.SubmitAsync(
            DirectoryRows.Table,
            Province.Value,
            [
                .. rows.Select(row => new Change.Insert(row)),
                mark is null ? new Change.Insert(entered) : new Change.Replace(entered, mark.ETag!)
            ],
            cancellationToken);

        // One team lives in a city at a time: what was planned for the year stays alone.
        async Task<bool> IsLivedInAsync() => (await store.ReadPrefixAsync(
            DirectoryRows.Table,
            Province.Value,
            RowKeys.Directory.Visits,
            int.MaxValue,
            cancellationToken))
            .Select(DirectoryRows.ToVisit)
            .Any(v => v.IsStanding && v.Kind == residency.Kind && v.Area == residency.Area && v.From <= residency.To && v.To >= residency.From);
    }

    private static Person Someone(string id, string name, Role role, string area, int? team = null) =>
        Person.WithObjectId(
            $"00000000-0000-4000-8000-0000000000{id}",
            name,
            new Grant(role, AreaCode.Parse(area), team));
}
