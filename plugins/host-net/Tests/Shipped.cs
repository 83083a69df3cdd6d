using System.Reflection;
using System.Runtime.Loader;
using Bbl.Plugins.Tests.Fakes;
using Microsoft.Xrm.Sdk;

namespace Bbl.Plugins.Tests;

/// <summary>The merged assemblies: the one that ships, and the same host around the probe bundle of these tests.</summary>
internal static class Shipped
{
    public static readonly string Repository =
        typeof(Shipped).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;

    public static readonly string Path = Merged("merged");

    private static readonly Lazy<Assembly> RulesAssembly = new(() => Load("rules", Path));
    private static readonly Lazy<Assembly> ProbeAssembly = new(() => Load("probe", Merged("merged-probe")));

    public static Assembly Rules => RulesAssembly.Value;

    public static Assembly Probe => ProbeAssembly.Value;

    /// <summary>Runs a plug-in as Dataverse does; returns the trace.</summary>
    public static IReadOnlyList<string> Run(Assembly assembly, string type, FakeContext context, IOrganizationService? service = null)
    {
        var services = new FakeServices(context, _ => service ?? new FakeOrganizationService());
        Run(assembly, type, services);
        return services.Lines;
    }

    public static void Run(Assembly assembly, string type, IServiceProvider services) =>
        ((IPlugin)Activator.CreateInstance(assembly.GetType($"Bbl.Plugins.{type}", true)!)!).Execute(services);

    private static string Merged(string folder) =>
        System.IO.Path.Combine(Repository, "build", "dotnet", folder, "BillingBacklogPlugins.dll");

    /// <summary>Two assemblies of one identity need contexts of their own; Microsoft.Xrm.Sdk is shared.</summary>
    private static Assembly Load(string name, string path) =>
        new AssemblyLoadContext(name).LoadFromAssemblyPath(System.IO.Path.GetFullPath(path));
}
