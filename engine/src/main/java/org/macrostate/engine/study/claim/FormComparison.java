package org.macrostate.engine.study.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.macrostate.engine.analysis.ClosedForms;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.equations.tensor.Expression;

/** Compares the closed forms that a question found with one that is claimed, at random parameters. */
final class FormComparison {
    static final int POINTS = 100;
    private static final int MOST_TRIED = 4000;
    private static final double SAME = 1e-9;
    private static final double FROM = 0.2;
    private static final double TO = 3;

    private final ClosedForms answer;
    private final ModelInstance subject;

    FormComparison(ClosedForms answer, ModelInstance subject) {
        this.answer = answer;
        this.subject = subject;
    }

    /** The form that is the claimed one wherever both have a value. */
    Optional<Expression> equalTo(String claimed, String of) {
        List<String> labels = subject.layout().labels();
        NumberFormula expected = NumberFormula.read(claimed, labels, subject.sizes());
        return found(of).stream()
                .filter(form -> agree(NumberFormula.of(form, labels, subject.sizes()), expected))
                .findFirst();
    }

    /**
     * What was found in symbols.
     *
     * @param of an order parameter at the state, or the observable along it; empty for boundaries, their series, and the
     *     places of minima
     */
    List<Expression> found(String of) {
        return answer.formulas(of);
    }

    private boolean agree(NumberFormula a, NumberFormula b) {
        SplittableRandom random = new SplittableRandom(1);
        int compared = 0;
        for (int i = 0; i < MOST_TRIED && compared < POINTS; i++) {
            Map<String, Double> point = point(random);
            double left = a.at(point);
            double right = b.at(point);
            if (Double.isFinite(left) && Double.isFinite(right)) {
                compared++;
                if (Math.abs(left - right) > SAME * Math.max(1, Math.abs(right))) {
                    return false;
                }
            }
        }
        return compared == POINTS;
    }

    private Map<String, Double> point(SplittableRandom random) {
        Map<String, Double> point = new LinkedHashMap<>();
        for (String label : subject.layout().labels()) {
            double value = FROM + (TO - FROM) * random.nextDouble();
            point.put(label, answer.zeros().contains(label) ? 0 : value);
        }
        return point;
    }
}
