package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.code.CodeLanguage;

/** Exported Python code, with NumPy where it is installed and without. */
record ExportedPython(ExportedRun machine) {
    void compare(List<ExportedCase> cases) throws Exception {
        for (ExportedCase each : cases) {
            Files.writeString(
                    machine.folder().resolve(ExportedRun.module(each) + ".py"), each.code(CodeLanguage.PYTHON));
        }
        Files.writeString(machine.folder().resolve("run.py"), pythonRun(cases));
        List<String> lines = machine.run("python3", "run.py");
        int numbers = 0;
        int line = 0;
        boolean arrays = lines.get(line++).equals("numpy");
        for (ExportedCase each : cases) {
            for (double[] expected : each.expected()) {
                ExportedRun.compare(each, "plain", expected, lines.get(line++));
                numbers += expected.length;
                if (arrays) {
                    ExportedRun.compare(each, "NumPy array", expected, lines.get(line++));
                    ExportedRun.compare(each, "many states at once", expected, lines.get(line++));
                }
            }
        }
        assertEquals(lines.size(), line);
        assertTrue(numbers > 100, "only " + numbers + " numbers were compared");
    }

    private static String pythonRun(List<ExportedCase> cases) {
        StringBuilder run = new StringBuilder("""
                import importlib
                try:
                    import numpy
                except ImportError:
                    numpy = None
                print("numpy" if numpy else "plain")

                def show(values):
                    print(" ".join(repr(float(v)) for v in values))

                def case(name, sizes, parameters, states):
                    m = importlib.import_module(name)
                    assert len(m.labels(sizes)) == len(states[0]) == len(set(m.labels(sizes)))
                    for i, state in enumerate(states):
                        seen = m.observables(0.25, state, parameters, sizes) if hasattr(m, "observables") else {}
                        show(m.rhs(0.25, state, parameters, sizes) + list(seen.values()))
                        if numpy:
                            both = numpy.array(states).T
                            for s, pick in ((numpy.array(state), lambda x: x), (both, lambda x: numpy.asarray(x + 0*both[0])[i])):
                                out = m.rhs(0.25, s, parameters, sizes)
                                assert isinstance(out, numpy.ndarray) and out.shape == s.shape
                                seen = m.observables(0.25, s, parameters, sizes) if hasattr(m, "observables") else {}
                                show([pick(x) for x in list(out) + list(seen.values())])

                """);
        for (ExportedCase each : cases) {
            String sizes = each.sizes().entrySet().stream()
                    .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
            String parameters = each.parametersByName().entrySet().stream()
                    .map(e -> "\"" + e.getKey() + "\": "
                            + (each.isCopied(e.getKey())
                                    ? e.getValue()
                                    : e.getValue().get(0)))
                    .collect(Collectors.joining(", ", "{", "}"));
            String states = each.states().stream().map(Arrays::toString).collect(Collectors.joining(", ", "[", "]"));
            run.append(
                    "case(\"" + ExportedRun.module(each) + "\", " + sizes + ", " + parameters + ", " + states + ")\n");
        }
        return run.toString();
    }
}
