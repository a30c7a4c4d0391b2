package org.macrostate.engine.sweep;

/** Who carries out the tasks of a job. The answer is put together from their results by the same code, whoever it was. */
public sealed interface Execution {
    /** The threads of this process: all tasks, and then the answer. */
    Execution LOCAL = new Local();

    /** See {@link #LOCAL}. */
    record Local() implements Execution {}

    /** The threads of this process, a part of the tasks and no answer: the others are done elsewhere. */
    record OfShard(Shard shard) implements Execution {}

    /** Machines that are sent the job as a text; the answer is put together here. */
    record OnCluster(Cluster cluster, Job job) implements Execution {}

    /**
     * Nobody: the tasks are offered to one who asks for them one by one.
     *
     * @param job that they must be tasks of
     */
    record Offered(Job job) implements Execution {}
}
