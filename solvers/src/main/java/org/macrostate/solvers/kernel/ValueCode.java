package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.Operation;

/** How straight-line code holds its values: one number, or a vector of numbers of several points. */
interface ValueCode {
    /** The arrays that values are read from and written to. */
    enum Array {
        STATE,
        PARAMETERS,
        OUT,
        WORK
    }

    /** Puts a constant on the stack. */
    void number(double value);

    /** Puts the time on the stack. */
    void time();

    /** Puts an element on the stack. */
    void load(Array array, int index);

    /** What must be on the stack below a value that is to be stored. */
    void beforeStore(Array array, int index);

    /** Takes the value from the stack, and what {@link #beforeStore} put below it. */
    void store(Array array, int index);

    /** Replaces operands on the stack by the result. */
    void operation(Operation operation);

    /** Doubles the value on the stack. */
    void duplicate();

    void toLocal(int local);

    void fromLocal(int local);

    /** Local variables a value takes. */
    int slots();
}
