using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace LiaisonBot.Tests.Attack;

/// <summary>Writes an assembly anew so that its code counts what it does, in <see cref="Work"/>.</summary>
internal sealed class Weaver
{
    /// <summary>Methods of texts that look at a character or two, or at nothing but the length.</summary>
    private static readonly HashSet<string> Cheap = [
        "get_Length",
        "get_Chars",
        "IsNullOrEmpty",
        "op_Implicit",
        "op_Equality",
        "op_Inequality",
        "Equals",
        "AsSpan",
        "AsMemory",
        "GetPinnableReference"
    ];

    /// <summary>What begins to go through a part of a text, or ends at the length of the shorter.</summary>
    private static readonly HashSet<string> CheapOnSpans = [
        "AsSpan",
        "AsMemory",
        "EnumerateLines",
        "EnumerateRunes",
        "StartsWith",
        "EndsWith",
        "Split"
    ];

    private readonly ModuleDefinition module;
    private readonly MethodReference step;
    private readonly MethodReference through;
    private readonly MethodReference look;
    private readonly MethodReference looked;
    private readonly MethodReference throughPart;
    private readonly Dictionary<string, MethodReference> instead;

    private Weaver(ModuleDefinition module)
    {
        this.module = module;
        step = module.ImportReference(typeof(Work).GetMethod(nameof(Work.Step)));
        through = module.ImportReference(typeof(Work).GetMethod(nameof(Work.Through)));
        look = module.ImportReference(typeof(Work).GetMethod(nameof(Work.Look)));
        throughPart = module.ImportReference(typeof(Work).GetMethod(nameof(Work.ThroughPart)));
        looked = module.ImportReference(typeof(Work).GetMethod(nameof(Work.Looked)));
        instead = typeof(Work).GetMethods().Where(m => m.GetParameters().Length > 1).ToDictionary(
            m =>
                $"{m.GetParameters()[0].ParameterType.FullName}::{m.Name}({string.Join(',', m.GetParameters().Skip(1).Select(p => p.ParameterType.FullName))})",
            module.ImportReference, StringComparer.Ordinal);
    }

    public static byte[] Weave(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var weaver = new Weaver(assembly.MainModule);
        foreach (var method in assembly.MainModule.GetTypes()
            .SelectMany(t => t.Methods)
            .Where(m => m.HasBody)
            .ToList()) weaver.Weave(method.Body);
        using var woven = new MemoryStream();
        assembly.Write(woven);
        return woven.ToArray();
    }

    private void Weave(MethodBody body)
    {
        body.SimplifyMacros();
        var il = body.GetILProcessor();
        foreach (var head in LoopHeads(body)) InsertBefore(body, head, il.Create(OpCodes.Call, step));
        foreach (var call in body.Instructions.Where(i => i.OpCode.Code is Code.Call or Code.Callvirt).ToList()) Weave(
            body,
            il,
            call);
        il.InsertBefore(body.Instructions[0], il.Create(OpCodes.Call, step));
        body.OptimizeMacros();
    }

    /// <summary>Where something that comes later in the code leads back to.</summary>
    private static List<Instruction> LoopHeads(MethodBody body) =>
    [
        .. body.Instructions.SelectMany(from => Targets(from).Where(to => to.Offset <= from.Offset)).Distinct(),
    ];

    private static IEnumerable<Instruction> Targets(Instruction from) => from.Operand switch
    {
        Instruction to => [to],
        Instruction[] several => several,
        _ => [],
    };

    private void Weave(MethodBody body, ILProcessor il, Instruction call)
    {
        var method = (MethodReference)call.Operand;
        var owner = method.DeclaringType.FullName;
        if (instead.TryGetValue(
            $"{owner}::{method.Name}({string.Join(',', method.Parameters.Select(p => p.ParameterType.FullName))})",
            out var other))
        {
            (call.OpCode, call.Operand) = (OpCodes.Call, other);
            return;
        }

        if (owner == "System.MemoryExtensions"
            && !CheapOnSpans.Contains(method.Name)) CountPart(body, il, call, method);
        if (owner == "System.String" && Cheap.Contains(method.Name)) return;
        if (owner == "System.String"
            && method is { HasThis: true, Name: not "Substring" }) GoThroughThis(body, il, call, method);
        if (method.ReturnType.FullName != "System.String" || IsOwn(method)) return;
        il.InsertAfter(call, il.Create(OpCodes.Call, through));
        il.InsertAfter(call, il.Create(OpCodes.Dup));
    }

