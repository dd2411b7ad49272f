using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Leaving;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Leaving;

/// <summary>
/// The office deletes what is kept of a person: who is meant, what goes and what stays, and then one press.
/// </summary>
internal sealed class LeavingHandler(TurnScope scope) : TurnPart(scope)
{
    private const int MostNamed = 10;

    public Task<TurnAnswer> AskAsync(string who)
    {
        if (!Person.Has(Role.Office))
        {
            return TellAsync(Localizer.Say(LeavingTexts.DeleteDataOfOffice));
        }

        if (Folding.IsBlank(who))
        {
            return ShowAsync(Localizer.Say(LeavingTexts.DeleteData), LeavingCards.Former([.. Gone()], Buttons));
        }

        return Find(who) switch
        {
            [] => TellAsync(Localizer.Say(LeavingTexts.DeleteDataNobody, Localizer.Clip(who, Person.SignInNameLength))),
            [var one] => AskAsync(one),
            var several =>
                ShowAsync(
                    Localizer.Say(LeavingTexts.DeleteData),
                    LeavingCards.Which(Localizer.Clip(who, 40), [.. several.Take(MostNamed)], several.Count, Buttons)),
        };
    }

    public Task<TurnAnswer> AskOfAsync(IReadOnlyDictionary<string, string> values) =>
        !Person.Has(Role.Office) ? TellAsync(Localizer.Say(LeavingTexts.DeleteDataOfOffice))
        : Of(values.GetValueOrDefault(LeavingCards.PersonId) ?? "") is { } one ? AskAsync(one)
        : TellAsync(Localizer.Say(Texts.DirectoryNotFound));

    public async Task<TurnAnswer> DeleteAsync(
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken)
    {
        var id = values.GetValueOrDefault(LeavingCards.PersonId) ?? "";
        var name = Of(id)?.Name ?? "";
        Services.Talks.Forget(id);
        return await Services.Leaving.DeleteAsync(Person, id, Files.NewToken(), cancellationToken) switch
        {
            DeletionAnswer.Begun =>
                await TellAsync(Localizer.Say(LeavingTexts.DeleteDataBegun, LeavingCards.NameOf(name, Localizer))),
            DeletionAnswer.UnderWay =>
                Localizer.Directory.FormerById(id) is { } former
                    ? await UnderWayAsync(former)
                    : await TellAsync(Localizer.Say(Texts.DirectoryNotFound)),
            DeletionAnswer.NotAllowed => await TellAsync(Localizer.Say(LeavingTexts.DeleteDataOfOffice)),
            DeletionAnswer.Oneself => await TellAsync(Localizer.Say(LeavingTexts.DeleteDataOneself)),
            DeletionAnswer.NotFound => await TellAsync(Localizer.Say(Texts.DirectoryNotFound)),
            var other => throw new InvalidOperationException($"{other} has no words."),
        };
    }

    private Task<TurnAnswer> AskAsync(LeavingPerson one)
    {
        if (Person.Is(one.Id))
        {
            return TellAsync(Localizer.Say(LeavingTexts.DeleteDataOneself));
        }

        return one is { Present: null, Former: { IsBeingDeleted: true } former }
            ? UnderWayAsync(former)
            : ShowAsync(Localizer.Say(LeavingTexts.DeleteData), LeavingCards.Ask(one, Buttons));
    }

    private Task<TurnAnswer> UnderWayAsync(FormerPerson former)
    {
        var (done, all) = LeavingService.Progress(former, Localizer.Directory);
        return TellAsync(Localizer.Say(
            LeavingTexts.DeleteDataUnderWay,
            LeavingCards.NameOf(former.Name, Localizer),
            done,
            all));
    }

    private LeavingPerson? Of(string id) =>
        Localizer.Directory.ById(id) is { } present ? new(present, Localizer.Directory.FormerById(present.Id))
        : Localizer.Directory.FormerById(id) is { } former ? new(null, former)
        : null;

    /// <summary>By sign-in name, object id or whole name, of those who are there and those who left.</summary>
    private List<LeavingPerson> Find(string who)
    {
        var (identity, name) = (Identity.Of(who), Folding.Letters(who));
        bool IsMeant(string id, string? signInName, string? account, string called) =>
            id == who
                || (identity is not null && (identity == Identity.Of(signInName) || identity == account))
                || (name.Length > 0 && Folding.Letters(called) == name);
        return
        [
            .. Localizer.Directory.People
                .Where(p => IsMeant(p.Id, p.SignInName, p.ObjectId, p.Name))
                .Select(p => new LeavingPerson(p, Localizer.Directory.FormerById(p.Id))),
            .. Gone().Where(f => IsMeant(f.Former!.Id, f.Former.SignInName, f.Former.Account, f.Former.Name)),
        ];
    }

    private IEnumerable<LeavingPerson> Gone() =>
        Localizer.Directory.Former
            .Where(f => Localizer.Directory.ById(f.Id) is null)
            .OrderByDescending(f => f.LeftAt)
            .Select(f => new LeavingPerson(null, f));
}
