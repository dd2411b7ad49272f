using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LiaisonBot.Benchmarks.Load;
using LiaisonBot.Benchmarks.Worlds;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// From the command to the first answer: the published host on a store of 10,000 matters, and an empty app, one after
/// the other.
/// </summary>
internal static class Starting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(1);

    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        var tries = bench.Quick ? 5 : 15;
        using var data = await bench.Copy(10_000);
        var (bot, empty) = (new List<double>(), new List<double>());
        var message = Activities.Message(Hebei.OfficerOf(Hebei.Counties[0]), "我的事项", "first");
        for (var i = -1; i < tries; i++)
        {
            var port = FreePort();
            var mine = await Time(
                bench.Published.Host,
                [
                    "--urls",
                    $"http://127.0.0.1:{port}",
                    "--data",
                    data.Path,
                    "--office",
                    Hebei.Office.Id,
                    "--no-playground"
                ],
                port,
                Post(message),
                "（20）");
            var other = FreePort();
            var theirs = await Time(
                bench.Published.Empty,
                ["--urls", $"http://127.0.0.1:{other}"],
                other,
                "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
                "Hello");
            if (i < 0) continue;
            bot.Add(mine);
            empty.Add(theirs);
        }

        var ratio = new Sample(bot.Zip(empty, (mine, theirs) => mine / theirs));
        bench.Say($"{new Sample(bot).Median:0} ms, an empty app {new Sample(empty).Median:0} ms");
        return [new(
            "start: command to first answered 我的事项 ÷ an empty ASP.NET Core app's first answer",
            $"{ratio.Words("0.00")} x; {new Sample(bot).Words("0")} ÷ {new Sample(empty).Words("0")} ms",
            "at most 2 x",
            ratio.Median <= 2)];
    }

    private static string Post(string body) =>
        $"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    private static async Task<double> Time(string program, string[] args, int port, string request, string mark)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            while (Stopwatch.GetElapsedTime(began) < Patience)
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                try
                {
                    await socket.ConnectAsync(IPAddress.Loopback, port);
                }
                catch (SocketException e)
                {
                    if (process.HasExited) throw new InvalidOperationException(
                        $"{program} ended: {await process.StandardError.ReadToEndAsync()}",
                        e);
                    await Task.Delay(Between, Bench.Time);
                    continue;
                }

                await socket.SendAsync(Encoding.UTF8.GetBytes(request));
                await using var stream = new NetworkStream(socket);
                using var reader = new StreamReader(stream);
                var answer = await reader.ReadToEndAsync();
                var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                return answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
                    && answer.Contains(mark, StringComparison.Ordinal)
                    ? time
                    : throw new InvalidOperationException($"{program} answered {answer[..Math.Min(200, answer.Length)]}");
            }

            throw new InvalidOperationException($"{program} does not answer.");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
