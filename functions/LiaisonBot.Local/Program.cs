using System.Text;
using LiaisonBot.Local;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (args.Any(arg => arg is "--help" or "-h" or "-?"))
{
    Console.WriteLine(LocalOptions.Usage);
    return LocalHost.Ended;
}
var (options, error) = LocalOptions.Parse(args, Environment.GetEnvironmentVariable("ConnectionStrings__Tables"));
if (options is null)
{
    await Console.Error.WriteLineAsync($"{error}. --help shows the options.");
    return LocalHost.Misused;
}
return options.Archive is { } archive ? await archive.RunAsync()
    : options.Copy is { } copy ? await copy.RunAsync(options) : await LocalHost.RunAsync(options);
