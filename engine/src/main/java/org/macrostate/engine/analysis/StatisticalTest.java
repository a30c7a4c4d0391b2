package org.macrostate.engine.analysis;

/** An answer whose outcome says whether theory and simulation agree. */
public interface StatisticalTest extends Answer {
    /** How many deviations from the theory were judged. */
    int judged();
}
