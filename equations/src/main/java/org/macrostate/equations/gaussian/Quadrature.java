package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * What has no closed form: a product of Gauss formulas over the few linear forms that functions depend on, made
 * independent by a Cholesky decomposition of their covariance. Fields outside of functions are not integrated over: given
 * the forms they are Gaussian, with a mean linear in the nodes. Where a function has a kink at zero of a form, that form
 * comes first and its half lines are integrated one by one; a kink elsewhere splits the integral over the last form that it
 * depends on. Of an even integrand half of the points are taken, and an odd one has mean zero. Three fields get half as
 * many nodes each as one or two, four fields a quarter, so that the number of points stays that of a usable kernel.
 */
public final class Quadrature implements ExpectationRule {
    /** Beyond, a kernel would be too large with any number of nodes worth their name. */
    public static final int MOST_FIELDS = 4;

    /** Beyond so many standard deviations a normal law has 3e-12 of its weight. */
    private static final int STRIP = 7;

    /** Two strips and the jump between them: a hinge. */
    private static final int MOST_WITH_STRIPS = 5;

    private final PartNames names;
    private final int nodes;
    private final boolean converging;

    /**
     * The rule with a number of nodes for each of up to two forms.
     *
     * @throws BadInput unless it is even and from 2 to 100
     */
    public Quadrature(PartNames names, int nodes) {
        if (nodes < 2 || nodes > 100 || nodes % 2 == 1) {
            throw new BadInput("the number of quadrature nodes must be even and from 2 to 100, was " + nodes);
        }
        this.names = names;
        this.nodes = nodes;
        this.converging = false;
    }

    private Quadrature(PartNames names, int nodes, boolean converging) {
        this.names = names;
        this.nodes = nodes;
        this.converging = converging;
    }

    /**
     * With nodes whose formulas converge geometrically for functions analytic in a strip, which Gauss–Hermite does not: the
     * trapezoidal rule, and Gauss–Legendre on half lines.
     */
    public static Quadrature converging(PartNames names, int nodes) {
        return new Quadrature(names, nodes, true);
    }

    @Override
    public String citation() {
        return citation(1, List.of());
    }

    @Override
    public String citation(List<Expression> factors) {
        return citation(1, factors);
    }

    @Override
    public String citation(List<Expression> factors, Covariance covariance) {
        FieldForms forms = new FieldForms(covariance);
        factors.stream().filter(f -> !covariance.isVariable(f)).forEach(forms::in);
        return citation(WrittenCopies.of(forms, covariance).forms().size(), factors);
    }

    private String citation(int fields, List<Expression> factors) {
        boolean kinked = factors.stream().anyMatch(f -> Expansion.contains(f, FieldForms::isKinked));
        String plain = (converging ? "the trapezoidal rule" : "Gauss-Hermite quadrature") + " with " + nodes(fields)
                + " nodes a field";
        return kinked ? plain + ", split at kinks" : plain;
    }

    /** Nodes for each of so many fields, even. */
    private int nodes(int fields) {
        int share = fields < 3 ? nodes : fields == 3 ? nodes / 2 : nodes / 4;
        return Math.max(2, share / 2 * 2);
    }

    @Override
    public boolean isNumerical() {
        return true;
    }

