using System.Globalization;

namespace LiaisonBot.Core.Text;

/// <summary>
/// What is wrong with a file of rules or terms, and in which line (from 1; 0 for the file as a whole).
/// </summary>
public sealed record PolicyError(int Line, string Reason)
{
    public override string ToString() =>
        Line == 0 ? Reason : string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Reason}");
}
