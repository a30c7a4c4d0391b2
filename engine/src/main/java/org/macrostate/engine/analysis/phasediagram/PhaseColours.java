package org.macrostate.engine.analysis.phasediagram;

import java.util.List;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.OrderParameterSystem;

/** The colour of a phase: the same in all figures of a report, whichever phases they show. */
public final class PhaseColours {
    private PhaseColours() {}

    /** The phases that a model declares, in its order. */
    public static List<String> order(OrderParameterSystem system) {
        return system.phases().stream().map(Formula::name).toList();
    }

    /**
     * A slot of the palette.
     *
     * @param others names that are no declared phase and occur as well, {@code phase} perhaps among them
     */
    static int slot(List<String> declared, String phase, List<String> others) {
        int place = declared.indexOf(phase);
        List<String> rest =
                others.stream().filter(name -> !declared.contains(name)).toList();
        return place >= 0 ? place : declared.size() + Math.max(0, rest.indexOf(phase));
    }
}
