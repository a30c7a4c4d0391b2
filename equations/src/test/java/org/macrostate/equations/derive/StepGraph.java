package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.macrostate.equations.graph.Binding;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * The graph of a problem's own expressions with sizes bound, before any expectation. Its inputs are fields (by sample and
 * vector), then overlaps (by block and two vectors), trained scalars, samples and vectors, then the same again for what
 * stands under a stopped gradient; its parameters the problem's, then the factors.
 */
final class StepGraph {
    final LearningProblem problem;
    final Sizes sizes;
    final List<String> vectors = new ArrayList<>();
    final Map<String, Integer> scalars = new HashMap<>();
    final List<Declaration.Random> factorLaws = new ArrayList<>();
    final ExpressionGraph graph = new ExpressionGraph();
    final GraphBuilder builder;
    final int count;
    final int samples;

    /** Of the spectra; one without any. */
    final int blocks;

    final int scalarsFrom;

    /** Nodes of the coefficients of {@link #parts}. */
    final List<Integer> coefficients = new ArrayList<>();

    final List<Part> parts = new ArrayList<>();

    private final BoundSystem bound;
    private final double[] parameters;
    private final Map<String, Integer> factors = new HashMap<>();
    private final int overlapsFrom;
    private final int samplesFrom;
    private final int vectorsFrom;
    private final int once;
    private boolean stopped;

    /** Where in the sample a vector stands, and which of the coefficients it has. */
    record Part(int sample, int vector, int coefficient) {}

    StepGraph(BoundSystem bound, double[] parameters) {
        this.problem = bound.system().problem();
        this.sizes = bound.sizes();
        this.bound = bound;
        this.parameters = parameters;
        for (Declaration.Vectors family : problem.vectors()) {
            vectors.addAll(labels(family.name(), family.copies()));
        }
        for (Declaration.Scalar scalar : problem.scalars()) {
            labels(scalar.name(), scalar.copies()).forEach(label -> scalars.put(label, scalars.size()));
        }
        for (Declaration.Random factor : problem.randoms()) {
            labels(factor.name(), factor.copies().map(List::of).orElse(List.of()))
                    .forEach(label -> {
                        factors.put(label, factors.size());
                        factorLaws.add(factor);
                    });
        }
        this.count = vectors.size();
        this.samples = problem.samples().size();
        this.blocks = problem.blocks().map(sizes::of).orElse(1);
        this.overlapsFrom = samples * count;
        this.scalarsFrom = overlapsFrom + blocks * count * count;
        this.samplesFrom = scalarsFrom + scalars.size();
        this.vectorsFrom = samplesFrom + samples;
        this.once = vectorsFrom + count;
        this.builder = new GraphBuilder(graph, sizes, new Atoms());
        readSamples();
    }

    private List<String> labels(String name, List<Expression> copies) {
        List<Index> indices = copies.stream().map(Fresh::index).toList();
        return Places.all(indices, sizes).stream()
                .map(place -> Places.label(name, place))
                .toList();
    }

    int field(int sample, int vector) {
        return sample * count + vector;
    }

    int overlap(int block, int v, int w) {
        return overlapsFrom + (block * count + Math.min(v, w)) * count + Math.max(v, w);
    }

    int sample(int sample) {
        return samplesFrom + sample;
    }

    int vector(int vector) {
        return vectorsFrom + vector;
    }

    int inputs() {
        return 2 * once;
    }

    /** Gives what stands under a stopped gradient the values of the other inputs. */
    void copyToStopped(double[] inputs) {
        System.arraycopy(inputs, 0, inputs, once, once);
    }

    /** The same place among the inputs under a stopped gradient, if one is being read. */
    private int state(int place) {
        return graph.input(Node.Source.STATE, stopped ? once + place : place);
    }

    private final class Atoms implements Binding {
        @Override
        public int node(Expression atom, List<Integer> places, GraphBuilder b) {
            return bind(atom, places);
        }

        @Override
        public int stopped(IntSupplier argument) {
            boolean before = stopped;
            stopped = true;
            int node = argument.getAsInt();
            stopped = before;
            return node;
        }
    }

    int parameters() {
        return parameters.length + factorLaws.size();
    }

    /** With room for the factors. */
    double[] parameterValues() {
        return java.util.Arrays.copyOf(parameters, parameters());
    }

    Interpreter interpreter(List<Integer> nodes) {
        return new Interpreter(Program.of(graph, nodes, inputs(), parameters()));
    }

    private int bind(Expression atom, List<Integer> places) {
        if (atom instanceof Field f) {
            int sample = problem.samples().indexOf(problem.sample(f.sample()).orElseThrow());
            int vector = vectors.indexOf(Places.label(f.vector().family(), places));
            return state(field(sample, vector));
        }
        if (atom instanceof Overlap o) {
            return overlap(o, places);
        }
        Symbol symbol = (Symbol) atom;
        String label = Places.label(symbol.name(), places);
        return switch (symbol.kind()) {
            case SCALAR -> state(scalarsFrom + scalars.get(label));
            case SAMPLE ->
                state(sample(
                        problem.samples().indexOf(problem.sample(symbol.name()).orElseThrow())));
            case VECTOR -> state(vector(vectors.indexOf(label)));
            case PARAMETER ->
                graph.input(Node.Source.PARAMETER, bound.parameters().position(label));
            case RANDOM -> graph.input(Node.Source.PARAMETER, parameters.length + factors.get(label));
            default -> throw new IllegalStateException(symbol.toString());
        };
    }

    /** An overlap is the sum of its shares; so the derivative by a share is the coefficient in its block. */
    private int overlap(Overlap overlap, List<Integer> places) {
        int first = overlap.block().size();
        List<Integer> copies = places.subList(first, places.size());
        int left = overlap.left().indices().size();
        int v = vectors.indexOf(Places.label(overlap.left().family(), copies.subList(0, left)));
        int w = vectors.indexOf(Places.label(overlap.right().family(), copies.subList(left, copies.size())));
        if (first > 0) {
            return state(overlap(places.get(0) - 1, v, w));
        }
        int total = state(overlap(0, v, w));
        for (int b = 1; b < blocks; b++) {
            total = graph.add(total, state(overlap(b, v, w)));
        }
        return total;
    }

    private void readSamples() {
        for (int s = 0; s < problem.samples().size(); s++) {
            for (SampleTerm term : problem.samples().get(s).terms()) {
                for (List<Integer> place : Places.all(term.sums(), sizes)) {
                    Map<String, Integer> inside = new HashMap<>();
                    for (int i = 0; i < place.size(); i++) {
                        inside.put(term.sums().get(i).name(), place.get(i));
                    }
                    int vector = vectors.indexOf(label(term.vector(), inside));
                    parts.add(new Part(s, vector, coefficients.size()));
                    coefficients.add(builder.node(term.coefficient(), inside));
                }
            }
        }
    }

    private static String label(VectorTerm vector, Map<String, Integer> inside) {
        List<Integer> place = vector.indices().stream()
                .map(term -> term instanceof Index i ? inside.get(i.name()) : ((Position) term).value())
                .toList();
        return Places.label(vector.family(), place);
    }
}
