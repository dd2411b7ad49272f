using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core;
using LiaisonBot.Core.People;
using Microsoft.AspNetCore.Components;

namespace LiaisonBot.Web.Pages;

/// <summary>A page: a file of its own, with a line in <see cref="AllPages"/>.</summary>
/// <param name="Route">Behind <c>/tab/</c>, and whatever follows is <see cref="View.Rest"/>.</param>
/// <param name="Title">In the menu and on top.</param>
/// <param name="Component">A <see cref="PageBase"/>.</param>
public sealed record Page(string Route, Text Title, Type Component)
{
    /// <summary>Who has something to see there; everybody when null.</summary>
    public Func<Person, bool>? For { get; init; }

    /// <summary>Whether there is something now for one of those who may see it; always when null. Asked for the menu.</summary>
    public Func<View, Task<bool>>? Has { get; init; }

    /// <summary>False for a page that others lead to.</summary>
    public bool InMenu { get; init; } = true;

    /// <summary>Whether it shows by itself what others do; not where that is counted anew from all there is.</summary>
    public bool IsLive { get; init; } = true;

    /// <summary>The command whose card the page is; null for a page of its own.</summary>
    public string? Command { get; init; }

    /// <summary>What the command is told by the rest of the address.</summary>
    public string Argument { get; init; } = "";

    /// <summary>A page that is the card of a command: its name, and those to whom the help card offers it.</summary>
    /// <param name="named">The command with the name, where another one shows the card.</param>
    public static Page Of(string route, string command, string argument = "", string? named = null)
    {
        var registered = AllFeatures.Registry[named ?? command];
        return new(route, registered.Name!.Value, typeof(CommandPage))
        {
            Command = command,
            Argument = argument,
            For = registered.HelpButton?.For ?? registered.Help?.For,
        };
    }
}

/// <summary>A file that a page gives instead of itself.</summary>
public sealed record PageFile(string Name, string MediaType, byte[] Body);

/// <summary>What a page is made of: who looks, in which language, and what the address says. It may be forged.</summary>
/// <param name="Rest">Of the address, behind the page's route.</param>
/// <param name="Proof">What a change has to bring.</param>
/// <param name="CardId">Names the card of the page, so that one press is one step however often it arrives.</param>
public sealed record View(
    BotApp App,
    Page Page,
    Person Person,
    Localizer Localizer,
    string Rest,
    IQueryCollection Query,
    string Proof,
    string CardId,
    CancellationToken CancellationToken)
{
    /// <summary>Of every address of the pages.</summary>
    internal const string Root = TabLinks.Root;

    /// <summary>Carries the proof in requests of the script; in forms the field has the name.</summary>
    internal const string ProofName = "x-liaison-proof";

    /// <summary>In the form that says what was seen: the moment up to which.</summary>
    internal const string ThroughName = "through";

    public LiaisonServices Services => App.Context.Services;

    /// <summary>What a page says beyond its place in the menu: 台账 石家庄市. Set by the page.</summary>
    public string? Title { get; set; }

    /// <summary>Set by a page that was asked for a file.</summary>
    public PageFile? File { get; set; }

    /// <summary>Set by a page that finds nothing the person may see.</summary>
    public bool IsMissing { get; set; }

    /// <summary>Why, where the chat says more than that; null otherwise.</summary>
    public string? WhyMissing { get; set; }

    public string Say(Text text) => Localizer.Say(text);

    public string Say(Text text, params object[] values) => Localizer.Say(text, values);

    /// <summary>A value of the address; empty when there is none, or several.</summary>
    public string this[string name] => Query[name] is [{ Length: > 0 and <= 200 } value] ? value : "";

    /// <summary>All values of a name in the address, at most as many as a page has columns.</summary>
    public IReadOnlyList<string> Values(string name) => [.. Query[name].OfType<string>().Take(40)];

    /// <summary>From 0.</summary>
    public int PageNumber => new Arguments(new Dictionary<string, string>(StringComparer.Ordinal) { [Arguments.PageName] = this[Arguments.PageName] }).Page;

    /// <summary>The address of a page, with what is asked of it; what is empty is left out.</summary>
    public static string Address(string route, params ReadOnlySpan<(string Name, string Value)> asked)
    {
        var address = $"{View.Root}/{route}";
        var mark = '?';
        foreach (var (name, value) in asked)
        {
            if (value.Length > 0)
            {
                address += $"{mark}{name}={Uri.EscapeDataString(value)}";
                mark = '&';
            }
        }

        return address;
    }

    /// <summary>What the conversation answers to a command: the same as to its button in the chat.</summary>
    public async Task<OutgoingMessage?> AskAsync(string command, params (string Name, string Value)[] arguments)
    {
        var data = new System.Text.Json.Nodes.JsonObject();
        foreach (var (name, value) in arguments)
        {
            data[name] = value;
        }

        var answer = await App.AnswerAsync(
            new ChatEvent.CardAction(
                CardId,
                ChatAddress.OfTab(Person.Id),
                Person.ObjectId,
                true,
                Localizer.Tag,
                command,
                data),
            CancellationToken);
        return answer.Messages is [.., var last] ? last : null;
    }
}

/// <summary>A page as it is rendered: its query stands in <c>OnInitializedAsync</c>.</summary>
public abstract class PageBase : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public View View { get; set; } = null!;

    protected Localizer Localizer => View.Localizer;

    protected string Say(Text text) => View.Say(text);

    protected string Say(Text text, params object[] values) => View.Say(text, values);
}
