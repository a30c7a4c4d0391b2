package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.symbolic.CharacteristicPolynomial;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.Polynomial;
import org.macrostate.equations.symbolic.PolynomialEquation;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.symbolic.RealRoots;
import org.macrostate.equations.symbolic.ShortestForm;
import org.macrostate.equations.symbolic.Symja;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** From one block's matrix to its stability conditions and boundaries. */
final class BlockAnalysis {
    /** Larger blocks are analysed with all parameters but one put in as numbers. */
    private static final int LARGEST_IN_SYMBOLS = 6;

    private static final int MOST_ENTRY_TERMS = 150;
    private static final int LONGEST_FORM = 120;
    private static final int MOST_TERMS_UNDER_ROOT = 40;

    private final List<List<RationalFunction>> matrix;
    private final ParameterPoints parameters;
    private final Symbol solved;
    private final Symbol eigenvalue;
    private final BoundaryCheck check;
    private final Optional<SeriesExpansion> series;
    private final List<Expression> conditions = new ArrayList<>();
    private final List<StabilityBoundary> boundaries = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    /** Whether the conditions in symbols are all that stability takes. */
    private boolean isComplete = true;

    private final Set<Polynomial> solvedFactors = new LinkedHashSet<>();
    private Expression characteristic = Rational.ZERO;

    /** @param series in what boundaries are to be expanded, if in anything */
    BlockAnalysis(
            List<List<RationalFunction>> matrix,
            ParameterPoints parameters,
            Symbol solved,
            Symbol eigenvalue,
            Optional<SeriesOrder> series) {
        this.matrix = matrix;
        this.parameters = parameters;
        this.solved = solved;
        this.eigenvalue = eigenvalue;
        this.check = new BoundaryCheck(new NumericBlock(matrix), parameters, solved);
        this.series = series.map(order -> new SeriesExpansion(check, parameters, solved, order));
    }

    /** What was found, with the variables' names put to it. */
    StabilityBlock result(List<List<String>> copies, Sector sector, List<String> furtherNotes) {
        List<String> all = new ArrayList<>(furtherNotes);
        all.addAll(notes);
        List<List<Expression>> entries = matrix.stream()
                .map(row -> row.stream().map(ShortestForm::of).toList())
                .toList();
        return new StabilityBlock(
                copies.get(0), copies, sector, entries, eigenvalue, characteristic, conditions, boundaries, all);
    }

    /** @param closedFormsTrusted false if the block disagreed with the equations it came from */
    BlockAnalysis run(boolean closedFormsTrusted) {
        int terms = matrix.stream()
                .flatMap(List::stream)
                .mapToInt(e -> e.numerator().size() + e.denominator().size())
                .sum();
        boolean small = matrix.size() <= LARGEST_IN_SYMBOLS && terms <= MOST_ENTRY_TERMS;
        if (small) {
            List<Polynomial> factors = factors(matrix);
            characteristic = written(factors);
            factors.forEach(factor -> analyse(factor, closedFormsTrusted, true));
        } else {
            notes.add("a block of " + matrix.size() + " directions is too large for symbols: boundaries in "
                    + ParameterPoints.label(solved) + " are numeric, at the current values of the other parameters");
            factors(withNumbers()).forEach(factor -> analyse(factor, false, false));
        }
        if (!small || !isComplete) {
            StableRanges ranges = new StableRanges(new NumericBlock(matrix), parameters, solved, boundaries);
            boundaries.addAll(ranges.further());
            notes.add(ranges.sentence());
        }
        boundaries.sort(Comparator.comparingDouble(StabilityBoundary::value));
        return this;
    }

    private List<List<RationalFunction>> withNumbers() {
        FunctionField field = new FunctionField(parameters::sign);
        Map<Symbol, BigFraction> numbers = parameters.exactExcept(solved);
        Substitution substitution = Substitution.atoms(atom -> {
            BigFraction number = atom instanceof Symbol s ? numbers.get(s) : null;
            return number == null ? atom : new Rational(number);
        });
        return matrix.stream()
                .map(row -> row.stream()
                        .map(e -> field.of(substitution.in(e.toExpression())))
                        .toList())
                .toList();
    }

