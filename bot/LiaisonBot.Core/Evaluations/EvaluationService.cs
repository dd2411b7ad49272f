using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Evaluations;

/// <summary>
/// The rows of evaluations, in the partition of their city: <c>ZE|place|days down from the day|method</c>, the newest of a
/// place first.
/// </summary>
public static class EvaluationRows
{
    public const string Table = RowKeys.Matters.Table;

    private static readonly LocalDate LastDay = new(9999, 12, 31);

    public static string Prefix(AreaCode place) => $"{RowKeys.Matters.Evaluations}{place}|";

    public static Row ToRow(Evaluation e)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Place"] = e.Place.Value,
            ["On"] = Columns.Date(e.On),
            ["Method"] = e.Method.ToString(),
            ["Team"] = (long)e.Team,
            ["Sent"] = (long)e.Sent,
            ["Returned"] = (long)e.Returned,
            ["Valid"] = (long)e.Valid,
            ["By"] = e.By,
            ["Questions"] = string.Join('\n', e.Questions.Select(Line)),
        };
        columns.Set("RunBy", e.RunBy);
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Prefix(e.Place)}{Period.DaysBetween(e.On, LastDay):0000000}|{e.Method}"),
            columns);
    }

    public static Evaluation ToEvaluation(Row row) => new(
        AreaCode.Parse(row.Required("Place")),
        Columns.Date(row.Required("On")),
        Enum.Parse<EvaluationMethod>(row.Required("Method")))
    {
        Team = (int)(row.Number("Team") ?? 0),
        RunBy = row.Text("RunBy"),
        Sent = (int)(row.Number("Sent") ?? 0),
        Returned = (int)(row.Number("Returned") ?? 0),
        Valid = (int)(row.Number("Valid") ?? 0),
        By = row.Required("By"),
        Questions = [.. row.Required("Questions").Split('\n').Select(Read)],
    };

    // A question, and behind tabs each option with its count.
    private static string Line(EvaluationQuestion question) => string.Join(
        '\t',
        question.Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Option}={c.Count}"))
            .Prepend(question.Text));

    private static EvaluationQuestion Read(string line)
    {
        var parts = line.Split('\t');
        return new(
            parts[0],
            [.. parts.Skip(1).Select(part => part.LastIndexOf('=') is var at
                ? new OptionCount(part[..at], int.Parse(part[(at + 1)..], CultureInfo.InvariantCulture))
                : throw new FormatException(part))]);
    }
}

/// <summary>Keeps the evaluations. One batch each; entered again for the same place, day and method it is put right.</summary>
public sealed class EvaluationService(ITableStore store, CurrentDirectory directory, IClock clock)
{
    public async Task<EvaluationWrong?> EnterAsync(Person by, Evaluation evaluation, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        if (EvaluationRules.Wrong(evaluation, by, people, BeijingTime.Today(clock.GetCurrentInstant())) is { } wrong)
        {
            return wrong;
        }

        var outcome = await store.SubmitAsync(
            EvaluationRows.Table,
            evaluation.Place.City.Value,
            [new Change.Upsert(EvaluationRows.ToRow(evaluation))],
            cancellationToken);
        return outcome == BatchOutcome.Committed
            ? null
            : throw new StoreUnavailableException("The evaluation could not be saved: the store is busy. Please send it again.");
    }

    /// <summary>Those of a place that a person may see, the newest first. One range read.</summary>
    public async Task<IReadOnlyList<Evaluation>> OfPlaceAsync(
        Person person,
        AreaCode place,
        CancellationToken cancellationToken) =>
        [.. (await store.ReadPrefixAsync(
            EvaluationRows.Table,
            place.City.Value,
            EvaluationRows.Prefix(place),
            EvaluationLimits.OfAPlace,
            cancellationToken))
            .ReadEach(EvaluationRows.ToEvaluation)
            .Where(e => e.IsSeenBy(person))];

    /// <summary>The same of a city and all that lies in it, in the order of places. One range read.</summary>
    public async Task<IReadOnlyList<Evaluation>> OfCityAsync(
        Person person,
        AreaCode city,
        CancellationToken cancellationToken) =>
        [.. (await store.ReadPrefixAsync(
            EvaluationRows.Table,
            city.Value,
            RowKeys.Matters.Evaluations,
            StoreLimits.PageRows,
            cancellationToken))
            .ReadEach(EvaluationRows.ToEvaluation)
            .Where(e => e.IsSeenBy(person))];
}
