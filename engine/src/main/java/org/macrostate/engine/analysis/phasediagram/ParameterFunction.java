package org.macrostate.engine.analysis.phasediagram;

import java.util.Map;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.equations.tensor.Expression;

/** An expression in parameters, as a function of one of them. */
final class ParameterFunction {
    private final NumberFormula formula;
    private final Map<String, Double> parameters;

    ParameterFunction(Expression form, ModelInstance subject) {
        this.parameters = subject.parameterValues();
        this.formula = NumberFormula.of(form, parameters.keySet(), subject.sizes());
    }

    /** Its value with one parameter replaced; a name without index sets all copies. */
    double at(String parameter, double value) {
        Map<String, Double> moved = new java.util.LinkedHashMap<>(parameters);
        moved.replaceAll((label, old) ->
                label.equals(parameter) || label.startsWith(parameter + "[") ? Double.valueOf(value) : old);
        return formula.at(moved);
    }
}
