package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.Program;

/** Compiles programs to kernels. */
public final class KernelCompiler {
    private KernelCompiler() {}

    public static Kernel compile(Program program) {
        return new InterpretedKernel(program);
    }
}
