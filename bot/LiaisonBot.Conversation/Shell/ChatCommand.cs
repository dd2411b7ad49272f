namespace LiaisonBot.Conversation.Shell;

/// <summary>What a word, a button or a sentence asks for.</summary>
public abstract record ChatCommand
{
    /// <summary>A command with what it is told.</summary>
    /// <param name="Id">As its feature registered it.</param>
    public sealed record Call(string Id, Arguments Arguments) : ChatCommand
    {
        public Call With(string name, string value) => this with { Arguments = Arguments.With(name, value) };

        /// <param name="page">From 0.</param>
        public Call OnPage(int page) => With(Arguments.PageName, Localizer.Invariant(page));
    }

    /// <summary>No command. It may still be a place, a date or an assignment without its word.</summary>
    /// <param name="Nearest">The commands that are written most like it, nearest first.</param>
    /// <param name="Rest">What was typed after the word that is written like them.</param>
    public sealed record Unknown(string Typed, IReadOnlyList<string> Nearest, string Rest = "") : ChatCommand;
}
