package org.macrostate.engine.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.macrostate.engine.sweep.Shard;
import org.macrostate.engine.sweep.ShardFinished;
import org.macrostate.solvers.phase.KeptCheckpoints;

/**
 * The tasks of one job: pure functions of their index whose results are bytes. Whoever does them (threads, a shard on
 * another machine), the answer is put together from their bytes by the same code.
 */
public final class Tasks {
    private final List<Group> groups;

    /** Tasks of one kind, numbered from 0. */
    public interface Group {
        int count();

        /** The bytes of a task's result; empty if it was interrupted. */
        Optional<byte[]> result(int task);

        /** Is told that a task's result was kept before. */
        default void known(int task) {}
    }

    /** Results by group and task. */
    @FunctionalInterface
    public interface Results {
        byte[] of(int group, int task);
    }

    private Tasks(List<Group> groups) {
        this.groups = groups;
    }

    /**
     * Does what is not kept of all groups.
     *
     * @throws ShardFinished if only a shard was asked for
     */
    public static Results of(List<Group> groups, ExecutionContext work) {
        return new Tasks(List.copyOf(groups)).done(work);
    }

    private record Place(int group, int task) {}

    private Results done(ExecutionContext work) {
        List<Place> all = IntStream.range(0, groups.size())
                .boxed()
                .flatMap(
                        group -> IntStream.range(0, groups.get(group).count()).mapToObj(task -> new Place(group, task)))
                .toList();
        Optional<Shard> shard = work.shard();
        List<Place> own = IntStream.range(0, all.size())
                .filter(i -> shard.isEmpty() || shard.get().has(i))
                .mapToObj(all::get)
                .toList();
        KeptCheckpoints kept = work.pieces();
        Map<Place, byte[]> made = new ConcurrentHashMap<>();
        work.runner().all(own.size(), i -> {
            Place place = own.get(i);
            Group group = groups.get(place.group());
            if (kept.find(place.group(), place.task()).isPresent()) {
                group.known(place.task());
                return place;
            }
            group.result(place.task()).ifPresent(bytes -> {
                if (kept == KeptCheckpoints.NONE) {
                    made.put(place, bytes);
                } else {
                    kept.keep(place.group(), place.task(), bytes);
                }
            });
            return place;
        });
        if (shard.isPresent()) {
            throw new ShardFinished(own.size(), all.size());
        }
        return (group, task) -> kept.find(group, task)
                .or(() -> Optional.ofNullable(made.get(new Place(group, task))))
                .orElseThrow(() -> new java.util.concurrent.CancellationException("interrupted"));
    }
}
