package org.macrostate.engine.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.macrostate.engine.record.RecordCodec;
import org.macrostate.engine.sweep.Execution;
import org.macrostate.engine.sweep.Shard;
import org.macrostate.engine.sweep.ShardFinished;

/**
 * The tasks of one job: pure functions of their index whose results are bytes. Whoever does them (threads, a shard on
 * another machine, a cluster), the answer is put together from their bytes by the same code.
 */
public final class Tasks {
    private final List<Group> groups;
    private final KeptPieces kept;
    private final Map<Long, byte[]> made = new ConcurrentHashMap<>();

    /** Tasks of one kind, numbered from 0. */
    public interface Group {
        int count();

        /** The bytes of a task's result; empty if it was interrupted. */
        Optional<byte[]> result(int task);

        /** Is told that a task's result is there without its having been done here. */
        default void known(int task) {}
    }

    /** Results by group and task. */
    @FunctionalInterface
    public interface Results {
        byte[] of(int group, int task);

        /** The record whose bytes a task's result is. */
        default <R extends Record> R of(Class<R> type, int group, int task) {
            return RecordCodec.read(type, of(group, task)).orElseThrow(() -> new IllegalStateException("no " + type));
        }
    }

    private Tasks(List<Group> groups, KeptPieces kept) {
        this.groups = groups;
        this.kept = kept;
    }

    /**
     * Does what is not kept of all groups.
     *
     * @throws ShardFinished if only a shard was asked for
     * @throws TasksOffered if the tasks themselves were asked for
     */
    public static Results of(List<Group> groups, ExecutionContext work) {
        if (work.execution() instanceof Execution.Offered) {
            throw new TasksOffered(groups);
        }
        Tasks tasks = new Tasks(List.copyOf(groups), work.pieces());
        if (work.execution() instanceof Execution.OnCluster machines) {
            tasks.carryOut(machines);
        } else if (work.execution() instanceof Execution.OfShard part) {
            long[] own = tasks.places(part.shard());
            work.runner().each(own.length, i -> tasks.doOne(own[i]));
            tasks.requireAll(own);
            throw new ShardFinished(own.length, tasks.count());
        } else {
            long[] all = tasks.places(new Shard(1, 1));
            work.runner().each(all.length, i -> tasks.doOne(all[i]));
            tasks.requireAll(all);
        }
        return tasks::result;
    }

    /** The number that a task has in a job: its group and its index. */
    private static long place(int group, int task) {
        return (long) group << Integer.SIZE | task;
    }

    /** The bytes of a task's result, by its number; empty if it was interrupted. */
    public static Optional<byte[]> result(List<Group> groups, long place) {
        return groups.get((int) (place >> Integer.SIZE)).result((int) place);
    }

    private int count() {
        return groups.stream().mapToInt(Group::count).reduce(0, Math::addExact);
    }

    private long[] places(Shard shard) {
        long[] all = new long[count()];
        int at = 0;
        for (int group = 0; group < groups.size(); group++) {
            for (int task = 0; task < groups.get(group).count(); task++) {
                all[at++] = place(group, task);
            }
        }
        return LongStream.range(0, at)
                .filter(i -> shard.has((int) i))
                .map(i -> all[(int) i])
                .toArray();
    }

    private Group group(long place) {
        return groups.get((int) (place >> Integer.SIZE));
    }

    private boolean isKept(long place) {
        return kept.has((int) (place >> Integer.SIZE), (int) place);
    }

    private void doOne(long place) {
        if (isKept(place)) {
            group(place).known((int) place);
        } else {
            Optional<byte[]> bytes = result(groups, place);
            if (!Thread.currentThread().isInterrupted()) { // what was cut is no result
                bytes.ifPresent(whole -> keep(place, whole));
            }
        }
    }

    /** @throws CancellationException if work was interrupted, and a result is missing */
    private void requireAll(long[] places) {
        for (long place : places) {
            if (!made.containsKey(place) && !isKept(place)) {
                throw new CancellationException("tasks were interrupted");
            }
        }
    }

    private void keep(long place, byte[] bytes) {
        if (kept == KeptPieces.NONE) {
            made.put(place, bytes);
        } else {
            kept.keep((int) (place >> Integer.SIZE), (int) place, bytes);
        }
    }

    private void carryOut(Execution.OnCluster machines) {
        long[] all = places(new Shard(1, 1));
        for (long place : all) {
            if (isKept(place)) {
                group(place).known((int) place);
            }
        }
        long[] missing = LongStream.of(all).filter(place -> !isKept(place)).toArray();
        if (missing.length > 0) {
            machines.cluster().carryOut(machines.job(), missing, (place, bytes) -> {
                keep(place, bytes);
                group(place).known((int) place);
            });
        }
    }

    private byte[] result(int group, int task) {
        return kept.find(group, task)
                .or(() -> Optional.ofNullable(made.get(place(group, task))))
                .orElseThrow(() -> new CancellationException("interrupted"));
    }
}
