package org.macrostate.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.UndefinedCause;

/**
 * Where observables are no finite numbers, and why: an overlap's cosine at a vector of length zero, for instance. Fields
 * of tables stay empty there, so it has to be said.
 */
public final class UndefinedObservables {
    private final List<String> names;
    private final Supplier<Program> program;
    private final String[] first;
    private final long[] count;
    private long seen;

    /** @param program that the observables are computed with; made if one is undefined */
    public UndefinedObservables(ModelInstance subject, Supplier<Program> program) {
        this.names = subject.system().observables().stream().map(Formula::name).toList();
        this.program = program;
        this.first = new String[names.size()];
        this.count = new long[names.size()];
    }

    /**
     * Looks at one row.
     *
     * @param where it is, as it is told the user
     * @param observed the observables at this state
     */
    public void look(Supplier<String> where, double t, double[] state, double[] parameters, double[] observed) {
        seen++;
        for (int i = 0; i < count.length; i++) {
            if (!Double.isFinite(observed[i]) && count[i]++ == 0) {
                first[i] = where.get() + ": " + cause(i, t, state, parameters).orElse("it is no finite number");
            }
        }
    }

    /** Empty, too, where observables are loops and do not fit into memory written out. */
    private Optional<String> cause(int observable, double t, double[] state, double[] parameters) {
        try {
            return UndefinedCause.of(program.get(), observable, t, state, parameters);
        } catch (BadInput tooLarge) {
            return Optional.empty();
        }
    }

    /** One for each observable that is undefined somewhere. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < count.length; i++) {
            if (count[i] > 0) {
                notes.add(names.get(i) + " is undefined in " + count[i] + " of " + seen + " rows, first " + first[i]);
            }
        }
        return notes;
    }
}
