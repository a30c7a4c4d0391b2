package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Text;

/** Reads the law of a random factor. */
final class LawReading {
    private LawReading() {}

    static Law read(Entry entry) {
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

    private static Law discrete(Entry entry) {
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
        List<Double> weights = new ArrayList<>();
        double total = 0;
        for (Text text : probabilities) {
            double p = PlainNumber.of(text, "a probability of " + entry.name());
            if (!(p >= 0 && p <= 1)) {
                throw text.located(new BadInput("a probability must be from 0 to 1, was " + PlainNumber.shown(p)));
            }
            weights.add(p);
            total += p;
        }
        if (!(Math.abs(total - 1) <= 1e-9)) {
            throw probabilities
                    .get(0)
                    .located(new BadInput("the probabilities of " + entry.name() + " must add up to 1, found "
                            + PlainNumber.shown(total)));
        }
        return new Law.Discrete(numbers, weights);
    }
}
