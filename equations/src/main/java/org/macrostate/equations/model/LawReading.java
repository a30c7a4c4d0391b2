package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;

/** Reads the law of a random factor. */
final class LawReading {
    private final NameTable names;
    private final ConstantValues constants;

    /** @param constants which probabilities may depend on */
    LawReading(NameTable names, ConstantValues constants) {
        this.names = names;
        this.constants = constants;
    }

    Law read(Entry entry) {
        if (!entry.parts("values").isEmpty() || !entry.parts("probabilities").isEmpty()) {
            return discrete(entry);
        }
        Optional<Text> degrees = entry.part("student");
        if (degrees.isPresent()) {
            return student(degrees.get());
        }
        Optional<Text> name = entry.part("law");
        if (name.isEmpty() || name.get().value().equals("normal")) {
            return new Law.Normal();
        }
        if (name.get().value().equals("rademacher")) {
            return Law.rademacher();
        }
        String law = name.get().value();
        List<String> known = new ArrayList<>(List.of(Law.Density.NORMAL.text(), "rademacher"));
        for (Law.Density density : Law.Density.values()) {
            if (!known.contains(density.text())) {
                known.add(density.text());
            }
            if (density.text().equals(law)) {
                return name.get().located(() -> continuous(density));
            }
        }
        throw name.get().located(BadInput.unknownName("law", law, known));
    }

    private static Law continuous(Law.Density density) {
        if (density == Law.Density.STUDENT) {
            throw new BadInput("Student's law needs its degrees of freedom, as in {student: 5}");
        }
        return new Law.Continuous(density);
    }

    private static Law student(Text degrees) {
        double number = PlainNumber.of(degrees, "the degrees of freedom of Student's law");
        if (!(number > 0)) {
            throw degrees.located(new BadInput(
                    "the degrees of freedom of Student's law must be positive, were " + PlainNumber.shown(number)));
        }
        return new Law.Continuous(Law.Density.STUDENT, number);
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
        Probabilities rule = new Probabilities(entry.name(), constants);
        List<Expression> weights = new ArrayList<>();
        for (Text text : probabilities) {
            Expression weight = Elaborator.elaborate(text, new ProblemScope(names, Use.CONSTANTS));
            weights.add(text.located(() -> rule.requireAtDefaults(weight)));
        }
        probabilities.get(0).located(() -> rule.requireSum(weights));
        for (int i = 0; i < weights.size(); i++) {
            Expression weight = weights.get(i);
            probabilities.get(i).located(() -> rule.requireEverywhere(weight));
        }
        return new Law.Discrete(numbers, weights);
    }
}
