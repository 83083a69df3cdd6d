using dnlib.DotNet;
using dnlib.DotNet.Writer;

namespace Bbl.Merge;

/// <summary>
/// Moves the types of the dependencies into the host assembly as internal types and points every reference at them.
/// The order matters: read everything lazy, map, move, rewrite signatures, then bodies, then clean up and sign.
/// Decision: docs/adr/0006-one-merged-assembly.md.
/// </summary>
public sealed class AssemblyMerger
{
    private static readonly string[] AttributesOfOneAssembly =
    [
        "System.Runtime.CompilerServices.InternalsVisibleToAttribute",
        "System.Security.AllowPartiallyTrustedCallersAttribute",
        "System.Security.SecurityTransparentAttribute",
        "System.Security.SecurityCriticalAttribute",
        "System.Security.SecurityRulesAttribute",
    ];

    private readonly ModuleDefMD host;
    private readonly List<ModuleDefMD> dependencies;

    /// <summary>Loads the assemblies; nothing is changed yet.</summary>
    public AssemblyMerger(MergeInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var resolver = new AssemblyResolver { EnableTypeDefCache = true, UseGAC = false, FindExactMatch = false };
        resolver.PreSearchPaths.Add(inputs.ReferenceFolder);
        resolver.PreSearchPaths.Add(Path.Combine(inputs.ReferenceFolder, "Facades"));
        resolver.PreSearchPaths.Add(Path.GetDirectoryName(Path.GetFullPath(inputs.HostPath)));
        var context = new ModuleContext(resolver, new Resolver(resolver));

        ModuleDefMD Load(string path)
        {
            var module = ModuleDefMD.Load(path, new ModuleCreationOptions(context) { TryToLoadPdbFromDisk = false });
            resolver.AddToCache(module);
            return module;
        }

        this.host = Load(inputs.HostPath);
        this.dependencies = [.. inputs.DependencyPaths.Select(Load)];
    }

    /// <summary>Writes the signed assembly to <paramref name="outputPath"/>; the same inputs give the same bytes.</summary>
    public MergeReport Merge(string outputPath, string keyPath)
    {
        List<ModuleDefMD> all = [this.host, .. this.dependencies];
        all.ForEach(ReadEverything);
        var map = new TypeMap(all);

        var merged = this.dependencies.Sum(this.MoveTypes);
        this.dependencies.ForEach(this.MoveResources);
        this.RewriteReferences(map);
        var widened = OverrideAccess.Widen(this.host);
        this.CleanAssemblyAttributes();
        this.Write(outputPath, keyPath);
        return new MergeReport(merged, widened);
    }

    /// <summary>Attribute blobs and field data are read on demand from the old module; after the move they could not be.</summary>
    private static void ReadEverything(ModuleDefMD module)
    {
        module.LoadEverything();
        foreach (var field in module.GetTypes().SelectMany(type => type.Fields))
        {
            _ = field.InitialValue;
        }

        module.EnableTypeDefFindCache = false;
    }

    private int MoveTypes(ModuleDefMD dependency)
    {
        var global = dependency.GlobalType;
        if (global.HasFields || global.HasMethods)
        {
            throw new MergeException($"{dependency.Name} has a module initialiser, which a merge would lose.");
        }

        var taken = this.host.Types.Select(type => type.FullName).ToHashSet();
        var moving = dependency.Types.Where(type => type != global).ToList();
        foreach (var type in moving)
        {
            dependency.Types.Remove(type);
            if (taken.Contains(type.FullName))
            {
                type.Namespace = $"Merged.{dependency.Assembly.Name}.{type.Namespace}".TrimEnd('.');
            }

            if (!taken.Add(type.FullName))
            {
                throw new MergeException($"{type.FullName} of {dependency.Name} exists already.");
            }

            type.Visibility = TypeAttributes.NotPublic;
            this.host.Types.Add(type);
        }

        return moving.Count;
    }

    private void MoveResources(ModuleDefMD dependency)
    {
        foreach (var resource in dependency.Resources)
        {
            if (resource is not EmbeddedResource embedded || this.host.Resources.Any(known => known.Name == resource.Name))
            {
                throw new MergeException($"Resource {resource.Name} of {dependency.Name} cannot be merged.");
            }

            var bytes = embedded.CreateReader().ToArray();
            this.host.Resources.Add(new EmbeddedResource(embedded.Name, bytes, ManifestResourceAttributes.Private));
        }
    }

    private void RewriteReferences(TypeMap map)
    {
        var importer = new Importer(this.host, ImporterOptions.TryToUseDefs, default, map);
        var rewriter = new ReferenceRewriter(this.host, importer);
        var types = this.host.GetTypes().ToList();
        types.ForEach(rewriter.RewriteSignatures); // All signatures first: members are found by comparing them.
        types.ForEach(rewriter.RewriteBodies);
        rewriter.RewriteAttributes(this.host.Assembly);
        rewriter.RewriteAttributes(this.host);
    }

    private void CleanAssemblyAttributes()
    {
        this.host.Assembly.DeclSecurities.Clear();
        var attributes = this.host.Assembly.CustomAttributes;
        foreach (var attribute in attributes.Where(a => AttributesOfOneAssembly.Contains(a.TypeFullName)).ToList())
        {
            attributes.Remove(attribute);
        }
    }

    private void Write(string outputPath, string keyPath)
    {
        var options = new ModuleWriterOptions(this.host) { WritePdb = false };
        options.MetadataOptions.Flags |= MetadataFlags.KeepOldMaxStack;
        options.InitializeStrongNameSigning(this.host, new StrongNameKey(SigningKey(keyPath)));
        this.host.Write(outputPath, options);
    }

    /// <summary>The key container may be written as a key-exchange key; dnlib reads signature keys (CALG_RSA_SIGN) only.</summary>
    private static byte[] SigningKey(string path)
    {
        var blob = File.ReadAllBytes(path);
        const int algorithmOffset = 5;
        blob[algorithmOffset] = 0x24;
        return blob;
    }
}
