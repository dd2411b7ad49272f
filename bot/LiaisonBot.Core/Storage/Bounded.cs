namespace LiaisonBot.Core.Storage;

/// <summary>Does one thing for many, some at a time: who is slow holds up themselves.</summary>
internal static class Bounded
{
    /// <summary>Returns when all are done; what one throws comes then.</summary>
    /// <param name="most">At a time.</param>
    public static async Task ForEachAsync<T>(IEnumerable<T> all, int most, Func<T, Task> work)
    {
        using var free = new SemaphoreSlim(most);
        await Task.WhenAll(all.Select(OneAsync).ToList());

        async Task OneAsync(T one)
        {
            await free.WaitAsync();
            try
            {
                await work(one);
            }
            finally
            {
                free.Release();
            }
        }
    }
}
