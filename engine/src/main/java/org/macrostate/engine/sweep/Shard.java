package org.macrostate.engine.sweep;

import org.macrostate.equations.BadInput;

/**
 * A part of a job's tasks: every {@code count}-th of them.
 *
 * @param number from 1 to {@code count}
 */
public record Shard(int number, int count) {
    private static final int MOST = 100_000;

    /** @throws BadInput if there is no such shard */
    public Shard {
        if (count < 1 || count > MOST) {
            throw new BadInput("the number of shards must be from 1 to " + MOST + ", was " + count);
        }
        if (number < 1 || number > count) {
            throw new BadInput(
                    "shard " + number + " of " + count + " does not exist: shards are numbered from 1 to " + count);
        }
    }

    /**
     * Reads {@code 2/8}.
     *
     * @throws BadInput if it is no shard
     */
    public static Shard read(String text) {
        int slash = text.indexOf('/');
        try {
            return new Shard(
                    Integer.parseInt(text.substring(0, Math.max(0, slash)).strip()),
                    Integer.parseInt(text.substring(slash + 1).strip()));
        } catch (NumberFormatException none) {
            throw new BadInput("expected a shard such as 2/8, the second of eight, found '" + text + "'");
        }
    }

    /** Whether it has a task. */
    public boolean has(int task) {
        return task % count == number - 1;
    }

    /** As in the names of files: {@code 2-of-8}. */
    public String text() {
        return number + "-of-" + count;
    }
}
