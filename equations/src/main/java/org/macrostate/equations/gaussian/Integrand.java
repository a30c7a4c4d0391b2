package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/**
 * A product whose expectation is integrated numerically.
 *
 * @param forms linear forms that the functions depend on, by place holders
 * @param functions factors that are functions of fields, with place holders
 * @param variables factors that are Gaussian variables themselves
 * @param affine factors that are affine in variables without being functions of one of the forms: as variables they are not
 *     integrated over
 */
record Integrand(FieldForms forms, List<Expression> functions, List<Expression> variables, List<AffineForm> affine) {
    /** @throws org.macrostate.equations.BadInput if a function has a pole where fields have density */
    static Integrand of(List<Expression> factors, Covariance covariance) {
        FieldForms forms = new FieldForms(covariance);
        Poles poles = new Poles(factors.stream().map(forms::written).toList(), covariance);
        List<Expression> functions = new ArrayList<>();
        List<Expression> variables = new ArrayList<>();
        List<Expression> candidates = new ArrayList<>();
        for (Expression factor : factors) {
            if (covariance.isVariable(factor)) {
                variables.add(factor);
            } else if (AffineForm.of(factor, covariance).isPresent()) {
                candidates.add(factor);
            } else {
                poles.refuse(forms.written(factor));
                functions.add(forms.in(factor));
            }
        }
        List<AffineForm> affine = new ArrayList<>();
        for (Expression factor : candidates) {
            AffineForm candidate = AffineForm.of(factor, covariance).orElseThrow();
            if (forms.found().isEmpty() || forms.isKnown(candidate.form())) {
                functions.add(forms.in(factor));
            } else {
                affine.add(candidate);
            }
        }
        return new Integrand(forms, functions, variables, affine);
    }

    /** Factors that are affine in variables. */
    List<AffineForm> linear(Covariance covariance) {
        List<AffineForm> linear = new ArrayList<>();
        variables.forEach(v -> linear.add(AffineForm.of(v, covariance).orElseThrow()));
        linear.addAll(affine);
        return linear;
    }

    /** Under the reflection of all fields; of an odd one the expectation is zero. */
    Parity parity() {
        Map<Symbol, LinearForm> found = forms.found();
        Parity parity = variables.size() % 2 == 0 ? Parity.EVEN : Parity.ODD;
        for (AffineForm factor : affine) {
            parity = parity.times(factor.mean().isZero() ? Parity.ODD : Parity.NEITHER);
        }
        for (Expression function : functions) {
            parity = parity.times(Parity.of(function, found::containsKey));
        }
        return parity;
    }
}
