using LiaisonBot.Conversation;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LiaisonBot.Teams;

/// <summary>
/// Our JSON in the types of the SDK. A card stays a <see cref="JObject"/>: as a typed one the SDK overflows its stack on it. Texts that look
/// like dates stay texts.
/// </summary>
internal static class SdkJson
{
    public static JObject Object(Json json)
    {
        using var reader = new JsonTextReader(new StringReader(json.ToString())) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    public static Activity Activity(Json activity) => Object(activity).ToObject<Activity>()!;
}
