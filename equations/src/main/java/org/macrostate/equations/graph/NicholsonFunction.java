package org.macrostate.equations.graph;

import org.hipparchus.special.Erf;

/**
 * Nicholson's function {@code V(h, q) = ∫_0^h φ(x) ∫_0^{qx/h} φ(y) dy dx}: the standard normal measure of the triangle with
 * corners (0, 0), (h, 0), (h, q). C. Nicholson, Biometrika 33, 59 (1943); {@code V(h, q) = atan(q/h)/(2π) − T(h, q/h)} with
 * Owen's T (D. B. Owen, Ann. Math. Stat. 27, 1075, 1956). It is odd in h and in q, and has no singularity.
 */
final class NicholsonFunction {
    /** Gauss–Legendre on [0, 1], positive half of twenty nodes. */
    private static final double[] NODES = {
        0.07652652113349734, 0.2277858511416451, 0.37370608871541955, 0.5108670019508271, 0.636053680726515,
        0.7463319064601508, 0.8391169718222188, 0.912234428251326, 0.9639719272779138, 0.9931285991850949
    };

    private static final double[] WEIGHTS = {
        0.15275338713072584, 0.14917298647260374, 0.14209610931838204, 0.13168863844917664, 0.11819453196151841,
        0.10193011981724044, 0.08327674157670475, 0.06267204833410907, 0.04060142980038694, 0.017614007139152118
    };

    private NicholsonFunction() {}

    static double of(double h, double q) {
        double x = Math.abs(h);
        double y = Math.abs(q);
        double sign = Math.signum(h) * Math.signum(q);
        if (sign == 0) {
            return 0;
        }
        return sign * (y <= x ? flat(x, y) : half(x) * half(y) - flat(y, x));
    }

    /** Φ(x) − 1/2. */
    private static double half(double x) {
        return Erf.erf(x / Math.sqrt(2)) / 2;
    }

    /** For {@code 0 < q <= h}: {@code 1/(2π) ∫_0^{q/h} (1 − exp(−h²(1 + x²)/2))/(1 + x²) dx}. */
    private static double flat(double h, double q) {
        double slope = q / h;
        if (h > 9) {
            return Math.atan(slope) / (2 * Math.PI);
        }
        double scale = h * h / 2;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double left = slope * (1 - NODES[i]) / 2;
            double right = slope * (1 + NODES[i]) / 2;
            sum += WEIGHTS[i] * (integrand(scale, left) + integrand(scale, right));
        }
        return sum * slope / (4 * Math.PI);
    }

    private static double integrand(double scale, double x) {
        double square = 1 + x * x;
        return -Math.expm1(-scale * square) / square;
    }
}
