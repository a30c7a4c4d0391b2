package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.derive.DerivedCode;
import org.macrostate.reports.code.CodeLanguage;

/** Exported JavaScript, run by Node; its sizes are constants, so each case is written at the sizes it is asked for. */
record ExportedJavaScript(ExportedRun machine) {
    void compare(List<ExportedCase> cases) throws Exception {
        StringBuilder run = new StringBuilder("""
                function run(file, parameters, states) {
                    const m = require(file);
                    for (const state of states) {
                        if (state.length !== m.labels.length) throw new Error(file + ": " + m.labels);
                        const rates = m.rhs(0.25, state, parameters, []);
                        console.log(rates.concat(m.observables(0.25, state, parameters, [])).map(show).join(" "));
                    }
                }
                const show = (x) => (Number.isNaN(x) ? "nan" : x === Infinity ? "inf" : x === -Infinity ? "-inf" : String(x));

                """);
        for (ExportedCase each : cases) {
            String file = ExportedRun.module(each) + ".js";
            Files.writeString(
                    machine.folder().resolve(file),
                    DerivedCode.of(each.sized().system(), each.sized(), CodeLanguage.JAVASCRIPT));
            String parameters = each.parametersByName().entrySet().stream()
                    .map(e -> "\"" + e.getKey() + "\": "
                            + (each.isCopied(e.getKey())
                                    ? e.getValue()
                                    : e.getValue().get(0)))
                    .collect(Collectors.joining(", ", "{", "}"));
            String states = each.states().stream().map(Arrays::toString).collect(Collectors.joining(", ", "[", "]"));
            run.append("run(\"./" + file + "\", " + parameters + ", " + states + ");\n");
        }
        Files.writeString(machine.folder().resolve("run.js"), run);
        List<String> lines = machine.run("node", "run.js");
        int line = 0;
        for (ExportedCase each : cases) {
            for (double[] expected : each.expected()) {
                ExportedRun.compare(each, "JavaScript", expected, lines.get(line++));
            }
        }
        assertEquals(lines.size(), line);
    }
}
