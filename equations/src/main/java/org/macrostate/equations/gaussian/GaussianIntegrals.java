package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * What has no closed form stays an expectation over the few linear forms that functions depend on, {@code GaussianMean[f, n,
 * C]}: it is integrated when it is evaluated, to an accuracy, with the nodes its covariance then needs. Fields outside of
 * functions are not integrated over: given the forms they are Gaussian. An odd integrand has mean zero.
 */
public final class GaussianIntegrals implements ExpectationRule {
    /** More would take too long to evaluate: of single fields, as on copies of a sample. */
    public static final int MOST_FIELDS = 9;

    /** The same of fields with running indices, where each combination of their copies is an integral. */
    private static final int MOST_RUNNING = 8;

    /** Fields up to which products of formulas reach every accuracy. */
    public static final int MOST_TO_ACCURACY = 4;

    private final int digits;

    /** @param digits of accuracy, from 2 to 13 */
    public GaussianIntegrals(int digits) {
        if (digits < 2 || digits > 13) {
            throw new BadInput("the accuracy of expectations must be from 1e-2 to 1e-13, was 1e-" + digits);
        }
        this.digits = digits;
    }

    @Override
    public String citation() {
        return citation(List.of());
    }

    @Override
    public String citation(List<Expression> factors) {
        boolean kinked = factors.stream().anyMatch(f -> Expansion.contains(f, FieldForms::isKinked));
        return (kinked ? "Gauss quadrature, split at kinks" : "the trapezoidal rule")
                + ", to a relative accuracy of 1e-" + digits;
    }

    @Override
    public String citation(List<Expression> factors, Covariance covariance) {
        Integrand integrand = Integrand.of(factors, covariance);
        long fields = distinct(integrand.forms(), covariance)
                - ConditionalFactor.of(integrand).stream().count();
        return fields > MOST_TO_ACCURACY ? "a lattice rule over " + fields + " fields" : citation(factors);
    }

    @Override
    public boolean isNumerical() {
        return true;
    }

    /** A product of functions of fields as a reader would write it. */
    public static Expression shown(Expression product) {
        return Exponents.joined(AbsoluteValues.in(product));
    }

    /** The place of variable i of an expectation, from 1. */
    static Symbol place(int i) {
        return new Symbol(Kind.FIELD, Apply.PLACE + i, List.of());
    }

    /** The place of the covariance of two further variables given those that are integrated over. */
    private static Symbol conditional(int i, int j) {
        return new Symbol(Kind.FIELD, Apply.PLACE + i + "_" + j, List.of());
    }

    @Override
    public Optional<Expression> apply(List<Expression> factors, Covariance covariance) {
        Integrand integrand = Integrand.of(factors, covariance);
        FieldForms forms = integrand.forms();
        Map<Symbol, LinearForm> found = forms.found();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        long distinct = distinct(forms, covariance);
        int most = found.values().stream().allMatch(GaussianIntegrals::isSingle) ? MOST_FIELDS : MOST_RUNNING;
        if (distinct > most) {
            throw new BadInput("the expectation of " + covariance.told(factors)
                    + " has no closed form, and numerical integration over " + distinct
                    + " fields is too much: at most " + most + ", of samples with copies too");
        }
        Parity parity = integrand.parity();
        return Optional.of(parity == Parity.ODD ? Rational.ZERO : integral(integrand, covariance));
    }

    /** Whether no index runs in a form. */
    private static boolean isSingle(LinearForm form) {
        return form.terms().stream()
                .allMatch(term -> term.sums().isEmpty()
                        && term.factors().stream()
                                .flatMap(factor -> Indices.of(factor).stream())
                                .noneMatch(Index.class::isInstance));
    }

    /** Over how many fields the integral is. */
    private static long distinct(FieldForms forms, Covariance covariance) {
        return forms.found().values().stream()
                .filter(form -> !isRepeated(form, covariance))
                .count();
    }

    /** One copy of the family stands for all: where a sum over copies is written out each copy is a field of its own. */
    private static boolean isRepeated(LinearForm form, Covariance covariance) {
        if (form.terms().size() != 1 || !form.terms().get(0).sums().isEmpty()) {
            return false;
        }
        return Indices.of(form.terms().get(0).factors().get(0)).stream()
                .anyMatch(i -> i instanceof Index index
                        && index.extent() instanceof Symbol
                        && covariance.terms(index.extent()).isPresent());
    }

    private Expression integral(Integrand integrand, Covariance covariance) {
        FieldForms forms = integrand.forms();
        Optional<ConditionalFactor> conditional = ConditionalFactor.of(integrand);
        Map<Expression, Expression> places = new HashMap<>();
        List<LinearForm> all = new ArrayList<>();
        Map<Symbol, LinearForm> found = forms.found();
        found.forEach((place, form) -> {
            if (conditional.filter(c -> c.place().equals(place)).isEmpty()) {
                all.add(form);
                places.put(place, place(all.size()));
            }
        });
        int own = all.size();
        Substitution numbered = Substitution.atoms(atom -> places.getOrDefault(atom, atom));
        List<Expression> body = new ArrayList<>();
        for (Expression function : integrand.functions()) {
            if (conditional.filter(c -> c.function().equals(function)).isEmpty()) {
                body.add(numbered.in(function));
            }
        }
        List<Further> further = new ArrayList<>();
        conditional.ifPresent(c -> {
            all.add(Optional.ofNullable(found.get(c.place())).orElseThrow());
            body.add(c.mean(place(all.size()), conditional(all.size(), all.size())));
        });
        for (AffineForm factor : integrand.linear(covariance)) {
            Optional<Expression> place = factor.form().variable().flatMap(forms::place);
            if (place.isPresent()) {
                body.add(factor.mean().plus(numbered.in(place.get())));
            } else {
                all.add(factor.form());
                further.add(new Further(factor.mean(), all.size()));
            }
        }
        body.add(moment(further));
        List<Expression> arguments = new ArrayList<>();
        arguments.add(Exponents.joined(AbsoluteValues.in(Times.of(body))));
        arguments.add(Expression.of(own));
        arguments.add(Expression.of(digits));
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j <= i; j++) {
                arguments.add(all.get(i).covariance(all.get(j), covariance));
            }
        }
        return new Apply(Function.GAUSSIAN_MEAN, arguments);
    }

    /** A variable with a mean that is not integrated over. */
    private record Further(Expression mean, int number) {}

    /** E[∏ others | forms]: each is its conditional mean or paired with another. */
    private static Expression moment(List<Further> others) {
        if (others.isEmpty()) {
            return Rational.ONE;
        }
        Further first = others.get(0);
        List<Further> rest = others.subList(1, others.size());
        List<Expression> terms = new ArrayList<>();
        terms.add(first.mean().plus(place(first.number())).times(moment(rest)));
        for (int i = 0; i < rest.size(); i++) {
            List<Further> unpaired = new ArrayList<>(rest);
            Further partner = unpaired.remove(i);
            terms.add(
                    conditional(Math.max(first.number(), partner.number()), Math.min(first.number(), partner.number()))
                            .times(moment(unpaired)));
        }
        return Plus.of(terms);
    }
}
