package org.macrostate.reports.code;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macrostate.equations.ResourceText;
import org.macrostate.equations.tensor.Function;

/**
 * Definitions of the functions of matrices that code calls, a file a language with the best pairing first, two empty lines
 * between. The best pairing is found by shortest augmenting paths (R. Jonker and A. Volgenant, Computing 38, 325, 1987),
 * singular values by one-sided Jacobi rotations (M. R. Hestenes, J. Soc. Indust. Appl. Math. 6, 51, 1958).
 */
final class MatrixFunctionCode {
    private MatrixFunctionCode() {}

    /**
     * The definitions of functions, each with an empty line behind it.
     *
     * @param ending of the language's files
     */
    static String of(Collection<Function> functions, String ending) {
        return functions.stream().map(f -> of(f, ending) + "\n").collect(Collectors.joining());
    }

    private static String of(Function function, String ending) {
        String[] definitions = ResourceText.of(MatrixFunctionCode.class, "matrix-functions." + ending)
                .split("\n\n\n");
        return definitions[function == Function.BEST_PAIRING ? 0 : 1].stripTrailing() + "\n";
    }

    /** Of matrices whose elements are floats or NumPy arrays. */
    static String python(Stream<Function> functions) {
        String defined = functions.map(f -> "\n\n" + of(f, "py")).collect(Collectors.joining());
        return defined.isEmpty() ? "" : "\n\n" + ResourceText.of(MatrixFunctionCode.class, "lifted.py") + defined;
    }

    /** Of matrices of symbols. */
    static String sympy() {
        return ResourceText.of(MatrixFunctionCode.class, "matrix-functions-sympy.py") + "\n\n";
    }
}
