using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation.Sets;

/// <summary>
/// A round as it really was: 15 teams give 41 counties their feedback within three weeks, 20 to 40 findings each; a plan
/// within a month, half a year of work, the report, what is made public, a check. What people do, and when, is the same by
/// sets and matter by matter: where a set does something by itself, the other way is that somebody does it by hand.
/// </summary>
/// <param name="bySets">Set by set; else each finding is an ordinary matter, as from an import.</param>
internal sealed class RoundTraffic(
    int seed,
    bool bySets,
    Province province,
    Witness witness,
    RoundCount count,
    MemoryTableStore store,
    Func<Instance?> living,
    Action<Instant, Func<Task>> at,
    Func<Instant> now)
{
    public const int Counties = 41;
    public const int Teams = 15;

    private const int FeedbackDays = 15;

    private bool BySets { get; } = bySets;

    private Province Province { get; } = province;

    private Witness Witness { get; } = witness;

    private RoundCount Count { get; } = count;

    private MemoryTableStore Store { get; } = store;

    private Func<Instance?> Living { get; } = living;

    private Action<Instant, Func<Task>> At { get; } = at;

    private Func<Instant> Now { get; } = now;

    private int Commands { get; set; }

    /// <summary>Plans the round from a Monday on.</summary>
    public void Begin(LocalDate first)
    {
        var counties = Province.Places.Where(place => place.Level == AreaLevel.County).Take(Counties).ToList();
        for (var i = 0; i < counties.Count; i++)
        {
            var county = new County(this, counties[i], new((seed * 1000) + i), first);
            Count.Counties.Add(counties[i].Value);
            county.Begin();
        }
    }

    private LocalDate Nth(LocalDate day, int workingDays) => Witness.Judge.Days.Nth(day, workingDays);

    /// <summary>One county in the round.</summary>
    private sealed class County(RoundTraffic round, AreaCode area, Random random, LocalDate first)
    {
        private readonly Dictionary<int, MatterNumber> numbers = [];
        private readonly Dictionary<string, MatterNumber> steps = new(StringComparer.Ordinal);
        private readonly List<Planned> findings = [];
        private MatterNumber? set;
        private LocalDate feedback;

        private Person Officer => round.Witness.Directory.ById($"county-{area.Value}-{random.Next(2)}")!;

        private Person Leader => round.Witness.Directory.People.First(p => p.Grants.Any(g =>
            g.Role == Role.TeamLeader && g.Team == Team));

        /// <summary>The first counties of a city are its first team's, the others that of the team beside it.</summary>
        private int Team
        {
            get
            {
                var city = round.Province.Cities.ToList().IndexOf(area.City);
                var inCity = round.Province.Places.Where(p => p.Level == AreaLevel.County && p.City == area.City).ToList();
                return inCity.IndexOf(area) >= 2 && city < Teams - round.Province.Cities.Count
                    ? round.Province.Cities.Count + 1 + city
                    : city + 1;
            }
        }

        public void Begin()
        {
            feedback = round.Nth(first, random.Next(1, FeedbackDays));
            var size = random.Next(20, 41);
            for (var i = 1; i <= size; i++)
            {
                var track = random.Next(20) switch { < 3 => Track.Immediate, < 5 => Track.LongTerm, _ => Track.Concentrated };
                var due = track == Track.Immediate ? round.Nth(feedback, 15) : feedback.PlusDays(random.Next(45, 178));
                findings.Add(new(i, $"{area.Value}的问题{i}", track, due));
            }

            On(feedback, Open);
        }

        // The feedback

        private async Task<bool> Open()
        {
            if (round.BySets)
            {
                var draft = new SetDraft(area, feedback, [.. findings.Select(f => new FindingDraft(f.Problem, Track: f.Track))]);
                if (await Ask(services => services.Sets.OpenAsync($"open_{area.Value}", Leader, draft, default)) is not SetResult.Done done)
                {
                    return false;
                }

                set = done.Set.Number;
            }
            else
            {
                foreach (var finding in findings.Where(f => !numbers.ContainsKey(f.Index)))
                {
                    var due = finding.Track == Track.Concentrated ? feedback.PlusMonths(6)
                        : finding.Track == Track.LongTerm ? feedback.PlusMonths(12)
                        : finding.Due;
                    if (await Assign($"finding{finding.Index}", finding.Problem, due) is not { } number)
                    {
                        return false;
                    }

                    numbers[finding.Index] = number;
                }

                foreach (var (name, months) in new[] { ("plan", 1), ("progress", 6) })
                {
                    if (!steps.ContainsKey(name) && await Assign(name, name, feedback.PlusMonths(months)) is { } number)
                    {
                        steps[name] = number;
                    }
                }

                if (steps.Count < 2)
                {
                    return false;
                }
            }

            On(round.Nth(feedback, 1), SignAll);
            var fill = feedback.PlusDays(random.Next(8, 16));
            if (round.BySets)
            {
                On(fill, () => Fill(f => f.Index % 3 > 0));
                On(fill.PlusDays(random.Next(3, 8)), () => Fill(_ => true));
            }

            On(round.Nth(feedback.PlusDays(random.Next(24, 28)), 0), HandInPlan);
            var report = round.Nth(feedback.PlusMonths(6), -random.Next(1, 4));
            On(report, () => Step("progress", new MatterCommand.HandIn("报告"), ClosedReport));
            On(round.Nth(feedback.PlusMonths(7), 0), Check);
            foreach (var finding in findings.Where(f => f.Track == Track.Immediate))
            {
                Work(finding);
            }

            return true;
        }

        private async Task<MatterNumber?> Assign(string id, string title, LocalDate due)
        {
            var draft = new MatterDraft(title, area, "县委", title, new DueSpan.On(due)) { IsOneOfMany = true };
            return await Ask(services => services.Matters.AssignAsync($"{id}_of_{area.Value}", Leader, draft, default))
                is CommandResult.Done done
                ? done.Family.Matter.Number
                : null;
        }

        private async Task<bool> SignAll()
        {
            var all = Matters().Where(row => row.Text("State") == nameof(MatterState.Assigned)).ToList();
            foreach (var row in all)
            {
                if (!await Do(Officer, MatterNumber.Parse(row.Text("Number")!), new MatterCommand.Sign()))
                {
                    return false;
                }

                round.Count.Signatures++;
            }

            return true;
        }

        // The plan

        private async Task<bool> Fill(Func<Planned, bool> which)
        {
            if (Number("plan") is not { } plan)
            {
                return false;
            }

            var view = await Ask(services => services.Sets.PlanAsync(Officer, set!.Value, default));
            if (view is null)
            {
                return false;
            }

            List<PlanSheetRow> rows =
            [
                .. view.Rows.Where(row => row.IsOpen && row.Fill.Measures is null && which(findings[row.Index - 1]))
                    .Select(row => new PlanSheetRow(
                        row.Index + 1,
                        row.Index,
                        PlanSheetRules.KeyOf(set!.Value, row.Index, row.Fill),
                        row.Problem,
                        new(
                            "逐项整改",
                            "副县长",
                            "自然资源局",
                            // What is put right at once, or goes on, has a date of its own.
                            row.Track == Track.Concentrated ? findings[row.Index - 1].Due : null))),
            ];
            var id = $"fill_{area.Value}_{++round.Commands}";
            return rows.Count == 0
                || await Ask(services => services.Sets.FillAsync(id, Officer, set!.Value, plan, rows, true, default)) is PlanResult.Done;
        }

        private async Task<bool> HandInPlan()
        {
            if (Number("plan") is not { } plan || !await Do(Officer, plan, new MatterCommand.HandIn("方案")))
            {
                return false;
            }

            var isReturned = random.Next(3) == 0;
            On(round.Nth(Today, random.Next(1, 4)), isReturned ? ReturnPlan : ApprovePlan);
            return true;
        }

        private async Task<bool> ReturnPlan()
        {
            var plan = Number("plan")!.Value;
            var remarks = new Dictionary<int, string> { [1] = "措施不具体", [2] = "时限偏晚" };
            if (!(round.BySets
                ? await Ask(services => services.Sets.ReturnPlanAsync($"return_{area.Value}", Leader, set!.Value, plan, remarks, "请完善", default))
                    is CommandResult.Done
                : await Do(Leader, plan, new MatterCommand.Return("第1、2项请完善", null))))
            {
                return false;
            }

            On(round.Nth(Today, random.Next(1, 3)), async () =>
            {
                if (!await Do(Officer, plan, new MatterCommand.HandIn("修改后的方案")))
                {
                    return false;
                }

                On(round.Nth(Today, random.Next(1, 4)), ApprovePlan);
                return true;
            });
            return true;
        }

        private async Task<bool> ApprovePlan()
        {
            if (!await Do(Leader, Number("plan")!.Value, new MatterCommand.Close("同意")))
            {
                return false;
            }

            foreach (var finding in findings.Where(f => f.Track != Track.Immediate))
            {
                // What a set does by itself, the leader does one by one.
                if (!round.BySets)
                {
                    On(Today, () => Do(Leader, numbers[finding.Index], new MatterCommand.ChangeDue(LocalDate.Max(finding.Due, Today), "按方案")));
                }

                Work(finding);
            }

            Publish("plan-disclosure");
            return true;
        }

        private Task<bool> ClosedReport()
        {
            On(round.Nth(Today, random.Next(1, 4)), () => Step("progress", new MatterCommand.Close("同意"), () =>
            {
                Publish("result-disclosure");
                return Task.FromResult(true);
            }));
            return Task.FromResult(true);
        }

        private void Publish(string step)
        {
            if (!round.BySets)
            {
                On(round.Nth(Today, 1), async () =>
                {
                    if (await Assign(step.Replace("-", "_", StringComparison.Ordinal), step, round.Nth(Today, 15)) is not { } number)
                    {
                        return false;
                    }

                    steps[step] = number;
                    On(round.Nth(Today, 1), SignAll);
                    return true;
                });
            }

            var on = round.Nth(Today, random.Next(8, 14));
            if (round.BySets)
            {
                On(on, () => Register(step));
                return;
            }

            On(on, () => Step(step, new MatterCommand.HandIn("已公开"), () =>
            {
                On(round.Nth(Today, random.Next(1, 4)), () => Step(step, new MatterCommand.Close("已核实"), () => Task.FromResult(true)));
                return Task.FromResult(true);
            }));
        }

        /// <summary>In the Party and to society: the second hands it in, and the leader confirms it.</summary>
        private async Task<bool> Register(string step)
        {
            var what = step == "plan-disclosure" ? DisclosedWhat.Plan : DisclosedWhat.Result;
            foreach (var to in Enum.GetValues<DisclosedTo>())
            {
                var draft = new DisclosureDraft(to, "")
                {
                    Way = to == DisclosedTo.Party ? DisclosureWay.Meeting : DisclosureWay.Website,
                    Medium = to == DisclosedTo.Party ? "全县领导干部会议" : "县政府网站",
                    From = Today,
                    Until = to == DisclosedTo.Party ? Today : Today.PlusDays(9),
                    Reference = to == DisclosedTo.Party ? null : "https://county.example/1",
                };
                if (await Ask(services => services.Disclosures.RegisterAsync(
                    $"{what}{to}_{area.Value}",
                    Officer,
                    set!.Value,
                    what,
                    draft,
                    _ => "已公开",
                    default)) is not DisclosureResult.Done)
                {
                    return false;
                }
            }

            On(round.Nth(Today, random.Next(1, 4)), async () => await Ask(services => services.Disclosures.ConfirmAsync(
                $"confirm{what}_{area.Value}",
                Leader,
                set!.Value,
                what,
                default)) is DisclosureResult.Done);
            return true;
        }

        private async Task<bool> Step(string step, MatterCommand command, Func<Task<bool>> then) =>
            Number(step) is { } number
                && await Do(command.Act == Act.Close ? Leader : Officer, number, command)
                && await then();

        // Half a year of work

        private void Work(Planned finding)
        {
            var due = LocalDate.Max(finding.Due, Today);
            switch (random.Next(10))
            {
                case 0:
                    On(round.Nth(due, random.Next(1, 6)), () => HandIn(finding));
                    break;
                case 1:
                    var later = due.PlusDays(20);
                    On(round.Nth(due, -random.Next(3, 7)), () => Do(Officer, Of(finding), new MatterCommand.RequestExtension("还需时日", later)));
                    On(round.Nth(due, -1), () => Do(Leader, Of(finding), new MatterCommand.GrantExtension(null, null)));
                    On(round.Nth(later, -random.Next(0, 4)), () => HandIn(finding));
                    break;
                default:
                    On(round.Nth(due, -random.Next(0, 6)), () => HandIn(finding));
                    break;
            }
        }

        private async Task<bool> HandIn(Planned finding)
        {
            if (!await Do(Officer, Of(finding), new MatterCommand.HandIn("已整改")))
            {
                return false;
            }

            var isReturned = random.Next(5) == 0;
            On(round.Nth(Today, random.Next(1, 5)), async () =>
            {
                if (!isReturned)
                {
                    return await Do(Leader, Of(finding), new MatterCommand.Close("同意销号"));
                }

                if (!await Do(Leader, Of(finding), new MatterCommand.Return("请补充佐证", Today.PlusDays(14))))
                {
                    return false;
                }

                On(round.Nth(Today, random.Next(2, 7)), async () =>
                {
                    if (!await Do(Officer, Of(finding), new MatterCommand.HandIn("已补充")))
                    {
                        return false;
                    }

                    On(round.Nth(Today, random.Next(1, 5)), () => Do(Leader, Of(finding), new MatterCommand.Close("同意销号")));
                    return true;
                });
                return true;
            });
            return true;
        }

        // The check: a tenth, of which some is not done

        private async Task<bool> Check()
        {
            var drawn = findings.Where(_ => random.Next(10) == 0).Take(4).ToList();
            if (round.BySets)
            {
                if (await Ask(services => services.Checks.DrawAsync($"draw_{area.Value}", Leader, area, null, default))
                    is not CheckOutcome.Done done)
                {
                    return false;
                }

                foreach (var item in done.Check.Items.Take(drawn.Count))
                {
                    On(Today, async () =>
                        await Ask(services => services.Checks.SayAsync(
                            Leader,
                            done.Check.Number,
                            item.Matter,
                            new(CheckResult.NotDone, "现场看尚未到位"),
                            default)) is CheckOutcome.Done
                        && await Ask(services => services.Checks.FollowUpAsync(
                            Leader,
                            done.Check.Number,
                            item.Matter,
                            Today.PlusDays(20),
                            default)) is CheckOutcome.Done { Check: var found }
                        && Follow(found.Items.First(i => i.Matter == item.Matter).FollowedBy!.Value));
                }
            }
            else
            {
                foreach (var finding in drawn)
                {
                    On(Today, async () => await Assign($"again{finding.Index}", finding.Problem, Today.PlusDays(20)) is { } number && Follow(number));
                }
            }

            return true;
        }

        private bool Follow(MatterNumber number)
        {
            On(round.Nth(Today, 1), SignAll);
            On(round.Nth(Today, 10), async () =>
            {
                if (!await Do(Officer, number, new MatterCommand.HandIn("已到位")))
                {
                    return false;
                }

                On(round.Nth(Today, 2), () => Do(Leader, number, new MatterCommand.Close("同意")));
                return true;
            });
            return true;
        }

        // How it is done

        private LocalDate Today => BeijingTime.Today(round.Now());

        private MatterNumber Of(Planned finding) => round.BySets
            ? MatterNumber.Parse(Matters().First(row => row.Text("Set") == set!.Value.Key && row.Number("Finding") == finding.Index)
                .Text("Number")!)
            : numbers[finding.Index];

        private MatterNumber? Number(string step) => round.BySets
            ? Matters().FirstOrDefault(row => row.Text("StepOf") == set?.Key && row.Text("Step") == step)?.Text("Number") is { } key
                ? MatterNumber.Parse(key)
                : null
            : steps.TryGetValue(step, out var number) ? number : null;

        private IEnumerable<Row> Matters() => round.Store.Rows(RowKeys.Matters.Table, area.City.Value)
            .Where(row => row.Key.StartsWith(RowKeys.Matters.Matter, StringComparison.Ordinal) && row.Text("Area") == area.Value);

        /// <summary>In the working hours of a day; whoever is not answered, or has to wait for something, tries again.</summary>
        private void On(LocalDate day, Func<Task<bool>> what, int tries = 0)
        {
            var when = BeijingTime.At(day, new(9, 0)) + Duration.FromMinutes(random.Next(0, 480));
            round.At(Instant.Max(when, round.Now() + Duration.FromMinutes(1)), () => Try(what, tries));
        }

        private async Task Try(Func<Task<bool>> what, int tries)
        {
            if (!await what() && tries < 12)
            {
                var again = round.Now() + Duration.FromMinutes(tries < 6 ? 30 : 600);
                round.At(again, () => Try(what, tries + 1));
            }
        }

        private async Task<T?> Ask<T>(Func<LiaisonServices, Task<T>> what)
            where T : class?
        {
            T? answer = null;
            if (round.Living() is { } instance)
            {
                await instance.Do(async services => answer = await what(services));
            }

            return answer;
        }

        /// <returns>Whether it was done; what the rules refuse is counted, and given up.</returns>
        private async Task<bool> Do(Person actor, MatterNumber number, MatterCommand command)
        {
            // What follows from a step has a mark in its id; this has none.
            var id = $"w{++round.Commands}";
            if (round.Living() is not { } instance)
            {
                return false;
            }

            var answer = await instance.Take(id, actor, number, command, []);
            if (answer is CommandResult.Refused refused)
            {
                var why = $"{command.Act} {refused.Refusals[0].Reason}";
                round.Count.Refused[why] = round.Count.Refused.GetValueOrDefault(why) + 1;
                // Done before, and the answer did not come; else it waits for something.
                return refused.Refusals[0].Reason == RefusalReason.WrongState;
            }

            return answer is CommandResult.Done;
        }
    }

    private sealed record Planned(int Index, string Problem, Track Track, LocalDate Due);
}
