package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.symbolic.Sign;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Derivative;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.MatrixFunction;
import org.macrostate.equations.tensor.NoElementaryForm;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** The rates of a system and their derivatives, evaluated exactly at a state given in symbols. */
final class ExactSystem {
    private static final Symbol ARGUMENT = Symbol.parameter("x");

    private final OrderParameterSystem system;
    private final Sizes sizes;
    private final StateLayout layout;
    private final FunctionField field;
    private final Map<String, BigFraction> fixed;
    private final List<RationalFunction> state;
    private final Map<String, Map<List<Integer>, ExactDual>> pieces = new HashMap<>();

    /**
     * A system at a state.
     *
     * @param fixed parameters that are numbers, by name or label
     * @param state one element of {@code field} for each element of the layout; empty if no expression to be evaluated
     *     contains order parameters
     */
    ExactSystem(
            OrderParameterSystem system,
            Sizes sizes,
            FunctionField field,
            Map<String, BigFraction> fixed,
            List<RationalFunction> state) {
        this.system = system;
        this.sizes = sizes;
        this.layout = new StateLayout(system, sizes);
        this.field = field;
        this.fixed = fixed;
        this.state = state;
    }

    /** The time derivative of each state element, with its gradient. */
    List<ExactDual> rates() {
        List<ExactDual> rates = new ArrayList<>();
        for (Equation equation : system.equations()) {
            List<Index> indices = equation.variable().indices();
            for (List<Integer> place : Places.all(equation.variable(), sizes)) {
                try {
                    rates.add(value(equation.rate(), bound(indices, place)));
                } catch (ArithmeticException e) {
                    throw new BadInput("d" + Places.label(equation.variable().name(), place)
                            + "/dt has no value at this state: " + e.getMessage());
                }
            }
        }
        return rates;
    }

