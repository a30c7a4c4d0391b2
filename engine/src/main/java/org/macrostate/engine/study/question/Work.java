package org.macrostate.engine.study.question;

import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;

/** What a question may use to be answered: threads, and someone to tell how far it is. */
public record Work(Runner runner, Progress progress) {}
