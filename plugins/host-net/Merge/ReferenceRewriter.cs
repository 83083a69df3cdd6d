using dnlib.DotNet;
using dnlib.DotNet.Emit;

namespace Bbl.Merge;

/// <summary>Points every type and member reference of the module at what the merge made of it.</summary>
internal sealed class ReferenceRewriter(ModuleDef module, Importer importer)
{
    private static readonly string[] SecurityAttributes =
    [
        "System.Security.SecurityCriticalAttribute",
        "System.Security.SecuritySafeCriticalAttribute",
        "System.Security.SuppressUnmanagedCodeSecurityAttribute",
    ];

    /// <summary>Base types, interfaces, constraints and the signatures of all members.</summary>
    public void RewriteSignatures(TypeDef type)
    {
        type.BaseType = this.TypeOf(type.BaseType);
        foreach (var implemented in type.Interfaces)
        {
            implemented.Interface = this.TypeOf(implemented.Interface);
        }

        this.RewriteConstraints(type.GenericParameters);
        type.DeclSecurities.Clear();
        type.Attributes &= ~TypeAttributes.HasSecurity;
        foreach (var field in type.Fields)
        {
            field.FieldSig = importer.Import(field.FieldSig);
            RejectMarshalling(field.MarshalType, field.FullName);
        }

        foreach (var method in type.Methods)
        {
            this.RewriteSignature(method);
        }

        foreach (var property in type.Properties)
        {
            property.PropertySig = importer.Import(property.PropertySig);
        }

        foreach (var happening in type.Events)
        {
            happening.EventType = this.TypeOf(happening.EventType);
        }
    }

    /// <summary>Method bodies, explicit overrides and custom attributes.</summary>
    public void RewriteBodies(TypeDef type)
    {
        this.RewriteAttributes(type);
        this.RewriteParameterAttributes(type.GenericParameters);
        this.RewriteAllAttributes(type.Interfaces);
        this.RewriteAllAttributes(type.Fields);
        this.RewriteAllAttributes(type.Properties);
        this.RewriteAllAttributes(type.Events);
        foreach (var method in type.Methods)
        {
            this.RewriteAttributes(method);
            this.RewriteParameterAttributes(method.GenericParameters);
            this.RewriteAllAttributes(method.ParamDefs);
            for (var index = 0; index < method.Overrides.Count; index++)
            {
                var entry = method.Overrides[index];
                method.Overrides[index] = new MethodOverride(
                    (IMethodDefOrRef)this.MethodOf(entry.MethodBody),
                    (IMethodDefOrRef)this.MethodOf(entry.MethodDeclaration));
            }

            if (method.Body is not null)
            {
                this.RewriteBody(method.Body);
            }
        }
    }

    /// <summary>Constructor and arguments of the attributes; security attributes mean nothing in the merged assembly and go.</summary>
    public void RewriteAttributes(IHasCustomAttribute owner)
    {
        foreach (var attribute in owner.CustomAttributes.ToList())
        {
            if (SecurityAttributes.Contains(attribute.TypeFullName))
            {
                owner.CustomAttributes.Remove(attribute);
                continue;
            }

            if (attribute.IsRawBlob)
            {
                throw new MergeException($"The attribute {attribute.TypeFullName} could not be read.");
            }

            attribute.Constructor = (ICustomAttributeType)this.MethodOf(attribute.Constructor);
            for (var index = 0; index < attribute.ConstructorArguments.Count; index++)
            {
                attribute.ConstructorArguments[index] = this.ArgumentOf(attribute.ConstructorArguments[index]);
            }

            foreach (var named in attribute.NamedArguments)
            {
                named.Type = importer.Import(named.Type);
                named.Argument = this.ArgumentOf(named.Argument);
            }
        }
    }

    private static void RejectMarshalling(MarshalType? marshalling, string member)
    {
        if (marshalling is CustomMarshalType or SafeArrayMarshalType)
        {
            throw new MergeException($"{member} marshals through a type, which is not supported.");
        }
    }

    private void RewriteSignature(MethodDef method)
    {
        method.DeclSecurities.Clear();
        method.Attributes &= ~MethodAttributes.HasSecurity;
        method.MethodSig = importer.Import(method.MethodSig);
        this.RewriteConstraints(method.GenericParameters);
        foreach (var parameter in method.ParamDefs)
        {
            RejectMarshalling(parameter.MarshalType, method.FullName);
        }

        method.Parameters.UpdateParameterTypes();
        if (method.ImplMap is { } native)
        {
            native.Module = new ModuleRefUser(module, native.Module.Name);
        }
    }

    private void RewriteConstraints(IEnumerable<GenericParam> parameters)
    {
        foreach (var parameter in parameters)
        {
            foreach (var constraint in parameter.GenericParamConstraints)
            {
                constraint.Constraint = this.TypeOf(constraint.Constraint);
            }
        }
    }

    private void RewriteBody(CilBody body)
    {
        foreach (var local in body.Variables)
        {
            local.Type = importer.Import(local.Type);
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            handler.CatchType = this.TypeOf(handler.CatchType);
        }

        foreach (var instruction in body.Instructions)
        {
            instruction.Operand = instruction.Operand switch
            {
                ITypeDefOrRef type => this.TypeOf(type),
                MethodSpec instance => this.InstanceOf(instance),
                MemberRef member => this.MemberOf(member),
                MethodSig signature => importer.Import(signature),
                var other => other,
            };
        }
    }

    private void RewriteAllAttributes(IEnumerable<IHasCustomAttribute> owners)
    {
        foreach (var owner in owners)
        {
            this.RewriteAttributes(owner);
        }
    }

    private void RewriteParameterAttributes(IEnumerable<GenericParam> parameters)
    {
        foreach (var parameter in parameters)
        {
            this.RewriteAttributes(parameter);
            this.RewriteAllAttributes(parameter.GenericParamConstraints);
        }
    }

    private ITypeDefOrRef? TypeOf(ITypeDefOrRef? type) => type is null or TypeDef ? type : importer.Import(type);

    private IMethod MethodOf(IMethod method) => method switch
    {
        MethodDef definition => definition,
        MethodSpec instance => this.InstanceOf(instance),
        MemberRef member => (IMethod)this.MemberOf(member),
        _ => throw new MergeException($"Unknown kind of method: {method.FullName}."),
    };

    private MethodSpecUser InstanceOf(MethodSpec instance) => new(
        (IMethodDefOrRef)this.MethodOf(instance.Method),
        (GenericInstMethodSig)importer.Import((CallingConventionSig)instance.GenericInstMethodSig));

    /// <summary>The definition where the member now stands in this module; members of generic instances stay references.</summary>
    private IMemberRef MemberOf(MemberRef member)
    {
        var imported = importer.Import(member);
        for (var type = imported.Class as TypeDef; type is not null; type = OverrideAccess.BaseInModule(type, module))
        {
            IMemberDef? found = imported.IsFieldRef
                ? type.FindField(imported.Name, imported.FieldSig)
                : type.FindMethod(imported.Name, imported.MethodSig);
            if (found is not null)
            {
                return found;
            }

            if (type.BaseType is TypeSpec)
            {
                break;
            }
        }

        return imported;
    }

    private CAArgument ArgumentOf(CAArgument argument) => new(
        importer.Import(argument.Type),
        argument.Value switch
        {
            TypeSig type => importer.Import(type),
            IList<CAArgument> list => list.Select(this.ArgumentOf).ToList(),
            CAArgument nested => this.ArgumentOf(nested),
            var plain => plain,
        });
}
