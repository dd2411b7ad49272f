using LiaisonBot.Conversation;

namespace LiaisonBot.Local;

/// <summary>A person of the demo in the Playground.</summary>
/// <param name="Key">The last two digits of the object id.</param>
internal sealed record PlaygroundPerson(string Key, string Name)
{
    public string ObjectId => $"00000000-0000-4000-8000-0000000000{Key}";

    public string SignInName => $"demo{Key}@liaisonbot.example";
}

/// <summary>
/// The Playground's <c>.m365agentsplayground.yml</c>, written as JSON, which YAML contains. Its schema asks for exactly
/// five people besides the one who chats. Chats keep their ids over restarts, so that what the bot remembers of them
/// stays true.
/// </summary>
internal static class PlaygroundConfiguration
{
    public const string FileName = ".m365agentsplayground.yml";

    /// <summary>Those for whom a Playground is opened.</summary>
    public static readonly IReadOnlyList<PlaygroundPerson> Open =
        [new("11", "省委第一巡视组组长"), new("21", "石家庄市联络办"), new("31", "长安区联络员")];

    private static readonly IReadOnlyList<PlaygroundPerson> Others =
        [new("01", "省委巡视办"), new("12", "省委第一巡视组成员"), new("32", "正定县联络员")];

    public static byte[] For(PlaygroundPerson person)
    {
        var others = Open.Concat(Others).Where(other => other != person).Select(User);
        return new Json
        {
            ["version"] = "0.1.1",
            ["tenantId"] = "00000000-0000-4000-8000-000000000100",
            ["bot"] = new Json { ["id"] = "liaisonbot", ["name"] = "联络机器人" },
            ["currentUser"] = User(person),
            ["users"] = others.ToList(),
            ["personalChat"] = new Json { ["id"] = $"demo-chat-{person.Key}" },
            ["groupChat"] = new Json { ["id"] = $"demo-group-{person.Key}", ["name"] = "群聊" },
            ["team"] = new Json
            {
                ["id"] = $"demo-team-{person.Key}",
                ["name"] = "团队",
                ["aadGroupId"] = "00000000-0000-4000-8000-000000000200",
                ["channels"] = new List<Json> { new() { ["id"] = $"demo-channel-{person.Key}", ["name"] = "频道" } },
            },
        }.ToBytes();
    }

    private static Json User(PlaygroundPerson person) => new()
    {
        ["id"] = $"demo-user-{person.Key}",
        ["name"] = person.Name,
        ["userPrincipleName"] = person.SignInName,
        ["aadObjectId"] = person.ObjectId,
        ["givenName"] = person.Name,
        ["surname"] = person.Name,
        ["email"] = person.SignInName,
    };
}
