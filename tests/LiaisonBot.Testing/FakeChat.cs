using LiaisonBot.Core;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;

namespace LiaisonBot.Testing;

/// <summary>A chat that remembers what it was given, and answers what a test says.</summary>
public sealed class FakeChat : IChats
{
    private readonly Lock gate = new();

    private readonly List<(string To, string What)> arrived = [];

    /// <summary>What arrived, by person and in each one's order: <c>changan Assign 1301-1</c>.</summary>
    public IReadOnlyList<string> Arrived
    {
        get
        {
            lock (gate) return [.. arrived.OrderBy(a => a.To, StringComparer.Ordinal).Select(a => $"{a.To} {a.What}")];
        }
    }

    private (string What, TaskCompletionSource Here)? awaited;

    public void Forget() => arrived.Clear();

    /// <summary>Also those that were not taken.</summary>
    public int Tries { get; private set; }

    /// <summary>
    /// Of everything that was tried, whatever it was, whether it was marked as a possible repeat. A job's card never
    /// is.
    /// </summary>
    public IList<bool> Marked { get; } = [];

    public Func<OutboxMessage, SendAnswer> Answer { get; set; } = _ => SendAnswer.Taken;

    /// <summary>Happens while a message is on its way.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    /// <summary>Jobs as they were shown, and in which message: null for a new one.</summary>
    public IList<Job> Jobs { get; } = [];

    /// <summary>What the chat answers when a job is shown; null for the id of a message.</summary>
    public Func<Job, SendAnswer?> AnswerJob { get; set; } = _ => null;

    public async Task<SendAnswer> ShowJobAsync(
        Job job,
        IReadOnlyList<RefusedItem> refused,
        Person to,
        ChatAddress address,
        CancellationToken cancellationToken)
    {
        await Meanwhile();
        lock (gate)
        {
            Jobs.Add(job);
            Marked.Add(false);
        }

        return AnswerJob(job) ?? new SendAnswer.Answered(201, Activity: job.Message ?? $"message-{Jobs.Count}");
    }

    public Task<SendAnswer> SendAsync(OutboxMessage message, Person to, ChatAddress address, ISubject subject, CancellationToken cancellationToken) =>
        Take(message, to);

    /// <summary>Of changes of people: who was told what, as <c>zhang StandsIn</c>.</summary>
    public IList<string> News { get; } = [];

    public Task<SendAnswer> SendNewsAsync(
        PeopleNews news,
        Person to,
        ChatAddress address,
        bool mayBeRepeat,
        CancellationToken cancellationToken)
    {
        lock (gate)
        {
            News.Add($"{to.Name} {news.Kind}");
        }

        return Task.FromResult(SendAnswer.Taken);
    }

    public Task<SendAnswer> SendMovedAsync(OutboxMessage message, Person to, ChatAddress address, CancellationToken cancellationToken) =>
        Take(message, to);

    private async Task<SendAnswer> Take(OutboxMessage notice, Person to)
    {
        await Meanwhile();
        await MeanwhileTo(to.Id);
        var outcome = Answer(notice);
        lock (gate)
        {
            Tries++;
            Marked.Add(notice.MayBeRepeat);
            if (outcome is SendAnswer.Answered { Status: 201 } taken)
            {
                Arrive(to.Id, $"{notice.Act} {notice.Number.Short}");
                outcome = taken with { Activity = taken.Activity ?? NewActivity?.Invoke() };
            }
        }

        return outcome;
    }

    /// <summary>Happens while a message to that person is on its way.</summary>
    public Func<string, Task> MeanwhileTo { get; set; } = _ => Task.CompletedTask;

    /// <summary>Until that has arrived.</summary>
    public Task Until(string what)
    {
        lock (gate)
        {
            if (Arrived.Contains(what)) return Task.CompletedTask;
            awaited = (what, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return awaited.Value.Here.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    private void Arrive(string to, string what)
    {
        arrived.Add((to, what));
        if (awaited is { } one && one.What == $"{to} {what}") one.Here.TrySetResult();
    }

    /// <summary>Digests that arrived: <c>changan: 1301-1 Unsigned, 1301-2 DueSoon</c>.</summary>
    public IList<string> Digests => digests;

    private readonly List<string> digests = [];

    /// <summary>
    /// People are served side by side, in no order: this gives one to those since <paramref name="from"/>.
    /// </summary>
    public void SortDigests(int from) => digests.Sort(from, digests.Count - from, StringComparer.Ordinal);

    public Func<SendAnswer> AnswerToDigest { get; set; } = () => SendAnswer.Taken;

    private static string Name(SubjectKey subject) =>
        subject.Kind.Length == 0 ? MatterNumber.Parse(subject.Number).Short : subject.Text;

    public async Task<SendAnswer> SendDigestAsync(
        IReadOnlyList<(OutboxMessage Message, ISubject Subject)> lines,
        Person to,
        ChatAddress address,
        CancellationToken cancellationToken)
    {
        await Meanwhile();
        var outcome = AnswerToDigest();
        lock (gate)
        {
            Tries++;
            Marked.Add(lines.All(l => l.Message.MayBeRepeat));
            var repeat = Marked[^1] ? " (repeat)" : "";
            if (outcome.MayHaveArrived)
                Digests.Add($"{to.Id}: " + string.Join(
                    ", ",
                    lines.Select(l => $"{Name(l.Message.Subject)} {(l.Message.Reminders is { } rules ? string.Join('+', rules) : l.Message.Act)}")) + repeat);
        }

        return outcome;
    }

    /// <summary>
    /// What was sent to rooms, whether it was taken or not: <c>new 1301-1 Assigned → m-1</c>, <c>m-1 1301-1
    /// InProgress</c>.
    /// </summary>
    public IList<string> Shown { get; } = [];

    /// <summary>Cards in chats that were brought up to date, taken or not: <c>m-1 changan 1301-1 InProgress</c>.</summary>
    public IList<string> Updated { get; } = [];

    public Func<string, SendAnswer> AnswerToUpdate { get; set; } = _ => SendAnswer.Taken;

    /// <summary>The ids of new messages; null while the chat names none.</summary>
    public Func<string>? NewActivity { get; set; }

    public async Task<SendAnswer> UpdateCardAsync(
        MatterNumber number,
        MatterTree? matter,
        Person to,
        ChatAddress address,
        string activity,
        CancellationToken cancellationToken)
    {
        await Meanwhile();
        lock (gate)
        {
            Updated.Add($"{activity} {to.Id} {number.Short} {matter?.Matter.State.ToString() ?? "unseen"}");
        }

        return AnswerToUpdate(activity);
    }

    /// <summary>By the room and whether it is a new message.</summary>
    public Func<Room, bool, SendAnswer> AnswerInRoom { get; set; } = (_, _) => SendAnswer.Taken;

    public async Task<SendAnswer> ShowAsync(
        RoomView view,
        Room room,
        string? activity,
        bool mayBeRepeat,
        CancellationToken cancellationToken)
    {
        await Meanwhile();
        var outcome = AnswerInRoom(room, activity is null);
        lock (gate)
        {
            Tries++;
            Marked.Add(mayBeRepeat);
            var what = $"{activity ?? "new"} {view.Number.Short} {view.State}{(mayBeRepeat ? " (repeat)" : "")}";
            if (activity is null && outcome is SendAnswer.Answered { Status: 201 } taken)
            {
                var id = $"m-{Shown.Count(s => s.Contains('→')) + 1}";
                Shown.Add($"{what} → {id}");
                return taken with { Activity = id };
            }

            Shown.Add(what);
        }

        return outcome;
    }
}
