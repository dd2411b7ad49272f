using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>Tells people of changes of people. A port, as <see cref="IChat"/>.</summary>
public interface IPeopleChat
{
    /// <param name="to">Also somebody who has left: the last word that they get.</param>
    Task<SendAnswer> SendNewsAsync(
        PeopleNews news,
        Person to,
        ChatAddress address,
        bool mayBeRepeat,
        CancellationToken cancellationToken);
}

/// <summary>
/// Carries out what changes of people left to do: tells those concerned, and gives what waits for whoever gave a duty
/// up to whoever has it now. It looks at the directory that everybody reads; when there is nothing it costs nothing.
/// </summary>
public sealed class PeopleNewsSender(
    ITableStore store,
    CurrentDirectory directory,
    DirectoryService service,
    Subjects subjects,
    IPeopleChat chat,
    Func<WorkingCalendar> calendar,
    IClock clock,
    PolicyBook policies,
    Outbox outbox)
{
    /// <summary>Who was not reached by then is told by the directory alone.</summary>
    public static readonly Duration Lasts = Duration.FromDays(30);

    /// <summary>Messages of one person in one city that are passed on at a time.</summary>
    private const int MostPassedOn = 1_000;

    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var defects = new Defects();
        foreach (var news in people.News.Where(n => n.Begins <= now))
        {
            await defects.TryAsync(() => news.Kind == PeopleNewsKind.PassOn
                ? PassOnAsync(news, people, now, cancellationToken)
                : TellAsync(news, people, now, cancellationToken));
        }

        defects.ThrowIfAny("News of people could not be told.");
    }

    private async Task TellAsync(
        PeopleNews news,
        LiaisonDirectory people,
        Instant now,
        CancellationToken cancellationToken)
    {
        var to = people.ById(news.To) ?? OfFormer(news.To, people);
        if (to is null || now - news.Begins > Lasts)
        {
            await DoneAsync(news, cancellationToken);
            return;
        }

        if (QuietHours.Are(to, policies.InForce, calendar(), now)
            || await AddressAsync(to, people, cancellationToken) is not { } recipient)
        {
            return;
        }

        // Of somebody who has left, the language is known by their chat alone.
        if (people.ById(to.Id) is null
            && await service.ReadChatAsync(to, cancellationToken) is { Language: { } spoken })
        {
            to = to with { Preferences = to.Preferences with { Language = spoken } };
        }

        await outbox.DispatchAsync(new NewsItem(news, to, recipient, PlaceOf(news), chat), cancellationToken);
        directory.Forget();
    }

    /// <summary>Somebody who has left has no chat in the directory; it is kept for a time, and this is what for.</summary>
    private async Task<Recipient?> AddressAsync(
        Person to,
        LiaisonDirectory people,
        CancellationToken cancellationToken) =>
        people.ById(to.Id) is not null
            ? await Recipient.OfAsync(to, people, service, cancellationToken)
            : await service.ReadChatAsync(to, cancellationToken) is { Reachable: true } left
                ? new(left.Address, async cancellationToken =>
                {
                    await service.MarkUnreachableAsync(left, cancellationToken);
                    return false;
                })
                : null;

    private static Person? OfFormer(string id, LiaisonDirectory people) =>
        people.FormerById(id) is { IsBeingDeleted: false } left
            ? new(left.Id, left.Name, left.Account, left.SignInName, [], Preferences.Default)
            : null;

    /// <summary>
    /// Until everybody has seen the change, so that what was written meanwhile by an older directory is found as well.
    /// </summary>
    private async Task PassOnAsync(
        PeopleNews news,
        LiaisonDirectory people,
        Instant now,
        CancellationToken cancellationToken)
    {
        if (people.ById(news.To) is { } next)
        {
            var partitions = news.Duty.Area.Level == AreaLevel.Province || news.Duty.Area.IsProvincial
                ? people.Partitions
                : [news.Duty.Area.City];
            foreach (var partition in partitions)
            {
                await PassOnAsync(partition, news, next, people, cancellationToken);
            }
        }

        if (now - news.Begins >= PeopleNews.Settling)
        {
            await DoneAsync(news, cancellationToken);
        }
    }

    private async Task PassOnAsync(
        AreaCode partition,
        PeopleNews news,
        Person next,
        LiaisonDirectory people,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        foreach (var prefix in new[] { OutboxRows.Outbox, OutboxRows.Digest, OutboxRows.WaitingFor(news.About) })
        {
            var rows = await store.ReadPrefixAsync(
                RowKeys.Matters.Table,
                partition.Value,
                prefix,
                MostPassedOn,
                cancellationToken);
            foreach (var row in rows.Where(row => row.Text("To") == news.About))
            {
                // What is being sent this moment is left to its sender.
                if (!row.TryRead(subjects.ToMessage, out var message, out _)
                    || !message.State.IsFree(now)
                    || await subjects.ReadAsync(message.Subject, cancellationToken) is not { } subject
                    || !Passes(subject, message, news, next, people))
                {
                    continue;
                }

                var to = prefix == OutboxRows.Digest ? OutboxRows.Digest : OutboxRows.Outbox;
                await store.SubmitAsync(
                    RowKeys.Matters.Table,
                    partition.Value,
                    prefix == to
                        ? [new Change.Replace(OutboxRows.ToRow(to, message with { To = next.Id }), row.ETag!)]
                        : [.. OutboxRows.Moving(message with { To = next.Id }, row.Key, row.ETag, to, next.Name, now)],
                    cancellationToken);
            }
        }
    }

    /// <summary>What is for the successor and not for the other any more; that something went elsewhere concerns the other alone.</summary>
    private static bool Passes(
        ISubject subject,
        OutboxMessage message,
        PeopleNews news,
        Person next,
        LiaisonDirectory people) =>
        message.What != OutboxMessage.Moved
            && subject.IsFor(message, next)
            && !(people.ById(news.About) is { } other && subject.IsFor(message, other));

    private RowPlace PlaceOf(PeopleNews news) =>
        new(RowKeys.Directory.Table, directory.Province.Value, PeopleNewsRows.Key(news.Id));

    private async Task DoneAsync(PeopleNews news, CancellationToken cancellationToken)
    {
        await store.SubmitAsync(
            RowKeys.Directory.Table,
            directory.Province.Value,
            [new Change.Delete(PeopleNewsRows.Key(news.Id))],
            cancellationToken);
        directory.Forget();
    }

    /// <summary>One piece of news on its way to one person.</summary>
    private sealed class NewsItem(
        PeopleNews news,
        Person to,
        Recipient recipient,
        RowPlace place,
        IPeopleChat chat) : IOutboxItem
    {
        public RowPlace Place => place;

        public Row Stored => news.Stored!;

        public Row Payload => news.Stored!;

        public SendState State { get; } = SendState.Of(news.Stored!);

        public bool IsUpdate => false;

        public Recipient? To => recipient;

        public Task<SendAnswer> SendAsync(Recipient recipient, bool mayBeRepeat, CancellationToken cancellationToken) =>
            chat.SendNewsAsync(news, to, recipient.Address, mayBeRepeat, cancellationToken);

        public ValueTask<Settlement?> SettleAsync(SendOutcome outcome, CancellationToken cancellationToken) =>
            new(outcome.Verdict switch
            {
                // Blocked: they are told when they write again.
                SendVerdict.Unreachable => new Settlement(outcome.Next.In),
                SendVerdict.Again or SendVerdict.Repeat => Settlement.SendAgain(outcome),
                _ => new Settlement(null),
            });
    }
}
