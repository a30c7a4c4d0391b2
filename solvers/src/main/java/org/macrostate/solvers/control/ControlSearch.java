package org.macrostate.solvers.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.control.SearchRecord.Candidate;
import org.macrostate.solvers.control.SearchRecord.Refined;

/**
 * The best schedule of many starts. Simple forms are searched first; they, constants, pulses and values at random are improved
 * on a coarse grid; then warped copies of the best; the best few at last on all pieces. The same seed gives the same result,
 * however the tasks are carried out.
 *
 * <p>Local searches are cheap beside finding the right one of many optima: each start is followed by eight warped copies of the
 * best so far (basin hopping: Wales and Doye, J. Phys. Chem. A 101, 5111 (1997)).
 *
 * @param pieces of [0, T]
 * @param linear values joined by straight lines instead of constant on each piece
 * @param starts local searches, at least 1
 * @param tick told of each local search that has ended
 */
public record ControlSearch(
        ControlProblem problem, int pieces, boolean linear, int starts, long seed, ControlTasks tasks, Runnable tick) {
    /** More pieces than this are refused: each takes a step of the integrator at least. */
    public static final int MOST_PIECES = 2000;

    public static final int MOST_STARTS = 10_000;

    private static final int UNDIVIDED = 30;
    private static final int MOST_COARSE = 60;
    private static final int WARPED = 8;
    private static final int ROUND = 16;
    private static final int PARENTS = 6;
    private static final int REFINED = 8;
    private static final int FINE_ROUND = 32;
    private static final int MORE_STEPS = 3;

    /** @throws BadInput if there are too many or too few pieces or starts */
    public ControlSearch {
        requireCounts(pieces, starts);
    }

    /** @throws BadInput if there are too many or too few pieces or starts */
    public static void requireCounts(int pieces, int starts) {
        if (pieces < 1 || pieces > MOST_PIECES) {
            throw new BadInput(
                    "from 1 to " + MOST_PIECES + " pieces can be optimised, were " + pieces
                            + ": each takes a time step of the integrator at least, and more pieces than time steps resolve nothing");
        }
        if (starts < 1 || starts > MOST_STARTS) {
            throw new BadInput("from 1 to " + MOST_STARTS + " starts can be made, were " + starts);
        }
    }

    /** Local searches that are made of so many starts, their warped copies among them. */
    public static int searches(int starts) {
        return starts * (1 + WARPED);
    }

    /**
     * Searches. If the thread is interrupted the time is over: the result then is the best of what was found until then, and
     * the thread is still interrupted.
     *
     * @throws CancellationException if the time is over before anything was found
     */
    public ControlResult search() {
        SearchRecord record = new SearchRecord(problem);
        AtomicReference<Optional<ControlResult>> result = new AtomicReference<>(Optional.empty());
        boolean isCut = TimeLimit.cuts(() -> result.set(Optional.of(search(record))));
        if (!isCut) {
            return Objects.requireNonNull(result.get()).orElseThrow(() -> new CancellationException("a task was cut"));
        }
        Optional<ControlResult> part = record.cut(pieces, linear);
        TimeLimit.goOnStopping();
        return part.orElseThrow(() -> new CancellationException("the time was over before a schedule was found"));
    }

    private ControlResult search(SearchRecord record) {
        double latest = problem.goal().latest();
        SimpleForms simple = new SimpleForms(problem, tasks, record::form);
        SimpleForms.Found constant = simple.constant(latest);
        double end = constant.best().found() ? constant.best().schedule().grid().end() : latest;
        List<SimpleForms.Found> forms = new ArrayList<>(List.of(constant));
        forms.addAll(simple.others(constant, end));
        double sooner = forms.stream()
                .filter(f -> f.best().found())
                .mapToDouble(f -> f.best().schedule().grid().end())
                .min()
                .orElse(end);
        ControlGrid coarse = ControlGrid.even(sooner, coarsePieces(), linear);
        List<Candidate> candidates = candidates(ordinary(forms), coarse, forms, record);
        return record.whole(forms, candidates, refined(candidates, record));
    }

    /**
     * Many starts are not followed where they take many times the steps of simple forms: near the edge of a domain systems
     * are stiff, and what is found there is refined with all steps allowed, or not at all.
     */
    private ControlProblem ordinary(List<SimpleForms.Found> forms) {
        int steps = forms.stream()
                .filter(f -> f.best().found())
                .mapToInt(f -> problemRun(f.best().schedule()).steps())
                .max()
                .orElse(problem.mostSteps());
        return problem.taking(Math.min(problem.mostSteps(), MORE_STEPS * (steps + pieces)));
    }

    private int coarsePieces() {
        return pieces <= UNDIVIDED ? pieces : Math.min(MOST_COARSE, (pieces + 1) / 2);
    }

    private List<Candidate> candidates(
            ControlProblem easier, ControlGrid coarse, List<SimpleForms.Found> forms, SearchRecord record) {
        ScheduleStarts schedules =
                new ScheduleStarts(coarse, problem.system().controls().size(), seed);
        List<ScheduleStarts.Named> initial = new ArrayList<>();
        for (SimpleForms.Found form : forms) {
            if (form.best().found()) {
                Schedule schedule = form.best().schedule();
                initial.add(new ScheduleStarts.Named(
                        "best " + form.name(),
                        schedule.stretched(coarse.end())
                                .on(coarse)
                                .stretched(schedule.grid().end())));
            }
        }
        for (int i = 0; initial.size() < starts; i++) {
            initial.add(schedules.initial(i));
        }
        List<Candidate> candidates = new ArrayList<>(improved(easier, initial.subList(0, starts), record));
        int most = starts * (1 + WARPED);
        while (candidates.size() < most) {
            int first = candidates.size();
            List<Candidate> parents =
                    SearchRecord.distinct(candidates).stream().limit(PARENTS).toList();
            if (parents.isEmpty()) {
                break;
            }
            List<ScheduleStarts.Named> round = IntStream.range(0, Math.min(ROUND, most - first))
                    .mapToObj(i -> schedules.warped(
                            parents.get(i % parents.size()).found().schedule(), first + i))
                    .toList();
            candidates.addAll(improved(easier, round, record));
        }
        return candidates;
    }

    private List<Candidate> improved(ControlProblem easier, List<ScheduleStarts.Named> named, SearchRecord record) {
        LocalSearch search = LocalSearch.rough(easier);
        return tasks.all(named.size(), i -> {
            Schedule schedule = named.get(i).schedule();
            ControlledRun run = ControlObjective.of(problem, schedule.grid()).run(schedule.coordinates());
            Improvement found = search.from(schedule);
            tick.run();
            Candidate candidate = new Candidate(
                    named.get(i).kind(), run.reached() ? run.objective() : Double.POSITIVE_INFINITY, found);
            record.candidate(candidate);
            return candidate;
        });
    }

    /** The best few on all pieces, each with the candidate it comes from. */
    private List<Refined> refined(List<Candidate> candidates, SearchRecord record) {
        List<Candidate> best =
                SearchRecord.distinct(candidates).stream().limit(REFINED).toList();
        LocalSearch search = LocalSearch.fine(problem);
        List<Refined> refined = new ArrayList<>(tasks.all(best.size(), i -> {
            Improvement coarse = best.get(i).found();
            ControlGrid grid = ControlGrid.even(coarse.schedule().grid().end(), pieces, linear);
            Improvement fine = search.from(coarse.schedule().on(grid));
            return told(new Refined(best.get(i), fine), record);
        }));
        refined.addAll(warpedAgain(refined, record));
        return refined;
    }

    /** Warped copies of the best, on all pieces. */
    private List<Refined> warpedAgain(List<Refined> refined, SearchRecord record) {
        List<Refined> parents = refined.stream()
                .filter(r -> r.found().found())
                .sorted(Comparator.comparing(Refined::found, Improvement::compare))
                .limit(PARENTS)
                .toList();
        if (parents.isEmpty()) {
            return List.of();
        }
        LocalSearch search = LocalSearch.fine(problem);
        return tasks.all(FINE_ROUND, i -> {
            Refined parent = parents.get(i % parents.size());
            Schedule schedule = parent.found().schedule();
            ScheduleStarts schedules = new ScheduleStarts(
                    schedule.grid(), problem.system().controls().size(), seed);
            Schedule start =
                    schedules.warped(schedule, starts * (1 + WARPED) + i).schedule();
            return told(new Refined(parent.from(), search.from(start)), record);
        });
    }

    private static Refined told(Refined refined, SearchRecord record) {
        record.refined(refined);
        return refined;
    }

    private ControlledRun problemRun(Schedule schedule) {
        return ControlObjective.of(problem, schedule.grid()).run(schedule.coordinates());
    }
}
