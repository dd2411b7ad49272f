using LiaisonBot.Core.ChatCards;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Rooms;

namespace LiaisonBot.Core;

/// <summary>All that is put into chats.</summary>
public interface IChats : IChat, IJobChat, IRoomChat, IPeopleChat, ICardChat;
