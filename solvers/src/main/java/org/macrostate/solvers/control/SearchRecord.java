package org.macrostate.solvers.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.macrostate.solvers.control.ControlResult.Best;

/**
 * What a search has found until now, told by its tasks as they end, so that a search whose time is over leaves the best it
 * has. Safe to share between threads.
 */
final class SearchRecord {
    private static final double SAME_OBJECTIVE = 1e-5;
    private static final double SAME_SCHEDULE = 0.05;
    private static final double STATIONARY = 1e-3;

    /**
     * A start that was improved, perhaps on a coarse grid.
     *
     * @param before the objective at the start; +∞ if it does not reach the goal
     */
    record Candidate(String kind, double before, Improvement found) {}

    /** What became of a candidate on all pieces. */
    record Refined(Candidate from, Improvement found) {}

    private final ControlProblem problem;
    private final List<SimpleForms.Found> forms = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Refined> refined = new ArrayList<>();

    SearchRecord(ControlProblem problem) {
        this.problem = problem;
    }

    /** A schedule of a simple form; the best of each form is kept. */
    synchronized void form(SimpleForms.Found found) {
        int at = forms.stream().map(SimpleForms.Found::name).toList().indexOf(found.name());
        if (at < 0) {
            forms.add(found);
        } else if (Improvement.compare(found.best(), forms.get(at).best()) < 0) {
            forms.set(at, found);
        }
    }

    synchronized void candidate(Candidate candidate) {
        candidates.add(candidate);
    }

    synchronized void refined(Refined one) {
        refined.add(one);
    }

    /** Candidates that differ, the best first. */
    static List<Candidate> distinct(List<Candidate> candidates) {
        List<Candidate> kept = new ArrayList<>();
        candidates.stream()
                .filter(c -> c.found().found())
                .sorted(Comparator.comparing(Candidate::found, Improvement::compare))
                .forEach(c -> {
                    if (kept.stream().noneMatch(k -> same(k.found(), c.found()))) {
                        kept.add(c);
                    }
                });
        return kept;
    }

    private static boolean same(Improvement a, Improvement b) {
        return Math.abs(a.objective() - b.objective()) <= SAME_OBJECTIVE * Math.abs(a.objective())
                && a.schedule().distance(b.schedule()) <= SAME_SCHEDULE;
    }

    /** The result of a search that was cut; empty if no task had ended with a schedule that reaches the goal. */
    synchronized Optional<ControlResult> cut(int pieces, boolean linear) {
        Optional<Improvement> best = Stream.concat(
                        refined.stream().map(Refined::found),
                        candidates.stream().map(Candidate::found))
                .filter(Improvement::found)
                .min(Improvement::compare)
                .or(() -> ofForms(pieces, linear));
        return best.map(found -> result(best, forms, candidates, refined, false));
    }

    /** The best simple form as a schedule of so many pieces. */
    private Optional<Improvement> ofForms(int pieces, boolean linear) {
        LocalSearch still = LocalSearch.still(problem);
        return forms.stream()
                .filter(form -> form.best().found())
                .sorted(Comparator.comparing(SimpleForms.Found::best, Improvement::compare))
                .map(form -> form.best().schedule())
                .map(schedule ->
                        still.from(schedule.on(ControlGrid.even(schedule.grid().end(), pieces, linear))))
                .filter(Improvement::found)
                .findFirst();
    }

    /**
     * The result of a search that came to its end.
     *
     * @param ordered candidates in the order of their starts
     * @param onAll pieces, in the order they were refined in
     */
    ControlResult whole(List<SimpleForms.Found> simple, List<Candidate> ordered, List<Refined> onAll) {
        Optional<Improvement> best =
                onAll.stream().map(Refined::found).filter(Improvement::found).min(Improvement::compare);
        return result(
                best.or(() -> distinct(ordered).stream().map(Candidate::found).findFirst()),
                simple,
                ordered,
                onAll,
                true);
    }

    private ControlResult result(
            Optional<Improvement> best,
            List<SimpleForms.Found> simple,
            List<Candidate> ordered,
            List<Refined> onAll,
            boolean whole) {
        List<Candidate> optima = new ArrayList<>();
        List<StartOutcome> outcomes = new ArrayList<>();
        for (Candidate candidate : ordered) {
            OptionalDouble fine = onAll.stream()
                    .filter(r -> r.from().equals(candidate))
                    .mapToDouble(r -> r.found().objective())
                    .min();
            outcomes.add(new StartOutcome(
                    candidate.kind(),
                    candidate.before(),
                    candidate.found().objective(),
                    fine.orElse(Double.NaN),
                    candidate.found().residual(),
                    candidate.found().iterations(),
                    optimum(candidate, optima)));
        }
        Optional<ControlledRun> nearest =
                best.map(found -> run(found.schedule())).or(() -> nearest(ordered));
        return new ControlResult(
                best.map(this::best),
                simple.stream().map(f -> f.form(problem)).toList(),
                outcomes,
                optima.size(),
                nearest.map(ControlledRun::nearest).orElse(Double.NaN),
                nearest.map(ControlledRun::nearestTime).orElse(Double.NaN),
                whole);
    }

    /** The number of the local optimum that a candidate is, from 1; 0 if it is none. */
    private static int optimum(Candidate candidate, List<Candidate> optima) {
        Improvement found = candidate.found();
        if (!found.found() || !(found.residual() <= STATIONARY * (Math.abs(found.objective()) + 1e-12))) {
            return 0;
        }
        for (int i = 0; i < optima.size(); i++) {
            if (same(optima.get(i).found(), found)) {
                return i + 1;
            }
        }
        optima.add(candidate);
        return optima.size();
    }

    /** The run that came nearest to the level. */
    private Optional<ControlledRun> nearest(List<Candidate> ordered) {
        return ordered.stream()
                .map(c -> run(c.found().schedule()))
                .min(Comparator.comparingDouble(ControlledRun::nearest));
    }

    private ControlledRun run(Schedule schedule) {
        return ControlObjective.of(problem, schedule.grid()).run(schedule.coordinates());
    }

    private Best best(Improvement found) {
        ControlledRun run = run(found.schedule());
        return new Best(
                found.schedule().grid(),
                run.values(),
                run.integrals(),
                run.objective(),
                run.gradient(found.weights()),
                found.residual(),
                found.excess(),
                found.weights());
    }
}
