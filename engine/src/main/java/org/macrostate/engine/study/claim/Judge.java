package org.macrostate.engine.study.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.ClosedForms;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.analysis.StatisticalTest;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;

/** Tests claims: measures the quantities that they name and compares them with the stated values. */
public final class Judge {
    private final Evidence evidence;

    public Judge(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * Judges a claim.
     *
     * @param subject whose parameters its formulas name
     */
    public ClaimFinding judge(Claim claim, ModelInstance subject) {
        Measurement measurement = new Measurement(evidence, subject);
        claim.measures().forEach(measurement::take);
        List<CriterionFinding> findings = new ArrayList<>();
        for (Criterion criterion : claim.criteria()) {
            try {
                findings.add(find(criterion, measurement));
            } catch (NotMeasured not) {
                findings.add(CriterionFinding.undecided(criterion, not.why()));
            } catch (BadInput bad) {
                findings.add(CriterionFinding.undecided(criterion, bad.what()));
            }
        }
        return new ClaimFinding(claim, measurement.measured(), findings);
    }

    /** The line that a measure of a claim fitted to its points; empty if there is none. */
    public Optional<LineFit> fit(Measure.Slope slope, ModelInstance subject) {
        try {
            return Optional.of(new Measurement(evidence, subject).fit(slope));
        } catch (NotMeasured not) {
            return Optional.empty();
        }
    }

    /** The points of a plot, ascending; empty if there are none. */
    public Optional<MeasuredCurve> course(Measure.Plot plot) {
        try {
            return Optional.of(Measurement.plotted(evidence, plot));
        } catch (NotMeasured not) {
            return Optional.empty();
        }
    }

    private CriterionFinding find(Criterion criterion, Measurement numbers) {
        if (criterion instanceof Criterion.Near near) {
            return near(near, numbers);
        }
        if (criterion instanceof Criterion.Between between) {
            return between(between, numbers);
        }
        if (criterion instanceof Criterion.ClosedForm form) {
            return form(form);
        }
        return criterion instanceof Criterion.Passed passed ? passed(passed) : same((Criterion.Same) criterion);
    }

    private static CriterionFinding near(Criterion.Near near, Measurement numbers) {
        double value = numbers.value(near.value());
        double claimed = numbers.value(near.claimed());
        double room = numbers.value(near.tolerance()) * unit(near, claimed, numbers);
        if (!(room > 0)) {
            throw new NotMeasured("'" + near.value()
                    + "' has no standard error to judge by: only slopes fitted to runs of SGD have one");
        }
        double used = Math.abs(value - claimed) / room;
        return new CriterionFinding(
                near,
                used <= 1 ? Verdict.HOLDS : Verdict.FAILS,
                value,
                numbers.error(near.value()),
                claimed - room,
                claimed + room,
                claimed,
                used,
                Optional.empty(),
                "");
    }

    private static double unit(Criterion.Near near, double claimed, Measurement numbers) {
        return switch (near.unit()) {
            case ABSOLUTE -> 1;
            case RELATIVE -> Math.abs(claimed);
            case STANDARD_ERRORS -> numbers.error(near.value());
        };
    }

    private static CriterionFinding between(Criterion.Between between, Measurement numbers) {
        double value = numbers.value(between.value());
        double low = between.low().isEmpty() ? Double.NEGATIVE_INFINITY : numbers.value(between.low());
        double high = between.high().isEmpty() ? Double.POSITIVE_INFINITY : numbers.value(between.high());
        return new CriterionFinding(
                between,
                value > low && value < high ? Verdict.HOLDS : Verdict.FAILS,
                value,
                numbers.error(between.value()),
                low,
                high,
                Double.NaN,
                // a bound is no tolerance
                Double.NaN,
                Optional.empty(),
                "");
    }

    private CriterionFinding form(Criterion.ClosedForm criterion) {
        ClosedForms answer = evidence.answer(criterion.question(), ClosedForms.class, "closed form");
        FormComparison comparison =
                new FormComparison(answer, evidence.item(criterion.question()).subject());
        Optional<Expression> form = comparison.equalTo(criterion.claimed(), criterion.of());
        return CriterionFinding.word(
                criterion,
                form.isPresent() ? Verdict.HOLDS : Verdict.FAILS,
                form.or(() -> comparison.found(criterion.of()).stream().findFirst()),
                form.isPresent() ? "equal at " + FormComparison.POINTS + " random parameters" : "");
    }

    private CriterionFinding passed(Criterion.Passed criterion) {
        StatisticalTest check = evidence.answer(criterion.question(), StatisticalTest.class, "verdict of a check");
        Verdict verdict = check.outcome() == Outcome.DONE
                ? Verdict.HOLDS
                : check.outcome() instanceof Outcome.CheckFailed ? Verdict.FAILS : Verdict.UNDECIDED;
        return CriterionFinding.word(
                criterion, verdict, Optional.empty(), check.judged() + " deviations from the theory judged");
    }

    private CriterionFinding same(Criterion.Same criterion) {
        List<List<String>> columns = criterion.questions().stream()
                .map(q -> new SelectedRows(evidence, new Selection(q, criterion.table(), Map.of()))
                        .words(criterion.column()))
                .toList();
        List<String> first = columns.get(0);
        long different = 0;
        for (List<String> other : columns) {
            if (other.size() != first.size()) {
                throw new NotMeasured("the tables have different numbers of rows");
            }
            for (int i = 0; i < first.size(); i++) {
                different += other.get(i).equals(first.get(i)) ? 0 : 1;
            }
        }
        return CriterionFinding.word(
                criterion,
                different == 0 ? Verdict.HOLDS : Verdict.FAILS,
                Optional.empty(),
                different + " of " + first.size() * (columns.size() - 1L) + " differ");
    }

    /**
     * Finds what can be found wrong with a claim before its questions are answered.
     *
     * @throws BadInput if a formula cannot be read
     */
    public static void requireFits(Claim claim, ModelInstance subject) {
        List<String> names = new ArrayList<>(subject.parameterValues().keySet());
        claim.measures().forEach((name, measure) -> {
            if (names.contains(name)) {
                throw new BadInput("measure '" + name + "' has the name of a parameter of the model");
            }
            if (measure instanceof Measure.Formula formula) {
                NumberFormula.read(formula.text(), names, subject.sizes());
            }
            names.add(name);
        });
        for (Criterion criterion : claim.criteria()) {
            formulas(criterion).forEach(text -> NumberFormula.read(text, names, subject.sizes()));
        }
    }

    private static List<String> formulas(Criterion criterion) {
        if (criterion instanceof Criterion.Near near) {
            return List.of(near.value(), near.claimed(), near.tolerance());
        }
        if (criterion instanceof Criterion.Between between) {
            return java.util.stream.Stream.of(between.value(), between.low(), between.high())
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        return List.of();
    }
}
