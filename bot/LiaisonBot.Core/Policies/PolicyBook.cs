namespace LiaisonBot.Core.Policies;

/// <summary>Every policy that a matter may have been assigned under; the newest is in force.</summary>
public sealed class PolicyBook
{
    private readonly Dictionary<int, ReminderPolicy> byVersion;

    /// <exception cref="ArgumentException">There is none, or a version stands twice.</exception>
    public PolicyBook(params IReadOnlyList<ReminderPolicy> policies)
    {
        if (policies.Count == 0)
        {
            throw new ArgumentException("There is no reminder policy.", nameof(policies));
        }

        byVersion = policies.ToDictionary(p => p.Version);
        InForce = byVersion[byVersion.Keys.Max()];
    }

    /// <summary>The one that is shipped, alone.</summary>
    public static PolicyBook BuiltIn { get; } = new(PolicyFile.BuiltIn);

    public IReadOnlyCollection<ReminderPolicy> All => byVersion.Values;

    /// <summary>New matters are assigned under it.</summary>
    public ReminderPolicy InForce { get; }

    /// <summary>The policy of a matter; the one in force when its own is not to be found any more.</summary>
    public ReminderPolicy Of(int version) => byVersion.GetValueOrDefault(version, InForce);
}
