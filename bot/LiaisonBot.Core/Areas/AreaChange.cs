using NodaTime;

namespace LiaisonBot.Core.Areas;

/// <summary>What can become of a county-level place.</summary>
public enum AreaChangeKind
{
    /// <summary>新设: a place that was not there, also one that is split off.</summary>
    Add,

    /// <summary>更名, 撤县设区, 撤县设市: the same place under another name.</summary>
    Rename,

    /// <summary>并入: the place ends, another one takes it over.</summary>
    Merge,

    /// <summary>划归: the place goes on in another city.</summary>
    Move,
}

/// <summary>
/// A change of the administrative division that the office registered (区划调整), in force from a day on.
/// </summary>
/// <param name="On">Beijing date.</param>
/// <param name="Code">The place; the new one for <see cref="AreaChangeKind.Add"/>.</param>
/// <param name="Name">Its name from then on; for <see cref="AreaChangeKind.Merge"/> the name that ends.</param>
/// <param name="Into">Which place takes it over, or its code in the other city.</param>
/// <param name="What">In words: 撤县设区, with the number of the approval when there is one.</param>
/// <param name="ByName">Who registered it.</param>
public sealed record AreaChange(
    LocalDate On,
    AreaChangeKind Kind,
    AreaCode Code,
    string Name,
    AreaCode? Into,
    string What,
    string ByName,
    Instant At)
{
    /// <summary>UTF-16 units of <see cref="What"/>.</summary>
    public const int WhatLength = 200;

    /// <summary>The changes of one day are applied in the order in which they were registered.</summary>
    public static readonly Comparer<AreaChange> InOrder = Comparer<AreaChange>.Create((one, other) =>
        one.On != other.On
            ? one.On.CompareTo(other.On)
            : one.At != other.At
            ? one.At.CompareTo(other.At)
            : one.Code.CompareTo(other.Code));
}

/// <summary>A place as it was called, or was, before.</summary>
/// <param name="Now">The place that it is now.</param>
/// <param name="Since">Null for what changed before the table of areas was made.</param>
public sealed record FormerArea(Area Area, AreaCode Now, LocalDate? Since, string What);
