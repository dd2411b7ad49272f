using System.Net;
using System.Net.Sockets;

namespace LiaisonBot.Local;

/// <summary>
/// The way to other programs on this machine, and to nothing else: no redirects, no proxy, no cookies, no name service.
/// </summary>
internal static class LoopbackNetwork
{
    public static SocketsHttpHandler Handler() =>
        new() { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync };

    /// <summary>Connects to this machine and to nothing else, whatever the name of the host means elsewhere.</summary>
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        if (!Loopback.Is(host))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "not on this machine");
        }

        IPAddress[] addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal)
            ? [literal]
            : [IPAddress.Loopback, IPAddress.IPv6Loopback];
        SocketException? failure = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                failure = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw failure!;
    }
}
