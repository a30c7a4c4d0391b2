package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;
import org.macrostate.solvers.nonlinear.Cholesky;

/**
 * A whole step of the overlap process written out as one program, for one sample of few vectors: the root of the overlaps,
 * the fields, the step's own coefficients and the new overlaps. The algebra is that of {@link OverlapChain} and
 * {@link OverlapLaw}, which it is tested against; every overlap among fixed vectors is a number in it.
 */
final class OverlapStep {
    /** Its size grows with r³. */
    static final int MOST_VECTORS = 6;

    private static final double SINGULAR = 1e-13;

    private final BoundModel model;
    private final StepInputs inputs;
    private final int r;
    private final int fixed;
    private final ExpressionGraph graph = new ExpressionGraph();
    private final int[][] gram;
    private final int inverseDimension;
    private final boolean onlyRegular;
    private final List<Integer> margins = new ArrayList<>();

    private OverlapStep(BoundModel model, double[] fixedGram, boolean onlyRegular) {
        this.model = model;
        this.onlyRegular = onlyRegular;
        this.inputs = model.inputs();
        this.r = model.vectors().count();
        this.fixed = model.vectors().fixed();
        this.gram = new int[r][r];
        for (int i = 0; i < r; i++) {
            for (int j = 0; j < r; j++) {
                gram[i][j] = Math.max(i, j) < fixed ? graph.number(fixedGram[i * r + j]) : state(inputs.overlap(i, j));
            }
        }
        this.inverseDimension = state(inverseDimension(model));
    }

    /** Whether a model's step can be written out. */
    static boolean suits(BoundModel model) {
        return model.inputs().sampleCount() == 1
                && model.problem().blocks().isEmpty()
                && model.problem().batch().isOne()
                && model.vectors().count() <= MOST_VECTORS
                && model.vectors().families().stream().allMatch(f -> f.norm().isEmpty());
    }

    /** Position of the first of r normals behind the step's own inputs; then χ², then 1/N. */
    static int firstNormal(BoundModel model) {
        return model.inputs().length();
    }

    static int chiSquare(BoundModel model) {
        return firstNormal(model) + model.vectors().count();
    }

    static int inverseDimension(BoundModel model) {
        return chiSquare(model) + 1;
    }

