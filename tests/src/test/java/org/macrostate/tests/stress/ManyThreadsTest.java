package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.threshold.ThresholdRequest;
import org.macrostate.equations.threshold.Thresholds;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Deriving, compiling, solving and integrating in many threads at once gives what one after another gives, to the bit. */
class ManyThreadsTest {
    private static final int THREADS = 8;

    @Test
    void models_beside_each_other() throws Exception {
        compare(List.of("oja", "linear-vae", "tied-autoencoder", "lorenz", "hebb"), 2);
    }

    @Tag("slow")
    @Test
    void all_models_many_times() throws Exception {
        compare(BundledModels.names(), 10);
    }

    private static void compare(List<String> models, int times) throws Exception {
        Map<String, String> alone = new java.util.TreeMap<>();
        for (String model : models) {
            alone.put(model, whole(model));
        }
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<String> names = new ArrayList<>();
            List<Future<String>> together = new ArrayList<>();
            for (int n = 0; n < times; n++) {
                for (String model : models) {
                    names.add(model);
                    together.add(pool.submit(() -> whole(model)));
                }
            }
            for (int i = 0; i < names.size(); i++) {
                assertEquals(alone.get(names.get(i)), together.get(i).get(), names.get(i));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Everything from the file to a trajectory, as text that shows every bit. */
    private static String whole(String model) {
        LearningProblem problem = BundledModels.problem(model);
        OrderParameterSystem derived = Derivation.of(problem);
        CompiledSystem compiled = CompiledSystem.of(BoundSystem.of(derived, Sizes.of(problem, Map.of())));
        double[] start = new double[compiled.length()];
        Arrays.setAll(start, i -> 0.3 + 0.01 * i);
        Trajectory course = Integration.with(Tolerances.DEFAULT)
                .withMaxEvaluations(20_000)
                .integrate(TrajectoryProblem.fromZero(
                        compiled.rightHandSide(), compiled.bound().parameters().defaults(), start, 0, 0.5, 1));
        return derived.equations() + "\n" + course.status() + Arrays.deepToString(course.states());
    }

    @Test
    void one_compiled_system_serves_all() throws Exception {
        ModelInstance subject = ModelInstance.of(BundledModels.problem("linear-vae"), Settings.NONE);
        String alone = points(subject, 0);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 2 * THREADS; i++) {
                int index = i;
                all.add(pool.submit(() -> points(subject, index % 2)));
            }
            for (int i = 0; i < all.size(); i += 2) {
                assertEquals(alone, all.get(i).get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static String points(ModelInstance subject, int which) {
        double[] parameters = subject.compiled().bound().parameters().with(Map.of("beta", which == 0 ? 0.5 : 1.5));
        StringBuilder text = new StringBuilder();
        FixedPointSearch.of(subject.compiled()).find(parameters).points().forEach(p -> text.append(
                        Arrays.toString(p.state()))
                .append(p.phase()));
        return text.toString();
    }

    @Test
    void thresholds_are_solved_beside_each_other() throws InterruptedException, ExecutionException {
        ModelInstance subject = ModelInstance.of(BundledModels.problem("linear-vae"), Settings.NONE);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                all.add(pool.submit(
                        () -> Thresholds.of(subject.system(), subject.sizes(), ThresholdRequest.of("collapsed", "beta"))
                                .boundaries()
                                .toString()));
            }
            assertEquals(all.get(0).get(), all.get(1).get());
            assertEquals(all.get(0).get(), all.get(2).get());
        } finally {
            pool.shutdownNow();
        }
    }
}
