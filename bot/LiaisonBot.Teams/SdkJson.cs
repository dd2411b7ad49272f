using System.Text.Json.Nodes;
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
    public static JObject Object(JsonObject json)
    {
        using var reader = new JsonTextReader(new StringReader(json.ToJsonString())) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    public static Activity Activity(JsonObject activity) => Object(activity).ToObject<Activity>()!;
}
