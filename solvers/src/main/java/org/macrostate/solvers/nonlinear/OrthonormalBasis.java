package org.macrostate.solvers.nonlinear;

import java.util.ArrayList;
import java.util.List;

/**
 * An orthonormal basis of what vectors span that come one after the other, by Gram and Schmidt's method done twice (Golub and
 * Van Loan, Matrix Computations, section 5.2.9). Mutable.
 */
public final class OrthonormalBasis {
    private final List<double[]> vectors = new ArrayList<>();

    /**
     * Adds what is new of a vector.
     *
     * @param least part of its length that must be new
     * @return false if less is, and nothing was added
     */
    public boolean add(double[] vector, double least) {
        double[] rest = vector;
        for (int pass = 0; pass < 2; pass++) {
            for (double[] known : vectors) {
                rest = Vector.moved(rest, -Vector.dot(known, rest), known);
            }
        }
        double length = Vector.norm(rest);
        if (!(length > least * Vector.norm(vector))) {
            return false;
        }
        vectors.add(Vector.moved(new double[rest.length], 1 / length, rest));
        return true;
    }

    /** The basis in the order in which it grew; not to be modified. */
    public List<double[]> vectors() {
        return List.copyOf(vectors);
    }

    /** Those of some vectors that are not sums of earlier ones, as {@link #add} tells. */
    public static List<double[]> independent(List<double[]> vectors, double least) {
        OrthonormalBasis basis = new OrthonormalBasis();
        return vectors.stream().filter(vector -> basis.add(vector, least)).toList();
    }
}
