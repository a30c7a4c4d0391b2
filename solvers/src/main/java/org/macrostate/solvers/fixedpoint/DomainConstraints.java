package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Domain;
import org.macrostate.solvers.nonlinear.Cholesky;

/**
 * The constraints that make a {@link PhysicalRegion}, one by one, each with a slack that is negative outside: the distance
 * of a number to the end of its domain, the smallest eigenvalue of a Gram matrix. For one thread.
 */
public final class DomainConstraints {
    private final List<Constraint> constraints = new ArrayList<>();

    private interface Constraint {
        double slack(double[] state);

        /** Cheaper than the slack: whether that is below minus the allowance. */
        boolean violated(double[] state, double relative, double absolute);

        String described();
    }

    private DomainConstraints() {}

    /** @param parameters those that overlaps of fixed vectors may depend on */
    public static DomainConstraints of(BoundSystem bound, double[] parameters) {
        DomainConstraints all = new DomainConstraints();
        List<StateLayout.Element> elements = bound.state().elements();
        for (int i = 0; i < elements.size(); i++) {
            Domain domain = elements.get(i).variable().domain();
            if (!elements.get(i).variable().isOverlap() && domain != Domain.REAL) {
                all.constraints.add(new InDomain(i, domain, elements.get(i).label()));
            }
        }
        PhysicalRegion region = PhysicalRegion.of(bound, parameters);
        for (List<Integer> set : region.knownSets()) {
            Gram gram = Gram.of(region, set);
            if (gram.moves()) {
                all.constraints.add(gram);
            }
        }
        return all;
    }

    /** How many there are. */
    public int count() {
        return constraints.size();
    }

    /**
     * The first constraint that a state breaks by more than an allowance, or -1.
     *
     * @param relative part of the constraint's own scale that is allowed
     * @param absolute allowed beside it
     */
    public int violated(double[] state, double relative, double absolute) {
        for (int i = 0; i < constraints.size(); i++) {
            if (constraints.get(i).violated(state, relative, absolute)) {
                return i;
            }
        }
        return -1;
    }

    /** Negative where the constraint is broken, by how much; continuous in the state. */
    public double slack(int constraint, double[] state) {
        return constraints.get(constraint).slack(state);
    }

    /** What the constraint says, such as "D must be positive". */
    public String described(int constraint) {
        return constraints.get(constraint).described();
    }

    private record InDomain(int element, Domain domain, String label) implements Constraint {
        @Override
        public double slack(double[] state) {
            double value = state[element];
            return domain == Domain.UNIT ? Math.min(value, 1 - value) : value;
        }

        @Override
        public boolean violated(double[] state, double relative, double absolute) {
            return slack(state) < -(domain == Domain.UNIT ? relative + absolute : absolute);
        }

        @Override
        public String described() {
            return label + " must be " + domain.words();
        }
    }

    /** Overlaps of some vectors; those of fixed vectors among themselves are constants. */
    private static final class Gram implements Constraint {
        private final int order;
        private final int[] places;
        private final double[] constants;
        private final double[] matrix;
        private final String vectors;

        private Gram(int order, int[] places, double[] constants, String vectors) {
            this.order = order;
            this.places = places;
            this.constants = constants;
            this.vectors = vectors;
            this.matrix = new double[order * order];
        }

        static Gram of(PhysicalRegion region, List<Integer> set) {
            OverlapPositions positions = region.gram();
            int order = set.size();
            int[] places = new int[order * order];
            double[] constants = new double[order * order];
            for (int i = 0; i < order; i++) {
                for (int j = 0; j < order; j++) {
                    int a = set.get(i);
                    int b = set.get(j);
                    places[i * order + j] = positions.place(a, b);
                    if (positions.place(a, b) < 0) {
                        constants[i * order + j] = region.constant(a, b);
                    }
                }
            }
            String names = set.stream()
                    .map(i -> positions.vectors().get(i).family())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new Gram(order, places, constants, names);
        }

        boolean moves() {
            return java.util.Arrays.stream(places).anyMatch(p -> p >= 0);
        }

        private double fill(double[] state) {
            double trace = 0;
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = places[i] >= 0 ? state[places[i]] : constants[i];
            }
            for (int i = 0; i < order; i++) {
                trace += Math.abs(matrix[i * order + i]);
            }
            return trace;
        }

        @Override
        public double slack(double[] state) {
            fill(state);
            Array2DRowRealMatrix symmetric = new Array2DRowRealMatrix(order, order);
            for (int i = 0; i < order; i++) {
                for (int j = 0; j < order; j++) {
                    symmetric.setEntry(i, j, matrix[i * order + j]);
                }
            }
            double[] eigenvalues = new EigenDecompositionSymmetric(symmetric).getEigenvalues();
            return eigenvalues[order - 1];
        }

        /** By Cholesky's decomposition of the matrix with the allowance on its diagonal. */
        @Override
        public boolean violated(double[] state, double relative, double absolute) {
            double allowance = relative * fill(state) + absolute;
            return !Cholesky.isPositive(matrix, order, allowance);
        }

        @Override
        public String described() {
            return "the overlaps of " + vectors
                    + " must be those of real vectors (a Gram matrix without negative eigenvalues)";
        }
    }
}
