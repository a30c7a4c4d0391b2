package org.macrostate.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.graph.Binding;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/** A formula of numbers that have names. */
public final class NumberFormula {
    private final NamedNumbers names;
    private final Interpreter interpreter;

    private NumberFormula(NamedNumbers names, Expression formula, Sizes sizes) {
        this.names = names;
        ExpressionGraph graph = new ExpressionGraph();
        int node = new GraphBuilder(graph, sizes, new NumberReader(names)).node(formula, Map.of());
        this.interpreter = new Interpreter(
                Program.of(graph, List.of(node), 0, names.labels().size()));
    }

    /**
     * Reads a formula.
     *
     * @param labels of the numbers it may name
     * @throws org.macrostate.equations.BadInput if it is none in these
     */
    public static NumberFormula read(String text, Collection<String> labels, Sizes sizes) {
        NamedNumbers names = new NamedNumbers(labels, sizes);
        return new NumberFormula(names, Elaborator.elaborate(Text.of(text), names), sizes);
    }

    /** A formula that is already an expression in these numbers. */
    public static NumberFormula of(Expression formula, Collection<String> labels, Sizes sizes) {
        return new NumberFormula(new NamedNumbers(labels, sizes), formula, sizes);
    }

    /** @param values by label; what is missing is NaN */
    public double at(Map<String, Double> values) {
        double[] numbers = names.labels().stream()
                .mapToDouble(label -> values.getOrDefault(label, Double.NaN))
                .toArray();
        double[] out = new double[1];
        interpreter.eval(0, new double[0], numbers, out);
        return out[0];
    }

    private record NumberReader(NamedNumbers names) implements Binding {
        @Override
        public int node(Expression atom, List<Integer> places, GraphBuilder builder) {
            if (!(atom instanceof Symbol symbol)) {
                throw new IllegalStateException("a formula of numbers has " + atom + " in it");
            }
            return builder.graph().input(Node.Source.PARAMETER, names.position(symbol.name(), places));
        }
    }
}
