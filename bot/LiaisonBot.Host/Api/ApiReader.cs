namespace LiaisonBot.Host.Api;

/// <summary>Who reads through the API, and so what they see.</summary>
public abstract record ApiReader
{
    /// <summary>In the log: ids, no names.</summary>
    public abstract string Who { get; }

    /// <summary>
    /// An application of the province's own, by a permission that its administrator granted: it sees what the office
    /// sees.
    /// </summary>
    public sealed record Application(Guid AppId, Guid ObjectId) : ApiReader
    {
        public override string Who => $"application {AppId} ({ObjectId})";
    }

    /// <summary>Somebody who is signed in to an application: they see what they see in the chat.</summary>
    public sealed record Account(Guid ObjectId, Guid AppId) : ApiReader
    {
        public override string Who => $"person {ObjectId} through application {AppId}";
    }

    /// <summary>Whoever has the function's key, where the settings let it do: they see what the office sees.</summary>
    public sealed record Key : ApiReader
    {
        public override string Who => "key";
    }

    /// <summary>A program on the machine of the local host, which serves no other.</summary>
    public sealed record ThisMachine : ApiReader
    {
        public override string Who => "this machine";
    }
}
