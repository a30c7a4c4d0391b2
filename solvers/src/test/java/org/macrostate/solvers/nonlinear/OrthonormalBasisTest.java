package org.macrostate.solvers.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrthonormalBasisTest {
    @Test
    void what_is_a_sum_of_others_is_not_added() {
        double[] one = {1, 2, 0, 1};
        double[] two = {0, 1, 1, -1};
        double[] sum = {2, 5, 1, 1};
        double[] three = {0, 0, 0, 1e-3};
        assertEquals(List.of(one, two, three), OrthonormalBasis.independent(List.of(one, two, sum, three), 1e-6));
        OrthonormalBasis basis = new OrthonormalBasis();
        assertTrue(basis.add(one, 1e-6));
        assertFalse(basis.add(new double[4], 1e-6));
        assertTrue(basis.add(two, 1e-6));
        for (double[] v : basis.vectors()) {
            for (double[] w : basis.vectors()) {
                assertEquals(v == w ? 1 : 0, Vector.dot(v, w), 1e-15);
            }
        }
    }

    @Test
    void eigenvectors_of_a_symmetric_matrix_are_orthonormal_and_multiplied_by_eigenvalues() {
        int n = 9;
        double[] any = new Random(5).doubles((long) n * n).toArray();
        double[] symmetric = Vector.moved(any, 1, Vector.transposed(any, n));
        SymmetricModes modes = SymmetricModes.of(symmetric, n);
        for (int i = 0; i < n; i++) {
            double[] vector = modes.vectors()[i];
            double[] multiple = Vector.moved(new double[n], modes.values()[i], vector);
            assertArrayEquals(multiple, Vector.times(symmetric, vector), 1e-13);
            for (int j = 0; j < n; j++) {
                assertEquals(i == j ? 1 : 0, Vector.dot(vector, modes.vectors()[j]), 1e-14);
            }
            assertTrue(i == 0 || modes.values()[i] <= modes.values()[i - 1]);
        }
    }
}
