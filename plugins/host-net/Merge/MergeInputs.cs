namespace Bbl.Merge;

/// <summary>The host assembly, the assemblies that move into it, and the folder of the framework's reference assemblies.</summary>
public sealed record MergeInputs(string HostPath, IReadOnlyList<string> DependencyPaths, string ReferenceFolder);

/// <summary>What a merge came to.</summary>
public sealed record MergeReport(int TypesMerged, int OverridesWidened);

/// <summary>Something in the inputs that this merge does not handle; never worked around silently.</summary>
public sealed class MergeException(string message) : Exception(message);
