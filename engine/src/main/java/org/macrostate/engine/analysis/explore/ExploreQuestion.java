package org.macrostate.engine.analysis.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.LiveInput;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.equations.threshold.ThresholdRequest;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.phase.ParameterAxis;
import org.macrostate.solvers.phase.PhaseDiagram;
import org.macrostate.solvers.phase.PhaseDiagramSolver;

/**
 * The theory as one live page.
 *
 * @param x parameter along the diagram's horizontal axis; chosen if not given
 * @param y parameter along its vertical axis; chosen if not given
 * @param until end of the trajectory, t = steps / N; chosen by the slowest eigenvalue of the stable states if not given
 * @param diagram whether the page has a phase diagram
 */
public record ExploreQuestion(
        Optional<ParameterAxis> x,
        Optional<ParameterAxis> y,
        InitialCondition start,
        OptionalDouble until,
        boolean diagram,
        long randomSeed)
        implements Question {
    private static final int FEW_STARTS = 4;
    static final int COLUMNS = 61;
    static final int ROWS = 46;

    @Override
    public String name() {
        return "explore";
    }

    @Override
    public Optional<Long> seed() {
        return Optional.of(randomSeed);
    }

    @Override
    public void requireFits(ModelInstance subject) {
        for (Optional<ParameterAxis> axis : List.of(x, y)) {
            axis.ifPresent(a -> subject.layout().position(a.parameter()));
        }
        if (x.isPresent() && y.isPresent() && x.get().parameter().equals(y.get().parameter())) {
            throw new BadInput("the two axes must be different parameters, both were "
                    + x.get().parameter());
        }
    }

    @Override
    public ExploreAnswer answer(ModelInstance subject, ExecutionContext work) {
        requireFits(subject);
        PageCode.requireSmall(subject);
        try (Progress.Stage stage = work.progress().begin(name(), 3)) {
            double[] first = start.state(subject);
            List<ParameterAxis> axes = axes(subject);
            List<String> notes = new ArrayList<>();
            List<LiveInput.Threshold> thresholds = thresholds(subject, axes, notes);
            String code = PageCode.of(subject, thresholds);
            stage.advance(1);
            FixedPoints found = search(subject).find(subject.parameters());
            stage.advance(1);
            Optional<PhaseDiagram> map =
                    axes.size() < 2 ? Optional.empty() : Optional.of(map(subject, work, axes.get(0), axes.get(1)));
            stage.advance(1);
            double end = until.orElseGet(() -> horizon(found.points()));
            return new ExplorePage(subject, axes, map, found.points(), thresholds, first, end, code).answer(notes);
        }
    }

    /** Where rates are integrals each start takes seconds; a page needs somewhere to start from, not every fixed point. */
    private FixedPointSearch search(ModelInstance subject) {
        FixedPointSearch search = FixedPointSearch.of(subject.compiled()).withSeed(randomSeed);
        return subject.system().numericalPieces().isEmpty() ? search : search.withStarts(FEW_STARTS);
    }

    private PhaseDiagram map(ModelInstance subject, ExecutionContext work, ParameterAxis across, ParameterAxis up) {
        return PhaseDiagramSolver.of(subject.compiled())
                .withThreads(work.runner().threads())
                .withSeed(randomSeed)
                .solve(subject.settings().parameters(), across, up);
    }

    /** The axes that were given, made up to two by parameters that are no learning rates; none without a diagram. */
    private List<ParameterAxis> axes(ModelInstance subject) {
        if (!diagram) {
            return List.of();
        }
        List<String> free = new ArrayList<>(candidates(subject));
        x.ifPresent(axis -> free.remove(axis.parameter()));
        y.ifPresent(axis -> free.remove(axis.parameter()));
        int missing = (x.isEmpty() ? 1 : 0) + (y.isEmpty() ? 1 : 0);
        if (free.size() < missing) {
            return List.of();
        }
        // the one declared last along x: what a model is about usually comes after what its data are
        ParameterAxis across = x.orElseGet(() -> axis(subject, free.remove(free.size() - 1), COLUMNS));
        ParameterAxis up = y.orElseGet(() -> axis(subject, free.remove(free.size() - 1), ROWS));
        return List.of(across, up);
    }

    private static List<String> candidates(ModelInstance subject) {
        Set<String> rates = new HashSet<>();
        subject.problem().vectors().forEach(v -> v.rate().ifPresent(r -> named(r, rates)));
        subject.problem().scalars().forEach(s -> s.rate().ifPresent(r -> named(r, rates)));
        Map<String, Double> values = subject.parameterValues();
        return subject.problem().parameters().stream()
                .filter(p -> p.copies().isEmpty() && !rates.contains(p.name()))
                .map(Declaration.Parameter::name)
                .filter(name -> values.getOrDefault(name, 0.0) != 0)
                .toList();
    }

    private static void named(org.macrostate.equations.tensor.Expression rate, Set<String> into) {
        if (rate instanceof Symbol s) {
            into.add(s.name());
        }
    }

    private static ParameterAxis axis(ModelInstance subject, String name, int count) {
        int position = subject.layout().position(name);
        double value = subject.parameters()[position];
        Domain domain = subject.layout().domain(position);
        double wide = 3 * Math.abs(value);
        return switch (domain) {
            case POSITIVE, NONNEGATIVE -> new ParameterAxis(name, value / 20, wide, count);
            case UNIT -> new ParameterAxis(name, 0.02, 0.98, count);
            case REAL -> new ParameterAxis(name, -wide, wide, count);
        };
    }

    /** Closed forms that decide the stability of named states, in the parameters of the axes. */
    private static List<LiveInput.Threshold> thresholds(
            ModelInstance subject, List<ParameterAxis> axes, List<String> notes) {
        List<LiveInput.Threshold> thresholds = new ArrayList<>();
        for (Declaration.NamedState state : subject.problem().states()) {
            for (ParameterAxis axis : axes) {
                Map<String, Double> values = new LinkedHashMap<>(subject.parameterValues());
                values.remove(axis.parameter());
                Map<String, BigFraction> zeros = new LinkedHashMap<>();
                switchedOff(subject, axis.parameter()).forEach(name -> zeros.put(name, BigFraction.ZERO));
                values.keySet().removeAll(zeros.keySet());
                ThresholdRequest request =
                        new ThresholdRequest(state.name(), axis.parameter(), zeros, values, Optional.empty());
                try {
                    subject
                            .limit()
                            .of("solving for the threshold", () -> subject.thresholds(request))
                            .boundaries()
                            .stream()
                            .filter(StabilityBoundary::decides)
                            .forEach(b -> b.closedForm()
                                    .ifPresent(form -> thresholds.add(new LiveInput.Threshold(
                                            state.name(), axis.parameter(), form, List.copyOf(zeros.keySet())))));
                } catch (BadInput unsolved) {
                    notes.add("no threshold of state " + state.name() + " in " + axis.parameter() + ": "
                            + unsolved.getMessage());
                }
            }
        }
        return thresholds;
    }

    /** Parameters that are zero: put in as zero, so that what is switched off does not lengthen the formulas. */
    private static List<String> switchedOff(ModelInstance subject, String solve) {
        return subject.parameterValues().entrySet().stream()
                .filter(e -> e.getValue() == 0 && !e.getKey().equals(solve))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Eight times the longest relaxation time of the stable states, a round number. */
    static double horizon(List<FixedPoint> found) {
        double slowest = found.stream()
                .filter(FixedPoint::stable)
                .mapToDouble(p -> -p.eigenvalues().get(0).getRealPart())
                .filter(rate -> rate > 0)
                .min()
                .orElse(0.01);
        double wanted = 8 / slowest;
        double unit = Math.pow(10, Math.floor(Math.log10(wanted)));
        return Math.min(1e6, Math.ceil(wanted / unit) * unit);
    }
}
