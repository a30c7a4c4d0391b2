package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Substitution;

/** A plain system of differential equations, stated and not derived. */
final class FlowSystem {
    private FlowSystem() {}

    static OrderParameterSystem of(LearningProblem problem, Dynamics.Flow flow) {
        IndexLetters letters = new IndexLetters(problem);
        List<Equation> equations = new ArrayList<>();
        for (Dynamics.Rate rate : flow.rates()) {
            Declaration.Scalar scalar = problem.scalars().stream()
                    .filter(s -> s.name().equals(rate.scalar()))
                    .findFirst()
                    .orElseThrow();
            List<Index> shown = letters.lettersFor(rate.indices());
            Map<String, IndexTerm> replacements = new HashMap<>();
            for (int i = 0; i < shown.size(); i++) {
                replacements.put(rate.indices().get(i).name(), shown.get(i));
            }
            StateVariable variable = StateVariable.scalar(scalar.name(), shown, scalar.domain(), scalar.start());
            Expression value = Substitution.indices(replacements).in(rate.value());
            equations.add(new Equation(variable, letters.bound(value)));
        }
        return new OrderParameterSystem(
                problem,
                Limit.FINITE_RATE,
                equations,
                List.of(),
                problem.observables().stream()
                        .map(o -> new Formula(o.name(), letters.bound(o.value())))
                        .toList(),
                problem.phases().stream()
                        .map(p -> new Formula(p.name(), letters.bound(p.condition())))
                        .toList(),
                List.of());
    }
}
