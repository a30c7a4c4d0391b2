package org.macrostate.engine.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.equations.spectrum.EmpiricalSpectrum;

class DataSpectrumTest {
    @TempDir
    private Path folder;

    private DataMatrix read(String text, ColumnChoice choice) throws IOException {
        return DataMatrix.read(Files.writeString(folder.resolve("data.csv"), text), choice);
    }

    /** Deviations (-1, 1, 0) and (-2, 0, 2): covariance [[1, 1], [1, 4]], eigenvalues (5 ± √13)/2. */
    private static final String TWO = "a,\"b, quoted\",kind\n1,3,x\n3,5,y\n2,7,x\n";

    @Test
    void eigenvalues_of_two_columns_are_those_of_their_covariance_by_hand() throws IOException {
        DataMatrix data = read(TWO, new ColumnChoice(Optional.empty(), List.of("kind")));
        assertEquals(List.of("a", "b, quoted"), data.columns());
        double root = Math.sqrt(13);
        assertArrayEquals(
                new double[] {(5 + root) / 2, (5 - root) / 2}, data.eigenvalues(DataMatrix.Moments.COVARIANCE), 1e-14);
    }

    /** The correlation is 1/2. */
    @Test
    void eigenvalues_of_two_correlations_are_one_plus_and_minus_the_correlation() throws IOException {
        DataMatrix data = read(TWO, new ColumnChoice(Optional.of(List.of("1", "2")), List.of()));
        assertArrayEquals(new double[] {1.5, 0.5}, data.eigenvalues(DataMatrix.Moments.CORRELATION), 1e-14);
    }

    /** (14, 83) on the diagonal and 32 beside it, over 3. */
    @Test
    void without_centring_they_are_of_the_second_moments() throws IOException {
        DataMatrix data = read(TWO, new ColumnChoice(Optional.empty(), List.of("3")));
        double root = Math.sqrt(69 * 69 + 4 * 32 * 32);
        assertArrayEquals(
                new double[] {(97 + root) / 6, (97 - root) / 6}, data.eigenvalues(DataMatrix.Moments.UNCENTRED), 1e-12);
    }

    /** Two points differ in one direction: half their squared distance, and zeros. */
    @Test
    void with_fewer_rows_than_columns_the_rest_are_zeros() throws IOException {
        DataMatrix data = read("1;2;3;4\n3;2;3;0\n", ColumnChoice.ALL);
        assertArrayEquals(new double[] {10, 0, 0, 0}, data.eigenvalues(DataMatrix.Moments.COVARIANCE), 1e-14);
        assertEquals(
                List.of("3 eigenvalues of 4 are 0: directions without variance, as there are only 2 rows"),
                DataSpectrum.of("data", data, DataMatrix.Moments.COVARIANCE, false)
                        .notes());
    }

    @Test
    void what_is_written_is_what_a_model_reads() throws IOException {
        DataMatrix data = read(TWO, new ColumnChoice(Optional.empty(), List.of("kind")));
        DataSpectrum spectrum = DataSpectrum.of("data", data, DataMatrix.Moments.COVARIANCE, true);
        List<Double> values = EmpiricalSpectrum.read(spectrum.tables().get(0).csv());
        assertEquals(spectrum.eigenvalues(), values);
        assertEquals(2, values.get(0) + values.get(1), 1e-14);
        assertEquals(25.0 / 19, spectrum.participation(), 1e-12);
    }
}
