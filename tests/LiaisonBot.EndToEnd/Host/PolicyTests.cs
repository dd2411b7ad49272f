using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;

namespace LiaisonBot.EndToEnd.Host;

public sealed class PolicyTests : IDisposable
{
    private const string Second = """
        version 2
        digest 09:00
        quiet 20:00 08:00
        unsigned | assigned | 2 | | holder | late
        """;

    private readonly TemporaryFolder data = new();

    [Fact]
    public void Read_AFolderWithoutPolicies_HasTheOneThatIsShipped() =>
        Assert.Equal(1, Policies.Read(data.Path).InForce.Version);

    [Fact]
    public void Read_ANewerPolicy_IsInForceAndKeepsTheOlder()
    {
        Write("policy-2.txt", Second);

        var policies = Policies.Read(data.Path);

        Assert.Equal((2, 1), (policies.InForce.Version, policies.Of(1).Version));
        Assert.Equal([ReminderName.Unsigned], policies.InForce.Rules.Select(r => r.Name));
    }

    [Theory]
    [InlineData("version 2\ndigest 08:30\nquiet 20:00 08:00\nunsigned | due | 1 | | holder | late", "line 4")]
    [InlineData("version 1\ndigest 08:30\nquiet 20:00 08:00\nunsigned | assigned | 1 | | holder | late", "version 1")]
    public void Read_AWrongPolicy_IsRefusedWithFileLineAndReason(string text, string mentions)
    {
        Write("wrong.txt", text);

        var refused = Assert.Throws<StoreUnavailableException>(() => Policies.Read(data.Path));

        Assert.Contains("wrong.txt", refused.Message, StringComparison.Ordinal);
        Assert.Contains(mentions, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => data.Dispose();

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(data.Path, Policies.Folder));
        File.WriteAllText(Path.Combine(data.Path, Policies.Folder, name), text);
    }
}
