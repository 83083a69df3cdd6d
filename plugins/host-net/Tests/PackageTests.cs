using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Bbl.Plugins.Tests;

/// <summary>What Dataverse needs of the file that ships.</summary>
public class PackageTests
{
    private const int BytesMax = 16 * 1024 * 1024;

    private static readonly string[] GivenByDataverse =
        ["Microsoft.Xrm.Sdk", "System", "System.Core", "System.Numerics", "mscorlib"];

    [Fact]
    public void References_only_what_Dataverse_has()
    {
        var names = References().Select(reference => reference.Name!).Order(StringComparer.Ordinal);
        Assert.All(names, name => Assert.Contains(name, GivenByDataverse));
    }

    [Fact]
    public void References_the_genuine_identity_of_the_SDK()
    {
        var sdk = References().Single(reference => reference.Name == "Microsoft.Xrm.Sdk");
        Assert.Equal("Microsoft.Xrm.Sdk, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35", sdk.FullName);
    }

    [Fact]
    public void Is_one_strong_named_file_below_the_limit()
    {
        Assert.InRange(new FileInfo(Shipped.Path).Length, 1, BytesMax);
        var name = AssemblyName.GetAssemblyName(Shipped.Path);
        Assert.Equal(new Version(1, 0, 0, 0), name.Version);
        Assert.Equal(RegisteredToken(), Convert.ToHexStringLower(name.GetPublicKeyToken()!));
    }

    [Fact]
    public void Its_file_version_is_the_solution_s()
    {
        var manifest = File.ReadAllText(Path.Combine(Shipped.Repository, "solution", "Other", "Solution.xml"));
        var version = manifest.Split("<Version>")[1].Split("</Version>")[0];
        Assert.Equal(version, System.Diagnostics.FileVersionInfo.GetVersionInfo(Shipped.Path).FileVersion);
    }

    [Fact]
    public void Shows_its_plug_ins_and_hides_what_was_merged()
    {
        var shown = Shipped.Rules.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["CustomApiPlugin", "RulesPlugin", "StepPlugin", "UnexpectedRulesException"], shown);
    }

    [Fact]
    public void Its_plug_ins_are_those_that_the_solution_registers()
    {
        var registered = Regex.Matches(Registration(), "<PluginType [^>]* Name=\"([^\"]+)\"").Select(match => match.Groups[1].Value);
        var plugins = Shipped.Rules.GetExportedTypes().Where(type => !type.IsAbstract && typeof(Microsoft.Xrm.Sdk.IPlugin).IsAssignableFrom(type));
        Assert.Equal(plugins.Select(type => type.FullName).Order(StringComparer.Ordinal), registered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_type_loads_and_every_method_can_be_compiled()
    {
        var problems = Shipped.Rules.GetTypes().SelectMany(Methods).Select(ProblemOf).OfType<Exception>();
        Assert.Empty(problems.Where(problem => !IsMissingInCurrentDotnet(problem)).Select(problem => problem.Message));
    }

    [Fact]
    public void Holds_the_rules_bundle_that_was_built() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Shipped.Repository, "build", "plugins", "rules.js")), Resource("rules.js"));

    [Fact]
    public void Holds_the_licences_of_what_was_merged_with_the_version_that_was_merged()
    {
        var notices = Resource("THIRD-PARTY-NOTICES.txt");
        Assert.All(MergedPackages(), package => Assert.Contains(package, notices, StringComparison.Ordinal));
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(Shipped.Rules.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>`Jint 4.18.0` and so on: every package that the host needs at run time, as restored.</summary>
    private static IEnumerable<string> MergedPackages()
    {
        var assets = Path.Combine(Shipped.Repository, "build", "dotnet", "BillingBacklogPlugins", "obj", "project.assets.json");
        using var document = JsonDocument.Parse(File.ReadAllText(assets));
        var packages = document.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject();
        return [.. packages.Where(IsMerged).Select(package => package.Name.Replace('/', ' '))];
    }

    private static bool IsMerged(JsonProperty package) =>
        package.Value.GetProperty("type").GetString() == "package"
        && package.Value.TryGetProperty("runtime", out var files)
        && files.EnumerateObject().Any(file => file.Name.EndsWith(".dll", StringComparison.Ordinal));

    private static IEnumerable<MethodBase> Methods(Type type)
    {
        const BindingFlags all = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        return type.ContainsGenericParameters
            ? []
            : type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)).Where(method => HasOwnCode(method) && !method.ContainsGenericParameters);
    }

    private static Exception? ProblemOf(MethodBase method)
    {
        try
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
            return null;
        }
        catch (Exception problem) when (problem is TypeLoadException or MissingMemberException or InvalidProgramException or FileNotFoundException)
        {
            return problem;
        }
    }

    /// <summary>Two helper types of compiled expressions are in .NET Framework's System.Core alone; the rules never reach them.</summary>
    private static bool IsMissingInCurrentDotnet(Exception problem) =>
        problem is TypeLoadException && problem.Message.Contains("from assembly 'System.Core,", StringComparison.Ordinal);

    /// <summary>Not so abstract methods, methods of delegates (the runtime makes them) and native ones.</summary>
    private static bool HasOwnCode(MethodBase method) =>
        !method.IsAbstract
        && (method.MethodImplementationFlags & MethodImplAttributes.CodeTypeMask) == MethodImplAttributes.IL
        && !method.Attributes.HasFlag(MethodAttributes.PinvokeImpl);

    private static List<AssemblyName> References()
    {
        using var file = new PEReader(File.OpenRead(Shipped.Path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }

    /// <summary>The token that the solution registers its steps with.</summary>
    private static string RegisteredToken() => Regex.Match(Registration(), "PublicKeyToken=([0-9a-f]{16})").Groups[1].Value;

    private static string Registration()
    {
        var folder = Path.Combine(Shipped.Repository, "solution", "PluginAssemblies");
        return File.ReadAllText(Directory.GetFiles(folder, "*.dll.data.xml", SearchOption.AllDirectories).Single());
    }
}
