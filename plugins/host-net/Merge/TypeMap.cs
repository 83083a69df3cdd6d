using dnlib.DotNet;

namespace Bbl.Merge;

/// <summary>Finds where a referenced type ended up: among the moved types, or behind a type forwarder of a merged assembly.</summary>
public sealed class TypeMap : ImportMapper
{
    private readonly Dictionary<string, Contents> byAssembly = [];
    private readonly Dictionary<ModuleDef, string> assemblyOf = [];

    /// <summary>Reads the types of all modules before any of them moves.</summary>
    public TypeMap(IEnumerable<ModuleDefMD> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
        {
            this.assemblyOf[module] = module.Assembly.Name;
            this.byAssembly[module.Assembly.Name] = new Contents(
                module.GetTypes().ToDictionary(type => type.FullName),
                module.ExportedTypes.ToDictionary(type => type.FullName));
        }
    }

    /// <inheritdoc />
    public override ITypeDefOrRef? Map(ITypeDefOrRef source) => source switch
    {
        TypeDef definition => definition, // A moved type is the same object as before.
        TypeRef reference => this.Find(this.AssemblyNameOf(reference), reference),
        _ => null,
    };

    private string? AssemblyNameOf(TypeRef reference)
    {
        var outermost = reference;
        while (outermost.ResolutionScope is TypeRef outer)
        {
            outermost = outer;
        }

        return outermost.ResolutionScope switch
        {
            AssemblyRef assembly => assembly.Name,
            AssemblyDef assembly => assembly.Name,
            ModuleDef module => this.assemblyOf.GetValueOrDefault(module),
            _ => this.assemblyOf.GetValueOrDefault(reference.Module),
        };
    }

    private ITypeDefOrRef? Find(string? assemblyName, TypeRef reference)
    {
        if (assemblyName is null || !this.byAssembly.TryGetValue(assemblyName, out var contents))
        {
            return null; // Not merged: the reference stays as it is.
        }

        if (contents.Types.TryGetValue(reference.FullName, out var type))
        {
            return type;
        }

        if (!contents.Forwarders.TryGetValue(reference.FullName, out var forwarder) || reference.ResolutionScope is TypeRef)
        {
            throw new MergeException($"{reference.FullName} is not in {assemblyName}.");
        }

        var target = forwarder.DefinitionAssembly;
        return this.Find(target.Name, reference)
            ?? new TypeRefUser(reference.Module, reference.Namespace, reference.Name, target.ToAssemblyRef());
    }

    private sealed record Contents(
        IReadOnlyDictionary<string, TypeDef> Types,
        IReadOnlyDictionary<string, ExportedType> Forwarders);
}
