package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Evaluates a program node by node: the reference every compiled kernel is held to. */
public final class Interpreter {
    private final Program program;
    private final List<Stage> stages = new ArrayList<>();

    /** The operands of calls, and the calls. */
    private record Stage(Interpreter operands, List<Call> calls) {}

    private record Call(JointFunction.Use use, JointFunction.Evaluation evaluation) {}

    public Interpreter(Program program) {
        this.program = program;
        if (!CallStages.hasCalls(program)) {
            return;
        }
        for (CallStages.Stage stage : CallStages.of(program).stages()) {
            List<Call> calls = stage.uses().stream()
                    .map(use -> new Call(
                            use, use.function().evaluation(MultivariateFunction.ProgramCompiler.interpreted())))
                    .toList();
            stages.add(new Stage(new Interpreter(stage.operands()), calls));
        }
    }

    /**
     * Evaluates all outputs.
     *
     * @param state not modified
     * @param parameters not modified
     * @param out one element an output; overwritten
     */
    public void eval(double t, double[] state, double[] parameters, double[] out) {
        double[] values = values(t, state, parameters);
        for (int i = 0; i < out.length; i++) {
            out[i] = values[program.outputs().get(i)];
        }
    }

    /** The value of each node. */
    double[] values(double t, double[] state, double[] parameters) {
        List<Node> nodes = program.nodes();
        double[] values = new double[nodes.size()];
        called(values, t, state, parameters);
        for (int i = 0; i < values.length; i++) {
            if (!(nodes.get(i) instanceof Node.Call)) {
                values[i] = value(nodes.get(i), values, t, state, parameters);
            }
        }
        return values;
    }

    /** The values of all calls. */
    private void called(double[] values, double t, double[] state, double[] parameters) {
        double[] known = parameters;
        for (Stage stage : stages) {
            double[] operands = new double[stage.operands().program.outputs().size()];
            stage.operands().eval(t, state, known, operands);
            int next = known.length;
            int from = 0;
            for (Call call : stage.calls()) {
                int to = from + call.use().operands().size();
                double[] results = call.evaluation().values(Arrays.copyOfRange(operands, from, to));
                from = to;
                known = Arrays.copyOf(known, next + results.length);
                for (double result : results) {
                    known[next++] = result;
                }
                for (int i = 0; i < results.length; i++) {
                    values[call.use().calls().get(i)] = results[i];
                }
            }
        }
    }

    private double value(Node node, double[] values, double t, double[] state, double[] parameters) {
        if (node instanceof Node.Number n) {
            return n.value();
        }
        if (node instanceof Node.Input input) {
            return switch (input.source()) {
                case STATE -> state[input.index()];
                case PARAMETER -> parameters[input.index()];
                case TIME -> t;
            };
        }
        Node.Result r = (Node.Result) node;
        return r.operation().apply(values[r.left()], r.right() < 0 ? 0 : values[r.right()]);
    }
}
