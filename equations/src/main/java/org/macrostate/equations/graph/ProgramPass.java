package org.macrostate.equations.graph;

/** One rewriting of a program that leaves every output what it was, up to rounding. */
interface ProgramPass {
    /** What it does, for messages. */
    String name();

    Program apply(Program program);
}
