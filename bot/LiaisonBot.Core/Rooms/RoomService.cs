using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Rooms;

/// <summary>Why a room was not bound, or not set free.</summary>
public enum RoomRefusal
{
    /// <summary>The table of rights (design §6): the office, the leader of the city's team, the city office.</summary>
    NotAllowed,

    /// <summary>A room is bound to a city: its counties' matters are among the city's.</summary>
    NotACity,

    /// <summary>It is bound to another city.</summary>
    BoundElsewhere,

    /// <summary>The city has <see cref="Room.MostOfACity"/> rooms.</summary>
    TooMany,

    /// <summary>It is bound to none.</summary>
    NotBound,
}

/// <summary>
/// Binds rooms to cities. Each change is one batch, and is seen by every process within
/// <see cref="CurrentDirectory.MaxAge"/>.
/// </summary>
public sealed class RoomService(ITableStore store, CurrentDirectory directory, IClock clock)
{
    private readonly DirectoryCommands commands = new(store, directory);

    /// <summary>Binding it again to the same city changes nothing.</summary>
    public async Task<RoomRefusal?> BindAsync(
        Person by,
        ChatAddress where,
        AreaCode city,
        CancellationToken cancellationToken)
    {
        var isBound = false;
        var refusal = await commands.ExecuteAsync<RoomRefusal?>(
            async cancellationToken =>
            {
                directory.Forget();
                var people = await directory.ReadAsync(cancellationToken);
                var room = new Room(city, where.OfRoom(), by.Id, clock.GetCurrentInstant());
                var bound = people.RoomOf(room.Id);
                isBound = bound is not null;
                return WhyNot(by, city, bound, people) is { } refusal
                    ? DirectoryCommands.Answer<RoomRefusal?>(refusal)
                    : isBound
                    ? DirectoryCommands.Answer<RoomRefusal?>(null)
                    : DirectoryCommands.Write<RoomRefusal?>(null, new Change.Insert(DirectoryRows.ToRow(room)));
            },
            cancellationToken);
        if (refusal is null && isBound)
        {
            await RememberAsync(where, cancellationToken);
        }

        return refusal;
    }

    /// <summary>The cards that are in the room stay as they are.</summary>
    public Task<RoomRefusal?> UnbindAsync(Person by, ChatAddress where, CancellationToken cancellationToken)
    {
        var tried = false;
        return commands.ExecuteAsync<RoomRefusal?>(
            async cancellationToken =>
            {
                directory.Forget();
                if ((await directory.ReadAsync(cancellationToken)).RoomOf(where.OfRoom().ConversationId) is not { } room)
                {
                    // The store had not said that it was set free just now.
                    return DirectoryCommands.Answer<RoomRefusal?>(tried ? null : RoomRefusal.NotBound);
                }

                if (!MayBind(by, room.City))
                {
                    return DirectoryCommands.Answer<RoomRefusal?>(RoomRefusal.NotAllowed);
                }

                tried = true;
                return DirectoryCommands.Write<RoomRefusal?>(null, new Change.Delete(DirectoryRows.RoomKey(room.Id)));
            },
            cancellationToken);
    }

    private static RoomRefusal? WhyNot(Person by, AreaCode city, Room? bound, LiaisonDirectory people)
    {
        if (city is not { Level: AreaLevel.City, IsHeading: false, IsProvincial: false }
            || people.Areas.Find(city) is null)
        {
            return RoomRefusal.NotACity;
        }

        if (!MayBind(by, city))
        {
            return RoomRefusal.NotAllowed;
        }

        return bound is not null ? bound.City == city ? null : RoomRefusal.BoundElsewhere
            : people.RoomsOf(city).Count >= Room.MostOfACity ? RoomRefusal.TooMany
            : null;
    }

    /// <summary>The bot was spoken to in this room: it is there, and this is where it answers.</summary>
    public async Task RememberAsync(ChatAddress where, CancellationToken cancellationToken)
    {
        var address = where.OfRoom();
        if ((await directory.ReadAsync(cancellationToken)).RoomOf(address.ConversationId) is not { } room
            || room is { Reachable: true } && room.Address == address)
        {
            return;
        }

        await SubmitAsync(
            new Change.Upsert(DirectoryRows.ToRow(room with { Address = address, Reachable = true })),
            cancellationToken);
    }

    public Task MarkUnreachableAsync(Room room, CancellationToken cancellationToken) =>
        SubmitAsync(new Change.Upsert(DirectoryRows.ToRow(room with { Reachable = false })), cancellationToken);

    /// <summary>
    /// Who sees all of the city's matters and answers for it decides what its readers may know; a team's members only
    /// look.
    /// </summary>
    public static bool MayBind(Person person, AreaCode city) =>
        Permissions.May(person, Right.BindRoom, Subject.Place(city));

    // No command of the executor: written over whatever stands there, and learnt again when it is lost.
    private async Task SubmitAsync(Change change, CancellationToken cancellationToken)
    {
        var outcome = await store.SubmitAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            [change],
            cancellationToken);
        directory.Forget();
        if (outcome == BatchOutcome.Unknown)
        {
            throw new StoreUnavailableException("It may not have been saved: the store gave no answer. Please look, and send it again.");
        }
    }
}
