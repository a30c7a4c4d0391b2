package org.macrostate.engine.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.symmetry.SymmetricAnsatz;

/** Options that every analysis of a model has: what is set of it, and which equations are wanted. */
public final class SettingsOptions {
    private static final AnalysisOption<Map<String, Double>> SET =
            AnalysisOption.of("set", OptionType.numbersByName(), "p=value,…", "parameters");
    private static final AnalysisOption<Map<String, Integer>> SIZE =
            AnalysisOption.of("size", OptionType.wholesByName(1, 1000), "M=2,…", "numbers of copies");
    private static final AnalysisOption<Limit> LIMIT = AnalysisOption.of(
            "limit",
            OptionType.parsed(Theory::limit)
                    .withSchema(words(Stream.of(Limit.values()).map(Limit::text))),
            "small-rate",
            "learning rates to zero, their ratios kept, time in units of 1/rate");
    private static final AnalysisOption<Integer> QUADRATURE = AnalysisOption.of(
            "quadrature",
            OptionType.parsed(Theory::quadrature)
                    .withSchema(Map.of(
                            "anyOf",
                            List.of(
                                    Map.of("type", "integer", "minimum", 2, "maximum", 100, "multipleOf", 2),
                                    Map.of("type", "string", "pattern", "^[0-9]+$")))),
            "n",
            "nodes for each field of expectations without a closed form, even, instead of an accuracy. Three fields get",
            "half as many each, four a quarter, more are refused; a product of Tanh gets n/3 scales each, of more",
            "than two (n + 16)/12. Every output says which terms these are and how far they are off");
    private static final AnalysisOption<Integer> ACCURACY = AnalysisOption.of(
            "accuracy",
            OptionType.parsed(Theory::accuracy)
                    .withSchema(Map.of(
                            "anyOf",
                            List.of(
                                    Map.of("type", "number", "minimum", 1e-13, "maximum", 1e-2),
                                    Map.of("type", "string")))),
            "a",
            "relative accuracy of expectations without a closed form, 1e-8 unless given: each is integrated with the",
            "nodes it needs where it is evaluated");
    private static final AnalysisOption<SymmetricAnsatz> SUBSPACE = AnalysisOption.of(
            "subspace",
            OptionType.parsed(Theory::subspace)
                    .withSchema(words(Stream.of(SymmetricAnsatz.values()).map(SymmetricAnsatz::text))),
            "symmetric|paired",
            "the equations of states whose copies are alike (their plateau), or alike in pairs");

    private static final AnalysisOption<Boolean> UNESTIMATED = AnalysisOption.flag(
            "no-error-estimate", "do not estimate how far expectations without a closed form are off");

    private SettingsOptions() {}

    private static Map<String, Object> words(Stream<String> names) {
        return Map.of("enum", names.toList());
    }

    /** All of them. */
    public static List<AnalysisOption<?>> all() {
        return List.of(SET, SIZE, LIMIT, QUADRATURE, ACCURACY, UNESTIMATED, SUBSPACE);
    }

    /**
     * The settings that these values state.
     *
     * @throws org.macrostate.equations.BadInput if a value is none of its option
     */
    public static Settings settings(OptionValues values) {
        if (values.find(QUADRATURE).isPresent() && values.find(ACCURACY).isPresent()) {
            throw new BadInput(
                    "quadrature fixes the nodes of expectations, accuracy lets them follow: give one of them");
        }
        return new Settings(
                values.find(SET).orElseGet(Map::of),
                values.find(SIZE).orElseGet(Map::of),
                new Theory(
                        values.find(LIMIT),
                        values.find(QUADRATURE).or(() -> values.find(ACCURACY)),
                        values.find(SUBSPACE),
                        values.find(UNESTIMATED).orElse(false)));
    }
}
