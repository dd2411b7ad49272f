using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// A message in a person's own chat that shows a subject: the row <c>C|subject|message</c> in the subject's partition.
/// </summary>
/// <param name="Person">Whose chat it is.</param>
/// <param name="Activity">The id that the chat gave to the message.</param>
/// <param name="Shown">What it shows, as <see cref="ISubject.Shown"/>.</param>
/// <param name="At">When it was posted, or showed the subject anew because the person asked.</param>
/// <param name="State">How far the sending of what it should show is.</param>
public sealed record ShownCard(
    SubjectKey Subject,
    string Person,
    string Activity,
    string Shown,
    Instant At,
    SendState State)
{
    /// <summary>Of the hash that names a message.</summary>
    private const int HashBytes = 16;

    public static string PrefixOf(SubjectKey subject) => $"{RowKeys.Matters.ChatCards}{subject.Text}|";

    /// <summary>The ids of a chat's messages may be longer than a key.</summary>
    public static string KeyOf(SubjectKey subject, string person, string activity) => PrefixOf(subject)
        + Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{person}\n{activity}")).AsSpan(..HashBytes));

    public Row ToRow()
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = Subject.Text,
            ["Person"] = Person,
            ["Activity"] = Activity,
            ["Shown"] = Shown,
            ["At"] = At,
        };
        State.Set(columns);
        return new(KeyOf(Subject, Person, Activity), columns);
    }

    public static ShownCard Of(Row row) => new(
        SubjectKey.Parse(row.Required("Number")),
        row.Required("Person"),
        row.Required("Activity"),
        row.Text("Shown") ?? "",
        row.Time("At") ?? default,
        SendState.Of(row));
}
