using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using NodaTime;

namespace LiaisonBot.Benchmarks.Worlds;

/// <summary>
/// Stores of many matters in a SQLite file, as the product would have left them: in each county 20 are open, of which 6
/// wait to be signed for since today, and everything else has been closed in the years before. What is open is the same
/// in every size.
/// </summary>
internal static class Archive
{
    public const int OpenPerCounty = 20;
    public const int UnsignedPerCounty = 6;

    /// <summary>A word that stands in the titles of one in eight matters.</summary>
    public const string CommonWord = "整改";

    private const int Years = 5;
    private const int BatchesAtATime = 256;

    private static readonly string[] Subjects = ["专项资金", "饮用水源", "农村危房", "学校食堂", "低保核查", "河道采砂", "工程招标", "信访积案"];
    private static readonly string[] Works = ["整改方案", "自查报告", "台账核对", "排查情况", "问责结果", "进度安排", "复核意见", "长效机制"];

    /// <summary>The file, made when it is not there yet for today.</summary>
    /// <param name="unsigned">More matters that wait to be signed for, in each of the first <see cref="Signers"/>
    /// counties.</param>
    public static async Task<string> Build(string work, int matters, int unsigned, Action<string> say)
    {
        var now = Bench.Clock.GetCurrentInstant();
        var today = BeijingTime.Today(now);
        var file = Path.Combine(work, $"archive-{today:uuuuMMdd}-{matters}-{unsigned}.db");
        if (File.Exists(file)) return file;
        say($"making a store of {Options.Words(matters)} matters{(unsigned > 0 ? $" and {Options.Words(unsigned * Signers)} to be signed for" : "")}");
        var draft = file + ".new";
        foreach (var old in Directory.GetFiles(work, Path.GetFileName(draft) + "*")) File.Delete(old);
        await using (var store = SqliteTableStore.Open(draft))
        {
            await StoreSchema.PrepareAsync(store, default);
            await Write(store, DirectoryRows.Table, Hebei.Code, Hebei.DirectoryRows(today, chats: true));
            foreach (var city in Hebei.Areas.Cities)
                await Write(
                    store,
                    MatterRows.Table,
                    city.Code,
                    new CityArchive(city.Code, matters, unsigned, now).Rows());
        }

        File.Move(draft, file);
        return file;
    }

    /// <summary>Counties with matters that wait to be signed for by people who all do it at once.</summary>
    public const int Signers = 32;

    /// <summary>The numbers of what waits to be signed for in one of those counties.</summary>
    public static IEnumerable<MatterNumber> ToBeSigned(AreaCode county, int unsigned)
    {
        var counties = Hebei.Counties.Where(c => c.City == county.City && IsSigner(c)).ToList();
        var year = BeijingTime.Today(Bench.Clock.GetCurrentInstant()).Year;
        return Enumerable.Range(0, unsigned)
            .Select(i => new MatterNumber(year, county.City, FirstUnsigned + counties.IndexOf(county) * unsigned + i));
    }

    /// <summary>The first of the open matters of a county in a store of that size: it waits to be signed for.</summary>
    public static MatterNumber FirstOpen(AreaCode county, int matters) =>
        new CityArchive(county.City, matters, 0, Bench.Clock.GetCurrentInstant()).FirstOpen(county);

    private const int FirstUnsigned = 500_000;

    private static bool IsSigner(AreaCode county) => Hebei.Counties.Take(Signers).Contains(county);

    private static async Task Write(SqliteTableStore store, string table, AreaCode partition, IEnumerable<Row> rows)
    {
        var under = new Queue<Task<BatchOutcome>>();
        foreach (var some in rows.Chunk(StoreLimits.BatchChanges))
        {
            if (under.Count == BatchesAtATime) await under.Dequeue();
            under.Enqueue(store.SubmitAsync(
                table,
                partition.Value,
                [.. some.Select(row => new Change.Upsert(row))],
                default));
        }

        await Task.WhenAll(under);
    }

    /// <summary>As it stands when the office has just assigned it.</summary>
    public static Matter Assigned(MatterNumber number, AreaCode area, Instant at, LocalDate due) => new()
    {
        Number = number,
        Title = $"{Subjects[number.Sequence % Subjects.Length]}{Works[number.Sequence / Subjects.Length % Works.Length]}（{number.Sequence}）",
        Area = area,
        Responsible = Hebei.Areas.Get(area).Name,
        Target = "对照反馈意见逐条核实，列出问题、责任人和完成时间，按期报送。",
        Due = due,
        DueSpan = new DueSpan.On(due),
        DueFrom = BeijingTime.Today(at),
        AssignedBy = Hebei.Office.Id,
        AssignedByName = Hebei.Office.Name,
        AssignedAt = at,
        WithHolderSince = at,
        DueSetAt = at,
    };

    /// <summary>
    /// The matters of one city. Rows come in the order of their keys, kind by kind: so a file is written fastest.
    /// </summary>
    private sealed class CityArchive
    {
        private readonly Instant now;
        private readonly LocalDate today;
        private readonly List<(MatterNumber Number, AreaCode Area, LocalDate EndedOn)> closed = [];
        private readonly List<Matter> open = [];
        private readonly Dictionary<int, int> last = [];

