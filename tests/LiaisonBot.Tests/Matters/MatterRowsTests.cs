using CsCheck;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Tests.Matters;

[Trait("Kind", "Pure")]
public class MatterRowsTests
{
    // Whole pairs only: half of one is replaced where a text comes in.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char['\u0000', '\uD7FF'].Select(c => c.ToString()),
        Gen.OneOf<string>(
            "😀",
            "👨‍👩‍👧‍👦",
            "مرحبا",
            "\u202E",
            "\u200B",
            "\u0000",
            "\r\n",
            "'",
            "|",
            "整改")).Array[1, 30].Select(string.Concat);

    private static readonly Gen<Instant> Time = Gen.Int[0, 100_000_000]
        .Select(s => Cast.Morning + Duration.FromSeconds(s));
    private static readonly Gen<LocalDate> Date = Gen.Int[0, 1000].Select(d => Cast.Today.PlusDays(d));
    private static readonly Gen<AreaCode> Area = Gen.OneOf<AreaCode>(Cast.Shijiazhuang, Cast.Changan, Cast.Zhengding);
    private static readonly Gen<string?> Maybe = Gen.Null(Text);

    private static readonly Gen<DueSpan> Span = Gen.OneOf(
        Date.Select(d => (DueSpan)new DueSpan.On(d)),
        Gen.Int[1, DueSpan.MostWorkingDays].Select(n => (DueSpan)new DueSpan.WorkingDays(n)),
        Gen.Int[1, DueSpan.MostCalendarDays].Select(n => (DueSpan)new DueSpan.CalendarDays(n)));

    private static readonly Gen<Matter> AnyMatter = Gen.Select(
        Gen.Select(Text, Text, Text, Maybe, Maybe, Maybe),
        Gen.Select(Area, Date, Span, Gen.Enum<MatterState>(), Gen.Enum<Supervision>(), Gen.Enum<Urgency>()),
        Gen.Select(
            Gen.Int[0, 99],
            Gen.Int[0, 99],
            Gen.Bool,
            Gen.Bool,
            Gen.Bool,
            Text.Array[0, MatterLimits.Requirements + 1]),
        Gen.Select(Time, Time, Text)).Select((texts, places, rest, times) => new Matter
        {
            Number = new(2026, Cast.Shijiazhuang, 12, rest.Item1),
            Title = texts.Item1,
            Responsible = texts.Item2,
            Target = texts.Item3,
            Basis = texts.Item4,
            Progress = texts.Item5,
            PassOnNote = texts.Item5,
            Result = texts.Item6,
            Area = places.Item1,
            Due = places.Item2,
            DueFrom = places.Item2,
            DueSpan = places.Item3,
            State = places.Item4,
            Supervision = places.Item5,
            Urgency = places.Item6,
            DueProvisional = rest.Item3,
            Team = rest.Item3 ? rest.Item1 : null,
            ReferredTo = rest.Item4 ? Cast.AuditOffice : null,
            Extension = rest.Item5 ? new(times.Item3, places.Item2, times.Item1, "upn:a@b") : null,
            Requirements = rest.Item6,
            AssignedBy = "id",
            AssignedByName = times.Item3,
            AssignedAt = times.Item1,
            WithHolderSince = times.Item2,
            DueSetAt = times.Item1,
            PolicyVersion = rest.Item1 + 1,
            RemindedThrough = rest.Item4 ? times.Item1 : null,
            NextReminder = rest.Item5 ? times.Item2 : null,
            Passed = rest.Item5
                ? [new(ReminderName.Unsigned, times.Item1, rest.Item1), new(ReminderName.DueSoon, times.Item2, -6)]
                : [],
            SignedAt = rest.Item3 ? times.Item2 : null,
            ProgressAt = rest.Item4 ? times.Item2 : null,
            HandedInBy = rest.Item5 ? "id" : null,
            HandedInAt = rest.Item5 ? times.Item2 : null,
            EndedAt = places.Item4 is MatterState.Closed or MatterState.Withdrawn ? times.Item2 : null,
            Children = rest.Item1,
            ChildrenClosed = rest.Item2,
            LastChild = rest.Item2,
            LastEntry = rest.Item1 + 1,
            Evidence = rest.Item4
                ?
                [
                    new(new string('a', 64), "方案.pdf", "pdf", 5) { At = times.Item1, By = "id", Entry = 3 },
                    new(new string('b', 64), "a.cn/x", "", 0, "https://a.cn/x") { At = times.Item1, By = "id", Entry = 4 },
                ]
                : [],
            HolderAsks = rest.Item4 ? new(texts.Item1 + "\n?", times.Item1, ["id", "upn:a@b"]) : null,
            ReviewerAsks = rest.Item5 ? new(times.Item3, times.Item2, ["id"]) : null,
            Followers = rest.Item3 ? ["id", "upn:a@b"] : [],
            Recent = rest.Item4 ? [new("0123456789abcdef", times.Item1), new("fedcba9876543210", times.Item2)] : [],
            LastStep = rest.Item3
                ? new(
                    Act.HandIn,
                    "id",
                    times.Item1,
                    rest.Item1,
                    rest.Item4
                        ? new(
                            texts.Item5,
                            rest.Item5 ? times.Item2 : null,
                            texts.Item6,
                            rest.Item5 ? new(times.Item3, places.Item2, times.Item1, "id") : null)
                        : null)
                : null,
        });

    [Fact]
    public void ToMatter_OfAnyMattersRow_IsTheMatter() => AnyMatter.Sample(matter =>
    {
        var read = MatterRows.ToMatter(MatterRows.ToRow(matter));

        Assert.Equal(matter.Requirements, read.Requirements);
        Assert.Equal(matter.Passed, read.Passed);
        Assert.Equal(matter.Recent, read.Recent);
        Assert.Equal(matter.Evidence, read.Evidence);
        Assert.Equal(matter.Followers, read.Followers);
        Assert.Equal(
            matter with { Requirements = [], Passed = [], Recent = [], Evidence = [], Followers = [] },
            read with { Requirements = [], Passed = [], Recent = [], Evidence = [], Followers = [] });
    });

    [Fact]
    public void ToRow_OfAnyMatter_IsWithinTheLimitsOfEveryStore() => AnyMatter.Sample(matter =>
        StoreLimits.Check(
            MatterRows.Table,
            "1301",
            [.. MatterRows.ListRows(matter).Append(MatterRows.ToRow(matter)).Select(r => new Change.Insert(r))]));

    [Fact]
    public void ToListEntry_OfAnyMattersListRows_SaysWhatTheMatterSays() => AnyMatter.Sample(matter =>
    {
        foreach (var row in MatterRows.ListRows(matter))
        {
            var entry = MatterRows.ToListEntry(row);
            if (matter.IsOpen) Assert.Equal(matter.Due.Year, MatterRows.DueYear(row.Key));
            Assert.Equal(
                (matter.Number, matter.Title, matter.Area, matter.Holder, matter.Responsible),
                (entry.Number, entry.Title, entry.Area, entry.Holder, entry.Responsible));
            Assert.Equal(
                (matter.Due, matter.DueProvisional, matter.State, matter.Urgency, matter.Supervision),
                (entry.Due, entry.DueProvisional, entry.State, entry.Urgency, entry.Supervision));
            Assert.Equal(
                (matter.Subject, matter.IsOpen, matter.Extension is not null),
                (entry.Subject, entry.IsOpen, entry.ExtensionAsked));
            Assert.Equal((matter.LastStep?.By, matter.LastStep?.At), (entry.LastBy, entry.LastAt));
            Assert.Equal(
                matter.Children == 0 ? (0, 0) : (matter.Children, matter.ChildrenClosed),
                (entry.Children, entry.ChildrenClosed));
        }
    });

    [Fact]
    public void ListRows_OfAnyMatter_StandInTheListsOfWhoWorksOnIt() => AnyMatter.Sample(matter => Assert.Equal(
        new[]
        {
            matter.Area,
            !matter.IsOpen && matter.Area != matter.Area.City ? matter.Area.City : null,
            matter.ReferredTo,
            matter.Supervision >= Supervision.DocketAsked ? Cast.Hebei : null
        }
            .Where(a => a is not null).Select(a => a!.Value),
        MatterRows.ListRows(matter).Select(r => MatterRows.ToListEntry(r).ListedFor)));

    [Fact]
    public void ToHistoryEntry_OfAnyEntrysRow_IsTheEntry() =>
        Gen.Select(Gen.Enum<Act>(), Text, Maybe, Time, Gen.Nullable(Date)).Sample((act, name, note, at, due) =>
        {
            var entry = new HistoryEntry(
                new(2026, Cast.Shijiazhuang, 12, 3),
                7,
                at,
                act,
                "id",
                name,
                note,
                due,
                due is null ? null : Cast.Changan);
            Assert.Equal(entry, MatterRows.ToHistoryEntry(MatterRows.ToRow(entry)));
        });

    [Fact]
    public void ToRow_OfAnEntry_CanBeReadByAPerson() =>
        Assert.Equal(
            "长安区联络员 申请延期",
            MatterRows.ToRow(new HistoryEntry(
                new(2026, Cast.Shijiazhuang, 1),
                3,
                Cast.Morning,
                Act.RequestExtension,
                "id",
                "长安区联络员"))
                .Text("Words"));

    [Fact]
    public void ToRow_OfTheLargestMatter_FitsIntoARow()
    {
        var play = new Play();
        var number = play.InProgress();
        var largest = play[number] with
        {
            Title = new('字', MatterLimits.Title),
            Responsible = new('字', MatterLimits.Responsible),
            Target = new('字', MatterLimits.Target),
            Basis = new('字', MatterLimits.Basis),
            Progress = new('字', MatterLimits.Progress),
            Result = new('字', MatterLimits.Result),
            Requirements = [.. Enumerable.Repeat(
                new string('字', MatterLimits.Requirement),
                MatterLimits.Requirements + 1)],
            LastStep = new(
                Act.HandIn,
                "id",
                Cast.Morning,
                3,
                new(
                    new('字', MatterLimits.Result),
                    Cast.Morning,
                    "id",
                    new(new('字', MatterLimits.Note), Cast.Today, Cast.Morning, "id"))),
        };

        StoreLimits.Check(MatterRows.Table, "1301", [new Change.Insert(MatterRows.ToRow(largest))]);
    }
}
