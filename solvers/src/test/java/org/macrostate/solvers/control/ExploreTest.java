package org.macrostate.solvers.control;

import java.util.*;
import java.util.concurrent.*;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ExploreTest {
    static final ControlTasks TWO = new ControlTasks() {
        @Override
        public <T> List<T> all(int count, IntFunction<T> task) {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                List<Future<T>> f = new ArrayList<>();
                for (int i = 0; i < count; i++) { int j = i; f.add(pool.submit(() -> task.apply(j))); }
                List<T> r = new ArrayList<>();
                for (Future<T> x : f) r.add(x.get());
                return r;
            } catch (Exception e) { throw new RuntimeException(e); } finally { pool.shutdownNow(); }
        }
    };
    static void show(ControlProblem p, int pieces, int starts) {
        long t = System.nanoTime();
        ControlResult r = new ControlSearch(p, pieces, false, starts, 1, TWO, () -> {}).search();
        System.out.printf("%d pieces %d starts: %.0f ms best %s residual %s end %s optima %d%n", pieces, starts, (System.nanoTime() - t) / 1e6, r.best().map(b -> "" + b.objective()).orElse("none"), r.best().map(b -> "" + b.residual()).orElse("none"), r.best().map(b -> "" + b.grid().end()).orElse("none"), r.optima());
        for (SimpleForm f : r.forms()) System.out.println("   " + f.name() + " " + f.objective() + " " + (f.values().length < 5 ? Arrays.toString(f.values()) + Arrays.toString(f.grid().knots()) : ""));
        Map<String, List<String>> byKind = new TreeMap<>();
        for (StartOutcome s : r.starts()) byKind.computeIfAbsent(s.kind(), k -> new ArrayList<>()).add(String.format("%.6f(%d)%s", s.objective(), s.optimum(), Double.isNaN(s.refined()) ? "" : String.format("->%.7f", s.refined())));
        byKind.forEach((k, v) -> System.out.println("   " + k + " " + v));
    }
    @Test
    void vae() {
        show(ControlCases.vae(new ControlGoal.AtTime(600, 1)), 20, 64);
        show(ControlCases.vae(new ControlGoal.AtTime(600, 1)), 100, 64);
    }
    @Test
    void time() {
        show(ControlCases.vae(new ControlGoal.FirstPassage(0.1, true, 10000)), 20, 64);
    }
    @Test
    void committee() {
        ControlProblem p = ControlCases.problem(ControlCases.COMMITTEE, Map.of("Q", .5, "R", .01),
            new ControlGoal.AtTime(10, 1), List.of(), "eta=0.01:20");
        show(p, 20, 64);
    }
}
