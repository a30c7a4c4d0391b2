package org.macrostate.reports.code;

import java.util.Set;

/** Languages that a system can be written in. */
public enum CodeLanguage {
    PYTHON(".py"),
    JULIA(".jl"),
    MATHEMATICA(".wl", ".m"),
    C(".c"),
    JAVASCRIPT(".js"),
    SYMPY(".sympy.py");

    private final Set<String> endings;

    CodeLanguage(String... endings) {
        this.endings = Set.of(endings);
    }

    /** Endings of its files' names. */
    public Set<String> endings() {
        return endings;
    }
}
