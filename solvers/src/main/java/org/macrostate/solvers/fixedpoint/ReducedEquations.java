package org.macrostate.solvers.fixedpoint;

import java.util.Arrays;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.Newton;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * f(x) = L g, Nᵀ(x − x₀) = s e_i with N and L right and left null vectors of the Jacobian at x₀ (Lyapunov–Schmidt
 * reduction). Unknowns are x and g, n + k; g(s) vanishes along a continuous family of fixed points.
 */
final class ReducedEquations implements NonlinearSystem {
    private static final int STEPS = 20;
    private static final double LAST_STEP = 1e-12;
    private static final double ROUNDING = 1e-12;

    private final SystemAt system;
    private final PhysicalRegion region;
    private final double[] point;
    private final double[][] right;
    private final double[][] left;
    private final int direction;
    private final double move;
    private final int n;
    private final int k;

    /**
     * @param direction i, the null direction along which the state is moved
     * @param move s
     */
    ReducedEquations(
            SystemAt system,
            PhysicalRegion region,
            double[] point,
            double[][] right,
            double[][] left,
            int direction,
            double move) {
        this.system = system;
        this.region = region;
        this.point = point;
        this.right = right;
        this.left = left;
        this.direction = direction;
        this.move = move;
        this.n = system.length();
        this.k = right.length;
    }

    /**
     * A solution.
     *
     * @param force g, k
     * @param slope the largest element of the Jacobian at the state
     */
    record Solution(double[] state, double[] force, double slope) {}

    /** Empty if Newton's method finds none within the domains. */
    Optional<Solution> solve() {
        double[] start = Arrays.copyOf(Vector.moved(point, move, right[direction]), n + k);
        return new Newton(this, STEPS, LAST_STEP).from(start).map(y -> {
            double[] state = Arrays.copyOf(y, n);
            return new Solution(state, Arrays.copyOfRange(y, n, n + k), Vector.maxNorm(system.jacobian(state)));
        });
    }

    @Override
    public int equations() {
        return n + k;
    }

    @Override
    public int unknowns() {
        return n + k;
    }

    @Override
    public void residual(double[] y, double[] residual) {
        double[] state = Arrays.copyOf(y, n);
        if (!region.inDomains(state)) {
            Arrays.fill(residual, Double.NaN);
            return;
        }
        double[] f = new double[n];
        system.rates(state, f);
        System.arraycopy(f, 0, residual, 0, n);
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < n; i++) {
                residual[i] -= left[j][i] * y[n + j];
            }
            residual[n + j] = Vector.dot(right[j], state) - Vector.dot(right[j], point) - (j == direction ? move : 0);
        }
    }

    @Override
    public double[] jacobian(double[] y) {
        int size = n + k;
        double[] matrix = new double[size * size];
        double[] jacobian = system.jacobian(Arrays.copyOf(y, n));
        for (int i = 0; i < n; i++) {
            System.arraycopy(jacobian, i * n, matrix, i * size, n);
            for (int j = 0; j < k; j++) {
                matrix[i * size + n + j] = -left[j][i];
                matrix[(n + j) * size + i] = right[j][i];
            }
        }
        return matrix;
    }

    @Override
    public boolean isZero(double largest, double slope, double[] y) {
        return largest <= ROUNDING * Math.max(1, slope);
    }
}
