namespace LiaisonBot.Core.Areas;

/// <summary>A province's division with what was changed in it since, one change after the other.</summary>
internal sealed class ChangedDivision(IReadOnlyList<Area> division, IEnumerable<FormerArea> former)
{
    public List<Area> Areas { get; } = [.. division];

    public List<FormerArea> Former { get; } = [.. former];

    /// <summary>What does not fit any more, since a newer table knows of it, changes nothing.</summary>
    public void Apply(AreaChange change)
    {
        switch (change.Kind)
        {
            case AreaChangeKind.Add:
                Add(change.Code, change.Name, change);
                break;
            case AreaChangeKind.Rename when IndexOf(change.Code) is >= 0 and var at && Areas[at].Name != change.Name:
                Former.Add(new(Areas[at], change.Code, change.On, change.What));
                Areas[at] = new(change.Code, change.Name);
                break;
            case AreaChangeKind.Merge when IndexOf(change.Code) is >= 0 and var at
                && change.Into is { } into
                && IndexOf(into) >= 0:
                Former.Add(new(Areas[at], into, change.On, change.What));
                Areas.RemoveAt(at);
                break;
            case AreaChangeKind.Move when IndexOf(change.Code) is >= 0 and var at
                && change.Into is { } into
                && IndexOf(into.City) >= 0:
                Former.Add(new(Areas[at], into, change.On, change.What));
                Areas.RemoveAt(at);
                Add(into, change.Name, change);
                break;
        }
    }

    private void Add(AreaCode code, string name, AreaChange change)
    {
        if (IndexOf(code) >= 0 || IndexOf(code.City) < 0)
        {
            return;
        }

        // Registered before the table had it, under a code of its own.
        if (Areas.Find(a => a.Level == AreaLevel.County && a.Code.City == code.City && a.Name == name) is { } same)
        {
            Former.Add(new(new(code, name), same.Code, change.On, change.What));
        }
        else
        {
            Areas.Add(new(code, name));
        }
    }

    private int IndexOf(AreaCode code) => Areas.FindIndex(a => a.Code == code);
}
