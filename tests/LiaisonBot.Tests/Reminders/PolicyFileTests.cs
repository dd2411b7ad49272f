using CsCheck;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Tests.Reminders;

[Trait("Kind", "Pure")]
public class PolicyFileTests
{
    private const string Names = "unsigned, due-soon, overdue-yellow, overdue-red, propose-ledger, propose-docket, review-waits, extension-waits, decline-waits, holder-asks, reviewer-asks, exemption-waits";
    private const string Audiences = "holder, above, coordinator, reviewer, office";

    /// <summary>Four good lines; what a test adds is the fifth.</summary>
    private const string Good = "version 7\ndigest 08:30\nquiet 20:00 08:00\ndue-soon | due | -5 0 | | holder | drop\n";

    [Fact]
    public void BuiltIn_IsTheTableOfTheDesign()
    {
        var policy = PolicyFile.BuiltIn;

        Assert.Equal(1, policy.Version);
        Assert.Equal(new LocalTime(8, 30), policy.Digest);
        Assert.Equal((new LocalTime(20, 0), new LocalTime(8, 0)), (policy.QuietFrom, policy.QuietTo));
        Assert.Equal(
            [
                "Unsigned from Assigned after 1, then each, to Holder, Above from 2, missed Collapse",
                "DueSoon from Due after -5 -2 0, to Holder, missed Drop",
                "OverdueYellow from Due after 1, to Holder, Coordinator, missed Late",
                "OverdueRed from Due after 3, then each, to Holder, Coordinator, Reviewer, Office, missed Collapse",
                "ProposeLedger from Due after 5, to Office, missed Late",
                "ProposeDocket from Due after 10, to Office, missed Late",
                "ReviewWaits from HandedIn after 3, to Reviewer, missed Late",
                "ExtensionWaits from Asked after 1, to Reviewer, missed Late",
                "DeclineWaits from Declined after 1, to Reviewer, missed Late",
                "HolderAsks from HolderAsked after 3, to Reviewer, missed Late",
                "ReviewerAsks from ReviewerAsked after 3, to Holder, missed Late",
                "ExemptionWaits from ExemptionAsked after 3, to Office, missed Late",
            ],
            policy.Rules.Select(InWords));
    }

    [Fact]
    public void BuiltIn_HasARuleOfEveryName() =>
        Assert.All(Enum.GetValues<ReminderName>(), name => Assert.Equal(name, PolicyFile.BuiltIn.Rule(name)?.Name));

    [Fact]
    public void Parse_AsAPersonTypesIt_IsUnderstood()
    {
        var text = "# 提醒规则 | 2027\r\n\r\n  version\t12 \r\n digest 09:00\r\nquiet  19:30  07:30\r\n\toverdue-red|due|2\t4|each|holder,office  from  4|collapse\r\n";

        Assert.True(PolicyFile.TryParse(text, out var policy, out var error), error?.ToString());
        Assert.Equal(12, policy.Version);
        Assert.Equal(
            (new LocalTime(9, 0), new LocalTime(19, 30), new LocalTime(7, 30)),
            (policy.Digest, policy.QuietFrom, policy.QuietTo));
        Assert.Equal(
            "OverdueRed from Due after 2 4, then each, to Holder, Office from 4, missed Collapse",
            InWords(Assert.Single(policy.Rules)));
        Assert.Null(policy.Rule(ReminderName.DueSoon));
    }

