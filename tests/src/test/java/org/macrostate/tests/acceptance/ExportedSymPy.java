package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.derive.DerivedCode;
import org.macrostate.reports.code.CodeLanguage;

/** Exported SymPy code: its expressions, with numbers put in, are the kernels' rates and observables. */
record ExportedSymPy(ExportedRun machine, String python) {
    void compare(List<ExportedCase> cases) throws Exception {
        StringBuilder run = new StringBuilder("""
                import importlib
                import sympy

                def case(name, parameters, states):
                    m = importlib.import_module(name)
                    symbols = list(m.SYMBOLS.values()) + [m.t]
                    values = []
                    for key, symbol in m.PARAMETER_SYMBOLS.items():
                        many = isinstance(symbol, list)
                        symbols += symbol if many else [symbol]
                        values += parameters[key] if many else [parameters[key]]
                    wanted = list(m.EQUATIONS.values()) + list(m.OBSERVABLES.values())
                    assert all(isinstance(w, sympy.Basic) for w in wanted)
                    f = sympy.lambdify(symbols, wanted, modules=["math"], cse=True)
                    for state in states:
                        print(" ".join(repr(float(x)) for x in f(*state, 0.25, *values)))

                """);
        for (ExportedCase each : cases) {
            Files.writeString(
                    machine.folder().resolve(ExportedRun.module(each) + "_sympy.py"),
                    DerivedCode.of(each.sized().system(), each.sized(), CodeLanguage.SYMPY));
            String parameters = each.parametersByName().entrySet().stream()
                    .map(e -> "\"" + e.getKey() + "\": "
                            + (each.isCopied(e.getKey())
                                    ? e.getValue()
                                    : e.getValue().get(0)))
                    .collect(Collectors.joining(", ", "{", "}"));
            String states = each.states().stream().map(Arrays::toString).collect(Collectors.joining(", ", "[", "]"));
            run.append("case(\"" + ExportedRun.module(each) + "_sympy\", " + parameters + ", " + states + ")\n");
        }
        Files.writeString(machine.folder().resolve("run_sympy.py"), run);
        List<String> lines = machine.run(python, "run_sympy.py");
        int line = 0;
        for (ExportedCase each : cases) {
            for (double[] expected : each.expected()) {
                ExportedRun.compare(each, "SymPy", expected, lines.get(line++));
            }
        }
        assertEquals(lines.size(), line);
    }
}
