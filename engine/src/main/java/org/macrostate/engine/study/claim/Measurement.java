package org.macrostate.engine.study.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.equations.BadInput;

/** Measures numbers in the answers, one after the other. */
final class Measurement {
    private final Evidence evidence;
    private final ModelInstance subject;
    private final Map<String, Measured> measured = new LinkedHashMap<>();

    /** @param subject whose parameters formulas may name */
    Measurement(Evidence evidence, ModelInstance subject) {
        this.evidence = evidence;
        this.subject = subject;
    }

    Map<String, Measured> measured() {
        return measured;
    }

    void take(String name, Measure measure) {
        Measured result;
        try {
            result = measure(measure);
        } catch (NotMeasured not) {
            result = Measured.not(not.why());
        }
        measured.put(name, result);
    }

    /** A formula of parameters and of what was measured. */
    double value(String formula) {
        Map<String, Double> values = new LinkedHashMap<>(subject.parameterValues());
        measured.forEach((name, m) -> values.put(name, m.value()));
        try {
            double value = NumberFormula.read(formula, values.keySet(), subject.sizes())
                    .at(values);
            if (Double.isNaN(value)) {
                throw new NotMeasured(whyNot(formula));
            }
            return value;
        } catch (BadInput bad) {
            throw new NotMeasured("'" + formula + "': " + bad.what());
        }
    }

    /** The standard error of a measure that stands alone; NaN for a formula. */
    double error(String formula) {
        return Optional.ofNullable(measured.get(formula.strip()))
                .map(Measured::error)
                .orElse(Double.NaN);
    }

    private String whyNot(String formula) {
        return measured.entrySet().stream()
                .filter(e -> !e.getValue().why().isEmpty() && formula.contains(e.getKey()))
                .map(e -> e.getKey() + ": " + e.getValue().why())
                .findFirst()
                .orElse("'" + formula + "' is not a number");
    }

    private Measured measure(Measure measure) {
        if (measure instanceof Measure.Formula formula) {
            return Measured.of(value(formula.text()));
        }
        if (measure instanceof Measure.Count count) {
            return Measured.of(new SelectedRows(evidence, count.rows()).count());
        }
        if (measure instanceof Measure.Slope slope) {
            LineFit fit = fit(slope);
            boolean noise = evidence.answer(slope.plot().rows().question()).isOfRuns();
            return new Measured(fit.slope(), noise ? error(slope, fit) : Double.NaN, "");
        }
        if (measure instanceof Measure.Extreme extreme) {
            return extreme(extreme);
        }
        if (measure instanceof Measure.Crossing crossing) {
            double at = plotted(evidence, crossing.plot()).crossing(value(crossing.level()), crossing.below());
            return Double.isNaN(at)
                    ? Measured.not("'" + crossing.plot().of() + "' does not cross " + crossing.level())
                    : Measured.of(at);
        }
        return value((Measure.Value) measure);
    }

    /** By the standard errors of means over runs where these are what is fitted, else by the scatter about the line. */
    private double error(Measure.Slope slope, LineFit fit) {
        Measure.Plot plot = slope.plot();
        Optional<String> error = evidence.answer(plot.rows().question())
                .standardErrorOf(plot.of().strip().replace('_', ' '));
        if (error.isEmpty()) {
            return fit.slopeError();
        }
        SelectedRows rows = new SelectedRows(evidence, plot.rows());
        MeasuredCurve means = plotted(evidence, plot);
        MeasuredCurve errors = MeasuredCurve.sorted(rows.numbers(plot.over()), rows.numbers(error.get()))
                .between(plot.from(), plot.to());
        if (errors.length() != means.length() || means.length() < 2) {
            return fit.slopeError();
        }
        double[] of = errors.y().clone();
        for (int i = 0; slope.logY() && i < of.length; i++) {
            of[i] /= Math.abs(means.y()[i]);
        }
        return LineFit.propagated(slope.logX() ? logarithms(errors.x()) : errors.x(), of);
    }

    private Measured value(Measure.Value value) {
        if (!Double.isNaN(value.at())) {
            double y = plotted(evidence, value.plot()).at(value.at());
            return Double.isNaN(y)
                    ? Measured.not(value.plot().over() + " = " + value.at() + " is outside what was computed")
                    : Measured.of(y);
        }
        double[] all = new SelectedRows(evidence, value.plot().rows())
                .numbers(value.plot().of());
        return all.length == 1
                ? Measured.of(all[0])
                : Measured.not(all.length + " rows of '" + value.plot().rows().question()
                        + "' fit; 'at' or 'where' says which is meant");
    }

    private Measured extreme(Measure.Extreme extreme) {
        MeasuredCurve course = plotted(evidence, extreme.plot());
        double[] least = (extreme.negated() ? course.negated() : course).least();
        return Measured.of(extreme.place() ? least[0] : extreme.negated() ? -least[1] : least[1]);
    }

    /** The line through the points, in logarithms where these are meant. */
    LineFit fit(Measure.Slope slope) {
        MeasuredCurve course = plotted(evidence, slope.plot());
        double[] x = slope.logX() ? logarithms(course.x()) : course.x();
        double[] y = slope.logY() ? logarithms(course.y()) : course.y();
        MeasuredCurve finite = MeasuredCurve.sorted(x, y);
        if (finite.length() < 2 || finite.x()[0] == finite.x()[finite.length() - 1]) {
            throw new NotMeasured("a slope needs at least two points, there are " + finite.length());
        }
        return LineFit.of(finite.x(), finite.y());
    }

    private static double[] logarithms(double[] values) {
        return java.util.Arrays.stream(values)
                .map(v -> v > 0 ? Math.log(v) : Double.NaN)
                .toArray();
    }

    /** What a plot shows. */
    static MeasuredCurve plotted(Evidence evidence, Measure.Plot plot) {
        SelectedRows rows = new SelectedRows(evidence, plot.rows());
        MeasuredCurve course = MeasuredCurve.sorted(rows.numbers(plot.over()), rows.numbers(plot.of()))
                .between(plot.from(), plot.to());
        if (course.length() == 0) {
            throw new NotMeasured("'" + plot.of() + "' of '" + plot.rows().question() + "' has no finite numbers over "
                    + plot.over());
        }
        return course;
    }
}
