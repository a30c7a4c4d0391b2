package org.macrostate.reports.code;

import java.util.List;
import org.macrostate.equations.derive.Formula;

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
            case PYTHON -> new PythonCode(source).text();
            case JULIA -> new JuliaCode(source).text();
            case MATHEMATICA -> new MathematicaCode(source).text();
            case C -> new CCode(source).text();
            case JAVASCRIPT -> javaScript(source, List.of());
        };
    }

    /**
     * The system as JavaScript, with expressions in parameters beside it.
     *
     * @param closedForms such expressions, each under its name
     */
    public static String javaScript(CodeSource source, List<Formula> closedForms) {
        return new JavaScriptCode(source, closedForms).text();
    }
}
