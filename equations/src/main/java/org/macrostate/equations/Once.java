package org.macrostate.equations;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value made when it is first asked for, once for all threads.
 *
 * @param <T> its type
 */
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private volatile @Nullable T value;

    public Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T known = value;
        if (known == null) {
            synchronized (this) {
                known = value;
                if (known == null) {
                    known = make.get();
                    value = known;
                }
            }
        }
        return known;
    }
}
