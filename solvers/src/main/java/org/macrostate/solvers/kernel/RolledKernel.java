package org.macrostate.solvers.kernel;

import java.util.List;
import java.util.Map;
import org.macrostate.equations.graph.Program;

/**
 * A large program as loops over operand tables: some hundred small loops where straight-line code would be hundreds of
 * kilobytes that no instruction cache holds.
 */
final class RolledKernel implements Kernel {
    private final LoopBody[] bodies;
    private final Rolling.Group[] groups;
    private final int[] outputs;
    private final int[] constantPlaces;
    private final double[] constants;
    private final int stateLength;
    private final int parameterLength;
    private final int workLength;

    private RolledKernel(Program program, Rolling rolling, List<LoopBody> bodies) {
        this.bodies = bodies.toArray(LoopBody[]::new);
        groups = rolling.groups().toArray(Rolling.Group[]::new);
        outputs = rolling.outputs();
        Map<Integer, Double> numbers = rolling.constants();
        constantPlaces = numbers.keySet().stream().mapToInt(Integer::intValue).toArray();
        constants = numbers.values().stream().mapToDouble(Double::doubleValue).toArray();
        stateLength = program.stateLength();
        parameterLength = program.parameterLength();
        workLength = rolling.length();
    }

    static RolledKernel of(Program program, InstructionSchedule schedule, Rolling rolling) {
        LoopBodyClass writer = new LoopBodyClass(program, schedule);
        Map<String, LoopBody> known = new java.util.HashMap<>();
        List<LoopBody> bodies = rolling.groups().stream()
                .map(group -> known.computeIfAbsent(
                        new LoopTree(program, schedule, group.representative()).signature(),
                        signature -> body(writer.bytes(group.representative()))))
                .toList();
        return new RolledKernel(program, rolling, bodies);
    }

    private static LoopBody body(byte[] bytes) {
        ClassDump.write("CompiledLoop", bytes);
        return HiddenClass.define(bytes, LoopBody.class);
    }

    @Override
    public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
        Kernel.requireLength("state", state, stateLength);
        Kernel.requireLength("parameters", parameters, parameterLength);
        Kernel.requireLength("out", out, outputs.length);
        Kernel.requireLength("work", work, workLength);
        System.arraycopy(state, 0, work, 0, stateLength);
        System.arraycopy(parameters, 0, work, stateLength, parameterLength);
        work[stateLength + parameterLength] = t;
        for (int i = 0; i < constants.length; i++) {
            work[constantPlaces[i]] = constants[i];
        }
        for (int i = 0; i < bodies.length; i++) {
            Rolling.Group group = groups[i];
            bodies[i].run(work, group.operands(), group.count(), group.target());
        }
        for (int i = 0; i < outputs.length; i++) {
            out[i] = work[outputs[i]];
        }
    }

    /** Loops, for tests: fewer than operations. */
    int loops() {
        return bodies.length;
    }

    @Override
    public int outputLength() {
        return outputs.length;
    }

    @Override
    public int workLength() {
        return workLength;
    }

    @Override
    public int stateLength() {
        return stateLength;
    }

    @Override
    public int parameterLength() {
        return parameterLength;
    }
}
