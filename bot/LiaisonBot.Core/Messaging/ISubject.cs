using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// Something that people are told of, as it stands at this moment: what a send has to know of it, whatever kind it is.
/// </summary>
public interface ISubject
{
    SubjectKey Key { get; }

    /// <summary>By which the table of rights says who may see it.</summary>
    Subject Rights { get; }

    /// <summary>What is said of it does not wait for the end of quiet hours.</summary>
    bool IsUrgent { get; }

    /// <summary>Whether a rule of reminders reminds of it as it stands.</summary>
    bool Applies(ReminderName rule);

    /// <summary>
    /// Whether a message that is no reminder, and waited for the morning digest, is still worth a line there.
    /// </summary>
    bool StillHolds(OutboxMessage message);

    /// <summary>
    /// Whether what a message told has been dealt with since, so that nobody need read it any more. Never where the kind
    /// says nothing of it.
    /// </summary>
    bool IsOver(OutboxMessage message) => false;

    /// <summary>
    /// The place of which the message asks something, for the count of its burden; null when it asks nothing of a place
    /// of this person's.
    /// </summary>
    AreaCode? Asked(OutboxMessage message, Person person);

    /// <summary>Whether a person may see it, and be told of it.</summary>
    bool MaySee(Person person) => Permissions.May(person, Right.See, Rights);

    /// <summary>
    /// Whether a message that was written for a person is for them still, as things are when it is sent. What asks a place for
    /// something is for nobody who has the place no more, also where they see it in another office.
    /// </summary>
    bool IsFor(OutboxMessage message, Person person) => MaySee(person);

    /// <summary>The same as it is there for a person who may see it.</summary>
    ISubject SeenBy(Person person);

    /// <summary>
    /// Names what its card shows: the same for what looks the same. Null for a kind whose cards are not brought up to
    /// date.
    /// </summary>
    string? Shown => null;
}

/// <summary>
/// A kind of subject. What only it knows of its messages; everything else of telling is the same for all kinds.
/// </summary>
public interface ISubjectKind
{
    /// <summary>As <see cref="SubjectKey.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>Whether the message is one of this kind; what is not was written by no program of ours.</summary>
    bool Knows(OutboxMessage message);

    /// <summary>
    /// Whether the message puts the subject into its person's hands: who was never told so need not hear that it went
    /// elsewhere.
    /// </summary>
    bool Brings(OutboxMessage message);

    /// <summary>As it stands, whoever asks; null when there is none. One read.</summary>
    Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken);
}

/// <summary>The kinds of subjects that there are.</summary>
public sealed class Subjects(params IReadOnlyList<ISubjectKind> kinds)
{
    private readonly Dictionary<string, ISubjectKind> byName = kinds.ToDictionary(
        kind => kind.Kind,
        StringComparer.Ordinal);

    public IReadOnlyList<ISubjectKind> Kinds => kinds;

    /// <exception cref="InvalidDataException">There is no such kind.</exception>
    public ISubjectKind KindOf(SubjectKey key) =>
        byName.GetValueOrDefault(key.Kind)
            ?? throw new InvalidDataException($"There is no kind of subject '{key.Kind}'.");

    /// <summary>A message as it is stored, of a kind that there is, and as that kind writes them.</summary>
    public OutboxMessage ToMessage(Row row)
    {
        var message = OutboxRows.ToMessage(row);
        return KindOf(message.Subject).Knows(message)
            ? message
            : throw new InvalidDataException($"Nobody says '{message.What}' of {message.Subject}.");
    }

    public Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        KindOf(key).ReadAsync(key, cancellationToken);
}
