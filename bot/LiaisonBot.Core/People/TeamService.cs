using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>
/// Teams as the office keeps them: home unit, recusals and group of their people, and trainings. Each change is one batch.
/// </summary>
public sealed class TeamService(ITableStore store, CurrentDirectory directory)
{
    /// <summary>Trainings of a province that are kept.</summary>
    public const int MaxTrainings = 1_000;

    private readonly DirectoryCommands commands = new(store, directory);

    /// <summary>Only the office: what somebody is recused from is nobody else's to say.</summary>
    public static bool MayManage(Person person, AreaCode province) =>
        Permissions.May(person, Right.ManagePeople, Subject.Place(province));

    /// <summary>Whether somebody sees who is in a team: the office, and whoever is in it.</summary>
    public static bool MaySee(Person person, int team, AreaCode province) =>
        Permissions.May(person, Right.SeePlan, new Subject(province, province, team));

    /// <summary>Everybody who is or will be in a team: its leaders first, then by name. Who stands in is not counted.</summary>
    public static IReadOnlyList<(Person Person, Grant Grant)> Of(int team, LiaisonDirectory people) =>
    [
        .. people.People
            .SelectMany(p => p.Entered.Select(g => (Person: p, Grant: g)))
            .Where(x => x.Grant.Team == team && x.Grant.For is null && !x.Grant.HasEnded(people.Today))
            .OrderBy(x => x.Grant.Area)
            .ThenBy(x => x.Grant.From ?? LocalDate.MinIsoValue)
            .ThenBy(x => x.Grant.Role)
            .ThenBy(x => x.Grant.Post ?? Post.Member)
            .ThenBy(x => x.Person.Name, StringComparer.Ordinal),
    ];

    /// <summary>What is known of somebody of a team beside their roles. In force at once, for what they may do too.</summary>
    /// <param name="duty">Which grant the group is for, as it is stored; null to leave groups as they stand.</param>
    public Task<DirectoryRefusal?> SetAsync(
        Person by,
        string personId,
        string? homeUnit,
        IReadOnlyList<AreaCode> recusals,
        string? duty,
        int? group,
        CancellationToken cancellationToken) => commands.ExecuteAsync(
        async cancellationToken =>
        {
            directory.Forget();
            var now = await directory.ReadAsync(cancellationToken);
            var unit = homeUnit?.Trim();
            if (!MayManage(by, now.Province))
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.NotAllowed);
            }

            if (unit?.Length > Person.HomeUnitLength || unit?.Any(char.IsControl) == true)
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.HomeUnitTooLong);
            }

            if (recusals.Count > Person.MaxRecusals)
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.TooManyRecusals);
            }

            if (recusals.Any(place => now.Areas.Find(place) is null))
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.UnknownArea);
            }

            if (now.ById(personId) is not { } known
                || await store.ReadAsync(
                    DirectoryRows.Table,
                    directory.Province.Value,
                    DirectoryRows.PersonKey(known.Id),
                    cancellationToken) is not { } row)
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.NotFound);
            }

            var stored = DirectoryRows.ToPerson(row);
            var changed = stored with
            {
                HomeUnit = string.IsNullOrEmpty(unit) ? null : unit,
                Recusals = [.. recusals.Distinct().Order()],
                Grants = [.. stored.Grants.Select(g => g.ToString() == duty ? g with { Group = group } : g)],
            };
            return changed.Grants.Any(g => !g.IsValid)
                ? DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.RoleDoesNotFit)
                : DirectoryCommands.Write<DirectoryRefusal?>(
                    null,
                    new Change.Replace(DirectoryRows.ToRow(changed), row.ETag!));
        },
        cancellationToken);

    /// <summary>Entered twice it is there once: the same day and subject are the same training, with all who were there.</summary>
    public Task<DirectoryRefusal?> AddTrainingAsync(Person by, Training training, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(
            async cancellationToken =>
            {
                directory.Forget();
                var now = await directory.ReadAsync(cancellationToken);
                var subject = training.Subject.Trim();
                if (!MayManage(by, now.Province))
                {
                    return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.NotAllowed);
                }

                if (subject.Length is 0 or > Training.SubjectLength
                    || training.Present.Count is 0 or > Training.MaxPresent
                    || training.Present.Any(id => now.ById(id) is null)
                    || now.Trainings.Count >= MaxTrainings)
                {
                    return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.TrainingIncomplete);
                }

                var same = now.Trainings.FirstOrDefault(t => t.On == training.On && t.Subject == subject);
                var key = same?.Id ?? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Columns.Date(training.On)}|{now.Trainings.Count(t => t.On == training.On) + 1:000}");
                var entered = training with
                {
                    Id = key,
                    Subject = subject,
                    Present = [.. (same?.Present ?? []).Union(training.Present)],
                };
                return DirectoryCommands.Write<DirectoryRefusal?>(null, new Change.Upsert(DirectoryRows.ToRow(entered)));
            },
            cancellationToken);
}
