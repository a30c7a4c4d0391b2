package org.macrostate.engine.analysis;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * A list whose items are made whenever they are asked for, and not kept.
 *
 * @param <T> of the items
 */
public final class LazyList<T> extends AbstractList<T> implements RandomAccess {
    private final int count;
    private final IntFunction<T> item;

    public LazyList(int count, IntFunction<T> item) {
        this.count = count;
        this.item = item;
    }

    @Override
    public T get(int index) {
        return item.apply(Objects.checkIndex(index, count));
    }

    @Override
    public int size() {
        return count;
    }
}
