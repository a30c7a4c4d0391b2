package org.macrostate.engine.analysis;

import java.util.List;
import java.util.Map;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.Given;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.equations.BadInput;

/** {@code --curves beta=0.5,1}: the same question at several values of one parameter. */
public final class CurvesOption {
    public static final AnalysisOption<Curves> CURVES =
            AnalysisOption.of("curves", type(), "P=a,b,…", "the same at several values of one parameter, a curve each");

    private CurvesOption() {}

    /** What was given, or one curve. */
    public static Curves read(OptionValues values) {
        return values.find(CURVES).orElse(Curves.ONE);
    }

    private static OptionType<Curves> type() {
        OptionType<List<Double>> numbers = OptionType.numbers("a value");
        return new OptionType<>(
                false,
                false,
                (role, given) -> given instanceof Given.Pairs pairs ? curves(pairs) : given.one(CurvesOption::curves),
                Map.of(
                        "anyOf",
                        List.of(
                                Map.of(
                                        "type",
                                        "object",
                                        "minProperties",
                                        1,
                                        "maxProperties",
                                        1,
                                        "additionalProperties",
                                        numbers.schema()),
                                Map.of("type", "string"))));
    }

    private static Curves curves(Given.Pairs pairs) {
        if (pairs.pairs().size() != 1) {
            return pairs.placed(() -> {
                throw new BadInput(
                        "curves vary one parameter, found " + pairs.pairs().size());
            });
        }
        Map.Entry<String, Given> only = pairs.pairs().entrySet().iterator().next();
        return new Curves(only.getKey(), OptionType.numbers(only.getKey()).read(only.getKey(), only.getValue()));
    }

    private static Curves curves(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new BadInput("expected PARAMETER=VALUE,VALUE,…, found '" + text + "'");
        }
        String parameter = text.substring(0, equals).strip();
        return new Curves(parameter, NumberReader.numbers(parameter, text.substring(equals + 1)));
    }
}
