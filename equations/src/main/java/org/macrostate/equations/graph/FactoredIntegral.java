package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code E[f(s, a) g(s, b)]} of jointly Gaussian, centred variables of which a and b are independent given s: an integral over
 * s of two integrals over one variable each.
 *
 * <p>Operands: the variance of s, the covariance of a with s and the variance of a, the same of b, the parameters of f, those of g.
 *
 * @param first f, of state (s, a); smooth
 * @param second g, of state (s, b); smooth
 */
public record FactoredIntegral(Program first, Program second, IntegralAccuracy accuracy)
        implements MultivariateFunction {
    static final int COVARIANCES = 5;

    /** By the usual formulas, to so many digits. */
    public FactoredIntegral(Program first, Program second, int digits) {
        this(first, second, IntegralAccuracy.of(digits));
    }

    @Override
    public String name() {
        return "a Gaussian expectation over 3 fields";
    }

    @Override
    public int operands() {
        return COVARIANCES + first.parameterLength() + second.parameterLength();
    }

    FactoredIntegral with(IntegralAccuracy other) {
        return new FactoredIntegral(first, second, other);
    }

    @Override
    public Evaluation evaluation(ProgramCompiler programs) {
        List<Integer> operands = IntStream.range(0, operands()).boxed().toList();
        JointFunction.Use alone = IntegralFamily.of(List.of(0), place -> new Node.Call(this, operands))
                .get(0);
        JointFunction.Evaluation evaluation = alone.function().evaluation(programs);
        return x -> evaluation
                .values(alone.operands().stream().mapToDouble(i -> x[i]).toArray())[0];
    }

    /** As of {@link GaussianIntegral}, with the product rule. */
    @Override
    public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
        int s = 0;
        int own = 1;
        int parameters = COVARIANCES + first.parameterLength();
        return switch (i) {
            case 0 ->
                graph.add(
                        graph.multiply(
                                graph.number(0.5),
                                graph.add(
                                        call(graph, operands, List.of(s, s), List.of()),
                                        call(graph, operands, List.of(), List.of(s, s)))),
                        call(graph, operands, List.of(s), List.of(s)));
            case 1 ->
                graph.add(
                        call(graph, operands, List.of(s, own), List.of()),
                        call(graph, operands, List.of(own), List.of(s)));
            case 2 -> graph.multiply(graph.number(0.5), call(graph, operands, List.of(own, own), List.of()));
            case 3 ->
                graph.add(
                        call(graph, operands, List.of(), List.of(s, own)),
                        call(graph, operands, List.of(s), List.of(own)));
            case 4 -> graph.multiply(graph.number(0.5), call(graph, operands, List.of(), List.of(own, own)));
            default ->
                i < parameters
                        ? call(graph, operands, byParameter(first, i - COVARIANCES), second)
                        : call(graph, operands, first, byParameter(second, i - parameters));
        };
    }

    private int call(ExpressionGraph graph, List<Integer> operands, List<Integer> ofFirst, List<Integer> ofSecond) {
        return call(graph, operands, by(first, ofFirst), by(second, ofSecond));
    }

    private int call(ExpressionGraph graph, List<Integer> operands, Program f, Program g) {
        return isZero(f) || isZero(g) ? graph.number(0) : graph.call(new FactoredIntegral(f, g, accuracy), operands);
    }

    private static boolean isZero(Program program) {
        return program.nodes().get(program.outputs().get(0)) instanceof Node.Number n && n.value() == 0;
    }

    /** The derivative by these elements of the state, one after the other. */
    private static Program by(Program f, List<Integer> elements) {
        ExpressionGraph inner = new ExpressionGraph();
        int node = f.into(inner, i -> i, i -> i).get(0);
        for (int element : elements) {
            node = new GraphDerivative(inner).gradient(node).getOrDefault(element, inner.number(0));
        }
        return Program.of(inner, List.of(node), f.stateLength(), f.parameterLength());
    }

    private static Program byParameter(Program f, int parameter) {
        ExpressionGraph inner = new ExpressionGraph();
        int node = f.into(inner, i -> i, i -> i).get(0);
        Map<Integer, Integer> gradient = new GraphDerivative(inner, Node.Source.PARAMETER).gradient(node);
        int derived = gradient.getOrDefault(parameter, inner.number(0));
        return Program.of(inner, List.of(derived), f.stateLength(), f.parameterLength());
    }

    /** Calls that have all covariances in common, together. */
    static JointFunction.Use together(List<Integer> calls, List<Node.Call> made) {
        ExpressionGraph firsts = new ExpressionGraph();
        ExpressionGraph seconds = new ExpressionGraph();
        OperandNodes parametersOfFirst = new OperandNodes();
        OperandNodes parametersOfSecond = new OperandNodes();
        List<Integer> f = new ArrayList<>();
        List<Integer> g = new ArrayList<>();
        for (Node.Call call : made) {
            FactoredIntegral integral = (FactoredIntegral) call.function();
            List<Integer> own = call.operands().subList(COVARIANCES, integral.operands());
            int split = integral.first.parameterLength();
            f.add(added(integral.first, firsts, own.subList(0, split), parametersOfFirst));
            g.add(added(integral.second, seconds, own.subList(split, own.size()), parametersOfSecond));
        }
        List<Integer> distinctF = f.stream().distinct().toList();
        List<Integer> distinctG = g.stream().distinct().toList();
        JointFactoredIntegral function = new JointFactoredIntegral(
                Program.of(firsts, distinctF, 2, parametersOfFirst.size()),
                Program.of(seconds, distinctG, 2, parametersOfSecond.size()),
                f.stream().map(distinctF::indexOf).toList(),
                g.stream().map(distinctG::indexOf).toList(),
                ((FactoredIntegral) made.get(0).function()).accuracy);
        List<Integer> operands = new ArrayList<>(made.get(0).operands().subList(0, COVARIANCES));
        operands.addAll(parametersOfFirst.nodes());
        operands.addAll(parametersOfSecond.nodes());
        return new JointFunction.Use(function, operands, calls);
    }

    private static int added(Program part, ExpressionGraph merged, List<Integer> own, OperandNodes parameters) {
        return part.into(merged, i -> i, i -> parameters.of(own.get(i))).get(0);
    }
}