    [Theory]
    [InlineData("提醒", "'提醒' is none of version, digest, quiet or a rule with its columns between |")]
    [InlineData("Version 2", "'Version' is none of version, digest, quiet or a rule with its columns between |")]
    [InlineData("version 2", "version stands twice")]
    [InlineData("digest 09:00", "digest stands twice")]
    [InlineData("quiet 21:00 07:00", "quiet stands twice")]
    [InlineData("unsigned | assigned | 1 | each | holder", "a rule has 6 columns (rule, from, after, then, to, missed), not 5")]
    [InlineData("unsigned | assigned | 1 | each | holder | late |", "a rule has 6 columns (rule, from, after, then, to, missed), not 7")]
    [InlineData("signed | assigned | 1 | | holder | late", "'signed' is no rule; there are " + Names)]
    [InlineData("Unsigned | assigned | 1 | | holder | late", "'Unsigned' is no rule; there are " + Names)]
    [InlineData("0 | assigned | 1 | | holder | late", "'0' is no rule; there are " + Names)]
    [InlineData("due-soon | due | 0 | | holder | drop", "due-soon stands twice")]
    [InlineData("unsigned | start | 1 | | holder | late", "'start' is nothing to count from; there are assigned, due, handed-in, asked, declined, holder-asked, reviewer-asked, exemption-asked")]
    [InlineData("unsigned | due | 1 | | holder | late", "unsigned counts from assigned")]
    [InlineData("overdue-red | assigned | 1 | | holder | late", "overdue-red counts from due")]
    [InlineData("review-waits | asked | 1 | | reviewer | late", "review-waits counts from handed-in")]
    [InlineData("extension-waits | handed-in | 1 | | reviewer | late", "extension-waits counts from asked")]
    [InlineData("unsigned | assigned | | | holder | late", "a rule needs at least one day")]
    [InlineData("unsigned | assigned | one | | holder | late", "'one' is not a number of working days from -60 to 60")]
    [InlineData("unsigned | assigned | 1.5 | | holder | late", "'1.5' is not a number of working days from -60 to 60")]
    [InlineData("unsigned | assigned | 1,2 | | holder | late", "'1,2' is not a number of working days from -60 to 60")]
    [InlineData("unsigned | assigned | 61 | | holder | late", "'61' is not a number of working days from -60 to 60")]
    [InlineData("unsigned | assigned | 99999999999 | | holder | late", "'99999999999' is not a number of working days from -60 to 60")]
    [InlineData("unsigned | assigned | 2 1 | | holder | late", "the days after must ascend")]
    [InlineData("unsigned | assigned | 1 1 | | holder | late", "the days after must ascend")]
    [InlineData("unsigned | assigned | 0 1 | | holder | late", "the days of unsigned begin with 1")]
    [InlineData("overdue-yellow | due | 0 | | holder | late", "the days of overdue-yellow begin with 1")]
    [InlineData("overdue-red | due | -1 3 | each | holder | late", "the days of overdue-red begin with 1")]
    [InlineData("propose-ledger | due | -5 | | office | late", "the days of propose-ledger begin with 1")]
    [InlineData("review-waits | handed-in | 0 | | reviewer | late", "the days of review-waits begin with 1")]
    [InlineData("unsigned | assigned | 1 | daily | holder | late", "then is each or nothing, not 'daily'")]
    [InlineData("unsigned | assigned | 1 | | | late", "a rule needs somebody to remind")]
    [InlineData("unsigned | assigned | 1 | | , | late", "a rule needs somebody to remind")]
    [InlineData("unsigned | assigned | 1 | | holders | late", "'holders' is nobody to remind; there are " + Audiences + ", each alone or with 'from' and a number of days")]
    [InlineData("unsigned | assigned | 1 | | holder above | late", "'holder above' is nobody to remind; there are " + Audiences + ", each alone or with 'from' and a number of days")]
    [InlineData("unsigned | assigned | 1 | | holder after 2 | late", "'holder after 2' is nobody to remind; there are " + Audiences + ", each alone or with 'from' and a number of days")]
    [InlineData("unsigned | assigned | 1 | | holder from two | late", "'two' is not a number of working days from -60 to 60")]
    [InlineData("unsigned | assigned | 1 | each | holder, holder from 2 | late", "holder stands twice")]
    [InlineData("unsigned | assigned | 1 2 | each | holder from 2 | late", "nobody is reminded on day 1")]
    [InlineData("unsigned | assigned | 1 2 | | holder, above from 3 | late", "above is never reminded: the last day is 2")]
    [InlineData("unsigned | assigned | 1 | | holder | skip", "'skip' does not say what becomes of a missed reminder; there are late, collapse, drop")]
    [InlineData("unsigned | assigned | 1 | | holder | ", "'' does not say what becomes of a missed reminder; there are late, collapse, drop")]
    public void Parse_OfAFaultyLine_SaysWhichAndWhy(string line, string reason)
    {
        Assert.False(PolicyFile.TryParse(Good + line, out var policy, out var error));
        Assert.Null(policy);
        Assert.Equal(new PolicyError(5, reason), error);
        Assert.Equal($"line 5: {reason}", error.ToString());
    }

