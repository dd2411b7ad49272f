using System.Globalization;
using CsCheck;
using LiaisonBot.Conversation.Commands;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace LiaisonBot.Tests.Conversation;

/// <summary>How an assignment said in one line is read: phrases.txt is the table.</summary>
public sealed class PhraseTests
{
    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    private static readonly AreaBook Hebei = AreaBook.Load(AreaCode.Parse("13"), []);

    private static readonly string[] Odd =
        ["、", "，", "和", "各县", "全市", "月底", "十", "百", "半", "个", "年", "前", "内", "\ud83d", "(", "20", "31日", "9999年", "于"];

    // Of which the expectations were written: later notices must not change them.
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    public static TheoryData<string, string> Table
    {
        get
        {
            var data = new TheoryData<string, string>();
            var group = "";
            using var reader = new StreamReader(typeof(PhraseTests).Assembly.GetManifestResourceStream("phrases.txt")!);
            while (reader.ReadLine() is { } line)
                if (line.StartsWith("## ", StringComparison.Ordinal)) group = line[3..];
                else if (line.Length > 0 && line[0] != '#') data.Add(group, line);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Phrase_IsReadAsExpected(string group, string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var read = Read(cells[0]);
        Assert.True(
            (cells[1], cells[2], cells[3], cells[4]) == (Places(cells[1], read), Due(read), read.Urgency == Urgency.Urgent ? "!" : "", read.Title),
            $"{group}: {cells[0]} was read as {string.Join('+', read.Places.Take(5).Select(p => p.Code))} | {Due(read)} | {read.Urgency} | {read.Title}");
    }

    [Fact]
    public void Table_HasAtLeastTwoHundredPhrases() => Assert.True(Table.Count >= 200);

    [Theory]
    [InlineData("桥西区 11月底前 上报", "桥西区", 2)]
    [InlineData("请桥西区于11月底前上报", "桥西区", 2)]
    public void Name_OfPlacesInTwoCities_IsAskedBackForTheProvince(string typed, string name, int places)
    {
        var read = AssignmentLine.Read(typed, Hebei, null, Tuesday, Calendar);
        Assert.Equal((name, places), (read.Ambiguous?.Typed, read.Ambiguous?.Areas.Count ?? 0));
        Assert.Equal(name, typed.Substring(read.Ambiguous!.Value.Start, name.Length));
    }

    [Fact]
    public void Name_InAListThatIsNoPlace_IsNamed()
    {
        var read = Read("长安、正定、开发新区 11月底前 上报方案");
        Assert.Equal(["开发新区"], read.NotPlaces);
        Assert.Equal("上报方案", read.Title);
    }

    [Fact]
    public void SecondDate_IsNotTheLimitAndIsKept()
    {
        var read = Read("长安区 11月30日前 上报12月5日前完成的整改");
        Assert.Equal(new DueSpan.On(new(2026, 11, 30)), read.Due);
        Assert.Equal(2, read.Dues.Count);
        Assert.Equal("上报12月5日前完成的整改", read.Title);
    }

    [Fact]
    public void AnyText_IsReadWithoutFailing()
    {
        var pieces = Table.Select(row => row.Data.Item2.Split('|')[0]).SelectMany(t => t.Split(' ')).Distinct().ToArray();
        Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]), Gen.String[0, 12], Gen.Int[0, Odd.Length - 1].Select(i => Odd[i]))
            .Array[0, 8].Select(parts => string.Concat(parts))
            .Sample(text =>
            {
                var read = Read(text);
                foreach (var due in read.Dues) DueRule.Resolve(due.Due, Tuesday, Calendar);
                return read.Title.Length <= text.Length + 1;
            });
    }

    [Fact]
    public void AnyDay_TakesEveryPhrase() =>
        Gen.Int[0, 4000].Sample(day =>
        {
            var today = new LocalDate(2025, 1, 1).PlusDays(day);
            foreach (var row in Table)
                if (AssignmentLine.Read(row.Data.Item2.Split('|')[0], Hebei, null, today, Calendar).Due is { } due)
                    DueRule.Resolve(due, today, Calendar);
        }, iter: 40);

    private static AssignmentLine Read(string typed) => AssignmentLine.Read(typed, Hebei, AreaCode.Parse("1301"), Tuesday, Calendar);

    private static string Places(string expected, AssignmentLine read)
    {
        string[] codes = [.. read.Places.Select(p => p.Code.Value)];
        return expected switch
        {
            "13*" => codes.SequenceEqual(Hebei.Cities.Select(c => c.Code.Value)) ? expected : string.Join('+', codes),
            "13**" => codes.Length == 167 ? expected : string.Join('+', codes),
            [.. var city, '*'] => codes.SequenceEqual(Hebei.Children(AreaCode.Parse(city)).Select(c => c.Code.Value)) ? expected : string.Join('+', codes),
            _ => codes.Length == 0 ? "-" : string.Join('+', codes),
        };
    }

    private static string Due(AssignmentLine read) => read.Due switch
    {
        DueSpan.On on => LocalDatePattern.Iso.Format(on.Date),
        DueSpan.WorkingDays days => string.Create(CultureInfo.InvariantCulture, $"{days.Count}wd"),
        DueSpan.CalendarDays days => string.Create(CultureInfo.InvariantCulture, $"{days.Count}d"),
        _ => "-",
    };
}
