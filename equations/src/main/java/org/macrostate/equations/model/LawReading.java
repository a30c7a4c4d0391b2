package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.CommonFactor;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Symbol;

/** Reads the law of a random factor. */
final class LawReading {
    private final NameTable names;
    private final Map<Symbol, Double> defaults;

    /** @param defaults of parameters and sizes, which probabilities may depend on */
    LawReading(NameTable names, Map<Symbol, Double> defaults) {
        this.names = names;
        this.defaults = defaults;
    }

    Law read(Entry entry) {
        if (!entry.parts("values").isEmpty() || !entry.parts("probabilities").isEmpty()) {
            return discrete(entry);
        }
        Optional<Text> name = entry.part("law");
        if (name.isEmpty() || name.get().value().equals("normal")) {
            return new Law.Normal();
        }
        if (name.get().value().equals("rademacher")) {
            return Law.rademacher();
        }
        throw name.get().located(BadInput.unknownName("law", name.get().value(), List.of("normal", "rademacher")));
    }

    private Law discrete(Entry entry) {
        List<Text> values = entry.parts("values");
        List<Text> probabilities = entry.parts("probabilities");
        if (values.size() != probabilities.size()) {
            throw entry.nameText()
                    .located(new BadInput("the law of " + entry.name() + " has " + values.size() + " values and "
                            + probabilities.size() + (probabilities.size() == 1 ? " probability" : " probabilities")
                            + "; they must be as many"));
        }
        List<Double> numbers = new ArrayList<>();
        values.forEach(v -> numbers.add(PlainNumber.of(v, "a value of " + entry.name())));
        List<Expression> weights = new ArrayList<>();
        probabilities.forEach(text -> weights.add(probability(text)));
        Expression total = CommonFactor.everywhere(Plus.of(weights));
        double sum = value(total);
        boolean always = total.isOne() || (Math.abs(sum - 1) <= 1e-9 && isNumber(total));
        if (!always) {
            throw probabilities
                    .get(0)
                    .located(new BadInput("the probabilities of " + entry.name() + " must add up to 1, found "
                            + LinearForm.shown(total)));
        }
        return new Law.Discrete(numbers, weights);
    }

    private static boolean isNumber(Expression e) {
        return !Expansion.contains(e, Symbol.class::isInstance);
    }

    private double value(Expression e) {
        try {
            return NumericValue.of(e, defaults);
        } catch (IllegalArgumentException noValue) {
            throw new BadInput(
                    "a probability is an expression in parameters, without sums; it " + noValue.getMessage());
        }
    }

    private Expression probability(Text text) {
        Expression p = Elaborator.elaborate(text, new ProblemScope(names, Use.CONSTANTS));
        return text.located(() -> {
            double value = value(p);
            if (!(value >= 0 && value <= 1)) {
                throw new BadInput("a probability must be from 0 to 1, was " + PlainNumber.shown(value));
            }
            return p;
        });
    }
}
