package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.equations.graph.CallStages;
import org.macrostate.equations.graph.JointFunction;
import org.macrostate.equations.graph.MultivariateFunction;
import org.macrostate.equations.graph.Program;

/**
 * A program with calls of multivariate functions: kernels for their operands, the functions themselves, which contain
 * compiled integrands where they are integrals, and a kernel for the rest.
 */
final class CallKernel implements Kernel {
    private final List<Stage> stages;
    private final Kernel rest;
    private final int stateLength;
    private final int parameterLength;
    private final int mostOperands;
    private final int mostWork;

    private record Stage(Kernel operands, List<Call> calls) {}

    private record Call(JointFunction.Evaluation evaluation, int operands) {}

    private CallKernel(Program program, List<Stage> stages, Kernel rest) {
        this.stages = stages;
        this.rest = rest;
        stateLength = program.stateLength();
        parameterLength = program.parameterLength();
        mostOperands =
                stages.stream().mapToInt(s -> s.operands().outputLength()).max().orElse(0);
        mostWork = Math.max(
                rest.workLength(),
                stages.stream().mapToInt(s -> s.operands().workLength()).max().orElse(0));
    }

    static CallKernel of(Program program) {
        CallStages cut = CallStages.of(program);
        List<Stage> stages = new ArrayList<>();
        for (CallStages.Stage stage : cut.stages()) {
            List<Call> calls = stage.uses().stream()
                    .map(use -> new Call(
                            use.function().evaluation(CallKernel::compiled),
                            use.operands().size()))
                    .toList();
            stages.add(new Stage(KernelCompiler.compile(stage.operands()), calls));
        }
        return new CallKernel(program, stages, KernelCompiler.compile(cut.rest()));
    }

    static MultivariateFunction.ProgramEvaluation compiled(Program program) {
        Kernel kernel = KernelCompiler.compile(program);
        return new MultivariateFunction.ProgramEvaluation() {
            @Override
            public int workLength() {
                return kernel.workLength();
            }

            @Override
            public void eval(double[] state, double[] parameters, double[] out, double[] work) {
                kernel.eval(0, state, parameters, out, work);
            }
        };
    }

    @Override
    public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
        Kernel.requireLength("state", state, stateLength);
        Kernel.requireLength("parameters", parameters, parameterLength);
        Kernel.requireLength("out", out, outputLength());
        Kernel.requireLength("work", work, workLength());
        double[] known = Arrays.copyOf(parameters, rest.parameterLength());
        double[] operands = new double[mostOperands];
        int next = parameterLength;
        for (Stage stage : stages) {
            stage.operands().eval(t, state, known, operands, work);
            int from = 0;
            for (Call call : stage.calls()) {
                int to = from + call.operands();
                for (double result : call.evaluation().values(Arrays.copyOfRange(operands, from, to))) {
                    known[next++] = result;
                }
                from = to;
            }
        }
        rest.eval(t, state, known, out, work);
    }

    @Override
    public int outputLength() {
        return rest.outputLength();
    }

    @Override
    public int workLength() {
        return mostWork;
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
