using Bbl.Merge;

if (args.Length < 5)
{
    Console.Error.WriteLine("usage: Merge <host.dll> <output.dll> <key.snk> <reference folder> <dependency.dll> …");
    return 2;
}

try
{
    var inputs = new MergeInputs(args[0], args[4..], args[3]);
    var report = new AssemblyMerger(inputs).Merge(args[1], args[2]);
    Console.WriteLine($"{report.TypesMerged} types of {inputs.DependencyPaths.Count} assemblies merged, {report.OverridesWidened} overrides widened.");
    return 0;
}
catch (MergeException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
