using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Shell;

/// <summary>What the parts of one turn work with.</summary>
internal sealed record TurnScope(
    BotContext Context,
    Person Person,
    Localizer Localizer,
    ChatEvent ChatEvent,
    Buttons Buttons)
{
    private readonly Dictionary<(string Kind, string Of), object?> made = [];

    public CommandRegistry Registry => Buttons.Registry;

    /// <summary>
    /// Read or made once in this turn, however many parts of it ask: of something that stays as it is until the turn takes a step.
    /// </summary>
    /// <param name="of">Whatever tells one of that kind from the others.</param>
    public T Once<T>(string kind, string of, Func<T> make)
        where T : class?
    {
        if (!made.TryGetValue((kind, of), out var known))
        {
            made[(kind, of)] = known = make();
        }

        return (T)known!;
    }
}

/// <summary>Answers one kind of commands and buttons. What a turn of any kind needs stands here.</summary>
internal abstract class TurnPart(TurnScope scope)
{
    protected LiaisonServices Services => scope.Context.Services;

    protected Person Person => scope.Person;

    protected Localizer Localizer => scope.Localizer;

    protected ChatEvent ChatEvent => scope.ChatEvent;

    protected Buttons Buttons => scope.Buttons;

    /// <summary>Where the person works: places near it are meant first. Null for whoever holds no role.</summary>
    protected AreaCode? Near => Person.Grants.Count == 0 ? null : Person.Grants[0].Area;

    /// <summary>What was typed and means nothing: what it may have meant.</summary>
    protected Task<TurnAnswer> NotUnderstoodAsync(string typed) => scope.Registry.Hooks.NotUnderstood(scope, typed);

    protected FileWays Files => scope.Context.Files;

    /// <summary>Files and links that came with what is answered.</summary>
    protected Along Along => scope.Buttons.Along;

    /// <summary>The cities in which the person works: a number that is said without its city is one of theirs.</summary>
    protected IReadOnlyList<AreaCode> OwnCities =>
    [
        .. Person.Grants.Select(g => g.Area)
            .Where(a => a.Level != AreaLevel.Province && !a.IsProvincial)
            .Select(a => a.City)
            .Distinct(),
    ];

    protected Downloads Downloads => scope.Context.Downloads;

    /// <summary>
    /// One press of one button with one content is one command, however often it arrives; a press that was changed is
    /// another.
    /// </summary>
    /// <remarks>It is made of the button as it came: also one of an old card is the same command before and after an
    /// update.</remarks>
    protected string CommandId()
    {
        var (verb, values) = Pressed ?? throw new InvalidOperationException("No button was pressed.");
        var card = values.GetValueOrDefault(Shell.Buttons.CardName) ?? ChatEvent.Id;
        return Bot.CommandId([
            Person.Id,
            card,
            verb,
            .. values.Where(v => v.Key != Shell.Buttons.CardName)
                .OrderBy(v => v.Key, StringComparer.Ordinal)
                .Select(v => $"{v.Key}={v.Value}")
        ]);
    }

    /// <summary>The command of the button that was pressed, and what came with it; null where none was.</summary>
    protected (string Verb, IReadOnlyDictionary<string, string> Values)? Pressed => ChatEvent switch
    {
        ChatEvent.CardAction action => (action.Verb, Bot.Values(action.Data, scope.Registry)),
        ChatEvent.DialogAction action => (action.Verb, Bot.Values(action.Data, scope.Registry)),
        _ => null,
    };

    /// <summary>The place that is meant where none is named: the person's own, or the province.</summary>
    internal static AreaCode OwnPlace(Person person, LiaisonDirectory directory)
    {
        var own = person.Grants.Count == 0 ? directory.Province : person.Grants[0].Area;
        return own.Level == AreaLevel.Unit && own.IsProvincial ? own.Province : own;
    }

    /// <summary>
    /// The place that was named, or the person's own; null with an answer when there is none or more than one.
    /// </summary>
    /// <param name="command">Asked for again with the place that is chosen, and with <paramref name="more"/>.</param>
    protected AreaCode? Place(
        string typed,
        string command,
        out Task<TurnAnswer>? answer,
        string argument = "place",
        (string Name, string Value)? more = null)
    {
        answer = null;
        var own = Near ?? Localizer.Directory.Province;
        if (typed.Length == 0)
        {
            return OwnPlace(Person, Localizer.Directory);
        }

        switch (Localizer.Directory.Areas.Resolve(typed, own))
        {
            case AreaMatch.One one:
                return one.Area.Code;
            case AreaMatch.Several several:
                var choices = several.Areas.Select(a =>
                    Buttons.Execute(
                        Localizer.Place(a.Code),
                        command,
                        more is { } said ? [(argument, a.Code.Value), said] : [(argument, a.Code.Value)]));
                var title = Localizer.Say(ShellTexts.WhichPlace, Localizer.Clip(typed, 40));
                answer = ShowAsync(title, Card.Of(Localizer, [Card.Line(title, bold: true), .. Card.Actions(choices)]));
                return null;
            default:
                answer = TellAsync(Localizer.Say(Texts.NoSuchPlace, Localizer.Clip(typed, 40)));
                return null;
        }
    }

    /// <summary>
    /// Which matters a text selects, places near the person's own first; null when it does not begin with what selects.
    /// </summary>
    protected Selection? SelectionOf(string typed) =>
        Selection.Read(typed, Localizer.Directory.Areas, Near);

    /// <summary>What was said and has no place in the form that it opens; null when there is nothing.</summary>
    protected string? NotRead(IReadOnlyList<string> words) =>
        words.Count == 0
            ? null
            : Localizer.Say(ShellTexts.NotRead, Localizer.Clip(string.Join(Localizer.Say(Texts.ListComma), words), 200));

    /// <inheritdoc cref="Hooks.Table"/>
    protected Task<TurnAnswer?> TableOfAFeatureAsync(IReadOnlyList<Sheet> sheets, CancellationToken cancellationToken) =>
        scope.Registry.Hooks.Table(scope, sheets, cancellationToken);

    /// <summary>Another command is what was meant.</summary>
    protected Task<TurnAnswer> InsteadAsync(ChatCommand.Call call, CancellationToken cancellationToken) =>
        Router.RunAsync(scope, call, cancellationToken);

    /// <inheritdoc cref="Answers.ShowAsync"/>
    protected static Task<TurnAnswer> ShowAsync(string summary, Json card, MatterNumber? about = null, OpenForm? form = null) =>
        Answers.ShowAsync(summary, card, about, form);

    protected Task<TurnAnswer> UnknownButtonAsync() => Answers.UnknownButtonAsync(scope);

    protected static Task<TurnAnswer> TellAsync(string text) => Answers.TellAsync(text);
}
