package org.macrostate.engine.analysis;

import java.util.Optional;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.output.MadeBy;

/**
 * How an answer is shown as text.
 *
 * @param isInteractive whether a person reads it in a terminal
 * @param file name of the file it goes to; empty for standard output
 */
public record AnswerView(ModelInstance subject, MadeBy madeBy, boolean isInteractive, Optional<String> file) {}
