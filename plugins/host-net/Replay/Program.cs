using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Bbl.Replay
{
    /// <summary>`Replay &lt;merged assembly&gt; &lt;recordings&gt;…`: says what differs; the last line counts. Exit code 1 where anything does.</summary>
    internal static class Program
    {
        private static int Main(string[] args)
        {
            var replayer = new Replayer(Assembly.LoadFrom(Path.GetFullPath(args[0])));
            var replayed = 0;
            var different = 0;
            foreach (var file in args.Skip(1))
            {
                var number = 0;
                foreach (var line in File.ReadLines(file))
                {
                    number++;
                    replayed++;
                    var difference = replayer.Difference(line);
                    if (difference != null)
                    {
                        different++;
                        Console.WriteLine($"{Path.GetFileName(file)}:{number}: {difference}");
                    }
                }
            }

            Console.WriteLine($"{replayed - different} passed, {different} failed");
            return different == 0 && replayed > 0 ? 0 : 1;
        }
    }
}
