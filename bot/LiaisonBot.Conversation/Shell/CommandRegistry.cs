using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Shell;

/// <summary>All commands of all features. Its tables are made once; a turn only looks things up.</summary>
public sealed class CommandRegistry
{
    /// <summary>Buttons of the help card that always show; the others stand behind 更多.</summary>
    private const int RankOfRare = 10;

    private readonly Dictionary<string, Command> byId;
    private readonly Dictionary<string, int> longInputs;
    private readonly Dictionary<string, Command> wholes;
    private readonly ILookup<string, string> byWord;

    /// <param name="hooks">Which features answer to what is no command.</param>
    internal CommandRegistry(IReadOnlyList<Feature> features, Hooks hooks)
    {
        Hooks = hooks;
        Commands = [.. features.SelectMany(feature => feature.Commands)];
        byId = Commands.ToDictionary(command => command.Id, StringComparer.Ordinal);
        longInputs = features.SelectMany(feature => feature.LongInputs).ToDictionary(StringComparer.Ordinal);
        Words =
        [
            .. Commands.SelectMany(command => WordsOf(command).Select(word => (word, command)))
                .OrderByDescending(pair => pair.word.Length),
        ];
        Names =
        [
            .. Commands.Where(command => command is { Name: not null, IsOffered: true })
                .SelectMany(command =>
                    new[]
                    {
                        (command.Name!.Value.Chinese, command),
                        (command.Name!.Value.English.ToLowerInvariant(), command)
                    }),
        ];
        wholes = Commands.SelectMany(command => command.Whole.Select(text => (text, command)))
            .ToDictionary(StringComparer.Ordinal);
        byWord = Words.Concat(wholes.Select(whole => (whole.Key, whole.Value))).ToLookup(pair => pair.Item1, pair => pair.Item2.Id, StringComparer.Ordinal);
        Initials = Commands.SelectMany(command => command.Initials.Select(initials => (initials, command)))
            .ToLookup(pair => pair.initials, pair => pair.command, StringComparer.Ordinal);
        Parser = new(this);
        OldButtons = new(this);
    }

    /// <summary>Words that are offered where something is written like them.</summary>
    internal IReadOnlyList<(string Word, Command Command)> Names { get; }

    /// <summary>Of every command, whether a word, a button or only another command leads to it.</summary>
    public IEnumerable<string> Ids => byId.Keys;

    /// <summary>Reads what is typed.</summary>
    public CommandParser Parser { get; }

    internal Hooks Hooks { get; }

    internal IReadOnlyList<Command> Commands { get; }

    /// <summary>Everything that a command may begin with, as it is compared, the longest first.</summary>
    internal IReadOnlyList<(string Word, Command Command)> Words { get; }

    internal ILookup<string, Command> Initials { get; }

    /// <summary>Reads buttons that were made before buttons carried ids.</summary>
    internal OldButtons OldButtons { get; }

    /// <exception cref="KeyNotFoundException">No feature has registered it.</exception>
    internal Command this[string id] => byId[id];

    internal Command? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Whether people see a word for it: what is only pressed has none.</summary>
    public bool HasName(string id) => byId[id].Name is not null;

    /// <summary>The word that people see for a command.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public Text NameOf(string id) => byId[id].Name ?? throw new InvalidOperationException($"{id} has no name.");

    /// <summary>Numbers and nothing else: the matters are opened.</summary>
    internal ChatCommand.Call OfNumbers(IReadOnlyList<MatterNumber> numbers) => Hooks.OfNumbers(numbers);

    /// <summary>What looks like a number and is none.</summary>
    internal ChatCommand.Call OfUnclear(string typed) => Hooks.OfUnclear(typed);

    /// <summary>The word of a form, and behind it a denial or a question: nothing is entered.</summary>
    internal ChatCommand.Call NotOrdered(string id, string typed) => Hooks.NotOrdered(id, typed);

    /// <summary>The command that a whole message asks for, if there is one.</summary>
    internal Command? OfWhole(string typed) => wholes.GetValueOrDefault(typed);

    /// <summary>Whether the text, folded, is a word for the command and nothing else.</summary>
    internal bool IsWordOf(string typed, string id) => byWord[typed].Contains(id);

    /// <summary>What a button asks for, also one of an old card; null when no card ever had it.</summary>
    /// <param name="values">What the button carries, and the inputs of its form.</param>
    /// <param name="year">Of a number without one.</param>
    public ChatCommand? OfButton(string verb, IReadOnlyDictionary<string, string> values, int year) =>
        byId.ContainsKey(verb) ? new ChatCommand.Call(verb, new(values)) : OldButtons.Read(verb, values, year);

    /// <summary>
    /// UTF-16 units that an input may have when that is more than a message may have; null for any other.
    /// </summary>
    internal int? LimitOf(string input) => longInputs.TryGetValue(input, out var limit) ? limit : null;

    internal IEnumerable<(Command Command, HelpLine Line)> HelpFor(Person person) =>
        from command in Commands
        where command.Help is { } line && line.For?.Invoke(person) != false
        select (command, command.Help);

    /// <param name="rare">Those behind 更多, or those before it.</param>
    internal IEnumerable<Command> HelpButtonsFor(Person person, bool rare) =>
        from command in Commands
        where command.HelpButton is { } button
            && button.Rank >= RankOfRare == rare
            && button.For?.Invoke(person) != false
        orderby command.HelpButton!.Rank
        select command;

    private static IEnumerable<string> WordsOf(Command command) =>
        command.Name is { } name ? [name.Chinese, name.English.ToLowerInvariant(), .. command.Also] : command.Also;
}
