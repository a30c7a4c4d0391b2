package org.macrostate.engine.study.report;

import java.util.List;
import java.util.Map;
import org.macrostate.engine.study.question.Subject;
import org.macrostate.equations.graph.Binding;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/** An expression in parameters, as a function of their numbers. */
final class ClosedForm {
    private final Interpreter interpreter;
    private final ParameterLayout layout;
    private final double[] parameters;

    ClosedForm(Expression form, Subject subject) {
        this.layout = subject.layout();
        this.parameters = subject.parameters();
        ExpressionGraph graph = new ExpressionGraph();
        int node = new GraphBuilder(graph, subject.sizes(), new Parameters(layout)).node(form, Map.of());
        this.interpreter = new Interpreter(Program.of(graph, List.of(node), 0, layout.length()));
    }

    /** Its value with one parameter replaced; a name without index sets all copies. */
    double at(String parameter, double value) {
        double[] moved = parameters.clone();
        for (int i = 0; i < moved.length; i++) {
            String label = layout.labels().get(i);
            if (label.equals(parameter) || label.startsWith(parameter + "[")) {
                moved[i] = value;
            }
        }
        double[] out = new double[1];
        interpreter.eval(0, new double[0], moved, out);
        return out[0];
    }

    private record Parameters(ParameterLayout layout) implements Binding {
        @Override
        public int node(Expression atom, List<Integer> places, GraphBuilder builder) {
            if (!(atom instanceof Symbol symbol)) {
                throw new IllegalStateException("a closed form is of parameters, this one has " + atom);
            }
            int position = layout.position(Places.label(symbol.name(), places));
            return builder.graph().input(Node.Source.PARAMETER, position);
        }
    }
}
