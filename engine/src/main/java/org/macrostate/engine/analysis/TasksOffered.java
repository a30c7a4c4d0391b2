package org.macrostate.engine.analysis;

import java.util.List;

/** Ends a question whose tasks were asked for, and not its answer. */
public final class TasksOffered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Tasks.Group> groups;

    TasksOffered(List<Tasks.Group> groups) {
        super("tasks", null, false, false);
        this.groups = List.copyOf(groups);
    }

    /** The tasks by group. */
    public List<Tasks.Group> groups() {
        return groups;
    }
}
