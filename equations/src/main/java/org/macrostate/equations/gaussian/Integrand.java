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
 */
record Integrand(FieldForms forms, List<Expression> functions, List<Expression> variables) {
    /** @throws org.macrostate.equations.BadInput if a function has a pole where fields have density */
    static Integrand of(List<Expression> factors, Covariance covariance) {
        FieldForms forms = new FieldForms(covariance);
        Poles poles = new Poles(factors.stream().map(forms::written).toList(), covariance);
        List<Expression> functions = new ArrayList<>();
        List<Expression> variables = new ArrayList<>();
        for (Expression factor : factors) {
            if (covariance.isVariable(factor)) {
                variables.add(factor);
            } else {
                poles.refuse(forms.written(factor));
                functions.add(forms.in(factor));
            }
        }
        return new Integrand(forms, functions, variables);
    }

    /** Under the reflection of all fields; of an odd one the expectation is zero. */
    Parity parity() {
        Map<Symbol, LinearForm> found = forms.found();
        Parity parity = variables.size() % 2 == 0 ? Parity.EVEN : Parity.ODD;
        for (Expression function : functions) {
            parity = parity.times(Parity.of(function, found::containsKey));
        }
        return parity;
    }
}