    @Override
    public Optional<Expression> apply(List<Expression> factors, Covariance covariance) {
        Integrand integrand = Integrand.of(factors, covariance);
        FieldForms forms = integrand.forms();
        WrittenCopies copies = WrittenCopies.of(forms, covariance);
        Map<Symbol, LinearForm> found = copies.forms();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > MOST_FIELDS) {
            throw new BadInput("the expectation of " + covariance.told(factors)
                    + " has no closed form, and numerical integration over " + found.size()
                    + " fields is too much: at most " + MOST_FIELDS);
        }
        Parity parity = integrand.parity();
        return Optional.of(
                parity == Parity.ODD ? Rational.ZERO : integral(integrand, copies, covariance, parity == Parity.EVEN));
    }

    private Expression integral(Integrand integrand, WrittenCopies copies, Covariance covariance, boolean even) {
        FieldForms forms = integrand.forms();
        List<Expression> functions =
                integrand.functions().stream().map(copies::in).toList();
        int own = nodes(copies.forms().size());
        List<Symbol> places = new ArrayList<>(copies.forms().keySet());
        IndependentForms independent =
                new IndependentForms(List.copyOf(copies.forms().values()), covariance, names);
        List<Index> indices = new ArrayList<>();
        List<Expression> weights = new ArrayList<>();
        List<Expression> points = new ArrayList<>();
        Kinks kinks = new Kinks(places);
        for (int i = 0; i < places.size(); i++) {
            List<Expression> breaks = breakpoints(kinks.of(functions, i), i, places, independent, points);
            if (breaks.size() > SplitNodes.MOST) {
                breaks = List.of();
            } else if (i == 0 && places.size() == 2) {
                Set<Expression> jump = forms.isKinked(places.get(0)) ? Set.of(Rational.ZERO) : Set.of();
                breaks = withStrips(breaks, jump, independent.strips(kinks.constants(functions, 1), STRIP));
            }
            boolean atZero = i == 0 && breaks.size() == 1 && breaks.get(0).isZero();
            if (breaks.isEmpty() || atZero) {
                boolean kinked = atZero || (i == 0 && forms.isKinked(places.get(0)));
                NodeTables tables = NodeTables.of(names, own, kinked, even && i == 0, converging);
                Index index = Fresh.index(Expression.of(tables.length()));
                indices.add(index);
                points.add(tables.point(index));
                weights.add(tables.weight(index));
            } else {
                SplitNodes.Sum sum = new SplitNodes(names, named(breaks, indices), own).sum();
                indices.add(sum.index());
                points.add(sum.point());
                weights.add(sum.weight());
            }
        }
        Substitution values = Substitution.atoms(atom -> {
            int place = places.indexOf(atom);
            return place < 0 ? atom : independent.value(place, points);
        });
        List<Expression> body = new ArrayList<>(weights);
        functions.forEach(function -> body.add(values.in(function)));
        List<AffineForm> others = new ArrayList<>();
        for (AffineForm factor : integrand.linear(covariance)) {
            Optional<Expression> known = factor.form().variable().flatMap(v -> copies.value(v, forms, covariance));
            if (known.isPresent()) {
                body.add(factor.mean().plus(values.in(known.get())));
            } else {
                others.add(factor);
            }
        }
        body.add(moment(others, independent, points));
        return IndexSum.of(indices, Times.of(body));
    }

    /** What does not depend on nodes is computed once. */
    private List<Expression> named(List<Expression> breaks, List<Index> nodesOfOthers) {
        return breaks.stream()
                .map(SplitNodes::inside)
                .map(b -> nodesOfOthers.stream().anyMatch(i -> Indices.free(b).contains(i.name()))
                        ? b
                        : names.part("s", b, SplitNodes.PLACE))
                .toList();
    }

    /** Kinks as values of the independent variable {@code i}, in those before it. */
    private static List<Expression> breakpoints(
            Set<Expression> kinks, int i, List<Symbol> places, IndependentForms independent, List<Expression> points) {
        Substitution earlier = Substitution.atoms(atom -> {
            int place = places.indexOf(atom);
            return place >= 0 && place < i ? independent.value(place, points) : atom;
        });
        return kinks.stream()
                .map(kink -> independent.solved(i, earlier.in(kink), points))
                .distinct()
                .toList();
    }

    /**
     * A kink of the second of two forms that nearly coincide is almost one of the first: integrated over the second, the
     * function bends within a narrow strip of the first, which gets nodes of its own.
     */
    private static List<Expression> withStrips(List<Expression> breaks, Set<Expression> jump, List<Expression> strips) {
        if (strips.isEmpty()) {
            return breaks;
        }
        Set<Expression> all = new LinkedHashSet<>(breaks);
        all.addAll(jump);
        all.addAll(strips);
        return all.size() > MOST_WITH_STRIPS ? breaks : List.copyOf(all);
    }

    /** E[∏ others | forms]: each is its conditional mean or paired with another. */
    private static Expression moment(List<AffineForm> others, IndependentForms independent, List<Expression> points) {
        if (others.isEmpty()) {
            return Rational.ONE;
        }
        AffineForm first = others.get(0);
        List<AffineForm> rest = others.subList(1, others.size());
        List<Expression> terms = new ArrayList<>();
        Expression mean = first.mean().plus(independent.mean(first.form(), points));
        terms.add(mean.times(moment(rest, independent, points)));
        for (int i = 0; i < rest.size(); i++) {
            List<AffineForm> unpaired = new ArrayList<>(rest);
            AffineForm partner = unpaired.remove(i);
            Expression pair = independent.conditionalCovariance(first.form(), partner.form());
            terms.add(pair.times(moment(unpaired, independent, points)));
        }
        return Plus.of(terms);
    }
}
