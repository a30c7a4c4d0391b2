package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.macrostate.reports.code.CodeLanguage;

/** Exported C code, compiled with all warnings as errors. */
record ExportedC(ExportedRun machine) {
    void compare(List<ExportedCase> cases) throws Exception {
        StringBuilder main = new StringBuilder("#include <stdio.h>\n\n");
        StringBuilder calls = new StringBuilder("int main(void)\n{\n    double out[400];\n");
        List<String> objects = new ArrayList<>(List.of("gcc", "-o", "run", "main.c"));
        for (ExportedCase each : cases) {
            String name = ExportedRun.module(each);
            Files.writeString(machine.folder().resolve(name + ".c"), each.code(CodeLanguage.C));
            List<String> compile = new ArrayList<>(
                    List.of("gcc", "-std=c99", "-O1", "-Wall", "-Wextra", "-Werror", "-pedantic", "-c", name + ".c"));
            each.sizes()
                    .forEach((size, value) ->
                            compile.add("-D" + (name + "_" + size).toUpperCase(java.util.Locale.ROOT) + "=" + value));
            machine.run(compile.toArray(String[]::new));
            objects.add(name + ".o");
            cCase(each, main, calls);
        }
        Files.writeString(machine.folder().resolve("main.c"), main + "\n" + calls + "    return 0;\n}\n");
        objects.add("-lm");
        machine.run(objects.toArray(String[]::new));
        List<String> lines = machine.run("./run");
        int line = 0;
        for (ExportedCase each : cases) {
            for (double[] expected : each.expected()) {
                ExportedRun.compare(each, "C", expected, lines.get(line++));
            }
        }
        assertEquals(lines.size(), line);
    }

    /** The parameters are doubles one after the other, so an array of them is the structure. */
    private static void cCase(ExportedCase each, StringBuilder main, StringBuilder calls) {
        String name = ExportedRun.module(each);
        int rates = each.states().get(0).length;
        int observed = each.sized().system().observables().size();
        String arguments = "(double t, const double *state, const void *parameters, double *out);\n";
        main.append("void " + name + "_rhs" + arguments);
        main.append(observed == 0 ? "" : "void " + name + "_observables" + arguments);
        for (double[] state : each.states()) {
            calls.append("    {\n        const double state[] = {" + joined(state) + "}, parameters[] = {"
                    + joined(each.parameters()) + "};\n");
            calls.append("        " + name + "_rhs(0.25, state, parameters, out);\n");
            calls.append(
                    observed == 0
                            ? ""
                            : "        " + name + "_observables(0.25, state, parameters, out + " + rates + ");\n");
            calls.append("        for (int i = 0; i < " + (rates + observed) + "; i++) printf(\"%.17g \", out[i]);\n");
            calls.append("        printf(\"\\n\");\n    }\n");
        }
    }

    private static String joined(double[] values) {
        return values.length == 0
                ? "0"
                : DoubleStream.of(values).mapToObj(Double::toString).collect(Collectors.joining(", "));
    }
}
