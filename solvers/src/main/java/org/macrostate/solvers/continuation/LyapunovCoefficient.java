package org.macrostate.solvers.continuation;

import java.util.function.UnaryOperator;
import org.macrostate.solvers.nonlinear.LinearSystem;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The first Lyapunov coefficient of a Hopf point with A q = iω q, Aᵀ p = −iω p, ⟨q,q⟩ = ⟨p,q⟩ = 1:
 *
 * <p>l₁ = Re[⟨p, C(q,q,q̄)⟩ − 2⟨p, B(q, A⁻¹B(q,q̄))⟩ + ⟨p, B(q̄, (2iω − A)⁻¹B(q,q))⟩] / 2ω
 *
 * <p>(Kuznetsov, Elements of Applied Bifurcation Theory, equation 5.34). Negative: cycles that are born there are stable
 * within the critical directions (supercritical); positive: unstable. B and C are derivatives of the exact Jacobian
 * along the real and imaginary parts of q, by central differences of fourth order.
 */
public final class LyapunovCoefficient {
    private static final double DIFFERENCE = 1e-3;

    private final UnaryOperator<double[]> jacobian;
    private final double[] state;
    private final int n;

    /**
     * @param jacobian of a state, n·n row by row
     * @param state n
     */
    public LyapunovCoefficient(UnaryOperator<double[]> jacobian, double[] state) {
        this.jacobian = jacobian;
        this.state = state;
        this.n = state.length;
    }

    /** DJ[v] and D²J[v, v]. */
    private record Derivatives(double[] first, double[] second) {}

    /** A vector of complex numbers. */
    private record Pair(double[] re, double[] im) {
        Pair over(double size) {
            return new Pair(scaled(re, 1 / size), scaled(im, 1 / size));
        }
    }

    /** The coefficient; NaN where the frequency is not positive. */
    public double at(double frequency) {
        return at(frequency, critical(jacobian.apply(state), frequency));
    }

    /**
     * The coefficient; NaN where the frequency is not positive.
     *
     * @param v any vector with (A² + ω²) v = 0
     */
    double at(double frequency, double[] v) {
        if (!(frequency > 0)) {
            return Double.NaN;
        }
        double[] a = jacobian.apply(state);
        Pair q = right(a, frequency, v);
        Pair p = left(a, frequency, q);
        Derivatives alongRe = derivatives(q.re(), a);
        Derivatives alongIm = derivatives(q.im(), a);
        double[] bRe = alongRe.first();
        double[] bIm = alongIm.first();
        double[] third = Vector.moved(alongRe.second(), 1, alongIm.second());
        Pair cubic = new Pair(times(third, q.re()), times(third, q.im()));
        double[] mean = Vector.moved(times(bRe, q.re()), 1, times(bIm, q.im()));
        double[] still = LinearSystem.solve(a, mean);
        Pair byMean = new Pair(times(bRe, still), times(bIm, still));
        Pair twice = new Pair(Vector.moved(times(bRe, q.re()), -1, times(bIm, q.im())), scaled(times(bRe, q.im()), 2));
        Pair second = harmonic(a, frequency, twice);
        // B(q̄, s) with s = r + i t: (B[a] − i B[b]) (r + i t).
        Pair bySecond = new Pair(
                Vector.moved(times(bRe, second.re()), 1, times(bIm, second.im())),
                Vector.moved(times(bRe, second.im()), -1, times(bIm, second.re())));
        return (real(p, cubic) - 2 * real(p, byMean) + real(p, bySecond)) / (2 * frequency);
    }

    /** A unit vector with (A² + ω²) v = 0. */
    private double[] critical(double[] a, double frequency) {
        double[] squared = Vector.squared(a, n);
        for (int i = 0; i < n; i++) {
            squared[i * n + i] += frequency * frequency;
        }
        return new SingularVectors(squared, n).modes().get(n - 1).right();
    }

    /** q = (v − i A v / ω) / |q|. */
    private static Pair right(double[] a, double frequency, double[] v) {
        double[] turned = scaled(times(a, v), -1 / frequency);
        return new Pair(v, turned).over(Math.sqrt(Vector.dot(v, v) + Vector.dot(turned, turned)));
    }

    private Pair left(double[] a, double frequency, Pair q) {
        double[] transposed = Vector.transposed(a, n);
        double[] u = critical(transposed, frequency);
        Pair p = new Pair(u, scaled(times(transposed, u), 1 / frequency));
        // ⟨p,q⟩ = conj(p)·q is made 1: p / conj(⟨p,q⟩).
        double re = real(p, q);
        double im = Vector.dot(p.re(), q.im()) - Vector.dot(p.im(), q.re());
        double size = re * re + im * im;
        return new Pair(
                Vector.moved(scaled(p.re(), re / size), -im / size, p.im()),
                Vector.moved(scaled(p.im(), re / size), im / size, p.re()));
    }

    /** (2iω − A)⁻¹ b. */
    private Pair harmonic(double[] a, double frequency, Pair b) {
        int size = 2 * n;
        double[] matrix = new double[size * size];
        double[] right = new double[size];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i * size + j] = -a[i * n + j];
                matrix[(n + i) * size + n + j] = -a[i * n + j];
            }
            matrix[i * size + n + i] = -2 * frequency;
            matrix[(n + i) * size + i] = 2 * frequency;
            right[i] = b.re()[i];
            right[n + i] = b.im()[i];
        }
        double[] solution = LinearSystem.solve(matrix, right);
        return new Pair(java.util.Arrays.copyOf(solution, n), java.util.Arrays.copyOfRange(solution, n, size));
    }

    /** Along the vector itself, taken in steps of one size. */
    private Derivatives derivatives(double[] v, double[] here) {
        double length = Vector.norm(v);
        if (length == 0) {
            return new Derivatives(new double[n * n], new double[n * n]);
        }
        double h = DIFFERENCE * (1 + Vector.maxNorm(state)) / length;
        double[] ahead = jacobian.apply(Vector.moved(state, h, v));
        double[] back = jacobian.apply(Vector.moved(state, -h, v));
        double[] farAhead = jacobian.apply(Vector.moved(state, 2 * h, v));
        double[] farBack = jacobian.apply(Vector.moved(state, -2 * h, v));
        double[] first = new double[n * n];
        double[] second = new double[n * n];
        for (int i = 0; i < first.length; i++) {
            first[i] = (8 * (ahead[i] - back[i]) - (farAhead[i] - farBack[i])) / (12 * h);
            second[i] = (16 * (ahead[i] + back[i]) - (farAhead[i] + farBack[i]) - 30 * here[i]) / (12 * h * h);
        }
        return new Derivatives(first, second);
    }

    /** Re ⟨p, z⟩. */
    private static double real(Pair p, Pair z) {
        return Vector.dot(p.re(), z.re()) + Vector.dot(p.im(), z.im());
    }

    private static double[] times(double[] matrix, double[] v) {
        return Vector.times(matrix, v);
    }

    private static double[] scaled(double[] v, double factor) {
        return Vector.moved(new double[v.length], factor, v);
    }
}