    /** The factors of the characteristic polynomial that contain its symbol, each as often as it occurs. */
    private List<Polynomial> factors(List<List<RationalFunction>> block) {
        List<RationalFunction> coefficients = CharacteristicPolynomial.of(block);
        FunctionField field = coefficients.get(0).field();
        RationalFunction s = field.of(eigenvalue);
        RationalFunction sum = field.zero();
        for (int i = 0; i < coefficients.size(); i++) {
            sum = sum.plus(coefficients.get(i).times(s.power(i)));
        }
        List<Polynomial> factors = new ArrayList<>();
        for (Polynomial.Factor factor : sum.numerator().factored().factors()) {
            for (int i = 0; i < factor.exponent() && factor.base().degree(eigenvalue) > 0; i++) {
                factors.add(factor.base());
            }
        }
        return factors;
    }

    /** Monic factors in descending powers would be lost in denominators, so each is written over its leading one. */
    private Expression written(List<Polynomial> factors) {
        List<Expression> product = new ArrayList<>();
        for (Polynomial factor : factors) {
            List<Polynomial> c = factor.coefficients(eigenvalue);
            Polynomial lead = c.get(c.size() - 1);
            Expression sum = Rational.ZERO;
            for (int i = 0; i < c.size(); i++) {
                RationalFunction coefficient = RationalFunction.of(c.get(i)).over(RationalFunction.of(lead));
                sum = sum.plus(ShortestForm.of(coefficient).times(Power.of(eigenvalue, i)));
            }
            product.add(sum);
        }
        return Times.of(product);
    }

    private void analyse(Polynomial factor, boolean closedForms, boolean inSymbols) {
        HurwitzConditions hurwitz = new HurwitzConditions(factor.coefficients(eigenvalue));
        int degree = factor.degree(eigenvalue);
        if (!hurwitz.isManageable()) {
            notes.add("a factor of degree " + degree + " in the characteristic polynomial: only real eigenvalues "
                    + "passing through zero were looked for, no complex pairs");
            isComplete = false;
            if (inSymbols) {
                addCondition(hurwitz.zeroRoot());
            }
        } else if (inSymbols) {
            hurwitz.all().forEach(this::addCondition);
        }
        addBoundaries(hurwitz.zeroRoot(), StabilityBoundary.Event.ZERO_EIGENVALUE, closedForms);
        if (degree >= 2 && hurwitz.isManageable()) {
            addBoundaries(hurwitz.complexPair(), StabilityBoundary.Event.HOPF, closedForms);
        }
    }

    private void addCondition(Polynomial condition) {
        ReducedCondition reduced = ReducedCondition.of(condition);
        if (!reduced.isAlways()) {
            Expression expression = reduced.expression();
            if (!conditions.contains(expression)) {
                conditions.add(expression);
            }
        }
    }

    private void addBoundaries(Polynomial condition, StabilityBoundary.Event event, boolean closedForms) {
        ReducedCondition reduced = ReducedCondition.of(condition);
        Set<Polynomial> factors = new LinkedHashSet<>();
        for (Polynomial factor : reduced.factors()) {
            PolynomialEquation equation = new PolynomialEquation(factor, solved);
            factors.addAll(equation.factors());
        }
        for (Polynomial factor : factors) {
            if (solvedFactors.add(factor)) {
                PolynomialEquation equation = new PolynomialEquation(factor, solved);
                List<RationalFunction> roots = closedForms && isReadable(factor) ? equation.roots(factor) : List.of();
                boolean complete = !roots.isEmpty();
                for (RationalFunction root : roots) {
                    complete &= addExact(factor, root::at, ShortestForm.of(root), event);
                }
                if (roots.isEmpty() && closedForms && isShort(factor)) {
                    complete = addFurther(factor, event);
                }
                if (!complete) {
                    addNumeric(factor, event, closedForms ? addSeries(factor, event) : List.of(), !roots.isEmpty());
                }
            }
        }
    }

