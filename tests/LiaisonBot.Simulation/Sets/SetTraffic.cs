using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation.Judging;
using NodaTime;

namespace LiaisonBot.Simulation.Sets;

/// <summary>
/// Sets of findings over the whole run: given to places, their plans filled in row by row or as a sheet, handed in,
/// returned and approved; findings added later; closed ones checked; self-checks asked and answered. Their matters are
/// worked on as all matters are.
/// </summary>
/// <param name="count">Sets that are given out.</param>
/// <param name="living">A process that lives, or null.</param>
/// <param name="made">Told of each matter of a set.</param>
internal sealed class SetTraffic(
    Random random,
    int count,
    Province province,
    Witness witness,
    MemoryTableStore store,
    Func<Instance?> living,
    Action<Duration, Func<Task>> later,
    Action<MatterNumber> made)
{
    private static readonly string[] Topics = ["招投标", "财务管理", "作风建设"];

    private int opened;
    private int commands;
    private int asked;

    /// <summary>What is done on a day; nothing in a run without sets.</summary>
    public IEnumerable<Func<Task>> Steps(LocalDate today)
    {
        if (count == 0)
        {
            return [];
        }

        List<Func<Task>> steps = [];
        if (opened < count && random.Next(2) == 0)
        {
            opened++;
            steps.Add(() => Open(today));
        }

        foreach (var set in Rows(RowKeys.Matters.Sets).Select(SetRows.ToSet).ToList())
        {
            Announce(set);
            steps.AddRange(Plan(set, today));
            steps.AddRange(Disclose(set, today));
            if (random.Next(25) == 0)
            {
                steps.Add(() => Add(set, today));
            }
        }

        if (random.Next(4) == 0)
        {
            steps.Add(Draw);
        }

        foreach (var check in Rows(RowKeys.Matters.FindingChecks).Select(CheckRows.ToCheck))
        {
            foreach (var item in check.Items.Where(i => i.FollowedBy is null && i.LeftBecause is null && random.Next(3) == 0))
            {
                steps.Add(() => Look(check, item, today));
            }
        }

        if (asked < count && random.Next(6) == 0)
        {
            steps.Add(() => Ask(today));
        }

        foreach (var one in Rows(RowKeys.Matters.SelfCheckAnswers).Select(SelfCheckRows.ToCheck)
            .Where(one => one.State is SelfCheckState.Asked or SelfCheckState.None))
        {
            if (random.Next(one.State == SelfCheckState.Asked ? 6 : 40) == 0)
            {
                steps.Add(() => Answer(one, today));
            }
        }

        return steps;
    }

    private IEnumerable<Row> Rows(string prefix) => witness.Cities
        .SelectMany(city => store.Rows(RowKeys.Matters.Table, city))
        .Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The matters that a set has made are worked on from now on.</summary>
    private void Announce(FindingSet set)
    {
        foreach (var row in store.Rows(RowKeys.Matters.Table, set.Number.City.Value)
            .Where(row => row.Key.StartsWith(RowKeys.Matters.Matter, StringComparison.Ordinal)
                && (row.Text("Set") ?? row.Text("StepOf")) == set.Number.Key))
        {
            made(MatterNumber.Parse(row.Text("Number")!));
        }
    }

    private Person? SomebodyWho(string right, Story on) =>
        witness.Directory.People.Where(p => witness.Judge.May(p.Id, right, on)).ToList() is { Count: > 0 } able
            ? able[random.Next(able.Count)]
            : null;

    private Task Open(LocalDate today)
    {
        var places = province.Places.Where(place => place.Level != AreaLevel.Unit).ToList();
        var area = places[random.Next(places.Count)];
        var topic = Topics[random.Next(Topics.Length)];
        var id = $"s{++commands}";
        var findings = Enumerable.Range(1, random.Next(2, 7)).Select(i => Finding($"{id}的问题{i}", today) with
        {
            Topic = random.Next(3) > 0 ? topic : null,
        }).ToList();
        var draft = new SetDraft(area, today.PlusDays(-random.Next(0, 190)), findings);
        return SomebodyWho("Assign", Story.AtPlace(area.Value)) is { } by
            ? Try(services => services.Sets.OpenAsync(id, by, draft, CancellationToken.None))
            : Task.CompletedTask;
    }

    private FindingDraft Finding(string problem, LocalDate today) => new(
        problem,
        Due: random.Next(3) == 0 ? today.PlusDays(random.Next(1, 60)) : null,
        Track: (Track)random.Next(3));

    private Task Add(FindingSet set, LocalDate today)
    {
        var id = $"s{++commands}";
        var draft = Finding($"{id}补充的问题", today);
        return SomebodyWho("Assign", Story.AtPlace(set.Area.Value)) is { } by
            ? Try(services => services.Sets.AddAsync(id, by, set.Number, draft, "补充反馈", CancellationToken.None))
            : Task.CompletedTask;
    }

    /// <summary>What is next of the plan of a set.</summary>
    private IEnumerable<Func<Task>> Plan(FindingSet set, LocalDate today)
    {
        if (set.Steps.FirstOrDefault(step => step.Name == "plan") is not { } step
            || witness.Judge.Of(step.Matter.Key) is not { } story
            || random.Next(2) == 0)
        {
            yield break;
        }

        if (story.IsWorkedOn)
        {
            yield return () => Fill(set, step.Matter, story, today);
            yield return () => Do("Work", story, step.Matter, new MatterCommand.HandIn("方案"));
        }
        else if (story.State == "HandedIn" && random.Next(2) == 0)
        {
            yield return () => Return(set, step.Matter, story);
        }
        else if (story.State == "HandedIn")
        {
            yield return () => Do("Review", story, step.Matter, new MatterCommand.Close("同意"));
        }
    }

    /// <summary>What is next of what a place makes public.</summary>
    private IEnumerable<Func<Task>> Disclose(FindingSet set, LocalDate today)
    {
        foreach (var (name, what) in new[] { ("plan-disclosure", DisclosedWhat.Plan), ("result-disclosure", DisclosedWhat.Result) })
        {
            if (set.Steps.FirstOrDefault(step => step.Name == name) is not { } step
                || witness.Judge.Of(step.Matter.Key) is not { } story
                || random.Next(2) == 0)
            {
                continue;
            }

            if (Rows(RowKeys.Matters.Disclosures)
                .FirstOrDefault(row => row.Key.StartsWith($"{RowKeys.Matters.Disclosures}{set.Number.Key}|", StringComparison.Ordinal)
                    && row.Text("What") == what.ToString()
                    && row.Text("State") == nameof(DisclosureState.ExemptionAsked)) is { } waits)
            {
                yield return () => DecideExemption(set, what, Enum.Parse<DisclosedTo>(waits.Text("To")!));
            }
            else if (story.IsWorkedOn && random.Next(4) == 0)
            {
                yield return () => AskExemption(set, what, story);
            }
            else if (story.IsWorkedOn)
            {
                yield return () => Register(set, what, story, today);
            }
            else if (story.State == "HandedIn")
            {
                yield return () => Confirm(set, what, story);
            }
        }
    }

    /// <summary>One of what is to be registered; sometimes of a form that was opened a while ago.</summary>
    private Task Register(FindingSet set, DisclosedWhat what, Story story, LocalDate today)
    {
        var (id, to) = ($"s{++commands}", (DisclosedTo)random.Next(2));
        if (SomebodyWho("Work", story) is not { } actor)
        {
            return Task.CompletedTask;
        }

        string? seen = null;
        return Try(async services =>
        {
            seen ??= (await services.Disclosures.OfSetAsync(actor, set.Number, CancellationToken.None))?
                .First(view => view.What == what)
                .Part(to)?.Said?.Mark ?? "";
            var draft = new DisclosureDraft(to, seen)
            {
                Way = to == DisclosedTo.Party ? DisclosureWay.Meeting : DisclosureWay.Website,
                Medium = "县政府网站",
                From = today,
                Until = today.PlusDays(9),
                Reference = "https://county.example/1",
            };
            await services.Disclosures.RegisterAsync(
                id,
                actor,
                set.Number,
                what,
                draft,
                _ => $"{id}的公开登记",
                CancellationToken.None);
        });
    }

    private Task AskExemption(FindingSet set, DisclosedWhat what, Story story)
    {
        var (id, to) = ($"s{++commands}", (DisclosedTo)random.Next(2));
        if (SomebodyWho("Work", story) is not { } actor)
        {
            return Task.CompletedTask;
        }

        string? seen = null;
        return Try(async services =>
        {
            seen ??= (await services.Disclosures.OfSetAsync(actor, set.Number, CancellationToken.None))?
                .First(view => view.What == what)
                .Part(to)?.Said?.Mark ?? "";
            await services.Disclosures.AskExemptionAsync(
                id,
                actor,
                set.Number,
                what,
                to,
                seen,
                services.DisclosureRule.Reasons[0].Name,
                "涉密",
                _ => $"{id}的免于公开",
                CancellationToken.None);
        });
    }

    private Task DecideExemption(FindingSet set, DisclosedWhat what, DisclosedTo to)
    {
        var (id, agrees) = ($"s{++commands}", random.Next(2) == 0);
        var office = witness.Directory.People.Where(p => p.Grants.Any(g => g.Role == Role.Office)).ToList();
        return office.Count == 0
            ? Task.CompletedTask
            : Try(services => services.Disclosures.DecideExemptionAsync(
                id,
                office[random.Next(office.Count)],
                set.Number,
                what,
                to,
                agrees,
                "可以公开",
                _ => $"{id}的答复",
                CancellationToken.None));
    }

    private Task Confirm(FindingSet set, DisclosedWhat what, Story story)
    {
        var (id, isSeen) = ($"s{++commands}", random.Next(3) > 0);
        return SomebodyWho("Review", story) is { } actor
            ? Try(services => isSeen
                ? services.Disclosures.ConfirmAsync(id, actor, set.Number, what, CancellationToken.None)
                : services.Disclosures.ReturnAsync(id, actor, set.Number, what, [], "链接打不开", CancellationToken.None))
            : Task.CompletedTask;
    }

    private Task Do(string right, Story on, MatterNumber number, MatterCommand command)
    {
        var id = $"s{++commands}";
        return SomebodyWho(right, on) is { } actor
            ? Try(services => services.Matters.DoAsync(id, actor, number, command, CancellationToken.None))
            : Task.CompletedTask;
    }

    /// <summary>A sheet with all rows, or one finding on a card; sometimes of a plan that was read a while ago.</summary>
    private Task Fill(FindingSet set, MatterNumber plan, Story story, LocalDate today)
    {
        var id = $"s{++commands}";
        if (SomebodyWho("Work", story) is not { } actor)
        {
            return Task.CompletedTask;
        }

        var (isSheet, keepOthers, days) = (random.Next(3) > 0, random.Next(2) == 0, random.Next(5, 60));
        var one = random.Next();
        IReadOnlyList<PlanSheetRow>? rows = null;
        return Try(async services =>
        {
            if (rows is null)
            {
                if (await services.Sets.PlanAsync(actor, set.Number, CancellationToken.None) is not { } view)
                {
                    return;
                }

                var open = view.Rows.Where(row => row.IsOpen).ToList();
                rows =
                [
                    .. open.Where((_, i) => isSheet || i == one % open.Count).Select(row => new PlanSheetRow(
                        row.Index + 1,
                        row.Index,
                        PlanSheetRules.KeyOf(set.Number, row.Index, row.Fill),
                        row.Problem,
                        new(
                            $"{id}的措施",
                            "副县长",
                            "自然资源局",
                            LocalDate.Min(view.Ends, today.PlusDays(days + row.Index))))),
                ];
            }

            await services.Sets.FillAsync(id, actor, set.Number, plan, rows, keepOthers, CancellationToken.None);
        });
    }

    private Task Return(FindingSet set, MatterNumber plan, Story story)
    {
        var id = $"s{++commands}";
        var remarks = new Dictionary<int, string> { [random.Next(1, set.Count + 1)] = "措施不具体" };
        return SomebodyWho("Review", story) is { } actor
            ? Try(services => services.Sets.ReturnPlanAsync(
                id,
                actor,
                set.Number,
                plan,
                remarks,
                "请逐项完善",
                CancellationToken.None))
            : Task.CompletedTask;
    }

    /// <summary>Those of the office and of the team of the city check.</summary>
    private Person? Checker(AreaCode area) =>
        witness.Directory.People.Where(p => p.Grants.Any(g => g.Role is Role.Office or Role.TeamLeader && g.Area.Contains(area)))
            .ToList() is { Count: > 0 } able
            ? able[random.Next(able.Count)]
            : null;

    private Task Draw()
    {
        var closed = Rows(RowKeys.Matters.SetLists).Where(row => row.Text("State") == nameof(MatterState.Closed)).ToList();
        var area = closed.Count == 0
            ? province.Places[random.Next(province.Places.Count)]
            : AreaCode.Parse(closed[random.Next(closed.Count)].Text("Area")!);
        var (id, size) = ($"s{++commands}", random.Next(4) == 0 ? (int?)null : random.Next(1, 3));
        return Checker(area) is { } by
            ? Try(services => services.Checks.DrawAsync(id, by, area, size, CancellationToken.None))
            : Task.CompletedTask;
    }

    private async Task Look(FindingCheck check, CheckItem item, LocalDate today)
    {
        if (Checker(check.Area) is not { } by)
        {
            return;
        }

        if (item.Result is null || random.Next(5) == 0)
        {
            var found = new CheckFound((CheckResult)random.Next(4), "现场查看");
            await Try(services => services.Checks.SayAsync(by, check.Number, item.Matter, found, CancellationToken.None));
        }
        else if (random.Next(4) == 0)
        {
            await Try(services => services.Checks.LeaveAsync(by, check.Number, item.Matter, "已另行处理", CancellationToken.None));
        }
        else
        {
            var due = today.PlusDays(random.Next(1, 30));
            await Try(services => services.Checks.FollowUpAsync(by, check.Number, item.Matter, due, CancellationToken.None));
        }
    }

    private Task Ask(LocalDate today)
    {
        asked++;
        var city = province.Cities[random.Next(province.Cities.Count)];
        var id = $"s{++commands}";
        List<AreaCode> places = [.. province.Places.Where(place => place.Level == AreaLevel.County && place.City == city)];
        var draft = new SelfCheckDraft(
            $"是否有{Topics[random.Next(Topics.Length)]}方面的问题",
            places,
            random.Next(2) == 0 ? null : today.PlusDays(random.Next(3, 20)));
        if (random.Next(3) == 0)
        {
            // A campaign of the office: what a place finds is a set.
            draft = draft with { Due = null, Campaign = new(id, $"{id}专项整治", today.PlusDays(random.Next(5, 40))) };
            var office = witness.Directory.People.Where(p => p.Grants.Any(g => g.Role == Role.Office)).ToList();
            return office.Count == 0
                ? Task.CompletedTask
                : Try(services => services.SelfChecks.AskAsync(id, office[random.Next(office.Count)], draft, CancellationToken.None));
        }

        return Checker(city) is { } by
            ? Try(services => services.SelfChecks.AskAsync(id, by, draft, CancellationToken.None))
            : Task.CompletedTask;
    }

    private Task Answer(SelfCheck one, LocalDate today)
    {
        var id = $"s{++commands}";
        var state = (SelfCheckState)random.Next(1, 4);
        var answer = new SelfCheckAnswer(
            state,
            one.Campaign is null ? "已排查" : string.Join('\n', Enumerable.Range(1, random.Next(1, 4)).Select(i => $"{i}、{id}查出的问题{i}")),
            state != SelfCheckState.Planned ? null
                : one.Campaign is { } campaign ? LocalDate.Max(today, campaign.Until)
                : today.PlusDays(random.Next(1, 40)));
        return SomebodyWho("Work", Story.AtPlace(one.Place.Value)) is { } actor
            ? Try(services => services.SelfChecks.AnswerAsync(id, actor, one.Number, answer, CancellationToken.None))
            : Task.CompletedTask;
    }

    /// <summary>Who is not answered tries the same again later, and gives up in the end.</summary>
    private async Task Try(Func<LiaisonServices, Task> work, int tries = 0)
    {
        var isAnswered = false;
        if (living() is { } instance)
        {
            await instance.Do(async services =>
            {
                await work(services);
                isAnswered = true;
            });
        }

        if (!isAnswered && tries < 5)
        {
            later(Duration.FromMinutes(random.Next(1, 60)), () => Try(work, tries + 1));
        }
    }
}
