using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using LiaisonBot.FunctionsHost.Protocol;

namespace LiaisonBot.FunctionsHost;

/// <summary>What a worker has said that it can do, and the way to it.</summary>
/// <param name="Http">Where it listens for the requests that are passed on to it.</param>
internal sealed record ReadyWorker(WorkerConnection Connection, Uri Http, IReadOnlyList<Function> Functions);

/// <summary>One stream of messages with one worker.</summary>
internal sealed class WorkerConnection
{
    private readonly Channel<StreamingMessage> toWorker = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StatusResult>> invocations = new();
    private int invoked;

    public ChannelReader<StreamingMessage> ToWorker => toWorker.Reader;

    public void Send(StreamingMessage message) => toWorker.Writer.TryWrite(message);

    /// <summary>
    /// Asks for a call of a function. Its end is given when the worker says so, or fails when the worker is gone.
    /// </summary>
    public (string Id, Task<StatusResult> End) Invoke(Function function, TypedData input)
    {
        var id = $"{function.Name}-{Interlocked.Increment(ref invoked)}";
        var end = invocations[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var request = new InvocationRequest
        {
            InvocationId = id,
            FunctionId = function.Id,
            TraceContext = new(),
            RetryContext = new()
        };
        request.InputData.Add(new ParameterBinding { Name = function.Trigger, Data = input });
        if (!toWorker.Writer.TryWrite(new() { InvocationRequest = request }))
        {
            end.TrySetException(new IOException("The worker is gone."));
        }
        return (id, end.Task);
    }

    public void Ended(InvocationResponse response)
    {
        if (invocations.TryRemove(response.InvocationId, out var end))
        {
            end.TrySetResult(response.Result);
        }
    }

    public void Gone()
    {
        toWorker.Writer.TryComplete();
        foreach (var end in invocations.Values)
        {
            end.TrySetException(new IOException("The worker is gone."));
        }
    }
}

/// <summary>
/// The server's side of the protocol: greets a worker, loads all of its functions, and passes messages on.
/// </summary>
internal sealed class WorkerStream(HostState host) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context)
    {
        var connection = new WorkerConnection();
        var sending = Task.Run(async () =>
        {
            await foreach (var message in connection.ToWorker.ReadAllAsync(context.CancellationToken))
            {
                await responseStream.WriteAsync(message, context.CancellationToken);
            }
        });
        try
        {
            await Receive(requestStream, connection, context.CancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The worker was ended: what it was doing is not done.
        }
        finally
        {
            host.Lost(connection);
            connection.Gone();
        }
        try
        {
            await sending;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            // What was still to be said, nobody hears.
        }
    }

    private async Task Receive(
        IAsyncStreamReader<StreamingMessage> messages,
        WorkerConnection connection,
        CancellationToken cancellationToken)
    {
        Uri? http = null;
        var functions = new List<Function>();
        var toLoad = 0;
        await foreach (var message in messages.ReadAllAsync(cancellationToken))
        {
            switch (message.ContentCase)
            {
                case StreamingMessage.ContentOneofCase.StartStream:
                    connection.Send(new()
                    {
                        WorkerInitRequest = new()
                        {
                            HostVersion = "4.0.0.0",
                            WorkerDirectory = host.App,
                            FunctionAppDirectory = host.App
                        }
                    });
                    break;
                case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                    Check(message.WorkerInitResponse.Result, "start");
                    http = new Uri(message.WorkerInitResponse.Capabilities["HttpUri"]);
                    connection.Send(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = host.App } });
                    break;
                case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                    Check(message.FunctionMetadataResponse.Result, "name its functions");
                    foreach (var metadata in message.FunctionMetadataResponse.FunctionMetadataResults)
                    {
                        functions.Add(Function.Of(metadata));
                        connection.Send(new()
                        {
                            FunctionLoadRequest = new()
                            {
                                FunctionId = metadata.FunctionId,
                                Metadata = metadata
                            }
                        });
                    }
                    toLoad = functions.Count;
                    break;
                case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                    Check(message.FunctionLoadResponse.Result, "load a function");
                    if (--toLoad == 0)
                    {
                        host.Ready(new(connection, http!, functions));
                    }
                    break;
                case StreamingMessage.ContentOneofCase.InvocationResponse:
                    connection.Ended(message.InvocationResponse);
                    break;
                case StreamingMessage.ContentOneofCase.RpcLog when message.RpcLog.Level >= RpcLog.Types.Level.Warning:
                    Console.WriteLine($"{message.RpcLog.Level} {message.RpcLog.Category}: {message.RpcLog.Message} {message.RpcLog.Exception?.Message}");
                    break;
            }
        }
    }

    private static void Check(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new InvalidOperationException($"The worker could not {what}: {result.Exception?.Message} {result.Exception?.StackTrace}");
        }
    }
}
