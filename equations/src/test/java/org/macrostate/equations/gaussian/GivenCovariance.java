package org.macrostate.equations.gaussian;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/** Centred Gaussian variables h[1], h[2], … with a covariance matrix of numbers, and values of expressions in it. */
record GivenCovariance(double[][] matrix) implements Covariance {

    /** The variable h[i], from 1. */
    static Expression h(int i) {
        return new Symbol(Kind.COMBINATION, "h", List.of(new Position(i)));
    }

    /** A covariance {@code A Aᵀ} of random A of n×rank, variances up to one: degenerate if rank is below n. */
    static GivenCovariance random(Random random, int n, int rank) {
        double[][] a = new double[n][rank];
        for (double[] row : a) {
            for (int i = 0; i < rank; i++) {
                row[i] = random.nextDouble(-1, 1) / Math.sqrt(rank);
            }
        }
        return of(a);
    }

    /** The covariance of {@code h = A ζ} with ζ standard normal. */
    static GivenCovariance of(double[][] a) {
        double[][] c = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                for (int k = 0; k < a[i].length; k++) {
                    c[i][j] += a[i][k] * a[j][k];
                }
            }
        }
        return new GivenCovariance(c);
    }

    @Override
    public boolean isVariable(Expression atom) {
        return atom instanceof Symbol s && s.kind() == Kind.COMBINATION;
    }

    @Override
    public Expression of(Expression a, Expression b) {
        return new Symbol(
                Kind.PARAMETER,
                "C",
                List.of(((Symbol) a).indices().get(0), ((Symbol) b).indices().get(0)));
    }

    /** The value of an expression in the elements of the covariance. */
    double value(Expression expression) {
        return value(expression, new KeptParts());
    }

    /** The value of an expression in the elements of the covariance and parts. */
    double value(Expression expression, KeptParts parts) {
        return value(program(expression, parts));
    }

    /** The value of a program of as many variables. */
    double value(Program program) {
        double[] parameters =
                Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
        double[] out = new double[1];
        new Interpreter(program).eval(0, new double[0], parameters, out);
        return out[0];
    }

    /** What computes an expression for every covariance of as many variables. */
    Program program(Expression expression, KeptParts parts) {
        ExpressionGraph graph = new ExpressionGraph();
        int n = matrix.length;
        Map<String, Integer> known = new HashMap<>();
        GraphBuilder builder = new GraphBuilder(graph, new Sizes(Map.of()), (atom, places, b) -> {
            Symbol symbol = (Symbol) atom;
            if (symbol.kind() == Kind.TABLE) {
                return graph.number(parts.tables().stream()
                        .filter(t -> t.name().equals(symbol.name()))
                        .findFirst()
                        .orElseThrow()
                        .values()
                        .get(places.get(0) - 1));
            }
            if (symbol.kind() == Kind.PIECE) {
                Integer node = known.get(symbol.name());
                if (node == null) {
                    node = b.node(parts.part(symbol.name()), Map.of());
                    known.put(symbol.name(), node);
                }
                return node;
            }
            return graph.input(Node.Source.PARAMETER, (places.get(0) - 1) * n + places.get(1) - 1);
        });
        int node = builder.node(expression, Map.of());
        return Program.of(graph, List.of(node), 0, n * n);
    }
}
