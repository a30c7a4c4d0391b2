package org.macrostate.engine.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.LiveInput;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.basins.BasinsAnalysis;
import org.macrostate.engine.analysis.branch.BranchAnalysis;
import org.macrostate.engine.analysis.check.CheckAnalysis;
import org.macrostate.engine.analysis.control.ControlAnalysis;
import org.macrostate.engine.analysis.derive.DeriveAnalysis;
import org.macrostate.engine.analysis.explore.ExploreAnalysis;
import org.macrostate.engine.analysis.fixedpoints.FixedPointsAnalysis;
import org.macrostate.engine.analysis.integrate.IntegrateAnalysis;
import org.macrostate.engine.analysis.passage.PassageAnalysis;
import org.macrostate.engine.analysis.phasediagram.PhaseDiagramAnalysis;
import org.macrostate.engine.analysis.simulate.SimulateAnalysis;
import org.macrostate.engine.analysis.sweep.SweepAnalysis;
import org.macrostate.engine.analysis.thresholds.ThresholdsAnalysis;
import org.macrostate.engine.analysis.tune.TuneAnalysis;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.reports.live.LivePart;

/** All analyses by name, in the order in which a report tells of them. Each is made when it is asked for. */
public final class Analyses {
    private static final Map<String, Supplier<Analysis<?, ?>>> ALL = all();

    private Analyses() {}

    private static Map<String, Supplier<Analysis<?, ?>>> all() {
        Map<String, Supplier<Analysis<?, ?>>> all = new LinkedHashMap<>();
        all.put("derive", DeriveAnalysis::new);
        all.put("thresholds", ThresholdsAnalysis::new);
        all.put("integrate", IntegrateAnalysis::new);
        all.put("fixed-points", FixedPointsAnalysis::new);
        all.put("branch", BranchAnalysis::new);
        all.put("phase-diagram", PhaseDiagramAnalysis::new);
        all.put("basins", BasinsAnalysis::new);
        all.put("sweep", () -> new SweepAnalysis(Analyses::measures));
        all.put("tune", TuneAnalysis::new);
        all.put("control", ControlAnalysis::new);
        all.put("simulate", SimulateAnalysis::new);
        all.put("passage", PassageAnalysis::new);
        all.put("explore", ExploreAnalysis::new);
        all.put("check", CheckAnalysis::new);
        return all;
    }

    /** What a sweep can measure: of every analysis but those that measure nothing. */
    private static List<PointMeasures> measures() {
        return list().stream().flatMap(analysis -> analysis.measures().stream()).toList();
    }

    /** Their names. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /** The analysis of a name. */
    public static Optional<Analysis<?, ?>> find(String name) {
        return Optional.ofNullable(ALL.get(name)).map(Supplier::get);
    }

    /**
     * A model as a section that computes.
     *
     * @param input what it begins with
     * @throws org.macrostate.equations.BadInput if the model's equations are too large for a page, or have functions for
     *     which it has no code
     */
    public static LivePart live(ModelInstance subject, LiveInput input) {
        return ExploreAnalysis.part(subject, input);
    }

    /** All of them. */
    public static List<Analysis<?, ?>> list() {
        List<Analysis<?, ?>> list = new java.util.ArrayList<>();
        ALL.values().forEach(analysis -> list.add(analysis.get()));
        return list;
    }
}
