package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.FixedOverlaps;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Position;

/** Which element of the state, or which constant, each overlap of two vectors is. */
final class OverlapPositions {
    /** An overlap that is neither in the state nor constant. */
    static final int UNKNOWN = -1;
    /** An overlap that is a constant of the model. */
    static final int CONSTANT = -2;

    private final List<FamilyVector> vectors = new ArrayList<>();
    /** The places of each vector's copy. */
    private final List<List<Integer>> copiesOf = new ArrayList<>();

    private final int[][] places;
    private final Program constants;

    OverlapPositions(BoundSystem bound) {
        int blocks = bound.system().problem().blocks().map(bound.sizes()::of).orElse(0);
        for (int b = Math.min(1, blocks); b <= blocks; b++) {
            for (Declaration.Vectors family : bound.system().problem().vectors()) {
                if (b > 0 && bound.system().problem().hasNoPart(family.name(), b)) {
                    continue;
                }
                List<List<Integer>> copies = Places.all(family.indices(), bound.sizes());
                int first = family.copies().isEmpty() ? 0 : 1;
                for (int k = 0; k < copies.size(); k++) {
                    vectors.add(new FamilyVector(family.name(), first + k, b, family.isTrained()));
                    copiesOf.add(copies.get(k));
                }
            }
        }
        places = new int[vectors.size()][vectors.size()];
        for (int[] row : places) {
            java.util.Arrays.fill(row, UNKNOWN);
        }
        constants = fixedOverlaps(bound);
        overlapsOfState(bound.state());
    }

    List<FamilyVector> vectors() {
        return vectors;
    }

    /** The state's element of overlap (i, j), or {@link #UNKNOWN} or {@link #CONSTANT}. */
    int place(int i, int j) {
        return places[i][j];
    }

    /** Overlaps that are constants, of n vectors: n·n, row by row, zero where an overlap is none. */
    double[] constants(double[] parameters) {
        double[] values = new double[constants.outputs().size()];
        new Interpreter(constants).eval(0, new double[constants.stateLength()], parameters, values);
        return values;
    }

    private void overlapsOfState(StateLayout layout) {
        for (int e = 0; e < layout.length(); e++) {
            StateLayout.Element element = layout.elements().get(e);
            if (element.variable().isOverlap() && element.places().isEmpty()) {
                overlapsOfAll(element.variable(), e);
            } else if (element.variable().isOverlap()) {
                StateVariable variable = element.variable();
                List<Integer> copies = element.places();
                int block = variable.inBlocks() ? copies.get(0) : 0;
                int left =
                        vector(variable.left(), copies.subList(variable.blockPlaces(), variable.firstOfRight()), block);
                int right = vector(variable.right(), copies.subList(variable.firstOfRight(), copies.size()), block);
                places[left][right] = e;
                places[right][left] = e;
            }
        }
    }

    /** One element may stand for the overlaps of many copies that are alike. */
    private void overlapsOfAll(StateVariable variable, int element) {
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = 0; j < vectors.size(); j++) {
                FamilyVector left = vectors.get(i);
                FamilyVector right = vectors.get(j);
                boolean families =
                        left.family().equals(variable.left()) && right.family().equals(variable.right());
                if (families && variable.copies().holds(left.copy(), right.copy())) {
                    places[i][j] = element;
                    places[j][i] = element;
                }
            }
        }
    }

    private int vector(String family, List<Integer> copies, int block) {
        for (int i = 0; i < vectors.size(); i++) {
            if (vectors.get(i).family().equals(family)
                    && copiesOf.get(i).equals(copies)
                    && vectors.get(i).block() == block) {
                return i;
            }
        }
        throw new IllegalStateException("no vector " + Places.label(family, copies));
    }

    private Program fixedOverlaps(BoundSystem bound) {
        ExpressionGraph graph = new ExpressionGraph();
        GraphBuilder builder = new GraphBuilder(graph, bound.sizes(), new ConstantBinding(bound));
        List<Integer> outputs = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = 0; j < vectors.size(); j++) {
                Optional<Expression> squaredNorm = bound.system()
                        .problem()
                        .vectors(vectors.get(i).family())
                        .flatMap(Declaration.Vectors::squaredNorm);
                if (!vectors.get(i).trained() && !vectors.get(j).trained()) {
                    places[i][j] = vectors.get(i).block() == vectors.get(j).block() ? CONSTANT : UNKNOWN;
                    outputs.add(fixedOverlap(bound, builder, i, j));
                } else if (i == j && squaredNorm.isPresent()) {
                    places[i][j] = CONSTANT;
                    outputs.add(builder.node(squaredNorm.get(), Map.of()));
                } else {
                    outputs.add(graph.number(0));
                }
            }
        }
        return Program.of(
                graph, outputs, bound.state().length(), bound.parameters().length());
    }

    private List<Position> place(int vector) {
        return copiesOf.get(vector).stream().map(Position::new).toList();
    }

    private int fixedOverlap(BoundSystem bound, GraphBuilder builder, int i, int j) {
        FamilyVector a = vectors.get(i);
        FamilyVector b = vectors.get(j);
        Optional<Declaration.Vectors> left = bound.system().problem().vectors(a.family());
        Optional<Declaration.Vectors> right = bound.system().problem().vectors(b.family());
        if (left.isEmpty() || right.isEmpty() || a.block() != b.block()) {
            return builder.graph().number(0);
        }
        int total = builder.node(FixedOverlaps.of(left.get(), place(i), right.get(), place(j)), Map.of());
        Optional<Expression> share =
                bound.system().problem().vectors(a.family()).flatMap(Declaration.Vectors::share);
        return share.isEmpty()
                ? total
                : builder.graph().multiply(total, builder.node(share.get(), Map.of("b", a.block())));
    }
}
