namespace LiaisonBot.Simulation;

internal static class Program
{
    // The parts of the simulator are here and tested; what plays a year with them is not yet.
    private static int Main()
    {
        Console.Error.WriteLine("There is nothing to play yet.");
        return 1;
    }
}
