using System.Collections.Concurrent;
using Bbl.Replay;
using Xunit;

namespace Bbl.Plugins.Tests;

/// <summary>
/// What the local host recorded in V8 (test/conformance) happens in the plug-in too: the same calls in the same order,
/// the same outcome.
/// </summary>
public class ConformanceTests
{
    private const int ShownMax = 20;
    private const int RandomTracesMin = 1000;

    private static readonly string Folder = Path.Combine(Shipped.Repository, "build", "conformance");

    public static TheoryData<string> Files => new(FileNames());

    [Fact]
    public void The_scenarios_and_a_thousand_random_traces_were_recorded()
    {
        Assert.True(FileNames().Length > 0, "Nothing was recorded. `npm test` records before it replays.");
        var random = File.ReadLines(Path.Combine(Folder, "random.jsonl")).Select(line => Recorded.Parse(line).Object("context").Text("correlationId"));
        Assert.InRange(random.Distinct().Count(), RandomTracesMin, int.MaxValue);
        Assert.Contains(FileNames(), name => name.StartsWith("scenarios", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_plug_in_does_what_was_recorded(string file)
    {
        var replayer = new Replayer(Shipped.Rules);
        var differences = new ConcurrentBag<string>();
        Parallel.ForEach(File.ReadLines(Path.Combine(Folder, file)), (line, _, number) =>
        {
            if (replayer.Difference(line) is { } difference)
            {
                differences.Add($"{file}:{number + 1}: {difference}");
            }
        });
        Assert.True(differences.IsEmpty, string.Join(Environment.NewLine, differences.Order(StringComparer.Ordinal).Take(ShownMax)));
    }

    private static string[] FileNames() =>
        Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.jsonl").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];
}
