using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace Bbl.Replay
{
    /// <summary>
    /// `Replay &lt;merged assembly&gt; &lt;recordings&gt;…` says what differs; the last line counts, the exit code is 1 where anything
    /// does. `Replay --time &lt;rounds&gt; &lt;merged assembly&gt; &lt;recordings&gt;` says how many milliseconds each round took.
    /// </summary>
    internal static class Program
    {
        private static int Main(string[] args) =>
            args[0] == "--time"
                ? Time(int.Parse(args[1], CultureInfo.InvariantCulture), Load(args[2]), args[3])
                : Compare(Load(args[0]), args.Skip(1).ToArray());

        private static Replayer Load(string assembly) => new Replayer(Assembly.LoadFrom(Path.GetFullPath(assembly)));

        private static int Compare(Replayer replayer, string[] files)
        {
            var replayed = 0;
            var different = 0;
            foreach (var file in files)
            {
                Parallel.ForEach(File.ReadLines(file), (line, _, index) =>
                {
                    Interlocked.Increment(ref replayed);
                    var difference = replayer.Difference(line);
                    if (difference != null)
                    {
                        Interlocked.Increment(ref different);
                        Console.WriteLine($"{Path.GetFileName(file)}:{index + 1}: {difference}");
                    }
                });
            }

            Console.WriteLine($"{replayed - different} passed, {different} failed");
            return different == 0 && replayed > 0 ? 0 : 1;
        }

        /// <summary>Reading the recordings is left out, comparing the calls is not. The first round starts the engine.</summary>
        private static int Time(int rounds, Replayer replayer, string file)
        {
            var recordings = File.ReadLines(file).Select(Recorded.Parse).ToList();
            for (var round = 0; round < rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                var difference = recordings.Select(replayer.Difference).FirstOrDefault(found => found != null);
                if (difference != null)
                {
                    Console.WriteLine(difference);
                    return 1;
                }

                Console.WriteLine(watch.Elapsed.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture));
            }

            return 0;
        }
    }
}
