package org.macrostate.tests.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.macrostate.reports.code.CodeLanguage;
import org.matheclipse.core.eval.ExprEvaluator;

/** Exported text of the Wolfram language, run by its rules, and evaluated by Symja where that takes a moment. */
final class ExportedWolfram {
    /** Models that the computer algebra system evaluates in a blink: it runs the text of the functions itself. */
    private static final Set<String> SMALL =
            Set.of("oja", "online-ica", "perceptron", "linear-vae", "two-layer", "gan", "lorenz");

    private ExportedWolfram() {}

    static void compare(List<ExportedCase> cases) {
        for (ExportedCase each : cases) {
            run(each);
            if (SMALL.contains(each.model())) {
                String name = camel(each.model());
                ExprEvaluator symja = new ExprEvaluator(false, (short) 1);
                for (String part : each.code(CodeLanguage.MATHEMATICA).split("\n\n")) {
                    symja.eval(part);
                }
                for (int i = 0; i < each.states().size(); i++) {
                    String arguments = "[0.25, " + list(each.states().get(i)) + ", " + association(each) + ", "
                            + rules(each.sizes()) + "]";
                    boolean observed = !each.sized().system().observables().isEmpty();
                    String all = "Join[" + name + "RHS" + arguments + ", "
                            + (observed ? "Values[" + name + "Observables" + arguments + "]" : "{}") + "]";
                    String found = symja.eval("Map[InputForm, " + all + "]").toString();
                    ExportedRun.compare(
                            each,
                            "Symja",
                            each.expected().get(i),
                            found.replaceAll("[{}]", "")
                                    .replace(",", " ")
                                    .replaceAll("`\\d*", "")
                                    .replace("*^", "E"));
                }
            }
        }
    }

    private static void run(ExportedCase each) {
        WolframProgram program = new WolframProgram(each.code(CodeLanguage.MATHEMATICA));
        String name = camel(each.model());
        Map<Object, Object> parameters = new LinkedHashMap<>();
        each.parametersByName()
                .forEach((parameter, values) ->
                        parameters.put(parameter, each.isCopied(parameter) ? List.copyOf(values) : values.get(0)));
        Map<Object, Object> sizes = new LinkedHashMap<>();
        each.sizes().forEach((size, count) -> sizes.put(size, (double) count));
        for (int i = 0; i < each.states().size(); i++) {
            List<Double> state = DoubleStream.of(each.states().get(i)).boxed().toList();
            DoubleStream found = DoubleStream.of(program.numbers(name + "RHS", 0.25, state, parameters, sizes));
            if (program.defines(name + "Observables")) {
                found = DoubleStream.concat(
                        found, DoubleStream.of(program.numbers(name + "Observables", 0.25, state, parameters, sizes)));
            }
            String line = found.mapToObj(Double::toString).collect(Collectors.joining(" "));
            ExportedRun.compare(
                    each, "the rules of the language", each.expected().get(i), line);
        }
    }

    private static String camel(String model) {
        StringBuilder joined = new StringBuilder();
        for (String word : model.split("-")) {
            joined.append(joined.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return joined.toString();
    }

    private static String list(double[] values) {
        return DoubleStream.of(values).mapToObj(ExportedWolfram::decimal).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String decimal(double value) {
        return Double.toString(value).replace("E", "*^");
    }

    private static String rules(Map<String, Integer> sizes) {
        return sizes.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\" -> " + e.getValue())
                .collect(Collectors.joining(", ", "<|", "|>"));
    }

    private static String association(ExportedCase each) {
        return each.parametersByName().entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\" -> "
                        + (each.isCopied(e.getKey())
                                ? list(e.getValue().stream().mapToDouble(v -> v).toArray())
                                : decimal(e.getValue().get(0))))
                .collect(Collectors.joining(", ", "<|", "|>"));
    }
}
