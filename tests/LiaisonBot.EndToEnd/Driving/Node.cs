using System.ComponentModel;
using System.Diagnostics;

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>Node, which the Playground runs on.</summary>
public static class Node
{
    /// <summary>Skips the test on a machine without it, but fails where <c>CI</c> is set.</summary>
    public static async Task SkipWithout()
    {
        if (await IsThere()) return;
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("CI") is { Length: > 0 },
            "The Playground needs Node 20, which is not on the PATH.");
        Assert.Fail("The Playground needs Node 20, and where CI is set its tests are not skipped.");
    }

    private static async Task<bool> IsThere()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, UseShellExecute = false });
            return (await node!.StandardOutput.ReadToEndAsync()).StartsWith('v');
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
