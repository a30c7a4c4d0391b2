package org.macrostate.solvers.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.equations.graph.Program;

/**
 * Compiles programs to bytecode with the same results as the interpreter, bit for bit (but for the payload of NaNs).
 *
 * <p>{@code -Dmacrostate.verify=true} compares each kernel with the interpreter before it is returned;
 * {@code -Dmacrostate.dumpClasses=DIR} writes the class files to a folder.
 */
public final class KernelCompiler {
    /** A chunk adds at most some 1200 entries to the constant pool, which holds 65535; a call takes at most 11 bytes. */
    private static final int CHUNKS_IN_A_CLASS = 50;

    private KernelCompiler() {}

    /** @throws IllegalStateException if a method would be too large, or verification is on and a value differs */
    public static Kernel compile(Program program) {
        Schedule schedule = new Schedule(program);
        Placement placement = new Placement(program, schedule);
        ChunkCode chunks = new ChunkCode(program, schedule, placement);
        KernelClass kernelClass = new KernelClass(program, placement.workLength());
        List<GeneratedKernel> parts = new ArrayList<>();
        int count = schedule.chunks().size();
        for (int from = 0; from < count; from += CHUNKS_IN_A_CLASS) {
            int to = Math.min(count, from + CHUNKS_IN_A_CLASS);
            byte[] bytes = kernelClass.bytes(chunks, from, to, from == 0 && schedule.zeroFilled());
            dump(bytes);
            parts.add(kernelClass.define(bytes));
        }
        Kernel kernel = parts.size() == 1 ? parts.get(0) : new KernelSequence(parts);
        if (Boolean.getBoolean("macrostate.verify")) {
            KernelVerification.verify(kernel, program);
        }
        return kernel;
    }

    private static void dump(byte[] bytes) {
        String folder = System.getProperty("macrostate.dumpClasses", "");
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(Path.of(folder));
            String name = "CompiledKernel-" + Integer.toHexString(Arrays.hashCode(bytes)) + ".class";
            Files.write(Path.of(folder, name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("classes cannot be dumped to " + folder, e);
        }
    }
}
