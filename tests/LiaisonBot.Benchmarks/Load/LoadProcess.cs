using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace LiaisonBot.Benchmarks.Load;

/// <summary>What a load is made of.</summary>
/// <param name="Bodies">For each connection the bodies that it posts, one after the other, each when the answer to the
/// one before has come.</param>
/// <param name="Again">True to begin anew after the last body, until the time is over.</param>
/// <param name="Mark">Stands in every answer that is right.</param>
internal sealed record Plan(
    int Port,
    IReadOnlyList<IReadOnlyList<string>> Bodies,
    bool Again,
    double Seconds,
    string Mark);

/// <summary>What came of a load.</summary>
/// <param name="Wrong">Answers that were not 200, or did not carry the mark.</param>
/// <param name="FirstWrong">The beginning of one of them.</param>
/// <param name="P50">Milliseconds of the median.</param>
/// <param name="P99">Milliseconds that one in a hundred takes longer than.</param>
/// <param name="Processor">Seconds that the load itself took of a core.</param>
internal sealed record Outcome(
    int Turns,
    int Wrong,
    double Seconds,
    double P50,
    double P99,
    double Bytes,
    double Processor,
    string? FirstWrong)
{
    public double PerSecond => Turns / Seconds;
}

/// <summary>
/// The load in a process of its own, with as little work per turn as can be: bytes that were made before, keep-alive,
/// one thread that goes on with whichever connection has its answer.
/// </summary>
internal static class LoadProcess
{
    public static async Task<Outcome> Post(Plan plan)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["load"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true
        };
        // What a socket brings is taken on the thread that waits for it.
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"] = "1";
        start.Environment["DOTNET_gcServer"] = "0";
        using var process = Process.Start(start)!;
        await JsonSerializer.SerializeAsync(process.StandardInput.BaseStream, plan);
        process.StandardInput.Close();
        var outcome = await JsonSerializer.DeserializeAsync<Outcome>(process.StandardOutput.BaseStream);
        await process.WaitForExitAsync();
        return outcome ?? throw new InvalidOperationException("The load told nothing.");
    }

    /// <summary>The process itself: the plan comes in, the outcome goes out.</summary>
    public static async Task<int> Run()
    {
        await using var input = Console.OpenStandardInput();
        var plan = (await JsonSerializer.DeserializeAsync<Plan>(input))!;
        var mark = Encoding.UTF8.GetBytes(plan.Mark);
        var connections = new List<Connection>();
        foreach (var bodies in plan.Bodies) connections.Add(await Connection.Open(
            plan.Port,
            [.. bodies.Select(Request)],
            plan.Again,
            mark));

        var before = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(connections.Select(connection =>
            connection.Post(began, TimeSpan.FromSeconds(plan.Seconds))));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;

        var times = connections.SelectMany(c => c.Times).Order().ToList();
        double At(double share) =>
            times.Count == 0
                ? 0
                : times[Math.Min(times.Count - 1, (int)(times.Count * share))] * 1000 / (double)Stopwatch.Frequency;
        var outcome = new Outcome(
            times.Count,
            connections.Sum(c => c.Wrong),
            seconds,
            At(0.5),
            At(0.99),
            connections.Sum(c => c.Bytes) / (double)Math.Max(1, times.Count),
            processor,
            connections.Select(c => c.FirstWrong).FirstOrDefault(w => w is not null));
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, outcome);
        return 0;
    }

    private static byte[] Request(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return [
            .. Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n"),
            .. bytes
        ];
    }

    /// <summary>One person's connection, kept alive.</summary>
    private sealed class Connection(Socket socket, IReadOnlyList<byte[]> requests, bool again, byte[] mark)
    {
        private byte[] buffer = new byte[64 * 1024];

        public List<long> Times { get; } = new(200_000);

        public int Wrong { get; private set; }

        public string? FirstWrong { get; private set; }

        public long Bytes { get; private set; }

        public static async Task<Connection> Open(int port, IReadOnlyList<byte[]> requests, bool again, byte[] mark)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return new(socket, requests, again, mark);
        }

        public async Task Post(long began, TimeSpan length)
        {
            for (var i = 0; again || i < requests.Count; i++)
            {
                var sent = Stopwatch.GetTimestamp();
                if (Stopwatch.GetElapsedTime(began, sent) >= length) break;
                await socket.SendAsync(requests[i % requests.Count]);
                var right = await Answered();
                Times.Add(Stopwatch.GetTimestamp() - sent);
                if (right) continue;
                Wrong++;
                FirstWrong ??= Encoding.UTF8.GetString(buffer, 0, 2_000).ReplaceLineEndings(" ");
            }

            socket.Dispose();
        }

        /// <summary>Reads one answer; true when it is what it should be.</summary>
        private async ValueTask<bool> Answered()
        {
            var (have, all) = (0, int.MaxValue);
            while (have < all)
            {
                if (have == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
                var read = await socket.ReceiveAsync(buffer.AsMemory(have));
                if (read == 0) throw new InvalidOperationException("The server hung up.");
                have += read;
                if (all == int.MaxValue) all = Length(buffer.AsSpan(0, have));
            }

            Bytes += have;
            var answer = buffer.AsSpan(0, have);
            return answer.StartsWith("HTTP/1.1 200 "u8) && answer.IndexOf(mark) >= 0;
        }

        /// <summary>Of the whole answer; the largest number while its head has not come.</summary>
        private static int Length(ReadOnlySpan<byte> answer)
        {
            var head = answer.IndexOf("\r\n\r\n"u8);
            if (head < 0) return int.MaxValue;
            var at = answer[..head].IndexOf("\r\nContent-Length: "u8);
            if (at < 0) throw new InvalidOperationException("An answer without its length.");
            var digits = answer[(at + 18)..];
            var length = 0;
            foreach (var digit in digits)
            {
                if (digit is < (byte)'0' or > (byte)'9') break;
                length = length * 10 + (digit - '0');
            }

            return head + 4 + length;
        }
    }
}
