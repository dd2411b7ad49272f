using NodaTime;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// A paper to be printed, in the layout of official papers: what stands in it, and nothing of how it looks.
/// </summary>
/// <param name="Below">The line below the title: a number, a span of days.</param>
/// <param name="Day">Stands at the end, to the right.</param>
public sealed record Paper(string Title, string Below, IReadOnlyList<PaperPart> Parts, string Day);

public abstract record PaperPart
{
    /// <summary>一、…</summary>
    public sealed record Heading(string Text) : PaperPart;

    public sealed record Paragraph(string Text) : PaperPart;

    /// <summary>A form with borders: in each row one or two labels, each with what belongs to it.</summary>
    public sealed record Form(IReadOnlyList<IReadOnlyList<(string Label, string Value)>> Rows) : PaperPart;

    /// <summary>A table with borders, whose first row stands again on each page.</summary>
    /// <param name="Widths">Of the columns, in parts of their sum.</param>
    public sealed record Table(
        IReadOnlyList<int> Widths,
        IReadOnlyList<string> Head,
        IReadOnlyList<IReadOnlyList<string>> Rows) : PaperPart;
}

/// <summary>Papers as files. A port: the library for them is no part of the conversation.</summary>
public interface IPapers
{
    /// <summary>A .docx.</summary>
    /// <param name="made">When it was made.</param>
    byte[] Write(Paper paper, Instant made);
}
