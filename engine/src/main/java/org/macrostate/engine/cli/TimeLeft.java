package org.macrostate.engine.cli;

/** The progress of work in words, with the time left if all units take equally long. */
final class TimeLeft {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    /** Under this share of the work the rate is not known well enough to say when it ends. */
    private static final double TOO_EARLY = 0.01;

    private TimeLeft() {}

    /**
     * As in {@code 34 %, 12 s left}; {@code 5 s so far} for work that does not come in units. All counted units may be done
     * while the work still goes on: 100 % is never said.
     *
     * @param elapsed in seconds
     */
    static String said(long done, long total, double elapsed) {
        double share = total <= 1 ? 0 : Math.min(1, done / (double) total);
        if (share < TOO_EARLY) {
            return duration(elapsed) + " so far";
        }
        if (share >= 1) {
            return "all counted, the result is being put together, " + duration(elapsed) + " so far";
        }
        return (int) Math.floor(100 * share) + " %, " + duration(elapsed * (1 - share) / share) + " left";
    }

    /** To about one part in sixty: {@code 8 s}, {@code 12 min}, {@code 3 h 20 min}. */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 2 * MINUTE) {
            return whole + " s";
        }
        if (whole < 2 * HOUR) {
            return Math.round(whole / (double) MINUTE) + " min";
        }
        return whole / HOUR + " h " + whole % HOUR / MINUTE + " min";
    }
}