    [Theory]
    [InlineData("version", "version takes one number")]
    [InlineData("version 1 2", "version takes one number")]
    [InlineData("version one", "'one' is not a version from 1 to 9999")]
    [InlineData("version 0", "'0' is not a version from 1 to 9999")]
    [InlineData("version 10000", "'10000' is not a version from 1 to 9999")]
    [InlineData("digest", "digest takes one time")]
    [InlineData("digest 08:30 09:30", "digest takes one time")]
    [InlineData("digest 8:30", "'8:30' is not a time such as 08:30")]
    [InlineData("digest 24:00", "'24:00' is not a time such as 08:30")]
    [InlineData("quiet 20:00", "quiet takes two times, from and to")]
    [InlineData("quiet 20:00 - 08:00", "quiet takes two times, from and to")]
    [InlineData("quiet 8pm 08:00", "'8pm' is not a time such as 08:30")]
    [InlineData("quiet 20:00 8am", "'8am' is not a time such as 08:30")]
    [InlineData("due-soon | due | -1 2 | | holder | drop", "the days of due-soon end with 0, the due day")]
    [InlineData("due-soon | due | -1 0 | each | holder | drop", "only what is late is repeated")]
    [InlineData("due-soon | due | -61 | | holder | drop", "'-61' is not a number of working days from -60 to 60")]
    public void Parse_OfAFaultyFirstLine_SaysWhy(string line, string reason)
    {
        Assert.False(PolicyFile.TryParse(line, out _, out var error));
        Assert.Equal(new PolicyError(1, reason), error);
    }

    [Theory]
    [InlineData("digest 08:30\nquiet 20:00 08:00\ndue-soon | due | 0 | | holder | drop", "no line names the version")]
    [InlineData("version 1\nquiet 20:00 08:00\ndue-soon | due | 0 | | holder | drop", "no line names the time of the digest")]
    [InlineData("version 1\ndigest 08:30\ndue-soon | due | 0 | | holder | drop", "no line names the quiet hours")]
    [InlineData("version 1\ndigest 08:30\nquiet 20:00 08:00", "there is no rule")]
    [InlineData("version 1\ndigest 07:59\nquiet 20:00 08:00\ndue-soon | due | 0 | | holder | drop", "the digest lies in the quiet hours")]
    [InlineData("version 1\ndigest 20:00\nquiet 20:00 08:00\ndue-soon | due | 0 | | holder | drop", "the digest lies in the quiet hours")]
    [InlineData("version 1\ndigest 12:30\nquiet 12:00 13:00\ndue-soon | due | 0 | | holder | drop", "the digest lies in the quiet hours")]
    [InlineData("", "no line names the version")]
    public void Parse_OfPartOfAPolicy_IsRefused(string text, string reason)
    {
        Assert.False(PolicyFile.TryParse(text, out _, out var error));
        Assert.Equal(new PolicyError(0, reason), error);
        Assert.Equal(reason, error.ToString());
    }

    [Theory]
    [InlineData("08:00", "20:00 08:00")] // quiet hours end with their last minute
    [InlineData("19:59", "20:00 08:00")]
    [InlineData("13:00", "12:00 13:00")]
    [InlineData("03:00", "00:00 00:00")] // none at all
    public void Parse_OfADigestAtTheEdgeOfQuietHours_IsTaken(string digest, string quiet) =>
        Assert.True(PolicyFile.TryParse(
            $"version 1\ndigest {digest}\nquiet {quiet}\ndue-soon | due | 0 | | holder | drop",
            out _,
            out _));

    [Fact]
    public void Parse_BeyondTheLimits_IsRefused()
    {
        Assert.False(PolicyFile.TryParse(Good + new string('\n', TextLines.MostOfAFile), out _, out var lines));
        Assert.Equal(new PolicyError(0, "more than 200 lines"), lines);
        Assert.False(PolicyFile.TryParse(
            Good + "#" + new string('长', TextLines.LongestOfAFile),
            out _,
            out var length));
        Assert.Equal(new PolicyError(5, "longer than 300 characters"), length);
    }

    [Fact]
    public void Parse_OfAnyText_GetsAnAnswer()
    {
        var pieces = Gen.OneOf(
            Gen.String,
            Gen.OneOf<string>(
                Good,
                "version 1\n",
                "digest",
                "08:30",
                "quiet",
                "\n",
                "\r",
                " ",
                "\t",
                "|",
                " | ",
                ",",
                "#",
                "each",
                "unsigned",
                "overdue-red",
                "assigned",
                "due",
                "-5",
                "0",
                "1",
                "60",
                "9999999999999",
                "holder",
                "from",
                "above from 2",
                "late",
                "drop",
                "unsigned | assigned | 1 | each | holder | late\n"));

        pieces.Array[0, 16].Sample(parts =>
        {
            var parsed = PolicyFile.TryParse(string.Concat(parts), out var policy, out var error);
            Assert.Equal(parsed, policy is not null);
            Assert.Equal(parsed, error is null);
        });
    }

    private static string InWords(ReminderRule rule) =>
        $"{rule.Name} from {rule.From} after {string.Join(' ', rule.After)}{(rule.ThenEach ? ", then each" : "")}, to "
        + string.Join(
            ", ",
            rule.To.Select(to => to.FromDay > rule.After[0] ? $"{to.Audience} from {to.FromDay}" : $"{to.Audience}"))
        + $", missed {rule.Missed}";
}
