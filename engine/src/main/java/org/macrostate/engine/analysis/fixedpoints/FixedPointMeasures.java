package org.macrostate.engine.analysis.fixedpoints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.PointValue;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;

/** Numbers of the fixed points at a point of parameters, each searched whole. */
final class FixedPointMeasures implements PointMeasures {
    private static final String COUNT = "fixed points";
    private static final String EIGENVALUE = "eigenvalue";
    private static final String STABLE = "stable ";

    @Override
    public List<String> forms() {
        return List.of("fixed points", "eigenvalue (the leading one, of the stable state)", "stable EXPRESSION");
    }

    @Override
    public boolean reads(String text, ModelInstance subject) {
        boolean isFormula = text.startsWith(STABLE) && !text.endsWith(COUNT);
        return text.equals(COUNT) || text.equals(EIGENVALUE) || isFormula;
    }

    private static List<String> names(ModelInstance subject) {
        List<String> names = new ArrayList<>(subject.quantities());
        names.addAll(subject.layout().labels());
        return names;
    }

    @Override
    public Prepared prepare(List<String> texts, ModelInstance subject, Circumstances circumstances) {
        FixedPointSearch search = FixedPointSearch.of(subject.compiled())
                .withStarts(FixedPointsQuestion.STARTS)
                .withSeed(circumstances.seed());
        List<String> names = names(subject);
        Map<String, NumberFormula> formulas = new LinkedHashMap<>();
        texts.stream()
                .filter(text -> text.startsWith(STABLE))
                .forEach(text -> formulas.put(
                        text, NumberFormula.read(text.substring(STABLE.length()), names, subject.sizes())));
        return block -> {
            List<List<PointValue>> values = new ArrayList<>();
            for (int point = 0; point < block.values().length; point++) {
                double[] parameters = block.parameters(point);
                FixedPoints found = search.find(parameters);
                List<PointValue> row = new ArrayList<>();
                for (String text : texts) {
                    NumberFormula formula = formulas.get(text);
                    row.add(
                            text.equals(COUNT)
                                    ? PointValue.of(found.points().size())
                                    : found.stable().isEmpty()
                                            ? PointValue.none(text + ": no fixed point is stable")
                                            : of(text, formula, found.stable().get(0), parameters, names));
                }
                values.add(row);
            }
            return values;
        };
    }

    private static PointValue of(
            String text, @Nullable NumberFormula formula, FixedPoint point, double[] parameters, List<String> names) {
        if (formula == null) {
            return PointValue.of(point.eigenvalues().get(0).getRealPart());
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        int at = 0;
        for (double[] part : List.of(point.state(), point.observables(), parameters)) {
            for (double value : part) {
                numbers.put(names.get(at++), value);
            }
        }
        double value = formula.at(numbers);
        return Double.isFinite(value) ? PointValue.of(value) : PointValue.none(text + " is undefined");
    }
}