    static Map<String, Integer> bound(List<Index> indices, List<Integer> place) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < indices.size(); i++) {
            places.put(indices.get(i).name(), place.get(i));
        }
        return places;
    }

    /** The value of an expression whose free indices are bound to {@code places}. */
    ExactDual value(Expression e, Map<String, Integer> places) {
        if (e instanceof Rational || e instanceof Constant) {
            return ExactDual.constant(field.of(e));
        }
        if (e instanceof Plus p) {
            ExactDual sum = ExactDual.constant(field.zero());
            for (Expression term : p.terms()) {
                sum = sum.plus(value(term, places));
            }
            return sum;
        }
        if (e instanceof Times t) {
            return product(t, places);
        }
        if (e instanceof Power p) {
            return power(p, places);
        }
        if (e instanceof Apply a) {
            return application(a, places);
        }
        return e instanceof IndexSum s ? sum(s, places) : atom(e, places);
    }

    private ExactDual product(Times times, Map<String, Integer> places) {
        ExactDual product = ExactDual.constant(field.one());
        for (Expression factor : times.factors()) {
            product = product.times(value(factor, places));
            if (product.isZero()) {
                return product;
            }
        }
        return product;
    }

    private ExactDual sum(IndexSum sum, Map<String, Integer> places) {
        Map<String, Integer> inside = new HashMap<>(places);
        ExactDual total = ExactDual.constant(field.zero());
        int extent = sizes.of(sum.index().extent());
        for (int i = 1; i <= extent; i++) {
            inside.put(sum.index().name(), i);
            total = total.plus(value(sum.body(), inside));
        }
        return total;
    }

    private ExactDual power(Power power, Map<String, Integer> places) {
        ExactDual base = value(power.base(), places);
        ExactDual exponent = value(power.exponent(), places);
        if (!exponent.gradient().isEmpty()) {
            throw new BadInput(
                    "an order parameter in an exponent is beyond exact evaluation: " + ExpressionText.of(power));
        }
        Expression n = exponent.value().toExpression();
        RationalFunction value = field.power(base.value(), n);
        if (base.gradient().isEmpty()) {
            return ExactDual.constant(value);
        }
        return base.mapped(
                value, field.power(base.value(), n.minus(Rational.ONE)).times(exponent.value()));
    }

    private static Sign sign(RationalFunction value) {
        return value.isZero() ? Sign.ZERO : value.sign();
    }

    private ExactDual matrixFunction(Apply apply, Map<String, Integer> places) {
        int rows = sizes.of(MatrixFunction.row(apply).extent());
        int columns = sizes.of(MatrixFunction.column(apply).extent());
        List<List<List<Expression>>> matrices = new ArrayList<>();
        for (int i = 0; i < apply.arguments().size(); i++) {
            matrices.add(MatrixFunction.entries(apply, i, rows, columns));
        }
        return value(
                MatrixFunction.expanded(apply.function(), matrices)
                        .orElseThrow(() -> new BadInput("'" + apply.function().text() + "' of " + rows + " rows and "
                                + columns + " columns is beyond exact evaluation")),
                places);
    }

    private ExactDual application(Apply apply, Map<String, Integer> places) {
        if (apply.function() == org.macrostate.equations.tensor.Function.GAUSSIAN_MEAN) {
            return CollapsedMean.of(apply, e -> value(e, places));
        }
        if (MatrixFunction.is(apply)) {
            return matrixFunction(apply, places);
        }
        Optional<Expression> simpler = new ChoiceAtState(system, field)
                .in(apply, e -> sign(value(e, places).value()));
        if (simpler.isPresent()) {
            return value(simpler.get(), places);
        }
        List<ExactDual> arguments =
                apply.arguments().stream().map(a -> value(a, places)).toList();
        RationalFunction value = field.apply(
                apply.function(), arguments.stream().map(ExactDual::value).toList());
        if (arguments.stream().allMatch(a -> a.gradient().isEmpty())) {
            return ExactDual.constant(value);
        }
        ExactDual x = arguments.get(0);
        boolean smooth =
                switch (apply.function()) {
                    case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF -> true;
                    case ABS, RAMP -> !x.value().isZero();
                    case SIGN, UNIT_STEP, MIN, MAX, MOD, FLOOR, LESS, LESS_EQUAL, EQUAL, AND, OR, NOT, IF -> false;
                    case VARIANCE_INVERSE, VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN -> false;
                    case MEAN_OF_SIGNS, GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM -> false;
                    case STOP_GRADIENT, MEAN -> false;
                };
        if (!smooth) {
            throw new BadInput("'" + apply.function().text() + "' has no exact derivative at this state: "
                    + ExpressionText.of(apply));
        }
        Expression slope = Derivative.of(Apply.of(apply.function(), ARGUMENT), ARGUMENT);
        Expression at = x.value().toExpression();
        return x.mapped(
                value,
                field.of(Substitution.atoms(atom -> atom.equals(ARGUMENT) ? at : atom)
                        .in(slope)));
    }

    private ExactDual atom(Expression atom, Map<String, Integer> places) {
        List<Integer> place =
                Indices.of(atom).stream().map(term -> place(term, places)).toList();
        if (atom instanceof Delta delta) {
            boolean holds = delta.holds(
                    place.get(0), place.get(1), sizes.of(delta.shift().extent()));
            return ExactDual.constant(holds ? field.one() : field.zero());
        }
        if (!(atom instanceof Symbol symbol)) {
            throw new IllegalStateException("not part of a system: " + ExpressionText.of(atom));
        }
        return switch (symbol.kind()) {
            case SIZE -> ExactDual.constant(field.of(Expression.of(sizes.of(symbol))));
            case PLACE -> ExactDual.constant(field.of(Expression.of(place.get(0))));
            case PARAMETER -> ExactDual.constant(parameter(symbol, place));
            case ORDER, SCALAR -> element(symbol, place);
            case PIECE, COMBINATION -> piece(symbol, place);
            case TABLE ->
                throw new NoElementaryForm("the sum over '" + symbol.name() + "' stands for a numerical integral");
            case TIME -> throw new NoElementaryForm("the rates depend on the time '" + symbol.name() + "'");
            case RANDOM, FIELD, SAMPLE, VECTOR ->
                throw new NoElementaryForm("an expectation over '" + symbol.name() + "' is integrated numerically");
        };
    }

    private static int place(IndexTerm term, Map<String, Integer> places) {
        if (term instanceof Position p) {
            return p.value();
        }
        Integer value = places.get(((Index) term).name());
        if (value == null) {
            throw new IllegalStateException("index " + term + " is not bound");
        }
        return value;
    }

    private RationalFunction parameter(Symbol symbol, List<Integer> place) {
        BigFraction number = fixed.get(Places.label(symbol.name(), place));
        if (number == null) {
            number = fixed.get(symbol.name());
        }
        return number == null ? field.of(located(symbol, place)) : field.number(number);
    }

    /** The symbol at fixed places. */
    static Symbol located(Symbol symbol, List<Integer> place) {
        List<IndexTerm> positions = new ArrayList<>();
        place.forEach(i -> positions.add(new Position(i)));
        return new Symbol(symbol.kind(), symbol.name(), positions);
    }

    private ExactDual element(Symbol symbol, List<Integer> place) {
        if (state.isEmpty()) {
            throw new BadInput("the value of a state may contain parameters only, found '"
                    + Places.label(symbol.name(), place) + "'");
        }
        if (layout.isAbsent(symbol.name(), place)) {
            return ExactDual.constant(field.zero());
        }
        int position = layout.position(symbol.name(), place);
        return ExactDual.variable(state.get(position), position);
    }

    private ExactDual piece(Symbol symbol, List<Integer> place) {
        Map<List<Integer>, ExactDual> known = pieces.computeIfAbsent(symbol.name(), n -> new HashMap<>());
        ExactDual value = known.get(place);
        if (value == null) {
            NamedTerm piece = system.piece(symbol.name())
                    .orElseThrow(() -> new IllegalStateException("no piece is called " + symbol.name()));
            value = value(piece.value(), bound(piece.indices(), place));
            known.put(place, value);
        }
        return value;
    }
}
