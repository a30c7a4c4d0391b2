package org.macrostate.equations.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Evaluates a program node by node: the reference every compiled kernel is held to. */
public final class Interpreter {
    private final Program program;
    private final Map<MultivariateFunction, MultivariateFunction.Evaluation> functions = new HashMap<>();

    public Interpreter(Program program) {
        this.program = program;
        for (Node node : program.nodes()) {
            if (node instanceof Node.Call call) {
                functions.computeIfAbsent(
                        call.function(), f -> f.evaluation(MultivariateFunction.ProgramCompiler.interpreted()));
            }
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
        for (int i = 0; i < values.length; i++) {
            values[i] = value(nodes.get(i), values, t, state, parameters);
        }
        return values;
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
        if (node instanceof Node.Call call) {
            double[] x = call.operands().stream().mapToDouble(o -> values[o]).toArray();
            return Objects.requireNonNull(functions.get(call.function())).value(x);
        }
        Node.Result r = (Node.Result) node;
        return r.operation().apply(values[r.left()], r.right() < 0 ? 0 : values[r.right()]);
    }
}
