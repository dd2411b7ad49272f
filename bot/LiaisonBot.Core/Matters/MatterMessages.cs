using LiaisonBot.Core.Messaging;

namespace LiaisonBot.Core.Matters;

/// <summary>What a message says when it is about a matter.</summary>
public static class MatterMessages
{
    extension(OutboxMessage message)
    {
        public MatterNumber Number => MatterNumber.Of(message.Subject);

        public Act Act => Enum.Parse<Act>(message.What);
    }
}