    /** Positions in the state that the program's outputs replace, in order. */
    static int[] moved(BoundModel model) {
        List<Integer> positions = new ArrayList<>();
        for (int i = model.vectors().fixed(); i < model.vectors().count(); i++) {
            for (int j = 0; j <= i; j++) {
                positions.add(model.inputs().overlap(i, j));
            }
        }
        for (int k = 0; k < model.inputs().scalarCount(); k++) {
            positions.add(model.inputs().firstScalar() + k);
        }
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    static Program program(BoundModel model, double[] fixedGram) {
        OverlapStep step = new OverlapStep(model, fixedGram, false);
        return step.program(step.outputs());
    }

    /**
     * The same where every direction has variance, without a branch. Two kinds of outputs follow: Σ|…| of all outputs, and what
     * must be above 0, or else this is not the step.
     */
    static Program regularProgram(BoundModel model, double[] fixedGram) {
        OverlapStep step = new OverlapStep(model, fixedGram, true);
        List<Integer> outputs = new ArrayList<>(step.outputs());
        int size = step.graph.number(0);
        for (int output : List.copyOf(outputs)) {
            size = step.graph.add(size, step.graph.apply(Operation.ABS, output));
        }
        outputs.add(size);
        outputs.addAll(step.margins);
        return step.program(outputs);
    }

    private Program program(List<Integer> outputs) {
        return Program.of(
                graph, outputs, inverseDimension(model) + 1, model.parameters().length());
    }

    private int state(int position) {
        return graph.input(Node.Source.STATE, position);
    }

    private List<Integer> outputs() {
        int[] normals = new int[r];
        int norm = state(chiSquare(model));
        for (int k = 0; k < r; k++) {
            normals[k] = state(firstNormal(model) + k);
            norm = graph.add(norm, graph.multiply(normals[k], normals[k]));
        }
        int[] projections = times(root(), normals);
        List<Integer> makeUp = graph.copied(model.kernel().makeUpProgram(), this::state);
        int noise = makeUp.get(r);
        int[] fields = new int[r];
        for (int i = 0; i < r; i++) {
            fields[i] = graph.multiply(noise, projections[i]);
            for (int j = 0; j < r; j++) {
                fields[i] = graph.add(fields[i], graph.multiply(makeUp.get(j), gram[i][j]));
            }
        }
        List<Integer> step = graph.copied(
                model.kernel().stepProgram(), position -> position < r ? fields[position] : state(position));
        return moved(step, makeUp, projections, norm);
    }

    /** Lower triangular, with the rule of {@link Cholesky} for directions without variance. */
    private int[][] root() {
        int[][] root = new int[r][r];
        for (int j = 0; j < r; j++) {
            int pivot = gram[j][j];
            for (int k = 0; k < j; k++) {
                pivot = graph.subtract(pivot, graph.multiply(root[j][k], root[j][k]));
            }
            int least = graph.multiply(graph.number(SINGULAR), gram[j][j]);
            int regular = regular(least, pivot);
            root[j][j] = when(regular, graph.apply(Operation.SQRT, pivot));
            int inverse = when(regular, graph.divide(graph.number(1), graph.apply(Operation.SQRT, pivot)));
            for (int i = j + 1; i < r; i++) {
                int sum = gram[i][j];
                for (int k = 0; k < j; k++) {
                    sum = graph.subtract(sum, graph.multiply(root[i][k], root[j][k]));
                }
                root[i][j] = graph.multiply(sum, inverse);
            }
        }
        return root;
    }

    private int regular(int least, int pivot) {
        int regular = graph.apply(Operation.LESS, least, pivot);
        if (!onlyRegular || graph.isNumber(regular, 0) || graph.isNumber(regular, 1)) {
            return regular;
        }
        margins.add(graph.subtract(pivot, least));
        return graph.number(1);
    }

    private int when(int condition, int value) {
        return graph.isNumber(condition, 1) ? value : graph.apply(Operation.WHEN, condition, value);
    }

    private int[] times(int[][] root, int[] normals) {
        int[] product = new int[r];
        for (int j = 0; j < r; j++) {
            product[j] = graph.number(0);
            for (int k = 0; k <= j; k++) {
                product[j] = graph.add(product[j], graph.multiply(root[j][k], normals[k]));
            }
        }
        return product;
    }

    private List<Integer> moved(List<Integer> step, List<Integer> makeUp, int[] projections, int norm) {
        StepKernel kernel = model.kernel();
        int trained = r - fixed;
        int[][] linear = filled(trained, r);
        int[][] pull = filled(trained, r);
        int[] amplitudes = new int[trained];
        java.util.Arrays.fill(amplitudes, graph.number(0));
        int forces = kernel.forceSample().length;
        for (int f = 0; f < forces; f++) {
            int i = kernel.forceVector()[f] - fixed;
            amplitudes[i] = graph.multiply(step.get(f), makeUp.get(r));
            for (int j = 0; j < r; j++) {
                linear[i][j] = graph.add(linear[i][j], graph.multiply(step.get(f), makeUp.get(j)));
                pull[i][j] = graph.multiply(amplitudes[i], projections[j]);
            }
        }
        int terms = kernel.linearRow().length;
        for (int k = 0; k < terms; k++) {
            int i = kernel.linearRow()[k] - fixed;
            int j = kernel.linearColumn()[k];
            linear[i][j] = graph.add(linear[i][j], step.get(forces + k));
        }
        int share = graph.multiply(norm, inverseDimension);
        List<Integer> outputs = new ArrayList<>();
        int[][] mixed = mixed(linear, pull);
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < fixed; j++) {
                outputs.add(mixed[i][j]);
            }
            for (int j = 0; j <= i; j++) {
                int square = graph.multiply(graph.multiply(amplitudes[i], amplitudes[j]), share);
                outputs.add(norm(i, j, linear, pull, mixed, square));
            }
        }
        for (int k = 0; k < inputs.scalarCount(); k++) {
            int value = state(inputs.firstScalar() + k);
            for (int s = 0; s < kernel.scalar().length; s++) {
                if (kernel.scalar()[s] == k) {
                    value = graph.add(value, graph.multiply(step.get(forces + terms + s), inverseDimension));
                }
            }
            outputs.add(value);
        }
        return outputs;
    }

    private int[][] filled(int rows, int columns) {
        int[][] zeros = new int[rows][columns];
        for (int[] row : zeros) {
            java.util.Arrays.fill(row, graph.number(0));
        }
        return zeros;
    }

    /** {@code w_i'·w_j/N}. */
    private int[][] mixed(int[][] linear, int[][] pull) {
        int[][] mixed = new int[linear.length][r];
        for (int i = 0; i < mixed.length; i++) {
            for (int j = 0; j < r; j++) {
                int sum = pull[i][j];
                for (int k = 0; k < r; k++) {
                    sum = graph.add(sum, graph.multiply(linear[i][k], gram[k][j]));
                }
                mixed[i][j] = graph.add(gram[fixed + i][j], graph.multiply(sum, inverseDimension));
            }
        }
        return mixed;
    }

    /** {@code w_i'·w_j'/N}. */
    private int norm(int i, int j, int[][] linear, int[][] pull, int[][] mixed, int square) {
        int sum = graph.add(pull[j][fixed + i], square);
        int second = graph.number(0);
        for (int k = 0; k < r; k++) {
            sum = graph.add(sum, graph.multiply(linear[j][k], mixed[i][k]));
            second = graph.add(second, graph.multiply(linear[i][k], pull[j][k]));
        }
        sum = graph.add(sum, graph.multiply(second, inverseDimension));
        return graph.add(mixed[i][fixed + j], graph.multiply(sum, inverseDimension));
    }
}
