package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.graph.CallStages;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Passes;
import org.macrostate.equations.graph.Program;

/**
 * Compiles programs to bytecode, as straight-line code or, where it is large and regular, as loops; with the same results as the interpreter, bit for bit (but for the payload of NaNs).
 *
 * <p>{@code -Dmacrostate.verify=true} compares each kernel with the interpreter before it is returned;
 * {@code -Dmacrostate.dumpClasses=DIR} writes the class files to a folder.
 */
public final class KernelCompiler {
    /** A chunk adds at most some 1200 entries to the constant pool, which holds 65535; a call takes at most 11 bytes. */
    private static final int CHUNKS_IN_A_CLASS = 50;

    /**
     * Loops are taken where a program is regular, large and full of calls of functions. Measured, straight-line code beside
     * loops: erf committee, K = M = 4 (5,000 nodes) 3.5 and 4.0 µs, K = M = 8 (58,000 nodes, of which 4,900 arc sines) 290 and
     * 42 µs; linear VAE, only sums and products, (8, 8) 2.3 and 6.4 µs, (16, 16) (73,000 nodes) 26 and 54 µs.
     */
    static final int LARGE = 20_000;

    private static final int OPERATIONS_A_CALL = 100;

    private KernelCompiler() {}

    /** @throws IllegalStateException if a method would be too large, or verification is on and a value differs */
    public static Kernel compile(Program given) {
        Program program = Passes.ordered(given);
        Kernel kernel = CallStages.hasCalls(program)
                ? CallKernel.of(program)
                : compile(program, new InstructionSchedule(program));
        if (Boolean.getBoolean("macrostate.verify")) {
            KernelVerification.verify(kernel, program);
        }
        return kernel;
    }

    private static Kernel compile(Program program, InstructionSchedule schedule) {
        if (program.nodes().size() >= LARGE && callsFunctions(program)) {
            Rolling rolling = new Rolling(program, schedule);
            if (rolling.isRegular()) {
                return RolledKernel.of(program, schedule, rolling);
            }
        }
        return straight(program, schedule);
    }

    private static boolean callsFunctions(Program program) {
        long calls = program.nodes().stream()
                .filter(node -> node instanceof Node.Result r && OperationCode.isCall(r.operation()))
                .count();
        return calls * OPERATIONS_A_CALL >= program.nodes().size();
    }

    static Kernel straight(Program program, InstructionSchedule schedule) {
        Placement placement = new Placement(program, schedule);
        ChunkCode chunks = new ChunkCode(program, schedule, placement);
        KernelClass kernelClass = new KernelClass(program, placement.workLength());
        List<GeneratedKernel> parts = new ArrayList<>();
        int count = schedule.chunks().size();
        for (int from = 0; from < count; from += CHUNKS_IN_A_CLASS) {
            int to = Math.min(count, from + CHUNKS_IN_A_CLASS);
            byte[] bytes = kernelClass.bytes(chunks, from, to, from == 0 && schedule.zeroFilled());
            ClassDump.write("CompiledKernel", bytes);
            parts.add(kernelClass.define(bytes));
        }
        return parts.size() == 1 ? parts.get(0) : new KernelSequence(parts);
    }
}