    private static bool IsOwn(MethodReference method) =>
        method.DeclaringType.Scope is ModuleDefinition
            || method.DeclaringType.Scope.Name.StartsWith("LiaisonBot.", StringComparison.Ordinal);

    /// <summary>The text that a method is called on lies below the method's arguments.</summary>
    private void GoThroughThis(MethodBody body, ILProcessor il, Instruction call, MethodReference method)
    {
        body.InitLocals = true;
        var arguments = method.Parameters.Select(p => new VariableDefinition(module.ImportReference(p.ParameterType))).ToList();
        arguments.ForEach(body.Variables.Add);
        List<Instruction> before =
        [
            .. Enumerable.Reverse(arguments).Select(a => il.Create(OpCodes.Stloc, a)),
            il.Create(OpCodes.Dup), il.Create(OpCodes.Call, through),
            .. arguments.Select(a => il.Create(OpCodes.Ldloc, a)),
        ];
        InsertBefore(body, call, before[0]);
        foreach (var next in before.Skip(1)) il.InsertBefore(call, next);
    }

    /// <summary>
    /// A search in a part of a text: what is generated from patterns consists of them. Anything else goes through the
    /// whole part.
    /// </summary>
    private void CountPart(MethodBody body, ILProcessor il, Instruction call, MethodReference method)
    {
        if (method.Parameters[0].ParameterType.Name != "ReadOnlySpan`1"
            || OfChars(method.Parameters[0].ParameterType) is not GenericInstanceType { GenericArguments: [{ FullName: "System.Char" }] }) return;
        if (method is GenericInstanceMethod { GenericArguments: [{ FullName: not "System.Char" }, ..] }) return;
        var isSearch = method.Name.Contains("IndexOf", StringComparison.Ordinal);
        body.InitLocals = true;
        var arguments = method.Parameters.Skip(1)
            .Select(p => new VariableDefinition(OfChars(p.ParameterType)))
            .ToList();
        arguments.ForEach(body.Variables.Add);
        List<Instruction> before =
        [
            .. Enumerable.Reverse(arguments).Select(a => il.Create(OpCodes.Stloc, a)),
            il.Create(OpCodes.Dup), il.Create(OpCodes.Call, isSearch ? look : throughPart),
            .. arguments.Select(a => il.Create(OpCodes.Ldloc, a)),
        ];
        InsertBefore(body, call, before[0]);
        foreach (var next in before.Skip(1)) il.InsertBefore(call, next);
        if (isSearch) il.InsertAfter(call, il.Create(OpCodes.Call, looked));
        if (isSearch) il.InsertAfter(call, il.Create(OpCodes.Dup));
    }

    private TypeReference OfChars(TypeReference type) => type switch
    {
        GenericParameter => module.TypeSystem.Char,
        GenericInstanceType { GenericArguments: [GenericParameter] } of =>
            new GenericInstanceType(of.ElementType) { GenericArguments = { module.TypeSystem.Char } },
        _ => type,
    };

    /// <summary>Whatever leads to the instruction leads to the new one from now on.</summary>
    private static void InsertBefore(MethodBody body, Instruction at, Instruction added)
    {
        body.GetILProcessor().InsertBefore(at, added);
        foreach (var from in body.Instructions)
        {
            if (from.Operand == at) from.Operand = added;
            else if (from.Operand is Instruction[] several) from.Operand = several.Select(to => to == at
                ? added
                : to).ToArray();
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            if (handler.TryStart == at) handler.TryStart = added;
            if (handler.TryEnd == at) handler.TryEnd = added;
            if (handler.HandlerStart == at) handler.HandlerStart = added;
            if (handler.HandlerEnd == at) handler.HandlerEnd = added;
            if (handler.FilterStart == at) handler.FilterStart = added;
        }
    }
}