        public CityArchive(AreaCode city, int matters, int unsigned, Instant now)
        {
            (this.now, today) = (now, BeijingTime.Today(now));
            var counties = Hebei.Areas.Children(city)
                .Where(a => a.Code.Level == AreaLevel.County)
                .Select(a => a.Code)
                .ToList();
            var share = (int)Math.Round((double)matters * counties.Count / Hebei.Counties.Count) - OpenPerCounty * counties.Count;
            for (var i = 0; i < share; i++)
            {
                // Evenly over the years, the newest last.
                var endedOn = today.PlusDays(-1 - (int)((long)(share - 1 - i) * 365 * Years / share));
                closed.Add((Next(city, endedOn.Year), counties[i % counties.Count], endedOn));
            }

            foreach (var county in counties)
                for (var i = 0; i < OpenPerCounty; i++)
                    open.Add(Open(
                        Next(city, today.Year),
                        county,
                        signed: i >= UnsignedPerCounty,
                        due: today.PlusDays(30 + i)));
            var signers = counties.Where(IsSigner).ToList();
            for (var c = 0; c < signers.Count; c++)
                for (var i = 0; i < unsigned; i++)
                    open.Add(Open(
                        new(today.Year, city, FirstUnsigned + c * unsigned + i),
                        signers[c],
                        signed: false,
                        due: today.PlusDays(60)));
        }

        public MatterNumber FirstOpen(AreaCode county) => open.Find(m => m.Area == county)!.Number;

        public IEnumerable<Row> Rows()
        {
            // Ended ones by place, the newest first.
            foreach (var (number, area, endedOn) in closed.OrderBy(c => c.Area)
                .ThenByDescending(c => c.EndedOn)
                .ThenBy(c => c.Number.Key, StringComparer.Ordinal))
                foreach (var row in MatterRows.ListRows(Closed(number, area, endedOn))) yield return row;
            foreach (var row in open.OrderBy(m => m.Area)
                .ThenBy(m => m.Due)
                .SelectMany(MatterRows.ListRows)) yield return row;
            foreach (var (number, area, endedOn) in closed)
                foreach (var entry in History(Closed(number, area, endedOn))) yield return MatterRows.ToRow(entry);
            foreach (var entry in open.SelectMany(History)) yield return MatterRows.ToRow(entry);
            foreach (var (number, area, endedOn) in closed) yield return MatterRows.ToRow(Closed(
                number,
                area,
                endedOn));
            foreach (var matter in open) yield return MatterRows.ToRow(matter);
            foreach (var matter in open) yield return MatterRows.ReminderRow(matter.NextReminder!.Value, matter.Number);
            foreach (var (year, sequence) in last)
                yield return new(
                    MatterRows.SequenceKey(year),
                    new Dictionary<string, object>(StringComparer.Ordinal) { ["Last"] = (long)sequence });
        }

        private MatterNumber Next(AreaCode city, int year)
        {
            last[year] = last.GetValueOrDefault(year) + 1;
            return new(year, city, last[year]);
        }

        private Matter Open(MatterNumber number, AreaCode area, bool signed, LocalDate due)
        {
            var matter = Assigned(number, area, now, due) with { LastEntry = 1 };
            if (signed) matter = matter with { State = MatterState.InProgress, SignedAt = now, LastEntry = 2 };
            return matter with
            {
                NextReminder = Schedule.Next(
                matter,
                PolicyBook.BuiltIn.InForce,
                WorkingCalendar.BuiltIn,
                now)!.At
            };
        }

        private static Matter Closed(MatterNumber number, AreaCode area, LocalDate endedOn)
        {
            var ended = BeijingTime.At(endedOn, new(16, 30));
            var assigned = ended - Duration.FromDays(28);
            return Assigned(number, area, assigned, endedOn.PlusDays(2)) with
            {
                State = MatterState.Closed,
                SignedAt = assigned + Duration.FromHours(5),
                Progress = "已完成现场核查，正在汇总。",
                ProgressAt = assigned + Duration.FromDays(10),
                Result = "已按要求办理完毕，有关材料已归档备查，并建立了定期回访制度。",
                HandedInBy = Hebei.OfficerOf(area).Id,
                HandedInAt = ended - Duration.FromDays(1),
                EndedAt = ended,
                LastEntry = 5,
            };
        }

        private static IEnumerable<HistoryEntry> History(Matter m)
        {
            var officer = Hebei.OfficerOf(m.Area);
            yield return new(
                m.Number,
                1,
                m.AssignedAt,
                Act.Assign,
                m.AssignedBy,
                m.AssignedByName,
                Due: m.Due,
                Area: m.Area);
            if (m.SignedAt is { } signed) yield return new(m.Number, 2, signed, Act.Sign, officer.Id, officer.Name);
            if (m.ProgressAt is { } reported) yield return new(
                m.Number,
                3,
                reported,
                Act.ReportProgress,
                officer.Id,
                officer.Name,
                m.Progress);
            if (m.HandedInAt is { } handedIn) yield return new(
                m.Number,
                4,
                handedIn,
                Act.HandIn,
                officer.Id,
                officer.Name,
                m.Result);
            if (m.EndedAt is { } ended) yield return new(m.Number, 5, ended, Act.Close, m.AssignedBy, m.AssignedByName);
        }
    }
}
