package org.macrostate.reports.code;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.graph.Program;

/** Writes a system as stand-alone code of another language. */
public final class SystemCode {
    private SystemCode() {}

    /**
     * A file with the right-hand side and the observables as functions of time (t = steps / N), state, parameters and
     * sizes. The state has the order of {@link org.macrostate.equations.graph.StateLayout}: variables one after the other,
     * the last index fastest, symmetric ones once ({@code k <= l}).
     */
    public static String of(CodeSource source, CodeLanguage language) {
        return switch (language) {
            case PYTHON -> PythonCode.withNumbers(source).text();
            case SYMPY -> PythonCode.withSymbols(source).text();
            case JULIA -> new JuliaCode(source).text();
            case MATHEMATICA -> new MathematicaCode(source).text();
            case C -> new CCode(source).text();
            case JAVASCRIPT -> new JavaScriptCode(source, List.of(), false, Optional.empty()).text();
        };
    }

    /**
     * The system as JavaScript, with its Jacobian and expressions in parameters beside it.
     *
     * @param closedForms such expressions, each under its name
     * @param jacobian derivatives of the rates at the sizes of the source, row by row
     */
    public static String javaScript(CodeSource source, List<Formula> closedForms, Program jacobian) {
        return new JavaScriptCode(source, closedForms, true, Optional.of(jacobian)).text();
    }

    /** The same with a Jacobian by differences of the right-hand side, good to about eleven digits, where it is long. */
    public static String javaScript(CodeSource source, List<Formula> closedForms) {
        return new JavaScriptCode(source, closedForms, true, Optional.empty()).text();
    }
}
