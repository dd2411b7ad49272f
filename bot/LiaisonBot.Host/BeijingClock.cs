using System.Globalization;
using NodaTime;

namespace LiaisonBot.Host;

/// <summary>Moments as the endpoints show them.</summary>
public static class BeijingClock
{
    private static readonly Offset Beijing = Offset.FromHours(8);

    /// <summary>Of Beijing, with its offset: <c>2026-11-24T08:30:00+08:00</c>.</summary>
    public static string Shown(Instant time) =>
        time.WithOffset(Beijing).ToString("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>", CultureInfo.InvariantCulture);
}
