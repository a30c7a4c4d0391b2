package org.macrostate.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.output.ExpressionTree;
import org.macrostate.equations.adjoint.SwitchingFunction;
import org.macrostate.equations.tensor.Expression;

/** Costate formulas as JSON: {@code {"hamiltonian": …, "parts": […], "equations": […], "controls": […]}}. */
record CostateJson(CostateFormulas formulas) {
    Map<String, Object> json() {
        SymbolicText symbolic = new SymbolicText(formulas.costates().system().problem());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agrees at random points", formulas.agrees());
        json.put("at the end", CostateFormulas.END);
        if (formulas.hasSymmetric()) {
            json.put("convention", CostateFormulas.SYMMETRIC);
        }
        json.put("hamiltonian", formula(formulas.shown(formulas.costates().hamiltonian()), symbolic));
        json.put("parts", all("name", formulas.parts(), symbolic));
        json.put("equations", all("variable", formulas.equations(), symbolic));
        List<Object> told = new ArrayList<>();
        for (SwitchingFunction control : formulas.controls()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("parameter", control.parameter());
            one.put("switching function", formula(formulas.shown(control.value()), symbolic));
            one.put("degree", control.degree().words());
            formula(control.singular(), symbolic).ifPresent(f -> one.put("singular control", f));
            formula(control.curvature(), symbolic).ifPresent(f -> one.put("second derivative", f));
            told.add(one);
        }
        json.put("controls", told);
        return json;
    }

    private Optional<Map<String, Object>> formula(Optional<Expression> e, SymbolicText symbolic) {
        return e.map(formulas::shown).map(shown -> formula(shown, symbolic));
    }

    private static Map<String, Object> formula(Expression e, SymbolicText symbolic) {
        Map<String, Object> json = symbolic.json(e);
        json.put("tree", ExpressionTree.of(e));
        return json;
    }

    private static List<Object> all(String key, List<CostateFormulas.Line> lines, SymbolicText symbolic) {
        List<Object> list = new ArrayList<>();
        for (CostateFormulas.Line line : lines) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(key, line.label());
            one.putAll(formula(line.right(), symbolic));
            list.add(one);
        }
        return list;
    }
}
