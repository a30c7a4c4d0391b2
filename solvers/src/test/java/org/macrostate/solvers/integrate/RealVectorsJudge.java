package org.macrostate.solvers.integrate;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Declaration;

/**
 * Whether a state of a bundled model is possible, from the definitions alone: scalars lie in their domains, and the overlaps
 * of all vectors, summed over blocks, have no negative eigenvalue. Overlaps of fixed vectors are read off the models' files:
 * the identity, and gamma between the two teachers of one model. Nothing of the solvers' own checks of domains is used.
 */
final class RealVectorsJudge {
    private final StateLayout layout;
    private final List<double[]> terms;
    private final double[] constants;
    private final int order;

    private RealVectorsJudge(StateLayout layout, List<double[]> terms, double[] constants, int order) {
        this.layout = layout;
        this.terms = terms;
        this.constants = constants;
        this.order = order;
    }

    static RealVectorsJudge of(BoundSystem bound, double[] parameters) {
        List<String> vectors = new ArrayList<>();
        List<String> families = new ArrayList<>();
        List<Boolean> trained = new ArrayList<>();
        for (Declaration.Vectors family : bound.system().problem().vectors()) {
            for (List<Integer> place : Places.all(family.indices(), bound.sizes())) {
                vectors.add(Places.label(family.name(), place));
                families.add(family.name());
                trained.add(family.isTrained());
            }
        }
        int n = vectors.size();
        double[] constants = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (!trained.get(i) && !trained.get(j)) {
                    boolean teachers = i != j && families.get(i).equals(families.get(j));
                    constants[i * n + j] = i == j ? 1 : teachers ? gamma(bound, parameters) : 0;
                }
            }
        }
        List<double[]> terms = new ArrayList<>();
        boolean[] known = new boolean[n * n];
        List<StateLayout.Element> elements = bound.state().elements();
        for (int e = 0; e < elements.size(); e++) {
            StateLayout.Element element = elements.get(e);
            if (element.variable().isOverlap()) {
                StateVariable variable = element.variable();
                List<Integer> copies = element.places();
                int split = variable.firstOfRight();
                int left =
                        vectors.indexOf(Places.label(variable.left(), copies.subList(variable.blockPlaces(), split)));
                int right = vectors.indexOf(Places.label(variable.right(), copies.subList(split, copies.size())));
                terms.add(new double[] {e, left, right});
                known[left * n + right] = true;
                known[right * n + left] = true;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if ((trained.get(i) || trained.get(j)) && !known[i * n + j]) {
                    throw new IllegalStateException("no overlap of " + vectors.get(i) + " and " + vectors.get(j));
                }
            }
        }
        return new RealVectorsJudge(bound.state(), terms, constants, n);
    }

    /** Between the teachers of the one model in which they are not orthogonal. */
    private static double gamma(BoundSystem bound, double[] parameters) {
        boolean switched = bound.system().problem().name().equals("switched-teacher");
        return switched ? parameters[bound.parameters().position("gamma")] : 0;
    }

    /** Whether nothing is wrong by more than an allowance, a part of the sum of squared lengths and an absolute one. */
    boolean allows(double[] state, double relative, double absolute) {
        for (int e = 0; e < state.length; e++) {
            StateLayout.Element element = layout.elements().get(e);
            double value = state[e];
            boolean allowed = element.variable().isOverlap()
                    || switch (element.variable().domain()) {
                        case REAL -> !Double.isNaN(value);
                        case NONNEGATIVE, POSITIVE -> value >= -absolute;
                        case UNIT -> value >= -relative - absolute && value <= 1 + relative + absolute;
                    };
            if (!allowed) {
                return false;
            }
        }
        if (terms.isEmpty()) {
            return true;
        }
        double[] gram = constants.clone();
        for (double[] term : terms) {
            int left = (int) term[1];
            int right = (int) term[2];
            gram[left * order + right] += state[(int) term[0]];
            if (left != right) {
                gram[right * order + left] += state[(int) term[0]];
            }
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(order, order);
        double trace = 0;
        for (int i = 0; i < order; i++) {
            trace += Math.abs(gram[i * order + i]);
            for (int j = 0; j < order; j++) {
                matrix.setEntry(i, j, gram[i * order + j]);
            }
        }
        double[] eigenvalues = new EigenDecompositionSymmetric(matrix).getEigenvalues();
        return eigenvalues[order - 1] >= -relative * trace - absolute - 1e-15;
    }
}
