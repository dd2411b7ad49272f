using CsCheck;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;

namespace LiaisonBot.Tests.Matters;

/// <summary>One line of a made-up play: numbers that are read against what is there when its turn comes.</summary>
/// <param name="Guided">Somebody does something that is offered to them; else anybody tries anything.</param>
internal readonly record struct Line(int Matter, int Who, int What, bool Guided, int Later)
{
    /// <summary>Minutes since the line before: often a few, sometimes most of a day.</summary>
    public int MinutesLater => Later * Later / 4;
}

/// <summary>Made-up plays, and commands with input that makes sense.</summary>
internal static class Script
{
    private static readonly AreaCode[] Places = [
        Cast.Shijiazhuang,
        Cast.Changan,
        Cast.Zhengding,
        Cast.Lunan,
        Cast.AuditOffice,
        Cast.Tangshan
    ];

    private static readonly AreaCode[] Departments = [Cast.AuditOffice, Cast.PetitionOffice, Cast.StatisticsOffice];

    public static Gen<Line[]> Of(int lines) => Gen.Select(
        Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 9], Gen.Int[0, 60],
        (matter, who, what, guided, later) => new Line(matter, who, what, guided < 8, later)).Array[1, lines];

    public static MatterDraft Draft(Line line, LocalDate today) =>
        Cast.Draft(Places[line.What % Places.Length], today.PlusDays(line.Matter % 40));

    /// <summary>Who does what in this line with the matter.</summary>
    public static (Person Actor, Act Act) Choose(Line line, MatterTree tree, Instant now)
    {
        var people = Cast.Everyone;
        if (line.Guided)
        {
            List<(Person, Act)> offered = [.. people.SelectMany(p =>
                MatterRules.Possible(tree, p, now).Select(act => (p, act)))];
            if (offered.Count > 0) return offered[line.What % offered.Count];
        }

        return (people[line.Who % people.Count], Acts.All[1 + line.What % (Acts.All.Count - 1)]);
    }

    /// <summary>The command with input that nothing can be said against when the step is possible at all.</summary>
    public static MatterCommand Sensible(Act act, MatterTree tree, LocalDate today, Line line)
    {
        var matter = tree.Matter;
        var later = LocalDate.Max(matter.Due.PlusDays(1), today);
        return act switch
        {
            Act.Correct => Corrected(matter, today, line),
            Act.Decline => new Decline("不归我们管"),
            Act.Insist => new Insist("属于本地职责"),
            Act.Reopen =>
                new Reopen(new DueSpan.On(tree.Parent?.Due ?? today.PlusDays(1 + line.Later)), $"反弹{matter.LastEntry}"),
            Act.ChangeDue => new ChangeDue(OtherDay(tree, today, line), "省里另有安排"),
            Act.Undo => new Undo(line.Who % 2 == 0 ? matter.LastStep?.Entry : null),
            Act.PassOn => new PassOn(Counties(tree).Take(1 + line.Who % 3).ToList(), null, "请落实"),
            Act.Sign => new Sign(),
            Act.ReportProgress => new ReportProgress("正在办理"),
            Act.HandIn => new HandIn("已完成"),
            Act.Close => new Close(),
            Act.Return =>
                new Return("补充", tree.Parent is null && line.Who % 3 == 0 ? today.PlusDays(line.Who % 9) : null),
            Act.RequestExtension => new RequestExtension("汛期", later),
            Act.GrantExtension => new GrantExtension(later),
            Act.RefuseExtension => new RefuseExtension("时间充足"),
            Act.Urge => new Urge(null),
            Act.PutOnLedger => new PutOnLedger("超期"),
            Act.Docket => new Docket("久拖不决"),
            Act.AcceptDocket => new AcceptDocket(),
            Act.Refer => new Refer(Departments.First(d => d != matter.Holder && d != matter.Area), "涉及"),
            Act.AddEvidence => new AddEvidence { Evidence = [File(line)] },
            Act.Ask => new Ask($"口径是什么{matter.LastEntry}"),
            Act.Answer => new Answer("按国土三调"),
            Act.Remark => new Remark("请注意口径"),
            Act.Follow => new Follow(),
            Act.Unfollow => new Unfollow(),
            Act.DropQuestion => new DropQuestion(),
            Act.Withdraw => new Withdraw("重复"),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };
    }

    /// <summary>The command with input that the rules have to look at.</summary>
    public static MatterCommand Silly(Act act, LocalDate today, Line line)
    {
        var text = (line.Who % 4) switch { 0 => null, 1 => " ", 2 => new string('字', 5000), _ => "可以" };
        var date = (line.Matter % 4) switch
        {
            0 =>
            (LocalDate?)null,
            1 =>
                today.PlusDays(-1),
            2 => LocalDate.MaxIsoValue,
            _ => today.PlusDays(line.Matter % 50)
        };
        AreaCode[] places = [.. Places, AreaCode.Parse("13"), AreaCode.Parse("130199"), AreaCode.Parse("0000U000")];
        var place = places[line.Matter % places.Length];
        return act switch
        {
            Act.Correct =>
                new Correct(text, place, null, text, date is { } day ? new DueSpan.On(day) : null, null, text, text),
            Act.ChangeDue => new ChangeDue(date, text),
            Act.Decline => new Decline(text),
            Act.Insist => new Insist(text),
            Act.Reopen => new Reopen(date is { } named ? new DueSpan.On(named) : null, text),
            Act.Undo => new Undo(line.Who),
            Act.PassOn => new PassOn([place, Cast.Changan], date, text),
            Act.Sign => new Sign(),
            Act.ReportProgress => new ReportProgress(text),
            Act.HandIn => new HandIn(text),
            Act.Close => new Close(text),
            Act.Return => new Return(text, date),
            Act.RequestExtension => new RequestExtension(text, date),
            Act.GrantExtension => new GrantExtension(date, text),
            Act.RefuseExtension => new RefuseExtension(text),
            Act.Urge => new Urge(text),
            Act.PutOnLedger => new PutOnLedger(text),
            Act.Docket => new Docket(text),
            Act.AcceptDocket => new AcceptDocket(text),
            Act.Refer => new Refer(place, text),
            Act.AddEvidence => new AddEvidence(text) { Evidence = line.Who % 3 == 0 ? [] : [File(line)] },
            Act.Ask => new Ask(text),
            Act.Answer => new Answer(text),
            Act.Remark => new Remark(text),
            Act.Follow => new Follow(),
            Act.Unfollow => new Unfollow(),
            Act.DropQuestion => new DropQuestion(),
            Act.Withdraw => new Withdraw(text),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };
    }

    /// <summary>Never the same for two lines of a script.</summary>
    private static EvidenceItem File(Line line) => new(
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes($"{line}"))),
        "材料.pdf",
        "pdf",
        1000);

    /// <summary>Of what was passed on, within the date of the matter above; not before what is open below.</summary>
    private static LocalDate OtherDay(MatterTree tree, LocalDate today, Line line)
    {
        var due = tree.Matter.Due;
        var last = tree.Parent?.Due ?? LocalDate.Max(due, today).PlusDays(9);
        var first = tree.Children.Where(c => c.IsOpen).Select(c => c.Due).Append(today).Max();
        var days = Math.Max(1, Period.DaysBetween(first, last) + 1);
        var day = first.PlusDays(line.Later % days);
        return day != due ? day : day == last ? day.PlusDays(-1) : day.PlusDays(1);
    }

    private static Correct Corrected(Matter matter, LocalDate today, Line line)
    {
        var other = matter.Area == Cast.Changan
            ? Cast.Zhengding
            : matter.Area == Cast.Zhengding
            ? Cast.Changan
            : matter.Area;
        var text = $"更正{matter.LastEntry}";
        return matter.Number.IsChild ? new(Note: text)
            : (line.Who % 3) switch
            {
                0 => new(Area: other, Target: text),
                // What was declined may be corrected when its time is over.
                1 => new(
                    Due: new DueSpan.On(LocalDate.Max(matter.Due, today).PlusDays(1)),
                    Urgency: Urgency.Urgent,
                    Basis: text),
                _ => new(Title: text),
            };
    }

    private static IEnumerable<AreaCode> Counties(MatterTree tree) =>
        Cast.Book.Areas
            .Children(tree.Matter.Area.City)
            .Select(a => a.Code)
            .Where(code => !tree.Children.Any(c => c.Area == code && c.IsOpen));
}
