using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Commands;

/// <summary>What a typed message asks for.</summary>
public abstract record ChatCommand
{
    public sealed record Help : ChatCommand;

    public sealed record Mine : ChatCommand;

    /// <param name="What">The line after the word, or nothing: then the empty form is wanted.</param>
    public sealed record Assign(string What) : ChatCommand;

    public sealed record Open(MatterNumber Number) : ChatCommand;

    public sealed record Summary(MatterNumber Number) : ChatCommand;

    /// <param name="FarBack">Also among what ended long ago.</param>
    public sealed record Find(string What, bool FarBack = false) : ChatCommand;

    /// <param name="Place">As typed; empty for the person's own area.</param>
    public sealed record Register(string Place) : ChatCommand;

    /// <inheritdoc cref="Register"/>
    public sealed record Directory(string Place) : ChatCommand;

    /// <inheritdoc cref="Register"/>
    public sealed record Burden(string Place) : ChatCommand;

    public sealed record WhoAmI : ChatCommand;

    /// <param name="What">What was said to be set, or nothing.</param>
    public sealed record Settings(string What = "") : ChatCommand;

    public sealed record Policy : ChatCommand;

    public sealed record Deliveries : ChatCommand;

    /// <param name="Year">As typed; empty for this year.</param>
    public sealed record Holidays(string Year) : ChatCommand;

    /// <param name="What">A year, the text of the notice, or nothing: then the form is wanted.</param>
    public sealed record ImportHolidays(string What) : ChatCommand;

    /// <param name="What">Rows that were pasted behind the word; else the form is wanted.</param>
    public sealed record Import(string What) : ChatCommand;

    /// <summary>The ledger as a file.</summary>
    /// <inheritdoc cref="Register"/>
    public sealed record Export(string Place) : ChatCommand;

    /// <inheritdoc cref="Register"/>
    public sealed record Visits(string Place) : ChatCommand;

    /// <summary>A residency or visit in one line: <c>驻市 石家庄 第1组 1月5日至12月31日</c>.</summary>
    public sealed record AddVisit(VisitKind Kind, string What) : ChatCommand;

    /// <summary>Deletes what is kept of a person.</summary>
    /// <param name="Who">A sign-in name or a name, or nothing.</param>
    public sealed record DeleteData(string Who) : ChatCommand;

    /// <summary>How long what names people is kept.</summary>
    public sealed record Terms : ChatCommand;

    /// <summary>The limits of what people may set.</summary>
    public sealed record Limits(string What = "") : ChatCommand;

    /// <param name="What">Who and where, or nothing.</param>
    public sealed record AddPerson(string What = "") : ChatCommand;

    /// <param name="What">Its name, with the city before it; or nothing.</param>
    public sealed record AddUnit(string What = "") : ChatCommand;

    /// <summary>Changes of the division: the list, or one in a line: <c>正定县 更名为 正定区 2027年1月1日</c>.</summary>
    public sealed record AreaChanges(string What) : ChatCommand;

    /// <summary>Sets the language, without the form of the settings.</summary>
    public sealed record Speak(Language Language) : ChatCommand;

    public sealed record Cancel : ChatCommand;

    /// <summary>In a channel or group: its readers get to know of a city's matters.</summary>
    /// <param name="Place">As typed; empty to hear how it is.</param>
    public sealed record Bind(string Place) : ChatCommand;

    public sealed record Unbind : ChatCommand;

    /// <summary>A step of a matter in one line: <c>反馈进展 1301-12 已完成初稿</c>.</summary>
    /// <param name="Number">Null when it is missing.</param>
    public sealed record Step(Act Act, MatterNumber? Number, string Text) : ChatCommand
    {
        /// <summary>Further matters that the step is said of, in the order in which they were said.</summary>
        public IReadOnlyList<MatterNumber> Others { get; init; } = [];

        /// <summary>Only what is said plainly is done.</summary>
        public Wording Wording { get; init; }

        /// <summary>The whole message, to be shown where nothing is done.</summary>
        public string Typed { get; init; } = "";

        public IReadOnlyList<MatterNumber> Numbers => Number is { } first ? [first, .. Others] : [];
    }

    /// <summary>The word of a form, and behind it a denial or a question: nothing is entered. 添加人员 不要添加张三.</summary>
    /// <param name="Command">What the form is called.</param>
    /// <param name="Typed">The whole message.</param>
    public sealed record NotOrdered(Text Command, string Typed) : ChatCommand;

    /// <summary>Several numbers and no step: each can be opened.</summary>
    public sealed record OpenSeveral(IReadOnlyList<MatterNumber> Numbers) : ChatCommand;

    /// <summary>Something that looks like a matter's number after the word, and is none.</summary>
    public sealed record BadNumber(string Typed) : ChatCommand;

    /// <summary>A greeting, or thanks: a human answer, and nothing else.</summary>
    public sealed record Greeting(bool Thanks) : ChatCommand;

    /// <summary>收到, 好的: somebody may think that this signs for a matter.</summary>
    public sealed record Received : ChatCommand;

    /// <summary>No command. It may still be a place, a date or an assignment without its word.</summary>
    /// <param name="Nearest">The commands that are written most like it, nearest first.</param>
    /// <param name="Rest">What was typed after the word that is written like them.</param>
    public sealed record Unknown(string Typed, IReadOnlyList<Text> Nearest, string Rest = "") : ChatCommand;
}
