package org.macrostate.engine.cache;

import java.util.List;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.derive.MomentFunction;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.Step;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.model.LearningProblem;

/** What was derived of a learning problem, without the problem, which is read anew; components as of {@link OrderParameterSystem}. */
record KeptSystem(
        Limit limit,
        List<Equation> equations,
        List<NamedTerm> pieces,
        List<NamedTerm> covariances,
        List<MomentFunction> functions,
        List<Table> tables,
        List<Formula> observables,
        List<Formula> phases,
        List<Step> steps) {
    static KeptSystem of(OrderParameterSystem system) {
        return new KeptSystem(
                system.limit(),
                system.equations(),
                system.pieces(),
                system.covariances(),
                system.functions(),
                system.tables(),
                system.observables(),
                system.phases(),
                system.steps());
    }

    OrderParameterSystem of(LearningProblem problem) {
        return new OrderParameterSystem(
                problem, limit, equations, pieces, covariances, functions, tables, observables, phases, steps);
    }
}
