package org.macrostate.solvers.kernel;

import java.util.List;
import org.macrostate.equations.graph.StateSwitches;

/**
 * The jumps of a right-hand side in the state, compiled. Kernels take the system's parameters followed by a value for each
 * jump.
 *
 * @param held the right-hand side with these values for its jumps: n outputs
 * @param arguments one output a jump: its surface is where it vanishes
 * @param sizes one output a jump: the size of the terms of its argument
 * @param along one output a jump: the derivative of its argument in time along a direction; state and direction, 2n
 *     elements
 * @param jacobian of {@code held}: n·n outputs, row by row
 * @param timeDerivative of {@code held}: n outputs
 * @param surfaces in words, one a jump
 */
public record SwitchKernels(
        StateSwitches switches,
        Kernel held,
        Kernel arguments,
        Kernel sizes,
        Kernel along,
        Kernel jacobian,
        Kernel timeDerivative,
        List<String> surfaces) {
    static SwitchKernels of(StateSwitches switches, List<String> state, List<String> parameters) {
        List<String> surfaces = java.util.stream.IntStream.range(0, switches.count())
                .mapToObj(i -> switches.surface(i, state, parameters))
                .toList();
        return new SwitchKernels(
                switches,
                KernelCompiler.compile(switches.held()),
                KernelCompiler.compile(switches.arguments()),
                KernelCompiler.compile(switches.sizes()),
                KernelCompiler.compile(switches.along()),
                KernelCompiler.compile(switches.jacobian()),
                KernelCompiler.compile(switches.timeDerivative()),
                surfaces);
    }

    public int count() {
        return switches.count();
    }
}
