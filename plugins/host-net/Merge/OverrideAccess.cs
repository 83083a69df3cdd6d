using dnlib.DotNet;

namespace Bbl.Merge;

/// <summary>
/// C# writes the override of another assembly's `protected internal` member as `protected`. Once both stand in one
/// assembly that narrows the access, and .NET refuses to load the type (mono does not check). So it is widened again.
/// </summary>
internal static class OverrideAccess
{
    /// <summary>Widens all such overrides and returns how many there were.</summary>
    public static int Widen(ModuleDef module)
    {
        var narrowed = module.GetTypes()
            .SelectMany(type => type.Methods)
            .Where(method => method.IsVirtual && method.IsReuseSlot && method.Access == MethodAttributes.Family)
            .Where(method => OverridesInternal(method, module))
            .ToList();
        narrowed.ForEach(method => method.Access = MethodAttributes.FamORAssem);
        return narrowed.Count;
    }

    private static bool OverridesInternal(MethodDef method, ModuleDef module)
    {
        for (var type = BaseInModule(method.DeclaringType, module); type is not null; type = BaseInModule(type, module))
        {
            if (type.Methods.Any(candidate => IsOverridden(candidate, method)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOverridden(MethodDef candidate, MethodDef method) =>
        candidate.IsVirtual
        && candidate.Access == MethodAttributes.FamORAssem
        && candidate.Name == method.Name
        && candidate.MethodSig.Params.Count == method.MethodSig.Params.Count;

    /// <summary>The base type where it is defined in this module, generic instances included.</summary>
    internal static TypeDef? BaseInModule(TypeDef type, ModuleDef module)
    {
        var definition = type.BaseType switch
        {
            TypeSpec { TypeSig: GenericInstSig instance } => instance.GenericType.TypeDefOrRef as TypeDef,
            var plain => plain as TypeDef,
        };
        return definition?.Module == module ? definition : null;
    }
}
