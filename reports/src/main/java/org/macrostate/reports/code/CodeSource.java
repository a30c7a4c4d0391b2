package org.macrostate.reports.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.graph.BlockTotals;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/**
 * What is to be written as code.
 *
 * @param sizes that the code has unless its user gives others
 * @param parameters the same, in the order of {@link ParameterLayout}
 * @param head lines that say where it comes from
 */
public record CodeSource(OrderParameterSystem system, Sizes sizes, List<Double> parameters, List<String> head) {
    public CodeSource {
        system = FunctionCalls.in(forAnySizes(system));
        parameters = List.copyOf(parameters);
        head = List.copyOf(head);
        Stream.concat(
                        system.pieces().stream().map(NamedTerm::value),
                        Stream.concat(
                                system.equations().stream().map(Equation::rate),
                                system.observables().stream().map(Formula::value)))
                .forEach(CodeSource::requireElementary);
    }

    /** Orthant probabilities and derivatives of matrix functions have no short code in other languages. */
    private static void requireElementary(Expression e) {
        if (e instanceof Apply a
                && switch (a.function()) {
                    case MEAN_OF_SIGNS, GAUSSIAN_MEAN, PAIRED_SUM, POLAR_SUM -> true;
                    case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ABS -> false;
                    case SIGN, UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, LESS, LESS_EQUAL, EQUAL, AND, OR, NOT -> false;
                    case IF, VARIANCE_INVERSE, VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO -> false;
                    case SIGN_MEAN, BEST_PAIRING, NUCLEAR_NORM, STOP_GRADIENT, MEAN -> false;
                }) {
            throw new BadInput("these equations contain " + a.function().text()
                    + ", for which no code of another language is written: integrate them here");
        }
        e.children().forEach(CodeSource::requireElementary);
    }

    /** Totals of single copies are listed at some sizes, and code is for any: it leaves them to its reader. */
    private static OrderParameterSystem forAnySizes(OrderParameterSystem system) {
        return system.with(
                system.problem(),
                system.observables().stream()
                        .filter(o -> !o.name().startsWith(BlockTotals.PREFIX)
                                || !o.name().endsWith("]"))
                        .toList());
    }

    /**
     * A parameter with its value.
     *
     * @param values one; or one a copy
     * @param copied whether it has an index
     */
    record Value(String name, List<Double> values, boolean copied) {}

    List<Value> values() {
        ParameterLayout layout = new ParameterLayout(system.problem(), sizes);
        List<Value> values = new ArrayList<>();
        for (Declaration.Parameter parameter : system.problem().parameters()) {
            boolean copied = parameter.copies().isPresent();
            int copies = parameter.copies().map(sizes::of).orElse(1);
            int first = layout.position(copied ? parameter.name() + "[1]" : parameter.name());
            values.add(new Value(parameter.name(), parameters.subList(first, first + copies), copied));
        }
        return values;
    }

    List<Expression> rates() {
        return system.equations().stream().map(Equation::rate).toList();
    }

    List<Expression> observed() {
        return system.observables().stream().map(Formula::value).toList();
    }

    /** The named parts that expressions need, each after those that it needs itself. */
    List<NamedTerm> piecesFor(Collection<Expression> expressions) {
        Set<String> needed = new LinkedHashSet<>();
        expressions.forEach(e -> names(e, needed));
        List<NamedTerm> pieces = new ArrayList<>();
        for (int i = system.pieces().size() - 1; i >= 0; i--) {
            NamedTerm piece = system.pieces().get(i);
            if (needed.contains(piece.name())) {
                names(piece.value(), needed);
                pieces.add(0, piece);
            }
        }
        return pieces;
    }

    /** The tables that expressions read, through named parts or at once. */
    List<Table> tablesFor(Collection<Expression> expressions) {
        Set<String> used = used(expressions);
        return system.tables().stream().filter(t -> used.contains(t.name())).toList();
    }

    /** The variables that have to be read from the state: all up to the last that expressions need. */
    List<StateVariable> read(Collection<Expression> expressions) {
        Set<String> used = used(expressions);
        List<StateVariable> variables = system.variables();
        int last = variables.size();
        while (last > 0 && !used.contains(variables.get(last - 1).name())) {
            last--;
        }
        return variables.subList(0, last);
    }

    /** All names that expressions and the named parts they need contain. */
    Set<String> used(Collection<Expression> expressions) {
        Set<String> used = new LinkedHashSet<>();
        expressions.forEach(e -> names(e, used));
        piecesFor(expressions).forEach(piece -> names(piece.value(), used));
        return used;
    }

    private static void names(Expression e, Set<String> into) {
        if (e instanceof Symbol s && s.kind() != Kind.TIME) {
            into.add(s.name());
        }
        if (e instanceof FieldFunction call) {
            call.fields().forEach(argument -> names(argument, into));
        }
        e.children().forEach(child -> names(child, into));
    }
}