    /** The square root of a long discriminant takes minutes to write and nobody can read it. */
    private boolean isReadable(Polynomial factor) {
        return factor.degree(solved) < 2 || factor.size() <= MOST_TERMS_UNDER_ROOT;
    }

    /** Only then is a closed form of higher degree worth reading, and worth starting Symja for. */
    private boolean isShort(Polynomial factor) {
        return factor.size() <= 4 && factor.degree(solved) <= 4;
    }

    /** True if a readable closed form was found that is a boundary. */
    private boolean addFurther(Polynomial factor, StabilityBoundary.Event event) {
        int before = boundaries.size();
        for (Expression root : new Symja().solve(factor.toExpression(), solved)) {
            if (ExpressionText.of(root).length() <= LONGEST_FORM) {
                addExact(factor, point -> NumericValue.of(root, point), root, event);
            }
        }
        return boundaries.size() > before;
    }

    /** False if the form had to be withheld. */
    private boolean addExact(
            Polynomial factor,
            ToDoubleFunction<Map<Symbol, Double>> value,
            Expression form,
            StabilityBoundary.Event event) {
        BoundaryCheck.Verdict verdict = check.of(value);
        if (verdict.failed() > 0) {
            String text = ExpressionText.of(form);
            String name = ParameterPoints.label(solved);
            notes.add((text.length() <= LONGEST_FORM ? name + " = " + text : "a closed form for " + name)
                    + " solves the condition but is not listed as a boundary: at " + verdict.failed() + " of "
                    + verdict.checked() + " random parameter points no eigenvalue passes zero there");
            return false;
        }
        if (verdict.leading() > 0) {
            boundaries.add(new StabilityBoundary(
                    ParameterPoints.label(solved),
                    Optional.of(form),
                    value.applyAsDouble(parameters.current()),
                    StabilityBoundary.Kind.EXACT,
                    ShortestForm.of(factor),
                    event,
                    false,
                    verdict.checked(),
                    verdict.leading(),
                    0,
                    Optional.empty()));
        }
        return true;
    }

    /** @param withheld whether a closed form holds elsewhere only: then every crossing at the current parameters counts */
    private void addNumeric(Polynomial factor, StabilityBoundary.Event event, List<Double> known, boolean withheld) {
        List<Double> roots = RealRoots.of(factor, solved, parameters.current());
        for (double value : roots) {
            boolean inside = parameters.contains(solved, value) && value != 0 && !known.contains(value);
            if (inside && counts(check.at(parameters.current(), value), withheld)) {
                boundaries.add(new StabilityBoundary(
                        ParameterPoints.label(solved),
                        Optional.empty(),
                        value,
                        StabilityBoundary.Kind.NUMERIC,
                        ShortestForm.of(factor),
                        event,
                        false,
                        0,
                        0,
                        1 + roots.indexOf(value),
                        Optional.empty()));
            }
        }
    }

    private static boolean counts(BoundaryCheck.Crossing crossing, boolean withheld) {
        return crossing == BoundaryCheck.Crossing.LEADING || (withheld && crossing == BoundaryCheck.Crossing.INNER);
    }

    /** Adds the boundaries that could be expanded and gives their values at the current parameters. */
    private List<Double> addSeries(Polynomial factor, StabilityBoundary.Event event) {
        if (series.isEmpty() || factor.degree(series.get().small()) == 0) {
            return List.of();
        }
        SeriesExpansion.Found found = series.get().of(factor, event);
        boundaries.addAll(found.boundaries());
        found.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        return found.boundaries().stream().map(StabilityBoundary::value).toList();
    }
}
