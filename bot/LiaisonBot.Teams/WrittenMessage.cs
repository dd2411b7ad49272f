using LiaisonBot.Conversation;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace LiaisonBot.Teams;

/// <summary>
/// A message of ours in the SDK's hands. It goes out as our own JSON, which says everything, also whom it is to; what
/// the SDK notes in its members says where to send it. As a typed card the SDK overflows its stack on a card, and as a
/// tree it is written anew, five times as slowly and three times as long.
/// </summary>
[JsonConverter(typeof(AsWritten))]
internal sealed class WrittenMessage : Activity
{
    public WrittenMessage(Json json)
        : base(ActivityTypes.Message)
    {
        Json = json;
    }

    [JsonIgnore]
    public Json Json { get; }

    private sealed class AsWritten : JsonConverter<WrittenMessage>
    {
        public override bool CanRead => false;

        public override void WriteJson(JsonWriter writer, WrittenMessage? value, JsonSerializer serializer) =>
            writer.WriteRawValue(value!.Json.ToString());

        public override WrittenMessage ReadJson(JsonReader reader, Type objectType, WrittenMessage? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
            throw new NotSupportedException();
    }
}
