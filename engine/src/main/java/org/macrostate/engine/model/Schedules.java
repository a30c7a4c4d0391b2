package org.macrostate.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.QuadratureError;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.ExpressionReader;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.finitesize.ScheduledTheory;
import org.macrostate.solvers.integrate.QuadratureAlong;
import org.macrostate.solvers.integrate.SystemTrajectories;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.sgd.Simulation;

/** Parameters that follow an expression in time: {@code beta=Tanh[t/3000]}. */
public final class Schedules {
    private Schedules() {}

    /**
     * Reads the texts in the problem's names.
     *
     * @throws BadInput if a parameter or a name in an expression is unknown
     */
    public static Map<String, Expression> read(LearningProblem problem, Map<String, String> texts) {
        Map<String, Expression> schedules = new LinkedHashMap<>();
        texts.forEach((parameter, text) -> {
            if (problem.parameter(parameter).isEmpty()) {
                throw BadInput.unknownName(
                        "parameter",
                        parameter,
                        problem.parameters().stream().map(p -> p.name()).toList());
            }
            schedules.put(parameter, ExpressionReader.schedule(problem, Text.of(text)));
        });
        return schedules;
    }

    /** The subject's equations under schedules. */
    public static CompiledSystem compiled(ModelInstance subject, Map<String, Expression> schedules) {
        return schedules.isEmpty()
                ? subject.compiled()
                : CompiledSystem.of(bound(subject, schedules, subject.system()));
    }

    /**
     * The subject's equations under schedules, and the simulation that they are the theory of.
     *
     * @param system compiled with the schedules, at any parameters
     * @param accuracy of trajectories
     */
    public static ScheduledTheory theory(
            ModelInstance subject,
            CompiledSystem system,
            Map<String, Expression> schedules,
            Tolerances accuracy,
            Simulation simulation) {
        return new ScheduledTheory(
                new SystemTrajectories(system, subject.parameters(), accuracy),
                subject.system(),
                schedules,
                simulation);
    }

    /** SGD of the subject under schedules. */
    public static Simulation simulation(ModelInstance subject, Map<String, Expression> schedules) {
        return Simulation.of(
                subject.problem(), subject.sizes(), subject.settings().parameters(), schedules);
    }

    /** Equations of the subject's state under schedules. */
    static BoundSystem bound(ModelInstance subject, Map<String, Expression> schedules, OrderParameterSystem system) {
        return BoundSystem.of(system, subject.sizes(), schedules);
    }

    /**
     * How far numerical integration is off along a trajectory of the subject; empty where every expectation is a closed form,
     * there is no state, it is not asked for, or sums are loops over indices.
     *
     * @param rows states, one a time; not modified
     * @param evaluations of the rates that were needed; empty where states come from elsewhere, and as many as there may be are
     *     looked at
     */
    public static Optional<QuadratureAlong> quadrature(
            ModelInstance subject,
            Map<String, Expression> schedules,
            double[] times,
            double[][] rows,
            OptionalLong evaluations) {
        if (rows.length == 0) {
            return Optional.empty();
        }
        int nodes = QuadratureError.refined(subject.settings().theory().quadratureNodes());
        return subject.refined().flatMap(system -> {
            BoundSystem own = compiled(subject, schedules).bound();
            if (own.loops().isPresent()) {
                return Optional.empty();
            }
            BoundSystem finer = system.equals(subject.system()) ? own : bound(subject, schedules, system);
            return QuadratureAlong.of(own, finer, nodes, subject.parameters(), times, rows, evaluations);
        });
    }
}
