package org.macrostate.engine.sweep;

/** Ends a question of which only a shard was asked: its tasks are done and kept, and there is no answer to give. */
public final class ShardFinished extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int tasks;
    private final int all;

    /**
     * What was done.
     *
     * @param tasks of the shard
     * @param all of the job
     */
    public ShardFinished(int tasks, int all) {
        super(tasks + " of " + all + " tasks", null, false, false);
        this.tasks = tasks;
        this.all = all;
    }

    /** How many tasks the shard has. */
    public int tasks() {
        return tasks;
    }

    /** How many tasks the job has. */
    public int all() {
        return all;
    }
}
